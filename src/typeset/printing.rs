//! Lines as they are printed: which cells hold what, and which bytes that stands for.

use super::hyphenate::Respelling;
use super::justify::Spread;
use super::pieces::{cells, gap_at};
use super::setting::Alignment;
use crate::article::Span;
use std::borrow::Cow;

/// One line as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The block it belongs to, an index into [`Article::blocks`](crate::article::Article::blocks).
    pub block: usize,
    /// The bytes it stands for. The lines of a block cover it exactly, white space at the breaks included.
    pub span: Span,
    /// Blank rows above it, unless it is the first of a column.
    pub space_before: u16,
    /// True for the first line of its block.
    pub opens_block: bool,
    /// What is printed, left to right. Empty for a line without ink.
    pub runs: Vec<Run>,
}

/// A stretch of a line that is printed in one piece.
///
/// Runs stand in the order of their cells and of their bytes. Cells between two runs of one line are never
/// left out but for an indent: a gap that is wider than its source is a run of blanks with the gap's span.
/// So whoever colours a range of the text looks at each run alone: of a `Source` run the letters inside
/// the range, of an `Other` run with a span all of it as soon as the two overlap, and of one with an empty
/// span (an added hyphen) what the letter before it got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The bytes it stands for; empty for ink that has no source (a list marker, an added hyphen).
    pub span: Span,
    /// The cell it starts in, counted from the column's left edge.
    pub column: u16,
    /// What is printed where that is not the source itself.
    pub ink: Ink,
}

/// What a [`Run`] prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The source text of the run's span, letter by letter.
    Source,
    /// Something else: a respelled piece at a break, an added hyphen, a gap, a list marker.
    Other(Cow<'static, str>),
}

impl Run {
    /// What it prints.
    pub fn printed<'a>(&'a self, text: &'a str) -> &'a str {
        match &self.ink {
            Ink::Source => self.span.of(text),
            Ink::Other(ink) => ink,
        }
    }
}

impl Line {
    /// True where the last thing printed is a hyphen, added or the word's own.
    pub(super) fn ends_on_hyphen(&self, text: &str) -> bool {
        self.runs
            .last()
            .is_some_and(|run| run.printed(text).ends_with(['-', '\u{2010}']))
    }
}

/// Stands in for a character that is wider than the whole measure (an emoji in a column of one cell), so
/// that no line is ever wider than the measure.
pub(super) const STAND_IN: &str = "□";

/// Blanks for the widest gap.
const BLANKS: &str = "   ";

/// What stands between two breaks, to be put in cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Strip {
    /// The source bytes that have ink, respelled ones included.
    pub(super) ink: Span,
    /// What changes at its start.
    pub(super) head: Respelling,
    /// What changes at its end.
    pub(super) tail: Respelling,
    /// Whether a hyphen is added at its end.
    pub(super) hyphen: bool,
    /// Its cells, as printed, with gaps of one cell.
    pub(super) width: i32,
    /// Gaps inside it.
    pub(super) gaps: i32,
}

impl Strip {
    /// A line without ink.
    pub(super) fn blank(at: Span) -> Self {
        Self {
            ink: at,
            head: Respelling::default(),
            tail: Respelling::default(),
            hyphen: false,
            width: 0,
            gaps: 0,
        }
    }
}

/// Puts a strip in cells, from cell `column` on, in a measure of `measure` cells counted from there.
pub(super) fn print(
    text: &str,
    strip: &Strip,
    column: i32,
    measure: i32,
    alignment: Alignment,
    mirrored: bool,
    runs: &mut Vec<Run>,
) {
    let Strip {
        ink, head, tail, ..
    } = *strip;
    if ink.is_empty() && !strip.hyphen {
        return;
    }
    let mut pen = Pen { runs, column };
    if strip.width > measure {
        pen.put(ink, Ink::Other(Cow::Borrowed(STAND_IN)), 1);
        return;
    }
    let spread = Spread::new(alignment, measure - strip.width, strip.gaps, mirrored);
    let body = Span::new(ink.start + head.cut, ink.end - tail.cut);
    pen.respelled(Span::new(ink.start, body.start), head);
    let mut from = body.start;
    let mut at = body.start;
    let mut nth = 0;
    while let Some(gap) = gap_at(text, Span::new(at, body.end)) {
        let extra = spread.extra(nth);
        nth += 1;
        at = gap.end;
        if extra == 0 && matches!(gap.of(text), " " | "\u{a0}") {
            continue;
        }
        pen.source(text, Span::new(from, gap.start));
        let blanks = usize::try_from(1 + extra)
            .ok()
            .and_then(|n| BLANKS.get(..n))
            .unwrap_or(BLANKS);
        pen.put(gap, Ink::Other(Cow::Borrowed(blanks)), 1 + extra);
        from = gap.end;
    }
    pen.source(text, Span::new(from, body.end));
    pen.respelled(Span::new(body.end, ink.end), tail);
    if strip.hyphen {
        pen.put(
            Span::new(ink.end, ink.end),
            Ink::Other(Cow::Borrowed("-")),
            1,
        );
    }
}

/// Puts runs one after the other.
pub(super) struct Pen<'a> {
    pub(super) runs: &'a mut Vec<Run>,
    pub(super) column: i32,
}

impl Pen<'_> {
    /// Prints source text as it is.
    pub(super) fn source(&mut self, text: &str, span: Span) {
        if !span.is_empty() {
            self.put(span, Ink::Source, cells(span.of(text)));
        }
    }

    fn respelled(&mut self, span: Span, respelling: Respelling) {
        if respelling.cut > 0 || !respelling.ink.is_empty() {
            let ink = Ink::Other(Cow::Borrowed(respelling.ink));
            self.put(span, ink, cells(respelling.ink));
        }
    }

    /// Prints `ink`, which is `width` cells wide.
    pub(super) fn put(&mut self, span: Span, ink: Ink, width: i32) {
        let column = u16::try_from(self.column).unwrap_or(u16::MAX);
        self.runs.push(Run { span, column, ink });
        self.column += width;
    }
}
