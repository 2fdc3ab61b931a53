//! Draws an open article: running head, text, quoted experts, status line.

use super::canvas::{Canvas, inset};
use super::theme::Role;
use super::{lists, marks, page};
use crate::app::keys::{Action, Place};
use crate::app::layout::Area;
use crate::app::margin;
use crate::app::opening::HeadPart;
use crate::app::selection::{self, Selection};
use crate::app::{App, Focus, Reader};

pub(super) fn draw(app: &App, reader: &Reader, canvas: &mut Canvas) {
    let layout = app.reader_layout();
    let head = reader.visible_head();
    if let (Some(area), true) = (layout.head, head.is_empty()) {
        running_head(reader, area, canvas);
    }
    for (i, (area, lines)) in layout.text.iter().zip(&reader.shown.columns).enumerate() {
        let mut top = 0;
        for line in head.iter().filter(|_| i == 0) {
            let style = canvas.style(match line.part {
                HeadPart::Title => Role::Title,
                HeadPart::Byline => Role::Byline,
                HeadPart::Dateline | HeadPart::Note | HeadPart::Blank => Role::Quiet,
            });
            canvas.write(*area, 0, top, &line.text, style);
            top += 1;
        }
        page::column(reader, lines, *area, top, app.preferences.colours, canvas);
    }
    if let (true, Some(area)) = (reader.article().blocks().is_empty(), layout.text.first()) {
        let style = canvas.style(Role::Quiet);
        canvas.write(*area, 0, area.height / 2, app.words.screen.no_text, style);
    }
    if let Some(area) = layout.sidebar {
        lists::sidebar(app, reader, area, canvas);
    }
    match reader.focus {
        Focus::People if layout.sidebar.is_none() => {
            lists::people(app, reader, layout.overlay, canvas);
        }
        Focus::Margin(chosen) => marks::margin(app, reader, chosen, layout.overlay, canvas),
        Focus::Note(ref draft) => lists::note(app, draft, &layout, canvas),
        Focus::Contents(chosen) => lists::contents(app, reader, chosen, layout.overlay, canvas),
        _ => {}
    }
    if let Some(area) = layout.status {
        status(app, reader, area, canvas);
    }
}

/// Title and author, once the page with the article's own head has been turned.
fn running_head(reader: &Reader, area: Area, canvas: &mut Canvas) {
    let meta = &reader.article().meta;
    let author = meta
        .authors
        .first()
        .map(|a| a.name.as_str())
        .unwrap_or_default();
    canvas.both_ends(inset(area), &meta.title, author);
}

fn status(app: &App, reader: &Reader, area: Area, canvas: &mut Canvas) {
    let words = &app.words.screen;
    if reader.focus == Focus::Search {
        canvas.prompt(area, words.search_prompt, &reader.search.query, true, "");
        return;
    }
    if let Focus::Select(selection) = &reader.focus {
        selecting(app, reader, selection, area, canvas);
        return;
    }
    if let Focus::Margin(_) = &reader.focus {
        let actions = [Action::Open, Action::Annotate, Action::Remove, Action::Undo];
        let hints: Vec<String> = actions
            .into_iter()
            .zip(words.margin_hints)
            .filter(|(action, _)| *action != Action::Undo || !reader.removed.is_empty())
            .map(|(action, does)| format!("{} {does}", app.keys.hint(Place::Margin, action)))
            .collect();
        canvas.hints(area, "", &hints);
        return;
    }
    if let Focus::Note(_) = &reader.focus {
        canvas.hints(area, "", words.note_hints);
        return;
    }
    let empty = reader.article().blocks().is_empty();
    let mut left = Vec::new();
    if !empty && let Some((n, of)) = reader.shown.number {
        left.push((words.page_of)(n, of));
    }
    if !empty {
        left.push(format!("{}%", reader.percentage()));
        left.push(match reader.minutes_left() {
            0 => words.finished.to_owned(),
            minutes => (words.minutes_left)(minutes),
        });
    }
    if reader.kept.saved.is_some() {
        left.push(format!("★ {}", words.saved));
    }
    if margin::bookmarks_on_page(reader).next().is_some() {
        left.push(format!("• {}", words.bookmark));
    }
    let hint = |action| app.keys.hint(Place::Reading, action);
    let people = reader
        .people
        .as_ref()
        .map_or(0, |p| p.list.iter().filter(|p| p.speaker.is_some()).count());
    let mut right = Vec::new();
    if people > 0 {
        right.push(format!(
            "{} {} ({people})",
            hint(Action::StepIn),
            words.quoted.to_lowercase()
        ));
    }
    right.push(format!(
        "{} {}",
        hint(Action::Help),
        words.help.to_lowercase()
    ));
    canvas.status(area, &left.join(" · "), &right.join("  "));
}

/// What is selected, and what the keys do now.
fn selecting(app: &App, reader: &Reader, selection: &Selection, area: Area, canvas: &mut Canvas) {
    let words = &app.words.screen;
    let [begin, highlight, note, sentence, paragraph, leave] = words.select_hints;
    let (left, enter) = if selection.begin.is_some() {
        let text = reader.article().text();
        let count = selection::words(text, selection.span());
        ((words.words_selected)(count), highlight)
    } else {
        (words.choose_begin.to_owned(), begin)
    };
    let hints = [
        (Action::Highlight, enter),
        (Action::Leave, leave),
        (Action::WholeSentence, sentence),
        (Action::WholeParagraph, paragraph),
        (Action::Annotate, note),
    ];
    let hints = hints.map(|(action, does)| {
        let key = app.keys.hint(Place::Selecting, action);
        format!("{key} {does}")
    });
    canvas.hints(area, &left, &hints);
}
