//! Speeds of setting: `cargo bench --bench typeset`.
//!
//! What a reader waits for: an article opened cold, a window that changes its width, a page that is
//! turned, and the first page of a text of 20 MB.

use divan::{Bencher, black_box};
use leeslamp::article::{Article, BlockKind, Builder, Meta};
use leeslamp::parse::{Form, parse};
use leeslamp::typeset::{Alignment, Hyphenation, PageId, Setting, Typesetter, set_ahead};
use std::sync::Arc;

fn main() {
    divan::main();
}

fn setting(measure: u16) -> Setting {
    Setting {
        measure,
        rows: 24,
        columns: 1,
        opening: 0,
        alignment: Alignment::Ragged,
        hyphenation: Hyphenation::On,
    }
}

/// The paragraphs of the articles that come with the program.
fn paragraphs() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let mut paragraphs = Vec::new();
    for path in files {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let (Some(name), Ok(bytes)) = (name, std::fs::read(&path)) else {
            continue;
        };
        let form = Form::of_name(&name).unwrap_or_else(|| Form::of_bytes(&bytes));
        if let Ok(article) = parse(&bytes, form, &name) {
            let prose = article
                .blocks()
                .iter()
                .filter(|block| block.kind.is_prose());
            paragraphs.extend(prose.map(|block| block.span.of(article.text()).to_owned()));
        }
    }
    paragraphs
}

/// An article for which `enough` holds after as few paragraphs as it takes.
fn article(enough: impl Fn(usize, usize) -> bool) -> Arc<Article> {
    let paragraphs = paragraphs();
    let mut builder = Builder::new();
    let (mut bytes, mut words) = (0, 0);
    for paragraph in paragraphs.iter().cycle() {
        if enough(bytes, words) {
            break;
        }
        bytes += paragraph.len() + 2;
        words += paragraph.split_whitespace().count();
        builder.begin(BlockKind::Paragraph);
        builder.push(paragraph);
    }
    let meta = Meta {
        language: Some("nl".to_owned()),
        ..Meta::default()
    };
    Arc::new(builder.finish(meta, Vec::new()))
}

fn ten_thousand_words() -> Arc<Article> {
    article(|_, words| words >= 10_000)
}

#[divan::bench(args = [Alignment::Ragged, Alignment::Justified])]
fn cold_10_000_words(bencher: Bencher, alignment: Alignment) {
    let article = ten_thousand_words();
    let setting = Setting {
        alignment,
        ..setting(60)
    };
    bencher.bench_local(|| {
        let mut typesetter = Typesetter::new(Arc::clone(&article), setting);
        black_box(typesetter.last())
    });
}

#[divan::bench(args = [Alignment::Ragged, Alignment::Justified])]
fn reflow_10_000_words(bencher: Bencher, alignment: Alignment) {
    let setting = Setting {
        alignment,
        ..setting(60)
    };
    let mut typesetter = Typesetter::new(ten_thousand_words(), setting);
    typesetter.last();
    let mut measure = 60;
    bencher.bench_local(|| {
        measure = if measure == 72 { 60 } else { measure + 1 };
        typesetter.set(Setting { measure, ..setting });
        black_box(typesetter.last())
    });
}

#[divan::bench]
fn page_turn(bencher: Bencher) {
    let mut typesetter = Typesetter::new(ten_thousand_words(), setting(60));
    let mut page = typesetter.page_at(0);
    bencher.bench_local(|| {
        page = typesetter.next(page).unwrap_or_default();
        black_box(typesetter.columns(page).concat())
    });
}

#[divan::bench(args = [0, 10, 20])]
fn page_of_20_mb(bencher: Bencher, megabytes: usize) {
    let article = article(|bytes, _| bytes >= 20_000_000);
    bencher.bench_local(|| {
        let mut typesetter = Typesetter::new(Arc::clone(&article), setting(60));
        let page = typesetter.page_at(megabytes * 1_000_000);
        black_box(typesetter.columns(page).concat())
    });
}

#[divan::bench]
fn page_of_one_line_of_1_mb(bencher: Bencher) {
    let line = paragraphs().concat().repeat(10);
    let mut builder = Builder::new();
    builder.push(&line);
    let article = Arc::new(builder.finish(Meta::default(), Vec::new()));
    bencher.bench_local(|| {
        let mut typesetter = Typesetter::new(Arc::clone(&article), setting(60));
        let page = typesetter.page_at(line.len() / 2);
        black_box(typesetter.columns(page).concat())
    });
}

/// Into a section that nobody had set: what it costs to set one.
#[divan::bench]
fn page_turn_across_sections(bencher: Bencher) {
    let article = article(|bytes, _| bytes >= 1_000_000);
    bencher
        .with_inputs(|| Typesetter::new(Arc::clone(&article), setting(60)))
        .bench_local_refs(|typesetter| {
            black_box(typesetter.previous(PageId {
                section: 3,
                page: 0,
            }))
        });
}

/// Into one that was set ahead, as it is while reading.
#[divan::bench]
fn page_turn_across_sections_set_ahead(bencher: Bencher) {
    let article = article(|bytes, _| bytes >= 1_000_000);
    bencher
        .with_inputs(|| {
            let mut typesetter = Typesetter::new(Arc::clone(&article), setting(60));
            let start = typesetter.span(PageId {
                section: 3,
                page: 0,
            });
            while let Some(section) = typesetter.next_needed(start.start) {
                typesetter.take(set_ahead(&article, setting(60), section));
            }
            typesetter
        })
        .bench_local_refs(|typesetter| {
            let page = PageId {
                section: 3,
                page: 0,
            };
            let page = typesetter.previous(page).unwrap_or_default();
            black_box(typesetter.columns(page).concat())
        });
}
