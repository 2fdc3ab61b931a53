//! `leeslamp export`: what a reader kept, to take along: saved articles, highlights, bookmarks and notes.
//!
//! Everything kept is told, also what can't be placed any more: an article that is gone comes with what is
//! known about it, a highlight whose words are gone with its words, called lost.

use super::args::{ExportForm, ExportRequest};
use super::json::Points;
use super::output::Session;
use super::source;
use crate::article::{Article, Id, Span, Trust};
use crate::library::{About, Annotation, Kept, Origin};
use crate::parse::tidy;
use crate::store::{Placed, Scope, Store};
use jiff::Timestamp;
use serde::Serialize;
use std::io::{self, Write};
use std::ops::ControlFlow;

pub(super) fn run(request: &ExportRequest, store: &Store, session: &mut Session) -> io::Result<()> {
    let kept = if request.paths.is_empty() {
        everything(store, session)
    } else {
        named(request, store, session)
    };
    let exported: Vec<Exported> = kept
        .into_iter()
        .filter(|(_, kept, _)| kept.saved.is_some() || !kept.annotations.is_empty())
        .map(|(id, kept, origin)| Exported::of(&id, &kept, origin.as_ref(), store))
        .collect();
    match request.form {
        ExportForm::Json => session.json(&exported),
        ExportForm::Markdown => {
            for (number, article) in exported.iter().enumerate() {
                if number > 0 {
                    writeln!(session.out)?;
                }
                article.markdown(session)?;
            }
            Ok(())
        }
    }
}

/// Whatever is kept, wherever the articles are now.
fn everything(store: &Store, session: &mut Session) -> Vec<Placed> {
    let (all, problems) = store.kept_for_good();
    for problem in store.problem().iter().chain(&problems) {
        session.fail(problem);
    }
    all
}

/// What is kept about the articles that were named.
fn named(request: &ExportRequest, store: &Store, session: &mut Session) -> Vec<Placed> {
    let mut found = Vec::new();
    let scope = Scope::Paths(request.paths.clone());
    let mut problems = Vec::from_iter(store.problem());
    store.load(&scope, |batch| {
        let entries = batch.entries.into_iter();
        found.extend(entries.map(|entry| (entry.id, entry.kept, Some(entry.origin))));
        problems.extend(batch.problems);
        ControlFlow::Continue(())
    });
    for problem in &problems {
        session.fail(problem);
    }
    found
}

/// One article with what is kept about it.
#[derive(Debug, Serialize)]
struct Exported {
    file: Option<String>,
    id: String,
    title: Option<String>,
    authors: Vec<String>,
    section: Option<String>,
    published: Option<String>,
    url: Option<String>,
    saved: Option<String>,
    finished: Option<String>,
    progress: f64,
    annotations: Vec<ExportedAnnotation>,
}

/// One bookmark or highlight. Places are code points into the article's `text`, as `show --json` gives it.
#[derive(Debug, Serialize)]
struct ExportedAnnotation {
    kind: &'static str,
    quotation: String,
    note: Option<String>,
    /// `None` for one that a hand wrote into the state without a date.
    made: Option<String>,
    /// `exact`, `moved`, `alike`, `lost`; `None` where the article can't be read.
    found: Option<&'static str>,
    start: Option<usize>,
    end: Option<usize>,
    share: f64,
}

impl Exported {
    fn of(id: &Id, kept: &Kept, origin: Option<&Origin>, store: &Store) -> Self {
        let article = origin
            .filter(|_| !kept.annotations.is_empty())
            .and_then(|origin| store.read(origin).ok());
        let About {
            title,
            authors,
            published,
            section,
            url,
            ..
        } = kept.about.clone();
        Self {
            file: origin.and_then(source::file),
            id: id.to_string(),
            title: Some(title).filter(|title| !title.is_empty()),
            authors,
            section,
            published,
            url,
            saved: kept.saved.map(|time| time.to_string()),
            finished: kept.finished.map(|time| time.to_string()),
            progress: kept.progress,
            annotations: annotations(kept, article.as_ref()),
        }
    }

    fn markdown(&self, session: &mut Session) -> io::Result<()> {
        let words = session.words;
        let title = match self.title.as_deref() {
            Some(title) => tidy::line(title).into_owned(),
            None => session.wording.untitled.to_owned(),
        };
        writeln!(session.out, "# {title}\n")?;
        let authors = self.authors.join(", ");
        // Of a moment the day is enough here.
        let day = |time: &Option<String>| time.as_ref().map(|time| time.chars().take(10).collect());
        let facts: [Option<String>; 4] = [
            Some(authors).filter(|authors| !authors.is_empty()),
            day(&self.published),
            self.url.as_ref().map(|url| format!("<{url}>")),
            day(&self.saved).map(|day: String| format!("{} {day}", words.saved)),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        if !facts.is_empty() {
            writeln!(session.out, "{}", tidy::line(&facts.join(" · ")))?;
        }
        for annotation in &self.annotations {
            writeln!(session.out)?;
            annotation.markdown(session)?;
        }
        Ok(())
    }
}

impl ExportedAnnotation {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share is between 0 and 1"
    )]
    fn markdown(&self, session: &mut Session) -> io::Result<()> {
        let words = session.words;
        for line in self.quotation.lines() {
            writeln!(
                session.out,
                "{}",
                format!("> {}", tidy::line(line)).trim_end()
            )?;
        }
        let percentage = (self.share.clamp(0.0, 1.0) * 100.0) as u8;
        let day = self.made.as_ref().map(|made| {
            let day: String = made.chars().take(10).collect();
            format!(" · {day}")
        });
        let day = day.unwrap_or_default();
        let kind = match self.kind {
            "bookmark" => words.bookmark,
            _ => words.highlight,
        };
        let lost = match self.found {
            Some("lost") => format!(" · {}", words.lost),
            _ => String::new(),
        };
        writeln!(session.out, ">\n> — {kind} · {percentage} %{day}{lost}")?;
        if let Some(note) = &self.note {
            writeln!(session.out)?;
            for line in note.lines() {
                writeln!(session.out, "{}", tidy::line(line))?;
            }
        }
        Ok(())
    }
}

/// The annotations of an article in the order of its text, found in it where it can be read.
fn annotations(kept: &Kept, article: Option<&Article>) -> Vec<ExportedAnnotation> {
    let found: Vec<(&Annotation, Option<(Span, Trust)>)> = kept
        .annotations
        .iter()
        .map(|annotation| {
            let place = article.and_then(|article| annotation.find(article));
            // Where a bookmark's words are gone, its share of the text is a guess and no place.
            (
                annotation,
                place.filter(|(_, trust)| *trust != Trust::Share),
            )
        })
        .collect();
    let spans = found.iter().filter_map(|(_, place)| place.map(|p| p.0));
    let points = article.map(|article| Points::of(article.text(), spans));
    found
        .into_iter()
        .map(|(annotation, place)| {
            let at = |byte| points.as_ref().map(|points| points.before(byte));
            ExportedAnnotation {
                kind: if annotation.is_highlight() {
                    "highlight"
                } else {
                    "bookmark"
                },
                quotation: annotation.target.words().to_owned(),
                note: Some(annotation.note.clone()).filter(|note| !note.is_empty()),
                made: Some(annotation.made)
                    .filter(|&made| made != Timestamp::UNIX_EPOCH)
                    .map(|made| made.to_string()),
                found: article.map(|_| match place {
                    Some((_, Trust::Exact)) => "exact",
                    Some((_, Trust::Moved)) => "moved",
                    Some(_) => "alike",
                    None => "lost",
                }),
                start: place.and_then(|(span, _)| at(span.start)),
                end: place.and_then(|(span, _)| at(span.end)),
                share: match (place, article) {
                    (Some((span, _)), Some(article)) => article.share_before(span.start),
                    _ => annotation.target.share(),
                },
            }
        })
        .collect()
}
