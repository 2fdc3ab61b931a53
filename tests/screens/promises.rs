//! What a reader may rely on, whatever the window.

use crate::desk::{Desk, size};
use crate::texts::{BROOK, EMPTY, SILENT};
use leeslamp::app::{Msg, update};
use leeslamp::article::Span;
use leeslamp::typeset::Line;
use proptest::prelude::*;

/// Every desk that the laws below are tried on: one column and two.
fn desks() -> Vec<Desk> {
    let mut two = Desk::reading(size(120, 20), BROOK);
    two.press("e c");
    assert_eq!(two.reader().shown.columns.len(), 2, "two columns fit");
    vec![
        Desk::reading(size(80, 24), BROOK),
        Desk::reading(size(120, 30), BROOK),
        Desk::reading(size(40, 12), BROOK),
        Desk::reading(size(20, 6), BROOK),
        two,
    ]
}

fn lines(desk: &Desk) -> Vec<Line> {
    desk.reader().shown.columns.concat()
}

/// The text that each line on the screen stands for, in reading order.
fn spans(desk: &Desk) -> Vec<Span> {
    lines(desk).iter().map(|line| line.span).collect()
}

#[test]
fn turning_the_pages_shows_every_word_once_and_turning_back_shows_the_same_pages() {
    for mut desk in desks() {
        let mut there = vec![spans(&desk)];
        let mut shown = lines(&desk);
        while !desk.reader().at_end() {
            desk.press("Space");
            assert_ne!(there.last(), Some(&spans(&desk)), "the page was turned");
            there.push(spans(&desk));
            shown.extend(lines(&desk));
        }
        let text = desk.reader().article().text().to_owned();
        let mut times = vec![0; text.len()];
        for run in shown.iter().flat_map(|line| &line.runs) {
            for time in &mut times[run.span.start..run.span.end] {
                *time += 1;
            }
        }
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let around: String = text
                .get(at..)
                .into_iter()
                .flat_map(str::chars)
                .take(20)
                .collect();
            assert_eq!(
                times[at], 1,
                "{c:?} before {around:?} in {:?}",
                desk.app.size
            );
        }

        let mut back = vec![spans(&desk)];
        while desk.reader().place() > 0 {
            let before = desk.reader().place();
            desk.press("b");
            assert!(desk.reader().place() < before, "the page was turned back");
            back.push(spans(&desk));
        }
        back.reverse();
        assert_eq!(there, back, "in {:?}", desk.app.size);
    }
}

#[test]
fn some_pages_forward_and_as_many_back_is_where_the_reader_was() {
    for mut desk in desks() {
        desk.press("Space");
        let (place, before) = (desk.reader().place(), spans(&desk));
        for n in 1..4 {
            let mut turned = 0;
            for _ in 0..n {
                let from = desk.reader().place();
                turned += usize::from(desk.press("Space").reader().place() != from);
            }
            for _ in 0..turned {
                desk.press("b");
            }
            assert_eq!(desk.reader().place(), place);
            assert_eq!(spans(&desk), before);
        }
    }
}

#[test]
fn scrolling_line_by_line_skips_no_line() {
    for mut desk in desks() {
        let mut steps = 0;
        while !desk.reader().at_end() {
            let before = spans(&desk);
            let after = spans(desk.press("j"));
            assert_eq!(before.get(1), after.first(), "in {:?}", desk.app.size);
            steps += 1;
            assert!(steps < 1000, "the end is reached");
        }
        while desk.reader().place() > 0 {
            let before = spans(&desk);
            let after = spans(desk.press("k"));
            if after.len() > 1 {
                assert_eq!(before.first(), after.get(1), "in {:?}", desk.app.size);
            }
        }
    }
}

#[test]
fn looking_at_something_else_does_not_lose_the_place() {
    for mut desk in desks() {
        desk.press("Space Space");
        let (place, before) = (desk.reader().place(), spans(&desk));
        for keys in [
            "Tab Esc",
            "Tab j j Esc",
            "Tab Tab",
            "? Esc",
            "? PgDn PgDn Esc",
            "t j Esc",
            "/ b e Esc",
            "/ b e Enter Backspace Esc",
            "e e",
            "e Esc Enter",
            "Esc Enter",
            "J J",
        ] {
            if keys == "e Esc Enter" && desk.app.reader_layout().sidebar.is_none() {
                continue;
            }
            if !matches!(keys, "/ b e Enter Backspace Esc") || desk.reader().place() == place {
                desk.press(keys);
            }
            assert_eq!(
                desk.reader().place(),
                place,
                "{keys} in {:?}",
                desk.app.size
            );
            if keys.starts_with("e Esc") {
                desk.press("e");
            } else {
                assert_eq!(spans(&desk), before, "{keys} in {:?}", desk.app.size);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_row_of_window_sizes_loses_the_place(
        pages in 0_usize..6,
        lines in 0_usize..4,
        sizes in proptest::collection::vec((1_u16..160, 1_u16..50), 1..6),
    ) {
        let mut desk = Desk::reading(size(80, 24), BROOK);
        for _ in 0..pages {
            desk.press("Space");
        }
        for _ in 0..lines {
            desk.press("j");
        }
        let place = desk.reader().place();
        let before = spans(&desk);
        for (columns, rows) in sizes {
            desk.resize(columns, rows);
            prop_assert_eq!(desk.reader().place(), place);
            let on_screen = spans(&desk).iter().any(|span| span.contains(place));
            prop_assert!(on_screen, "the place is on the screen of {}×{}", columns, rows);
        }
        desk.resize(80, 24);
        prop_assert_eq!(spans(&desk), before);
    }
}

/// Every screen, and everything that can lie over it.
fn everything() -> Vec<(&'static str, Desk)> {
    let texts = &[("beek.md", BROOK), ("wad.md", SILENT), ("leeg.md", EMPTY)][..];
    let keyed = |keys: &'static str| {
        let mut desk = Desk::with(size(80, 24), texts);
        if !keys.is_empty() {
            desk.press(keys);
        }
        (keys, desk)
    };
    let mut all: Vec<_> = [
        "",
        "2",
        "/ w a",
        "?",
        "? G",
        "Enter",
        "Enter Space",
        "Enter j",
        "Enter G",
        "Enter Tab j",
        "Enter Tab G Enter",
        "Enter t j",
        "Enter ? G",
        "Enter / b e e k",
        "Enter / b e e k Enter",
        "Enter s",
        "j Enter",
        "j Enter Tab",
        "G Enter",
        "G Enter Tab",
        "Enter c",
        "Enter J",
        "Enter v",
        "Enter v l v j",
        "Enter a e e n Ctrl-J t w e e",
        "Enter m '",
        "Enter v s a x Enter ' a",
        "G Enter v",
        "G Enter a x",
    ]
    .into_iter()
    .map(keyed)
    .collect();
    all.push(("no articles", Desk::with(size(80, 24), &[])));
    let mut problem = Desk::with(size(80, 24), texts);
    problem.tell(Msg::NotOpened("kapot.md: geen tekst".into()));
    all.push(("a problem", problem));
    all
}

/// Gives a window another size and leaves undone what would be done in the background.
fn shrink(desk: &mut Desk, columns: u16, rows: u16) {
    drop(update(&mut desk.app, Msg::Resized(size(columns, rows))));
}

#[test]
fn no_window_is_too_small_to_be_drawn() {
    for (name, mut desk) in everything() {
        let place = desk.app.reader().map(leeslamp::app::Reader::place);
        for rows in 1..=15 {
            for columns in 1..=30 {
                shrink(&mut desk, columns, rows);
                let screen = desk.screen();
                let room = columns >= 10 && rows >= 3;
                assert!(
                    !room || !screen.trim().is_empty(),
                    "{name:?} shows something at {columns}×{rows}"
                );
            }
        }
        shrink(&mut desk, 80, 24);
        let after = desk.app.reader().map(leeslamp::app::Reader::place);
        assert_eq!(place, after, "{name:?}");
    }
}

#[test]
fn keys_in_a_tiny_window_do_no_harm() {
    for (columns, rows) in [(1, 1), (2, 2), (10, 3)] {
        for (_, mut desk) in everything() {
            desk.resize(columns, rows);
            for key in
                "j k d u Space b ] [ Tab j Enter Esc t G Enter ? G Esc n - + J c e g v l j v s v a x Up Down Esc ' a x Enter x u Esc"
                    .split(' ')
            {
                drop(desk.press(key).screen());
            }
        }
    }
}

#[test]
fn a_reader_jumps_back_and_forward_through_the_places_he_came_from() {
    let mut desk = Desk::reading(size(40, 12), BROOK);
    desk.press("Space");
    let mut places = vec![desk.reader().place()];
    for key in ["G", "g", "t j Enter"] {
        desk.press(key);
        places.push(desk.reader().place());
    }
    for &place in places.iter().rev().skip(1) {
        desk.press("Backspace");
        assert_eq!(desk.reader().place(), place);
    }
    desk.press("Backspace");
    assert!(desk.screen().contains("er is geen eerdere plek"));
    for &place in places.iter().skip(1) {
        desk.press("Ctrl-N");
        assert_eq!(desk.reader().place(), place);
    }
    desk.press("Ctrl-N");
    assert!(desk.screen().contains("er is geen latere plek"));
}
