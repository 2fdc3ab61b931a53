//! Words a second, by the patterns alone and under the rules of Dutch.

use divan::Bencher;
use divan::counter::ItemsCount;
use leeslamp::typeset::hyphenate::{Patterns, breaks};

/// Words as an article has them: many short ones, some compounds, a diminutive, a hyphen, a trema.
const WORDS: [&str; 24] = [
    "de",
    "lamp",
    "op",
    "tafel",
    "verlichtte",
    "het",
    "onderzoeksrapport",
    "van",
    "Amsterdamse",
    "ingenieurs",
    "die",
    "beïnvloeden",
    "wat",
    "lezers",
    "zien",
    "omaatje",
    "oud-burgemeester",
    "zei",
    "dat",
    "schrijven",
    "examen",
    "websites",
    "niet",
    "gemakkelijk",
];

fn main() {
    divan::main();
}

#[divan::bench]
fn rules_of_dutch(bencher: Bencher) {
    let mut found = Vec::new();
    bencher
        .counter(ItemsCount::new(WORDS.len()))
        .bench_local(move || {
            for word in WORDS {
                breaks(divan::black_box(word), Patterns::Dutch, &mut found);
            }
            found.len()
        });
}

#[divan::bench]
fn patterns_alone(bencher: Bencher) {
    bencher
        .counter(ItemsCount::new(WORDS.len()))
        .bench_local(|| {
            WORDS
                .into_iter()
                .map(|word| hypher::hyphenate(divan::black_box(word), hypher::Lang::Dutch).count())
                .sum::<usize>()
        });
}
