//! English.

mod cli;

use super::Wording;

pub(super) const WORDING: Wording = Wording {
    cli: cli::WORDING,
    untitled: "untitled",
};
