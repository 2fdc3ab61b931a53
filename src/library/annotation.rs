//! What a reader wrote in the margin: bookmarks, highlights and notes.
//!
//! The terms are those of the W3C Web Annotation Data Model: an [`Annotation`] has a target (a place or a
//! passage) and may have a body (the note). The one idea: **an annotation never changes.** A note that is
//! edited is another annotation with the same target, and the one it replaces is removed. So what is kept
//! is a set of values and a set of removed identities, and merging is the union of both: no clock is asked
//! which of two wins, and of two machines that edit one note, neither loses a word. Both notes stand at the
//! same passage then, until the reader removes one.

use crate::article::{Anchor, Article, Passage, Span, Trust};
use jiff::{SignedDuration, Timestamp};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;

/// A bookmark or a highlight, with or without a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// What it is about.
    pub target: Target,
    /// What the reader wrote; empty where it is a mark and nothing more.
    pub note: String,
    /// When the place was marked, to the millisecond.
    pub made: Timestamp,
    /// When the note got its words, or the mark was put back; at first the same as `made`.
    pub changed: Timestamp,
}

/// What an annotation is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A place: the annotation is a bookmark.
    Place(Anchor),
    /// Words: the annotation is a highlight.
    Passage(Passage),
}

impl Target {
    /// Where it began when it was made: bytes from the start of the article's text.
    pub const fn offset(&self) -> usize {
        match self {
            Self::Place(anchor) => anchor.offset,
            Self::Passage(passage) => passage.offset,
        }
    }

    /// The share of the text before it, when it was made.
    pub const fn share(&self) -> f64 {
        match self {
            Self::Place(anchor) => anchor.share,
            Self::Passage(passage) => passage.share,
        }
    }

    /// The same sort of mark on the same words, however much is known of their surroundings.
    fn is_same(&self, other: &Self) -> bool {
        matches!(self, Self::Place(_)) == matches!(other, Self::Place(_))
            && (self.offset(), self.words()) == (other.offset(), other.words())
    }

    /// The words: all of a highlight, the first of a bookmark's place.
    pub fn words(&self) -> &str {
        match self {
            Self::Place(anchor) => &anchor.exact,
            Self::Passage(passage) => &passage.exact,
        }
    }

    /// Where it is now. A bookmark is always somewhere: [`Trust::Share`] says that its words are gone, and
    /// its span is empty. A highlight whose words are gone is `None`.
    pub fn find(&self, article: &Article) -> Option<(Span, Trust)> {
        match self {
            Self::Place(anchor) => {
                let found = anchor.find(article);
                Some((Span::new(found.offset, found.offset), found.trust))
            }
            Self::Passage(passage) => passage.find(article),
        }
    }
}

/// Identifies an annotation by what it says: its target, its note, and when it was changed. An annotation
/// edited by hand is another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnnotationId(u64);

impl AnnotationId {
    /// Takes an identity that was written down before; `None` where it is not 16 hexadecimal digits.
    pub fn parse(hex: &str) -> Option<Self> {
        let fits = hex.len() == 16 && hex.bytes().all(|b| b.is_ascii_hexdigit());
        fits.then(|| u64::from_str_radix(hex, 16).ok().map(Self))
            .flatten()
    }
}

impl fmt::Display for AnnotationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Annotation {
    /// Its identity.
    pub fn id(&self) -> AnnotationId {
        let kind = if self.is_highlight() {
            "highlight"
        } else {
            "bookmark"
        };
        // Letters and digits only: signs that a terminal must not see may be lost between two machines.
        let words = self.target.words().chars();
        let words: String = words.filter(|c| c.is_alphanumeric()).collect();
        let said = format!(
            "{kind} {} {} {words} {}",
            self.target.offset(),
            self.changed.as_millisecond(),
            self.note
        );
        let mut first = [0; 8];
        for (byte, hashed) in first
            .iter_mut()
            .zip(blake3::hash(said.as_bytes()).as_bytes())
        {
            *byte = *hashed;
        }
        AnnotationId(u64::from_be_bytes(first))
    }

    /// True where it marks words, and not only a place.
    pub const fn is_highlight(&self) -> bool {
        matches!(self.target, Target::Passage(_))
    }

    /// Where it is now: see [`Target::find`].
    pub fn find(&self, article: &Article) -> Option<(Span, Trust)> {
        self.target.find(article)
    }
}

/// The annotations of one article, and what was removed of them. Grows only: see the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// In the order of the text, then of making. No two have one identity.
    all: Vec<Annotation>,
    removed: BTreeSet<AnnotationId>,
}

impl Annotations {
    /// `all` but those in `removed`, each once, in any order.
    pub fn new(
        all: impl IntoIterator<Item = Annotation>,
        removed: impl IntoIterator<Item = AnnotationId>,
    ) -> Self {
        let removed: BTreeSet<_> = removed.into_iter().collect();
        let mut all: Vec<_> = all
            .into_iter()
            .map(|annotation| (annotation.id(), annotation))
            .filter(|(id, _)| !removed.contains(id))
            .collect();
        all.sort_by(|(id, a), (other, b)| order(a, b).then_with(|| id.cmp(other)));
        // What differs in nothing that its identity tells (words around a passage) is the same.
        let mut known = BTreeSet::new();
        all.retain(|(id, _)| known.insert(*id));
        Self {
            all: all.into_iter().map(|(_, annotation)| annotation).collect(),
            removed,
        }
    }

    /// In the order of the text as it was when each was made, then of making.
    pub fn iter(&self) -> std::slice::Iter<'_, Annotation> {
        self.all.iter()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.all.len()
    }

    /// True where there are none.
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The one with this identity.
    pub fn get(&self, id: AnnotationId) -> Option<&Annotation> {
        self.all.iter().find(|annotation| annotation.id() == id)
    }

    /// The one about `target` that was made or changed last: after [`Annotations::add`] the one that was
    /// added, so that it can be taken away again.
    pub fn latest(&self, target: &Target) -> Option<&Annotation> {
        self.all
            .iter()
            .filter(|annotation| annotation.target.is_same(target))
            .max_by_key(|annotation| annotation.changed)
    }

    /// The identities of those that were removed or replaced.
    pub fn removed(&self) -> impl Iterator<Item = AnnotationId> {
        self.removed.iter().copied()
    }

    /// Marks `target`, with a note or an empty one.
    pub fn add(&mut self, target: Target, note: String, now: Timestamp) {
        let now = to_millisecond(now);
        self.put(Annotation {
            target,
            note,
            made: now,
            changed: now,
        });
    }

    /// Gives `annotation` another note. Where another instance has removed or edited it in the meantime, the
    /// new note stands beside what came of that.
    pub fn reword(&mut self, annotation: &Annotation, note: String, now: Timestamp) {
        if annotation.note == note {
            return;
        }
        self.remove(annotation.id());
        self.put(Annotation {
            note,
            changed: after(now, annotation.changed),
            ..annotation.clone()
        });
    }

    /// Removes the one with this identity.
    pub fn remove(&mut self, id: AnnotationId) {
        self.all.retain(|annotation| annotation.id() != id);
        self.removed.insert(id);
    }

    /// Puts back an annotation that was removed.
    pub fn restore(&mut self, annotation: &Annotation, now: Timestamp) {
        self.put(Annotation {
            changed: after(now, annotation.changed),
            ..annotation.clone()
        });
    }

    fn put(&mut self, mut annotation: Annotation) {
        // Said, taken back and said again within a millisecond, or after the clock was set back.
        while self.removed.contains(&annotation.id()) {
            let next = after(annotation.changed, annotation.changed);
            annotation.changed = if next > annotation.changed {
                next
            } else {
                // At the end of all times, which only a hand can have written.
                Timestamp::UNIX_EPOCH
            };
        }
        let all = std::mem::take(&mut self.all);
        let removed = std::mem::take(&mut self.removed);
        *self = Self::new(all.into_iter().chain([annotation]), removed);
    }

    /// Everything that either has and neither has removed. Commutative, associative and idempotent.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        Self::new(
            self.all.iter().chain(&other.all).cloned(),
            self.removed.union(&other.removed).copied(),
        )
    }
}

impl<'a> IntoIterator for &'a Annotations {
    type Item = &'a Annotation;
    type IntoIter = std::slice::Iter<'a, Annotation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The order of the text, then of making; any total order after that, to choose the same of two every time.
fn order(a: &Annotation, b: &Annotation) -> Ordering {
    let surroundings = |target: &Target| match target {
        Target::Place(anchor) => (anchor.prefix.clone(), String::new()),
        Target::Passage(passage) => (passage.prefix.clone(), passage.suffix.clone()),
    };
    a.target
        .offset()
        .cmp(&b.target.offset())
        .then_with(|| (a.made, a.changed).cmp(&(b.made, b.changed)))
        .then_with(|| (a.target.words(), &a.note).cmp(&(b.target.words(), &b.note)))
        .then_with(|| a.is_highlight().cmp(&b.is_highlight()))
        .then_with(|| a.target.share().total_cmp(&b.target.share()))
        .then_with(|| surroundings(&a.target).cmp(&surroundings(&b.target)))
}

/// `now` to the millisecond, or just after `than` where it is not later than that.
fn after(now: Timestamp, than: Timestamp) -> Timestamp {
    let now = to_millisecond(now);
    if now > than {
        return now;
    }
    than.saturating_add(SignedDuration::from_millis(1))
        .unwrap_or(than)
}

/// Times are kept to the millisecond.
pub(super) fn to_millisecond(time: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(time.as_millisecond()).unwrap_or(time)
}

#[cfg(test)]
mod tests;
