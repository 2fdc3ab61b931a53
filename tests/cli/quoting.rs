//! `quotes`.

use crate::house::{BRIDGE, House, code_points};

#[test]
fn the_quoted_come_with_role_and_words_that_can_be_found_in_the_text() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    let text = house.run(&["show", "brug.md", "--json"]).done().json()["text"].clone();
    let text = text.as_str().expect("a text");
    let quotes = house.run(&["quotes", "brug.md", "--json"]).done().json();
    assert_eq!(quotes["file"], "brug.md");
    assert_eq!(quotes["title"], "De brug die niet meer opengaat");
    assert_eq!(quotes["unattributed"], serde_json::json!([]));
    let speakers = quotes["speakers"].as_array().expect("a list");
    let femke = speakers
        .iter()
        .find(|s| s["name"] == "Femke Oldenhuis")
        .expect("she is quoted");
    assert_eq!(femke["role"], "werktuigbouwkundige");
    assert!(femke["organisation"].is_null() || femke["organisation"].is_string());
    assert!(femke["expert"].is_boolean());
    let said = &femke["quotes"][0];
    assert_eq!(said["kind"], "direct");
    assert_eq!(
        said["text"],
        "Het scharnier is 𝛑 keer zo oud als de brugwachter"
    );
    assert_eq!(
        code_points(text, said),
        said["text"].as_str().expect("a text")
    );
    assert!(
        said.get("rule").is_none(),
        "the rule is told on request only"
    );
}

#[test]
fn several_files_or_a_folder_give_a_list() {
    let house = House::new();
    house.write("a.md", BRIDGE);
    house.write(
        "b.txt",
        "Het regent in Zuiderzijl, en niemand zegt er iets van.",
    );
    let two = house
        .run(&["quotes", "--json", "a.md", "b.txt"])
        .done()
        .json();
    assert_eq!(two.as_array().map(Vec::len), Some(2));
    let folder = house.run(&["quotes", "--json", "."]).done().json();
    assert_eq!(folder.as_array().map(Vec::len), Some(2));
    let one = house.run(&["quotes", "--json", "b.txt"]).done().json();
    assert_eq!(one["speakers"], serde_json::json!([]));
}

#[test]
fn a_reader_gets_a_list_and_can_ask_why() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    let list = house.run(&["quotes", "brug.md"]).done().out;
    assert!(
        list.contains("Femke Oldenhuis, werktuigbouwkundige · 1 citaat"),
        "{list}"
    );
    assert!(
        list.contains("„Het scharnier is 𝛑 keer zo oud als de brugwachter”"),
        "{list}"
    );
    let why = house.run(&["quotes", "--explain", "brug.md"]).done().out;
    assert!(why.contains("inversion") && why.contains("‘zegt’"), "{why}");
    let why = house
        .run(&["quotes", "--explain", "--json", "brug.md"])
        .done()
        .json();
    assert_eq!(why["speakers"][0]["quotes"][0]["rule"], "inversion");
    assert_eq!(why["speakers"][0]["quotes"][0]["cue"]["text"], "zegt");
}

#[test]
fn markdown_gives_nothing_a_markdown_reader_would_take_for_markup() {
    let house = House::new();
    house.write("brug.md", BRIDGE.replace("De brug die", "De *brug* die_"));
    let markdown = house.run(&["quotes", "--markdown", "brug.md"]).done().out;
    assert!(markdown.contains("## Femke Oldenhuis"), "{markdown}");
    assert!(markdown.contains("> „Het scharnier"), "{markdown}");
    let heading = markdown.lines().next().expect("a heading");
    assert!(
        !heading
            .replace("\\*", "")
            .replace("\\_", "")
            .contains(['*', '_']),
        "{heading}"
    );
}

#[test]
fn one_missing_file_does_not_stop_the_others() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    let ran = house.run(&["quotes", "--json", "weg.md", "brug.md"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.err, "leeslamp: weg.md: bestaat niet\n");
    assert_eq!(ran.json().as_array().map(Vec::len), Some(1));
}
