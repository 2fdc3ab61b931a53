//! Whether two spellings are one name, and how a name is shown.
//!
//! Letters only: what a name means is for the rooms that know the article.

/// A name as it is shown: one line, no bracket, no genitive.
pub(super) fn clean(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    if let Some((before, _)) = out.split_once(" (") {
        out.truncate(before.len());
    }
    // `Jessica B.`, whose stop may have ended a sentence.
    if out
        .rsplit_once(' ')
        .is_some_and(|(_, last)| last.len() == 1 && last.as_bytes()[0].is_ascii_uppercase())
    {
        out.push('.');
    }
    out
}

/// The words with their first letter in lower case: the capital was the sentence's.
pub(in crate::quotes) fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The words of a phrase without `de`, `het`, `een` in front.
pub(super) fn without_article(phrase: &str) -> &str {
    phrase
        .split_once(' ')
        .filter(|(first, _)| matches!(*first, "de" | "De" | "het" | "Het"))
        .map_or(phrase, |(_, rest)| rest)
}

/// Lower case, straight apostrophes, one blank between words.
pub(super) fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            match c {
                '’' => out.push('\''),
                c => out.extend(c.to_lowercase()),
            }
        }
    }
    // `B` and `B.` are one suspect.
    if out.len() == 1 || out.as_bytes().iter().nth_back(1) == Some(&b' ') {
        out.push('.');
    }
    out
}

/// The form without a genitive: `ruttes` → `rutte`, `booker's` → `booker`, `hans'` → `hans`.
pub(super) fn genitive(surname: &str) -> Option<&str> {
    surname
        .strip_suffix("'s")
        .or_else(|| surname.strip_suffix('\''))
        .or_else(|| surname.strip_suffix('s'))
        .filter(|s| s.len() > 2)
}

pub(super) fn first_word(given: &str) -> String {
    given.split(' ').next().unwrap_or_default().to_owned()
}

/// Shorter surnames, in letters, are too often another name: `Jansen`, `Janssen` are two families.
pub(super) const SHORTEST_MISSPELLED: usize = 6;

/// People whom a misspelled name is held against.
pub(super) const MOST_COMPARED: usize = 40;

/// True where one letter is another, is missing, is too much, or two have changed places; the first letter is the same.
pub(super) fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.first() != b.first() || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let before = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[before..], &b[before..]);
    let same_from = |i: usize, j: usize| a.get(i..) == b.get(j..);
    same_from(1, 1)
        || same_from(1, 0)
        || same_from(0, 1)
        || (a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0] && same_from(2, 2))
}

/// Given names that do not disagree: the same, or initials of one another.
pub(super) fn agrees(a: &str, b: &str) -> bool {
    let (first, second) = (first_word(a), first_word(b));
    if first == second || first.is_empty() || second.is_empty() {
        return true;
    }
    let initial = |s: &str| s.contains('.').then(|| s.chars().next()).flatten();
    match (initial(&first), initial(&second)) {
        (Some(i), None) => second.starts_with(i),
        (None, Some(i)) => first.starts_with(i),
        _ => false,
    }
}

/// The noun of a role in lower case, without what a hyphen puts before it: `RAI-voorman` → `voorman`.
pub(super) fn noun(word: &str) -> String {
    let lower = word.to_lowercase();
    // One office under two names.
    if lower == "minister-president" {
        return "premier".to_owned();
    }
    let noun = lower.rsplit('-').next().unwrap_or_default();
    match noun {
        "raadsman" | "raadsvrouw" | "advocate" => "advocaat",
        "oefenmeester" | "coach" | "hoofdtrainer" => "trainer",
        other => other,
    }
    .to_owned()
}
