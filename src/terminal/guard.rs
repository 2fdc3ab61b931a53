//! The terminal on loan: taken when the program starts, given back on every way out.

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute, queue};
use ratatui::layout::{Position, Rect};
use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is ours now. One for the process, as the terminal is.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the mouse's reports are asked for, which takes the terminal's own selection away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mouse {
    /// They are.
    Captured,
    /// They are not.
    Free,
}

/// What the terminal still shows of the frame before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Canvas {
    /// All of it: what is the same need not be sent again.
    Known,
    /// Nobody knows: a terminal that was made smaller and larger again has forgotten cells, although its
    /// size is the same.
    Lost,
}

/// The terminal, in raw mode and on its alternate screen. Given back when this is dropped.
pub(super) struct Guard {
    screen: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    mouse: Mouse,
}

/// One frame's bytes are written at once.
const FRAME_BYTES: usize = 64 * 1024;

impl Guard {
    /// Takes the terminal.
    pub(super) fn take(mouse: Mouse) -> io::Result<Self> {
        restore_on_panic();
        take(mouse)?;
        let out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
        let screen = Terminal::new(CrosstermBackend::new(out)).inspect_err(|_| give_back())?;
        Ok(Self { screen, mouse })
    }

    /// Draws one frame: the terminal shows all of it at once. With [`Canvas::Lost`] every cell is sent.
    pub(super) fn draw(
        &mut self,
        canvas: Canvas,
        render: impl FnOnce(&mut ratatui::Frame),
    ) -> io::Result<()> {
        queue!(self.screen.backend_mut(), BeginSynchronizedUpdate)?;
        if canvas == Canvas::Lost {
            // `clear` would ask the terminal where its cursor is and wait for the answer; this does not.
            let all = Rect::from((Position::ORIGIN, self.screen.size()?));
            self.screen.resize(all)?;
        }
        self.screen.draw(render)?;
        queue!(self.screen.backend_mut(), EndSynchronizedUpdate)?;
        Write::flush(self.screen.backend_mut())
    }

    /// Sends `text` to the terminal's clipboard. Whether it takes it, no terminal tells.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(
            self.screen.backend_mut(),
            CopyToClipboard::to_clipboard_from(text)
        )
    }

    /// Gives the terminal back, stops until the shell says to go on, and takes it again.
    #[cfg(unix)]
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        give_back();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        take(self.mouse)
    }

    /// There is no suspending here.
    #[cfg(not(unix))]
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        let _ = self.mouse;
        Ok(())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

fn take(mouse: Mouse) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mut out = io::stdout();
    execute!(
        out,
        EnterAlternateScreen,
        EnableBracketedPaste,
        cursor::Hide
    )
    .inspect_err(|_| give_back())?;
    if mouse == Mouse::Captured {
        execute!(out, EnableMouseCapture).inspect_err(|_| give_back())?;
    }
    Ok(())
}

/// Restores the terminal if it is ours. Each step is tried whatever became of the one before: there is
/// nobody left to tell.
fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste
    );
    let _ = execute!(out, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

/// Has a panic of this thread restore the terminal before its message is printed, so that the message can
/// be read. A panic of a worker is not the end of the program and leaves the screen alone.
fn restore_on_panic() {
    let screen_thread = std::thread::current().id();
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() == screen_thread {
            give_back();
            report(panic);
        }
    }));
}
