//! What the rules promise, as Dutch prose with the answer drawn in.
//!
//! ```text
//! === een omgekeerde zin
//! Anna Smit = hoogleraar staatsrecht, expert
//!
//! [„Dat kan niet”|Anna Smit], zegt hoogleraar staatsrecht Anna Smit.
//! ```
//!
//! Brackets stand around the words that are quoted, with the speaker's full name behind a bar: `|Anna Smit` to the
//! letter, `|~Anna Smit` reported, `|*Anna Smit` reported with words in marks (the brackets then stand around
//! those), `|?` by nobody that can be named. Marks and punctuation at the ends of the brackets do not matter, every
//! other letter does. Paragraphs are parted by blank lines; one that begins with `## ` is a heading, with `> ` a
//! block quote, `***` alone is a break; `**…**` is bold, a paragraph in `*…*` is in italics. Above the prose may stand:
//!
//! - `Name = role` or `Name = role, expert`: what the sidebar says of a speaker (`-` for no role);
//! - `@ name`: a source that is no person by name, in whole articles;
//! - `title: …`: the article's title;
//! - `todo: …`: what is still wrong. Such a case must fail: when it passes, the line goes.
//!
//! What is found is drawn in the same way, and the two drawings must be equal.

use std::fmt::Write as _;

use super::{Kind, Quotation, Quotes, find};
use crate::article::{Article, BlockKind, Builder, MarkKind, Meta, Span};

mod articles;
mod hostile;

/// The case files, one for each kind of rule or trap.
const FILES: &[(&str, &str)] = &[
    ("marks", include_str!("cases/marks.txt")),
    ("cues", include_str!("cases/cues.txt")),
    ("reported", include_str!("cases/reported.txt")),
    ("beside", include_str!("cases/beside.txt")),
    ("interviews", include_str!("cases/interviews.txt")),
    ("people", include_str!("cases/people.txt")),
    ("roles", include_str!("cases/roles.txt")),
    ("bodies", include_str!("cases/bodies.txt")),
    ("sources", include_str!("cases/sources.txt")),
    ("no_quotation", include_str!("cases/no_quotation.txt")),
];

/// One case, read.
struct Case<'a> {
    name: &'a str,
    todo: Option<&'a str>,
    /// Name, role, expert.
    people: Vec<(&'a str, Option<&'a str>, bool)>,
    /// Sources that are no person by name.
    others: Vec<&'a str>,
    article: Article,
    /// What must be found.
    quotations: Vec<Drawn>,
}

/// A quotation as a drawing shows it.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    span: Span,
    kind: Kind,
    speaker: Option<String>,
}

/// What stands at the ends of a quotation without belonging to it.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || "“”„‟\"‘’‚'«»‹›–—-,.!?…:;".contains(c)
}

/// The quotation without the marks and the punctuation at its ends.
fn bare(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start_matches(is_edge).len());
    let end = span.start + words.trim_end_matches(is_edge).len();
    if start < end {
        Span::new(start, end)
    } else {
        span
    }
}

/// A reported clause with words in marks is drawn around those words.
fn marked_part(text: &str, span: Span) -> Span {
    let words = span.of(text);
    // A straight mark opens before a word only: `foto's`.
    let straight = if words.starts_with('\'') {
        Some(0)
    } else {
        words.find(" '").map(|at| at + 1)
    };
    let open = words.find(['“', '„', '‘', '"', '«']).or(straight);
    let close = words.rfind(['”', '’', '"', '»', '“', '\'']);
    match (open, close) {
        (Some(open), Some(close)) if open < close => {
            Span::new(span.start + open, span.start + close)
        }
        _ => span,
    }
}

/// Draws `quotations` into the text of `article`.
fn draw(article: &Article, quotations: &[Drawn]) -> String {
    let text = article.text();
    let mut edges: Vec<(usize, usize, String)> = Vec::new();
    for (order, quotation) in quotations.iter().enumerate() {
        let mut span = bare(text, quotation.span);
        if quotation.kind == Kind::Mixed {
            span = bare(text, marked_part(text, quotation.span));
        }
        let kind = match quotation.kind {
            Kind::Direct => "",
            Kind::Indirect => "~",
            Kind::Mixed => "*",
        };
        let name = quotation.speaker.as_deref().unwrap_or("?");
        edges.push((span.start, order, "[".to_owned()));
        edges.push((span.end, order, format!("|{kind}{name}]")));
    }
    edges.sort();
    let mut drawn = String::new();
    let mut done = 0;
    for (at, _, edge) in edges {
        drawn.push_str(Span::new(done, at).of(text));
        drawn.push_str(&edge);
        done = at;
    }
    drawn.push_str(Span::new(done, text.len()).of(text));
    drawn
}

fn drawn_of(quotes: &Quotes) -> Vec<Drawn> {
    let drawn = |q: &Quotation| Drawn {
        span: q.span,
        kind: q.kind,
        speaker: q.speaker.map(|s| quotes.speakers[s].name.clone()),
    };
    quotes.quotations.iter().map(drawn).collect()
}

/// Reads a case: its name on the first line, what is said about it, and the prose.
fn read(case: &str) -> Case<'_> {
    let (name, mut prose) = case.split_once('\n').unwrap_or((case, ""));
    let mut todo = None;
    let (mut people, mut others) = (Vec::new(), Vec::new());
    let mut meta = Meta::default();
    while let Some((line, rest)) = prose.split_once('\n') {
        if let Some(reason) = line.strip_prefix("todo: ") {
            todo = Some(reason);
        } else if let Some(title) = line.strip_prefix("title: ") {
            title.clone_into(&mut meta.title);
        } else if let Some(name) = line.strip_prefix("@ ") {
            others.push(name);
        } else if let Some((name, role)) = line.split_once(" = ") {
            let (role, expert) = match role.strip_suffix(", expert") {
                Some(role) => (role, true),
                None => (role, false),
            };
            people.push((name, Some(role).filter(|r| *r != "-"), expert));
        } else {
            break;
        }
        prose = rest;
    }
    let mut builder = Builder::new();
    let mut quotations = Vec::new();
    for paragraph in prose.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
        let (kind, words) = if let Some(words) = paragraph.strip_prefix("## ") {
            (BlockKind::Heading { level: 2 }, words)
        } else if let Some(words) = paragraph.strip_prefix("> ") {
            (BlockKind::Quote { depth: 1 }, words)
        } else if paragraph == "***" {
            (BlockKind::Rule, "")
        } else {
            (BlockKind::Paragraph, paragraph)
        };
        builder.begin(kind);
        let italic = words.strip_prefix('*').and_then(|w| w.strip_suffix('*'));
        if let Some(words) = italic.filter(|w| !w.starts_with('*')) {
            builder.open_mark(MarkKind::Emphasis);
            read_words(words, &mut builder, &mut quotations);
            builder.close_mark();
        } else if kind == BlockKind::Rule {
            builder.push("* * *");
        } else {
            read_words(words, &mut builder, &mut quotations);
        }
    }
    quotations.sort_by_key(|q: &Drawn| q.span.start);
    Case {
        name: name.trim(),
        todo,
        people,
        others,
        article: builder.finish(meta, Vec::new()),
        quotations,
    }
}

/// Reads one paragraph into `builder`, and what its brackets say into `quotations`.
fn read_words(words: &str, builder: &mut Builder, quotations: &mut Vec<Drawn>) {
    let mut rest = words;
    let mut bold = false;
    while let Some(at) = rest.find(['[', '*', '\n']) {
        let (before, from) = rest.split_at(at);
        builder.push(before);
        if let Some(after) = from.strip_prefix("**") {
            if bold {
                builder.close_mark();
            } else {
                builder.open_mark(MarkKind::Strong);
            }
            bold = !bold;
            rest = after;
        } else if let Some((inside, label, after)) = bracket(from) {
            let start = builder.text().len();
            read_words(inside, builder, quotations);
            let (kind, name) = match label.split_at_checked(1) {
                Some(("~", name)) => (Kind::Indirect, name),
                Some(("*", name)) => (Kind::Mixed, name),
                _ => (Kind::Direct, label),
            };
            quotations.push(Drawn {
                span: Span::new(start, builder.text().len()),
                kind,
                speaker: (name != "?").then(|| name.to_owned()),
            });
            rest = after;
        } else {
            // A line end inside a paragraph is only where the case file was folded.
            let mut letters = from.chars();
            let plain = letters
                .next()
                .map_or("", |c| if c == '\n' { " " } else { from.split_at(1).0 });
            builder.push(plain);
            rest = letters.as_str();
        }
    }
    builder.push(rest);
}

/// `[inside|label]after`; `None` where `from` does not begin so, as in `[sic]`.
fn bracket(from: &str) -> Option<(&str, &str, &str)> {
    let mut depth = 0;
    let mut bar = None;
    for (at, c) in from.char_indices() {
        match c {
            '[' => depth += 1,
            '|' if depth == 1 => bar = Some(at),
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let bar = bar?;
            return Some((
                from.get(1..bar)?,
                from.get(bar + 1..at)?,
                from.get(at + 1..)?,
            ));
        }
    }
    None
}

/// What is wrong with what was found, in words for whoever mends it; empty where all is right.
fn complaints(case: &Case) -> String {
    let quotes = find(&case.article);
    let expected = draw(&case.article, &case.quotations);
    let found = draw(&case.article, &drawn_of(&quotes));
    let mut wrong = String::new();
    if expected != found {
        let _ = writeln!(wrong, "  must be: {expected}\n  but is:  {found}");
    }
    for &(name, role, expert) in &case.people {
        let Some(speaker) = quotes.speakers.iter().find(|s| s.name == name) else {
            let _ = writeln!(wrong, "  {name} must be a speaker");
            continue;
        };
        if speaker.role.as_deref() != role {
            let _ = writeln!(wrong, "  {name} must be {role:?} but is {:?}", speaker.role);
        }
        if speaker.expert != expert {
            let _ = writeln!(wrong, "  {name} must have expert {expert}");
        }
    }
    wrong
}

fn cases() -> impl Iterator<Item = (&'static str, Case<'static>)> {
    FILES.iter().flat_map(|&(file, text)| {
        let cases = text.split("\n=== ").skip(1);
        cases.map(move |case| (file, read(case)))
    })
}

#[test]
fn every_rule_and_every_trap_comes_out_as_drawn() {
    let mut wrong = String::new();
    for &(file, _) in FILES {
        let (mut passed, mut waiting) = (0, 0);
        for (_, case) in cases().filter(|(in_file, _)| *in_file == file) {
            let complaints = complaints(&case);
            match (case.todo, complaints.is_empty()) {
                (None, true) => passed += 1,
                (Some(_), false) => waiting += 1,
                (None, false) => {
                    let _ = write!(wrong, "{file}: {}\n{complaints}", case.name);
                }
                (Some(_), true) => {
                    let _ = writeln!(
                        wrong,
                        "{file}: {}\n  passes now: its todo line can go",
                        case.name
                    );
                }
            }
        }
        eprintln!("{file}: {passed} right, {waiting} still to do");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_case_has_a_name_of_its_own_and_there_are_many() {
    let mut names: Vec<_> = cases().map(|(file, case)| (file, case.name)).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "two cases have one name");
    assert!(all >= 120, "{all} cases");
}

#[test]
fn a_drawing_is_read_and_drawn_again() {
    let case = read(
        "naam\nAnna Smit = hoogleraar staatsrecht, expert\n\n## Een kop\n\n\
         [„Dat [plan] kan niet.”|Anna Smit] zegt Anna Smit.\nVolgens Jan [is het klaar|~Jan de Wit]. \
         Zij noemt het [‘mooi’|*Anna Smit]. **Vraag?** [“Nee”|?].",
    );
    assert_eq!(
        case.article.text(),
        "Een kop\n\n„Dat [plan] kan niet.” zegt Anna Smit. Volgens Jan is het klaar. Zij noemt het ‘mooi’. \
         Vraag? “Nee”."
    );
    assert_eq!(case.article.marks().len(), 1);
    assert_eq!(
        case.people,
        [("Anna Smit", Some("hoogleraar staatsrecht"), true)]
    );
    assert_eq!(
        draw(&case.article, &case.quotations),
        "Een kop\n\n„[Dat [plan] kan niet|Anna Smit].” zegt Anna Smit. Volgens Jan [is het klaar|~Jan de Wit]. \
         Zij noemt het ‘[mooi|*Anna Smit]’. Vraag? “[Nee|?]”."
    );
}
