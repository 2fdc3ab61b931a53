//! What holds of every text in every setting.

use super::generated::{any_article, any_setting};
use super::{article, lines, printed, set, setting, width};
use crate::article::{Article, BlockKind, Span};
use crate::typeset::{Alignment, Hyphenation, Ink, Line, PageId, Setting, Typesetter};
use proptest::prelude::*;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The ink of a text without the white space, which is what printing may not lose.
fn ink(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The letters of a text without their accents.
fn letters(text: &str) -> Vec<char> {
    text.nfd().filter(|c| c.is_alphabetic()).collect()
}

/// What a line prints with every break undone: hyphens that were added left out, what is respelled or
/// stood in for as the source has it, and the rest letter by letter as it stands on the screen.
fn undone(line: &Line, text: &str) -> String {
    line.runs
        .iter()
        .filter(|run| !run.span.is_empty())
        .map(|run| match &run.ink {
            Ink::Source => run.printed(text),
            Ink::Other(_) => run.span.of(text),
        })
        .collect()
}

/// Fewer cases than proptest's own, since there are so many laws; as many as one likes with `PROPTEST_CASES`.
fn cases() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default.cases,
        None => 96,
    };
    ProptestConfig { cases, ..default }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_line_is_wider_than_the_measure(article in any_article(), setting in any_setting()) {
        for line in set(&article, setting) {
            prop_assert!(width(&line) <= usize::from(setting.measure), "{line:?}");
        }
    }

    #[test]
    fn the_lines_of_a_block_cover_it_exactly(article in any_article(), setting in any_setting()) {
        let lines = lines(&article, setting);
        let mut at = lines.iter();
        for (i, block) in article.blocks().iter().enumerate() {
            let mut end = block.span.start;
            while end < block.span.end {
                let line = at.next().expect("a line for every byte");
                prop_assert_eq!(line.block, i);
                prop_assert_eq!(line.span.start, end);
                prop_assert_eq!(line.opens_block, end == block.span.start);
                prop_assert!(line.span.end > end);
                end = line.span.end;
            }
            prop_assert_eq!(end, block.span.end);
        }
        prop_assert!(at.next().is_none());
    }

    #[test]
    fn joined_again_the_lines_give_the_words_of_the_source(
        article in any_article(),
        setting in any_setting(),
    ) {
        let text = article.text();
        let lines = lines(&article, setting);
        let all: String = lines.iter().map(|line| undone(line, text)).collect();
        prop_assert_eq!(ink(&all), ink(text));
        for line in lines {
            prop_assert_eq!(ink(&undone(&line, text)), ink(line.span.of(text)));
            let mut at = line.span.start;
            for run in &line.runs {
                prop_assert!(run.span.start >= at && run.span.end <= line.span.end);
                at = run.span.end;
            }
        }
    }

    #[test]
    fn what_is_not_printed_letter_by_letter_is_a_gap_a_respelling_or_a_stand_in(
        article in any_article(),
        setting in any_setting(),
    ) {
        let text = article.text();
        for line in lines(&article, setting) {
            for run in line.runs.iter().filter(|run| !run.span.is_empty()) {
                let Ink::Other(ink) = &run.ink else { continue };
                let source = run.span.of(text);
                let gap = source.chars().all(char::is_whitespace) && ink.trim().is_empty();
                // cafeetje prints é for ee, zeeën prints e for ë: no letter that the source has not.
                let mut left = letters(source).into_iter();
                let respelled = letters(ink).into_iter().all(|c| left.any(|d| c == d));
                prop_assert!(gap || respelled || ink == "□", "{source:?} {ink:?}");
            }
        }
    }

    #[test]
    fn runs_stand_side_by_side_without_holes(article in any_article(), setting in any_setting()) {
        let text = article.text();
        for line in lines(&article, setting) {
            for pair in line.runs.windows(2) {
                let end = usize::from(pair[0].column) + width(pair[0].printed(text));
                prop_assert_eq!(usize::from(pair[1].column), end);
            }
        }
    }

    #[test]
    fn no_character_is_torn(article in any_article(), setting in any_setting()) {
        let whole: Vec<usize> = article.text().grapheme_indices(true).map(|(at, _)| at).collect();
        for line in lines(&article, setting) {
            let start = line.span.start;
            prop_assert!(whole.binary_search(&start).is_ok());
        }
    }

    #[test]
    fn every_place_is_on_one_line_and_one_page(article in any_article(), setting in any_setting()) {
        let mut typesetter = Typesetter::new(Arc::clone(&article), setting);
        for line in lines(&article, setting) {
            for offset in [line.span.start, line.span.end - 1] {
                let page = typesetter.page_at(offset);
                let on_page: Vec<Span> = typesetter
                    .columns(page)
                    .into_iter()
                    .flatten()
                    .map(|line| line.span)
                    .filter(|span| span.contains(offset))
                    .collect();
                prop_assert_eq!(on_page, vec![line.span]);
            }
        }
    }

    #[test]
    fn pages_are_walked_to_and_fro(article in any_article(), setting in any_setting()) {
        let mut typesetter = Typesetter::new(Arc::clone(&article), setting);
        let mut page = PageId::default();
        let mut all = Vec::new();
        loop {
            let span = typesetter.span(page);
            if !span.is_empty() {
                prop_assert_eq!(typesetter.page_at(span.start), page);
                prop_assert_eq!(typesetter.page_at(span.end - 1), page);
            }
            let columns = typesetter.columns(page);
            prop_assert!(columns.len() <= usize::from(setting.columns));
            for (i, column) in columns.into_iter().enumerate() {
                let title = if i == 0 && page == PageId::default() { setting.opening } else { 0 };
                let height: usize = column
                    .iter()
                    .enumerate()
                    .map(|(i, line)| 1 + if i == 0 { 0 } else { usize::from(line.space_before) })
                    .sum();
                prop_assert!(height + usize::from(title) <= usize::from(setting.rows));
            }
            all.extend(typesetter.columns(page).into_iter().flatten().cloned());
            prop_assert_eq!(typesetter.number(page).map(|(n, _)| n), Some(page.page + 1));
            let Some(next) = typesetter.next(page) else { break };
            prop_assert_eq!(typesetter.previous(next), Some(page));
            page = next;
        }
        prop_assert_eq!(page, typesetter.last());
        prop_assert_eq!(all, lines(&article, setting));
    }

    #[test]
    fn no_column_ends_on_a_heading_or_a_first_line_nor_begins_with_a_last_one(
        paragraphs in prop::collection::vec((any::<bool>(), 1..90usize), 1..24),
        measure in 30..=80u16,
        rows in 12..=40u16,
        columns in 1..=2u8,
    ) {
        let word = "woord ";
        let blocks = paragraphs.iter().flat_map(|&(headed, words)| {
            let heading = (BlockKind::Heading { level: 2 }, "Een kop".to_owned());
            let body = (BlockKind::Paragraph, word.repeat(words).trim_end().to_owned());
            headed.then_some(heading).into_iter().chain([body])
        });
        let blocks: Vec<(BlockKind, String)> = blocks.collect();
        let article = article(blocks.iter().map(|(kind, text)| (*kind, text.as_str())));
        let mut typesetter =
            Typesetter::new(Arc::clone(&article), Setting { rows, columns, ..setting(measure) });
        let mut filled: Vec<Vec<Line>> = Vec::new();
        let mut page = Some(PageId::default());
        while let Some(id) = page {
            filled.extend(typesetter.columns(id).into_iter().map(<[Line]>::to_vec));
            page = typesetter.next(id);
        }
        for pair in filled.windows(2) {
            let (Some(last), Some(first)) = (pair[0].last(), pair[1].first()) else { continue };
            prop_assert_eq!(article.blocks()[last.block].kind, BlockKind::Paragraph);
            if first.block == last.block {
                prop_assert!(!last.opens_block, "an orphan");
                let goes_on = pair[1].get(1).is_some_and(|second| second.block == first.block);
                prop_assert!(goes_on, "a widow");
            }
        }
    }

    #[test]
    fn setting_again_gives_the_same(
        article in any_article(),
        setting in any_setting(),
        other in any_setting(),
    ) {
        let mut typesetter = Typesetter::new(Arc::clone(&article), setting);
        let first = typesetter.lines_from(0, u16::MAX);
        let last = typesetter.last();
        typesetter.set(other);
        typesetter.last();
        typesetter.set(setting);
        prop_assert_eq!(&typesetter.lines_from(0, u16::MAX), &first);
        prop_assert_eq!(typesetter.last(), last);
    }

    #[test]
    fn lines_are_counted_the_way_they_are_read(article in any_article(), setting in any_setting()) {
        let mut typesetter = Typesetter::new(Arc::clone(&article), setting);
        let starts: Vec<usize> = lines(&article, setting).iter().map(|l| l.span.start).collect();
        for (i, &start) in starts.iter().enumerate() {
            for by in [-7isize, -1, 0, 1, 5] {
                let there = i.saturating_add_signed(by).min(starts.len() - 1);
                prop_assert_eq!(typesetter.line_start(start, by), starts[there]);
            }
        }
    }
}

/// A text with something of everything, short enough to be set two hundred times over.
fn mixed() -> Arc<Article> {
    article([
        (
            BlockKind::Heading { level: 2 },
            "Onverzadigbare nieuwsgierigheid in ’s-Hertogenbosch",
        ),
        (
            BlockKind::Paragraph,
            "De zeeën bij het cafeetje van oma’tje – 24 juni 1953 – waren „wild”, zei prof. dr. J.P. de \
             Wit\u{ad}te\u{ad}man: 3,5\u{a0}km in- en uitvoer, € 10, 80 % (en/of 1940–1945). Zie \
             https://voorbeeld.example/een/lang/pad_met.html?x=1 of schrijf aan naam@voorbeeld.example. 世界\
             您好、世界。 שלום עולם مرحبا 👩‍👩‍👧 🇳🇱 e\u{301}e\u{301}n na\u{308}\u{301}ief.",
        ),
        (
            BlockKind::Quote { depth: 2 },
            "Verantwoordelijkheidsgevoel\nin het Fries: tsjerketoer.",
        ),
        (
            BlockKind::ListItem {
                depth: 2,
                number: Some(12),
            },
            "Arbeidsongeschiktheidsverzekering 世界",
        ),
        (BlockKind::Code, "    als (👩‍👩‍👧 == 3) { geef_terug(\"ja\"); }"),
        (BlockKind::Rule, "* * *"),
    ])
}

#[test]
fn in_every_measure_from_1_to_200_nothing_is_lost_and_nothing_sticks_out() {
    let article = mixed();
    let text = article.text();
    for measure in 1..=200 {
        for alignment in [Alignment::Ragged, Alignment::Justified] {
            for hyphenation in [Hyphenation::On, Hyphenation::Off] {
                let setting = Setting {
                    alignment,
                    hyphenation,
                    ..setting(measure)
                };
                let lines = lines(&article, setting);
                let all: String = lines.iter().map(|line| undone(line, text)).collect();
                assert_eq!(ink(&all), ink(text), "{setting:?}");
                for line in &lines {
                    let row = printed(line, text);
                    assert!(width(&row) <= usize::from(measure), "{setting:?} {row:?}");
                }
            }
        }
    }
}
