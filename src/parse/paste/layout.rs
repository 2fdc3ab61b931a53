//! Lines → paragraphs.
//!
//! Three customs occur: one paragraph a line, hard-wrapped lines with blank lines between paragraphs, and
//! verse, whose line breaks are the text. The one idea that tells them apart: a program that wraps fills
//! its lines, so the first word of the next line would not have fitted on this one. A poet does not.

use super::{debris, ends_sentence, starts_upper};
use crate::parse::single_spaced;
use std::borrow::Cow;

/// A paragraph, a heading or an item, before it is known which.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paragraph<'a> {
    /// Its words; a `'\n'` is a line break that counts.
    pub text: Cow<'a, str>,
    /// Whether a blank line, or the start of the text, goes before it.
    pub after_blank: bool,
}

/// The longest line, in characters, that a program wraps to.
const WIDEST: usize = 140;
/// The shortest.
const NARROWEST: usize = 25;
/// A line of verse, a heading or an address is no longer than this many characters.
const SHORT: usize = 60;

/// The number of characters to which the text was hard-wrapped; `None` where it was not.
pub(super) fn wrap_width(lines: &[&str]) -> Option<usize> {
    let mut lengths = [0_usize; WIDEST + 1];
    let (mut inner, mut long) = (0_usize, 0_usize);
    for pair in lines.windows(2).filter(|p| !p[0].is_empty()) {
        if pair[0].len() > WIDEST && pair[0].chars().nth(WIDEST).is_some() {
            long += 1;
        } else if !pair[1].is_empty() {
            inner += 1;
            lengths[pair[0].chars().count().min(WIDEST)] += 1;
        }
    }
    // Lines that go on and on are paragraphs, whatever stands between them.
    if inner < 2 || long * 10 > inner {
        return None;
    }
    // All but the longest twentieth: an address or a heading may stick out.
    let mut rest = inner / 20;
    let width = (NARROWEST..=WIDEST).rev().find(|&length| {
        let found = lengths[length] > rest;
        rest = rest.saturating_sub(lengths[length]);
        found
    })?;
    let (mut full, mut open, mut open_capital) = (0, 0, 0);
    let (mut stanzas, mut even_stanzas) = (0, 0);
    for (i, pair) in lines.windows(2).enumerate() {
        if pair[0].is_empty() || pair[0].len() > 4 * WIDEST {
            continue;
        }
        if pair[1].is_empty() {
            if i > 0 && !lines[i - 1].is_empty() {
                stanzas += 1;
                even_stanzas += usize::from(pair[0].chars().count() * 4 > width * 3);
            }
            continue;
        }
        full += usize::from(is_full(pair[0], pair[1], width));
        if !ends_sentence(pair[0]) {
            open += 1;
            open_capital += usize::from(starts_upper(pair[1]));
        }
    }
    let filled = full * 10 >= inner * 8;
    // Wrapped prose breaks in the middle of sentences, seldom before a capital, and its last lines are of
    // any length; of verse the opposite holds.
    let is_prose = open * 2 > inner && open_capital * 2 < open.max(1);
    let is_verse = stanzas >= 3 && even_stanzas * 10 >= stanzas * 8;
    (filled && is_prose && !is_verse).then_some(width)
}

/// Whether the first word of `next` would not have fitted behind `line`. Programs that balance their lines
/// leave some room, at the widths where a poet would not write.
pub(super) fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split(' ').next().map_or(0, |w| w.chars().count());
    let slack = if width >= 55 { width / 10 } else { 0 };
    line.chars().count() + 1 + word + slack > width
}

/// Puts lines together to paragraphs.
pub(super) fn paragraphs<'a>(lines: &[&'a str], width: Option<usize>) -> Vec<Paragraph<'a>> {
    let mut out = Vec::new();
    let groups = lines
        .split(|line| line.is_empty())
        .filter(|g| !g.is_empty());
    let blanks = groups.clone().nth(1).is_some();
    let is_poem = width.is_none() && blanks && is_poem(lines);
    for group in groups {
        let start = out.len();
        match width {
            Some(width) => rejoin(group, width, &mut out),
            None => part(group, blanks, is_poem, &mut out),
        }
        if let Some(first) = out.get_mut(start) {
            first.after_blank = true;
        }
    }
    out
}

/// Whether all of a text is in short lines, several together: a poem, lyrics.
fn is_poem(lines: &[&str]) -> bool {
    let (mut short, mut all, mut together) = (0, 0, 0);
    for pair in lines.windows(2).filter(|p| !p[0].is_empty()) {
        all += 1;
        short += usize::from(is_short(pair[0]));
        together += usize::from(!pair[1].is_empty());
    }
    short * 10 >= all * 9 && together * 2 >= all
}

fn is_short(line: &str) -> bool {
    line.len() <= SHORT || line.len() <= 4 * SHORT && line.chars().count() <= SHORT
}

fn single(line: &str) -> Paragraph<'_> {
    Paragraph {
        text: single_spaced(line),
        after_blank: false,
    }
}

/// Lines that are not wrapped: each is a paragraph, but for verse.
fn part<'a>(group: &[&'a str], blanks: bool, is_poem: bool, out: &mut Vec<Paragraph<'a>>) {
    let shortest = match (blanks, is_poem) {
        (true, true) => 2,
        (true, false) => 3,
        (false, _) => 4,
    };
    let mut rest = group;
    while let Some(line) = rest.first() {
        let run = rest
            .iter()
            .take_while(|l| is_short(l) && !has_marker(l))
            .count();
        let (verse, after) = rest.split_at(run.max(1));
        let sentences = verse.iter().filter(|l| ends_sentence(l)).count();
        // Short sentences below each other are talk, not verse.
        let is_verse = run >= shortest
            && (is_poem || sentences * 2 < run)
            && !verse
                .iter()
                .any(|l| debris::is_debris(l) || debris::is_button(l));
        if is_verse {
            out.push(Paragraph {
                text: Cow::Owned(verse_of(verse)),
                after_blank: false,
            });
        } else if run > 1 {
            out.extend(verse.iter().map(|line| single(line)));
        } else {
            out.push(single(line));
        }
        rest = after;
    }
}

fn verse_of(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&single_spaced(line));
    }
    text
}

/// Lines of a text that was wrapped to `width`.
fn rejoin<'a>(group: &[&'a str], width: usize, out: &mut Vec<Paragraph<'a>>) {
    let pairs = || group.iter().zip(group.iter().skip(1));
    let full = pairs()
        .filter(|(line, next)| is_full(line, next, width))
        .count();
    let inner = group.len() - 1;
    let all_short = group
        .iter()
        .all(|line| line.chars().count() * 10 < width * 8);
    if inner >= 1 && all_short && full * 2 < inner && !group.iter().any(|l| has_marker(l)) {
        out.push(Paragraph {
            text: Cow::Owned(verse_of(group)),
            after_blank: false,
        });
        return;
    }
    let is_list = group.first().is_some_and(|line| has_marker(line));
    let mut text: Cow<'a, str> = Cow::Borrowed("");
    let mut last = "";
    for line in group {
        let goes_on = is_full(last, line, width) || !ends_sentence(last) && !starts_upper(line);
        // A dash or a number at a line's start is an item only where a sentence or a line could end before it.
        let is_item = has_marker(line)
            && (is_list
                || last.ends_with(':')
                || ends_sentence(last)
                || !is_full(last, line, width));
        if !text.is_empty() && goes_on && !is_item {
            join(text.to_mut(), line);
        } else {
            flush(&mut text, out);
            text = Cow::Borrowed(line);
        }
        last = line;
    }
    flush(&mut text, out);
}

fn flush<'a>(text: &mut Cow<'a, str>, out: &mut Vec<Paragraph<'a>>) {
    let text = match std::mem::take(text) {
        Cow::Borrowed("") => return,
        Cow::Borrowed(line) => single_spaced(line),
        Cow::Owned(text) => Cow::Owned(single_spaced(&text).into_owned()),
    };
    out.push(Paragraph {
        text,
        after_blank: false,
    });
}

/// Adds a line to a paragraph. A word that a program divided is made whole where that is safe.
fn join(text: &mut String, line: &str) {
    match hyphen(text, line) {
        Hyphen::None => text.push(' '),
        Hyphen::Own => {}
        Hyphen::Dividing => {
            text.pop();
        }
    }
    text.push_str(line);
}

/// What a hyphen at a line's end is.
enum Hyphen {
    /// There is none, or it stands for a part left out (`in- en uitvoer`).
    None,
    /// It belongs to the word.
    Own,
    /// It divides the word, and goes.
    Dividing,
}

fn hyphen(text: &str, next: &str) -> Hyphen {
    /// After these a hyphen is the word's own: `oud-directeur`, `niet-roker`.
    const PREFIXES: &[&str] = &[
        "oud",
        "ex",
        "niet",
        "non",
        "pro",
        "anti",
        "vice",
        "semi",
        "pseudo",
        "aspirant",
        "adjunct",
        "interim",
        "kandidaat",
        "leerling",
        "substituut",
        "sint",
        "loco",
        "stagiair",
        "zuid",
        "noord",
        "oost",
        "west",
    ];
    let Some(before) = text.strip_suffix('-') else {
        return Hyphen::None;
    };
    let part = before
        .rsplit([' ', '-', '/', '(', '“', '„', '‘'])
        .next()
        .unwrap_or_default();
    let follows = next.split([' ', ',', '.']).next().unwrap_or_default();
    let letters = |s: &str| !s.is_empty() && s.chars().all(char::is_alphabetic);
    if !letters(part) || !next.starts_with(char::is_alphabetic) {
        return Hyphen::None;
    }
    if matches!(
        follows,
        "en" | "of" | "tot" | "noch" | "als" | "maar" | "én" | "naar" | "door"
    ) {
        return Hyphen::None;
    }
    let lower =
        part.chars().skip(1).all(char::is_lowercase) && next.starts_with(char::is_lowercase);
    // Two vowels that meet were parted by the word's own hyphen (`zee-eend`), or by a break that took a trema
    // away (`be-eindigen`): without a dictionary neither can be told, so the hyphen stays.
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let vowels_meet = part.ends_with(is_vowel) && next.starts_with(['e', 'i', 'a', 'o', 'u']);
    if lower
        && !vowels_meet
        && part.chars().count() >= 2
        && !PREFIXES.contains(&part.to_lowercase().as_str())
    {
        Hyphen::Dividing
    } else {
        Hyphen::Own
    }
}

/// Whether a line begins as an item of a list does.
fn has_marker(line: &str) -> bool {
    super::body::marker_length(line).is_some()
}
