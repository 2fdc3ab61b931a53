//! Whether what is kept can still be found: annotations in their articles, articles in their files, saved ones
//! in their copies.

use super::find::Index;
use super::texts::Known;
use super::{Problem, Reason, Store};
use crate::article::Article;
use crate::library::{Kept, Noted, Origin};
use std::path::Path;

/// Words of a lost annotation that are told, in code points.
const QUOTED: usize = 40;

impl Store {
    /// What [`Store::report`] does not look for, because every annotated article must be read for it:
    /// bookmarks and highlights whose words are gone, annotated articles that can't be read any more, copies
    /// of saved articles that can't be read. Changes nothing.
    pub fn check(&self) -> Vec<Problem> {
        let index = Index::new(self.all().0);
        let folder = self.articles().unwrap_or_default();
        let marked = |kept: &Kept| !kept.annotations.is_empty();
        let lost = self.each_of(&index, marked, |Known { id, kept, found }| {
            let state = folder.join(format!("{id}.toml"));
            match found {
                Some((origin, article)) => {
                    let file = origin.path().map_or(state, Path::to_path_buf);
                    lost(kept, &article, &file)
                }
                None => vec![Problem::new(state, Reason::NoArticle)],
            }
        });
        let mut problems: Vec<Problem> = lost.into_iter().flatten().collect();
        let copies = self.copies();
        let saved = index.all().iter().filter(|(_, kept)| kept.saved.is_some());
        for (_, path) in saved.filter_map(|(id, _)| copies.get_key_value(id)) {
            problems.extend(self.read(&Origin::Copy(path.clone())).err());
        }
        problems
    }
}

/// The annotations whose words are not in `article` any more.
fn lost(kept: &Kept, article: &Article, file: &Path) -> Vec<Problem> {
    Noted::all(article, &kept.annotations)
        .iter()
        .filter(|noted| noted.span.is_none())
        .map(|noted| {
            let words = noted.annotation.target.words().chars();
            let words: String = words.take(QUOTED).collect();
            Problem::new(file, Reason::Lost(words.replace('\n', " ")))
        })
        .collect()
}
