//! What is handed to others: words to the terminal's clipboard, an address to the browser.

use crate::desk::Desk;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};

#[test]
fn copied_words_reach_the_terminal_as_one_sequence_and_nothing_of_them_is_obeyed() {
    let desk = Desk::new();
    let text = "---\ntitle: \"Een \u{1b}]0;gekaapt\u{7}stuk\"\n---\n\nEen zin \u{1b}[31mmet kleur\u{7} erin.\n";
    fs::write(&desk.article, text).expect("written");
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Een zin");
    terminal.press("Vsy");
    terminal.wait_for("naar het terminalklembord gestuurd");
    let raw = terminal.raw();
    let raw = String::from_utf8_lossy(&raw);
    let sequences: Vec<&str> = raw.split("\u{1b}]52;c;").skip(1).collect();
    assert_eq!(sequences.len(), 1);
    let (encoded, _) = sequences[0].split_once('\u{1b}').expect("an end");
    let copied = decoded(encoded.trim_end_matches('\u{7}'));
    assert!(copied.starts_with("> Een zin "), "{copied}");
    assert!(
        copied.contains("— ‘Een ") && copied.ends_with("0 %\n"),
        "{copied}"
    );
    assert!(
        copied.chars().all(|c| c == '\n' || !c.is_control()),
        "{copied:?}"
    );
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

fn decoded(base64: &str) -> String {
    let mut decoder = Command::new("base64")
        .arg("-d")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("base64 runs");
    let mut input = decoder.stdin.take().expect("a pipe");
    input.write_all(base64.as_bytes()).expect("taken");
    drop(input);
    let output = decoder.wait_with_output().expect("it ends");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn the_source_is_handed_to_the_browser_and_where_there_is_none_that_is_said() {
    let desk = Desk::new();
    let url = "https://voorbeeld.example/stuk?a=1&b=$(touch+kwaad)";
    let text = format!("---\ntitle: Een stuk\nurl: \"{url}\"\n---\n\nEen zin.\n");
    fs::write(&desk.article, text).expect("written");
    let programs = desk.home.path().join("bin");
    fs::create_dir(&programs).expect("a folder");
    let path = programs.to_str().expect("a plain path");
    let mut terminal = desk.open_with(80, 24, &[("PATH", path)]);
    terminal.wait_for("Een zin");
    terminal.press("O");
    terminal.wait_for("geen browser gevonden voor https://voorbeeld.example/stuk");
    let opener = programs.join("xdg-open");
    fs::write(&opener, "#!/bin/sh\necho \"$#:$1\" > \"$HOME/geopend\"\n").expect("written");
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).expect("one's own file");
    terminal.press("O");
    terminal.wait_for("aan de browser gegeven: https://voorbeeld.example/stuk");
    let told = desk.home.path().join("geopend");
    terminal.wait_until("the browser", |_| {
        fs::read_to_string(&told).is_ok_and(|s| s.ends_with('\n'))
    });
    assert_eq!(
        fs::read_to_string(&told).expect("text"),
        format!("1:{url}\n")
    );
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}
