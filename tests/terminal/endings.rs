//! Put aside, stopped, opened twice, opened in no window at all, under a clock that was set back: the place
//! and the choices stay.

use crate::desk::{Desk, first_molen};
use crate::pty::Terminal;
use std::fs;

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_the_reader_his_page() {
    let desk = Desk::new();
    // A shell that a person types in, with the jobs that such a shell has.
    let mut shell = desk.script("PS1='prompt> ' exec sh -i");
    shell.wait_for("prompt>");
    shell.press("\"$LEESLAMP\" \"$ARTICLE\"\r");
    shell.wait_for("Molen 1 staat");
    shell.press("  ");
    let place = first_molen(&shell.wait_for("pagina 3 van"));
    shell.press("\u{1a}");
    shell.wait_until_restored();
    assert!(desk.place() > Some(0), "nobody knows whether it will go on");
    wait_for_prompt(&shell);
    shell.press("echo $((40+2))\r");
    shell.wait_until("the shell's answer", |s| {
        s.lines().any(|line| line.trim() == "42")
    });
    shell.resize(100, 30);
    shell.press("fg\r");
    shell.wait_until("the same page", |s| {
        first_molen(s) <= place && s.contains(&format!("Molen {} ", place.unwrap_or_default()))
    });
    shell.press("q");
    shell.wait_until_restored();
    wait_for_prompt(&shell);
    shell.press("echo $((50+3))\r");
    shell.wait_until("the shell's answer", |s| {
        s.lines().any(|line| line.trim() == "53")
    });
    desk.find_again(place.expect("a number"));
}

/// Waits until the shell, and nobody else, reads what is typed.
fn wait_for_prompt(shell: &Terminal) {
    shell.wait_until("the shell's prompt", |s| {
        s.lines()
            .last()
            .is_some_and(|line| line.trim() == "prompt>")
    });
}

#[test]
fn killed_while_it_is_stopped_it_has_kept_the_place() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.press("   ");
    let place = first_molen(&terminal.wait_for("pagina 4 van"));
    terminal.signal("TSTP");
    terminal.wait_until_restored();
    terminal.wait_until("the place on the disk", |_| desk.place() > Some(0));
    terminal.signal("KILL");
    terminal.end();
    desk.find_again(place.expect("a number"));
}

#[test]
fn a_window_of_one_cell_moves_no_place() {
    let desk = Desk::new();
    let place = desk.read_on(4);
    let mut terminal = desk.open(1, 1);
    terminal.wait_until("the second opening on the disk", |_| {
        desk.state().contains("opened = 2")
    });
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    desk.find_again(place);
}

#[test]
fn under_a_clock_that_was_set_back_the_last_page_read_counts() {
    let desk = Desk::new();
    let before = desk.read_on(2);
    // What a clock that ran a lifetime ahead left behind.
    let state = desk.state_file();
    let text = fs::read_to_string(&state).expect("a state");
    let ahead: String = text
        .split_inclusive('\n')
        .map(|line| match line.split_once(" = 20") {
            Some((key @ ("at" | "last_opened"), _)) => format!("{key} = 2099-01-01T00:00:00Z\n"),
            _ => line.to_owned(),
        })
        .collect();
    assert_eq!(ahead.matches("2099-").count(), 2, "{text}");
    fs::write(&state, &ahead).expect("written");
    let after = desk.read_on(6);
    assert!(after > before);
    // Another machine's version, from before: what was read since wins.
    let id = state
        .file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let beside = state.with_file_name(format!("{id}.sync-conflict-20990101-000000-ABCDEFG.toml"));
    fs::write(&beside, ahead).expect("written");
    desk.find_again(after);
    assert!(!beside.exists());
}

#[test]
fn two_instances_of_one_article_lose_nothing_of_each_other() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(80, 24), desk.open(80, 24));
    for terminal in [&one, &other] {
        terminal.wait_for("Molen 1 staat");
    }
    one.press("s");
    one.wait_for("bewaard");
    for page in 2..=9 {
        for terminal in [&mut one, &mut other] {
            terminal.press(" ");
            terminal.wait_for(&format!("pagina {page} van"));
        }
    }
    one.press("q");
    assert_eq!(one.end(), 0);
    other.press(" ");
    let place = first_molen(&other.wait_for("pagina 10 van"));
    other.press("q");
    assert_eq!(other.end(), 0);
    assert!(
        desk.state().contains("saved = "),
        "saved in the one that left first"
    );
    assert!(desk.state().contains("opened = 2"));
    desk.find_again(place.expect("a number"));
}
