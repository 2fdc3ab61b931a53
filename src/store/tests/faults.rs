//! Faults, made for real.

use super::*;

fn full_state() -> String {
    let (_home, store) = home();
    store
        .change(&id("a"), |kept| {
            kept.about.title = "De laatste veerman".into();
            kept.about.authors = vec!["Ilse van Aken".into()];
            kept.save(at(1_700_000_200));
            kept.open(at(1_700_000_000));
            kept.reach(place(), 0.5, at(1_700_000_100));
        })
        .expect("written");
    state_text(&store, &id("a"))
}

fn asides(store: &Store) -> usize {
    fs::read_dir(store.config_dir().expect("a home").join("articles"))
        .expect("there")
        .flatten()
        .filter(|e| e.file_name().to_string_lossy().contains(".broken-"))
        .count()
}

#[test]
fn a_state_cut_off_at_any_byte_gives_what_is_left_and_is_never_overwritten() {
    let text = full_state();
    for cut in 0..text.len() {
        let (_home, store) = home();
        let damaged = &text.as_bytes()[..cut];
        put_state(&store, &id("a"), damaged);
        let (kept, problem) = store.kept(&id("a"));
        assert!(kept.is_some());
        if cut > text.find("[article]").expect("there") {
            assert_eq!(
                kept.expect("there").saved,
                Some(at(1_700_000_200)),
                "cut at {cut}"
            );
        }
        store
            .change(&id("a"), |kept| kept.seconds_read = 7)
            .expect("written");
        let (kept, after) = store.kept(&id("a"));
        assert_eq!(
            (kept.expect("there").seconds_read, after),
            (7, None),
            "cut at {cut}"
        );
        if problem.is_some() {
            let mut aside = state_path(&store, &id("a")).into_os_string();
            aside.push(".broken-1");
            assert_eq!(fs::read(aside).expect("set aside"), damaged, "cut at {cut}");
        }
    }
}

#[test]
fn garbage_and_doubled_keys_are_set_aside_and_what_can_be_read_is_kept() {
    let text = full_state();
    let (_home, store) = home();
    let doubled = text.replace("opened = 1\n", "opened = 1\nopened = 2\n");
    let mistyped = text.replace("opened = 1\n", "opened = \"een keer\"\n");
    for (number, damaged) in [
        doubled.into_bytes(),
        mistyped.into_bytes(),
        [b"\xff\xfe\x00garbage = [[[\n", text.as_bytes()].concat(),
    ]
    .into_iter()
    .enumerate()
    {
        put_state(&store, &id("a"), &damaged);
        let (kept, problem) = store.kept(&id("a"));
        assert!(problem.is_some(), "{number}");
        assert_eq!(
            kept.expect("there").saved,
            Some(at(1_700_000_200)),
            "{number}"
        );
        store
            .change(&id("a"), |kept| kept.open(at(9)))
            .expect("written");
        assert_eq!(store.kept(&id("a")).1, None);
        assert_eq!(asides(&store), number + 1);
    }
}

#[test]
fn what_git_could_not_merge_is_merged_and_nothing_is_set_aside() {
    let text = full_state();
    let (_home, store) = home();
    let conflict = text.replace(
        "opened = 1\n",
        "<<<<<<< HEAD\nopened = 1\n=======\nopened = 3\n>>>>>>> desk\n",
    );
    put_state(&store, &id("a"), conflict.into_bytes());
    let (kept, problem) = store.kept(&id("a"));
    assert_eq!(problem, None);
    assert_eq!(kept.expect("there").opened, 3);
    let kept = store
        .change(&id("a"), |kept| kept.open(at(9)))
        .expect("written");
    assert_eq!((kept.opened, asides(&store)), (4, 0));
}

#[test]
fn ten_megabytes_of_garbage_or_of_notes_are_survived() {
    let (_home, store) = home();
    put_state(&store, &id("a"), "= [ \" \n".repeat(1_500_000));
    assert!(matches!(
        store.kept(&id("a")).1,
        Some(Problem {
            reason: Reason::Broken(_),
            ..
        })
    ));
    store
        .change(&id("a"), |kept| kept.open(at(9)))
        .expect("written");
    assert_eq!((store.kept(&id("a")).1, asides(&store)), (None, 1));
    put_state(
        &store,
        &id("b"),
        format!(
            "{}remark = \"{}\"\n",
            "opened = 4\n",
            "x".repeat(10_000_000)
        ),
    );
    store
        .change(&id("b"), |kept| kept.open(at(9)))
        .expect("written");
    assert_eq!(store.kept(&id("b")).0.expect("there").opened, 5);
    assert!(state_text(&store, &id("b")).len() > 10_000_000);
}

#[test]
fn a_state_from_the_future_is_read_as_far_as_it_goes_and_never_damaged() {
    let (_home, store) = home();
    let future = "schema = 7\nopened = { here = 3, there = 4 }\nsaved = 2030-01-01T00:00:00Z\nplace = [\"a\", \"b\"]\n";
    put_state(&store, &id("a"), future);
    let (kept, problem) = store.kept(&id("a"));
    assert_eq!(
        kept.expect("there").saved,
        Some("2030-01-01T00:00:00Z".parse().expect("a time"))
    );
    assert_eq!(problem.map(|p| p.reason), Some(Reason::Newer(7)));
    store
        .change(&id("a"), |kept| {
            kept.open(at(9));
            kept.reach(place(), 0.1, at(9));
            kept.seconds_read = 12;
        })
        .expect("written");
    let now = state_text(&store, &id("a"));
    for line in future.lines() {
        assert!(now.contains(line), "{now}");
    }
    assert!(now.contains("seconds_read = 12"));
    assert_eq!(asides(&store), 0);
}

#[test]
fn what_cannot_be_written_counts_and_is_written_as_soon_as_it_can_be() {
    let (home, store) = home();
    // A file where the config directory should be: nothing can be written, whoever runs the test.
    let in_the_way = home.path().join("leeslamp");
    fs::write(&in_the_way, "").expect("written");
    assert_eq!(
        store.problem(),
        Some(Problem::new(&in_the_way, Reason::NotAFolder))
    );
    for turn in 1..=3 {
        let failed = store
            .change(&id("a"), |kept| kept.open(at(9)))
            .expect_err("it can't be written");
        assert_eq!(failed.reason, Reason::NotAFolder);
        assert_eq!(store.kept(&id("a")).0.expect("remembered").opened, turn);
    }
    assert_eq!(store.all().0.len(), 1);
    assert_eq!(
        store.report().problems,
        [Problem::new(&in_the_way, Reason::NotAFolder)],
        "it is said once"
    );
    assert_eq!(store.flush(at(1_000)).len(), 1);
    fs::remove_file(&in_the_way).expect("removed");
    let kept = store
        .change(&id("b"), |kept| kept.save(at(10)))
        .expect("it can now");
    assert_eq!(kept.saved, Some(at(10)));
    let again = Store::open(Some(in_the_way));
    assert_eq!(again.kept(&id("a")).0.expect("written with it").opened, 3);
    assert_eq!(store.flush(at(1_000)), []);
}

#[test]
fn without_a_home_reading_goes_on_in_memory() {
    let store = Store::at(None, PATIENCE);
    assert_eq!(store.problem().map(|p| p.reason), Some(Reason::NoHome));
    store
        .change(&id("a"), |kept| kept.open(at(9)))
        .expect_err("nowhere to write");
    assert_eq!(store.kept(&id("a")).0.expect("remembered").opened, 1);
    assert_eq!(store.settings(), (Settings::default(), vec![]));
    assert_eq!(store.flush(at(1_000)).len(), 1);
}

#[test]
fn a_file_that_may_not_be_replaced_is_left_alone() {
    let (_home, store) = home();
    // A folder where the state file should be.
    let path = state_path(&store, &id("a"));
    fs::create_dir_all(path.join("iets")).expect("made");
    store
        .change(&id("a"), |kept| kept.open(at(9)))
        .expect_err("it can't be read");
    assert!(path.join("iets").is_dir());
    fs::remove_dir_all(&path).expect("removed");
    assert_eq!(store.flush(at(1_000)), []);
    assert_eq!(store.kept(&id("a")), (store.on_disk(&id("a")).0, None));
}

#[test]
fn two_instances_with_a_thousand_changes_each_lose_nothing_of_each_other() {
    let (_home, store) = home();
    let other = Store::open(store.config_dir().map(Path::to_path_buf));
    std::thread::scope(|scope| {
        for (one, own) in [(&store, "b"), (&other, "c")] {
            scope.spawn(move || {
                for turn in 0..1_000 {
                    let id = if turn % 2 == 0 { id("a") } else { id(own) };
                    // One that waits too long for the other, on a slow disk, goes with a later one.
                    let _ = one.change(&id, move |kept| kept.open(at(turn)));
                }
                assert_eq!(one.flush(at(1_000)), []);
            });
        }
    });
    let opened = |text: &str| store.kept(&id(text)).0.expect("there").opened;
    assert_eq!((opened("a"), opened("b"), opened("c")), (1_000, 500, 500));
}

#[test]
fn a_copy_made_of_a_conflict_is_taken_in_and_removed() {
    let (_home, store) = home();
    store
        .change(&id("a"), |kept| kept.reach(place(), 0.5, at(100)))
        .expect("written");
    let conflict = state_path(&store, &id("a")).with_file_name(format!(
        "{}.sync-conflict-20250224-101112-ABCDEFG.toml",
        id("a")
    ));
    fs::write(&conflict, "schema = 1\nsaved = 2025-02-24T10:11:12Z\n[place]\nat = 1970-01-01T00:00:05Z\noffset = 3\n").expect("written");
    let (all, problems) = store.all();
    assert_eq!(problems, []);
    assert!(all[0].1.saved.is_some());
    assert_eq!(
        all[0].1.place.as_ref().map(|p| p.offset),
        Some(1234),
        "the later place wins"
    );
    assert!(!conflict.exists());
    fs::write(&conflict, "schema = 1\nsaved = 2025-\n").expect("written");
    assert_eq!(store.all().1.len(), 1);
    assert!(conflict.exists(), "what can't be read is not removed");
}

#[test]
fn what_a_process_that_was_killed_left_behind_is_cleaned_up_or_finished() {
    let (home, store) = home();
    store
        .change(&id("a"), |kept| kept.open(at(9)))
        .expect("written");
    let stale = state_path(&store, &id("a")).with_file_name(".leeslamp-x1y2.tmp");
    fs::write(&stale, "schema = ").expect("written");
    // Killed between the copy and the state: the reader asked for it, so it is saved.
    let file = home.path().join("stuk.txt");
    fs::write(&file, "De tekst van het stuk.").expect("written");
    let article = store.read(&Origin::File(file)).expect("read");
    let copy = store
        .config_dir()
        .expect("a home")
        .join(format!("saved/{}.txt", article.id()));
    fs::create_dir_all(copy.parent().expect("a folder")).expect("made");
    fs::write(&copy, "De tekst van het stuk.").expect("written");
    assert_eq!(store.report().problems, []);
    assert_eq!(store.flush(at(1_000)), []);
    assert!(!stale.exists());
    assert!(copy.exists());
    assert!(store.kept(article.id()).0.expect("kept").saved.is_some());
}

#[cfg(unix)]
#[test]
fn a_config_directory_and_a_state_file_may_be_links() {
    let (home, _) = home();
    let real = home.path().join("echt");
    fs::create_dir(&real).expect("made");
    let link = home.path().join("link");
    std::os::unix::fs::symlink(&real, &link).expect("linked");
    let store = Store::open(Some(link));
    store
        .change(&id("a"), |kept| kept.open(at(9)))
        .expect("written");
    let elsewhere = home.path().join("elders.toml");
    let path = state_path(&store, &id("a"));
    fs::rename(&path, &elsewhere).expect("moved");
    std::os::unix::fs::symlink(&elsewhere, &path).expect("linked");
    store
        .change(&id("a"), |kept| kept.open(at(9)))
        .expect("written");
    assert!(
        fs::read_to_string(&elsewhere)
            .expect("there")
            .contains("opened = 2")
    );
    assert!(path.is_symlink());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_called_by_its_name() {
    let error = fs::write("/dev/full", "x").expect_err("always full");
    assert_eq!(Reason::from(&error), Reason::Full);
}
