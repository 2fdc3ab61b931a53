//! An article as clean Markdown with front matter: for a copy where the original's bytes are gone, and for
//! filing a paste in a library.
//!
//! What is written reads back as the same text, and so as the same article. Emphasis and links are written
//! where they read back too: Markdown can't set apart every stretch of letters, and the words come first.

use crate::article::{Article, Author, Block, BlockKind, MarkKind, Meta, Span};
use crate::parse::{self, Form};
use std::fmt::Write;

/// Whether emphasis and links are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    Written,
    LeftOut,
}

/// `article` as Markdown, with its metadata in YAML front matter.
pub fn markdown(article: &Article) -> String {
    let marked = write(article, Marks::Written);
    let reads_back = parse::parse(marked.as_bytes(), Form::Markdown, "")
        .is_ok_and(|again| again.id() == article.id());
    if reads_back || article.marks().is_empty() {
        marked
    } else {
        write(article, Marks::LeftOut)
    }
}

fn write(article: &Article, marks: Marks) -> String {
    let mut out = front_matter(&article.meta);
    for block in article.blocks() {
        let text = match marks {
            Marks::Written => marked(article, block),
            Marks::LeftOut => escaped(block.span.of(article.text())),
        };
        out.push('\n');
        match block.kind {
            BlockKind::Heading { level } => {
                let _ = writeln!(
                    out,
                    "{} {}",
                    "#".repeat(level.into()),
                    text.replace('\n', " ")
                );
            }
            BlockKind::Quote { depth } => {
                let _ = writeln!(out, "{}", prefixed(&text, &"> ".repeat(depth.into())));
            }
            BlockKind::ListItem { depth, number } => {
                let indent = "    ".repeat(usize::from(depth).saturating_sub(1));
                let marker = number.map_or_else(|| "-".to_owned(), |n| format!("{n}."));
                let hang = format!("\n{indent}{}", " ".repeat(marker.len() + 1));
                let _ = writeln!(out, "{indent}{marker} {}", text.replace('\n', &hang));
            }
            BlockKind::Code => {
                let code = block.span.of(article.text());
                let fence = "`".repeat(longest_run(code, '`').max(2) + 1);
                let _ = writeln!(out, "{fence}\n{code}\n{fence}");
            }
            BlockKind::Rule => out.push_str("* * *\n"),
            BlockKind::Table => out.push_str(&table(block.span.of(article.text()))),
            BlockKind::Paragraph | BlockKind::Caption => {
                let _ = writeln!(out, "{text}");
            }
        }
    }
    out
}

fn front_matter(meta: &Meta) -> String {
    let mut out = String::from("---\n");
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{key}: {value}");
        }
    };
    let text = |text: &str| (!text.is_empty()).then(|| quoted(text));
    let list = |texts: &mut dyn Iterator<Item = &str>| {
        let texts: Vec<String> = texts.map(quoted).collect();
        (!texts.is_empty()).then(|| format!("[{}]", texts.join(", ")))
    };
    line("title", text(&meta.title));
    if let [one] = &meta.authors[..] {
        line("author", text(&one.name));
        line("role", one.role.as_deref().and_then(text));
    } else if meta.authors.iter().all(|author| author.role.is_none()) {
        line(
            "authors",
            list(&mut meta.authors.iter().map(|author| author.name.as_str())),
        );
    } else {
        let authors: Vec<String> = meta.authors.iter().map(described).collect();
        line("authors", Some(format!("[{}]", authors.join(", "))));
    }
    line("date", meta.published.as_ref().map(ToString::to_string));
    line("section", meta.section.as_deref().and_then(text));
    line("site", meta.site.as_deref().and_then(text));
    line("url", meta.url.as_deref().and_then(text));
    line("language", meta.language.as_deref().and_then(text));
    line("note", meta.note.as_deref().and_then(text));
    line("tags", list(&mut meta.tags.iter().map(String::as_str)));
    line(
        "reading_minutes",
        meta.reading_minutes.map(|n| n.to_string()),
    );
    line("views", meta.views.map(|n| n.to_string()));
    out.push_str("---\n");
    out
}

/// An author as a map of YAML.
fn described(author: &Author) -> String {
    let name = quoted(&author.name);
    match &author.role {
        Some(role) => format!("{{name: {name}, role: {}}}", quoted(role)),
        None => format!("{{name: {name}}}"),
    }
}

/// A JSON string, which is a YAML string whatever is in it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A block's text with its emphasis and links.
fn marked(article: &Article, block: &Block) -> String {
    let mut out = String::new();
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut at = block.span.start;
    let mut until = |out: &mut String, open: &mut Vec<(usize, String)>, to: usize| {
        while let Some((end, _)) = open.last()
            && *end <= to
            && let Some((end, sign)) = open.pop()
        {
            out.push_str(&escaped(Span::new(at, end).of(article.text())));
            out.push_str(&sign);
            at = end.max(at);
        }
        out.push_str(&escaped(Span::new(at, to).of(article.text())));
        at = to.max(at);
    };
    for mark in article.marks_in(block.span) {
        let (before, after) = match &mark.kind {
            MarkKind::Emphasis => ("*".to_owned(), "*".to_owned()),
            MarkKind::Strong => ("**".to_owned(), "**".to_owned()),
            MarkKind::Struck => ("~~".to_owned(), "~~".to_owned()),
            MarkKind::Link(url) => (
                "[".to_owned(),
                format!("](<{}>)", url.replace(['<', '>'], "")),
            ),
            // Between back quotes nothing can be escaped; the words matter more than their letters.
            MarkKind::Code => continue,
        };
        until(&mut out, &mut open, mark.span.start);
        out.push_str(&before);
        // One that reaches past the mark around it ends with it.
        let end = open
            .last()
            .map_or(mark.span.end, |(end, _)| mark.span.end.min(*end));
        open.push((end, after));
    }
    until(&mut out, &mut open, block.span.end);
    out
}

/// `text` so that Markdown takes every sign in it for itself.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            // A break inside a paragraph that must be kept.
            out.push_str("\\\n");
        }
        // White space at the head of a later line would mean something to Markdown.
        let bare = if number > 0 { line.trim_start() } else { line };
        let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let begins_list = bare.starts_with(['-', '+', '=', '#', '>', '~', ':']);
        for (at, c) in bare.char_indices() {
            let special = matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '{' | '}'
            ) || (at == 0 && begins_list)
                || (digits > 0 && at == digits && matches!(c, '.' | ')'));
            if special {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

/// Rows of cells that two spaces or more part. Markdown takes the first row for the head.
fn table(text: &str) -> String {
    let mut out = String::new();
    for (number, row) in text.lines().enumerate() {
        let cells: Vec<String> = row
            .split("  ")
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .map(escaped)
            .collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
        if number == 0 {
            let _ = writeln!(out, "|{}", " --- |".repeat(cells.len()));
        }
    }
    out
}

fn prefixed(text: &str, prefix: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| format!("{prefix}{line}"))
        .collect();
    lines.join("\n")
}

fn longest_run(text: &str, sign: char) -> usize {
    text.split(|c| c != sign).map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Builder, Published};
    use crate::store::{Store, builtin};
    use proptest::prelude::*;

    fn read_back(article: &Article) -> Article {
        let text = markdown(article);
        parse::parse(text.as_bytes(), Form::Markdown, "").expect("text")
    }

    #[test]
    fn every_article_built_in_reads_back_as_itself() {
        let store = Store::open(None);
        for origin in builtin::all() {
            let article = store.read(&origin).expect("text");
            let again = read_back(&article);
            assert!(again.text() == article.text(), "{origin:?}");
            let marks = |a: &Article| {
                a.marks()
                    .iter()
                    .filter(|m| m.kind != MarkKind::Code)
                    .count()
            };
            assert_eq!(marks(&again), marks(&article), "{origin:?}");
            assert_eq!(again.meta.title, article.meta.title);
            assert_eq!(again.meta.authors, article.meta.authors);
            assert_eq!(again.meta.published, article.meta.published);
            assert_eq!(
                (again.meta.tags, again.meta.note),
                (article.meta.tags, article.meta.note)
            );
        }
    }

    #[test]
    fn a_title_that_yaml_would_stumble_over_reads_back() {
        let mut builder = Builder::new();
        builder.push("De tekst.");
        let meta = Meta {
            title: "Zeeman: \"de laatste\" # vaart".into(),
            authors: vec![
                Author {
                    name: "Ilse van Aken".into(),
                    role: None,
                },
                Author {
                    name: "Ömer Yıldız".into(),
                    role: None,
                },
            ],
            published: Published::parse("2025-02"),
            ..Meta::default()
        };
        let again = read_back(&builder.finish(meta.clone(), Vec::new()));
        assert_eq!(
            (again.meta.title, again.meta.authors),
            (meta.title, meta.authors)
        );
        assert_eq!(again.meta.published, meta.published);
    }

    proptest! {
        #[test]
        fn paragraphs_full_of_signs_read_back_as_themselves(
            paragraphs in prop::collection::vec("[a-zé]{1,3}[ a-z0-9.*_#>`~|&;:()!<\\[\\]\\\\+='\"-]{0,20}[a-z]", 1..4),
        ) {
            let mut builder = Builder::new();
            for paragraph in &paragraphs {
                builder.begin(BlockKind::Paragraph);
                builder.push(&paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            let article = builder.finish(Meta { title: "T".into(), ..Meta::default() }, Vec::new());
            let again = read_back(&article);
            prop_assert_eq!(again.text(), article.text());
        }
    }
}
