//! Pictures of the screens. Each was looked at with a reader's eyes before it was accepted.

use crate::desk::{Desk, size};
use crate::texts::{BROOK, EMPTY, SILENT};
use insta::assert_snapshot;
use leeslamp::app::{Colours, Msg, Preferences, Size};
use leeslamp::quotes::{self, Sureness};
use leeslamp::wording::Language;

const TEXTS: &[(&str, &str)] = &[("beek.md", BROOK), ("wad.md", SILENT), ("later.md", EMPTY)];

/// The library after a while: one article begun and saved, one finished.
fn library(size: Size) -> Desk {
    let mut desk = Desk::with(size, TEXTS);
    desk.press("Enter s Space Esc j Enter Esc g");
    desk
}

#[test]
fn the_library() {
    assert_snapshot!("library_80x24", library(size(80, 24)).screen());
    assert_snapshot!("library_120x40", library(size(120, 40)).screen());
    assert_snapshot!("library_40x12", library(size(40, 12)).screen());
    assert_snapshot!(
        "library_standing_out",
        library(size(120, 40)).standing_out()
    );
}

#[test]
fn a_library_without_articles_says_how_to_add_them() {
    assert_snapshot!("library_empty", Desk::with(size(80, 24), &[]).screen());
}

#[test]
fn the_filter_while_it_is_typed() {
    let mut desk = library(size(80, 24));
    desk.press("/").type_in("wad");
    assert_snapshot!("library_filter", desk.screen());
    desk.type_in("x");
    assert_snapshot!("library_filter_without_hits", desk.screen());
}

#[test]
fn a_shelf_with_nothing_on_it() {
    let mut desk = Desk::with(size(80, 24), TEXTS);
    assert_snapshot!("library_empty_shelf", desk.press("2").screen());
}

#[test]
fn a_problem_in_the_status_line() {
    let mut desk = library(size(80, 24));
    let why = "artikelen/kapot.md: geen tekst".to_owned();
    desk.tell(Msg::NotOpened(why));
    assert_snapshot!("library_problem", desk.screen());
    let problems = vec!["a.md: geen tekst".to_owned(), "b.md: geen tekst".to_owned()];
    desk.tell(Msg::ListedAll {
        skipped: 3,
        problems,
    });
    assert_snapshot!("library_problems", desk.screen());
}

#[test]
fn the_first_page() {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
        let desk = Desk::reading(size(columns, rows), BROOK);
        assert_snapshot!(format!("first_page_{columns}x{rows}"), desk.screen());
    }
    let mut desk = Desk::reading(size(200, 50), BROOK);
    assert_snapshot!(
        "first_page_200x50_two_columns",
        desk.press("c j k").screen()
    );
}

#[test]
fn the_second_page_has_a_running_head() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    assert_snapshot!("second_page_80x24", desk.press("Space").screen());
    assert_snapshot!("last_page_80x24", desk.press("G").screen());
}

#[test]
fn stepping_into_the_sidebar_and_jumping_to_a_quotation() {
    let mut desk = Desk::reading(size(120, 30), BROOK);
    assert_snapshot!("sidebar_person_chosen", desk.press("Tab").screen());
    assert_snapshot!("sidebar_quotation_chosen", desk.press("j j").screen());
    desk.press("Enter");
    assert_snapshot!("sidebar_jumped", desk.standing_out());
    desk.press("G Enter");
    assert_snapshot!("sidebar_jumped_to_another_page", desk.screen());
    assert_snapshot!(
        "sidebar_jumped_to_another_page_standing_out",
        desk.standing_out()
    );
}

#[test]
fn who_speaks_on_this_page_stands_out() {
    let mut desk = Desk::reading(size(120, 24), BROOK);
    assert_snapshot!("speaking_on_page_one", desk.standing_out());
    assert_snapshot!("speaking_on_page_two", desk.press("Space").standing_out());
}

#[test]
fn the_quoted_experts_over_the_text() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    assert_snapshot!("people_over_80x24", desk.press("Tab").screen());
    assert_snapshot!("people_over_quotation", desk.press("j").screen());
    assert_snapshot!("people_over_jumped", desk.press("G Enter").standing_out());
    let mut small = Desk::reading(size(40, 12), BROOK);
    assert_snapshot!("people_over_40x12", small.press("e j").screen());
}

#[test]
fn a_guess_is_shown_with_a_question_mark() {
    let mut desk = Desk::reading(size(120, 30), BROOK);
    let article = desk.reader().article().clone();
    let mut found = quotes::find(&article);
    found.quotations[0].sureness = Sureness::Doubtful;
    found.quotations[2].speaker = None;
    desk.tell(Msg::Quoted(article.id().clone(), found));
    assert_snapshot!("sidebar_doubtful", desk.press("Tab g j").screen());
    assert_snapshot!("sidebar_unattributed", desk.press("G j").screen());
}

#[test]
fn the_contents() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    assert_snapshot!("contents_80x24", desk.press("t j").screen());
    assert_snapshot!("contents_followed", desk.press("Enter").screen());
}

#[test]
fn the_help() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    assert_snapshot!("help_80x24", desk.press("?").screen());
    assert_snapshot!("help_scrolled", desk.press("PgDn").screen());
    assert_snapshot!("help_end", desk.press("G").screen());
    let mut small = Desk::with(size(40, 12), TEXTS);
    assert_snapshot!("help_40x12", small.press("?").screen());
}

#[test]
fn searching_in_the_article() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    desk.press("/").type_in("water");
    assert_snapshot!("search_prompt", desk.screen());
    desk.press("Enter");
    assert_snapshot!("search_hit", desk.screen());
    assert_snapshot!("search_hit_standing_out", desk.standing_out());
    desk.press("/").type_in("vulkaan").press("Enter");
    assert_snapshot!("search_not_found", desk.screen());
}

#[test]
fn saving_says_so_and_leaves_its_mark() {
    let mut desk = Desk::reading(size(80, 24), BROOK);
    assert_snapshot!("saved_note", desk.press("s").screen());
    assert_snapshot!("saved_mark", desk.press("Space").screen());
    desk.tell(Msg::NotKept("beek.toml: schijf vol".to_owned()));
    assert_snapshot!("not_kept", desk.screen());
}

#[test]
fn an_article_without_text() {
    assert_snapshot!("no_text", Desk::reading(size(80, 24), EMPTY).screen());
}

#[test]
fn an_article_that_quotes_nobody() {
    assert_snapshot!("silent", Desk::reading(size(120, 24), SILENT).screen());
    let mut desk = Desk::reading(size(80, 24), SILENT);
    assert_snapshot!("silent_over", desk.press("Tab").screen());
}

#[test]
fn in_english() {
    let preferences = Preferences::default();
    let mut desk = Desk::speaking(Language::English, size(120, 24), preferences, TEXTS);
    assert_snapshot!("english_library", desk.screen());
    assert_snapshot!("english_reader", desk.press("Enter").screen());
    assert_snapshot!("english_help", desk.press("?").screen());
}

#[test]
fn without_colours_no_cell_has_one_and_everything_still_stands_out() {
    let plain = Preferences {
        colours: Colours::None,
        ..Preferences::default()
    };
    let mut desk = Desk::speaking(Language::Dutch, size(120, 30), plain, TEXTS);
    assert_eq!(desk.coloured(), 0, "the library");
    desk.tell(Msg::NotOpened("kapot".into()));
    assert_eq!(desk.coloured(), 0, "a problem");
    for keys in [
        "Enter",
        "s",
        "Tab j Enter",
        "Esc t",
        "Esc ?",
        "Esc / b e e k Enter",
    ] {
        desk.press(keys);
        assert_eq!(desk.coloured(), 0, "after {keys}");
    }
    assert_snapshot!("no_colours_standing_out", desk.standing_out());

    let mut desk = Desk::reading(size(120, 30), BROOK);
    assert!(
        desk.press("Tab").coloured() > 0,
        "with colours there are some"
    );
}

#[test]
fn the_sidebar_does_not_say_twice_for_whom_a_spokesperson_speaks() {
    let text = "# De brug\n\n\u{201e}De brug blijft dicht\u{201d}, zegt een woordvoerder van de gemeente Oostmeer.\n";
    let mut desk = Desk::with(size(120, 30), &[("brug.md", text)]);
    let screen = desk.press("Enter").screen();
    let in_sidebar: Vec<&str> = screen
        .lines()
        .filter_map(|line| line.split_once('│'))
        .map(|(_, sidebar)| sidebar)
        .filter(|line| line.contains("Oostmeer"))
        .collect();
    assert_eq!(in_sidebar.len(), 1, "{screen}");
}
