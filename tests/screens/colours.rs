//! The colours, and the key that changes them.

use crate::desk::{Desk, size};
use crate::texts::BROOK;
use leeslamp::app::{Colours, Preferences};
use leeslamp::wording::Language;

#[test]
fn a_key_goes_round_the_colours_and_says_which_they_are() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    for (said, ground) in [
        ("lichte kleuren", true),
        ("donkere kleuren", true),
        ("kleuren van de terminal", false),
    ] {
        desk.press("T");
        assert!(desk.screen().contains(said), "{}", desk.screen());
        assert_eq!(desk.without_ground() == 0, ground, "{said}");
    }
    desk.press("Esc T");
    assert!(desk.screen().contains("lichte kleuren"));
}

#[test]
fn a_ground_of_our_own_has_no_holes_whatever_lies_over_it() {
    let wide = format!("{BROOK}\n\n漢字漢字 en é̂ en ‘ĳs’.\n");
    for (columns, rows) in [(80, 24), (120, 40), (40, 12), (3, 3)] {
        let mut desk = Desk::reading(size(columns, rows), &wide);
        desk.press("T");
        for keys in [
            "?", "Esc", "t", "Esc", "a", "x", "Enter", "'", "Esc", "e", "Tab", "Esc", "V s", "Esc",
            "/", "Esc", "G", "Esc", "Esc", "'", "Esc",
        ] {
            desk.press(keys);
            assert_eq!(
                desk.without_ground(),
                0,
                "{keys} in {columns}×{rows}\n{}",
                desk.screen()
            );
        }
    }
}

#[test]
fn without_colours_the_key_says_why() {
    let preferences = Preferences {
        colours: Colours::None,
        ..Preferences::default()
    };
    let mut desk = Desk::speaking(
        Language::Dutch,
        size(80, 24),
        preferences,
        &[("beek.md", BROOK)],
    );
    desk.press("T");
    assert!(desk.screen().contains("zonder kleuren (NO_COLOR)"));
    assert_eq!(desk.coloured(), 0);
}
