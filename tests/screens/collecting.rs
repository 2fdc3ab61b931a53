//! The bookmarks and highlights of every article in one list.

use crate::desk::{Desk, size};
use crate::texts::{BROOK, SILENT};
use insta::assert_snapshot;
use leeslamp::app::{Focus, Msg, Screen};

/// A desk with two highlights, one with a note, and a bookmark in one article; a highlight in another, which
/// is gone.
fn collected(columns: u16, rows: u16) -> Desk {
    let mut desk = Desk::with(
        size(columns, rows),
        &[("beek.md", BROOK), ("wad.md", SILENT)],
    );
    desk.press("g Enter v s a")
        .type_in("Opzoeken: wie besloot dat?")
        .press("Enter");
    desk.press("Esc / s l u i s Enter v Esc Space m Esc 4 g Enter v s Enter");
    let gone = desk.reader().article().id().clone();
    desk.gone.push(gone);
    desk.press("Esc Esc 1 '");
    desk
}

#[test]
fn the_list_of_every_article() {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
        let mut desk = collected(columns, rows);
        let name = format!("collection_{columns}x{rows}");
        assert_snapshot!(name, desk.press("g").screen());
    }
    assert_snapshot!(
        "collection_gone_80x24",
        collected(80, 24).press("G").screen()
    );
}

#[test]
fn enter_leads_to_the_words_and_backspace_to_where_the_reader_was() {
    let mut desk = collected(40, 12);
    desk.press("g j");
    let before = desk.app.shelves.entries.iter();
    let place = before
        .filter_map(|entry| entry.kept.place.as_ref())
        .map(|place| place.offset)
        .max();
    desk.press("Enter");
    let marked = desk.reader().marked.expect("words stand out");
    assert_eq!(marked.of(desk.reader().article().text()), "sluis");
    assert!(desk.reader().shown.span.contains(marked.start));
    desk.press("Backspace");
    assert_eq!(Some(desk.reader().place()), place);
    // And back to the library, from which the list is a key away.
    desk.press("Esc '");
    assert!(matches!(desk.app.screen, Screen::Collection(_)));
    desk.press("'");
    assert!(matches!(desk.app.screen, Screen::Library));
}

#[test]
fn a_note_is_edited_in_its_article() {
    let mut desk = collected(80, 24);
    desk.press("g a");
    assert!(matches!(desk.reader().focus, Focus::Note(_)));
    desk.press("Ctrl-U").type_in("besloten").press("Enter");
    assert!(
        desk.reader()
            .kept
            .annotations
            .iter()
            .any(|a| a.note == "besloten")
    );
}

#[test]
fn of_an_article_that_is_gone_the_words_are_left_and_can_be_removed_and_put_back() {
    let mut desk = collected(80, 24);
    desk.press("G Enter");
    assert!(desk.screen().contains("Het artikel is er niet meer"));
    desk.press("x");
    let screen = desk.screen();
    assert!(screen.contains("weggehaald; u zet het terug"), "{screen}");
    assert!(!screen.contains("niet meer te vinden"), "{screen}");
    desk.press("g u");
    let screen = desk.screen();
    assert!(
        screen.contains("teruggezet") && screen.contains("niet meer te vinden"),
        "{screen}"
    );
    let Screen::Collection(collection) = &desk.app.screen else {
        panic!("the list")
    };
    assert!(
        collection.chosen().expect("one").0.origin.is_none(),
        "what was put back"
    );
    desk.press("u");
    assert!(desk.screen().contains("er is niets weggehaald"));
}

#[test]
fn where_nothing_is_marked_the_library_says_so_and_stays() {
    let mut desk = Desk::with(size(80, 24), &[("beek.md", BROOK)]);
    desk.press("'");
    assert!(
        desk.screen()
            .contains("Er zijn nog geen bladwijzers of markeringen.")
    );
    assert!(matches!(desk.app.screen, Screen::Library));
}

#[test]
fn in_any_window_what_is_chosen_is_on_the_screen() {
    for (columns, rows) in [(80, 24), (40, 12), (30, 5), (12, 3), (1, 1), (120, 11)] {
        let mut desk = collected(columns, rows);
        for key in ["j", "j", "j", "k", "G", "g", "Space", "b"] {
            desk.press(key);
            let layout = desk.app.collection_layout();
            let Screen::Collection(collection) = &desk.app.screen else {
                panic!("the list")
            };
            let window = collection.rows().skip(collection.top);
            let shown = window.take(usize::from(layout.list.height));
            let chosen = format!("{:?}", leeslamp::app::collection::Chosen::Yes);
            assert!(
                shown
                    .into_iter()
                    .any(|row| format!("{row:?}").ends_with(&format!("{chosen})"))),
                "{key} in {columns}×{rows}"
            );
            desk.screen();
        }
        desk.tell(Msg::Wheel(1))
            .tell(Msg::Click { column: 3, row: 3 });
        desk.resize(80, 24);
        desk.screen();
    }
}
