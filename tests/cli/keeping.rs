//! `list`, `save`, `unsave` and `state`.

use crate::house::{BRIDGE, House};

#[test]
fn a_saved_article_outlives_its_file() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    house.write("regen.txt", "Het regent in Zuiderzijl.");
    let saved = house.run(&["save", "brug.md"]).done();
    assert_eq!(saved.out, "bewaard: De brug die niet meer opengaat\n");
    let list = house.run(&["list", "--saved", ".", "--json"]).done().json();
    assert_eq!(list.as_array().map(Vec::len), Some(1));

    house.remove("brug.md");
    let list = house.run(&["list", "--saved", ".", "--json"]).done().json();
    assert_eq!(list[0]["title"], "De brug die niet meer opengaat");
    assert_eq!(list[0]["saved"], true);
    let copy = list[0]["file"].as_str().expect("the copy's path");
    let shown = house.run(&["show", copy, "--plain"]).done().out;
    assert!(shown.contains("De brug bij Zuiderzijl"));
    // By its old name too, with a word about it.
    let shown = house.run(&["show", "brug.md", "--plain"]);
    assert_eq!(shown.status, 0);
    assert!(shown.out.contains("De brug bij Zuiderzijl"));
    assert_eq!(
        shown.err,
        "leeslamp: brug.md: bestaat niet meer; dit is de bewaarde kopie\n"
    );

    assert_eq!(house.run(&["unsave", "brug.md"]).status, 0);
    let list = house.run(&["list", "--saved", ".", "--json"]).done().json();
    assert_eq!(list, serde_json::json!([]));

    // Its copy is the only text there is: it stays for a while, told and not called wrong.
    let state = house.run(&["state", "--check", "--json"]).done().json();
    assert_eq!(state["problems"], serde_json::json!([]));
    assert_eq!(
        state["leftovers"][0]["title"],
        "De brug die niet meer opengaat"
    );
    assert_eq!(state["leftovers"][0]["path"], copy);
    let table = house.run(&["state", "--check"]).done().out;
    assert!(
        table.contains(&format!(
            "- {copy}: kopie van een artikel dat niet bewaard is"
        )),
        "{table}"
    );
    assert_eq!(house.run(&["save", "brug.md"]).status, 0);
    let list = house.run(&["list", "--saved", ".", "--json"]).done().json();
    assert_eq!(list[0]["title"], "De brug die niet meer opengaat");
}

#[test]
fn what_can_be_saved_is_saved() {
    let house = House::new();
    house.write("regen.txt", "Het regent in Zuiderzijl.");
    let ran = house.run(&["save", "weg.txt", "regen.txt"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.err, "leeslamp: weg.txt: bestaat niet\n");
    let state = house.run(&["state", "--json", "--check"]).done().json();
    let saved = &state["saved"][0];
    assert!(
        saved["path"]
            .as_str()
            .expect("a path")
            .ends_with("regen.txt")
    );
    assert!(saved["saved_at"].as_str().expect("a time").ends_with('Z'));
    assert_eq!(state["articles"][0]["progress"], 0.0);
    assert_eq!(state["articles"][0]["opened"], 0);
    assert_eq!(state["articles"][0]["last_opened"], serde_json::Value::Null);
    assert_eq!(state["articles"][0]["seconds_read"], 0);
    assert_eq!(state["articles"][0]["finished_at"], serde_json::Value::Null);
    assert_eq!(state["problems"], serde_json::json!([]));
}

#[test]
fn standard_input_can_be_saved() {
    let house = House::new();
    let ran = house
        .run_on(&["save", "-"], "Een stuk dat nergens anders staat.")
        .done();
    assert!(ran.out.starts_with("bewaard: "), "{}", ran.out);
    let state = house.run(&["state", "--json"]).done().json();
    let copy = state["saved"][0]["path"]
        .as_str()
        .expect("the copy")
        .to_owned();
    let shown = house.run(&["show", &copy, "--plain"]).done().out;
    assert!(shown.contains("Een stuk dat nergens anders staat."));
}

#[test]
fn a_broken_state_file_is_told_and_kept() {
    let house = House::new();
    house.write("regen.txt", "Het regent in Zuiderzijl.");
    house.run(&["save", "regen.txt"]).done();
    let id = house.run(&["show", "regen.txt", "--json"]).done().json()["id"].clone();
    let file = house
        .config()
        .join(format!("articles/{}.toml", id.as_str().expect("an id")));
    let broken = "saved = dit is geen tijd\n";
    std::fs::write(&file, broken).expect("written");
    let state = house.run(&["state", "--check", "--json"]);
    assert_eq!(state.status, 1);
    assert!(
        !state.json()["problems"]
            .as_array()
            .expect("a list")
            .is_empty()
    );
    house.run(&["save", "regen.txt"]);
    let aside = file.with_extension("toml.broken-1");
    assert_eq!(std::fs::read_to_string(aside).expect("set aside"), broken);
}

#[test]
fn the_list_holds_what_is_promised_newest_first() {
    let house = House::new();
    house.write(
        "oud.md",
        "---\ntitle: Oud nieuws\ndate: 2019-05\n---\n\nEen bericht van lang geleden.\n",
    );
    house.write("brug.md", BRIDGE);
    house.write("plaatje.png", [137, 80, 78, 71]);
    let list = house.run(&["list", ".", "--json"]).done().json();
    assert_eq!(list[0]["title"], "De brug die niet meer opengaat");
    assert_eq!(list[1]["published"], "2019-05");
    let keys: Vec<&String> = list[0].as_object().expect("an object").keys().collect();
    let mut promised = [
        "file",
        "id",
        "title",
        "authors",
        "section",
        "published",
        "words",
        "reading_minutes",
        "saved",
        "opened",
        "progress",
        "finished",
        "last_opened",
        "seconds_read",
        "finished_at",
    ];
    promised.sort_unstable();
    assert_eq!(keys, promised);
    let table = house.run(&["list", "."]);
    assert_eq!(table.status, 0);
    assert_eq!(table.out.lines().count(), 2);
    assert!(
        table.err.contains("1 bestand overgeslagen"),
        "{}",
        table.err
    );
    assert_eq!(
        house
            .run(&["list", "--reading", ".", "--json"])
            .done()
            .json(),
        serde_json::json!([])
    );
    let unread = house
        .run(&["list", "--unread", ".", "--json"])
        .done()
        .json();
    assert_eq!(unread.as_array().map(Vec::len), Some(2));
}

#[test]
fn a_reader_without_articles_gets_those_that_come_with_the_program() {
    let house = House::new();
    let list = house.run(&["list", "--json"]);
    assert_eq!(list.status, 0);
    assert!(list.json().as_array().expect("a list").len() >= 8);
    assert!(list.err.contains("leeslamp list MAP"), "{}", list.err);
}

#[test]
fn the_folders_of_the_settings_are_the_library() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    std::fs::create_dir(house.config()).expect("a folder");
    let settings = format!(
        "folders = ['{}']\nlanguage = \"en\"\n",
        house.folder().display()
    );
    std::fs::write(house.config().join("config.toml"), settings).expect("written");
    let list = house.run(&["list"]).done();
    assert_eq!(list.out.lines().count(), 1);
    assert!(
        house
            .run(&["show", "brug.md"])
            .done()
            .out
            .contains("By Joke Tamminga")
    );
}

#[test]
fn a_config_directory_that_cannot_be_made_is_told() {
    let house = House::new();
    house.write("regen.txt", "Het regent in Zuiderzijl.");
    std::fs::write(house.config(), "geen map").expect("written");
    let ran = house.run(&["save", "regen.txt"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.starts_with("leeslamp: "), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "told once: {}", ran.err);
    assert!(
        !ran.out.contains("bewaard"),
        "nothing is called saved that is not"
    );
}
