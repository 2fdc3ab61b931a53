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

/// Puts `bytes` at `path`, whole or not at all. When this returns, they are on the disk.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link is written through, so that a state file kept elsewhere stays there.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    temporary(path, bytes)?.persist(path).map_err(|e| e.error)?;
    sync_folder(path)
}

/// Puts `bytes` at `path`, whole or not at all, where nothing stands there yet; `false` where something
/// does, which is left as it is.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    match temporary(path, bytes)?.persist_noclobber(path) {
        Ok(_) => sync_folder(path).map(|()| true),
        Err(e) if e.error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(e) => Err(e.error),
    }
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

/// The folder that `path` is in; a bare name is in the one where the program runs.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn temporary(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let folder = folder_of(path);
    let mut file = tempfile::Builder::new()
        .prefix(TEMPORARY)
        .suffix(".tmp")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Makes a folder and what is missing above it, so that a power loss can't take the folder away again with
/// what was put in it.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent().filter(|p| !p.as_os_str().is_empty()) {
        make_folder(above)?;
    }
    match fs::create_dir(folder) {
        Ok(()) => sync_folder(folder),
        // Another instance was quicker.
        Err(e) if e.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(e) => Err(e),
    }
}

/// Has the folder that `path` stands in written to the disk: it holds the name.
fn sync_folder(path: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder_of(path)).and_then(|folder| folder.sync_all()) {
        // Some network file systems can't do that to a folder, and one that may be written in may still be
        // closed to reading. The file itself is there, and nothing that is done again would help.
        Err(e)
            if matches!(
                e.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        synced => synced,
    }
}

/// The right to change files in a folder, until it is dropped or the process ends.
#[derive(Debug)]
pub(super) struct Lock {
    /// `None` on a file system that knows no locks, where two processes have to be lucky.
    _held: Option<File>,
}

impl Lock {
    /// Waits for the lock of `folder`; `None` where another process holds it for longer than `patience`.
    pub(super) fn of(folder: &Path, patience: Duration) -> io::Result<Option<Self>> {
        let file = Self::file(folder)?;
        match file.try_lock() {
            Ok(()) => return Ok(Some(Self { _held: Some(file) })),
            Err(TryLockError::WouldBlock) if patience.is_zero() => return Ok(None),
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
            .recv_timeout(patience)
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
