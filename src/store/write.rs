//! Writing a file whole or not at all, and one process at a time.
//!
//! The order of calls is what survives a power loss: the bytes go to a temporary file in the same folder,
//! which is synced; it takes the file's name in one step; the folder, which holds the name, is synced.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// How a temporary file's name begins: hidden, and told from everything else in the folder.
pub(super) const TEMPORARY: &str = ".leeslamp-";

/// How long another process may hold the lock. It needs it for one small file; one that was stopped while
/// it held it must not stop this one for ever.
const PATIENCE: Duration = Duration::from_secs(3);

/// Puts `bytes` at `path`, whole or not at all. When this returns, they are on the disk.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link is written through, so that a state file kept elsewhere stays there.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    temporary(path, bytes)?.persist(path).map_err(|e| e.error)?;
    sync_folder(path)
}

/// Sets `bytes`, which stand at `path` and cannot be read, aside as `path.broken-1`, or the next number
/// that is free. The file itself is left to be replaced.
pub(super) fn set_aside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let mut file = temporary(path, bytes)?;
    let mut number = 1;
    loop {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".broken-{number}"));
        let aside = PathBuf::from(name);
        match file.persist_noclobber(&aside) {
            Ok(_) => {
                sync_folder(&aside)?;
                return Ok(aside);
            }
            Err(e) if e.error.kind() == ErrorKind::AlreadyExists => file = e.file,
            Err(e) => return Err(e.error),
        }
        number += 1;
    }
}

/// Removes `path`, and has the folder forget it on the disk too. A file that is not there is removed.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Ok(()) => sync_folder(path),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
        Err(e) => Err(e),
    }
}

fn temporary(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(TEMPORARY)
        .suffix(".tmp")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(path.parent().unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

/// The right to change files in a folder, until it is dropped or the process ends.
#[derive(Debug)]
pub(super) struct Lock {
    /// `None` on a file system that knows no locks, where two processes have to be lucky.
    _held: Option<File>,
}

impl Lock {
    /// Waits for the lock of `folder`; `None` where another process holds it for too long.
    pub(super) fn of(folder: &Path) -> io::Result<Option<Self>> {
        let file = Self::file(folder)?;
        match file.try_lock() {
            Ok(()) => return Ok(Some(Self { _held: Some(file) })),
            Err(TryLockError::WouldBlock) => {}
            // Some network file systems know no locks. Keeping nothing at all would be worse.
            Err(TryLockError::Error(_)) => return Ok(Some(Self { _held: None })),
        }
        // A waiting call is fair and immediate, but can't be given a limit: so another thread waits. When
        // nobody is interested any more it drops what it got.
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || {
            if file.lock().is_ok() {
                let _ = sender.send(file);
            }
        });
        Ok(receiver
            .recv_timeout(PATIENCE)
            .ok()
            .map(|file| Self { _held: Some(file) }))
    }

    /// What is locked. Elsewhere than on Unix a folder can't be opened, so a file in it stands for it.
    fn file(folder: &Path) -> io::Result<File> {
        if cfg!(unix) {
            File::open(folder)
        } else {
            File::options()
                .create(true)
                .append(true)
                .open(folder.join(".lock"))
        }
    }
}
