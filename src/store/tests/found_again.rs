//! Renamed, moved, edited, saved anew: what was kept is found.

use super::*;

const TEXT: &str = "De dijkgraaf keek uit over het water en zweeg. In de verte trok een zeilboot \
    langzaam voorbij, alsof er niets aan de hand was. Zijn moeder had de vloed nog meegemaakt.";

fn file(home: &TempDir, name: &str, text: &str) -> Origin {
    let path = home.path().join(name);
    fs::write(&path, text).expect("written");
    Origin::File(path)
}

/// Opens the article at `origin`, reads to the word `at_word`, and saves it where asked.
fn read_to(store: &Store, origin: &Origin, at_word: &str, save: bool) -> Article {
    let article = store.read(origin).expect("read");
    store.find(&article, origin);
    let offset = article.text().find(at_word).expect("there");
    let (anchor, about) = (Anchor::at(&article, offset), about(&article, origin));
    store
        .change(article.id(), move |kept| {
            kept.identify(about.clone());
            kept.open(at(100));
            kept.reach(anchor.clone(), 0.5, at(101));
        })
        .expect("kept");
    if save {
        store.save(&article, origin, at(102)).expect("saved");
    }
    article
}

#[test]
fn a_renamed_file_is_the_same_article() {
    let (home, store) = home();
    read_to(&store, &file(&home, "een.txt", TEXT), "zeilboot", false);
    let moved = file(&home, "twee.txt", TEXT);
    let found = store.find(&store.read(&moved).expect("read"), &moved);
    assert_eq!(found.how, How::Id);
    assert_eq!(found.kept.expect("found").opened, 1);
}

#[test]
fn a_file_edited_in_place_keeps_its_place_and_stays_saved() {
    let (home, store) = home();
    let origin = file(&home, "een.txt", TEXT);
    let before = read_to(&store, &origin, "zeilboot", true);
    file(&home, "een.txt", &format!("Een nieuwe eerste zin. {TEXT}"));
    let article = store.read(&origin).expect("read");
    let found = store.find(&article, &origin);
    assert_eq!(found.how, How::Path);
    let kept = found.kept.expect("found");
    let place = kept.place.as_ref().expect("a place").find(&article).offset;
    assert!(article.text().split_at(place).1.starts_with("zeilboot"));

    // Carried over at the first change; the earlier state becomes history.
    let kept = store
        .change(article.id(), |kept| kept.open(at(200)))
        .expect("kept");
    assert_eq!((kept.opened, kept.saved), (2, Some(at(102))));
    let old = store.kept(before.id()).0.expect("still there");
    assert_eq!(old.successor.as_ref(), Some(article.id()));
    assert_eq!(store.report().saved.len(), 1);
    assert_eq!(
        entries(&store, &Scope::Paths(vec![home.path().to_path_buf()]))
            .0
            .len(),
        1
    );

    // And back, when the edit is undone.
    file(&home, "een.txt", TEXT);
    let found = store.find(&before, &origin);
    assert_eq!(found.how, How::Id);
    assert_eq!(found.kept.expect("found").opened, 2);
    store
        .change(before.id(), |kept| kept.open(at(300)))
        .expect("kept");
    assert_eq!(store.kept(before.id()).0.expect("there").opened, 3);
    assert_eq!(store.report().saved.len(), 1);
}

#[test]
fn a_saved_article_that_was_edited_has_a_copy_of_what_it_is_now() {
    let (home, store) = home();
    let origin = file(&home, "een.txt", TEXT);
    let before = read_to(&store, &origin, "zeilboot", true);
    file(&home, "een.txt", &format!("Een nieuwe eerste zin. {TEXT}"));
    let after = read_to(&store, &origin, "zeilboot", false);
    assert_eq!(store.report().problems, []);
    assert!(store.copy_of(after.id()).is_some());
    assert_eq!(store.flush(at(1_000)), []);
    assert!(
        store.copy_of(before.id()).is_some(),
        "nor is the earlier version lost"
    );
}

#[test]
fn another_article_under_the_same_name_is_a_new_one() {
    let (home, store) = home();
    let origin = file(&home, "een.txt", TEXT);
    let before = read_to(&store, &origin, "zeilboot", true);
    file(
        &home,
        "een.txt",
        "Recept voor erwtensoep: spliterwten, knolselderij, prei en rookworst, een nacht geweekt.",
    );
    let found = store.find(&store.read(&origin).expect("read"), &origin);
    assert_eq!(found.how, How::New);
    let listed = entries(&store, &Scope::Paths(vec![home.path().join("een.txt")])).0;
    assert_eq!(listed.len(), 2);
    assert_eq!(
        (&listed[1].id, listed[1].kept.saved),
        (before.id(), Some(at(102)))
    );
}

#[test]
fn an_article_saved_anew_elsewhere_is_found_by_title_author_and_date() {
    let (home, store) = home();
    let about = |article: &Article| Meta {
        title: "De ‘laatste’ veerman".into(),
        authors: vec![crate::article::Author {
            name: "Ilse van Aken".into(),
            role: None,
        }],
        published: crate::article::Published::parse("2025-02-24"),
        ..article.meta.clone()
    };
    let mut before = article(TEXT);
    before.meta = about(&before);
    let origin = Origin::File(home.path().join("een.txt"));
    let known = super::super::about(&before, &origin);
    store
        .change(before.id(), move |kept| {
            kept.identify(known.clone());
            kept.open(at(100));
        })
        .expect("kept");
    let mut anew = article(&TEXT.replace("zeilboot", "zeilschip"));
    anew.meta = about(&anew);
    anew.meta.title = "De \"laatste\" veerman".into();
    let elsewhere = Origin::File(home.path().join("map/veerman.md"));
    assert_eq!(store.find(&anew, &elsewhere).how, How::Title);
    anew.meta.published = crate::article::Published::parse("2019");
    assert_eq!(store.find(&anew, &elsewhere).how, How::New);
}

#[test]
fn what_one_form_tells_more_of_than_the_other_is_no_difference_and_no_proof() {
    let (home, store) = home();
    let titled = |text: &str, author: &str, published: &str| {
        let mut article = article(text);
        article.meta.title = "Op de dijk".into();
        let author = (!author.is_empty()).then(|| crate::article::Author {
            name: author.into(),
            role: None,
        });
        article.meta.authors = author.into_iter().collect();
        article.meta.published = crate::article::Published::parse(published);
        article
    };
    let before = titled(TEXT, "Ilse van Aken", "2025-02-24");
    let origin = Origin::File(home.path().join("geplakt.txt"));
    let known = super::super::about(&before, &origin);
    let opened = store.change(before.id(), move |kept| {
        kept.identify(known.clone());
        kept.open(at(100));
    });
    opened.expect("kept");
    let elsewhere = Origin::File(home.path().join("map/dijk.md"));
    let other_opening = "Voor wie er nooit was. De rest is anders.";
    let same_opening = TEXT.replace("zeilboot", "zeilschip");
    for (text, author, published, how) in [
        (
            other_opening,
            "Ilse van Aken",
            "2025-02-24T06:00:00+01:00",
            How::Title,
        ),
        (other_opening, "ILSE VAN AKEN", "2025-02", How::Title),
        (other_opening, "Ilse van Aken", "2025-02-25", How::New),
        (other_opening, "Daan Kuiper", "2025-02-24", How::New),
        (other_opening, "Ilse van Aken", "", How::New),
        (&same_opening, "Ilse van Aken", "", How::Title),
        (&same_opening, "", "2025-02-24", How::Title),
        (&same_opening, "", "", How::Title),
        (&same_opening, "Daan Kuiper", "", How::New),
    ] {
        let anew = titled(text, author, published);
        assert_eq!(
            store.find(&anew, &elsewhere).how,
            how,
            "{author:?}, {published:?}: {text}"
        );
    }
}

#[test]
fn an_edited_article_can_be_unsaved_and_saved_from_the_list() {
    let (home, store) = home();
    let origin = file(&home, "een.txt", TEXT);
    read_to(&store, &origin, "zeilboot", true);
    file(&home, "een.txt", &format!("Een nieuwe eerste zin. {TEXT}"));
    let again = || Store::open(store.config_dir().map(Path::to_path_buf));

    let store = again();
    let listed = entries(&store, &Scope::Paths(vec![home.path().to_path_buf()])).0;
    assert_eq!(listed[0].kept.saved, Some(at(102)));
    store.unsave(&listed[0].id, at(200)).expect("unsaved");
    assert_eq!(store.report().saved, []);

    let store = Store::open(store.config_dir().map(Path::to_path_buf));
    let article = store.read(&origin).expect("read");
    let kept = store.save(&article, &origin, at(300)).expect("saved");
    assert_eq!((kept.saved, kept.opened), (Some(at(300)), 1));
}
