//! Texts of more than one section, and places that are not there.

use super::{article, paragraph, setting};
use crate::article::{Article, BlockKind, Span};
use crate::typeset::{PageId, Typesetter, count_pages, set_ahead};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// About 200 KB in chapters, one of them a single paragraph.
fn book() -> Arc<Article> {
    let sentence =
        "De wind draaide naar het noorden en in de haven sloegen de touwen tegen de masten. ";
    let long = sentence.repeat(1_000);
    let short = sentence.repeat(6);
    let mut blocks = vec![(BlockKind::Heading { level: 1 }, "Eén alinea")];
    blocks.push((BlockKind::Paragraph, long.as_str()));
    for _ in 0..30 {
        blocks.push((BlockKind::Heading { level: 1 }, "Nog een hoofdstuk"));
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
fn a_section_that_was_set_ahead_is_the_one_that_would_have_been_set() {
    let book = book();
    let mut read = Typesetter::new(Arc::clone(&book), setting(60));
    let start = read
        .span(PageId {
            section: 2,
            page: 0,
        })
        .start;
    let mut needed = Vec::new();
    while let Some(section) = read.next_needed(start) {
        needed.push(section);
        read.take(set_ahead(&book, setting(60), section));
    }
    assert_eq!(needed, [3, 1]);
    let mut plain = Typesetter::new(Arc::clone(&book), setting(60));
    for section in [1, 2, 3] {
        let page = PageId { section, page: 1 };
        assert_eq!(read.columns(page), plain.columns(page));
    }
}

#[test]
fn a_section_set_ahead_for_another_window_is_of_no_use() {
    let book = book();
    let mut read = Typesetter::new(Arc::clone(&book), setting(60));
    assert_eq!(read.next_needed(0), Some(1));
    read.take(set_ahead(&book, setting(61), 1));
    assert_eq!(read.next_needed(0), Some(1));
    read.take(set_ahead(&book, setting(60), 1));
    assert_eq!(read.next_needed(0), None);
    read.set(setting(50));
    assert_eq!(read.next_needed(0), Some(1));
}

#[test]
fn an_article_of_one_section_needs_nothing_set_ahead() {
    let text = paragraph("Een korte tekst.");
    let mut typesetter = Typesetter::new(Arc::clone(&text), setting(60));
    assert_eq!(typesetter.next_needed(0), None);
    typesetter.take(set_ahead(&text, setting(60), 9));
    assert_eq!(typesetter.next_needed(usize::MAX), None);
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
