//! How well an article answers a query, and where.
//!
//! The order of things that count: the title, then headings, byline and keywords, then the text, there by
//! density. The density is that of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
//! 2009, section 3.5): a word's tenth occurrence says less than its first, and the same number says more in
//! a short article. How rare a word is in the library counts for nothing: then an article's score would
//! depend on what else was searched.

use super::{Folded, fold};
use crate::article::{Article, BlockKind, Span};
use memchr::memmem::Finder;

/// What each place is worth for one term, at most.
const TITLE: f64 = 8.0;
const HEADING: f64 = 4.0;
const BYLINE: f64 = 3.0;
/// A query of several words that stands somewhere as it was typed.
const TOGETHER: f64 = 2.0;

/// BM25's saturation and length normalisation.
const K1: f64 = 1.2;
const B: f64 = 0.75;
/// Words of an article of ordinary length.
const ORDINARY: f64 = 1000.0;

/// A part of a word is worth this much of a whole one: `dijk` in `zeedijk`.
const PART: f64 = 0.5;

/// Code points before and behind a match in its snippet, to the next word.
const AROUND: usize = 60;

/// What is looked for: every term must be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Folded words, and phrases that stood between quote marks.
    terms: Vec<String>,
    /// All terms as one phrase, where there are several.
    together: Option<String>,
}

impl Query {
    /// Reads a query: words, each of which must stand somewhere; words between double quote marks must
    /// stand together.
    pub fn new(text: &str) -> Self {
        let folded = fold(text);
        let mut terms: Vec<String> = Vec::new();
        for (number, part) in folded.split('"').enumerate() {
            if number % 2 == 1 {
                terms.push(part.trim().to_owned());
            } else {
                terms.extend(part.split_whitespace().map(str::to_owned));
            }
        }
        terms.retain(|term| !term.is_empty());
        let mut known = std::collections::HashSet::new();
        terms.retain(|term| known.insert(term.clone()));
        let together = (terms.len() > 1).then(|| terms.join(" "));
        Self { terms, together }
    }

    /// True where nothing is asked for; nothing answers that.
    pub const fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// An article that answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// How well: above 0, the higher the better; comparable between articles.
    pub score: f64,
    /// Where in the text, in order, not overlapping. Empty where only the title, the byline or a keyword
    /// answers.
    pub matches: Vec<Span>,
}

/// What was found of one term.
#[derive(Clone, Default)]
struct Tally {
    title: f64,
    byline: f64,
    headings: f64,
    body: f64,
}

/// How `article` answers `query`; `None` where it does not. Linear in the text for each term.
pub fn answer(article: &Article, query: &Query) -> Option<Answer> {
    if query.is_empty() {
        return None;
    }
    let finders: Vec<Finder<'_>> = query.terms.iter().map(Finder::new).collect();
    let mut tallies = vec![Tally::default(); finders.len()];
    let title = fold(&article.meta.title);
    let byline = byline(article);
    for (tally, finder) in tallies.iter_mut().zip(&finders) {
        tally.title = best(finder, &title);
        tally.byline = best(finder, &byline);
    }
    let together = query.together.as_ref().map(Finder::new);
    let stands = |hay: &str| {
        together
            .as_ref()
            .is_some_and(|finder| finder.find(hay.as_bytes()).is_some())
    };
    let mut is_together = stands(&title);
    let mut matches = Vec::new();
    let mut hay = Folded::default();
    for block in article.blocks() {
        hay.clear();
        hay.push(block.span.of(article.text()), block.span.start);
        is_together = is_together || stands(&hay.text);
        let heading = matches!(block.kind, BlockKind::Heading { .. });
        for (tally, finder) in tallies.iter_mut().zip(&finders) {
            let mut count = 0.0;
            for at in finder.find_iter(hay.text.as_bytes()) {
                let end = at + finder.needle().len();
                count += worth(&hay.text, at, end);
                matches.push(Span::new(
                    hay.source(at),
                    hay.source_end(end, block.span.end),
                ));
            }
            if heading {
                tally.headings += count;
            } else {
                tally.body += count;
            }
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a number of words")]
    let length = article.words() as f64 / ORDINARY;
    let scores = tallies.iter().map(|tally| tally.score(length));
    if scores.clone().any(|score| score <= 0.0) {
        return None;
    }
    let terms: f64 = tallies.iter().map(|_| 1.0).sum();
    let score = scores.sum::<f64>() / terms + if is_together { TOGETHER } else { 0.0 };
    Some(Answer {
        score,
        matches: apart(matches),
    })
}

impl Tally {
    /// `length` in articles of ordinary length.
    fn score(&self, length: f64) -> f64 {
        let saturated = |count: f64, half: f64| count / (count + half);
        TITLE * self.title
            + BYLINE * self.byline
            + HEADING * saturated(self.headings, 0.5)
            + (K1 + 1.0) * saturated(self.body, K1 * (1.0 - B + B * length))
    }
}

/// Who wrote it, and what it was filed under.
fn byline(article: &Article) -> String {
    let meta = &article.meta;
    let names = meta.authors.iter().map(|author| &author.name);
    let parts: Vec<String> = names
        .chain(&meta.section)
        .chain(&meta.tags)
        .map(|part| fold(part))
        .collect();
    // A term never stands across two of them.
    parts.join("\n")
}

/// What the best occurrence in `hay` is worth; 0 where there is none.
fn best(finder: &Finder<'_>, hay: &str) -> f64 {
    finder
        .find_iter(hay.as_bytes())
        .map(|at| worth(hay, at, at + finder.needle().len()))
        .fold(0.0, f64::max)
}

/// 1 for whole words, less for a part of one.
fn worth(hay: &str, start: usize, end: usize) -> f64 {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = hay.get(..start).and_then(|text| text.chars().next_back());
    let after = hay.get(end..).and_then(|text| text.chars().next());
    if inside(before) || inside(after) {
        PART
    } else {
        1.0
    }
}

/// In order, without those that overlap an earlier one.
fn apart(mut matches: Vec<Span>) -> Vec<Span> {
    matches.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    matches.retain(|span| {
        let stands = span.start >= end && span.start < span.end;
        if stands {
            end = span.end;
        }
        stands
    });
    matches
}

/// The words around a match, on one line, with an ellipsis where the paragraph goes on.
pub fn snippet(article: &Article, found: Span) -> String {
    let text = article.text();
    let block = article
        .blocks()
        .partition_point(|block| block.span.end < found.end);
    let Some(block) = article.blocks().get(block).map(|block| block.span) else {
        return found.of(text).to_owned();
    };
    let before = text.get(block.start..found.start).unwrap_or_default();
    let after = text.get(found.end..block.end).unwrap_or_default();
    let from = before
        .char_indices()
        .rev()
        .enumerate()
        .find(|&(count, (_, c))| count == 2 * AROUND || (count >= AROUND && c.is_whitespace()))
        .map_or(0, |(_, (at, c))| at + c.len_utf8());
    let to = after
        .char_indices()
        .enumerate()
        .find(|&(count, (_, c))| count == 2 * AROUND || (count >= AROUND && c.is_whitespace()))
        .map_or(after.len(), |(_, (at, _))| at);
    let words: Vec<&str> = text
        .get(block.start + from..found.end + to)
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let mut snippet = words.join(" ");
    if from > 0 {
        snippet.insert(0, '…');
    }
    if to < after.len() {
        snippet.push('…');
    }
    snippet
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Author, Builder, Meta};

    struct Piece {
        title: &'static str,
        heading: &'static str,
        text: String,
    }

    fn article(piece: &Piece) -> Article {
        let mut builder = Builder::new();
        if !piece.heading.is_empty() {
            builder.begin(BlockKind::Heading { level: 2 });
            builder.push(piece.heading);
        }
        for paragraph in piece.text.split("\n\n") {
            builder.begin(BlockKind::Paragraph);
            builder.push(paragraph);
        }
        let meta = Meta {
            title: piece.title.into(),
            authors: vec![Author {
                name: "Wiebe Tolsma".into(),
                role: None,
            }],
            ..Meta::default()
        };
        builder.finish(meta, Vec::new())
    }

    fn piece(title: &'static str, heading: &'static str, text: &str) -> Article {
        article(&Piece {
            title,
            heading,
            text: text.into(),
        })
    }

    fn score(article: &Article, query: &str) -> f64 {
        answer(article, &Query::new(query)).map_or(0.0, |answer| answer.score)
    }

    const FILL: &str = "De kade lag er stil bij en niemand keek ervan op. ";

    #[test]
    fn a_title_counts_for_more_than_a_heading_and_a_heading_for_more_than_the_text() {
        let title = piece("De sluis van Oosterwijk", "", FILL);
        let heading = piece("Een dorp", "Bij de sluis", FILL);
        let text = piece("Een dorp", "", &format!("{FILL}De sluis bleef dicht."));
        let often = piece("Een dorp", "", &"De sluis bleef dicht. ".repeat(40));
        let scores = [&title, &heading, &often, &text].map(|article| score(article, "sluis"));
        assert!(scores.is_sorted_by(|a, b| a > b), "{scores:?}");
        assert!(scores.iter().all(|&score| score > 0.0));
    }

    #[test]
    fn the_same_word_says_more_in_a_short_article_and_a_whole_word_more_than_a_part() {
        let short = piece("Een dorp", "", &format!("{FILL}De sluis bleef dicht."));
        let long = piece(
            "Een dorp",
            "",
            &format!("{}De sluis bleef dicht.", FILL.repeat(300)),
        );
        let part = piece("Een dorp", "", &format!("{FILL}De zeesluis bleef dicht."));
        assert!(score(&short, "sluis") > score(&long, "sluis"));
        assert!(score(&short, "sluis") > score(&part, "sluis"));
        assert!(score(&part, "sluis") > 0.0);
    }

    #[test]
    fn every_word_must_stand_somewhere_and_words_between_quotes_together() {
        let article = piece(
            "Een dorp",
            "Bij de sluis",
            "De oude wachter ging met pensioen.",
        );
        assert!(score(&article, "sluis WÁCHTER tolsma") > 0.0);
        assert!(score(&article, "sluis molen") <= 0.0);
        assert!(score(&article, "\"oude wachter\"") > 0.0);
        assert!(score(&article, "\"wachter oude\"") <= 0.0);
        assert!(score(&article, "oude wachter") > score(&article, "wachter oude"));
        assert!(score(&article, " \"\" ") <= 0.0);
    }

    #[test]
    fn matches_stand_in_order_and_do_not_overlap() {
        let article = piece("Een dorp", "", "De zeesluis, de sluis en de zee.");
        let found = answer(&article, &Query::new("sluis zeesluis zee")).expect("all are there");
        let words: Vec<&str> = found.matches.iter().map(|m| m.of(article.text())).collect();
        assert_eq!(words, ["zeesluis", "sluis", "zee"]);
        let only_title = answer(&article, &Query::new("dorp")).expect("the title");
        assert_eq!(only_title.matches, []);
    }

    #[test]
    fn a_snippet_ends_at_words_and_says_where_the_paragraph_goes_on() {
        let text = format!(
            "Vooraf.\n\n{0}Bij de sluis stond een oude wachter te wachten. {0}",
            FILL.repeat(3)
        );
        let article = piece("Een dorp", "", &text);
        let found = answer(&article, &Query::new("wachter")).expect("found");
        insta::assert_snapshot!(snippet(&article, found.matches[0]), @"…stil bij en niemand keek ervan op. Bij de sluis stond een oude wachter te wachten. De kade lag er stil bij en niemand keek ervan op.…");
        let found = answer(&article, &Query::new("vooraf")).expect("found");
        assert_eq!(snippet(&article, found.matches[0]), "Vooraf.");
    }
}
