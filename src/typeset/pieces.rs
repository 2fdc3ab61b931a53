//! A block's text as the breaker of lines sees it: the places where a line may end, each with the cells
//! before it. Knows no measure, so that a new measure costs no new search for syllables.
//!
//! The one idea: a place carries two sums of cells, what a line that *ends* here counts up to it and what
//! a line that *starts* here leaves out. White space that vanishes at a break, added hyphens and changed
//! spellings are all in these two numbers, and a line's width is one subtraction.

use super::glue::{self, Tie};
use super::hyphenate::{self, Break, Patterns, Respelling};
use crate::article::{Article, Block, BlockKind, Span};
use foldhash::fast::RandomState;
use std::collections::HashMap;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What sort of place a line may end at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// The start or end of the text.
    Edge,
    /// White space, which is not printed.
    Space(Tie),
    /// Inside a word, without a hyphen: `en/of`, an address, between ideographs.
    Inside(Tie),
    /// At a hyphen of the word's own.
    OwnHyphen,
    /// Between two syllables; a hyphen is added.
    Syllable,
    /// Between any two characters, since nothing else fits. Only made for a measure that needs it.
    Torn,
}

/// A place where a line may end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Where the ink before it ends, in bytes of the article's text.
    pub(super) at: usize,
    /// Where the ink after it begins; the white space between belongs to the line before.
    pub(super) next: usize,
    /// Cells up to `at` in the source's spelling.
    pub(super) bare: i32,
    /// Cells that a line ending here counts up to it.
    pub(super) end: i32,
    /// Cells that a line starting here leaves out.
    pub(super) start: i32,
    /// Gaps before `at`.
    pub(super) gaps: i32,
    /// Gaps before `next`.
    pub(super) gaps_left: i32,
    /// What sort of place it is.
    pub(super) sort: Sort,
    /// Which of [`Stretch::respellings`] applies; 0 for none.
    pub(super) respelling: usize,
}

impl Place {
    /// Whether a line that ends here gets a hyphen.
    pub(super) const fn adds_hyphen(&self) -> bool {
        matches!(self.sort, Sort::Syllable)
    }
}

/// Text between two forced breaks, with the places where a line of it may end.
#[derive(Debug)]
pub(super) struct Stretch {
    /// All its bytes, the `'\n'` that ends it included.
    pub(super) span: Span,
    /// The places in order; the first is the start and the last the end. Empty where there is no ink.
    pub(super) places: Vec<Place>,
    /// Spellings that change, tail and head; the first stands for none.
    pub(super) respellings: Vec<(Respelling, Respelling)>,
    /// Cells of its widest piece, the one between two neighbouring places.
    pub(super) widest: i32,
}

/// A block, or a part of a very long one, cut up.
#[derive(Debug)]
pub(super) enum Pieces {
    /// Running text, by its forced breaks.
    Prose(Vec<Stretch>),
    /// Text that stays as it is.
    Verbatim(Span),
}

/// Cuts blocks up. Remembers words, since half of a text consists of a few hundred of them.
#[derive(Debug)]
pub(super) struct Cutter<'a> {
    article: &'a Article,
    patterns: Patterns,
    known: HashMap<&'a str, (usize, usize), RandomState>,
    breaks: Vec<Break>,
    /// Scratch: a word's breaks, its clusters, the words of a stretch, and the UAX 14 places inside a word.
    fresh: Vec<Break>,
    clusters: Vec<(usize, i32)>,
    words: Vec<Span>,
    inside: Vec<usize>,
}

/// A word of more bytes than this is no word of a language (an address, a hash, ideographs), and is not
/// looked up. The longest Dutch words in print stay below 70 letters.
const LONGEST_WORD: usize = 160;

impl<'a> Cutter<'a> {
    /// For blocks of `article`, to be divided by these patterns.
    pub(super) fn new(article: &'a Article, patterns: Patterns) -> Self {
        Self {
            article,
            patterns,
            known: HashMap::default(),
            breaks: Vec::new(),
            fresh: Vec::new(),
            clusters: Vec::new(),
            words: Vec::new(),
            inside: Vec::new(),
        }
    }

    /// Cuts up `span` of `block`.
    pub(super) fn cut(&mut self, block: &Block, span: Span) -> Pieces {
        if matches!(block.kind, BlockKind::Code | BlockKind::Table) {
            return Pieces::Verbatim(span);
        }
        let mut stretches = Vec::new();
        let mut start = span.start;
        for line in span.of(self.article.text()).split_inclusive('\n') {
            stretches.push(self.stretch(Span::new(start, start + line.len())));
            start += line.len();
        }
        Pieces::Prose(stretches)
    }

    fn stretch(&mut self, span: Span) -> Stretch {
        let text = self.article.text();
        let mut stretch = Stretch {
            span,
            places: Vec::with_capacity(span.len() / 3),
            respellings: vec![(Respelling::default(), Respelling::default())],
            widest: 0,
        };
        let mut words = std::mem::take(&mut self.words);
        words.clear();
        let mut at = span.start;
        while let Some(gap) = gap_at(text, Span::new(at, span.end)) {
            if at < gap.start {
                words.push(Span::new(at, gap.start));
            }
            at = gap.end;
        }
        if at < span.end {
            words.push(Span::new(at, span.end));
        }
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            self.places(&words, &mut stretch);
            let ink = Span::new(first.start, last.end);
            debug_assert!(stretch.places.first().is_some_and(|p| p.at == ink.start));
            debug_assert!(stretch.places.last().is_some_and(|p| p.at == ink.end));
        }
        stretch.widest = stretch
            .places
            .windows(2)
            .map(|pair| pair[1].end - pair[0].start)
            .max()
            .unwrap_or(0);
        self.words = words;
        stretch
    }

    /// Gathers the places of a stretch that consists of `words`, at least one.
    fn places(&mut self, words: &[Span], stretch: &mut Stretch) {
        let text = self.article.text();
        let span = stretch.span;
        let mut uax = unicode_linebreak::linebreaks(span.of(text))
            .map(|(offset, _)| span.start + offset)
            .peekable();
        let edge = |at, next, cells, gaps| Place {
            at,
            next,
            bare: cells,
            end: cells,
            start: cells,
            gaps,
            gaps_left: gaps,
            sort: Sort::Edge,
            respelling: 0,
        };
        let (mut column, mut gaps) = (0, 0);
        let start = words.first().map_or(span.start, |word| word.start);
        stretch.places.push(edge(start, start, 0, 0));
        let mut following = words.iter().skip(1);
        for &word in words {
            self.inside.clear();
            while uax.next_if(|&at| at <= word.start).is_some() {}
            while let Some(at) = uax.next_if(|&at| at < word.end) {
                self.inside.push(at);
            }
            let width = self.word(word, column, gaps, stretch);
            column += width;
            let Some(&after) = following.next() else {
                break;
            };
            // A break at the word's end is one after the gap, or there is none: a no-break space.
            let mut allowed = false;
            while let Some(at) = uax.next_if(|&at| at <= after.start) {
                allowed |= at > word.end;
            }
            if allowed {
                let tie = glue::between(word.of(text), after.of(text));
                if tie != Tie::Never && !joins(text, after.start) {
                    stretch.places.push(Place {
                        at: word.end,
                        next: after.start,
                        bare: column,
                        end: column,
                        start: column + 1,
                        gaps,
                        gaps_left: gaps + 1,
                        sort: Sort::Space(tie),
                        respelling: 0,
                    });
                }
            }
            column += 1;
            gaps += 1;
        }
        let end = words.last().map_or(span.end, |word| word.end);
        stretch.places.push(edge(end, span.end, column, gaps));
    }

    /// Adds the places inside one word, and gives its cells.
    fn word(&mut self, span: Span, column: i32, gaps: i32, stretch: &mut Stretch) -> i32 {
        let word = span.of(self.article.text());
        let (from, to) = self.divided(word);
        let hidden = self.soft_hyphens(span);
        if from == to && hidden.is_empty() && self.inside.is_empty() {
            return cells(word);
        }
        let ascii = word.is_ascii();
        if !ascii {
            clusters(word, &mut self.clusters);
        }
        let known = &self.clusters;
        // The cells before a byte of the word; `None` inside a character.
        let cells_at = |at: usize| {
            if ascii {
                i32::try_from(at).ok()
            } else {
                let found = known
                    .binary_search_by_key(&at, |&(offset, _)| offset)
                    .ok()?;
                Some(known[found].1)
            }
        };
        let width = cells_at(word.len()).unwrap_or(0);
        let divided = &self.breaks[from..to];
        let mut syllables = divided.iter().copied().peekable();
        let mut softs = hidden.iter().map(|&at| at - span.start).peekable();
        let mut insides = self.inside.iter().map(|&at| at - span.start).peekable();
        let mut limit = 0;
        loop {
            let nearest = [
                syllables.peek().map(|b| b.at),
                softs.peek().copied(),
                insides.peek().copied(),
            ];
            let Some(at) = nearest.into_iter().flatten().min() else {
                break;
            };
            let syllable = syllables.next_if(|b| b.at == at);
            let is_soft = softs.next_if_eq(&at).is_some();
            let tie = insides
                .next_if_eq(&at)
                .and_then(|at| glue::inside(word, at));
            let (sort, cut) = match (tie, syllable) {
                (Some(Tie::Never), None) => continue,
                (Some(tie), None) => (Sort::Inside(tie), None),
                (_, Some(cut)) if !cut.hyphen => {
                    let own = word
                        .get(..at)
                        .is_some_and(|w| w.ends_with(['-', '\u{2010}']));
                    (
                        if own {
                            Sort::OwnHyphen
                        } else {
                            Sort::Inside(Tie::Loose)
                        },
                        None,
                    )
                }
                // A soft hyphen is the writer's own word on where to divide: the patterns are silent then.
                (_, Some(cut)) if is_soft || hidden.is_empty() => (Sort::Syllable, Some(cut)),
                (None, None) if is_soft => (Sort::Syllable, None),
                _ => continue,
            };
            let (tail, head) = cut.map_or_else(Default::default, |cut| (cut.tail, cut.head));
            let place = (|| {
                let bare = cells_at(at)?;
                let before = cells_at(at.checked_sub(tail.cut).filter(|&b| b >= limit)?)?;
                let after = cells_at(at + head.cut)?;
                let hyphen = i32::from(sort == Sort::Syllable);
                Some((
                    column + bare,
                    column + before + cells(tail.ink) + hyphen,
                    column + after - cells(head.ink),
                ))
            })();
            // A place inside a character is none.
            let Some((bare, end, start)) = place.filter(|_| at > 0 && at < word.len()) else {
                continue;
            };
            limit = at + head.cut;
            let respelling = if tail == Respelling::default() && head == Respelling::default() {
                0
            } else {
                stretch.respellings.push((tail, head));
                stretch.respellings.len() - 1
            };
            stretch.places.push(Place {
                at: span.start + at,
                next: span.start + at,
                bare,
                end,
                start,
                gaps,
                gaps_left: gaps,
                sort,
                respelling,
            });
        }
        width
    }

    /// Where a word may be divided, as a range of `self.breaks`.
    fn divided(&mut self, word: &'a str) -> (usize, usize) {
        if word.len() < 4 || word.len() > LONGEST_WORD {
            return (0, 0);
        }
        if let Some(&range) = self.known.get(word) {
            return range;
        }
        hyphenate::breaks(word, self.patterns, &mut self.fresh);
        let range = (self.breaks.len(), self.breaks.len() + self.fresh.len());
        self.breaks.append(&mut self.fresh);
        self.known.insert(word, range);
        range
    }

    /// The soft hyphens inside a word.
    fn soft_hyphens(&self, word: Span) -> &'a [usize] {
        let all = self.article.soft_hyphens();
        if all.is_empty() {
            return all;
        }
        let from = all.partition_point(|&at| at <= word.start);
        let to = all.partition_point(|&at| at < word.end);
        all.get(from..to).unwrap_or_default()
    }
}

/// The next white space in `span`, or `None`.
pub(super) fn gap_at(text: &str, span: Span) -> Option<Span> {
    let rest = span.of(text);
    let start = rest.find(char::is_whitespace)?;
    let len = rest
        .get(start..)?
        .find(|c: char| !c.is_whitespace())
        .unwrap_or(rest.len() - start);
    let start = span.start + start;
    Some(Span::new(start, start + len))
}

/// Whether the character at `at` combines with the white space before it into one cluster.
fn joins(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else {
        return false;
    };
    let first = after.chars().next().filter(|&c| !is_plain(c));
    let (Some(blank), Some(first)) = (before.chars().next_back(), first) else {
        return false;
    };
    let pair: String = [blank, first].into_iter().collect();
    pair.graphemes(true).count() == 1
}

/// Letters and signs of the Latin script that are one cell each and no part of a longer character.
const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '‐'..='‧' | '€')
}

/// The cells that `text` takes: the sum over its grapheme clusters, which is how a terminal is filled.
pub(super) fn cells(text: &str) -> i32 {
    let cells = if text.is_ascii() {
        text.len()
    } else if text.chars().all(is_plain) {
        text.chars().count()
    } else {
        text.graphemes(true).map(UnicodeWidthStr::width).sum()
    };
    i32::try_from(cells).unwrap_or(i32::MAX)
}

/// The bytes at which characters of `word` begin, and the cells before them; its end included.
fn clusters(word: &str, into: &mut Vec<(usize, i32)>) {
    into.clear();
    let mut column = 0;
    if word.chars().all(is_plain) {
        for (offset, _) in word.char_indices() {
            into.push((offset, column));
            column += 1;
        }
    } else {
        for (offset, cluster) in word.grapheme_indices(true) {
            into.push((offset, column));
            column += cells(cluster);
        }
    }
    into.push((word.len(), column));
}

impl Stretch {
    /// Places between `from` and `to`, two neighbouring places, at every character, for a measure in which
    /// what stands between them does not fit.
    pub(super) fn torn(&self, text: &str, from: &Place, to: &Place, into: &mut Vec<Place>) {
        let (_, head) = self.respelling(from);
        let (tail, _) = self.respelling(to);
        let span = Span::new(from.next + head.cut, to.at.saturating_sub(tail.cut));
        let mut column = from.start + cells(head.ink);
        let mut gaps = from.gaps_left;
        let mut at = span.start;
        let mut place = |at, next, column, gaps, gap| {
            into.push(Place {
                at,
                next,
                bare: column,
                end: column,
                start: column + gap,
                gaps,
                gaps_left: gaps + gap,
                sort: Sort::Torn,
                respelling: 0,
            });
        };
        while at < span.end {
            let gap = gap_at(text, Span::new(at, span.end));
            let word = Span::new(at, gap.map_or(span.end, |gap| gap.start));
            for (offset, cluster) in word.of(text).grapheme_indices(true) {
                column += cells(cluster);
                let next = at + offset + cluster.len();
                // The piece's own end is a place already.
                if next < word.end {
                    place(next, next, column, gaps, 0);
                }
            }
            let Some(gap) = gap else {
                break;
            };
            if !joins(text, gap.end) {
                place(gap.start, gap.end, column, gaps, 1);
            }
            column += 1;
            gaps += 1;
            at = gap.end;
        }
    }

    /// What changes in spelling at a place: at the end of the line before it, at the start of the next.
    pub(super) fn respelling(&self, place: &Place) -> (Respelling, Respelling) {
        self.respellings
            .get(place.respelling)
            .copied()
            .unwrap_or_default()
    }
}
