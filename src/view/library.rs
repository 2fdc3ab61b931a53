//! Draws the library: one line an article, and a preview where the window is wide.

use super::canvas::{Canvas, cells};
use super::theme::Role;
use crate::app::layout::Area;
use crate::app::shelves::{ORDERS, SHELVES};
use crate::app::{App, Shelves, keys, opening, shelves, sidebar};
use crate::article::Published;
use crate::library::{Entry, Origin};
use jiff::Timestamp;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

pub(super) fn draw(app: &App, canvas: &mut Canvas) {
    let layout = app.library_layout();
    if let Some(area) = layout.head {
        head(app, area, canvas);
    }
    list(app, layout.list, canvas);
    if let Some(area) = layout.preview {
        preview(app, area, canvas);
    }
    if let Some(area) = layout.status {
        status(app, area, canvas);
    }
}

/// The name of the library and its shelves, the chosen one set apart.
fn head(app: &App, area: Area, canvas: &mut Canvas) {
    let words = &app.words.screen;
    let style = canvas.style(Role::Title);
    let mut x = canvas.write(area, 1, 0, words.library, style) + 2;
    for (i, (shelf, name)) in SHELVES.iter().zip(words.shelves).enumerate() {
        let style = canvas.style(if *shelf == app.shelves.shelf {
            Role::Chosen
        } else {
            Role::Quiet
        });
        x = canvas.write(area, x, 0, &format!(" {} {name} ", i + 1), style);
    }
}

/// Cells for the saved mark and the progress before a title.
const MARKS: u16 = 8;

/// Cells of the columns that stand beside a title, the blank cell before each included.
struct Columns {
    author: u16,
    section: u16,
    date: u16,
    minutes: u16,
}

impl Columns {
    fn for_width(width: u16) -> Self {
        Self {
            author: if width >= 76 { (width / 4).min(26) } else { 0 },
            section: if width >= 100 { 15 } else { 0 },
            date: if width >= 48 { 11 } else { 0 },
            minutes: if width >= 40 { 7 } else { 0 },
        }
    }

    const fn total(&self) -> u16 {
        self.author + self.section + self.date + self.minutes
    }
}

fn list(app: &App, area: Area, canvas: &mut Canvas) {
    let shelves = &app.shelves;
    if shelves.visible.is_empty() {
        let words = &app.words.screen;
        let text = match (shelves.listing, shelves.entries.is_empty()) {
            (true, _) => words.reading_folders,
            (false, true) => words.how_to_add,
            (false, false) => words.nothing_here,
        };
        let style = canvas.style(Role::Quiet);
        let inner = super::canvas::inset(area);
        for (line, y) in textwrap::wrap(text, usize::from(inner.width.max(1)))
            .iter()
            .zip(0..inner.height)
        {
            canvas.write(inner, 0, y, line, style);
        }
        return;
    }
    let columns = Columns::for_width(area.width);
    for y in 0..area.height {
        let heading = match shelves.row(shelves.top + usize::from(y)) {
            None => break,
            Some(shelves::Row::Begun) => app.words.screen.begun,
            Some(shelves::Row::Others) => app.words.screen.other_articles,
            Some(shelves::Row::Article(at)) => {
                let chosen = at == shelves.cursor;
                let index = shelves.visible.get(at);
                if let Some(entry) = index.and_then(|&index| shelves.entries.get(index)) {
                    row(app, entry, &Row { area, y, chosen }, &columns, canvas);
                }
                continue;
            }
        };
        let style = canvas.style(Role::ListHeading);
        let end = canvas.write(area, 1, y, heading, style) + 1;
        let rule = usize::from(area.width.saturating_sub(end + 1));
        let quiet = canvas.style(Role::Quiet);
        canvas.write(area, end, y, &"─".repeat(rule), quiet);
    }
}

struct Row {
    area: Area,
    y: u16,
    chosen: bool,
}

fn row(app: &App, entry: &Entry, row: &Row, columns: &Columns, canvas: &mut Canvas) {
    let Row { area, y, chosen } = *row;
    let chosen_style = canvas.style(Role::Chosen);
    let look = |style: Style| {
        if chosen {
            style.patch(chosen_style)
        } else {
            style
        }
    };
    if chosen {
        canvas.fill_row(area, y, chosen_style);
    }
    let quiet = look(canvas.style(Role::Quiet));
    if entry.kept.saved.is_some() {
        let style = look(canvas.style(Role::Saved));
        canvas.write(area, 1, y, "★", style);
    }
    canvas.write(area, 3, y, &progress(entry), quiet);
    let right = area.width.saturating_sub(1);
    let mut from = right
        .saturating_sub(columns.total())
        .max(MARKS.min(area.width));
    let title = look(canvas.style(if entry.kept.opened == 0 {
        Role::Title
    } else {
        Role::Text
    }));
    let marks = if area.width > 2 * MARKS { MARKS } else { 0 };
    field(
        canvas,
        &Field {
            area,
            y,
            from: marks,
            to: from,
        },
        &entry.title,
        title,
    );

    let author = entry
        .authors
        .first()
        .map(|a| a.name.clone())
        .unwrap_or_default();
    let cells = [
        (columns.author, author),
        (columns.section, entry.section.clone().unwrap_or_default()),
        (
            columns.date,
            entry.published.as_ref().map(short_date).unwrap_or_default(),
        ),
    ];
    for (width, text) in cells {
        field(
            canvas,
            &Field {
                area,
                y,
                from: from + 1,
                to: from + width,
            },
            &text,
            quiet,
        );
        from += width;
    }
    if columns.minutes > 0 {
        let inside = Area {
            width: right,
            ..area
        };
        canvas.write_right(
            inside,
            y,
            &(app.words.screen.minutes_short)(entry.reading_minutes),
            quiet,
        );
    }
}

/// A date as a column has room for it: `2025-02-24`, `2025-02`.
fn short_date(published: &Published) -> String {
    let text = published.to_string();
    text.get(..10).unwrap_or(&text).to_owned()
}

/// How far an article was read: nothing for one never opened.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a percentage is between 0 and 100"
)]
fn progress(entry: &Entry) -> String {
    let kept = &entry.kept;
    if kept.finished.is_some() {
        "   ✓".to_owned()
    } else if kept.opened > 0 || kept.place.is_some() {
        format!("{:>3}%", (kept.progress * 100.0) as u8)
    } else {
        String::new()
    }
}

struct Field {
    area: Area,
    y: u16,
    from: u16,
    to: u16,
}

/// Writes `text` between two columns, with an ellipsis where it does not fit.
fn field(canvas: &mut Canvas, field: &Field, text: &str, style: Style) {
    let Field { area, y, from, to } = *field;
    let room = to.saturating_sub(from);
    let area = Area {
        width: to.min(area.width),
        ..area
    };
    if cells(text) <= room {
        canvas.write(area, from, y, text, style);
        return;
    }
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        if cells(&kept) + cells(grapheme) + 1 > room {
            break;
        }
        kept.push_str(grapheme);
    }
    canvas.write(area, from, y, &format!("{}…", kept.trim_end()), style);
}

/// The first lines of the chosen article, and who is quoted in it.
fn preview(app: &App, area: Area, canvas: &mut Canvas) {
    let Some(entry) = app.shelves.chosen() else {
        return;
    };
    canvas.rule_before(area);
    let words = &app.words.screen;
    let width = usize::from(area.width.saturating_sub(1).max(1));
    let mut lines: Vec<(String, Role)> = Vec::new();
    let mut put = |text: &str, role| {
        lines.extend(
            textwrap::wrap(text, width)
                .into_iter()
                .map(|line| (line.into_owned(), role)),
        );
    };
    put(&entry.title, Role::Title);
    if !entry.authors.is_empty() {
        put(&opening::byline(&entry.authors), Role::Byline);
    }
    let details = [
        entry.section.clone(),
        entry
            .published
            .as_ref()
            .map(|p| opening::date(p, app.words)),
        Some((words.reading_time)(entry.reading_minutes)),
    ];
    put(
        &details
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        Role::Quiet,
    );
    if matches!(entry.origin, Origin::Copy(_)) {
        put(words.copy_only, Role::Quiet);
    }
    let history = history(app, entry);
    if !history.is_empty() {
        put(&history, Role::Quiet);
    }
    lines.push((String::new(), Role::Text));

    let people = people_lines(&app.shelves, entry, width);
    let room = usize::from(area.height).saturating_sub(lines.len() + people.len() + 2);
    let lead = entry.lead.replace("\n\n", " ").replace('\n', " ");
    let lead = sidebar::clipped(&lead, width, room.clamp(3, 14));
    lines.extend(lead.into_iter().map(|line| (line, Role::Text)));
    if !people.is_empty() {
        lines.push((String::new(), Role::Text));
        lines.push((words.quoted.to_owned(), Role::ListHeading));
        lines.extend(people);
    }
    for ((text, role), y) in lines.iter().zip(0..area.height) {
        let style = canvas.style(*role);
        canvas.write(area, 0, y, text, style);
    }
}

/// How often the article was opened and when last, for how long it was read, and when it was finished.
fn history(app: &App, entry: &Entry) -> String {
    let words = &app.words.screen;
    let kept = &entry.kept;
    let day = |time: Timestamp| {
        let date = app.zone.to_datetime(time).date();
        words.date((date.year(), Some(date.month()), Some(date.day())))
    };
    let opened = (kept.opened > 0).then(|| (words.times_opened)(kept.opened));
    let minutes = kept.seconds_read / 60;
    let parts = [
        opened.map(|opened| match kept.last_opened {
            Some(time) => format!("{opened}, {}", (words.last_on)(&day(time))),
            None => opened,
        }),
        (minutes > 0).then(|| (words.time_read)(minutes)),
        kept.finished.map(|time| (words.finished_on)(&day(time))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The people quoted, a line each: the experts first and darker than the rest.
fn people_lines(shelves: &Shelves, entry: &Entry, width: usize) -> Vec<(String, Role)> {
    let Some((_, people)) = shelves.preview.as_ref().filter(|(id, _)| *id == entry.id) else {
        return Vec::new();
    };
    let speakers = people
        .list
        .iter()
        .filter_map(|p| people.quotes.speakers.get(p.speaker?));
    let line = |speaker: &crate::quotes::Speaker| {
        let text = match speaker.short_role.as_ref().or(speaker.role.as_ref()) {
            Some(role) => format!("{}, {role}", speaker.name),
            None => speaker.name.clone(),
        };
        let role = if speaker.expert {
            Role::Text
        } else {
            Role::Quiet
        };
        sidebar::clipped(&text, width, 1)
            .into_iter()
            .map(move |text| (text, role))
            .collect::<Vec<_>>()
    };
    speakers.flat_map(line).collect()
}

fn status(app: &App, area: Area, canvas: &mut Canvas) {
    let words = &app.words.screen;
    let shelves = &app.shelves;
    let count = (words.articles)(shelves.visible.len());
    if shelves.typing || !shelves.query.is_empty() {
        canvas.prompt(
            area,
            words.search_prompt,
            &shelves.query,
            shelves.typing,
            &count,
        );
        return;
    }
    let order = ORDERS
        .iter()
        .zip(words.orders)
        .find(|(order, _)| **order == shelves.order);
    let left = [
        Some(if app.built_in {
            words.built_in.to_owned()
        } else {
            count
        }),
        shelves.listing.then(|| words.reading_folders.to_owned()),
        (shelves.skipped > 0).then(|| (words.skipped)(shelves.skipped)),
    ];
    let left = left.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let help = app.keys.hint(keys::Place::Library, keys::Action::Help);
    let order = order
        .map(|(_, name)| (words.sorted_by)(name))
        .unwrap_or_default();
    canvas.status(
        area,
        &left,
        &format!("{order}  {help} {}", words.help.to_lowercase()),
    );
}
