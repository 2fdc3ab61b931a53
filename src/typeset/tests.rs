//! Laws of the whole room, on generated text, and paragraphs as a reader sees them.

use super::{Alignment, Hyphenation, Ink, Line, PageId, Setting, Typesetter, count_pages};
use crate::article::{Article, BlockKind, Builder, Meta, Span};
use proptest::prelude::*;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

fn setting(measure: u16) -> Setting {
    Setting {
        measure,
        rows: 24,
        columns: 1,
        opening: 0,
        alignment: Alignment::Ragged,
        hyphenation: Hyphenation::On,
    }
}

fn article<'a>(blocks: impl IntoIterator<Item = (BlockKind, &'a str)>) -> Arc<Article> {
    let mut builder = Builder::new();
    for (kind, text) in blocks {
        builder.begin(kind);
        builder.push(text);
    }
    let meta = Meta {
        language: Some("nl".to_owned()),
        ..Meta::default()
    };
    Arc::new(builder.finish(meta, Vec::new()))
}

fn paragraph(text: &str) -> Arc<Article> {
    article([(BlockKind::Paragraph, text)])
}

/// All lines of an article.
fn lines(article: &Arc<Article>, setting: Setting) -> Vec<Line> {
    Typesetter::new(Arc::clone(article), setting).lines_from(0, u16::MAX)
}

/// A line as it stands on the screen.
fn printed(line: &Line, text: &str) -> String {
    let mut row = String::new();
    let mut column = 0;
    for run in &line.runs {
        let start = usize::from(run.column);
        row.extend(std::iter::repeat_n(' ', start.saturating_sub(column)));
        let ink = run.printed(text);
        row.push_str(ink);
        column = start + width(ink);
    }
    row
}

fn width(ink: &str) -> usize {
    ink.graphemes(true).map(UnicodeWidthStr::width).sum()
}

fn set(article: &Arc<Article>, setting: Setting) -> Vec<String> {
    lines(article, setting)
        .iter()
        .map(|line| printed(line, article.text()))
        .collect()
}

/// Words of every sort that has its own rule, and some that nobody would write.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z]{1,9}",
        2 => "[a-zéëïöü]{2,14}[.,;:!?]?",
        1 => prop::sample::select(vec![
            "zeeën", "beïnvloeden", "cafeetje", "oma’tje", "oud-commandant", "e-mail", "’s", "’t", "in-", "en",
            "–", "—", "24", "juni", "€", "10", "%", "prof.", "dr.", "J.P.", "Balkenende", "en/of",
            "1940–1945", "„Dat", "kan”", "(niet)", "«", "»", "verantwoordelijkheidsgevoel",
            "https://voorbeeld.example/een/lang/pad_met.html?x=1", "a\u{301}e\u{308}", "naïef", "ĳsvogel",
            "\u{200b}", "a\u{a0}b", "foto's", "-", "--", "…", "100.000",
        ]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["世界", "👩‍👩‍👧", "한국어", "ไทย", "مرحبا", "שלום", "🇳🇱", "नमस्ते", "\u{1f44d}\u{1f3fd}"])
            .prop_map(str::to_owned),
        1 => "\\PC{1,12}",
    ]
}

fn gap() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        " ",
        " ",
        " ",
        " ",
        " ",
        " ",
        "  ",
        "\u{a0}",
        "\n",
        "\u{2003} ",
        "",
    ])
}

fn block() -> impl Strategy<Value = (BlockKind, String)> {
    let kind = prop_oneof![
        6 => Just(BlockKind::Paragraph),
        1 => (1..4u8).prop_map(|level| BlockKind::Heading { level }),
        1 => (1..4u8).prop_map(|depth| BlockKind::Quote { depth }),
        1 => (1..4u8, prop::option::of(1..200u32))
            .prop_map(|(depth, number)| BlockKind::ListItem { depth, number }),
        1 => Just(BlockKind::Code),
        1 => Just(BlockKind::Table),
        1 => Just(BlockKind::Caption),
        1 => Just(BlockKind::Rule),
    ];
    let words = prop::collection::vec((word(), gap()), 1..30);
    (kind, words).prop_map(|(kind, words)| {
        let text = words
            .into_iter()
            .flat_map(|(word, gap)| [word, gap.to_owned()]);
        (kind, text.collect())
    })
}

fn any_article() -> impl Strategy<Value = Arc<Article>> {
    prop::collection::vec(block(), 0..7)
        .prop_map(|blocks| article(blocks.iter().map(|(kind, text)| (*kind, text.as_str()))))
}

fn any_setting() -> impl Strategy<Value = Setting> {
    let measure = prop_oneof![1..12u16, 1..=200u16];
    let rows = prop_oneof![1..6u16, 1..40u16];
    (
        measure,
        rows,
        1..=2u8,
        0..6u16,
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |(measure, rows, columns, opening, straight, hyphens)| Setting {
                measure,
                rows,
                columns,
                opening: opening.min(rows - 1),
                alignment: if straight {
                    Alignment::Justified
                } else {
                    Alignment::Ragged
                },
                hyphenation: if hyphens {
                    Hyphenation::On
                } else {
                    Hyphenation::Off
                },
            },
        )
}

/// The ink of a text without the white space, which is what printing may not lose.
fn ink(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The source's words, put together from what is printed: every run says what it stands for.
fn rejoined(line: &Line, text: &str) -> String {
    line.runs.iter().map(|run| run.span.of(text)).collect()
}

/// The letters of a text without their accents.
fn letters(text: &str) -> Vec<char> {
    text.nfd().filter(|c| c.is_alphabetic()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

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
        for line in lines(&article, setting) {
            prop_assert_eq!(ink(&rejoined(&line, text)), ink(line.span.of(text)));
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
    fn setting_again_gives_the_same(
        article in any_article(),
        setting in any_setting(),
        other in any_setting(),
    ) {
        let mut typesetter = Typesetter::new(Arc::clone(&article), setting);
        let first = typesetter.lines_from(0, u16::MAX);
        typesetter.set(other);
        typesetter.last();
        typesetter.set(setting);
        prop_assert_eq!(&typesetter.lines_from(0, u16::MAX), &first);
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

/// About 200 KB in chapters, one of them a single paragraph.
fn book() -> Arc<Article> {
    let sentence =
        "De wind draaide naar het noorden en in de haven sloegen de touwen tegen de masten. ";
    let long = sentence.repeat(1_000);
    let short = sentence.repeat(6);
    let mut blocks = vec![(BlockKind::Heading { level: 1 }, "Eén alinea")];
    blocks.push((BlockKind::Paragraph, long.as_str()));
    for _ in 0..30 {
        blocks.push((BlockKind::Heading { level: 2 }, "Nog een hoofdstuk"));
        blocks.extend(std::iter::repeat_n(
            (BlockKind::Paragraph, short.as_str()),
            8,
        ));
    }
    article(blocks)
}

#[test]
fn a_book_is_read_from_cover_to_cover_across_its_sections() {
    let book = book();
    let mut typesetter = Typesetter::new(Arc::clone(&book), setting(60));
    let mut page = PageId::default();
    let mut pages = vec![page];
    let mut at = 0;
    loop {
        let span = typesetter.span(page);
        assert!(at <= span.start && span.start - at <= 2, "{at} {span:?}");
        assert_eq!(typesetter.page_at(span.start), page);
        at = span.end;
        match typesetter.next(page) {
            Some(next) => page = next,
            None => break,
        }
        pages.push(page);
    }
    assert_eq!(at, book.text().len());
    assert!(page.section > 3);
    for &there in pages.iter().rev().skip(1) {
        page = typesetter.previous(page).expect("not the first");
        assert_eq!(page, there);
    }
    assert_eq!(typesetter.previous(page), None);
}

#[test]
fn a_page_is_the_same_however_one_came_there() {
    let book = book();
    let middle = book.text().len() / 2;
    let mut jumped = Typesetter::new(Arc::clone(&book), setting(50));
    let page = jumped.page_at(middle);
    let mut walked = Typesetter::new(Arc::clone(&book), setting(50));
    let mut at = PageId::default();
    while at != page {
        at = walked.next(at).expect("the page is further on");
    }
    assert_eq!(jumped.columns(page), walked.columns(page));
}

#[test]
fn the_pages_of_a_book_are_numbered_once_they_are_counted() {
    let book = book();
    let mut typesetter = Typesetter::new(Arc::clone(&book), setting(60));
    let last = typesetter.last();
    assert_eq!(typesetter.number(last), None);
    let stop = AtomicBool::new(false);
    let other = count_pages(&book, setting(61), &stop).expect("not stopped");
    typesetter.learn(&other);
    assert_eq!(typesetter.number(last), None);
    let counts = count_pages(&book, setting(60), &stop).expect("not stopped");
    typesetter.learn(&counts);
    assert_eq!(
        typesetter.number(PageId::default()).map(|(n, _)| n),
        Some(1)
    );
    let (number, all) = typesetter.number(last).expect("counted");
    assert_eq!(number, all);
    let mut walked = 1;
    let mut page = PageId::default();
    while let Some(next) = typesetter.next(page) {
        walked += 1;
        assert_eq!(typesetter.number(next), Some((walked, all)));
        page = next;
    }
    typesetter.set(setting(40));
    assert_eq!(typesetter.number(PageId::default()), None);
}

#[test]
fn counting_stops_when_it_is_told_to() {
    assert_eq!(
        count_pages(&book(), setting(60), &AtomicBool::new(true)),
        None
    );
}

#[test]
fn scrolling_crosses_sections_as_if_there_were_none() {
    let book = book();
    let mut typesetter = Typesetter::new(Arc::clone(&book), setting(60));
    let second = typesetter
        .next(PageId::default())
        .map(|_| ())
        .and_then(|()| {
            (0..book.text().len())
                .step_by(500)
                .map(|at| typesetter.page_at(at))
                .find(|p| p.section == 1)
        });
    let start = typesetter.span(second.expect("a second section")).start;
    let above = typesetter.line_start(start, -3);
    let lines = typesetter.lines_from(above, 8);
    assert_eq!(lines[3].span.start, start);
    assert_eq!(typesetter.line_start(above, 3), start);
    assert_eq!(typesetter.line_start(start, -1_000_000), 0);
    let last = typesetter.last();
    let end = typesetter.span(last).end;
    assert_eq!(
        typesetter.line_start(start, 1_000_000),
        typesetter.line_start(end, 0)
    );
}

#[test]
fn an_empty_article_has_one_page_without_lines() {
    let empty = article([]);
    let mut typesetter = Typesetter::new(Arc::clone(&empty), setting(60));
    let page = typesetter.page_at(9);
    assert_eq!(page, PageId::default());
    assert!(typesetter.columns(page).is_empty());
    assert_eq!(typesetter.span(page), Span::default());
    assert_eq!(
        (typesetter.next(page), typesetter.previous(page)),
        (None, None)
    );
    assert_eq!(typesetter.last(), page);
    assert!(typesetter.lines_from(3, 10).is_empty());
    assert_eq!(typesetter.line_start(3, 2), 0);
}

#[test]
fn a_place_that_is_not_there_is_answered_all_the_same() {
    let text = paragraph("Een korte tekst.");
    let mut typesetter = Typesetter::new(Arc::clone(&text), setting(60));
    let nowhere = PageId {
        section: 7,
        page: 7,
    };
    assert!(typesetter.columns(nowhere).is_empty());
    assert_eq!(typesetter.span(nowhere), Span::default());
    assert_eq!(typesetter.next(nowhere), None);
    assert_eq!(typesetter.page_at(usize::MAX), PageId::default());
}

#[test]
fn a_list_has_its_markers_and_a_hanging_indent() {
    let item = |number| BlockKind::ListItem { depth: 1, number };
    let list = article([
        (item(None), "Brood van gisteren, in dikke plakken."),
        (item(Some(1)), "Eerst snijden."),
    ]);
    assert_eq!(
        set(
            &list,
            Setting {
                hyphenation: Hyphenation::Off,
                ..setting(22)
            }
        ),
        [
            "• Brood van gisteren,",
            "  in dikke plakken.",
            "1. Eerst snijden."
        ]
    );
}

#[test]
fn quotes_are_set_in_rules_stand_in_the_middle_and_verse_keeps_its_lines() {
    let text = article([
        (
            BlockKind::Quote { depth: 1 },
            "De regen kwam\nen ging weer.",
        ),
        (BlockKind::Rule, "* * *"),
    ]);
    assert_eq!(
        set(&text, setting(21)),
        ["  De regen kwam", "  en ging weer.", "        * * *"]
    );
}

#[test]
fn a_straight_paragraph_ends_flush_but_for_its_last_line() {
    let text = paragraph(
        "De lamp boven de tafel brandde nog toen zij thuiskwam van het werk aan de dijk, en op het vuur stond soep.",
    );
    let straight = Setting {
        alignment: Alignment::Justified,
        hyphenation: Hyphenation::Off,
        ..setting(36)
    };
    let lines = set(&text, straight);
    let (last, others) = lines.split_last().expect("lines");
    assert!(
        others.len() >= 2 && others.iter().all(|line| width(line) == 36),
        "{lines:#?}"
    );
    assert!(width(last) < 36);
}

#[test]
fn the_trema_goes_where_the_hyphen_says_enough() {
    let text = paragraph("Alle wijde zeeën op aarde met elkaar samen.");
    assert_eq!(
        set(&text, setting(15)),
        ["Alle wijde zee-", "en op aarde met", "elkaar samen."]
    );
    let lines = lines(&text, setting(15));
    assert_eq!(lines[1].span.of(text.text()), "ën op aarde met ");
}

#[test]
fn a_paragraph_in_a_narrow_column_is_even_and_ends_on_more_than_a_scrap() {
    let text = paragraph(
        "De verhuizers hadden de boekenkast in de regen laten staan, en niemand durfde er iets over te \
         zeggen, want de chauffeur was de zwager van de burgemeester.",
    );
    let lines = set(&text, setting(32));
    assert_eq!(
        lines,
        [
            "De verhuizers hadden de boeken-",
            "kast in de regen laten staan, en",
            "niemand durfde er iets over te",
            "zeggen, want de chauffeur was de",
            "zwager van de burgemeester.",
        ]
    );
}

#[test]
fn a_soft_hyphen_divides_and_is_not_seen() {
    let text = paragraph("een mas\u{ad}sage\u{ad}bed van hout en riet");
    assert_eq!(
        set(&text, setting(12)),
        ["een massage-", "bed van hout", "en riet"]
    );
    let wide = set(&text, setting(60));
    assert_eq!(wide, ["een massagebed van hout en riet"]);
}

#[test]
fn an_added_hyphen_stands_for_nothing() {
    let text = paragraph("een mas\u{ad}sage\u{ad}bed van hout en riet");
    let lines = lines(&text, setting(12));
    let last = lines[0].runs.last().expect("a hyphen");
    assert_eq!((last.span.len(), &last.ink), (0, &Ink::Other("-".into())));
}

#[test]
fn a_dash_stays_with_the_words_before_it() {
    let text = paragraph("Het was – zei hij – te laat.");
    for measure in 8..28 {
        for line in set(&text, setting(measure)) {
            assert!(!line.starts_with('–'), "{measure}: {line}");
        }
    }
}

#[test]
fn a_date_is_torn_only_where_nothing_else_fits() {
    let text = paragraph("Zij kwam op 24 juni aan.");
    let joined = |measure| set(&text, setting(measure)).join("|");
    assert_eq!(joined(14), "Zij kwam op|24 juni aan.");
    assert_eq!(joined(4), "Zij|kwam|op|24|juni|aan.");
}

#[test]
fn a_word_wider_than_the_column_is_torn_between_characters() {
    let text = paragraph("xxxxxxxxxxxx");
    assert_eq!(set(&text, setting(5)).concat(), "xxxxxxxxxxxx");
    assert_eq!(set(&text, setting(1)).len(), 12);
}

#[test]
fn a_character_wider_than_the_column_is_stood_in_for() {
    assert_eq!(set(&paragraph("a 世"), setting(1)), ["a", "□"]);
}

#[test]
fn hostile_text_is_set_in_the_time_it_takes_to_read_it() {
    for text in [
        "a".repeat(200_000),
        "„".repeat(60_000),
        "a-".repeat(60_000),
        "a/".repeat(60_000),
        "\n".repeat(9),
        "– ".repeat(60_000),
        "\u{301}".repeat(60_000),
        "a\u{a0}".repeat(60_000),
    ] {
        let article = paragraph(&text);
        let mut typesetter = Typesetter::new(article, setting(30));
        let last = typesetter.last();
        typesetter.columns(last);
        typesetter.page_at(text.len() / 2);
    }
}
