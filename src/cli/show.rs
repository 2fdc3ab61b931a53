//! `leeslamp show`: one article, typeset for a pipe.
//!
//! The header (title, byline, date) is put before the article's own blocks as blocks of the same sort, so
//! that the typesetter sets and pages the whole in one go.

use super::args::{ShowForm, ShowRequest};
use super::json::ArticleJson;
use super::output::{Session, terminal_width};
use super::source::Source;
use crate::article::{Article, BlockKind, Builder, MarkKind, Meta};
use crate::typeset::{Alignment, Hyphenation, Line, PageId, Setting, Typesetter};
use crate::wording::CliWording;
use std::io::{self, Write};
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;

/// Cells in a line where nothing else is asked for: the measure of a book page.
const DEFAULT_MEASURE: u16 = 66;

pub(super) fn run(request: &ShowRequest, session: &mut Session) -> io::Result<()> {
    let source = Source::of(&request.file);
    let article = match source.read() {
        Ok(article) => article,
        Err(problem) => {
            session.fail(&source, &problem);
            return Ok(());
        }
    };
    if request.form == ShowForm::Json {
        serde_json::to_writer_pretty(&mut session.out, &ArticleJson::of(&article, source.file()))?;
        return writeln!(session.out);
    }
    let article = with_header(&article, session.words);
    if request.form == ShowForm::Plain {
        return speak(&article, &mut session.out);
    }
    let setting = Setting {
        opening: 0,
        measure: request.width.unwrap_or_else(|| {
            terminal_width().map_or(DEFAULT_MEASURE, |width| width.min(DEFAULT_MEASURE))
        }),
        rows: request.lines.unwrap_or(u16::MAX),
        columns: 1,
        alignment: request.alignment,
        hyphenation: request.hyphenation,
    };
    print(article, setting, request.lines.is_some(), &mut session.out)
}

/// Prints every page; with `paged` a form feed parts them, else they follow on as one.
fn print(article: Article, setting: Setting, paged: bool, out: &mut impl Write) -> io::Result<()> {
    let mut typesetter = Typesetter::new(Arc::new(article), setting);
    let article = Arc::clone(typesetter.article());
    let mut page = Some(PageId::default());
    let mut printed = String::new();
    let mut first = true;
    while let Some(id) = page {
        for (index, line) in typesetter.columns(id).into_iter().flatten().enumerate() {
            // A page's first line has no space above it on paper, but it has where pages follow on.
            if index > 0 || !(first || paged) {
                for _ in 0..line.space_before {
                    writeln!(out)?;
                }
            }
            set_line(line, article.text(), &mut printed);
            writeln!(out, "{printed}")?;
        }
        first = false;
        page = typesetter.next(id);
        if paged && page.is_some() {
            write!(out, "\x0c")?;
        }
    }
    Ok(())
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

/// The article with its title, byline and date as its first blocks.
fn with_header(article: &Article, words: &CliWording) -> Article {
    let mut builder = Builder::with_capacity(article.text().len() + 256);
    if !article.meta.title.is_empty() {
        builder.begin(BlockKind::Heading { level: 1 });
        builder.push(&article.meta.title);
    }
    for line in byline(article, words) {
        builder.begin(BlockKind::Paragraph);
        builder.push(&line);
    }
    copy_blocks(article, &mut builder);
    builder.finish(
        Meta {
            language: article.meta.language.clone(),
            ..Meta::default()
        },
        Vec::new(),
    )
}

/// Who wrote it, and where and when it appeared: at most two lines.
fn byline(article: &Article, words: &CliWording) -> Vec<String> {
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
        meta.published.as_ref().map(ToString::to_string),
        Some((words.minutes)(minutes)),
    ]
    .into_iter()
    .flatten()
    .collect();
    lines.push(facts.join(" · "));
    lines.extend(meta.note.clone());
    lines
}

/// Copies every block with its marks and soft hyphens.
fn copy_blocks(article: &Article, builder: &mut Builder) {
    let text = article.text();
    let mut soft_hyphens = article.soft_hyphens().iter().copied().peekable();
    for block in article.blocks() {
        builder.begin(block.kind);
        // Where something begins or ends inside the block, in order.
        let mut marks: Vec<(usize, Option<&MarkKind>)> = Vec::new();
        for mark in article.marks_in(block.span) {
            marks.push((mark.span.start, Some(&mark.kind)));
            marks.push((mark.span.end, None));
        }
        marks.sort_by_key(|&(at, kind)| (at, kind.is_some()));
        let mut marks = marks.into_iter().peekable();
        let mut at = block.span.start;
        while at < block.span.end {
            while let Some((_, kind)) = marks.next_if(|&(place, _)| place <= at) {
                match kind {
                    Some(kind) => builder.open_mark(kind.clone()),
                    None => builder.close_mark(),
                }
            }
            while soft_hyphens.next_if(|&place| place <= at).is_some() {
                builder.push("\u{ad}");
            }
            let next = [marks.peek().map(|m| m.0), soft_hyphens.peek().copied()]
                .into_iter()
                .flatten()
                .min()
                .unwrap_or(block.span.end)
                .min(block.span.end);
            builder.push(text.get(at..next).unwrap_or_default());
            at = next;
        }
    }
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
