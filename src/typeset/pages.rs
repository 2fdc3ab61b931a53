//! Filling columns with lines, and pages with columns.
//!
//! The same idea as for lines: every column has a cost for the rows that it leaves free, and every place
//! where one ends has a cost; the sum over the section is the least there is. So a column is left a row or
//! two short where that saves an orphan, a widow or a heading without its text further on.

use super::printing::Line;
use crate::article::{Block, BlockKind};
use std::ops::Range;

// The unit of cost is one free row squared.

/// The first line of a paragraph alone at a column's foot (an orphan), or the last alone at a column's
/// head (a widow).
const LONE_LINE: i64 = 4_000;
/// A heading that stands last in a column, or is divided.
const HEADING_LAST: i64 = 8_000;
/// A column that ends on a hyphen: half a word has to be carried over the turn of the page.
const HYPHEN_LAST: i64 = 20;
/// A rule between sections as the last thing in a column, where it parts nothing.
const RULE_LAST: i64 = 60;
/// A last column of one or two lines, so that a page is turned for almost nothing.
const LAST_SLIVER: i64 = 20;

/// What the filling of columns has to know of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Blank rows above it, unless it is the first in a column.
    space_before: i64,
    /// What it costs to end a column after it.
    foot: i64,
    /// Whether its paragraph goes on in the next line.
    goes_on: bool,
}

/// What each line costs as the last of a column.
pub(super) fn rows(text: &str, blocks: &[Block], lines: &[Line]) -> Vec<Row> {
    let kind = |line: &Line| blocks.get(line.block).map(|block| block.kind);
    let mut rows: Vec<Row> = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        let next = lines.get(i + 1);
        let closes = |i: usize| lines.get(i + 1).is_none_or(|after| after.opens_block);
        let mut foot = 0;
        let goes_on = next.is_some_and(|next| !next.opens_block);
        if let Some(next) = next {
            let divided = !next.opens_block;
            match kind(line) {
                Some(BlockKind::Heading { .. }) => foot += HEADING_LAST,
                Some(BlockKind::Rule) => foot += RULE_LAST,
                _ => {}
            }
            if divided && line.opens_block {
                foot += LONE_LINE;
            }
            if divided && closes(i + 1) {
                foot += LONE_LINE;
            }
            if line.ends_on_hyphen(text) {
                foot += HYPHEN_LAST;
            }
        }
        rows.push(Row {
            space_before: i64::from(line.space_before),
            foot,
            goes_on,
        });
    }
    rows
}

/// Fills columns of `height` rows with all of `rows`; `opening` rows of the first column are taken already.
/// Gives the lines of each column, in order.
pub(super) fn columns(rows: &[Row], height: u16, opening: u16) -> Vec<Range<usize>> {
    let height = i64::from(height.max(1));
    let first = (height - i64::from(opening)).max(1);
    let count = rows.len();
    // Rows that the lines before each take, with the blank ones.
    let mut upto: Vec<i64> = Vec::with_capacity(count + 1);
    let mut sum = 0;
    for row in rows {
        upto.push(sum);
        sum += row.space_before + 1;
    }
    upto.push(sum);
    // Rows that a column of these lines leaves free; below 0 where they do not fit.
    let free = |from: usize, to: usize| {
        let room = if from == 0 { first } else { height };
        room - (upto[to] - upto[from] - rows[from].space_before)
    };
    let mut cost: Vec<i64> = vec![0];
    let mut came_from: Vec<usize> = vec![0];
    let mut low = 0;
    for to in 1..=count {
        while low + 1 < to && free(low, to) < 0 {
            low += 1;
        }
        let foot = rows[to - 1].foot;
        let mut best = (i64::MAX, low);
        for (from, &before) in cost.iter().enumerate().skip(low) {
            let free = free(from, to);
            let square = free * free;
            // Costs are never below 0, and the rows left free only grow from here.
            if to < count && square >= best.0 {
                break;
            }
            let column = if to < count {
                square
            } else if from > 0 && to - from <= 2 {
                LAST_SLIVER
            } else {
                0
            };
            let total = before + column + foot;
            if total < best.0 {
                best = (total, from);
            }
        }
        cost.push(best.0);
        came_from.push(best.1);
    }
    let mut columns = Vec::new();
    let mut to = count;
    while to > 0 {
        let from = came_from[to];
        columns.push(from..to);
        to = from;
    }
    columns.reverse();
    columns
}

/// Fills columns of `height` rows, `on_page` of them on a page, those of the last page about equally high;
/// `opening` rows of the first column are taken already.
pub(super) fn spreads(
    rows: &[Row],
    height: u16,
    opening: u16,
    on_page: usize,
) -> Vec<Range<usize>> {
    let mut filled = columns(rows, height, opening);
    if on_page < 2 || filled.is_empty() {
        return filled;
    }
    let last_page = (filled.len() - 1) / on_page * on_page;
    let start = filled.get(last_page).map_or(0, |column| column.start);
    let rest = rows.get(start..).unwrap_or_default();
    if let Some(balanced) = balanced(rest, height, if start == 0 { opening } else { 0 }, on_page) {
        filled.truncate(last_page);
        filled.extend(
            balanced
                .into_iter()
                .map(|column| column.start + start..column.end + start),
        );
    }
    filled
}

/// The last page's lines in at most `on_page` columns as low as they can be without a new fault.
fn balanced(rows: &[Row], height: u16, opening: u16, on_page: usize) -> Option<Vec<Range<usize>>> {
    let share = (rows.len() + usize::from(opening)).div_ceil(on_page);
    let share = share.max(usize::from(opening) + 1);
    (u16::try_from(share).unwrap_or(height)..height)
        .map(|height| columns(rows, height, opening))
        .find(|filled| {
            filled.len() <= on_page
                && filled.iter().rev().skip(1).all(|column| {
                    // Nor may a line of a paragraph that goes on stand alone in a column.
                    rows.get(column.end - 1).is_some_and(|row| {
                        row.foot < LONE_LINE && (column.len() > 1 || !row.goes_on)
                    })
                })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paragraphs of so many lines, with a blank row between; the first line of one of 0 is a heading.
    fn text(paragraphs: &[usize]) -> Vec<Row> {
        let mut rows = Vec::new();
        for &lines in paragraphs {
            let heading = lines == 0;
            let lines = lines.max(1);
            for line in 0..lines {
                let lone = lines > 1 && (line == 0 || line + 2 == lines);
                let inside = line + 1 < lines;
                let goes_on = inside;
                rows.push(Row {
                    space_before: i64::from(line == 0 && !rows.is_empty()),
                    foot: if heading {
                        HEADING_LAST
                    } else if inside && lone {
                        LONE_LINE
                    } else {
                        0
                    },
                    goes_on,
                });
            }
        }
        rows
    }

    #[test]
    fn a_text_that_fits_is_one_column() {
        assert_eq!(columns(&text(&[3, 4]), 24, 0), vec![0..7]);
        assert!(columns(&text(&[]), 24, 0).is_empty());
    }

    #[test]
    fn a_column_is_left_short_rather_than_end_on_a_first_line() {
        // 4 + 1 + 1 rows would fill it.
        assert_eq!(columns(&text(&[4, 4]), 6, 0), [0..4, 4..8]);
    }

    #[test]
    fn a_column_never_begins_with_a_last_line() {
        assert_eq!(columns(&text(&[5]), 4, 0), [0..2, 2..5]);
    }

    #[test]
    fn a_heading_goes_with_its_text() {
        assert_eq!(columns(&text(&[4, 0, 5]), 8, 0), [0..4, 4..10]);
    }

    #[test]
    fn a_blank_row_is_never_the_first() {
        // Without the blank row above it, the second paragraph fills its column exactly.
        assert_eq!(columns(&text(&[4, 4]), 4, 0), [0..4, 4..8]);
    }

    #[test]
    fn a_column_of_one_row_still_holds_a_line() {
        assert_eq!(columns(&text(&[2, 1]), 1, 0), [0..1, 1..2, 2..3]);
        assert_eq!(columns(&text(&[2]), 0, 0).len(), 2);
    }

    #[test]
    fn the_columns_of_the_last_page_are_balanced() {
        assert_eq!(spreads(&text(&[4, 4]), 24, 0, 2), [0..4, 4..8]);
        assert_eq!(spreads(&text(&[10]), 24, 0, 2), [0..5, 5..10]);
        assert_eq!(spreads(&text(&[3]), 24, 0, 2), vec![0..3]);
        assert_eq!(spreads(&text(&[1, 1]), 24, 0, 2), [0..1, 1..2]);
        // The last three lines of a paragraph stay together.
        assert_eq!(spreads(&text(&[15]), 6, 0, 2), [0..6, 6..12, 12..15]);
    }

    #[test]
    fn the_title_takes_its_rows_from_the_first_column_alone() {
        assert_eq!(columns(&text(&[4, 4, 4]), 9, 5), [0..4, 4..12]);
        assert_eq!(spreads(&text(&[4, 10]), 24, 6, 2), [0..4, 4..14]);
        assert_eq!(columns(&text(&[2, 2]), 2, 9).len(), 3);
    }
}
