//! The whole room, from an article to printed lines and pages.

mod books;
mod generated;
mod laws;
mod paragraphs;

use super::{Alignment, Hyphenation, Line, Setting, Typesetter};
use crate::article::{Article, BlockKind, Builder, Meta};
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

fn setting(measure: u16) -> Setting {
    Setting {
        measure,
        rows: 24,
        columns: 1,
        opening: 0,
        alignment: Alignment::Ragged,
        hyphenation: Hyphenation::On,
    }
}

fn article<'a>(blocks: impl IntoIterator<Item = (BlockKind, &'a str)>) -> Arc<Article> {
    let mut builder = Builder::new();
    for (kind, text) in blocks {
        builder.begin(kind);
        builder.push(text);
    }
    let meta = Meta {
        language: Some("nl".to_owned()),
        ..Meta::default()
    };
    Arc::new(builder.finish(meta, Vec::new()))
}

fn paragraph(text: &str) -> Arc<Article> {
    article([(BlockKind::Paragraph, text)])
}

/// All lines of an article.
fn lines(article: &Arc<Article>, setting: Setting) -> Vec<Line> {
    Typesetter::new(Arc::clone(article), setting).lines_from(0, u16::MAX)
}

/// A line as it stands on the screen.
fn printed(line: &Line, text: &str) -> String {
    let mut row = String::new();
    let mut column = 0;
    for run in &line.runs {
        let start = usize::from(run.column);
        row.extend(std::iter::repeat_n(' ', start.saturating_sub(column)));
        let ink = run.printed(text);
        row.push_str(ink);
        column = start + width(ink);
    }
    row
}

fn width(ink: &str) -> usize {
    ink.graphemes(true).map(UnicodeWidthStr::width).sum()
}

fn set(article: &Arc<Article>, setting: Setting) -> Vec<String> {
    lines(article, setting)
        .iter()
        .map(|line| printed(line, article.text()))
        .collect()
}
