//! Breaks that no pattern gets right: the official exceptions of hyph-nl, English loans, modern compounds.
//!
//! The table is a list of word parts with their breaks. A part is looked for anywhere in a word, so that one
//! line serves compounds and inflected forms (`soft|ware` also in *kantoorsoftware* and *softwarebedrijf*);
//! inside a part that is found, the table alone decides.

use super::dutch::Places;
use super::{clusters, compounds};
use std::sync::LazyLock;

/// The table, read once. See its head for the notation.
static SEAMS: LazyLock<Seams> = LazyLock::new(|| Seams::read(include_str!("seams.txt")));

/// What the table says of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdict {
    /// Where a break must be.
    pub asked: Places,
    /// Where none may be.
    pub forbidden: Places,
}

/// What the table says of a run of letters, given in lower case between two dots.
pub(super) fn judge(dotted: &[u8]) -> Verdict {
    SEAMS.judge(dotted)
}

/// One part: its letters, with a dot where it must touch the word's edge, and its breaks.
struct Part {
    letters: Box<str>,
    /// Bit `n`: a break before byte `n` of the letters; bit `decided`: one behind the part.
    breaks: u64,
    /// How many bytes of the letters the part decides on; the rest must only be there. Consonants at a part's
    /// end are left to what follows: air-bag, air-bags, brain-stor-men.
    decided: usize,
    /// Whether the part ends in an `e` that is not spoken (game): it then is one only at the word's end, before an
    /// `s` there, or before another part (game-computer); ga-men and ga-mer are divided by the patterns.
    silent: bool,
}

/// The parts, in buckets by their first two bytes; longer ones first.
struct Seams {
    parts: Vec<Part>,
    /// Where each bucket begins in `parts`.
    buckets: Vec<u16>,
}

/// Letters, the dot, and all the rest.
const CLASSES: usize = 28;

/// Which bucket a part that begins with these two bytes is in.
const fn bucket(first: u8, second: u8) -> usize {
    class(first) * CLASSES + class(second)
}

const fn class(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => (byte - b'a') as usize,
        b'.' => 26,
        _ => 27,
    }
}

impl Seams {
    /// Reads the table: parts parted by white space, `#` opens a remark to the line's end.
    fn read(table: &str) -> Self {
        let mut parts: Vec<Part> = table
            .lines()
            .filter_map(|line| line.split('#').next())
            .flat_map(str::split_whitespace)
            .map(Part::read)
            .filter(|part| part.letters.len() >= 2)
            .collect();
        parts.sort_by_key(|part| (part.bucket(), std::cmp::Reverse(part.letters.len())));
        let mut buckets = vec![0; CLASSES * CLASSES + 1];
        for part in &parts {
            if let Some(count) = buckets.get_mut(part.bucket() + 1) {
                *count += 1;
            }
        }
        for at in 1..buckets.len() {
            buckets[at] += buckets[at - 1];
        }
        Self { parts, buckets }
    }

    /// The longest part that begins here.
    fn part_at(&self, rest: &[u8]) -> Option<&Part> {
        let &[first, second, ..] = rest else {
            return None;
        };
        let bucket = bucket(first, second);
        let from = usize::from(*self.buckets.get(bucket)?);
        let to = usize::from(*self.buckets.get(bucket + 1)?);
        if from == to {
            return None;
        }
        self.parts.get(from..to)?.iter().find(|part| {
            let behind = rest.strip_prefix(part.letters.as_bytes());
            behind.is_some_and(|behind| !part.silent || ends_or_goes_on(behind))
        })
    }

    /// Goes through the run from left to right.
    fn judge(&self, dotted: &[u8]) -> Verdict {
        let mut verdict = Verdict::default();
        let mut at = 0;
        while let Some(rest) = dotted.get(at..)
            && rest.len() >= 2
        {
            let Some(part) = self.part_at(rest) else {
                at += 1;
                continue;
            };
            let len = part.decided;
            let inside: Places = (1 << len) - 2;
            let mut asked = Places::from(part.breaks);
            let before = dotted.get(1..at).unwrap_or(&[]);
            if asked & 1 == 1 && !could_be_a_part(before, rest[0]) {
                at += 1;
                continue;
            }
            if asked >> len & 1 == 1 && is_ending(&rest[len..]) && is_consonant(rest[len - 1]) {
                asked ^= 0b11 << (len - 1);
            }
            // The dot before the run is byte 0 here; the places of a verdict count from the run's first letter.
            verdict.asked |= (asked << at) >> 1;
            verdict.forbidden |= ((inside & !asked) << at) >> 1;
            // The next part may begin with the dot or the letter that ends this one's edge.
            at += len;
        }
        verdict
    }
}

/// Whether a part that ends in a silent `e` may stand before these letters; not before what is rather an ending
/// (fra-me-ring).
fn ends_or_goes_on(behind: &[u8]) -> bool {
    const ENDINGS: [&str; 8] = ["ring", "rend", "laar", "lar", "ment", "ling", "rij", "lij"];
    let letters = behind.strip_suffix(b".").unwrap_or(behind);
    matches!(letters, b"" | b"s")
        || std::str::from_utf8(letters).is_ok_and(|letters| {
            !ENDINGS.iter().any(|ending| letters.starts_with(ending))
                && compounds::begins_with_a_part(letters)
        })
}

/// Whether the letters before a part that begins with `next` could be the first part of a compound. Not where
/// they have no vowel or end as no word does (`vr-agenda-gen` is vra-gen-da-gen), nor where their last vowel is
/// the part's first (`mineraalarm`): Leidraad 6 has a hyphen where parts meet so.
fn could_be_a_part(letters: &[u8], next: u8) -> bool {
    let Some(&last) = letters.last() else {
        return true;
    };
    if clusters::is_vowel(last) {
        return last != next;
    }
    clusters::closes(letters) && letters.iter().any(|&byte| clusters::is_vowel(byte))
}

/// Whether what is left of the run is an ending that takes the consonant before it along: skate-boar-den,
/// ma-nage-men-ten, play-bac-kend (Leidraad 18: one consonant between vowels begins the next piece).
fn is_ending(rest: &[u8]) -> bool {
    const ENDINGS: [&[u8]; 9] = [
        b"en.", b"end.", b"ende.", b"er.", b"ers.", b"ing.", b"ings.", b"etje.", b"etjes.",
    ];
    ENDINGS.contains(&rest)
}

const fn is_consonant(byte: u8) -> bool {
    byte.is_ascii_lowercase() && !clusters::is_vowel(byte)
}

impl Part {
    fn read(written: &str) -> Self {
        let mut letters = String::with_capacity(written.len());
        let mut breaks = 0;
        let mut decided = None;
        let mut silent = false;
        for c in written.chars() {
            match c {
                '|' => breaks |= 1 << letters.len(),
                '~' => {
                    silent = true;
                    breaks |= 1 << letters.len();
                }
                '_' => decided = Some(letters.len()),
                _ => letters.push(c),
            }
        }
        let open = letters.trim_end_matches(|c: char| c.is_ascii() && is_consonant(c as u8));
        let decided = decided.unwrap_or(if breaks >> open.len() == 0 {
            open.len()
        } else {
            letters.len()
        });
        Self {
            decided,
            silent,
            letters: letters.into_boxed_str(),
            breaks,
        }
    }

    fn bucket(&self) -> usize {
        let mut bytes = self.letters.bytes();
        bucket(bytes.next().unwrap_or(b'.'), bytes.next().unwrap_or(b'.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_stands_twice_in_the_table() {
        for pair in SEAMS.parts.windows(2) {
            assert_ne!(pair[0].letters, pair[1].letters);
        }
    }

    #[test]
    fn every_part_leaves_two_letters_on_a_line() {
        for part in &SEAMS.parts {
            let edges = (0..=part.decided).filter(|at| part.breaks >> at & 1 == 1);
            let edges: Vec<usize> = edges.collect();
            // hyph-nl itself has `her-e-nen`.
            let lone =
                edges.windows(2).any(|pair| pair[1] - pair[0] < 2) && &*part.letters != ".herenen.";
            assert!(!lone, "{}", part.letters);
        }
    }
}
