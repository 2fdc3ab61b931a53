//! Standard output and standard error, and how a command ends.
//!
//! Output is buffered and written with `io::Write`, so that a closed pipe comes back as an error and not as
//! a panic. [`Session`] keeps whether anything failed, since one bad file does not stop the others. Names
//! of files are tidied on their way to a terminal: a name may hold an escape sequence.

use super::{DONE, FAILED};
use crate::parse::tidy;
use crate::store::{Problem, Reason};
use crate::wording::{CliWording, Wording};
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use std::io::{self, BufWriter, ErrorKind, IsTerminal, StdoutLock, Write};
use std::path::Path;

/// One run of a command.
#[derive(Debug)]
pub(super) struct Session {
    /// The sentences in the user's language.
    pub wording: &'static Wording,
    /// Those of the commands.
    pub words: &'static CliWording,
    /// Standard output.
    pub out: BufWriter<StdoutLock<'static>>,
    failed: bool,
}

impl Session {
    pub(super) fn new(wording: &'static Wording) -> Self {
        Self {
            wording,
            words: &wording.cli,
            out: BufWriter::with_capacity(1 << 16, io::stdout().lock()),
            failed: false,
        }
    }

    /// Says in one line on standard error what is wrong, and remembers that something is.
    pub(super) fn fail(&mut self, problem: &Problem) {
        self.note(&problem.file, &self.reason(&problem.reason));
        self.failed = true;
    }

    /// Remembers that something is wrong which has been told otherwise.
    pub(super) fn fail_quietly(&mut self) {
        self.failed = true;
    }

    /// Says something about a file in one line on standard error.
    pub(super) fn note(&self, file: &Path, sentence: &str) {
        let name = match file.to_string_lossy() {
            name if name == "-" => self.words.standard_input.to_owned(),
            name => tidy::line(&name).into_owned(),
        };
        let sentence = tidy::line(sentence);
        if name.is_empty() {
            complain(&sentence);
        } else {
            complain(&format!("{name}: {sentence}"));
        }
    }

    /// A reason in the user's language.
    pub(super) fn reason(&self, reason: &Reason) -> String {
        (self.wording.reason)(reason.key(), &reason.detail())
    }

    /// Writes one JSON document.
    pub(super) fn json(&mut self, document: &impl Serialize) -> io::Result<()> {
        let mut serializer = Serializer::with_formatter(&mut self.out, Harmless::default());
        document.serialize(&mut serializer)?;
        writeln!(self.out)
    }

    /// Writes out what is still buffered, and gives the exit status.
    pub(super) fn end(mut self, written: io::Result<()>) -> u8 {
        match written.and_then(|()| self.out.flush()) {
            Ok(()) if self.failed => FAILED,
            Ok(()) => DONE,
            // The reader at the other end of the pipe has seen enough.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => DONE,
            Err(error) => {
                let reason = self.reason(&Reason::from(&error));
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

/// JSON to read, in which what a terminal would obey is escaped: the value stays the same. JSON itself
/// escapes C0 controls only; the name of a file may hold others.
#[derive(Default)]
struct Harmless {
    pretty: PrettyFormatter<'static>,
}

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|&(_, c)| obeyed(c)) {
            out.write_all(rest.get(..at).unwrap_or_default().as_bytes())?;
            // All of them are in the basic plane: one unit of UTF-16.
            write!(out, "\\u{:04x}", u32::from(c))?;
            rest = rest.get(at + c.len_utf8()..).unwrap_or_default();
        }
        out.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.pretty.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.pretty.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.end_object_value(out)
    }
}

/// C1 controls, DEL, line and paragraph separators, and everything that changes the direction of text.
fn obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
