//! `leeslamp show`: one article, typeset for a pipe.
//!
//! The header (title, byline, date) is an article of its own, typeset like any other; the first page leaves
//! room for it.

use super::args::{ShowForm, ShowRequest};
use super::json::ArticleJson;
use super::output::{Session, terminal_width};
use super::source;
use crate::article::{Article, BlockKind, Builder, Meta};
use crate::store::Store;
use crate::typeset::{Alignment, Hyphenation, Line, PageId, Setting, Typesetter};
use crate::wording::Wording;
use std::io::{self, Write};
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;

/// Cells in a line where nothing else is asked for: the measure of a book page.
const DEFAULT_MEASURE: u16 = 66;

pub(super) fn run(request: &ShowRequest, store: &Store, session: &mut Session) -> io::Result<()> {
    let origin = source::origin(&request.file);
    let (origin, article) = match source::read(store, origin, session) {
        Ok(read) => read,
        Err(problem) => {
            session.fail(&problem);
            return Ok(());
        }
    };
    if request.form == ShowForm::Json {
        return session.json(&ArticleJson::of(&article, source::file(&origin)));
    }
    let header = header(&article, session.wording);
    if request.form == ShowForm::Plain {
        speak(&header, &mut session.out)?;
        writeln!(session.out)?;
        return speak(&article, &mut session.out);
    }
    let measure = request.width.unwrap_or_else(|| {
        terminal_width().map_or(DEFAULT_MEASURE, |width| width.min(DEFAULT_MEASURE))
    });
    let setting = Setting {
        measure,
        rows: request.lines.unwrap_or(u16::MAX),
        columns: 1,
        opening: 0,
        alignment: request.alignment,
        hyphenation: request.hyphenation,
    };
    let paging = match request.lines {
        Some(_) => Paging::FormFeed,
        None => Paging::None,
    };
    let heading = Setting {
        alignment: Alignment::Ragged,
        hyphenation: Hyphenation::Off,
        ..setting
    };
    let used = print(header, heading, paging, &mut session.out)?;
    // A blank row and at least one line of the article must fit below the header.
    let opening = if setting.rows.saturating_sub(used) > 1 {
        writeln!(session.out)?;
        used + 1
    } else {
        paging.part(&mut session.out)?;
        0
    };
    let setting = Setting { opening, ..setting };
    print(article, setting, paging, &mut session.out)?;
    Ok(())
}

/// What stands between two pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paging {
    /// Nothing but the space between two blocks.
    None,
    /// A form feed.
    FormFeed,
}

impl Paging {
    fn part(self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::None => Ok(()),
            Self::FormFeed => write!(out, "\x0c"),
        }
    }
}

/// Prints every page; gives the rows of the last one.
fn print(
    article: Article,
    setting: Setting,
    paging: Paging,
    out: &mut impl Write,
) -> io::Result<u16> {
    let mut typesetter = Typesetter::new(Arc::new(article), setting);
    let article = Arc::clone(typesetter.article());
    let mut printed = String::new();
    let mut id = PageId::default();
    let mut first = true;
    loop {
        let mut rows: u16 = 0;
        for (index, line) in typesetter.columns(id).into_iter().flatten().enumerate() {
            // A page has no space above its first line; where pages follow on there is one.
            if index > 0 || (!first && paging == Paging::None) {
                for _ in 0..line.space_before {
                    writeln!(out)?;
                }
                rows = rows.saturating_add(line.space_before);
            }
            set_line(line, article.text(), &mut printed);
            writeln!(out, "{printed}")?;
            rows = rows.saturating_add(1);
        }
        first = false;
        match typesetter.next(id) {
            Some(next) => id = next,
            None => return Ok(rows),
        }
        paging.part(out)?;
    }
}

/// What a line prints, from its left edge, without white space at its end.
fn set_line(line: &Line, text: &str, printed: &mut String) {
    printed.clear();
    let mut column = 0;
    for run in &line.runs {
        let start = usize::from(run.column);
        printed.extend(std::iter::repeat_n(' ', start.saturating_sub(column)));
        let ink = run.printed(text);
        printed.push_str(ink);
        column = column.max(start) + ink.width();
    }
    printed.truncate(printed.trim_end().len());
}

/// Prints the article with every block on one line, for a voice to read.
fn speak(article: &Article, out: &mut impl Write) -> io::Result<()> {
    for (index, block) in article.blocks().iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        match block.kind {
            BlockKind::ListItem {
                number: Some(number),
                ..
            } => write!(out, "{number}. ")?,
            BlockKind::ListItem { number: None, .. } => write!(out, "- ")?,
            _ => {}
        }
        writeln!(out, "{}", block.span.of(article.text()))?;
    }
    Ok(())
}

/// Title, byline and date, as an article.
fn header(article: &Article, wording: &Wording) -> Article {
    let mut builder = Builder::new();
    builder.begin(BlockKind::Heading { level: 1 });
    builder.push(&article.meta.title);
    builder.begin(BlockKind::Paragraph);
    builder.push(&byline(article, wording).join("\n"));
    builder.finish(
        Meta {
            language: article.meta.language.clone(),
            ..Meta::default()
        },
        Vec::new(),
    )
}

/// Who wrote it; where and when it appeared and how long it takes; an editor's note.
fn byline(article: &Article, wording: &Wording) -> Vec<String> {
    let words = &wording.cli;
    let meta = &article.meta;
    let authors: Vec<String> = meta
        .authors
        .iter()
        .map(|author| match &author.role {
            Some(role) => format!("{}, {role}", author.name),
            None => author.name.clone(),
        })
        .collect();
    let mut lines = Vec::new();
    if !authors.is_empty() {
        lines.push(format!("{} {}", words.by, authors.join("; ")));
    }
    let minutes = meta
        .reading_minutes
        .unwrap_or_else(|| article.reading_minutes());
    let facts: Vec<String> = [
        meta.site.clone(),
        meta.section.clone(),
        meta.published
            .as_ref()
            .map(|published| wording.screen.date(published.parts())),
        Some((words.minutes)(minutes)),
    ]
    .into_iter()
    .flatten()
    .collect();
    lines.push(facts.join(" · "));
    lines.extend(meta.note.clone());
    lines
}

/// How the two switches of the command line are meant.
pub(super) const fn alignment(justify: bool) -> Alignment {
    if justify {
        Alignment::Justified
    } else {
        Alignment::Ragged
    }
}

/// See [`alignment`].
pub(super) const fn hyphenation(no_hyphens: bool) -> Hyphenation {
    if no_hyphens {
        Hyphenation::Off
    } else {
        Hyphenation::On
    }
}
