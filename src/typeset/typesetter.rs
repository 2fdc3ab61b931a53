//! What has been set of an article, and the questions that are asked about it.
//!
//! The one idea: what is kept is kept by section, pieces apart from lines. A new setting throws the lines
//! away and keeps the pieces, in which the syllables are; a section that is far from the last one asked
//! for is thrown away whole. Everything is worked out when it is asked for, from the article and the
//! setting alone, so no answer depends on the questions before it.

use super::hyphenate::Patterns;
use super::lines::Breaker;
use super::pages;
use super::pieces::{Cutter, Pieces};
use super::printing::{self, Ink, Line, Run};
use super::sections;
use super::setting::Setting;
use super::shape::{Shape, space_between};
use super::verbatim;
use crate::article::{Article, BlockKind, Span};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

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

/// Sections whose pieces and lines are kept: the one that is read, its neighbours, and some that the
/// reader jumped between.
const KEPT: usize = 8;

/// A section as far as it has been set.
#[derive(Debug)]
struct Section {
    index: usize,
    /// When it was last asked for.
    asked: u64,
    pieces: Vec<(usize, Pieces)>,
    laid: Option<Laid>,
}

/// A section's lines in one setting.
#[derive(Debug)]
struct Laid {
    lines: Vec<Line>,
    columns: Vec<Range<usize>>,
}

/// A section that was set ahead of need, by [`set_ahead`], for [`Typesetter::take`].
#[derive(Debug)]
pub struct Ahead {
    /// What it is set in.
    setting: Setting,
    section: Section,
}

/// One article, set as far as it has been asked for.
///
/// Keeps what does not depend on the measure (the pieces that words can be divided into), so that a new
/// setting costs only the breaking of lines.
#[derive(Debug)]
pub struct Typesetter {
    article: Arc<Article>,
    setting: Setting,
    patterns: Patterns,
    spans: Vec<Span>,
    kept: Vec<Section>,
    clock: u64,
    counts: Option<Vec<u32>>,
}

impl Typesetter {
    /// Prepares to set `article`; lays nothing out yet.
    pub fn new(article: Arc<Article>, setting: Setting) -> Self {
        Self {
            patterns: patterns(&article),
            spans: sections::cut(&article),
            article,
            setting,
            kept: Vec::new(),
            clock: 0,
            counts: None,
        }
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
        if setting == self.setting {
            return;
        }
        self.setting = setting;
        self.counts = None;
        for section in &mut self.kept {
            section.laid = None;
        }
    }

    /// The page that holds the text at `offset` in bytes (clamped to the text). A place between two
    /// blocks is on the page of the second.
    pub fn page_at(&mut self, offset: usize) -> PageId {
        let (section, line) = self.find(offset);
        let column = self
            .laid(section)
            .columns
            .partition_point(|column| column.end <= line);
        PageId {
            section,
            page: column / self.on_page(),
        }
    }

    /// The page after this one.
    pub fn next(&mut self, page: PageId) -> Option<PageId> {
        if page.section >= self.spans.len() {
            return None;
        }
        let next = PageId {
            page: page.page + 1,
            ..page
        };
        if next.page < self.pages_in(page.section) {
            return Some(next);
        }
        (page.section + 1..self.spans.len())
            .find(|&section| self.pages_in(section) > 0)
            .map(|section| PageId { section, page: 0 })
    }

    /// The page before this one.
    pub fn previous(&mut self, page: PageId) -> Option<PageId> {
        if page.section >= self.spans.len() {
            return None;
        }
        if page.page > 0 {
            let last = self.pages_in(page.section).saturating_sub(1);
            return Some(PageId {
                page: (page.page - 1).min(last),
                ..page
            });
        }
        (0..page.section)
            .rev()
            .find_map(|section| self.last_of(section))
    }

    /// The last page.
    pub fn last(&mut self) -> PageId {
        (0..self.spans.len())
            .rev()
            .find_map(|section| self.last_of(section))
            .unwrap_or_default()
    }

    /// The lines of a page, a list for each column that holds any.
    pub fn columns(&mut self, page: PageId) -> Vec<&[Line]> {
        let on_page = self.on_page();
        if page.section >= self.spans.len() {
            return Vec::new();
        }
        let laid = self.laid(page.section);
        laid.columns
            .iter()
            .skip(page.page.saturating_mul(on_page))
            .take(on_page)
            .filter_map(|column| laid.lines.get(column.clone()))
            .collect()
    }

    /// The bytes that a page's lines stand for; empty where there is no such page.
    pub fn span(&mut self, page: PageId) -> Span {
        let columns = self.columns(page);
        let first = columns.first().and_then(|lines| lines.first());
        let last = columns.last().and_then(|lines| lines.last());
        match (first, last) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// Lines from the one that holds `offset` on, as many as fill `rows` rows: a window that was scrolled
    /// by lines instead of turned by pages. May cross sections.
    pub fn lines_from(&mut self, offset: usize, rows: u16) -> Vec<Line> {
        let (mut section, mut line) = self.find(offset);
        let mut lines: Vec<Line> = Vec::new();
        let mut free = usize::from(rows);
        while section < self.spans.len() {
            for line in self.laid(section).lines.iter().skip(line) {
                let above = if lines.is_empty() {
                    0
                } else {
                    line.space_before
                };
                let height = usize::from(above) + 1;
                if height > free {
                    return lines;
                }
                free -= height;
                lines.push(line.clone());
            }
            section += 1;
            line = 0;
        }
        lines
    }

    /// Where the line `by` lines below (or above, if negative) the one that holds `offset` starts; the
    /// first or last line's start where there are not that many.
    pub fn line_start(&mut self, offset: usize, by: isize) -> usize {
        let (mut section, mut line) = self.find(offset);
        let mut steps = by.unsigned_abs();
        if by < 0 {
            while steps > line && section > 0 {
                steps -= line;
                section -= 1;
                line = self.laid(section).lines.len();
            }
            line = line.saturating_sub(steps);
        } else {
            loop {
                let rest = self.laid(section).lines.len().saturating_sub(line + 1);
                if steps <= rest || section + 1 >= self.spans.len() {
                    line += steps.min(rest);
                    break;
                }
                steps -= rest + 1;
                section += 1;
                line = 0;
            }
        }
        self.laid(section)
            .lines
            .get(line)
            .map_or(0, |line| line.span.start)
    }

    /// The section beside the one that holds `offset` that a reader may turn to next and that is not set
    /// yet: the one behind it, else the one before it. Setting it then would be felt; see [`set_ahead`].
    pub fn next_needed(&mut self, offset: usize) -> Option<usize> {
        let (section, _) = self.find(offset);
        let beside = [Some(section + 1), section.checked_sub(1)];
        beside.into_iter().flatten().find(|&beside| {
            let set = |kept: &Section| kept.index == beside && kept.laid.is_some();
            beside < self.spans.len() && !self.kept.iter().any(set)
        })
    }

    /// Takes a section that was set ahead; one in another setting is ignored.
    pub fn take(&mut self, ahead: Ahead) {
        let Ahead {
            setting,
            mut section,
        } = ahead;
        if setting != self.setting || section.index >= self.spans.len() {
            return;
        }
        self.clock += 1;
        section.asked = self.clock;
        self.kept.retain(|kept| kept.index != section.index);
        self.keep(section);
    }

    /// Takes the result of [`count_pages`]; one for another setting is ignored.
    pub fn learn(&mut self, counts: &PageCounts) {
        if counts.setting == Some(self.setting) && counts.pages.len() == self.spans.len() {
            self.counts = Some(counts.pages.clone());
        }
    }

    /// This page's number counted from 1, and the number of pages; `None` until all are known. An article
    /// of one section knows them at once.
    pub fn number(&mut self, page: PageId) -> Option<(usize, usize)> {
        if self.counts.is_none() && self.spans.len() == 1 {
            let pages = u32::try_from(self.pages_in(0)).unwrap_or(u32::MAX);
            self.counts = Some(vec![pages]);
        }
        let counts = self.counts.as_ref()?;
        let before: u32 = counts.iter().take(page.section).sum();
        let all: u32 = counts.iter().sum();
        Some((before as usize + page.page + 1, all as usize))
    }

    fn on_page(&self) -> usize {
        usize::from(self.setting.columns.max(1))
    }

    fn pages_in(&mut self, section: usize) -> usize {
        let on_page = self.on_page();
        self.laid(section).columns.len().div_ceil(on_page)
    }

    fn last_of(&mut self, section: usize) -> Option<PageId> {
        let page = self.pages_in(section).checked_sub(1)?;
        Some(PageId { section, page })
    }

    /// The section and the line in it that hold `offset`; of a place without a line, the line after it,
    /// and of one past the end the last.
    fn find(&mut self, offset: usize) -> (usize, usize) {
        let mut section = self
            .spans
            .partition_point(|span| span.end <= offset)
            .min(self.spans.len().saturating_sub(1));
        let lines = &self.laid(section).lines;
        let line = lines.partition_point(|line| line.span.end <= offset);
        if line < lines.len() {
            return (section, line);
        }
        let last = lines.len().saturating_sub(1);
        if section + 1 < self.spans.len() {
            section += 1;
            return (section, 0);
        }
        (section, last)
    }

    /// A section, laid out in the present setting.
    fn laid(&mut self, index: usize) -> &Laid {
        self.clock += 1;
        let at = self.kept.iter().position(|section| section.index == index);
        let at = at.unwrap_or_else(|| {
            let span = self.spans.get(index).copied().unwrap_or_default();
            self.keep(Section {
                index,
                asked: self.clock,
                pieces: cut(&self.article, self.patterns, span),
                laid: None,
            })
        });
        let (article, setting) = (&self.article, self.setting);
        let section = &mut self.kept[at];
        section.asked = self.clock;
        let pieces = &section.pieces;
        section
            .laid
            .get_or_insert_with(|| lay_out(article, pieces, setting))
    }

    /// Keeps a section, in the place of the one that was not asked for the longest; gives its index.
    fn keep(&mut self, section: Section) -> usize {
        if self.kept.len() >= KEPT {
            let oldest = self.kept.iter().enumerate().min_by_key(|(_, s)| s.asked);
            if let Some((oldest, _)) = oldest {
                self.kept.swap_remove(oldest);
            }
        }
        self.kept.push(section);
        self.kept.len() - 1
    }
}

/// Sets one section of `article`; for a worker thread, so that turning a page into it costs nothing.
pub fn set_ahead(article: &Arc<Article>, setting: Setting, section: usize) -> Ahead {
    let span = sections::cut(article).get(section).copied();
    let pieces = cut(article, patterns(article), span.unwrap_or_default());
    let laid = lay_out(article, &pieces, setting);
    Ahead {
        setting,
        section: Section {
            index: section,
            asked: 0,
            pieces,
            laid: Some(laid),
        },
    }
}

/// Lays out the whole article to count its pages; for a worker thread, since a book takes a while. `None`
/// where `stop` became true before the end.
pub fn count_pages(
    article: &Arc<Article>,
    setting: Setting,
    stop: &AtomicBool,
) -> Option<PageCounts> {
    let patterns = patterns(article);
    let on_page = usize::from(setting.columns.max(1));
    let mut pages = Vec::new();
    for span in sections::cut(article) {
        // One section takes no longer than a frame.
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        let pieces = cut(article, patterns, span);
        let columns = lay_out(article, &pieces, setting).columns.len();
        pages.push(u32::try_from(columns.div_ceil(on_page)).unwrap_or(u32::MAX));
    }
    Some(PageCounts {
        setting: Some(setting),
        pages,
    })
}

/// The patterns for the language that the article declares, else for the one it seems to be in.
fn patterns(article: &Article) -> Patterns {
    match &article.meta.language {
        Some(tag) => Patterns::of_language(tag),
        None => Patterns::of_text(article.text()),
    }
}

/// Cuts up what stands of each block in `section`.
fn cut(article: &Article, patterns: Patterns, section: Span) -> Vec<(usize, Pieces)> {
    let mut cutter = Cutter::new(article, patterns);
    let blocks = article.blocks();
    let first = blocks.partition_point(|block| block.span.end <= section.start);
    blocks
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, block)| block.span.start < section.end)
        .map(|(i, block)| (i, cutter.cut(block, block.span.intersection(section))))
        .collect()
}

/// Sets and pages a section.
fn lay_out(article: &Article, pieces: &[(usize, Pieces)], setting: Setting) -> Laid {
    let text = article.text();
    let blocks = article.blocks();
    let mut breaker = Breaker::default();
    let mut strips = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    for (index, pieces) in pieces {
        let Some(block) = blocks.get(*index) else {
            continue;
        };
        let shape = Shape::of(block.kind, highest_number(article, *index), setting);
        let first = lines.len();
        let mut push = |span: Span, mut runs: Vec<Run>| {
            let opens_block = span.start == block.span.start;
            let mut space_before = 0;
            if opens_block {
                let above = index.checked_sub(1).and_then(|above| blocks.get(above));
                space_before = above.map_or(0, |above| space_between(above.kind, block.kind));
                if let Some((column, marker)) = &shape.marker {
                    let marker = Run {
                        span: Span::new(span.start, span.start),
                        column: u16::try_from(*column).unwrap_or(0),
                        ink: Ink::Other(marker.clone()),
                    };
                    runs.insert(0, marker);
                }
            }
            lines.push(Line {
                block: *index,
                span,
                space_before,
                opens_block,
                runs,
            });
        };
        match pieces {
            Pieces::Prose(stretches) => {
                for stretch in stretches {
                    strips.clear();
                    breaker.set(stretch, text, &shape, &mut strips);
                    let last = strips.len().saturating_sub(1);
                    for (i, (span, strip)) in strips.iter().enumerate() {
                        let alignment = if i == last {
                            super::Alignment::Ragged
                        } else {
                            shape.alignment
                        };
                        let free = shape.measure - strip.width;
                        let middle = if shape.centred { free.max(0) / 2 } else { 0 };
                        let mut runs = Vec::new();
                        printing::print(
                            text,
                            strip,
                            shape.indent + middle,
                            shape.measure,
                            alignment,
                            i % 2 == 1,
                            &mut runs,
                        );
                        push(*span, runs);
                    }
                }
            }
            Pieces::Verbatim(span) => {
                let mut start = span.start;
                for source in span.of(text).split_inclusive('\n') {
                    let whole = Span::new(start, start + source.len());
                    let bare = Span::new(start, start + source.trim_end_matches('\n').len());
                    start = whole.end;
                    let set = verbatim::set(text, bare, shape.indent, shape.measure);
                    let last = set.len().saturating_sub(1);
                    for (i, (mut ink, runs)) in set.into_iter().enumerate() {
                        if i == last {
                            ink.end = whole.end;
                        }
                        push(ink, runs);
                    }
                }
            }
        }
        debug_assert!(lines.len() > first);
    }
    let rows = pages::rows(text, blocks, &lines);
    let opens = lines.first().is_none_or(|line| line.span.start == 0);
    let columns = pages::spreads(
        &rows,
        setting.rows.max(1),
        if opens { setting.opening } else { 0 },
        usize::from(setting.columns.max(1)),
    );
    Laid { lines, columns }
}

/// The highest number in the list that a numbered item belongs to, as far as it stands near.
fn highest_number(article: &Article, index: usize) -> Option<u32> {
    /// Items looked at on either side.
    const NEAR: usize = 100;
    let numbered = |i: usize| match article.blocks().get(i)?.kind {
        BlockKind::ListItem { depth, number } => Some((depth, number?)),
        _ => None,
    };
    let (depth, own) = numbered(index)?;
    let mut highest = own;
    for i in index + 1..index + NEAR {
        match numbered(i) {
            Some((d, number)) if d == depth => highest = highest.max(number),
            _ => break,
        }
    }
    Some(highest)
}
