//! Articles and settings of every sort, made up by proptest.

use super::article;
use crate::article::{Article, BlockKind};
use crate::typeset::{Alignment, Hyphenation, Setting};
use proptest::prelude::*;
use std::sync::Arc;

/// Words of every sort that has its own rule, and some that nobody would write.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z]{1,9}",
        2 => "[a-zéëïöü]{2,14}[.,;:!?]?",
        1 => prop::sample::select(vec![
            "zeeën", "beïnvloeden", "cafeetje", "oma’tje", "oud-commandant", "e-mail", "’s", "’t", "in-", "en",
            "–", "—", "24", "juni", "€", "10", "%", "prof.", "dr.", "J.P.", "Balkenende", "en/of",
            "1940–1945", "„Dat", "kan”", "(niet)", "«", "»", "verantwoordelijkheidsgevoel",
            "https://voorbeeld.example/een/lang/pad_met.html?x=1", "a\u{301}e\u{308}", "naïef", "ĳsvogel",
            "\u{200b}", "a\u{a0}b", "foto's", "-", "--", "…", "100.000",
        ]).prop_map(str::to_owned),
        // A writer's own places to divide, also where they make no sense.
        1 => prop::sample::select(vec![
            "mas\u{ad}sage\u{ad}bed", "zee\u{ad}ën", "\u{ad}", "oud-\u{ad}burgemeester", "e\u{ad}\u{301}n", "世\u{ad}界",
            "cafee\u{ad}tje", "\u{ad}om\u{ad}", "100\u{ad}%",
        ]).prop_map(str::to_owned),
        // Wide, joined and combining characters, other scripts and directions, spaces that are none.
        1 => prop::sample::select(vec![
            "世界", "界。", "한국어", "\u{1112}\u{1161}\u{11ab}", "ไทย", "नमस्ते", "مرحبا", "שלום", "\u{200f}שלום\u{200e}abc",
            "👩‍👩‍👧", "👩\u{200d}", "\u{200d}👧", "🇳🇱", "🇳🇱🇧🇪🇫", "\u{1f44d}\u{1f3fd}", "❤\u{fe0f}", "1\u{fe0f}\u{20e3}", "\u{fe0f}",
            "\u{301}", "o\u{301}\u{302}\u{303}", "\u{600}1", "10\u{202f}000", "niet\u{2060}los", "los\u{200b}maken",
            "a\u{a0}\u{a0}b", "\u{a0}", "（全角）", "ﬁjn", "ß", "İ", "ŉ",
        ]).prop_map(str::to_owned),
        1 => prop::sample::select(vec![
            "https://voorbeeld.example/zoek?q=een%20twee&taal=nl#deel-2", "www.voorbeeld.example", "naam@voorbeeld.example",
            "http://[::1]:8080/", "ftp://a/b/c/d/e/f", "C:\\map\\bestand.txt", "snake_case_naam", "#trefwoord", "@naam",
        ]).prop_map(str::to_owned),
        1 => "\\PC{1,12}",
    ]
}

fn gap() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        " ",
        " ",
        " ",
        " ",
        " ",
        " ",
        "  ",
        "\u{a0}",
        "\n",
        "\u{2003} ",
        "\u{3000}",
        "\u{202f}",
        "\t",
        "",
    ])
}

fn block() -> impl Strategy<Value = (BlockKind, String)> {
    let kind = prop_oneof![
        6 => Just(BlockKind::Paragraph),
        1 => (1..4u8).prop_map(|level| BlockKind::Heading { level }),
        1 => (1..4u8).prop_map(|depth| BlockKind::Quote { depth }),
        1 => (1..4u8, prop::option::of(1..200u32))
            .prop_map(|(depth, number)| BlockKind::ListItem { depth, number }),
        1 => Just(BlockKind::Code),
        1 => Just(BlockKind::Table),
        1 => Just(BlockKind::Caption),
        1 => Just(BlockKind::Rule),
    ];
    let words = prop::collection::vec((word(), gap()), 1..30);
    (kind, words).prop_map(|(kind, words)| {
        let text = words
            .into_iter()
            .flat_map(|(word, gap)| [word, gap.to_owned()]);
        (kind, text.collect())
    })
}

pub(super) fn any_article() -> impl Strategy<Value = Arc<Article>> {
    prop::collection::vec(block(), 0..7)
        .prop_map(|blocks| article(blocks.iter().map(|(kind, text)| (*kind, text.as_str()))))
}

pub(super) fn any_setting() -> impl Strategy<Value = Setting> {
    let measure = prop_oneof![1..12u16, 1..=200u16];
    let rows = prop_oneof![1..6u16, 1..40u16];
    (
        measure,
        rows,
        1..=2u8,
        0..6u16,
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |(measure, rows, columns, opening, straight, hyphens)| Setting {
                measure,
                rows,
                columns,
                opening: opening.min(rows - 1),
                alignment: if straight {
                    Alignment::Justified
                } else {
                    Alignment::Ragged
                },
                hyphenation: if hyphens {
                    Hyphenation::On
                } else {
                    Hyphenation::Off
                },
            },
        )
}
