//! How long reading a text of 1 MB takes, in the forms that texts come in and in some that none should have.
//!
//! `cargo bench --bench parse`. All text is generated.

use divan::{Bencher, black_box, counter::BytesCount};
use leeslamp::parse::{Form, parse};

/// The size of every text, in bytes.
const SIZE: usize = 1_000_000;

const WORDS: [&str; 16] = [
    "de",
    "sluiswachter",
    "stond",
    "vroeg",
    "op",
    "een",
    "kade",
    "„ja”,",
    "zei",
    "hij,",
    "want",
    "water",
    "café",
    "steeg",
    "– toch",
    "niet.",
];

fn main() {
    divan::main();
}

/// Words enough, with this after every so many of them.
fn text(after: &str, every: usize) -> String {
    let mut text = String::with_capacity(SIZE + 64);
    for (i, word) in WORDS.iter().cycle().enumerate() {
        text.push_str(word);
        text.push_str(if (i + 1) % every == 0 { after } else { " " });
        if text.len() >= SIZE {
            return text;
        }
    }
    text
}

fn bench(bencher: Bencher<'_, '_>, text: &str, form: Form) {
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| parse(black_box(text.as_bytes()), form, "bench"));
}

#[divan::bench(args = ["paragraph a line", "one line", "hard-wrapped", "verse", "lists", "escapes", "bullets only", "stamps only"])]
fn pasted(bencher: Bencher<'_, '_>, which: &str) {
    let text = match which {
        "paragraph a line" => text("\n", 96),
        "hard-wrapped" => text("\n", 12),
        "verse" => text("\n\n", 5),
        "lists" => text("\n- ", 10),
        "escapes" => text("\u{1b}]0;\u{1b}[", 2),
        "bullets only" => "• ".repeat(SIZE / 4),
        "stamps only" => "Opinie • ".repeat(SIZE / 11),
        _ => text(" ", 96),
    };
    bench(bencher, &text, Form::Text);
}

#[divan::bench(args = ["paragraphs", "marks", "brackets", "quotes", "table"])]
fn markdown(bencher: Bencher<'_, '_>, which: &str) {
    let text = match which {
        "marks" => text("*[a](b)* `", 4),
        "brackets" => "[".repeat(SIZE),
        "quotes" => "> ".repeat(SIZE / 2),
        "table" => format!("|a|b|\n|-|-|\n{}", "|x|y|\n".repeat(SIZE / 6)),
        _ => text("\n\n", 96),
    };
    bench(bencher, &text, Form::Markdown);
}
