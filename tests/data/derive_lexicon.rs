//! Derives the tables of `src/quotes/data` that are not written by hand.
//!
//! `cargo run --example derive_lexicon -- /usr/share/dict/dutch FAKER/faker/providers/person`
//!
//! The first argument is Debian's `wdutch` (the OpenTaal word list, BSD or CC BY 3.0), the second the
//! folder with the person providers of the Python package Faker (MIT). Written are `words.fst` (which words
//! are ordinary Dutch in lower case), `first_names.txt` and `surnames.txt`. It is run by hand when a source
//! has a new edition; the program itself reads none of this.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Longer words are left out where they fall apart into two shorter ones, which the lexicon sees for itself.
const LONGEST: usize = 10;

/// Still longer words are left out anyway: few of them ever open a sentence.
const LONGEST_WHOLE: usize = 14;

/// Behind these a word is whole: it does not fall apart into `ver` and `zekering`.
const PREFIXES: [&str; 3] = ["her", "ont", "ver"];

/// The first of these that knows a name says whether it is a woman's or a man's: `Andrea` is a man in Italy.
const LOCALES: [&[&str]; 2] = [
    &["nl_NL", "nl_BE"],
    &[
        "fr_FR", "de_DE", "en_GB", "en_US", "tr_TR", "it_IT", "es_ES", "pl_PL",
    ],
];

/// Particles that stand before a surname; the table holds what follows them.
const PARTICLES: [&str; 16] = [
    "aan", "de", "den", "der", "die", "du", "het", "in", "le", "op", "'t", "ten", "ter", "te",
    "van", "von",
];

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let words = arguments.next().context("which word list?")?;
    let faker = arguments
        .next()
        .context("where are Faker's person providers?")?;
    let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/quotes/data");

    let words = fs::read_to_string(&words).with_context(|| format!("reading {words}"))?;
    fs::write(out.join("words.fst"), word_set(&words)?)?;

    let mut genders: BTreeMap<String, &'static str> = BTreeMap::new();
    let mut surnames = BTreeSet::new();
    for group in LOCALES {
        let mut found: BTreeMap<String, &'static str> = BTreeMap::new();
        for locale in group {
            let path = Path::new(&faker).join(locale).join("__init__.py");
            let source =
                fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            for (list, gender) in [("first_names_female", "f"), ("first_names_male", "m")] {
                for name in strings_of(&source, list)
                    .into_iter()
                    .filter(|n| is_one_name(n))
                {
                    found
                        .entry(name)
                        .and_modify(|known| {
                            if *known != gender {
                                *known = "-";
                            }
                        })
                        .or_insert(gender);
                }
            }
            for name in strings_of(&source, "last_names") {
                let core = name
                    .split(' ')
                    .skip_while(|w| PARTICLES.contains(&w.to_lowercase().as_str()));
                surnames.extend(core.map(str::to_owned).filter(|w| is_one_name(w)));
            }
        }
        for (name, gender) in found {
            genders.entry(name).or_insert(gender);
        }
    }

    let mut table =
        header("First names and whether they are a woman's (f), a man's (m) or either (-).");
    for (name, gender) in &genders {
        writeln!(table, "{name}\t{gender}")?;
    }
    fs::write(out.join("first_names.txt"), table)?;

    let mut table = header("Surnames, without the particles before them.");
    for name in &surnames {
        writeln!(table, "{name}")?;
    }
    fs::write(out.join("surnames.txt"), table)?;
    Ok(())
}

fn header(what: &str) -> String {
    format!(
        "# {what}\n# Derived by `cargo run --example derive_lexicon`; do not edit, write into *_own.txt.\n\
         # Source: the Python package Faker, https://github.com/joke2k/faker, MIT,\n\
         # Copyright (c) 2012 Daniele Faraglia; locales {}, {}.\n",
        LOCALES[0].join(", "),
        LOCALES[1].join(", ")
    )
}

fn word_set(words: &str) -> Result<Vec<u8>> {
    let letters = |word: &str| word.chars().count();
    let (short, long): (BTreeSet<&str>, BTreeSet<&str>) = words
        .lines()
        .filter(|word| (2..=LONGEST_WHOLE).contains(&letters(word)))
        .filter(|word| word.chars().all(char::is_lowercase))
        .partition(|word| letters(word) <= LONGEST);
    let falls_apart = |word: &str| {
        word.char_indices().any(|(at, _)| {
            let (head, tail) = word.split_at(at);
            let joined = head.strip_suffix('s').filter(|h| letters(h) > 2);
            letters(head) > 2
                && !PREFIXES.contains(&head)
                && letters(tail) > 2
                && short.contains(tail)
                && (short.contains(head) || joined.is_some_and(|h| short.contains(h)))
        })
    };
    let whole: BTreeSet<&str> = long.into_iter().filter(|word| !falls_apart(word)).collect();
    let mut set = fst::SetBuilder::memory();
    for word in short.union(&whole) {
        set.insert(word)?;
    }
    Ok(set.into_inner()?)
}

fn is_one_name(name: &str) -> bool {
    name.chars().count() > 1
        && name.starts_with(char::is_uppercase)
        && name.chars().skip(1).any(char::is_lowercase)
        && name
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '\''))
}

/// The first string on each line of the Python tuple or mapping that is assigned to `list`.
fn strings_of(source: &str, list: &str) -> Vec<String> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in source.lines() {
        let text = line.trim();
        if let Some((name, _)) = text
            .split_once('=')
            .filter(|_| !text.starts_with(['"', '(', ')']))
        {
            let name = name.split(':').next().unwrap_or_default();
            inside = name.trim() == list;
        } else if inside && line.starts_with("    )") {
            inside = false;
        } else if inside && let Some(string) = text.split('"').nth(1) {
            found.push(string.to_owned());
        }
    }
    found
}
