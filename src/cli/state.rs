//! `leeslamp state`: what is kept, and what is wrong with it.

use super::args::StateRequest;
use super::json::StateJson;
use super::output::Session;
use crate::parse::tidy;
use crate::store::{ArticleState, Store};
use std::io::{self, Write};

pub(super) fn run(request: &StateRequest, store: &Store, session: &mut Session) -> io::Result<()> {
    let mut report = store.report();
    if request.check {
        let found = store.check().into_iter();
        let new: Vec<_> = found.filter(|p| !report.problems.contains(p)).collect();
        report.problems.extend(new);
    }
    if request.check && !report.problems.is_empty() {
        session.fail_quietly();
    }
    if request.json {
        return session.json(&StateJson::of(&report));
    }
    let words = session.words;
    if let Some(folder) = store.config_dir() {
        writeln!(session.out, "{}", tidy::line(&folder.to_string_lossy()))?;
    }
    writeln!(
        session.out,
        "{}",
        (words.kept)(report.saved.len(), report.articles.len())
    )?;
    let sum = |count: fn(&ArticleState) -> usize| report.articles.iter().map(count).sum();
    writeln!(
        session.out,
        "{}",
        (words.annotated)(
            sum(|a| a.bookmarks),
            sum(|a| a.highlights),
            sum(|a| a.notes)
        )
    )?;
    for saved in &report.saved {
        let title = tidy::line(&saved.title);
        let day = saved.saved_at.strftime("%F");
        writeln!(session.out, "* {day}  {title}")?;
    }
    for leftover in &report.leftovers {
        let file = leftover.path.to_string_lossy();
        writeln!(session.out, "- {}: {}", tidy::line(&file), words.leftover)?;
    }
    for problem in &report.problems {
        let file = problem.file.to_string_lossy();
        let reason = session.reason(&problem.reason);
        writeln!(
            session.out,
            "! {}: {}",
            tidy::line(&file),
            tidy::line(&reason)
        )?;
    }
    if report.problems.is_empty() {
        writeln!(session.out, "{}", words.nothing_wrong)?;
    }
    Ok(())
}
