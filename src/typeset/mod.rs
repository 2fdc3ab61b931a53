//! Article × [`Setting`] → lines → pages.
//!
//! Layout holds ranges: a [`Line`] says which bytes of the article's text it stands for, and what is
//! printed in their place where a break changes the spelling (`zeeën` → `zee-` / `en`). So search, copying
//! and places use the source, and nothing here copies text. Knows no colours and no screen.
//!
//! An article is laid out section by section, when a section is first needed: a section is a stretch of
//! whole blocks, short enough to be set within one frame, that begins a page of its own. An article of
//! ordinary length is one section. So a book opens as fast as a column, a resize costs what is visible,
//! and a page is the same page however one came there.

pub mod hyphenate;

use crate::article::{Article, Span};
use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// How an article is to be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Setting {
    /// The measure: cells in a line of running text, at least 1.
    pub measure: u16,
    /// Lines on a page (in one column of it), at least 1.
    pub rows: u16,
    /// Columns of text on a page: 1, or 2 for a spread.
    pub columns: u8,
    /// Rows that the article's title takes from the first column of the first page, less than `rows`.
    pub opening: u16,
    /// Where the right edge runs.
    pub alignment: Alignment,
    /// Whether words may be divided.
    pub hyphenation: Hyphenation,
}

/// Where a column's right edge runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// As the words fall.
    #[default]
    Ragged,
    /// Straight.
    Justified,
}

/// Whether words may be divided at a line's end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hyphenation {
    /// By the rules of the article's language.
    #[default]
    On,
    /// Only where a word has a hyphen of its own.
    Off,
}

/// One line as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The block it belongs to, an index into [`Article::blocks`].
    pub block: usize,
    /// The bytes it stands for. The lines of a block cover it exactly, white space at the breaks included.
    pub span: Span,
    /// Blank rows above it, unless it is the first of a column.
    pub space_before: u16,
    /// True for the first line of its block.
    pub opens_block: bool,
    /// What is printed, left to right. Empty for a line without ink.
    pub runs: Vec<Run>,
}

/// A stretch of a line that is printed in one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The bytes it stands for; empty for ink that has no source (a list marker, an added hyphen).
    pub span: Span,
    /// The cell it starts in, counted from the column's left edge.
    pub column: u16,
    /// What is printed where that is not the source itself.
    pub ink: Ink,
}

/// What a [`Run`] prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The source text of the run's span, letter by letter.
    Source,
    /// Something else: a respelled piece at a break, an added hyphen, a list marker.
    Other(Cow<'static, str>),
}

impl Run {
    /// What it prints.
    pub fn printed<'a>(&'a self, text: &'a str) -> &'a str {
        match &self.ink {
            Ink::Source => self.span.of(text),
            Ink::Other(ink) => ink,
        }
    }
}

/// Which page: pages are counted within sections, so that one can be named before the rest is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId {
    /// Section, counted from 0.
    pub section: usize,
    /// Page within the section, counted from 0.
    pub page: usize,
}

/// Pages in each section, once all of them have been laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageCounts {
    /// What the counts hold for.
    pub setting: Option<Setting>,
    /// Pages of each section.
    pub pages: Vec<u32>,
}

/// One article, set as far as it has been asked for.
///
/// Keeps what does not depend on the measure (the pieces that words can be divided into), so that a new
/// setting costs only the breaking of lines.
#[derive(Debug)]
pub struct Typesetter {
    article: Arc<Article>,
    setting: Setting,
}

impl Typesetter {
    /// Prepares to set `article`; lays nothing out yet.
    pub fn new(article: Arc<Article>, setting: Setting) -> Self {
        Self { article, setting }
    }

    /// The article that is being set.
    pub fn article(&self) -> &Arc<Article> {
        &self.article
    }

    /// The present setting.
    pub const fn setting(&self) -> Setting {
        self.setting
    }

    /// Sets the article anew. What is visible is laid out when it is next asked for.
    pub fn set(&mut self, setting: Setting) {
        self.setting = setting;
    }

    /// The page that holds the text at `offset` in bytes (clamped to the text).
    pub fn page_at(&mut self, offset: usize) -> PageId {
        let _ = offset;
        PageId::default()
    }

    /// The page after this one.
    pub fn next(&mut self, page: PageId) -> Option<PageId> {
        let _ = page;
        None
    }

    /// The page before this one.
    pub fn previous(&mut self, page: PageId) -> Option<PageId> {
        let _ = page;
        None
    }

    /// The last page.
    pub fn last(&mut self) -> PageId {
        PageId::default()
    }

    /// The lines of a page, a list for each column.
    pub fn columns(&mut self, page: PageId) -> Vec<&[Line]> {
        let _ = page;
        Vec::new()
    }

    /// The bytes that a page's lines stand for; empty where there is no such page.
    pub fn span(&mut self, page: PageId) -> Span {
        let _ = page;
        Span::default()
    }

    /// Lines from the one that holds `offset` on, as many as fill `rows` rows: a window that was scrolled
    /// by lines instead of turned by pages. May cross sections.
    pub fn lines_from(&mut self, offset: usize, rows: u16) -> Vec<Line> {
        let _ = (offset, rows);
        Vec::new()
    }

    /// Where the line `by` lines below (or above, if negative) the one that holds `offset` starts; the
    /// first or last line's start where there are not that many.
    pub fn line_start(&mut self, offset: usize, by: isize) -> usize {
        let _ = by;
        offset
    }

    /// Takes the result of [`count_pages`]; one for another setting is ignored.
    pub fn learn(&mut self, counts: &PageCounts) {
        let _ = counts;
    }

    /// This page's number counted from 1, and the number of pages; `None` until all are known.
    pub fn number(&mut self, page: PageId) -> Option<(usize, usize)> {
        let _ = page;
        None
    }
}

/// Lays out the whole article to count its pages; for a worker thread, since a book takes a while. `None`
/// where `stop` became true before the end.
pub fn count_pages(
    article: &Arc<Article>,
    setting: Setting,
    stop: &AtomicBool,
) -> Option<PageCounts> {
    let _ = (article, setting, stop);
    None
}
