//! A table as plain text: one row a line, its columns under each other, two spaces between them.

use unicode_width::UnicodeWidthStr;

/// Cells beyond which a column is no longer filled out with spaces: such a table is read row by row, and a
/// hostile one cannot grow without bound.
const WIDEST: usize = 32;

/// Rows of cells as they come in.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Begins a row.
    pub fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Begins a cell in the last row.
    pub fn begin_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.push(String::new());
        }
    }

    /// Adds words to the last cell.
    pub fn push(&mut self, text: &str) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push_str(text);
        }
    }

    /// The whole table as text.
    pub fn set(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut widths = vec![0; columns];
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.trim().width().min(WIDEST).max(*width);
            }
        }
        let mut out = String::new();
        for row in &self.rows {
            let filled = row
                .iter()
                .rposition(|cell| !cell.trim().is_empty())
                .map_or(0, |at| at + 1);
            for (i, (cell, &width)) in row.iter().zip(&widths).take(filled).enumerate() {
                let cell = cell.trim();
                out.push_str(cell);
                if i + 1 < filled {
                    let fill = width.saturating_sub(cell.width()) + 2;
                    out.extend(std::iter::repeat_n(' ', fill));
                }
            }
            out.push('\n');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let mut table = Table::default();
        for row in [["jaar", "peil"], ["1916", "hoog"], ["", "2"], ["later", ""]] {
            table.begin_row();
            for cell in row {
                table.begin_cell();
                table.push(cell);
            }
        }
        assert_eq!(table.set(), "jaar   peil\n1916   hoog\n       2\nlater\n");
    }
}
