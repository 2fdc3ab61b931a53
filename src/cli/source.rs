//! Where a command's articles come from, and why one could not be had.

use crate::article::Article;
use crate::parse::{self, Form, Unreadable};
use crate::wording::CliWording;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// A place to read an article from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// Why there is no article.
#[derive(Debug, thiserror::Error)]
pub(super) enum Problem {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

impl Source {
    /// What an argument stands for: `-` is standard input.
    pub(super) fn of(argument: &Path) -> Self {
        if argument.as_os_str() == "-" {
            Self::Stdin
        } else {
            Self::File(argument.to_owned())
        }
    }

    /// Its name in JSON: the path as it was given, `null` for what is no file.
    pub(super) fn file(&self) -> Option<String> {
        match self {
            Self::File(path) => Some(path.to_string_lossy().into_owned()),
            Self::Stdin => None,
        }
    }

    /// Its name in a message.
    pub(super) fn shown(&self, words: &CliWording) -> String {
        match self {
            Self::File(path) => path.to_string_lossy().into_owned(),
            Self::Stdin => words.standard_input.to_owned(),
        }
    }

    /// Reads it. A file whose name promises no form is read as plain text: the user named it.
    pub(super) fn read(&self) -> Result<Article, Problem> {
        match self {
            Self::File(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                let form = Form::of_name(&name).unwrap_or(Form::Text);
                let bytes = std::fs::read(path)?;
                Ok(parse::parse(&bytes, form, &stem)?)
            }
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes)?;
                Ok(parse::parse(&bytes, Form::Text, "")?)
            }
        }
    }
}

impl Problem {
    /// The reason as a sentence, without the file's name.
    pub(super) fn sentence(&self, words: &CliWording) -> String {
        match self {
            Self::Unreadable(Unreadable::NotText) => words.not_text.to_owned(),
            Self::Io(error) => match error.kind() {
                ErrorKind::NotFound => words.no_such_file.to_owned(),
                ErrorKind::PermissionDenied => words.not_permitted.to_owned(),
                ErrorKind::IsADirectory => words.is_a_folder.to_owned(),
                _ => error.to_string(),
            },
        }
    }
}
