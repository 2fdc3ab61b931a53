//! A file → an [`Article`].

use super::{Memory, Problem, Reason, Store, builtin};
use crate::article::{Article, Id};
use crate::library::{About, Origin};
use crate::parse::{self, Form, tidy};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

/// The most bytes of a file that are read. The longest novels are a few megabytes; a database that ends on
/// `.txt` must not fill the memory.
const MOST_BYTES: u64 = MOST_MEGABYTES << 20;
const MOST_MEGABYTES: u64 = 256;

/// Bytes, with what is known about them besides.
#[derive(Clone, Debug)]
pub struct Named {
    /// The whole file.
    pub bytes: Arc<[u8]>,
    /// Its form.
    pub form: Form,
    /// The name that stands in for a title.
    pub name: String,
}

impl Store {
    /// Reads the article at `origin`.
    ///
    /// # Errors
    /// Where the file can't be read, or its bytes are no text.
    pub fn read(&self, origin: &Origin) -> Result<Article, Problem> {
        let named = self.bytes(origin)?;
        parse::parse(&named.bytes, named.form, &named.name)
            .map_err(|e| Problem::unreadable(&file_name(origin), &e))
    }

    /// Reads the bytes at `origin`. Standard input is read once and remembered.
    ///
    /// # Errors
    /// Where the file can't be read.
    pub fn bytes(&self, origin: &Origin) -> Result<Named, Problem> {
        if *origin == Origin::Stdin {
            return stdin(&mut self.memory());
        }
        self.bytes_of_file(origin)
    }

    /// [`Store::bytes`] for who holds the memory already.
    pub(super) fn bytes_in(&self, memory: &mut Memory, origin: &Origin) -> Result<Named, Problem> {
        if *origin == Origin::Stdin {
            return stdin(memory);
        }
        self.bytes_of_file(origin)
    }

    fn bytes_of_file(&self, origin: &Origin) -> Result<Named, Problem> {
        let path = file_name(origin);
        let bytes = match origin {
            Origin::BuiltIn(file) => builtin::bytes(file)
                .ok_or_else(|| Problem::new(*file, Reason::Missing))?
                .into(),
            _ => whole(&path)?,
        };
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = match origin {
            // The copy is named after the article's identity, which is no title.
            Origin::Copy(_) => Id::parse(&stem)
                .and_then(|id| self.on_disk(&id).0)
                .map(|kept| kept.about.title)
                .unwrap_or_default(),
            _ => stem.into_owned(),
        };
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Named {
            // A file that was named is read, whatever its name promises.
            form: Form::of_name(&file).unwrap_or_else(|| Form::of_bytes(&bytes)),
            bytes,
            name,
        })
    }
}

fn stdin(memory: &mut Memory) -> Result<Named, Problem> {
    let bytes = if let Some(bytes) = &memory.stdin {
        Arc::clone(bytes)
    } else {
        let bytes =
            limited(io::stdin().lock()).map_err(|e| Problem::io(&file_name(&Origin::Stdin), &e))?;
        Arc::clone(memory.stdin.insert(bytes.into()))
    };
    Ok(Named {
        form: Form::of_bytes(&bytes),
        bytes,
        name: String::new(),
    })
}

/// The name of an origin in messages: a path, a built-in article's file name, `-` for standard input.
pub fn file_name(origin: &Origin) -> std::path::PathBuf {
    match origin {
        Origin::File(path) | Origin::Copy(path) => path.clone(),
        Origin::BuiltIn(file) => file.into(),
        Origin::Stdin => "-".into(),
    }
}

/// What identifies an article besides its text, with the whole path of a file of the reader's. For
/// [`crate::library::Kept::identify`].
pub fn about(article: &Article, origin: &Origin) -> About {
    let path = match origin {
        Origin::File(path) if !passes_by(path) => std::path::absolute(path).ok(),
        _ => None,
    };
    About::of(article, path.as_deref())
}

/// What a reader typed or pasted, as it will be read back: nothing in it that a terminal must not see.
pub fn note(typed: &str) -> String {
    tidy::text(typed).trim().to_owned()
}

/// True of a pipe, as the shell's `<(…)` is one: its name means another text the next time, and it can be
/// read only once.
pub(super) fn passes_by(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| !found.is_file())
}

fn whole(path: &Path) -> Result<Arc<[u8]>, Problem> {
    let read = || -> io::Result<Vec<u8>> { limited(File::open(path)?) };
    read().map(Arc::from).map_err(|e| {
        if e.kind() == io::ErrorKind::FileTooLarge {
            Problem::new(path, Reason::TooLarge(MOST_MEGABYTES))
        } else {
            Problem::io(path, &e)
        }
    })
}

fn limited(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}
