//! Draws the lists beside and over the text: quoted experts, contents, help.

use super::canvas::{Canvas, cells};
use super::theme::Role;
use crate::app::keys::{Key, Place};
use crate::app::layout::Area;
use crate::app::sidebar::{HEADING_ROWS, Part, Row};
use crate::app::{App, Focus, Reader};

/// The quoted experts beside the text, behind a rule.
pub(super) fn sidebar(app: &App, reader: &Reader, area: Area, canvas: &mut Canvas) {
    canvas.rule_before(area);
    let stepped_in = reader.focus == Focus::People;
    let style = canvas.style(if stepped_in {
        Role::Chosen
    } else {
        Role::ListHeading
    });
    canvas.write(area, 0, 0, &format!(" {} ", app.words.screen.quoted), style);
    let list = area.below(HEADING_ROWS);
    rows(&reader.people_rows(list, app.words), list, canvas);
}

/// The quoted experts over the text, where there is no room beside it.
pub(super) fn people(app: &App, reader: &Reader, area: Area, canvas: &mut Canvas) {
    let inner = canvas.frame(area, app.words.screen.quoted);
    rows(&reader.people_rows(inner, app.words), inner, canvas);
}

fn rows(rows: &[Row], area: Area, canvas: &mut Canvas) {
    for (row, y) in rows.iter().zip(0..area.height) {
        let role = match row.part {
            Part::Group => Role::ListHeading,
            Part::Name if row.speaks => Role::Speaking,
            Part::Name => Role::Name,
            Part::Quotation => Role::Quote,
            Part::Role | Part::Message | Part::Blank => Role::Quiet,
        };
        let mut style = canvas.style(role);
        if row.chosen {
            style = style.patch(canvas.style(Role::Chosen));
            canvas.fill_row(area, y, style);
        }
        canvas.write(area, 0, y, &row.text, style);
        if row.speaks && row.part == Part::Name && !row.right.is_empty() {
            canvas.write(area, 0, y, "▌", style);
        }
        canvas.write_right(area, y, &row.right, style);
    }
}

/// The headings of the article, over the text.
pub(super) fn contents(app: &App, reader: &Reader, chosen: usize, area: Area, canvas: &mut Canvas) {
    let inner = canvas.frame(area, app.words.screen.contents);
    let top = (chosen + 1).saturating_sub(usize::from(inner.height.max(1)));
    let text = reader.article().text();
    let least = reader.headings().map(|(level, _)| level).min().unwrap_or(1);
    for ((i, (level, span)), y) in reader.headings().enumerate().skip(top).zip(0..inner.height) {
        let style = canvas.style(if i == chosen {
            Role::Chosen
        } else {
            Role::Text
        });
        let indent = "  ".repeat(usize::from(level.saturating_sub(least)));
        let heading = span.of(text).replace('\n', " ");
        canvas.write(inner, 0, y, &format!("{indent}{heading}"), style);
    }
}

/// The bookmarks and highlights, over the text: words, note, and how far into the article.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a percentage is between 0 and 100"
)]
pub(super) fn margin(app: &App, reader: &Reader, chosen: usize, area: Area, canvas: &mut Canvas) {
    let inner = canvas.frame(area, app.words.screen.marks);
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
        let sign = match noted.span {
            None => '?',
            Some(_) if noted.annotation.is_highlight() => '“',
            Some(_) => '•',
        };
        let words = noted.annotation.target.words();
        let mut line: Vec<&str> = words.split_whitespace().collect();
        if !noted.annotation.note.is_empty() {
            line.push("—");
            line.extend(noted.annotation.note.split_whitespace());
        }
        let share = match noted.span {
            Some(span) => reader.article().share_before(span.start),
            None => noted.annotation.target.share(),
        };
        let percentage = format!(" {} %", (share.clamp(0.0, 1.0) * 100.0) as u8);
        canvas.write(inner, 0, y, &format!("{sign} {}", line.join(" ")), style);
        canvas.write_right(inner, y, &percentage, style);
    }
}

/// The keys, over whatever is on the screen.
pub(super) fn help(app: &App, top: usize, canvas: &mut Canvas) {
    let words = &app.words.screen;
    let inner = canvas.frame(app.reader_layout().overlay, words.help);
    let mut rows: Vec<(String, &str)> = Vec::new();
    for (place, name) in Place::ALL.into_iter().zip(words.places) {
        rows.push((name.to_owned(), ""));
        for binding in app.keys.of(place) {
            let keys = binding
                .keys
                .iter()
                .map(Key::to_string)
                .collect::<Vec<_>>()
                .join("  ");
            rows.push((keys, (words.action)(binding.name)));
        }
        rows.push((String::new(), ""));
    }
    let widest = rows
        .iter()
        .filter(|(_, does)| !does.is_empty())
        .map(|(keys, _)| cells(keys))
        .max();
    let column = (widest.unwrap_or_default() + 3).min(inner.width / 2);
    for ((keys, does), y) in rows.iter().skip(top).zip(0..inner.height) {
        let entry = !does.is_empty();
        let (left, right) = (
            canvas.style(if entry { Role::Key } else { Role::ListHeading }),
            canvas.style(Role::Text),
        );
        canvas.write(inner, u16::from(entry), y, keys, left);
        canvas.write(inner, column + 1, y, does, right);
    }
}
