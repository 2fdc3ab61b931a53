use super::*;
use crate::article::invented::article;
use proptest::prelude::*;

const ISLAND: &str = "De laatste bakker van het eiland stond om drie uur op. Zijn vader had dat \
    ook gedaan, en diens vader voor hem.\n\n\
    ‘Brood wacht niet’, zei hij. Buiten lag de haven nog in het donker, en de meeuwen sliepen op de \
    kade. Wie vroeg kwam, kreeg het warm mee naar huis; wie laat kwam, vond een leeg schap en een \
    briefje op de deur.\n\n\
    Nu staat er een automaat naast de kerk. Het brood komt met de boot van half zeven, en niemand \
    weet meer wie het heeft gebakken.";

fn highlight(article: &Article, words: &str) -> Passage {
    let start = article.text().find(words).expect("the words are there");
    Passage::of(article, Span::new(start, start + words.len())).expect("words")
}

/// The words that are marked in `text` now, and how sure that is.
fn found<'t>(passage: &Passage, text: &'t Article) -> Option<(&'t str, Trust)> {
    let (span, trust) = passage.find(text)?;
    Some((span.of(text.text()), trust))
}

const LONG: &str = "Buiten lag de haven nog in het donker, en de meeuwen sliepen op de kade. Wie \
    vroeg kwam, kreeg het warm mee naar huis";

#[test]
fn a_highlight_holds_its_words_and_what_stands_around_them() {
    let passage = highlight(&article(ISLAND), " de haven nog in het donker,");
    assert_eq!(passage.exact, "de haven nog in het donker,");
    assert_eq!(passage.prefix, "wacht niet’, zei hij. Buiten lag ");
    assert_eq!(passage.suffix, " en de meeuwen sliepen op de kade.");
}

#[test]
fn white_space_alone_is_no_highlight() {
    let article = article(ISLAND);
    let gap = article.text().find("\n\n").expect("two paragraphs");
    assert_eq!(Passage::of(&article, Span::new(gap, gap + 2)), None);
    assert_eq!(Passage::of(&article, Span::new(9, 3)), None);
    assert_eq!(Passage::of(&article, Span::new(90_000, 90_010)), None);
}

#[test]
fn in_the_same_text_a_highlight_is_exactly_where_it_was() {
    let article = article(ISLAND);
    for words in [
        "De",
        "‘Brood wacht niet’",
        LONG,
        "gebakken.",
        "hem.\n\n‘Brood",
    ] {
        let passage = highlight(&article, words);
        assert_eq!(found(&passage, &article), Some((words, Trust::Exact)));
    }
}

#[test]
fn a_highlight_moves_along_with_its_words() {
    let before = article(ISLAND);
    let after = article(&format!("Een nieuwe inleiding.\n\n{ISLAND}"));
    for words in ["bakker", "‘Brood wacht niet’", LONG, "gebakken."] {
        let passage = highlight(&before, words);
        assert_eq!(found(&passage, &after), Some((words, Trust::Moved)));
    }
}

#[test]
fn one_word_is_told_from_its_likes_by_the_words_around_it() {
    let before = article(ISLAND);
    let passage = Passage::of(&before, {
        let at = before.text().rfind("brood").expect("a second one");
        Span::new(at, at + 5)
    })
    .expect("a word");
    let after = article(&ISLAND.replace("De laatste", "Hij bakte brood. De laatste"));
    let (span, _) = passage.find(&after).expect("found");
    assert!(
        after
            .text()
            .get(..span.start)
            .is_some_and(|t| t.ends_with("Het "))
    );
}

#[test]
fn an_edit_inside_a_long_highlight_keeps_it() {
    let before = article(ISLAND);
    let passage = highlight(&before, LONG);
    let after = article(
        &ISLAND
            .replace("nog in het donker", "stil")
            .replace("sliepen op", "zaten, zoals elke nacht, op"),
    );
    assert_eq!(
        found(&passage, &after),
        Some((
            "Buiten lag de haven stil, en de meeuwen zaten, zoals elke nacht, op de kade. Wie \
             vroeg kwam, kreeg het warm mee naar huis",
            Trust::Alike
        ))
    );
}

#[test]
fn other_quote_marks_are_the_same_words() {
    let before = article(ISLAND);
    let passage = highlight(&before, "‘Brood wacht niet’, zei hij.");
    let after = article(&ISLAND.replace(['‘', '’'], "\""));
    assert_eq!(
        found(&passage, &after),
        Some(("\"Brood wacht niet\", zei hij.", Trust::Moved))
    );
}

#[test]
fn a_highlight_whose_last_words_were_cut_off_ends_earlier() {
    let before = article(ISLAND);
    let passage = highlight(&before, LONG);
    let after = article(ISLAND.split(" Wie vroeg").next().expect("the beginning"));
    assert_eq!(
        found(&passage, &after),
        Some((
            "Buiten lag de haven nog in het donker, en de meeuwen sliepen op de kade",
            Trust::Alike
        ))
    );
    let after = article(
        ISLAND
            .split("nog in het donker, ")
            .nth(1)
            .expect("the rest"),
    );
    assert_eq!(
        found(&passage, &after).map(|(words, _)| words),
        Some("en de meeuwen sliepen op de kade. Wie vroeg kwam, kreeg het warm mee naar huis")
    );
}

#[test]
fn a_highlight_at_the_end_of_the_text_ends_with_it() {
    let before = article(ISLAND);
    let passage = highlight(&before, "niemand weet meer wie het heeft gebakken.");
    let after = article(&ISLAND.replace("weet meer wie", "weet nog wie"));
    assert_eq!(
        found(&passage, &after),
        Some(("niemand weet nog wie het heeft gebakken.", Trust::Alike))
    );
}

#[test]
fn a_highlight_whose_words_are_gone_is_lost_and_marks_nothing_else() {
    let before = article(ISLAND);
    let passage = highlight(&before, "de meeuwen sliepen op de kade");
    let rewritten = ISLAND.replace("de meeuwen sliepen op de kade", "er was geen mens te zien");
    assert_eq!(found(&passage, &article(&rewritten)), None);
    assert_eq!(found(&passage, &article("")), None);
    let other = "Volstrekt andere zinnen zonder overeenkomst. ".repeat(40);
    assert_eq!(found(&passage, &article(&other)), None);
}

#[test]
fn a_highlight_that_was_written_by_hand_is_found_by_its_words() {
    let article = article(ISLAND);
    let passage = Passage {
        exact: "een automaat naast de kerk".into(),
        ..Passage::default()
    };
    assert_eq!(
        found(&passage, &article),
        Some(("een automaat naast de kerk", Trust::Moved))
    );
}

#[test]
fn a_hostile_text_takes_linear_time() {
    let whole = article(&"het water steeg en ".repeat(20_000));
    let half = Passage::of(&whole, Span::new(19, whole.text().len() / 2)).expect("words");
    let short = highlight(&article(ISLAND), LONG);
    for text in [
        "het water steeg ".repeat(20_000),
        "a".repeat(300_000),
        "Buiten lag ".repeat(30_000),
        "‘".repeat(100_000),
    ] {
        let text = article(&text);
        for passage in [&half, &short] {
            if let Some((span, _)) = passage.find(&text) {
                assert!(!span.of(text.text()).is_empty());
            }
        }
    }
}

proptest! {
    #[test]
    fn whatever_becomes_of_the_text_a_highlight_is_words_or_lost(
        text in "\\PC{0,80}( |\n\n)[a-c ]{0,80}", other in "([a-c ]|\\PC){0,160}",
        a in 0..200_usize, b in 0..200_usize,
    ) {
        let (before, after) = (article(&text), article(&other));
        if let Some(passage) = Passage::of(&before, Span::new(a, b)) {
            let (span, trust) = passage.find(&before).expect("it stands there");
            prop_assert_eq!((span.of(before.text()), trust), (passage.exact.as_str(), Trust::Exact));
            if let Some((span, _)) = passage.find(&after) {
                prop_assert!(!span.of(after.text()).trim().is_empty());
            }
        }
    }
}

#[test]
fn a_rewritten_highlight_does_not_reach_into_what_was_written_behind_its_paragraph() {
    let text = article(ISLAND);
    let words = "‘Brood wacht niet’, zei hij. Buiten lag de haven nog in het donker, en de meeuwen sliepen op de \
        kade. Wie vroeg kwam, kreeg het warm mee naar huis; wie laat kwam, vond een leeg schap en een briefje op \
        de deur.";
    let passage = highlight(&text, words);
    let new = "Zestien hotels verrezen langs stille stranden waar vroeger schapen graasden tussen wrakhout. Nu staat";
    let edited = ISLAND
        .replace("‘Brood wacht", "‘Deeg wacht")
        .replace("\n\nNu staat", &format!("\n\n{new}"));
    let edited = article(&edited);
    let (marked, trust) = found(&passage, &edited).expect("most of it stands");
    assert!(marked.ends_with("op de deur."), "{marked}");
    assert_eq!(trust, Trust::Alike);
}

#[test]
fn a_little_word_that_is_gone_is_not_the_one_before_a_word_that_begins_alike() {
    let passage = highlight(&article("Het riet ruist zacht. Wie wacht op boten"), "op");
    let edited = article("Op bomen, daarna op bomen. Het riet ruist zacht. Wie wacht boten");
    assert_eq!(found(&passage, &edited), None);
}

#[test]
fn a_highlight_keeps_its_last_word_whole_where_the_next_word_is_gone() {
    let passage = highlight(
        &article(
            "or ragpok in babgar en dirdek.\n\nir rarrak er diprur en bobdir ar kokbik in gurkek or gobgar ar \
             vikkur en vedgak an pokror ir gigpir er ropkir",
        ),
        "gurkek or gobgar",
    );
    let edited = article(
        "or ragpok in babgar en dirdek.\n\nir rarrak er diprur en qq ar kokbik in gurkek or gobgar vikkur en \
         vedgak an pokror ir gigpir er ropkir",
    );
    assert_eq!(
        found(&passage, &edited).map(|(words, _)| words),
        Some("gurkek or gobgar")
    );
}
