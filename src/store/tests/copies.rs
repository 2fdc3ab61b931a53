//! Saved, put off the list, saved again: the copies through it all.

use super::*;

const DAY: i64 = 24 * 60 * 60;

/// An article in a file of its own.
fn piece(home: &TempDir, store: &Store) -> (Origin, Article) {
    let file = home.path().join("stuk.md");
    fs::write(&file, "# Stuk\n\nDe tekst van het stuk.\n").expect("written");
    let origin = Origin::File(file);
    let article = store.read(&origin).expect("read");
    (origin, article)
}

fn remove(origin: &Origin) {
    fs::remove_file(origin.path().expect("a file")).expect("removed");
}

/// Another run of the program, which ends at this second.
fn another_run(store: &Store, end: i64) -> Store {
    let next = Store::open(store.config_dir().map(Path::to_path_buf));
    assert_eq!(next.flush(at(end)), []);
    next
}

#[test]
fn saving_keeps_a_copy_which_goes_once_the_article_is_in_its_file_alone() {
    let (home, store) = home();
    let (origin, article) = piece(&home, &store);
    let kept = store.save(&article, &origin, at(10)).expect("saved");
    assert_eq!(kept.saved, Some(at(10)));
    assert_eq!(kept.about.path.as_deref(), origin.path());
    let copy = store.copy_of(article.id()).expect("a copy");
    assert_eq!(
        fs::read(&copy).expect("read"),
        fs::read(origin.path().expect("a file")).expect("read")
    );
    let kept = store.unsave(article.id(), at(20)).expect("unsaved");
    assert_eq!(kept.saved, None);
    assert!(copy.exists(), "it can be undone");
    assert_eq!(store.flush(at(30)), []);
    assert!(!copy.exists());
    assert!(
        store.kept(article.id()).0.is_some(),
        "what else is kept stays"
    );
}

#[test]
fn unsaving_can_be_undone_for_a_month_where_the_copy_is_all_there_is() {
    let (home, store) = home();
    let (origin, article) = piece(&home, &store);
    store.save(&article, &origin, at(10)).expect("saved");
    remove(&origin);
    store.unsave(article.id(), at(20)).expect("unsaved");
    let store = another_run(&store, 30 * DAY);
    let copy = store.copy_of(article.id()).expect("still there");

    // By its name it opens, it stands in the list, and saving it brings everything back.
    let (from, read) = store.read_or_copy(origin.clone()).expect("read");
    assert_eq!((&from, read.id()), (&Origin::Copy(copy), article.id()));
    let library = Scope::Paths(vec![home.path().to_path_buf()]);
    let (listed, problems, _) = entries(&store, &library);
    assert_eq!(problems, []);
    assert_eq!((listed.len(), listed[0].kept.saved), (1, None));
    store.save(&read, &from, at(40)).expect("saved again");
    let store = another_run(&store, 90 * DAY);
    assert_eq!(store.report().saved.len(), 1);

    store.unsave(article.id(), at(90 * DAY)).expect("unsaved");
    let store = another_run(&store, 120 * DAY - 1);
    assert!(store.copy_of(article.id()).is_some());
    let store = another_run(&store, 120 * DAY);
    assert_eq!(store.copy_of(article.id()), None);
    assert_eq!(entries(&store, &library).0.len(), 0);
}

#[test]
fn a_file_that_holds_another_text_now_does_not_stand_in_for_the_copy() {
    let (home, store) = home();
    let (origin, article) = piece(&home, &store);
    store.save(&article, &origin, at(10)).expect("saved");
    store.unsave(article.id(), at(20)).expect("unsaved");
    fs::write(origin.path().expect("a file"), "Heel iets anders.").expect("written");
    let store = another_run(&store, 30);
    assert!(store.copy_of(article.id()).is_some());
}

#[test]
fn a_copy_that_nobody_put_off_the_list_is_listed_as_no_fault_and_taken_for_saved() {
    // Killed between the copy and the state; or the state was lost, with and without a new one.
    for opened_since in [true, false] {
        let (home, store) = home();
        let (origin, article) = piece(&home, &store);
        store.save(&article, &origin, at(10)).expect("saved");
        fs::remove_file(state_path(&store, article.id())).expect("removed");
        if opened_since {
            let about = about(&article, &origin);
            let opened = store.change(article.id(), move |kept| {
                kept.identify(about.clone());
                kept.open(at(20));
            });
            opened.expect("kept");
        }
        let report = store.report();
        assert_eq!((report.problems, store.check()), (vec![], vec![]));
        assert_eq!(report.leftovers.len(), 1);
        assert_eq!(report.leftovers[0].title, "Stuk");
        assert_eq!(report.leftovers[0].unsaved_at, None);
        let store = another_run(&store, 30);
        assert_eq!(store.report().leftovers, []);
        assert_eq!(store.report().saved.len(), 1, "{opened_since}");
    }
}

#[test]
fn a_copy_cleared_away_while_it_is_being_saved_again_is_made_anew() {
    let (home, store) = home();
    let (origin, article) = piece(&home, &store);
    store.save(&article, &origin, at(10)).expect("saved");
    let other = Store::open(store.config_dir().map(Path::to_path_buf));
    store.unsave(article.id(), at(20)).expect("unsaved");
    store
        .save(&article, &origin, at(30))
        .expect("saved by this one");
    assert_eq!(other.flush(at(31)), []);
    assert!(store.copy_of(article.id()).is_some());
    // What another instance cleared away in between.
    fs::remove_file(store.copy_of(article.id()).expect("a copy")).expect("removed");
    store.save(&article, &origin, at(40)).expect("saved");
    assert!(store.copy_of(article.id()).is_some());
}

#[test]
fn a_check_tells_of_saved_articles_whose_copy_cannot_be_read() {
    let (home, store) = home();
    let (origin, article) = piece(&home, &store);
    store.save(&article, &origin, at(10)).expect("saved");
    assert_eq!(store.check(), []);
    let copy = store.copy_of(article.id()).expect("a copy");
    fs::write(&copy, [0, 159, 146, 150, 0, 0]).expect("written");
    assert_eq!(store.check(), [Problem::new(copy, Reason::NotText)]);
}

#[test]
fn half_a_copy_of_a_process_that_was_killed_is_no_copy_and_goes() {
    let (home, store) = home();
    let (origin, article) = piece(&home, &store);
    store.save(&article, &origin, at(10)).expect("saved");
    let half = home.path().join("leeslamp/saved/.leeslamp-x1y2.tmp");
    fs::write(&half, "# St").expect("written");
    assert_eq!(store.report().leftovers, []);
    assert_eq!(store.flush(at(20)), []);
    assert!(!half.exists());
    assert!(store.copy_of(article.id()).is_some());
}

#[test]
fn a_saved_article_from_elsewhere_is_listed_from_its_copy_where_its_file_holds_another() {
    let (home, store) = home();
    let (origin, article) = piece(&home, &store);
    store.save(&article, &origin, at(10)).expect("saved");
    let library = home.path().join("bibliotheek");
    fs::create_dir(&library).expect("made");
    let scope = Scope::Settings(vec![library]);
    let listed = |store: &Store| -> Vec<(Id, bool)> {
        let (entries, problems, _) = entries(store, &scope);
        assert_eq!(problems, []);
        let listed = entries.into_iter();
        listed
            .map(|entry| (entry.id, matches!(entry.origin, Origin::Copy(_))))
            .collect()
    };
    let id = article.id().clone();
    assert_eq!(listed(&store), [(id.clone(), false)]);
    let file = origin.path().expect("a file");
    fs::write(file, "# Over schapen\n\nHeel iets anders.\n").expect("written");
    assert_eq!(listed(&store), [(id.clone(), true)]);
    let (kept, problems) = store.kept_for_good();
    assert_eq!(problems, []);
    assert!(matches!(kept[0].2, Some(Origin::Copy(_))));
    remove(&origin);
    assert_eq!(listed(&store), [(id.clone(), true)]);
    // Put off the list, it stays for as long as its copy is all there is.
    store.unsave(&id, at(20)).expect("unsaved");
    assert_eq!(listed(&store), [(id, true)]);
    piece(&home, &store);
    assert_eq!(listed(&store), []);
}

#[test]
fn a_copy_that_was_lost_is_made_anew() {
    let (home, store) = home();
    let (origin, article) = piece(&home, &store);
    store.save(&article, &origin, at(10)).expect("saved");
    let copy = store.copy_of(article.id()).expect("a copy");
    fs::remove_file(&copy).expect("removed");
    assert_eq!(store.report().problems.len(), 1, "that it is missing");
    store.renew_copy(&article, &origin).expect("written");
    assert_eq!(store.report().problems, []);
    let whole = fs::read(origin.path().expect("a file")).expect("read");
    assert_eq!(fs::read(&copy).expect("read"), whole);
}
