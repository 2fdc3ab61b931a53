//! Bytes → [`Article`].
//!
//! Recognises the form, decodes (UTF-8, UTF-16, Windows-1252), reads it (`paste` for plain and pasted
//! text, `markdown`), and lets nothing through that a terminal must not see ([`tidy`]). Knows no paths, no
//! clock and no screen. Text always gives an article; only a container that can't be opened is an error.
//!
//! The one idea: decode and tidy first, once, for every form. What reads a form then meets only clean
//! text, borrows from it, and hands it to [`crate::article::Builder`], which keeps the model's invariants.

mod byline;
mod dates;
mod decode;
mod front_matter;
mod markdown;
mod paste;
pub mod tidy;

use crate::article::{Article, Notice};
use std::borrow::Cow;

/// The forms an article can come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Plain text, pasted text; front matter is understood here too.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
}

impl Form {
    /// The form that a file's name promises, by its extension; `None` for a form that is not read.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }

    /// The form that the bytes themselves show, for what comes without a name: Markdown where there is front
    /// matter, a heading behind `#`, a link or a code fence near the beginning, else text.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let beginning = bytes.get(..RECOGNISED_BY).unwrap_or(bytes);
        let Ok(decoded) = decode::decode(beginning) else {
            return Self::Text;
        };
        if markdown::is_likely(&tidy::text(&decoded.text)) {
            Self::Markdown
        } else {
            Self::Text
        }
    }

    /// The extension of a copy in this form.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
        }
    }
}

/// How many bytes [`Form::of_bytes`] looks at. Even, so that UTF-16 is not cut in half.
const RECOGNISED_BY: usize = 64 * 1024;

/// Why bytes give no article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The bytes are no text in any encoding that is read.
    #[error("not text")]
    NotText,
}

/// Reads an article. `name` is the file's name without folder and extension; it stands in for a title
/// where the source gives none.
///
/// # Errors
/// [`Unreadable`] where the bytes are no text at all. Text, however broken, gives an article and notices.
pub fn parse(bytes: &[u8], form: Form, name: &str) -> Result<Article, Unreadable> {
    let decoded = decode::decode(bytes)?;
    let text = tidy::text(&decoded.text);
    let mut article = match form {
        Form::Text => paste::parse(&text),
        Form::Markdown => markdown::parse(&text),
    };
    if decoded.replaced > 0 {
        article
            .notices
            .insert(0, Notice::ReplacedCharacters(decoded.replaced));
    }
    if article.meta.title.is_empty() {
        article.meta.title = single_spaced(&tidy::line(name)).into_owned();
    }
    Ok(article)
}

/// Text with every run of spaces as one: prose is set anew, so a source's spacing means nothing.
fn single_spaced(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if memchr::memmem::find(text.as_bytes(), b"  ").is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for piece in text.split(' ').filter(|piece| !piece.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(piece);
    }
    Cow::Owned(out)
}

/// Whether two lines say the same: case, spacing and closing signs aside.
fn says_the_same(one: &str, other: &str) -> bool {
    let letters = |s: &str| -> String {
        s.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let one = letters(one);
    !one.is_empty() && one == letters(other)
}

#[cfg(test)]
mod tests;
