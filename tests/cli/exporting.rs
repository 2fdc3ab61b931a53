//! `export`: what a reader kept, to take along.

use crate::house::{BRIDGE, House};
use std::fs;

/// A house with a saved article, in whose state a reader wrote two highlights and a bookmark.
fn annotated() -> House {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    house.run(&["save", "brug.md"]).done();
    let folder = house.config().join("articles");
    let state = fs::read_dir(folder).expect("a folder").flatten().next();
    let state = state.expect("a state file").path();
    let mut text = fs::read_to_string(&state).expect("text");
    text.push_str(
        "\n[[bookmarks]]\nexact = \"De brug bij Zuiderzijl\"\n\
         \n[[highlights]]\nexact = \"De brug bij\"\nnote = \"zelf langs geweest\"\n\
         \n[[highlights]]\nexact = \"een zin die er nooit stond en ook niet komt\"\n",
    );
    fs::write(state, text).expect("written");
    house
}

#[test]
fn highlights_are_exported_with_their_place_and_lost_ones_are_called_lost() {
    let house = annotated();
    let exported = house.run(&["export", "--json"]).done().json();
    let article = &exported[0];
    assert_eq!(article["title"], "De brug die niet meer opengaat");
    assert!(article["saved"].as_str().is_some());
    let shown = house.run(&["show", "brug.md", "--json"]).done().json();
    let text: Vec<char> = shown["text"].as_str().expect("text").chars().collect();
    let all = article["annotations"].as_array().expect("a list");
    assert_eq!(all.len(), 3);
    for annotation in all {
        let quotation = annotation["quotation"].as_str().expect("words");
        assert!(annotation["made"].is_null(), "nobody wrote down when");
        if quotation.contains("nooit stond") {
            assert_eq!(annotation["found"], "lost");
            assert!(annotation["start"].is_null());
            continue;
        }
        let place = |key| {
            annotation[key]
                .as_u64()
                .and_then(|n| usize::try_from(n).ok())
        };
        let (start, end) = (place("start").expect("found"), place("end").expect("found"));
        if annotation["kind"] == "highlight" {
            assert_eq!(annotation["note"], "zelf langs geweest");
            assert_eq!(text[start..end].iter().collect::<String>(), quotation);
        } else {
            assert_eq!(
                (annotation["kind"].as_str(), end),
                (Some("bookmark"), start)
            );
        }
    }
}

#[test]
fn highlights_are_exported_as_markdown_also_when_the_article_is_gone() {
    let house = annotated();
    let markdown = house.run(&["export", "brug.md"]).done().out;
    assert!(
        markdown.starts_with("# De brug die niet meer opengaat\n"),
        "{markdown}"
    );
    assert!(markdown.contains("> De brug bij\n"), "{markdown}");
    assert!(markdown.contains("\nzelf langs geweest\n"), "{markdown}");
    assert!(
        markdown.contains("staat niet meer in het artikel"),
        "{markdown}"
    );
    house.remove("brug.md");
    let again = house.run(&["export"]).done().out;
    assert!(again.contains("zelf langs geweest"), "{again}");
}

#[test]
fn where_nothing_is_kept_nothing_is_exported() {
    let house = House::new();
    house.write("brug.md", BRIDGE);
    assert_eq!(house.run(&["export", "--json"]).done().out, "[]\n");
    assert_eq!(house.run(&["export", "brug.md"]).done().out, "");
}

#[test]
fn a_check_counts_what_was_marked_and_tells_what_is_lost() {
    let house = annotated();
    let state = house.run(&["state", "--json"]).done().json();
    let article = &state["articles"][0];
    let counts = ["bookmarks", "highlights", "notes"].map(|key| article[key].as_u64());
    assert_eq!(counts, [Some(1), Some(2), Some(1)]);
    assert_eq!(state["problems"], serde_json::json!([]));

    let checked = house.run(&["state", "--check"]);
    assert_eq!(checked.status, 1);
    assert!(
        checked
            .out
            .contains("bladwijzers: 1; markeringen: 2; aantekeningen: 1\n"),
        "{}",
        checked.out
    );
    let lost = "brug.md: gemarkeerde woorden staan niet meer in het artikel: een zin die er nooit \
                stond en ook niet";
    assert!(checked.out.contains(lost), "{}", checked.out);
}
