//! Where the sentences of a block begin and end, for a reader who wants one whole.
//!
//! Other than [`super::outline`], which takes a quotation as one piece, this looks inside the marks: of `„Het lekt.
//! Al jaren”, zegt Smit.` the reader may want `„Het lekt.` alone.

use super::tokens::{Case, Kind, Token, Tokens};
use crate::article::Span;

/// The sentences of one block's text, as ranges over it, in order, without the white space between them. Empty
/// where there are no words. Knows the abbreviations and initials that end no sentence (`dr. J. Smit`).
pub fn sentences(block: &str) -> Vec<Span> {
    let tokens = Tokens::of_line(block).all;
    let mut found = Vec::new();
    let mut start = 0;
    for i in 0..tokens.len() {
        if i + 1 == tokens.len() || ends_between(block, &tokens, i) {
            found.push(Span::new(tokens[start].span.start, tokens[i].span.end));
            start = i + 1;
        }
    }
    found
}

/// True where a sentence ends with token `i` and another begins after it.
fn ends_between(block: &str, tokens: &[Token], i: usize) -> bool {
    let (token, next) = (tokens[i], tokens[i + 1]);
    // A mark that touches the stop closes what the stop ends: `Nu.” Zij zweeg.`
    if token.span.end == next.span.start {
        return false;
    }
    let touching = |at: usize| tokens[at - 1].span.end == tokens[at].span.start;
    let mut last = i;
    while last > 0 && matches!(tokens[last].kind, Kind::Mark(_) | Kind::Close) && touching(last) {
        last -= 1;
    }
    tokens[last].kind == Kind::Stop && can_begin(block, next)
}

/// True where a sentence can begin with this token: after `“Ga!”` comes `riep zij` and no new sentence.
fn can_begin(block: &str, token: Token) -> bool {
    match token.kind {
        Kind::Word(Case::Lower) => token.span.of(block).starts_with(['\'', '’']),
        Kind::Comma | Kind::Colon | Kind::Semicolon | Kind::Close | Kind::Stop => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sentences with a bar between them.
    fn parted(block: &str) -> String {
        let found = sentences(block);
        let found: Vec<&str> = found.iter().map(|span| span.of(block)).collect();
        found.join(" | ")
    }

    #[test]
    fn an_abbreviation_or_an_initial_ends_no_sentence() {
        let text =
            "Volgens dr. J. Korf e.a. kost het ca. 3.500 euro. | Dat is veel! | ’s Avonds ook …";
        assert_eq!(parted(&text.replace(" | ", " ")), text);
    }

    #[test]
    fn a_sentence_takes_its_marks_along_and_a_quotation_is_looked_into() {
        let text = "„Het lekt. | Al jaren”, zegt Korf. | „Kom je?” vroeg hij. | (Zij niet.) | „Ja!” | Stilte";
        assert_eq!(parted(&text.replace(" | ", " ")), text);
    }

    #[test]
    fn where_there_are_no_words_there_is_no_sentence() {
        assert_eq!(sentences(""), []);
        assert_eq!(sentences(" \n "), []);
        assert_eq!(parted("..."), "...");
    }
}
