use crate::article::{Article, BlockKind};
use crate::parse::{Form, parse};

fn read(text: &str) -> Article {
    parse(text.as_bytes(), Form::Text, "bestand").expect("text")
}

/// The blocks, one a line: `# ` a heading, `- ` or `1. ` an item, `~ ` a caption, `/` a kept line break.
fn drawn(text: &str) -> String {
    let article = read(text);
    let mut out = String::new();
    for block in article.blocks() {
        match block.kind {
            BlockKind::Heading { .. } => out.push_str("# "),
            BlockKind::ListItem {
                number: Some(n), ..
            } => out.extend([n.to_string().as_str(), ". "]),
            BlockKind::ListItem { .. } => out.push_str("- "),
            BlockKind::Caption => out.push_str("~ "),
            _ => {}
        }
        out.push_str(&block.span.of(article.text()).replace('\n', " / "));
        out.push('\n');
    }
    out
}

fn author(article: &Article) -> (&str, &str) {
    article
        .meta
        .authors
        .first()
        .map(|a| (a.name.as_str(), a.role.as_deref().unwrap_or_default()))
        .unwrap_or_default()
}

fn published(article: &Article) -> String {
    article
        .meta
        .published
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default()
}

const PROSE: &str = "De sluiswachter stond al vroeg op de kade, want het water was in de nacht een halve meter gestegen en niemand wist waar het vandaan kwam.";

#[test]
fn a_title_loses_everything_that_the_page_glued_to_it() {
    let article = read(&format!(
        " date 2024-11 Het water: wie houdt de deur dicht? Opinie • Vandaag • leestijd 6 minuten • 1.204 keer bekeken • bewaren\n\nNoor Aydin Waterbouwkundige en bestuurder\n\n{PROSE}"
    ));
    assert_eq!(article.meta.title, "Het water: wie houdt de deur dicht?");
    assert_eq!(article.meta.section.as_deref(), Some("Opinie"));
    assert_eq!(published(&article), "2024-11");
    assert_eq!(article.meta.reading_minutes, Some(6));
    assert_eq!(article.meta.views, Some(1204));
    assert_eq!(
        author(&article),
        ("Noor Aydin", "Waterbouwkundige en bestuurder")
    );
    assert_eq!(article.text(), PROSE);
}

#[test]
fn stamps_may_come_in_any_order_and_behind_any_sign() {
    for head in [
        "Opinie | 3 maart 2024 | Het water komt | 6 min. leestijd",
        "Het water komt · Opinie · 3 maart 2024 · leestijd 6 minuten",
        "leestijd: 6 min • Het water komt Opinie • 03-03-2024",
        "2024-03-03 Het water komt Opinie leestijd 6 minuten",
        "Opinie\n3 mrt. 2024\nHet water komt\n6 minuten leestijd",
        "Het water komt\nOpinie\nGepubliceerd op zondag 3 maart 2024 om 10:15\nLeestijd: ca. 6 minuten\nBewaar",
        "Opinie: Het water komt\n\n3 maart 2024 • 6 min",
    ] {
        let article = read(&format!("{head}\n\n{PROSE}"));
        assert_eq!(article.meta.title, "Het water komt", "{head}");
        assert_eq!(article.meta.section.as_deref(), Some("Opinie"), "{head}");
        assert_eq!(published(&article), "2024-03-03", "{head}");
        assert_eq!(article.meta.reading_minutes, Some(6), "{head}");
        assert_eq!(article.text(), PROSE, "{head}");
    }
}

#[test]
fn a_relative_date_leaves_the_text_and_is_not_guessed_into_a_date() {
    let article = read(&format!(
        "Het water komt\nNieuws • Gisteren, 14:30\n\n{PROSE}"
    ));
    assert_eq!(article.meta.published, None);
    assert_eq!(article.text(), PROSE);
}

#[test]
fn the_day_of_publication_counts_and_not_that_of_a_change() {
    let article = read(&format!(
        "Het water komt\nLaatste update: 5 maart 2024\nGepubliceerd: 3 maart 2024\n\n{PROSE}"
    ));
    assert_eq!(published(&article), "2024-03-03");
    let changed = read(&format!(
        "Het water komt\nBijgewerkt 5 maart 2024\n\n{PROSE}"
    ));
    assert_eq!(published(&changed), "2024-03-05");
    let refined = read(&format!(
        "date 2024-03 Het water komt\n3 maart 2024\n\n{PROSE}"
    ));
    assert_eq!(published(&refined), "2024-03-03");
}

#[test]
fn a_byline_is_known_in_its_many_forms() {
    for (line, name, role) in [
        ("Door Sietske Kramer", "Sietske Kramer", ""),
        ("door: Sietske Kramer", "Sietske Kramer", ""),
        ("Tekst: Sietske Kramer", "Sietske Kramer", ""),
        ("Door onze redactie", "onze redactie", ""),
        (
            "Van onze redacteur Sietske Kramer",
            "Sietske Kramer",
            "redacteur",
        ),
        (
            "Van onze correspondent Sietske Kramer in Gent",
            "Sietske Kramer",
            "correspondent",
        ),
        (
            "Sietske Kramer, hoogleraar waterrecht",
            "Sietske Kramer",
            "hoogleraar waterrecht",
        ),
        (
            "Sietske Kramer (oud-wethouder)",
            "Sietske Kramer",
            "oud-wethouder",
        ),
        (
            "Sietske Kramer\nHoogleraar waterrecht",
            "Sietske Kramer",
            "Hoogleraar waterrecht",
        ),
        ("Sietske Kramer", "Sietske Kramer", ""),
        ("Sietske Kramer • 3 maart 2024", "Sietske Kramer", ""),
    ] {
        let article = read(&format!("Het water komt\n\n{line}\n\n{PROSE}"));
        assert_eq!(author(&article), (name, role), "{line}");
        assert_eq!(article.text(), PROSE, "{line}");
    }
}

#[test]
fn a_byline_below_the_lead_is_found_too() {
    let article = read(&format!(
        "Het water komt\n\nVolgens de kenners is het te laat.\n\nDoor Sietske Kramer en Joris Bol\n3 maart 2024\n\n{PROSE}"
    ));
    assert_eq!(article.meta.authors.len(), 2);
    assert_eq!(published(&article), "2024-03-03");
    assert_eq!(
        article.text(),
        format!("Volgens de kenners is het te laat.\n\n{PROSE}")
    );
}

#[test]
fn a_sentence_is_no_title_no_author_and_no_stamp() {
    for text in [
        "Het regende.\n\nToen werd het droog en liep iedereen naar buiten om te kijken.",
        "Beste lezer,\n\nHet regende de hele nacht en niemand sliep.",
        "Sietske Kramer is hoogleraar waterrecht.\n\nZij woont in een huis op palen.",
        "Vandaag is alles anders.\n\nGisteren was alles nog hetzelfde, zei ze.",
        "Een enkele regel",
    ] {
        let article = read(text);
        assert_eq!(article.meta.title, "bestand", "{text}");
        assert_eq!(article.text(), text);
        assert!(article.meta.authors.is_empty());
    }
}

#[test]
fn titles_that_look_like_stamps_stay_whole() {
    for title in [
        "Interview Marja Plas",
        "Wat gebeurde er op 10 mei 1940?",
        "Het einde van de Politiek",
        "1984",
        "Door het oog van de naald",
        "Vandaag begint het grote wachten",
        "Water | land | lucht",
    ] {
        let article = read(&format!("{title}\n\n{PROSE}"));
        let shown = if title == "1984" { "bestand" } else { title };
        assert_eq!(article.meta.title, shown, "{title}");
        assert!(article.meta.published.is_none());
    }
}

#[test]
fn a_section_below_the_first_words_is_a_heading() {
    let article = read(&format!(
        "Het water komt\n\n{PROSE}\n\nOnderzoek\n\n{PROSE}"
    ));
    assert_eq!(article.meta.section, None);
    assert_eq!(article.blocks()[1].kind, BlockKind::Heading { level: 2 });
}

#[test]
fn what_stands_among_stamps_and_is_none_stays_in_the_text() {
    let article = read(&format!(
        "Het water komt\nOpinie • Zierikzee • 3 maart 2024\n\n{PROSE}"
    ));
    assert_eq!(article.text(), format!("Zierikzee\n\n{PROSE}"));
}

#[test]
fn a_note_that_the_people_are_invented_goes_to_the_header() {
    for (line, note) in [
        (
            "Noot: de mensen in dit stuk zijn verzonnen.",
            "de mensen in dit stuk zijn verzonnen.",
        ),
        ("(fictie)", "fictie"),
    ] {
        let article = read(&format!(
            "Het water komt\nDoor Joris Bol\n{line}\n\n{PROSE}"
        ));
        assert_eq!(article.meta.note.as_deref(), Some(note));
        assert_eq!(article.text(), PROSE);
    }
}

#[test]
fn a_title_that_is_repeated_stands_once() {
    let article = read(&format!(
        "Het water komt\nOpinie • Vandaag\n\nHet water komt\n\n{PROSE}"
    ));
    assert_eq!(article.text(), PROSE);
}

#[test]
fn short_lines_above_prose_are_headings_questions_too() {
    assert_eq!(
        drawn(&format!(
            "Het water komt\n\n{PROSE}\n\nWie houdt de deur dicht?\n\n{PROSE}\n\n‘Geen keus’\n\n{PROSE}\n\n„Wie doet dat nu?”\n\nMaar dat is de helft.\n\nSlotregel zonder punt"
        )),
        format!(
            "{PROSE}\n# Wie houdt de deur dicht?\n{PROSE}\n# ‘Geen keus’\n{PROSE}\n„Wie doet dat nu?”\nMaar dat is de helft.\nSlotregel zonder punt\n"
        )
    );
}

#[test]
fn page_debris_goes_and_sentences_stay() {
    assert_eq!(
        drawn(&format!(
            "Het water komt\n\n{PROSE}\n\nLees ook: De brug van later\n\nAdvertentie\n\n(Tekst gaat verder onder de foto)\n\nFoto: Els de Wit\n\nDelen is moeilijk, zegt ze.\n\nSchrijf je in voor onze nieuwsbrief\n\nDelen:\n\nPraat mee"
        )),
        format!("{PROSE}\n~ Foto: Els de Wit\nDelen is moeilijk, zegt ze.\n")
    );
}

#[test]
fn a_row_of_buttons_goes_and_a_heading_of_the_same_name_stays() {
    assert_eq!(
        drawn(&format!(
            "Het water komt\n\n{PROSE}\n\nFacebook\n\n{PROSE}\n\nFacebook\nTwitter\nE-mail\n\n{PROSE}"
        )),
        format!("{PROSE}\n# Facebook\n{PROSE}\n{PROSE}\n")
    );
}

#[test]
fn titles_of_other_pages_go_with_the_signpost_above_them() {
    assert_eq!(
        drawn(&format!(
            "Het water komt\n\n{PROSE}\n\nLees ook:\nDe brug van later\nWaar blijft de veerman?\n\nHet vervolg\n\n{PROSE}"
        )),
        format!("{PROSE}\n# Het vervolg\n{PROSE}\n")
    );
    assert_eq!(
        drawn(&format!(
            "Het water komt\n{PROSE}\nLees ook\nHet vervolg\n{PROSE}"
        )),
        format!("{PROSE}\n# Het vervolg\n{PROSE}\n")
    );
}

#[test]
fn text_without_blank_lines_has_a_paragraph_a_line() {
    assert_eq!(
        drawn(&format!(
            "Het water komt\nDoor Joris Bol\n{PROSE}\nWie betaalt dat?\n{PROSE}\n{PROSE}"
        )),
        format!("{PROSE}\n# Wie betaalt dat?\n{PROSE}\n{PROSE}\n")
    );
}

#[test]
fn hard_wrapped_lines_become_paragraphs_again() {
    let text = "Het water komt\n\nDe sluiswachter stond al vroeg op de kade, want het water was\nin de nacht een halve meter gestegen en niemand wist waar het\nvandaan kwam. Zijn vrouw had hem gewaarschuwd, maar dat had de\nman natuurlijk niet willen horen.\n\nWie betaalt dat?\n\nNiemand wil ervan weten, zei hij later tegen de mensen van de\nkrant, die met een bootje waren gekomen om te kijken hoe hoog\nhet stond. Het stond hoog.";
    assert_eq!(
        drawn(text),
        "De sluiswachter stond al vroeg op de kade, want het water was in de nacht een halve meter gestegen en niemand wist waar het vandaan kwam. Zijn vrouw had hem gewaarschuwd, maar dat had de man natuurlijk niet willen horen.\n# Wie betaalt dat?\nNiemand wil ervan weten, zei hij later tegen de mensen van de krant, die met een bootje waren gekomen om te kijken hoe hoog het stond. Het stond hoog.\n"
    );
}

#[test]
fn the_head_of_a_wrapped_text_is_whole_and_its_first_paragraph_is_no_author() {
    let text = "Waarom de sluiswachter van de oude stad niet langer wil\nblijven wachten op het water?\n\nSietske Kramer is hoogleraar waterrecht en bestuurder van de\nkade, waar zij al jaren onderzoek doet naar de deuren van de\nstad - want daar gaat het nu om - en naar wie er aan de\nknoppen draait als het water komt. Dat weet niemand.";
    let article = read(text);
    assert_eq!(
        article.meta.title,
        "Waarom de sluiswachter van de oude stad niet langer wil blijven wachten op het water?"
    );
    assert!(article.meta.authors.is_empty());
    assert_eq!(article.blocks().len(), 1);
    assert!(article.text().starts_with("Sietske Kramer is hoogleraar"));
}

#[test]
fn a_divided_word_is_whole_again_where_that_is_safe() {
    let text = "De sluiswachter stond al vroeg op de kade, want het water steeg ver-\nder dan ooit en de oude deuren hielden het nauwelijks nog. De oud-\nwethouder keek toe, samen met een ambtenaar van de dienst voor in-\nen uitvoer, die voor de gelegenheid was overgekomen van de NAVO-\ntop, waar hij volgens eigen zeggen niets te zoeken had. Een zee-\neend zwom voorbij.";
    let article = read(text);
    for whole in [
        "verder dan",
        "oud-wethouder",
        "in- en uitvoer",
        "NAVO-top",
        "zee-eend",
    ] {
        assert!(
            article.text().contains(whole),
            "{whole}: {}",
            article.text()
        );
    }
}

#[test]
fn verse_keeps_its_lines() {
    let text = "Bij het water\n\nDe sluis staat open\nen wie er langs wil\nmoet wachten op de maan\n\nik sta erbij\nen tel de schepen\ndie niet gaan";
    assert_eq!(
        drawn(text),
        "De sluis staat open / en wie er langs wil / moet wachten op de maan\nik sta erbij / en tel de schepen / die niet gaan\n"
    );
    let sonnet = "Het Water\n\nDe sluis staat open voor wie er langs wil gaan\nEn wie er wacht, die wacht nog op de maan\nIk sta erbij en tel de trage schepen\nDie in de nevel naar hun ankers slepen\n\nNog een stanza die van gelijke lengte is\nWaarin de dichter eindigt op gemis\nEn verder gaat tot alles is gezegd\nEn in het water is te rust gelegd";
    assert_eq!(read(sonnet).blocks().len(), 2);
}

#[test]
fn bullets_that_stand_together_are_a_list_and_talk_is_not() {
    assert_eq!(
        drawn(&format!(
            "Het water komt\n\n{PROSE}\n\n- brood\n- touw en een lamp\n\n1. wachten\n2. varen\n\n• los punt\n\n{PROSE}"
        )),
        format!(
            "{PROSE}\n- brood\n- touw en een lamp\n1. wachten\n2. varen\n- los punt\n{PROSE}\n"
        )
    );
    assert_eq!(
        drawn(&format!(
            "Het water komt\n\n{PROSE}\n\n– Kom je nu?\n– Nee.\n– Waarom niet?\n\n- Eén streepje alleen.\n\n{PROSE}"
        )),
        format!("{PROSE}\n– Kom je nu?\n– Nee.\n– Waarom niet?\n- Eén streepje alleen.\n{PROSE}\n")
    );
}

#[test]
fn stars_between_parts_are_a_break() {
    let article = read(&format!("Het water komt\n\n{PROSE}\n\n* * *\n\n{PROSE}"));
    assert_eq!(article.blocks()[1].kind, BlockKind::Rule);
}

#[test]
fn the_marks_of_the_author_stay_as_they_are() {
    let text = "„Ja”, zei hij, ‘of “nee”'. Het -- dat was... niet alles – ’s avonds.";
    assert_eq!(read(&format!("Het water komt\n\n{text}")).text(), text);
}

#[test]
fn front_matter_above_a_plain_text_is_metadata_and_no_paragraph() {
    let text = format!(
        "---\ntitle: De brug die niemand wilde\nauthor: Truus Hagelslag\ndate: 2024-03-05\n---\n\nDe brug die niemand wilde\n\nDoor de stad\n\n{PROSE}\nTweede regel van twee.\n"
    );
    let article = read(&text);
    assert_eq!(article.meta.title, "De brug die niemand wilde");
    assert_eq!(article.meta.authors[0].name, "Truus Hagelslag");
    assert_eq!(
        article.meta.published.map(|p| p.to_string()).as_deref(),
        Some("2024-03-05")
    );
    assert_eq!(
        drawn(&text),
        format!("# Door de stad\n{PROSE}\nTweede regel van twee.\n")
    );
}
