//! What happens to the article, the window and the state while the article is open.

use crate::desk::{Desk, first_molen, long_article, names_molen};
use std::fs;

#[test]
fn a_window_that_is_closed_ends_the_program_with_the_place_kept() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("   ");
    let place = first_molen(&terminal.wait_for("pagina 4 van"));
    terminal.close();
    assert_ne!(terminal.end(), 0);
    desk.find_again(place.expect("a number"));
}

#[test]
fn a_bookmark_and_a_highlight_that_were_acknowledged_survive_being_killed() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("aan het woord (1)");
    terminal.press("  ");
    terminal.wait_for("pagina 3 van");
    terminal.press("m");
    terminal.wait_for("bladwijzer gezet");
    terminal.press("]v");
    terminal.wait_for("gemarkeerd");
    terminal.signal("KILL");
    terminal.end();
    let mut again = desk.open(80, 24);
    again.wait_for("Molen 1");
    again.press("G'");
    let list = again.wait_for("Bladwijzers en markeringen");
    assert!(
        list.contains("• ") && list.contains("“ Dat is genoeg"),
        "{list}"
    );
    again.press("g\r");
    again.wait_for("• bladwijzer");
}

#[test]
fn a_sentence_selected_with_the_keyboard_stands_in_the_list_and_the_list_leads_to_it() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("  ");
    terminal.wait_for("pagina 3 van");
    terminal.press("v");
    terminal.wait_for("kies het eerste woord");
    terminal.press("jjs");
    terminal.wait_for("v markeren");
    terminal.press("\r");
    terminal.wait_for("gemarkeerd");
    terminal.press("g'");
    let list = terminal.wait_for("Bladwijzers en markeringen");
    assert!(list.contains("“ "), "{list}");
    terminal.press("\r");
    terminal.wait_for("pagina 3 van");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let state = desk.state();
    let (_, highlight) = state.split_once("[[highlights]]").expect("a highlight");
    let sentence = highlight
        .lines()
        .find(|line| line.starts_with("exact"))
        .expect("its words");
    assert!(sentence.ends_with(".\""), "{sentence}");
}

#[test]
fn a_note_typed_in_the_program_is_kept_listed_edited_removed_and_put_back() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("vsa");
    terminal.wait_for("Notitie bij „Molen 1");
    terminal.press("bellen \u{1b}[200~met\r\u{7}Jelle\u{1b}[201~!\ntwee \u{1b}OD\u{7f}s");
    terminal.press("\r");
    terminal.wait_for("notitie vastgelegd");
    terminal.signal("KILL");
    terminal.end();
    assert!(
        desk.state().contains("bellen met\nJelle!\ntwes"),
        "{}",
        desk.state()
    );

    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("'");
    terminal.wait_for("bellen met");
    terminal.press("x");
    terminal.wait_for("u zet het terug");
    assert!(!desk.state().contains("Jelle!"), "{}", desk.state());
    terminal.press("u");
    terminal.wait_for("teruggezet");
    terminal.press("a\u{15}anders\r");
    terminal.wait_for("notitie vastgelegd");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(desk.state().contains("anders") && !desk.state().contains("Jelle!"));
}

#[test]
fn half_a_note_is_kept_when_the_program_is_ended_or_suspended() {
    for signal in ["TERM", "HUP", "TSTP"] {
        let desk = Desk::new();
        let mut terminal = desk.open(80, 24);
        terminal.wait_for("Molen 1 staat");
        terminal.press("ahalf af");
        terminal.wait_for("half af");
        terminal.signal(signal);
        if signal == "TSTP" {
            let since = std::time::Instant::now();
            while !desk.state().contains("half af") {
                assert!(since.elapsed().as_secs() < 5, "{}", desk.state());
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            terminal.signal("KILL");
        }
        terminal.end();
        assert!(
            desk.state().contains("half af"),
            "{signal}: {}",
            desk.state()
        );
    }
}

#[test]
fn an_article_that_is_edited_while_it_is_open_opens_at_the_same_words() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("   ");
    let place = first_molen(&terminal.wait_for("pagina 4 van")).expect("a number");
    let edited = long_article().replacen(
        "Molen 1 staat",
        "Voor wie er nooit was: de molens staan in een rij.\n\nMolen 1 staat",
        1,
    );
    fs::write(&desk.article, edited).expect("written");
    terminal.press(" ");
    terminal.wait_for("pagina 5 van");
    terminal.press("b");
    terminal.wait_for("pagina 4 van");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let again = desk.open(80, 24);
    again.wait_for(&format!("Molen {place} staat"));
}

#[test]
fn an_article_cut_off_while_it_is_open_opens_at_its_end_with_a_word_about_it() {
    let desk = Desk::new();
    let place = desk.read_on(9);
    let mut terminal = desk.open(80, 24);
    terminal.wait_for(&format!("Molen {place} "));
    let text = long_article();
    let (half, _) = text.split_once("Molen 20 ").expect("twenty of them");
    fs::write(&desk.article, half).expect("written");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let again = desk.open(80, 24);
    again.wait_for("De tekst is veranderd");
}

#[test]
fn an_article_deleted_while_it_is_open_can_still_be_saved_and_read() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    fs::remove_file(&desk.article).expect("removed");
    terminal.press("s");
    terminal.wait_for("bewaard");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let copies = fs::read_dir(desk.config().join("saved")).expect("a folder");
    let copies: Vec<_> = copies.flatten().map(|copy| copy.path()).collect();
    assert_eq!(copies.len(), 1);
    let kept = fs::read_to_string(&copies[0]).expect("a text");
    assert!(kept.contains("Molen 60 staat aan het water"), "{kept}");
}

#[test]
fn an_article_replaced_by_another_while_it_is_open_keeps_what_is_kept_and_the_other_begins_anew() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("   ");
    let place = first_molen(&terminal.wait_for("pagina 4 van")).expect("a number");
    let other = "---\ntitle: Over schapen\nauthor: Cor Minnaar\n---\n\nOp de dijk lopen schapen.\n";
    fs::write(&desk.article, other).expect("written");
    terminal.press("s");
    terminal.wait_for("bewaard");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let mut terminal = desk.open(80, 24);
    let screen = terminal.wait_for("Op de dijk lopen schapen.");
    assert!(
        !screen.contains("veranderd") && !screen.contains('★'),
        "{screen}"
    );
    // What was read is in the library beside it, saved, at its place.
    terminal.press("\u{1b}");
    terminal.wait_for("Zestig molens");
    terminal.press("2g\r");
    terminal.wait_until("the same page", |s| first_molen(s) == Some(place));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_thousand_resizes_leave_the_reader_where_he_was() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("   ");
    let place = first_molen(&terminal.wait_for("pagina 4 van")).expect("a number");
    for n in 0..1_000 {
        terminal.resize(20 + n % 150, 5 + n % 50);
    }
    terminal.resize(80, 24);
    terminal.wait_until("the same page", |s| first_molen(s) == Some(place));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    desk.find_again(place);
}

#[test]
fn what_another_machine_left_beside_the_state_is_taken_in_when_the_article_is_opened() {
    let desk = Desk::new();
    let there = desk.read_on(8);
    let state = desk.state_file();
    let theirs = fs::read(&state).expect("a state");
    fs::remove_file(&state).expect("removed");
    desk.read_on(0);
    let name = state.file_stem().and_then(|s| s.to_str()).expect("a name");
    let beside = state.with_file_name(format!("{name}.sync-conflict-20260224-101112-ABCDEFG.toml"));
    // Their place is the later one.
    let theirs = String::from_utf8(theirs).expect("text");
    let theirs: Vec<String> = theirs
        .lines()
        .map(|line| match line.strip_prefix("at = ") {
            Some(_) => "at = 2099-01-01T00:00:00Z".to_owned(),
            None => line.to_owned(),
        })
        .collect();
    fs::write(&beside, theirs.join("\n")).expect("written");
    desk.find_again(there);
    assert!(!beside.exists(), "it was taken in");
}

/// The long article as a page of a newspaper, pasted.
fn pasted() -> String {
    let article = long_article();
    let (_, text) = article.split_once("---\n\n").expect("front matter");
    let text = text.replace("\n\nMolen 30 ", "\n\nHalverwege de dijk\n\nMolen 30 ");
    format!(
        "Zestig molens\nReportage\n1 maart 2025\nleestijd 9 minuten\nbewaren\n\nWies Terpstra\n\n{text}"
    )
}

#[test]
fn a_paste_that_is_saved_anew_as_markdown_keeps_its_place_its_highlights_and_its_notes() {
    let mut desk = Desk::new();
    let markdown = desk.article.with_file_name("nieuw.md");
    desk.article = desk.article.with_file_name("geplakt.txt");
    fs::write(&desk.article, pasted()).expect("written");
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("aan het woord (1)");
    terminal.press("]v");
    terminal.wait_for("gemarkeerd");
    terminal.press("anavragen\r");
    terminal.wait_for("notitie vastgelegd");
    terminal.press("    ");
    let place = first_molen(&terminal.wait_for("pagina 5 van")).expect("a number");
    terminal.press("m");
    terminal.wait_for("bladwijzer gezet");
    terminal.press("sq");
    assert_eq!(terminal.end(), 0);

    // Saved from the site by another program: the hour in the date, a heading, other quote marks, hard lines,
    // a paragraph more and one less. The paste is thrown away.
    let text = pasted();
    let (_, body) = text.split_once("Wies Terpstra\n\n").expect("a head");
    let body = body
        .replace(['„', '”'], "\"")
        .replace(
            "\n\nMolen 3 staat",
            "\n\n*Lees ook: de dijk*\n\nMolen 3 staat",
        )
        .replace("Halverwege de dijk", "## Halverwege de dijk")
        .replace(" en draait als", "\nen draait als");
    let (before, rest) = body.split_once("Molen 50 ").expect("fifty of them");
    let (_, after) = rest.split_once("Molen 51 ").expect("and one");
    let anew = format!(
        "---\ntitle: Zestig molens\nauthor: Wies Terpstra\ndate: 2025-03-01T05:00:00+01:00\n---\n\n\
         # Zestig molens\n\n{before}Molen 51 {after}"
    );
    fs::write(&markdown, anew).expect("written");
    fs::remove_file(&desk.article).expect("removed");
    desk.article = markdown;
    let mut terminal = desk.open(80, 24);
    terminal.wait_until("the same place", |s| names_molen(s, place));
    terminal.press("'");
    let list = terminal.wait_for("Bladwijzers en markeringen");
    assert!(
        list.contains("“ Dat is genoeg — navragen")
            && list.contains("• Molen")
            && !list.contains("│ ?"),
        "{list}"
    );
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(desk.state().contains("saved = "));
}

#[test]
fn where_the_words_of_the_place_are_gone_the_nearest_place_is_shown_with_a_line_about_it() {
    let desk = Desk::new();
    let paragraphs: Vec<String> = include_str!("../../articles/de-laatste-brugwachter.md")
        .split("\n\n")
        .map(str::to_owned)
        .collect();
    fs::write(&desk.article, paragraphs.join("\n\n")).expect("written");
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("pagina 1 van");
    terminal.press("    ");
    terminal.wait_for("pagina 5 van");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    // All but the beginning and the end were rewritten: only the share of the text is left to go by.
    let last = paragraphs.len() - 3;
    let rewritten: Vec<String> = paragraphs
        .into_iter()
        .enumerate()
        .map(|(n, paragraph)| match n {
            3.. if n < last => format!(
                "Nieuw {n}: {}",
                "molens draaien, schapen grazen, ".repeat(15)
            ),
            _ => paragraph,
        })
        .collect();
    fs::write(&desk.article, rewritten.join("\n\n")).expect("written");
    let terminal = desk.open(80, 24);
    let screen = terminal.wait_for("uw plek is bij benadering teruggevonden");
    assert!(screen.contains("Nieuw "), "{screen}");
}

#[test]
fn the_list_of_every_article_leads_to_words_in_an_article_whose_file_is_gone() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("    s");
    terminal.wait_for("bewaard");
    terminal.press("Vsagelezen\r");
    terminal.wait_for("notitie vastgelegd");
    terminal.press("gq");
    assert_eq!(terminal.end(), 0);
    let other = desk.article.with_file_name("ander.md");
    fs::rename(&desk.article, desk.article.with_file_name("weg")).expect("moved");
    fs::write(&other, "# Een ander stuk\n\nTekst.\n").expect("written");
    let script = format!(
        "exec \"$LEESLAMP\" '{}'",
        desk.home.path().join("artikelen").display()
    );
    let mut terminal = desk.script(&script);
    terminal.wait_for("Een ander stuk");
    terminal.press("'");
    let list = terminal.wait_for("Bladwijzers en markeringen");
    assert!(
        list.contains("Zestig molens") && list.contains("gelezen"),
        "{list}"
    );
    terminal.press("\r");
    terminal.wait_until("the page with those words", |s| first_molen(s) == Some(20));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}
