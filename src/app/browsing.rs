//! What keys do in the library.

use super::keys::{Action, Key, Place};
use super::message::{Change, Effect, Keep};
use super::{App, Edit, Note, Screen, Shelves, collection, edit, next_theme, quit, shelves};
use crate::article::Id;
use crate::library::{Entry, Origin};

pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    if app.shelves.typing && type_filter(app, key) {
        return after_move(app);
    }
    let Some(action) = app.keys.action(Place::Library, key) else {
        return Vec::new();
    };
    let page =
        isize::try_from(app.library_layout().list.height.saturating_sub(1).max(1)).unwrap_or(1);
    let shelves = &mut app.shelves;
    match action {
        Action::Down => shelves.step(1),
        Action::Up => shelves.step(-1),
        Action::NextPage => shelves.step(page),
        Action::PreviousPage => shelves.step(-page),
        Action::Begin => shelves.step(isize::MIN),
        Action::End => shelves.step(isize::MAX),
        Action::ShelfAll => shelves.turn_to(shelves::SHELVES[0]),
        Action::ShelfSaved => shelves.turn_to(shelves::SHELVES[1]),
        Action::ShelfReading => shelves.turn_to(shelves::SHELVES[2]),
        Action::ShelfUnread => shelves.turn_to(shelves::SHELVES[3]),
        Action::ShelfFinished => shelves.turn_to(shelves::SHELVES[4]),
        Action::Sort => shelves.next_order(),
        Action::Theme => return next_theme(app),
        Action::Filter => shelves.typing = true,
        Action::Open => {
            return shelves
                .chosen()
                .map(|entry| Effect::Open(entry.origin.clone()))
                .into_iter()
                .collect();
        }
        Action::Save => return save_chosen(shelves),
        Action::Undo => return save_again(app),
        Action::Margin => return collection::ask(app),
        Action::Leave if !shelves.query.is_empty() => shelves.filter(String::new()),
        Action::Help => app.help = Some(0),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(app),
        _ => {}
    }
    after_move(app)
}

/// Takes a key while the filter is being typed; false where it is no part of the typing.
fn type_filter(app: &mut App, key: Key) -> bool {
    let shelves = &mut app.shelves;
    match edit(&shelves.query, key) {
        Edit::Changed(query) => shelves.filter(query),
        Edit::Done => shelves.typing = false,
        Edit::Dropped => {
            shelves.typing = false;
            shelves.filter(String::new());
        }
        Edit::NotTyping => return false,
    }
    true
}

fn save_chosen(shelves: &mut Shelves) -> Vec<Effect> {
    let Some(Entry {
        id, origin, kept, ..
    }) = shelves.chosen()
    else {
        return Vec::new();
    };
    let (id, origin) = (id.clone(), origin.clone());
    if kept.saved.is_none() {
        return vec![keep(id, origin, Change::Save)];
    }
    shelves.unsaved.push((id.clone(), origin.clone()));
    vec![keep(id, origin, Change::Unsave)]
}

/// Saves again what was put off the list last, also where it has left the shelf that is shown.
fn save_again(app: &mut App) -> Vec<Effect> {
    let Some((id, origin)) = app.shelves.unsaved.pop() else {
        app.note = Some(Note::plain(app.words.screen.nothing_to_undo));
        return Vec::new();
    };
    app.shelves.look_for(id.clone());
    let mut effects = vec![keep(id, origin, Change::Save)];
    effects.extend(after_move(app));
    effects
}

fn keep(id: Id, origin: Origin, change: Change) -> Effect {
    Effect::Keep(Box::new(Keep {
        id,
        origin,
        article: None,
        change,
    }))
}

pub(super) fn after_move(app: &mut App) -> Vec<Effect> {
    app.shelves.scroll_into(app.library_layout().list.height);
    preview(app)
}

/// Asks for the preview of the chosen article where one is shown and not known yet.
pub(super) fn preview(app: &mut App) -> Vec<Effect> {
    if app.library_layout().preview.is_none() || !matches!(app.screen, Screen::Library) {
        return Vec::new();
    }
    let known = app.shelves.preview.as_ref().map(|(id, _)| id);
    match app.shelves.chosen() {
        Some(entry) if known != Some(&entry.id) => {
            vec![Effect::Preview(entry.origin.clone(), entry.id.clone())]
        }
        _ => Vec::new(),
    }
}
