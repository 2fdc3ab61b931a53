use super::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a second of this age")
}

fn dike() -> Target {
    Target::Passage(Passage {
        offset: 120,
        exact: "de dijk hield het".into(),
        ..Passage::default()
    })
}

fn notes(annotations: &Annotations) -> Vec<&str> {
    annotations.iter().map(|a| a.note.as_str()).collect()
}

/// A highlight with a note, as both machines have it.
fn shared() -> (Annotations, Annotation) {
    let mut shared = Annotations::default();
    shared.add(dike(), "waarom?".into(), at(10));
    let first = shared.latest(&dike()).expect("added").clone();
    (shared, first)
}

#[test]
fn highlights_stand_in_the_order_of_the_text() {
    let mut all = Annotations::default();
    all.add(dike(), "tweede".into(), at(10));
    let start = Anchor {
        offset: 3,
        ..Anchor::default()
    };
    all.add(Target::Place(start), "eerste".into(), at(20));
    assert_eq!(notes(&all), ["eerste", "tweede"]);
}

#[test]
fn two_machines_that_make_notes_lose_neither() {
    let (mut laptop, mut desk) = (Annotations::default(), Annotations::default());
    laptop.add(dike(), "op de laptop".into(), at(10));
    desk.add(dike(), "aan het bureau".into(), at(10));
    assert_eq!(
        notes(&laptop.merge(&desk)),
        ["aan het bureau", "op de laptop"]
    );
}

#[test]
fn a_note_edited_on_one_machine_is_edited_on_the_other() {
    let (laptop, first) = shared();
    let mut desk = laptop.clone();
    desk.reword(&first, "daarom".into(), at(20));
    assert_eq!(notes(&laptop.merge(&desk)), ["daarom"]);
    let edited = desk.iter().next().expect("one").clone();
    assert_eq!((edited.made, edited.changed), (at(10), at(20)));
}

#[test]
fn of_a_note_edited_on_two_machines_neither_loses_a_word() {
    let (mut laptop, first) = shared();
    let mut desk = laptop.clone();
    laptop.reword(&first, "om de klei".into(), at(20));
    desk.reword(&first, "om het riet".into(), at(30));
    assert_eq!(notes(&desk.merge(&laptop)), ["om de klei", "om het riet"]);
}

#[test]
fn a_note_edited_here_and_removed_there_stays() {
    let (mut laptop, first) = shared();
    let mut desk = laptop.clone();
    laptop.reword(&first, "om de klei".into(), at(20));
    desk.remove(first.id());
    assert_eq!(notes(&desk.merge(&laptop)), ["om de klei"]);
}

#[test]
fn what_was_removed_stays_away_until_it_is_put_back() {
    let (laptop, first) = shared();
    let mut desk = laptop.clone();
    desk.remove(first.id());
    assert!(desk.merge(&laptop).is_empty());
    desk.restore(&first, at(40));
    let again = desk.merge(&laptop);
    assert_eq!(notes(&again), ["waarom?"]);
    assert_eq!(again.iter().next().map(|a| a.made), Some(at(10)));
}

#[test]
fn a_clock_that_was_set_back_loses_no_note() {
    let (before, first) = shared();
    let mut now = before.clone();
    now.reword(&first, "om de klei".into(), at(1));
    let edited = now.latest(&dike()).expect("edited").clone();
    now.remove(edited.id());
    now.restore(&edited, at(1));
    now.add(dike(), "waarom?".into(), at(10));
    assert_eq!(notes(&now.merge(&before)), ["waarom?", "om de klei"]);
}

#[test]
fn an_identity_is_written_and_read() {
    let (_, first) = shared();
    assert_eq!(
        AnnotationId::parse(&first.id().to_string()),
        Some(first.id())
    );
    assert_eq!(AnnotationId::parse("dijk"), None);
    assert_eq!(AnnotationId::parse("+123456789abcdef"), None);
}
