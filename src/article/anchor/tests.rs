use super::*;
use crate::article::invented::{article, line, prose, set, start_of};
use proptest::prelude::*;

const POLDER: &str = "De dijkgraaf keek uit over het water en zweeg. In de verte trok een zeilboot \
    langzaam voorbij, alsof er niets aan de hand was.\n\n\
    ‘Wie hier woont, leert wachten’, zei hij toen. Het klonk niet als een klacht. Zijn moeder had \
    de vloed nog meegemaakt, en haar verhalen hingen als natte jassen in de gang.\n\n\
    Vandaag staat er een hek om het gemaal. De pompen draaien op stroom uit zee, en de machinist komt \
    één keer in de week kijken of alles het nog doet.";

fn place_of(article: &Article, words: &str) -> usize {
    article
        .text()
        .find(words)
        .expect("the words are in the text")
}

#[test]
fn the_place_is_exact_in_the_same_text() {
    let article = article(POLDER);
    for words in ["De dijkgraaf", "‘Wie hier", "langzaam", "één keer", "doet."] {
        let at = place_of(&article, words);
        let found = Anchor::at(&article, at).find(&article);
        assert_eq!((found.offset, found.trust), (at, Trust::Exact), "{words}");
    }
}

#[test]
fn an_anchor_quotes_a_few_words_and_can_be_read_by_people() {
    let article = article(POLDER);
    let anchor = Anchor::at(&article, place_of(&article, "Zijn moeder"));
    assert_eq!(anchor.exact, "Zijn moeder had de vloed nog meegemaakt,");
    assert_eq!(anchor.prefix, "Het klonk niet als een klacht. ");
}

#[test]
fn a_page_that_begins_inside_a_word_keeps_its_place() {
    let before = article(POLDER);
    let at = place_of(&before, "graaf keek");
    let anchor = Anchor::at(&before, at);
    let after = article(&format!("Een nieuwe inleiding.\n\n{POLDER}"));
    assert_eq!(anchor.find(&after).offset, place_of(&after, "graaf keek"));
    let edited = article(&POLDER.replace("keek uit over", "staarde over"));
    assert_eq!(anchor.find(&edited).offset, at);
}

#[test]
fn words_that_moved_are_found_where_they_are_now() {
    let before = article(POLDER);
    let anchor = Anchor::at(&before, place_of(&before, "Vandaag staat"));
    let paragraphs: Vec<&str> = POLDER.split("\n\n").collect();
    let after = article(&format!("{}\n\n{}", paragraphs[2], paragraphs[0]));
    let found = anchor.find(&after);
    assert_eq!((found.offset, found.trust), (0, Trust::Moved));
}

#[test]
fn a_refrain_is_told_apart_by_what_stands_before_it() {
    let refrain = "en het water steeg en steeg, tot niemand nog durfde te kijken";
    let song = format!(
        "Eerst brak de dijk bij het dorp, {refrain}.\n\nToen viel de toren, {refrain}.\n\nDaarna zweeg de klok, {refrain}."
    );
    let before = article(&song);
    let second = song
        .match_indices(refrain)
        .nth(1)
        .expect("three refrains")
        .0;
    let anchor = Anchor::at(&before, second);
    let after = article(&format!(
        "Een lang voorwoord dat alles verschuift, en nog wat meer dan dat ook, zodat de derde nu dichterbij staat dan de tweede, of daaromtrent.\n\n{song}"
    ));
    let found = anchor.find(&after);
    let (before, _) = after.text().split_at(found.offset);
    assert!(before.ends_with("Toen viel de toren, "));
    assert_eq!(found.trust, Trust::Moved);
}

#[test]
fn other_quote_marks_and_line_ends_are_the_same_words() {
    let before = article(POLDER);
    let anchor = Anchor::at(&before, place_of(&before, "‘Wie hier"));
    let after = article(
        &POLDER
            .replace(['‘', '’'], "\"")
            .replace("leert wachten", "leert\nwachten"),
    );
    let found = anchor.find(&after);
    assert_eq!(
        (found.offset, found.trust),
        (place_of(&after, "\"Wie hier"), Trust::Moved)
    );
}

#[test]
fn rewritten_words_are_found_after_the_words_before_them() {
    let before = article(POLDER);
    let at = place_of(&before, "Zijn moeder had");
    let anchor = Anchor::at(&before, at);
    let after = article(&POLDER.replace(
        "Zijn moeder had de vloed nog meegemaakt, en haar",
        "Vroeger vertelde ze daar lange avonden over; die",
    ));
    let found = anchor.find(&after);
    assert_eq!((found.offset, found.trust), (at, Trust::Alike));
}

#[test]
fn the_end_of_an_article_is_a_place_too() {
    let before = article(POLDER);
    let anchor = Anchor::at(&before, usize::MAX);
    assert_eq!(anchor.offset, before.text().len());
    assert_eq!(anchor.find(&before).trust, Trust::Exact);
    let after = article(&format!("Vooraf.\n\n{POLDER}"));
    assert_eq!(anchor.find(&after).offset, after.text().len());
}

#[test]
fn where_nothing_is_alike_the_share_read_is_the_place() {
    let before = article(POLDER);
    let anchor = Anchor::at(&before, before.text().len() / 2);
    let after = article(&"Volstrekt andere zinnen zonder overeenkomst. ".repeat(50));
    let found = anchor.find(&after);
    assert_eq!(found.trust, Trust::Share);
    assert!((after.share_before(found.offset) - anchor.share).abs() < 0.02);
}

#[test]
fn an_anchor_from_a_damaged_file_still_gives_a_place() {
    let article = article(POLDER);
    for share in [f64::NAN, f64::INFINITY, -3.0, 7.0] {
        let anchor = Anchor {
            offset: usize::MAX,
            exact: "\u{301}…".into(),
            prefix: "‘".into(),
            share,
        };
        assert!(
            article
                .text()
                .is_char_boundary(anchor.find(&article).offset)
        );
    }
    assert_eq!(
        Anchor::default().find(&article),
        Found {
            offset: 0,
            trust: Trust::Share
        }
    );
    assert_eq!(
        Anchor::at(&article, 200).find(&self::article("")),
        Found {
            offset: 0,
            trust: Trust::Share
        }
    );
}

#[test]
fn a_text_of_one_refrain_or_without_spaces_takes_linear_time() {
    let before = article(POLDER);
    let anchor = Anchor::at(&before, place_of(&before, "Zijn moeder"));
    for text in [
        "de vloed nog ".repeat(40_000),
        "a".repeat(500_000),
        "Zijn ".repeat(100_000),
    ] {
        let found = anchor.find(&article(&text));
        assert!(found.offset <= text.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_elsewhere_never_moves_the_place(
        paragraphs in prose(), at in any::<prop::sample::Index>(), word in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), "[qxy]{2,9}( [qxy]{2,9}){0,30}", 0..3_u8), 1..8),
    ) {
        let p = at.index(paragraphs.len());
        let w = word.index(paragraphs[p].len());
        let before = article(&set(&paragraphs));
        let anchor = Anchor::at(&before, start_of(&paragraphs, p, w));
        // The anchor's own words, and the few before them, are what must stand.
        let standing = |q: usize, v: usize| q == p || (q + 1 == p && v + 12 > paragraphs[q].len())
            || (q == p + 1 && v < 16);
        let mut edited = paragraphs.clone();
        for (q, v, new, how) in edits {
            let q = q.index(paragraphs.len());
            let v = v.index(paragraphs[q].len());
            if standing(q, v) { continue; }
            match how {
                0 => edited[q][v] = new,
                1 => edited[q][v] = format!("{} {new}", edited[q][v]).trim_start().to_owned(),
                _ => edited[q][v].clear(),
            }
        }
        let after = article(&set(&edited));
        let found = anchor.find(&after);
        prop_assert_eq!(found.offset, start_of(&edited, p, w));
        prop_assert!(found.trust >= Trust::Moved);
    }

    #[test]
    fn an_edit_of_the_words_themselves_leaves_the_place_in_its_paragraph(
        paragraphs in prose(), at in any::<prop::sample::Index>(), word in any::<prop::sample::Index>(),
        edits in prop::collection::vec((0..10_usize, "[qxy]{2,9}( [qxy]{2,9}){0,3}", 0..4_u8), 1..10),
        inserted in "[qxy]{2,9}( [qxy]{2,9}){0,40}",
    ) {
        let p = at.index(paragraphs.len());
        let w = word.index(paragraphs[p].len() - 10);
        let before = article(&set(&paragraphs));
        let anchor = Anchor::at(&before, start_of(&paragraphs, p, w));
        let mut edited = paragraphs.clone();
        for (i, new, how) in edits {
            let word = &mut edited[p][w + i];
            match how {
                0 => *word = new,
                1 => *word = format!("{word} {new}").trim_start().to_owned(),
                2 => { word.push('q'); }
                _ => word.clear(),
            }
        }
        if p > 0 { edited[0].insert(0, inserted); }
        let p_start = start_of(&edited, p, 0);
        let p_end = p_start + line(&edited[p]).len();
        let found = anchor.find(&article(&set(&edited)));
        prop_assert!((p_start..=p_end).contains(&found.offset), "{found:?} not in {p_start}..{p_end}");
    }

    #[test]
    fn any_anchor_in_any_text_gives_a_place_on_a_character_boundary(
        text in "\\PC{0,200}", other in "\\PC{0,200}", offset in 0..300_usize,
    ) {
        let anchor = Anchor::in_text(&text, offset);
        prop_assert!(text.is_char_boundary(anchor.offset));
        prop_assert!(other.is_char_boundary(anchor.find_in(&other).offset));
        prop_assert_eq!(anchor.find_in(&text).offset, anchor.offset);
    }
}
