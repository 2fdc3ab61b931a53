//! What a reader should know about a file that could not be read or written, and can act on.

use crate::parse::{Unreadable, tidy};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Something wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}: {reason}", self.name())]
pub struct Problem {
    /// Which file or folder; empty where it is about none.
    pub file: PathBuf,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Reason {
    /// There is no home directory to keep anything in; nothing is kept after the program ends.
    #[error("no home directory, so nothing can be kept (set HOME, or use --config-dir)")]
    NoHome,
    /// It is not there.
    #[error("no such file or folder")]
    Missing,
    /// It may not be read or written.
    #[error("permission denied")]
    Denied,
    /// The disk is full, or a quota is reached.
    #[error("no space left on the disk")]
    Full,
    /// The file system can only be read.
    #[error("the file system is read-only")]
    ReadOnly,
    /// A folder is needed, and something else stands there.
    #[error("not a folder")]
    NotAFolder,
    /// A file is needed, and a folder stands there.
    #[error("a folder, not a file")]
    IsAFolder,
    /// The bytes are no text, or not of a form that is read.
    #[error("not text")]
    NotText,
    /// More megabytes than are read.
    #[error("larger than {0} MB")]
    TooLarge(u64),
    /// No valid TOML at this line, counted from 1.
    #[error("cannot be read at line {0}")]
    Broken(usize),
    /// A file that could not be read, set aside earlier; to be looked at, and then removed.
    #[error("a file that could not be read was set aside here")]
    SetAside,
    /// Written by a newer version of the program: read as far as it goes.
    #[error("written by a newer version (schema {0}), read as far as it goes")]
    Newer(i64),
    /// A key of the settings that does not exist.
    #[error("no such setting: {0}")]
    UnknownKey(String),
    /// A setting, or a value in a state file, that is not what it should be.
    #[error("wrong value for {0}")]
    WrongValue(String),
    /// Another process holds the folder's lock and does not let go.
    #[error("another process is writing here")]
    Busy,
    /// An article is saved, and its copy is not there.
    #[error("saved, but its copy is missing")]
    NoCopy,
    /// Bookmarks or highlights of an article that is not in its file and has no copy.
    #[error("has bookmarks or highlights, but the article is gone and there is no copy")]
    NoArticle,
    /// The words of a bookmark or highlight, which the article has no more.
    #[error("marked words are not in the article any more: {0}")]
    Lost(String),
    /// Every name that a new file could have is taken.
    #[error("too many files of this name")]
    Taken,
    /// What the system said.
    #[error("{0}")]
    Other(String),
}

impl Problem {
    /// `reason`, about `file`.
    pub fn new(file: impl Into<PathBuf>, reason: Reason) -> Self {
        Self {
            file: file.into(),
            reason,
        }
    }

    /// The problem as a line on the screen, in the language of `sentence`, which makes one of a reason's
    /// [key](Reason::key) and [detail](Reason::detail).
    pub fn line(&self, sentence: fn(&str, &str) -> String) -> String {
        let said = sentence(self.reason.key(), &self.reason.detail());
        if self.file.as_os_str().is_empty() {
            said
        } else {
            format!("{}: {said}", self.name())
        }
    }

    /// The file's name, fit for a terminal.
    pub fn name(&self) -> String {
        tidy::line(&self.file.to_string_lossy()).into_owned()
    }

    pub(super) fn io(file: &Path, error: &io::Error) -> Self {
        Self::new(file, error.into())
    }

    pub(super) fn unreadable(file: &Path, error: &Unreadable) -> Self {
        Self::new(file, error.into())
    }
}

impl Reason {
    /// The name under which the sentences of each language are found.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoHome => "no_home",
            Self::Missing => "missing",
            Self::Denied => "denied",
            Self::Full => "full",
            Self::ReadOnly => "read_only",
            Self::NotAFolder => "not_a_folder",
            Self::IsAFolder => "is_a_folder",
            Self::NotText => "not_text",
            Self::TooLarge(_) => "too_large",
            Self::Broken(_) => "broken",
            Self::SetAside => "set_aside",
            Self::Newer(_) => "newer",
            Self::UnknownKey(_) => "unknown_key",
            Self::WrongValue(_) => "wrong_value",
            Self::Busy => "busy",
            Self::NoCopy => "no_copy",
            Self::Taken => "taken",
            Self::NoArticle => "no_article",
            Self::Lost(_) => "lost",
            Self::Other(_) => "other",
        }
    }

    /// What the sentence names: a line, a setting, the system's own words. Empty where it names nothing.
    pub fn detail(&self) -> String {
        match self {
            Self::TooLarge(megabytes) => megabytes.to_string(),
            Self::Broken(line) => line.to_string(),
            Self::Newer(schema) => schema.to_string(),
            Self::UnknownKey(text)
            | Self::WrongValue(text)
            | Self::Lost(text)
            | Self::Other(text) => tidy::line(text).into_owned(),
            _ => String::new(),
        }
    }
}

impl From<&Unreadable> for Reason {
    fn from(error: &Unreadable) -> Self {
        match error {
            Unreadable::NotText => Self::NotText,
        }
    }
}

impl From<&io::Error> for Reason {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::Full
            }
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            // Making a folder where a file stands.
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Self::NotAFolder,
            ErrorKind::IsADirectory => Self::IsAFolder,
            ErrorKind::InvalidData => Self::NotText,
            // The system's own sentence, without Rust's "(os error 5)".
            _ => Self::Other(
                error
                    .to_string()
                    .split(" (os error")
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
            ),
        }
    }
}
