//! The articles that something is kept about: from their files, where these still hold them, else from their
//! copies, else from the program itself.

use super::find::Index;
use super::{Problem, Store, builtin};
use crate::article::{Article, Id};
use crate::library::{Collected, Kept, Origin};
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::PathBuf;

/// What is kept about an article, and where it can be read; `None` where it is gone.
pub type Placed = (Id, Kept, Option<Origin>);

/// An article that something is kept about.
pub(super) struct Known<'a> {
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
        let marked = |kept: &Kept| !kept.annotations.is_empty();
        let mut collected = self.each_of(&index, marked, |known| {
            let Known { id, kept, found } = known;
            let found = found.as_ref().map(|(origin, text)| (origin.clone(), text));
            Collected::new(id.clone(), kept.about.clone(), found, &kept.annotations)
        });
        collected.sort_by_key(|article| {
            let changed = article.marks.iter().map(|mark| mark.annotation.changed);
            std::cmp::Reverse(changed.max())
        });
        collected
    }

    /// Everything that is kept about articles that are saved or in which something is marked, and where each
    /// can be read: `None` where it is gone. And what is wrong with the state files.
    pub fn kept_for_good(&self) -> (Vec<Placed>, Vec<Problem>) {
        let (all, problems) = self.all();
        let for_good = |kept: &Kept| kept.saved.is_some() || !kept.annotations.is_empty();
        let all = self.each_of(&Index::new(all), for_good, |known| {
            let origin = known.found.map(|(origin, _)| origin);
            (known.id.clone(), known.kept.clone(), origin)
        });
        (all, problems)
    }

    /// Looks at every article about which what is kept is `wanted`, in the order of identities.
    pub(super) fn each_of<T: Send>(
        &self,
        index: &Index,
        wanted: impl Fn(&Kept) -> bool,
        look: impl Fn(Known) -> T + Sync,
    ) -> Vec<T> {
        let known: Vec<_> = index
            .all()
            .iter()
            .filter(|(_, kept)| kept.successor.is_none() && wanted(kept))
            .collect();
        let copies = self.copies();
        let builtin = self.builtin_texts(&known);
        known
            .par_iter()
            .map(|(id, kept)| {
                let found = self
                    .text_of(id, kept, index, &copies)
                    .or_else(|| builtin.get(id).cloned());
                look(Known { id, kept, found })
            })
            .collect()
    }

    /// The article that something is kept about, from its file, where that still holds it, or else its copy.
    pub(super) fn text_of(
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

    /// The articles that come with the program, where one may be among those that are `known`.
    fn builtin_texts(&self, known: &[&(Id, Kept)]) -> HashMap<Id, (Origin, Article)> {
        if known.iter().all(|(_, kept)| kept.about.path.is_some()) {
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
