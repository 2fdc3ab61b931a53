//! The copies of saved articles.
//!
//! Saving writes the copy first and the state after it, so that what is called saved can be read; unsaving
//! writes the state first, and leaves the copy until the program ends, so that it can be undone also where
//! the copy is all there is.

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
        let bytes = match origin {
            Origin::File(path) if passes_by(path) => None,
            _ => self.bytes(origin).ok(),
        };
        let about = super::about(article, origin);
        let copied = self.copy(article, bytes.clone());
        let saving = Saving::new(article.clone(), bytes, about, now);
        match copied {
            Ok(()) => {
                self.memory().uncopied.remove(id);
                self.change(id, saving.change())
            }
            Err(problem) => {
                self.memory().uncopied.insert(id.clone(), saving);
                Err(problem)
            }
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

    /// Reads the article at `origin`; where it was saved and its file is gone, its copy. Gives where it was
    /// read from.
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

    /// The copy of the saved article that was last read from `path`.
    fn copy_of_file(&self, path: &Path) -> Option<Origin> {
        let path = std::path::absolute(path).ok()?;
        let (all, _) = self.all();
        let (id, _) = all.iter().find(|(_, kept)| {
            kept.saved.is_some()
                && kept.successor.is_none()
                && kept.about.path.as_ref() == Some(&path)
        })?;
        self.copy_of(id).map(Origin::Copy)
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
        write::make_folder(&folder).map_err(|e| Problem::io(&folder, &e))?;
        write::replace(&path, &bytes).map_err(|e| Problem::io(&path, &e))
    }

    /// Removes the copies of articles that are no longer saved. A copy that nothing is kept about is of a
    /// saving that was broken off between the copy and the state, or of a state that was lost: it is what
    /// the reader asked for, and is taken for saved since it was written.
    pub(super) fn tidy_copies(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (id, path) in self.copies() {
            match self.kept(&id) {
                // A state that can't all be read may say that it is saved.
                (_, Some(_)) => {}
                (Some(kept), None) if kept.saved.is_some() => {}
                (Some(_), None) => {
                    problems.extend(write::remove(&path).err().map(|e| Problem::io(&path, &e)));
                }
                (None, None) => problems.extend(self.take_for_saved(&id, path)),
            }
        }
        problems
    }

    fn take_for_saved(&self, id: &Id, path: PathBuf) -> Option<Problem> {
        let written = fs::metadata(&path).and_then(|m| m.modified()).ok()?;
        let since = Timestamp::try_from(written).ok()?;
        let origin = Origin::Copy(path);
        let about = super::about(&self.read(&origin).ok()?, &origin);
        let saved = self.change(id, move |kept| {
            kept.identify(about.clone());
            kept.save(since);
        });
        saved.err()
    }
}
