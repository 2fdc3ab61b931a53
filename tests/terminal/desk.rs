//! A reader's desk: an article, a config directory, and the program opened on them.

use crate::pty::{Start, Terminal};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A reader's desk: a folder with an article, and a config directory.
pub struct Desk {
    pub home: TempDir,
    pub article: PathBuf,
}

impl Desk {
    pub fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let folder = home.path().join("artikelen");
        fs::create_dir(&folder).expect("a folder");
        let article = folder.join("molens.md");
        fs::write(&article, long_article()).expect("an article");
        Self { home, article }
    }

    pub fn config(&self) -> PathBuf {
        self.home.path().join("config")
    }

    pub fn open(&self, columns: u16, rows: u16) -> Terminal {
        self.open_with(columns, rows, &[])
    }

    pub fn open_with(&self, columns: u16, rows: u16, environment: &[(&str, &str)]) -> Terminal {
        let article = self.article.to_str().expect("a plain path");
        let config = self.config();
        Terminal::start(&Start {
            arguments: &[article],
            config: &config,
            columns,
            rows,
            environment,
        })
    }

    /// Starts a shell script in which `$LEESLAMP` is the program, `$ARTICLE` the article and
    /// `$LEESLAMP_CONFIG_DIR` the config directory.
    pub fn script(&self, script: &str) -> Terminal {
        let config = self.config();
        let article = self.article.to_str().expect("a plain path");
        let start = Start {
            arguments: &[],
            config: &config,
            columns: 80,
            rows: 24,
            environment: &[("ARTICLE", article)],
        };
        Terminal::shell(script, &start)
    }

    /// The state files, but no file that is still being written.
    pub fn states(&self) -> Vec<PathBuf> {
        states_in(&self.config())
    }

    /// The one state file.
    pub fn state_file(&self) -> PathBuf {
        let states = self.states();
        assert_eq!(states.len(), 1, "{states:?}");
        states[0].clone()
    }

    /// The state of everything that was read.
    pub fn state(&self) -> String {
        state_in(&self.config())
    }

    /// The place that is kept, in bytes; `None` where none is yet.
    pub fn place(&self) -> Option<usize> {
        place_of(&self.state())
    }

    /// Opens the article, turns `pages` pages and leaves; gives the number of the first molen shown.
    pub fn read_on(&self, pages: usize) -> u32 {
        let mut terminal = self.open(80, 24);
        terminal.wait_for("Molen ");
        let page = format!("pagina {} van", pages + 1);
        terminal.press("g");
        terminal.press(&" ".repeat(pages));
        let screen = terminal.wait_for(&page);
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
        first_molen(&screen).expect("a number")
    }

    /// Opens the article, and waits until it stands at `molen`.
    pub fn find_again(&self, molen: u32) {
        let mut terminal = self.open(80, 24);
        terminal.wait_until("the same page", |s| first_molen(s) == Some(molen));
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
    }
}

/// The state files in a config directory.
pub fn states_in(config: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(config.join("articles"));
    let names = entries.into_iter().flatten().flatten().map(|e| e.path());
    let mut states: Vec<PathBuf> = names
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    states.sort();
    states
}

/// What all state files in a config directory say.
pub fn state_in(config: &Path) -> String {
    let states = states_in(config);
    // One that another instance replaces in between is read again.
    states
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .collect()
}

/// The place in a state.
pub fn place_of(state: &str) -> Option<usize> {
    let (_, after) = state.split_once("\noffset = ")?;
    after.lines().next()?.parse().ok()
}

/// Sixty paragraphs, each with a number that is nowhere else.
pub fn long_article() -> String {
    let mut text =
        String::from("---\ntitle: Zestig molens\nauthor: Wies Terpstra\ndate: 2025-03-01\n---\n\n");
    for n in 1..=60 {
        let _ = write!(
            text,
            "Molen {n} staat aan het water en draait als de wind uit het westen komt. „Dat is genoeg”, zegt \
             molenaar Jelle Wiersma van molen {n}, die er al jaren woont en nooit ergens anders wilde zijn.\n\n"
        );
    }
    text
}

/// The number of the first molen named on the screen.
pub fn first_molen(screen: &str) -> Option<u32> {
    let after = screen.split("Molen ").nth(1)?;
    after
        .chars()
        .take_while(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .ok()
}

/// The paragraphs named anywhere on the screen.
pub fn names_molen(screen: &str, n: u32) -> bool {
    screen.contains(&format!("Molen {n} ")) || screen.contains(&format!("molen {n},"))
}
