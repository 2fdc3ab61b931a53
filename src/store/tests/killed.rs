//! Killed in the middle of a write, and power loss by the order of calls: with a process of its own, which
//! is this test program again, told by its environment what to do.

use super::*;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// Where the child keeps, and how many changes it makes.
const HOME: &str = "LEESLAMP_TEST_CHILD_HOME";
const CHANGES: &str = "LEESLAMP_TEST_CHILD_CHANGES";
/// How often the child is killed, where it should be more often than in a quick run.
const KILLS: &str = "LEESLAMP_TEST_KILLS";

/// The child: makes changes, and acknowledges each one as the screen would.
#[test]
#[ignore = "run by the tests below"]
fn a_child_that_keeps_on_reading() {
    let Some(home) = std::env::var_os(HOME) else {
        return;
    };
    let changes = std::env::var(CHANGES).ok().and_then(|n| n.parse().ok());
    let store = Store::open(Some(home.into()));
    for _ in 0..changes.unwrap_or(u64::MAX) {
        let kept = store
            .change(&id("a"), |kept| {
                kept.seconds_read += 1;
                let length = kept.seconds_read % 97;
                kept.about.title = "Veerman ".repeat(usize::try_from(length).unwrap_or(0));
                kept.reach(
                    place(),
                    0.5,
                    at(i64::try_from(kept.seconds_read).unwrap_or(0)),
                );
            })
            .expect("written");
        let mut out = std::io::stdout().lock();
        writeln!(out, "kept {}", kept.seconds_read).expect("the parent reads");
        out.flush().expect("the parent reads");
    }
}

fn child(home: &Path, changes: Option<u64>, before: &[&str]) -> Command {
    let program = std::env::current_exe().expect("this test program");
    let mut command = match before {
        [tracer, arguments @ ..] => {
            let mut command = Command::new(tracer);
            command.args(arguments).arg(program);
            command
        }
        [] => Command::new(program),
    };
    command
        .args([
            "--exact",
            "store::tests::killed::a_child_that_keeps_on_reading",
        ])
        .args(["--ignored", "--nocapture", "--test-threads=1"])
        .env(HOME, home)
        .env(CHANGES, changes.map_or_else(String::new, |n| n.to_string()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let (_home, store) = home();
    let kills = std::env::var(KILLS)
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(12);
    let mut known = 0;
    for kill in 0..kills {
        let mut child = child(store.config_dir().expect("a home"), None, &[])
            .spawn()
            .expect("started");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let number = |line: &str| line.rsplit_once("kept ")?.1.parse::<u64>().ok();
        // Some acknowledgements later, and some way into the write after it.
        let wanted = 1 + kill * 7 % 11;
        let mut seen = 0;
        while seen < wanted {
            let line = lines.next().expect("the child goes on").expect("read");
            if let Some(n) = number(&line) {
                (known, seen) = (n, seen + 1);
            }
        }
        for turn in 0..(kill * 7_919 % 64) * 1_000 {
            std::hint::black_box(turn);
        }
        child.kill().expect("killed");
        child.wait().expect("ended");
        for line in lines.map_while(Result::ok) {
            known = number(&line).unwrap_or(known);
        }
        let (kept, problem) = store.kept(&id("a"));
        let read = kept.expect("kept").seconds_read;
        assert_eq!(problem, None, "after kill {kill}");
        assert!(
            (known..=known + 1).contains(&read),
            "kill {kill}: {known} acknowledged, {read} kept"
        );
    }
    assert_eq!(store.flush(at(1_000)), []);
    let (listing, _) = store.listing();
    assert_eq!(
        (
            listing.stale.len(),
            listing.asides.len(),
            listing.states.len()
        ),
        (0, 0, 1)
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_state_is_synced_before_it_takes_its_name_and_its_folder_after() {
    let (home, store) = home();
    let trace = home.path().join("trace");
    let trace_name = trace.to_str().expect("a plain name");
    let calls = "trace=openat,write,fsync,fdatasync,rename,renameat,renameat2,link,linkat";
    let strace = ["strace", "-f", "-y", "-e", calls, "-o", trace_name];
    let child = child(store.config_dir().expect("a home"), Some(1), &strace).output();
    // Where there is no strace, or it may not trace, there is nothing to look at. Said past the harness,
    // which shows nothing of a test that passes.
    let trace = child.and_then(|_| fs::read_to_string(trace));
    let trace = trace.unwrap_or_default();
    if !trace.contains("exited with 0") {
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED the order of calls at a power loss: no strace here that may trace"
        );
        return;
    }
    let temporary = ".leeslamp-";
    let line_of = |what: &dyn Fn(&str) -> bool| trace.lines().position(what);
    let written = line_of(&|l| l.contains("write(") && l.contains(temporary));
    let synced = line_of(&|l| l.contains("fsync(") && l.contains(temporary));
    let renamed = line_of(&|l| l.contains("rename") && l.contains(temporary));
    let folder = line_of(&|l| l.contains("fsync(") && l.contains("articles>"));
    // The folders that were made for it are known to those above them before anything stands in them.
    let made = line_of(&|l| l.contains("fsync(") && l.contains("/leeslamp>"));
    let order = [made, written, synced, renamed, folder];
    assert!(order.iter().all(Option::is_some), "{order:?} in\n{trace}");
    assert!(order.is_sorted(), "{order:?} in\n{trace}");
}

#[test]
fn two_processes_with_a_thousand_changes_each_lose_nothing_of_each_other() {
    let (_home, store) = home();
    let mut children: Vec<_> = (0..2)
        .map(|_| {
            child(store.config_dir().expect("a home"), Some(1_000), &[])
                .spawn()
                .expect("started")
        })
        .collect();
    // What they say is read at the same time, for a full pipe would stop one of them.
    std::thread::scope(|scope| {
        for child in &mut children {
            scope.spawn(move || {
                let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
                let kept = lines.map_while(Result::ok).filter(|l| l.contains("kept "));
                assert_eq!(kept.count(), 1_000);
                assert!(child.wait().expect("ended").success());
            });
        }
    });
    let (kept, problem) = store.kept(&id("a"));
    assert_eq!((kept.expect("kept").seconds_read, problem), (2_000, None));
}

#[test]
fn a_folder_that_another_process_does_not_let_go_of_is_told_and_written_once_it_is_free() {
    let (home, _) = home();
    let folder = home.path().join("leeslamp");
    let store = Store::at(Some(folder.clone()), std::time::Duration::from_millis(50));
    fs::create_dir_all(folder.join("articles")).expect("made");
    let held = fs::File::open(folder.join("articles")).expect("there");
    held.lock().expect("nobody else has it");
    for turn in 1..=3 {
        let failed = store.change(&id("a"), |kept| kept.open(at(9)));
        assert_eq!(failed.expect_err("busy").reason, Reason::Busy);
        assert_eq!(store.kept(&id("a")).0.expect("remembered").opened, turn);
    }
    assert!(store.has_unwritten());
    drop(held);
    // The thread that waited the first time may have it for a moment.
    while store.has_unwritten() {
        store.try_again();
    }
    assert_eq!(store.on_disk(&id("a")).0.expect("written").opened, 3);
}

#[test]
fn an_article_whose_copy_cannot_be_written_is_not_called_saved_until_it_is() {
    let (home, store) = home();
    let file = home.path().join("stuk.txt");
    fs::write(&file, "De tekst van het stuk.").expect("written");
    let origin = Origin::File(file.clone());
    let article = store.read(&origin).expect("read");
    let folder = store.config_dir().expect("a home").to_path_buf();
    fs::create_dir_all(&folder).expect("made");
    // A file where the folder of the copies should be: the state can be written, the copy can't.
    fs::write(folder.join("saved"), "").expect("written");
    store
        .save(&article, &origin, at(10))
        .expect_err("there is no copy");
    let kept = store.change(article.id(), |kept| kept.open(at(11)));
    assert_eq!(kept.expect("the state is written").saved, None);
    assert_eq!(store.report().saved, []);
    assert_eq!(store.flush(at(1_000)).len(), 1, "it is told at the end");
    // The article has gone in the meantime; what was on the screen is saved all the same.
    fs::remove_file(&file).expect("removed");
    fs::remove_file(folder.join("saved")).expect("removed");
    let kept = store.change(article.id(), |kept| kept.open(at(12)));
    assert_eq!(kept.expect("written").saved, Some(at(10)));
    let copy = store.copy_of(article.id()).expect("a copy");
    assert!(
        fs::read_to_string(copy)
            .expect("read")
            .contains("De tekst van het stuk")
    );
    assert_eq!(store.flush(at(1_000)), []);
}
