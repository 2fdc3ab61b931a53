//! Bookmarks and highlights where they stand now: in one article, and in all of them.
//!
//! What is kept holds words and not places; [`Noted::all`] finds them in the text as it is.

use super::{About, Annotation, Annotations, Origin};
use crate::article::{Article, Id, Span, Trust};

/// A bookmark or highlight, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Noted {
    /// As it is kept.
    pub annotation: Annotation,
    /// Where it stands: empty for a bookmark, `None` where its words are gone.
    pub span: Option<Span>,
    /// The share of the text before it, 0 to 1; where its words are gone, when it was made.
    pub share: f64,
}

impl Noted {
    /// All annotations in the order of the text; those that are lost come last.
    pub fn all(article: &Article, annotations: &Annotations) -> Vec<Self> {
        let mut found: Vec<Self> = annotations
            .iter()
            .map(|annotation| {
                let found = annotation.find(article);
                // The same share of the text is a guess, good for going on reading and not for a mark.
                let found = found.filter(|(_, trust)| *trust != Trust::Share);
                Self::at(annotation, found.map(|(span, _)| span), Some(article))
            })
            .collect();
        found.sort_by_key(|noted| noted.span.map_or(usize::MAX, |span| span.start));
        found
    }

    /// All annotations of an article that is gone.
    pub fn all_lost(annotations: &Annotations) -> Vec<Self> {
        let lost = annotations.iter();
        lost.map(|annotation| Self::at(annotation, None, None))
            .collect()
    }

    fn at(annotation: &Annotation, span: Option<Span>, article: Option<&Article>) -> Self {
        let share = match (span, article) {
            (Some(span), Some(article)) => article.share_before(span.start),
            _ => annotation.target.share(),
        };
        Self {
            annotation: annotation.clone(),
            span,
            share: share.clamp(0.0, 1.0),
        }
    }
}

/// An article with its bookmarks and highlights.
#[derive(Clone, Debug, PartialEq)]
pub struct Collected {
    /// Its identity.
    pub id: Id,
    /// What it says about itself.
    pub about: About,
    /// Where it can be read; `None` where it is gone.
    pub origin: Option<Origin>,
    /// The bookmarks and highlights in the order of the text, the lost ones last. Never empty.
    pub marks: Vec<Noted>,
}

impl Collected {
    /// What is marked in `article`, read from `origin`; in an article that is gone, where there is none.
    pub fn new(
        id: Id,
        about: About,
        found: Option<(Origin, &Article)>,
        annotations: &Annotations,
    ) -> Self {
        let marks = match &found {
            Some((_, article)) => Noted::all(article, annotations),
            None => Noted::all_lost(annotations),
        };
        Self {
            id,
            about,
            origin: found.map(|(origin, _)| origin),
            marks,
        }
    }
}
