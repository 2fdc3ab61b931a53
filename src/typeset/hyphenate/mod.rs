//! Where a word may be divided, and how it is spelled when it is.
//!
//! `hypher`'s patterns under a rule layer for Dutch: a break is not an offset but what is printed on both
//! sides of it. A word is first taken apart at its own hyphens, apostrophes and slashes (`runs`); only what
//! lies between them is shown to the patterns. The rules of Dutch stand in `dutch`, which consonants can begin
//! and end a word in `clusters`, what rules cannot know
//! in `seams`, the diminutives that respell in `diminutives`, what a word list knows of compounds in
//! `compounds`. Knows no lines, no widths, no article.
//!
//! Sources named below: *Leidraad 18* is chapter 18 of the guide to the Woordenlijst Nederlandse Taal
//! (Taalunie); *hyph-nl* are the TeX patterns of 1996, which `hypher` carries.
//!
//! ```
//! use leeslamp::typeset::hyphenate::{Patterns, marked};
//!
//! assert_eq!(marked("zeeën", Patterns::Dutch), "zee·en");
//! assert_eq!(marked("cafeetje", Patterns::Dutch), "ca·fé·tje");
//! assert_eq!(marked("oud-burgemeester", Patterns::Dutch), "oud-·bur·ge·mees·ter");
//! ```

mod addresses;
mod clusters;
pub mod compounds;
mod diminutives;
mod dutch;
mod language;
mod runs;
mod seams;
#[cfg(test)]
mod tests;

use hypher::Lang;

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

impl Break {
    /// A break that changes no letter and adds a hyphen.
    const fn plain(at: usize) -> Self {
        Self {
            at,
            tail: Respelling { cut: 0, ink: "" },
            head: Respelling { cut: 0, ink: "" },
            hyphen: true,
        }
    }

    /// A break after a sign that already parts the word.
    const fn bare(at: usize) -> Self {
        Self {
            hyphen: false,
            ..Self::plain(at)
        }
    }
}

/// Gathers the places at which `word` may be divided into `breaks`, in order. `word` is one word without
/// white space, with the punctuation that touches it; it is in the source's spelling.
pub fn breaks(word: &str, patterns: Patterns, breaks: &mut Vec<Break>) {
    breaks.clear();
    if addresses::is_mail(word) || addresses::is_tag(word) {
        return;
    }
    if addresses::is_web(word) || addresses::is_path(word) {
        addresses::divide(word, breaks);
        return;
    }
    runs::divide(word, patterns, breaks);
}

/// The word with every break marked `·` and spelled as it would be printed there: `zee·en`.
pub fn marked(word: &str, patterns: Patterns) -> String {
    let mut found = Vec::new();
    breaks(word, patterns, &mut found);
    let mut printed = String::with_capacity(word.len() + 2 * found.len());
    let mut from = 0;
    for place in &found {
        printed.push_str(word.get(from..place.at - place.tail.cut).unwrap_or(""));
        printed.push_str(place.tail.ink);
        printed.push('·');
        printed.push_str(place.head.ink);
        from = place.at + place.head.cut;
    }
    printed.push_str(word.get(from..).unwrap_or(""));
    printed
}

/// Divides a run of letters, which begins `start` bytes into the word, by the patterns of its language.
fn divide_run(run: &str, start: usize, patterns: Patterns, breaks: &mut Vec<Break>) {
    // No word of these languages is longer; what is, is no word. hyph-nl's and TeX's own minima, with
    // three letters carried over where the convention is so (English, French: never `-er`, `-le` alone).
    let (language, left, right) = match patterns {
        Patterns::Dutch => return dutch::divide(run, start, breaks),
        Patterns::English => (Lang::English, 2, 3),
        Patterns::French => (Lang::French, 2, 3),
        Patterns::German => (Lang::German, 2, 2),
        Patterns::None => return,
    };
    if run.len() > dutch::LONGEST {
        return;
    }
    let mut at = start;
    for syllable in hypher::hyphenate_bounded(run, language, left, right) {
        if at > start {
            breaks.push(Break::plain(at));
        }
        at += syllable.len();
    }
}
