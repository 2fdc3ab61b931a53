//! What is safely on the disk comes back: the screens take it over, and the reader is told.

use super::keys::{Action, Place};
use super::message::Change;
use super::{App, Focus, Note, Screen, margin};
use crate::article::Id;
use crate::library::{GRACE_DAYS, Kept, Origin, Target};

/// Takes what is kept about an article now that `change` is on the disk.
pub(super) fn take(app: &mut App, id: &Id, kept: Kept, change: &Change) {
    app.shelves.update_kept(id, &kept);
    if let Screen::Reader(reader) = &mut app.screen
        && reader.article().id() == id
    {
        reader.keep(kept);
    }
    if let (Change::Restore(put_back), Screen::Reader(reader)) = (change, &mut app.screen) {
        margin::choose(reader, &put_back.target);
    }
    if let Some(told) = told(app, id, change) {
        app.note = Some(Note::plain(told));
    }
}

/// What is said about a change that is safely on the disk, and how it is undone.
fn told(app: &App, id: &Id, change: &Change) -> Option<String> {
    let words = &app.words.screen;
    let said = match change {
        Change::Save => words.saved,
        Change::Unsave => return Some(unsaved(app, id)),
        Change::Annotate { note, .. } if !note.is_empty() => words.note_kept,
        Change::Annotate {
            target: Target::Place(_),
            ..
        } => words.bookmarked,
        Change::Annotate { .. } => words.highlighted,
        Change::Erase(_) => match &app.screen {
            Screen::Reader(reader) if !matches!(reader.focus, Focus::Margin(_)) => words.unmarked,
            _ => {
                let undo = app.keys.hint(Place::Margin, Action::Undo);
                return Some((words.removed)(&undo));
            }
        },
        Change::Reword { note, .. } if note.is_empty() => words.note_emptied,
        Change::Reword { .. } => words.note_kept,
        Change::Restore(_) => words.restored,
        Change::Opened | Change::Place { .. } => return None,
    };
    Some(said.to_owned())
}

/// Which key saves the article again, and for how long where its copy is all there is.
fn unsaved(app: &App, id: &Id) -> String {
    let words = &app.words.screen;
    let (key, origin) = match &app.screen {
        Screen::Reader(reader) => (
            app.keys.hint(Place::Reading, Action::Save),
            Some(&reader.origin),
        ),
        Screen::Library | Screen::Collection(_) => {
            let entry = app.shelves.entries.iter().find(|entry| entry.id == *id);
            let key = app.keys.hint(Place::Library, Action::Undo);
            (key, entry.map(|entry| &entry.origin))
        }
    };
    match origin {
        Some(Origin::Copy(_)) => (words.unsaved_copy)(&key, GRACE_DAYS),
        _ => (words.unsaved)(&key),
    }
}
