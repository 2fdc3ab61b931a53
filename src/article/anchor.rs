//! A place in a text that can be found again after the text has changed.
//!
//! An [`Anchor`] is a text position selector and a text quote selector in one, in the terms of the W3C
//! Web Annotation Data Model (sections 4.2.4 and 4.2.5): the offset, the words that stand there, and the
//! words before them. [`Anchor::find`] tries them from the surest to the least sure, and says which one
//! answered, so that the interface can be honest about a guess.
//!
//! The anchor begins exactly where it is told to, also inside a word: a page may begin with the second
//! half of a hyphenated word, and a place moved back to the word's start would be on the page before.

mod alike;

pub(super) use alike::words;

use super::Article;
use memchr::memmem;

/// Code points of text that an anchor quotes from its place onward: at least this many where there are
/// as many, up to the end of the word, and never more than [`EXACT_MOST`].
const EXACT_LEAST: usize = 40;
/// See [`EXACT_LEAST`]. Nearly every Dutch word that begins before the 40th ends before the 60th.
const EXACT_MOST: usize = 60;
/// Code points of text before the place, likewise. Less than after it: it only tells refrains apart,
/// and holds the place where the words themselves are rewritten.
pub(super) const PREFIX_LEAST: usize = 30;
/// See [`PREFIX_LEAST`].
pub(super) const PREFIX_MOST: usize = 40;

/// A place, with enough of its surroundings to find it again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Anchor {
    /// Bytes from the start of the article's text.
    pub offset: usize,
    /// The words that stand there.
    pub exact: String,
    /// The words before them.
    pub prefix: String,
    /// Share of the text before the place, 0 to 1.
    pub share: f64,
}

/// Where an anchor was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Bytes from the start of the text, on a character boundary, at most its length.
    pub offset: usize,
    /// How sure that is.
    pub trust: Trust,
}

/// How sure a place found again is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// The words are gone; this is the same share of the text.
    Share,
    /// The words have changed; these are the most alike.
    Alike,
    /// The same words stand elsewhere now.
    Moved,
    /// The same words at the same offset.
    Exact,
}

impl Anchor {
    /// The anchor of the place `offset` bytes into `article`. An offset inside a character counts as its
    /// start, one in white space as the next word, one past the end as the end.
    pub fn at(article: &Article, offset: usize) -> Self {
        Self::in_text(article.text(), offset)
    }

    /// Finds the place again in a text that may have changed. Always gives a place inside the text, in
    /// time linear in its length.
    pub fn find(&self, article: &Article) -> Found {
        self.find_in(article.text())
    }

    /// The place, where more than its share of the text tells where it is.
    pub(super) fn found_in(&self, text: &str) -> Option<usize> {
        let found = self.find_in(text);
        (found.trust > Trust::Share).then_some(found.offset)
    }

    fn in_text(text: &str, offset: usize) -> Self {
        let offset = text.floor_char_boundary(offset);
        let (before, after) = text.split_at(offset);
        let blank = after.len() - after.trim_start().len();
        let (before, after) = if blank == after.len() {
            (before, "")
        } else {
            text.split_at(offset + blank)
        };
        Self {
            offset: before.len(),
            exact: first_words(after).to_owned(),
            prefix: last_words(before).to_owned(),
            share: share(before.len(), text.len()),
        }
    }

    fn find_in(&self, text: &str) -> Found {
        if self.stands_at(text, self.offset) {
            return Found {
                offset: self.offset,
                trust: Trust::Exact,
            };
        }
        let (offset, trust) = self
            .same_words(text)
            .or_else(|| alike::find(self, text))
            .unwrap_or_else(|| (self.same_share(text), Trust::Share));
        Found { offset, trust }
    }

    /// Both the words and what stood before them are at `offset`. An anchor without words is the end of a
    /// text, or of an empty one.
    fn stands_at(&self, text: &str, offset: usize) -> bool {
        let (Some(before), Some(after)) = (text.get(..offset), text.get(offset..)) else {
            return false;
        };
        after.starts_with(&self.exact)
            && before.ends_with(&self.prefix)
            && (!self.exact.is_empty() || after.trim().is_empty())
    }

    /// The occurrence of the same words that shares most of what stood before, then the nearest one.
    fn same_words(&self, text: &str) -> Option<(usize, Trust)> {
        let (needle, skip) = if self.exact.is_empty() {
            (&self.prefix, self.prefix.len())
        } else {
            (&self.exact, 0)
        };
        let step = needle.chars().next()?.len_utf8();
        let finder = memmem::Finder::new(needle);
        let mut best: Option<(usize, usize, usize)> = None;
        let mut from = 0;
        while let Some(at) = text
            .as_bytes()
            .get(from..)
            .and_then(|rest| finder.find(rest))
        {
            let at = from + at;
            let before = text.get(..at).unwrap_or_default();
            let context = if skip == 0 {
                shared_suffix(before, &self.prefix)
            } else {
                0
            };
            let distance = (at + skip).abs_diff(self.offset);
            let better = best.is_none_or(|(c, d, _)| context > c || (context == c && distance < d));
            if better {
                best = Some((context, distance, at + skip));
            }
            // Not past the whole needle: occurrences of a refrain may overlap.
            from = at + step;
        }
        let (context, _, at) = best?;
        // Two or three words that stand anywhere, under another context, are no proof of the place: at
        // the end of an article the words are few.
        let few = self.exact.chars().count() < EXACT_LEAST / 2;
        (!few || skip > 0 || context == self.prefix.len()).then_some((at, Trust::Moved))
    }

    fn same_share(&self, text: &str) -> usize {
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a length, clamped to it below; a wild or missing share gives the start"
        )]
        let offset = (self.share.clamp(0.0, 1.0) * text.len() as f64) as usize;
        let at = text.floor_char_boundary(offset);
        // To the start of the word, so that a guess at least begins with a word.
        text.get(..at)
            .and_then(|before| {
                let word = before.rfind(char::is_whitespace)?;
                (at - word <= EXACT_MOST).then(|| text.ceil_char_boundary(word + 1))
            })
            .unwrap_or(at)
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a share needs no more than 52 bits"
)]
pub(super) fn share(before: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        before as f64 / whole as f64
    }
}

/// The first words of `text`: [`EXACT_LEAST`] to [`EXACT_MOST`] code points, up to the end of a word.
pub(super) fn first_words(text: &str) -> &str {
    let mut end = text.len();
    for (count, (at, c)) in text.char_indices().enumerate() {
        if count == EXACT_MOST || (count >= EXACT_LEAST && c.is_whitespace()) {
            end = at;
            break;
        }
    }
    text.get(..end).unwrap_or_default().trim_end()
}

/// The last words of `text`, with the white space after them, likewise.
pub(super) fn last_words(text: &str) -> &str {
    let mut start = 0;
    for (count, (at, c)) in text.char_indices().rev().enumerate() {
        if count == PREFIX_MOST || (count >= PREFIX_LEAST && c.is_whitespace()) {
            start = at + c.len_utf8();
            break;
        }
    }
    text.get(start..).unwrap_or_default()
}

/// How many bytes of whole characters `a` and `b` share at their ends.
pub(super) fn shared_suffix(a: &str, b: &str) -> usize {
    a.chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(|(x, y)| x == y)
        .map(|(x, _)| x.len_utf8())
        .sum()
}

/// How many bytes of whole characters `a` and `b` share at their starts.
pub(super) fn shared_prefix(a: &str, b: &str) -> usize {
    a.chars()
        .zip(b.chars())
        .take_while(|(x, y)| x == y)
        .map(|(x, _)| x.len_utf8())
        .sum()
}

#[cfg(test)]
mod tests;
