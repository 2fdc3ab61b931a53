//! `leeslamp search`: full-text search over the library, the best answer first.

use super::args::SearchRequest;
use super::json::Points;
use super::output::{Session, terminal_width};
use super::source;
use crate::article::Article;
use crate::parse::tidy;
use crate::search::{self, Query};
use crate::store::{Scope, Store};
use serde::Serialize;
use std::io::{self, Write};
use std::ops::ControlFlow;

/// Snippets of one article that are shown to people; scripts get all.
const SHOWN: usize = 3;
/// Cells of a snippet, where there is no terminal to measure.
const WIDTH: u16 = 100;

/// One article that was found.
#[derive(Debug, Serialize)]
struct FoundJson {
    file: Option<String>,
    id: String,
    title: Option<String>,
    score: f64,
    matches: Vec<MatchJson>,
}

/// One place. Offsets are code points into the article's `text`, as `show --json` gives it.
#[derive(Debug, Serialize)]
struct MatchJson {
    start: usize,
    end: usize,
    snippet: String,
}

pub(super) fn run(request: &SearchRequest, store: &Store, session: &mut Session) -> io::Result<()> {
    let (settings, mut problems) = store.settings();
    if !request.paths.is_empty() {
        // The settings have no say in this search.
        problems.clear();
    }
    let scope = Scope::new(request.paths.clone(), &settings);
    let query = Query::new(&request.query);
    // People see a few places of each article; to make thousands of snippets for them would be waste.
    let most = if request.json { usize::MAX } else { SHOWN };
    let mut found: Vec<(FoundJson, usize)> = Vec::new();
    store.load_with(
        &scope,
        |article| answer(article, &query, most),
        |batch, answers| {
            for (entry, answer) in batch.entries.into_iter().zip(answers) {
                let Some((how_well, matches, places)) = answer else {
                    continue;
                };
                let one = FoundJson {
                    file: source::file(&entry.origin),
                    id: entry.id.to_string(),
                    title: Some(entry.title).filter(|title| !title.is_empty()),
                    score: how_well,
                    matches,
                };
                found.push((one, places));
            }
            problems.extend(batch.problems);
            ControlFlow::Continue(())
        },
    );
    for problem in &problems {
        session.fail(problem);
    }
    // Articles that answer as well keep the order of the folders.
    found.sort_by(|(a, _), (b, _)| b.score.total_cmp(&a.score));
    if request.json {
        let found: Vec<FoundJson> = found.into_iter().map(|(one, _)| one).collect();
        return session.json(&found);
    }
    if found.is_empty() {
        super::output::complain(session.words.nothing_found);
    }
    let width = usize::from(terminal_width().unwrap_or(WIDTH));
    for (number, (one, places)) in found.iter().enumerate() {
        if number > 0 {
            writeln!(session.out)?;
        }
        print(one, *places, width, session)?;
    }
    Ok(())
}

/// Score, places with their snippets, at most `most`, and how many places there are.
fn answer(article: &Article, query: &Query, most: usize) -> Option<(f64, Vec<MatchJson>, usize)> {
    let answer = search::answer(article, query)?;
    let points = Points::of(article.text(), answer.matches.iter().copied());
    let matches = answer.matches.iter().take(most);
    let matches = matches
        .map(|&found| MatchJson {
            start: points.before(found.start),
            end: points.before(found.end),
            snippet: search::snippet(article, found),
        })
        .collect();
    // Four digits tell two answers apart, and are the same on every machine.
    let score = (answer.score * 1e4).round() / 1e4;
    Some((score, matches, answer.matches.len()))
}

fn print(one: &FoundJson, places: usize, width: usize, session: &mut Session) -> io::Result<()> {
    let title = match &one.title {
        Some(title) => tidy::line(title).into_owned(),
        None => session.wording.untitled.to_owned(),
    };
    let mut about = Vec::new();
    if places > 0 {
        about.push((session.words.places)(places));
    }
    about.extend(
        one.file
            .as_deref()
            .map(|file| tidy::line(file).into_owned()),
    );
    let about = about.join(" · ");
    if about.is_empty() {
        writeln!(session.out, "{title}")?;
    } else {
        writeln!(session.out, "{title} ({about})")?;
    }
    for place in &one.matches {
        let options = textwrap::Options::new(width.max(20))
            .initial_indent("    ")
            .subsequent_indent("    ");
        for line in textwrap::wrap(&tidy::line(&place.snippet), options) {
            writeln!(session.out, "{line}")?;
        }
    }
    Ok(())
}
