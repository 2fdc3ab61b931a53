//! `leeslamp list`: the library, as a table or as JSON.

use super::args::ListRequest;
use super::json::EntryJson;
use super::output::{Session, terminal_width};
use crate::library::{self, Entry, Order};
use crate::parse::tidy;
use crate::store::{Scope, Store};
use std::io::{self, Write};
use std::ops::ControlFlow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells between two columns.
const GAP: usize = 2;
/// The widest that an author's name or a section is shown on a terminal.
const NAME: usize = 22;
/// Titles are not cut to less than this; then the other columns go.
const LEAST_TITLE: usize = 24;

pub(super) fn run(request: &ListRequest, store: &Store, session: &mut Session) -> io::Result<()> {
    let (settings, mut problems) = store.settings();
    if !request.paths.is_empty() {
        // The settings have no say in this list.
        problems.clear();
    }
    problems.extend(store.problem());
    let scope = Scope::new(request.paths.clone(), &settings);
    let mut entries: Vec<Entry> = Vec::new();
    let loaded = store.load(&scope, |batch| {
        entries.extend(batch.entries);
        problems.extend(batch.problems);
        ControlFlow::Continue(())
    });
    for problem in &problems {
        session.fail(problem);
    }
    let order = library::list(&entries, request.shelf, "", Order::Date);
    let listed: Vec<&Entry> = order.iter().filter_map(|&at| entries.get(at)).collect();
    if request.json {
        let documents: Vec<EntryJson> = listed.iter().map(|entry| EntryJson::of(entry)).collect();
        session.json(&documents)?;
    } else {
        table(&listed, session)?;
        // On a terminal what is said about the list stands below it.
        session.out.flush()?;
        if loaded.skipped > 0 {
            super::output::complain(&(session.words.skipped)(loaded.skipped));
        }
    }
    if scope == Scope::Settings(Vec::new()) {
        super::output::complain(session.words.how_to_add);
    }
    Ok(())
}

/// One article's cells.
struct Row {
    saved: &'static str,
    progress: String,
    title: String,
    author: String,
    section: String,
    published: String,
    minutes: String,
}

impl Row {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "progress is between 0 and 1"
    )]
    fn of(entry: &Entry, session: &Session) -> Self {
        let kept = &entry.kept;
        let progress = match (kept.finished.is_some(), kept.opened) {
            (true, _) => session.words.finished.to_owned(),
            (false, 0) => String::new(),
            (false, _) => format!("{} %", (kept.progress.clamp(0.0, 1.0) * 100.0) as u8),
        };
        let title = match entry.title.as_str() {
            "" => session.wording.untitled,
            title => title,
        };
        let author = entry.authors.first().map_or("", |author| &author.name);
        Self {
            saved: if kept.saved.is_some() { "*" } else { " " },
            progress,
            title: tidy::line(title).into_owned(),
            author: tidy::line(author).into_owned(),
            section: tidy::line(entry.section.as_deref().unwrap_or_default()).into_owned(),
            published: entry
                .published
                .as_ref()
                .map(ToString::to_string)
                // Of a moment the day is enough here.
                .map(|published| published.chars().take(10).collect())
                .unwrap_or_default(),
            minutes: (session.words.minutes)(entry.reading_minutes),
        }
    }
}

/// Prints the articles, a line each: fitted to a terminal's width, whole to a pipe.
fn table(entries: &[&Entry], session: &mut Session) -> io::Result<()> {
    let rows: Vec<Row> = entries.iter().map(|e| Row::of(e, session)).collect();
    let widest = |cell: fn(&Row) -> &str| rows.iter().map(|row| cell(row).width()).max();
    let progress = widest(|row| &row.progress).unwrap_or(0);
    let published = widest(|row| &row.published).unwrap_or(0);
    let minutes = widest(|row| &row.minutes).unwrap_or(0);
    let mut title = widest(|row| &row.title).unwrap_or(0);
    let mut author = widest(|row| &row.author).unwrap_or(0);
    let mut section = widest(|row| &row.section).unwrap_or(0);
    if let Some(width) = terminal_width() {
        author = author.min(NAME);
        section = section.min(NAME);
        let taken = |widths: [usize; 5]| -> usize {
            let columns = widths.iter().filter(|&&w| w > 0);
            1 + GAP + columns.map(|w| w + GAP).sum::<usize>()
        };
        let room = |author, section| {
            usize::from(width)
                .saturating_sub(taken([progress, author, section, published, minutes]))
        };
        if room(author, section) < LEAST_TITLE.min(title) {
            section = 0;
        }
        if room(author, section) < LEAST_TITLE.min(title) {
            author = 0;
        }
        title = title.min(room(author, section).max(1));
    }
    for row in &rows {
        let cells = [
            (row.title.as_str(), title),
            (&row.author, author),
            (&row.section, section),
            (&row.published, published),
        ];
        let mut line = row.saved.to_owned();
        if progress > 0 {
            let indent = " ".repeat(GAP + progress - row.progress.width());
            line.push_str(&indent);
            line.push_str(&row.progress);
        }
        for (cell, width) in cells.into_iter().filter(|&(_, width)| width > 0) {
            let cell = cut(cell, width);
            let pad = " ".repeat(width - cell.width());
            line.extend([&" ".repeat(GAP), cell.as_str(), &pad]);
        }
        let indent = " ".repeat(GAP + minutes - row.minutes.width());
        line.extend([indent.as_str(), &row.minutes]);
        writeln!(session.out, "{line}")?;
    }
    Ok(())
}

/// `text` in at most `width` cells, with an ellipsis where something is left out.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut used = 1;
    for cluster in text.graphemes(true) {
        used += cluster.width();
        if used > width {
            break;
        }
        cut.push_str(cluster);
    }
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_cut_between_letters_and_never_wider_than_its_column() {
        assert_eq!(cut("kort", 4), "kort");
        assert_eq!(cut("een lange titel", 8), "een lan…");
        assert_eq!(cut("een lange titel", 5), "een…");
        assert_eq!(cut("漢字漢字", 4), "漢…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(cut("abc", 1), "…");
    }
}
