//! Figures of hyphenation over lists of hyphenated words: `cargo bench --bench breaks -- FILE…`.
//!
//! A list has a word a line with a hyphen at every break (`kof-fie-pot`). Counted is how many of our breaks
//! are wrong and how many of the list's we find, beside the same for the patterns without our rules; then the
//! same on the words of which the patterns make no fault, and on those where they make one. With `--faults`
//! the words are printed in which we are wrong or miss a break: the list's form, ours, the patterns'.
//!
//! Before anything is counted the list is held to the rules of Leidraad 18 that concern the printed line: two
//! letters at least stay on both sides, nothing breaks beside an `x` between vowels. Whether a break may stand
//! beside a vowel that is a syllable of its own, sources differ; such a break counts neither way. A break that
//! respells the word (oma-tje for omaatje), which such a list cannot show, is not judged.

#![expect(clippy::print_stdout, reason = "printing a table is what it is for")]

use leeslamp::typeset::hyphenate::{Break, Patterns, breaks};
use std::collections::{BTreeSet, HashMap};

type Places = BTreeSet<usize>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let faults = arguments.iter().any(|argument| argument == "--faults");
    for path in arguments.iter().filter(|path| !path.starts_with("--")) {
        match std::fs::read_to_string(path) {
            Ok(list) => report(path, &list, faults),
            Err(problem) => println!("{path}: {problem}"),
        }
    }
}

fn report(path: &str, list: &str, faults: bool) {
    let words = read(list);
    println!("{path}: {} words\n", words.len());
    println!("                          words   wrong/1,000   found %   words with a wrong break");
    let (mut all, mut known, mut unknown) = <(Row, Row, Row)>::default();
    let mut found = Vec::new();
    for word in &words {
        breaks(&word.letters, Patterns::Dutch, &mut found);
        let ours = word.judge(judged(&found));
        let mut end = 0;
        let syllables = hypher::hyphenate(&word.letters, hypher::Lang::Dutch);
        let patterns = word.judge(syllables.map(|syllable| {
            end += syllable.len();
            end
        }));
        all.add(&ours, &patterns);
        if patterns.wrong.is_empty() && patterns.missed.is_empty() {
            known.add(&ours, &patterns);
        } else {
            unknown.add(&ours, &patterns);
        }
        if faults && (ours.wrong != patterns.wrong || ours.missed != patterns.missed) {
            println!(
                "{}\t{}\t{}",
                cut(&word.letters, &word.all),
                cut(&word.letters, &ours.places),
                cut(&word.letters, &patterns.places),
            );
        }
    }
    all.print("all words");
    known.print("the patterns right");
    unknown.print("the patterns at fault");
    println!();
}

/// The places of the breaks that such a list can show.
fn judged(breaks: &[Break]) -> impl Iterator<Item = usize> {
    let shown = breaks
        .iter()
        .filter(|place| place.hyphen && place.tail.cut == 0);
    shown.map(|place| place.at)
}

/// A word of the list.
struct Word {
    letters: String,
    /// Every break that the list has.
    all: Places,
    /// Those that should be found.
    wanted: Places,
    /// Those that count neither way.
    neutral: Places,
}

/// How one word was divided.
struct Judged {
    places: Places,
    right: usize,
    wrong: Places,
    missed: Places,
}

impl Word {
    /// `None` where the line is no word in lower case.
    fn read(line: &str) -> Option<Self> {
        let line = line.trim().to_lowercase();
        let letters: String = line.chars().filter(|&c| c != '-').collect();
        let plain = letters.chars().all(|c| c.is_alphabetic() || c == '\'');
        if !plain || !letters.chars().any(is_vowel) || letters.chars().count() < 2 {
            return None;
        }
        let (mut all, mut neutral) = <(Places, Places)>::default();
        let mut start = 0;
        for piece in line.split('-').filter(|piece| !piece.is_empty()) {
            let end = start + piece.len();
            all.insert(end);
            let mut chars = piece.chars();
            if chars.next().is_some_and(is_vowel) && chars.next().is_none() {
                neutral.extend([start, end]);
            }
            start = end;
        }
        let room = |at: usize| {
            letters
                .get(..at)
                .is_some_and(|head| head.chars().count() >= 2)
                && letters
                    .get(at..)
                    .is_some_and(|tail| tail.chars().count() >= 2)
        };
        all.retain(|&at| room(at));
        neutral.retain(|&at| room(at));
        let wanted = all.difference(&neutral).copied();
        let wanted = wanted
            .filter(|&at| !beside_x_between_vowels(&letters, at))
            .collect();
        Some(Self {
            letters,
            all,
            wanted,
            neutral,
        })
    }

    fn judge(&self, places: impl Iterator<Item = usize>) -> Judged {
        let places: Places = places
            .filter(|&at| at > 0 && at < self.letters.len())
            .collect();
        let not_wanted = places.difference(&self.wanted).copied();
        Judged {
            right: places.intersection(&self.wanted).count(),
            wrong: not_wanted.filter(|at| !self.neutral.contains(at)).collect(),
            missed: self.wanted.difference(&places).copied().collect(),
            places,
        }
    }
}

/// The words of a list, without those it has in two forms (`bal-le-tje` and `bal-let-je`).
fn read(list: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut twice = BTreeSet::new();
    for word in list.lines().filter_map(Word::read) {
        match seen.get(&word.letters) {
            Some(&other) if words[other].all == word.all => {}
            Some(&other) => {
                twice.insert(other);
            }
            None => {
                seen.insert(word.letters.clone(), words.len());
                words.push(word);
            }
        }
    }
    let mut at = 0;
    words.retain(|_| {
        at += 1;
        !twice.contains(&(at - 1))
    });
    words
}

fn beside_x_between_vowels(word: &str, at: usize) -> bool {
    let (head, tail) = (word.get(..at).unwrap_or(""), word.get(at..).unwrap_or(""));
    let (mut before, mut after) = (head.chars().rev(), tail.chars());
    match (before.next(), after.next()) {
        (Some('x'), Some(next)) => is_vowel(next) && before.next().is_some_and(is_vowel),
        (Some(last), Some('x')) => is_vowel(last) && after.next().is_some_and(is_vowel),
        _ => false,
    }
}

fn is_vowel(c: char) -> bool {
    "aeiouyáéíóúàèëïöüâêîôûä".contains(c)
}

/// The word with a hyphen at these places.
fn cut(word: &str, places: &Places) -> String {
    let marks = word.char_indices();
    marks
        .flat_map(|(at, c)| places.contains(&at).then_some('-').into_iter().chain([c]))
        .collect()
}

/// Sums over many words.
#[derive(Default)]
struct Row {
    words: usize,
    ours: Sums,
    patterns: Sums,
}

#[derive(Default)]
struct Sums {
    right: usize,
    wrong: usize,
    missed: usize,
    faulty: usize,
}

impl Row {
    fn add(&mut self, ours: &Judged, patterns: &Judged) {
        self.words += 1;
        self.ours.add(ours);
        self.patterns.add(patterns);
    }

    fn print(&self, what: &str) {
        self.ours.print(what, self.words, "ours");
        self.patterns.print("", self.words, "patterns");
    }
}

impl Sums {
    fn add(&mut self, word: &Judged) {
        self.right += word.right;
        self.wrong += word.wrong.len();
        self.missed += word.missed.len();
        self.faulty += usize::from(!word.wrong.is_empty());
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    fn print(&self, what: &str, words: usize, whose: &str) {
        let share = |part: usize, rest: usize| part as f64 / (part + rest).max(1) as f64;
        println!(
            "{what:<22} {whose:<9}{words:>7} {:>10.3} {:>10.3} {:>8}",
            1000.0 * share(self.wrong, self.right),
            100.0 * share(self.right, self.missed),
            self.faulty,
        );
    }
}
