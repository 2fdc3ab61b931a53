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
    /// How many at the head of `visible` are there to go on reading.
    pub begun: usize,
    /// The first row in the window: see [`Shelves::row`].
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

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of what was begun and not finished.
    Begun,
    /// The heading of the other articles, where some were begun.
    Others,
    /// An article: an index into [`Shelves::visible`].
    Article(usize),
}

/// Articles at the head of the list to go on reading, at most. The rest of them stand on their own shelf.
const MOST_BEGUN: usize = 3;

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

    /// Keeps the chosen article inside a window of `rows` rows, with the heading right above it.
    pub fn scroll_into(&mut self, rows: u16) {
        let rows = usize::from(rows.max(1));
        let at = self.row_of(self.cursor);
        let headed = at.checked_sub(1).map(|above| self.row(above));
        let first = match headed {
            Some(Some(Row::Begun | Row::Others)) if rows > 1 => at - 1,
            _ => at,
        };
        self.top = self.top.clamp((at + 1).saturating_sub(rows), first);
        self.top = self.top.min(self.row_count().saturating_sub(rows));
    }

    /// What stands in this row of the list, counted from its head; `None` below it.
    pub fn row(&self, row: usize) -> Option<Row> {
        let at = match row {
            _ if self.begun == 0 => row,
            0 => return Some(Row::Begun),
            _ if row <= self.begun => row - 1,
            _ if row == self.begun + 1 => {
                return (self.begun < self.visible.len()).then_some(Row::Others);
            }
            _ => row - 2,
        };
        (at < self.visible.len()).then_some(Row::Article(at))
    }

    /// The row of the article with this index into `visible`.
    const fn row_of(&self, at: usize) -> usize {
        match self.begun {
            0 => at,
            begun if at < begun => at + 1,
            _ => at + 2,
        }
    }

    const fn row_count(&self) -> usize {
        self.row_of(self.visible.len().saturating_sub(1)) + 1
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
        let begun = match self.shelf {
            Shelf::All if self.query.trim().is_empty() => {
                library::being_read(&self.entries, MOST_BEGUN)
            }
            _ => Vec::new(),
        };
        self.visible.retain(|index| !begun.contains(index));
        self.begun = begun.len();
        self.visible.splice(..0, begun);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(articles: usize, begun: usize) -> Shelves {
        Shelves {
            visible: (0..articles).collect(),
            begun,
            ..Shelves::default()
        }
    }

    #[test]
    fn every_article_has_one_row_and_what_was_begun_has_a_heading() {
        for (articles, begun) in [(0, 0), (5, 0), (5, 2), (3, 3), (1, 1)] {
            let shelves = listing(articles, begun);
            let rows: Vec<Row> = (0..).map_while(|row| shelves.row(row)).collect();
            let listed: Vec<usize> = rows
                .iter()
                .filter_map(|row| match row {
                    Row::Article(at) => Some(*at),
                    _ => None,
                })
                .collect();
            assert_eq!(listed, shelves.visible);
            let headings = match (begun, articles - begun) {
                (0, _) => 0,
                (_, 0) => 1,
                _ => 2,
            };
            assert_eq!(rows.len(), articles + headings);
            for at in 0..articles {
                assert_eq!(shelves.row(shelves.row_of(at)), Some(Row::Article(at)));
            }
        }
    }

    #[test]
    fn the_chosen_article_is_in_the_window_and_so_is_the_heading_above_it() {
        let mut shelves = listing(40, 3);
        for rows in [1, 2, 5, 30, 60] {
            for cursor in (0..40).chain((0..40).rev()) {
                shelves.cursor = cursor;
                shelves.scroll_into(rows);
                let at = shelves.row_of(cursor);
                let (top, rows) = (shelves.top, usize::from(rows));
                assert!((top..top + rows).contains(&at), "{cursor} in {rows}");
                if cursor == 0 && rows > 1 {
                    assert_eq!(top, 0);
                }
            }
        }
    }
}
