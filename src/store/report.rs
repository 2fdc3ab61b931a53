//! What is kept, and what is wrong with it: the data of `leeslamp state`.

use super::{Leftover, Problem, Reason, Store};
use crate::article::Id;
use crate::library::Annotation;
use jiff::Timestamp;
use std::path::PathBuf;

/// Everything that is kept.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The saved articles, the latest first.
    pub saved: Vec<SavedArticle>,
    /// Every article that something is kept about, by identity.
    pub articles: Vec<ArticleState>,
    /// Copies of articles that are not saved, by identity. Nothing is wrong with them.
    pub leftovers: Vec<Leftover>,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// A saved article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedArticle {
    /// Its identity.
    pub id: Id,
    /// Where it can be read: its file, or its copy where that is gone.
    pub path: Option<PathBuf>,
    /// Its title.
    pub title: String,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// What is kept about an article, in short.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleState {
    /// Its identity.
    pub id: Id,
    /// The file it was last read from.
    pub path: Option<PathBuf>,
    /// The share that was read, 0 to 1.
    pub progress: f64,
    /// How often it was opened.
    pub opened: u32,
    /// When it was last opened.
    pub last_opened: Option<Timestamp>,
    /// Seconds spent reading it.
    pub seconds_read: u64,
    /// When its end was first reached.
    pub finished: Option<Timestamp>,
    /// How many bookmarks it has.
    pub bookmarks: usize,
    /// How many highlights.
    pub highlights: usize,
    /// How many of both have a note.
    pub notes: usize,
}

impl Store {
    /// Tells what is kept and what is wrong. Reads everything, changes nothing but conflict copies, which
    /// are taken in.
    pub fn report(&self) -> Report {
        let (all, mut problems) = self.all();
        problems.extend(self.problem());
        problems.extend(self.settings().1);
        let (listing, _) = self.listing();
        problems.extend(
            listing
                .asides
                .into_iter()
                .map(|file| Problem::new(file, Reason::SetAside)),
        );
        let mut report = Report::default();
        let mut copies = self.copies();
        for (id, kept) in &all {
            let count = |what: &dyn Fn(&Annotation) -> bool| {
                kept.annotations.iter().filter(|a| what(a)).count()
            };
            report.articles.push(ArticleState {
                id: id.clone(),
                path: kept.about.path.clone(),
                progress: kept.progress,
                opened: kept.opened,
                last_opened: kept.last_opened,
                seconds_read: kept.seconds_read,
                finished: kept.finished,
                bookmarks: count(&|annotation| !annotation.is_highlight()),
                highlights: count(&Annotation::is_highlight),
                notes: count(&|annotation| !annotation.note.is_empty()),
            });
            let Some(saved_at) = kept.saved.filter(|_| kept.successor.is_none()) else {
                continue;
            };
            let copy = copies.remove(id);
            if copy.is_none() {
                let file = self.saved_folder().unwrap_or_default().join(id.as_str());
                problems.push(Problem::new(file, Reason::NoCopy));
            }
            let original = kept.about.path.clone().filter(|path| path.is_file());
            report.saved.push(SavedArticle {
                id: id.clone(),
                path: original.or(copy),
                title: kept.about.title.clone(),
                saved_at,
            });
        }
        report
            .saved
            .sort_by_key(|saved| std::cmp::Reverse(saved.saved_at));
        report.leftovers = self.leftovers(&all);
        report.problems = problems;
        report
    }
}
