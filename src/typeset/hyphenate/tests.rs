//! What a reader may count on, in words.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn dutch(expected: &[&str]) {
    for marks in expected {
        let (word, printed) = marks.split_once(' ').unwrap_or((marks, marks));
        assert_eq!(marked(word, Patterns::Dutch), printed, "for {word}");
    }
}

#[test]
fn a_trema_goes_where_the_break_stands_before_it() {
    dutch(&[
        "zeeën zee·en",
        "beïnvloeden be·in·vloe·den",
        "coöperatief co·ope·ra·tief",
        "geërfd ge·erfd",
        "Israël Is·ra·el",
        "reünie reü·nie",
        "Bosnië Bos·nië",
        "Sicilië Si·ci·lië",
        "Oekraïens Oe·kra·iens",
    ]);
}

#[test]
fn a_diminutive_regains_the_vowel_of_its_base() {
    dutch(&[
        "cafeetje ca·fé·tje",
        "omaatje oma·tje",
        "parapluutje pa·ra·plu·tje",
        "Fotootjes Fo·to·tjes",
        "bedrijfsautootje be·drijfs·au·to·tje",
        "bikinietje bi·ki·ni·tje",
        "spaghettietje spa·ghet·ti·tje",
        "broccolietje broc·co·li·tje",
    ]);
}

#[test]
fn a_base_that_ends_in_t_or_in_two_vowels_keeps_its_letters() {
    dutch(&[
        "straatje straat·je",
        "bootje boot·je",
        "zeetje zee·tje",
        "ideetje idee·tje",
        "minuutje mi·nuut·je",
        "sleutelgaatje sleu·tel·gaat·je",
        "familietje fa·mi·lie·tje",
        "weetjes weet·jes",
        "mietje mie·tje",
        "hoeraatje hoe·ra·tje",
        "dieetje dieet·je",
        "peterselietje pe·ter·se·lie·tje",
        "klankgaatje klank·gaat·je",
        "horecabootje ho·re·ca·boot·je",
        "tattootje tat·too·tje",
        "diarreetje diar·ree·tje",
    ]);
}

#[test]
fn an_apostrophe_goes_before_an_ending_but_not_before_s() {
    dutch(&[
        "baby'tje ba·by·tje",
        "baby’tje ba·by·tje",
        "A4'tje A4·tje",
        "PvdA'ers PvdA·ers",
        "sms'en sms·en",
        "gsm'etje gsm·etje",
        "zzp'erschap zzp·er·schap",
        "65+'ers 65+·ers",
        "foto's fo·to's",
        "oma's oma's",
        "zo'n zo'n",
    ]);
}

#[test]
fn no_hyphen_is_added_to_a_hyphen_and_no_letter_stands_alone_beside_it() {
    dutch(&[
        "oud-commandant oud-·com·man·dant",
        "zee-egel zee-·egel",
        "e-mail e-mail",
        "'s-Gravenhage 's-Gra·ven·ha·ge",
        "06-12345678 06-12345678",
        "en/of en/·of",
    ]);
}

#[test]
fn a_lone_vowel_goes_with_the_better_neighbour() {
    dutch(&[
        "variëren va·ri·eren",
        "heropenen her·ope·nen",
        "videoband vi·deo·band",
        "geadopteerd ge·adop·teerd",
        "geologie geo·lo·gie",
        "azen azen",
    ]);
}

#[test]
fn ij_is_one_letter_however_it_is_written() {
    dutch(&[
        "schrijven schrij·ven",
        "schrĳven schrĳ·ven",
        "ĳzer ĳ·zer",
        "IJsland IJs·land",
        "minijurk mi·ni·jurk",
    ]);
}

#[test]
fn an_x_between_vowels_keeps_both_its_neighbours() {
    dutch(&["taxi taxi", "examen exa·men", "extra ex·tra"]);
}

#[test]
fn capitals_and_addresses_are_not_hyphenated() {
    dutch(&[
        "UNESCO UNESCO",
        "PvdA PvdA",
        "YouTube YouTube",
        "redactie@example.nl redactie@example.nl",
        "@voorbeeldnaam @voorbeeldnaam",
        "(#onderwerp) (#onderwerp)",
        "/home/lezer/artikelen/ /home/·lezer/·artikelen/",
        "verslag_definitief.docx verslag_·definitief.·docx",
        "man/vrouw man/·vrouw",
    ]);
    assert_eq!(
        marked("https://www.example.nl/lange-weg/", Patterns::Dutch),
        "https://·www.·example.·nl/·lange-·weg/"
    );
}

#[test]
fn punctuation_may_touch_the_word() {
    dutch(&[
        "„woorden” „woor·den”",
        "(zeeën), (zee·en),",
        "baby'tje. ba·by·tje.",
    ]);
}

#[test]
fn other_languages_have_their_own_patterns() {
    assert_eq!(marked("hyphenation", Patterns::English), "hy·phen·ation");
    assert_eq!(marked("Zeitungen", Patterns::German), "Zei·tun·gen");
    assert_eq!(marked("lecteurs", Patterns::French), "lec·teurs");
    assert_eq!(marked("palabra-clave", Patterns::None), "palabra-·clave");
}

#[test]
fn a_language_is_known_by_its_tag_or_by_its_little_words() {
    assert_eq!(Patterns::of_language("nl-BE"), Patterns::Dutch);
    assert_eq!(Patterns::of_language("en_GB"), Patterns::English);
    assert_eq!(Patterns::of_language("pl"), Patterns::None);
    let text = "De lamp staat op de tafel en het licht valt op een boek dat niet van haar is.";
    assert_eq!(Patterns::of_text(text), Patterns::Dutch);
    let text =
        "Die Lampe steht auf dem Tisch und das Licht ist nicht für die Augen, aber sie liest.";
    assert_eq!(Patterns::of_text(text), Patterns::German);
    let text = "The lamp is on the table, and the light of it was not for the eyes of a man.";
    assert_eq!(Patterns::of_text(text), Patterns::English);
    let text =
        "La lampe est sur la table et le livre est dans les mains de la femme qui ne dort pas.";
    assert_eq!(Patterns::of_text(text), Patterns::French);
    assert_eq!(Patterns::of_text(""), Patterns::Dutch);
}

#[test]
fn a_text_of_one_sentence_has_a_language_too() {
    let texts = [
        (
            Patterns::German,
            "Die Bundesregierung will das Heizungsgesetz ändern.",
        ),
        (
            Patterns::German,
            "Heute Morgen fuhr der Zug nach Hamburg mit großer Verspätung ab.",
        ),
        (
            Patterns::English,
            "She walked home through the rain, thinking about nothing.",
        ),
        (
            Patterns::French,
            "Le gouvernement annonce une nouvelle réforme des retraites.",
        ),
        (
            Patterns::None,
            "El gobierno anunció nuevas medidas para la economía del país.",
        ),
        (
            Patterns::Dutch,
            "Wetenschappers ontdekken nieuwe vissoort in Noordzee",
        ),
        (Patterns::Dutch, "In Amsterdam was die avond alles anders."),
        (Patterns::Dutch, "Politiek Den Haag wacht op antwoord"),
        (
            Patterns::Dutch,
            "Haar boek, Der Berg und das Leben der Anderen, is een succes.",
        ),
    ];
    for (patterns, text) in texts {
        assert_eq!(Patterns::of_text(text), patterns, "{text}");
    }
}

#[test]
fn a_quotation_does_not_turn_a_text_however_long() {
    let quotation = "It was the best of times, and it was the worst of times for all of them. ";
    let dutch = "Zo begint het boek, en zo is het ook voor wie er nu nog aan begint. ";
    let text = [quotation.repeat(30), dutch.repeat(200)].concat();
    assert_eq!(Patterns::of_text(&text), Patterns::Dutch);
    let text = [dutch.repeat(2), quotation.repeat(200)].concat();
    assert_eq!(Patterns::of_text(&text), Patterns::English);
}

/// Anything, but rich in what the rules look at.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,20}",
        "[a-zéëïöüĳĲA-Z'’/.@_0-9-]{0,24}",
        "[bcdgklmnprstvx]{0,2}(aa|ee|oo|uu|ie|a|eij|ijzer|ë|x){1,3}[a-z]{0,9}t?je?s?",
    ]
}

const ALL: [Patterns; 5] = [
    Patterns::Dutch,
    Patterns::English,
    Patterns::French,
    Patterns::German,
    Patterns::None,
];

proptest! {
    #[test]
    fn breaks_lie_inside_the_word_and_in_order(word in words()) {
        for patterns in ALL {
            let mut found = Vec::new();
            breaks(&word, patterns, &mut found);
            let mut free = 0;
            for place in &found {
                prop_assert!(word.is_char_boundary(place.at));
                prop_assert!(word.is_char_boundary(place.at - place.tail.cut));
                prop_assert!(word.is_char_boundary(place.at + place.head.cut));
                prop_assert!(free < place.at - place.tail.cut, "a piece is left on every line");
                free = place.at + place.head.cut;
                prop_assert!(free <= word.len() && place.at < word.len());
            }
        }
    }

    #[test]
    fn without_its_marks_a_word_that_is_not_respelled_is_itself(word in "[^·]{0,20}") {
        for patterns in ALL {
            let mut found = Vec::new();
            breaks(&word, patterns, &mut found);
            if found.iter().all(|place| place.tail == place.head) {
                prop_assert_eq!(marked(&word, patterns).replace('·', ""), word.as_str());
            }
        }
    }
}

#[test]
fn english_loans_are_parted_where_english_parts_them() {
    dutch(&[
        "websites web·sites",
        "softwarebedrijf soft·ware·be·drijf",
        "updaten up·da·ten",
        "geüpdatet ge·up·da·tet",
        "onlinewinkel on·line·win·kel",
        "penthouse pent·house",
    ]);
}

#[test]
fn compounds_are_parted_at_their_seams() {
    dutch(&[
        "kustonderzoeken kust·on·der·zoe·ken",
        "thuiszorgorganisatie thuis·zorg·or·ga·ni·sa·tie",
        "draaideureffecten draai·deur·ef·fec·ten",
        "politiemissie po·li·tie·mis·sie",
        "camerabeelden ca·me·ra·beel·den",
        "vloerisolatie vloer·iso·la·tie",
        "handelstaal han·dels·taal",
        "ganzenogen gan·zen·ogen",
    ]);
}

#[test]
fn ij_behind_an_e_is_one_vowel_in_names_and_begins_a_part_behind_a_prefix() {
    dutch(&[
        "Zeijlstra Zeijl·stra",
        "Meijers Meij·ers",
        "Kooijman Kooij·man",
        "Nooijen Nooij·en",
        "geijkte ge·ijk·te",
        "beijveren be·ij·ve·ren",
    ]);
}

#[test]
fn an_ending_takes_the_consonant_of_a_loan_along() {
    dutch(&[
        "skateboarden skate·boar·den",
        "playbackend play·bac·kend",
        "managementen ma·nage·men·ten",
        "skateboards skate·boards",
        "boardroom board·room",
    ]);
}

#[test]
fn sh_is_one_sound_in_loans() {
    dutch(&[
        "finishen fi·ni·shen",
        "phishing phi·shing",
        "fashionwinkel fa·shion·win·kel",
        "thuishulp thuis·hulp",
    ]);
}

#[test]
fn eau_and_ieu_end_the_first_part_of_a_compound() {
    dutch(&[
        "milieusamenwerking mi·li·eu·sa·men·wer·king",
        "niveauverschillen ni·veau·ver·schil·len",
        "milieus mi·li·eus",
        "toeëigenen toe·ei·ge·nen",
    ]);
}

#[test]
fn a_part_does_not_bind_the_endings_of_its_compounds() {
    dutch(&[
        "valkuilen val·kui·len",
        "kwartslagen kwart·sla·gen",
        "popartiest pop·ar·tiest",
        "graanpakhuizen graan·pak·hui·zen",
    ]);
}

#[test]
fn a_compound_is_parted_at_a_seam_that_the_patterns_overlook() {
    dutch(&[
        "coronapas co·ro·na·pas",
        "coronamaatregelen co·ro·na·maat·re·ge·len",
        "fotoprijs fo·to·prijs",
        "groepsimmuniteit groeps·im·mu·ni·teit",
        "massaspectrometer mas·sa·spec·tro·me·ter",
        "bestekadvies be·stek·ad·vies",
        "controlekosten con·tro·le·kos·ten",
        "voedingsspanning voe·dings·span·ning",
        "studieuur stu·die·uur",
    ]);
}

#[test]
fn three_parts_have_two_seams() {
    dutch(&[
        "zelfscankassa zelf·scan·kas·sa",
        "grondsaneringsbedrijf grond·sa·ne·rings·be·drijf",
        "winkelwaardebon win·kel·waar·de·bon",
    ]);
}

#[test]
fn what_only_looks_like_two_words_is_left_to_the_patterns() {
    dutch(&[
        "valkenoog val·ken·oog",
        "minister mi·nis·ter",
        "bedelorde be·del·or·de",
        "afgrijzen af·grij·zen",
        "bruinende brui·nen·de",
        "bestaander be·staan·der",
        "hoekraam hoek·raam",
    ]);
}

#[test]
fn loans_of_later_years_are_parted_as_they_are_spoken() {
    dutch(&[
        "lifestyles life·styles",
        "grapefruit grape·fruit",
        "bingewatchen binge·wat·chen",
        "deepfakes deep·fakes",
        "datingapp da·ting·app",
        "appjes app·jes",
        "cameratril ca·me·ra·tril",
        "bleekaarde bleek·aar·de",
    ]);
}

#[test]
fn a_part_is_not_seen_where_nothing_before_it_could_be_a_word() {
    dutch(&[
        "vragendagen vra·gen·da·gen",
        "mineraalarmer mi·ne·raal·ar·mer",
        "kapitaalarm ka·pi·taal·arm",
        "raakkoorden raak·koor·den",
        "stijladvies stijl·ad·vies",
        "wijnincident wijn·in·ci·dent",
    ]);
}

#[test]
fn a_lone_consonant_goes_to_the_side_where_it_can_stand() {
    dutch(&[
        "meesje mees·je",
        "afvalsortering af·val·sor·te·ring",
        "kofferbakruimte kof·fer·bak·ruim·te",
        "restrisico rest·ri·si·co",
        "vulkaanlandschap vul·kaan·land·schap",
        "protontherapie pro·ton·the·ra·pie",
        "koliekachtig ko·liek·ach·tig",
        "dikste dik·ste",
        "geslat ge·slat",
        "pinchhitter pinch·hit·ter",
    ]);
}

#[test]
fn a_lone_consonant_and_a_lone_vowel_are_one_syllable() {
    dutch(&[
        "picofarad pi·co·fa·rad",
        "krakemikkig kra·ke·mik·kig",
        "bonapartist bo·na·par·tist",
    ]);
}

#[test]
fn what_follows_a_part_takes_its_last_consonant() {
    dutch(&[
        "brainstormende brain·stor·men·de",
        "liveconcerten live·con·cer·ten",
        "pitbulletjes pit·bul·le·tjes",
        "bodywarmers bo·dy·war·mers",
        "timesharing time·sha·ring",
    ]);
}

#[test]
fn an_e_that_is_not_spoken_makes_no_syllable() {
    dutch(&[
        "games games",
        "gamer ga·mer",
        "gamecomputer game·com·pu·ter",
        "mountainbike moun·tain·bike",
        "nieuwssite nieuws·site",
        "koffievisite kof·fie·vi·si·te",
        "leaseauto lease·au·to",
        "omkadering om·ka·de·ring",
        "makelaar ma·ke·laar",
        "e-bike e-bike",
        "face-to-facegesprek face-·to-·face·ge·sprek",
    ]);
}

#[test]
fn verbs_of_the_web_are_divided_as_they_are_spoken() {
    dutch(&[
        "googelen goo·ge·len",
        "whatsappen whats·ap·pen",
        "facebookpagina face·book·pa·gi·na",
        "businessclass bu·si·ness·class",
    ]);
}
