//! One open article: its place, what is visible, and what can be done with it.
//!
//! The place is the truth: the offset of the word at the top. Lines, page and percentage are derived from
//! it by [`Reader::show`], so that a new window or measure cannot lose it.

use super::draft::Draft;
use super::jumps::Jumps;
use super::layout::{Area, ReaderLayout};
use super::message::{Change, Opened};
use super::opening::{self, HeadLine};
use super::people::People;
use super::selection::Selection;
use super::sidebar::{self, Stepped};
use super::{Note, Preferences};
use crate::article::{Anchor, Article, BlockKind, Notice, Span, Trust};
use crate::library::{Annotation, Kept, Noted, Origin};
use crate::search;
use crate::typeset::{Ahead, Line, PageId, Setting, Typesetter};
use crate::wording::Wording;
use std::sync::Arc;

/// What a reader looks at while reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Focus {
    /// The text.
    #[default]
    Text,
    /// The list of quoted experts.
    People,
    /// The list of headings, over the text; the chosen one.
    Contents(usize),
    /// The list of bookmarks and highlights, over the text; the chosen one.
    Margin(usize),
    /// The line in which a search is typed.
    Search,
    /// The text, of which words are being selected.
    Select(Selection),
    /// A note that is being typed, at the foot of the text.
    Note(Box<Draft>),
}

/// How the window moves over the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Motion {
    /// Page by page: the window shows the page that holds the place.
    #[default]
    Pages,
    /// Line by line: the place is at the top of the window.
    Lines,
}

/// What is on the screen now, derived from the place.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The article's head, where the first page is shown.
    pub head: Vec<HeadLine>,
    /// The lines of each column.
    pub columns: Vec<Vec<Line>>,
    /// The text that they stand for.
    pub span: Span,
    /// Page number from 1 and number of pages, once they have been counted.
    pub number: Option<(usize, usize)>,
}

/// A search in the article.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What is being typed, or was searched for.
    pub query: String,
    /// Where it stands.
    pub hits: Vec<Span>,
    /// The one that was jumped to, an index into `hits`.
    pub current: Option<usize>,
}

/// An open article.
#[derive(Debug)]
pub struct Reader {
    /// Where it came from.
    pub origin: Origin,
    /// What is kept about it.
    pub kept: Kept,
    /// The bookmarks and highlights.
    pub margin: Vec<Noted>,
    /// What was removed of them since the article was opened, the last one last.
    pub removed: Vec<Annotation>,
    /// What is visible.
    pub shown: Shown,
    /// Who is quoted; `None` until that is known.
    pub people: Option<People>,
    /// What the keys act on.
    pub focus: Focus,
    /// The words that were jumped to, which stand out.
    pub marked: Option<Span>,
    /// The search.
    pub search: Search,
    article: Arc<Article>,
    setter: Typesetter,
    place: usize,
    motion: Motion,
    jumps: Jumps,
    /// Whether a section is being set ahead.
    looking_ahead: bool,
}

/// Whether the place is another one now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Moved {
    /// It is.
    Yes,
    /// It is not.
    No,
}

impl Reader {
    /// Opens an article at the place that was kept, with a word to the reader where there is something to
    /// say about that. Lays nothing out: [`Reader::resize`] follows.
    pub fn open(opened: Opened, words: &Wording) -> (Self, Option<Note>) {
        let Opened {
            origin,
            article,
            kept,
        } = opened;
        let found = kept.place.as_ref().map(|anchor| anchor.find(&article));
        let place = found.map_or(0, |f| f.offset);
        let note = match found.map(|f| f.trust) {
            Some(Trust::Share) => Some(Note::plain(words.screen.place_guessed)),
            Some(Trust::Alike) => Some(Note::plain(words.screen.text_changed)),
            _ if matches!(origin, Origin::Copy(_)) => Some(Note::plain(words.screen.from_copy)),
            _ => article.notices.iter().find_map(|notice| match notice {
                Notice::ReplacedCharacters(n) => {
                    Some(Note::plain((words.screen.replaced_characters)(*n)))
                }
                Notice::Empty => Some(Note::plain(words.screen.no_text)),
                Notice::LooseFrontMatter => None,
            }),
        };
        let setting = Setting {
            measure: 1,
            rows: 1,
            columns: 1,
            opening: 0,
            alignment: crate::typeset::Alignment::Ragged,
            hyphenation: crate::typeset::Hyphenation::On,
        };
        let reader = Self {
            origin,
            margin: Noted::all(&article, &kept.annotations),
            removed: Vec::new(),
            kept,
            shown: Shown::default(),
            people: None,
            focus: Focus::Text,
            marked: None,
            search: Search::default(),
            setter: Typesetter::new(Arc::clone(&article), setting),
            article,
            place,
            motion: Motion::Pages,
            jumps: Jumps::default(),
            looking_ahead: false,
        };
        (reader, note)
    }

    /// Takes what is kept now.
    pub(super) fn keep(&mut self, kept: Kept) {
        if kept.annotations != self.kept.annotations {
            self.margin = Noted::all(&self.article, &kept.annotations);
        }
        if let Focus::Margin(at) = self.focus {
            self.focus = Focus::Margin(at.min(self.margin.len().saturating_sub(1)));
        }
        self.kept = kept;
    }

    /// The article.
    pub const fn article(&self) -> &Arc<Article> {
        &self.article
    }

    /// The place: bytes into the text of the word that was last put at the top.
    pub const fn place(&self) -> usize {
        self.place
    }

    /// How the article is set now.
    pub const fn setting(&self) -> Setting {
        self.setter.setting()
    }

    /// Sets the article for another window or by other wishes, and keeps the place. True where the pages
    /// must be counted anew.
    pub fn resize(
        &mut self,
        layout: &ReaderLayout,
        preferences: &Preferences,
        words: &Wording,
    ) -> bool {
        let Some(text) = layout.text.first() else {
            return false;
        };
        let head = opening::head(&self.article, &self.kept, words, text.width, text.height);
        let setting = Setting {
            measure: text.width,
            rows: text.height,
            columns: u8::try_from(layout.text.len()).unwrap_or(1),
            opening: u16::try_from(head.len()).unwrap_or_default(),
            alignment: preferences.alignment,
            hyphenation: preferences.hyphenation,
        };
        let anew = setting != self.setter.setting();
        if anew {
            self.setter.set(setting);
        }
        self.show_with(head);
        anew
    }

    /// Works out what is visible at the place.
    fn show(&mut self) {
        let head = std::mem::take(&mut self.shown.head);
        self.show_with(head);
    }

    fn show_with(&mut self, head: Vec<HeadLine>) {
        let page = self.setter.page_at(self.place);
        self.shown.number = self.setter.number(page);
        self.shown.head = head;
        match self.motion {
            Motion::Pages => {
                self.shown.columns = self
                    .setter
                    .columns(page)
                    .into_iter()
                    .map(<[Line]>::to_vec)
                    .collect();
                self.shown.span = self.setter.span(page);
            }
            Motion::Lines => {
                let setting = self.setter.setting();
                let opening = if self.place == 0 { setting.opening } else { 0 };
                let mut columns = Vec::new();
                let mut from = self.place;
                let mut rows = setting.rows.saturating_sub(opening);
                for _ in 0..setting.columns {
                    let lines = self.setter.lines_from(from, rows);
                    rows = setting.rows;
                    let Some(last) = lines.last() else { break };
                    let more = last.span.end > from;
                    from = last.span.end;
                    columns.push(lines);
                    if !more || from >= self.article.text().len() {
                        break;
                    }
                }
                self.shown.columns = columns;
                self.shown.span = Span::new(self.place, from);
            }
        }
    }

    /// The head, if the window shows the beginning of the article.
    pub fn visible_head(&self) -> &[HeadLine] {
        if self.shown.span.start == 0 {
            &self.shown.head
        } else {
            &[]
        }
    }

    fn go(&mut self, place: usize, motion: Motion) -> Moved {
        let before = (self.place, self.motion);
        self.place = place;
        self.motion = motion;
        self.show();
        if (self.place, self.motion) == before {
            Moved::No
        } else {
            Moved::Yes
        }
    }

    fn go_to_page(&mut self, page: PageId) -> Moved {
        let start = self.setter.span(page).start;
        self.go(start, Motion::Pages)
    }

    /// To the next page; does nothing on the last one.
    pub fn next_page(&mut self) -> Moved {
        if self.at_end() {
            return Moved::No;
        }
        let page = self.setter.page_at(self.place);
        match self.setter.next(page) {
            Some(next) => self.go_to_page(next),
            None => Moved::No,
        }
    }

    /// To the previous page; from the middle of a page to its beginning.
    pub fn previous_page(&mut self) -> Moved {
        let page = self.setter.page_at(self.shown.span.start);
        if self.motion == Motion::Lines && self.setter.span(page).start < self.place {
            return self.go_to_page(page);
        }
        match self.setter.previous(page) {
            Some(previous) => self.go_to_page(previous),
            None => Moved::No,
        }
    }

    /// Moves the window by `by` lines, down if positive.
    pub fn scroll(&mut self, by: isize) -> Moved {
        if by > 0 && self.at_end() {
            return Moved::No;
        }
        let top = self.setter.line_start(self.shown.span.start, by);
        if top == self.shown.span.start {
            return Moved::No;
        }
        self.go(top, Motion::Lines)
    }

    /// Moves the window by half its rows.
    pub fn scroll_half(&mut self, direction: isize) -> Moved {
        let half = isize::try_from((self.setter.setting().rows / 2).max(1)).unwrap_or(1);
        self.scroll(half * direction)
    }

    /// To the beginning.
    pub fn begin(&mut self) -> Moved {
        self.remember_jump();
        self.go(0, Motion::Pages)
    }

    /// To the last page.
    pub fn end(&mut self) -> Moved {
        self.remember_jump();
        let last = self.setter.last();
        self.go_to_page(last)
    }

    /// True where the last line is visible.
    pub fn at_end(&self) -> bool {
        self.shown.span.end >= self.article.text().len()
    }

    /// Shows the page with these words and lets them stand out; [`Reader::jump_back`] returns.
    pub fn jump(&mut self, to: Span) -> Moved {
        self.marked = Some(to);
        if self.shown.span.contains(to.start) {
            return Moved::No;
        }
        self.remember_jump();
        self.go(to.start, Motion::Pages)
    }

    /// Back to where the last jump began; `None` where there was none.
    pub fn jump_back(&mut self) -> Option<Moved> {
        let place = self.jumps.back(self.place)?;
        self.marked = None;
        Some(self.go(place, Motion::Pages))
    }

    /// Forward again to where [`Reader::jump_back`] came from; `None` where it did not.
    pub fn jump_forward(&mut self) -> Option<Moved> {
        let place = self.jumps.forward(self.place)?;
        self.marked = None;
        Some(self.go(place, Motion::Pages))
    }

    /// Turns to the page on which `words` begin, where they are not visible.
    pub(super) fn follow(&mut self, words: Span) -> Moved {
        if self.shown.span.contains(words.start) {
            return Moved::No;
        }
        self.go(words.start, Motion::Pages)
    }

    /// The line `by` lines below (or above, if negative) the one that holds `offset`; the first or last one
    /// where there are not that many.
    pub(super) fn line(&mut self, offset: usize, by: isize) -> Option<Line> {
        let start = self.setter.line_start(offset, by);
        self.setter.lines_from(start, 1).into_iter().next()
    }

    /// Remembers this place for [`Reader::jump_back`].
    pub(super) fn remember_jump(&mut self) {
        self.jumps.leave(self.place);
    }

    /// To the next or previous quotation, counted from the marked one if it is visible, else from the
    /// page; `None` where there is none.
    pub fn step_quotation(&mut self, forward: bool) -> Option<Moved> {
        let from = self
            .marked
            .filter(|m| m.overlaps(self.shown.span))
            .map(|m| m.start);
        let people = self.people.as_mut()?;
        let index = match (forward, from) {
            (true, Some(at)) => people.next_from(at + 1)?,
            (true, None) => people.next_from(self.shown.span.start)?,
            (false, Some(at)) => people.previous_from(at)?,
            (false, None) => people.previous_from(self.shown.span.start)?,
        };
        people.choose_quotation(index);
        let to = people.target()?;
        Some(self.jump(to))
    }

    /// The list of quoted experts as it stands in `area`.
    pub fn people_rows(&self, area: Area, words: &Wording) -> Vec<sidebar::Row> {
        let stepped = if self.focus == Focus::People {
            Stepped::In
        } else {
            Stepped::Out
        };
        sidebar::rows(
            self.people.as_ref(),
            &self.article,
            self.shown.span,
            stepped,
            area,
            words,
        )
    }

    /// Searches for what was typed and jumps to the first hit at or after the page's start; `None` where
    /// it is nowhere.
    pub fn run_search(&mut self) -> Option<Moved> {
        self.search.hits = search::find(&self.article, &self.search.query);
        self.search.current = None;
        let at = self
            .search
            .hits
            .partition_point(|hit| hit.start < self.shown.span.start);
        self.go_to_hit(if at < self.search.hits.len() { at } else { 0 })
    }

    /// To the next or previous hit, round the ends; `None` where there is none.
    pub fn step_hit(&mut self, forward: bool) -> Option<Moved> {
        let count = self.search.hits.len();
        if count == 0 {
            return None;
        }
        let at = match (self.search.current, forward) {
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
            (None, _) => 0,
        };
        self.go_to_hit(at)
    }

    fn go_to_hit(&mut self, at: usize) -> Option<Moved> {
        let hit = *self.search.hits.get(at)?;
        self.search.current = Some(at);
        Some(self.jump(hit))
    }

    /// The headings: level and place.
    pub fn headings(&self) -> impl Iterator<Item = (u8, Span)> {
        self.article
            .blocks()
            .iter()
            .filter_map(|block| match block.kind {
                BlockKind::Heading { level } => Some((level, block.span)),
                _ => None,
            })
    }

    /// The heading under which the page stands, an index into [`Reader::headings`].
    pub fn current_heading(&self) -> usize {
        let place = self
            .shown
            .span
            .end
            .saturating_sub(1)
            .max(self.shown.span.start);
        self.headings()
            .take_while(|(_, span)| span.start <= place)
            .count()
            .saturating_sub(1)
    }

    /// The place as it is to be kept.
    pub fn change(&self) -> Change {
        Change::Place {
            anchor: Anchor::at(&self.article, self.place),
            progress: self.article.share_before(self.shown.span.end),
        }
    }

    /// Minutes that are left from the top of the page; 0 once the end is visible.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a number of minutes is a number of minutes"
    )]
    pub fn minutes_left(&self) -> u32 {
        if self.at_end() {
            return 0;
        }
        let all = self
            .article
            .meta
            .reading_minutes
            .unwrap_or_else(|| self.article.reading_minutes());
        let share = 1.0 - self.article.share_before(self.shown.span.start);
        (f64::from(all) * share).ceil() as u32
    }

    /// Percentage of the text up to the end of the page.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a percentage is between 0 and 100"
    )]
    pub fn percentage(&self) -> u8 {
        (self.article.share_before(self.shown.span.end) * 100.0) as u8
    }

    /// A section to be set ahead of need, unless one is being set already.
    pub(super) fn look_ahead(&mut self) -> Option<usize> {
        if self.looking_ahead || self.shown.columns.is_empty() {
            return None;
        }
        let section = self.setter.next_needed(self.shown.span.start)?;
        self.looking_ahead = true;
        Some(section)
    }

    /// Takes a section that a worker has set ahead.
    pub(super) fn take(&mut self, ahead: Ahead) {
        self.looking_ahead = false;
        self.setter.take(ahead);
    }

    /// Takes the page counts of a worker.
    pub fn learn(&mut self, counts: &crate::typeset::PageCounts) {
        self.setter.learn(counts);
        let page = self.setter.page_at(self.shown.span.start);
        self.shown.number = self.setter.number(page);
    }
}
