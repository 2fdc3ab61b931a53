use super::*;

fn role(noun: &str) -> RoleNoun {
    role_noun(noun).unwrap_or_else(|| panic!("{noun} is a role"))
}

#[test]
fn every_table_is_sorted_and_says_where_it_comes_from() {
    let places = places::tables();
    for table in places.into_iter().chain([
        &*FIRST_NAMES,
        &*FIRST_NAMES_OWN,
        &*SURNAMES,
        &*ORGANISATIONS,
        &*BODIES,
        &*ALIASES,
        roles::table(),
    ]) {
        assert!(table.keys().count() > 30);
        assert!(table.keys().is_sorted());
    }
    for text in [
        include_str!("../data/first_names.txt"),
        include_str!("../data/first_names_own.txt"),
        include_str!("../data/surnames.txt"),
        include_str!("../data/places.txt"),
        include_str!("../data/organisations.txt"),
        include_str!("../data/roles.txt"),
        include_str!("../data/bodies.txt"),
        include_str!("../data/aliases.txt"),
        include_str!("../data/adjectives.txt"),
        include_str!("../data/inhabitants.txt"),
    ] {
        let head: String = text.lines().take_while(|l| l.starts_with('#')).collect();
        assert!(head.contains("licence") || head.contains("MIT"), "{head}");
    }
}

#[test]
fn a_first_name_tells_whether_it_is_a_womans_where_it_can() {
    let gender = |name| first_name(name).unwrap_or_else(|| panic!("{name}")).gender;
    assert_eq!(gender("Ineke"), Some(Gender::Female));
    assert_eq!(gender("Mart"), Some(Gender::Male));
    assert_eq!(gender("Dick"), Some(Gender::Male));
    assert_eq!(gender("Robin"), None);
    assert_eq!(gender("Gert-Jan"), Some(Gender::Male));
    assert_eq!(gender("Anna-Sophie"), Some(Gender::Female));
    assert_eq!(first_name("Fiets"), None);
    assert_eq!(first_name("J.P."), None);
}

#[test]
fn surnames_are_known_without_their_particles() {
    assert!(surname("Vries") && surname("Jansen") && surname("Peeters"));
    assert!(surname("Smit-Jansen"));
    assert!(!surname("Hoogleraar"));
}

#[test]
fn an_ordinary_word_is_told_from_a_name() {
    for word in [
        "eerder",
        "volgens",
        "hoogleraar",
        "klimaatverandering",
        "zorgverzekeringswet",
    ] {
        assert!(common_word(word), "{word}");
    }
    for word in [
        "ruizendaal",
        "timmermans",
        "özdil",
        "wierdsma",
        "oosterhuisstra",
    ] {
        assert!(!common_word(word), "{word}");
    }
}

#[test]
fn a_role_is_known_by_the_table_its_compounds_and_its_endings() {
    for noun in [
        "hoogleraar",
        "kinderarts",
        "rai-voorman",
        "sgp-kamerlid",
        "ing-econoom",
        "nos-correspondent",
        "oud-commandant",
        "ex-minister",
        "klimaatdeskundige",
        "strafrechtadvocaat",
        "emeritus-hoogleraar",
        "oncoloog",
        "rechtssociologe",
        "universiteitshoofddocent",
        "gemeentewoordvoerder",
        "teamlid",
        "nos-radioverslaggever",
        "pvda'er",
        "d66’er",
        "groenlinkser",
        "ziekenhuisdirecteur",
        "defensiespecialist",
    ] {
        role(noun);
    }
}

#[test]
fn what_only_looks_like_a_role_is_none() {
    for word in [
        "dialoog",
        "horloge",
        "voorwaarts",
        "zwarts",
        "baarmoeder",
        "ooglid",
        "voorhoofd",
        "president-schap",
        "beheer",
        "salaris",
        "generator",
        "venster",
        "vergist",
        "journalistiek",
        "student-enflat",
        "gemoeder",
    ] {
        assert_eq!(role_noun(word), None, "{word}");
    }
}

#[test]
fn who_is_quoted_for_knowledge_is_told_by_the_noun() {
    assert_eq!(role("viroloog").expertise, Expertise::Yes);
    assert_eq!(role("kinderarts").expertise, Expertise::Yes);
    assert_eq!(role("directeur").expertise, Expertise::WithAffiliation);
    assert_eq!(role("woordvoerster").expertise, Expertise::No);
    assert_eq!(role("vvd-kamerlid").expertise, Expertise::No);
    assert_eq!(role("buurvrouw").gender, Some(Gender::Female));
    assert_eq!(role("topman").gender, Some(Gender::Male));
    assert_eq!(role("hoogleraar").gender, None);
}

#[test]
fn places_and_what_comes_from_them() {
    assert!(place("Utrecht") && place("Den Haag") && place("Oekraïne"));
    for word in [
        "Belgische",
        "Utrechtse",
        "Almeerse",
        "Zwolse",
        "Chinese",
        "Zuid-Afrikaanse",
        "Delftse",
        "Nederlands-Rwandese",
        "Groningse",
    ] {
        assert!(place_adjective(word), "{word}");
    }
    for word in ["Jansen", "Grote", "Anderse", "Rose"] {
        assert!(!place_adjective(word), "{word}");
    }
}

#[test]
fn bodies_are_of_three_sorts() {
    assert_eq!(organisation("VVD"), Some(Body::Party));
    assert_eq!(organisation("NRC"), Some(Body::Media));
    assert_eq!(organisation("RIVM"), Some(Body::Other));
    assert_eq!(organisation("Openbaar Ministerie"), Some(Body::Other));
    assert_eq!(organisation("Jansen"), None);
    assert_eq!(alias("OM"), Some("Openbaar Ministerie"));
    assert!(affiliation("universiteit") && affiliation("onderzoeksinstituut"));
    assert!(!affiliation("bakkerij"));
}

#[test]
fn who_comes_from_somewhere_is_no_name() {
    for word in [
        "Rotterdammer",
        "Belg",
        "Groningers",
        "Zwollenaar",
        "Tilburgers",
        "Almeerder",
        "Gentenaren",
        "Utrechters",
    ] {
        assert!(inhabitant(word), "{word}");
    }
    for word in ["Jansen", "Bakker", "Visser", "Demeulenaer", "Italiaans"] {
        assert!(!inhabitant(word), "{word}");
    }
}

#[test]
fn a_body_is_known_by_its_noun() {
    assert!(body("gemeente") && body("milieuorganisatie") && body("universiteit"));
    assert!(!body("raad-af") && !body("moeder") && !body("bond-s"));
}

#[test]
fn a_day_is_no_name() {
    assert!(calendar("maandag") && calendar("dinsdagavond") && !calendar("jansen"));
}

#[test]
fn no_word_however_long_takes_long() {
    let long = "zee".repeat(100_000);
    assert!(!common_word(&long));
    assert_eq!(role_noun(&long), None);
    assert_eq!(first_name(&long), None);
}
