//! Where a word may be divided, and how it is spelled when it is.
//!
//! `hypher`'s patterns under a rule layer for Dutch: a break is not an offset but what is printed on both
//! sides of it.

/// The languages with patterns. The rule layer is for Dutch alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Patterns {
    /// Dutch, with the rules of the Woordenlijst.
    #[default]
    Dutch,
    /// English.
    English,
    /// French.
    French,
    /// German.
    German,
    /// No patterns: words are divided at their own hyphens only.
    None,
}

/// One place at which a word may be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// Bytes into the word at which the source of the second part begins.
    pub at: usize,
    /// What changes at the end of the first part: `cafee|tje` prints `é` for the last two bytes.
    pub tail: Respelling,
    /// What changes at the start of the second part: `zee|ën` prints `e` for the first two bytes.
    pub head: Respelling,
    /// Whether a hyphen is added; not at a hyphen of the word's own.
    pub hyphen: bool,
}

/// Source bytes beside a break that are printed otherwise there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Respelling {
    /// Bytes of the source that are not printed.
    pub cut: usize,
    /// What is printed in their place.
    pub ink: &'static str,
}

/// Gathers the places at which `word` may be divided into `breaks`, in order. `word` is one word without
/// white space, with the punctuation that touches it; it is in the source's spelling.
pub fn breaks(word: &str, patterns: Patterns, breaks: &mut Vec<Break>) {
    let _ = (word, patterns);
    breaks.clear();
}

/// The word with every break marked `·` and spelled as it would be printed there: `zee·en`.
pub fn marked(word: &str, patterns: Patterns) -> String {
    let _ = patterns;
    word.to_owned()
}
