//! `leeslamp hyphenate`: a word a line in, the word with its breaks marked out.

use super::output::Session;
use crate::parse::tidy;
use crate::store::{Problem, Reason};
use crate::typeset::hyphenate::{Patterns, marked};
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Write};

pub(super) fn run(session: &mut Session) -> io::Result<()> {
    let mut input = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let mut line = Vec::new();
    loop {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) => {
                session.fail(&Problem::new("-", Reason::from(&error)));
                return Ok(());
            }
        }
        let read = String::from_utf8_lossy(&line);
        let word = read.trim_end_matches(['\n', '\r']);
        // A list of words is no article, but it may hold what a terminal would obey all the same.
        let word = if word.contains(char::is_control) {
            tidy::line(word)
        } else {
            Cow::Borrowed(word)
        };
        let marked = marked(&word, Patterns::Dutch);
        writeln!(session.out, "{word}\t{marked}")?;
    }
}
