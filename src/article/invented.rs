//! Texts of invented words, for laws about finding again.

use super::{Article, BlockKind, Builder, Meta};
use proptest::prelude::*;

/// An article of paragraphs that are parted by blank lines.
pub(super) fn article(text: &str) -> Article {
    let mut builder = Builder::new();
    for block in text.split("\n\n") {
        builder.begin(BlockKind::Paragraph);
        builder.push(block);
    }
    builder.finish(Meta::default(), Vec::new())
}

/// A text of invented words, short and common ones in turn with longer ones that are rarer, as in prose.
pub(super) fn prose() -> impl Strategy<Value = Vec<Vec<String>>> {
    let pair = (
        "[aeio][nrst]",
        "[bdgklmnprstvwz][aeiou][bdgklmnprst]{2}[aeiou][klmnrst]",
    );
    let paragraph = prop::collection::vec(pair, 12..30)
        .prop_map(|pairs| pairs.into_iter().flat_map(|(a, b)| [a, b]).collect());
    prop::collection::vec(paragraph, 3..9)
}

/// One paragraph; a word that was emptied is gone.
pub(super) fn line(words: &[String]) -> String {
    words
        .iter()
        .filter(|w| !w.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

pub(super) fn set(paragraphs: &[Vec<String>]) -> String {
    paragraphs
        .iter()
        .map(|p| line(p))
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Where the word `w` of paragraph `p` stands.
pub(super) fn start_of(paragraphs: &[Vec<String>], p: usize, w: usize) -> usize {
    let before: usize = paragraphs[..p].iter().map(|q| line(q).len() + 2).sum();
    let within = line(&paragraphs[p][..w]).len();
    before + within + usize::from(within > 0)
}
