//! The program's state as values, and the one function that changes it.
//!
//! [`update`] takes a message and gives effects; it touches nothing outside, so that a test can play a
//! reader's keys without a terminal. Knows no files, no clock and no drawing: `view` draws an [`App`],
//! `terminal` performs the effects.

mod browsing;
pub mod collection;
mod copying;
pub mod draft;
mod jumps;
mod kept;
pub mod keys;
pub mod layout;
pub mod margin;
mod message;
pub mod opening;
pub mod people;
mod reader;
mod reading;
pub mod selection;
pub mod shelves;
pub mod sidebar;

pub use message::{Change, Effect, Keep, Msg, Opened, Size};
pub use reader::{Focus, Reader, Search, Shown};
pub use shelves::Shelves;

use crate::typeset::{Alignment, Hyphenation};
use crate::wording::Wording;
use collection::{Collection, Errand};
use jiff::tz::TimeZone;
use keys::{Action, Code, Key, Keys, Place};
use layout::{CollectionLayout, LibraryLayout, ReaderLayout};

/// How the reader wants articles to be set. What is changed with keys lasts until the program ends; what
/// stands in `config.toml` lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The widest column, in cells.
    pub measure: u16,
    /// Columns of text, where two fit.
    pub columns: u8,
    /// Ragged or justified.
    pub alignment: Alignment,
    /// Whether words are divided.
    pub hyphenation: Hyphenation,
    /// Whether the quoted experts stand beside the text where there is room.
    pub sidebar: bool,
    /// In which colours.
    pub colours: Colours,
}

/// The colours of the screen. Nothing is ever told by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// The sixteen that the terminal's own palette names, on its own ground.
    #[default]
    Palette,
    /// Dark letters on a light ground, whatever the terminal's are.
    Light,
    /// Light letters on a dark ground.
    Dark,
    /// None, as `NO_COLOR` asks.
    None,
}

impl Colours {
    /// The next ones, round; none stay none.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Palette => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Palette,
            Self::None => Self::None,
        }
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            measure: 66,
            columns: 1,
            alignment: Alignment::Ragged,
            hyphenation: Hyphenation::On,
            sidebar: true,
            colours: Colours::Palette,
        }
    }
}

/// The narrowest and widest column that the keys lead to.
const MEASURES: (u16, u16) = (30, 120);

/// What a note tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something that happened.
    Plain,
    /// Something that went wrong.
    Problem,
}

/// A sentence for the status line; the next key takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it tells.
    pub tone: Tone,
    /// The sentence.
    pub text: String,
}

impl Note {
    /// Says that something happened.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Plain,
            text: text.into(),
        }
    }

    /// Says that something went wrong.
    pub fn problem(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Problem,
            text: text.into(),
        }
    }
}

/// Which screen is shown.
#[derive(Debug)]
pub enum Screen {
    /// The list of articles.
    Library,
    /// The bookmarks and highlights of every article.
    Collection(Box<Collection>),
    /// An open article.
    Reader(Box<Reader>),
}

/// The whole state.
#[derive(Debug)]
pub struct App {
    /// The window.
    pub size: Size,
    /// The interface's sentences.
    pub words: &'static Wording,
    /// The keys.
    pub keys: Keys,
    /// How articles are set.
    pub preferences: Preferences,
    /// The screen that is shown.
    pub screen: Screen,
    /// The library, also while an article is open.
    pub shelves: Shelves,
    /// What is to be done in the article that is being opened.
    pub errand: Option<Errand>,
    /// The first visible row of the help, where it lies over the screen.
    pub help: Option<usize>,
    /// A sentence for the status line.
    pub note: Option<Note>,
    /// Where the reader is, for the dates of what was read when.
    pub zone: TimeZone,
    /// Whether the articles listed are the ones that come with the program.
    pub built_in: bool,
}

impl App {
    /// A program that has just been started and shows an empty library.
    pub fn new(size: Size, words: &'static Wording, keys: Keys, preferences: Preferences) -> Self {
        Self {
            size,
            words,
            keys,
            preferences,
            screen: Screen::Library,
            shelves: Shelves::default(),
            errand: None,
            help: None,
            note: None,
            zone: TimeZone::UTC,
            built_in: false,
        }
    }

    /// Where everything stands while an article is read.
    pub fn reader_layout(&self) -> ReaderLayout {
        layout::reader(self.size, &self.preferences, self.preferences.sidebar)
    }

    /// Where everything stands in the library.
    pub fn library_layout(&self) -> LibraryLayout {
        layout::library(self.size)
    }

    /// Where everything stands in the list of all bookmarks and highlights.
    pub fn collection_layout(&self) -> CollectionLayout {
        layout::collection(self.size)
    }

    /// The open article.
    pub fn reader(&self) -> Option<&Reader> {
        match &self.screen {
            Screen::Reader(reader) => Some(reader),
            Screen::Library | Screen::Collection(_) => None,
        }
    }
}

/// Takes one message and gives what has to be done outside.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    let mut effects = take(app, msg);
    effects.extend(reading::look_ahead(app));
    effects
}

fn take(app: &mut App, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => press(app, key),
        Msg::Pasted(text) => paste(app, &text),
        Msg::Wheel(by) => reading::wheel(app, by),
        Msg::Click { column, row } => reading::click(app, column, row),
        Msg::Resized(size) => {
            app.size = size;
            app.shelves.scroll_into(app.library_layout().list.height);
            collection::wheel(app, 0);
            reading::resize(app)
        }
        Msg::Listed(entries) => {
            app.shelves.add(entries);
            browsing::preview(app)
        }
        Msg::ListedAll { skipped, problems } => {
            app.shelves.listing = false;
            app.shelves.skipped = skipped;
            if let Some(first) = problems.first() {
                let more = problems.len() - 1;
                let more = if more > 0 {
                    format!(" ({})", (app.words.screen.and_more)(more))
                } else {
                    String::new()
                };
                app.note = Some(Note::problem(format!("{first}{more}")));
            }
            app.shelves.problems = problems;
            Vec::new()
        }
        Msg::Opened(opened) => reading::open(app, *opened),
        Msg::Quoted(id, quotes) => {
            reading::quoted(app, &id, &quotes);
            app.shelves.take_preview(id, quotes);
            Vec::new()
        }
        Msg::Counted(id, counts) => {
            reading::counted(app, &id, &counts);
            Vec::new()
        }
        Msg::SetAhead(id, ahead) => {
            reading::set_ahead(app, &id, ahead);
            Vec::new()
        }
        Msg::Kept { id, kept, change } => {
            kept::take(app, &id, *kept, &change);
            match change {
                Change::Erase(_) | Change::Restore(_) => collection::refresh(app),
                _ => Vec::new(),
            }
        }
        Msg::Collected(articles) => {
            collection::take(app, articles);
            Vec::new()
        }
        Msg::NotOpened(why) => {
            app.errand = None;
            app.note = Some(Note::problem(why));
            Vec::new()
        }
        Msg::NotKept(why) => {
            app.note = Some(Note::problem(why));
            Vec::new()
        }
        Msg::Browsing(url) => {
            app.note = Some(Note::plain((app.words.screen.browsing)(&url)));
            Vec::new()
        }
        Msg::NoBrowser(url) => {
            app.note = Some(Note::problem((app.words.screen.no_browser)(&url)));
            Vec::new()
        }
        Msg::KeptAfterAll => {
            app.note = Some(Note::plain(app.words.screen.kept_after_all));
            Vec::new()
        }
        Msg::Settled => reading::keep_place(app),
        Msg::Suspending => draft::finish(app),
        Msg::Ended => quit(app),
    }
}

fn press(app: &mut App, key: Key) -> Vec<Effect> {
    app.note = None;
    if app.help.is_some() {
        return press_in_help(app, key);
    }
    match &app.screen {
        Screen::Reader(_) => reading::press(app, key),
        Screen::Library => browsing::press(app, key),
        Screen::Collection(_) => collection::press(app, key),
    }
}

/// Turns to the next colours, and says which they are.
fn next_theme(app: &mut App) -> Vec<Effect> {
    let next = app.preferences.colours.next();
    app.preferences.colours = next;
    let [palette, light, dark, none] = app.words.screen.themes;
    let name = match next {
        Colours::Palette => palette,
        Colours::Light => light,
        Colours::Dark => dark,
        Colours::None => none,
    };
    app.note = Some(Note::plain(name));
    Vec::new()
}

/// More characters than anybody filters or searches by: a whole article pasted by mistake would be typed
/// letter by letter, and the list made anew for each.
const LONGEST_PASTE: usize = 200;

/// Pasted text is typed where something is being typed, and does nothing elsewhere: it is no row of keys.
fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    draft::paste(app, text);
    let typing = match &app.screen {
        Screen::Reader(reader) => reader.focus == Focus::Search,
        Screen::Library => app.shelves.typing,
        Screen::Collection(_) => false,
    };
    let typed = text
        .chars()
        .filter(|c| typing && !c.is_control())
        .take(LONGEST_PASTE);
    typed
        .flat_map(|c| {
            press(
                app,
                Key {
                    code: Code::Char(c),
                    ctrl: false,
                },
            )
        })
        .collect()
}

fn press_in_help(app: &mut App, key: Key) -> Vec<Effect> {
    let top = app.help.unwrap_or_default();
    let page = usize::from(app.reader_layout().overlay.height.saturating_sub(3)).max(1);
    app.help = match app.keys.action(Place::Beside, key) {
        Some(Action::Quit) => return quit(app),
        Some(Action::Suspend) => return vec![Effect::Suspend],
        Some(Action::Down) => Some(top + 1),
        Some(Action::Up) => Some(top.saturating_sub(1)),
        Some(Action::HalfDown) => Some(top + page),
        Some(Action::HalfUp) => Some(top.saturating_sub(page)),
        Some(Action::Begin) => Some(0),
        Some(Action::End) => Some(help_rows(app)),
        _ if key.code == Code::Char(' ') => Some(top + page),
        _ => None,
    };
    let most = help_rows(app).saturating_sub(page);
    app.help = app.help.map(|top| top.min(most));
    Vec::new()
}

/// Rows of the help: one for each action, and a heading and a blank row for each place.
pub fn help_rows(app: &App) -> usize {
    Place::ALL
        .map(|place| app.keys.of(place).count() + 2)
        .iter()
        .sum()
}

fn quit(app: &mut App) -> Vec<Effect> {
    let mut effects = draft::finish(app);
    effects.extend(reading::keep_place(app));
    effects.push(Effect::Quit);
    effects
}

/// What a key does to a line that is being typed.
enum Edit {
    Changed(String),
    Done,
    Dropped,
    NotTyping,
}

fn edit(line: &str, key: Key) -> Edit {
    let shorter = |keep: &str| Edit::Changed(keep.to_owned());
    match key {
        Key {
            code: Code::Char(c),
            ctrl: false,
        } => Edit::Changed(format!("{line}{c}")),
        Key {
            code: Code::Char('u'),
            ctrl: true,
        } => Edit::Changed(String::new()),
        Key {
            code: Code::Char('w'),
            ctrl: true,
        } => {
            let kept = line.trim_end();
            shorter(
                kept.rfind(' ')
                    .and_then(|at| kept.get(..=at))
                    .unwrap_or_default(),
            )
        }
        Key {
            code: Code::Backspace,
            ..
        } if line.is_empty() => Edit::Dropped,
        Key {
            code: Code::Backspace,
            ..
        } => {
            let mut kept = line.to_owned();
            kept.pop();
            Edit::Changed(kept)
        }
        Key {
            code: Code::Enter, ..
        } => Edit::Done,
        Key {
            code: Code::Esc, ..
        } => Edit::Dropped,
        _ => Edit::NotTyping,
    }
}
