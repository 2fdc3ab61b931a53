//! Copies of articles that are not saved: put off the list a while ago, or left by a process that was ended
//! between the copy and the state.
//!
//! Nothing is wrong with such a copy, and it may be the only text there is: so it goes only where its article
//! stands in its own file too, or when the reader has done without it for [`GRACE_DAYS`]. One that nobody ever put
//! off the list is what somebody asked for, and is taken for saved.

use super::{Problem, Store, write};
use crate::article::Id;
use crate::library::{GRACE_DAYS, Kept, Origin};
use jiff::{SignedDuration, Timestamp};
use std::fs;
use std::path::{Path, PathBuf};

/// [`GRACE_DAYS`].
const GRACE: SignedDuration = SignedDuration::from_hours(24 * GRACE_DAYS);

/// A copy of an article that is not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// The article's identity.
    pub id: Id,
    /// The copy.
    pub path: PathBuf,
    /// The article's title; empty where it has none.
    pub title: String,
    /// When the reader stopped saving it; `None` where nobody knows.
    pub unsaved_at: Option<Timestamp>,
}

impl Store {
    /// The copies of articles that are not saved, by identity. `all` as [`Store::all`] gives it.
    pub(super) fn leftovers(&self, all: &[(Id, Kept)]) -> Vec<Leftover> {
        let mut copies: Vec<_> = self.copies().into_iter().collect();
        copies.sort();
        let unsaved = copies.into_iter().filter_map(|(id, path)| {
            let at = all.binary_search_by(|(known, _)| known.cmp(&id)).ok();
            let kept = at.and_then(|at| all.get(at)).map(|(_, kept)| kept);
            if kept.is_some_and(|kept| kept.saved.is_some()) {
                return None;
            }
            let title = match kept {
                Some(kept) => kept.about.title.clone(),
                None => self
                    .read(&Origin::Copy(path.clone()))
                    .map(|article| article.meta.title.clone())
                    .unwrap_or_default(),
            };
            Some(Leftover {
                unsaved_at: kept.and_then(|kept| kept.unsaved),
                id,
                path,
                title,
            })
        });
        unsaved.collect()
    }

    /// Removes the copies that are not needed any more, and takes for saved what nobody put off the list.
    pub(super) fn tidy_copies(&self, now: Timestamp) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (id, path) in self.copies() {
            match self.kept(&id) {
                // A state that can't all be read may say that it is saved.
                (_, Some(_)) => {}
                (Some(kept), None) if kept.saved.is_some() => {}
                (Some(kept), None) => {
                    if kept.unsaved.is_some() {
                        problems.extend(self.put_away(&id, &path, &kept, now).err());
                    } else if kept.successor.is_none() {
                        problems.extend(self.take_for_saved(&id, path));
                    }
                }
                (None, None) => problems.extend(self.take_for_saved(&id, path)),
            }
        }
        problems
    }

    fn put_away(&self, id: &Id, path: &Path, kept: &Kept, now: Timestamp) -> Result<(), Problem> {
        let done_without = kept
            .unsaved
            .is_some_and(|since| now.duration_since(since) >= GRACE);
        if !done_without && !self.stands_in_its_file(id, kept) {
            return Ok(());
        }
        // Another instance may just be saving it again.
        let _lock = self.lock()?;
        if self.on_disk(id).0.is_some_and(|kept| kept.saved.is_some()) {
            return Ok(());
        }
        write::remove(path).map_err(|e| Problem::io(path, &e))
    }

    /// True where the article can be read, word for word, from the file it was read from.
    fn stands_in_its_file(&self, id: &Id, kept: &Kept) -> bool {
        let file = kept.about.path.clone().map(Origin::File);
        file.and_then(|origin| self.read(&origin).ok())
            .is_some_and(|article| article.id() == id)
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
