//! Notes typed in the program, and the list of bookmarks and highlights.

use crate::desk::{Desk, size};
use crate::texts::BROOK;
use insta::assert_snapshot;
use leeslamp::app::{Effect, Focus, Msg, update};

/// What is kept: the first words of each annotation with its note.
fn kept(desk: &Desk) -> Vec<(String, String)> {
    let kept = &desk.reader().kept.annotations;
    let first = |words: &str| {
        words
            .split_whitespace()
            .take(2)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let kept = kept.iter();
    kept.map(|a| (first(a.target.words()), a.note.clone()))
        .collect()
}

fn one(words: &str, note: &str) -> Vec<(String, String)> {
    vec![(words.to_owned(), note.to_owned())]
}

/// A desk with two highlights, one with a note, and a bookmark on the second page.
fn annotated(columns: u16, rows: u16) -> Desk {
    let mut desk = Desk::reading(size(columns, rows), BROOK);
    desk.press("v s a")
        .type_in("Opzoeken: wie besloot dat?")
        .press("Enter");
    desk.press("Esc / s l u i s Enter v Esc Space m g");
    desk
}

#[test]
fn a_note_on_selected_words_is_typed_at_the_foot_of_the_text() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("v s a")
        .type_in("Navragen bij de gemeente")
        .press("Ctrl-J")
        .type_in("vóór mei");
    assert_snapshot!("note_80x24", desk.screen());
    desk.press("Enter");
    assert_eq!(
        kept(&desk),
        one("Honderd jaar", "Navragen bij de gemeente\nvóór mei")
    );
    assert!(desk.screen().contains("notitie vastgelegd"));
    desk.press("a").type_in("!").press("Esc");
    assert_eq!(
        kept(&desk),
        one("Honderd jaar", "Navragen bij de gemeente\nvóór mei!"),
        "Esc keeps it too, and it is the same highlight"
    );
}

#[test]
fn a_note_where_nothing_stands_out_is_on_the_page() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("a Esc");
    assert_eq!(kept(&desk), [], "a note without words is none");
    desk.press("a").type_in("begin").press("Enter");
    assert_eq!(kept(&desk), one("Honderd jaar", "begin"));
    assert!(
        desk.screen().contains("notitie vastgelegd"),
        "{}",
        desk.screen()
    );
    desk.press("a Ctrl-U Enter");
    assert_eq!(kept(&desk), one("Honderd jaar", ""), "the bookmark stays");
}

#[test]
fn a_note_on_a_quotation_becomes_a_highlight_with_a_note() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("] a").type_in("mooi").press("Enter");
    assert_eq!(kept(&desk), one("Een rechte", "mooi"));
    let annotation = desk.reader().kept.annotations.iter().next().cloned();
    assert!(annotation.expect("one").is_highlight());
}

#[test]
fn whatever_ends_the_typing_keeps_the_note() {
    for end in [Msg::Ended, Msg::Suspending] {
        let mut desk = Desk::reading(size(80, 24), BROOK);
        desk.press("a").type_in("half af");
        desk.tell(end);
        assert_eq!(kept(&desk), one("Honderd jaar", "half af"));
    }
    for key in ["Ctrl-C", "Ctrl-Z"] {
        let mut desk = Desk::reading(size(80, 24), BROOK);
        desk.press("a").type_in("half af").press(key);
        assert_eq!(kept(&desk), one("Honderd jaar", "half af"), "{key}");
        assert_eq!(desk.reader().focus, Focus::Text, "{key}");
    }
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("a")
        .type_in("q?")
        .press("Space")
        .type_in("x")
        .press("Enter");
    assert_eq!(
        kept(&desk),
        one("Honderd jaar", "q? x"),
        "letters are letters"
    );
}

#[test]
fn pasted_text_comes_into_the_note_with_its_lines_and_without_control_characters() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("a")
        .tell(Msg::Pasted("een\r\n\u{1b}[2Jtwee\u{7}".into()));
    desk.press("Enter");
    assert_eq!(kept(&desk), one("Honderd jaar", "een\n[2Jtwee"));
}

#[test]
fn the_list_shows_the_whole_note_of_the_chosen_one() {
    let mut desk = annotated(80, 24);
    desk.press("'");
    assert_snapshot!("margin_80x24", desk.screen());
    let mut small = annotated(40, 12);
    small.press("'");
    assert_snapshot!("margin_40x12", small.screen());
}

#[test]
fn what_is_removed_in_the_list_can_be_put_back() {
    let mut desk = annotated(80, 24);
    let all = kept(&desk);
    assert_eq!(all.len(), 3, "{all:?}");
    desk.press("' x");
    assert_eq!(kept(&desk), all[1..]);
    desk.press("d Delete");
    assert_eq!(kept(&desk), []);
    assert_snapshot!("margin_emptied", desk.screen());
    desk.press("u u u");
    assert_eq!(kept(&desk), all);
    assert_eq!(
        desk.reader().focus,
        Focus::Margin(0),
        "the last one put back is chosen"
    );
    desk.press("u");
    assert!(
        desk.screen().contains("niets weggehaald"),
        "{}",
        desk.screen()
    );
    desk.press("Enter");
    assert_eq!(desk.reader().focus, Focus::Text);
    let said = desk.screen();
    assert!(said.contains("Opzoeken: wie besloot dat?"), "{said}");
}

#[test]
fn a_bookmark_taken_away_on_the_page_is_put_back_in_the_list() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("m m");
    assert_eq!(kept(&desk), []);
    desk.press("' u");
    assert_eq!(kept(&desk), one("Honderd jaar", ""));
}

#[test]
fn what_is_being_removed_is_not_removed_twice_and_stays_in_the_list_until_it_is_gone() {
    let mut desk = annotated(80, 24);
    desk.press("'");
    let x = leeslamp::app::keys::Key::parse("x").expect("a key");
    let first = update(&mut desk.app, Msg::Key(x));
    assert!(matches!(first[..], [Effect::Keep(_)]));
    assert_eq!(desk.reader().margin.len(), 3, "nothing is on the disk yet");
    assert!(update(&mut desk.app, Msg::Key(x)).is_empty());
}

#[test]
fn a_note_is_edited_in_the_list_and_the_list_is_there_again() {
    let mut desk = annotated(80, 24);
    desk.press("' a").type_in(" En wanneer?").press("Enter");
    assert_eq!(kept(&desk)[0].1, "Opzoeken: wie besloot dat? En wanneer?");
    assert_eq!(desk.reader().focus, Focus::Margin(0));
}
