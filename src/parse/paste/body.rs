//! Paragraphs → blocks: what is a heading, a list, a caption, and what is debris of the page.
//!
//! A paste has lost its marks, so a block is known by its shape and its neighbours: a heading is a short
//! line that does not close and has prose below it; items of a list stand together.

use super::layout::Paragraph;
use super::{LONG_LINE, debris, has_inner_sentence_end, starts_upper};
use crate::article::{BlockKind, Builder};

/// What a paragraph looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Prose,
    /// Short, and does not close: a heading where there is prose below.
    Headline,
    /// A heading marked as in Markdown.
    Marked(u8),
    /// An item, if there are more: the bullet, and where its words begin.
    Bullet(char, usize),
    /// An item, if its neighbours count on: the number, and where its words begin.
    Numbered(u32, usize),
    Caption,
    Rule,
    /// A line of `=` or `-` under a heading.
    Underline,
    Debris,
    /// Debris where its neighbour is, else a heading.
    Button,
}

/// No heading has more characters, unless it is numbered.
const LONGEST_HEADING: usize = 90;
/// More headlines than this on end are a list of lines, not headings.
const MOST_HEADINGS: usize = 2;
/// Of two headings on end the first has no more characters: else both are lines of a list.
const LONGEST_OF_TWO: usize = 45;

/// Writes the blocks. `left_over` is what the head could not place: it stays in the text.
pub(super) fn write(left_over: &[String], paragraphs: &[Paragraph<'_>], builder: &mut Builder) {
    for line in left_over {
        builder.begin(BlockKind::Paragraph);
        builder.push(line);
    }
    let mut shapes: Vec<Shape> = paragraphs.iter().map(shape).collect();
    settle_buttons(&mut shapes);
    settle_links(&mut shapes, paragraphs);
    let kept: Vec<(&Paragraph<'_>, Shape)> = paragraphs
        .iter()
        .zip(shapes)
        .filter(|(_, shape)| *shape != Shape::Debris)
        .collect();
    let mut rest = kept.as_slice();
    while let Some(((paragraph, shape), after)) = rest.split_first() {
        let text = paragraph.text.as_ref();
        let mut used = 1;
        match *shape {
            Shape::Bullet(..) | Shape::Numbered(..) => {
                let items = list_length(rest);
                used = items.max(1);
                match items {
                    0 => block(builder, lone_kind(*shape, text, after), text),
                    _ => rest
                        .iter()
                        .take(items)
                        .for_each(|(p, shape)| item(builder, &p.text, *shape)),
                }
            }
            Shape::Headline => {
                let run = rest
                    .iter()
                    .take_while(|(_, s)| *s == Shape::Headline)
                    .count();
                let next = rest.get(run).map(|(_, shape)| *shape);
                let underlined = run == 1 && next == Some(Shape::Underline);
                let has_prose = next.is_some_and(|s| !matches!(s, Shape::Rule | Shape::Marked(_)));
                let is_list =
                    run > MOST_HEADINGS || run > 1 && text.chars().count() > LONGEST_OF_TWO;
                let kind = if underlined || has_prose && !is_list {
                    BlockKind::Heading { level: 2 }
                } else {
                    BlockKind::Paragraph
                };
                rest.iter()
                    .take(run)
                    .for_each(|(p, _)| block(builder, kind, &p.text));
                used = run + usize::from(underlined);
            }
            Shape::Marked(level) => {
                block(
                    builder,
                    BlockKind::Heading { level },
                    text.trim_start_matches('#'),
                );
            }
            Shape::Caption => block(builder, BlockKind::Caption, text),
            Shape::Rule => block(builder, BlockKind::Rule, "* * *"),
            // Under nothing that could be a heading, a line of hyphens is a rule.
            Shape::Underline => {
                if !after.is_empty() && !builder.text().is_empty() {
                    block(builder, BlockKind::Rule, "* * *");
                }
            }
            Shape::Prose => block(builder, BlockKind::Paragraph, text),
            Shape::Debris | Shape::Button => {}
        }
        rest = rest.get(used..).unwrap_or_default();
    }
}

fn block(builder: &mut Builder, kind: BlockKind, text: &str) {
    builder.begin(kind);
    builder.push(text);
}

/// What a marker by itself begins: `1. Wie betaalt de brug?` above prose is a numbered heading.
fn lone_kind(shape: Shape, text: &str, after: &[(&Paragraph<'_>, Shape)]) -> BlockKind {
    match (shape, after.first()) {
        (Shape::Numbered(_, start), Some((_, Shape::Prose)))
            if text.get(start..).is_some_and(is_headline) =>
        {
            BlockKind::Heading { level: 2 }
        }
        _ => BlockKind::Paragraph,
    }
}

fn item(builder: &mut Builder, text: &str, shape: Shape) {
    let (number, start) = match shape {
        Shape::Numbered(number, start) => (Some(number), start),
        Shape::Bullet(_, start) => (None, start),
        _ => (None, 0),
    };
    block(
        builder,
        BlockKind::ListItem { depth: 1, number },
        text.get(start..).unwrap_or(text),
    );
}

fn shape(paragraph: &Paragraph<'_>) -> Shape {
    let text = paragraph.text.as_ref();
    if let Some(marker) = marker(text) {
        return marker;
    }
    if text.len() > LONG_LINE {
        return Shape::Prose;
    }
    if text.contains('\n') {
        return Shape::Prose;
    }
    if let Some(rule) = rule(text) {
        return rule;
    }
    if debris::is_debris(text) {
        return Shape::Debris;
    }
    if debris::is_button(text) {
        return Shape::Button;
    }
    let unmarked = text.trim_start_matches('#');
    let level = text.len() - unmarked.len();
    if (1..=6).contains(&level) && unmarked.starts_with(' ') {
        return Shape::Marked(u8::try_from(level).unwrap_or(6));
    }
    if is_credit(text) {
        return Shape::Caption;
    }
    if is_headline(text) {
        Shape::Headline
    } else {
        Shape::Prose
    }
}

/// A row of buttons goes, a word by itself stays.
fn settle_buttons(shapes: &mut [Shape]) {
    let is_junk = |shape: Option<&Shape>| matches!(shape, Some(Shape::Debris | Shape::Button));
    let settled: Vec<(usize, Shape)> = shapes
        .iter()
        .enumerate()
        .filter(|(_, shape)| **shape == Shape::Button)
        .map(|(i, _)| {
            let beside = is_junk(shapes.get(i + 1)) || i > 0 && is_junk(shapes.get(i - 1));
            (
                i,
                if beside {
                    Shape::Debris
                } else {
                    Shape::Headline
                },
            )
        })
        .collect();
    for (i, shape) in settled {
        shapes[i] = shape;
    }
}

/// Below `Lees ook`, the titles of other pages go with it, where a blank line shows where they end.
fn settle_links(shapes: &mut [Shape], paragraphs: &[Paragraph<'_>]) {
    let mut rest = shapes;
    let mut at = 0;
    while let Some(start) = rest.iter().position(|shape| *shape == Shape::Debris) {
        at += start + 1;
        rest = rest.get_mut(start + 1..).unwrap_or_default();
        let Some(signpost) = paragraphs.get(at - 1) else {
            return;
        };
        if !debris::points_below(&signpost.text) {
            continue;
        }
        let below = paragraphs.get(at..).unwrap_or_default();
        let links = below.iter().take_while(|p| !p.after_blank).count();
        let is_title =
            |shape: &Shape| matches!(shape, Shape::Headline | Shape::Bullet(..) | Shape::Debris);
        // At the text's end too, but not where prose goes on without a blank line.
        if let Some(titles) = rest.get_mut(..links)
            && titles.iter().all(is_title)
        {
            titles.fill(Shape::Debris);
        }
        // One signpost a group: looked at once, however many stand in it.
        at += links;
        rest = rest.get_mut(links..).unwrap_or_default();
    }
}

/// The marker of a list's item at the start of a line.
pub(super) fn marker_length(line: &str) -> Option<usize> {
    match marker(line)? {
        Shape::Bullet(_, start) | Shape::Numbered(_, start) => Some(start),
        _ => None,
    }
}

fn marker(line: &str) -> Option<Shape> {
    let first = line.chars().next()?;
    if matches!(
        first,
        '-' | '–' | '—' | '*' | '+' | '•' | '·' | '▪' | '●' | '◦' | '‣' | '■' | '○'
    ) {
        let rest = line.get(first.len_utf8()..)?;
        let words = rest.trim_start_matches([' ', '\u{a0}']);
        let spaced = words.len() < rest.len();
        return (spaced && !words.is_empty() && !words.starts_with(first))
            .then_some(Shape::Bullet(first, line.len() - words.len()));
    }
    let digits = line.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let number = line.get(..digits).filter(|d| (1..=3).contains(&d.len()))?;
    let rest = line.get(digits..)?;
    let words = rest
        .strip_prefix(['.', ')'])?
        .strip_prefix([' ', '\u{a0}'])?;
    Some(Shape::Numbered(
        number.parse().ok()?,
        line.len() - words.len(),
    ))
}

/// How many of the paragraphs at the front of `rest` are a list; 0 where they are none.
fn list_length(rest: &[(&Paragraph<'_>, Shape)]) -> usize {
    match rest.first().map(|(_, shape)| *shape) {
        Some(Shape::Bullet(bullet, _)) => {
            let run = rest
                .iter()
                .take_while(|(_, s)| matches!(s, Shape::Bullet(other, _) if *other == bullet))
                .count();
            let texts = || rest.iter().take(run).map(|(p, _)| p.text.as_ref());
            let is_list = match bullet {
                // Typed for nothing else.
                '•' | '▪' | '●' | '◦' | '‣' | '■' | '○' => true,
                '—' => false,
                '-' | '–' => run >= 2 && !is_dialogue(bullet, texts()),
                _ => run >= 2,
            };
            if is_list { run } else { 0 }
        }
        Some(Shape::Numbered(first, _)) => {
            let run = rest
                .iter()
                .zip(first..)
                .take_while(|((_, s), n)| matches!(s, Shape::Numbered(number, _) if number == n))
                .count();
            if run >= 2 { run } else { 0 }
        }
        _ => 0,
    }
}

/// Talk behind dashes: sentences that close, and, behind the hyphen of lists, one that asks or calls.
fn is_dialogue<'a>(dash: char, lines: impl Iterator<Item = &'a str>) -> bool {
    let (mut all, mut closed, mut asked) = (0, 0, 0);
    for line in lines {
        all += 1;
        closed += usize::from(line.ends_with(['.', '!', '?', '…']));
        asked += usize::from(line.ends_with(['!', '?']));
    }
    (asked > 0 || dash == '–') && closed * 2 > all
}

/// `* * *`, `***`, `⁂`, `---`, `===`.
fn rule(line: &str) -> Option<Shape> {
    if line.len() > 200 {
        return None;
    }
    let signs: String = line.chars().filter(|c| *c != ' ').collect();
    let first = signs.chars().next()?;
    let alike = signs.chars().all(|c| c == first);
    match first {
        '⁂' if alike => Some(Shape::Rule),
        '*' | '_' | '~' | '•' | '#' | '–' | '—' if alike && signs.chars().count() >= 3 => {
            Some(Shape::Rule)
        }
        '=' | '-' if alike && signs.chars().count() >= 3 => Some(Shape::Underline),
        _ => None,
    }
}

/// `Foto: Joris Bol`, `Beeld De Kade`, `© De Kade`: who made the picture that was here.
fn is_credit(line: &str) -> bool {
    /// No credit has more bytes.
    const LONGEST: usize = 120;
    let labelled = [
        "foto:",
        "foto's:",
        "foto’s:",
        "beeld:",
        "illustratie:",
        "video:",
        "foto door ",
        "fotografie:",
        "beeld door ",
        "©",
        "bron:",
    ]
    .iter()
    .any(|label| {
        line.get(..label.len())
            .is_some_and(|start| start.to_lowercase() == *label)
    });
    labelled && line.len() <= LONGEST && !has_inner_sentence_end(line)
}

/// Whether a line is short, begins like a heading and does not close like a sentence.
fn is_headline(line: &str) -> bool {
    let characters = line.chars().count();
    if !(2..=LONGEST_HEADING).contains(&characters)
        || !line.contains(char::is_alphabetic)
        || !starts_upper(line)
    {
        return false;
    }
    // What somebody says, with the marks round it, is a heading only where it does not close (`‘Geen keus’`).
    let is_quoted = line.starts_with(['“', '„', '‘', '’', '"', '\'', '«']);
    let bare = line.trim_end_matches(['”', '’', '"', '\'', '»', ')', '“', '‘']);
    let closes =
        bare.ends_with(['.', '!', ',', ';', ':', '…', '-', '–', '—']) || line.ends_with(',');
    let asks = bare.ends_with('?');
    let is_prose = closes || asks && is_quoted || has_inner_sentence_end(line);
    !(is_prose || is_turn(line) || line.contains("://"))
}

/// `JB: Hoe ging dat?`: whose turn it is to speak, in an interview.
fn is_turn(line: &str) -> bool {
    line.split_once(':').is_some_and(|(who, _)| {
        let short = who.len() <= 4 && who.chars().all(|c| c.is_uppercase() || c == '.');
        short
            || matches!(
                who.to_lowercase().as_str(),
                "vraag" | "antwoord" | "ik" | "hij" | "zij"
            )
    })
}
