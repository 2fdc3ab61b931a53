//! Draws set lines: a line holds ranges, and what is marked is laid over them here.

use super::canvas::Canvas;
use super::theme::{self, Role};
use crate::app::layout::Area;
use crate::app::{Colours, Focus, Reader};
use crate::article::{BlockKind, Mark, Span};
use crate::typeset::{Ink, Line};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// Draws one column of lines, its first row at `top`.
pub(super) fn column(
    reader: &Reader,
    lines: &[Line],
    area: Area,
    top: u16,
    colours: Colours,
    canvas: &mut Canvas,
) {
    let mut row = top;
    for (i, line) in lines.iter().enumerate() {
        if i > 0 {
            row += line.space_before;
        }
        if row >= area.height {
            break;
        }
        draw_line(
            reader,
            line,
            area,
            row,
            &Look::of(reader, line, colours),
            canvas,
        );
        row += 1;
    }
}

fn draw_line(reader: &Reader, line: &Line, area: Area, row: u16, look: &Look, canvas: &mut Canvas) {
    let text = reader.article().text();
    let mut end = 0;
    let mut before: Option<Style> = None;
    for run in &line.runs {
        // A style that reaches over both sides of a gap fills the gap, so that a highlight has no holes.
        let first = if run.span.is_empty() {
            before.unwrap_or(look.base)
        } else {
            look.at(run.span.start)
        };
        let gap = if before == Some(first) {
            first
        } else {
            Style::new()
        };
        while end < run.column {
            end = canvas.write(area, end, row, " ", gap).max(end + 1);
        }
        end = run.column;
        match &run.ink {
            Ink::Source => {
                for (offset, grapheme) in run.span.of(text).grapheme_indices(true) {
                    let style = look.at(run.span.start + offset);
                    end = canvas.write(area, end, row, grapheme, style);
                    before = Some(style);
                }
            }
            Ink::Other(ink) => {
                end = canvas.write(area, end, row, ink, first);
                if !run.span.is_empty() {
                    before = Some(first);
                }
            }
        }
    }
}

/// How the bytes of one line look.
struct Look<'a> {
    base: Style,
    marks: Vec<&'a Mark>,
    over: Vec<(Span, Style)>,
    colours: Colours,
}

impl<'a> Look<'a> {
    fn of(reader: &'a Reader, line: &Line, colours: Colours) -> Self {
        let article = reader.article();
        let base = match article.blocks().get(line.block).map(|b| b.kind) {
            Some(BlockKind::Heading { .. }) => Role::Heading,
            Some(BlockKind::Quote { .. }) => Role::Quote,
            Some(BlockKind::Code | BlockKind::Table) => Role::Code,
            Some(BlockKind::Caption | BlockKind::Rule) => Role::Quiet,
            _ => Role::Text,
        };
        let hits = &reader.search.hits;
        let first = hits.partition_point(|hit| hit.end <= line.span.start);
        let visible = hits
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, hit)| hit.start < line.span.end);
        let highlights = reader
            .margin
            .iter()
            .filter_map(|noted| noted.span)
            .filter(|span| span.overlaps(line.span));
        let mut over: Vec<(Span, Style)> = highlights
            .map(|span| (span, theme::style(Role::Highlight, colours)))
            .collect();
        over.extend(visible.map(|(i, &hit)| {
            let role = if reader.search.current == Some(i) {
                Role::CurrentHit
            } else {
                Role::Hit
            };
            (hit, theme::style(role, colours))
        }));
        let marked = reader
            .marked
            .filter(|m| m.overlaps(line.span) && !hits.contains(m));
        if let Focus::Select(selection) = &reader.focus {
            over.push((selection.span(), theme::style(Role::Selected, colours)));
            over.push((selection.end, theme::style(Role::SelectionEnd, colours)));
        } else {
            over.extend(marked.map(|m| (m, theme::style(Role::Marked, colours))));
        }
        Self {
            base: theme::style(base, colours),
            marks: article.marks_in(line.span).collect(),
            over,
            colours,
        }
    }

    fn at(&self, offset: usize) -> Style {
        let marks = self.marks.iter().filter(|m| m.span.contains(offset));
        let style = marks.fold(self.base, |style, m| {
            style.patch(theme::mark(&m.kind, self.colours))
        });
        let over = self.over.iter().filter(|(span, _)| span.contains(offset));
        over.fold(style, |style, (_, over)| style.patch(*over))
    }
}
