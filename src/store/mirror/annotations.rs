//! Bookmarks, highlights and notes in a state file: `[[bookmarks]]` and `[[highlights]]`, in the order of
//! the text, so that a new one is a few new lines and nothing else.
//!
//! ```toml
//! [[highlights]]
//! made = 2025-02-24T21:04:10Z
//! exact = "Wie hier woont, leert wachten"
//! prefix = "in de verte. ‘"
//! suffix = "’, zei hij toen."
//! offset = 812
//! share = 0.31
//! note = "ook zo bij ons"
//! ```
//!
//! Only the words are needed: a highlight that was written by hand is found by them.

use super::{Reader, Writer, integer, share, time};
use crate::article::{Anchor, Passage};
use crate::library::{Annotation, AnnotationId, Annotations, Target};
use crate::parse::tidy;
use jiff::Timestamp;
use toml_edit::{Array, ArrayOfTables, Item, Table, TableLike, Value};

/// The arrays, by what they hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bookmark,
    Highlight,
}

const KINDS: [(&str, Kind); 2] = [
    ("bookmarks", Kind::Bookmark),
    ("highlights", Kind::Highlight),
];

/// The identities of what was removed.
const REMOVED: &str = "removed";

/// The entries of an array, also where a hand wrote it inline, or one entry without the second brackets.
/// `None` for what is no table.
fn entries(item: Option<&Item>) -> Vec<Option<&dyn TableLike>> {
    match item {
        None | Some(Item::None) => Vec::new(),
        Some(Item::Table(table)) => vec![Some(table)],
        Some(Item::ArrayOfTables(tables)) => tables
            .iter()
            .map(|table| Some(table as &dyn TableLike))
            .collect(),
        Some(Item::Value(Value::Array(values))) => values
            .iter()
            .map(|value| value.as_inline_table().map(|table| table as &dyn TableLike))
            .collect(),
        Some(Item::Value(Value::InlineTable(table))) => vec![Some(table)],
        Some(Item::Value(_)) => vec![None],
    }
}

/// What an entry is called where it is wrong: counted from 1, as people do.
fn place_of(key: &str, index: usize) -> String {
    format!("{key}.{}", index + 1)
}

impl Reader {
    pub(super) fn annotations(&mut self, root: &dyn TableLike) -> Annotations {
        let mut all = Vec::new();
        for (key, kind) in KINDS {
            for (index, entry) in entries(root.get(key)).into_iter().enumerate() {
                let at = place_of(key, index);
                match entry.and_then(|entry| self.annotation(entry, &at, kind)) {
                    Some(annotation) => all.push(annotation),
                    None => self.wrong.push(at),
                }
            }
        }
        Annotations::new(all, self.removed(root))
    }

    fn removed(&mut self, root: &dyn TableLike) -> Vec<AnnotationId> {
        let list = self.value(root, "", REMOVED, |v| v.as_array().cloned());
        let list = list.unwrap_or_default();
        let read: Vec<_> = list
            .iter()
            .filter_map(|id| AnnotationId::parse(id.as_str()?))
            .collect();
        if read.len() < list.len() {
            self.wrong.push(REMOVED.to_owned());
        }
        read
    }

    /// One entry; `None` where it says nothing at all.
    fn annotation(&mut self, entry: &dyn TableLike, at: &str, kind: Kind) -> Option<Annotation> {
        let known = self.wrong.len();
        let annotation = self.any_annotation(entry, at, kind);
        let nothing = annotation.target.words().is_empty()
            && annotation.note.is_empty()
            && !entry.contains_key("offset");
        if nothing {
            // One complaint is enough.
            self.wrong.truncate(known);
            return None;
        }
        Some(annotation)
    }

    fn any_annotation(&mut self, entry: &dyn TableLike, at: &str, kind: Kind) -> Annotation {
        let made = self
            .time(entry, at, "made")
            .unwrap_or(Timestamp::UNIX_EPOCH);
        let (offset, share) = (
            self.count(entry, at, "offset"),
            self.share(entry, at, "share"),
        );
        let exact = self.tidied(entry, at, "exact");
        let prefix = self.tidied(entry, at, "prefix");
        let suffix = self.tidied(entry, at, "suffix");
        Annotation {
            target: match kind {
                Kind::Bookmark => Target::Place(Anchor {
                    offset,
                    exact,
                    prefix,
                    share,
                }),
                Kind::Highlight => Target::Passage(Passage {
                    offset,
                    exact: exact.trim().to_owned(),
                    prefix,
                    suffix,
                    share,
                }),
            },
            note: self.tidied(entry, at, "note"),
            made,
            changed: self.time(entry, at, "changed").unwrap_or(made),
        }
    }

    /// Text of several lines that reaches the screen.
    fn tidied(&mut self, entry: &dyn TableLike, at: &str, key: &str) -> String {
        let text = self.text(entry, at, key).unwrap_or_default();
        tidy::text(&text).into_owned()
    }
}

impl Writer<'_> {
    pub(super) fn annotations(&mut self, root: &mut dyn TableLike, annotations: &Annotations) {
        for (key, kind) in KINDS {
            self.array(root, key, kind, annotations);
        }
        let removed: Array = annotations.removed().map(|id| id.to_string()).collect();
        self.set(
            root,
            "",
            REMOVED,
            (!removed.is_empty()).then_some(removed.into()),
        );
    }

    fn array(&mut self, root: &mut dyn TableLike, key: &str, kind: Kind, all: &Annotations) {
        // What was there, to be edited and not written anew: comments and unknown keys stay.
        let mut before: Vec<(String, Option<AnnotationId>, Option<Table>)> = entries(root.get(key))
            .into_iter()
            .enumerate()
            .map(|(index, entry)| {
                let at = place_of(key, index);
                let read = entry
                    .and_then(|entry| Reader { wrong: Vec::new() }.annotation(entry, &at, kind));
                (at, read.map(|read| read.id()), None)
            })
            .collect();
        let tables = match root.get_mut(key).map(std::mem::take) {
            Some(Item::Table(table)) => vec![Some(table)],
            Some(Item::ArrayOfTables(tables)) => tables.into_iter().map(Some).collect(),
            Some(Item::Value(Value::Array(values))) => values
                .into_iter()
                .map(|value| {
                    value
                        .as_inline_table()
                        .cloned()
                        .map(toml_edit::InlineTable::into_table)
                })
                .collect(),
            Some(Item::Value(Value::InlineTable(table))) => vec![Some(table.into_table())],
            Some(other) if self.leaves(&place_of(key, 0)) => {
                // A newer version may mean something else by it.
                if let Some(item) = root.get_mut(key) {
                    *item = other;
                }
                return;
            }
            _ => Vec::new(),
        };
        for (entry, table) in before.iter_mut().zip(tables) {
            entry.2 = table;
        }
        let mut after = ArrayOfTables::new();
        for annotation in all
            .iter()
            .filter(|a| a.is_highlight() == (kind == Kind::Highlight))
        {
            let id = annotation.id();
            let old = before
                .iter_mut()
                .find(|(_, known, table)| *known == Some(id) && table.is_some());
            let (at, mut table) = match old {
                Some((at, _, table)) => (at.clone(), table.take().unwrap_or_default()),
                None => (String::new(), Table::new()),
            };
            self.entry(&mut table, &at, annotation);
            after.push(table);
        }
        for (at, _, table) in before {
            if let Some(table) = table.filter(|_| self.leaves(&at)) {
                after.push(table);
            }
        }
        if after.is_empty() {
            root.remove(key);
        } else {
            root.insert(key, Item::ArrayOfTables(after));
        }
    }

    fn entry(&mut self, table: &mut dyn TableLike, at: &str, annotation: &Annotation) {
        let Annotation {
            target,
            note,
            made,
            changed,
        } = annotation;
        let text = |text: &str| (!text.is_empty()).then(|| Value::from(text));
        let known = (*made != Timestamp::UNIX_EPOCH).then_some(*made);
        self.set(table, at, "made", known.and_then(time));
        let edited = (changed != made).then_some(*changed);
        self.set(table, at, "changed", edited.and_then(time));
        self.set(table, at, "exact", text(target.words()));
        let (prefix, suffix) = match target {
            Target::Place(anchor) => (anchor.prefix.as_str(), ""),
            Target::Passage(passage) => (passage.prefix.as_str(), passage.suffix.as_str()),
        };
        self.set(table, at, "prefix", text(prefix));
        self.set(table, at, "suffix", text(suffix));
        self.set(table, at, "offset", Some(integer(target.offset())));
        self.set(table, at, "share", Some(share(target.share())));
        self.set(table, at, "note", text(note));
    }
}
