//! What is kept about an article, found again after the file was renamed, edited or saved anew.

use super::{Problem, Store};
use crate::article::{Article, Id, Trust};
use crate::library::{About, Kept, Origin};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// How many later versions are followed; two versions that name each other would go on for ever.
const MOST_SUCCESSORS: usize = 8;

/// Letters of a date up to the day: `2025-02-24`.
const DAY: usize = 10;

/// What was found about an article.
#[derive(Clone, Debug)]
pub struct Found {
    /// What is kept about it.
    pub kept: Option<Kept>,
    /// What led to it.
    pub how: How,
    /// What is wrong with its state file.
    pub problem: Option<Problem>,
}

/// What led from an article to its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The same words.
    Id,
    /// The same file, edited since.
    Path,
    /// The same title, author and date: the article was saved anew.
    Title,
    /// Nothing is kept about it.
    New,
}

impl Store {
    /// Finds what is kept about an article: by its identity, which reads one file; else by its path; else
    /// by its title, author and date. What was found by anything but the identity is carried over at the
    /// first change. What another machine left beside its state is taken in first.
    pub fn find(&self, article: &Article, origin: &Origin) -> Found {
        let beside = self.take_in_of(article.id());
        let (kept, problem) = self.kept(article.id());
        let problem = problem.or(beside);
        if let Some(kept) = kept {
            let kept = self.follow(article, origin, kept);
            return Found {
                kept: Some(kept),
                how: How::Id,
                problem,
            };
        }
        let found = self.find_other(article, origin);
        match found {
            Some((id, kept, how)) => {
                self.adopt(article, origin, id, &kept);
                Found {
                    kept: Some(kept),
                    how,
                    problem,
                }
            }
            None => Found {
                kept: None,
                how: How::New,
                problem,
            },
        }
    }

    /// A copy is named after the identity it was saved under; everything else is looked for everywhere.
    fn find_other(&self, article: &Article, origin: &Origin) -> Option<(Id, Kept, How)> {
        if let Origin::Copy(path) = origin {
            let id = Id::parse(path.file_stem()?.to_str()?)?;
            return Some((id.clone(), self.kept(&id).0?, How::Path));
        }
        let about = super::about(article, origin);
        let file = about.path.as_deref().and_then(Path::file_name);
        let file = file.unwrap_or_default().to_string_lossy();
        let words = [longest_word(&file), longest_word(&about.title)];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        let index = Index::new(self.all_with(&words));
        index
            .find(article, origin)
            .map(|(id, kept, how)| (id.clone(), kept.clone(), how))
    }

    /// Takes in what a later version of the article has come to: this version is back.
    fn follow(&self, article: &Article, origin: &Origin, mut kept: Kept) -> Kept {
        let Some(mut next) = kept.successor.take() else {
            return kept;
        };
        let first = next.clone();
        for _ in 0..MOST_SUCCESSORS {
            let Some(later) = self.kept(&next).0 else {
                break;
            };
            kept = kept.merge(&later);
            match kept.successor.take() {
                Some(further) if further != *article.id() && further != next => next = further,
                _ => break,
            }
        }
        self.adopt(article, origin, first, &kept);
        kept
    }
}

/// Everything that is kept, to be found by identity, path or title.
#[derive(Debug)]
pub(super) struct Index {
    all: Vec<(Id, Kept)>,
    by_path: HashMap<PathBuf, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
}

impl Index {
    /// `all` as [`Store::all`] gives it, sorted by identity.
    pub(super) fn new(all: Vec<(Id, Kept)>) -> Self {
        let mut by_path: HashMap<_, Vec<_>> = HashMap::new();
        let mut by_title: HashMap<_, Vec<_>> = HashMap::new();
        for (index, (_, kept)) in all.iter().enumerate() {
            if kept.successor.is_some() {
                continue;
            }
            if let Some(path) = &kept.about.path {
                by_path.entry(path.clone()).or_default().push(index);
            }
            by_title
                .entry(plain(&kept.about.title))
                .or_default()
                .push(index);
        }
        Self {
            all,
            by_path,
            by_title,
        }
    }

    pub(super) fn all(&self) -> &[(Id, Kept)] {
        &self.all
    }

    pub(super) fn find(&self, article: &Article, origin: &Origin) -> Option<(&Id, &Kept, How)> {
        if let Ok(index) = self.all.binary_search_by(|(id, _)| id.cmp(article.id())) {
            let (id, kept) = &self.all[index];
            return Some((id, kept, How::Id));
        }
        let about = super::about(article, origin);
        let latest = |found: &[usize], how, fits: &dyn Fn(&Kept) -> bool| {
            found
                .iter()
                .map(|&index| &self.all[index])
                .filter(|(_, kept)| fits(kept))
                .max_by_key(|(_, kept)| kept.last_opened)
                .map(|(id, kept)| (id, kept, how))
        };
        about
            .path
            .as_ref()
            .and_then(|path| self.by_path.get(path))
            .and_then(|found| latest(found, How::Path, &|kept| edited(kept, article, &about)))
            .or_else(|| {
                let found = self.by_title.get(&plain(&about.title))?;
                latest(found, How::Title, &|kept| anew(kept, article, &about))
            })
    }
}

/// True where the file that `kept` is about now holds another version of the same article, and not another
/// article under the same name.
fn edited(kept: &Kept, article: &Article, about: &About) -> bool {
    let stem = about.path.as_deref().and_then(Path::file_stem);
    // A title that is only the file's name says nothing about what is in it.
    let named = stem.is_some_and(|stem| plain(&stem.to_string_lossy()) == plain(&about.title));
    let titled =
        !named && !about.title.is_empty() && plain(&kept.about.title) == plain(&about.title);
    titled || begins_alike(kept, about) || place_stands(kept, article)
}

fn begins_alike(kept: &Kept, about: &About) -> bool {
    !about.opening.is_empty() && plain(&kept.about.opening) == plain(&about.opening)
}

/// True where the article that `kept` is about was saved anew: by the same author on the same day under the
/// same title. A title alone (`Notities`) is not enough, nor is what one of the two forms does not tell, unless
/// the first words or those at the place agree.
fn anew(kept: &Kept, article: &Article, about: &About) -> bool {
    let names = |about: &About| {
        let names = about.authors.iter().map(|name| plain(name));
        let names: BTreeSet<String> = names.collect();
        Some(names).filter(|names| !names.is_empty())
    };
    let day = |about: &About| about.published.clone();
    let authors = compare(names(&kept.about), names(about), |a, b| a == b);
    let days = compare(day(&kept.about), day(about), |a, b| same_day(a, b));
    if about.title.is_empty() || [authors, days].contains(&Said::Otherwise) {
        return false;
    }
    let told = [authors, days].contains(&Said::Same) && ![authors, days].contains(&Said::Once);
    told || begins_alike(kept, about) || place_stands(kept, article)
}

/// What two forms of an article say of one thing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Neither says anything.
    Nothing,
    /// Only one of them says something.
    Once,
    Same,
    Otherwise,
}

fn compare<T>(one: Option<T>, other: Option<T>, same: impl FnOnce(&T, &T) -> bool) -> Said {
    match (one, other) {
        (None, None) => Said::Nothing,
        (Some(one), Some(other)) if same(&one, &other) => Said::Same,
        (Some(_), Some(_)) => Said::Otherwise,
        _ => Said::Once,
    }
}

/// True of two dates as far as both are told: a page has the hour, what was pasted from it the day.
fn same_day(one: &str, other: &str) -> bool {
    let shared = one.len().min(other.len()).min(DAY);
    shared > 0 && one.get(..shared) == other.get(..shared)
}

fn place_stands(kept: &Kept, article: &Article) -> bool {
    kept.place
        .as_ref()
        .is_some_and(|place| place.find(article).trust >= Trust::Moved)
}

/// Letters and digits only, in lower case: another site may set other quote marks.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The longest run of letters and digits, which stands in a state file as it stands here.
fn longest_word(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .max_by_key(|word| word.len())
}
