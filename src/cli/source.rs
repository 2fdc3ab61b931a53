//! Which article an argument means.

use super::output::Session;
use crate::article::Article;
use crate::library::Origin;
use crate::store::{Problem, Reason, Store};
use std::path::Path;

/// What an argument names: `-` is standard input.
pub(super) fn origin(argument: &Path) -> Origin {
    if argument.as_os_str() == "-" {
        Origin::Stdin
    } else {
        Origin::File(argument.to_owned())
    }
}

/// Reads the article at `origin`. Where a saved article's file is gone, its copy is read in its place, and
/// a line on standard error says so.
pub(super) fn read(
    store: &Store,
    origin: Origin,
    session: &mut Session,
) -> Result<(Origin, Article), Problem> {
    match store.read(&origin) {
        Ok(article) => Ok((origin, article)),
        Err(problem) => {
            let copy = match (&origin, &problem.reason) {
                (Origin::File(path), Reason::Missing) => copy_of(store, path),
                _ => None,
            };
            let Some(copy) = copy else {
                return Err(problem);
            };
            let article = store.read(&copy)?;
            session.note(&problem.file, session.words.from_copy);
            Ok((copy, article))
        }
    }
}

/// The copy of the saved article that was last read from `path`.
fn copy_of(store: &Store, path: &Path) -> Option<Origin> {
    let path = std::path::absolute(path).ok()?;
    let (all, _) = store.all();
    let (id, _) = all.iter().find(|(_, kept)| {
        kept.saved.is_some() && kept.successor.is_none() && kept.about.path.as_ref() == Some(&path)
    })?;
    store.copy_of(id).map(Origin::Copy)
}

/// The file's name in JSON: a path as it was given, `None` for what is no file.
pub(super) fn file(origin: &Origin) -> Option<String> {
    let path = origin.path()?;
    Some(path.to_string_lossy().into_owned())
}
