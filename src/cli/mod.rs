//! The commands: what leeslamp does without a screen.
//!
//! Each command reads its articles, asks the quiet rooms, and writes to standard output. Nothing here knows
//! the interface; [`run`] gives a [`Next::Open`] back where the user asked for it. That every command gets
//! by without `app` and `view` shows that the core needs no screen.
//!
//! What goes wrong with one file is one line on standard error and exit status 1 at the end; the other files
//! are still done. A closed pipe is no error.

mod add;
mod args;
mod export;
mod hyphenate;
mod json;
mod list;
mod output;
mod packaging;
mod quotes;
mod save;
mod search;
mod show;
mod source;
mod state;

pub use args::Opening;
pub use output::complain;

use crate::store::{ConfiguredLanguage, Store};
use crate::wording::Language;
use args::Request;
use output::Session;
use save::Deed;
use std::ffi::OsString;
use std::io;

/// Exit status: done.
pub const DONE: u8 = 0;
/// Exit status: something could not be read or written.
pub const FAILED: u8 = 1;
/// Exit status: wrong usage.
pub const WRONG_USAGE: u8 = 2;

/// What is to be done after [`run`].
#[derive(Debug)]
pub enum Next {
    /// End with this status.
    Exit(u8),
    /// Open the interface.
    Open(Opening),
}

/// Does what the command line asks. The first argument is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Next {
    outlive_limits();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let invocation = match args::read(&arguments) {
        Ok(invocation) => invocation,
        Err(refusal) => return Next::Exit(refusal.report()),
    };
    let store = Store::open(invocation.config_dir.clone());
    let language = invocation.language.unwrap_or_else(|| {
        let (settings, _) = store.settings();
        match settings.language {
            Some(ConfiguredLanguage::Dutch) => Language::Dutch,
            Some(ConfiguredLanguage::English) => Language::English,
            None => args::language_of_locale(),
        }
    });
    if let Request::Open(paths) = invocation.request {
        return Next::Open(Opening {
            paths,
            config_dir: invocation.config_dir,
            language,
        });
    }
    let mut session = Session::new(language.wording());
    let written = perform(&invocation.request, language, &store, &mut session);
    Next::Exit(session.end(written))
}

/// Has a file that grows beyond what `ulimit -f` allows be a write that fails, as on a full disk, and not a
/// signal that ends the program with the terminal in its hands.
fn outlive_limits() {
    #[cfg(unix)]
    {
        let nobody_asks = std::sync::Arc::default();
        // Where it can't be had, the system's own way stays.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, nobody_asks);
    }
}

fn perform(
    request: &Request,
    language: Language,
    store: &Store,
    session: &mut Session,
) -> io::Result<()> {
    match request {
        Request::Open(_) => Ok(()),
        Request::List(request) => list::run(request, store, session),
        Request::Show(request) => show::run(request, store, session),
        Request::Quotes(request) => quotes::run(request, store, session),
        Request::Save(paths) => save::run(Deed::Save, paths, store, session),
        Request::Unsave(paths) => save::run(Deed::Unsave, paths, store, session),
        Request::Add(request) => add::run(request, store, session),
        Request::Search(request) => search::run(request, store, session),
        Request::Completions(shell) => packaging::completions(*shell, language, session),
        Request::Man => packaging::man(session),
        Request::Export(request) => export::run(request, store, session),
        Request::State(request) => state::run(request, store, session),
        Request::Hyphenate => hyphenate::run(session),
    }
}

/// Says that the interface needs a terminal, in one line on standard error; gives the exit status.
pub fn refuse_without_terminal(language: Language) -> u8 {
    output::complain(language.wording().cli.no_terminal);
    FAILED
}
