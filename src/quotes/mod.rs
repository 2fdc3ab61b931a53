//! Who is quoted in an article, in what role, saying what.
//!
//! Quotations are ranges over the article's text, so this room knows neither how the article was read nor
//! how it will be set. Everything found names the [`Rule`] that found it.

#[cfg_attr(
    not(test),
    expect(
        dead_code,
        unused_imports,
        reason = "the rules that ask it are being written"
    )
)]
mod lexicon;

use crate::article::{Article, Span};

/// Everything quoted in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quotes {
    /// Who is quoted, in order of their first quotation.
    pub speakers: Vec<Speaker>,
    /// What is quoted, in the order of the text.
    pub quotations: Vec<Quotation>,
}

/// Somebody, or some body, that is quoted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speaker {
    /// The fullest form of the name in the article; for an unnamed source the words used for it.
    pub name: String,
    /// The role in the article's own words, fullest form.
    pub role: Option<String>,
    /// The role as short as a sidebar wants it.
    pub short_role: Option<String>,
    /// The body they speak for or belong to, in the article's words.
    pub organisation: Option<String>,
    /// Quoted for what they know.
    pub expert: bool,
}

/// One quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// The words quoted or reported, without quote marks.
    pub span: Span,
    /// Direct, indirect or mixed.
    pub kind: Kind,
    /// Index into [`Quotes::speakers`]; `None` where nobody could be named.
    pub speaker: Option<usize>,
    /// The rule that found whose words these are.
    pub rule: Rule,
    /// How sure that is.
    pub sureness: Sureness,
    /// The cue (`zegt`, `volgens`), where there is one.
    pub cue: Option<Span>,
    /// The words that name the speaker here.
    pub mention: Option<Span>,
}

/// How words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To the letter, between marks.
    Direct,
    /// Reported in the writer's words.
    Indirect,
    /// Reported, with some words between marks.
    Mixed,
}

/// How sure the speaker of a quotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// A guess: shown with a question mark.
    Doubtful,
    /// Likely.
    Likely,
    /// Stated by the text.
    Sure,
}

/// The rules, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Nobody could be found.
    None,
}

/// Finds who is quoted in `article`.
pub fn find(article: &Article) -> Quotes {
    let _ = article;
    Quotes::default()
}

impl Quotes {
    /// The quotations of one speaker, in order.
    pub fn of(&self, speaker: usize) -> impl Iterator<Item = &Quotation> {
        self.quotations
            .iter()
            .filter(move |q| q.speaker == Some(speaker))
    }
}
