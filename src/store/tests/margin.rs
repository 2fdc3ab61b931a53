//! Bookmarks, highlights and notes on the disk.

use super::*;
use crate::article::{Passage, Span};
use crate::library::Target;

fn bookmark() -> Target {
    Target::Place(place())
}

fn highlight(offset: usize, words: &str) -> Target {
    Target::Passage(Passage {
        offset,
        exact: words.into(),
        prefix: "in de verte. ‘".into(),
        suffix: "’, zei hij toen.".into(),
        share: 0.25,
    })
}

/// A store with a bookmark, a highlight and a highlight with a note.
fn annotated() -> (TempDir, Store) {
    let (home, store) = home();
    store
        .change(&id("a"), |kept| {
            kept.about.title = "De laatste veerman".into();
            let all = &mut kept.annotations;
            all.add(bookmark(), String::new(), at(1_700_000_000));
            all.add(
                highlight(812, "Wie hier woont, leert wachten"),
                "ook zo bij ons\n\nnavragen = doen".into(),
                at(1_700_000_100),
            );
            all.add(
                highlight(90, "een zeilboot"),
                String::new(),
                at(1_700_000_200),
            );
        })
        .expect("written");
    (home, store)
}

fn reopened(store: &Store) -> Store {
    Store::open(store.config_dir().map(Path::to_path_buf))
}

fn notes(kept: Option<Kept>) -> Vec<(String, String)> {
    kept.unwrap_or_default()
        .annotations
        .iter()
        .map(|a| (a.target.words().to_owned(), a.note.clone()))
        .collect()
}

#[test]
fn a_margin_is_read_back_whole() {
    let (_home, store) = annotated();
    let kept = store.change(&id("a"), |_| ()).expect("written");
    assert_eq!(kept.annotations.len(), 3);
    assert_eq!(reopened(&store).kept(&id("a")), (Some(kept), None));
}

#[test]
fn a_margin_can_be_read_and_edited_by_people() {
    let (_home, store) = annotated();
    let first = store.kept(&id("a")).0.expect("kept");
    let first = first.annotations.iter().next().expect("one").clone();
    store
        .change(&id("a"), move |kept| {
            kept.annotations
                .reword(&first, "mooi".into(), at(1_700_000_300));
        })
        .expect("written");
    insta::assert_snapshot!(state_text(&store, &id("a")), @r#"
    schema = 1
    opened = 0
    seconds_read = 0
    removed = ["b379738be674eb2a"]

    [article]
    title = "De laatste veerman"
    words = 0

    [[bookmarks]]
    made = 2023-11-14T22:13:20Z
    exact = '‘Het water komt’, zei ze, "en het wacht niet"'
    prefix = """
    op de dijk.

    """
    offset = 1234
    share = 0.25

    [[highlights]]
    made = 2023-11-14T22:16:40Z
    changed = 2023-11-14T22:18:20Z
    exact = "een zeilboot"
    prefix = "in de verte. ‘"
    suffix = "’, zei hij toen."
    offset = 90
    share = 0.25
    note = "mooi"

    [[highlights]]
    made = 2023-11-14T22:15:00Z
    exact = "Wie hier woont, leert wachten"
    prefix = "in de verte. ‘"
    suffix = "’, zei hij toen."
    offset = 812
    share = 0.25
    note = """
    ook zo bij ons

    navragen = doen"""
    "#);
}

#[test]
fn a_new_highlight_is_new_lines_and_changes_no_other() {
    let (_home, store) = annotated();
    let before = state_text(&store, &id("a"));
    store
        .change(&id("a"), |kept| {
            kept.annotations.add(
                highlight(400, "het gemaal"),
                String::new(),
                at(1_700_000_400),
            );
        })
        .expect("written");
    let after = state_text(&store, &id("a"));
    let mut rest = after.lines();
    assert!(before.lines().all(|line| rest.any(|other| other == line)));
    assert_eq!(after.lines().count(), before.lines().count() + 8);
}

#[test]
fn what_a_hand_wrote_beside_a_highlight_stays() {
    let (_home, store) = annotated();
    let text = state_text(&store, &id("a"))
        .replace("offset = 90\n", "offset = 90 # hier\ncolour = \"geel\"\n");
    put_state(&store, &id("a"), &text);
    store
        .change(&id("a"), |kept| {
            kept.annotations
                .add(bookmark(), "en nog een".into(), at(1_700_000_400));
        })
        .expect("written");
    let after = state_text(&store, &id("a"));
    assert!(
        after.contains("offset = 90 # hier\ncolour = \"geel\"\n"),
        "{after}"
    );
}

#[test]
fn a_highlight_written_by_hand_needs_only_its_words() {
    let (_home, store) = home();
    for written in [
        "[[highlights]]\nexact = \"het gemaal\"\nnote = \"zelf geschreven\"\n",
        "highlights = [{ exact = \"het gemaal\", note = \"zelf geschreven\" }]\n",
        "[highlights]\nexact = \"het gemaal\"\nnote = \"zelf geschreven\"\n",
    ] {
        put_state(&store, &id("a"), written);
        let mine = ("het gemaal".to_owned(), "zelf geschreven".to_owned());
        assert_eq!(
            notes(store.kept(&id("a")).0).first(),
            Some(&mine),
            "{written}"
        );
        assert_eq!(store.kept(&id("a")).1, None);
        store
            .change(&id("a"), |kept| {
                kept.annotations
                    .add(highlight(812, "wachten"), String::new(), at(5));
            })
            .expect("written");
        let again = notes(reopened(&store).kept(&id("a")).0);
        assert_eq!(
            again,
            [mine, ("wachten".into(), String::new())],
            "{written}"
        );
        let text = state_text(&store, &id("a"));
        assert!(!text.contains("1970-01-01T00:00:00Z"), "{text}");
    }
}

#[test]
fn one_bad_value_in_a_highlight_harms_that_value_alone() {
    let (_home, store) = annotated();
    let good = state_text(&store, &id("a"));
    let all = notes(store.kept(&id("a")).0);
    for (old, bad) in [
        ("offset = 812", "offset = \"veel\""),
        ("share = 0.25\nnote", "share = 25\nnote"),
        ("made = 2023-11-14T22:15:00Z", "made = \"gisteren\""),
        ("suffix = ", "suffix = 3 # "),
    ] {
        assert!(good.contains(old), "{good}");
        put_state(&store, &id("a"), good.replace(old, bad));
        let (kept, problem) = store.kept(&id("a"));
        let problem = problem.expect("a complaint").to_string();
        assert!(problem.contains("highlights."), "{problem}");
        let mut read = notes(kept);
        read.sort();
        let mut all = all.clone();
        all.sort();
        assert_eq!(read, all, "{bad}");
        // And the next change loses nothing of it.
        store
            .change(&id("a"), |kept| kept.open(at(9)))
            .expect("written");
        let mut read = notes(reopened(&store).kept(&id("a")).0);
        read.sort();
        assert_eq!(read, all, "{bad}");
    }
}

#[test]
fn a_removed_highlight_is_gone_from_the_file_and_stays_gone() {
    let (_home, store) = annotated();
    let before = state_text(&store, &id("a"));
    let first = store.kept(&id("a")).0.expect("kept");
    let gone = first.annotations.iter().next().expect("one").id();
    store
        .change(&id("a"), move |kept| kept.annotations.remove(gone))
        .expect("written");
    assert!(!state_text(&store, &id("a")).contains("een zeilboot"));
    // Another machine, which has not heard of it.
    let conflict = format!(
        "articles/{}.sync-conflict-20251124-101500-ABCDEFG.toml",
        id("a")
    );
    fs::write(store.config_dir().expect("a home").join(conflict), before).expect("written");
    let (all, problems) = store.all();
    assert_eq!((all[0].1.annotations.len(), problems), (2, vec![]));
}

#[test]
fn a_note_edited_on_two_machines_is_there_twice() {
    let (_home, store) = annotated();
    let before = state_text(&store, &id("a"));
    let reworded = |note: &'static str| {
        move |kept: &mut Kept| {
            let first = kept.annotations.iter().next().expect("one").clone();
            kept.annotations
                .reword(&first, note.into(), at(1_700_001_000));
        }
    };
    store.change(&id("a"), reworded("hier")).expect("written");
    let here = state_text(&store, &id("a"));
    put_state(&store, &id("a"), before);
    store.change(&id("a"), reworded("daar")).expect("written");
    let conflict = format!(
        "articles/{}.sync-conflict-20251124-101500-ABCDEFG.toml",
        id("a")
    );
    fs::write(store.config_dir().expect("a home").join(conflict), here).expect("written");
    let (all, _) = store.all();
    let read = notes(Some(all[0].1.clone()));
    assert!(
        read.contains(&("een zeilboot".into(), "hier".into())),
        "{read:?}"
    );
    assert!(
        read.contains(&("een zeilboot".into(), "daar".into())),
        "{read:?}"
    );
    assert_eq!(read.len(), 4);
}

#[test]
fn no_escape_sequence_in_a_note_or_a_quotation_reaches_the_screen() {
    let (_home, store) = home();
    put_state(
        &store,
        &id("a"),
        "[[highlights]]\nexact = \"rood\\u001b[31m\\u202e\"\nnote = \"\\u0007piep\\u009b2J\"\n",
    );
    assert_eq!(
        notes(store.kept(&id("a")).0),
        [("rood".to_owned(), "piep".to_owned())]
    );
}

#[test]
fn a_margin_cut_off_at_any_byte_keeps_every_annotation_that_is_left() {
    let (_home, store) = annotated();
    let text = state_text(&store, &id("a"));
    let whole = notes(store.kept(&id("a")).0);
    let ends = |entry: &str| text.find(entry).expect("there") + entry.len();
    // Where the words of each are on the disk: from there on it must not be lost.
    let words = [
        ends("en het wacht niet\"'"),
        ends("een zeilboot\""),
        ends("leert wachten\""),
    ];
    let notes_end = ends("navragen = doen");
    for cut in 0..text.len() {
        let (_home, store) = home();
        put_state(&store, &id("a"), &text.as_bytes()[..cut]);
        let read = notes(store.kept(&id("a")).0);
        let left = words.iter().filter(|&&end| end <= cut).count();
        let found = |words: &str| read.iter().any(|(found, _)| found == words);
        let expected = ["Het water komt", "een zeilboot", "Wie hier woont"];
        for words in expected.into_iter().take(left) {
            let (words, _) = whole
                .iter()
                .find(|(whole, _)| whole.contains(words))
                .expect("made");
            assert!(found(words), "{words} cut at {cut}: {read:?}");
        }
        // Of a note that was cut off its beginning is kept, and nothing that nobody wrote.
        for (words, note) in &read {
            assert!(
                whole
                    .iter()
                    .any(|(w, n)| w == words && n.starts_with(note.trim_end())),
                "{words}: {note} cut at {cut}"
            );
        }
        if cut >= notes_end - "navragen = ".len() {
            assert!(read.iter().any(|(_, note)| note.contains("ook zo bij ons")));
        }
        // And the next change loses nothing of that, nor of the file.
        store
            .change(&id("a"), |kept| kept.seconds_read = 7)
            .expect("written");
        assert_eq!(notes(reopened(&store).kept(&id("a")).0), read);
    }
}

/// What a check finds, by the name of the file's last part and the reason.
fn checked(store: &Store) -> Vec<(String, String)> {
    let told = |problem: Problem| {
        let file = problem.file.file_name().unwrap_or_default();
        (
            file.to_string_lossy().into_owned(),
            problem.reason.to_string(),
        )
    };
    let mut told: Vec<_> = store.check().into_iter().map(told).collect();
    told.sort();
    told
}

#[test]
fn a_check_tells_which_marked_words_are_gone_and_in_which_file() {
    let (home, store) = home();
    let file = home.path().join("veer.md");
    fs::write(
        &file,
        "# De veerman\n\nHij zweeg en keek naar de overkant van het brede water.\n",
    )
    .expect("written");
    let origin = Origin::File(file.clone());
    let article = store.read(&origin).expect("text");
    let marked = |words: &str| {
        let start = article.text().find(words).expect("there");
        let span = crate::article::Span::new(start, start + words.len());
        Target::Passage(Passage::of(&article, span).expect("words"))
    };
    let (kept, lost) = (marked("keek naar de overkant"), marked("Hij zweeg"));
    let about = super::super::about(&article, &origin);
    store
        .change(article.id(), move |state| {
            state.identify(about.clone());
            state
                .annotations
                .add(kept.clone(), String::new(), at(1_700_000_000));
            state
                .annotations
                .add(lost.clone(), "waarom?".into(), at(1_700_000_000));
        })
        .expect("written");
    assert_eq!(checked(&store), []);
    let [state] = &store.report().articles[..] else {
        panic!("one article");
    };
    assert_eq!((state.bookmarks, state.highlights, state.notes), (0, 2, 1));

    fs::write(
        &file,
        "# De veerman\n\nToen keek naar de overkant van het brede water.\n",
    )
    .expect("written");
    let gone = "marked words are not in the article any more: Hij zweeg".to_owned();
    assert_eq!(checked(&store), [("veer.md".to_owned(), gone)]);

    fs::remove_file(&file).expect("removed");
    let state = format!("{}.toml", article.id());
    let gone = "has bookmarks or highlights, but the article is gone and there is no copy";
    assert_eq!(checked(&store), [(state, gone.to_owned())]);
}

#[test]
fn what_is_marked_is_collected_wherever_its_article_is_now() {
    let (home, store) = home();
    let text = |n: u32| format!("# Stuk {n}\n\nHet is stuk nummer {n}, en het water zakt.\n");
    let mut ids = Vec::new();
    for n in 1..=4 {
        let file = home.path().join(format!("stuk-{n}.md"));
        fs::write(&file, text(n)).expect("written");
        let origin = Origin::File(file);
        let article = store.read(&origin).expect("read");
        let about = about(&article, &origin);
        let words = Span::new(0, article.text().len());
        let passage = Passage::of(&article, words).expect("words");
        let marked = store.change(article.id(), move |kept| {
            kept.identify(about.clone());
            kept.annotations.add(
                Target::Passage(passage.clone()),
                String::new(),
                at(n.into()),
            );
        });
        marked.expect("kept");
        store.save(&article, &origin, at(9)).expect("saved");
        if n == 4 {
            store.unsave(article.id(), at(10)).expect("unsaved");
            fs::remove_file(store.copy_of(article.id()).expect("a copy")).expect("removed");
        }
        ids.push(article.id().clone());
    }
    // The second has only its copy left, also behind another article under its name; the fourth is gone.
    fs::remove_file(home.path().join("stuk-2.md")).expect("removed");
    fs::write(
        home.path().join("stuk-3.md"),
        "# Heel iets anders\n\nOver schapen.\n",
    )
    .expect("written");
    fs::remove_file(home.path().join("stuk-4.md")).expect("removed");
    let collected = store.collected();
    let order: Vec<&Id> = collected.iter().map(|article| &article.id).collect();
    assert_eq!(
        order,
        ids.iter().rev().collect::<Vec<_>>(),
        "the last one first"
    );
    let sources = collected.iter().map(|article| match &article.origin {
        Some(Origin::File(_)) => "file",
        Some(Origin::Copy(_)) => "copy",
        _ => "gone",
    });
    assert_eq!(
        sources.collect::<Vec<_>>(),
        ["gone", "copy", "copy", "file"]
    );
    for (article, found) in collected.iter().zip([false, true, true, true]) {
        assert_eq!(article.marks.len(), 1);
        assert_eq!(
            article.marks[0].span.is_some(),
            found,
            "{}",
            article.about.title
        );
    }
}
