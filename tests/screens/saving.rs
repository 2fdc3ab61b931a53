//! Saved and put off the list again.

use crate::desk::{Desk, size};
use crate::texts::BROOK;
use leeslamp::app::Msg;

#[test]
fn what_was_put_off_the_list_comes_back_though_it_has_left_the_shelf() {
    let other = "# Iets anders\n\nTekst.\n";
    let mut desk = Desk::with(size(80, 24), &[("beek.md", BROOK), ("anders.md", other)]);
    desk.press("s j s 2");
    assert_eq!(desk.screen().matches('★').count(), 2);
    desk.press("g s");
    let screen = desk.screen();
    assert!(!screen.contains("kronkelen"), "{screen}");
    assert!(
        screen.contains("niet meer bewaard; u bewaart opnieuw"),
        "{screen}"
    );
    desk.press("u");
    let screen = desk.screen();
    assert!(
        screen.contains("kronkelen") && screen.contains("anders"),
        "{screen}"
    );
    let chosen = desk.app.shelves.chosen().expect("an article");
    assert_eq!(chosen.title, "De beek mag weer kronkelen");
    desk.press("u");
    assert!(desk.screen().contains("er is niets weggehaald"));
}

#[test]
fn while_reading_the_same_key_undoes_it_and_the_line_says_so() {
    let mut desk = Desk::reading(size(40, 12), BROOK);
    desk.press("s s");
    assert!(
        desk.screen()
            .contains("niet meer bewaard; s bewaart opnieuw"),
        "{}",
        desk.screen()
    );
    desk.press("s");
    assert!(desk.reader().kept.saved.is_some());
}

#[test]
fn what_was_begun_stands_at_the_head_of_the_list_and_a_click_on_its_heading_does_nothing() {
    let texts: Vec<String> = (1..=6)
        .map(|n| {
            format!(
                "---\ntitle: Stuk {n}\ndate: 2025-01-0{n}\n---\n\n{}",
                format!("Regel van {n}.\n\n").repeat(90)
            )
        })
        .collect();
    let names = ["1.md", "2.md", "3.md", "4.md", "5.md", "6.md"];
    let texts: Vec<(&'static str, &str)> = names
        .into_iter()
        .zip(texts.iter().map(String::as_str))
        .collect();
    let mut desk = Desk::with(size(80, 24), &texts);
    assert!(!desk.screen().contains("Verder lezen"));
    // Who leaves an article stands on it again, at the head.
    desk.press("G Enter Esc");
    let chosen = |desk: &Desk| desk.app.shelves.chosen().expect("one").title.clone();
    assert_eq!(chosen(&desk), "Stuk 1");
    assert_eq!(desk.app.shelves.cursor, 0);
    desk.tell(Msg::Click { column: 5, row: 4 });
    assert_eq!(chosen(&desk), "Stuk 1", "a heading");
    desk.tell(Msg::Click { column: 5, row: 5 });
    assert_eq!(chosen(&desk), "Stuk 6");
    desk.tell(Msg::Click { column: 5, row: 5 });
    assert_eq!(desk.reader().article().meta.title, "Stuk 6");
    desk.press("Esc /").type_in("stuk");
    assert!(
        !desk.screen().contains("Verder lezen"),
        "a filter is another question"
    );
}
