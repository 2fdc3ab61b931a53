//! English.

mod cli;
mod reasons;

use super::Wording;

pub(super) const WORDING: Wording = Wording {
    cli: cli::WORDING,
    reason: reasons::reason,
    untitled: "untitled",
};
