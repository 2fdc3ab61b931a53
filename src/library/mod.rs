//! The articles a reader has: what is listed, in what order, under which filter, and how far each was read.
//!
//! Plain values and pure functions. Where the articles come from and where what is kept is written is
//! `store`'s business.

mod annotation;
mod kept;
mod list;
mod noted;

pub use annotation::{Annotation, AnnotationId, Annotations, Target};
pub use kept::{About, Kept};
pub use list::{being_read, list};
pub use noted::{Collected, Noted};

use crate::article::{Article, Author, Id, Published};
use std::path::{Path, PathBuf};

/// Days for which the copy of an article that is saved no longer stays where it is the only text.
pub const GRACE_DAYS: i64 = 30;

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

impl Origin {
    /// The file it is read from, where it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) | Self::Copy(path) => Some(path),
            Self::BuiltIn(_) | Self::Stdin => None,
        }
    }
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
    /// Keywords.
    pub tags: Vec<String>,
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
        Self {
            origin,
            id: article.id().clone(),
            title: article.meta.title.clone(),
            authors: article.meta.authors.clone(),
            section: article.meta.section.clone(),
            tags: article.meta.tags.clone(),
            published: article.meta.published.clone(),
            words: article.words(),
            reading_minutes: article
                .meta
                .reading_minutes
                .unwrap_or_else(|| article.reading_minutes()),
            lead: lead(article.text()),
            kept,
        }
    }
}

/// How many code points of an article its preview may show.
const LEAD: usize = 800;

/// What `text` begins with: up to [`LEAD`] code points, cut between words, with an ellipsis where it is cut.
fn lead(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LEAD) else {
        return text.to_owned();
    };
    let head = text.get(..end).unwrap_or_default();
    let whole = head.rsplit_once(char::is_whitespace);
    format!("{} …", whole.map_or(head, |(words, _)| words).trim_end())
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

impl Shelf {
    /// Whether `entry` stands on this shelf.
    pub fn holds(self, entry: &Entry) -> bool {
        let kept = &entry.kept;
        let begun = kept.opened > 0 || kept.place.is_some();
        match self {
            Self::All => true,
            Self::Saved => kept.saved.is_some(),
            Self::Reading => begun && kept.finished.is_none(),
            Self::Unread => !begun && kept.finished.is_none(),
            Self::Finished => kept.finished.is_some(),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_ends_between_words_and_says_that_there_is_more() {
        let long = "zeeën ".repeat(200);
        let cut = lead(&long);
        assert!(cut.ends_with("zeeën …"), "{cut}");
        assert!(cut.chars().count() <= LEAD + 2);
        assert_eq!(lead("kort stuk"), "kort stuk");
        let unbroken = "é".repeat(900);
        assert!(lead(&unbroken).ends_with('…'));
    }
}
