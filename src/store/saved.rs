//! The copies of saved articles.
//!
//! Saving writes the copy first and the state after it, so that what is called saved can be read; unsaving
//! changes the state and leaves the copy, so that it can be undone also where the copy is all there is. What
//! becomes of the copies that are left is a matter of [`leftover`](super::leftover).

use super::read::passes_by;
use super::{Change, Named, Problem, Reason, Store, write};
use crate::article::{Article, Id};
use crate::library::{About, Kept, Origin};
use crate::parse::{self, Form};
use jiff::Timestamp;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What it takes to save an article.
pub(super) struct Saving {
    pub(super) article: Article,
    /// What the copy is made of; Markdown of the text where there are none.
    pub(super) bytes: Option<Named>,
    about: About,
    at: Timestamp,
}

impl Saving {
    pub(super) const fn new(
        article: Article,
        bytes: Option<Named>,
        about: About,
        at: Timestamp,
    ) -> Self {
        Self {
            article,
            bytes,
            about,
            at,
        }
    }

    /// What is kept of it, once the copy is there.
    pub(super) fn change(self) -> Change {
        Box::new(move |kept| {
            kept.identify(self.about.clone());
            kept.save(self.at);
        })
    }
}

impl Store {
    /// Saves an article: a copy of its bytes, and the state that says so. When this returns `Ok`, both are
    /// safely on the disk.
    ///
    /// # Errors
    /// Where the copy or the state could not be written. A saving that could not be written is remembered
    /// and tried again like any change; where it is the copy, the article does not count as saved till then.
    pub fn save(
        &self,
        article: &Article,
        origin: &Origin,
        now: Timestamp,
    ) -> Result<Kept, Problem> {
        let id = article.id();
        if self.kept(id).0.is_none() {
            // What is kept about it may be under an earlier version of its text.
            self.find(article, origin);
        }
        let bytes = self.bytes_to_copy(origin);
        let about = super::about(article, origin);
        let copied = self.copy(article, bytes.clone());
        let saving = Saving::new(article.clone(), bytes, about, now);
        match copied {
            Ok(()) => {
                self.memory().uncopied.remove(id);
                let again = saving.bytes.clone();
                let kept = self.change(id, saving.change())?;
                // Another instance may have cleared it away before the state said that it is wanted.
                self.copy(article, again)?;
                Ok(kept)
            }
            Err(problem) => {
                self.memory().uncopied.insert(id.clone(), saving);
                Err(problem)
            }
        }
    }

    /// Makes the copy of a saved article anew where it has gone.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn renew_copy(&self, article: &Article, origin: &Origin) -> Result<(), Problem> {
        if self.copy_of(article.id()).is_some() {
            return Ok(());
        }
        self.copy(article, self.bytes_to_copy(origin))
    }

    fn bytes_to_copy(&self, origin: &Origin) -> Option<Named> {
        match origin {
            Origin::File(path) if passes_by(path) => None,
            _ => self.bytes(origin).ok(),
        }
    }

    /// Stops saving an article. Everything else that is kept about it stays; [`Store::save`] undoes it.
    ///
    /// # Errors
    /// Where the state could not be written; it is remembered like any change.
    pub fn unsave(&self, id: &Id, now: Timestamp) -> Result<Kept, Problem> {
        self.memory().uncopied.remove(id);
        self.change(id, move |kept| kept.unsave(now))
    }

    /// The copy of the article with this identity, where there is one.
    pub fn copy_of(&self, id: &Id) -> Option<PathBuf> {
        self.copies().remove(id)
    }

    /// Reads the article at `origin`; where its file is gone and there is a copy, the copy: also where it is
    /// saved no longer. Gives where it was read from.
    ///
    /// # Errors
    /// Where there is no copy either, what is wrong with the file.
    pub fn read_or_copy(&self, origin: Origin) -> Result<(Origin, Article), Problem> {
        let problem = match self.read(&origin) {
            Ok(article) => return Ok((origin, article)),
            Err(problem) => problem,
        };
        let copy = match (&origin, &problem.reason) {
            (Origin::File(path), Reason::Missing) => self.copy_of_file(path),
            _ => None,
        };
        let copy = copy.ok_or(problem)?;
        let article = self.read(&copy)?;
        Ok((copy, article))
    }

    /// The copy of the article that was last read from `path`: of several, the one that is saved, then the
    /// one that was opened last.
    fn copy_of_file(&self, path: &Path) -> Option<Origin> {
        let path = std::path::absolute(path).ok()?;
        let (all, _) = self.all();
        let mut copies = self.copies();
        let of_file = all.iter().filter(|(id, kept)| {
            kept.successor.is_none()
                && kept.about.path.as_ref() == Some(&path)
                && copies.contains_key(id)
        });
        let (id, _) = of_file.max_by_key(|(_, kept)| (kept.saved.is_some(), kept.last_opened))?;
        copies.remove(id).map(Origin::Copy)
    }

    /// All copies. Whatever form a newer version may have saved: the name up to the dot counts.
    pub(super) fn copies(&self) -> HashMap<Id, PathBuf> {
        let folder = self
            .saved_folder()
            .and_then(|folder| fs::read_dir(folder).ok());
        folder
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| {
                let path = entry.path();
                let id = Id::parse(path.file_stem()?.to_str()?)?;
                Some((id, path))
            })
            .collect()
    }

    /// Copies that a process was writing when it was ended.
    pub(super) fn stale_copies(&self) -> Vec<PathBuf> {
        let folder = self
            .saved_folder()
            .and_then(|folder| fs::read_dir(folder).ok());
        let entries = folder.into_iter().flatten().flatten();
        entries
            .filter(|entry| {
                let name = entry.file_name();
                name.to_string_lossy().starts_with(write::TEMPORARY)
            })
            .map(|entry| entry.path())
            .collect()
    }

    pub(super) fn saved_folder(&self) -> Option<PathBuf> {
        Some(self.inner.home.as_ref()?.join("saved"))
    }

    /// Writes the copy, where it is not there already: the bytes that the article came from, and Markdown
    /// of its text where they are gone.
    pub(super) fn copy(&self, article: &Article, from: Option<Named>) -> Result<(), Problem> {
        if self.copy_of(article.id()).is_some() {
            return Ok(());
        }
        let folder = self
            .saved_folder()
            .ok_or_else(|| Problem::new("", Reason::NoHome))?;
        let named = from.filter(|named| {
            // The file may have been changed, cut off or replaced since the article was read from it.
            parse::parse(&named.bytes, named.form, &named.name)
                .is_ok_and(|now| now.id() == article.id())
        });
        let (bytes, form) = match named {
            Some(named) => (named.bytes, named.form),
            None => (super::markdown(article).into_bytes().into(), Form::Markdown),
        };
        let path = folder.join(format!("{}.{}", article.id(), form.extension()));
        // Who holds the lock may clear away what a process that was ended left here.
        let _lock = self.lock()?;
        write::make_folder(&folder).map_err(|e| Problem::io(&folder, &e))?;
        write::replace(&path, &bytes).map_err(|e| Problem::io(&path, &e))
    }
}
