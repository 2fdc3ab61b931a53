//! The outside of the interface: the loop, the effects, and the terminal on loan.
//!
//! One loop: wait for a message, take all that are waiting, change the state, draw once. Nothing ticks; a
//! program that nobody touches does nothing. What takes time runs on threads (`work`, `keeper`) and comes
//! back as messages, so that a key is never kept waiting. Knows nothing of parsing or typesetting itself.

mod guard;
mod input;
mod keeper;
mod work;

use crate::app::keys::{BadBinding, Keys};
use crate::app::{self, App, Colours, Effect, Msg, Note, Preferences, Size};
use crate::library::Origin;
use crate::store::{ConfiguredTheme, Problem, Scope, Settings, Store};
use crate::typeset::{Alignment, Hyphenation};
use crate::view::view;
use crate::wording::Wording;
use anyhow::Context as _;
use guard::{Canvas, Guard, Mouse};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ratatui::crossterm::terminal::size;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use work::Work;

/// How the interface is opened.
#[derive(Debug)]
pub struct Opening {
    /// Files and folders named on the command line; `-` is standard input.
    pub paths: Vec<PathBuf>,
    /// The reader's state and settings.
    pub store: Store,
    /// The settings, and what is wrong with them.
    pub settings: Settings,
    /// Sentences about what went wrong so far.
    pub problems: Vec<String>,
    /// The interface's sentences.
    pub words: &'static Wording,
}

/// How the interface ended.
#[derive(Debug)]
pub struct Ending {
    /// Why.
    pub cause: Cause,
    /// What could not be kept, a sentence each.
    pub lost: Vec<String>,
}

/// Why the interface ended.
#[derive(Debug)]
pub enum Cause {
    /// The reader left.
    Left,
    /// A signal of this number.
    Signal(i32),
    /// The terminal was there, and is not any more.
    Terminal(anyhow::Error),
}

/// Why the interface could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The one article or folder that was named could not be read.
    #[error("{0}")]
    Unreadable(Problem),
    /// The terminal did not play along.
    #[error("{0:#}")]
    Terminal(#[from] anyhow::Error),
}

/// Something that wakes the loop.
enum Wake {
    Message(Msg),
    Signal(i32),
    Suspended,
}

/// A place that has stood still for this long is kept; well under the half second after which it must
/// survive anything.
const SETTLES_AFTER: Duration = Duration::from_millis(250);

/// Opens the interface and stays until the reader leaves.
///
/// # Errors
/// [`Refusal`] where the only thing asked for can't be read, or the terminal can't be used.
pub fn run(opening: Opening) -> Result<Ending, Refusal> {
    let Opening {
        paths,
        store,
        settings,
        problems,
        words,
    } = opening;
    // Read before the screen is taken: an unreadable file is one line in the shell.
    let article = match only_file(&paths) {
        Some(origin) => Some(work::open(&store, origin).map_err(Refusal::Unreadable)?),
        None => None,
    };
    let scope = scope(paths, article.as_ref().map(|(a, _)| &a.origin), &settings);
    let (to, messages) = channel();
    input::listen_to_signals(to.clone()).context("signals")?;
    let mouse = if settings.mouse {
        Mouse::Captured
    } else {
        Mouse::Free
    };
    let mut guard = Guard::take(mouse).context("terminal")?;
    input::begin().context("terminal")?;
    let (columns, rows) = size().context("terminal")?;
    let app = app(Size { columns, rows }, &settings, problems, words);
    let mut session = Session {
        app: App {
            built_in: scope == Scope::Settings(Vec::new()),
            zone: TimeZone::system(),
            ..app
        },
        work: Work::new(store.clone(), scope, words, to.clone()),
        settle_at: None,
        canvas: Canvas::Known,
        copies: Vec::new(),
        signal: None,
    };
    match article {
        Some((opened, problem)) => {
            session.take(Msg::Opened(Box::new(opened)));
            if let Some(problem) = problem {
                session.take(Msg::NotKept(problem.line(words.reason)));
            }
        }
        None => session.list(),
    }
    let ended = session.run(&mut guard, &messages, &to);
    drop(guard);
    session.work.finish();
    // Whatever became of the terminal, what could not be kept so far is tried again.
    let lost = store.flush(Timestamp::now());
    let cause = match (session.signal, ended.context("terminal")) {
        (Some(number), _) => Cause::Signal(number),
        (None, Err(error)) => Cause::Terminal(error),
        (None, Ok(())) => Cause::Left,
    };
    Ok(Ending {
        cause,
        lost: lost.iter().map(|p| not_kept(p, words)).collect(),
    })
}

/// What could not be kept, the reason first: the status line may be too short for the file's name.
fn not_kept(problem: &Problem, words: &Wording) -> String {
    let reason = (words.reason)(problem.reason.key(), &problem.reason.detail());
    (words.screen.not_kept)(&reason, &problem.name())
}

/// The one file, or standard input, that was asked for, if it was one. A pipe is a file here, and so is
/// what does not exist: reading it tells, or finds the copy of what was saved.
fn only_file(paths: &[PathBuf]) -> Option<Origin> {
    match paths {
        [path] if path.as_os_str() == "-" => Some(Origin::Stdin),
        [path] if !path.is_dir() => Some(Origin::File(path.clone())),
        _ => None,
    }
}

/// What the library lists: what was named, and for a single article what stands beside it.
fn scope(paths: Vec<PathBuf>, article: Option<&Origin>, settings: &Settings) -> Scope {
    match article {
        Some(Origin::File(file)) if file.is_file() => Scope::Beside(file.clone()),
        Some(_) => Scope::new(Vec::new(), settings),
        None => Scope::new(paths, settings),
    }
}

fn app(size: Size, settings: &Settings, mut problems: Vec<String>, words: &'static Wording) -> App {
    let choices = settings
        .keys
        .iter()
        .map(|(name, keys)| (name.as_str(), keys.as_slice()));
    let (keys, bad) = Keys::configured(choices);
    problems.extend(bad.iter().map(|bad| match bad {
        BadBinding::UnknownAction(name) => (words.screen.unknown_action)(name),
        BadBinding::UnknownKey(name) => (words.screen.unknown_key)(name),
    }));
    let colourless = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let preferences = Preferences {
        measure: settings.measure,
        columns: if settings.columns == 2 { 2 } else { 1 },
        alignment: if settings.justify {
            Alignment::Justified
        } else {
            Alignment::Ragged
        },
        hyphenation: if settings.hyphenation {
            Hyphenation::On
        } else {
            Hyphenation::Off
        },
        sidebar: settings.sidebar,
        colours: match settings.theme {
            _ if colourless => Colours::None,
            ConfiguredTheme::Terminal => Colours::Palette,
            ConfiguredTheme::Light => Colours::Light,
            ConfiguredTheme::Dark => Colours::Dark,
        },
    };
    let mut app = App::new(size, words, keys, preferences);
    app.note = problems.into_iter().next().map(Note::problem);
    app
}

struct Session {
    app: App,
    work: Work,
    /// When the place counts as having stood still.
    settle_at: Option<Instant>,
    /// What the terminal will show of the last frame when the next one is drawn.
    canvas: Canvas,
    /// What is to be put on the terminal's clipboard.
    copies: Vec<String>,
    /// The signal that ended it.
    signal: Option<i32>,
}

/// What the loop itself has to do after a message.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Go,
    Suspend,
    Quit,
}

impl Session {
    fn run(
        &mut self,
        guard: &mut Guard,
        messages: &Receiver<Wake>,
        to: &Sender<Wake>,
    ) -> std::io::Result<()> {
        guard.draw(Canvas::Lost, |frame| view(&self.app, frame))?;
        input::listen(to.clone());
        while let Some(first) = self.wait(messages) {
            let mut next = self.wake(first);
            // Everything that is waiting, and one drawing for all of it.
            while next == Next::Go
                && let Ok(wake) = messages.try_recv()
            {
                next = self.wake(wake);
            }
            match next {
                Next::Quit => return Ok(()),
                Next::Suspend => {
                    self.take(Msg::Suspending);
                    // Nobody knows whether the program will ever go on.
                    if self.settle_at.take().is_some() {
                        self.take(Msg::Settled);
                    }
                    self.work.wait_until_written();
                    guard.suspend()?;
                    let (columns, rows) = size()?;
                    self.take(Msg::Resized(Size { columns, rows }));
                }
                Next::Go => {}
            }
            let canvas = std::mem::replace(&mut self.canvas, Canvas::Known);
            let copies = std::mem::take(&mut self.copies);
            let sent = copies.iter().try_for_each(|text| guard.copy(text));
            let drawn = sent.and_then(|()| guard.draw(canvas, |frame| view(&self.app, frame)));
            if let Err(gone) = drawn {
                self.take(Msg::Ended);
                return Err(gone);
            }
        }
        Ok(())
    }

    /// The next thing that happens; that the place has settled is one.
    fn wait(&mut self, messages: &Receiver<Wake>) -> Option<Wake> {
        let Some(settle_at) = self.settle_at else {
            return messages.recv().ok();
        };
        match messages.recv_timeout(settle_at.saturating_duration_since(Instant::now())) {
            Ok(wake) => Some(wake),
            Err(RecvTimeoutError::Timeout) => {
                self.settle_at = None;
                Some(Wake::Message(Msg::Settled))
            }
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn wake(&mut self, wake: Wake) -> Next {
        match wake {
            Wake::Message(message) => self.perform(message),
            Wake::Signal(number) => {
                self.signal = Some(number);
                self.perform(Msg::Ended)
            }
            Wake::Suspended => Next::Suspend,
        }
    }

    fn take(&mut self, message: Msg) {
        let _ = self.perform(message);
    }

    fn list(&mut self) {
        self.app.shelves.listing = true;
        self.work.start(Effect::List);
    }

    fn perform(&mut self, message: Msg) -> Next {
        #[cfg(debug_assertions)]
        panic_if_asked(&message);
        if matches!(message, Msg::Resized(_)) {
            self.canvas = Canvas::Lost;
        }
        let mut next = Next::Go;
        for effect in app::update(&mut self.app, message) {
            match effect {
                Effect::Settle => self.settle_at = Some(Instant::now() + SETTLES_AFTER),
                Effect::Copy(text) => self.copies.push(text),
                Effect::Suspend => next = Next::Suspend,
                Effect::Quit => next = Next::Quit,
                effect => self.work.start(effect),
            }
        }
        next
    }
}

/// Lets a test see what a panic leaves behind; not in a release.
#[cfg(debug_assertions)]
fn panic_if_asked(message: &Msg) {
    let asked = std::env::var_os("LEESLAMP_PANIC_AT_KEY").is_some();
    assert!(
        !(asked && matches!(message, Msg::Key(_))),
        "asked to panic at a key"
    );
}
