//! The library's screen: the list, what is chosen in it, and what it is filtered by.

use super::people::People;
use crate::article::Id;
use crate::library::{self, Entry, Order, Origin, Shelf};
use crate::quotes::Quotes;

/// The library as the reader sees it.
#[derive(Debug, Default)]
pub struct Shelves {
    /// Every article, in the order in which they were found.
    pub entries: Vec<Entry>,
    /// The articles on the chosen shelf that the filter lets through, in order: indices into `entries`.
    pub visible: Vec<usize>,
    /// The chosen one, an index into `visible`.
    pub cursor: usize,
    /// The first one in the window, an index into `visible`.
    pub top: usize,
    /// The shelf.
    pub shelf: Shelf,
    /// The order.
    pub order: Order,
    /// What the list is filtered by.
    pub query: String,
    /// Whether the filter is being typed.
    pub typing: bool,
    /// Whether folders are still being read.
    pub listing: bool,
    /// Files in forms that are not read.
    pub skipped: usize,
    /// What could not be read.
    pub problems: Vec<String>,
    /// What was put off the list of saved articles here, the last one last.
    pub unsaved: Vec<(Id, Origin)>,
    /// The article to be chosen as soon as it is listed, unless the reader moves first.
    pub looked_for: Option<Id>,
    /// Who is quoted in the chosen article, once that is known.
    pub preview: Option<(Id, People)>,
}

/// The shelves in the order of their keys.
pub const SHELVES: [Shelf; 5] = [
    Shelf::All,
    Shelf::Saved,
    Shelf::Reading,
    Shelf::Unread,
    Shelf::Finished,
];

/// The orders, each followed by the next when the key is pressed.
pub const ORDERS: [Order; 5] = [
    Order::Date,
    Order::Title,
    Order::Author,
    Order::Length,
    Order::Opened,
];

impl Shelves {
    /// The chosen article.
    pub fn chosen(&self) -> Option<&Entry> {
        self.visible
            .get(self.cursor)
            .and_then(|&i| self.entries.get(i))
    }

    /// Adds articles, and keeps the chosen one chosen unless the reader is still at the top.
    pub fn add(&mut self, entries: Vec<Entry>) {
        self.entries.extend(entries);
        self.rebuild();
    }

    /// Takes what is kept about an article now.
    pub fn update_kept(&mut self, id: &Id, kept: &library::Kept) {
        for entry in self.entries.iter_mut().filter(|e| e.id == *id) {
            entry.kept = kept.clone();
        }
        self.rebuild();
    }

    /// Chooses the article with this identity, now or when it has been found.
    pub fn look_for(&mut self, id: Id) {
        self.looked_for = Some(id);
        self.rebuild();
    }

    /// Lists another shelf.
    pub fn turn_to(&mut self, to: Shelf) {
        self.shelf = to;
        self.cursor = 0;
        self.rebuild();
    }

    /// Lists in the next order.
    pub fn next_order(&mut self) {
        let at = ORDERS
            .iter()
            .position(|&order| order == self.order)
            .unwrap_or_default();
        self.order = ORDERS[(at + 1) % ORDERS.len()];
        self.cursor = 0;
        self.rebuild();
    }

    /// Filters by another query.
    pub fn filter(&mut self, query: String) {
        self.query = query;
        self.cursor = 0;
        self.rebuild();
    }

    /// Moves by this many articles, down if positive.
    pub fn step(&mut self, by: isize) {
        self.looked_for = None;
        let last = self.visible.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Keeps the chosen article inside a window of `rows` rows.
    pub fn scroll_into(&mut self, rows: u16) {
        let rows = usize::from(rows.max(1));
        self.top = self
            .top
            .clamp((self.cursor + 1).saturating_sub(rows), self.cursor);
        self.top = self.top.min(self.visible.len().saturating_sub(rows));
    }

    /// Takes who is quoted in an article, if it is still the chosen one.
    pub fn take_preview(&mut self, id: Id, quotes: Quotes) {
        if self.chosen().is_some_and(|entry| entry.id == id) {
            self.preview = Some((id, People::new(quotes)));
        }
    }

    fn rebuild(&mut self) {
        let chosen = self
            .visible
            .get(self.cursor)
            .copied()
            .filter(|_| self.cursor > 0);
        self.visible = library::list(&self.entries, self.shelf, &self.query, self.order);
        let looked_for = self.looked_for.as_ref();
        let found = self.visible.iter().position(|&i| {
            looked_for.is_some() && self.entries.get(i).map(|e| &e.id) == looked_for
        });
        if found.is_some() {
            self.looked_for = None;
        }
        let again =
            found.or_else(|| chosen.and_then(|i| self.visible.iter().position(|&v| v == i)));
        self.cursor = again
            .unwrap_or(self.cursor)
            .min(self.visible.len().saturating_sub(1));
    }
}
