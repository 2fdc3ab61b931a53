//! The library: folders and what is kept, read on all cores, delivered while it is being read.

use super::find::Index;
use super::{Problem, Settings, Store, builtin};
use crate::article::{Article, Id};
use crate::library::{Entry, Kept, Origin};
use rayon::prelude::*;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Articles in the first batch, about what a window shows; later ones are larger.
const FIRST_BATCH: usize = 64;
/// See [`FIRST_BATCH`].
const LATER_BATCH: usize = 512;

/// Which articles make up the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// What is in these files and folders.
    Paths(Vec<PathBuf>),
    /// This file and what stands beside it, but not what lies in the folders there: who opens a file in a
    /// home folder has not asked for the whole of it to be searched.
    Beside(PathBuf),
    /// The folders of the settings, or the built-in articles where there are none; and every saved article.
    Settings(Vec<PathBuf>),
}

impl Scope {
    /// The library for the paths on the command line, where there are any.
    pub fn new(paths: Vec<PathBuf>, settings: &Settings) -> Self {
        if paths.is_empty() {
            Self::Settings(settings.folders.clone())
        } else {
            Self::Paths(paths)
        }
    }

    /// True for an article that was read from `path` if this scope would list it, were it still there.
    fn holds(&self, path: &Path) -> bool {
        match self {
            Self::Paths(paths) | Self::Settings(paths) => paths
                .iter()
                .filter_map(|within| std::path::absolute(within).ok())
                .any(|within| path.starts_with(within)),
            Self::Beside(file) => {
                std::path::absolute(file).is_ok_and(|file| file.parent() == path.parent())
            }
        }
    }
}

/// Some articles of the library.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// In the order of the folders, each sorted by path; saved articles from elsewhere at the end.
    pub entries: Vec<Entry>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// What came of loading the library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Files of other forms that were left alone.
    pub skipped: usize,
}

impl Store {
    /// Reads the library, and hands it over batch by batch until `deliver` breaks off.
    pub fn load(&self, scope: &Scope, mut deliver: impl FnMut(Batch) -> ControlFlow<()>) -> Loaded {
        self.load_with(scope, |_| (), |batch, _| deliver(batch))
    }

    /// [`Store::load`], with `look` at every article while it is at hand. What it gave is delivered in the
    /// order of the batch's entries.
    pub fn load_with<T: Send>(
        &self,
        scope: &Scope,
        look: impl Fn(&Article) -> T + Sync,
        mut deliver: impl FnMut(Batch, Vec<T>) -> ControlFlow<()>,
    ) -> Loaded {
        let (all, mut problems) = self.all();
        let index = Index::new(all);
        let scan = match scope {
            Scope::Paths(paths) | Scope::Settings(paths) => self.scan(paths),
            Scope::Beside(file) => self.scan_beside(file),
        };
        problems.extend(scan.problems);
        let mut origins: Vec<Origin> = scan.files.into_iter().map(Origin::File).collect();
        if *scope == Scope::Settings(Vec::new()) {
            origins.extend(builtin::all());
        }
        let mut size = FIRST_BATCH;
        let mut rest = origins.as_slice();
        let mut known = HashSet::new();
        while !rest.is_empty() || !problems.is_empty() {
            let (now, later) = rest.split_at(size.min(rest.len()));
            let (mut batch, seen) = self.entries(now, &index, &mut known, &look);
            batch.problems.append(&mut problems);
            if deliver(batch, seen).is_break() {
                return Loaded {
                    skipped: scan.skipped,
                };
            }
            (rest, size) = (later, LATER_BATCH);
        }
        let elsewhere = self.elsewhere(scope, &index, &known);
        let (batch, seen) = self.entries(&elsewhere, &index, &mut known, &look);
        if !batch.entries.is_empty() || !batch.problems.is_empty() {
            // The last batch: whether it was wanted makes no difference.
            let _ = deliver(batch, seen);
        }
        Loaded {
            skipped: scan.skipped,
        }
    }

    fn entries<T: Send>(
        &self,
        origins: &[Origin],
        index: &Index,
        known: &mut HashSet<Id>,
        look: &(impl Fn(&Article) -> T + Sync),
    ) -> (Batch, Vec<T>) {
        let read: Vec<_> = origins
            .par_iter()
            .map(|origin| {
                let article = self.read(origin)?;
                let found = match origin {
                    Origin::Copy(_) => find_copy(origin, index),
                    _ => index
                        .find(&article, origin)
                        .map(|(id, kept, _)| (id.clone(), kept.clone())),
                };
                let (id, kept) = found.unzip();
                let kept = kept.unwrap_or_default();
                if let Some(earlier) = id.as_ref().filter(|id| *id != article.id()) {
                    // Should it be saved or unsaved from the list, its state moves along.
                    self.adopt(&article, origin, earlier.clone(), &kept);
                }
                let seen = look(&article);
                Ok((id, Entry::new(origin.clone(), &article, kept), seen))
            })
            .collect();
        let (mut batch, mut all) = (Batch::default(), Vec::new());
        for result in read {
            match result {
                Ok((id, entry, seen)) => {
                    known.extend(id);
                    batch.entries.push(entry);
                    all.push(seen);
                }
                Err(problem) => batch.problems.push(problem),
            }
        }
        (batch, all)
    }

    /// Saved articles that are not among those of the folders: those whose original was in the library
    /// and is gone, from their copies; and, in the reader's own library, those from elsewhere. An article that
    /// is saved no longer is listed for as long as its copy is all there is, so that it can be saved again.
    fn elsewhere(&self, scope: &Scope, index: &Index, known: &HashSet<Id>) -> Vec<Origin> {
        let copies = self.copies();
        index
            .all()
            .par_iter()
            .filter(|(id, kept)| {
                let saved =
                    kept.saved.is_some() || (kept.unsaved.is_some() && copies.contains_key(id));
                saved && kept.successor.is_none() && !known.contains(id)
            })
            .filter_map(|(id, kept)| {
                let path = kept.about.path.as_ref();
                // Inside the folders it would have been found, had it still been in its file.
                if path.is_some_and(|path| scope.holds(path)) {
                    return copies.get(id).cloned().map(Origin::Copy);
                }
                if !matches!(scope, Scope::Settings(_)) {
                    return None;
                }
                let (origin, _) = self.text_of(id, kept, index, &copies)?;
                let only_copy = matches!(origin, Origin::Copy(_));
                (kept.saved.is_some() || only_copy).then_some(origin)
            })
            .collect()
    }
}

/// What is kept about a copy, which is named after the identity it was saved under.
fn find_copy(origin: &Origin, index: &Index) -> Option<(Id, Kept)> {
    let id = Id::parse(origin.path()?.file_stem()?.to_str()?)?;
    let at = index
        .all()
        .binary_search_by(|(known, _)| known.cmp(&id))
        .ok()?;
    Some((id, index.all()[at].1.clone()))
}
