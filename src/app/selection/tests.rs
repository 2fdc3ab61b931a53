use super::*;
use crate::article::{BlockKind, Builder, Meta};

const TEXT: &str = "„Het sluit nooit”, zegt sluiswachter J. Korf. De boot (een klipper) komt om 10.30 uur.\n\n\
     –\n\nNiemand wacht … Zee-egels wel!";

fn article() -> Article {
    let mut builder = Builder::new();
    for block in TEXT.split("\n\n") {
        builder.begin(BlockKind::Paragraph);
        builder.push(block);
        builder.end();
    }
    let article = builder.finish(Meta::default(), Vec::new());
    assert_eq!(article.text(), TEXT);
    article
}

/// The keys, one a letter as on the keyboard, from the first word on.
fn after(keys: &str) -> Selection {
    let article = article();
    let mut now = Selection {
        end: next_word(TEXT, 0).expect("a word"),
        ..Selection::default()
    };
    for key in keys.chars() {
        let action = match key {
            'l' => Action::NextWord,
            'h' => Action::PreviousWord,
            ')' => Action::NextSentence,
            '(' => Action::PreviousSentence,
            '}' => Action::NextParagraph,
            '{' => Action::PreviousParagraph,
            's' => Action::WholeSentence,
            'p' => Action::WholeParagraph,
            'g' => Action::Begin,
            'G' => Action::End,
            'o' => Action::OtherEnd,
            _ => {
                now.begin = Some(now.end);
                continue;
            }
        };
        now = in_text(&article, now, action).unwrap_or(now);
    }
    now
}

fn selected(keys: &str) -> &'static str {
    after(keys).span().of(TEXT)
}

#[test]
fn a_word_is_chosen_without_the_signs_around_it() {
    assert_eq!(selected(""), "Het");
    assert_eq!(selected("ll"), "nooit");
    assert_eq!(selected("lllll"), "J");
    assert_eq!(selected("llllllllll"), "klipper");
    assert_eq!(selected("G"), "wel");
    assert_eq!(selected("Gh"), "Zee-egels");
    assert_eq!(selected("Gg"), "Het");
    assert_eq!(selected("h"), "Het", "there is no word before the first");
    assert_eq!(selected("Gl"), "wel", "there is no word after the last");
}

#[test]
fn what_is_between_the_two_ends_is_selected_with_its_signs() {
    assert_eq!(selected("vlll"), "Het sluit nooit”, zegt");
    assert_eq!(selected("vlllh"), "Het sluit nooit");
    assert_eq!(selected("llvh"), "sluit nooit");
    assert_eq!(selected("lvlohl"), "sluit nooit");
    assert_eq!(selected("lvloh"), "Het sluit nooit");
}

#[test]
fn a_whole_sentence_takes_its_marks_along_and_then_the_next_one() {
    let first = "„Het sluit nooit”, zegt sluiswachter J. Korf.";
    assert_eq!(selected("lls"), first);
    assert_eq!(selected("lvs"), first);
    let second = "De boot (een klipper) komt om 10.30 uur.";
    assert_eq!(selected("lss"), format!("{first} {second}"));
    assert_eq!(selected("lsh"), "„Het sluit nooit”, zegt sluiswachter J");
    assert_eq!(selected("llllllllls"), second);
}

#[test]
fn a_whole_paragraph_may_grow_by_the_next_one() {
    let (first, _) = TEXT.split_once("\n\n").expect("two");
    assert_eq!(selected("lp"), first);
    assert_eq!(selected("lpp"), TEXT);
    assert_eq!(selected("ppppp"), TEXT);
}

#[test]
fn sentences_and_paragraphs_are_steps_too() {
    assert_eq!(selected(")"), "De");
    assert_eq!(selected("))"), "Niemand");
    assert_eq!(selected("))("), "De");
    assert_eq!(selected("}"), "Niemand");
    assert_eq!(selected("}{"), "„Het");
    assert_eq!(selected("llv)"), "nooit”, zegt sluiswachter J. Korf.");
    assert!(selected("llv))").ends_with("10.30 uur."));
    assert_eq!(selected("llv("), "„Het sluit nooit");
    assert!(selected("v}").ends_with("uur."));
    assert_eq!(selected("v}}"), TEXT.trim_start_matches('„'));
}

#[test]
fn words_are_counted_and_signs_are_none() {
    assert_eq!(words(TEXT, after("p").span()), 15);
    assert_eq!(words(TEXT, Span::new(0, TEXT.len())), 19);
    assert_eq!(words("– … !", Span::new(0, 9)), 0);
}
