//! Who is quoted in an article, in what role, saying what.
//!
//! Quotations are ranges over the article's text, so this room knows neither how the article was read nor
//! how it will be set. Everything found names the [`Rule`] that found it.

#[cfg(test)]
mod annotated;
mod attached;
mod cues;
mod known;
mod lexicon;
mod marks;
mod mentions;
mod names;
mod outline;
mod people;
mod rules;
mod scare;
mod sentences;
mod speakers;
mod tokens;
mod words;

pub use sentences::sentences;

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

/// The rules, the surest first. Each names the pattern that told whose words a quotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The cue follows the quotation: `“Het dak lekt”, zegt aannemer Anna Smit.`
    Inversion,
    /// The quotation goes on after the cue: `“Het dak”, zegt Smit, “lekt al jaren.”`
    Split,
    /// A cue and a colon stand before it: `Smit zegt: “Het dak lekt.”`
    Colon,
    /// Only a name and a colon stand before it: `Smit: “Het dak lekt.”`
    Label,
    /// An answer in an interview, after the label or the initials of who answers: `AS: Dat dak lekt al jaren.`
    Interview,
    /// Words in marks inside a clause that reports: `Smit noemt het dak ‘een vergiet’.`
    Framed,
    /// A reported clause: `Smit zegt dat het dak lekt.`
    That,
    /// The cue follows the clause that it reports: `Het dak lekt, zegt Smit.`
    Parenthetical,
    /// A source named by `volgens`: `Volgens Smit lekt het dak.`
    According,
    /// A clause that a source is said to share: `Het dak lekt, zoals Smit stelt.`
    As,
    /// A reported infinitive: `Smit zegt het dak niet te kennen.`
    Infinitive,
    /// A document or its maker: `Het dak lekt, blijkt uit een rapport van de gemeente.`
    Document,
    /// A cue that points back to the sentence before: `Het dak lekt. Dat concludeert Smit.`
    PointsBack,
    /// A judgement: `Smit vindt het dak te oud.`
    Judgement,
    /// The sentence before holds a quotation of the same person and its cue: `“Het lekt”, zegt Smit. “Al jaren.”`
    Continued,
    /// The person that the sentence before it is about: `Smit klimt naar boven. “Het lekt hier.”`
    SubjectBefore,
    /// Nobody was named since the last quotation: `“Het lekt”, zegt Smit. De zolder is nat. “Al jaren.”`
    SameSpeaker,
    /// A quotation at the top, before anybody is named, goes to who speaks first: `“Het lekt.” Smit wijst omhoog.`
    Lead,
    /// Nobody could be found.
    None,
}

impl Rule {
    /// A short name that does not change, for `--explain` and for scripts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inversion => "inversion",
            Self::Split => "split",
            Self::Colon => "colon",
            Self::Label => "label",
            Self::Interview => "interview",
            Self::Framed => "framed",
            Self::That => "that",
            Self::Parenthetical => "parenthetical",
            Self::According => "according",
            Self::As => "as",
            Self::Infinitive => "infinitive",
            Self::Document => "document",
            Self::PointsBack => "points_back",
            Self::Judgement => "judgement",
            Self::Continued => "continued",
            Self::SubjectBefore => "subject_before",
            Self::SameSpeaker => "same_speaker",
            Self::Lead => "lead",
            Self::None => "none",
        }
    }
}

/// Finds who is quoted in `article`.
pub fn find(article: &Article) -> Quotes {
    let reading = outline::Reading::of(article);
    let mentions = mentions::Mentions::of(&reading);
    let title = article.meta.title.as_str();
    let people = people::People::of(&reading, &mentions, title);
    let (found, people) = rules::Finder::run(&reading, &mentions, people);
    speakers::list(&reading, &people, found)
}

impl Quotes {
    /// The quotations of one speaker, in order.
    pub fn of(&self, speaker: usize) -> impl Iterator<Item = &Quotation> {
        self.quotations
            .iter()
            .filter(move |q| q.speaker == Some(speaker))
    }
}
