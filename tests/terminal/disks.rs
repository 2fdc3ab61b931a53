//! Disks that are full, can't be written or are not there: a clear line, reading goes on, and what could
//! not be written is written as soon as it can be, or told at the end.

use crate::desk::{Desk, first_molen, place_of, state_in};
use crate::fault::{Mounts, as_a_mortal, fill, seen_by, set_mode, skip, strace};
use crate::pty::Terminal;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

/// What the screen says as soon as everything could be written after all.
const AFTER_ALL: &str = "alles is alsnog vastgelegd";

/// Waits for the article, turns pages although nothing can be written, and waits for the line that says
/// why.
fn read_on_although(terminal: &mut Terminal, why: &str) {
    terminal.wait_for("Molen 1 staat");
    terminal.press(" ");
    terminal.wait_for(&format!("niet vastgelegd: {why}"));
    let second = first_molen(&terminal.screen());
    terminal.press(" ");
    terminal.wait_until("the next page", |s| first_molen(s) > second);
    terminal.wait_for(&format!("niet vastgelegd: {why}"));
}

/// Waits until all is written with no key pressed, and leaves without a complaint.
fn written_as_soon_as_possible(mut terminal: Terminal, config: &Path) {
    terminal.wait_for(AFTER_ALL);
    let config = seen_by(terminal.pid(), config);
    assert!(place_of(&state_in(&config)) > Some(0));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
    assert!(!terminal.screen().contains("leeslamp:"), "nothing is lost");
}

/// Leaves while nothing can be written: the shell is told, by exit status and a line.
fn told_at_the_end(mut terminal: Terminal, why: &str) {
    terminal.press("q");
    assert_eq!(terminal.end(), 1);
    terminal.assert_restored();
    terminal.wait_for(&format!("leeslamp: niet vastgelegd: {why}"));
}

/// A config directory on a small disk of its own.
fn on_a_small_disk(desk: &Desk) -> Option<(Mounts, Terminal)> {
    let mounts = Mounts::here()?;
    fs::create_dir(desk.config()).expect("a folder");
    let script = format!(
        "exec {} sh -c 'mount -t tmpfs -o size=256k none \"$LEESLAMP_CONFIG_DIR\" && exec \"$LEESLAMP\" \"$ARTICLE\"'",
        mounts.unshare
    );
    let terminal = desk.script(&script);
    terminal.wait_for("Molen 1 staat");
    let config = seen_by(terminal.pid(), &desk.config());
    terminal.wait_until("the state on the disk", |_| !state_in(&config).is_empty());
    Some((mounts, terminal))
}

#[test]
fn on_a_full_disk_reading_goes_on_and_all_is_written_once_there_is_room() {
    let desk = Desk::new();
    let Some((_, mut terminal)) = on_a_small_disk(&desk) else {
        return;
    };
    let config = seen_by(terminal.pid(), &desk.config());
    let filler = fill(&config);
    read_on_although(&mut terminal, "de schijf is vol");
    // Nothing is called saved that is not.
    terminal.press("s");
    let screen = terminal.wait_for("niet vastgelegd: de schijf is vol");
    assert!(!screen.contains("bewaard"), "{screen}");
    fs::remove_file(filler).expect("removed");
    // Whichever is told last: that all is written, or that the article is saved.
    terminal.wait_until("all is written", |s| {
        s.contains(AFTER_ALL) || s.contains("bewaard")
    });
    terminal.wait_until("the choice on the disk", |_| {
        state_in(&config).contains("saved = ")
    });
    let copies = fs::read_dir(config.join("saved")).expect("a folder");
    assert_eq!(copies.count(), 1, "what is called saved has its copy");
    assert!(place_of(&state_in(&config)) > Some(0));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(!terminal.screen().contains("leeslamp:"), "nothing is lost");
}

#[test]
fn what_a_full_disk_lost_is_told_when_the_reader_leaves() {
    let desk = Desk::new();
    let Some((_, mut terminal)) = on_a_small_disk(&desk) else {
        return;
    };
    fill(&seen_by(terminal.pid(), &desk.config()));
    read_on_although(&mut terminal, "de schijf is vol");
    told_at_the_end(terminal, "de schijf is vol");
}

#[test]
fn what_a_full_disk_lost_is_told_when_a_signal_ends_the_program() {
    for (signal, status) in [("TERM", 143), ("INT", 130), ("HUP", 129)] {
        let desk = Desk::new();
        let Some((_, mut terminal)) = on_a_small_disk(&desk) else {
            return;
        };
        fill(&seen_by(terminal.pid(), &desk.config()));
        read_on_although(&mut terminal, "de schijf is vol");
        terminal.signal(signal);
        assert_eq!(terminal.end(), status);
        terminal.assert_restored();
        terminal.wait_for("leeslamp: niet vastgelegd: de schijf is vol");
    }
}

#[test]
fn a_disk_that_becomes_writable_again_gets_everything() {
    let Some(mounts) = Mounts::here() else { return };
    let desk = Desk::new();
    fs::create_dir(desk.config()).expect("a folder");
    let script = format!(
        "exec {} sh -c 'C=\"$LEESLAMP_CONFIG_DIR\"; mount --bind \"$C\" \"$C\" && mount -o remount,bind,ro \"$C\" && exec \"$LEESLAMP\" \"$ARTICLE\"'",
        mounts.unshare
    );
    let mut terminal = desk.script(&script);
    read_on_although(&mut terminal, "het bestandssysteem is alleen-lezen");
    let config = desk.config();
    let config = config.to_str().expect("a plain path");
    mounts.run(terminal.pid(), &["mount", "-o", "remount,bind,rw", config]);
    written_as_soon_as_possible(terminal, &desk.config());
    let terminal = desk.script(&script);
    told_at_the_end_after(terminal, "het bestandssysteem is alleen-lezen");
}

/// As [`told_at_the_end`], for an article that may open anywhere.
fn told_at_the_end_after(terminal: Terminal, why: &str) {
    terminal.wait_for(&format!("niet vastgelegd: {why}"));
    told_at_the_end(terminal, why);
}

#[test]
fn a_config_directory_of_somebody_else_is_named_and_used_once_it_may_be() {
    let desk = Desk::new();
    let Some(mortal) = as_a_mortal(&desk, "65534") else {
        return;
    };
    fs::create_dir(desk.config()).expect("a folder");
    set_mode(&desk.config(), 0o555);
    let script = format!("{mortal} sh -c 'exec \"$LEESLAMP\" \"$ARTICLE\"'");
    let mut terminal = desk.script(&script);
    read_on_although(&mut terminal, "geen toestemming");
    told_at_the_end(terminal, "geen toestemming");
    let mut terminal = desk.script(&script);
    read_on_although(&mut terminal, "geen toestemming");
    set_mode(&desk.config(), 0o777);
    // The process may be somebody else's, so its folders are looked at from here.
    terminal.wait_for(AFTER_ALL);
    assert!(desk.place() > Some(0));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn without_a_home_the_reader_is_told_before_and_after() {
    let desk = Desk::new();
    // A user that the system does not know has no home but what the environment names.
    let Some(mortal) = as_a_mortal(&desk, "54321") else {
        return;
    };
    if mortal.is_empty() {
        skip("only root can become a user without a home");
        return;
    }
    let script = format!(
        "{mortal} env -u HOME -u LEESLAMP_CONFIG_DIR sh -c 'exec \"$LEESLAMP\" \"$ARTICLE\"'"
    );
    let mut terminal = desk.script(&script);
    read_on_although(&mut terminal, "geen thuismap");
    told_at_the_end(terminal, "geen thuismap");
    assert!(!desk.config().exists());
}

#[test]
fn a_limit_on_the_size_of_files_does_not_end_the_program() {
    let desk = Desk::new();
    let mut terminal = desk.script("ulimit -f 0; exec \"$LEESLAMP\" \"$ARTICLE\"");
    read_on_although(&mut terminal, "de schijf is vol");
    told_at_the_end(terminal, "de schijf is vol");
}

#[test]
fn a_quota_is_a_full_disk_and_what_is_not_synced_is_not_kept() {
    for (error, why) in [
        ("EDQUOT", "de schijf is vol"),
        ("EIO", "Input/output error"),
    ] {
        let Some(strace) = strace(&format!("fsync:error={error}"), "") else {
            return;
        };
        let desk = Desk::new();
        let script = format!("exec {strace} \"$LEESLAMP\" \"$ARTICLE\"");
        let mut terminal = desk.script(&script);
        read_on_although(&mut terminal, why);
        told_at_the_end(terminal, why);
        assert_eq!(desk.states().len(), 0, "no half of a state");
    }
}

#[test]
fn a_file_system_without_locks_or_synced_folders_keeps_all_the_same() {
    for injected in [
        "flock:error=ENOLCK",
        "flock:error=ENOSYS",
        "fsync:error=EINVAL",
    ] {
        let desk = Desk::new();
        let articles = desk.config().join("articles");
        // Only the folder: a file that can't be synced is another matter.
        let only = if injected.starts_with("fsync") {
            format!("-P '{}'", articles.display())
        } else {
            String::new()
        };
        let Some(strace) = strace(injected, &only) else {
            return;
        };
        let script = format!("exec {strace} \"$LEESLAMP\" \"$ARTICLE\"");
        let mut terminal = desk.script(&script);
        terminal.wait_for("Molen 1 staat");
        terminal.press("  ");
        let page = first_molen(&terminal.wait_for("pagina 3 van"));
        terminal.wait_until("the place on the disk", |_| desk.place() > Some(0));
        terminal.press("q");
        assert_eq!(terminal.end(), 0, "{injected}");
        desk.find_again(page.expect("a number"));
    }
}

#[test]
fn a_config_directory_that_is_removed_while_the_article_is_open_is_made_anew() {
    let desk = Desk::new();
    let mut terminal = desk.open(80, 24);
    terminal.wait_for("Molen 1 staat");
    terminal.wait_until("the state on the disk", |_| !desk.state().is_empty());
    terminal.press(" ");
    terminal.wait_until("the place on the disk", |_| desk.place() > Some(0));
    fs::remove_dir_all(desk.config()).expect("removed");
    let before = first_molen(&terminal.screen());
    terminal.press(" ");
    let page = first_molen(&terminal.wait_until("the next page", |s| first_molen(s) > before));
    terminal.wait_until("the place on the disk", |_| desk.place() > Some(0));
    terminal.signal("KILL");
    terminal.end();
    desk.find_again(page.expect("a number"));
}

#[test]
fn a_config_directory_behind_a_link_and_on_another_disk_needs_no_room_elsewhere() {
    let Some(mounts) = Mounts::here() else { return };
    let desk = Desk::new();
    let elsewhere = desk.home.path().join("schijf");
    fs::create_dir(&elsewhere).expect("a folder");
    symlink(elsewhere.join("staat"), desk.config()).expect("linked");
    // The folder for temporary files is on another disk, and not even there.
    let script = format!(
        "export TMPDIR=/nergens; exec {} sh -c 'mount -t tmpfs -o size=1m none \"$HOME/schijf\" && mkdir \"$HOME/schijf/staat\" && exec \"$LEESLAMP\" \"$ARTICLE\"'",
        mounts.unshare
    );
    let mut terminal = desk.script(&script);
    terminal.wait_for("Molen 1 staat");
    terminal.press(" s");
    terminal.wait_for("bewaard");
    let inside = seen_by(terminal.pid(), &elsewhere.join("staat"));
    terminal.wait_until("the place on the disk", |_| {
        place_of(&state_in(&inside)) > Some(0)
    });
    assert!(state_in(&inside).contains("saved = "));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_link_that_leads_nowhere_and_a_file_in_the_way_are_survived() {
    for link in [true, false] {
        let desk = Desk::new();
        let target = desk.home.path().join("elders");
        if link {
            symlink(&target, desk.config()).expect("linked");
        } else {
            fs::write(desk.config(), "geen map").expect("written");
        }
        let mut terminal = desk.open(80, 24);
        read_on_although(&mut terminal, "geen map");
        if link {
            fs::create_dir(&target).expect("made");
        } else {
            fs::remove_file(desk.config()).expect("removed");
        }
        written_as_soon_as_possible(terminal, &desk.config());
        assert!(desk.place() > Some(0));
    }
}
