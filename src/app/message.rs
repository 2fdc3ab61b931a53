//! What comes into the state machine and what goes out of it, as values.

use super::keys::Key;
use crate::article::{Anchor, Article, Id};
use crate::library::{Annotation, AnnotationId, Collected, Entry, Kept, Origin, Target};
use crate::quotes::Quotes;
use crate::typeset::{Ahead, PageCounts, Setting};
use std::sync::Arc;

/// The window, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// Something that happened outside.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Pasted(String),
    /// The mouse wheel was turned by this many rows, down if positive.
    Wheel(isize),
    /// The mouse was clicked in this cell.
    Click {
        /// Column, from 0.
        column: u16,
        /// Row, from 0.
        row: u16,
    },
    /// The window has another size, or came back from the background.
    Resized(Size),
    /// Articles were found; more may follow.
    Listed(Vec<Entry>),
    /// Every folder has been read.
    ListedAll {
        /// Files in forms that are not read.
        skipped: usize,
        /// What could not be read, a sentence each.
        problems: Vec<String>,
    },
    /// The bookmarks and highlights of every article were found.
    Collected(Vec<Collected>),
    /// An article was read.
    Opened(Box<Opened>),
    /// An article could not be read; a sentence that says why.
    NotOpened(String),
    /// The quotations of an article were found.
    Quoted(Id, Quotes),
    /// The pages of the article with this identity were counted.
    Counted(Id, PageCounts),
    /// A section of the article with this identity was set ahead of need.
    SetAhead(Id, Ahead),
    /// Something is safely on disk now.
    Kept {
        /// Which article.
        id: Id,
        /// What is kept about it now.
        kept: Box<Kept>,
        /// What was asked for.
        change: Change,
    },
    /// Something could not be written: a sentence that says why. It is tried again later.
    NotKept(String),
    /// An address was handed to the system's browser.
    Browsing(String),
    /// There is no browser to hand this address to.
    NoBrowser(String),
    /// Everything that could not be written before is on the disk now.
    KeptAfterAll,
    /// The place has stood still for a moment.
    Settled,
    /// The program is about to be suspended; nobody knows whether it will ever go on.
    Suspending,
    /// The program has been told to end.
    Ended,
}

/// An article that was read, with what is kept about it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Where it came from.
    pub origin: Origin,
    /// The article.
    pub article: Arc<Article>,
    /// What was kept about it before it was opened now.
    pub kept: Kept,
}

/// A change to what is kept about an article.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// It was opened.
    Opened,
    /// The reader is here now.
    Place {
        /// The first word of the page.
        anchor: Anchor,
        /// Share of the text up to the page's end.
        progress: f64,
    },
    /// Save it.
    Save,
    /// Do not save it any more.
    Unsave,
    /// Mark a place or words. What came of it is [`crate::library::Annotations::latest`]; [`Change::Erase`]
    /// undoes it.
    Annotate {
        /// What is marked.
        target: Target,
        /// The note; empty for a bookmark or a highlight alone.
        note: String,
    },
    /// Give an annotation another note; an empty one takes the note away and leaves the mark.
    Reword {
        /// As it was when its note was edited.
        annotation: Box<Annotation>,
        /// The new note.
        note: String,
    },
    /// Remove an annotation. [`Change::Restore`] undoes it.
    Erase(AnnotationId),
    /// Put back an annotation that was removed.
    Restore(Box<Annotation>),
}

/// Something to be done outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read the folders of the library.
    List,
    /// Find the bookmarks and highlights of every article.
    Collect,
    /// Read an article.
    Open(Origin),
    /// Find who is quoted.
    FindQuotes(Arc<Article>),
    /// Find who is quoted in an article of the list, for its preview.
    Preview(Origin, Id),
    /// Count the pages in the background.
    CountPages(Arc<Article>, Setting),
    /// Set this section in the background, since the reader may turn to it.
    SetAhead(Arc<Article>, Setting, usize),
    /// Put a text on the terminal's clipboard.
    Copy(String),
    /// Have the system's browser open this address of the web.
    Browse(String),
    /// Keep a change, safely.
    Keep(Box<Keep>),
    /// Say [`Msg::Settled`] when nothing has happened for a moment.
    Settle,
    /// Give the terminal back until the shell says so.
    Suspend,
    /// End the program.
    Quit,
}

/// A change, and whose it is.
#[derive(Clone, Debug)]
pub struct Keep {
    /// The article's identity.
    pub id: Id,
    /// Where it came from.
    pub origin: Origin,
    /// The article, where it is open.
    pub article: Option<Arc<Article>>,
    /// What changes.
    pub change: Change,
}
