//! Cutting a long article into sections, each short enough to be laid out within one frame.
//!
//! Depends on the text alone and not on the setting, so that a place stays in its section whatever the
//! window does.

use crate::article::{Article, BlockKind, Span};
use unicode_segmentation::UnicodeSegmentation;

/// An article of so many bytes or fewer is one section, and no page in it is short but for its last: some
/// 25,000 words, more than are read at a sitting, which are hyphenated, set and paged in about 20 ms.
pub(super) const ONE_SECTION: usize = 160 * 1024;
/// A longer article is cut after so many bytes at the next chapter, which begins a page in any book.
const SHORTEST: usize = 16 * 1024;
/// And after so many at any heading. A section's last page is half empty on average, so that sections cost one
/// page in eighty or so at 60 by 24; at a third of their length it would be one in twenty-five.
const AMPLE: usize = 40 * 1024;
/// No section of a longer article has more bytes than this: about 9,000 words, set within a frame.
const LONGEST: usize = 56 * 1024;
/// The end of a sentence is looked for in so many bytes before a block has to be cut.
const LOOK_BACK: usize = 4 * 1024;

/// The stretch of text of each section. Never empty; the sections of an article follow one another without
/// a hole (the blank line between two blocks belongs to the section before it).
pub(super) fn cut(article: &Article) -> Vec<Span> {
    let text = article.text();
    if text.len() <= ONE_SECTION {
        return vec![Span::new(0, text.len())];
    }
    let mut sections = Vec::new();
    let mut start = 0;
    let mut close = |start: &mut usize, end: usize| {
        if *start < end {
            sections.push(Span::new(*start, end));
            *start = end;
        }
    };
    // Where the headings begin that stand right before this block: they go with it.
    let mut headings: Option<usize> = None;
    for block in article.blocks() {
        let heading = matches!(block.kind, BlockKind::Heading { .. });
        let enough = match block.kind {
            BlockKind::Heading { level: 1 } => SHORTEST,
            _ => AMPLE,
        };
        let lead = headings
            .filter(|&at| block.span.start - at < LOOK_BACK)
            .unwrap_or(block.span.start);
        let chapter = heading && headings.is_none() && block.span.start - start >= enough;
        if chapter || block.span.end - start > LONGEST {
            close(&mut start, lead);
        }
        while block.span.end - start > LONGEST {
            let end = cut_inside(text, Span::new(start, start + LONGEST));
            close(&mut start, end);
        }
        headings = heading.then(|| headings.unwrap_or(block.span.start));
    }
    close(&mut start, text.len());
    sections
}

/// Where to cut a block that is too long for a section: after the last sentence in `span`, else after the
/// last word, else after the last whole character.
fn cut_inside(text: &str, span: Span) -> usize {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let end = boundary(span.end);
    let from = boundary(end - LOOK_BACK.min(end - span.start));
    let tail = Span::new(from, end).of(text);
    let mut sentence = None;
    let mut word = None;
    let mut ends = false;
    for (offset, c) in tail.char_indices() {
        if c.is_whitespace() {
            let after = from + offset + c.len_utf8();
            word = Some(after);
            if ends {
                sentence = word;
            }
        } else if !matches!(c, '”' | '’' | '"' | '\'' | ')' | '»') {
            ends = matches!(c, '.' | '!' | '?' | '…');
        }
    }
    sentence.or(word).unwrap_or_else(|| {
        // The last character may go on after `end`.
        tail.grapheme_indices(true)
            .next_back()
            .map(|(offset, _)| from + offset)
            .filter(|&at| at > span.start)
            .unwrap_or(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Builder, Meta};

    fn article(blocks: impl IntoIterator<Item = (BlockKind, String)>) -> Article {
        let mut builder = Builder::new();
        for (kind, text) in blocks {
            builder.begin(kind);
            builder.push(&text);
        }
        builder.finish(Meta::default(), Vec::new())
    }

    fn covers(article: &Article) -> Vec<Span> {
        let sections = cut(article);
        let mut at = 0;
        for section in &sections {
            assert_eq!(section.start, at);
            assert!(section.len() <= ONE_SECTION);
            at = section.end;
        }
        assert_eq!(at, article.text().len());
        sections
    }

    #[test]
    fn an_ordinary_article_is_one_section() {
        let article = article([(BlockKind::Paragraph, "Kort en goed.".to_owned())]);
        assert_eq!(cut(&article), [Span::new(0, 13)]);
    }

    #[test]
    fn a_book_is_cut_at_its_headings() {
        let chapter = |n: usize| {
            [
                (BlockKind::Heading { level: 1 }, format!("Hoofdstuk {n}")),
                (BlockKind::Paragraph, "Er was eens een land. ".repeat(900)),
            ]
        };
        let book = article((0..9).flat_map(chapter));
        let sections = covers(&book);
        assert_eq!(sections.len(), 9);
        for section in sections {
            assert!(section.of(book.text()).starts_with("Hoofdstuk"));
        }
    }

    #[test]
    fn a_paragraph_without_end_is_cut_after_a_sentence() {
        let article = article([(BlockKind::Paragraph, "Zo ging het door. ".repeat(20_000))]);
        let sections = covers(&article);
        assert!(sections.len() > 4);
        for section in sections {
            assert!(section.of(article.text()).starts_with("Zo ging"));
        }
    }

    #[test]
    fn a_text_without_a_space_is_cut_between_characters() {
        for unit in ["a", "é", "e\u{301}", "👩‍👩‍👧"] {
            let article = article([(BlockKind::Paragraph, unit.repeat(200_000))]);
            for section in covers(&article) {
                assert_eq!(section.len() % unit.len(), 0, "{unit}");
            }
        }
    }

    #[test]
    fn a_heading_is_never_parted_from_its_text() {
        let article = article((0..9).flat_map(|_| {
            [
                (BlockKind::Heading { level: 1 }, "Een kop".to_owned()),
                (BlockKind::Paragraph, "Zo ging het door. ".repeat(4_000)),
            ]
        }));
        for section in covers(&article) {
            assert!(!section.of(article.text()).trim_end().ends_with("Een kop"));
        }
    }
}
