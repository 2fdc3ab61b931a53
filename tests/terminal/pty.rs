//! The real program in a pseudo-terminal, and what its screen shows.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Longer than anything here takes on the busiest machine; reaching it is a failure. Nothing waits for
/// this long unless something is wrong.
const PATIENCE: Duration = Duration::from_mins(2);

/// A running program with its terminal.
pub struct Terminal {
    /// The terminal's own end; `None` once it was closed.
    end: Option<End>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<Mutex<Seen>>,
    modes_before: String,
}

/// What the window of a terminal emulator holds.
struct End {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    reading: std::thread::JoinHandle<()>,
    closing: Arc<AtomicBool>,
}

struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
}

/// How to start the program.
pub struct Start<'a> {
    pub arguments: &'a [&'a str],
    pub config: &'a Path,
    pub columns: u16,
    pub rows: u16,
    pub environment: &'a [(&'a str, &'a str)],
}

impl Terminal {
    /// Starts leeslamp.
    pub fn start(start: &Start) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_leeslamp"));
        command.args(start.arguments);
        Self::run(command, start)
    }

    /// Starts a shell command in which `$LEESLAMP` is the program.
    pub fn shell(script: &str, start: &Start) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script]);
        Self::run(command, start)
    }

    fn run(mut command: CommandBuilder, start: &Start) -> Self {
        let size = PtySize {
            rows: start.rows,
            cols: start.columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        // Nothing of who runs the tests, or of the machine.
        command.env_clear();
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        let home = start.config.parent().expect("a folder");
        command.cwd(home);
        command.env("HOME", home);
        command.env("LEESLAMP", env!("CARGO_BIN_EXE_leeslamp"));
        command.env("LEESLAMP_CONFIG_DIR", start.config);
        command.env("LC_ALL", "nl_NL.UTF-8");
        command.env("TERM", "xterm-256color");
        for (name, value) in start.environment {
            command.env(name, value);
        }
        let modes_before = modes(&*pair.master);
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        drop(pair.slave);
        let seen = Arc::new(Mutex::new(Seen {
            parser: vt100::Parser::new(emulated(start.rows), emulated(start.columns), 0),
            raw: Vec::new(),
        }));
        let mut output = pair
            .master
            .try_clone_reader()
            .expect("the terminal's output");
        let sink = Arc::clone(&seen);
        let closing = Arc::new(AtomicBool::new(false));
        let closed = Arc::clone(&closing);
        let reading = std::thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(n @ 1..) = output.read(&mut bytes) {
                if closed.load(Ordering::SeqCst) {
                    return;
                }
                let mut seen = sink.lock().expect("the reading thread is whole");
                seen.parser.process(&bytes[..n]);
                seen.raw.extend_from_slice(&bytes[..n]);
            }
        });
        let keys = pair.master.take_writer().expect("the terminal's input");
        Self {
            end: Some(End {
                master: pair.master,
                keys,
                reading,
                closing,
            }),
            child,
            seen,
            modes_before,
        }
    }

    fn open_end(&mut self) -> &mut End {
        self.end.as_mut().expect("the terminal was not closed")
    }

    /// Closes the terminal's window under the program's feet.
    pub fn close(&mut self) {
        let end = self.end.take().expect("the terminal was not closed");
        end.closing.store(true, Ordering::SeqCst);
        // The thread waits for output, and the program draws anew for another size.
        for columns in [90, 91] {
            let size = PtySize {
                rows: 24,
                cols: columns,
                pixel_width: 0,
                pixel_height: 0,
            };
            end.master.resize(size).expect("a terminal can be resized");
        }
        end.reading.join().expect("the reading thread is whole");
        drop((end.master, end.keys));
    }

    /// The process's number.
    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }

    /// Presses keys.
    pub fn press(&mut self, keys: &str) {
        let end = self.open_end();
        end.keys
            .write_all(keys.as_bytes())
            .expect("the terminal takes keys");
        end.keys.flush().expect("the terminal takes keys");
    }

    /// Presses keys, where the program may have ended.
    pub fn press_if_open(&mut self, keys: &str) {
        let end = self.open_end();
        let _ = end.keys.write_all(keys.as_bytes());
        let _ = end.keys.flush();
    }

    /// Gives the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.seen
            .lock()
            .expect("whole")
            .parser
            .screen_mut()
            .set_size(emulated(rows), emulated(columns));
        self.open_end()
            .master
            .resize(PtySize {
                rows,
                cols: columns,
                pixel_width: 0,
                pixel_height: 0,
            })
            .expect("a terminal can be resized");
    }

    /// What the screen shows now.
    pub fn screen(&self) -> String {
        self.seen.lock().expect("whole").parser.screen().contents()
    }

    /// Every byte that the program sent.
    pub fn raw(&self) -> Vec<u8> {
        self.seen.lock().expect("whole").raw.clone()
    }

    /// Waits until the screen is as it should be, and gives it.
    pub fn wait_until(&self, what: &str, holds: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let screen = self.screen();
            if holds(&screen) {
                return screen;
            }
            assert!(
                Instant::now() < deadline,
                "waited in vain for {what}; the screen shows:\n{screen}"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the screen shows `text`.
    pub fn wait_for(&self, text: &str) -> String {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Sends a signal to the program.
    pub fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-s", name, &pid])
            .status()
            .expect("kill");
        assert!(sent.success());
    }

    /// Waits until the screen shows `text`; false where the program ends before that.
    pub fn shows_before_it_ends(&mut self, text: &str) -> bool {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let ended = self.child.try_wait().expect("a child can be waited for");
            // Looked at after the end, so that what it said last counts.
            if self.screen().contains(text) {
                return true;
            }
            if ended.is_some() {
                return false;
            }
            assert!(
                Instant::now() < deadline,
                "waited in vain for {text}; the screen shows:\n{}",
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the program has ended, and gives its exit status.
    pub fn end(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("a child can be waited for") {
                return status.exit_code();
            }
            assert!(
                Instant::now() < deadline,
                "it does not end; the screen shows:\n{}",
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Whether the terminal is as the shell left it: its own screen, a visible cursor, the old modes.
    pub fn assert_restored(&self) {
        self.wait_until_restored();
        let end = self.end.as_ref().expect("the terminal was not closed");
        assert_eq!(
            modes(&*end.master),
            self.modes_before,
            "the terminal's modes"
        );
    }

    /// Waits until the terminal is on its own screen again.
    pub fn wait_until_restored(&self) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            {
                let seen = self.seen.lock().expect("whole");
                let screen = seen.parser.screen();
                if !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
                {
                    return;
                }
            }
            assert!(Instant::now() < deadline, "the terminal was not given back");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The emulator itself fails in a window of a few cells, so there it has a larger one than the program.
fn emulated(cells: u16) -> u16 {
    cells.max(8)
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}
