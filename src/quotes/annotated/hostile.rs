//! Text that no editor would print: everything must end soon, whatever it finds.

use super::{Article, BlockKind, Builder, Meta, find};

/// `words` over and over in one paragraph.
fn one_paragraph(words: &str, times: usize) -> Article {
    let mut builder = Builder::new();
    builder.begin(BlockKind::Paragraph);
    builder.push(&words.repeat(times));
    builder.finish(Meta::default(), Vec::new())
}

/// `words` over and over, each a paragraph.
fn many_paragraphs(words: &str, times: usize) -> Article {
    let mut builder = Builder::new();
    for _ in 0..times {
        builder.begin(BlockKind::Paragraph);
        builder.push(words);
    }
    builder.finish(Meta::default(), Vec::new())
}

/// Every range lies in the text and every speaker exists.
fn holds_together(article: &Article) {
    let quotes = find(article);
    for quotation in &quotes.quotations {
        assert!(
            !quotation.span.of(article.text()).is_empty(),
            "{quotation:?}"
        );
        assert!(quotation.speaker.is_none_or(|s| s < quotes.speakers.len()));
    }
    for speaker in 0..quotes.speakers.len() {
        assert!(
            quotes.of(speaker).next().is_some(),
            "a speaker without a word"
        );
    }
}

#[test]
fn nothing_quotes_nobody() {
    let article = Builder::new().finish(Meta::default(), Vec::new());
    assert_eq!(find(&article), super::Quotes::default());
}

#[test]
fn a_hundred_thousand_quote_marks_are_no_trouble() {
    for mark in [
        "“", "”", "„", "‘", "’", "'", "\"", ",,", "''", "«", "»", "– ",
    ] {
        holds_together(&one_paragraph(mark, 100_000));
    }
    holds_together(&one_paragraph("“a‘b„c«d ", 25_000));
    holds_together(&one_paragraph("“a” ", 50_000));
    holds_together(&one_paragraph("' 'a ", 50_000));
}

#[test]
fn a_hundred_thousand_names_are_no_trouble() {
    holds_together(&one_paragraph("Anna Smit ", 100_000));
    holds_together(&one_paragraph("Jan van de ", 100_000));
    holds_together(&one_paragraph("van den ", 100_000));
    let mut names = String::new();
    for n in 0..8_000_u32 {
        // Eight thousand different people, every surname unlike the others.
        let letter = |k: u32| char::from_u32(u32::from(b'a') + k % 26).unwrap_or('a');
        names.extend(["Anna ", "Q"]);
        names.extend([
            letter(n),
            letter(n / 26),
            letter(n / 676),
            letter(n / 17_576),
        ]);
        names.push_str("stra zegt: “Dat kan.” ");
    }
    holds_together(&one_paragraph(&names, 1));
}

#[test]
fn a_hundred_thousand_cues_without_anybody_are_no_trouble() {
    holds_together(&one_paragraph("zegt ", 100_000));
    holds_together(&one_paragraph("volgens ", 100_000));
    holds_together(&one_paragraph("legt voegt licht geeft ", 25_000));
    holds_together(&one_paragraph("dat zegt hij dat ", 25_000));
    holds_together(&one_paragraph("hoogleraar ", 100_000));
}

#[test]
fn a_megabyte_without_a_space_is_no_trouble() {
    holds_together(&one_paragraph("x", 1_000_000));
    holds_together(&one_paragraph("Zee-", 250_000));
    holds_together(&one_paragraph("é'", 200_000));
    holds_together(&one_paragraph("J.P.", 100_000));
    holds_together(&one_paragraph("👩‍🔬", 50_000));
}

#[test]
fn many_small_paragraphs_are_no_trouble() {
    holds_together(&many_paragraphs("“", 30_000));
    holds_together(&many_paragraphs("V:", 30_000));
    holds_together(&many_paragraphs("“Ja”, zegt Anna Smit.", 10_000));
    holds_together(&many_paragraphs("Hij zegt: “Ja”.", 10_000));
}

#[test]
fn a_source_before_its_own_verb_cuts_nothing_off() {
    holds_together(&one_paragraph(
        ", een man, die schat dat hij komt, zegt dat het kan.",
        1,
    ));
}
