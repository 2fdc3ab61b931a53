//! Paragraphs, lists and headings as a reader sees them, line by line.

use super::{article, lines, paragraph, set, setting, width};
use crate::article::BlockKind;
use crate::typeset::{Alignment, Hyphenation, Ink, Setting};

#[test]
fn a_list_has_its_markers_and_a_hanging_indent() {
    let item = |number| BlockKind::ListItem { depth: 1, number };
    let list = article([
        (item(None), "Brood van gisteren, in dikke plakken."),
        (item(Some(1)), "Eerst snijden."),
    ]);
    assert_eq!(
        set(
            &list,
            Setting {
                hyphenation: Hyphenation::Off,
                ..setting(22)
            }
        ),
        [
            "• Brood van gisteren,",
            "  in dikke plakken.",
            "1. Eerst snijden."
        ]
    );
}

#[test]
fn quotes_are_set_in_rules_stand_in_the_middle_and_verse_keeps_its_lines() {
    let text = article([
        (
            BlockKind::Quote { depth: 1 },
            "De regen kwam\nen ging weer.",
        ),
        (BlockKind::Rule, "* * *"),
    ]);
    assert_eq!(
        set(&text, setting(21)),
        ["  De regen kwam", "  en ging weer.", "        * * *"]
    );
}

#[test]
fn a_straight_paragraph_ends_flush_but_for_its_last_line() {
    let text = paragraph(
        "De lamp boven de tafel brandde nog toen zij thuiskwam van het werk aan de dijk, en op het vuur stond soep.",
    );
    let straight = Setting {
        alignment: Alignment::Justified,
        hyphenation: Hyphenation::Off,
        ..setting(36)
    };
    let lines = set(&text, straight);
    let (last, others) = lines.split_last().expect("lines");
    assert!(
        others.len() >= 2 && others.iter().all(|line| width(line) == 36),
        "{lines:#?}"
    );
    assert!(width(last) < 36);
}

#[test]
fn the_trema_goes_where_the_hyphen_says_enough() {
    let text = paragraph("Alle wijde zeeën op aarde met elkaar samen.");
    assert_eq!(
        set(&text, setting(15)),
        ["Alle wijde zee-", "en op aarde met", "elkaar samen."]
    );
    let lines = lines(&text, setting(15));
    assert_eq!(lines[1].span.of(text.text()), "ën op aarde met ");
}

#[test]
fn a_paragraph_in_a_narrow_column_is_even_and_ends_on_more_than_a_scrap() {
    let text = paragraph(
        "De verhuizers hadden de boekenkast in de regen laten staan, en niemand durfde er iets over te \
         zeggen, want de chauffeur was de zwager van de burgemeester.",
    );
    let lines = set(&text, setting(32));
    assert_eq!(
        lines,
        [
            "De verhuizers hadden de boeken-",
            "kast in de regen laten staan, en",
            "niemand durfde er iets over te",
            "zeggen, want de chauffeur was de",
            "zwager van de burgemeester.",
        ]
    );
}

#[test]
fn two_letters_are_not_carried_over_where_a_little_white_spares_it() {
    let text = "Bij het bankje stond een raampje, met een fietsje ernaast, en wie goed keek zag het katje \
                achter het briefje.";
    assert_eq!(
        set(&paragraph(text), setting(28)),
        [
            "Bij het bankje stond een",
            "raampje, met een fietsje",
            "ernaast, en wie goed",
            "keek zag het katje achter",
            "het briefje.",
        ]
    );
}

#[test]
fn a_soft_hyphen_divides_and_is_not_seen() {
    let text = paragraph("een mas\u{ad}sage\u{ad}bed van hout en riet");
    assert_eq!(
        set(&text, setting(12)),
        ["een massage-", "bed van hout", "en riet"]
    );
    let wide = set(&text, setting(60));
    assert_eq!(wide, ["een massagebed van hout en riet"]);
}

#[test]
fn an_added_hyphen_stands_for_nothing() {
    let text = paragraph("een mas\u{ad}sage\u{ad}bed van hout en riet");
    let lines = lines(&text, setting(12));
    let last = lines[0].runs.last().expect("a hyphen");
    assert_eq!((last.span.len(), &last.ink), (0, &Ink::Other("-".into())));
}

#[test]
fn a_dash_stays_with_the_words_before_it() {
    let text = paragraph("Het was – zei hij – te laat.");
    for measure in 8..28 {
        for line in set(&text, setting(measure)) {
            assert!(!line.starts_with('–'), "{measure}: {line}");
        }
    }
}

#[test]
fn a_date_is_torn_only_where_nothing_else_fits() {
    let text = paragraph("Zij kwam op 24 juni aan.");
    let joined = |measure| set(&text, setting(measure)).join("|");
    assert_eq!(joined(14), "Zij kwam op|24 juni aan.");
    assert_eq!(joined(4), "Zij|kwam|op|24|juni|aan.");
}

#[test]
fn a_word_wider_than_the_column_is_torn_between_characters() {
    let text = paragraph("xxxxxxxxxxxx");
    assert_eq!(set(&text, setting(5)).concat(), "xxxxxxxxxxxx");
    assert_eq!(set(&text, setting(1)).len(), 12);
}

#[test]
fn a_character_wider_than_the_column_is_stood_in_for() {
    assert_eq!(set(&paragraph("a 世"), setting(1)), ["a", "□"]);
}
