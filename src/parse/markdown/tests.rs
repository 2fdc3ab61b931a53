use crate::article::{Article, BlockKind, MarkKind, Notice};
use crate::parse::{Form, parse};

fn read(text: &str) -> Article {
    parse(text.as_bytes(), Form::Markdown, "bestand").expect("text")
}

/// Kinds and texts of the blocks.
fn blocks(text: &str) -> Vec<(BlockKind, String)> {
    let article = read(text);
    article
        .blocks()
        .iter()
        .map(|b| (b.kind, b.span.of(article.text()).to_owned()))
        .collect()
}

fn item(depth: u8, number: Option<u32>, text: &str) -> (BlockKind, String) {
    (BlockKind::ListItem { depth, number }, text.to_owned())
}

fn paragraph(text: &str) -> (BlockKind, String) {
    (BlockKind::Paragraph, text.to_owned())
}

#[test]
fn the_first_heading_is_the_title_and_not_in_the_text() {
    let article = read("# De brug gaat *dicht*\n\nHet werd stil.\n\n## Later\n\nEn toen.");
    assert_eq!(article.meta.title, "De brug gaat dicht");
    assert_eq!(article.text(), "Het werd stil.\n\nLater\n\nEn toen.");
    assert_eq!(article.blocks()[1].kind, BlockKind::Heading { level: 2 });
}

#[test]
fn a_heading_that_repeats_the_title_is_dropped_and_another_one_stays() {
    let same =
        read("---\ntitle: De brug gaat dicht - De Kade\n---\n# De brug gaat dicht\n\nTekst.");
    assert_eq!(same.text(), "Tekst.");
    let other = read("---\ntitle: De brug gaat dicht\n---\n# Eerste deel\n\nTekst.");
    assert_eq!(other.blocks()[0].kind, BlockKind::Heading { level: 1 });
    assert_eq!(other.meta.title, "De brug gaat dicht");
}

#[test]
fn a_heading_further_on_is_no_title() {
    let article = read("Het begon met water.\n\n# Deel een\n\nEn verder.");
    assert_eq!(article.meta.title, "bestand");
    assert_eq!(article.blocks().len(), 3);
}

#[test]
fn a_head_that_is_not_valid_is_read_and_the_reader_is_told() {
    let article = read("---\ntitle: Zeeman: de laatste vaart\n---\nTekst.");
    assert_eq!(article.meta.title, "Zeeman: de laatste vaart");
    assert_eq!(article.notices, [Notice::LooseFrontMatter]);
}

#[test]
fn lists_keep_their_depth_and_numbers() {
    assert_eq!(
        blocks("- een\n- twee\n  - diep\n\n3. drie\n4. vier\n\n   en nog wat"),
        [
            item(1, None, "een"),
            item(1, None, "twee"),
            item(2, None, "diep"),
            item(1, Some(3), "drie"),
            item(1, Some(4), "vier"),
            paragraph("en nog wat"),
        ]
    );
    assert_eq!(
        blocks("- los\n\n- losser\n"),
        [item(1, None, "los"), item(1, None, "losser")]
    );
    assert_eq!(
        blocks("- [ ] nog doen\n- [x] klaar\n"),
        [item(1, None, "☐ nog doen"), item(1, None, "☑ klaar")]
    );
}

#[test]
fn a_quote_in_a_quote_is_deeper() {
    assert_eq!(
        blocks("> Buiten.\n>\n> > Binnen.\n"),
        [
            (BlockKind::Quote { depth: 1 }, "Buiten.".to_owned()),
            (BlockKind::Quote { depth: 2 }, "Binnen.".to_owned()),
        ]
    );
}

#[test]
fn what_is_set_apart_is_marked_over_the_plain_words() {
    let article = read("Een *schuin*, **vet**, ~~weg~~, `code` en [link](https://kade.example/a).");
    assert_eq!(article.text(), "Een schuin, vet, weg, code en link.");
    let marks: Vec<_> = article
        .marks()
        .iter()
        .map(|m| (m.span.of(article.text()), m.kind.clone()))
        .collect();
    assert_eq!(
        marks,
        [
            ("schuin", MarkKind::Emphasis),
            ("vet", MarkKind::Strong),
            ("weg", MarkKind::Struck),
            ("code", MarkKind::Code),
            ("link", MarkKind::Link("https://kade.example/a".to_owned())),
        ]
    );
}

#[test]
fn the_signs_of_the_author_stay_as_they_are() {
    let text = "Hij zei: \"Nee\" -- en 'ja'... „Goed”, ’s avonds – écht.";
    assert_eq!(read(text).text(), text);
}

#[test]
fn a_picture_is_its_caption_where_it_has_one() {
    assert_eq!(
        blocks(
            "![De brug bij laag water](brug.jpg)\n\n![](leeg.png)\n\n![IMG_12.jpg](x.jpg) Tekst.\n\n![[plaat.png]]\n"
        ),
        [
            (BlockKind::Caption, "De brug bij laag water".to_owned()),
            paragraph("Tekst."),
        ]
    );
    assert_eq!(
        blocks("[![Klikbaar](a.jpg)](https://kade.example)\n\nTekst."),
        [
            (BlockKind::Caption, "Klikbaar".to_owned()),
            paragraph("Tekst.")
        ]
    );
}

#[test]
fn footnotes_are_readable_at_the_end() {
    assert_eq!(
        read("Een bewering.[^b] Nog een.[^a]\n\n[^a]: Tweede bron.\n\n[^b]: Eerste bron.\n\n    Met meer.\n\nSlot.").text(),
        "Een bewering.[1] Nog een.[2]\n\nSlot.\n\n[1] Eerste bron.\n\nMet meer.\n\n[2] Tweede bron."
    );
}

#[test]
fn tables_code_and_rules_are_what_they_are() {
    assert_eq!(
        blocks(
            "| a | b |\n|---|---|\n| een | *twee* |\n\n```rust\nlet x  = 1;\n\n  y\n```\n\n---\n"
        ),
        [
            (BlockKind::Table, "a    b\neen  twee".to_owned()),
            (BlockKind::Code, "let x  = 1;\n\n  y".to_owned()),
            (BlockKind::Rule, "* * *".to_owned()),
        ]
    );
}

#[test]
fn of_html_only_the_words_are_left() {
    assert_eq!(
        blocks(
            "Een <span style=\"x\">rood</span> woord<br>op twee regels &amp; meer.\n\n<div>\n<p>In een <b>blok</b>.</p>\n<p>En nog een.</p>\n</div>\n\n<!-- weg -->\n"
        ),
        [
            paragraph("Een rood woord\nop twee regels & meer."),
            paragraph("In een blok."),
            paragraph("En nog een."),
        ]
    );
}

#[test]
fn a_line_break_counts_only_where_it_was_meant() {
    assert_eq!(
        read("een\ntwee  \ndrie   vier").text(),
        "een twee\ndrie vier"
    );
}

#[test]
fn an_entity_cannot_smuggle_in_what_was_kept_out() {
    let article = read("a&#27;[31mb&#x202e;c\n\n[x](http://a&#7;b)\n\n`\u{1b}c`");
    assert!(article.text().chars().all(|c| c == '\n' || !c.is_control()));
    assert!(!article.text().contains('\u{202e}'));
    assert!(article.marks().iter().all(|m| match &m.kind {
        MarkKind::Link(url) => !url.contains(char::is_control),
        _ => true,
    }));
}

#[test]
fn a_link_between_notes_is_plain_words() {
    let article = read("Zie [[Het water|het stuk over water]] en [[De brug]].");
    assert_eq!(article.text(), "Zie het stuk over water en De brug.");
    assert!(article.marks().is_empty());
}
