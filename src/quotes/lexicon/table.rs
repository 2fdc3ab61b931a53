//! A text table under hashes: a look-up costs one comparison, however long the table is.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// A table of rows `key<TAB>rest` under lines of comment that begin with `#`.
#[derive(Debug)]
pub(super) struct Table {
    /// In the order of the file.
    rows: Vec<(&'static str, &'static str)>,
    /// Where the row of a key stands.
    places: HashMap<&'static str, usize, RandomState>,
}

impl Table {
    /// Reads a table that was compiled in.
    pub(super) fn new(text: &'static str) -> Self {
        let rows: Vec<_> = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .map(|line| line.split_once('\t').unwrap_or((line, "")))
            .collect();
        let places = rows.iter().enumerate().map(|(at, row)| (row.0, at));
        Self {
            places: places.collect(),
            rows,
        }
    }

    /// What stands behind `key`; empty where the table has keys only, `None` where it lacks the key.
    pub(super) fn get(&self, key: &str) -> Option<&'static str> {
        self.rows.get(*self.places.get(key)?).map(|row| row.1)
    }

    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.rows.iter().map(|row| row.0)
    }
}
