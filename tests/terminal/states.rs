//! State files that are damaged, or from a version still to come, opened with the program: the article
//! opens, the reader is told, and nothing is overwritten.

use crate::desk::Desk;
use std::fs;

/// Damages a state, opens the article on it and leaves; gives what stands in the folder afterwards, by
/// name.
fn opened_on(damage: impl Fn(&str) -> Vec<u8>, told: &str) -> (Vec<u8>, Vec<(String, Vec<u8>)>) {
    let desk = Desk::new();
    desk.read_on(3);
    let state = desk.state_file();
    let damaged = damage(&fs::read_to_string(&state).expect("a state"));
    fs::write(&state, &damaged).expect("written");
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen ");
    if !told.is_empty() {
        // In a window wide enough for the whole line, with the file's name in it.
        terminal.resize(300, 24);
        terminal.wait_for(told);
    }
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let folder = fs::read_dir(desk.config().join("articles")).expect("a folder");
    let left = folder.flatten().map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read(entry.path()).expect("a file"))
    });
    (damaged, left.collect())
}

#[test]
fn a_damaged_state_is_set_aside_and_the_reader_is_told() {
    let damages: [fn(&str) -> Vec<u8>; 5] = [
        |state| {
            state
                .get(..state.len() / 2)
                .expect("one byte a letter")
                .into()
        },
        |_| b"\x00\xff\xfe garbage = [[[ \n".repeat(50),
        |state| {
            state
                .replacen("opened = 1\n", "opened = 1\nopened = 2\n", 1)
                .into()
        },
        |state| {
            state
                .replacen("opened = 1\n", "opened = \"een keer\"\n", 1)
                .into()
        },
        |_| "= [ \" \n".repeat(1_500_000).into(),
    ];
    for damage in damages {
        let (before, left) = opened_on(damage, "hier is een onleesbaar bestand apart gezet");
        let aside = left
            .iter()
            .find(|(name, _)| name.ends_with(".toml.broken-1"));
        assert!(aside.is_some_and(|(_, bytes)| *bytes == before));
        assert_eq!(left.len(), 2, "and a new one");
    }
}

#[test]
fn a_state_of_a_version_still_to_come_is_told_and_keeps_what_only_that_knows() {
    let (_, left) = opened_on(
        |state| {
            let newer = state.replacen("schema = 1\n", "schema = 9\nstemming = [\"kalm\"]\n", 1);
            newer.into()
        },
        "nieuwere versie (schema 9)",
    );
    assert_eq!(left.len(), 1);
    let text = String::from_utf8_lossy(&left[0].1);
    assert!(
        text.contains("schema = 9") && text.contains("stemming = [\"kalm\"]"),
        "{text}"
    );
    assert!(text.contains("opened = 2"), "{text}");
}

#[test]
fn two_versions_that_git_wrote_into_one_file_are_read_as_one() {
    let (_, left) = opened_on(
        |state| {
            let both = "<<<<<<< HEAD\nopened = 1\n=======\nopened = 7\n>>>>>>> bureau\n";
            state.replacen("opened = 1\n", both, 1).into()
        },
        "",
    );
    assert_eq!(left.len(), 1, "nothing to set aside");
    assert!(String::from_utf8_lossy(&left[0].1).contains("opened = 8"));
}
