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
    (DOUBLE, "fee mie"),
    (UNKNOWN, "diplomaa zaa baa naa vloo zoo oo too floo"),
];

type Endings = BTreeMap<String, char>;

fn main() -> io::Result<()> {
    let mut list = String::new();
    io::stdin().read_to_string(&mut list)?;
    let words: HashSet<&str> = list.lines().map(str::trim).collect();

    let mut endings = Endings::new();
    // Weakest evidence first: what comes later overrides it.
    for word in &words {
        single(word, &words, &mut endings);
    }
    for word in &words {
        double(word, &words, &mut endings);
        before_t(word, &words, &mut endings);
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
fn single(word: &str, words: &HashSet<&str>, endings: &mut Endings) {
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
        let noun = vowel == 'é' || words.contains(format!("{word}'s").as_str());
        if stem.len() >= 2 && noun {
            endings.insert(reversed(stem, doubled), SINGLE);
        }
    }
}

/// Nouns in `ee` and `ie`; not those that are the feminine of one in `é`.
fn double(word: &str, words: &HashSet<&str>, endings: &mut Endings) {
    for vowels in ["ee", "ie"] {
        let Some(stem) = word.strip_suffix(vowels) else {
            continue;
        };
        let noun = ["ën", "s", "tje", "tjes"]
            .iter()
            .any(|end| words.contains(format!("{word}{end}").as_str()));
        let masculine = words.contains(format!("{stem}é").as_str());
        if noun && !masculine {
            endings.insert(reversed(&stem.to_lowercase(), vowels), DOUBLE);
        }
    }
}

/// Nouns in `t`, known by their plural (straten, boten) or their diminutive.
fn before_t(word: &str, words: &HashSet<&str>, endings: &mut Endings) {
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
        let noun = words.contains(format!("{stem}{open}ten").as_str())
            || words.contains(format!("{word}je").as_str());
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
    let kind = if count * 10 >= all * 9 {
        most
    } else {
        inherited
    };
    if kind != inherited {
        rules.push((suffix.to_owned(), kind));
    }
    if counts.len() == 1 && kind == most {
        return;
    }
    next.dedup();
    for letter in next {
        shorten(endings, &format!("{suffix}{letter}"), kind, rules);
    }
}
