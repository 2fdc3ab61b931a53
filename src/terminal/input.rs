//! What the terminal and the system report, as messages.

use super::Wake;
use crate::app::keys::{Code, Key};
use crate::app::{Msg, Size};
use ratatui::crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// Rows that one notch of the mouse wheel scrolls.
const WHEEL_ROWS: isize = 3;

/// Notices changes of the window's size from now on: one that came between the first drawing and the first
/// reading would be missed for good.
pub(super) fn begin() -> std::io::Result<()> {
    // What is waiting already stays waiting.
    event::poll(Duration::ZERO).map(drop)
}

/// Listens to the terminal until nobody listens to the messages.
pub(super) fn listen(to: Sender<Wake>) {
    thread::spawn(move || {
        loop {
            let Ok(event) = event::read() else {
                // The terminal is gone.
                let _ = to.send(Wake::Message(Msg::Ended));
                return;
            };
            for message in messages(event) {
                if to.send(Wake::Message(message)).is_err() {
                    return;
                }
            }
        }
    });
}

/// Listens to the signals that end or suspend the program.
#[cfg(unix)]
pub(super) fn listen_to_signals(to: Sender<Wake>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    let heard = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP];
    let mut signals = signal_hook::iterator::Signals::new(heard)?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let wake = if signal == SIGTSTP {
                Wake::Suspended
            } else {
                Wake::Signal(signal)
            };
            if to.send(wake).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// There are no such signals here.
#[cfg(not(unix))]
pub(super) fn listen_to_signals(_to: Sender<Wake>) -> std::io::Result<()> {
    Ok(())
}

fn messages(event: Event) -> Vec<Msg> {
    match event {
        Event::Key(key) => translate(key).map(Msg::Key).into_iter().collect(),
        Event::Resize(columns, rows) => vec![Msg::Resized(Size { columns, rows })],
        Event::Paste(text) => vec![Msg::Pasted(text)],
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollDown => vec![Msg::Wheel(WHEEL_ROWS)],
            MouseEventKind::ScrollUp => vec![Msg::Wheel(-WHEEL_ROWS)],
            MouseEventKind::Down(MouseButton::Left) => vec![Msg::Click {
                column: mouse.column,
                row: mouse.row,
            }],
            _ => Vec::new(),
        },
        Event::FocusGained | Event::FocusLost => Vec::new(),
    }
}

/// The key as the program knows it; `None` for a release and for keys that mean nothing here.
fn translate(key: KeyEvent) -> Option<Key> {
    if key.kind == KeyEventKind::Release || key.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    let code = match key.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        _ => return None,
    };
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let code = match code {
        Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        code => code,
    };
    Some(Key { code, ctrl })
}
