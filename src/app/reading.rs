//! What keys, clicks and news from outside do to an open article.

use super::keys::{Action, Key, Place};
use super::layout;
use super::message::{Change, Effect, Keep, Opened};
use super::people::People;
use super::reader::{Focus, Moved, Reader};
use super::{
    App, Edit, MEASURES, Note, Screen, browsing, collection, copying, draft, edit, margin,
    next_theme, quit, selection, shelves, sidebar,
};
use crate::article::Id;
use crate::quotes::Quotes;
use crate::typeset::{Ahead, Alignment, PageCounts};

pub(super) fn open(app: &mut App, opened: Opened) -> Vec<Effect> {
    let mut effects = draft::finish(app);
    let (reader, note) = Reader::open(opened, app.words);
    app.screen = Screen::Reader(Box::new(reader));
    app.note = note;
    app.help = None;
    effects.extend(resize(app));
    if let Screen::Reader(reader) = &app.screen {
        effects.push(Effect::FindQuotes(reader.article().clone()));
        effects.push(keep(reader, Change::Opened));
    }
    if let Some(errand) = app.errand.take() {
        effects.extend(collection::run(app, &errand));
    }
    effects
}

/// Sets the open article for the window as it is now.
pub(super) fn resize(app: &mut App) -> Vec<Effect> {
    let layout = app.reader_layout();
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let anew = reader.resize(&layout, &app.preferences, app.words);
    if anew && reader.shown.number.is_none() {
        vec![Effect::CountPages(
            reader.article().clone(),
            reader.setting(),
        )]
    } else {
        Vec::new()
    }
}

pub(super) fn quoted(app: &mut App, id: &Id, quotes: &Quotes) {
    if let Screen::Reader(reader) = &mut app.screen
        && reader.article().id() == id
    {
        let mut people = People::new(quotes.clone());
        people.choose_visible(reader.shown.span);
        reader.people = Some(people);
    }
}

pub(super) fn counted(app: &mut App, id: &Id, counts: &PageCounts) {
    if let Screen::Reader(reader) = &mut app.screen
        && reader.article().id() == id
    {
        reader.learn(counts);
    }
}

/// Has the section beside the one that is read set before the reader turns to it. One at a time: a row of
/// resizes starts no row of threads.
pub(super) fn look_ahead(app: &mut App) -> Option<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return None;
    };
    let section = reader.look_ahead()?;
    let article = reader.article().clone();
    Some(Effect::SetAhead(article, reader.setting(), section))
}

pub(super) fn set_ahead(app: &mut App, id: &Id, ahead: Ahead) {
    if let Screen::Reader(reader) = &mut app.screen
        && reader.article().id() == id
    {
        reader.take(ahead);
    }
}

pub(super) fn keep(reader: &Reader, change: Change) -> Effect {
    Effect::Keep(Box::new(Keep {
        id: reader.article().id().clone(),
        origin: reader.origin.clone(),
        article: Some(reader.article().clone()),
        change,
    }))
}

/// Has the place kept as it is now.
pub(super) fn keep_place(app: &mut App) -> Vec<Effect> {
    match &app.screen {
        Screen::Reader(reader) => vec![keep(reader, reader.change())],
        Screen::Library | Screen::Collection(_) => Vec::new(),
    }
}

pub(super) fn settle(moved: Moved) -> Vec<Effect> {
    match moved {
        Moved::Yes => vec![Effect::Settle],
        Moved::No => Vec::new(),
    }
}

pub(super) fn wheel(app: &mut App, by: isize) -> Vec<Effect> {
    match &mut app.screen {
        Screen::Reader(reader) => settle(reader.scroll(by)),
        Screen::Collection(_) => {
            collection::wheel(app, by);
            Vec::new()
        }
        Screen::Library => {
            app.shelves.step(by);
            browsing::after_move(app)
        }
    }
}

/// A click on somebody in the sidebar jumps to their words; a click in the list chooses, and on the
/// chosen article opens.
pub(super) fn click(app: &mut App, column: u16, row: u16) -> Vec<Effect> {
    let layout = app.reader_layout();
    match &mut app.screen {
        Screen::Reader(reader) => {
            let list = layout.sidebar.map(|area| area.below(sidebar::HEADING_ROWS));
            let Some(area) = list.filter(|area| area.contains(column, row)) else {
                return Vec::new();
            };
            let rows = reader.people_rows(area, app.words);
            let entry = rows
                .get(usize::from(row - area.y))
                .and_then(|row| row.entry);
            let (Some(entry), Some(people)) = (entry, &mut reader.people) else {
                return Vec::new();
            };
            people.choose(entry.person);
            people.quotation = entry.quotation;
            jump_to_chosen(reader)
        }
        Screen::Collection(_) => collection::click(app, column, row),
        Screen::Library => {
            let list = app.library_layout().list;
            if !list.contains(column, row) {
                return Vec::new();
            }
            let row = app.shelves.top + usize::from(row - list.y);
            let Some(shelves::Row::Article(at)) = app.shelves.row(row) else {
                return Vec::new();
            };
            if at == app.shelves.cursor {
                return app
                    .shelves
                    .chosen()
                    .map(|e| Effect::Open(e.origin.clone()))
                    .into_iter()
                    .collect();
            }
            app.shelves.cursor = at;
            browsing::after_move(app)
        }
    }
}

fn jump_to_chosen(reader: &mut Reader) -> Vec<Effect> {
    match reader.people.as_ref().and_then(People::target) {
        Some(target) => settle(reader.jump(target)),
        None => Vec::new(),
    }
}

pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    match reader.focus {
        Focus::Search => press_in_search(app, key),
        Focus::Text => match app.keys.action(Place::Reading, key) {
            Some(action) => act(app, action),
            None => Vec::new(),
        },
        Focus::Note(_) => draft::press(app, key),
        Focus::Select(now) => match app.keys.action(Place::Selecting, key) {
            Some(action) => selection::act(app, action, now),
            None => Vec::new(),
        },
        Focus::People => match app.keys.action(Place::Beside, key) {
            Some(action) => act_on_people(app, action),
            None => Vec::new(),
        },
        Focus::Margin(at) => match app.keys.action(Place::Margin, key) {
            Some(action) => margin::act(app, action, at),
            None => Vec::new(),
        },
        Focus::Contents(at) => match app.keys.action(Place::Beside, key) {
            Some(action) => act_on_contents(app, action, at),
            None => Vec::new(),
        },
    }
}

fn press_in_search(app: &mut App, key: Key) -> Vec<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    match edit(&reader.search.query, key) {
        Edit::Changed(query) => reader.search.query = query,
        Edit::Dropped => {
            reader.focus = Focus::Text;
            reader.search = super::Search::default();
        }
        Edit::Done => {
            reader.focus = Focus::Text;
            if !reader.search.query.trim().is_empty() {
                let found = reader.run_search();
                return report_hit(app, found);
            }
        }
        Edit::NotTyping => match app.keys.action(Place::Reading, key) {
            Some(Action::Quit) => return quit(app),
            Some(Action::Suspend) => return vec![Effect::Suspend],
            _ => {}
        },
    }
    Vec::new()
}

/// Says which hit this is, or that there is none.
fn report_hit(app: &mut App, found: Option<Moved>) -> Vec<Effect> {
    let Screen::Reader(reader) = &app.screen else {
        return Vec::new();
    };
    let words = &app.words.screen;
    let Some(moved) = found else {
        let query = reader.search.query.trim();
        app.note = (!query.is_empty()).then(|| Note::problem((words.not_found)(query)));
        return Vec::new();
    };
    let at = reader.search.current.map_or(0, |at| at + 1);
    app.note = Some(Note::plain((words.match_of)(at, reader.search.hits.len())));
    settle(moved)
}

fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let room_beside = layout::reader(app.size, &app.preferences, true)
        .sidebar
        .is_some();
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let words = &app.words.screen;
    let moved = match action {
        Action::NextPage => reader.next_page(),
        Action::PreviousPage => reader.previous_page(),
        Action::Down => reader.scroll(1),
        Action::Up => reader.scroll(-1),
        Action::HalfDown => reader.scroll_half(1),
        Action::HalfUp => reader.scroll_half(-1),
        Action::Begin => reader.begin(),
        Action::End => reader.end(),
        Action::Search => {
            reader.focus = Focus::Search;
            reader.search = super::Search::default();
            Moved::No
        }
        Action::NextMatch | Action::PreviousMatch => {
            let found = reader.step_hit(action == Action::NextMatch);
            return report_hit(app, found);
        }
        Action::Bookmark => {
            let changes = margin::bookmark(reader);
            return changes.into_iter().map(|c| keep(reader, c)).collect();
        }
        Action::Highlight => {
            let Some(changes) = margin::highlight(reader) else {
                return selection::begin(app);
            };
            return changes.into_iter().map(|c| keep(reader, c)).collect();
        }
        Action::Select => return selection::begin(app),
        Action::Copy => return copying::copy(app),
        Action::Browse => return copying::browse(app),
        Action::Annotate => return draft::begin(app),
        Action::Margin => {
            if reader.margin.is_empty() && reader.removed.is_empty() {
                app.note = Some(Note::plain(words.no_marks));
            } else {
                reader.focus = Focus::Margin(margin::nearest(reader));
            }
            Moved::No
        }
        Action::Contents => {
            if reader.headings().next().is_none() {
                app.note = Some(Note::plain(words.no_headings));
            } else {
                reader.focus = Focus::Contents(reader.current_heading());
            }
            Moved::No
        }
        Action::NextQuotation | Action::PreviousQuotation => {
            let found = reader.step_quotation(action == Action::NextQuotation);
            if found.is_none() {
                app.note = Some(Note::plain(words.no_more_quotations));
            }
            found.unwrap_or(Moved::No)
        }
        Action::StepIn => {
            reader.focus = Focus::People;
            if let Some(people) = &mut reader.people
                && people.quotation.is_none()
            {
                people.choose_visible(reader.shown.span);
            }
            Moved::No
        }
        Action::JumpBack | Action::JumpForward => return along(app, action),
        Action::Save => {
            let change = if reader.kept.saved.is_some() {
                Change::Unsave
            } else {
                Change::Save
            };
            return vec![keep(reader, change)];
        }
        Action::Experts if !room_beside => return act(app, Action::StepIn),
        Action::Experts | Action::Narrower | Action::Wider | Action::Justify | Action::Columns => {
            return prefer(app, action);
        }
        Action::Theme => return next_theme(app),
        Action::Leave => return leave(app),
        Action::Help => {
            app.help = Some(0);
            Moved::No
        }
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(app),
        _ => Moved::No,
    };
    settle(moved)
}

/// Back or forward through the places that jumps began at.
fn along(app: &mut App, action: Action) -> Vec<Effect> {
    let words = &app.words.screen;
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let (moved, nowhere) = if action == Action::JumpBack {
        (reader.jump_back(), words.no_jump)
    } else {
        (reader.jump_forward(), words.no_jump_forward)
    };
    if moved.is_none() {
        app.note = Some(Note::plain(nowhere));
    }
    moved.map(settle).unwrap_or_default()
}

/// Esc takes away what stands out first, then goes back to the library.
fn leave(app: &mut App) -> Vec<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    if reader.marked.is_some() || !reader.search.hits.is_empty() {
        reader.marked = None;
        reader.search = super::Search::default();
        return Vec::new();
    }
    let read = reader.article().id().clone();
    let mut effects = keep_place(app);
    app.screen = Screen::Library;
    app.shelves.look_for(read);
    if app.shelves.entries.is_empty() && !app.shelves.listing {
        app.shelves.listing = true;
        effects.push(Effect::List);
    }
    effects.extend(browsing::after_move(app));
    effects
}

/// Changes how articles are set, and says how they are set now.
fn prefer(app: &mut App, action: Action) -> Vec<Effect> {
    let words = &app.words.screen;
    let now = &mut app.preferences;
    let note = match action {
        Action::Narrower | Action::Wider => {
            let by: i16 = if action == Action::Wider { 2 } else { -2 };
            now.measure = now
                .measure
                .saturating_add_signed(by)
                .clamp(MEASURES.0, MEASURES.1);
            Some((words.measure)(now.measure))
        }
        Action::Justify => {
            now.alignment = match now.alignment {
                Alignment::Ragged => Alignment::Justified,
                Alignment::Justified => Alignment::Ragged,
            };
            let justified = now.alignment == Alignment::Justified;
            Some(
                if justified {
                    words.justified
                } else {
                    words.ragged
                }
                .to_owned(),
            )
        }
        Action::Columns => {
            now.columns = if now.columns == 2 { 1 } else { 2 };
            Some((words.text_columns)(now.columns))
        }
        _ => {
            now.sidebar = !now.sidebar;
            None
        }
    };
    app.note = note.map(Note::plain);
    let wanted = usize::from(app.preferences.columns);
    let layout = app.reader_layout();
    if action == Action::Columns && layout.text.len() < wanted {
        app.note = Some(Note::plain(words.too_narrow));
    }
    resize(app)
}

fn act_on_people(app: &mut App, action: Action) -> Vec<Effect> {
    let over = app.reader_layout().sidebar.is_none();
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    if let Some(people) = &mut reader.people {
        match action {
            Action::Down => people.down(),
            Action::Up => people.up(),
            Action::HalfDown => people.choose(people.chosen + 1),
            Action::HalfUp => people.choose(people.chosen.saturating_sub(1)),
            Action::Begin => people.choose(0),
            Action::End => people.choose(usize::MAX),
            _ => {}
        }
    }
    match action {
        Action::Open => {
            if over {
                reader.focus = Focus::Text;
            }
            return jump_to_chosen(reader);
        }
        Action::JumpBack | Action::JumpForward => {
            if over {
                reader.focus = Focus::Text;
            }
            return along(app, action);
        }
        Action::Copy => return copying::copy(app),
        Action::Experts => {
            reader.focus = Focus::Text;
            if over {
                return Vec::new();
            }
            return prefer(app, Action::Experts);
        }
        Action::Leave => reader.focus = Focus::Text,
        Action::Help => app.help = Some(0),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(app),
        _ => {}
    }
    Vec::new()
}

fn act_on_contents(app: &mut App, action: Action, at: usize) -> Vec<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let last = reader.headings().count().saturating_sub(1);
    let page = 10;
    reader.focus = match action {
        Action::Down => Focus::Contents((at + 1).min(last)),
        Action::Up => Focus::Contents(at.saturating_sub(1)),
        Action::HalfDown => Focus::Contents((at + page).min(last)),
        Action::HalfUp => Focus::Contents(at.saturating_sub(page)),
        Action::Begin => Focus::Contents(0),
        Action::End => Focus::Contents(last),
        Action::Open => {
            reader.focus = Focus::Text;
            let heading = reader.headings().nth(at).map(|(_, span)| span);
            let moved = heading.map(|span| reader.jump(span));
            // A heading stands out by itself.
            reader.marked = None;
            return moved.map(settle).unwrap_or_default();
        }
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(app),
        Action::Leave => Focus::Text,
        _ => Focus::Contents(at),
    };
    Vec::new()
}
