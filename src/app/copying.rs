//! Words for the clipboard, as Markdown: a quotation with its source, and the address of the source itself.

use super::keys::{Action, Place};
use super::message::Effect;
use super::reader::{Focus, Reader};
use super::{App, Note, Screen};
use crate::article::{Published, Span};
use crate::library::{About, Noted};
use crate::quotes::Sureness;
use crate::wording::Wording;
use std::fmt::Write as _;

/// Bytes that every terminal takes: some read no sequence longer than 100,000 bytes, and encoded a text
/// is a third longer.
const EVERY_TERMINAL_TAKES: usize = 74_994;

/// Words with what is known about them.
struct Clipping<'a> {
    words: &'a str,
    note: &'a str,
    /// Whose words they are, where they are quoted.
    speaker: Option<String>,
    /// The share of the article before them, 0 to 1.
    share: f64,
    about: &'a About,
}

/// Copies what is selected, stands out or is chosen in a list.
pub(super) fn copy(app: &mut App) -> Vec<Effect> {
    let text = match &app.screen {
        Screen::Reader(reader) => of_reader(reader, app.words),
        Screen::Collection(collection) => {
            let chosen = collection.chosen();
            chosen.map(|(article, noted)| of_mark(noted, &article.about, app.words))
        }
        Screen::Library => None,
    };
    if let Screen::Reader(reader) = &mut app.screen
        && let Focus::Select(selection) = &reader.focus
    {
        reader.marked = Some(selection.span());
        reader.focus = Focus::Text;
    }
    let words = &app.words.screen;
    let Some(text) = text else {
        let select = app.keys.hint(Place::Reading, Action::Select);
        app.note = Some(Note::plain((words.nothing_to_copy)(&select)));
        return Vec::new();
    };
    let said = if text.len() > EVERY_TERMINAL_TAKES {
        words.copied_much
    } else {
        words.copied
    };
    app.note = Some(Note::plain(said));
    vec![Effect::Copy(text)]
}

fn of_reader(reader: &Reader, words: &Wording) -> Option<String> {
    let about = About::of(reader.article(), None);
    let span = match &reader.focus {
        Focus::Select(selection) => selection.span(),
        Focus::People => reader.people.as_ref()?.target()?,
        Focus::Margin(at) => return Some(of_mark(reader.margin.get(*at)?, &about, words)),
        _ => reader.marked.filter(|marked| !marked.is_empty())?,
    };
    let note = reader.margin.iter().find(|noted| noted.span == Some(span));
    let clipping = Clipping {
        words: span.of(reader.article().text()),
        note: note.map_or("", |noted| &noted.annotation.note),
        speaker: speaker(reader, span),
        share: reader.article().share_before(span.start),
        about: &about,
    };
    Some(clipping.markdown(words))
}

fn of_mark(noted: &Noted, about: &About, words: &Wording) -> String {
    let clipping = Clipping {
        words: noted.annotation.target.words(),
        note: &noted.annotation.note,
        speaker: None,
        share: noted.share,
        about,
    };
    clipping.markdown(words)
}

/// Who says these words, where the rules are in no doubt.
fn speaker(reader: &Reader, span: Span) -> Option<String> {
    let quotes = &reader.people.as_ref()?.quotes;
    let quotation = quotes.quotations.iter().find(|q| q.span == span)?;
    let sure = quotation.sureness != Sureness::Doubtful;
    let speaker = quotes.speakers.get(quotation.speaker.filter(|_| sure)?)?;
    Some(match &speaker.role {
        Some(role) => format!("{} ({role})", speaker.name),
        None => speaker.name.clone(),
    })
}

impl Clipping<'_> {
    /// The words as a block quote, their source below them, then the note.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a percentage is between 0 and 100"
    )]
    fn markdown(&self, words: &Wording) -> String {
        let About {
            title,
            authors,
            published,
            url,
            ..
        } = self.about;
        let date = published.as_ref().map(|date| match Published::parse(date) {
            Some(published) => words.screen.date(published.parts()),
            None => date.clone(),
        });
        let title = if title.is_empty() {
            words.untitled
        } else {
            title
        };
        let parts = [
            self.speaker.clone(),
            Some(authors.join(", ")),
            Some(format!("‘{title}’")),
            date,
            Some(format!("{} %", (self.share.clamp(0.0, 1.0) * 100.0) as u8)),
            url.as_ref().map(|url| format!("<{url}>")),
        ];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        let source: Vec<String> = parts.collect();
        let mut text = String::new();
        for line in self.words.lines().chain([""]) {
            let _ = writeln!(text, "{}", format!("> {line}").trim_end());
        }
        let _ = writeln!(text, "> — {}", source.join(", "));
        if !self.note.is_empty() {
            let _ = write!(text, "\n{}\n", self.note);
        }
        text.retain(|c| c == '\n' || !c.is_control());
        text
    }
}

/// Hands the article's source to the system's browser.
pub(super) fn browse(app: &mut App) -> Vec<Effect> {
    let Screen::Reader(reader) = &app.screen else {
        return Vec::new();
    };
    let url = reader.article().meta.url.as_deref();
    let Some(url) = url.and_then(address) else {
        app.note = Some(Note::plain(app.words.screen.no_source));
        return Vec::new();
    };
    vec![Effect::Browse(url.to_owned())]
}

/// `url`, where it is a plain address of the web: whatever else an article names is not handed to other
/// programs.
fn address(url: &str) -> Option<&str> {
    let scheme = url.split_once("://")?.0;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let plain = url.chars().all(|c| !c.is_whitespace() && !c.is_control());
    (web && plain && url.len() > scheme.len() + "://".len()).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn words_are_copied_with_their_source_and_no_sign_that_a_terminal_obeys() {
        let about = About {
            title: "De \u{1b}beek".into(),
            authors: vec!["Femke Waterloo".into(), "Jan Smit".into()],
            published: Some("2024-10-12T06:00:00+02:00".into()),
            url: Some("https://voorbeeld.example/beek".into()),
            ..About::default()
        };
        let clipping = Clipping {
            words: "Een goot.\n\nGeen \u{9b}beek.",
            note: "navragen\u{7}",
            speaker: Some("Marieke van der Velde (hydroloog)".into()),
            share: 0.269,
            about: &about,
        };
        assert_eq!(
            clipping.markdown(Language::Dutch.wording()),
            "> Een goot.\n>\n> Geen beek.\n>\n> — Marieke van der Velde (hydroloog), Femke Waterloo, Jan Smit, \
             ‘De beek’, 12 oktober 2024, 26 %, <https://voorbeeld.example/beek>\n\nnavragen\n"
        );
    }

    #[test]
    fn only_an_address_of_the_web_is_handed_to_the_browser() {
        for url in ["https://a.example/b?c=1#d", "HTTP://a.example"] {
            assert_eq!(address(url), Some(url));
        }
        for url in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://",
            "https://a.example/ --help",
            "https://a.example/\u{1b}[31m",
            "--help",
            "/usr/bin/true",
            "",
        ] {
            assert_eq!(address(url), None, "{url}");
        }
    }
}
