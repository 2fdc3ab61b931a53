//! Killed at random moments, with `kill -9`: what the screen acknowledged is there, and the place is one
//! that was shown.

use crate::desk::{Desk, first_molen};
use crate::fault::strace;
use std::process::Command;
use std::time::Duration;

/// How often the program is killed, where it should be more often than in a quick run. Then a place that
/// was shown for a second is held to be kept by the clock as well.
const KILLS: &str = "LEESLAMP_TEST_KILLS";

/// Readers that are killed beside each other.
const READERS: u64 = 3;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Whether the article is saved, by the program's own report, which finds nothing wrong.
fn saved(desk: &Desk) -> bool {
    let report = Command::new(env!("CARGO_BIN_EXE_leeslamp"))
        .args(["state", "--json", "--check"])
        .env("LEESLAMP_CONFIG_DIR", desk.config())
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&report.stdout).into_owned();
    let report: serde_json::Value = serde_json::from_str(&said).expect("one JSON document");
    assert_eq!(report["problems"], serde_json::json!([]), "{said}");
    !report["saved"].as_array().expect("a list").is_empty()
}

/// One reader, killed so many times.
fn read_and_be_killed(seed: u64, kills: u64, by_the_clock: bool) {
    let desk = Desk::new();
    let mut dice = Dice(seed);
    // What the reader may find: where the place can be, and whether the article can be saved.
    let mut places = vec![Some(1)];
    let mut choices = vec![false];
    // The last note that was acknowledged, and one that may have taken its place.
    let (mut note, mut pending) = (String::new(), String::new());
    for kill in 0..kills {
        let mut terminal = desk.open(80, 24);
        let screen = terminal.wait_for("Molen ");
        let place = first_molen(&screen);
        assert!(
            places.contains(&place),
            "reader {seed}, kill {kill}: {place:?} of {places:?}"
        );
        let is_saved = saved(&desk);
        assert!(
            choices.contains(&is_saved),
            "reader {seed}, kill {kill}: saved is {is_saved}"
        );
        (places, choices) = (vec![place], vec![is_saved]);
        let state = desk.state();
        let found = [&pending, &note]
            .into_iter()
            .find(|note| note.is_empty() || state.contains(&format!("note = \"{note}\"")));
        note = found
            .unwrap_or_else(|| panic!("reader {seed}, kill {kill}: {note} or {pending} in {state}"))
            .clone();
        pending.clone_from(&note);
        terminal.wait_until("the opening on the disk", |_| !desk.states().is_empty());

        for _ in 0..dice.throw(4) {
            let before = places[places.len() - 1];
            match dice.throw(9) {
                8 => {
                    pending = format!("noot {seed} {kill} {}", dice.throw(1_000_000));
                    // On the page's bookmark, whose note it replaces, or on a new one.
                    terminal.press(&format!("a\u{15}{pending}\r"));
                    if dice.throw(3) == 0 {
                        break;
                    }
                    terminal.wait_until("an acknowledgement", |s| {
                        let last = s.lines().last().unwrap_or_default();
                        last.trim() == "notitie vastgelegd"
                    });
                    note.clone_from(&pending);
                    // A key that does nothing here takes the line away.
                    terminal.press("n");
                    terminal.wait_for("pagina ");
                }
                0 => {
                    let now = !choices[choices.len() - 1];
                    terminal.press("s");
                    choices.push(now);
                    if dice.throw(3) > 0 {
                        let acknowledged = if now { " bewaard" } else { "niet meer bewaard" };
                        terminal.wait_until("an acknowledgement", |s| {
                            let line = format!(" {}", s.lines().last().unwrap_or_default().trim());
                            line.starts_with(&format!(" {}", acknowledged.trim()))
                        });
                        choices = vec![now];
                    } else {
                        // Killed while it is being saved.
                        break;
                    }
                }
                way => {
                    let key = match way {
                        1 | 2 if before > Some(6) => "b",
                        _ if before < Some(50) => " ",
                        _ => "g",
                    };
                    terminal.press(key);
                    let screen = terminal.wait_until("another page", |s| {
                        let now = first_molen(s);
                        match key {
                            "b" => now < before,
                            " " => now > before,
                            _ => now == Some(1),
                        }
                    });
                    places.push(first_molen(&screen));
                }
            }
        }
        if by_the_clock && dice.throw(3) == 0 {
            // Shown for a second: the place and nothing else.
            std::thread::sleep(Duration::from_secs(1));
            places = vec![first_molen(&terminal.screen())];
        } else {
            // A moment somewhere in the time in which a place settles and is written.
            std::thread::sleep(Duration::from_millis(dice.throw(330)));
        }
        terminal.signal("KILL");
        terminal.end();
    }
}

#[test]
fn nothing_acknowledged_is_lost_and_the_place_is_one_that_was_shown_when_the_program_is_killed() {
    let asked: Option<u64> = std::env::var(KILLS).ok().and_then(|n| n.parse().ok());
    let kills = asked.unwrap_or(12);
    std::thread::scope(|scope| {
        for seed in 1..=READERS {
            scope.spawn(move || read_and_be_killed(seed, kills.div_ceil(READERS), asked.is_some()));
        }
    });
}

#[test]
fn a_copy_is_on_the_disk_before_the_state_that_calls_the_article_saved() {
    if strace("fsync:error=EIO:when=9999", "").is_none() {
        return;
    }
    let desk = Desk::new();
    let trace = desk.home.path().join("trace");
    let ran = Command::new("strace")
        .args([
            "-f",
            "-y",
            "-e",
            "trace=fsync,rename,renameat,renameat2",
            "-o",
        ])
        .arg(&trace)
        .args([env!("CARGO_BIN_EXE_leeslamp"), "save"])
        .arg(&desk.article)
        .env("LEESLAMP_CONFIG_DIR", desk.config())
        .output();
    assert!(ran.expect("it runs").status.success());
    let trace = std::fs::read_to_string(trace).expect("a trace");
    let line_of = |words: [&str; 2]| {
        trace
            .lines()
            .position(|line| words.iter().all(|word| line.contains(word)))
    };
    // What survives a power loss is what was synced: the bytes, the name, and the folder that holds it.
    let order = [
        ["fsync(", "/saved/.leeslamp-"],
        ["rename", "/saved/.leeslamp-"],
        ["fsync(", "/saved>"],
        ["fsync(", "/articles/.leeslamp-"],
        ["rename", "/articles/.leeslamp-"],
        ["fsync(", "/articles>"],
    ]
    .map(line_of);
    assert!(order.iter().all(Option::is_some), "{order:?} in\n{trace}");
    assert!(order.is_sorted(), "{order:?} in\n{trace}");
}

/// The calls that change something on the disk, or come between two that do.
const CALLS: [&str; 10] = [
    "openat",
    "write",
    "fsync",
    "rename",
    "renameat",
    "renameat2",
    "mkdir",
    "flock",
    "close",
    "unlink",
];

/// Runs a command that is killed at its nth call of one sort, for all sorts and every n there is; gives how often
/// it was killed. After each, what the program said must be so, and its own check finds nothing wrong.
fn killed_at_every_call(command: &str, said: &str, saved_before: bool) -> usize {
    let desk = Desk::new();
    let run = |program: &mut Command| {
        program
            .arg(&desk.article)
            .env("LEESLAMP_CONFIG_DIR", desk.config())
            .env("LC_ALL", "nl_NL.UTF-8")
            .output()
            .expect("it runs")
    };
    let leeslamp = env!("CARGO_BIN_EXE_leeslamp");
    let mut killed = 0;
    for call in CALLS {
        for nth in 1.. {
            let _ = std::fs::remove_dir_all(desk.config());
            if saved_before {
                assert!(run(Command::new(leeslamp).arg("save")).status.success());
            }
            let ran = run(Command::new("strace")
                .args(["-f", "-qq", "-o", "/dev/null"])
                .args(["-e", &format!("trace={call}")])
                .args(["-e", &format!("inject={call}:signal=KILL:when={nth}")])
                .args([leeslamp, command]));
            let acknowledged = String::from_utf8_lossy(&ran.stdout).starts_with(said);
            // `saved` finds nothing wrong with what the kill left behind.
            let is_saved = saved(&desk);
            assert!(
                !acknowledged || is_saved != saved_before,
                "{call} {nth}: said to be done, and it is not"
            );
            if ran.status.success() {
                assert!(acknowledged && is_saved != saved_before);
                break;
            }
            killed += 1;
        }
    }
    if std::env::var_os(KILLS).is_some() {
        eprintln!("{command}: killed at {killed} calls");
    }
    killed
}

#[test]
fn killed_at_any_call_of_a_saving_or_unsaving_it_is_done_or_not_and_never_half() {
    if strace("fsync:signal=KILL:when=9999", "").is_none() {
        return;
    }
    for (command, said, saved_before) in [
        ("save", "bewaard", false),
        ("unsave", "niet meer bewaard", true),
    ] {
        let killed = killed_at_every_call(command, said, saved_before);
        assert!(killed > CALLS.len(), "{command}: killed {killed} times");
    }
}

/// What a reader does, each with the line that acknowledges it and what the state says then.
const DEEDS: [(&str, &str, &str); 4] = [
    ("m", "bladwijzer gezet", "[[bookmarks]]"),
    ("s", "bewaard", "\nsaved = "),
    ("]v", "gemarkeerd", "[[highlights]]"),
    ("abellen\r", "notitie vastgelegd", "note = \"bellen\""),
];

#[test]
fn killed_at_any_call_while_it_is_read_what_was_acknowledged_is_there() {
    if strace("fsync:signal=KILL:when=9999", "").is_none() {
        return;
    }
    let calls: &[&str] = match std::env::var_os(KILLS) {
        Some(_) => &["renameat", "rename", "fsync", "flock", "openat", "mkdir"],
        None => &["renameat", "rename"],
    };
    let (mut killed, mut acknowledged) = (0, 0);
    for call in calls {
        // Of the many files that are opened, the ones at the beginning are the system's.
        let step = if *call == "openat" { 7 } else { 1 };
        for nth in (1..).step_by(step) {
            let desk = Desk::new();
            let injected = format!("inject={call}:signal=KILL:when={nth}");
            let mut terminal = desk.script(&format!(
                "exec strace -f -qq -o /dev/null -e trace={call} -e {injected} \"$LEESLAMP\" \"$ARTICLE\""
            ));
            let mut kept = Vec::new();
            if terminal.shows_before_it_ends("aan het woord (1)") {
                for (keys, said, state) in DEEDS {
                    terminal.press_if_open(keys);
                    if !terminal.shows_before_it_ends(said) {
                        break;
                    }
                    kept.push(state);
                }
            }
            let all = kept.len() == DEEDS.len();
            if all {
                terminal.press_if_open("q");
            }
            let status = terminal.end();
            let state = desk.state();
            for kept in &kept {
                assert!(
                    state.contains(kept),
                    "{call} {nth}: {kept} is not in\n{state}"
                );
            }
            // And nothing is wrong with what the kill left behind.
            let is_saved = saved(&desk);
            assert!(is_saved || kept.len() < 2, "{call} {nth}");
            if status == 0 {
                break;
            }
            killed += 1;
            acknowledged += kept.len();
        }
    }
    assert!(killed >= DEEDS.len(), "killed {killed} times");
    if std::env::var_os(KILLS).is_some() {
        eprintln!("reading: killed at {killed} calls, {acknowledged} things acknowledged");
    }
}
