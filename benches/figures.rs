//! Figures of set text: `cargo bench --bench figures [-- FILE…]`; without files, over the articles that come
//! with the program.
//!
//! What a newspaper's typographer would look at, counted: how even the edges are, how many lines end on a
//! hyphen, whether hyphens stack up, whether paragraphs end on scraps, how wide gaps in straight text are.
//! Beside our own setting stands textwrap's optimal fit with the very same syllables, which can neither
//! see the hyphen of the line before nor change a spelling; beside our pages stands naive filling.

#![expect(clippy::print_stdout, reason = "printing a table is what it is for")]

use leeslamp::article::{Article, BlockKind};
use leeslamp::parse::{Form, parse};
use leeslamp::typeset::hyphenate::{self, Patterns};
use leeslamp::typeset::{Alignment, Hyphenation, Ink, Line, PageId, Setting, Typesetter};
use std::path::PathBuf;
use std::sync::Arc;
use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

const MEASURES: [u16; 3] = [40, 60, 72];
/// The screen for which pages are counted: its measure and its rows.
const PAGE: (u16, u16) = (60, 24);
/// A last line of one word of so many cells is short.
const SHORT: usize = 8;

fn main() {
    let mut files: Vec<PathBuf> = std::env::args_os()
        .skip(1)
        .filter(|argument| !argument.to_string_lossy().starts_with("--"))
        .map(PathBuf::from)
        .collect();
    if files.is_empty() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/articles");
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        files = entries.map(|entry| entry.path()).collect();
        files.sort();
    }
    let articles: Vec<Arc<Article>> = files.iter().filter_map(read).collect();
    let words: usize = articles.iter().map(|article| article.words()).sum();
    println!("{} texts, {words} words\n", articles.len());
    println!(
        "                       W  slack²  ≥W/6 %  hyphens %  3 in a row  short %  gap≥3 %   lines"
    );
    for measure in MEASURES {
        row(
            "ragged",
            measure,
            &own(&articles, measure, Alignment::Ragged),
        );
    }
    for measure in MEASURES {
        row(
            "textwrap optimal fit",
            measure,
            &textwrap(&articles, measure),
        );
    }
    for measure in MEASURES {
        row(
            "justified",
            measure,
            &own(&articles, measure, Alignment::Justified),
        );
    }
    let (measure, rows) = PAGE;
    println!(
        "\npages {measure}×{rows}        pages  orphans  widows  headings last  hyphen last %  rows free"
    );
    page_row("own", &pages(&articles));
    page_row("naive", &naive_pages(&articles));
}

fn read(path: &PathBuf) -> Option<Arc<Article>> {
    let name = path.file_name()?.to_string_lossy();
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(problem) => {
            println!("{}: {problem}", path.display());
            return None;
        }
    };
    let form = Form::of_name(&name).unwrap_or_else(|| Form::of_bytes(&bytes));
    parse(&bytes, form, &name).ok().map(Arc::new)
}

/// What is counted over the lines of paragraphs.
#[derive(Default)]
struct Figures {
    lines: usize,
    /// Lines that are not the last of their paragraph.
    inner: usize,
    squared: usize,
    loose: usize,
    hyphens: usize,
    stacks: usize,
    paragraphs: usize,
    short: usize,
    holes: usize,
}

/// A line of a paragraph, as far as it is counted.
struct Counted {
    width: usize,
    widest_gap: usize,
    added_hyphen: bool,
    words: usize,
}

impl Figures {
    fn add(&mut self, lines: &[Counted], measure: u16) {
        let measure = usize::from(measure);
        let mut in_a_row = 0;
        for (i, line) in lines.iter().enumerate() {
            self.lines += 1;
            if i + 1 < lines.len() {
                let slack = measure.saturating_sub(line.width);
                self.inner += 1;
                self.squared += slack * slack;
                self.loose += usize::from(slack * 6 >= measure);
                self.holes += usize::from(line.widest_gap >= 3);
            }
            in_a_row = if line.added_hyphen { in_a_row + 1 } else { 0 };
            self.hyphens += usize::from(line.added_hyphen);
            self.stacks += usize::from(in_a_row == 3);
        }
        if let [_, .., last] = lines {
            self.paragraphs += 1;
            self.short += usize::from(last.words == 1 && last.width <= SHORT);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of lines")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn row(name: &str, measure: u16, f: &Figures) {
    println!(
        "{name:20} {measure:4} {:7.2} {:7.1} {:10.1} {:11} {:8.2} {:8.2} {:7}",
        share(f.squared, f.inner),
        100.0 * share(f.loose, f.inner),
        100.0 * share(f.hyphens, f.lines),
        f.stacks,
        100.0 * share(f.short, f.paragraphs),
        100.0 * share(f.holes, f.inner),
        f.lines
    );
}

fn setting(measure: u16, rows: u16, alignment: Alignment) -> Setting {
    Setting {
        measure,
        rows,
        columns: 1,
        opening: 0,
        alignment,
        hyphenation: Hyphenation::On,
    }
}

fn own(articles: &[Arc<Article>], measure: u16, alignment: Alignment) -> Figures {
    let mut figures = Figures::default();
    for article in articles {
        let setting = setting(measure, u16::MAX, alignment);
        let lines = Typesetter::new(Arc::clone(article), setting).lines_from(0, u16::MAX);
        for paragraph in lines.chunk_by(|a, b| a.block == b.block) {
            if article.blocks()[paragraph[0].block].kind == BlockKind::Paragraph {
                let counted: Vec<Counted> = paragraph
                    .iter()
                    .map(|line| counted(line, article.text()))
                    .collect();
                figures.add(&counted, measure);
            }
        }
    }
    figures
}

fn counted(line: &Line, text: &str) -> Counted {
    let printed: String = line.runs.iter().map(|run| run.printed(text)).collect();
    let added_hyphen = line.runs.last().is_some_and(|run| {
        run.span.is_empty() && matches!(&run.ink, Ink::Other(ink) if ink == "-")
    });
    count(&printed, added_hyphen)
}

fn count(printed: &str, added_hyphen: bool) -> Counted {
    let gaps = printed.split(|c| c != ' ').map(str::len);
    Counted {
        width: printed.width(),
        widest_gap: gaps.max().unwrap_or(0),
        added_hyphen,
        words: printed.split(' ').filter(|word| !word.is_empty()).count(),
    }
}

/// The offsets of the same syllables; textwrap knows nothing of a spelling that changes.
fn syllables(word: &str) -> Vec<usize> {
    let mut breaks = Vec::new();
    hyphenate::breaks(word, Patterns::Dutch, &mut breaks);
    breaks.iter().map(|place| place.at).collect()
}

fn textwrap(articles: &[Arc<Article>], measure: u16) -> Figures {
    let options = Options::new(usize::from(measure))
        .wrap_algorithm(WrapAlgorithm::new_optimal_fit())
        .word_splitter(WordSplitter::Custom(syllables));
    let mut figures = Figures::default();
    for article in articles {
        let text = article.text();
        for block in article.blocks() {
            if block.kind != BlockKind::Paragraph {
                continue;
            }
            for paragraph in block.span.of(text).split('\n') {
                let mut rest = paragraph;
                let counted: Vec<Counted> = textwrap::wrap(paragraph, &options)
                    .iter()
                    .map(|line| {
                        // An added hyphen is one that the source does not have there.
                        rest = rest.trim_start();
                        let added = rest.strip_prefix(line.as_ref()).is_none();
                        let taken = line.len() - usize::from(added);
                        rest = rest.get(taken..).unwrap_or_default();
                        count(line, added)
                    })
                    .collect();
                figures.add(&counted, measure);
            }
        }
    }
    figures
}

/// What is counted over pages.
#[derive(Default)]
struct PageFigures {
    pages: usize,
    orphans: usize,
    widows: usize,
    headings: usize,
    hyphens: usize,
    free: usize,
}

impl PageFigures {
    fn add(&mut self, article: &Article, pages: &[&[Line]]) {
        self.pages += pages.len();
        for pair in pages.windows(2) {
            let ([.., last], [first, after @ ..]) = (pair[0], pair[1]) else {
                continue;
            };
            let divided = !first.opens_block;
            self.orphans += usize::from(divided && last.opens_block);
            let alone = after.first().is_none_or(|line| line.opens_block);
            self.widows += usize::from(divided && alone);
            let kind = article.blocks()[last.block].kind;
            self.headings += usize::from(matches!(kind, BlockKind::Heading { .. }));
            self.hyphens += usize::from(
                last.runs
                    .last()
                    .is_some_and(|run| run.printed(article.text()).ends_with('-')),
            );
            let taken: usize = pair[0]
                .iter()
                .enumerate()
                .map(|(i, line)| {
                    1 + if i == 0 {
                        0
                    } else {
                        usize::from(line.space_before)
                    }
                })
                .sum();
            self.free += usize::from(PAGE.1) - taken;
        }
    }
}

fn page_row(name: &str, f: &PageFigures) {
    println!(
        "{name:12} {:12} {:8} {:7} {:14} {:14.1} {:10.2}",
        f.pages,
        f.orphans,
        f.widows,
        f.headings,
        100.0 * share(f.hyphens, f.pages),
        share(f.free, f.pages)
    );
}

fn pages(articles: &[Arc<Article>]) -> PageFigures {
    let mut figures = PageFigures::default();
    for article in articles {
        let setting = setting(PAGE.0, PAGE.1, Alignment::Ragged);
        let mut typesetter = Typesetter::new(Arc::clone(article), setting);
        let mut pages: Vec<Vec<Line>> = Vec::new();
        let mut page = Some(PageId::default());
        while let Some(id) = page {
            pages.push(typesetter.columns(id).concat());
            page = typesetter.next(id);
        }
        let pages: Vec<&[Line]> = pages.iter().map(Vec::as_slice).collect();
        figures.add(article, &pages);
    }
    figures
}

/// The same lines, every page filled to the brim.
fn naive_pages(articles: &[Arc<Article>]) -> PageFigures {
    let mut figures = PageFigures::default();
    for article in articles {
        let setting = setting(PAGE.0, PAGE.1, Alignment::Ragged);
        let mut typesetter = Typesetter::new(Arc::clone(article), setting);
        let mut lines = Vec::new();
        let mut page = Some(PageId::default());
        while let Some(id) = page {
            lines.extend(typesetter.columns(id).concat());
            page = typesetter.next(id);
        }
        let mut pages: Vec<&[Line]> = Vec::new();
        let (mut start, mut taken) = (0, 0);
        for (i, line) in lines.iter().enumerate() {
            let height = if i == start { 1 } else { 1 + line.space_before };
            if taken + height > PAGE.1 {
                pages.push(&lines[start..i]);
                (start, taken) = (i, 1);
            } else {
                taken += height;
            }
        }
        pages.push(&lines[start..]);
        figures.add(article, &pages);
    }
    figures
}
