//! What the keys do to the bookmarks and highlights of the open article.

use super::keys::Action;
use super::message::{Change, Effect};
use super::reader::{Focus, Reader};
use super::{App, Note, Screen, copying, draft, quit, reading};
use crate::article::{Anchor, Passage, Span};
use crate::library::{Annotation, Noted, Target};

/// Bookmarks the page, or takes its bookmarks away.
pub(super) fn bookmark(reader: &mut Reader) -> Vec<Change> {
    let here: Vec<Annotation> = bookmarks_on_page(reader)
        .map(|noted| noted.annotation.clone())
        .collect();
    if here.is_empty() {
        vec![annotate(place(reader))]
    } else {
        erase(reader, here)
    }
}

/// Removes these, and remembers them for [`Action::Undo`]. What is being removed already is not removed twice.
fn erase(reader: &mut Reader, gone: impl IntoIterator<Item = Annotation>) -> Vec<Change> {
    let mut changes = Vec::new();
    for annotation in gone {
        let id = annotation.id();
        if reader.removed.iter().all(|known| known.id() != id) {
            reader.removed.push(annotation);
            changes.push(Change::Erase(id));
        }
    }
    changes
}

/// The beginning of the page.
pub(super) fn place(reader: &Reader) -> Target {
    Target::Place(Anchor::at(reader.article(), reader.shown.span.start))
}

/// The bookmarks of the visible page.
pub fn bookmarks_on_page(reader: &Reader) -> impl Iterator<Item = &Noted> {
    reader.margin.iter().filter(|noted| {
        !noted.annotation.is_highlight()
            && noted
                .span
                .is_some_and(|span| reader.shown.span.contains(span.start))
    })
}

/// Highlights the words that stand out, or takes their highlight away; `None` where none stand out.
pub(super) fn highlight(reader: &mut Reader) -> Option<Vec<Change>> {
    let words = reader.marked.filter(|span| !span.is_empty())?;
    let same: Vec<Annotation> = reader
        .margin
        .iter()
        .filter(|noted| noted.annotation.is_highlight() && noted.span == Some(words))
        .map(|noted| noted.annotation.clone())
        .collect();
    if !same.is_empty() {
        return Some(erase(reader, same));
    }
    add_highlight(reader, words).map(|change| vec![change])
}

/// Highlights `words`; `None` where there are none.
pub(super) fn add_highlight(reader: &Reader, words: Span) -> Option<Change> {
    let passage = Passage::of(reader.article(), words)?;
    Some(annotate(Target::Passage(passage)))
}

fn annotate(target: Target) -> Change {
    Change::Annotate {
        target,
        note: String::new(),
    }
}

/// The first entry of the list at or after the page, or the last one.
pub(super) fn nearest(reader: &Reader) -> usize {
    let start = reader.shown.span.start;
    let before = |noted: &Noted| noted.span.is_some_and(|span| span.start < start);
    let at = reader
        .margin
        .iter()
        .take_while(|noted| before(noted))
        .count();
    at.min(reader.margin.len().saturating_sub(1))
}

/// A note as the status line shows it, in one line; `None` for an empty one.
fn said(note: &str) -> Option<String> {
    let words: Vec<&str> = note.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Chooses an annotation that was put back, where the list is open.
pub(super) fn choose(reader: &mut Reader, target: &Target) {
    let latest = reader.kept.annotations.latest(target);
    let at = reader
        .margin
        .iter()
        .position(|noted| Some(&noted.annotation) == latest);
    if let (Some(at), Focus::Margin(_)) = (at, &reader.focus) {
        reader.focus = Focus::Margin(at);
    }
}

/// A key in the list of bookmarks and highlights, of which `at` is chosen.
pub(super) fn act(app: &mut App, action: Action, at: usize) -> Vec<Effect> {
    /// Entries that a half page skips.
    const PAGE: usize = 10;
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let last = reader.margin.len().saturating_sub(1);
    reader.focus = match action {
        Action::Down => Focus::Margin((at + 1).min(last)),
        Action::Up => Focus::Margin(at.saturating_sub(1)),
        Action::HalfDown => Focus::Margin((at + PAGE).min(last)),
        Action::HalfUp => Focus::Margin(at.saturating_sub(PAGE)),
        Action::Begin => Focus::Margin(0),
        Action::End => Focus::Margin(last),
        Action::Remove => {
            let chosen = reader.margin.get(at).map(|noted| noted.annotation.clone());
            let changes = erase(reader, chosen);
            return changes
                .into_iter()
                .map(|c| reading::keep(reader, c))
                .collect();
        }
        Action::Undo => {
            let Some(annotation) = reader.removed.pop() else {
                app.note = Some(Note::plain(app.words.screen.nothing_to_undo));
                return Vec::new();
            };
            return vec![reading::keep(reader, Change::Restore(Box::new(annotation)))];
        }
        Action::Annotate => {
            draft::edit(reader, at);
            return Vec::new();
        }
        Action::Open => return go(app, at),
        Action::Copy => return copying::copy(app),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(app),
        Action::Help => {
            app.help = Some(0);
            Focus::Margin(at)
        }
        Action::Leave => Focus::Text,
        _ => Focus::Margin(at),
    };
    Vec::new()
}

/// Goes to an entry of the list.
pub(super) fn go(app: &mut App, at: usize) -> Vec<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let Some(noted) = reader.margin.get(at) else {
        return Vec::new();
    };
    let Some(span) = noted.span else {
        app.note = Some(Note::plain(app.words.screen.lost_highlight));
        return Vec::new();
    };
    if let Some(note) = said(&noted.annotation.note) {
        app.note = Some(Note::plain(note));
    }
    reader.focus = Focus::Text;
    let moved = reader.jump(span);
    if span.is_empty() {
        reader.marked = None;
    }
    reading::settle(moved)
}
