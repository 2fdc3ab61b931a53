//! A stretch of words in a text that can be found again after the text has changed.
//!
//! A [`Passage`] is a text position selector and a text quote selector in one, in the terms of the W3C Web
//! Annotation Data Model (sections 4.2.4 and 4.2.5): where it began, all its words, and the words before and
//! after it. It differs from an [`Anchor`] in what it promises: a place is always somewhere, and where its
//! words are gone the same share of the text will do; a passage *is* its words, so where those are gone
//! [`Passage::find`] gives `None`, and nobody's sentence is marked that was not chosen.
//!
//! Its two ends are found each by itself, as anchors; so an edit inside a long passage does not lose it.

use super::anchor::{
    PREFIX_LEAST, PREFIX_MOST, first_words, last_words, share, shared_prefix, shared_suffix, words,
};
use super::{Anchor, Article, Span, Trust};
use memchr::memmem;
use std::collections::{HashMap, HashSet};

/// Code points below which words may stand anywhere (`het water`), so that only their surroundings prove
/// the place.
const FEW: usize = 20;

/// Occurrences of a passage longer than this, in bytes, are not looked for inside each other: with a
/// passage of half a megabyte of one refrain that would take for ever.
const LONGEST_OVERLAPPING: usize = 256;

/// Of this many words or fewer, two spellings of one word (`dijk`, `dijken`) count as the same.
const FEW_WORDS: usize = 16;

/// Words that may have come into a passage besides three times as many as it had.
const INSERTED: usize = 4;

/// A stretch of words, with enough of its surroundings to find it again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// Where it began: bytes from the start of the article's text.
    pub offset: usize,
    /// All its words, as they stood there; never with white space at its ends.
    pub exact: String,
    /// The words before it, with the white space between.
    pub prefix: String,
    /// The words after it, likewise.
    pub suffix: String,
    /// Share of the text before it, 0 to 1.
    pub share: f64,
}

impl Passage {
    /// The passage at `span` in `article`, without white space at its ends; `None` where nothing else is
    /// there. An end inside a character counts as that character's start.
    pub fn of(article: &Article, span: Span) -> Option<Self> {
        let text = article.text();
        let start = text.floor_char_boundary(span.start);
        let end = text.floor_char_boundary(span.end);
        let (start, end) = trimmed(text, start, end)?;
        let (before, after) = (text.get(..start)?, text.get(end..)?);
        Some(Self {
            offset: start,
            exact: text.get(start..end)?.to_owned(),
            prefix: last_words(before).to_owned(),
            suffix: next_words(after).to_owned(),
            share: share(start, text.len()),
        })
    }

    /// Finds the passage again in a text that may have changed, in time linear in the text's length: at its
    /// place, else where the same words stand among the same words, else between its two ends. `None` where
    /// its words are gone. [`Trust::Alike`] says that the words are not all the same any more.
    pub fn find(&self, article: &Article) -> Option<(Span, Trust)> {
        self.find_in(article.text())
    }

    fn find_in(&self, text: &str) -> Option<(Span, Trust)> {
        if self.exact.is_empty() {
            return None;
        }
        if self.stands_at(text, self.offset) {
            let span = Span::new(self.offset, self.offset + self.exact.len());
            return Some((span, Trust::Exact));
        }
        self.same_words(text)
            .map(|span| (span, Trust::Moved))
            .or_else(|| self.between_ends(text))
    }

    /// The words and what stood around them are at `offset`.
    fn stands_at(&self, text: &str, offset: usize) -> bool {
        let (Some(before), Some(after)) = (text.get(..offset), text.get(offset..)) else {
            return false;
        };
        before.ends_with(&self.prefix)
            && after
                .strip_prefix(self.exact.as_str())
                .is_some_and(|after| after.starts_with(&self.suffix))
    }

    /// The occurrence of the same words that shares most of what stood around them, then the nearest one.
    fn same_words(&self, text: &str) -> Option<Span> {
        let len = self.exact.len();
        let step = if len > LONGEST_OVERLAPPING {
            len
        } else {
            self.exact.chars().next()?.len_utf8()
        };
        let finder = memmem::Finder::new(&self.exact);
        let mut best: Option<(usize, usize, usize)> = None;
        let mut from = 0;
        while let Some(at) = text
            .as_bytes()
            .get(from..)
            .and_then(|rest| finder.find(rest))
        {
            let at = from + at;
            let before = text.get(..at).unwrap_or_default();
            let after = text.get(at + len..).unwrap_or_default();
            let around = shared_suffix(before, &self.prefix) + shared_prefix(after, &self.suffix);
            let distance = at.abs_diff(self.offset);
            if best.is_none_or(|(a, d, _)| around > a || (around == a && distance < d)) {
                best = Some((around, distance, at));
            }
            from = at + step;
        }
        let (.., at) = best?;
        let few = self.exact.chars().take(FEW).count() < FEW;
        (!few || self.is_among_its_words(text, at)).then(|| Span::new(at, at + len))
    }

    /// Half of what stood before it, or half of what stood after it, stands there too.
    fn is_among_its_words(&self, text: &str, at: usize) -> bool {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + self.exact.len()..).unwrap_or_default();
        let half = |shared: usize, whole: usize| whole > 0 && 2 * shared >= whole;
        // `gud` of `gudpek` is no word of `gudruk`: whole words count.
        let behind = shared_prefix(after, &self.suffix);
        let behind = match self.suffix.split_at_checked(behind) {
            Some((shared, rest)) if rest.starts_with(char::is_alphanumeric) => {
                shared.trim_end_matches(char::is_alphanumeric).len()
            }
            _ => behind,
        };
        half(shared_suffix(before, &self.prefix), self.prefix.len())
            || half(behind, self.suffix.len())
            // A passage that was written down by hand.
            || (self.prefix.is_empty() && self.suffix.is_empty())
    }

    /// Where its ends stand and at least half of the words are still between them. Where one end is gone (the
    /// text was cut off), it reaches as far from the other as the words are the same.
    fn between_ends(&self, text: &str) -> Option<(Span, Trust)> {
        let start = self.start().found_in(text);
        let end = self.end(start).found_in(text);
        let (start, end) = match (start, end) {
            (Some(start), Some(end)) if start < end => (start, end),
            (Some(start), None) => (start, start + self.standing_from(text.get(start..)?)?),
            (None, Some(end)) => (self.standing_up_to(text.get(..end)?)?, end),
            _ => return None,
        };
        let (start, end) = self.at_words(text, start, end)?;
        // What stands beside it may have grown.
        if let Some(at) = text
            .get(start..end)
            .and_then(|found| found.find(&self.exact))
        {
            let start = start + at;
            return Some((Span::new(start, start + self.exact.len()), Trust::Moved));
        }
        let (start, end) = self.fit(text, start, end)?;
        let (start, end) = self.in_its_paragraphs(text, start, end)?;
        let trust = self.likeness(text.get(start..end)?)?;
        Some((Span::new(start, end), trust))
    }

    /// Ends that lie inside a word, as where a word beside the passage is gone, moved to that word's edge: the word stays in
    /// where it is the passage's own.
    fn at_words(&self, text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
        let own = |at: usize| {
            let left = text
                .get(..at)?
                .trim_end_matches(char::is_alphanumeric)
                .len();
            let rest = text.get(at..)?;
            let right = at + rest.len() - rest.trim_start_matches(char::is_alphanumeric).len();
            Some((left, right))
        };
        let same = |(left, right): (usize, usize), of: Option<u64>| {
            let word = text.get(left..right).unwrap_or_default();
            words(word, 0).next().map(|word| word.hash) == of
        };
        let (mut start, mut end) = (start, end);
        let (left, right) = own(end)?;
        if left < end && end < right {
            let last = words(&self.exact, 0).last().map(|word| word.hash);
            end = if same((left, right), last) {
                right
            } else {
                left
            };
        }
        let (left, right) = own(start)?;
        if left < start && start < right {
            let first = words(&self.exact, 0).next().map(|word| word.hash);
            start = if same((left, right), first) {
                left
            } else {
                right
            };
        }
        (start < end).then_some((start, end))
    }

    /// Where the last of the words that `text` begins with ends.
    fn standing_from(&self, text: &str) -> Option<usize> {
        words(text, 0)
            .zip(words(&self.exact, 0))
            .take_while(|(there, here)| there.hash == here.hash)
            .last()
            .map(|(there, _)| there.start + there.text.len())
    }

    /// Where the first of the words that `text` ends with begins.
    fn standing_up_to(&self, text: &str) -> Option<usize> {
        let here: Vec<_> = words(&self.exact, 0).collect();
        let there: Vec<_> = words(text, 0).collect();
        there
            .iter()
            .rev()
            .zip(here.iter().rev())
            .take_while(|(there, here)| there.hash == here.hash)
            .last()
            .map(|(there, _)| there.start)
    }

    fn start(&self) -> Anchor {
        let words = [self.exact.as_str(), &self.suffix].concat();
        Anchor {
            offset: self.offset,
            exact: first_words(&words).to_owned(),
            prefix: self.prefix.clone(),
            share: self.share,
        }
    }

    /// The place just after it, expected as far behind `start` as it was.
    fn end(&self, start: Option<usize>) -> Anchor {
        let next = self.suffix.trim_start();
        let (blank, _) = self.suffix.split_at(self.suffix.len() - next.len());
        let before = [self.prefix.as_str(), &self.exact, blank].concat();
        Anchor {
            offset: start
                .unwrap_or(self.offset)
                .saturating_add(self.exact.len()),
            exact: first_words(next).to_owned(),
            prefix: last_words(&before).to_owned(),
            share: self.share,
        }
    }

    /// The found ends, without white space, and with or without signs (quote marks, a full stop) as the
    /// passage had them.
    fn fit(&self, text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
        let mut end = end;
        // The end of a text is found by its last word, of which the start is told.
        let last = words(&self.exact, 0).last()?;
        if let Some(next) = words(text.get(end..)?, end).next()
            && next.start == end
            && next.hash == last.hash
            && words(text.get(start..end).unwrap_or_default(), 0)
                .last()
                .is_none_or(|w| w.hash != last.hash)
        {
            end += next.text.len();
            if self.exact.ends_with(|c: char| !c.is_alphanumeric()) {
                let after = text.get(end..)?;
                let signs = |c: char| c.is_whitespace() || c.is_alphanumeric();
                end += after.find(signs).unwrap_or(after.len());
            }
        }
        let (mut start, mut end) = trimmed(text, start, end)?;
        let found = text.get(start..end)?;
        if self.exact.ends_with(char::is_alphanumeric) {
            end = start + found.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        }
        if self.exact.starts_with(char::is_alphanumeric) {
            start += found.len()
                - found
                    .trim_start_matches(|c: char| !c.is_alphanumeric())
                    .len();
        }
        (start < end).then_some((start, end))
    }

    /// Words within one paragraph stay there: without the paragraphs at either end of which most words were not its own, as
    /// where much was written between it and what stood beside it.
    fn in_its_paragraphs(&self, text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
        if self.exact.contains('\n') {
            return Some((start, end));
        }
        let own: HashSet<u64> = words(&self.exact, 0).map(|word| word.hash).collect();
        let foreign = |paragraph: &str| {
            let known = words(paragraph, 0)
                .filter(|w| own.contains(&w.hash))
                .count();
            2 * known < words(paragraph, 0).count().max(1)
        };
        let (mut start, mut end) = (start, end);
        while let Some((before, last)) = text.get(start..end)?.rsplit_once('\n')
            && foreign(last)
        {
            end = start + before.len();
        }
        while let Some((first, after)) = text.get(start..end)?.split_once('\n')
            && foreign(first)
        {
            start = end - after.len();
        }
        trimmed(text, start, end)
    }

    /// How much `found` is this passage: [`Trust::Moved`] where it has the same words, [`Trust::Alike`]
    /// where it has at least half of them, and not many more than they were.
    fn likeness(&self, found: &str) -> Option<Trust> {
        let here: Vec<_> = words(&self.exact, 0).collect();
        let there: Vec<_> = words(found, 0).collect();
        if here.iter().map(|w| w.hash).eq(there.iter().map(|w| w.hash)) {
            return Some(Trust::Moved);
        }
        let mut left: HashMap<u64, usize> = HashMap::new();
        for word in &there {
            *left.entry(word.hash).or_default() += 1;
        }
        let few = here.len() <= FEW_WORDS && there.len() <= 4 * FEW_WORDS;
        let standing = here
            .iter()
            .filter(|word| match left.get_mut(&word.hash) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    true
                }
                _ => few && there.iter().any(|other| word.is_like(other)),
            })
            .count();
        let most = 3 * here.len() + INSERTED;
        (standing > 0 && 2 * standing >= here.len() && there.len() <= most).then_some(Trust::Alike)
    }
}

/// `start` and `end` without the white space inside them; `None` where nothing else is there.
fn trimmed(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let words = text.get(start..end)?;
    let start = start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    (start < end).then_some((start, end))
}

/// The first words of `text`, with the white space before them: as many as stand before a passage.
fn next_words(text: &str) -> &str {
    let blank = text.len() - text.trim_start().len();
    let (space, words) = text.split_at(blank);
    let end = words
        .char_indices()
        .enumerate()
        .find(|&(count, (_, c))| {
            count == PREFIX_MOST || (count >= PREFIX_LEAST && c.is_whitespace())
        })
        .map_or(words.len(), |(_, (at, _))| at);
    text.get(..space.len() + end).unwrap_or_default().trim_end()
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
