//! HTML inside Markdown: the tags go, their text stays.
//!
//! Not a reader of web pages: it knows where a tag, a comment or a script ends, which tags part paragraphs,
//! and no more. What is inside a script or a style sheet is no text and goes too.

use std::borrow::Cow;

/// What is left of a line of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words, with entities spelled out.
    Text(Cow<'a, str>),
    /// A line break inside a paragraph.
    Break,
    /// The end of a paragraph.
    Block,
}

/// Strips tags; keeps over the end of a line what it was in.
#[derive(Debug, Default)]
pub(super) struct Stripper {
    inside: Inside,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Text,
    Tag,
    /// What ends it.
    Hidden(&'static str),
}

/// Tags that stand between paragraphs.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tr",
    "ul",
];

impl Stripper {
    /// Forgets what it was in.
    pub fn reset(&mut self) {
        self.inside = Inside::Text;
    }

    /// The text in a stretch of HTML.
    pub fn strip<'a>(&mut self, html: &'a str) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut rest = html;
        while !rest.is_empty() {
            match self.inside {
                Inside::Text => {
                    let (text, tag) = rest.split_at(tag_start(rest));
                    if !text.is_empty() {
                        pieces.push(Piece::Text(html_escape::decode_html_entities(text)));
                    }
                    rest = tag;
                    if tag.is_empty() {
                        break;
                    }
                    let name = name_of(tag);
                    self.inside = match name {
                        Name::Comment => Inside::Hidden("-->"),
                        Name::Tag("script") => Inside::Hidden("</script"),
                        Name::Tag("style") => Inside::Hidden("</style"),
                        _ => Inside::Tag,
                    };
                    match name {
                        Name::Tag("br") => pieces.push(Piece::Break),
                        Name::Tag(name) if BLOCKS.contains(&name) => pieces.push(Piece::Block),
                        _ => {}
                    }
                }
                Inside::Tag => rest = self.skip_past(rest, ">"),
                Inside::Hidden(end) => {
                    rest = self.skip_past(rest, end);
                    if self.inside == Inside::Text && end.starts_with("</") {
                        self.inside = Inside::Tag;
                    }
                }
            }
        }
        pieces
    }

    /// What follows `end`; nothing, and still inside, where it does not occur.
    fn skip_past<'a>(&mut self, rest: &'a str, end: &str) -> &'a str {
        match rest.find(end) {
            Some(at) => {
                self.inside = Inside::Text;
                rest.get(at + end.len()..).unwrap_or_default()
            }
            None => "",
        }
    }
}

/// Whether an inline tag is a line break.
pub(super) fn is_line_break(tag: &str) -> bool {
    name_of(tag) == Name::Tag("br")
}

/// What begins with `<`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Comment,
    /// A tag of which it matters which it is.
    Tag(&'static str),
    Other,
}

fn name_of(tag: &str) -> Name {
    if tag.starts_with("<!--") {
        return Name::Comment;
    }
    let name = tag.trim_start_matches(['<', '/']);
    let end = name
        .bytes()
        .take(12)
        .position(|b| !b.is_ascii_alphanumeric())
        .unwrap_or(name.len().min(12));
    let name = name.get(..end).unwrap_or_default();
    ["br", "script", "style"]
        .iter()
        .chain(BLOCKS)
        .find(|known| known.eq_ignore_ascii_case(name))
        .map_or(Name::Other, |known| Name::Tag(known))
}

/// Where the next tag begins: a `<` before a letter, a slash or an exclamation mark. Other ones are text.
fn tag_start(text: &str) -> usize {
    memchr::memchr_iter(b'<', text.as_bytes())
        .find(|at| {
            text.as_bytes()
                .get(at + 1)
                .is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!'))
        })
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        let mut stripper = Stripper::default();
        html.split_inclusive('\n')
            .flat_map(|line| stripper.strip(line))
            .map(|piece| match piece {
                Piece::Text(text) => text.into_owned(),
                Piece::Break => "/".to_owned(),
                Piece::Block => "|".to_owned(),
            })
            .collect()
    }

    #[test]
    fn the_tags_go_and_the_words_stay() {
        assert_eq!(
            text("<p class=\"x\">Zo <em>gaat</em> dat&nbsp;&eacute;n<br>dit</p>"),
            "|Zo gaat dat\u{a0}én/dit|"
        );
        assert_eq!(text("a < b en 3 > 2"), "a < b en 3 > 2");
    }

    #[test]
    fn what_a_page_hides_stays_hidden_over_lines() {
        assert_eq!(text("x<!-- weg\nook <b>weg --> y"), "x y");
        assert_eq!(text("<script>\nlet a = '<p>';\n</script>na"), "na");
        assert_eq!(text("<img\nalt='weg'>na"), "na");
    }
}
