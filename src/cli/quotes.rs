//! `leeslamp quotes`: who is quoted, in what role, saying what.

use super::args::{QuotesForm, QuotesRequest};
use super::json::QuotesJson;
use super::output::{Session, terminal_width};
use super::source;
use crate::article::{Article, Span};
use crate::library::Origin;
use crate::quotes::{self, Kind, Quotation, Quotes, Sureness};
use crate::store::Store;
use crate::wording::CliWording;
use rayon::prelude::*;
use std::io::{self, Write};
use std::path::PathBuf;

/// Cells before a quotation: its place as a percentage stands there.
const INDENT: &str = "        ";

/// Files whose quotations are looked for at the same time; then they are written, in order.
const BATCH: usize = 64;

pub(super) fn run(request: &QuotesRequest, store: &Store, session: &mut Session) -> io::Result<()> {
    let origins = origins(&request.paths, store, session);
    let mut documents = Vec::new();
    let mut first = true;
    for batch in origins.chunks(BATCH) {
        let read: Vec<_> = batch
            .iter()
            .map(|origin| source::read(store, origin.clone(), session))
            .collect();
        let found: Vec<_> = read
            .into_par_iter()
            .map(|read| read.map(|(origin, article)| (origin, quotes::find(&article), article)))
            .collect();
        for result in found {
            let (origin, found, article) = match result {
                Ok(found) => found,
                Err(problem) => {
                    session.fail(&problem);
                    continue;
                }
            };
            if request.form == QuotesForm::Json {
                let file = source::file(&origin);
                documents.push(QuotesJson::of(&article, &found, file, request.explain));
                continue;
            }
            if !first {
                writeln!(session.out)?;
            }
            first = false;
            let report = Report {
                article: &article,
                found: &found,
                title: match article.meta.title.as_str() {
                    "" => session.wording.untitled,
                    title => title,
                },
                explain: request.explain,
                words: session.words,
            };
            match request.form {
                QuotesForm::Markdown => report.markdown(&mut session.out)?,
                _ => report.plain(&mut session.out)?,
            }
        }
    }
    // One file gives one object; several, or a folder, a list.
    let one = matches!(request.paths.as_slice(), [path] if !path.is_dir());
    match (request.form, documents.as_slice()) {
        (QuotesForm::Json, [document]) if one => session.json(document),
        (QuotesForm::Json, []) if one => Ok(()),
        (QuotesForm::Json, documents) => session.json(&documents),
        _ => Ok(()),
    }
}

/// The articles that the arguments name: files, standard input, and those in folders.
fn origins(paths: &[PathBuf], store: &Store, session: &mut Session) -> Vec<Origin> {
    let mut origins = Vec::new();
    for path in paths {
        if !path.is_dir() {
            origins.push(source::origin(path));
            continue;
        }
        let scan = store.scan(std::slice::from_ref(path));
        for problem in &scan.problems {
            session.fail(problem);
        }
        origins.extend(scan.files.into_iter().map(Origin::File));
    }
    origins
}

/// What was found in one article, to be written down.
struct Report<'a> {
    article: &'a Article,
    found: &'a Quotes,
    title: &'a str,
    explain: bool,
    words: &'static CliWording,
}

/// A speaker, or nobody, with what they say.
struct Voice<'a> {
    name: &'a str,
    role: Option<&'a str>,
    quotations: Vec<&'a Quotation>,
}

impl Report<'_> {
    /// The speakers in order, and last what nobody could be named for.
    fn voices(&self) -> Vec<Voice<'_>> {
        let mut voices: Vec<Voice> = self
            .found
            .speakers
            .iter()
            .map(|speaker| Voice {
                name: &speaker.name,
                role: speaker.role.as_deref(),
                quotations: Vec::new(),
            })
            .collect();
        let mut nobody = Voice {
            name: self.words.nobody,
            role: None,
            quotations: Vec::new(),
        };
        for quotation in &self.found.quotations {
            match quotation.speaker.and_then(|index| voices.get_mut(index)) {
                Some(voice) => voice.quotations.push(quotation),
                None => nobody.quotations.push(quotation),
            }
        }
        if !nobody.quotations.is_empty() {
            voices.push(nobody);
        }
        voices
    }

    /// A list to read: who, in what role, how often, and the words with their place.
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}", self.title)?;
        let voices = self.voices();
        if voices.is_empty() {
            return writeln!(out, "\n{}", self.words.nobody_quoted);
        }
        for voice in voices {
            let count = (self.words.quotations)(voice.quotations.len());
            match voice.role {
                Some(role) => writeln!(out, "\n{}, {role} · {count}", voice.name)?,
                None => writeln!(out, "\n{} · {count}", voice.name)?,
            }
            for quotation in voice.quotations {
                let percent = format!("{:>5} %", self.percent(quotation.span));
                let line = format!("{percent} {}", self.said(quotation));
                hanging(out, "", &line)?;
                if self.explain {
                    hanging(out, INDENT, &format!("({})", self.why(quotation)))?;
                }
            }
        }
        Ok(())
    }

    /// The same as Markdown.
    fn markdown(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "# {}", escaped(self.title))?;
        let voices = self.voices();
        if voices.is_empty() {
            return writeln!(out, "\n{}", self.words.nobody_quoted);
        }
        for voice in voices {
            writeln!(out, "\n## {}", escaped(voice.name))?;
            if let Some(role) = voice.role {
                writeln!(out, "\n{}", escaped(role))?;
            }
            for quotation in voice.quotations {
                writeln!(out, "\n> {}", escaped(&self.said(quotation)))?;
                if self.explain {
                    writeln!(out, "\n{}", escaped(&self.why(quotation)))?;
                }
            }
        }
        Ok(())
    }

    /// How far into the text it stands, in percent.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share is between 0 and 1"
    )]
    fn percent(&self, span: Span) -> u8 {
        (self.article.share_before(span.start) * 100.0).floor() as u8
    }

    /// The words: between marks where they are literal, with their kind where they are not, and with a
    /// question mark where it is doubtful who said them.
    fn said(&self, quotation: &Quotation) -> String {
        let words = on_one_line(quotation.span.of(self.article.text()));
        let [_, indirect, mixed] = self.words.kinds;
        let mut said = match quotation.kind {
            Kind::Direct => format!("„{words}”"),
            Kind::Indirect => format!("{words} ({indirect})"),
            Kind::Mixed => format!("{words} ({mixed})"),
        };
        if quotation.sureness == Sureness::Doubtful && quotation.speaker.is_some() {
            said.push_str(" (?)");
        }
        said
    }

    /// The rule, the cue, the mention and the sureness.
    fn why(&self, quotation: &Quotation) -> String {
        let text = self.article.text();
        let [sure, likely, doubtful] = self.words.sureness;
        let sureness = match quotation.sureness {
            Sureness::Sure => sure,
            Sureness::Likely => likely,
            Sureness::Doubtful => doubtful,
        };
        let mut parts = vec![quotation.rule.name().to_owned(), sureness.to_owned()];
        for span in [quotation.cue, quotation.mention].into_iter().flatten() {
            parts.push(format!("‘{}’", on_one_line(span.of(text))));
        }
        parts.join(" · ")
    }
}

/// White space, line breaks included, as single spaces.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes a line that begins with `indent`, broken with a hanging indent on a terminal; a pipe gets it whole.
fn hanging(out: &mut impl Write, indent: &str, line: &str) -> io::Result<()> {
    let Some(width) = terminal_width() else {
        return writeln!(out, "{indent}{line}");
    };
    let options = textwrap::Options::new(usize::from(width))
        .initial_indent(indent)
        .subsequent_indent(INDENT);
    for line in textwrap::wrap(line, options) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Text with the characters that Markdown would read as markup escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
