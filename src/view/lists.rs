//! Draws the lists beside and over the text: quoted experts, contents, help.

use super::canvas::{Canvas, cells};
use super::theme::Role;
use crate::app::draft::{self, Draft};
use crate::app::keys::{Key, Place};
use crate::app::layout::{self, Area, ReaderLayout};
use crate::app::sidebar::{self, HEADING_ROWS, Part, Row};
use crate::app::{App, Focus, Reader};
use crate::article::Span;
use unicode_segmentation::UnicodeSegmentation;

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

/// The note that is typed, over the foot of the text: what it is about, and the rows round the cursor.
pub(super) fn note(app: &App, draft: &Draft, layout: &ReaderLayout, canvas: &mut Canvas) {
    let text = draft.text();
    let rows = draft::rows(text, layout.overlay.width);
    let area = layout::note(layout, rows.len());
    let (plain, cursor) = (canvas.style(Role::Text), canvas.style(Role::Chosen));
    for row in 0..area.height {
        canvas.blank_row(area, row);
    }
    let mut field = area;
    if area.height > 1 {
        let words = &app.words.screen;
        let about: Vec<&str> = draft.words().split_whitespace().take(40).collect();
        let heading = if draft.is_about_words() {
            (words.note_on)(&about.join(" "))
        } else {
            words.note.to_owned()
        };
        let heading = sidebar::clipped(&heading, usize::from(area.width), 1);
        let style = canvas.style(Role::ListHeading);
        let heading = heading.first().map_or("", String::as_str);
        let end = canvas.write(area, 0, 0, heading, style);
        let rule = "─".repeat(usize::from(area.width.saturating_sub(end + 1)));
        let quiet = canvas.style(Role::Quiet);
        canvas.write(area, end + 1, 0, &rule, quiet);
        field = area.below(1);
    }
    let at = draft.cursor();
    let here = draft::row_of(&rows, at);
    let top = (here + 1).saturating_sub(usize::from(field.height));
    for ((i, row), y) in rows.iter().enumerate().skip(top).zip(0..field.height) {
        canvas.write(field, 0, y, row.of(text), plain);
        if i == here {
            let before = cells(Span::new(row.start, at).of(text));
            let under = Span::new(at, row.end).of(text).graphemes(true).next();
            canvas.write(field, before, y, under.unwrap_or(" "), cursor);
        }
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
