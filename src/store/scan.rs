//! Folders → the files in them that can be read.

use super::{Problem, Reason, Store};
use crate::parse::Form;
use ignore::{Walk, WalkBuilder};
use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What was found in folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// The files of a form that is read, each folder's sorted by path, and the files that were named.
    pub files: Vec<PathBuf>,
    /// How many files of other forms were left alone.
    pub skipped: usize,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Store {
    /// Lists the articles in `paths`: a file that is named is listed whatever its name promises, a folder
    /// is searched with everything below it. Hidden files and the config directory are passed over; links
    /// are followed, but never round in a circle.
    pub fn scan(&self, paths: &[PathBuf]) -> Scan {
        let mut scan = Scan::default();
        for path in paths {
            match path.metadata() {
                Ok(found) if found.is_dir() => scan.folder(self.walk(path).build(), path),
                Ok(_) => scan.files.push(path.clone()),
                Err(e) => scan.problems.push(Problem::io(path, &e)),
            }
        }
        // The same path named twice, or a folder and a file in it, is one article.
        let mut seen = HashSet::new();
        scan.files.retain(|file| seen.insert(file.clone()));
        scan
    }

    /// Lists `file`, whatever its name promises, and the articles that stand in the same folder.
    pub(super) fn scan_beside(&self, file: &Path) -> Scan {
        let folder = match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut scan = Scan::default();
        scan.folder(self.walk(folder).max_depth(Some(1)).build(), folder);
        let file = folder.join(file.file_name().unwrap_or_default());
        if !scan.files.contains(&file) {
            let hidden = file
                .file_name()
                .is_some_and(|n| n.as_encoded_bytes().starts_with(b"."));
            // It was passed over for its name, and is not.
            scan.skipped -= usize::from(!hidden).min(scan.skipped);
            scan.files.push(file);
        }
        scan
    }

    fn walk(&self, folder: &Path) -> WalkBuilder {
        let home = self.config_dir().map(Path::to_path_buf);
        let mut walk = WalkBuilder::new(folder);
        // Not what a .gitignore says: readers keep notes in folders under git, and an article that is
        // silently left out is an article lost.
        walk.standard_filters(false)
            .hidden(true)
            .follow_links(true)
            .sort_by_file_name(Ord::cmp)
            .filter_entry(move |entry| {
                let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
                !is_folder || home.is_none() || std::path::absolute(entry.path()).ok() != home
            });
        walk
    }
}

impl Scan {
    fn folder(&mut self, walk: Walk, folder: &Path) {
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    let name = entry.file_name().to_string_lossy();
                    if Form::of_name(&name).is_some() {
                        self.files.push(entry.into_path());
                    } else {
                        self.skipped += 1;
                    }
                }
                Ok(_) => {}
                Err(e) => self.problems.extend(complaint(folder, &e)),
            }
        }
    }
}

/// A link that leads nowhere or round in a circle is no news for a reader; a folder that can't be read is.
fn complaint(folder: &Path, error: &ignore::Error) -> Option<Problem> {
    fn path_of(error: &ignore::Error) -> Option<&Path> {
        match error {
            ignore::Error::WithPath { path, .. } => Some(path),
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
                path_of(err)
            }
            _ => None,
        }
    }
    fn is_loop(error: &ignore::Error) -> bool {
        match error {
            ignore::Error::Loop { .. } => true,
            ignore::Error::WithPath { err, .. }
            | ignore::Error::WithDepth { err, .. }
            | ignore::Error::WithLineNumber { err, .. } => is_loop(err),
            _ => false,
        }
    }
    if is_loop(error) {
        return None;
    }
    let file = path_of(error).unwrap_or(folder);
    match error.io_error() {
        Some(e) if e.kind() == ErrorKind::NotFound => None,
        Some(e) => Some(Problem::io(file, e)),
        None => Some(Problem::new(file, Reason::Other(error.to_string()))),
    }
}
