//! Diminutives that regain their vowel: a base that ends in a long vowel doubles it before `-tje`, and where
//! a break parts them it is spelled as the base is: oma-tje, paraplu-tje, café-tje (Leidraad 18; hyph-nl's
//! head names the case as one that patterns cannot do).
//!
//! `straatje` looks the same and is straat-je, `zeetje` is zee-tje. Which it is stands in a table of endings
//! that a word list was boiled down to; an ending in no list gets no break there.

use super::Respelling;
use super::dutch::Places;
use std::sync::LazyLock;

/// A diminutive and how it is divided before its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Diminutive {
    /// Bytes into the run at which the ending begins.
    pub at: usize,
    /// How the base is spelled before the break.
    pub tail: Respelling,
    /// The places that this decides: from the doubled vowel to the run's end.
    pub covers: Places,
}

/// Endings, reversed and sorted, each behind its kind: `v` the base ends in one vowel (oma), `w` in the two
/// as they stand (zee), `t` in `t` (straat). `^` is a word's beginning.
///
/// Derived by `tests/data/diminutive_table.rs` from the word list of OpenTaal (BSD licence or CC BY 3.0,
/// © OpenTaal and Nederlandstalige TeX Gebruikersgroep).
const TABLE: &str = include_str!("diminutives.txt");

/// The diminutive that this run in lower case is, if its vowel is one that could be doubled.
pub(super) fn of(run: &str) -> Option<Diminutive> {
    let singular = run.strip_suffix('s').unwrap_or(run);
    let ending = singular.strip_suffix("tje")?;
    let mut letters = ending.bytes().rev();
    let (respelled, cut) = match (letters.next()?, letters.next()?) {
        (b'a', b'a') | (b'o', b'o') | (b'u', b'u') | (b'e', b'i') => ("", 1),
        (b'e', b'e') => ("é", 2),
        _ => return None,
    };
    let base = ending.len();
    // Nothing breaks before or between the vowels, which are one letter of the base, nor within the ending.
    let covers = Places::MAX << (base - 2);
    let decided = |at, tail| Diminutive { at, tail, covers };
    match kind(ending)? {
        b'v' => Some(decided(
            base,
            Respelling {
                cut,
                ink: respelled,
            },
        )),
        b'w' => Some(decided(base, Respelling::default())),
        b't' => Some(decided(base + 1, Respelling::default())),
        _ => None,
    }
}

/// The rules of the table: endings, reversed and in order, and their kinds.
static RULES: LazyLock<Vec<(&str, u8)>> = LazyLock::new(|| {
    let rules = TABLE.lines().filter(|line| !line.starts_with('#'));
    rules
        .filter_map(|line| Some((line.get(2..)?, *line.as_bytes().first()?)))
        .collect()
});

/// The kind of the longest ending in the table that this base ends in.
fn kind(base: &str) -> Option<u8> {
    let mut reversed: String = base.chars().rev().chain(['^']).collect();
    while !reversed.is_empty() {
        if let Ok(at) = RULES.binary_search_by_key(&reversed.as_str(), |(suffix, _)| suffix) {
            return RULES.get(at).map(|(_, kind)| *kind);
        }
        reversed.pop();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_stand_in_order_and_none_stands_twice() {
        assert!(RULES.is_sorted());
        assert!(RULES.windows(2).all(|pair| pair[0].0 != pair[1].0));
    }
}
