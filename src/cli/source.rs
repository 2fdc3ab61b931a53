//! Which article an argument means.

use super::output::Session;
use crate::article::Article;
use crate::library::Origin;
use crate::store::{Problem, Store};
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
    let asked = origin.path().map(Path::to_path_buf);
    let (read, article) = store.read_or_copy(origin)?;
    if let (Origin::Copy(copy), Some(asked)) = (&read, asked)
        && *copy != asked
    {
        session.note(&asked, session.words.from_copy);
    }
    Ok((read, article))
}

/// The file's name in JSON: a path as it was given, `None` for what is no file.
pub(super) fn file(origin: &Origin) -> Option<String> {
    let path = origin.path()?;
    Some(path.to_string_lossy().into_owned())
}
