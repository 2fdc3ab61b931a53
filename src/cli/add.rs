//! `leeslamp add`: files a pasted text in the library, as clean Markdown.

use super::args::AddRequest;
use super::output::Session;
use super::source;
use crate::parse::tidy;
use crate::store::{Filed, Store};
use std::io::{self, Write};
use std::path::PathBuf;

pub(super) fn run(request: &AddRequest, store: &Store, session: &mut Session) -> io::Result<()> {
    let Some(folder) = folder(request, store, session) else {
        super::output::complain(session.words.no_folder);
        session.fail_quietly();
        return Ok(());
    };
    let mut written = Ok(());
    for path in &request.files {
        let filed = store
            .read(&source::origin(path))
            .and_then(|article| store.file(&article, &folder));
        let says = match filed {
            Ok(Filed::New(file)) => (session.words.added)(&tidy::line(&file.to_string_lossy())),
            Ok(Filed::Known(file)) => (session.words.known)(&tidy::line(&file.to_string_lossy())),
            Err(problem) => {
                session.fail(&problem);
                continue;
            }
        };
        // A pipe that closes early must not keep the other articles from being filed.
        written = written.and(writeln!(session.out, "{says}"));
    }
    written
}

/// The folder that was asked for, or the first one of the settings.
fn folder(request: &AddRequest, store: &Store, session: &mut Session) -> Option<PathBuf> {
    if let Some(folder) = &request.to {
        return Some(folder.clone());
    }
    let (settings, problems) = store.settings();
    for problem in &problems {
        session.fail(problem);
    }
    settings.folders.into_iter().next()
}
