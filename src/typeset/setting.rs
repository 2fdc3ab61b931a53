//! How an article is to be set: what the reader chooses and the window allows.

/// How an article is to be set. A 0 where at least 1 is asked counts as 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Setting {
    /// The measure: cells in a line of running text, at least 1.
    pub measure: u16,
    /// Lines on a page (in one column of it), at least 1.
    pub rows: u16,
    /// Columns of text on a page: 1, or 2 for a spread.
    pub columns: u8,
    /// Rows that the article's title takes from the first column of the first page, less than `rows`.
    pub opening: u16,
    /// Where the right edge runs.
    pub alignment: Alignment,
    /// Whether words may be divided.
    pub hyphenation: Hyphenation,
}

/// Where a column's right edge runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// As the words fall.
    #[default]
    Ragged,
    /// Straight, but for a paragraph's last line and for lines that would need gaps like holes.
    Justified,
}

/// Whether words may be divided at a line's end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hyphenation {
    /// By the rules of the article's language.
    #[default]
    On,
    /// Only where a word has a hyphen of its own. A word that is wider than the measure is divided all
    /// the same, since it has to be.
    Off,
}
