//! A sorted text table, searched as it lies.

/// A table of rows `key<TAB>rest`, sorted by the bytes of the key, under lines of comment that begin with `#`.
#[derive(Debug)]
pub(super) struct Table {
    rows: Vec<(&'static str, &'static str)>,
}

impl Table {
    /// Reads a table that was compiled in.
    pub(super) fn new(text: &'static str) -> Self {
        let rows = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .map(|line| line.split_once('\t').unwrap_or((line, "")))
            .collect();
        Self { rows }
    }

    /// What stands behind `key`; empty where the table has keys only, `None` where it lacks the key.
    pub(super) fn get(&self, key: &str) -> Option<&'static str> {
        let at = self.rows.binary_search_by_key(&key, |row| row.0).ok()?;
        self.rows.get(at).map(|row| row.1)
    }

    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.rows.iter().map(|row| row.0)
    }
}
