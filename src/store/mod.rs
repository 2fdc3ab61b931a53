//! Folders and the config directory: the only room that touches the disk for articles and state.
//!
//! A [`Store`] never fails to open, and nothing in it is ever lost on the way: what cannot be written is
//! kept in memory, shown as if it were written, and tried again at the next change and at the end
//! ([`Store::flush`]). What is wrong is a value, a [`Problem`]. The one idea: a change is a function from
//! what is kept to what is kept, applied to what the file says at the moment of writing, under a lock; so
//! two instances lose nothing of each other.
//!
//! ```text
//! config.toml            settings; read, never written
//! articles/ID.toml       one article's state
//! articles/ID.toml.broken-1      one that could not be read, set aside
//! articles/ID.sync-conflict-….toml   another machine's version, taken in and removed (see `conflict`)
//! saved/ID.md            the copy of a saved article
//! ```
//!
//! Knows no screen and no clock: moments come in as [`jiff::Timestamp`].

pub mod builtin;
mod check;
mod conflict;
mod filed;
mod find;
mod leftover;
mod load;
mod markdown;
mod mirror;
mod problem;
mod read;
mod report;
mod saved;
mod scan;
mod settings;
mod state;
mod texts;
mod write;

pub use filed::Filed;
pub use find::{Found, How};
pub use leftover::Leftover;
pub use load::{Batch, Loaded, Scope};
pub use markdown::markdown;
pub use problem::{Problem, Reason};
pub use read::{Named, about, file_name, note};
pub use report::{ArticleState, Report, SavedArticle};
pub use scan::Scan;
pub use settings::{ConfiguredLanguage, ConfiguredTheme, Settings};
pub use texts::Placed;

use crate::article::{Article, Id};
use crate::library::{Kept, Origin};
use saved::Saving;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long another process may hold the lock. It needs it for one small file; one that was stopped while
/// it held it must not stop this one for ever.
const PATIENCE: Duration = Duration::from_secs(3);

/// The reader's state, saved copies and settings. Cheap to clone and to share between threads.
#[derive(Clone, Debug)]
pub struct Store {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    /// The config directory; `None` where there is no home to have one in.
    home: Option<PathBuf>,
    /// How long the lock is waited for.
    patience: Duration,
    /// Whether it was waited for in vain.
    busy: AtomicBool,
    /// State files that were set aside, and that nobody was told of yet.
    set_aside: Mutex<Vec<PathBuf>>,
    memory: Mutex<Memory>,
}

/// What is not on the disk, or not yet.
#[derive(Default)]
struct Memory {
    /// Changes that could not be written, in order.
    pending: BTreeMap<Id, Vec<Change>>,
    /// Savings whose copy could not be written. They count once it is: an article that is called saved can
    /// be read.
    uncopied: BTreeMap<Id, Saving>,
    /// Articles whose state is still under the identity of an earlier version of the text.
    adopted: HashMap<Id, Adopted>,
    /// What came in by standard input, which can be read once.
    stdin: Option<Arc<[u8]>>,
}

/// The earlier version of an article, whose state moves to the one that is there now.
struct Adopted {
    earlier: Id,
    /// What a copy is made of, where the article is saved.
    saved: Option<(Article, Origin)>,
}

type Change = Box<dyn Fn(&mut Kept) + Send>;

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Memory")
            .field("pending", &self.pending.keys())
            .field("uncopied", &self.uncopied.keys())
            .field("adopted", &self.adopted.keys())
            .finish_non_exhaustive()
    }
}

impl Store {
    /// The store in `config_dir`, or in the platform's own config directory. Never fails and writes
    /// nothing yet; where there is no home directory, everything is kept in memory, and
    /// [`Store::problem`] says so.
    pub fn open(config_dir: Option<PathBuf>) -> Self {
        let home = config_dir.or_else(|| {
            directories::ProjectDirs::from("", "", "leeslamp")
                .map(|dirs| dirs.config_dir().to_path_buf())
        });
        // A relative directory stays the same one when the program goes to another.
        let home = home.map(|home| std::path::absolute(&home).unwrap_or(home));
        Self::at(home, PATIENCE)
    }

    fn at(home: Option<PathBuf>, patience: Duration) -> Self {
        Self {
            inner: Arc::new(Inner {
                home,
                patience,
                busy: AtomicBool::default(),
                set_aside: Mutex::default(),
                memory: Mutex::default(),
            }),
        }
    }

    /// What is wrong with the store as a whole, so that nothing is kept after the program ends.
    pub fn problem(&self) -> Option<Problem> {
        match &self.inner.home {
            None => Some(Problem::new("", Reason::NoHome)),
            Some(home) if home.exists() && !home.is_dir() => {
                Some(Problem::new(home, Reason::NotAFolder))
            }
            Some(_) => None,
        }
    }

    /// The config directory, where there is one.
    pub fn config_dir(&self) -> Option<&Path> {
        self.inner.home.as_deref()
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        // A change that panicked has changed nothing that is kept here.
        self.inner
            .memory
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The folder of the state files.
    fn articles(&self) -> Option<PathBuf> {
        Some(self.inner.home.as_ref()?.join("articles"))
    }
}

#[cfg(test)]
mod tests;
