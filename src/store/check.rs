//! Whether what is kept can still be found: annotations in their articles, articles in their files, saved ones
//! in their copies.

use super::{Problem, Reason, Store, builtin};
use crate::article::{Article, Id, Trust};
use crate::library::{Annotation, Kept, Origin};
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::PathBuf;

/// Words of a lost annotation that are told, in code points.
const QUOTED: usize = 40;

impl Store {
    /// What [`Store::report`] does not look for, because every annotated article must be read for it:
    /// bookmarks and highlights whose words are gone, annotated articles that can't be read any more, copies
    /// of saved articles that can't be read. Changes nothing.
    pub fn check(&self) -> Vec<Problem> {
        let (all, _) = self.all();
        let copies = self.copies();
        let builtin = self.builtin_texts(&all);
        let mut problems: Vec<Problem> = all
            .par_iter()
            .filter(|(_, kept)| kept.successor.is_none() && !kept.annotations.is_empty())
            .flat_map_iter(|(id, kept)| {
                let state = self
                    .articles()
                    .unwrap_or_default()
                    .join(format!("{id}.toml"));
                match self.text_of(id, kept, &copies, &builtin) {
                    Some((file, article)) => lost(kept, &article, &file.unwrap_or(state)),
                    None => vec![Problem::new(state, Reason::NoArticle)],
                }
            })
            .collect();
        let saved = all.iter().filter(|(_, kept)| kept.saved.is_some());
        for (_, path) in saved.filter_map(|(id, _)| copies.get_key_value(id)) {
            problems.extend(self.read(&Origin::Copy(path.clone())).err());
        }
        problems
    }

    /// The article that something is kept about, from its file or else its copy, and that file.
    fn text_of(
        &self,
        id: &Id,
        kept: &Kept,
        copies: &HashMap<Id, PathBuf>,
        builtin: &HashMap<Id, Article>,
    ) -> Option<(Option<PathBuf>, Article)> {
        let file = kept.about.path.clone().map(Origin::File);
        let copy = copies.get(id).cloned().map(Origin::Copy);
        file.into_iter()
            .chain(copy)
            .find_map(|origin| {
                let article = self.read(&origin).ok()?;
                Some((origin.path().map(PathBuf::from), article))
            })
            .or_else(|| Some((None, builtin.get(id)?.clone())))
    }

    /// The articles that come with the program, where something is kept about one.
    fn builtin_texts(&self, all: &[(Id, Kept)]) -> HashMap<Id, Article> {
        let wanted = |(_, kept): &(Id, Kept)| {
            kept.about.path.is_none() && kept.successor.is_none() && !kept.annotations.is_empty()
        };
        if !all.iter().any(wanted) {
            return HashMap::new();
        }
        builtin::all()
            .iter()
            .filter_map(|origin| self.read(origin).ok())
            .map(|article| (article.id().clone(), article))
            .collect()
    }
}

/// The annotations whose words are not in `article` any more.
fn lost(kept: &Kept, article: &Article, file: &std::path::Path) -> Vec<Problem> {
    let gone = |annotation: &&Annotation| {
        annotation
            .find(article)
            .is_none_or(|(_, trust)| trust == Trust::Share)
    };
    let told = |annotation: &Annotation| {
        let words: String = annotation.target.words().chars().take(QUOTED).collect();
        Problem::new(file, Reason::Lost(words.replace('\n', " ")))
    };
    kept.annotations.iter().filter(gone).map(told).collect()
}
