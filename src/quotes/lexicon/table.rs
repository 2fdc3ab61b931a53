//! A text table under hashes: a look-up costs one comparison, however long the table is.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// A table of rows `key<TAB>rest` under lines of comment that begin with `#`.
#[derive(Debug)]
pub(super) struct Table {
    rows: HashMap<&'static str, &'static str, RandomState>,
    #[cfg(test)]
    text: &'static str,
}

fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split_once('\t').unwrap_or((line, "")))
}

impl Table {
    /// Reads a table that was compiled in.
    pub(super) fn new(text: &'static str) -> Self {
        Self {
            rows: rows(text).collect(),
            #[cfg(test)]
            text,
        }
    }

    /// What stands behind `key`; empty where the table has keys only, `None` where it lacks the key.
    pub(super) fn get(&self, key: &str) -> Option<&'static str> {
        self.rows.get(key).copied()
    }

    /// The keys in the order of the file.
    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        rows(self.text).map(|row| row.0)
    }
}
