//! Standard output and standard error, and how a command ends.
//!
//! Output is buffered and written with `io::Write`, so that a closed pipe comes back as an error and not as
//! a panic. [`Session`] keeps whether anything failed, since one bad file does not stop the others.

use super::source::{Problem, Source};
use super::{DONE, FAILED};
use crate::wording::{CliWording, Language};
use std::io::{self, BufWriter, ErrorKind, IsTerminal, StdoutLock, Write};

/// One run of a command.
#[derive(Debug)]
pub(super) struct Session {
    /// The sentences in the user's language.
    pub words: &'static CliWording,
    /// Standard output.
    pub out: BufWriter<StdoutLock<'static>>,
    failed: bool,
}

impl Session {
    pub(super) fn new(language: Language) -> Self {
        Self {
            words: &language.wording().cli,
            out: BufWriter::with_capacity(1 << 16, io::stdout().lock()),
            failed: false,
        }
    }

    /// Says in one line on standard error what is wrong with `source`, and remembers that something is.
    pub(super) fn fail(&mut self, source: &Source, problem: &Problem) {
        let name = source.shown(self.words);
        complain(&format!("{name}: {}", problem.sentence(self.words)));
        self.failed = true;
    }

    /// Writes out what is still buffered, and gives the exit status.
    pub(super) fn end(mut self, written: io::Result<()>) -> u8 {
        match written.and_then(|()| self.out.flush()) {
            Ok(()) if self.failed => FAILED,
            Ok(()) => DONE,
            // The reader at the other end of the pipe has seen enough.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => DONE,
            Err(error) => {
                let reason = Problem::from(error).sentence(self.words);
                complain(&format!("{}: {reason}", self.words.standard_output));
                FAILED
            }
        }
    }
}

/// One line on standard error. Where even that is closed there is nobody left to tell.
pub fn complain(sentence: &str) {
    let _ = writeln!(io::stderr().lock(), "leeslamp: {sentence}");
}

/// The terminal's width in cells; `None` where standard output is no terminal.
pub(super) fn terminal_width() -> Option<u16> {
    if !io::stdout().is_terminal() {
        return None;
    }
    let (columns, _) = crossterm::terminal::size().ok()?;
    (columns > 0).then_some(columns)
}
