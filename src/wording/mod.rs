//! The words that a reader sees, in one place for each language.
//!
//! A [`Wording`] holds every sentence of the interface; [`nl`] and [`en`] fill it in. A sentence with a
//! number or a name in it is a function, so that each language can put them where they belong.

mod en;
mod nl;

/// The interface's languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// The language of a locale name such as `nl_BE.UTF-8`; English for any locale that is not Dutch,
    /// Dutch where there is none to go by.
    pub fn of_locale(locale: &str) -> Self {
        match locale.get(..2) {
            Some("nl" | "NL") => Self::Dutch,
            None | Some("C" | "C.") if locale.len() < 2 => Self::Dutch,
            _ => Self::English,
        }
    }

    /// Its sentences.
    pub const fn wording(self) -> &'static Wording {
        match self {
            Self::Dutch => &nl::WORDING,
            Self::English => &en::WORDING,
        }
    }
}

/// Every sentence of the interface.
#[derive(Debug)]
pub struct Wording {
    /// Shown where an article has no title.
    pub untitled: &'static str,
}
