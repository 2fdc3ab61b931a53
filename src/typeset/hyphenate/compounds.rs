//! Seams of compounds that the patterns do not see: `coronapas` is *corona* and *pas*, where they read
//! `co-ron-ap-as`.
//!
//! The patterns of 1996 know the compounds of their day, and guess at others from four or five letters. Here
//! stands what a word list knows: how surely a stretch of letters that begins (or ends) a word is a part of a
//! compound. Where two or three parts make up the word, and more surely so than where the patterns break it,
//! the word is divided at their seam, and each part by the patterns alone.
//!
//! The table is derived by `tests/data/compound_table.rs`, which says how the parts were judged, from the word
//! list of OpenTaal (BSD licence or CC BY 3.0, © OpenTaal and Nederlandstalige TeX Gebruikersgroep).

use super::dutch::Places;
use fst::raw::{Fst, Output};
use std::sync::LazyLock;

/// The table, which is searched as it lies.
static COMPOUNDS: LazyLock<Option<Compounds<&'static [u8]>>> =
    LazyLock::new(|| Compounds::new(include_bytes!("parts.fst")));

/// Bytes of the shortest word that is looked at: `visafzet`.
const SHORTEST: usize = 7;
/// Bytes of the shortest part.
const PART: usize = 3;
/// A word that the list has is a whole also with an ending of so many bytes.
pub const ENDING: usize = 3;

/// Value of the table: a word that is divided by the patterns, whatever parts it seems to have.
pub const WHOLE: u64 = 1 << 8;
/// The bits of one strength.
const STRENGTH: u64 = 0xf;
/// Strength of a word with which no other word of the list ends.
pub const UNSEEN: u64 = NEUTRAL;
/// Strength at which a part's edge is as likely a seam as not.
const NEUTRAL: u64 = 3;

/// Value of the table for a part: how strong it is as a first and as a last part; 0 is none.
pub const fn strengths(first: u64, last: u64) -> u64 {
    first | last << 4
}

/// The strength for these odds (a natural logarithm), in steps of a half; 0 where they are too poor.
pub fn quantised(odds: f64) -> u64 {
    let steps = [
        -0.75, -0.25, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25, 3.75, 4.25, 4.75, 5.25, 5.75,
    ];
    let above = steps.iter().filter(|&&step| odds >= step).count();
    let strength = above as u64 + 1;
    if odds < -1.25 { 0 } else { strength }
}

/// A seam and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seam {
    /// Bytes into the word.
    pub at: usize,
    /// Where the last of three parts begins.
    pub second: Option<usize>,
    /// The sum of the parts' strengths over [`NEUTRAL`].
    odds: i64,
    /// Whether it is surer than what the patterns were made from.
    pub certain: bool,
}

impl Seam {
    /// Whether the patterns have this seam and know the word: they leave no letter alone beside it.
    pub fn is_seen(self, places: Places) -> bool {
        let seen = |at: usize| places >> (at - 1) & 0b111 == 0b010;
        seen(self.at) && self.second.is_none_or(seen)
    }
}

/// The surest seam of a word in lower case, where `places` are the breaks of the patterns.
pub(super) fn seam(word: &str, places: Places) -> Option<Seam> {
    COMPOUNDS.as_ref()?.seam(word, places)
}

/// Which of two places in a word in lower case is surer to be its seam, if the table knows one of them.
pub(super) fn surer(word: &str, one: usize, other: usize) -> Option<usize> {
    COMPOUNDS.as_ref()?.surer(word, one, other)
}

/// Whether these letters in lower case begin with a part of four letters or more.
pub(super) fn begins_with_a_part(letters: &str) -> bool {
    let parts = |table: &Compounds<_>| {
        table
            .prefixes(letters)
            .any(|(end, part)| end > PART && part & !WHOLE != 0)
    };
    COMPOUNDS.as_ref().is_some_and(parts)
}

/// The table of parts.
pub struct Compounds<Data> {
    parts: Fst<Data>,
}

impl<Data: AsRef<[u8]>> Compounds<Data> {
    /// `None` where the bytes are no table.
    pub fn new(table: Data) -> Option<Self> {
        Fst::new(table).ok().map(|parts| Self { parts })
    }

    /// The surest seam of a word in lower case, where `places` are the breaks of the patterns.
    pub fn seam(&self, word: &str, places: Places) -> Option<Seam> {
        if word.len() < SHORTEST {
            return None;
        }
        let mut best: Option<Seam> = None;
        let mut best_seen: Option<Seam> = None;
        for (at, part) in self.prefixes(word) {
            if part & WHOLE != 0 && at + ENDING >= word.len() {
                return None;
            }
            if at < PART || at + PART > word.len() || part & STRENGTH == 0 {
                continue;
            }
            let Some(seam) = self.behind(word, at, relative(part & STRENGTH), places) else {
                continue;
            };
            let better = |best: Option<Seam>| best.is_none_or(|best| seam.odds > best.odds);
            if better(best) {
                best = Some(seam);
            }
            if seam.is_seen(places) && better(best_seen) {
                best_seen = Some(seam);
            }
        }
        // An `s` that may bind two parts or begin the second: the patterns know best.
        match (best, best_seen) {
            (Some(best), Some(seen)) if best.at.abs_diff(seen.at) == 1 => Some(seen),
            _ => best,
        }
    }

    /// Which of two places is surer to be the seam of the word; `None` if neither side of either is a part, or
    /// both are as sure. Short beginnings (`ver`, `be`) say nothing by themselves.
    pub fn surer(&self, word: &str, one: usize, other: usize) -> Option<usize> {
        let odds = |at: usize| {
            let (head, rest) = word.split_at_checked(at)?;
            let first = self.first(head);
            let last = self.last(rest);
            if last.is_none() && (first.is_none() || head.len() < CLEAR) {
                return None;
            }
            let [first, last] = [first, last].map(|part| part.unwrap_or(-NOT_A_PART));
            Some(first + last - short(head.len(), rest.len()))
        };
        match odds(one).cmp(&odds(other)) {
            std::cmp::Ordering::Greater => Some(one),
            std::cmp::Ordering::Less => Some(other),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Where parts end that begin the word, with what the table says of them.
    fn prefixes(&self, word: &str) -> impl Iterator<Item = (usize, u64)> {
        let mut node = self.parts.root();
        let mut value = Output::zero();
        let steps = word.bytes().enumerate().map_while(move |(at, byte)| {
            let arc = node.transition(node.find_input(byte)?);
            value = value.cat(arc.out);
            node = self.parts.node(arc.addr);
            Some((at + 1, node.is_final(), value.cat(node.final_output())))
        });
        steps.filter_map(|(at, ends, value)| ends.then_some((at, value.value())))
    }

    /// The seam behind a first part of this strength that ends here, if what follows is a part, or two.
    fn behind(&self, word: &str, at: usize, first: i64, places: Places) -> Option<Seam> {
        let (head, rest) = word.split_at_checked(at)?;
        let mut seam = Seam {
            at,
            second: None,
            odds: first,
            certain: false,
        };
        if let Some(last) = self.last(rest) {
            seam.odds += last - short(head.len(), rest.len());
            let bound = head.ends_with('s') && first >= 6 && rest.len() >= 6;
            seam.certain = first.min(last) >= 3 && seam.odds >= 10 || bound && last >= 0;
        } else if first >= 4 && head.len() > PART && rest.len() >= SHORTEST {
            let (middle, odds) = self
                .prefixes(rest)
                .filter(|&(end, part)| end > PART && part & STRENGTH != 0)
                .filter_map(|(end, part)| {
                    let last = self.last(rest.get(end..)?)?;
                    let odds = relative(part & STRENGTH) + last - short(end, rest.len() - end);
                    Some((end, odds))
                })
                .max_by_key(|&(_, odds)| odds)?;
            seam.second = Some(at + middle);
            seam.odds = odds + (first - 6).min(0) - short(head.len(), rest.len());
        } else {
            return None;
        }
        if seam.is_seen(places) {
            seam.odds += 4;
        }
        (seam.odds >= THRESHOLD).then_some(seam)
    }

    /// How strong these letters are as a first part.
    fn first(&self, letters: &str) -> Option<i64> {
        if letters.len() < PART {
            return None;
        }
        let strength = self.parts.get(letters)?.value() & STRENGTH;
        (strength != 0).then(|| relative(strength))
    }

    /// How strong these letters are as a last part.
    fn last(&self, letters: &str) -> Option<i64> {
        if letters.len() < PART {
            return None;
        }
        let strength = self.parts.get(letters)?.value() >> 4 & STRENGTH;
        (strength != 0).then(|| relative(strength))
    }
}

/// What a short part takes from the odds: short words stand in others by chance.
fn short(first: usize, last: usize) -> i64 {
    i64::from(first < 4) * 2 + i64::from(last < 5) * 3 + i64::from(last < 4) * 4
}

/// What a seam loses, in steps of the table, where one of its sides is no part.
const NOT_A_PART: i64 = 4;

/// Bytes of a first part that is one whatever follows.
const CLEAR: usize = 4;

/// What two parts must have together, in steps of the table.
const THRESHOLD: i64 = 3;

/// A strength over that at which a seam is as likely as not.
const fn relative(strength: u64) -> i64 {
    strength.cast_signed() - NEUTRAL.cast_signed()
}
