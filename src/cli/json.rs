//! The JSON that the commands print: a promise to scripts.
//!
//! Inside the program places are bytes; in JSON they are Unicode code points, which is what `len()` counts
//! in Python and what the offsets of the W3C annotation model mean. [`Points`] converts them.

use super::source;
use crate::article::{Article, Author, Block, Meta, Span};
use crate::library::Entry;
use crate::quotes::{Kind, Quotation, Quotes, Sureness};
use crate::store::Report;
use serde::Serialize;
use std::path::Path;

/// Byte offsets of one text as code points, all converted in one pass over it.
#[derive(Debug)]
pub(super) struct Points {
    /// Pairs of bytes and code points, sorted.
    known: Vec<(usize, usize)>,
}

impl Points {
    /// Converts both ends of each span.
    pub(super) fn of(text: &str, spans: impl Iterator<Item = Span>) -> Self {
        let mut bytes: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let (mut at, mut points) = (0, 0);
        let known = bytes
            .into_iter()
            .map(|byte| {
                points += text.get(at..byte).map_or(0, |part| part.chars().count());
                at = byte;
                (byte, points)
            })
            .collect();
        Self { known }
    }

    /// The code points before `byte`, one of the offsets that were converted.
    pub(super) fn before(&self, byte: usize) -> usize {
        match self.known.binary_search_by_key(&byte, |&(at, _)| at) {
            Ok(found) => self.known[found].1,
            Err(_) => 0,
        }
    }
}

/// `show --json`.
#[derive(Debug, Serialize)]
pub(super) struct ArticleJson<'a> {
    file: Option<String>,
    id: &'a str,
    meta: MetaJson<'a>,
    text: &'a str,
    blocks: Vec<BlockJson>,
}

#[derive(Debug, Serialize)]
struct MetaJson<'a> {
    title: Option<&'a str>,
    authors: Vec<AuthorJson<'a>>,
    site: Option<&'a str>,
    section: Option<&'a str>,
    published: Option<String>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    tags: &'a [String],
    reading_minutes: Option<u32>,
    views: Option<u64>,
    note: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct AuthorJson<'a> {
    name: &'a str,
    role: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct BlockJson {
    kind: &'static str,
    level: Option<u8>,
    start: usize,
    end: usize,
}

impl<'a> ArticleJson<'a> {
    pub(super) fn of(article: &'a Article, file: Option<String>) -> Self {
        let points = Points::of(article.text(), article.blocks().iter().map(|b| b.span));
        let block = |block: &Block| BlockJson {
            kind: block.kind.name(),
            level: block.kind.level(),
            start: points.before(block.span.start),
            end: points.before(block.span.end),
        };
        Self {
            file,
            id: article.id().as_str(),
            meta: MetaJson::of(&article.meta),
            text: article.text(),
            blocks: article.blocks().iter().map(block).collect(),
        }
    }
}

impl<'a> AuthorJson<'a> {
    fn all(authors: &'a [Author]) -> Vec<Self> {
        let author = |author: &'a Author| Self {
            name: &author.name,
            role: author.role.as_deref(),
        };
        authors.iter().map(author).collect()
    }
}

impl<'a> MetaJson<'a> {
    fn of(meta: &'a Meta) -> Self {
        Self {
            title: given(&meta.title),
            authors: AuthorJson::all(&meta.authors),
            site: meta.site.as_deref(),
            section: meta.section.as_deref(),
            published: meta.published.as_ref().map(ToString::to_string),
            url: meta.url.as_deref(),
            language: meta.language.as_deref(),
            tags: &meta.tags,
            reading_minutes: meta.reading_minutes,
            views: meta.views,
            note: meta.note.as_deref(),
        }
    }
}

/// A text, or `null` for one that is missing.
fn given(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// `quotes --json`, one article.
#[derive(Debug, Serialize)]
pub(super) struct QuotesJson {
    file: Option<String>,
    id: String,
    title: Option<String>,
    speakers: Vec<SpeakerJson>,
    unattributed: Vec<QuotationJson>,
}

#[derive(Debug, Serialize)]
struct SpeakerJson {
    name: String,
    role: Option<String>,
    organisation: Option<String>,
    expert: bool,
    quotes: Vec<QuotationJson>,
}

#[derive(Debug, Serialize)]
struct QuotationJson {
    text: String,
    kind: &'static str,
    start: usize,
    end: usize,
    #[serde(flatten)]
    reason: Option<ReasonJson>,
}

/// How a quotation was found: only with `--explain`.
#[derive(Debug, Serialize)]
struct ReasonJson {
    rule: &'static str,
    sureness: &'static str,
    cue: Option<PlaceJson>,
    mention: Option<PlaceJson>,
}

#[derive(Debug, Serialize)]
struct PlaceJson {
    text: String,
    start: usize,
    end: usize,
}

impl QuotesJson {
    pub(super) fn of(
        article: &Article,
        quotes: &Quotes,
        file: Option<String>,
        explain: bool,
    ) -> Self {
        let text = article.text();
        let spans = quotes
            .quotations
            .iter()
            .flat_map(|q| [Some(q.span), q.cue, q.mention])
            .flatten();
        let points = Points::of(text, spans);
        let place = |span: Span| PlaceJson {
            text: span.of(text).to_owned(),
            start: points.before(span.start),
            end: points.before(span.end),
        };
        let quotation = |q: &Quotation| QuotationJson {
            text: q.span.of(text).to_owned(),
            kind: kind_name(q.kind),
            start: points.before(q.span.start),
            end: points.before(q.span.end),
            reason: explain.then(|| ReasonJson {
                rule: q.rule.name(),
                sureness: sureness_name(q.sureness),
                cue: q.cue.map(place),
                mention: q.mention.map(place),
            }),
        };
        let mut speakers: Vec<SpeakerJson> = quotes
            .speakers
            .iter()
            .map(|speaker| SpeakerJson {
                name: speaker.name.clone(),
                role: speaker.role.clone(),
                organisation: speaker.organisation.clone(),
                expert: speaker.expert,
                quotes: Vec::new(),
            })
            .collect();
        let mut unattributed = Vec::new();
        for q in &quotes.quotations {
            match q.speaker.and_then(|index| speakers.get_mut(index)) {
                Some(speaker) => speaker.quotes.push(quotation(q)),
                None => unattributed.push(quotation(q)),
            }
        }
        Self {
            file,
            id: article.id().to_string(),
            title: given(&article.meta.title).map(ToOwned::to_owned),
            speakers,
            unattributed,
        }
    }
}

/// One article of `list --json`.
#[derive(Debug, Serialize)]
pub(super) struct EntryJson<'a> {
    file: Option<String>,
    id: &'a str,
    title: Option<&'a str>,
    authors: Vec<AuthorJson<'a>>,
    section: Option<&'a str>,
    published: Option<String>,
    words: usize,
    reading_minutes: u32,
    saved: bool,
    opened: u32,
    progress: f64,
    finished: bool,
    last_opened: Option<String>,
    seconds_read: u64,
    finished_at: Option<String>,
}

impl<'a> EntryJson<'a> {
    pub(super) fn of(entry: &'a Entry) -> Self {
        Self {
            file: source::file(&entry.origin),
            id: entry.id.as_str(),
            title: given(&entry.title),
            authors: AuthorJson::all(&entry.authors),
            section: entry.section.as_deref(),
            published: entry.published.as_ref().map(ToString::to_string),
            words: entry.words,
            reading_minutes: entry.reading_minutes,
            saved: entry.kept.saved.is_some(),
            opened: entry.kept.opened,
            progress: entry.kept.progress,
            finished: entry.kept.finished.is_some(),
            last_opened: entry.kept.last_opened.map(|time| time.to_string()),
            seconds_read: entry.kept.seconds_read,
            finished_at: entry.kept.finished.map(|time| time.to_string()),
        }
    }
}

/// `state --json`.
#[derive(Debug, Serialize)]
pub(super) struct StateJson<'a> {
    saved: Vec<SavedJson<'a>>,
    articles: Vec<ArticleStateJson<'a>>,
    /// Copies of articles that are not saved.
    leftovers: Vec<LeftoverJson<'a>>,
    problems: Vec<ProblemJson>,
}

#[derive(Debug, Serialize)]
struct SavedJson<'a> {
    id: &'a str,
    path: Option<String>,
    title: &'a str,
    saved_at: String,
}

#[derive(Debug, Serialize)]
struct ArticleStateJson<'a> {
    id: &'a str,
    path: Option<String>,
    progress: f64,
    opened: u32,
    last_opened: Option<String>,
    seconds_read: u64,
    finished_at: Option<String>,
    bookmarks: usize,
    highlights: usize,
    notes: usize,
}

#[derive(Debug, Serialize)]
struct LeftoverJson<'a> {
    id: &'a str,
    path: String,
    title: Option<&'a str>,
    unsaved_at: Option<String>,
}

#[derive(Debug, Serialize)]
struct ProblemJson {
    file: String,
    /// In English whatever the user's language, for scripts.
    reason: String,
}

impl<'a> StateJson<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let lossy = |path: &Path| path.to_string_lossy().into_owned();
        Self {
            saved: report
                .saved
                .iter()
                .map(|saved| SavedJson {
                    id: saved.id.as_str(),
                    path: saved.path.as_deref().map(lossy),
                    title: &saved.title,
                    saved_at: saved.saved_at.to_string(),
                })
                .collect(),
            articles: report
                .articles
                .iter()
                .map(|article| ArticleStateJson {
                    id: article.id.as_str(),
                    path: article.path.as_deref().map(lossy),
                    progress: article.progress,
                    opened: article.opened,
                    last_opened: article.last_opened.map(|time| time.to_string()),
                    seconds_read: article.seconds_read,
                    finished_at: article.finished.map(|time| time.to_string()),
                    bookmarks: article.bookmarks,
                    highlights: article.highlights,
                    notes: article.notes,
                })
                .collect(),
            leftovers: report
                .leftovers
                .iter()
                .map(|leftover| LeftoverJson {
                    id: leftover.id.as_str(),
                    path: lossy(&leftover.path),
                    title: given(&leftover.title),
                    unsaved_at: leftover.unsaved_at.map(|time| time.to_string()),
                })
                .collect(),
            problems: report
                .problems
                .iter()
                .map(|problem| ProblemJson {
                    file: lossy(&problem.file),
                    reason: problem.reason.to_string(),
                })
                .collect(),
        }
    }
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Indirect => "indirect",
        Kind::Mixed => "mixed",
    }
}

const fn sureness_name(sureness: Sureness) -> &'static str {
    match sureness {
        Sureness::Sure => "sure",
        Sureness::Likely => "likely",
        Sureness::Doubtful => "doubtful",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_counted_in_code_points() {
        let text = "é😀 e\u{301}n ĳ";
        let spans = text
            .char_indices()
            .map(|(at, c)| Span::new(at, at + c.len_utf8()));
        let points = Points::of(text, spans);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.before(at), count);
        }
        assert_eq!(points.before(text.len()), text.chars().count());
    }
}
