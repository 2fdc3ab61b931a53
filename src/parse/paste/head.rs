//! The head of a paste: title, byline and stamps, taken off the top of the text.
//!
//! Lines are looked at one by one from the top. A line of stamps goes to the metadata; the first short line
//! is the title, with what was glued to it taken off; a name below it is the author. The first line that is
//! none of these begins the text, and after it only what can be nothing else is still taken. When the first
//! line is a paragraph, there is no title, and none is invented.

use super::{LONG_LINE, debris, ends_sentence, layout, stamp, starts_upper};
use crate::article::{Meta, Published};
use crate::parse::{byline, says_the_same, single_spaced};
use stamp::Stamp;
use std::ops::Range;

/// What the top of the text says.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The metadata; the title is empty where the text has none.
    pub meta: Meta,
    /// Parts of metadata lines that could not be told: they stay in the text.
    pub left_over: Vec<String>,
}

/// No more lines than this are looked at.
const MOST_LINES: usize = 30;
/// Paragraphs of the text that may stand before a line of stamps: the lead.
const MOST_LEAD: usize = 2;
/// No title has more characters.
const LONGEST_TITLE: usize = 170;

/// Takes the head off `lines`: what is used becomes an empty line.
pub(super) fn take(lines: &mut [&str], width: Option<usize>) -> Head {
    Reader {
        width,
        head: Head::default(),
        sections: Vec::new(),
        updated: None,
        lead: 0,
        last: None,
    }
    .read(lines)
}

/// What the line before was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Author,
    Other,
}

struct Reader {
    width: Option<usize>,
    head: Head,
    /// Sections in order, with the line each stands on by itself, if it does.
    sections: Vec<(String, Option<usize>)>,
    /// When it was changed: better than no date.
    updated: Option<Published>,
    /// Paragraphs of the text passed so far.
    lead: usize,
    last: Option<Last>,
}

impl Reader {
    fn read(mut self, lines: &mut [&str]) -> Head {
        let original: Vec<&str> = lines.iter().copied().take(4 * MOST_LINES).collect();
        let filled: Vec<usize> = (0..original.len())
            .filter(|&i| !original[i].is_empty())
            .take(MOST_LINES)
            .collect();
        let mut passed = 0;
        for (k, &i) in filled.iter().enumerate() {
            if lines[i].is_empty() || i < passed {
                continue;
            }
            let run = self.wrapped_run(&original, i);
            if run > 1 {
                passed = i + run;
                if !self.wrapped(i..passed, &original, lines) {
                    self.lead += 1;
                    self.last = None;
                }
            } else if original[i].len() > LONG_LINE {
                self.lead += 1;
            } else {
                let spaced = single_spaced(original[i]);
                let next = filled.get(k + 1).copied();
                if !self.line(&spaced, i, next, &original, lines) {
                    self.lead += 1;
                    self.last = None;
                } else if self.last.is_none() {
                    self.last = Some(Last::Other);
                }
            }
            if self.lead > MOST_LEAD {
                break;
            }
        }
        self.finish(lines, filled.len())
    }

    /// How many lines from line `i` on a program made of one.
    fn wrapped_run(&self, original: &[&str], i: usize) -> usize {
        let Some(width) = self.width else { return 1 };
        let full = |pair: &&[&str]| {
            let [line, next] = pair else { return false };
            !next.is_empty() && layout::is_full(line, next, width) && !stands_alone(next)
        };
        1 + original
            .get(i..)
            .unwrap_or_default()
            .windows(2)
            .take_while(full)
            .count()
    }

    /// Reads lines that were one; false where they belong to the text.
    fn wrapped(&mut self, run: Range<usize>, original: &[&str], lines: &mut [&str]) -> bool {
        let group = original.get(run.clone()).unwrap_or_default();
        if self.lead > 0 || group.iter().map(|line| line.len()).sum::<usize>() > LONG_LINE {
            return false;
        }
        let whole = group.join(" ");
        let closes = whole.trim_end_matches(['”', '’', '"', '\'']).ends_with('.');
        let ends_there = original.get(run.end).is_none_or(|line| line.is_empty());
        let taken = self.stamps(&whole, run.start, None)
            || self.head.meta.title.is_empty()
                && ends_there
                && !closes
                && could_be_title(&whole)
                && {
                    self.set_title(&whole);
                    true
                };
        if taken {
            lines
                .iter_mut()
                .skip(run.start)
                .take(run.len())
                .for_each(|line| *line = "");
        }
        taken
    }

    /// Reads line `i`; false where it belongs to the text.
    fn line(
        &mut self,
        line: &str,
        i: usize,
        next: Option<usize>,
        original: &[&str],
        lines: &mut [&str],
    ) -> bool {
        if debris::is_debris(line) && stamp::read(line).is_none() {
            // The body drops it.
            return true;
        }
        let was_author = self.last == Some(Last::Author);
        self.last = Some(Last::Other);
        if self.stamps(line, i, next.and_then(|n| original.get(n)).copied()) {
            lines[i] = "";
            return true;
        }
        if !self.head.meta.title.is_empty() && says_the_same(line, &self.head.meta.title) {
            lines[i] = "";
            return true;
        }
        if self.lead > 0 {
            return false;
        }
        if self.head.meta.title.is_empty() {
            let is_title = self.title(line, i, original);
            if is_title {
                lines[i] = "";
            }
            return is_title;
        }
        if self.head.meta.authors.is_empty() {
            if let Some(author) = byline::bare(line) {
                self.head.meta.authors.push(author);
                self.last = Some(Last::Author);
                lines[i] = "";
                return true;
            }
        } else if was_author
            && byline::is_role(line)
            && let Some(author) = self.head.meta.authors.last_mut()
            && author.role.is_none()
        {
            author.role = Some(line.to_owned());
            lines[i] = "";
            return true;
        }
        false
    }

    /// Takes a line that is made of stamps, or a title with stamps round it; false where it is neither.
    fn stamps(&mut self, line: &str, i: usize, next: Option<&str>) -> bool {
        let (date, rest) = match stamp::date_before(line) {
            Some((date, rest)) if self.lead == 0 => (Some(date), rest),
            _ => (None, line),
        };
        let segments: Vec<&str> = segments(rest);
        let mut found: Vec<(Stamp, &str)> = Vec::new();
        let mut unknown: Vec<&str> = Vec::new();
        for segment in &segments {
            match stamp::read(segment) {
                Some(stamp) => found.push((stamp, segment)),
                None => unknown.push(segment),
            }
        }
        let several = segments.len() > 1 && !found.is_empty();
        let mut sure = several || date.is_some();
        if self.lead > 0 {
            // Below the first words only what can be nothing else: `Politiek` is a heading there.
            let plain = found.iter().any(|(stamp, _)| stamp.is_plain());
            if !plain || !unknown.is_empty() {
                return false;
            }
        } else if self.head.meta.title.is_empty() {
            // Stamps glued to the title without a sign between.
            if let Some(title) = unknown.first_mut().filter(|t| starts_upper(t)) {
                while let Some((before, end, stamp)) = stamp::stamp_behind(title, sure) {
                    found.push((stamp, end));
                    *title = before;
                    sure = true;
                }
            }
        }
        if found.is_empty() && date.is_none() {
            return false;
        }
        if let Some(date) = date {
            self.date(date, false);
        }
        let alone = segments.len() == 1 && unknown.is_empty();
        for (stamp, text) in found {
            self.keep(stamp, text, alone.then_some(i));
        }
        for text in unknown {
            self.place(text, next);
        }
        true
    }

    /// Finds a place for words that stand among stamps and are none.
    fn place(&mut self, text: &str, next: Option<&str>) {
        if text.is_empty() {
            return;
        }
        let author = byline::bare(text).filter(|_| self.head.meta.authors.is_empty());
        // `Opinie • Noor Aydin • 24 februari` above a title that has yet to come.
        let title_to_come = next.is_some_and(|next| {
            next.len() < LONG_LINE
                && !ends_sentence(next)
                && byline::bare(next).is_none()
                && stamp::read(next).is_none()
        });
        match author {
            Some(author) if !self.head.meta.title.is_empty() || title_to_come => {
                self.head.meta.authors.push(author);
                self.last = Some(Last::Author);
            }
            _ if self.head.meta.title.is_empty() => self.set_title(text),
            _ => self.head.left_over.push(text.to_owned()),
        }
    }

    fn keep(&mut self, stamp: Stamp, text: &str, alone: Option<usize>) {
        let meta = &mut self.head.meta;
        match stamp {
            Stamp::Date {
                published: Some(date),
                updated,
            } => self.date(date, updated),
            Stamp::Date {
                published: None, ..
            }
            | Stamp::Button => {}
            Stamp::Minutes(minutes) => {
                meta.reading_minutes = meta.reading_minutes.or(Some(minutes));
            }
            Stamp::Views(views) => meta.views = meta.views.or(Some(views)),
            Stamp::Section => self.sections.push((text.to_owned(), alone)),
            Stamp::Byline(authors) => {
                meta.authors.extend(authors);
                self.last = Some(Last::Author);
            }
            Stamp::Note(note) => meta.note = meta.note.take().or(Some(note)),
        }
    }

    /// The first date counts, unless a later one only says the same more precisely.
    fn date(&mut self, date: Published, updated: bool) {
        if updated {
            self.updated.get_or_insert(date);
            return;
        }
        let refines = |old: &Published| date.to_string().starts_with(&old.to_string());
        if self.head.meta.published.as_ref().is_none_or(refines) {
            self.head.meta.published = Some(date);
        }
    }

    /// Takes line `i` as the title; false where it is none.
    fn title(&mut self, line: &str, i: usize, original: &[&str]) -> bool {
        let group: Vec<&str> = original
            .iter()
            .skip(i)
            .take_while(|l| !l.is_empty())
            .copied()
            .take(4)
            .collect();
        let mut below = original
            .iter()
            .skip(i + 1)
            .filter(|l| !l.is_empty())
            .peekable();
        if below.peek().is_none() {
            return false;
        }
        if group.len() > 1 && !starts_upper(group[1]) && stamp::read(group[1]).is_none() {
            return false;
        }
        if group.len() > 2
            && original.iter().any(|l| l.is_empty())
            && group.iter().all(|l| l.len() <= 80)
        {
            // Short lines together, below which comes a blank one: a stanza, unless there are stamps in it.
            if !group.iter().skip(1).any(|l| is_stamped(l)) {
                return false;
            }
        }
        if !could_be_title(line) {
            return false;
        }
        let dots = line.ends_with("...") || line.ends_with("..");
        let closes = line
            .trim_end_matches(['”', '’', '"', '\'', '»'])
            .ends_with('.')
            && !dots;
        // A line that closes like a sentence is one, unless what stands below says that this is a head.
        if closes && !below.take(2).any(|line| is_stamped(line)) {
            return false;
        }
        self.set_title(line);
        true
    }

    fn set_title(&mut self, text: &str) {
        let text = text.strip_prefix("# ").unwrap_or(text);
        let text = text.strip_prefix("Titel: ").unwrap_or(text);
        match stamp::genre_before(text) {
            Some((genre, rest)) => {
                self.sections.push((genre.to_owned(), None));
                rest.clone_into(&mut self.head.meta.title);
            }
            None => text.clone_into(&mut self.head.meta.title),
        }
    }

    fn finish(mut self, lines: &[&str], filled: usize) -> Head {
        let body_left = lines.iter().any(|line| !line.is_empty());
        if self.head.meta.title.is_empty() {
            // `Brieven` above letters is the title, not their section.
            if let Some(at) = self.sections.iter().position(|(_, alone)| alone.is_some()) {
                let (section, _) = self.sections.remove(at);
                self.head.meta.title = section;
            }
        } else if !body_left
            && filled == 1
            && self.sections.is_empty()
            && self.head.meta.published.is_none()
        {
            // A single line is a text, not a title without one.
            self.head
                .left_over
                .insert(0, std::mem::take(&mut self.head.meta.title));
        }
        self.head.meta.section = self.sections.into_iter().next().map(|(section, _)| section);
        if self.head.meta.published.is_none() {
            self.head.meta.published = self.updated;
        }
        self.head
    }
}

/// The parts of a line between `•`, `·` and `|`.
fn segments(line: &str) -> Vec<&str> {
    line.split(['•', '·', '|', '∙', '●'])
        .map(|segment| segment.trim_matches([' ', '\u{a0}']))
        .filter(|segment| !segment.is_empty())
        .collect()
}

/// Whether a line is an author or a stamp by itself: no program wrapped the title into it.
fn stands_alone(line: &str) -> bool {
    line.len() <= LONG_LINE && (byline::bare(line).is_some() || stamp::read(line).is_some())
}

/// Whether a line below a title shows that it is one: stamps, or an author.
fn is_stamped(line: &str) -> bool {
    line.len() <= LONG_LINE
        && (byline::bare(line).is_some()
            || segments(line)
                .iter()
                .any(|segment| stamp::read(segment).is_some()))
}

/// Whether a line has the shape of a title: short, begun with a capital, not broken off.
fn could_be_title(line: &str) -> bool {
    line.chars().count() <= LONGEST_TITLE
        && line.contains(char::is_alphabetic)
        && starts_upper(line)
        && !line.ends_with([',', ';', ':', '-'])
        && super::body::marker_length(line).is_none()
}
