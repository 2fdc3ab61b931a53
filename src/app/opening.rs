//! The head of an article as it stands above its first page: title, byline, date line.

use crate::article::{Article, Author, Published};
use crate::library::Kept;
use crate::wording::Wording;

/// The lines of the head are styled by what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadPart {
    /// Of the title.
    Title,
    /// Who wrote it.
    Byline,
    /// Section, date, reading time, times opened.
    Dateline,
    /// An editor's note.
    Note,
    /// Nothing.
    Blank,
}

/// One line of the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadLine {
    /// What it is.
    pub part: HeadPart,
    /// What it says.
    pub text: String,
}

/// The head of `article`, at most `width` cells wide and `rows` high; empty where that is too little room
/// for a title and the text below it.
pub fn head(
    article: &Article,
    kept: &Kept,
    words: &Wording,
    width: u16,
    rows: u16,
) -> Vec<HeadLine> {
    if rows < 8 || width < 10 {
        return Vec::new();
    }
    let width = usize::from(width);
    let mut lines = Vec::new();
    let mut put = |part, text: &str| {
        for line in textwrap::wrap(text, width) {
            lines.push(HeadLine {
                part,
                text: line.into_owned(),
            });
        }
    };
    let meta = &article.meta;
    put(
        HeadPart::Title,
        if meta.title.is_empty() {
            words.untitled
        } else {
            &meta.title
        },
    );
    if !meta.authors.is_empty() {
        put(HeadPart::Byline, &byline(&meta.authors));
    }
    put(HeadPart::Dateline, &dateline(article, kept, words));
    if let Some(note) = &meta.note {
        put(HeadPart::Note, note);
    }
    lines.push(HeadLine {
        part: HeadPart::Blank,
        text: String::new(),
    });
    // The text keeps at least half the page; a head that is too long loses its end.
    lines.truncate(usize::from(rows / 2));
    lines
}

/// `Anna Smit, hoogleraar staatsrecht · Jan de Wit`.
pub fn byline(authors: &[Author]) -> String {
    let each = authors.iter().map(|author| match &author.role {
        Some(role) => format!("{}, {role}", author.name),
        None => author.name.clone(),
    });
    each.collect::<Vec<_>>().join(" · ")
}

fn dateline(article: &Article, kept: &Kept, words: &Wording) -> String {
    let meta = &article.meta;
    let minutes = meta
        .reading_minutes
        .unwrap_or_else(|| article.reading_minutes());
    let parts = [
        meta.section.clone(),
        meta.published.as_ref().map(|p| date(p, words)),
        meta.site.clone(),
        Some((words.screen.reading_time)(minutes)),
        (kept.opened > 0).then(|| (words.screen.times_opened)(kept.opened)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A date as it is written out: `24 februari 2025`, `februari 2025`.
pub fn date(published: &Published, words: &Wording) -> String {
    words.screen.date(published.parts())
}
