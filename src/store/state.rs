//! One article's state: read, changed under a lock, written whole, and kept in memory where it can't be.

use super::mirror::Mirror;
use super::saved::Saving;
use super::{Adopted, Memory, Problem, Reason, Store, conflict, write};
use crate::article::{Article, Id};
use crate::library::{Kept, Origin};
use jiff::Timestamp;
use memchr::memmem;
use rayon::prelude::*;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

/// All state files of a folder, by what they are.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// `ID.toml`, sorted.
    pub(super) states: Vec<(Id, PathBuf)>,
    /// `ID.sync-conflict-….toml` and the like.
    pub(super) conflicts: Vec<(Id, PathBuf)>,
    /// `ID.toml.broken-1` and so on.
    pub(super) asides: Vec<PathBuf>,
    /// Temporary files of a process that was ended while it wrote.
    pub(super) stale: Vec<PathBuf>,
}

impl Store {
    /// What is kept about the article with this identity: `None` where nothing is. A problem says that the
    /// file could not be read, or not wholly; what could be read of it counts.
    pub fn kept(&self, id: &Id) -> (Option<Kept>, Option<Problem>) {
        let (kept, problem) = self.on_disk(id);
        (self.with_pending(&self.memory(), id, kept), problem)
    }

    /// What is kept about every article, sorted by identity, and what is wrong with their files. Copies
    /// that a synchronising program made of a conflict are taken in and removed.
    pub fn all(&self) -> (Vec<(Id, Kept)>, Vec<Problem>) {
        let (listing, mut problems) = self.listing();
        problems.extend(self.take_in(&listing.conflicts));
        let (all, unread) = self.read_states(&listing, |_| true);
        problems.extend(unread);
        (all, problems)
    }

    /// What is kept about the articles in whose files one of `words` stands, as [`Store::all`]: reading
    /// a file is a tenth of the work of understanding it.
    pub(super) fn all_with(&self, words: &[&str]) -> Vec<(Id, Kept)> {
        let finders: Vec<_> = words.iter().map(memmem::Finder::new).collect();
        let (listing, _) = self.listing();
        self.read_states(&listing, |bytes| {
            finders.iter().any(|f| f.find(bytes).is_some())
        })
        .0
    }

    fn read_states(
        &self,
        listing: &Listing,
        wanted: impl Fn(&[u8]) -> bool + Sync,
    ) -> (Vec<(Id, Kept)>, Vec<Problem>) {
        let read: Vec<_> = listing
            .states
            .par_iter()
            .filter_map(|(id, path)| Some((id, read_state(path, &wanted)?)))
            .collect();
        let (mut all, mut problems) = (Vec::with_capacity(read.len()), Vec::new());
        let memory = self.memory();
        for (id, (kept, problem)) in read {
            problems.extend(problem);
            if let Some(kept) = self.with_pending(&memory, id, kept) {
                all.push((id.clone(), kept));
            }
        }
        for id in memory.pending.keys() {
            if all.binary_search_by(|(known, _)| known.cmp(id)).is_err()
                && let Some(kept) = self.with_pending(&memory, id, self.on_disk(id).0)
            {
                all.push((id.clone(), kept));
                all.sort_by(|a, b| a.0.cmp(&b.0));
            }
        }
        (all, problems)
    }

    /// Changes what is kept about an article, and gives what is kept now. When this returns `Ok`, it is
    /// safely on the disk. `change` is applied to what the file says then, so that what another instance
    /// kept in the meantime stays.
    ///
    /// # Errors
    /// Where it could not be written, the reason. The change is remembered, counts in everything that is
    /// read from this store, and is tried again at the next change and by [`Store::flush`].
    pub fn change(
        &self,
        id: &Id,
        change: impl Fn(&mut Kept) + Send + 'static,
    ) -> Result<Kept, Problem> {
        let mut memory = self.memory();
        memory
            .pending
            .entry(id.clone())
            .or_default()
            .push(Box::new(change));
        let kept = self.write_pending(&mut memory, id)?;
        // The disk answers: so what could not be written before has another chance. What became of it
        // is told at the end.
        let (rest, _) = self.write_rest(&mut memory);
        let more = rest.into_iter().find(|(other, _)| other == id);
        Ok(more.map_or(kept, |(_, kept)| kept))
    }

    /// True while something is kept in memory only.
    pub fn has_unwritten(&self) -> bool {
        let memory = self.memory();
        !memory.pending.is_empty() || !memory.uncopied.is_empty()
    }

    /// Tries again what could not be written. Gives what is kept now of the articles for which that was
    /// done, and why it was not for the others.
    pub fn try_again(&self) -> (Vec<(Id, Kept)>, Vec<Problem>) {
        self.write_rest(&mut self.memory())
    }

    /// Writes whatever is in memory only. A disk that refuses one state is not asked for every other one.
    fn write_rest(&self, memory: &mut Memory) -> (Vec<(Id, Kept)>, Vec<Problem>) {
        let (mut written, mut problems) = (Vec::new(), Vec::new());
        for (id, saving) in std::mem::take(&mut memory.uncopied) {
            match self.copy(&saving.article, saving.bytes.clone()) {
                Ok(()) => memory.pending.entry(id).or_default().push(saving.change()),
                Err(problem) => {
                    problems.push(problem);
                    memory.uncopied.insert(id, saving);
                }
            }
        }
        let ids: Vec<Id> = memory.pending.keys().cloned().collect();
        for id in ids {
            match self.write_pending(memory, &id) {
                Ok(kept) => written.push((id, kept)),
                Err(problem) if problems.contains(&problem) => {}
                Err(problem) => problems.push(problem),
            }
        }
        (written, problems)
    }

    /// Tries again what could not be written, removes copies that are not needed any more, and cleans up. To
    /// be called when the program ends. What is given back is not kept.
    pub fn flush(&self, now: Timestamp) -> Vec<Problem> {
        // For the last time, so a folder that was busy is waited for once more.
        self.inner.busy.store(false, Ordering::Relaxed);
        let (_, mut problems) = self.try_again();
        if problems.is_empty() {
            problems.extend(self.tidy_copies(now));
        }
        let (listing, _) = self.listing();
        problems.extend(self.take_in(&listing.conflicts));
        self.sweep(
            listing
                .stale
                .into_iter()
                .chain(self.stale_copies())
                .collect(),
        );
        problems
    }

    /// Remembers that what is kept about an article is still under the identity `earlier`; it moves at the
    /// first change.
    pub(super) fn adopt(&self, article: &Article, origin: &Origin, earlier: Id, kept: &Kept) {
        let saved = kept.saved.map(|_| (article.clone(), origin.clone()));
        self.memory()
            .adopted
            .insert(article.id().clone(), Adopted { earlier, saved });
    }

    pub(super) fn on_disk(&self, id: &Id) -> (Option<Kept>, Option<Problem>) {
        self.state_file(id)
            .and_then(|path| read_state(&path, &|_| true))
            .unwrap_or_default()
    }

    fn state_file(&self, id: &Id) -> Option<PathBuf> {
        Some(self.articles()?.join(format!("{id}.toml")))
    }

    fn with_pending(&self, memory: &Memory, id: &Id, kept: Option<Kept>) -> Option<Kept> {
        let Some(changes) = memory.pending.get(id) else {
            return kept;
        };
        let mut kept = kept
            .or_else(|| {
                let adopted = memory.adopted.get(id)?;
                self.on_disk(&adopted.earlier).0
            })
            .unwrap_or_default();
        apply(changes, &mut kept);
        Some(kept)
    }

    /// Writes the changes of one article that are not written yet.
    fn write_pending(&self, memory: &mut Memory, id: &Id) -> Result<Kept, Problem> {
        let Some(changes) = memory.pending.get(id) else {
            return Ok(self.on_disk(id).0.unwrap_or_default());
        };
        let earlier = memory.adopted.get(id).map(|adopted| &adopted.earlier);
        let kept = self.write_state(id, earlier, |kept| apply(changes, kept))?;
        memory.pending.remove(id);
        // A saved article has a copy of what it is now; that of what it was stays with the earlier state.
        if let Some((article, origin)) = memory.adopted.remove(id).and_then(|a| a.saved)
            && let Some(since) = kept.saved
        {
            let bytes = self.bytes_in(memory, &origin).ok();
            if let Err(problem) = self.copy(&article, bytes.clone()) {
                let about = kept.about;
                let saving = Saving::new(article, bytes, about, since);
                memory.uncopied.insert(id.clone(), saving);
                return Err(problem);
            }
        }
        Ok(kept)
    }

    /// Reads, changes and writes one state file, alone.
    pub(super) fn write_state(
        &self,
        id: &Id,
        earlier: Option<&Id>,
        change: impl FnOnce(&mut Kept),
    ) -> Result<Kept, Problem> {
        let _lock = self.lock()?;
        let path = self.state_path(id)?;
        let (bytes, mirror) = read_mirror(&path)?;
        let mut kept = mirror.kept.clone();
        let mut moved = None;
        if let Some(earlier) = earlier {
            let path = self.state_path(earlier)?;
            let (bytes, old) = read_mirror(&path)?;
            kept = kept.merge(&old.kept);
            kept.successor = None;
            moved = Some((path, bytes, old));
        }
        change(&mut kept);
        self.put(&path, &bytes, &mirror, &kept)?;
        // Only now: until here the earlier state is the only one.
        if let Some((path, bytes, old)) = moved {
            let mut history = old.kept.clone();
            history.successor = Some(id.clone());
            self.put(&path, &bytes, &old, &history)?;
        }
        Ok(kept)
    }

    fn state_path(&self, id: &Id) -> Result<PathBuf, Problem> {
        self.state_file(id)
            .ok_or_else(|| Problem::new("", Reason::NoHome))
    }

    /// The right to write state. Makes the folder where it is missing.
    pub(super) fn lock(&self) -> Result<write::Lock, Problem> {
        let folder = self
            .articles()
            .ok_or_else(|| Problem::new("", Reason::NoHome))?;
        write::make_folder(&folder).map_err(|e| Problem::io(&folder, &e))?;
        // A folder that was waited for in vain is not waited for again before it is free.
        let patience = if self.inner.busy.load(Ordering::Relaxed) {
            Duration::ZERO
        } else {
            self.inner.patience
        };
        let lock = write::Lock::of(&folder, patience).map_err(|e| Problem::io(&folder, &e))?;
        self.inner.busy.store(lock.is_none(), Ordering::Relaxed);
        lock.ok_or_else(|| Problem::new(&folder, Reason::Busy))
    }

    /// Writes a state where it says something new; sets aside first what would be lost.
    fn put(&self, path: &Path, bytes: &[u8], mirror: &Mirror, kept: &Kept) -> Result<(), Problem> {
        let text = mirror.write(kept);
        if text.as_bytes() == bytes {
            return Ok(());
        }
        let written = if mirror.must_be_set_aside() {
            write::set_aside(path, bytes).and_then(|aside| {
                self.set_aside().push(aside);
                write::replace(path, text.as_bytes())
            })
        } else {
            write::replace(path, text.as_bytes())
        };
        written.map_err(|e| Problem::io(path, &e))
    }

    /// The files that were set aside because they could not be read, since this was last asked.
    pub fn newly_set_aside(&self) -> Vec<Problem> {
        let files = std::mem::take(&mut *self.set_aside());
        files
            .into_iter()
            .map(|file| Problem::new(file, Reason::SetAside))
            .collect()
    }

    fn set_aside(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.inner
            .set_aside
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// What stands in the folder of the state files.
    pub(super) fn listing(&self) -> (Listing, Vec<Problem>) {
        let mut listing = Listing::default();
        let Some(folder) = self.articles() else {
            return (listing, Vec::new());
        };
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            // Nothing was kept yet.
            Err(e) if e.kind() == ErrorKind::NotFound => return (listing, Vec::new()),
            // No config directory at all is told once, by `Store::problem`.
            Err(_) if self.problem().is_some() => return (listing, Vec::new()),
            Err(e) => return (listing, vec![Problem::io(&folder, &e)]),
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            let path = folder.join(name);
            if name.starts_with(write::TEMPORARY) {
                listing.stale.push(path);
            } else if name.contains(".toml.broken-") {
                listing.asides.push(path);
            } else if let Some(id) = name.strip_suffix(".toml").and_then(Id::parse) {
                listing.states.push((id, path));
            } else if let Some(id) = conflict::belongs_to(name) {
                listing.conflicts.push((id, path));
            }
        }
        listing.states.sort();
        listing.conflicts.sort();
        listing.asides.sort();
        (listing, Vec::new())
    }

    /// Removes the temporary files of processes that ended while they wrote. Under the lock nobody is
    /// writing, so whatever is there is nobody's.
    fn sweep(&self, stale: Vec<PathBuf>) {
        if stale.is_empty() {
            return;
        }
        if let Ok(_lock) = self.lock() {
            for path in stale {
                // One that stays does no harm.
                let _ = fs::remove_file(path);
            }
        }
    }
}

fn apply(changes: &[super::Change], kept: &mut Kept) {
    for change in changes {
        let before = kept.clone();
        change(kept);
        kept.settle(&before);
    }
}

/// The bytes of a state file and what they say; nothing where there is none.
fn read_mirror(path: &Path) -> Result<(Vec<u8>, Mirror), Problem> {
    match fs::read(path) {
        Ok(bytes) => {
            let mirror = conflict::read(&bytes);
            Ok((bytes, mirror))
        }
        Err(e) if e.kind() == ErrorKind::NotFound => Ok((Vec::new(), Mirror::default())),
        Err(e) => Err(Problem::io(path, &e)),
    }
}

/// Reads a state file, where it is wanted. `None` where it is not there or not wanted.
fn read_state(
    path: &Path,
    wanted: &impl Fn(&[u8]) -> bool,
) -> Option<(Option<Kept>, Option<Problem>)> {
    match fs::read(path) {
        Ok(bytes) if !wanted(&bytes) => None,
        Ok(bytes) => {
            let mirror = conflict::read(&bytes);
            let problem = complaint(path, &mirror);
            Some((Some(mirror.kept), problem))
        }
        // Where there is no folder there is no file in it; what is in its way is told for the folder.
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => None,
        Err(e) => Some((None, Some(Problem::io(path, &e)))),
    }
}

/// What is wrong with a state file.
pub(super) fn complaint(path: &Path, mirror: &Mirror) -> Option<Problem> {
    let reason = if let Some(line) = mirror.broken {
        Reason::Broken(line)
    } else if let Some(schema) = mirror.newer {
        Reason::Newer(schema)
    } else {
        Reason::WrongValue(mirror.wrong.first()?.clone())
    };
    Some(Problem::new(path, reason))
}
