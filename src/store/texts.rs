//! The articles that bookmarks and highlights are in: from their files, else from their copies, else from the
//! program itself.

use super::find::Index;
use super::{Store, builtin};
use crate::article::{Article, Id};
use crate::library::{Collected, Kept, Origin};
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::PathBuf;

/// An article in which something is marked, and what is kept about it.
pub(super) struct Marked<'a> {
    pub(super) id: &'a Id,
    pub(super) kept: &'a Kept,
    /// The article and where it was read from; `None` where it is gone.
    pub(super) found: Option<(Origin, Article)>,
}

impl Store {
    /// Every article in which something is marked, the one in which something was marked last first. Reads
    /// them all; those that are gone come too, with what is known about them.
    pub fn collected(&self) -> Vec<Collected> {
        let index = Index::new(self.all().0);
        let mut collected = self.each_marked(&index, |marked| {
            let Marked { id, kept, found } = marked;
            let found = found.as_ref().map(|(origin, text)| (origin.clone(), text));
            Collected::new(id.clone(), kept.about.clone(), found, &kept.annotations)
        });
        collected.sort_by_key(|article| {
            let changed = article.marks.iter().map(|mark| mark.annotation.changed);
            std::cmp::Reverse(changed.max())
        });
        collected
    }

    /// Looks at every article in which something is marked, in the order of identities.
    pub(super) fn each_marked<T: Send>(
        &self,
        index: &Index,
        look: impl Fn(Marked) -> T + Sync,
    ) -> Vec<T> {
        let marked: Vec<_> = index
            .all()
            .iter()
            .filter(|(_, kept)| kept.successor.is_none() && !kept.annotations.is_empty())
            .collect();
        let copies = self.copies();
        let builtin = self.builtin_texts(&marked);
        marked
            .par_iter()
            .map(|(id, kept)| {
                let found = self
                    .text_of(id, kept, index, &copies)
                    .or_else(|| builtin.get(id).cloned());
                look(Marked { id, kept, found })
            })
            .collect()
    }

    /// The article that something is kept about, from its file, where that still holds it, or else its copy.
    fn text_of(
        &self,
        id: &Id,
        kept: &Kept,
        index: &Index,
        copies: &HashMap<Id, PathBuf>,
    ) -> Option<(Origin, Article)> {
        let file = kept.about.path.clone().map(Origin::File);
        let from_file = file.and_then(|origin| {
            let article = self.read(&origin).ok()?;
            let (whose, ..) = index.find(&article, &origin)?;
            (whose == id).then_some((origin, article))
        });
        from_file.or_else(|| {
            let origin = Origin::Copy(copies.get(id)?.clone());
            let article = self.read(&origin).ok()?;
            Some((origin, article))
        })
    }

    /// The articles that come with the program, where something is marked in one.
    fn builtin_texts(&self, marked: &[&(Id, Kept)]) -> HashMap<Id, (Origin, Article)> {
        if marked.iter().all(|(_, kept)| kept.about.path.is_some()) {
            return HashMap::new();
        }
        builtin::all()
            .into_iter()
            .filter_map(|origin| {
                let article = self.read(&origin).ok()?;
                Some((article.id().clone(), (origin, article)))
            })
            .collect()
    }
}
