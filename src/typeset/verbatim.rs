//! Lines that stay as they are: code and tables. Every line of the source is a line, with its own white
//! space; one that is wider than the measure goes on below its own indent, without a hyphen, so that
//! nothing is lost.

use super::pieces::cells;
use super::printing::{Ink, Pen, Run};
use crate::article::Span;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// Sets one line of the source, which lies at `line` (without its `'\n'`), in `measure` cells from cell
/// `indent` on. Gives each printed line's ink and runs; the first byte of every span after the first is
/// where the printed line before it ends.
pub(super) fn set(text: &str, line: Span, indent: i32, measure: i32) -> Vec<(Span, Vec<Run>)> {
    let source = line.of(text);
    let mut printed = Vec::new();
    let own = cells(source) - cells(source.trim_start());
    // A continuation stands below the line's own indent, where that leaves half of the measure.
    let hanging = if own <= measure / 2 { own } else { 0 };
    let mut start = line.start;
    let mut at = line.start;
    let mut width = 0;
    let mut left = 0;
    for (offset, cluster) in source.grapheme_indices(true) {
        let cluster_width = cells(cluster);
        if width + cluster_width > measure - left && at > start {
            printed.push((
                Span::new(start, at),
                run(text, Span::new(start, at), indent + left, measure - left),
            ));
            start = at;
            width = 0;
            left = hanging;
        }
        width += cluster_width;
        at = line.start + offset + cluster.len();
    }
    let rest = Span::new(start, at);
    printed.push((rest, run(text, rest, indent + left, measure - left)));
    printed
}

/// One printed line; a single character wider than the measure is stood in for.
fn run(text: &str, span: Span, column: i32, measure: i32) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut pen = Pen {
        runs: &mut runs,
        column,
    };
    if cells(span.of(text)) > measure {
        pen.put(
            span,
            Ink::Other(Cow::Borrowed(super::printing::STAND_IN)),
            1,
        );
    } else {
        pen.source(text, span);
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(source: &str, measure: i32) -> Vec<(u16, String)> {
        set(source, Span::new(0, source.len()), 0, measure)
            .into_iter()
            .map(|(_, runs)| {
                (
                    runs.first().map_or(0, |run| run.column),
                    runs.iter().map(|run| run.printed(source)).collect(),
                )
            })
            .collect()
    }

    #[test]
    fn a_line_of_code_keeps_its_white_space() {
        assert_eq!(
            lines("  als  a   dan b", 40),
            [(0, "  als  a   dan b".to_owned())]
        );
    }

    #[test]
    fn a_wide_line_goes_on_below_its_own_indent_and_nothing_is_lost() {
        assert_eq!(
            lines("  abcdefghij", 8),
            [(0, "  abcdef".to_owned()), (2, "ghij".to_owned())]
        );
    }

    #[test]
    fn an_empty_line_is_a_line() {
        assert_eq!(lines("", 8), [(0, String::new())]);
    }

    #[test]
    fn a_character_wider_than_the_measure_is_stood_in_for() {
        assert_eq!(
            lines("a世b", 1),
            [
                (0, "a".to_owned()),
                (0, "□".to_owned()),
                (0, "b".to_owned())
            ]
        );
    }
}
