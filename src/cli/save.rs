//! `leeslamp save` and `leeslamp unsave`: "bewaren" without opening the interface.
//!
//! A line on standard output says that an article is saved only once its copy and its state are on the disk.

use super::output::Session;
use super::source;
use crate::parse::tidy;
use crate::store::{Problem, Store};
use jiff::Timestamp;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What is to be done with the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Keep them, with a copy.
    Save,
    /// Keep them no longer.
    Unsave,
}

pub(super) fn run(
    deed: Deed,
    paths: &[PathBuf],
    store: &Store,
    session: &mut Session,
) -> io::Result<()> {
    let mut written = Ok(());
    let mut told = Vec::new();
    for path in paths {
        let done = one(deed, path, store, session, &mut told);
        // A pipe that closes early must not keep the other articles from being saved.
        written = written.and(done);
    }
    // What failed above and fails once more has been told.
    for problem in store.flush(Timestamp::now()) {
        if !told.contains(&problem) {
            session.fail(&problem);
        }
    }
    written
}

fn one(
    deed: Deed,
    path: &Path,
    store: &Store,
    session: &mut Session,
    told: &mut Vec<Problem>,
) -> io::Result<()> {
    let (origin, article) = match source::read(store, source::origin(path), session) {
        Ok(read) => read,
        Err(problem) => {
            session.fail(&problem);
            return Ok(());
        }
    };
    // What was kept about an earlier version of this article is taken over by the change.
    let found = store.find(&article, &origin);
    if let Some(problem) = found.problem {
        session.fail(&problem);
    }
    let was_saved = found.kept.is_some_and(|kept| kept.saved.is_some());
    let now = Timestamp::now();
    let (changed, says) = match deed {
        Deed::Save => (
            store.save(&article, &origin, now).map(drop),
            session.words.saved,
        ),
        Deed::Unsave if !was_saved => (Ok(()), session.words.was_not_saved),
        Deed::Unsave => (
            store.unsave(article.id(), now).map(drop),
            session.words.unsaved,
        ),
    };
    if let Err(problem) = changed {
        session.fail(&problem);
        told.push(problem);
        return Ok(());
    }
    let title = match tidy::line(&article.meta.title) {
        title if title.is_empty() => session.wording.untitled.to_owned(),
        title => title.into_owned(),
    };
    writeln!(session.out, "{says}: {title}")
}
