//! The metadata at the head of a Markdown or text file: YAML between `---`, TOML between `+++`.
//!
//! Knows the keys that clippers and site generators write (Obsidian Web Clipper, MarkDownload, Pocket
//! exports, Hugo, Jekyll). Real clippings hold `title: Rutte: de laatste`, which strict YAML rejects: such a
//! head is read again line by line, and the caller is told.

use crate::article::{Author, Meta};
use crate::parse::{byline, dates, single_spaced, tidy};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A head larger than this is none: nobody writes one, and its parser need not be tried on it.
const LARGEST: usize = 64 * 1024;
/// Lists in lists in maps: deeper than this nothing has a meaning here.
const DEEPEST: usize = 12;

/// What stands at the head of a file.
#[derive(Debug)]
pub(super) struct FrontMatter<'a> {
    /// What it says.
    pub meta: Meta,
    /// Whether it had to be read line by line.
    pub loose: bool,
    /// The text behind it.
    pub body: &'a str,
}

/// Takes the front matter off `text`; `None` where there is none.
pub(super) fn split(text: &str) -> Option<FrontMatter<'_>> {
    let (fence, inner, body) = fenced(text)?;
    let (fields, loose) = match fence {
        "+++" => match toml::from_str::<Value>(inner) {
            Ok(Value::Map(fields)) => (fields, false),
            _ => (by_line(inner, '='), true),
        },
        _ => match serde_saphyr::from_str_with_options::<Value>(inner, limits()) {
            Ok(Value::Map(fields)) => (fields, false),
            _ => (by_line(inner, ':'), true),
        },
    };
    Some(FrontMatter {
        meta: meta_of(&fields),
        loose,
        body,
    })
}

/// The fence, what stands between the fences, and what follows.
fn fenced(text: &str) -> Option<(&str, &str, &str)> {
    let (first, rest) = text.trim_start().split_once('\n')?;
    let fence = first.trim_end();
    let mark = match fence {
        "---" => ':',
        "+++" => '=',
        _ => return None,
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == fence || (fence == "---" && bare == "...") {
            let inner = rest.get(..at)?;
            // Between two rules stands text; between two fences stands at least one key.
            let has_key = inner.lines().any(|l| key_and_value(l, mark).is_some());
            return has_key.then_some((fence, inner, rest.get(at + line.len()..)?));
        }
        at += line.len();
        if at > LARGEST {
            return None;
        }
    }
    None
}

fn limits() -> serde_saphyr::Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: DEEPEST,
            max_nodes: 10_000,
            max_aliases: 100,
        },
        leading_zero_numbers_as_strings: true,
        with_snippet: false,
    }
}

/// A value of either notation, no more finely told apart than metadata needs.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
    Nothing,
}

impl Value {
    /// The text of a scalar, fit for one line; `None` where it is blank.
    fn text(&self) -> Option<String> {
        let Self::Text(raw) = self else { return None };
        let tidy = tidy::line(raw);
        let text = unlinked(single_spaced(&tidy).as_ref()).to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// The texts of a list, or of a scalar as a list of one.
    fn texts(&self) -> Vec<String> {
        match self {
            Self::List(items) => items.iter().filter_map(Value::text).collect(),
            other => other.text().into_iter().collect(),
        }
    }
}

/// `[[Sietske Kramer]]`, as Obsidian links a note, is `Sietske Kramer`; of `[[note|name]]`, the name.
fn unlinked(text: &str) -> &str {
    let Some(inner) = text.strip_prefix("[[").and_then(|t| t.strip_suffix("]]")) else {
        return text;
    };
    inner.rsplit('|').next().unwrap_or(inner).trim()
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some((key, value)) = entries.next_entry::<Value, Value>()? {
            match (key, value) {
                // How `toml` hands a date over: a map of one private key.
                (Value::Text(key), date) if key == "$__toml_private_datetime" => return Ok(date),
                (Value::Text(key), value) => map.push((key, value)),
                _ => {}
            }
        }
        Ok(Value::Map(map))
    }
}

/// Reads a head that is not valid, line by line: `key: value`, and below a key without value its list.
fn by_line(inner: &str, mark: char) -> Vec<(String, Value)> {
    let mut fields: Vec<(String, Value)> = Vec::new();
    for line in inner.lines() {
        let bare = line.trim();
        if let Some((key, value)) = key_and_value(line, mark) {
            fields.push((key.to_owned(), loose_value(value)));
        } else if let (Some(item), Some((_, value))) = (bare.strip_prefix("- "), fields.last_mut())
        {
            match value {
                Value::List(items) => items.push(Value::Text(unquoted(item).to_owned())),
                Value::Nothing => {
                    *value = Value::List(vec![Value::Text(unquoted(item).to_owned())]);
                }
                _ => {}
            }
        } else if line.starts_with(' ')
            && let Some((_, Value::Text(text))) = fields.last_mut()
        {
            // A value that goes on, indented, on the next line.
            text.push(' ');
            text.push_str(bare);
        }
    }
    fields
}

/// A key at the start of a line and what follows its mark.
fn key_and_value(line: &str, mark: char) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(mark)?;
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ');
    let fits = key.len() <= 40
        && key.starts_with(char::is_alphabetic)
        && key.chars().all(is_key)
        && (mark == '=' || value.is_empty() || value.starts_with(' '));
    fits.then_some((key.trim_end(), value.trim()))
}

fn loose_value(value: &str) -> Value {
    if value.is_empty() || matches!(value, "|" | ">" | "null" | "~") {
        return Value::Nothing;
    }
    let list = value
        .strip_prefix('[')
        .and_then(|v| v.strip_suffix(']'))
        .filter(|v| !v.starts_with('['));
    match list {
        Some(items) => Value::List(
            items
                .split(',')
                .map(|item| Value::Text(unquoted(item).to_owned()))
                .collect(),
        ),
        None => Value::Text(unquoted(value).to_owned()),
    }
}

fn unquoted(text: &str) -> &str {
    let text = text.trim();
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote).and_then(|t| t.strip_suffix(quote)) {
            return inner;
        }
    }
    text
}

/// Sorts the fields into what the program knows. The first key of each row that says anything counts.
fn meta_of(fields: &[(String, Value)]) -> Meta {
    let field = |names: &[&str]| {
        names.iter().find_map(|name| {
            fields
                .iter()
                .filter(|(key, value)| key.eq_ignore_ascii_case(name) && *value != Value::Nothing)
                .map(|(_, value)| value)
                .find(|value| {
                    !value.texts().is_empty() || matches!(value, Value::Map(_) | Value::List(_))
                })
        })
    };
    let text = |names: &[&str]| field(names).and_then(|value| value.texts().into_iter().next());
    let number = |names: &[&str]| {
        let digits: String = text(names)?
            .chars()
            .take_while(|c| c.is_ascii_digit() || *c == '.')
            .filter(char::is_ascii_digit)
            .collect();
        digits.parse::<u64>().ok()
    };

    let mut authors = field(&["author", "authors", "byline", "auteur", "auteurs", "door"])
        .map(authors_of)
        .unwrap_or_default();
    if let (Some(role), Some(first)) = (text(&["role", "functie", "rol"]), authors.first_mut()) {
        first.role.get_or_insert(role);
    }
    let source = text(&[
        "url",
        "source",
        "link",
        "canonical",
        "canonical_url",
        "bron",
    ]);
    let (url, named_source) = match source {
        Some(source) if source.contains("://") => (Some(source), None),
        other => (None, other),
    };
    Meta {
        title: text(&["title", "titel", "headline"]).unwrap_or_default(),
        authors,
        site: text(&[
            "site",
            "site_name",
            "publication",
            "publisher",
            "website",
            "krant",
        ])
        .or(named_source),
        section: text(&["section", "category", "categories", "rubriek", "genre"]),
        published: [
            "published",
            "date",
            "datum",
            "created",
            "pubdate",
            "date_published",
        ]
        .iter()
        .find_map(|key| dates::date(&text(&[key])?)),
        url,
        language: text(&["lang", "language", "taal"]),
        tags: field(&["tags", "keywords", "trefwoorden"])
            .map(tags_of)
            .unwrap_or_default(),
        reading_minutes: number(&["reading_minutes", "reading_time", "leestijd"])
            .and_then(|minutes| u32::try_from(minutes).ok()),
        views: number(&["views"]),
        note: text(&["note", "noot"]),
    }
}

fn authors_of(value: &Value) -> Vec<Author> {
    match value {
        Value::Text(_) => value.text().map(|t| byline::people(&t)).unwrap_or_default(),
        // A list holds one person an item: nothing in it is split.
        Value::List(items) => items.iter().filter_map(author_of).collect(),
        Value::Map(_) => author_of(value).into_iter().collect(),
        Value::Nothing => Vec::new(),
    }
}

fn author_of(value: &Value) -> Option<Author> {
    let Value::Map(fields) = value else {
        return value.text().map(|name| byline::person(&name));
    };
    let of = |names: &[&str]| {
        fields
            .iter()
            .find(|(key, _)| names.iter().any(|name| key.eq_ignore_ascii_case(name)))
            .and_then(|(_, value)| value.text())
    };
    Some(Author {
        name: of(&["name", "naam"])?,
        role: of(&["role", "functie", "rol", "title", "jobtitle", "bio"]),
    })
}

/// Keywords: a list, or one line parted by commas; a hash sign before them is notation.
fn tags_of(value: &Value) -> Vec<String> {
    let words = match value {
        Value::Text(_) => value
            .text()
            .unwrap_or_default()
            .split(',')
            .map(str::to_owned)
            .collect(),
        other => other.texts(),
    };
    words
        .iter()
        .map(|word| word.trim().trim_start_matches('#').to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meta(text: &str) -> Meta {
        split(text).expect("front matter").meta
    }

    #[test]
    fn a_clipping_of_obsidian_is_understood() {
        let found = split(
            "---\ntitle: \"De brug gaat dicht\"\nsource: \"https://krant.example/brug\"\nauthor:\n  - \"[[Sietske Kramer]]\"\n  - \"[[Mensen/Joris Bol|Joris Bol]]\"\npublished: 2025-02-24\ncreated: 2025-03-01\ndescription: \"Een lange dag.\"\ntags:\n  - \"clippings\"\n  - \"#water\"\n---\n\nTekst.",
        )
        .expect("front matter");
        assert!(!found.loose);
        assert_eq!(found.body, "\nTekst.");
        assert_eq!(found.meta.title, "De brug gaat dicht");
        assert_eq!(
            found.meta.url.as_deref(),
            Some("https://krant.example/brug")
        );
        let names: Vec<_> = found.meta.authors.iter().map(|a| a.name.as_str()).collect();
        assert_eq!(names, ["Sietske Kramer", "Joris Bol"]);
        assert_eq!(
            found.meta.published.map(|p| p.to_string()).as_deref(),
            Some("2025-02-24")
        );
        assert_eq!(found.meta.tags, ["clippings", "water"]);
    }

    #[test]
    fn a_colon_in_the_title_is_no_reason_to_lose_it() {
        let found = split("---\ntitle: Zeeman: de laatste vaart\nauthor: Sietske Kramer\ntags: [water, 'zee']\nrubriek:\n  - Essay\n---\nTekst.")
            .expect("front matter");
        assert!(found.loose);
        assert_eq!(found.meta.title, "Zeeman: de laatste vaart");
        assert_eq!(found.meta.authors[0].name, "Sietske Kramer");
        assert_eq!(found.meta.tags, ["water", "zee"]);
        assert_eq!(found.meta.section.as_deref(), Some("Essay"));
    }

    #[test]
    fn the_head_of_a_site_generator_in_toml_is_understood() {
        let found = meta(
            "+++\ntitle = \"De brug\"\ndate = 2025-02-24T10:00:00+01:00\ntags = [\"water\"]\n[[authors]]\nname = \"Joris Bol\"\nrole = \"sluiswachter\"\n+++\nTekst.",
        );
        assert_eq!(found.title, "De brug");
        assert_eq!(
            found.published.map(|p| p.to_string()).as_deref(),
            Some("2025-02-24T10:00:00+01:00")
        );
        assert_eq!(found.authors[0].role.as_deref(), Some("sluiswachter"));
    }

    #[test]
    fn every_key_that_matters_has_its_place() {
        let found = meta(
            "---\nTitle: Brug\nbyline: Joris Bol en Sietske Kramer\nrole: schippers\ndate: 24 februari 2025\nsite: De Kade\nsection: Essay\nlang: nl\nnote: De mensen in dit stuk zijn verzonnen.\nleestijd: 7\ntags: water, licht\n---\n",
        );
        assert_eq!(found.authors.len(), 2);
        assert_eq!(found.authors[0].role.as_deref(), Some("schippers"));
        assert_eq!(
            found.published.map(|p| p.to_string()).as_deref(),
            Some("2025-02-24")
        );
        assert_eq!(found.site.as_deref(), Some("De Kade"));
        assert_eq!(found.section.as_deref(), Some("Essay"));
        assert_eq!(found.language.as_deref(), Some("nl"));
        assert_eq!(
            found.note.as_deref(),
            Some("De mensen in dit stuk zijn verzonnen.")
        );
        assert_eq!(found.reading_minutes, Some(7));
        assert_eq!(found.tags, ["water", "licht"]);
    }

    #[test]
    fn the_day_of_publication_goes_before_the_day_of_clipping() {
        let found = meta("---\ncreated: 2025-03-01\npublished: 2025-02\n---\n");
        assert_eq!(
            found.published.map(|p| p.to_string()).as_deref(),
            Some("2025-02")
        );
    }

    #[test]
    fn two_rules_round_a_text_are_no_front_matter() {
        assert!(split("---\nEen gewone zin tussen twee lijnen.\n---\nEn verder.").is_none());
        assert!(split("---\ntitle: nooit gesloten\n\nTekst").is_none());
        assert!(split("Tekst\n---\ntitle: x\n---\n").is_none());
    }

    #[test]
    fn a_hostile_head_is_bounded() {
        let deep = format!(
            "---\ntitle: {}{}\n---\n",
            "[".repeat(20_000),
            "]".repeat(20_000)
        );
        assert!(split(&deep).is_some_and(|found| found.loose));
        let bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d]\ntitle: Bom\n---\n";
        assert_eq!(meta(bomb).title, "Bom");
        let large = format!("---\ntitle: x\n{}\n---\n", "k: v\n".repeat(20_000));
        assert!(split(&large).is_none());
    }
}
