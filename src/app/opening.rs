//! The head of an article as it stands above its first page: title, byline, date line.

use super::sidebar::clipped;
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
    // The text keeps at least half the page, and a blank line above it.
    let room = usize::from(rows / 2) - 1;
    let meta = &article.meta;
    let title = if meta.title.is_empty() {
        words.untitled
    } else {
        &meta.title
    };
    let line = |part, text| HeadLine { part, text };
    let title = clipped(title, width, room).into_iter();
    let mut lines: Vec<_> = title.map(|text| line(HeadPart::Title, text)).collect();
    let below = [
        (HeadPart::Byline, byline(&meta.authors)),
        (HeadPart::Dateline, dateline(article, kept, words)),
        (HeadPart::Note, meta.note.clone().unwrap_or_default()),
    ];
    for (part, text) in below.into_iter().filter(|(_, text)| !text.is_empty()) {
        let wrapped = textwrap::wrap(&text, width);
        // What there is no room for is left out whole: half a date line says nothing.
        if lines.len() + wrapped.len() <= room {
            lines.extend(
                wrapped
                    .into_iter()
                    .map(|text| line(part, text.into_owned())),
            );
        }
    }
    lines.push(line(HeadPart::Blank, String::new()));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Builder, Meta};
    use crate::wording::Language;

    fn article() -> Article {
        let meta = Meta {
            title: "Een lange titel die over twee regels loopt in een smal venster".into(),
            authors: vec![Author {
                name: "Wies Terpstra".into(),
                role: Some("redacteur waterstaat en molens".into()),
            }],
            ..Meta::default()
        };
        Builder::new().finish(meta, Vec::new())
    }

    fn parts(width: u16, rows: u16) -> Vec<HeadPart> {
        let words = Language::Dutch.wording();
        let lines = head(&article(), &Kept::default(), words, width, rows);
        lines.into_iter().map(|line| line.part).collect()
    }

    #[test]
    fn in_a_low_window_whole_parts_are_left_out_and_the_blank_line_stays() {
        use HeadPart::{Blank, Byline, Dateline, Title};
        assert_eq!(parts(66, 30), [Title, Byline, Dateline, Blank]);
        assert_eq!(parts(36, 10), [Title, Title, Byline, Byline, Blank]);
        assert_eq!(parts(36, 8), [Title, Title, Dateline, Blank]);
        assert_eq!(parts(36, 7), []);
    }
}
