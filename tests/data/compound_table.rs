//! Derives the table of the parts of compounds: `cargo run --release --example compound_table < WORDS > FILE`.
//!
//! WORDS is a Dutch word list, one word a line, such as OpenTaal's (Debian: package `wdutch`, file
//! `/usr/share/dict/dutch`); FILE is `src/typeset/hyphenate/parts.fst`, whose form `compounds.rs` tells.
//!
//! A part is judged by the patterns: wherever a word of the list begins (or ends) with the part's letters, do
//! the patterns break behind (or before) them? They do at 341 words in `-prijs` and at no word in `-prijs`
//! otherwise, so that it is a part; at 4,812 words in `-ende` they do in a hundred, so that it is none. What
//! is wrong in the patterns here and there is outvoted.
//!
//! A word of the list that would still be divided at a seam the patterns do not see is written to the table
//! as a whole, unless both parts are beyond doubt: that the patterns were made from such words is the better
//! evidence.

use leeslamp::typeset::hyphenate::compounds::{self, Compounds};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::{self, Read, Write};

/// A part with its evidence as a first and as a last part.
#[derive(Clone, Copy, Default)]
struct Part {
    first: Votes,
    last: Votes,
}

/// For how many words the patterns break at the part's edge, and for how many they do not.
#[derive(Clone, Copy, Default)]
struct Votes {
    yes: u32,
    no: u32,
}

impl Votes {
    const fn add(&mut self, yes: bool) {
        if yes {
            self.yes += 1;
        } else {
            self.no += 1;
        }
    }

    /// The logarithm of the odds that the part's edge is a seam.
    fn odds(self) -> f64 {
        (f64::from(self.yes + 1) / f64::from(self.no + 1)).ln()
    }
}

/// Words that are endings as well: gips-ten.
const ENDINGS: [&str; 10] = [
    "den", "der", "gen", "men", "ren", "sen", "sten", "ten", "ter", "teren",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut source = String::new();
    io::stdin().read_to_string(&mut source)?;
    let words: BTreeSet<&str> = source
        .lines()
        .map(str::trim)
        .filter(|w| is_word(w))
        .collect();
    let known: HashSet<&str> = words.iter().copied().collect();

    let mut parts: HashMap<&str, Part> = HashMap::new();
    let mut compound: HashSet<&str> = HashSet::new();
    for word in &words {
        let places = broken_at(word);
        for (at, _) in word.char_indices().skip(3) {
            let Some((first, last)) = word.split_at_checked(at) else {
                continue;
            };
            if last.chars().count() < 3 {
                continue;
            }
            let seam = places.contains(&at);
            let is_first = is_part(first, &known);
            let is_last = known.contains(last) && !ENDINGS.contains(&last);
            if is_first && has_vowel(last) {
                parts.entry(first).or_default().first.add(seam);
            }
            if is_last && has_vowel(first) {
                parts.entry(last).or_default().last.add(seam);
            }
            if seam && is_first && is_last {
                compound.insert(word);
            }
        }
    }

    let mut table: BTreeMap<&str, u64> = BTreeMap::new();
    for (letters, part) in &parts {
        let strengths = compounds::strengths(strength(part.first), strength(part.last));
        if strengths != 0 {
            table.insert(letters, strengths);
        }
    }
    // Words that end no other may end one that is not in the list: immuniteit.
    for word in &words {
        let letters = word.chars().count();
        if (5..=LONGEST_UNSEEN).contains(&letters) && !compound.contains(word) {
            let part = parts.get(word).copied().unwrap_or_default();
            if part.last.yes == 0 && part.last.no <= 2 {
                let first = strength(part.first);
                table.insert(word, compounds::strengths(first, compounds::UNSEEN));
            }
        }
    }

    let built = Compounds::new(
        fst::Map::from_iter(table.iter().map(|(k, v)| (*k, *v)))?
            .into_fst()
            .into_inner(),
    );
    let built = built.ok_or("no table")?;
    let mut wholes: Vec<&str> = Vec::new();
    for word in &words {
        let places = broken_at(word)
            .iter()
            .fold(0, |places, at| places | 1 << at);
        if let Some(seam) = built.seam(word, places)
            && !seam.is_seen(places)
            && !seam.certain
        {
            // A form of a word that is there already needs no entry of its own.
            let covered = wholes.last().is_some_and(|whole| {
                word.strip_prefix(whole)
                    .is_some_and(|rest| rest.len() <= compounds::ENDING)
            });
            if !covered {
                wholes.push(word);
            }
        }
    }
    eprintln!(
        "{} parts, {} words that are wholes",
        table.len(),
        wholes.len()
    );
    for word in wholes {
        *table.entry(word).or_default() |= compounds::WHOLE;
    }
    let map = fst::Map::from_iter(table)?;
    io::stdout().lock().write_all(map.as_fst().as_bytes())?;
    Ok(())
}

/// Letters of the longest word that is taken for a part although no word of the list ends in it.
const LONGEST_UNSEEN: usize = 11;

/// The odds as the table has them; 0 for what is no part.
fn strength(votes: Votes) -> u64 {
    if votes.yes == 0 {
        return 0;
    }
    compounds::quantised(votes.odds())
}

/// A word of the list, or one with the `s` that binds a first part to the next (groeps-).
fn is_part(letters: &str, known: &HashSet<&str>) -> bool {
    known.contains(letters)
        || letters
            .strip_suffix('s')
            .is_some_and(|word| word.len() > 3 && known.contains(word))
}

fn is_word(word: &str) -> bool {
    word.chars().count() >= 3 && has_vowel(word) && word.chars().all(char::is_lowercase)
}

fn has_vowel(letters: &str) -> bool {
    letters.contains(|c| "aeiouyéèêëïöüáàâíóúîôûä".contains(c))
}

/// Where the patterns break a word.
fn broken_at(word: &str) -> Vec<usize> {
    let mut at = 0;
    let syllables = hypher::hyphenate(word, hypher::Lang::Dutch);
    syllables
        .map(|syllable| {
            at += syllable.len();
            at
        })
        .filter(|&at| at < word.len())
        .collect()
}
