//! `show` and `hyphenate`.

use crate::house::{BRIDGE, House, code_points};

#[test]
fn no_line_is_wider_than_asked_and_every_word_is_there() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    for width in [1, 20, 40, 66] {
        let shown = house
            .run(&[
                "show",
                "brug.md",
                "--no-hyphens",
                "--width",
                &width.to_string(),
            ])
            .done();
        if width > 20 {
            for line in shown.out.lines() {
                assert!(line.chars().count() <= width, "{width}: {line}");
                assert_eq!(line, line.trim_end());
            }
            let words: Vec<&str> = shown.out.split_whitespace().collect();
            assert!(
                words
                    .join(" ")
                    .contains("in opdracht van het waterschap en schreef")
            );
        }
        assert!(!shown.out.is_empty());
    }
}

#[test]
fn the_header_tells_title_author_and_date() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    let shown = house.run(&["show", "brug.md"]).done().out;
    let (header, _) = shown.split_once("De brug bij").expect("the text follows");
    for part in [
        "De brug die niet meer opengaat",
        "Joke Tamminga, schipper en schrijver",
        "Reportage",
        "24 februari 2025",
    ] {
        assert!(header.contains(part), "{part} is not in {header}");
    }
}

#[test]
fn pages_are_parted_by_a_form_feed_and_no_longer_than_asked() {
    let house = House::new();
    let paragraph = "De kade ligt er stil bij en het water staat hoog tegen de kant. ".repeat(6);
    house.write("kade.txt", format!("{paragraph}\n\n").repeat(12));
    let shown = house
        .run(&["show", "kade.txt", "--width", "40", "--lines", "20"])
        .done();
    let pages: Vec<&str> = shown.out.split('\u{c}').collect();
    assert!(pages.len() > 3);
    for page in &pages {
        assert!(page.lines().count() <= 20, "{page}");
        assert!(!page.trim().is_empty(), "no page is empty");
    }
    let unpaged = house.run(&["show", "kade.txt", "--width", "40"]).done().out;
    assert!(!unpaged.contains('\u{c}'));
    assert_eq!(unpaged.matches("kade ligt").count(), 12 * 6);
}

#[test]
fn a_voice_gets_every_paragraph_in_one_piece() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    let spoken = house.run(&["show", "brug.md", "--plain"]).done().out;
    assert!(
        spoken
            .lines()
            .any(|line| line.starts_with("De brug bij") && line.ends_with("besloten."))
    );
    assert!(spoken.lines().any(|line| line == "- een motor"));
}

#[test]
fn offsets_in_json_count_code_points() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    let article = house.run(&["show", "brug.md", "--json"]).done().json();
    assert_eq!(article["file"], "brug.md");
    assert_eq!(article["id"].as_str().map(str::len), Some(16));
    assert_eq!(article["meta"]["title"], "De brug die niet meer opengaat");
    assert_eq!(
        article["meta"]["authors"][0]["role"],
        "schipper en schrijver"
    );
    assert_eq!(article["meta"]["published"], "2025-02-24");
    assert!(article["meta"]["views"].is_null());
    assert_eq!(article["meta"]["tags"], serde_json::json!([]));
    let text = article["text"].as_str().expect("a text");
    let blocks = article["blocks"].as_array().expect("blocks");
    let pieces: Vec<String> = blocks
        .iter()
        .map(|block| code_points(text, block))
        .collect();
    assert_eq!(pieces.join("\n\n"), text);
    let kinds: Vec<_> = blocks.iter().map(|block| block["kind"].as_str()).collect();
    let expected = [
        "paragraph",
        "heading",
        "paragraph",
        "list_item",
        "list_item",
    ]
    .map(Some);
    assert_eq!(kinds, expected);
    assert_eq!(pieces[1], "Roest");
    assert!(blocks[0]["level"].is_null());
    assert_eq!(pieces[4], "een motor");
}

#[test]
fn an_article_can_come_from_standard_input() {
    let house = House::new();
    let shown = house
        .run_on(&["show", "-"], "Het regent in Zuiderzijl.")
        .done();
    assert!(shown.out.contains("Het regent in Zuiderzijl."));
    let json = house
        .run_on(&["show", "-", "--json"], "Het regent.")
        .done()
        .json();
    assert!(json["file"].is_null());
}

#[test]
fn a_hostile_article_cannot_reach_the_terminal() {
    let house = House::new();
    let hostile = "Een rustig begin\u{1b}]0;gekaapt\u{7} van de tekst.\u{1b}[2J\u{9b}31m\u{202e} Verder \u{8}\u{7f}gaat het.\n";
    house.write("kwaad.txt", format!("{hostile}\n{hostile}"));
    house.write(
        "kwaad.md",
        format!("---\ntitle: \"Kwaad\\e[2J\"\nauthor: \"A\u{9b}B\"\n---\n\n{hostile}"),
    );
    let runs: [&[&str]; 8] = [
        &["show", "kwaad.txt"],
        &["show", "kwaad.md"],
        &["show", "kwaad.md", "--plain"],
        &["show", "kwaad.md", "--json"],
        &["quotes", "kwaad.md", "kwaad.txt"],
        &["quotes", "--json", "kwaad.md"],
        &["list", "."],
        &["save", "kwaad.md"],
    ];
    for arguments in runs {
        let ran = house.run(arguments);
        for c in ran.out.chars().chain(ran.err.chars()) {
            let harmless = !c.is_control() || c == '\n';
            assert!(
                harmless && c != '\u{202e}',
                "{arguments:?} lets {c:?} through"
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn a_hostile_file_name_cannot_reach_the_terminal() {
    let house = House::new();
    let name = "weg\u{1b}[2J\u{9b}31m\u{202e}.txt";
    house.write(name, "Het regent.");
    let missing = house.run(&["show", "niet\u{1b}[2Jhier.txt"]);
    let json = house.run(&["list", ".", "--json"]);
    let table = house.run(&["list", "."]);
    for ran in [&missing, &json, &table] {
        for c in ran.out.chars().chain(ran.err.chars()) {
            assert!((!c.is_control() || c == '\n') && c != '\u{202e}', "{c:?}");
        }
    }
    // Escaped, not lost: a script gets the name that opens the file.
    let file = json.json()[0]["file"].as_str().expect("a name").to_owned();
    assert!(file.ends_with(name), "{file:?}");
}

#[test]
fn hyphenate_answers_word_for_word() {
    let house = House::new();
    let ran = house
        .run_on(&["hyphenate"], "zeeën\r\ncafeetje\n\nzee-egel\nhuis")
        .done();
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        lines,
        [
            "zeeën\tzee·en",
            "cafeetje\tca·fé·tje",
            "\t",
            "zee-egel\tzee-·egel",
            "huis\thuis"
        ]
    );
}

#[test]
fn hyphenate_takes_any_bytes() {
    let house = House::new();
    let ran = house
        .run_on(&["hyphenate"], b"wa\xffter\n\x1b[2Jboom\n".to_vec())
        .done();
    assert_eq!(ran.out.lines().count(), 2);
    assert!(!ran.out.contains('\u{1b}'));
}
