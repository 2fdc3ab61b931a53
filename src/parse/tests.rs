use super::*;
use proptest::prelude::*;

fn read(bytes: &[u8], form: Form) -> Article {
    parse(bytes, form, "bestand").expect("text")
}

#[test]
fn what_has_no_name_is_recognised_by_what_stands_in_it() {
    for markdown in [
        "# Kop\n\nTekst",
        "---\ntitle: x\n---\n",
        "Zie [hier](https://kade.example).",
        "```\ncode\n```",
    ] {
        assert_eq!(
            Form::of_bytes(markdown.as_bytes()),
            Form::Markdown,
            "{markdown}"
        );
    }
    for text in [
        "Een brug.\n\nTekst",
        "#brug is een trend",
        "",
        "* * *\n\n- een\n- twee",
        "\0\u{1}",
    ] {
        assert_eq!(Form::of_bytes(text.as_bytes()), Form::Text, "{text}");
    }
}

#[test]
fn the_name_of_the_file_stands_in_for_a_title_and_is_tidied_too() {
    let article = parse(b"", Form::Markdown, "een\u{1b}[31m  naam\n").expect("text");
    assert_eq!(article.meta.title, "een naam");
    assert_eq!(article.notices, [Notice::Empty]);
}

#[test]
fn damage_is_told() {
    let mut bytes = "Een geëigende, reële zin.".as_bytes().to_vec();
    bytes.extend(b" \xff\xfe!");
    assert_eq!(
        read(&bytes, Form::Text).notices,
        [Notice::ReplacedCharacters(2)]
    );
}

/// The laws that hold for whatever bytes were read.
fn assert_lawful(bytes: &[u8], form: Form) {
    let Ok(article) = parse(bytes, form, "x") else {
        return;
    };
    let text = article.text();
    assert!(
        text.chars().all(|c| c == '\n' || !c.is_control()),
        "{text:?}"
    );
    assert!(!article.meta.title.contains(char::is_control));
    let mut end = 0;
    for (i, block) in article.blocks().iter().enumerate() {
        let gap = text.get(end..block.span.start).expect("in order");
        assert_eq!(gap, if i == 0 { "" } else { "\n\n" });
        assert!(!block.span.of(text).trim().is_empty());
        end = block.span.end;
    }
    assert_eq!(end, text.len());
    assert_eq!(parse(bytes, form, "x").as_ref(), Ok(&article), "read twice");
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in any::<Vec<u8>>()) {
        assert_lawful(&bytes, Form::Text);
        assert_lawful(&bytes, Form::Markdown);
        let _ = Form::of_bytes(&bytes);
    }

    #[test]
    fn any_text_gives_a_lawful_article(text in "[a-cA-C.?!:,;•·|>#*_`~\\[\\]()<&\\-–„”\"'0-9\\\\ \\n\\t\\x{1b}\\x{ad}\\x{a0}\\x{2028}é]{0,200}") {
        assert_lawful(text.as_bytes(), Form::Text);
        assert_lawful(text.as_bytes(), Form::Markdown);
    }

    #[test]
    fn any_lines_give_a_lawful_article(lines in prop::collection::vec("(- |1\\. |> |# |\\* |--- ?|Door |\\+\\+\\+|title: |Lees ook: |)[A-Za-z ,.?]{0,60}", 0..20)) {
        let text = lines.join("\n");
        assert_lawful(text.as_bytes(), Form::Text);
        assert_lawful(text.as_bytes(), Form::Markdown);
    }
}
