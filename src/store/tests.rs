use super::*;
use crate::article::{Anchor, Article, Builder, Meta};
use crate::library::{Entry, Origin};
use jiff::Timestamp;
use std::fs;
use std::ops::ControlFlow;
use tempfile::TempDir;

mod copies;
mod faults;
mod found_again;
mod killed;
mod margin;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a second of this age")
}

fn home() -> (TempDir, Store) {
    let home = TempDir::new().expect("a temporary directory");
    let store = Store::open(Some(home.path().join("leeslamp")));
    (home, store)
}

fn id(text: &str) -> Id {
    Id::of(text)
}

fn state_path(store: &Store, id: &Id) -> PathBuf {
    store
        .config_dir()
        .expect("a home")
        .join(format!("articles/{id}.toml"))
}

fn state_text(store: &Store, id: &Id) -> String {
    fs::read_to_string(state_path(store, id)).expect("the state is on the disk")
}

fn put_state(store: &Store, id: &Id, text: impl AsRef<[u8]>) {
    let path = state_path(store, id);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

fn place() -> Anchor {
    Anchor {
        offset: 1234,
        exact: "‘Het water komt’, zei ze, \"en het wacht niet\"".into(),
        prefix: "op de dijk.\n\n".into(),
        share: 0.25,
    }
}

fn article(text: &str) -> Article {
    let mut builder = Builder::new();
    builder.push(text);
    builder.finish(Meta::default(), Vec::new())
}

/// Everything that a library shows.
fn entries(store: &Store, scope: &Scope) -> (Vec<Entry>, Vec<Problem>, usize) {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    let loaded = store.load(scope, |batch| {
        entries.extend(batch.entries);
        problems.extend(batch.problems);
        ControlFlow::Continue(())
    });
    (entries, problems, loaded.skipped)
}

#[test]
fn what_is_kept_is_read_back_whole() {
    let (_home, store) = home();
    let (id, kept) = (id("a"), |kept: &mut Kept| {
        kept.about.title = "De dijk, \"deel 2\"\\".into();
        kept.about.authors = vec!["Ilse van Aken".into(), "Ömer".into()];
        kept.about.published = Some("2025-02".into());
        kept.about.path = Some("/home/lezer/Artikelen/dijk.md".into());
        kept.about.words = 1500;
        kept.open(at(1_700_000_000));
        kept.reach(place(), 0.5, at(1_700_000_100));
        kept.save(at(1_700_000_200));
        kept.seconds_read = 61;
    });
    let kept = store.change(&id, kept).expect("written");
    let again = Store::open(store.config_dir().map(Path::to_path_buf));
    assert_eq!(again.kept(&id), (Some(kept.clone()), None));
    assert_eq!(again.all(), (vec![(id, kept)], vec![]));
}

#[test]
fn the_state_file_can_be_read_by_people() {
    let (_home, store) = home();
    store
        .change(&id("a"), |kept| {
            kept.about.title = "De laatste veerman".into();
            kept.open(at(1_700_000_000));
            kept.reach(place(), 0.5, at(1_700_000_100));
        })
        .expect("written");
    insta::assert_snapshot!(state_text(&store, &id("a")), @r#"
    schema = 1
    opened = 1
    last_opened = 2023-11-14T22:13:20Z
    seconds_read = 0

    [article]
    title = "De laatste veerman"
    words = 0

    [place]
    at = 2023-11-14T22:15:00Z
    progress = 0.5
    share = 0.25
    offset = 1234
    exact = '‘Het water komt’, zei ze, "en het wacht niet"'
    prefix = """
    op de dijk.

    """
    "#);
}

#[test]
fn a_hand_made_state_file_keeps_its_comments_and_the_keys_of_a_newer_version() {
    let (_home, store) = home();
    let text = "# van mij\nschema = 1\nopened = 0x2 # twee keer\nlast_opened = \"2024-05-03\"\nmood = \"vrolijk\"\n\n[place]\noffset = 7\nfuture = [1, 2]\n\n[[sterren]]\nn = 5\n";
    put_state(&store, &id("a"), text);
    let (kept, problem) = store.kept(&id("a"));
    let kept = kept.expect("there");
    assert_eq!((kept.opened, problem), (2, None));
    assert_eq!(kept.last_opened, Some(at(1_714_694_400)));
    store
        .change(&id("a"), |kept| kept.save(at(1_800_000_000)))
        .expect("written");
    let now = state_text(&store, &id("a"));
    for line in text.lines() {
        assert!(now.contains(line), "{line} is gone from:\n{now}");
    }
    assert!(now.contains("saved = 2027-01-15T08:00:00Z"), "{now}");
}

#[test]
fn an_article_changed_since_it_was_opened_is_saved_as_it_was_read() {
    let (home, store) = home();
    let file = home.path().join("stuk.txt");
    fs::write(&file, "De tekst zoals hij was.").expect("written");
    let origin = Origin::File(file.clone());
    let article = store.read(&origin).expect("read");
    fs::write(&file, "Heel iets anders.").expect("written");
    store.save(&article, &origin, at(10)).expect("saved");
    let copy = store.copy_of(article.id()).expect("a copy");
    assert!(
        fs::read_to_string(copy)
            .expect("read")
            .contains("zoals hij was")
    );
}

#[test]
fn a_saved_article_whose_original_is_gone_is_listed_from_its_copy() {
    let (home, store) = home();
    let folder = home.path().join("map");
    fs::create_dir(&folder).expect("made");
    for name in ["een.txt", "twee.txt"] {
        fs::write(folder.join(name), format!("De tekst van {name}.")).expect("written");
        let origin = Origin::File(folder.join(name));
        let article = store.read(&origin).expect("read");
        store.save(&article, &origin, at(10)).expect("saved");
    }
    let (before, ..) = entries(&store, &Scope::Paths(vec![folder.clone()]));
    assert_eq!(before.len(), 2);
    fs::remove_file(folder.join("twee.txt")).expect("removed");
    let (after, problems, _) = entries(&store, &Scope::Paths(vec![folder.clone()]));
    assert_eq!(problems, []);
    assert_eq!(after[0].id, before[0].id);
    assert!(matches!(after[1].origin, Origin::Copy(_)));
    assert_eq!(after[1].kept.saved, Some(at(10)));
    // Saved articles from elsewhere stand in the reader's own library and not in another folder's.
    let elsewhere = home.path().join("leeg");
    fs::create_dir(&elsewhere).expect("made");
    assert_eq!(
        entries(&store, &Scope::Paths(vec![elsewhere.clone()]))
            .0
            .len(),
        0
    );
    let own = entries(&store, &Scope::Settings(vec![elsewhere])).0;
    assert!(matches!(own[0].origin, Origin::File(_)) != matches!(own[1].origin, Origin::File(_)));
}

#[test]
fn a_folder_is_listed_with_what_is_below_it_and_what_is_left_alone_is_counted() {
    let (home, store) = home();
    let folder = home.path().join("map");
    fs::create_dir_all(folder.join("onder")).expect("made");
    fs::create_dir_all(folder.join(".verborgen")).expect("made");
    for name in [
        "b.md",
        "a.TXT",
        "onder/c.markdown",
        "foto.jpg",
        ".geheim.md",
        ".verborgen/d.md",
    ] {
        fs::write(folder.join(name), "Tekst.").expect("written");
    }
    fs::write(folder.join(".gitignore"), "*").expect("written");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&folder, folder.join("onder/kring")).expect("linked");
        std::os::unix::fs::symlink("nergens", folder.join("onder/los.md")).expect("linked");
    }
    fs::write(folder.join("onder/geen-tekst.txt"), b"\x00\x01\x02\xff\x00").expect("written");
    let scan = store.scan(&[
        folder.clone(),
        folder.join("foto.jpg"),
        folder.join("weg.md"),
    ]);
    let names: Vec<_> = scan
        .files
        .iter()
        .map(|f| {
            f.strip_prefix(&folder)
                .expect("inside")
                .to_str()
                .expect("text")
        })
        .collect();
    assert_eq!(
        names,
        [
            "a.TXT",
            "b.md",
            "onder/c.markdown",
            "onder/geen-tekst.txt",
            "foto.jpg"
        ]
    );
    assert_eq!(scan.skipped, 1);
    assert_eq!(
        scan.problems,
        [Problem::new(folder.join("weg.md"), Reason::Missing)]
    );
}

#[test]
fn without_folders_the_articles_built_in_are_the_library() {
    let (_home, store) = home();
    let (entries, problems, skipped) =
        entries(&store, &Scope::new(Vec::new(), &store.settings().0));
    assert_eq!(entries.len(), builtin::all().len());
    assert_eq!((problems, skipped), (vec![], 0));
}

#[test]
fn settings_that_are_right_count_beside_those_that_are_wrong() {
    let (home, store) = home();
    assert_eq!(store.settings(), (Settings::default(), vec![]));
    let config = store.config_dir().expect("a home").join("config.toml");
    fs::create_dir_all(config.parent().expect("a folder")).expect("made");
    fs::write(&config, "folders = [\"~/Artikelen\", \"hier\", \"/srv/x\"]\nmeasure = 72\njustify = \"ja\"\ncolor = 3\ncolumns = 9\ntheme = \"paars\"\nlanguage = \"en\"\n[keys]\nnext_page = \"x\"\nquit = [\"q\", \"Q\"]\nsave = 7\n").expect("written");
    let (settings, problems) = store.settings();
    assert_eq!(settings.measure, 72);
    assert_eq!(settings.language, Some(ConfiguredLanguage::English));
    assert_eq!(settings.columns, Settings::default().columns);
    assert_eq!(settings.folders[1], home.path().join("leeslamp/hier"));
    assert_eq!(settings.folders[2], Path::new("/srv/x"));
    assert!(settings.folders[0].ends_with("Artikelen") && settings.folders[0].is_absolute());
    assert_eq!(settings.keys["quit"], ["q", "Q"]);
    let reasons: Vec<_> = problems.into_iter().map(|p| p.reason.to_string()).collect();
    assert_eq!(
        reasons,
        [
            "wrong value for justify",
            "no such setting: color",
            "wrong value for columns",
            "wrong value for theme",
            "wrong value for keys.save"
        ]
    );
    fs::write(&config, "theme = \"dark\"\n").expect("written");
    let (settings, problems) = store.settings();
    assert_eq!((settings.theme, problems), (ConfiguredTheme::Dark, vec![]));
    fs::write(&config, "measure = 72\njustify = ").expect("written");
    assert_eq!(
        store.settings().1,
        [Problem::new(&config, Reason::Broken(2))]
    );
}

#[test]
fn the_report_tells_what_is_kept_and_what_is_wrong() {
    let (home, store) = home();
    let file = home.path().join("stuk.md");
    fs::write(&file, "# Stuk\n\nDe tekst van het stuk.\n").expect("written");
    let origin = Origin::File(file.clone());
    let article = store.read(&origin).expect("read");
    store.save(&article, &origin, at(10)).expect("saved");
    store
        .change(&id("b"), |kept| kept.open(at(5)))
        .expect("written");
    let report = store.report();
    assert_eq!(report.saved.len(), 1);
    assert_eq!(report.saved[0].path, Some(file));
    assert_eq!(report.articles.len(), 2);
    assert_eq!(report.problems, []);
    fs::remove_file(store.copy_of(article.id()).expect("a copy")).expect("removed");
    put_state(&store, &id("c"), "schema = 1\nopened = [\n");
    let reasons: Vec<_> = store
        .report()
        .problems
        .into_iter()
        .map(|p| p.reason)
        .collect();
    assert_eq!(reasons.len(), 2);
    assert!(
        reasons.contains(&Reason::NoCopy) && matches!(reasons[0], Reason::Broken(_)),
        "{reasons:?}"
    );
}
