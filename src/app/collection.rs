//! The bookmarks and highlights of every article in one list, grouped by article.

use super::browsing;
use super::keys::{Action, Key, Place};
use super::margin;
use super::message::{Change, Effect, Keep};
use super::{App, Note, Screen, copying, draft, quit, reading};
use crate::article::Id;
use crate::library::{Annotation, Collected, Noted, Origin, Target};

/// The list.
#[derive(Debug, Default)]
pub struct Collection {
    /// The articles with their bookmarks and highlights.
    pub articles: Vec<Collected>,
    /// The chosen bookmark or highlight, counted through all articles.
    pub cursor: usize,
    /// The first row in the window.
    pub top: usize,
    /// What was removed here, the last one last.
    pub removed: Vec<(Id, Origin, Annotation)>,
    /// To be chosen when the list comes back.
    wanted: Option<Target>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug)]
pub enum Row<'a> {
    /// The heading of an article.
    Article(&'a Collected),
    /// A bookmark or highlight, and whether it is the chosen one.
    Mark(&'a Noted, Chosen),
}

/// Whether Enter acts on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// What is to be done in an article as soon as it is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Errand {
    /// Go to this bookmark or highlight.
    Go(Annotation),
    /// Edit its note.
    Edit(Annotation),
}

impl Collection {
    /// How many bookmarks and highlights there are.
    pub fn len(&self) -> usize {
        self.articles
            .iter()
            .map(|article| article.marks.len())
            .sum()
    }

    /// True where there are none.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// All rows from the head on.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let mut at = 0;
        self.articles.iter().flat_map(move |article| {
            let first = at;
            at += article.marks.len();
            let marks = article.marks.iter().enumerate().map(move |(i, mark)| {
                let chosen = if first + i == self.cursor {
                    Chosen::Yes
                } else {
                    Chosen::No
                };
                Row::Mark(mark, chosen)
            });
            std::iter::once(Row::Article(article)).chain(marks)
        })
    }

    /// The chosen bookmark or highlight and its article.
    pub fn chosen(&self) -> Option<(&Collected, &Noted)> {
        self.all().nth(self.cursor)
    }

    fn all(&self) -> impl Iterator<Item = (&Collected, &Noted)> {
        let articles = self.articles.iter();
        articles.flat_map(|article| article.marks.iter().map(move |mark| (article, mark)))
    }

    /// Takes the list as it is now, and stays at the same bookmark or highlight, or where it was.
    fn replace(&mut self, articles: Vec<Collected>) {
        let stay = self.chosen().map(|(_, mark)| mark.annotation.clone());
        self.articles = articles;
        let wanted = self.wanted.take();
        let again = self.all().position(|(_, mark)| match &wanted {
            Some(target) => mark.annotation.target == *target,
            None => Some(&mark.annotation) == stay.as_ref(),
        });
        let last = self.len().saturating_sub(1);
        self.cursor = again.unwrap_or(self.cursor).min(last);
    }

    fn step(&mut self, by: isize) {
        let last = self.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Keeps what is chosen inside a window of `rows` rows, with the heading of its article where that is
    /// right above it.
    pub(super) fn scroll_into(&mut self, rows: u16) {
        let rows = usize::from(rows.max(1));
        let all: Vec<Row> = self.rows().collect();
        let at = all
            .iter()
            .position(|row| matches!(row, Row::Mark(_, Chosen::Yes)))
            .unwrap_or_default();
        let headed = at > 0 && rows > 1 && matches!(all[at - 1], Row::Article(_));
        let first = at - usize::from(headed);
        let top = self.top.clamp((at + 1).saturating_sub(rows), first);
        self.top = top.min(all.len().saturating_sub(rows));
    }
}

/// Asks for the list.
pub(super) fn ask(app: &mut App) -> Vec<Effect> {
    app.note = Some(Note::plain(app.words.screen.collecting));
    vec![Effect::Collect]
}

/// Shows the list, unless the reader has gone on to something else.
pub(super) fn take(app: &mut App, articles: Vec<Collected>) {
    let collecting = app.words.screen.collecting;
    if app
        .note
        .as_ref()
        .is_some_and(|note| note.text == collecting)
    {
        app.note = None;
    }
    let rows = app.collection_layout().list.height;
    match &mut app.screen {
        Screen::Reader(_) => {}
        Screen::Collection(collection) => {
            collection.replace(articles);
            collection.scroll_into(rows);
        }
        Screen::Library if articles.is_empty() => {
            app.note = Some(Note::plain(app.words.screen.nothing_marked));
        }
        Screen::Library => {
            app.screen = Screen::Collection(Box::new(Collection {
                articles,
                ..Collection::default()
            }));
        }
    }
}

/// Asks for the list anew where it is shown.
pub(super) fn refresh(app: &App) -> Vec<Effect> {
    match app.screen {
        Screen::Collection(_) => vec![Effect::Collect],
        _ => Vec::new(),
    }
}

pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let Some(action) = app.keys.action(Place::Margin, key) else {
        return Vec::new();
    };
    let rows = app.collection_layout().list.height;
    let page = isize::try_from(rows.saturating_sub(1).max(1)).unwrap_or(1);
    let Screen::Collection(collection) = &mut app.screen else {
        return Vec::new();
    };
    match action {
        Action::Down => collection.step(1),
        Action::Up => collection.step(-1),
        Action::HalfDown => collection.step(page),
        Action::HalfUp => collection.step(-page),
        Action::Begin => collection.step(isize::MIN),
        Action::End => collection.step(isize::MAX),
        Action::Open => return open(app, Errand::Go),
        Action::Annotate => return open(app, Errand::Edit),
        Action::Remove => return remove(collection),
        Action::Undo => return restore(app),
        Action::Copy => return copying::copy(app),
        Action::Leave => {
            app.screen = Screen::Library;
            return browsing::after_move(app);
        }
        Action::Help => app.help = Some(0),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(app),
        _ => {}
    }
    collection.scroll_into(rows);
    Vec::new()
}

/// Moves by this many bookmarks and highlights, down if positive.
pub(super) fn wheel(app: &mut App, by: isize) {
    let rows = app.collection_layout().list.height;
    if let Screen::Collection(collection) = &mut app.screen {
        collection.step(by);
        collection.scroll_into(rows);
    }
}

/// A click chooses, and on what is chosen goes there.
pub(super) fn click(app: &mut App, column: u16, row: u16) -> Vec<Effect> {
    let list = app.collection_layout().list;
    let Screen::Collection(collection) = &mut app.screen else {
        return Vec::new();
    };
    if !list.contains(column, row) {
        return Vec::new();
    }
    let at = collection.top + usize::from(row - list.y);
    let Some(Row::Mark(_, chosen)) = collection.rows().nth(at) else {
        return Vec::new();
    };
    if chosen == Chosen::Yes {
        return open(app, Errand::Go);
    }
    let above = collection.rows().take(at);
    collection.cursor = above.filter(|row| matches!(row, Row::Mark(..))).count();
    Vec::new()
}

fn open(app: &mut App, errand: fn(Annotation) -> Errand) -> Vec<Effect> {
    let Screen::Collection(collection) = &app.screen else {
        return Vec::new();
    };
    let Some((article, mark)) = collection.chosen() else {
        return Vec::new();
    };
    let Some(origin) = article.origin.clone() else {
        app.note = Some(Note::plain(app.words.screen.article_gone));
        return Vec::new();
    };
    app.errand = Some(errand(mark.annotation.clone()));
    vec![Effect::Open(origin)]
}

/// Does in the article that was just opened what it was opened for.
pub(super) fn run(app: &mut App, errand: &Errand) -> Vec<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let (Errand::Go(annotation) | Errand::Edit(annotation)) = errand;
    let id = annotation.id();
    let mut marks = reader.margin.iter();
    let Some(at) = marks.position(|noted| noted.annotation.id() == id) else {
        return Vec::new();
    };
    match errand {
        Errand::Go(_) => margin::go(app, at),
        Errand::Edit(_) => {
            if let Some(span) = reader.margin.get(at).and_then(|noted| noted.span) {
                let moved = reader.jump(span);
                reader.marked = None;
                draft::edit(reader, at);
                return reading::settle(moved);
            }
            draft::edit(reader, at);
            Vec::new()
        }
    }
}

fn remove(collection: &mut Collection) -> Vec<Effect> {
    let Some((article, mark)) = collection.chosen() else {
        return Vec::new();
    };
    let annotation = mark.annotation.clone();
    let gone = annotation.id();
    let mut removed = collection.removed.iter();
    if removed.any(|(_, _, known)| known.id() == gone) {
        return Vec::new();
    }
    let (id, origin) = (article.id.clone(), origin_of(article));
    collection
        .removed
        .push((id.clone(), origin.clone(), annotation));
    vec![keep(id, origin, Change::Erase(gone))]
}

fn restore(app: &mut App) -> Vec<Effect> {
    let Screen::Collection(collection) = &mut app.screen else {
        return Vec::new();
    };
    let Some((id, origin, annotation)) = collection.removed.pop() else {
        app.note = Some(Note::plain(app.words.screen.nothing_to_undo));
        return Vec::new();
    };
    collection.wanted = Some(annotation.target.clone());
    vec![keep(id, origin, Change::Restore(Box::new(annotation)))]
}

/// Where an article came from, also where it is gone.
fn origin_of(article: &Collected) -> Origin {
    let last = article.about.path.clone().map(Origin::File);
    article.origin.clone().or(last).unwrap_or(Origin::Stdin)
}

fn keep(id: Id, origin: Origin, change: Change) -> Effect {
    Effect::Keep(Box::new(Keep {
        id,
        origin,
        article: None,
        change,
    }))
}
