//! Draws bookmarks and highlights: the list over an article, and the one of every article.

use super::canvas::{Canvas, cells, inset};
use super::theme::Role;
use crate::app::collection::{Chosen, Collection, Row};
use crate::app::keys::{Action, Place};
use crate::app::layout::Area;
use crate::app::{App, Reader, sidebar};
use crate::library::{Annotation, Collected, Noted};
use ratatui::style::Style;

/// The bookmarks and highlights, over the text: words, note, and how far into the article.
pub(super) fn margin(app: &App, reader: &Reader, chosen: usize, area: Area, canvas: &mut Canvas) {
    let inner = canvas.frame(area, app.words.screen.marks);
    if reader.margin.is_empty() {
        let style = canvas.style(Role::Quiet);
        canvas.write(inner, 0, 0, app.words.screen.no_marks, style);
    }
    let about = reader.margin.get(chosen);
    let about = about.map_or(Vec::new(), |noted| whole(noted, inner, canvas));
    let below = u16::try_from(about.len()).unwrap_or(u16::MAX);
    let inner = Area {
        height: inner.height.saturating_sub(below),
        ..inner
    };
    for ((text, style), row) in about.iter().zip(inner.height..) {
        let foot = Area {
            height: inner.height + below,
            ..inner
        };
        canvas.write(foot, 0, row, text, *style);
    }
    let top = (chosen + 1).saturating_sub(usize::from(inner.height.max(1)));
    let entries = reader.margin.iter().enumerate().skip(top);
    for ((i, noted), y) in entries.zip(0..inner.height) {
        let role = match noted.span {
            _ if i == chosen => Role::Chosen,
            Some(_) => Role::Text,
            None => Role::Quiet,
        };
        let style = canvas.style(role);
        if i == chosen {
            canvas.fill_row(inner, y, style);
        }
        mark(noted, inner, y, style, canvas);
    }
}

/// One bookmark or highlight: words, note, and how far into the article.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a percentage is between 0 and 100"
)]
fn mark(noted: &Noted, area: Area, y: u16, style: Style, canvas: &mut Canvas) {
    let sign = match noted.span {
        None => '?',
        Some(_) if noted.annotation.is_highlight() => '“',
        Some(_) => '•',
    };
    let words = noted.annotation.target.words().split_whitespace();
    let mut line: Vec<&str> = words.take(MOST_WORDS).collect();
    if !noted.annotation.note.is_empty() {
        line.push("—");
        line.extend(noted.annotation.note.split_whitespace().take(MOST_WORDS));
    }
    let percentage = format!(" {} %", (noted.share * 100.0) as u8);
    let room = area.width.saturating_sub(cells(&percentage)).max(1);
    let line = sidebar::clipped(&format!("{sign} {}", line.join(" ")), room.into(), 1);
    canvas.write(area, 0, y, line.first().map_or("", String::as_str), style);
    canvas.write_right(area, y, &percentage, style);
}

/// Words that fit in the widest row.
const MOST_WORDS: usize = 200;

/// Characters of a highlight or a note that a foot or a heading can show at most.
const MOST_SHOWN: usize = 2_000;

/// The foot of the list: the words and the note of the chosen entry, as much of both as a third of the
/// rows holds.
fn whole(noted: &Noted, area: Area, canvas: &Canvas) -> Vec<(String, Style)> {
    if area.height < 7 {
        return Vec::new();
    }
    let room = usize::from((area.height / 3).max(3));
    let width = usize::from(area.width.max(1));
    let Annotation { target, note, .. } = &noted.annotation;
    let words: String = target.words().chars().take(MOST_SHOWN).collect();
    let words = words.replace('\n', " ");
    let of_words = if note.is_empty() {
        room - 1
    } else {
        (room / 2).min(2)
    };
    let words = sidebar::clipped(&words, width, of_words);
    let of_note = (room - 1).saturating_sub(words.len());
    let note: String = note.chars().take(MOST_SHOWN).collect();
    let note = sidebar::clipped(&note, width, of_note);
    let (quote, plain) = (canvas.style(Role::Quote), canvas.style(Role::Text));
    let rule = ("─".repeat(width), canvas.style(Role::Quiet));
    let words = words.into_iter().map(|line| (line, quote));
    let note = note.into_iter().map(|line| (line, plain));
    std::iter::once(rule).chain(words).chain(note).collect()
}

/// The bookmarks and highlights of every article.
pub(super) fn collection(app: &App, collection: &Collection, canvas: &mut Canvas) {
    let layout = app.collection_layout();
    let words = &app.words.screen;
    if let Some(area) = layout.head {
        let style = canvas.style(Role::Title);
        let inner = inset(area);
        let end = canvas.write(inner, 0, 0, words.marks, style);
        let count = (words.marked_in)(collection.len(), collection.articles.len());
        let rest = Area {
            x: inner.x + end,
            width: inner.width - end,
            ..inner
        };
        canvas.both_ends(rest, "", &count);
    }
    let rows = collection.rows().skip(collection.top);
    for (row, y) in rows.zip(0..layout.list.height) {
        match row {
            Row::Article(article) => heading(app, article, layout.list, y, canvas),
            Row::Mark(noted, chosen) => {
                let role = match (chosen, noted.span) {
                    (Chosen::Yes, _) => Role::Chosen,
                    (Chosen::No, Some(_)) => Role::Text,
                    (Chosen::No, None) => Role::Quiet,
                };
                let style = canvas.style(role);
                if chosen == Chosen::Yes {
                    canvas.fill_row(layout.list, y, style);
                }
                mark(noted, indented(layout.list), y, style, canvas);
            }
        }
    }
    if let (Some(area), Some((article, noted))) = (layout.whole, collection.chosen()) {
        let beside = area.y == layout.list.y;
        in_full(app, article, noted, area, beside, canvas);
    }
    if let Some(area) = layout.status {
        let actions = [Action::Open, Action::Annotate, Action::Remove, Action::Undo];
        let hints: Vec<String> = actions
            .into_iter()
            .zip(words.margin_hints)
            .filter(|(action, _)| *action != Action::Undo || !collection.removed.is_empty())
            .map(|(action, does)| format!("{} {does}", app.keys.hint(Place::Margin, action)))
            .collect();
        canvas.hints(area, "", &hints);
    }
}

/// The row without its margins: under the heading of its article.
fn indented(area: Area) -> Area {
    let inner = inset(area);
    if inner.width < 30 {
        return inner;
    }
    Area {
        x: inner.x + 2,
        width: inner.width - 2,
        ..inner
    }
}

/// The title of an article, and its author or that it is gone.
fn heading(app: &App, article: &Collected, area: Area, y: u16, canvas: &mut Canvas) {
    let words = &app.words.screen;
    let title = match article.about.title.as_str() {
        "" => app.words.untitled,
        title => title,
    };
    let inner = inset(area);
    let style = canvas.style(Role::ListHeading);
    let title = sidebar::clipped(title, usize::from(inner.width), 1);
    let end = canvas.write(inner, 0, y, title.first().map_or("", String::as_str), style);
    let author = article.about.authors.first().map_or("", String::as_str);
    let right = if article.origin.is_some() {
        author
    } else {
        words.gone
    };
    let rest = Area {
        x: inner.x + end,
        y: inner.y + y,
        width: inner.width - end,
        height: 1,
    };
    canvas.both_ends(rest, "", right);
}

/// The chosen entry with all its words and its note, beside the list or below it.
fn in_full(
    app: &App,
    article: &Collected,
    noted: &Noted,
    area: Area,
    beside: bool,
    canvas: &mut Canvas,
) {
    let width = usize::from(area.width.saturating_sub(2).max(1));
    let mut lines: Vec<(String, Role)> = Vec::new();
    let mut put = |text: &str, role, rows: usize| {
        let clipped = sidebar::clipped(text, width, rows);
        lines.extend(clipped.into_iter().map(|line| (line, role)));
    };
    let Annotation { target, note, .. } = &noted.annotation;
    let words: String = target.words().chars().take(MOST_SHOWN).collect();
    let note: String = note.chars().take(MOST_SHOWN).collect();
    let height = usize::from(area.height);
    if beside {
        canvas.rule_before(area);
        put(&article.about.title, Role::Title, 3);
        put(&article.about.authors.join(", "), Role::Byline, 2);
        put(" ", Role::Text, 1);
        put(&words.replace('\n', " "), Role::Quote, height / 2);
        if article.origin.is_none() {
            put(app.words.screen.article_gone, Role::Quiet, 2);
        } else if noted.span.is_none() {
            put(app.words.screen.lost, Role::Quiet, 1);
        }
        if !note.is_empty() {
            put(" ", Role::Text, 1);
            put(&note, Role::Text, height / 3);
        }
    } else {
        put(&"─".repeat(width), Role::Quiet, 1);
        let of_words = if note.is_empty() { height - 1 } else { 2 };
        put(&words.replace('\n', " "), Role::Quote, of_words);
        put(&note, Role::Text, height.saturating_sub(3));
    }
    let inner = if beside { area } else { inset(area) };
    for ((text, role), y) in lines.iter().zip(0..inner.height) {
        let style = canvas.style(*role);
        canvas.write(inner, 0, y, text, style);
    }
}
