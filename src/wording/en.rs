//! English.

use super::Wording;

pub(super) const WORDING: Wording = Wording {
    untitled: "untitled",
};
