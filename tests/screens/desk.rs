//! A reader at a desk: presses keys, and what the program asks for is done at once.

use jiff::Timestamp;
use leeslamp::app::keys::{Key, Keys};
use leeslamp::app::{App, Change, Effect, Keep, Msg, Opened, Preferences, Reader, Size, update};
use leeslamp::article::{Article, Id};
use leeslamp::library::{About, Collected, Entry, Kept, Origin};
use leeslamp::parse::{Form, parse};
use leeslamp::wording::Language;
use leeslamp::{quotes, typeset, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::collections::VecDeque;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use unicode_width::UnicodeWidthStr as _;

/// The program, the articles it can read, and what is kept about them.
pub struct Desk {
    pub app: App,
    articles: Vec<(Origin, Arc<Article>, Kept)>,
    /// Articles whose file and copy have gone.
    pub gone: Vec<Id>,
    /// What was copied.
    pub copied: Vec<String>,
}

/// A window.
pub const fn size(columns: u16, rows: u16) -> Size {
    Size { columns, rows }
}

fn moment() -> Timestamp {
    "2025-03-04T08:00:00Z".parse().expect("a moment")
}

/// An article of a file by this name.
pub fn article(name: &'static str, text: &str) -> Arc<Article> {
    Arc::new(parse(text.as_bytes(), Form::Markdown, name).expect("text"))
}

impl Desk {
    /// The program as it starts on these articles, a file name and a text each.
    pub fn with(size: Size, texts: &[(&'static str, &str)]) -> Self {
        Self::speaking(Language::Dutch, size, Preferences::default(), texts)
    }

    pub fn speaking(
        language: Language,
        size: Size,
        preferences: Preferences,
        texts: &[(&'static str, &str)],
    ) -> Self {
        let app = App::new(size, language.wording(), Keys::default(), preferences);
        let articles = texts
            .iter()
            .map(|&(name, text)| (Origin::BuiltIn(name), article(name, text), Kept::default()));
        let mut desk = Self {
            app,
            articles: articles.collect(),
            gone: Vec::new(),
            copied: Vec::new(),
        };
        desk.perform(vec![Effect::List]);
        desk
    }

    /// A desk with this article open on it.
    pub fn reading(size: Size, text: &str) -> Self {
        let mut desk = Self::with(size, &[("artikel.md", text)]);
        desk.press("Enter");
        desk
    }

    /// Presses keys, named as in the help and parted by blanks.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split(' ') {
            let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
            self.tell(Msg::Key(key));
        }
        self
    }

    /// Types a line, letter by letter.
    pub fn type_in(&mut self, line: &str) -> &mut Self {
        for c in line.chars() {
            let key = if c == ' ' {
                Key::parse("Space")
            } else {
                Key::parse(&c.to_string())
            };
            self.tell(Msg::Key(key.expect("a letter")));
        }
        self
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.tell(Msg::Resized(size(columns, rows)))
    }

    /// Gives the program a message, and does what it asks for.
    pub fn tell(&mut self, msg: Msg) -> &mut Self {
        let effects = update(&mut self.app, msg);
        self.perform(effects);
        self
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            for msg in self.answers(effect) {
                waiting.extend(update(&mut self.app, msg));
            }
        }
    }

    fn answers(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::List => {
                let entries = self.articles.iter();
                let entries = entries.map(|(o, a, k)| Entry::new(o.clone(), a, k.clone()));
                vec![
                    Msg::Listed(entries.collect()),
                    Msg::ListedAll {
                        skipped: 0,
                        problems: Vec::new(),
                    },
                ]
            }
            Effect::Collect => {
                let marked = self
                    .articles
                    .iter()
                    .filter(|(.., k)| !k.annotations.is_empty());
                let collected = marked.map(|(origin, article, kept)| {
                    let path = Some(Path::new("artikelen/artikel.md"));
                    let there =
                        (!self.gone.contains(article.id())).then(|| (origin.clone(), &**article));
                    let about = About::of(article, path);
                    Collected::new(article.id().clone(), about, there, &kept.annotations)
                });
                vec![Msg::Collected(collected.collect())]
            }
            Effect::Open(wanted) => {
                let found = self.articles.iter().find(|(o, ..)| *o == wanted);
                let (origin, article, kept) = found.expect("an article of this desk").clone();
                vec![Msg::Opened(Box::new(Opened {
                    origin,
                    article,
                    kept,
                }))]
            }
            Effect::FindQuotes(article) => {
                vec![Msg::Quoted(article.id().clone(), quotes::find(&article))]
            }
            Effect::Preview(_, id) => {
                let found = self.articles.iter().find(|(_, a, _)| *a.id() == id);
                let quotes = found.map(|(_, article, _)| quotes::find(article));
                vec![Msg::Quoted(id, quotes.unwrap_or_default())]
            }
            Effect::CountPages(article, setting) => {
                let counts = typeset::count_pages(&article, setting, &AtomicBool::new(false));
                counts
                    .map(|counts| Msg::Counted(article.id().clone(), counts))
                    .into_iter()
                    .collect()
            }
            Effect::SetAhead(article, setting, section) => {
                let ahead = typeset::set_ahead(&article, setting, section);
                vec![Msg::SetAhead(article.id().clone(), ahead)]
            }
            Effect::Keep(keep) => self.keep(*keep).into_iter().collect(),
            Effect::Copy(text) => {
                self.copied.push(text);
                Vec::new()
            }
            Effect::Browse(url) => vec![Msg::Browsing(url)],
            Effect::Settle => vec![Msg::Settled],
            Effect::Suspend | Effect::Quit => Vec::new(),
        }
    }

    fn keep(&mut self, Keep { id, change, .. }: Keep) -> Option<Msg> {
        let (_, _, kept) = self.articles.iter_mut().find(|(_, a, _)| *a.id() == id)?;
        match &change {
            Change::Opened => {
                kept.opened += 1;
                kept.last_opened = Some(moment());
            }
            Change::Place { anchor, progress } => {
                kept.place = Some(anchor.clone());
                kept.place_at = Some(moment());
                kept.progress = *progress;
                if *progress >= 1.0 {
                    kept.finished = Some(moment());
                }
            }
            Change::Save => kept.saved = Some(moment()),
            Change::Unsave => kept.saved = None,
            Change::Annotate { target, note } => {
                kept.annotations.add(target.clone(), note.clone(), moment());
            }
            Change::Reword { annotation, note } => {
                kept.annotations.reword(annotation, note.clone(), moment());
            }
            Change::Erase(gone) => kept.annotations.remove(*gone),
            Change::Restore(annotation) => kept.annotations.restore(annotation, moment()),
        }
        Some(Msg::Kept {
            id,
            kept: Box::new(kept.clone()),
            change,
        })
    }

    /// The open article.
    pub fn reader(&self) -> &Reader {
        self.app.reader().expect("an open article")
    }

    fn cells(&self) -> Buffer {
        let Size { columns, rows } = self.app.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a terminal");
        terminal
            .draw(|frame| view::view(&self.app, frame))
            .expect("drawn");
        terminal.backend().buffer().clone()
    }

    fn rows(&self) -> Vec<Vec<Cell>> {
        let cells = self.cells();
        let width = usize::from(cells.area.width.max(1));
        cells.content.chunks(width).map(<[Cell]>::to_vec).collect()
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        let rows = self.rows();
        let rows = rows.iter().map(|row| {
            let row: String = row.iter().map(Cell::symbol).collect();
            row.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// What stands out on the screen, and by which attributes: a line for each run of cells, with its row.
    pub fn standing_out(&self) -> String {
        let mut runs = String::new();
        for (y, row) in self.rows().iter().enumerate() {
            for run in row.chunk_by(|a, b| a.modifier == b.modifier && a.fg == b.fg) {
                let text: String = run.iter().map(Cell::symbol).collect();
                let look = look(&run[0]);
                if !look.is_empty() {
                    let _ = writeln!(runs, "{y:>2} {look}: {text}");
                }
            }
        }
        runs
    }

    /// Every cell that leaves its ground to the terminal. The second cell of a wide character is not sent.
    pub fn without_ground(&self) -> usize {
        let cells = self.cells();
        let before = [None].into_iter().chain(cells.content.iter().map(Some));
        let cells = cells.content.iter().zip(before);
        let sent = cells.filter(|(_, before)| before.is_none_or(|c| c.symbol().width() < 2));
        sent.filter(|(cell, _)| cell.bg == Color::Reset).count()
    }

    /// Every cell that has a colour.
    pub fn coloured(&self) -> usize {
        let cells = self.cells();
        let coloured = |c: &&Cell| c.fg != Color::Reset || c.bg != Color::Reset;
        cells.content.iter().filter(coloured).count()
    }
}

fn look(cell: &Cell) -> String {
    let mut names: Vec<String> = [
        (Modifier::BOLD, "bold"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ]
    .into_iter()
    .filter(|(modifier, _)| cell.modifier.contains(*modifier))
    .map(|(_, name)| name.to_owned())
    .collect();
    if cell.fg != Color::Reset {
        names.push(cell.fg.to_string().to_lowercase());
    }
    names.join(" ")
}
