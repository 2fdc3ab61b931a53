//! The articles a reader has: what is listed, in what order, under which filter, and how far each was read.
//!
//! Plain values and pure functions. Where the articles come from and where what is kept is written is
//! `store`'s business.

use crate::article::{Anchor, Article, Author, Id, Published};
use jiff::Timestamp;
use std::path::PathBuf;

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A file of the reader's.
    File(PathBuf),
    /// An article built into the program, by its file name.
    BuiltIn(&'static str),
    /// Standard input.
    Stdin,
    /// The copy kept of a saved article whose original is gone.
    Copy(PathBuf),
}

/// One article in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where it comes from.
    pub origin: Origin,
    /// Its identity.
    pub id: Id,
    /// Title; the file's name where there is none.
    pub title: String,
    /// Authors.
    pub authors: Vec<Author>,
    /// Section or genre.
    pub section: Option<String>,
    /// Date of publication.
    pub published: Option<Published>,
    /// Number of words.
    pub words: usize,
    /// Minutes that reading takes.
    pub reading_minutes: u32,
    /// The first lines, for the preview.
    pub lead: String,
    /// What is kept about it.
    pub kept: Kept,
}

impl Entry {
    /// The entry of `article`, read from `origin`, with what is kept about it.
    pub fn new(origin: Origin, article: &Article, kept: Kept) -> Self {
        let lead = article.text().chars().take(800).collect();
        Self {
            origin,
            id: article.id().clone(),
            title: article.meta.title.clone(),
            authors: article.meta.authors.clone(),
            section: article.meta.section.clone(),
            published: article.meta.published.clone(),
            words: article.words(),
            reading_minutes: article
                .meta
                .reading_minutes
                .unwrap_or_else(|| article.reading_minutes()),
            lead,
            kept,
        }
    }
}

/// What is kept about one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// When the reader saved it; `None` where it is not saved.
    pub saved: Option<Timestamp>,
    /// Where the reader was: the first word of the page.
    pub place: Option<Anchor>,
    /// When that place was reached; of two, the later one wins.
    pub place_at: Option<Timestamp>,
    /// The share of the text up to the end of the page that was last shown, 0 to 1.
    pub progress: f64,
    /// How often it was opened.
    pub opened: u32,
    /// When it was last opened.
    pub last_opened: Option<Timestamp>,
    /// Seconds spent reading it.
    pub seconds_read: u64,
    /// When its end was first reached.
    pub finished: Option<Timestamp>,
}

/// Which articles are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// Every one.
    #[default]
    All,
    /// Saved ones.
    Saved,
    /// Begun and not finished.
    Reading,
    /// Never opened.
    Unread,
    /// Read to the end.
    Finished,
}

/// In what order articles are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Newest first.
    #[default]
    Date,
    /// By title.
    Title,
    /// By the first author's name.
    Author,
    /// The shortest first.
    Length,
    /// The one opened last first.
    Opened,
}
