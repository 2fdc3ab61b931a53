//! Where everything stands in the window. All sizes are worked out here, so that drawing only draws.

use super::Preferences;
use super::message::Size;

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Left edge.
    pub x: u16,
    /// Upper edge.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// The area without its first `rows` rows.
    #[must_use]
    pub const fn below(self, rows: u16) -> Self {
        let skip = if rows < self.height {
            rows
        } else {
            self.height
        };
        Self {
            y: self.y + skip,
            height: self.height - skip,
            ..self
        }
    }

    /// True where the cell is inside.
    pub const fn contains(self, column: u16, row: u16) -> bool {
        column >= self.x
            && column < self.x + self.width
            && row >= self.y
            && row < self.y + self.height
    }
}

/// The reader's window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderLayout {
    /// The running head, where there is room for one.
    pub head: Option<Area>,
    /// The columns of text: one or two.
    pub text: Vec<Area>,
    /// The list of quoted experts, where it stands beside the text.
    pub sidebar: Option<Area>,
    /// The status line, where there is room for one.
    pub status: Option<Area>,
    /// Where a list lies over the text.
    pub overlay: Area,
}

/// The library's window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LibraryLayout {
    /// Title and shelves.
    pub head: Option<Area>,
    /// The list.
    pub list: Area,
    /// The preview, where there is room for it.
    pub preview: Option<Area>,
    /// The status line.
    pub status: Option<Area>,
}

/// The window with all bookmarks and highlights.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CollectionLayout {
    /// The heading.
    pub head: Option<Area>,
    /// The list.
    pub list: Area,
    /// The chosen entry in full, beside the list or below it, where there is room.
    pub whole: Option<Area>,
    /// The status line.
    pub status: Option<Area>,
}

/// Rows below the list for the chosen entry in full, with a rule above them.
const FOOT: u16 = 6;
/// From this height on the list has such a foot.
const LEAST_WITH_FOOT: u16 = 12;

/// Cells kept free at both sides of the text.
const MARGIN: u16 = 2;
/// Cells between the text and the sidebar, its rule included.
const GUTTER: u16 = 3;
/// Cells between the two columns of a spread.
const SPREAD_GUTTER: u16 = 5;
/// The least and the most cells that a sidebar takes.
const SIDEBAR: (u16, u16) = (28, 38);
/// The narrowest text that a sidebar may stand beside.
const LEAST_BESIDE_SIDEBAR: u16 = 48;
/// The narrowest column of a spread.
const LEAST_SPREAD_COLUMN: u16 = 40;
/// From this width on the library shows a preview.
const LEAST_WITH_PREVIEW: u16 = 110;

/// Lays out the reader. `sidebar` tells whether the reader wants the list of quoted experts in view.
pub fn reader(size: Size, preferences: &Preferences, sidebar: bool) -> ReaderLayout {
    let Size { columns, rows } = size;
    let status_rows = u16::from(rows >= 3);
    let head_rows = u16::from(rows >= 8);
    let air = u16::from(rows >= 14);
    let top = head_rows + air;
    let height = rows.saturating_sub(top + air + status_rows).max(1);
    let margin = if columns >= 24 { MARGIN } else { 0 };

    let beside = preferences.measure.max(LEAST_BESIDE_SIDEBAR) + 2 * margin + GUTTER + SIDEBAR.0;
    let docked = sidebar && columns >= beside;
    let sidebar_width = if docked {
        columns
            .saturating_sub(preferences.measure + 2 * margin + GUTTER)
            .clamp(SIDEBAR.0, SIDEBAR.1)
    } else {
        0
    };
    let room = if docked {
        columns - sidebar_width - GUTTER
    } else {
        columns
    };

    let usable = room.saturating_sub(2 * margin).max(1);
    let spread = preferences.columns == 2 && usable >= 2 * LEAST_SPREAD_COLUMN + SPREAD_GUTTER;
    let text = if spread {
        let width = preferences.measure.min((usable - SPREAD_GUTTER) / 2);
        let x = (room - (2 * width + SPREAD_GUTTER)) / 2;
        let right = x + width + SPREAD_GUTTER;
        vec![
            Area {
                x,
                y: top,
                width,
                height,
            },
            Area {
                x: right,
                y: top,
                width,
                height,
            },
        ]
    } else {
        let width = preferences.measure.min(usable);
        let x = room.saturating_sub(width) / 2;
        vec![Area {
            x,
            y: top,
            width,
            height,
        }]
    };
    let over = columns.saturating_sub(2 * margin).clamp(1, 72).min(columns);
    ReaderLayout {
        head: (head_rows > 0).then_some(Area {
            x: 0,
            y: 0,
            width: columns,
            height: 1,
        }),
        text,
        sidebar: docked.then_some(Area {
            x: columns.saturating_sub(sidebar_width + 1),
            y: top,
            width: sidebar_width,
            height,
        }),
        status: (status_rows > 0).then_some(Area {
            x: 0,
            y: rows - 1,
            width: columns,
            height: 1,
        }),
        overlay: Area {
            x: (columns - over) / 2,
            y: head_rows,
            width: over,
            height: rows.saturating_sub(head_rows + status_rows).max(1),
        },
    }
}

/// Where a note is typed: over the foot of the text, with a row for its heading and as many of its `rows` as
/// leave half of the window to the text.
pub fn note(layout: &ReaderLayout, rows: usize) -> Area {
    let Area { y, height, .. } = layout.overlay;
    let rows = u16::try_from(rows).unwrap_or(u16::MAX);
    let height_taken = rows.saturating_add(1).clamp(1, height.div_ceil(2).max(1));
    Area {
        y: y + height - height_taken,
        height: height_taken,
        ..layout.overlay
    }
}

/// Lays out the library.
pub fn library(size: Size) -> LibraryLayout {
    let Size { columns, rows } = size;
    let status_rows = u16::from(rows >= 3);
    let head_rows = if rows >= 10 { 2 } else { u16::from(rows >= 5) };
    let height = rows.saturating_sub(head_rows + status_rows).max(1);
    let preview = (columns >= LEAST_WITH_PREVIEW && rows >= 10)
        .then_some(columns * 2 / 5)
        .map(|w| w.min(76));
    let list_width = columns - preview.map_or(0, |w| w + GUTTER);
    LibraryLayout {
        head: (head_rows > 0).then_some(Area {
            x: 0,
            y: 0,
            width: columns,
            height: 1,
        }),
        list: Area {
            x: 0,
            y: head_rows,
            width: list_width,
            height,
        },
        preview: preview.map(|width| Area {
            x: columns - width - 1,
            y: head_rows,
            width,
            height,
        }),
        status: (status_rows > 0).then_some(Area {
            x: 0,
            y: rows - 1,
            width: columns,
            height: 1,
        }),
    }
}

/// Lays out the list of all bookmarks and highlights: as the library, and where that shows no preview with the
/// chosen entry below the list.
pub fn collection(size: Size) -> CollectionLayout {
    let LibraryLayout {
        head,
        mut list,
        preview,
        status,
    } = library(size);
    let mut whole = preview;
    if whole.is_none() && list.height >= LEAST_WITH_FOOT {
        list.height -= FOOT;
        whole = Some(Area {
            y: list.y + list.height,
            height: FOOT,
            ..list
        });
    }
    CollectionLayout {
        head,
        list,
        whole,
        status,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(size: Size, area: Area) -> bool {
        area.width >= 1
            && area.height >= 1
            && area.x + area.width <= size.columns
            && area.y + area.height <= size.rows
    }

    #[test]
    fn nothing_stands_outside_a_window_of_any_size() {
        for columns in 1..=220 {
            for rows in 1..=60 {
                let size = Size { columns, rows };
                for (spread, sidebar) in [(1, false), (1, true), (2, false), (2, true)] {
                    let preferences = Preferences {
                        columns: spread,
                        ..Preferences::default()
                    };
                    let l = reader(size, &preferences, sidebar);
                    let areas = l
                        .text
                        .iter()
                        .chain(&l.sidebar)
                        .chain(&l.status)
                        .chain(&l.head);
                    for area in areas.chain([&l.overlay]) {
                        assert!(fits(size, *area), "{size:?} {area:?}");
                    }
                    let edge = l.text.last().map_or(0, |t| t.x + t.width);
                    assert!(l.sidebar.is_none_or(|s| s.x > edge), "{size:?} {l:?}");
                }
                let l = library(size);
                for area in l
                    .preview
                    .iter()
                    .chain(&l.status)
                    .chain(&l.head)
                    .chain([&l.list])
                {
                    assert!(fits(size, *area), "{size:?} {area:?}");
                }
                let l = collection(size);
                for area in l.whole.iter().chain([&l.list]) {
                    assert!(fits(size, *area), "{size:?} {area:?}");
                }
            }
        }
    }

    #[test]
    fn the_text_never_exceeds_the_measure_and_the_sidebar_leaves_it_whole() {
        let preferences = Preferences::default();
        let narrow = reader(
            Size {
                columns: 80,
                rows: 24,
            },
            &preferences,
            true,
        );
        assert_eq!((narrow.text[0].width, narrow.sidebar), (66, None));
        let wide = reader(
            Size {
                columns: 120,
                rows: 40,
            },
            &preferences,
            true,
        );
        assert_eq!(wide.text[0].width, 66);
        assert!(wide.sidebar.is_some());
    }
}
