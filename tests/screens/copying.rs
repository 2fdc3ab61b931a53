//! Words copied with their source, and the source itself.

use crate::desk::{Desk, size};
use crate::texts::BROOK;

fn last(desk: &Desk) -> &str {
    desk.copied.last().expect("something was copied")
}

#[test]
fn a_quotation_that_stands_out_is_copied_with_who_said_it_and_where() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("y");
    assert!(
        desk.screen()
            .contains("niets om te kopiëren; V kiest woorden")
    );
    desk.press("] y");
    assert!(desk.screen().contains("naar het terminalklembord gestuurd"));
    assert!(
        last(&desk)
            .starts_with("> Een rechte beek is een goot\n>\n> — Marieke van der Velde (hydroloog")
    );
    assert!(
        last(&desk).contains("), Femke Waterloo, ‘De beek mag weer kronkelen’, 12 oktober 2024, ")
    );
}

#[test]
fn selected_words_and_the_chosen_entry_of_a_list_are_copied_with_the_note() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("V s y");
    let source = "> — Femke Waterloo, ‘De beek mag weer kronkelen’, 12 oktober 2024, 0 %\n";
    let sentence =
        "> Honderd jaar lang stroomde de Looschebeek in een rechte lijn naar het kanaal.\n>\n";
    assert_eq!(last(&desk), format!("{sentence}{source}"));
    desk.press("a").type_in("navragen").press("Enter Esc ' y");
    assert_eq!(last(&desk), format!("{sentence}{source}\nnavragen\n"));
    desk.press("Esc Esc ' y");
    assert_eq!(last(&desk), format!("{sentence}{source}\nnavragen\n"));
    assert_eq!(desk.copied.len(), 3);
}

#[test]
fn the_source_is_opened_where_the_article_names_one() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("O");
    assert!(
        desk.screen()
            .contains("Bij dit artikel staat geen webadres.")
    );
    let text = "---\ntitle: Een stuk\nurl: https://voorbeeld.example/stuk\n---\n\nTekst.\n";
    let mut desk = Desk::reading(size(80, 24), text);
    desk.press("O");
    let screen = desk.screen();
    assert!(
        screen.contains("aan de browser gegeven: https://voorbeeld.example/stuk"),
        "{screen}"
    );
}

#[test]
fn of_more_words_than_every_terminal_takes_the_line_says_so() {
    let mut desk = Desk::reading(
        size(80, 24),
        &"Een lange alinea over de dijk. ".repeat(3_000),
    );
    desk.press("V p y");
    assert!(last(&desk).len() > 90_000);
    let screen = desk.screen();
    assert!(
        screen.contains("zo veel neemt niet elke terminal aan"),
        "{screen}"
    );
}
