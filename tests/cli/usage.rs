//! Help, wrong usage, exit statuses and pipes.

use crate::house::{BRIDGE, House};

#[test]
fn help_and_version_are_asked_for_and_therefore_no_error() {
    let house = House::new();
    let help = house.run(&["--help"]).done().out;
    for command in [
        "list",
        "show",
        "quotes",
        "save",
        "unsave",
        "export",
        "state",
        "hyphenate",
        "search",
        "add",
        "completions",
        "man",
    ] {
        assert!(
            help.lines()
                .any(|line| line.trim_start().starts_with(command)),
            "{command}"
        );
        let own = house.run(&[command, "--help"]).done().out;
        assert!(own.contains(&format!("leeslamp {command}")), "{own}");
        // No word of the parser's own language shines through.
        for foreign in [
            "Usage",
            "Options",
            "Arguments",
            "Commands",
            "default",
            "possible",
        ] {
            assert!(
                !own.contains(foreign) && !help.contains(foreign),
                "{foreign} in {own}"
            );
        }
    }
    let version = house.run(&["--version"]).done().out;
    assert_eq!(version, format!("leeslamp {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_language_is_the_one_asked_for_else_that_of_the_locale() {
    let house = House::new();
    let usage = |arguments: &[&str], locale: &[(&str, &str)]| {
        let output = house
            .command()
            .env_remove("LANG")
            .envs(locale.iter().copied())
            .args(arguments)
            .output()
            .expect("the program runs");
        String::from_utf8(output.stdout)
            .expect("UTF-8")
            .contains("Usage:")
    };
    assert!(!usage(&["--help"], &[]));
    assert!(usage(&["--help"], &[("LANG", "en_GB.UTF-8")]));
    assert!(!usage(
        &["--help"],
        &[("LANG", "en_GB.UTF-8"), ("LC_ALL", "nl_BE.UTF-8")]
    ));
    assert!(usage(
        &["--help"],
        &[("LANG", "en_GB.UTF-8"), ("LC_ALL", "")]
    ));
    assert!(usage(&["--help", "--lang", "en"], &[("LANG", "nl_NL")]));
    assert!(!usage(
        &["--lang=nl", "show", "--help"],
        &[("LANG", "en_GB")]
    ));
}

#[test]
fn wrong_usage_is_status_2_and_says_what_is_wrong() {
    let house = House::new();
    let wrong: [(&[&str], &str); 7] = [
        (&["--bestaatniet"], "--bestaatniet"),
        (&["show"], "BESTAND"),
        (&["show", "a.md", "--width", "0"], "--width"),
        (&["show", "a.md", "--width", "breed"], "breed"),
        (&["show", "a.md", "--json", "--plain"], "--plain"),
        (&["list", "--saved", "--unread"], "--saved"),
        (&["--lang", "fr"], "fr"),
    ];
    for (arguments, named) in wrong {
        let ran = house.run(arguments);
        assert_eq!(ran.status, 2, "{arguments:?}");
        assert!(ran.err.contains(named), "{arguments:?}: {}", ran.err);
        assert!(ran.out.is_empty());
    }
}

#[test]
fn without_a_terminal_the_interface_says_so() {
    let house = House::new();
    house.write("list", "Een bestand dat net zo heet als een opdracht.");
    for arguments in [&[][..], &["./list"][..]] {
        let ran = house.run(arguments);
        assert_eq!(ran.status, 1);
        assert!(ran.err.contains("terminal"), "{}", ran.err);
    }
}

#[test]
fn a_file_that_is_no_text_is_one_line_and_status_1() {
    let house = House::new();
    house.write("plaatje.txt", [0, 159, 146, 150, 0, 0, 1, 2]);
    let ran = house.run(&["show", "plaatje.txt"]);
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (1, "leeslamp: plaatje.txt: geen tekst\n")
    );
    let ran = house.run(&["show", "."]);
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (1, "leeslamp: .: een map, geen bestand\n")
    );
    let ran = house.run(&["--lang", "en", "show", "weg.md"]);
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (1, "leeslamp: weg.md: no such file or folder\n")
    );
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_it_quietly() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let house = House::new();
    house.write(
        "lang.txt",
        format!("{}\n\n", "De kade ligt er stil bij. ".repeat(40)).repeat(400),
    );
    house.write("brug.md", BRIDGE);
    let runs: [&[&str]; 3] = [
        &["show", "lang.txt"],
        &["show", "lang.txt", "--json"],
        &["show", "lang.txt", "--plain"],
    ];
    for arguments in runs {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("leeslamp"))
            .args(arguments)
            .env("LEESLAMP_CONFIG_DIR", house.config())
            .current_dir(house.folder())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut some = [0; 64];
        let mut out = child.stdout.take().expect("a pipe");
        out.read_exact(&mut some).expect("it writes");
        drop(out);
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    let full = std::fs::File::create("/dev/full").expect("Linux has one");
    let output = std::process::Command::new(assert_cmd::cargo::cargo_bin("leeslamp"))
        .args(["--lang", "nl", "show", "brug.md"])
        .env("LEESLAMP_CONFIG_DIR", house.config())
        .current_dir(house.folder())
        .stdout(full)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(err, "leeslamp: standaarduitvoer: de schijf is vol\n");
}
