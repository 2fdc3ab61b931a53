//! How each sort of block is set: its indent, its marker, the rows above it, and what it may do at the
//! ends of lines.

use super::pieces::cells;
use super::setting::{Alignment, Hyphenation, Setting};
use crate::article::BlockKind;
use std::borrow::Cow;

/// Cells that a quote is set in from the left, for each depth.
const QUOTE_INDENT: i32 = 2;
/// Cells that a list in a list is set in from its parent.
const LIST_INDENT: i32 = 2;
/// Of the measure, one in so many cells may be indent; more would leave no column to read. A deeper
/// indent is cut, and in a column where the marker of a list has no room it is left out.
const INDENT_SHARE: i32 = 3;

/// How a block is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// Cells left free at the left of every line.
    pub(super) indent: i32,
    /// What stands in the indent of the first line, and the cell it starts in.
    pub(super) marker: Option<(i32, Cow<'static, str>)>,
    /// Cells for its text, at least 1.
    pub(super) measure: i32,
    /// Where its right edge runs.
    pub(super) alignment: Alignment,
    /// Whether its words may be divided.
    pub(super) hyphenation: Hyphenation,
    /// Whether a line is set in the middle of the measure.
    pub(super) centred: bool,
}

impl Shape {
    /// The shape of a block of this kind. `widest_number` is the highest number in the list that an item
    /// belongs to, so that the words of item 9 and item 10 stand below each other.
    pub(super) fn of(kind: BlockKind, widest_number: Option<u32>, setting: Setting) -> Self {
        let measure = i32::from(setting.measure.max(1));
        let room = measure / INDENT_SHARE;
        let mut shape = Self {
            indent: 0,
            marker: None,
            measure,
            alignment: setting.alignment,
            hyphenation: setting.hyphenation,
            centred: false,
        };
        match kind {
            BlockKind::Paragraph => {}
            BlockKind::Quote { depth } => {
                shape.indent = (QUOTE_INDENT * i32::from(depth.max(1))).min(room);
            }
            BlockKind::ListItem { depth, number } => {
                let marker: Cow<'static, str> = match number {
                    None => Cow::Borrowed("• "),
                    Some(number) => {
                        let digits = widest_number.unwrap_or(0).max(number).to_string().len();
                        Cow::Owned(format!("{number:>digits$}. "))
                    }
                };
                let width = cells(&marker);
                let outer = LIST_INDENT * i32::from(depth.saturating_sub(1));
                if width <= room {
                    shape.indent = (outer + width).min(room);
                    shape.marker = Some((shape.indent - width, marker));
                }
            }
            // A heading is not hyphenated and its edge not forced straight: it is read as one phrase.
            BlockKind::Heading { .. } => {
                shape.alignment = Alignment::Ragged;
                shape.hyphenation = Hyphenation::Off;
            }
            // Captions and tables are short and full of names and figures: straight edges tear them.
            BlockKind::Caption | BlockKind::Code | BlockKind::Table => {
                shape.alignment = Alignment::Ragged;
            }
            BlockKind::Rule => {
                shape.alignment = Alignment::Ragged;
                shape.centred = true;
            }
        }
        shape.measure = (measure - shape.indent).max(1);
        shape
    }
}

/// Blank rows between a block and the one before it.
pub(super) fn space_between(before: BlockKind, block: BlockKind) -> u16 {
    match (before, block) {
        // A heading stands nearer to its own text than to the text before it.
        (BlockKind::Heading { .. }, _) => 1,
        (_, BlockKind::Heading { .. }) => 2,
        // A list is one thing; its markers part the items.
        (BlockKind::ListItem { .. }, BlockKind::ListItem { .. }) => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(measure: u16) -> Setting {
        Setting {
            measure,
            rows: 24,
            columns: 1,
            opening: 0,
            alignment: Alignment::Justified,
            hyphenation: Hyphenation::On,
        }
    }

    #[test]
    fn the_numbers_of_a_list_stand_right_below_each_other() {
        let item = |number| BlockKind::ListItem {
            depth: 1,
            number: Some(number),
        };
        let nine = Shape::of(item(9), Some(10), setting(60));
        let ten = Shape::of(item(10), Some(10), setting(60));
        assert_eq!(nine.marker, Some((0, Cow::Borrowed(" 9. "))));
        assert_eq!(ten.marker, Some((0, Cow::Borrowed("10. "))));
        assert_eq!((nine.indent, nine.measure), (4, 56));
    }

    #[test]
    fn a_list_in_a_list_is_set_in_further() {
        let bullet = |depth| BlockKind::ListItem {
            depth,
            number: None,
        };
        assert_eq!(Shape::of(bullet(1), None, setting(60)).indent, 2);
        assert_eq!(Shape::of(bullet(3), None, setting(60)).indent, 6);
    }

    #[test]
    fn there_is_always_room_for_text() {
        for measure in 0..40 {
            for depth in [0, 1, 9, 255] {
                for kind in [
                    BlockKind::Quote { depth },
                    BlockKind::ListItem {
                        depth,
                        number: Some(u32::MAX),
                    },
                ] {
                    let shape = Shape::of(kind, None, setting(measure));
                    assert!(shape.measure >= 1);
                    assert!(shape.measure + shape.indent <= i32::from(measure.max(1)));
                }
            }
        }
    }

    #[test]
    fn a_heading_is_neither_divided_nor_straight() {
        let shape = Shape::of(BlockKind::Heading { level: 2 }, None, setting(60));
        assert_eq!(shape.alignment, Alignment::Ragged);
        assert_eq!(shape.hyphenation, Hyphenation::Off);
    }
}
