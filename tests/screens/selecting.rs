//! Words selected with the keyboard.

use crate::desk::{Desk, size};
use crate::texts::BROOK;
use insta::assert_snapshot;
use leeslamp::app::Focus;
use proptest::prelude::*;

/// The words that are being selected.
fn selected(desk: &Desk) -> String {
    match &desk.reader().focus {
        Focus::Select(selection) => {
            let text = desk.reader().article().text();
            selection.span().of(text).replace('\n', " ")
        }
        other => panic!("{other:?}"),
    }
}

/// What is highlighted, in the order of the text.
fn highlights(desk: &Desk) -> Vec<String> {
    let kept = &desk.reader().kept.annotations;
    kept.iter().map(|a| a.target.words().to_owned()).collect()
}

#[test]
fn two_words_are_chosen_and_what_is_between_them_is_highlighted() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("v");
    assert_snapshot!("select_begin_80x24", desk.screen());
    desk.press("l l v j");
    assert_snapshot!("select_extended_80x24", desk.screen());
    assert_snapshot!("select_standing_out", desk.standing_out());
    let chosen = selected(&desk);
    desk.press("v");
    assert_eq!(highlights(&desk), [chosen]);
    assert!(desk.screen().contains("gemarkeerd"), "{}", desk.screen());
    assert_eq!(desk.reader().focus, Focus::Text);
    desk.press("v");
    assert!(highlights(&desk).is_empty(), "the same key takes it away");
}

#[test]
fn esc_gives_up_and_highlights_nothing() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("v l v j Esc");
    assert_eq!(desk.reader().focus, Focus::Text);
    assert!(highlights(&desk).is_empty());
    desk.press("v Esc Esc");
    assert!(desk.app.reader().is_none(), "the next one leaves");
}

#[test]
fn a_match_is_where_a_selection_may_begin() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("/").type_in("beek").press("Enter V");
    assert_eq!(selected(&desk).to_lowercase(), "beek");
    desk.press("s");
    let sentence = selected(&desk);
    assert!(
        sentence.ends_with('.') && sentence.contains("eek"),
        "{sentence}"
    );
    desk.press("Enter");
    assert_eq!(highlights(&desk).len(), 1);
}

#[test]
fn the_page_follows_the_end_that_moves() {
    for (columns, rows) in [(80, 24), (40, 12), (20, 6)] {
        let mut desk = Desk::reading(size(columns, rows), BROOK);
        desk.press("v v");
        let mut before = selected(&desk);
        for _ in 0..400 {
            desk.press("j");
            let Focus::Select(selection) = desk.reader().focus else {
                panic!("still selecting");
            };
            assert!(desk.reader().shown.span.contains(selection.end.start));
            let now = selected(&desk);
            assert!(now.len() >= before.len(), "down is further");
            before = now;
        }
        assert!(desk.reader().at_end(), "the end is reached");
        for _ in 0..400 {
            desk.press("k");
        }
        assert_eq!(desk.reader().shown.span.start, 0, "in {columns}×{rows}");
    }
}

#[test]
fn selecting_in_a_narrow_window_says_what_comes_next() {
    let mut desk = Desk::reading(size(40, 12), BROOK);
    desk.press("v");
    assert_snapshot!("select_begin_40x12", desk.screen());
    desk.press("v l");
    assert!(desk.screen().contains("2 woorden"), "{}", desk.screen());
}

#[test]
fn on_a_page_that_begins_inside_the_last_word_the_whole_of_it_is_selected() {
    let mut desk = Desk::reading(size(1, 1), BROOK);
    desk.press("v G Space");
    let Focus::Select(selection) = desk.reader().focus else {
        panic!("selecting")
    };
    let text = desk.reader().article().text();
    assert_eq!(selection.span().of(text), "bij");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_row_of_keys_selects_half_a_word_or_nothing(
        keys in proptest::collection::vec(
            prop::sample::select("h l j k ( ) { } s p o g G Space PgUp v".split(' ').collect::<Vec<_>>()), 1..30),
        columns in 1_u16..130, rows in 1_u16..40,
    ) {
        let mut desk = Desk::reading(size(columns, rows), BROOK);
        desk.press("v");
        for key in keys {
            if !matches!(desk.reader().focus, Focus::Select(_)) {
                break;
            }
            desk.press(key);
            if let Focus::Select(selection) = desk.reader().focus {
                let text = desk.reader().article().text();
                let span = selection.span();
                prop_assert!(!span.is_empty());
                let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let cut = |at: usize| {
                    let (before, after) = text.split_at(at);
                    letter(before.chars().next_back()) && letter(after.chars().next())
                };
                prop_assert!(!cut(span.start) && !cut(span.end), "{:?}", span.of(text));
                prop_assert!(desk.reader().shown.span.contains(selection.end.start));
                drop(desk.screen());
            }
        }
    }
}
