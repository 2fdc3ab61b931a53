//! A note that is being typed: its words, where the cursor is, and how both stand in rows.
//!
//! Nothing typed is ever thrown away: every way out of the editor keeps the note (see `finish`). Whoever wants
//! none empties it.

use super::keys::{Action, Code, Key, Place};
use super::message::{Change, Effect};
use super::reader::{Focus, Reader};
use super::{App, Screen, margin, quit, reading};
use crate::article::{Passage, Span};
use crate::library::{Annotation, Target};
use std::fmt;
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Most characters of a paste that go into a note: a whole article pasted by mistake is no note.
const LONGEST_PASTE: usize = 20_000;

/// What a note is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A place or words that are not marked yet.
    New(Target),
    /// A bookmark or highlight.
    Kept(Box<Annotation>),
}

/// A note that is being typed.
#[derive(Clone)]
pub struct Draft {
    /// What it is about.
    pub about: Subject,
    /// The entry of the list that it was begun from, to go back there.
    list: Option<usize>,
    typed: Input,
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("about", &self.about)
            .field("text", &self.text())
            .field("cursor", &self.cursor())
            .finish_non_exhaustive()
    }
}

impl PartialEq for Draft {
    fn eq(&self, other: &Self) -> bool {
        (&self.about, self.list, self.text(), self.cursor())
            == (&other.about, other.list, other.text(), other.cursor())
    }
}

impl Draft {
    fn new(about: Subject, list: Option<usize>) -> Self {
        let note = match &about {
            Subject::New(_) => String::new(),
            Subject::Kept(annotation) => annotation.note.clone(),
        };
        Self {
            about,
            list,
            typed: Input::new(note),
        }
    }

    /// What is typed so far.
    pub fn text(&self) -> &str {
        self.typed.value()
    }

    /// Where the next letter comes: bytes into [`Draft::text`].
    pub fn cursor(&self) -> usize {
        let before = self.text().char_indices().nth(self.typed.cursor());
        before.map_or(self.text().len(), |(at, _)| at)
    }

    /// The words that the note is about: of a bookmark the first of its place.
    pub fn words(&self) -> &str {
        match &self.about {
            Subject::New(target) => target.words(),
            Subject::Kept(annotation) => annotation.target.words(),
        }
    }

    /// True where it is about words, and not only about a place.
    pub const fn is_about_words(&self) -> bool {
        match &self.about {
            Subject::New(target) => matches!(target, Target::Passage(_)),
            Subject::Kept(annotation) => annotation.is_highlight(),
        }
    }

    fn put_cursor(&mut self, at: usize) {
        let chars = self.text().char_indices().take_while(|(i, _)| *i < at);
        let chars = chars.count();
        self.typed.handle(InputRequest::SetCursor(chars));
    }

    fn insert(&mut self, pasted: &str) {
        let at = self.cursor();
        let (before, after) = self.text().split_at_checked(at).unwrap_or_default();
        let put: String = shown(pasted).take(LONGEST_PASTE).collect();
        let cursor = self.typed.cursor() + put.chars().count();
        let whole = [before, &put, after].concat();
        self.typed = Input::new(whole).with_cursor(cursor);
    }

    /// The row of the cursor moved by one, in rows of `width` cells.
    fn step_row(&mut self, down: bool, width: u16) {
        let rows = rows(self.text(), width);
        let at = self.cursor();
        let row = row_of(&rows, at);
        let next = if down { row + 1 } else { row.wrapping_sub(1) };
        let (Some(row), Some(next)) = (rows.get(row), rows.get(next)) else {
            return;
        };
        let cells = Span::new(row.start, at).of(self.text()).width();
        let line = next.of(self.text());
        let mut to = next.start;
        let mut width = 0;
        for grapheme in line.graphemes(true) {
            width += grapheme.width();
            if width > cells {
                break;
            }
            to += grapheme.len();
        }
        self.put_cursor(to);
    }

    /// To one of the ends of the line.
    fn end_of_line(&mut self, last: bool) {
        let at = self.cursor();
        let (before, after) = self.text().split_at_checked(at).unwrap_or_default();
        let to = if last {
            at + after.find('\n').unwrap_or(after.len())
        } else {
            before.rfind('\n').map_or(0, |newline| newline + 1)
        };
        self.put_cursor(to);
    }
}

/// The characters of a paste that a note takes: no control characters, every end of a line as one.
fn shown(pasted: &str) -> impl Iterator<Item = char> {
    let mut returned = false;
    pasted.chars().filter_map(move |c| {
        let newline = c == '\r' || (c == '\n' && !returned);
        returned = c == '\r';
        match c {
            _ if newline => Some('\n'),
            '\t' => Some(' '),
            c => (!c.is_control()).then_some(c),
        }
    })
}

/// `text` in rows of at most `width` cells, broken after blanks where there are any; ranges over it, without the
/// ends of lines. There is always a row, and always a cell for the cursor behind the last letter of one.
pub fn rows(text: &str, width: u16) -> Vec<Span> {
    let room = usize::from(width.max(2) - 1);
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        let (mut row, mut cells, mut blank) = (start, 0, None);
        for (at, grapheme) in line.grapheme_indices(true) {
            let at = start + at;
            let wide = grapheme.width();
            while cells + wide > room && at > row {
                let cut = blank.filter(|&cut| cut > row).unwrap_or(at);
                rows.push(Span::new(row, cut));
                row = cut;
                cells = Span::new(cut, at).of(text).width();
                blank = None;
            }
            cells += wide;
            if grapheme == " " {
                blank = Some(at + 1);
            }
        }
        rows.push(Span::new(row, end));
        start = end + 1;
    }
    rows
}

/// The row in which the cursor at `at` stands.
pub fn row_of(rows: &[Span], at: usize) -> usize {
    let begun = rows.iter().take_while(|row| row.start <= at).count();
    begun.saturating_sub(1)
}

/// Begins a note on the words that are selected or stand out, else on the place.
pub(super) fn begin(app: &mut App) -> Vec<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    if let Focus::Select(selection) = &reader.focus {
        reader.marked = Some(selection.span());
    }
    let words = reader.marked.filter(|words| !words.is_empty());
    let about = match words {
        Some(words) => on_words(reader, words),
        None => Some(on_page(reader)),
    };
    if let Some(about) = about {
        reader.focus = Focus::Note(Box::new(Draft::new(about, None)));
    }
    Vec::new()
}

/// Edits the note of an entry of the list.
pub(super) fn edit(reader: &mut Reader, entry: usize) {
    if let Some(noted) = reader.margin.get(entry) {
        let about = Subject::Kept(Box::new(noted.annotation.clone()));
        reader.focus = Focus::Note(Box::new(Draft::new(about, Some(entry))));
    }
}

/// The highlight of these words, else the first one that holds all of them, else these words; `None` where there
/// are none.
fn on_words(reader: &Reader, words: Span) -> Option<Subject> {
    let highlights = reader.margin.iter().filter(|n| n.annotation.is_highlight());
    let (mut same, mut around) = (None, None);
    for noted in highlights {
        let Some(span) = noted.span else { continue };
        if span == words {
            same = same.or(Some(noted));
        } else if span.start <= words.start && words.end <= span.end {
            around = around.or(Some(noted));
        }
    }
    match same.or(around) {
        Some(noted) => Some(Subject::Kept(Box::new(noted.annotation.clone()))),
        None => Passage::of(reader.article(), words).map(|p| Subject::New(Target::Passage(p))),
    }
}

/// The page's bookmark, or a new one.
fn on_page(reader: &Reader) -> Subject {
    match margin::bookmarks_on_page(reader).next() {
        Some(noted) => Subject::Kept(Box::new(noted.annotation.clone())),
        None => Subject::New(margin::place(reader)),
    }
}

/// Closes the editor where it is open, and has the note kept: every way out leads through here.
pub(super) fn finish(app: &mut App) -> Vec<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let Focus::Note(draft) = &mut reader.focus else {
        return Vec::new();
    };
    let Draft { about, list, typed } = (**draft).clone();
    reader.focus = list.map_or(Focus::Text, Focus::Margin);
    let note = typed.value().trim().to_owned();
    let change = match about {
        Subject::New(_) if note.is_empty() => return Vec::new(),
        Subject::Kept(annotation) if annotation.note == note => return Vec::new(),
        Subject::New(target) => Change::Annotate { target, note },
        Subject::Kept(annotation) => Change::Reword { annotation, note },
    };
    vec![reading::keep(reader, change)]
}

/// Pasted text comes in at once, with its lines.
pub(super) fn paste(app: &mut App, text: &str) {
    if let Screen::Reader(reader) = &mut app.screen
        && let Focus::Note(draft) = &mut reader.focus
    {
        draft.insert(text);
    }
}

/// A key while a note is typed.
pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let width = app.reader_layout().overlay.width;
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let Focus::Note(draft) = &mut reader.focus else {
        return Vec::new();
    };
    let request = match (key.code, key.ctrl) {
        (Code::Enter | Code::Esc, _) => return finish(app),
        (Code::Char('j'), true) => InputRequest::InsertChar('\n'),
        (Code::Char(c), false) if !c.is_control() => InputRequest::InsertChar(c),
        (Code::Backspace, false) | (Code::Char('h'), true) => InputRequest::DeletePrevChar,
        (Code::Delete, false) | (Code::Char('d'), true) => InputRequest::DeleteNextChar,
        (Code::Backspace | Code::Char('w'), true) => InputRequest::DeletePrevWord,
        (Code::Delete, true) => InputRequest::DeleteNextWord,
        (Code::Char('k'), true) => InputRequest::DeleteTillEnd,
        (Code::Char('u'), true) => InputRequest::DeleteFromStart,
        (Code::Char('y'), true) => InputRequest::Yank,
        (Code::Left, false) => InputRequest::GoToPrevChar,
        (Code::Right, false) => InputRequest::GoToNextChar,
        (Code::Left, true) => InputRequest::GoToPrevWord,
        (Code::Right, true) => InputRequest::GoToNextWord,
        (Code::Up | Code::Down, _) => {
            draft.step_row(key.code == Code::Down, width);
            return Vec::new();
        }
        (Code::Home, _) | (Code::Char('a'), true) => {
            draft.end_of_line(false);
            return Vec::new();
        }
        (Code::End, _) | (Code::Char('e'), true) => {
            draft.end_of_line(true);
            return Vec::new();
        }
        _ => {
            return match app.keys.action(Place::Reading, key) {
                Some(Action::Quit) => quit(app),
                Some(Action::Suspend) => {
                    let mut effects = finish(app);
                    effects.push(Effect::Suspend);
                    effects
                }
                _ => Vec::new(),
            };
        }
    };
    draft.typed.handle(request);
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft(note: &str) -> Draft {
        let target = Target::Passage(Passage::default());
        let mut draft = Draft::new(Subject::New(target), None);
        draft.insert(note);
        draft
    }

    #[test]
    fn what_is_pasted_keeps_its_lines_and_loses_what_a_terminal_must_not_see() {
        let pasted = draft("navragen\r\nbij\rde\tsluis\n\u{1b}[31mrood\u{7}\u{9b}");
        assert_eq!(pasted.text(), "navragen\nbij\nde sluis\n[31mrood");
        assert_eq!(pasted.cursor(), pasted.text().len());
    }

    #[test]
    fn the_cursor_goes_up_and_down_by_rows_and_keeps_to_its_cell() {
        let mut note = draft("een lange regel die breekt\nkort\nnog een lange regel");
        note.step_row(false, 40);
        assert_eq!(note.cursor(), note.text().find("\nnog").expect("there"));
        note.end_of_line(false);
        note.step_row(false, 12);
        let rows = rows(note.text(), 12);
        let rows: Vec<&str> = rows.iter().map(|row| row.of(note.text())).collect();
        assert_eq!(rows[..3], ["een lange ", "regel die ", "breekt"]);
        assert_eq!(note.cursor(), note.text().find("breekt").expect("there"));
    }

    proptest! {
        #[test]
        fn rows_hold_every_letter_once_and_leave_a_cell_for_the_cursor(
            text in "[a-c é\u{301}漢\n👩‍🚒]{0,60}", width in 1_u16..20, at in 0_usize..80,
        ) {
            let rows = rows(&text, width);
            let lines: Vec<&str> = text.split('\n').collect();
            let mut held = 0;
            for row in &rows {
                let words = row.of(&text);
                held += words.len();
                let one = words.graphemes(true).count() <= 1;
                prop_assert!(one || words.width() < usize::from(width.max(2)), "{:?}", words);
            }
            prop_assert_eq!(held, text.len() - (lines.len() - 1));
            prop_assert!(row_of(&rows, at) < rows.len());
        }

        #[test]
        fn no_row_of_keys_puts_the_cursor_inside_a_letter_or_control_characters_into_a_note(
            keys in proptest::collection::vec((0_usize..12, any::<char>()), 0..60),
        ) {
            let mut note = draft("één zin");
            for (which, c) in keys {
                match which {
                    0 => note.step_row(true, 7),
                    1 => note.step_row(false, 7),
                    2 => note.end_of_line(true),
                    3 => note.end_of_line(false),
                    4 => drop(note.typed.handle(InputRequest::DeletePrevChar)),
                    5 => drop(note.typed.handle(InputRequest::DeleteNextWord)),
                    6 => drop(note.typed.handle(InputRequest::GoToPrevChar)),
                    7 => drop(note.typed.handle(InputRequest::Yank)),
                    8 => drop(note.typed.handle(InputRequest::DeleteFromStart)),
                    _ => note.insert(&c.to_string()),
                }
                prop_assert!(note.text().is_char_boundary(note.cursor()));
                prop_assert!(!note.text().chars().any(|c| c.is_control() && c != '\n'));
            }
        }
    }
}
