//! `add` and `search`: an article comes into the library and is found there.

use crate::house::{BRIDGE, House, code_points};

const PASTE: &str = "Sluiswachter Jelle Overmars: ‘Het water vraagt niets’\n\nDoor Ilse van Aken\n24 februari 2025\n\n\
    De sluis van Oosterwijk gaat dicht. Na honderd jaar komt er niemand meer langs, zegt de gemeente, en wie er \
    nog langs komt, kan ook omvaren.\n\n\
    ‘Het water vraagt niets’, zegt sluiswachter Jelle Overmars. Hij heeft *alles* opgeschreven in schriften: elk \
    schip, elke schipper, elke [hond] aan boord.\n\n\
    - een schrift voor de zomer\n- een schrift voor de winter\n";

#[test]
fn a_paste_is_filed_as_markdown_with_the_same_text_and_the_same_facts() {
    let house = House::new();
    let pasted = house.run_on(&["show", "-", "--json"], PASTE).done().json();
    let added = house.run_on(&["add", "-", "--to", "nieuw"], PASTE).done();
    let file = "nieuw/sluiswachter-jelle-overmars-het-water-vraagt-niets.md";
    assert_eq!(added.out, format!("toegevoegd: {file}\n"));
    let filed = house.run(&["show", file, "--json"]).done().json();
    for key in ["text", "meta", "id"] {
        assert_eq!(filed[key], pasted[key], "{key}");
    }
    let text = std::fs::read_to_string(house.folder().join(file)).expect("written");
    assert!(text.starts_with("---\ntitle: "), "{text}");
    // Once more is no second file, and nothing is overwritten.
    let again = house.run_on(&["add", "-", "--to", "nieuw"], PASTE).done();
    assert_eq!(again.out, format!("staat er al: {file}\n"));
    std::fs::write(house.folder().join(file), "Van de lezer zelf.").expect("written");
    let third = house.run_on(&["add", "-", "--to", "nieuw"], PASTE).done();
    assert!(third.out.ends_with("-2.md\n"), "{}", third.out);
    let own = std::fs::read_to_string(house.folder().join(file)).expect("there");
    assert_eq!(own, "Van de lezer zelf.");
}

#[test]
fn without_a_folder_nothing_is_filed_and_the_reader_hears_how_to_name_one() {
    let house = House::new();
    let ran = house.run_on(&["add", "-"], PASTE);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("--to MAP"), "{}", ran.err);
    std::fs::create_dir(house.config()).expect("a folder");
    let settings = format!("folders = ['{}']\n", house.folder().display());
    std::fs::write(house.config().join("config.toml"), settings).expect("written");
    house.run_on(&["add", "-"], PASTE).done();
    let list = house.run(&["list", "--json"]).done().json();
    assert_eq!(list.as_array().map(Vec::len), Some(1));
    assert_eq!(list[0]["published"], "2025-02-24");
}

#[test]
fn a_file_that_cannot_be_filed_does_not_stop_the_others() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    let ran = house.run(&["add", "weg.txt", "brug.md", "--to", "nieuw"]);
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (1, "toegevoegd: nieuw/de-brug-die-niet-meer-opengaat.md\n")
    );
    assert_eq!(ran.err, "leeslamp: weg.txt: bestaat niet\n");
}

#[test]
fn a_search_finds_articles_best_first_with_their_places() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    house.write("sluis.txt", PASTE);
    house.write(
        "dag.txt",
        "Een dag\n\nOp een dag kwam er een schip langs de brug, en toen nog een.\n",
    );
    let found = house.run(&["search", "BRUG", ".", "--json"]).done().json();
    let titles: Vec<_> = found
        .as_array()
        .expect("a list")
        .iter()
        .map(|f| &f["title"])
        .collect();
    assert_eq!(titles, ["De brug die niet meer opengaat", "Een dag"]);
    let first = &found[0];
    let shown = house.run(&["show", "brug.md", "--json"]).done().json();
    assert_eq!(first["id"], shown["id"]);
    let text = shown["text"].as_str().expect("text");
    let matches = first["matches"].as_array().expect("a list");
    assert!(!matches.is_empty());
    for place in matches {
        assert_eq!(code_points(text, place).to_lowercase(), "brug");
        assert!(
            place["snippet"]
                .as_str()
                .expect("words")
                .to_lowercase()
                .contains("brug")
        );
    }
    assert!(first["score"].as_f64() > found[1]["score"].as_f64());

    // An accent that is not typed, words of a row, and words that stand in the byline.
    for query in [
        "cafe\u{301} ernaast",
        "cafe ernaast",
        "\"het cafe ernaast\"",
        "tamminga roest",
    ] {
        let found = house.run(&["search", query, ".", "--json"]).done().json();
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{query}");
    }
    let shown = house.run(&["search", "overmars", "."]).done().out;
    assert!(
        shown.starts_with("Sluiswachter Jelle Overmars: ‘Het water vraagt niets’ (1 plaats · "),
        "{shown}"
    );
    let nothing = house.run(&["search", "molen", "."]);
    assert_eq!(
        (nothing.status, nothing.out.as_str(), nothing.err.as_str()),
        (0, "", "leeslamp: niets gevonden\n")
    );
    let nothing = house.run(&["search", "molen", ".", "--json"]).done();
    assert_eq!(nothing.out, "[]\n");
}

#[test]
fn a_package_gets_completions_and_a_manual() {
    let house = House::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = house.run(&["completions", shell]).done().out;
        assert!(
            script.contains("leeslamp") && script.contains("config-dir"),
            "{shell}"
        );
    }
    let manual = house.run(&["man"]).done().out;
    for part in [
        ".TH leeslamp 1",
        ".SH NAME",
        ".SS export",
        ".SS search",
        "no\\-hyphens",
    ] {
        assert!(manual.contains(part), "{part} in {manual}");
    }
    assert_eq!(house.run(&["completions", "tandpasta"]).status, 2);
}
