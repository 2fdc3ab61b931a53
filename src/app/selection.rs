//! Words being selected with the keyboard.
//!
//! A selection is two stretches of the text: the one where it begins, once that is fixed, and the one that the
//! keys move; all between them is selected. A word here is what stands between blanks, without the signs around
//! it. Sentences and paragraphs take their signs along.

use super::keys::Action;
use super::message::Effect;
use super::reader::{Focus, Moved, Reader};
use super::{App, Note, Screen, copying, draft, margin, quit, reading};
use crate::article::{Article, Span};
use crate::quotes;
use crate::typeset::{Ink, Line};
use unicode_width::UnicodeWidthStr;

/// Words that are being selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Where it begins; `None` while that is being chosen.
    pub begin: Option<Span>,
    /// The end that the keys move.
    pub end: Span,
    /// The cell that moving up and down keeps to.
    cell: Option<u16>,
}

impl Selection {
    /// Everything that is selected.
    pub fn span(&self) -> Span {
        match self.begin {
            Some(begin) => Span::new(begin.start.min(self.end.start), begin.end.max(self.end.end)),
            None => self.end,
        }
    }

    /// The words that stand out if there are any, else the first word of the page; `None` where there are no
    /// words.
    fn start(reader: &Reader) -> Option<Self> {
        let text = reader.article().text();
        if let Some(marked) = reader.marked.filter(|span| !span.is_empty()) {
            return Some(Self::over(text, marked));
        }
        Some(Self {
            end: first_of_page(reader)?,
            ..Self::default()
        })
    }

    /// All of `span`, and the keys move its last word.
    fn over(text: &str, span: Span) -> Self {
        Self {
            begin: Some(opening(text, span)),
            end: closing(text, span),
            cell: None,
        }
    }
}

/// Words in `span`.
pub fn words(text: &str, span: Span) -> usize {
    let mut count = 0;
    let mut at = span.start;
    while let Some(word) = next_word(text, at).filter(|word| word.start < span.end) {
        count += 1;
        at = word.end;
    }
    count
}

/// Begins to select.
pub(super) fn begin(app: &mut App) -> Vec<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let Some(selection) = Selection::start(reader) else {
        app.note = Some(Note::plain(app.words.screen.no_text));
        return Vec::new();
    };
    reader.focus = Focus::Select(selection);
    let moved = reader.follow(selection.end);
    reading::settle(moved)
}

/// A key while words are selected.
pub(super) fn act(app: &mut App, action: Action, now: Selection) -> Vec<Effect> {
    let Screen::Reader(reader) = &mut app.screen else {
        return Vec::new();
    };
    let mut moved = Moved::No;
    let next = match action {
        Action::Highlight => return confirm(reader, now),
        Action::Annotate => return draft::begin(app),
        Action::Copy => return copying::copy(app),
        Action::Leave => {
            reader.focus = Focus::Text;
            return Vec::new();
        }
        Action::Help => {
            app.help = Some(0);
            return Vec::new();
        }
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(app),
        Action::Down | Action::Up => by_line(reader, now, action),
        Action::NextPage | Action::PreviousPage => {
            moved = if action == Action::NextPage {
                reader.next_page()
            } else {
                reader.previous_page()
            };
            let last = moved == Moved::No && action == Action::NextPage;
            let to = if last {
                last_word(reader.article().text(), reader.article().text().len())
            } else {
                first_of_page(reader)
            };
            to.map(|end| moved_to(now, end))
        }
        Action::Begin | Action::End => {
            reader.remember_jump();
            in_text(reader.article(), now, action)
        }
        _ => in_text(reader.article(), now, action),
    };
    let next = next.unwrap_or(now);
    reader.focus = Focus::Select(next);
    if reader.follow(next.end) == Moved::Yes {
        moved = Moved::Yes;
    }
    reading::settle(moved)
}

/// Fixes where the selection begins, or highlights it where that is fixed.
fn confirm(reader: &mut Reader, now: Selection) -> Vec<Effect> {
    if now.begin.is_none() {
        reader.focus = Focus::Select(Selection {
            begin: Some(now.end),
            ..now
        });
        return Vec::new();
    }
    reader.focus = Focus::Text;
    // So that the same key takes the highlight away again.
    reader.marked = Some(now.span());
    let change = margin::add_highlight(reader, now.span());
    change
        .map(|change| reading::keep(reader, change))
        .into_iter()
        .collect()
}

fn moved_to(now: Selection, end: Span) -> Selection {
    Selection {
        end,
        cell: None,
        ..now
    }
}

/// Where a key that knows only the text leads; `None` where it leads nowhere.
fn in_text(article: &Article, now: Selection, action: Action) -> Option<Selection> {
    let text = article.text();
    let Selection { begin, end, .. } = now;
    let to = match action {
        Action::NextWord => next_word(text, end.end),
        Action::PreviousWord => last_word(text, end.start),
        Action::Begin => next_word(text, 0),
        Action::End => last_word(text, text.len()),
        Action::NextSentence => onward(article, now, sentence_at),
        Action::PreviousSentence => backward(article, end, sentence_at),
        Action::NextParagraph => onward(article, now, paragraph_at),
        Action::PreviousParagraph => backward(article, end, paragraph_at),
        Action::WholeSentence => return whole(article, now, sentence_at),
        Action::WholeParagraph => return whole(article, now, paragraph_at),
        Action::OtherEnd => {
            return begin.map(|begin| Selection {
                begin: Some(end),
                end: begin,
                cell: None,
            });
        }
        _ => None,
    };
    to.map(|end| moved_to(now, end))
}

/// Finds a whole of some sort, a sentence or a paragraph, by a place in it.
type Whole = fn(&Article, usize) -> Option<Span>;

/// The end of the whole, or of the next one where the selection is there already. While the beginning is
/// being chosen, the first word of the next one.
fn onward(article: &Article, now: Selection, whole_at: Whole) -> Option<Span> {
    let text = article.text();
    let here = whole_at(article, now.end.start)?;
    let after = |span: Span| {
        let next = next_word(text, span.end)?;
        whole_at(article, next.start)
    };
    if now.begin.is_none() {
        return after(here).map(|span| opening(text, span));
    }
    let last = closing(text, here);
    if now.end.end < last.end {
        return Some(last);
    }
    after(here).map(|span| closing(text, span))
}

/// The beginning of the whole, or of the one before where the selection is there already.
fn backward(article: &Article, end: Span, whole_at: Whole) -> Option<Span> {
    let text = article.text();
    let here = whole_at(article, end.start)?;
    let first = opening(text, here);
    if first.start < end.start && first.end < end.end {
        return Some(first);
    }
    let before = last_word(text, here.start)?;
    whole_at(article, before.start).map(|span| opening(text, span))
}

/// All of the wholes that the selection touches; where it was that already, the next one too.
fn whole(article: &Article, now: Selection, whole_at: Whole) -> Option<Selection> {
    let text = article.text();
    let span = now.span();
    let first = whole_at(article, span.start)?;
    let last = whole_at(article, last_word(text, span.end)?.start)?;
    let all = Span::new(first.start, last.end.max(first.end));
    let grown = if now.begin.is_some() && all == span {
        let next = next_word(text, span.end)?;
        Span::new(all.start, whole_at(article, next.start)?.end)
    } else {
        all
    };
    Some(Selection::over(text, grown))
}

fn paragraph_at(article: &Article, offset: usize) -> Option<Span> {
    let block = article.block_at(offset)?;
    article.blocks().get(block).map(|block| block.span)
}

fn sentence_at(article: &Article, offset: usize) -> Option<Span> {
    let block = paragraph_at(article, offset)?;
    let found = quotes::sentences(block.of(article.text()));
    found
        .iter()
        .map(|span| Span::new(block.start + span.start, block.start + span.end))
        .take_while(|span| span.start <= offset)
        .last()
        .or(Some(block))
}

/// The first word of `span`, with the signs before it; all of it where there is no word.
fn opening(text: &str, span: Span) -> Span {
    let word = next_word(span.of(text), 0);
    word.map_or(span, |word| Span::new(span.start, span.start + word.end))
}

/// The last word of `span`, with the signs after it; all of it where there is no word.
fn closing(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let word = last_word(inside, inside.len());
    word.map_or(span, |word| Span::new(span.start + word.start, span.end))
}

/// The first word that begins on the page, so not the rest of one from the page before.
fn first_of_page(reader: &Reader) -> Option<Span> {
    let text = reader.article().text();
    let from = reader.shown.span.start;
    let cut = text
        .get(..from)
        .is_some_and(|before| before.ends_with(|c: char| !c.is_whitespace()));
    let rest = text.get(from..)?;
    let skip = if cut {
        rest.find(char::is_whitespace).unwrap_or(rest.len())
    } else {
        0
    };
    next_word(text, from + skip).or_else(|| last_word(text, text.len()))
}

/// The first word that begins at `from` or after it.
fn next_word(text: &str, from: usize) -> Option<Span> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        let start = at + rest.find(|c: char| !c.is_whitespace())?;
        let rest = text.get(start..)?;
        let end = start + rest.find(char::is_whitespace).unwrap_or(rest.len());
        if let Some(word) = trimmed(text, start, end) {
            return Some(word);
        }
        at = end;
    }
}

/// The last word that ends at `to` or before it.
fn last_word(text: &str, to: usize) -> Option<Span> {
    let mut at = to;
    loop {
        let before = text.get(..at)?;
        let end = before.trim_end().len();
        let before = before.get(..end)?;
        let blank = before.char_indices().rev().find(|(_, c)| c.is_whitespace());
        let start = blank.map_or(0, |(at, c)| at + c.len_utf8());
        if let Some(word) = trimmed(text, start, end) {
            return Some(word);
        }
        if start == 0 {
            return None;
        }
        at = start;
    }
}

/// What stands between two places without the signs at its ends; `None` where it is nothing but signs.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let sign = |c: char| !c.is_alphanumeric();
    let all = text.get(start..end)?;
    let tail = all.trim_start_matches(sign);
    let start = end - tail.len();
    let word = tail.trim_end_matches(sign);
    (!word.is_empty()).then(|| Span::new(start, start + word.len()))
}

/// Lines without a word that are skipped at most: more blank art than any article has.
const MOST_WORDLESS: usize = 200;

/// The word below or above: on the next line that has words, the one nearest to the same cell.
fn by_line(reader: &mut Reader, now: Selection, action: Action) -> Option<Selection> {
    let article = reader.article().clone();
    let text = article.text();
    let step = if action == Action::Down { 1 } else { -1 };
    let mut line = reader.line(now.end.start, 0)?;
    let cell = now
        .cell
        .unwrap_or_else(|| cell_of(&line, text, now.end.start));
    for _ in 0..MOST_WORDLESS {
        let next = reader.line(line.span.start, step)?;
        if next.span == line.span {
            return None;
        }
        line = next;
        let mut best: Option<(u16, Span)> = None;
        let mut at = line.span.start;
        // The rest of a word that was divided belongs to the line above.
        let cut = text
            .get(..at)
            .is_some_and(|before| before.ends_with(|c: char| !c.is_whitespace()));
        if cut {
            let rest = text.get(at..)?;
            at += rest.find(char::is_whitespace).unwrap_or(rest.len());
        }
        while let Some(word) = next_word(text, at).filter(|word| word.start < line.span.end) {
            let distance = cell_of(&line, text, word.start).abs_diff(cell);
            if best.is_none_or(|(nearest, _)| distance < nearest) {
                best = Some((distance, word));
            }
            at = word.end;
        }
        if let Some((_, end)) = best {
            return Some(Selection {
                end,
                cell: Some(cell),
                ..now
            });
        }
    }
    None
}

/// The cell of a line in which the letter at `offset` is printed.
fn cell_of(line: &Line, text: &str, offset: usize) -> u16 {
    let run = line.runs.iter().rev().find(|run| run.span.start <= offset);
    let Some(run) = run.filter(|run| !run.span.is_empty()) else {
        return 0;
    };
    let before = match run.ink {
        Ink::Source => text
            .get(run.span.start..offset.min(run.span.end))
            .unwrap_or_default()
            .width(),
        Ink::Other(_) => 0,
    };
    run.column
        .saturating_add(u16::try_from(before).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests;
