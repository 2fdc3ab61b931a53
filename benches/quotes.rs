//! Who says what, in megabytes a second: plain news, and the texts that would show a cost that is not linear.

use divan::Bencher;
use divan::counter::BytesCount;
use leeslamp::article::{Article, BlockKind, Builder, Meta};

fn main() {
    divan::main();
}

/// An article of these paragraphs, over and over up to about `bytes` bytes.
fn article(paragraphs: &[&str], bytes: usize) -> Article {
    let mut builder = Builder::new();
    let mut written = 0;
    let mut round = 0;
    while written < bytes {
        for paragraph in paragraphs {
            // A new surname each round, as in a long text with many people.
            let text = paragraph.replace("Bakker", &format!("Bakker{}", letters(round)));
            builder.begin(BlockKind::Paragraph);
            builder.push(&text);
            written += text.len() + 2;
        }
        round += 1;
    }
    builder.finish(Meta::default(), Vec::new())
}

/// A number as letters, so that it can end a name.
fn letters(mut n: usize) -> String {
    let mut out = String::new();
    while n > 0 {
        out.push(char::from(b'a' + u8::try_from(n % 26).unwrap_or(0)));
        n /= 26;
    }
    out
}

const NEWS: &[&str] = &[
    "De dijk langs de rivier moet binnen tien jaar hoger, blijkt uit een plan van het waterschap. Bewoners van het dorp \
     erachter vrezen voor hun uitzicht en hun bomen, maar weten ook dat het water elk jaar een beetje hoger komt.",
    "„We hebben geen keuze”, zegt hoogleraar waterbouw Marieke Bakker van de Universiteit Twente. „Wie nu wacht, betaalt \
     straks het dubbele.” Volgens haar is de dijk op drie plekken te zwak voor een rivier die zo veel water voert.",
    "Wethouder Joost van der Meulen ziet dat anders. Hij vindt het plan te duur en noemt de haast ‘onverstandig’. \
     „Laten we eerst meten”, zegt hij tegen de regionale omroep, „en dan pas graven.”",
    "De gemeente wil in het najaar beslissen. Tot die tijd blijft de weg over de dijk open voor fietsers en voor het \
     verkeer van de boeren, die er met hun machines al last genoeg van elkaar hebben.",
];

#[divan::bench(args = [10_000, 100_000, 1_000_000])]
fn news(bencher: Bencher, bytes: usize) {
    let article = article(NEWS, bytes);
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| leeslamp::quotes::find(&article));
}

#[divan::bench(args = [10_000, 100_000])]
fn nothing_but_marks(bencher: Bencher, marks: usize) {
    let mut builder = Builder::new();
    builder.push(&"\"a ' b” ".repeat(marks / 3));
    let article = builder.finish(Meta::default(), Vec::new());
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| leeslamp::quotes::find(&article));
}

#[divan::bench(args = [10_000, 100_000])]
fn nothing_but_names(bencher: Bencher, names: usize) {
    let mut builder = Builder::new();
    for n in 0..names {
        builder.push("Anna ");
        builder.push(&format!("V{}", letters(n)));
        builder.push(if n % 3 == 0 {
            " van der Berg, "
        } else {
            " zegt: „Ja.” "
        });
    }
    let article = builder.finish(Meta::default(), Vec::new());
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| leeslamp::quotes::find(&article));
}

#[divan::bench(args = [10_000, 100_000])]
fn one_name_over_and_over(bencher: Bencher, names: usize) {
    let mut builder = Builder::new();
    builder.push(
        &"Anna Smit Smit Jan van de Smit de hoogleraar volgens Jan Smit, directeur "
            .repeat(names / 4),
    );
    let article = builder.finish(Meta::default(), Vec::new());
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| leeslamp::quotes::find(&article));
}

#[divan::bench(args = [10_000, 100_000])]
fn one_sentence_of_cues(bencher: Bencher, cues: usize) {
    let mut builder = Builder::new();
    builder.push(&"zegt hij dat het volgens haar “goed” en legt uit, ".repeat(cues / 4));
    let article = builder.finish(Meta::default(), Vec::new());
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| leeslamp::quotes::find(&article));
}
