//! The screen being drawn, with the means to write on it by role.

use super::theme::{self, Role};
use crate::app::layout::Area;
use crate::app::{App, Note, Tone};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, BorderType, Padding, Widget};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A buffer of cells, and whose look it is drawn in.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    app: &'a App,
}

impl<'a> Canvas<'a> {
    /// The ground is laid on all of it.
    pub(super) fn new(buffer: &'a mut Buffer, app: &'a App) -> Self {
        buffer.set_style(buffer.area, theme::base(app.preferences.colours));
        Self { buffer, app }
    }

    pub(super) fn style(&self, role: Role) -> Style {
        theme::style(role, self.app.preferences.colours)
    }

    /// Writes `text` in a row of `area`, from its column `x` on, and cuts it at the area's edge. Gives the
    /// column after it. Rows and columns are counted from the area's corner.
    pub(super) fn write(&mut self, area: Area, x: u16, row: u16, text: &str, style: Style) -> u16 {
        let base = theme::base(self.app.preferences.colours);
        let mut column = x;
        if row >= area.height {
            return column;
        }
        for grapheme in text.graphemes(true) {
            let width = u16::try_from(grapheme.width()).unwrap_or(u16::MAX);
            if column.saturating_add(width) > area.width {
                break;
            }
            if width == 0 {
                continue;
            }
            if let Some(cell) = self.buffer.cell_mut((area.x + column, area.y + row)) {
                cell.set_symbol(grapheme).set_style(style);
            }
            for rest in 1..width {
                if let Some(cell) = self.buffer.cell_mut((area.x + column + rest, area.y + row)) {
                    cell.reset();
                    cell.set_style(base.patch(style));
                }
            }
            column += width;
        }
        column
    }

    /// Writes `text` so that it ends at the right edge of a row of `area`.
    pub(super) fn write_right(&mut self, area: Area, row: u16, text: &str, style: Style) {
        let width = cells(text).min(area.width);
        self.write(area, area.width - width, row, text, style);
    }

    /// Fills a row of `area` with blank cells of this style.
    pub(super) fn fill_row(&mut self, area: Area, row: u16, style: Style) {
        for x in 0..area.width {
            self.write(area, x, row, " ", style);
        }
    }

    /// Takes away what stands in a row of `area`.
    pub(super) fn blank_row(&mut self, area: Area, row: u16) {
        let base = theme::base(self.app.preferences.colours);
        for x in area.x..area.x + area.width {
            if let Some(cell) = self.buffer.cell_mut((x, area.y + row)) {
                cell.reset();
                cell.set_style(base);
            }
        }
    }

    /// A vertical rule two cells left of `area`.
    pub(super) fn rule_before(&mut self, area: Area) {
        let rule = Area {
            x: area.x.saturating_sub(2),
            width: 1,
            ..area
        };
        let style = self.style(Role::Quiet);
        for row in 0..rule.height {
            self.write(rule, 0, row, "│", style);
        }
    }

    /// A box round an area that lies over others, with a heading in its upper edge; gives the area inside.
    pub(super) fn frame(&mut self, area: Area, heading: &str) -> Area {
        for row in 0..area.height {
            self.blank_row(area, row);
        }
        if area.width < 12 || area.height < 5 {
            return area;
        }
        let rect = Rect::new(area.x, area.y, area.width, area.height);
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(self.style(Role::Quiet))
            .title(format!(" {heading} "))
            .title_style(self.style(Role::ListHeading))
            .padding(Padding::horizontal(1));
        let inner = block.inner(rect);
        block.render(rect, self.buffer);
        Area {
            x: inner.x,
            y: inner.y,
            width: inner.width,
            height: inner.height,
        }
    }

    /// The status line: a note where there is one, else `left` and, where there is room, `right`.
    pub(super) fn status(&mut self, area: Area, left: &str, right: &str) {
        let inner = inset(area);
        if let Some(Note { tone, text }) = &self.app.note {
            let style = self.style(if *tone == Tone::Problem {
                Role::Problem
            } else {
                Role::Text
            });
            self.write(inner, 0, 0, text, style);
            return;
        }
        self.both_ends(inner, left, right);
    }

    /// The status line: a note where there is one, else `left` and as many of the hints as fit beside it, the
    /// first ones first.
    pub(super) fn hints(&mut self, area: Area, left: &str, hints: &[impl AsRef<str>]) {
        let room = usize::from(inset(area).width.saturating_sub(cells(left) + 2));
        let mut right = String::new();
        for hint in hints {
            let gap = if right.is_empty() { "" } else { "  " };
            let longer = format!("{right}{gap}{}", hint.as_ref());
            if longer.width() > room {
                break;
            }
            right = longer;
        }
        self.status(area, left, &right);
    }

    /// `left` at the left, and `right` at the right if it fits beside it; both quiet.
    pub(super) fn both_ends(&mut self, area: Area, left: &str, right: &str) {
        let style = self.style(Role::Quiet);
        let end = self.write(area, 0, 0, left, style);
        if end.saturating_add(cells(right)).saturating_add(2) <= area.width {
            self.write_right(area, 0, right, style);
        }
    }

    /// The status line while something is typed in it; `right` stands at its end.
    pub(super) fn prompt(
        &mut self,
        area: Area,
        prompt: &str,
        typed: &str,
        cursor: bool,
        right: &str,
    ) {
        let inner = inset(area);
        let style = self.style(Role::Text);
        let end = self.write(inner, 0, 0, prompt, style);
        let end = self.write(inner, end, 0, typed, style);
        if cursor {
            let style = self.style(Role::Chosen);
            self.write(inner, end, 0, " ", style);
        }
        if end.saturating_add(cells(right)).saturating_add(3) <= inner.width {
            let quiet = self.style(Role::Quiet);
            self.write_right(inner, 0, right, quiet);
        }
    }
}

/// Cells that `text` takes.
pub(super) fn cells(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The area without its first and last column.
pub(super) fn inset(area: Area) -> Area {
    if area.width < 3 {
        return area;
    }
    Area {
        x: area.x + 1,
        width: area.width - 2,
        ..area
    }
}
