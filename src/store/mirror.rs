//! The form of one article's state on disk: TOML that people can read, edit and keep in git.
//!
//! The document on disk is the truth, and a change edits it: keys that this version does not know, comments
//! and the order of lines survive. A file that is no valid TOML is read as far as it goes,
//! statement by statement.

mod annotations;
mod salvage;

use crate::article::{Anchor, Id};
use crate::library::{About, Kept};
use crate::parse::tidy;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use salvage::{LARGEST_SALVAGED, salvage};
use std::path::PathBuf;
use toml_edit::{Array, Datetime, DocumentMut, Item, TableLike, Value};

/// The version of the form that this program writes.
const SCHEMA: i64 = 1;

/// One state file, read.
#[derive(Debug, Default)]
pub(super) struct Mirror {
    /// What it says, as far as it can be read.
    pub(super) kept: Kept,
    /// The document that a change is made in.
    document: DocumentMut,
    /// The first line, from 1, that is no valid TOML.
    pub(super) broken: Option<usize>,
    /// Keys whose value is not what this version expects.
    pub(super) wrong: Vec<String>,
    /// Its schema, where it is newer than this program's.
    pub(super) newer: Option<i64>,
}

impl Mirror {
    /// Reads the bytes of a state file. Always gives something.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (document, mut broken) = document(&text);
        if broken.is_none() && matches!(text, std::borrow::Cow::Owned(_)) {
            broken = Some(line_of(
                bytes,
                std::str::from_utf8(bytes)
                    .err()
                    .map_or(0, |e| e.valid_up_to()),
            ));
        }
        let mut reader = Reader { wrong: Vec::new() };
        let kept = reader.kept(document.as_table());
        let schema = document.get("schema").and_then(Item::as_integer);
        Self {
            kept,
            broken,
            wrong: reader.wrong,
            newer: schema.filter(|&s| s > SCHEMA),
            document,
        }
    }

    /// True where the file must be set aside before it is replaced: what it says can't all be kept.
    pub(super) fn must_be_set_aside(&self) -> bool {
        // A newer version may mean something else by a key: its value is left as it is.
        self.broken.is_some() || (self.newer.is_none() && !self.wrong.is_empty())
    }

    /// The file with `kept` in it.
    pub(super) fn write(&self, kept: &Kept) -> String {
        let mut writer = Writer {
            leave: if self.newer.is_some() {
                &self.wrong
            } else {
                &[]
            },
        };
        let mut document = self.document.clone();
        if self.newer.is_none() {
            writer.set(document.as_table_mut(), "", "schema", Some(SCHEMA.into()));
        }
        writer.kept(document.as_table_mut(), kept);
        document.to_string()
    }
}

/// The document, and the first line that is no valid TOML.
fn document(text: &str) -> (DocumentMut, Option<usize>) {
    match text.parse::<DocumentMut>() {
        Ok(document) => (document, None),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let document = if text.len() > LARGEST_SALVAGED {
                DocumentMut::new()
            } else {
                salvage(text).parse().unwrap_or_default()
            };
            (document, Some(line_of(text.as_bytes(), at)))
        }
    }
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|&&b| b == b'\n').count()
}

/// Reads values one by one; one that is not what it should be is named and left at its default.
struct Reader {
    wrong: Vec<String>,
}

impl Reader {
    fn kept(&mut self, root: &dyn TableLike) -> Kept {
        let mut kept = Kept {
            saved: self.time(root, "", "saved"),
            unsaved: self.time(root, "", "unsaved"),
            opened: self.count(root, "", "opened"),
            last_opened: self.time(root, "", "last_opened"),
            seconds_read: self.count(root, "", "seconds_read"),
            finished: self.time(root, "", "finished"),
            successor: self.value(root, "", "successor", |v| Id::parse(v.as_str()?)),
            ..Kept::default()
        };
        kept.annotations = self.annotations(root);
        if let Some(article) = self.table(root, "article") {
            kept.about = self.about(article);
        }
        if let Some(place) = self.table(root, "place") {
            kept.place_at = self.time(place, "place", "at");
            kept.progress = self.share(place, "place", "progress");
            kept.place = place.contains_key("offset").then(|| Anchor {
                offset: self.count(place, "place", "offset"),
                share: self.share(place, "place", "share"),
                exact: self.text(place, "place", "exact").unwrap_or_default(),
                prefix: self.text(place, "place", "prefix").unwrap_or_default(),
            });
        }
        kept
    }

    fn about(&mut self, table: &dyn TableLike) -> About {
        let at = "article";
        About {
            title: self.line(table, at, "title").unwrap_or_default(),
            authors: self
                .value(table, at, "authors", |v| {
                    v.as_array()?
                        .iter()
                        .map(|name| Some(tidy::line(name.as_str()?).into_owned()))
                        .collect()
                })
                .unwrap_or_default(),
            published: self.line(table, at, "published"),
            section: self.line(table, at, "section"),
            url: self.line(table, at, "url"),
            opening: self.text(table, at, "opening").unwrap_or_default(),
            words: self.count(table, at, "words"),
            path: self.text(table, at, "path").map(PathBuf::from),
        }
    }

    fn table<'t>(&mut self, root: &'t dyn TableLike, key: &str) -> Option<&'t dyn TableLike> {
        let item = root.get(key)?;
        let table = item.as_table_like();
        if table.is_none() {
            self.wrong.push(key.to_owned());
        }
        table
    }

    fn value<T>(
        &mut self,
        table: &dyn TableLike,
        at: &str,
        key: &str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let item = table.get(key)?;
        let value = item.as_value().and_then(read);
        if value.is_none() {
            self.wrong.push(name(at, key));
        }
        value
    }

    fn time(&mut self, table: &dyn TableLike, at: &str, key: &str) -> Option<Timestamp> {
        self.value(table, at, key, moment)
    }

    fn text(&mut self, table: &dyn TableLike, at: &str, key: &str) -> Option<String> {
        self.value(table, at, key, |v| v.as_str().map(str::to_owned))
    }

    /// Text that reaches the screen: whoever wrote the file, a terminal must not see everything.
    fn line(&mut self, table: &dyn TableLike, at: &str, key: &str) -> Option<String> {
        let text = self.text(table, at, key)?;
        Some(tidy::line(&text).into_owned())
    }

    fn count<T: TryFrom<i64> + Default>(
        &mut self,
        table: &dyn TableLike,
        at: &str,
        key: &str,
    ) -> T {
        self.value(table, at, key, |v| T::try_from(v.as_integer()?).ok())
            .unwrap_or_default()
    }

    fn share(&mut self, table: &dyn TableLike, at: &str, key: &str) -> f64 {
        self.value(table, at, key, number).unwrap_or_default()
    }
}

/// A share of a text; a hand may write `1` for `1.0`.
#[expect(clippy::cast_precision_loss, reason = "only 0 and 1 are shares")]
fn number(value: &Value) -> Option<f64> {
    value
        .as_float()
        .or_else(|| value.as_integer().map(|n| n as f64))
        .filter(|share| (0.0..=1.0).contains(share))
}

/// A moment, as TOML's own date and time or as a string. One without a zone is taken as UTC.
fn moment(value: &Value) -> Option<Timestamp> {
    let text = match value {
        Value::Datetime(time) => time.value().to_string(),
        Value::String(text) => text.value().clone(),
        _ => return None,
    };
    let civil = |time: DateTime| TimeZone::UTC.to_timestamp(time).ok();
    text.parse::<Timestamp>()
        .ok()
        .or_else(|| civil(text.parse::<DateTime>().ok()?))
        .or_else(|| civil(text.parse::<Date>().ok()?.at(0, 0, 0, 0)))
}

/// Writes values one by one; one that is already there is left as it stands, to the letter.
struct Writer<'w> {
    /// Keys that must not be touched.
    leave: &'w [String],
}

impl Writer<'_> {
    fn kept(&mut self, root: &mut dyn TableLike, kept: &Kept) {
        self.set(root, "", "saved", kept.saved.and_then(time));
        self.set(root, "", "unsaved", kept.unsaved.and_then(time));
        self.set(root, "", "opened", Some(integer(kept.opened)));
        self.set(root, "", "last_opened", kept.last_opened.and_then(time));
        self.set(root, "", "seconds_read", Some(integer(kept.seconds_read)));
        self.set(root, "", "finished", kept.finished.and_then(time));
        self.set(
            root,
            "",
            "successor",
            kept.successor.as_ref().map(|id| id.as_str().into()),
        );
        if let Some(table) = self.table(root, "article", kept.about != About::default()) {
            self.about(table, &kept.about);
        }
        let place = kept.place.as_ref();
        if let Some(table) = self.table(root, "place", place.is_some() || kept.place_at.is_some()) {
            self.set(table, "place", "at", kept.place_at.and_then(time));
            self.set(table, "place", "progress", Some(share(kept.progress)));
            self.set(table, "place", "share", place.map(|p| share(p.share)));
            self.set(table, "place", "offset", place.map(|p| integer(p.offset)));
            self.set(
                table,
                "place",
                "exact",
                place.map(|p| p.exact.as_str().into()),
            );
            self.set(
                table,
                "place",
                "prefix",
                place.map(|p| p.prefix.as_str().into()),
            );
        }
        self.annotations(root, &kept.annotations);
    }

    fn about(&mut self, table: &mut dyn TableLike, about: &About) {
        let text = |text: &str| (!text.is_empty()).then(|| Value::from(text));
        let at = "article";
        self.set(table, at, "title", text(&about.title));
        let authors: Array = about.authors.iter().map(String::as_str).collect();
        self.set(
            table,
            at,
            "authors",
            (!authors.is_empty()).then_some(authors.into()),
        );
        self.set(
            table,
            at,
            "published",
            about.published.as_deref().and_then(text),
        );
        self.set(
            table,
            at,
            "section",
            about.section.as_deref().and_then(text),
        );
        self.set(table, at, "url", about.url.as_deref().and_then(text));
        self.set(table, at, "opening", text(&about.opening));
        self.set(table, at, "words", Some(integer(about.words)));
        let path = about.path.as_ref().map(|p| p.to_string_lossy());
        self.set(table, at, "path", path.as_deref().and_then(text));
    }

    fn table<'t>(
        &self,
        root: &'t mut dyn TableLike,
        key: &str,
        needed: bool,
    ) -> Option<&'t mut dyn TableLike> {
        if self.leaves(key) || (!needed && !root.contains_key(key)) {
            return None;
        }
        if root
            .get(key)
            .is_none_or(|item| item.as_table_like().is_none())
        {
            root.insert(key, toml_edit::table());
        }
        root.get_mut(key)?.as_table_like_mut()
    }

    fn set(&mut self, table: &mut dyn TableLike, at: &str, key: &str, value: Option<Value>) {
        if self.leaves(&name(at, key)) {
            return;
        }
        let Some(mut value) = value else {
            table.remove(key);
            return;
        };
        match table.get_mut(key).and_then(Item::as_value_mut) {
            Some(old) if same(old, &value) => {}
            Some(old) => {
                // With the comment that stands behind it.
                *value.decor_mut() = old.decor().clone();
                *old = value;
            }
            None => {
                table.insert(key, Item::Value(value));
            }
        }
    }

    fn leaves(&self, name: &str) -> bool {
        self.leave.iter().any(|left| left == name)
    }
}

fn name(at: &str, key: &str) -> String {
    if at.is_empty() {
        key.to_owned()
    } else {
        format!("{at}.{key}")
    }
}

/// The two say the same, however they are spelled.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::String(a), Value::String(b)) => a.value() == b.value(),
        (Value::Integer(a), Value::Integer(b)) => a.value() == b.value(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| same(a, b))
        }
        (_, Value::Float(b)) => number(a).is_some_and(|a| a.total_cmp(b.value()).is_eq()),
        (_, Value::Datetime(_)) => moment(a).is_some() && moment(a) == moment(b),
        _ => false,
    }
}

fn integer<T: TryInto<i64>>(count: T) -> Value {
    count.try_into().unwrap_or(i64::MAX).into()
}

/// Six digits are a letter in a text of a megabyte, and can still be read.
fn share(share: f64) -> Value {
    let share = if share.is_nan() {
        0.0
    } else {
        share.clamp(0.0, 1.0)
    };
    ((share * 1e6).round() / 1e6).into()
}

/// `None` only for years that TOML can't write.
fn time(time: Timestamp) -> Option<Value> {
    time.to_string().parse::<Datetime>().ok().map(Value::from)
}
