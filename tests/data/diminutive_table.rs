//! Derives the table of diminutives: `cargo run --example diminutive_table < WORDS > FILE`.
//!
//! WORDS is a Dutch word list, one word a line, such as OpenTaal's (Debian: package `wdutch`, file
//! `/usr/share/dict/dutch`); FILE is `src/typeset/hyphenate/diminutives.txt`.
//!
//! Each base word becomes an ending as its diminutive has it before `tje` (`omaa`, `straa`, `zee`), reversed,
//! with its kind. Endings are then shortened from the left as far as no word of another kind shares them, so
//! that compounds that stand in no list follow their last part (bedrijfsautootje follows autootje).

use std::collections::{BTreeMap, HashSet};
use std::io::{self, Read, Write};

/// The base ends in one vowel, which the diminutive doubles: oma, omaatje.
const SINGLE: char = 'v';
/// The base ends in the two vowels as they stand: zee, zeetje.
const DOUBLE: char = 'w';
/// The base ends in `t`: straat, straatje.
const T: char = 't';
/// Either, or it cannot be told.
const UNKNOWN: char = '?';

/// Words that could be two things, with the commoner reading, and short words that end many compounds.
const CHOSEN: [(char, &str); 4] = [
    (SINGLE, "slaa laa spaa stroo hoeraa madeiraa"),
    (
        T,
        "gaa maa raa staa vaa plaa praa straa kaa graa draa boo poo noo goo koo sloo schroo bloo piloo groo schoo \
         loo parachuu minuu bee wee rie pie bie",
    ),
    (DOUBLE, "fee mie olie prostituee tee"),
    (UNKNOWN, "diplomaa zaa baa naa vloo zoo oo too floo"),
];

type Endings = BTreeMap<String, char>;

/// What tells that a word is a noun that has a diminutive.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// How it is written.
    Letters,
    /// A plural or another form that the list has.
    Forms,
}

fn main() -> io::Result<()> {
    let mut list = String::new();
    io::stdin().read_to_string(&mut list)?;
    let words: HashSet<&str> = list.lines().map(str::trim).collect();

    let mut endings = Endings::new();
    // Weakest evidence first: what comes later overrides it. Words of which no other form tells that they are
    // nouns (muesli, peterselie, horecaboot) come before those of which one does.
    for evidence in [Evidence::Letters, Evidence::Forms] {
        let mut found = Endings::new();
        for word in &words {
            single(word, &words, evidence, &mut found);
        }
        for word in &words {
            double(word, &words, evidence, &mut found);
            before_t(word, &words, evidence, &mut found);
        }
        endings.append(&mut found);
    }
    chosen(&words, &mut endings);

    let mut rules = Vec::new();
    for vowels in ["aa", "oo", "uu", "ee", "ei"] {
        shorten(&endings, vowels, UNKNOWN, &mut rules);
    }
    rules.sort();
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "# Derived by tests/data/diminutive_table.rs from the word list of OpenTaal (wdutch 2.20.19):"
    )?;
    writeln!(
        out,
        "# (c) OpenTaal, Simon Brouwer e.a., Nederlandstalige TeX Gebruikersgroep; BSD licence or CC BY 3.0."
    )?;
    for (suffix, kind) in &rules {
        writeln!(out, "{kind} {suffix}")?;
    }
    Ok(())
}

/// Bases in one vowel: nouns, known by their plural in `'s`, and all words in `é`.
fn single(word: &str, words: &HashSet<&str>, evidence: Evidence, endings: &mut Endings) {
    let lower = word.to_lowercase();
    for (vowel, doubled) in [
        ('a', "aa"),
        ('o', "oo"),
        ('u', "uu"),
        ('é', "ee"),
        ('i', "ie"),
    ] {
        let Some(stem) = lower.strip_suffix(vowel) else {
            continue;
        };
        let noun = match evidence {
            // Not the plurals of Latin (musici, centra).
            Evidence::Letters => {
                let latin = ["ci", "tra"].iter().any(|end| word.ends_with(end));
                stem.ends_with(is_consonant) && !latin
            }
            Evidence::Forms => vowel == 'é' || words.contains(format!("{word}'s").as_str()),
        };
        if stem.len() >= 2 && noun {
            endings.insert(reversed(stem, doubled), SINGLE);
        }
    }
}

/// Nouns in `ee`, `ie` and `oo` (tattoo); not those that are the feminine of one in `é`.
fn double(word: &str, words: &HashSet<&str>, evidence: Evidence, endings: &mut Endings) {
    for vowels in ["ee", "ie", "oo"] {
        let Some(stem) = word.strip_suffix(vowels) else {
            continue;
        };
        let noun = ["ën", "s", "tje", "tjes"]
            .iter()
            .any(|end| words.contains(format!("{word}{end}").as_str()));
        let noun = noun || evidence == Evidence::Letters && stem.ends_with(is_consonant);
        let masculine = words.contains(format!("{stem}é").as_str());
        if noun && !masculine {
            endings.insert(reversed(&stem.to_lowercase(), vowels), DOUBLE);
        }
    }
}

/// Nouns in `t`, known by their plural (straten, boten, sheets, diëten) or their diminutive, and words that end
/// in one.
fn before_t(word: &str, words: &HashSet<&str>, evidence: Evidence, endings: &mut Endings) {
    for (vowels, open) in [
        ("aa", "a"),
        ("oo", "o"),
        ("uu", "u"),
        ("ee", "e"),
        ("ie", "ie"),
    ] {
        let Some(stem) = word
            .strip_suffix('t')
            .and_then(|rest| rest.strip_suffix(vowels))
        else {
            continue;
        };
        let is_noun = |word: &str, stem: &str| {
            [
                format!("{stem}{open}ten"),
                format!("{word}je"),
                format!("{word}s"),
            ]
            .iter()
            .any(|form| words.contains(form.as_str()))
                || vowels == "ee" && words.contains(format!("{stem}ëten").as_str())
        };
        let noun = match evidence {
            Evidence::Forms => is_noun(word, stem),
            Evidence::Letters => stem.char_indices().skip(3).any(|(at, _)| {
                let parts = word.get(at..).zip(stem.get(at..));
                parts.is_some_and(|(last, stem)| {
                    !stem.is_empty() && words.contains(last) && is_noun(last, stem)
                })
            }),
        };
        if noun {
            endings
                .entry(reversed(&stem.to_lowercase(), vowels))
                .or_insert(T);
        }
    }
}

/// The chosen words, and the diminutives of the list that end in one and whose base the list lacks.
fn chosen(words: &HashSet<&str>, endings: &mut Endings) {
    let chosen: Vec<(&str, char)> = CHOSEN
        .iter()
        .flat_map(|(kind, bases)| bases.split_whitespace().map(|base| (base, *kind)))
        .collect();
    for (base, kind) in &chosen {
        endings.insert(reversed(base, ""), *kind);
    }
    // Compounds in these words that no list has end in them behind some consonant: klankgaatje.
    for (base, kind) in &chosen {
        let before = "d f g k l m n p r s t en el er".split(' ');
        for letters in before.filter(|_| *kind != UNKNOWN) {
            let compound = format!("{letters}{base}");
            endings.insert(compound.chars().rev().collect(), *kind);
        }
    }
    for word in words {
        let lower = word.to_lowercase();
        let Some(ending) = lower.strip_suffix("tje") else {
            continue;
        };
        let last = chosen
            .iter()
            .filter(|(base, _)| ending.ends_with(base))
            .max_by_key(|(base, _)| base.len());
        if let Some((_, kind)) = last {
            endings.entry(reversed(ending, "")).or_insert(*kind);
        }
    }
}

const fn is_consonant(c: char) -> bool {
    !matches!(
        c,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'ë' | 'ï' | 'ö' | 'ü'
    )
}

/// The ending from its last letter to its first, then `^`.
fn reversed(stem: &str, vowels: &str) -> String {
    format!("^{stem}{vowels}").chars().rev().collect()
}

/// Adds a rule for `suffix` where nine in ten of the words below it are of one kind, and goes on below
/// it where some are of another.
fn shorten(endings: &Endings, suffix: &str, inherited: char, rules: &mut Vec<(String, char)>) {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    let mut next: Vec<char> = Vec::new();
    for (ending, kind) in endings.range(suffix.to_owned()..) {
        let Some(rest) = ending.strip_prefix(suffix) else {
            break;
        };
        *counts.entry(*kind).or_default() += 1;
        next.extend(rest.chars().next());
    }
    let Some((&most, &count)) = counts.iter().max_by_key(|(_, count)| **count) else {
        return;
    };
    let all: usize = counts.values().sum();
    let kind = match endings.get(suffix) {
        // Chosen for all words that end so.
        Some(&chosen) => chosen,
        None if count * 10 >= all * 9 => most,
        None => inherited,
    };
    if kind != inherited {
        rules.push((suffix.to_owned(), kind));
    }
    if counts.len() == 1 && kind == most {
        return;
    }
    next.sort_unstable();
    next.dedup();
    for letter in next {
        shorten(endings, &format!("{suffix}{letter}"), kind, rules);
    }
}
