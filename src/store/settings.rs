//! `config.toml`: read, never written. A key that is wrong is named and passed over; the others count.

use super::{Problem, Reason, Store};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use toml_edit::{DocumentMut, Item, Table, Value};

/// The reader's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own in the file; none excludes another"
)]
pub struct Settings {
    /// The folders of the library. `~` is the home directory, a relative path is inside the config directory.
    pub folders: Vec<PathBuf>,
    /// The language of the interface; `None` for the locale's.
    pub language: Option<ConfiguredLanguage>,
    /// The widest a line may be, in columns.
    pub measure: u16,
    /// Lines of equal width.
    pub justify: bool,
    /// Words may be divided.
    pub hyphenation: bool,
    /// The colours.
    pub theme: ConfiguredTheme,
    /// The people quoted stand beside the text where there is room.
    pub sidebar: bool,
    /// The mouse scrolls and clicks; the terminal's own selection then needs Shift.
    pub mouse: bool,
    /// Columns of text side by side, where the window has room for them.
    pub columns: u16,
    /// Keys of the reader's own: the name of an action, and the keys as they are spelled.
    pub keys: BTreeMap<String, Vec<String>>,
}

/// A language that the settings can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfiguredLanguage {
    /// `nl`.
    Dutch,
    /// `en`.
    English,
}

/// The colours that the settings can name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ConfiguredTheme {
    /// `terminal`: the terminal's own.
    #[default]
    Terminal,
    /// `light`.
    Light,
    /// `dark`.
    Dark,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            folders: Vec::new(),
            language: None,
            // What typographers call the satisfactory measure for a text page (Bringhurst, 2.1.2).
            measure: 66,
            justify: false,
            hyphenation: true,
            theme: ConfiguredTheme::Terminal,
            sidebar: true,
            mouse: false,
            columns: 1,
            keys: BTreeMap::new(),
        }
    }
}

/// The narrowest and the widest measure that can be set: a word and its hyphen must fit, and nobody finds
/// the next line at the end of 200 letters.
const MEASURES: std::ops::RangeInclusive<i64> = 20..=200;

/// Columns of text that can be set.
const COLUMNS: std::ops::RangeInclusive<i64> = 1..=4;

impl Store {
    /// The reader's settings, and what is wrong with them. Where there is no `config.toml`, the defaults.
    pub fn settings(&self) -> (Settings, Vec<Problem>) {
        let Some(path) = self
            .inner
            .home
            .as_ref()
            .map(|home| home.join("config.toml"))
        else {
            return (Settings::default(), Vec::new());
        };
        match fs::read(&path) {
            Ok(bytes) => read(&path, &bytes),
            Err(e) if e.kind() == ErrorKind::NotFound => (Settings::default(), Vec::new()),
            // A file where the config directory should be is told by `Store::problem`.
            Err(e) if e.kind() == ErrorKind::NotADirectory => (Settings::default(), Vec::new()),
            Err(e) => (Settings::default(), vec![Problem::io(&path, &e)]),
        }
    }
}

fn read(path: &Path, bytes: &[u8]) -> (Settings, Vec<Problem>) {
    let mut settings = Settings::default();
    let text = String::from_utf8_lossy(bytes);
    let document = match text.parse::<DocumentMut>() {
        Ok(document) => document,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let line = 1 + text.bytes().take(at).filter(|&b| b == b'\n').count();
            return (settings, vec![Problem::new(path, Reason::Broken(line))]);
        }
    };
    let mut problems = Vec::new();
    for (key, item) in document.iter() {
        let reason = if key == "keys" {
            match item.as_table() {
                Some(table) => {
                    problems.extend(
                        keys(&mut settings, table)
                            .into_iter()
                            .map(|r| Problem::new(path, r)),
                    );
                    continue;
                }
                None => Some(Reason::WrongValue(key.to_owned())),
            }
        } else {
            set(&mut settings, path, key, item)
        };
        problems.extend(reason.map(|reason| Problem::new(path, reason)));
    }
    (settings, problems)
}

/// Takes one key over; says what is wrong with it.
fn set(settings: &mut Settings, path: &Path, key: &str, item: &Item) -> Option<Reason> {
    let number = |range: std::ops::RangeInclusive<i64>| {
        let number = item.as_integer().filter(|n| range.contains(n))?;
        u16::try_from(number).ok()
    };
    let taken = match key {
        "folders" => folders(path, item).map(|folders| settings.folders = folders),
        "language" => language(item).map(|language| settings.language = Some(language)),
        "measure" => number(MEASURES).map(|n| settings.measure = n),
        "columns" => number(COLUMNS).map(|n| settings.columns = n),
        "justify" => item.as_bool().map(|b| settings.justify = b),
        "hyphenation" => item.as_bool().map(|b| settings.hyphenation = b),
        "sidebar" => item.as_bool().map(|b| settings.sidebar = b),
        "mouse" => item.as_bool().map(|b| settings.mouse = b),
        "theme" => theme(item).map(|theme| settings.theme = theme),
        _ => return Some(Reason::UnknownKey(key.to_owned())),
    };
    taken.is_none().then(|| Reason::WrongValue(key.to_owned()))
}

fn language(item: &Item) -> Option<ConfiguredLanguage> {
    match item.as_str()? {
        "nl" => Some(ConfiguredLanguage::Dutch),
        "en" => Some(ConfiguredLanguage::English),
        _ => None,
    }
}

fn theme(item: &Item) -> Option<ConfiguredTheme> {
    match item.as_str()? {
        "terminal" => Some(ConfiguredTheme::Terminal),
        "light" => Some(ConfiguredTheme::Light),
        "dark" => Some(ConfiguredTheme::Dark),
        _ => None,
    }
}

/// One folder as a string, or several as a list.
fn folders(config: &Path, item: &Item) -> Option<Vec<PathBuf>> {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
    let folder = |text: &str| -> PathBuf {
        match (text.strip_prefix('~'), &home) {
            (Some(rest), Some(home)) if rest.is_empty() || rest.starts_with('/') => {
                home.join(rest.trim_start_matches('/'))
            }
            _ => config.parent().unwrap_or(Path::new("")).join(text),
        }
    };
    Some(strings(item)?.iter().map(|text| folder(text)).collect())
}

fn keys(settings: &mut Settings, table: &Table) -> Vec<Reason> {
    let mut wrong = Vec::new();
    for (action, item) in table {
        match strings(item) {
            Some(keys) => {
                settings.keys.insert(action.to_owned(), keys);
            }
            None => wrong.push(Reason::WrongValue(format!("keys.{action}"))),
        }
    }
    wrong
}

fn strings(item: &Item) -> Option<Vec<String>> {
    match item.as_value()? {
        Value::String(text) => Some(vec![text.value().clone()]),
        Value::Array(list) => list.iter().map(|v| v.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}
