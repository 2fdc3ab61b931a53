//! The closest fuzzy match of an anchor: where most of its words stand, in about its order.
//!
//! Two steps, so that a book-length text takes no longer than reading it. First every word of the text
//! is compared (as a hash) with the words of the anchor, and a window as long as twice the anchor slides
//! over it: the windows that hold the most, weighed by how rare each word is in this text, are kept.
//! Then the anchor is aligned word by word with those few windows, and the best alignment tells the place.

use super::{Anchor, Trust};
use std::collections::{HashMap, VecDeque};

/// Windows that are aligned word by word.
const CANDIDATES: usize = 16;

/// The share of the anchor's weight that must be found back before it counts as found: the words before
/// the place are about two fifths of an anchor, and they alone must do where the place itself is rewritten.
const ENOUGH: f64 = 0.3;

/// A word of more code points than this is compared by its hash alone.
const LONGEST_COMPARED: usize = 40;

/// What one word of the text that the anchor does not have costs in an alignment, as a share of the
/// mean weight of a word: enough to prefer words that stand together.
const GAP: f64 = 0.04;

/// One word of a text.
#[derive(Clone, Copy)]
pub(in crate::article) struct Word<'t> {
    /// Bytes from the start of the text.
    pub(in crate::article) start: usize,
    /// Its letters and digits.
    pub(in crate::article) text: &'t str,
    /// What words that differ in nothing but case share.
    pub(in crate::article) hash: u64,
}

impl Word<'_> {
    /// The same word, or another spelling of it.
    pub(in crate::article) fn is_like(&self, other: &Word<'_>) -> bool {
        self.hash == other.hash || alike(self.text, other.text)
    }
}

/// The runs of letters and digits in `text`, in order, each with a hash that ignores case.
pub(in crate::article) fn words(text: &str, base: usize) -> impl Iterator<Item = Word<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(char::is_alphanumeric)?;
        let rest = text.get(start..)?;
        // FNV-1a: a hash that two words share only makes a guess a little worse.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut end = text.len();
        for (at, c) in rest.char_indices() {
            if !c.is_alphanumeric() {
                end = start + at;
                break;
            }
            if c.is_ascii() {
                hash = (hash ^ u64::from(c.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
                continue;
            }
            for lower in c.to_lowercase() {
                hash = (hash ^ u64::from(lower)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        from = end;
        Some(Word {
            start: base + start,
            text: text.get(start..end)?,
            hash,
        })
    })
}

/// A stretch of the text that holds many of the anchor's words.
#[derive(Clone, Copy)]
struct Window {
    weight: f64,
    first: usize,
    last: usize,
}

/// The place whose words are most like the anchor's; `None` where nothing is like them.
pub(super) fn find(anchor: &Anchor, text: &str) -> Option<(usize, Trust)> {
    let quote = format!("{}{}", anchor.prefix, anchor.exact);
    let needle: Vec<Word<'_>> = words(&quote, 0).collect();
    let classes: HashMap<u64, usize> = needle
        .iter()
        .enumerate()
        .map(|(i, w)| (w.hash, i))
        .collect();
    if needle.is_empty() {
        return None;
    }
    let weights = weigh(&needle, &classes, text);
    let whole: f64 = needle.iter().map(|w| weights[classes[&w.hash]]).sum();
    let mut best: Option<Alignment> = None;
    for window in windows(anchor, &needle, &classes, &weights, text) {
        let found = align(&needle, &classes, &weights, window, text);
        let better = best.as_ref().is_none_or(|b| {
            found.score > b.score + f64::EPSILON
                || ((found.score - b.score).abs() <= f64::EPSILON
                    && found.near(anchor) < b.near(anchor))
        });
        if better {
            best = Some(found);
        }
    }
    let best = best.filter(|b| b.score >= ENOUGH * whole)?;
    best.place(anchor, &quote, &needle, text)
}

/// What finding each word proves: the rarer in this text, the more. A word that is not there weighs as
/// much as one that stands there once, so that what is missing counts against a match.
#[expect(clippy::cast_precision_loss, reason = "counts of words in a text")]
fn weigh(needle: &[Word<'_>], classes: &HashMap<u64, usize>, text: &str) -> Vec<f64> {
    let mut counts = vec![0_usize; needle.len()];
    let mut all = 0_usize;
    for word in words(text, 0) {
        all += 1;
        if let Some(&class) = classes.get(&word.hash) {
            counts[class] += 1;
        }
    }
    counts
        .iter()
        .map(|&n| 1.0 + (all.max(1) as f64 / n.max(1) as f64).ln().max(0.0))
        .collect()
}

/// The windows that hold the most of the anchor, those nearest to the old place first among equals.
fn windows(
    anchor: &Anchor,
    needle: &[Word<'_>],
    classes: &HashMap<u64, usize>,
    weights: &[f64],
    text: &str,
) -> Vec<Window> {
    let reach = needle.len() * 2 + 4;
    let mut here: VecDeque<(usize, usize, usize)> = VecDeque::new();
    let mut held = vec![0_usize; weights.len()];
    let mut weight = 0.0;
    let mut best: Vec<Window> = Vec::new();
    let mut latest: Option<(usize, Window)> = None;
    let keep = |best: &mut Vec<Window>, window: Window| {
        let near = |w: &Window| w.first.abs_diff(anchor.offset);
        let at = best.partition_point(|b| {
            b.weight > window.weight + 1e-9
                || ((b.weight - window.weight).abs() <= 1e-9 && near(b) <= near(&window))
        });
        if at < CANDIDATES {
            best.insert(at, window);
            best.truncate(CANDIDATES);
        }
    };
    for (ordinal, word) in words(text, 0).enumerate() {
        let Some(&class) = classes.get(&word.hash) else {
            continue;
        };
        while let Some(&(old, gone, _)) = here.front() {
            if old + reach > ordinal {
                break;
            }
            here.pop_front();
            held[gone] -= 1;
            if held[gone] == 0 {
                weight -= weights[gone];
            }
        }
        here.push_back((ordinal, class, word.start));
        held[class] += 1;
        if held[class] == 1 {
            weight += weights[class];
        }
        let first = here.front().map_or(word.start, |w| w.2);
        let window = Window {
            weight,
            first,
            last: word.start + word.text.len(),
        };
        // Of windows that overlap only the best is kept.
        match &mut latest {
            Some((since, held)) if ordinal < *since + reach => {
                if window.weight > held.weight + 1e-9 {
                    *held = window;
                }
            }
            _ => {
                if let Some((_, done)) = latest.replace((ordinal, window)) {
                    keep(&mut best, done);
                }
            }
        }
    }
    if let Some((_, done)) = latest {
        keep(&mut best, done);
    }
    best
}

struct Alignment {
    score: f64,
    /// For each word of the anchor its word in `hay`.
    pairs: Vec<Option<usize>>,
    /// The words of the window: start in the text, and whether a word is the same or only alike.
    hay: Vec<usize>,
    same: Vec<bool>,
}

/// Aligns the anchor with one window, both in order, leaving out what has no counterpart.
#[expect(clippy::cast_precision_loss, reason = "a number of words")]
fn align(
    needle: &[Word<'_>],
    classes: &HashMap<u64, usize>,
    weights: &[f64],
    window: Window,
    text: &str,
) -> Alignment {
    // As many words more on both sides as the window may have cut off.
    let margin = needle.len() * 12;
    let from = text.floor_char_boundary(window.first.saturating_sub(margin));
    let from = text
        .get(from..window.first)
        .and_then(|cut| cut.find(char::is_whitespace))
        .map_or(window.first, |at| from + at);
    let to = text.ceil_char_boundary((window.last + margin).min(text.len()));
    let hay: Vec<Word<'_>> = words(text.get(from..to).unwrap_or_default(), from)
        .take(needle.len() * 8 + 16)
        .collect();
    let weight = |i: usize| weights[classes[&needle[i].hash]];
    let gap = GAP * (0..needle.len()).map(weight).sum::<f64>() / needle.len() as f64;

    let wide = hay.len() + 1;
    let mut scores = vec![0.0_f64; (needle.len() + 1) * wide];
    let worth = |i: usize, j: usize| -> Option<f64> {
        if needle[i].hash == hay[j].hash {
            Some(weight(i))
        } else {
            alike(needle[i].text, hay[j].text).then(|| weight(i) * 0.5)
        }
    };
    for i in 1..=needle.len() {
        for j in 1..=hay.len() {
            let skip_needle = scores[(i - 1) * wide + j];
            // Words of the text before the first and after the last word found cost nothing.
            let before = scores[i * wide + j - 1];
            let skip_hay = if before > 0.0 {
                (before - gap).max(0.0)
            } else {
                0.0
            };
            let both = worth(i - 1, j - 1).map_or(0.0, |w| scores[(i - 1) * wide + j - 1] + w);
            scores[i * wide + j] = skip_needle.max(skip_hay).max(both);
        }
    }
    let last = needle.len() * wide;
    let (mut j, score) =
        (0..=hay.len())
            .map(|j| (j, scores[last + j]))
            .fold(
                (0, 0.0),
                |best, here| if here.1 > best.1 { here } else { best },
            );
    let mut pairs = vec![None; needle.len()];
    let mut same = vec![false; needle.len()];
    let mut i = needle.len();
    while i > 0 && j > 0 {
        let here = scores[i * wide + j];
        let both = worth(i - 1, j - 1).map(|w| scores[(i - 1) * wide + j - 1] + w);
        if both.is_some_and(|b| (b - here).abs() < 1e-9) {
            pairs[i - 1] = Some(j - 1);
            same[i - 1] = needle[i - 1].hash == hay[j - 1].hash;
            (i, j) = (i - 1, j - 1);
        } else if (scores[(i - 1) * wide + j] - here).abs() < 1e-9 {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    Alignment {
        score,
        pairs,
        hay: hay.iter().map(|w| w.start).collect(),
        same,
    }
}

impl Alignment {
    fn near(&self, anchor: &Anchor) -> usize {
        self.pairs
            .iter()
            .flatten()
            .next()
            .map_or(usize::MAX, |&j| self.hay[j].abs_diff(anchor.offset))
    }

    /// Where the first word of the place is now.
    fn place(
        &self,
        anchor: &Anchor,
        quote: &str,
        needle: &[Word<'_>],
        text: &str,
    ) -> Option<(usize, Trust)> {
        let split = anchor.prefix.len();
        let first = needle.partition_point(|w| w.start + w.text.len() <= split);
        let before = (0..first).rev().find_map(|i| Some((i, self.pairs[i]?)));
        let after = (first..needle.len()).find_map(|i| Some((i, self.pairs[i]?)));
        if let Some((i, j)) = after.filter(|&(i, _)| i == first) {
            let start = self.hay[j];
            let whole = self.same[first..].iter().all(|&same| same)
                && self.pairs[first..]
                    .iter()
                    .zip(j..)
                    .all(|(&pair, j)| pair == Some(j));
            let trust = if whole { Trust::Moved } else { Trust::Alike };
            let inside = split.saturating_sub(needle[i].start);
            let at = if inside > 0 && self.same[i] {
                text.floor_char_boundary(start + inside)
            } else {
                opening(text, start, leading(quote, split))
            };
            return Some((at, trust));
        }
        let at = match (before, after) {
            // The words after the last one that still stands before the place.
            (Some((i, j)), after) => {
                let limit = after.map_or(usize::MAX, |(_, j)| j);
                let next = (j + (first - i).max(1)).min(limit);
                let within = self.paragraph_end(text, j + 1);
                self.hay[next.min(within).min(self.hay.len() - 1)]
            }
            // As many words before the first one that still stands after it, inside its paragraph.
            (None, Some((i, j))) => {
                let start = text
                    .get(..self.hay[j])
                    .and_then(|t| t.rfind(super::super::BLOCK_BREAK))
                    .unwrap_or(0);
                let earliest = self.hay.partition_point(|&at| at < start);
                self.hay[j.saturating_sub(i - first).max(earliest.min(j))]
            }
            (None, None) => return None,
        };
        Some((at, Trust::Alike))
    }

    /// The last word of `hay` in the paragraph that the word `j` is in.
    fn paragraph_end(&self, text: &str, j: usize) -> usize {
        let Some(&from) = self.hay.get(j) else {
            return self.hay.len().saturating_sub(1);
        };
        let end = text
            .get(from..)
            .and_then(|t| t.find(super::super::BLOCK_BREAK))
            .map_or(text.len(), |at| from + at);
        self.hay.partition_point(|&at| at < end).saturating_sub(1)
    }
}

/// True where the quote has signs (an opening quote mark) between its place and its first word.
fn leading(quote: &str, split: usize) -> bool {
    quote
        .get(split..)
        .and_then(|exact| exact.chars().next())
        .is_some_and(|c| !c.is_alphanumeric())
}

/// `start`, or the start of the signs that stand against it, where the place began with such signs.
fn opening(text: &str, start: usize, signs: bool) -> usize {
    if !signs {
        return start;
    }
    let before = text.get(..start).unwrap_or_default();
    before
        .trim_end_matches(|c: char| !c.is_whitespace() && !c.is_alphanumeric())
        .len()
}

/// Two spellings of one word: two thirds of the longer one is the same from its start and its end.
fn alike(a: &str, b: &str) -> bool {
    let lower = |s: &str| -> Option<Vec<char>> {
        let letters: Vec<char> = s
            .chars()
            .take(LONGEST_COMPARED + 1)
            .flat_map(char::to_lowercase)
            .collect();
        (4..=LONGEST_COMPARED)
            .contains(&letters.len())
            .then_some(letters)
    };
    let (Some(a), Some(b)) = (lower(a), lower(b)) else {
        return false;
    };
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let end = a[start..]
        .iter()
        .rev()
        .zip(b[start..].iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    (start + end) * 3 >= a.len().max(b.len()) * 2
}
