//! The one table of keys. What a key does, the help screen and the README's table all come from it.

mod table;

use std::fmt;
use table::TABLE;

/// A key as the terminal reports it, without the releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Held with Ctrl.
    pub ctrl: bool,
}

/// The keys that the program knows apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A key that types this character.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Tab with Shift.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

const fn key(code: Code) -> Key {
    Key { code, ctrl: false }
}

const fn typed(c: char) -> Key {
    key(Code::Char(c))
}

const fn ctrl(c: char) -> Key {
    Key {
        code: Code::Char(c),
        ctrl: true,
    }
}

/// Names of keys as the help prints them and `config.toml` may spell them.
const NAMES: &[(&str, Code)] = &[
    ("Space", Code::Char(' ')),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("↑", Code::Up),
    ("↓", Code::Down),
    ("←", Code::Left),
    ("→", Code::Right),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Home", Code::Home),
    ("End", Code::End),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
];

impl Key {
    /// Reads a key's name: `j`, `Space`, `PgDn`, `Ctrl-O`. `None` for what is no key.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(&(_, code)) = NAMES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
        {
            return Some(key(code));
        }
        if let Some(rest) = name
            .strip_prefix("Ctrl-")
            .or_else(|| name.strip_prefix("ctrl-"))
        {
            let Key { code, .. } = Self::parse(rest)?;
            let code = match code {
                Code::Char(c) => Code::Char(c.to_ascii_lowercase()),
                other => other,
            };
            return Some(Key { code, ctrl: true });
        }
        let mut chars = name.chars();
        let only = chars.next().filter(|c| !c.is_control())?;
        chars.next().is_none().then(|| typed(only))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Code::Char(c)) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            (None, Code::Char(c)) => write!(f, "{c}"),
            (None, _) => Ok(()),
        }
    }
}

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// On an article's text.
    Reading,
    /// On an article's text, while words are selected.
    Selecting,
    /// In the list of bookmarks and highlights.
    Margin,
    /// In a list that lies beside or over the text: the quoted experts, the contents.
    Beside,
    /// In the library.
    Library,
}

/// What a key can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Turn to the next page.
    NextPage,
    /// Turn to the previous page.
    PreviousPage,
    /// One line, or one entry of a list, down.
    Down,
    /// One line, or one entry of a list, up.
    Up,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// To the beginning.
    Begin,
    /// To the end.
    End,
    /// Search in the text.
    Search,
    /// To the next place found.
    NextMatch,
    /// To the previous place found.
    PreviousMatch,
    /// Show the headings.
    Contents,
    /// Show or hide the quoted experts.
    Experts,
    /// Step into the list of quoted experts, or back to the text.
    StepIn,
    /// To the next quotation.
    NextQuotation,
    /// To the previous quotation.
    PreviousQuotation,
    /// Save the article, or undo that.
    Save,
    /// Bookmark the page, or undo that.
    Bookmark,
    /// Highlight the words that stand out or are selected, or undo that.
    Highlight,
    /// Select words.
    Select,
    /// To the next word.
    NextWord,
    /// To the previous word.
    PreviousWord,
    /// To the end of the sentence, or to the next one.
    NextSentence,
    /// To the beginning of the sentence, or to the previous one.
    PreviousSentence,
    /// To the end of the paragraph, or to the next one.
    NextParagraph,
    /// To the beginning of the paragraph, or to the previous one.
    PreviousParagraph,
    /// Select the whole sentence; again, the next one too.
    WholeSentence,
    /// Select the whole paragraph; again, the next one too.
    WholeParagraph,
    /// Move the other end of the selection.
    OtherEnd,
    /// Write a note on the words that are selected or stand out, or on the page.
    Annotate,
    /// Remove the chosen bookmark or highlight, with its note.
    Remove,
    /// Put back what was removed last.
    Undo,
    /// Show the bookmarks and highlights.
    Margin,
    /// Copy the words that are selected, stand out or are chosen.
    Copy,
    /// Open the article's source in the browser.
    Browse,
    /// Back to where the last jump began.
    JumpBack,
    /// Forward again.
    JumpForward,
    /// A narrower column.
    Narrower,
    /// A wider column.
    Wider,
    /// Straight or ragged right edge.
    Justify,
    /// One column, or two where they fit.
    Columns,
    /// Leave this list or article.
    Leave,
    /// Open, or go to, the chosen entry.
    Open,
    /// Filter the list while typing.
    Filter,
    /// List all articles.
    ShelfAll,
    /// List saved articles.
    ShelfSaved,
    /// List articles begun and not finished.
    ShelfReading,
    /// List articles that were never opened.
    ShelfUnread,
    /// List finished articles.
    ShelfFinished,
    /// Sort by the next property.
    Sort,
    /// Other colours.
    Theme,
    /// Show the keys.
    Help,
    /// Suspend the program.
    Suspend,
    /// Leave the program.
    Quit,
}

impl Place {
    /// All places, in the order of the help.
    pub const ALL: [Self; 5] = [
        Self::Reading,
        Self::Selecting,
        Self::Margin,
        Self::Beside,
        Self::Library,
    ];
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where it holds.
    pub place: Place,
    /// What it does.
    pub action: Action,
    /// Its name under `[keys]` in `config.toml`.
    pub name: &'static str,
    /// The keys for it.
    pub keys: Vec<Key>,
}

/// The keys as they are bound in this run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    rows: Vec<Binding>,
}

/// An entry under `[keys]` that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadBinding {
    /// There is no action of this name.
    UnknownAction(String),
    /// This is not the name of a key.
    UnknownKey(String),
}

impl Default for Keys {
    fn default() -> Self {
        let rows = TABLE.iter().map(|&(place, action, name, keys)| Binding {
            place,
            action,
            name,
            keys: keys.to_vec(),
        });
        Self {
            rows: rows.collect(),
        }
    }
}

impl Keys {
    /// The table with a reader's own choices in it: action names with the keys for them. A key that is
    /// given to one action is taken from the others of the same place. `Ctrl-C` always leaves.
    pub fn configured<'a>(
        choices: impl IntoIterator<Item = (&'a str, &'a [String])>,
    ) -> (Self, Vec<BadBinding>) {
        let mut keys = Self::default();
        let mut bad = Vec::new();
        for (name, spelled) in choices {
            if !keys.rows.iter().any(|row| row.name == name) {
                bad.push(BadBinding::UnknownAction(name.to_owned()));
                continue;
            }
            let mut chosen = Vec::new();
            for spelling in spelled {
                match Key::parse(spelling) {
                    Some(key) if key != ctrl('c') => chosen.push(key),
                    Some(_) => {}
                    None => bad.push(BadBinding::UnknownKey(spelling.clone())),
                }
            }
            keys.rebind(name, &chosen);
        }
        (keys, bad)
    }

    fn rebind(&mut self, name: &str, chosen: &[Key]) {
        let places: Vec<Place> = self
            .rows
            .iter()
            .filter(|row| row.name == name)
            .map(|row| row.place)
            .collect();
        for row in self
            .rows
            .iter_mut()
            .filter(|row| places.contains(&row.place))
        {
            if row.name == name {
                let always = row
                    .keys
                    .iter()
                    .copied()
                    .filter(|&k| k == ctrl('c'))
                    .collect::<Vec<_>>();
                row.keys = chosen.iter().copied().chain(always).collect();
            } else {
                row.keys.retain(|k| !chosen.contains(k));
            }
        }
    }

    /// What `key` does in `place`.
    pub fn action(&self, place: Place, key: Key) -> Option<Action> {
        self.rows
            .iter()
            .find(|row| row.place == place && row.keys.contains(&key))
            .map(|row| row.action)
    }

    /// The rows of one place, in the order of the help.
    pub fn of(&self, place: Place) -> impl Iterator<Item = &Binding> {
        self.rows.iter().filter(move |row| row.place == place)
    }

    /// The first key for an action, for hints on the screen; empty where it has none.
    pub fn hint(&self, place: Place, action: Action) -> String {
        let row = self
            .rows
            .iter()
            .find(|row| row.place == place && row.action == action);
        row.and_then(|row| row.keys.first())
            .map(Key::to_string)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Place::{Library, Margin, Reading, Selecting};
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        let keys = Keys::default();
        for place in Place::ALL {
            let mut seen = std::collections::HashMap::new();
            for row in keys.of(place) {
                for k in &row.keys {
                    assert_eq!(seen.insert(*k, row.action), None, "{k} in {place:?}");
                }
            }
        }
    }

    #[test]
    fn every_key_in_the_help_can_be_spelled_in_the_settings() {
        for row in &Keys::default().rows {
            for k in &row.keys {
                assert_eq!(Key::parse(&k.to_string()), Some(*k), "{k}");
            }
        }
        assert_eq!(Key::parse("Pagina"), None);
        assert_eq!(Key::parse(""), None);
    }

    #[test]
    fn a_reader_may_bind_keys_anew_and_ctrl_c_still_leaves() {
        let wanted = ["n".to_owned(), "Ctrl-N".to_owned()];
        let quit = ["x".to_owned()];
        let (keys, bad) = Keys::configured([("next_page", &wanted[..]), ("quit", &quit[..])]);
        assert_eq!(bad, []);
        assert_eq!(keys.action(Reading, typed('n')), Some(Action::NextPage));
        assert_eq!(keys.action(Reading, ctrl('n')), Some(Action::NextPage));
        assert_eq!(keys.action(Reading, typed(' ')), None);
        assert_eq!(keys.action(Reading, typed('q')), None);
        assert_eq!(keys.action(Reading, ctrl('c')), Some(Action::Quit));
    }

    #[test]
    fn a_wrong_name_is_named_and_the_rest_still_counts() {
        let (next, nonsense) = (["zz".to_owned(), "x".to_owned()], ["q".to_owned()]);
        let (keys, bad) = Keys::configured([("next_page", &next[..]), ("fly", &nonsense[..])]);
        assert_eq!(
            bad,
            [
                BadBinding::UnknownKey("zz".into()),
                BadBinding::UnknownAction("fly".into())
            ]
        );
        assert_eq!(keys.action(Reading, typed('x')), Some(Action::NextPage));
    }

    #[test]
    fn the_readme_names_every_action_and_its_keys_in_one_row() {
        let readme = include_str!("../../README.md");
        for place in [Reading, Selecting, Margin, Library] {
            for row in Keys::default().of(place) {
                let name = format!("`{}`", row.name);
                let told = readme.lines().any(|line| {
                    line.contains(&name)
                        && row
                            .keys
                            .iter()
                            .all(|key| line.contains(&format!("`{key}`")))
                });
                // What holds in both places stands in the table of reading alone.
                assert!(told, "{name} with {:?}", row.keys);
            }
        }
    }
}
