//! Folded search: case, accents and the spelling of quote marks make no difference.
//!
//! A hit is a range over the article's text, so a word that is divided at a line's end is found like any
//! other. Knows no screen.

mod ranked;

pub use ranked::{Answer, Query, answer, snippet};

use crate::article::{Article, Span};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Every place in `article` where `query` stands, in order, not overlapping. White space in the query
/// matches any white space. An empty query is found nowhere. Linear in the text.
pub fn find(article: &Article, query: &str) -> Vec<Span> {
    let mut needle = Folded::default();
    needle.push(query.trim(), 0);
    if needle.text.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    let mut hay = Folded::default();
    for block in article.blocks() {
        hay.clear();
        hay.push(block.span.of(article.text()), block.span.start);
        for (at, found) in hay.text.match_indices(needle.text.as_str()) {
            hits.push(Span::new(
                hay.source(at),
                hay.source_end(at + found.len(), block.span.end),
            ));
        }
    }
    hits
}

/// `text` without what the search does not look at, as one string.
pub fn fold(text: &str) -> String {
    let mut folded = Folded::default();
    folded.push(text, 0);
    folded.text
}

/// Folded text that knows where each of its characters came from.
#[derive(Default)]
struct Folded {
    text: String,
    /// For each byte of `text`, the source offset of the character it came from.
    origins: Vec<usize>,
}

impl Folded {
    fn clear(&mut self) {
        self.text.clear();
        self.origins.clear();
    }

    fn push(&mut self, source: &str, base: usize) {
        let mut after_space = false;
        for (at, c) in source.char_indices() {
            if c.is_whitespace() {
                if !after_space {
                    self.put(' ', base + at);
                }
                after_space = true;
                continue;
            }
            after_space = false;
            match c {
                'a'..='z' | '0'..='9' => self.put(c, base + at),
                'A'..='Z' => self.put(c.to_ascii_lowercase(), base + at),
                '‘' | '’' | '‚' | '‛' => self.put('\'', base + at),
                '“' | '”' | '„' | '‟' => self.put('"', base + at),
                '‐' | '‑' => self.put('-', base + at),
                'ĳ' | 'Ĳ' => {
                    self.put('i', base + at);
                    self.put('j', base + at);
                }
                _ => {
                    for folded in c
                        .nfd()
                        .filter(|&c| !is_combining_mark(c))
                        .flat_map(char::to_lowercase)
                    {
                        self.put(folded, base + at);
                    }
                }
            }
        }
    }

    fn put(&mut self, c: char, origin: usize) {
        self.text.push(c);
        self.origins.resize(self.text.len(), origin);
    }

    fn source(&self, at: usize) -> usize {
        self.origins.get(at).copied().unwrap_or_default()
    }

    /// Where in the source the folded text before `at` ends.
    fn source_end(&self, at: usize, end: usize) -> usize {
        self.origins.get(at).copied().unwrap_or(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Builder, Meta};

    fn found(text: &str, query: &str) -> Vec<String> {
        let mut builder = Builder::new();
        builder.push(text);
        let article = builder.finish(Meta::default(), Vec::new());
        find(&article, query)
            .iter()
            .map(|hit| hit.of(article.text()).to_owned())
            .collect()
    }

    #[test]
    fn case_and_accents_make_no_difference() {
        assert_eq!(
            found("Beïnvloed de REÜNIE, een reunie!", "reünie"),
            ["REÜNIE", "reunie"]
        );
        assert_eq!(found("Het ĲSSELMEER bevroor.", "ijssel"), ["ĲSSEL"]);
    }

    #[test]
    fn any_sign_for_a_quote_mark_is_found_by_any_other() {
        assert_eq!(
            found("’s Avonds las hij “Zo is het”.", "'s avonds"),
            ["’s Avonds"]
        );
        assert_eq!(found("’s Avonds las hij “Zo is het”.", "\"zo"), ["“Zo"]);
    }

    #[test]
    fn white_space_matches_any_white_space() {
        assert_eq!(
            found("prof.\u{a0}dr. Smit", "prof. dr."),
            ["prof.\u{a0}dr."]
        );
    }

    #[test]
    fn an_empty_query_is_found_nowhere() {
        assert!(found("tekst", "   ").is_empty());
    }

    #[test]
    fn a_letter_with_its_own_accent_sign_is_found_whole() {
        assert_eq!(found("cafe\u{301} au lait", "café"), ["cafe\u{301}"]);
    }
}
