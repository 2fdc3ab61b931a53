//! The model: one text, and ranges over it.
//!
//! Whatever the file was, an [`Article`] is one string with [`Block`]s and [`Mark`]s beside it. Blocks
//! are in order, never empty, never overlap, and are parted by exactly one blank line (`"\n\n"`), so
//! that the text alone can be printed, searched or hashed. Everything else in the program (lines,
//! quotations, search hits, the reader's place) is a [`Span`] or an offset into that string.
//!
//! This room knows no other room, no file, no clock and no serialised form. It cannot fail: an
//! [`Article`] is put together by [`Builder`], which keeps the invariants by construction.

mod anchor;
#[cfg(test)]
mod invented;
mod meta;
mod passage;

pub use anchor::{Anchor, Found, Trust};
pub use meta::{Author, Meta, Published};
pub use passage::Passage;

use std::fmt;
use std::ops::Range;

/// What parts two blocks in [`Article::text`]: one blank line.
pub const BLOCK_BREAK: &str = "\n\n";

/// A range of bytes in an article's text, always on character boundaries. Unlike [`Range`] it is `Copy`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to, not including, `end`, in bytes.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// True where the range holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// True where the byte at `offset` is inside.
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// True where the two have a byte in common.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes that both have, empty where there are none.
    #[must_use]
    pub fn intersection(self, other: Span) -> Span {
        let start = self.start.max(other.start);
        Span::new(start, self.end.min(other.end).max(start))
    }

    /// The text of this range; empty where the range does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// As the standard library's range, for indexing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// One block of an article: a paragraph, a heading, an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What sort of block it is.
    pub kind: BlockKind,
    /// Its bytes in the text. Never empty. A `'\n'` inside is a line break that must be kept.
    pub span: Span,
}

/// The sorts of block that are set differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading inside the article; 1 is the highest. The article's title is not a block.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// Running text.
    Paragraph,
    /// A paragraph of a block quote.
    Quote {
        /// 1 for a quote, 2 for a quote in it, and so on.
        depth: u8,
    },
    /// The first paragraph of a list item. Its marker is set by the typesetter and not in the text.
    ListItem {
        /// 1 for the outermost list.
        depth: u8,
        /// The item's number in an ordered list, `None` for a bullet.
        number: Option<u32>,
    },
    /// Preformatted text: every line is kept as it is.
    Code,
    /// The caption of a picture or a table.
    Caption,
    /// A table as plain text, one row a line, cells parted by two spaces or more.
    Table,
    /// A break between sections; its text is `* * *`.
    Rule,
}

impl BlockKind {
    /// The name that `show --json` gives it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading { .. } => "heading",
            Self::Paragraph => "paragraph",
            Self::Quote { .. } => "quote",
            Self::ListItem { .. } => "list_item",
            Self::Code => "code",
            Self::Caption => "caption",
            Self::Table => "table",
            Self::Rule => "rule",
        }
    }

    /// A heading's level, or the depth of a quote or list item.
    pub const fn level(self) -> Option<u8> {
        match self {
            Self::Heading { level } => Some(level),
            Self::Quote { depth } | Self::ListItem { depth, .. } => Some(depth),
            _ => None,
        }
    }

    /// True where the words are running prose, which is what is quoted from and counted.
    pub const fn is_prose(self) -> bool {
        matches!(
            self,
            Self::Paragraph | Self::Quote { .. } | Self::ListItem { .. }
        )
    }
}

/// A stretch of text that is set apart inside a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What is marked, inside one block.
    pub span: Span,
    /// How.
    pub kind: MarkKind,
}

/// The ways a stretch of text is set apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Italic.
    Emphasis,
    /// Bold.
    Strong,
    /// Code in running text.
    Code,
    /// Struck out.
    Struck,
    /// A link to the address it holds.
    Link(String),
}

/// What a reader should know about how an article was read; the interface puts it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The bytes were not valid in the encoding they claimed; this many were replaced.
    ReplacedCharacters(usize),
    /// The front matter is not valid YAML and was read line by line.
    LooseFrontMatter,
    /// The article has no text.
    Empty,
}

/// Identifies an article by its words: the first 16 hexadecimal digits of the BLAKE3 hash of the tidied
/// text. Two files with the same text are the same article, wherever they stand and whatever their form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// Hashes `text`.
    pub fn of(text: &str) -> Self {
        let mut hex = blake3::hash(text.as_bytes()).to_hex().to_string();
        hex.truncate(16);
        Self(hex)
    }

    /// Takes an ID that was written down before; `None` where it is not 16 lower-case hexadecimal digits.
    pub fn parse(hex: &str) -> Option<Self> {
        let fits = hex.len() == 16 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        fits.then(|| Self(hex.to_owned()))
    }

    /// The 16 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An article: its metadata, its one text, and what lies over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Title, authors, date and the like.
    pub meta: Meta,
    /// What the reader should know about how it was read.
    pub notices: Vec<Notice>,
    id: Id,
    text: String,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
    soft_hyphens: Vec<usize>,
    words: usize,
}

impl Article {
    /// The article's identity: a hash of its text.
    pub const fn id(&self) -> &Id {
        &self.id
    }

    /// The whole text: the blocks' plain text, joined by one blank line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The marks, sorted by where they start.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The marks that touch `span`, in order.
    pub fn marks_in(&self, span: Span) -> impl Iterator<Item = &Mark> {
        // A mark lies inside one block, so nothing before this block's first mark can reach `span`.
        let block_start = self
            .block_at(span.start)
            .map_or(0, |i| self.blocks[i].span.start);
        let first = self.marks.partition_point(|m| m.span.start < block_start);
        self.marks[first..]
            .iter()
            .take_while(move |m| m.span.start < span.end)
            .filter(move |m| m.span.overlaps(span))
    }

    /// Offsets in bytes at which the source had a soft hyphen: a break is allowed there. The soft hyphens
    /// themselves are not in the text, so that nothing shows, finds or copies them.
    pub fn soft_hyphens(&self) -> &[usize] {
        &self.soft_hyphens
    }

    /// The index of the block at `offset` in bytes; an offset between two blocks belongs to the next one,
    /// one past the end to the last. `None` only for an article without blocks.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        let last = self.blocks.len().checked_sub(1)?;
        Some(
            self.blocks
                .partition_point(|b| b.span.end <= offset)
                .min(last),
        )
    }

    /// Number of words in the text, as white space parts them.
    pub const fn words(&self) -> usize {
        self.words
    }

    /// Minutes that reading takes at [`WORDS_PER_MINUTE`], at least 1.
    pub fn reading_minutes(&self) -> u32 {
        minutes_for(self.words)
    }

    /// The share of the text that lies before `offset`, 0 to 1.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share needs no more than 52 bits"
    )]
    pub fn share_before(&self, offset: usize) -> f64 {
        if self.text.is_empty() {
            return 0.0;
        }
        (offset.min(self.text.len()) as f64) / (self.text.len() as f64)
    }
}

/// Reading speed used for reading times: silent reading of Dutch non-fiction runs at about 230 to 240
/// words a minute (Brysbaert 2019, Journal of Memory and Language 109, gives 238 for non-fiction).
pub const WORDS_PER_MINUTE: usize = 238;

/// Whole minutes that reading `words` words takes, rounded up, at least 1.
pub fn minutes_for(words: usize) -> u32 {
    u32::try_from(words.div_ceil(WORDS_PER_MINUTE))
        .unwrap_or(u32::MAX)
        .max(1)
}

/// Puts an [`Article`] together block by block, so that no caller can break its invariants.
///
/// Text goes in through [`Builder::push`]; a block is begun by [`Builder::begin`] and ended by the next
/// `begin` or by [`Builder::finish`]. A block that stays empty (or only white space) is dropped, white
/// space at its ends is cut, and its soft hyphens are taken out and remembered.
#[derive(Debug, Default)]
pub struct Builder {
    text: String,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
    soft_hyphens: Vec<usize>,
    open: Option<(BlockKind, usize)>,
    open_marks: Vec<(MarkKind, usize)>,
}

impl Builder {
    /// An article without blocks.
    pub fn new() -> Self {
        Self::default()
    }

    /// An article that will hold about `bytes` bytes of text.
    pub fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            ..Self::default()
        }
    }

    /// Ends the open block, if any, and begins one of this kind.
    pub fn begin(&mut self, kind: BlockKind) {
        self.end();
        if !self.text.is_empty() {
            self.text.push_str(BLOCK_BREAK);
        }
        self.open = Some((kind, self.text.len()));
    }

    /// Adds plain text to the open block; opens a paragraph where none is open. The caller has tidied it:
    /// no control characters but `'\n'`.
    pub fn push(&mut self, plain: &str) {
        if self.open.is_none() {
            self.begin(BlockKind::Paragraph);
        }
        // Blocks begin with a word, so white space before the first one is dropped here.
        let at_start = self.open.is_some_and(|(_, start)| start == self.text.len());
        let plain = match self.open {
            Some((BlockKind::Code | BlockKind::Table, _)) if at_start => {
                plain.trim_start_matches('\n')
            }
            _ if at_start => plain.trim_start(),
            _ => plain,
        };
        let mut rest = plain;
        while let Some((before, after)) = rest.split_once('\u{ad}') {
            self.text.push_str(before);
            self.soft_hyphens.push(self.text.len());
            rest = after;
        }
        self.text.push_str(rest);
    }

    /// Whether the open block holds text yet.
    pub fn is_blank(&self) -> bool {
        self.open.is_none_or(|(_, start)| start == self.text.len())
    }

    /// Begins a mark at this point of the open block.
    pub fn open_mark(&mut self, kind: MarkKind) {
        if self.open.is_none() {
            self.begin(BlockKind::Paragraph);
        }
        self.open_marks.push((kind, self.text.len()));
    }

    /// Ends the mark that was begun last.
    pub fn close_mark(&mut self) {
        if let Some((kind, start)) = self.open_marks.pop() {
            self.marks.push(Mark {
                span: Span::new(start, self.text.len()),
                kind,
            });
        }
    }

    /// Ends the open block: cuts white space at its end, drops it where nothing is left.
    pub fn end(&mut self) {
        while !self.open_marks.is_empty() {
            self.close_mark();
        }
        let Some((kind, start)) = self.open.take() else {
            return;
        };
        let end = start
            + Span::new(start, self.text.len())
                .of(&self.text)
                .trim_end()
                .len();
        self.text.truncate(end);
        if end == start {
            self.text
                .truncate(self.blocks.last().map_or(0, |b| b.span.end));
        } else {
            self.blocks.push(Block {
                kind,
                span: Span::new(start, end),
            });
        }
        let end = self.text.len();
        for mark in self.marks.iter_mut().rev().take_while(|m| m.span.end > end) {
            mark.span = Span::new(mark.span.start.min(end), end);
        }
        while self.soft_hyphens.last().is_some_and(|&at| at >= end) {
            self.soft_hyphens.pop();
        }
    }

    /// The blocks that are complete so far.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Ends the last block and gives the article.
    pub fn finish(mut self, meta: Meta, mut notices: Vec<Notice>) -> Article {
        self.end();
        self.marks.retain(|m| !m.span.is_empty());
        self.marks
            .sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        if self.blocks.is_empty() {
            notices.push(Notice::Empty);
        }
        let words = self.text.split_ascii_whitespace().count();
        Article {
            meta,
            notices,
            id: Id::of(&self.text),
            text: self.text,
            blocks: self.blocks,
            marks: self.marks,
            soft_hyphens: self.soft_hyphens,
            words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three_blocks() -> Article {
        let mut b = Builder::new();
        b.begin(BlockKind::Heading { level: 2 });
        b.push("  Een kop ");
        b.begin(BlockKind::Paragraph);
        b.push("   ");
        b.begin(BlockKind::Paragraph);
        b.push("Een ");
        b.open_mark(MarkKind::Emphasis);
        b.push("ver\u{ad}haal ");
        b.close_mark();
        b.finish(Meta::default(), Vec::new())
    }

    #[test]
    fn blocks_are_parted_by_one_blank_line_and_never_empty() {
        let article = three_blocks();
        assert_eq!(article.text(), "Een kop\n\nEen verhaal");
        let spans: Vec<_> = article
            .blocks()
            .iter()
            .map(|b| b.span.of(article.text()))
            .collect();
        assert_eq!(spans, ["Een kop", "Een verhaal"]);
    }

    #[test]
    fn a_soft_hyphen_is_remembered_and_not_in_the_text() {
        let article = three_blocks();
        assert_eq!(
            article.soft_hyphens(),
            [article.text().find("haal").expect("there")]
        );
    }

    #[test]
    fn a_mark_never_reaches_past_its_block() {
        let article = three_blocks();
        assert_eq!(article.marks().len(), 1);
        assert_eq!(article.marks()[0].span.of(article.text()), "verhaal");
    }

    #[test]
    fn a_place_between_blocks_belongs_to_the_next() {
        let article = three_blocks();
        assert_eq!(article.block_at(0), Some(0));
        assert_eq!(article.block_at(7), Some(1));
        assert_eq!(article.block_at(9_999), Some(1));
        assert_eq!(
            Builder::new()
                .finish(Meta::default(), Vec::new())
                .block_at(0),
            None
        );
    }

    #[test]
    fn marks_are_found_by_the_text_they_touch() {
        let article = three_blocks();
        let verhaal = article.text().find("verhaal").expect("there");
        assert_eq!(article.marks_in(Span::new(verhaal, verhaal + 3)).count(), 1);
        assert_eq!(article.marks_in(Span::new(0, 7)).count(), 0);
    }

    #[test]
    fn the_same_words_have_the_same_identity_and_ids_are_checked_when_read_back() {
        let id = three_blocks().id().clone();
        assert_eq!(Id::of("Een kop\n\nEen verhaal"), id);
        assert_eq!(Id::parse(id.as_str()), Some(id));
        assert_eq!(Id::parse("../../etc/passwd"), None);
    }
}
