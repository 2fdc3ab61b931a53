//! The words that a reader sees, in one place for each language.
//!
//! A [`Wording`] holds every sentence of the interface; `nl` and `en` fill it in. A sentence with a
//! number or a name in it is a function, so that each language can put them where they belong.

mod cli;
mod en;
mod nl;
mod screen;

pub use cli::{CliWording, HelpWording};
pub use screen::Screen;

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
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        let language = name.split(['_', '-']).next().unwrap_or_default();
        match language {
            "" | "C" | "POSIX" => Self::default(),
            _ if language.eq_ignore_ascii_case("nl") => Self::Dutch,
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
    /// The commands.
    pub cli: CliWording,
    /// What is wrong with a file: the key of a reason, and its detail (a line, a setting's name). A key
    /// that it does not know gives the detail, which is then the system's own sentence.
    pub reason: fn(&str, &str) -> String,
    /// Shown where an article has no title.
    pub untitled: &'static str,
    /// The screens.
    pub screen: Screen,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dutch_locale_or_none_at_all_gives_dutch() {
        for locale in ["nl", "nl_BE.UTF-8", "NL-nl", "", "C", "C.UTF-8", "POSIX"] {
            assert_eq!(Language::of_locale(locale), Language::Dutch, "{locale}");
        }
        for locale in ["en_GB.UTF-8", "nld", "de", "fy_NL", "é"] {
            assert_eq!(Language::of_locale(locale), Language::English, "{locale}");
        }
    }
}
