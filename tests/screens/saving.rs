//! Saved and put off the list again.

use crate::desk::{Desk, size};
use crate::texts::BROOK;

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
