//! What only a terminal can show: starting, leaving, resizing, signals. The real program runs in a
//! pseudo-terminal; everything else is tested nearer to the code.
#![cfg(unix)]

mod changes;
mod desk;
mod disks;
mod endings;
mod fault;
mod handed;
mod kills;
mod pty;
mod states;

use desk::{Desk, first_molen, long_article, names_molen};
use pty::{Start, Terminal};
use std::fs;
use std::path::Path;

const CTRL_C: &str = "\u{3}";

#[test]
fn an_article_opens_and_q_leaves_with_the_terminal_restored() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    let screen = terminal.wait_for("Molen 1 staat");
    assert!(
        screen.contains("Zestig molens") && screen.contains("Wies Terpstra"),
        "{screen}"
    );
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn ctrl_c_leaves_with_the_place_kept() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("  ");
    let place = first_molen(&terminal.wait_until("a later page", |s| s.contains("pagina 3 van")));
    terminal.press(CTRL_C);
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
    let again = desk.open(80, 24);
    again.wait_until("the same page", |s| first_molen(s) == place);
}

#[test]
fn a_signal_ends_it_with_the_terminal_restored_and_the_place_kept() {
    for (signal, status) in [("TERM", 143), ("HUP", 129)] {
        let desk = Desk::new();
        let mut terminal = desk.open(80, 24);
        terminal.wait_for("Molen 1 staat");
        terminal.press("   ");
        let place =
            first_molen(&terminal.wait_until("a later page", |s| s.contains("pagina 4 van")));
        terminal.signal(signal);
        assert_eq!(terminal.end(), status, "{signal}");
        terminal.assert_restored();
        let again = desk.open(80, 24);
        again.wait_until("the same page", |s| first_molen(s) == place);
    }
}

#[test]
fn a_place_shown_for_a_moment_survives_being_killed() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("G");
    let place = first_molen(&terminal.wait_until("the last page", |s| first_molen(s) > Some(50)));
    // On a slow machine the first page may have stood long enough to be kept too.
    terminal.wait_until("the place on the disk", |_| desk.place() > Some(0));
    terminal.signal("KILL");
    terminal.end();
    let again = desk.open(80, 24);
    again.wait_until("the same page", |s| first_molen(s) == place);
}

#[test]
fn a_panic_restores_the_terminal_and_its_message_can_be_read() {
    let desk = Desk::new();
    let mut terminal = desk.open_with(
        80,
        24,
        &[("LEESLAMP_PANIC_AT_KEY", "1"), ("RUST_BACKTRACE", "0")],
    );
    terminal.wait_for("Molen 1 staat");
    terminal.press(" ");
    assert_eq!(terminal.end(), 101);
    terminal.assert_restored();
    terminal.wait_for("asked to panic");
}

#[test]
fn the_place_is_kept_to_the_word_through_every_size_and_a_restart() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("    ");
    let before = terminal.wait_until("a later page", |s| s.contains("pagina 5 van"));
    let place = first_molen(&before).expect("a number");
    for (columns, rows) in [(200, 50), (40, 12), (120, 40), (25, 60), (66, 10)] {
        terminal.resize(columns, rows);
        terminal.wait_until("the same words", |s| names_molen(s, place));
    }
    terminal.resize(80, 24);
    terminal.wait_until("the very same page", |s| {
        first_molen(s) == Some(place) && s.contains("pagina")
    });
    terminal.resize(100, 30);
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let again = desk.open(80, 24);
    again.wait_until("the same page", |s| first_molen(s) == Some(place));
}

#[test]
fn no_window_is_too_small() {
    let desk = Desk::new();
    let mut terminal = desk.open(1, 1);
    for (columns, rows) in [(1, 1), (2, 1), (1, 30), (200, 1), (3, 3), (10, 4), (80, 24)] {
        terminal.resize(columns, rows);
        terminal.press(" \te\t?\u{1b}t");
    }
    // Esc may have led back to the library, from which Enter opens the article again.
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn saving_is_acknowledged_once_the_copy_is_on_the_disk() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("s");
    terminal.wait_for("bewaard");
    let copies: Vec<_> = fs::read_dir(desk.config().join("saved"))
        .expect("a folder")
        .flatten()
        .collect();
    assert_eq!(copies.len(), 1);
    let copy = fs::read_to_string(copies[0].path()).expect("a copy");
    assert_eq!(copy, long_article());
}

#[test]
fn a_quotation_is_a_jump_away_and_backspace_returns() {
    let desk = Desk::new();
    let mut terminal = desk.open(120, 40);
    terminal.wait_for("Jelle Wiersma");
    terminal.wait_until("the sidebar", |s| {
        s.contains("Aan het woord") && s.contains("60×")
    });
    // Into the list, to the last of sixty quotations, and there.
    terminal.press("\t");
    terminal.press(&"j".repeat(60));
    terminal.press("\r");
    terminal.wait_until("the last page", |s| names_molen(s, 60));
    terminal.press("\u{7f}");
    terminal.wait_for("Molen 1 staat");
}

#[test]
fn an_article_comes_in_by_standard_input_while_the_keys_come_from_the_terminal() {
    let desk = Desk::new();
    let config = desk.config();
    let script = format!("cat '{}' | \"$LEESLAMP\" -", desk.article.display());
    let start = Start {
        arguments: &[],
        config: &config,
        columns: 80,
        rows: 24,
        environment: &[],
    };
    let mut terminal = Terminal::shell(&script, &start);
    terminal.wait_for("Molen 1 staat");
    terminal.press(" ");
    terminal.wait_until("the next page", |s| first_molen(s) > Some(1));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn no_escape_sequence_of_an_article_or_a_file_name_reaches_the_terminal() {
    let desk = Desk::new();
    let folder = desk.article.parent().expect("a folder");
    let hostile = "---\ntitle: \"Een \u{1b}]0;gekaapt\u{7}titel\"\nauthor: \"A\u{1b}[31mB\"\n---\n\nTekst met \
                   \u{1b}]0;gekaapt\u{7} en \u{1b}[2J en \u{9b}31m erin.\n";
    fs::write(folder.join("kwaad\u{1b}]0;gekaapt\u{7}.md"), hostile).expect("a file");
    let folder = folder.to_str().expect("a plain path");
    let config = desk.config();
    let start = Start {
        arguments: &[folder],
        config: &config,
        columns: 120,
        rows: 30,
        environment: &[],
    };
    let mut terminal = Terminal::start(&start);
    terminal.wait_for("Zestig molens");
    terminal.wait_for("titel");
    terminal.press("G\r");
    terminal.wait_for("Tekst met");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let raw = terminal.raw();
    for forbidden in ["\u{1b}]0;".as_bytes(), "\u{9b}".as_bytes(), b"\x1b[31mB"] {
        assert!(
            !raw.windows(forbidden.len()).any(|bytes| bytes == forbidden),
            "{forbidden:?}"
        );
    }
}

#[test]
fn the_library_filters_as_one_types_and_opens_what_is_chosen() {
    let desk = Desk::new();
    let folder = desk.article.parent().expect("a folder");
    fs::write(
        folder.join("kaas.md"),
        "# De reünie van de kaas\n\nEen kort verhaal.\n",
    )
    .expect("a file");
    fs::write(folder.join("foto.jpg"), [0xff, 0xd8, 0xff]).expect("a file");
    let config = desk.config();
    let arguments = [folder.to_str().expect("a plain path")];
    let start = Start {
        arguments: &arguments,
        config: &config,
        columns: 80,
        rows: 24,
        environment: &[],
    };
    let mut terminal = Terminal::start(&start);
    terminal.wait_until("both articles", |s| {
        s.contains("Zestig molens") && s.contains("De reünie")
    });
    terminal.wait_for("1 ander bestand overgeslagen");
    terminal.press("/reunie");
    terminal.wait_until("the filtered list", |s| {
        !s.contains("Zestig molens") && s.contains("De reünie")
    });
    terminal.press("\r\r");
    terminal.wait_for("Een kort verhaal.");
    terminal.press("\u{1b}");
    terminal.wait_until("the list", |s| {
        s.contains("Alles") && s.contains("De reünie")
    });
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_missing_folder_is_one_line_and_exit_status_1() {
    let desk = Desk::new();
    let config = desk.config();
    let start = Start {
        arguments: &["/bestaat/niet"],
        config: &config,
        columns: 80,
        rows: 24,
        environment: &[],
    };
    let mut terminal = Terminal::start(&start);
    assert_eq!(terminal.end(), 1);
    terminal.wait_for("/bestaat/niet: ");
    assert_eq!(
        terminal.screen().trim().lines().count(),
        1,
        "{}",
        terminal.screen()
    );
}

#[test]
fn without_a_terminal_it_says_so_and_exits_with_1() {
    let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_leeslamp"))
        .env("LC_ALL", "en_GB.UTF-8")
        .env("LEESLAMP_CONFIG_DIR", Path::new("/nonexistent"))
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("terminal") && said.lines().count() == 1,
        "{said}"
    );
}

#[test]
fn a_saved_article_whose_file_is_gone_opens_from_its_copy() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("s");
    terminal.wait_for("bewaard");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    fs::remove_file(&desk.article).expect("removed");
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_lost_copy_of_a_saved_article_is_there_again_once_it_is_opened() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("s");
    terminal.wait_for("bewaard");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let saved = desk.config().join("saved");
    fs::remove_dir_all(&saved).expect("removed");
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(fs::read_dir(&saved).expect("a folder").count(), 1);
}

#[test]
fn an_article_put_off_the_list_comes_back_with_the_same_key_though_its_copy_is_all_there_is() {
    let acknowledged = |s: &str| {
        s.lines()
            .last()
            .is_some_and(|line| line.trim() == "bewaard")
    };
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("s");
    terminal.wait_for("bewaard");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    fs::remove_file(&desk.article).expect("removed");
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("s");
    terminal.wait_for("niet meer bewaard; s bewaart opnieuw, nog 30 dagen lang");
    terminal.press("s");
    terminal.wait_until("the acknowledgement", acknowledged);
    terminal.press("s");
    terminal.wait_for("niet meer bewaard");
    terminal.signal("KILL");
    terminal.end();
    // Killed, and left once more: it can still be undone.
    for _ in 0..2 {
        let mut terminal = desk.open(80, 24);
        terminal.wait_for("Molen 1 staat");
        terminal.press(" ");
        let screen = terminal.wait_for("pagina ");
        assert!(!screen.contains('★'), "{screen}");
        terminal.press("gq");
        assert_eq!(terminal.end(), 0);
    }
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("s");
    terminal.wait_until("the acknowledgement", acknowledged);
    terminal.signal("KILL");
    terminal.end();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press(" ");
    terminal.wait_for("★ bewaard");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn esc_leads_to_the_article_just_read_among_those_beside_it() {
    let desk = Desk::new();
    let beside = [("Aardappels", "2026-01-01"), ("Zuivel", "2020-01-01")];
    for (title, date) in beside {
        let text = format!("---\ntitle: {title}\ndate: {date}\n---\n\nEen kort stuk.\n");
        let file = desk.article.with_file_name(format!("{title}.md"));
        fs::write(file, text).expect("an article");
    }
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press(" ");
    terminal.wait_until("the second page", |s| first_molen(s) > Some(1));
    terminal.press("\u{1b}");
    terminal.wait_until("the library", |s| {
        ["Aardappels", "Zestig molens", "Zuivel"]
            .iter()
            .all(|title| s.contains(title))
    });
    terminal.press("\r");
    terminal.wait_until("the same page", |s| first_molen(s) > Some(1));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn an_article_without_text_is_not_called_read() {
    let desk = Desk::new();
    fs::write(&desk.article, "").expect("written");
    let mut terminal = desk.open(80, 24);
    let screen = terminal.wait_for("geen tekst");
    assert!(
        !screen.contains('%') && !screen.contains("uitgelezen"),
        "{screen}"
    );
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}
