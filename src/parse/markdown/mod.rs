//! Markdown → [`Article`]: CommonMark with tables, footnotes, strikethrough, task lists and wiki links.
//!
//! Knows pulldown-cmark's events and the model's [`Builder`], and nothing of how anything is set. The one
//! idea: [`Writer`] is told what begins and ends, and keeps just enough of where it is (lists, quotes) to
//! know what sort of block the next words belong to. Footnotes and captions wait until their turn.

mod html;
mod table;

use super::{front_matter, says_the_same, single_spaced, tidy};
use crate::article::{Article, BlockKind, Builder, MarkKind, Meta, Notice};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;
use table::Table;

/// Reads tidied Markdown.
pub(super) fn parse(text: &str) -> Article {
    let mut notices = Vec::new();
    let (meta, body) = match front_matter::split(text) {
        Some(head) => {
            if head.loose {
                notices.push(Notice::LooseFrontMatter);
            }
            (head.meta, head.body)
        }
        None => (Meta::default(), text),
    };
    let mut writer = Writer::new(meta, body.len());
    for event in Parser::new_ext(body, options()) {
        writer.take(event);
    }
    writer.finish(notices)
}

/// Whether a text shows that it is Markdown: front matter, a heading, a link or a code fence.
pub(super) fn is_likely(text: &str) -> bool {
    front_matter::split(text).is_some()
        || text.contains("](http")
        || text.lines().any(|line| {
            let after = line.trim_start_matches('#');
            let hashes = line.len() - after.len();
            (1..=6).contains(&hashes) && after.starts_with(' ') && !after.trim().is_empty()
                || line.starts_with("```")
        })
}

/// No smart punctuation: the author's signs are never rewritten.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}

/// A list that is open.
struct List {
    /// The next item's number; `None` for bullets.
    number: Option<u64>,
}

/// Puts events into a [`Builder`].
struct Writer<'a> {
    builder: Builder,
    meta: Meta,
    lists: Vec<List>,
    quotes: usize,
    /// Whether an item has begun and no paragraph in it.
    fresh_item: bool,
    /// The first heading of level 1, as long as it may stand for the title.
    title: Option<String>,
    title_passed: bool,
    /// What the open pictures are called, and how many are open in each other.
    alt: String,
    picture_title: String,
    pictures: usize,
    /// Captions that wait for the end of the paragraph their pictures stand in.
    captions: Vec<String>,
    table: Option<Table>,
    html: html::Stripper,
    in_code: bool,
    /// Numbers of the footnotes, by label, in order of first reference.
    notes: HashMap<String, usize>,
    /// The footnotes' own events, kept for the end.
    kept: Vec<(usize, Vec<Event<'a>>)>,
    keeping: usize,
    /// Whether a wiki link is open, which has no address and is no mark.
    plain_links: Vec<bool>,
}

impl<'a> Writer<'a> {
    fn new(meta: Meta, bytes: usize) -> Self {
        Self {
            builder: Builder::with_capacity(bytes),
            meta,
            lists: Vec::new(),
            quotes: 0,
            fresh_item: false,
            title: None,
            title_passed: false,
            alt: String::new(),
            picture_title: String::new(),
            pictures: 0,
            captions: Vec::new(),
            table: None,
            html: html::Stripper::default(),
            in_code: false,
            notes: HashMap::new(),
            kept: Vec::new(),
            keeping: 0,
            plain_links: Vec::new(),
        }
    }

    fn finish(mut self, notices: Vec<Notice>) -> Article {
        self.keeping = 0;
        let mut kept = std::mem::take(&mut self.kept);
        kept.sort_by_key(|(number, _)| *number);
        for (number, events) in kept {
            self.begin(BlockKind::Paragraph);
            self.builder.push(&format!("[{number}] "));
            for event in events {
                match event {
                    // The first paragraph goes on behind the number.
                    Event::Start(Tag::Paragraph) if self.is_at_note_number(number) => {}
                    event => self.write(event),
                }
            }
        }
        self.flush_captions();
        self.builder.finish(self.meta, notices)
    }

    fn is_at_note_number(&self, number: usize) -> bool {
        self.builder.text().ends_with(&format!("[{number}] "))
    }

    /// Takes an event, or keeps it for the end where it belongs to a footnote.
    fn take(&mut self, event: Event<'a>) {
        match &event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                if self.keeping == 0 {
                    let number = self.note_number(label);
                    self.kept.push((number, Vec::new()));
                }
                self.keeping += 1;
            }
            Event::End(TagEnd::FootnoteDefinition) => self.keeping = self.keeping.saturating_sub(1),
            _ if self.keeping > 0 => {
                if let Some((_, events)) = self.kept.last_mut() {
                    events.push(event);
                }
            }
            _ => self.write(event),
        }
    }

    fn write(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_code => self.builder.push(&tidy::text(&text)),
            // Mathematics is not asked for in the options.
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.words(&text);
            }
            Event::Code(code) => {
                self.mark(MarkKind::Code);
                self.words(&code);
                self.unmark();
            }
            Event::Html(html) => self.html_block(&html),
            Event::InlineHtml(tag) => {
                if html::is_line_break(&tag) {
                    self.line_break();
                }
            }
            Event::FootnoteReference(label) => {
                let number = self.note_number(&label);
                self.words(&format!("[{number}]"));
            }
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.line_break(),
            Event::Rule => {
                self.begin(BlockKind::Rule);
                self.builder.push("* * *");
                self.builder.end();
            }
            Event::TaskListMarker(done) => self.words(if done { "☑ " } else { "☐ " }),
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Paragraph => {
                // A loose item's first paragraph is the item.
                let is_item = self.fresh_item && self.builder.is_blank();
                self.fresh_item = false;
                if !is_item {
                    let kind = self.prose_kind();
                    self.begin(kind);
                }
            }
            Tag::Heading { level, .. } => {
                let level = level as u8;
                if level == 1 && !self.title_passed && self.is_before_prose() {
                    self.title_passed = true;
                    self.title = Some(String::new());
                } else {
                    self.begin(BlockKind::Heading { level });
                }
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(_) => {
                self.begin(BlockKind::Code);
                self.in_code = true;
            }
            Tag::HtmlBlock => {
                let kind = self.prose_kind();
                self.begin(kind);
            }
            Tag::List(number) => self.lists.push(List { number }),
            Tag::Item => self.item(),
            Tag::Table(_) => self.table = Some(Table::default()),
            Tag::Emphasis => self.mark(MarkKind::Emphasis),
            Tag::Strong => self.mark(MarkKind::Strong),
            Tag::Strikethrough => self.mark(MarkKind::Struck),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let plain = matches!(link_type, LinkType::WikiLink { .. });
                self.plain_links.push(plain);
                if !plain {
                    self.mark(MarkKind::Link(tidy::line(&dest_url).into_owned()));
                }
            }
            Tag::Image { title, .. } => {
                self.pictures += 1;
                if self.pictures == 1 {
                    self.alt.clear();
                    self.picture_title = title.into_string();
                }
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.begin_row();
                }
            }
            Tag::TableCell => {
                if let Some(table) = &mut self.table {
                    table.begin_cell();
                }
            }
            Tag::FootnoteDefinition(_)
            | Tag::MetadataBlock(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => {
                self.html.reset();
                self.builder.end();
                self.flush_captions();
            }
            TagEnd::Heading(_) => match self.title.take() {
                Some(heading) => self.settle_title(&heading),
                None => self.builder.end(),
            },
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.builder.end();
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => {
                self.builder.end();
                self.flush_captions();
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.begin(BlockKind::Table);
                    self.builder.push(&table.set());
                    self.builder.end();
                    self.flush_captions();
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.unmark(),
            TagEnd::Link => {
                if self.plain_links.pop() == Some(false) {
                    self.unmark();
                }
            }
            TagEnd::Image => {
                self.pictures = self.pictures.saturating_sub(1);
                if self.pictures == 0 {
                    self.keep_caption();
                }
            }
            TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::FootnoteDefinition
            | TagEnd::MetadataBlock(_)
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
        }
    }

    /// Running words, wherever they belong at this point.
    fn words(&mut self, text: &str) {
        if self.pictures > 0 {
            self.alt.push_str(text);
            return;
        }
        // Entities are spelled out by now, so that what they stood for has yet to be tidied.
        let tidy = tidy::line(text);
        if let Some(title) = &mut self.title {
            title.push_str(&tidy);
        } else if let Some(table) = &mut self.table {
            table.push(&tidy);
        } else {
            push_single_spaced(&mut self.builder, &tidy);
        }
    }

    fn line_break(&mut self) {
        if self.title.is_some() || self.table.is_some() || self.pictures > 0 {
            self.words(" ");
        } else if !self.builder.is_blank() {
            self.builder.push("\n");
        }
    }

    fn mark(&mut self, kind: MarkKind) {
        if self.has_marks() {
            self.builder.open_mark(kind);
        }
    }

    fn unmark(&mut self) {
        if self.has_marks() {
            self.builder.close_mark();
        }
    }

    /// Marks lie over blocks; a title, a table and a picture's name are plain words.
    fn has_marks(&self) -> bool {
        self.title.is_none() && self.table.is_none() && self.pictures == 0
    }

    fn begin(&mut self, kind: BlockKind) {
        self.builder.end();
        self.flush_captions();
        self.builder.begin(kind);
        self.fresh_item = false;
    }

    fn item(&mut self) {
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
        let number = self.lists.last_mut().and_then(|list| {
            let number = list.number?;
            list.number = Some(number.saturating_add(1));
            Some(u32::try_from(number).unwrap_or(u32::MAX))
        });
        self.begin(BlockKind::ListItem { depth, number });
        self.fresh_item = true;
    }

    /// What sort of block running words are here.
    fn prose_kind(&self) -> BlockKind {
        match self.quotes {
            0 => BlockKind::Paragraph,
            depth => BlockKind::Quote {
                depth: u8::try_from(depth).unwrap_or(u8::MAX),
            },
        }
    }

    /// Whether nothing has been read yet but pictures and headings.
    fn is_before_prose(&self) -> bool {
        self.builder
            .blocks()
            .iter()
            .all(|block| matches!(block.kind, BlockKind::Caption | BlockKind::Rule))
    }

    /// The first heading of level 1 is the title, or stands for it, or is a heading after all.
    fn settle_title(&mut self, heading: &str) {
        let heading = single_spaced(heading);
        if self.meta.title.is_empty() {
            self.meta.title = heading.into_owned();
        } else if !stands_for(&heading, &self.meta.title) {
            self.begin(BlockKind::Heading { level: 1 });
            self.builder.push(&heading);
            self.builder.end();
        }
    }

    fn note_number(&mut self, label: &str) -> usize {
        let next = self.notes.len() + 1;
        *self.notes.entry(label.to_owned()).or_insert(next)
    }

    fn html_block(&mut self, html: &str) {
        let kind = self.prose_kind();
        for piece in self.html.strip(html) {
            match piece {
                html::Piece::Text(text) => self.words(&text),
                html::Piece::Break => self.line_break(),
                html::Piece::Block => self.begin(kind),
            }
        }
    }

    fn keep_caption(&mut self) {
        let names = [
            std::mem::take(&mut self.alt),
            std::mem::take(&mut self.picture_title),
        ];
        let caption = names.iter().find_map(|name| {
            let tidy = tidy::line(name);
            let name = single_spaced(&tidy);
            (!name.is_empty() && !is_file_name(&name)).then(|| name.into_owned())
        });
        self.captions.extend(caption);
    }

    fn flush_captions(&mut self) {
        for caption in std::mem::take(&mut self.captions) {
            self.builder.begin(BlockKind::Caption);
            self.builder.push(&caption);
            self.builder.end();
        }
    }
}

/// Adds words to the open block with every run of spaces as one.
fn push_single_spaced(builder: &mut Builder, text: &str) {
    let after_space = builder.text().ends_with([' ', '\n']);
    if memchr::memmem::find(text.as_bytes(), b"  ").is_none()
        && !(after_space && text.starts_with(' '))
    {
        builder.push(text);
        return;
    }
    let mut spaced = after_space;
    for (i, piece) in text.split(' ').enumerate() {
        if i > 0 && !spaced {
            builder.push(" ");
            spaced = true;
        }
        if !piece.is_empty() {
            builder.push(piece);
            spaced = false;
        }
    }
}

/// Whether a first heading stands for the title: it says the same, or one is the beginning of the other
/// (`De brug gaat dicht - De Kade`).
fn stands_for(heading: &str, title: &str) -> bool {
    /// A shorter beginning may be an accident.
    const SHORTEST: usize = 10;
    let (one, other) = (heading.to_lowercase(), title.to_lowercase());
    says_the_same(heading, title)
        || one.len() >= SHORTEST && other.starts_with(&one)
        || other.len() >= SHORTEST && one.starts_with(&other)
}

/// Whether a picture's name is only its file's, or its size: that tells a reader nothing.
fn is_file_name(name: &str) -> bool {
    let is_size = name
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, 'x' | '%'));
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase());
    let is_file = extension.is_some_and(|e| {
        matches!(
            e.as_str(),
            "jpg" | "jpeg" | "png" | "gif" | "webp" | "svg" | "avif" | "heic" | "bmp" | "pdf"
        )
    });
    is_size
        || is_file
        || matches!(
            name.to_lowercase().as_str(),
            "image" | "img" | "afbeelding" | "foto" | "thumbnail"
        )
}

#[cfg(test)]
mod tests;
