//! What can be saved of a state file that is no valid TOML: every statement is tried by itself.

use std::collections::HashSet;
use toml_edit::DocumentMut;

/// A broken file larger than this is not searched for what can be saved of it: a state file is a few
/// hundred bytes, one with a book's worth of notes a few hundred thousand.
pub(super) const LARGEST_SALVAGED: usize = 1 << 20;

/// How often, at most, a text is read over in search of the ends of notes; more is malice.
const READINGS: usize = 8;

/// What is valid of a broken document. A key that stands twice counts the first time. Of a note that was cut
/// off, the words that are left are kept.
pub(super) fn salvage(text: &str) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut saved = Saved::default();
    let mut budget = READINGS * text.len();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or_default();
        // A note of several lines may hold lines that look like statements.
        if let Some(count) = lines_of_statement(rest, &mut budget)
            && saved.take(&rest.iter().take(count).copied().collect::<String>())
        {
            at += count;
            continue;
        }
        let others = rest.iter().skip(1);
        let note = note(line).is_some();
        let ends = |line: &str| begins_statement(line) && (!note || stands_alone(line));
        let count = 1 + others.take_while(|line| !ends(line)).count();
        let statement: String = rest.iter().take(count).copied().collect();
        // Lines that belong to nothing may have come behind a statement of one line.
        if !saved.take(&statement) && !saved.take(line) {
            saved.take_cut_note(&statement);
        }
        at += count;
    }
    saved.valid
}

/// The statements that are valid, and the keys that they set.
#[derive(Default)]
struct Saved {
    valid: String,
    seen: HashSet<(String, String)>,
    table: String,
}

impl Saved {
    /// Takes a statement; `false` where it is not valid.
    fn take(&mut self, statement: &str) -> bool {
        let Ok(document) = statement.parse::<DocumentMut>() else {
            return false;
        };
        if statement.starts_with('[') {
            statement.trim_end().clone_into(&mut self.table);
            if self.table.starts_with("[[") {
                let table = &self.table;
                self.seen.retain(|(at, _)| at != table);
            } else if !self.seen.insert((self.table.clone(), String::new())) {
                return true;
            }
        } else if document
            .iter()
            .any(|(key, _)| !self.seen.insert((self.table.clone(), key.to_owned())))
        {
            return true;
        }
        self.valid.push_str(statement);
        true
    }

    /// Takes what is left of a note whose end is gone. Of nothing else: half the words of a highlight are
    /// not what was highlighted.
    fn take_cut_note(&mut self, statement: &str) {
        let Some(value) = note(statement) else { return };
        let Some(quote) = ["\"\"\"", "'''", "\"", "'"]
            .into_iter()
            .find(|&quote| value.starts_with(quote))
        else {
            return;
        };
        let body = value.strip_prefix(quote).unwrap_or_default();
        // The cut may have gone through an escape (`\u00e9`), or through the closing quotes.
        let mut left = body.trim_end_matches(['"', '\'']);
        for _ in 0..=LONGEST_ESCAPE {
            if !left.is_empty() && self.take(&format!("note = {quote}{left}{quote}\n")) {
                return;
            }
            let mut shorter = left.chars();
            shorter.next_back();
            left = shorter.as_str();
        }
    }
}

/// Characters of `\U0001F600`.
const LONGEST_ESCAPE: usize = 10;

/// How many of `lines` the statement at their head takes, where it holds a string of several lines and that
/// is closed; `None` for every other one. Takes what it reads from `budget`.
fn lines_of_statement(lines: &[&str], budget: &mut usize) -> Option<usize> {
    let mut open: Option<&str> = None;
    let mut any = false;
    for (index, line) in lines.iter().enumerate() {
        *budget = budget.checked_sub(line.len())?;
        if open.is_some() && opens_string(line) {
            // The string before it was never closed, or this one would close it.
            return None;
        }
        open = string_after(line, open);
        any |= open.is_some();
        if open.is_none() {
            return any.then_some(index + 1);
        }
    }
    None
}

/// The quotes of the string of several lines that is open at the end of `line`, if `open` was at its start.
fn string_after<'q>(line: &str, mut open: Option<&'q str>) -> Option<&'q str> {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let mut skip = c.len_utf8();
        match open {
            Some(quotes) if rest.starts_with(quotes) => (open, skip) = (None, quotes.len()),
            Some("\"\"\"") if c == '\\' => {
                skip += rest.chars().nth(1).map_or(0, char::len_utf8);
            }
            None if rest.starts_with("\"\"\"") => (open, skip) = (Some("\"\"\""), 3),
            None if rest.starts_with("'''") => (open, skip) = (Some("'''"), 3),
            None if c == '"' || c == '\'' => skip = short_string(rest, c),
            None if c == '#' => return None,
            _ => {}
        }
        rest = rest.get(skip..).unwrap_or_default();
    }
    open
}

/// Bytes of the string of one line that `text` begins with; all of it where the string is not closed.
fn short_string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            _ if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// True for a line on which a table or a key may begin.
fn begins_statement(line: &str) -> bool {
    line.starts_with('[') || value_of(line).is_some()
}

/// True for a line like those with which this program begins a string of several lines.
fn opens_string(line: &str) -> bool {
    value_of(line).is_some_and(|value| matches!(value.trim(), "\"\"\"" | "'''"))
}

/// True for a line that is a statement, or the first of one, and not only looks like it.
fn stands_alone(line: &str) -> bool {
    opens_string(line) || line.parse::<DocumentMut>().is_ok()
}

/// What stands behind `note =`.
fn note(statement: &str) -> Option<&str> {
    let rest = statement.strip_prefix("note")?.trim_start();
    Some(rest.strip_prefix('=')?.trim())
}

/// What stands behind the key and the `=` of a line.
fn value_of(line: &str) -> Option<&str> {
    let key = line.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "_-.\"'".contains(c));
    (key.len() < line.len())
        .then(|| key.trim_start().strip_prefix('='))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTES: &str = "opened = 1\n\n[[highlights]]\nexact = \"het water\"\nnote = \"\"\"\nnavragen = doen\n[bron]\n\n\
        \\\"\"\"zo\\\"\"\"\"\"\"\n\n[[highlights]]\nexact = \"de dijk\"\nnote = '''\nopened = 7'''\n";

    fn notes(text: &str) -> Vec<Option<String>> {
        let document: DocumentMut = salvage(text).parse().expect("valid");
        let highlights = document["highlights"].as_array_of_tables();
        highlights
            .into_iter()
            .flatten()
            .map(|table| Some(table.get("note")?.as_str()?.to_owned()))
            .collect()
    }

    const FIRST: &str = "navragen = doen\n[bron]\n\n\"\"\"zo\"\"\"";

    #[test]
    fn a_note_of_several_lines_stays_whole_in_a_broken_file() {
        let broken = format!("= ]\n{NOTES}");
        assert_eq!(
            notes(&broken),
            [Some(FIRST.into()), Some("opened = 7".into())]
        );
        assert!(salvage(&broken).starts_with("opened = 1\n"));
    }

    #[test]
    fn a_note_that_is_never_closed_does_not_swallow_the_next() {
        let broken = NOTES.replace("zo\\\"\"\"\"\"\"\n", "zo\n");
        assert_eq!(notes(&broken).last(), Some(&Some("opened = 7".into())));
        assert_eq!(notes(&broken)[0].as_deref(), Some("navragen = doen"));
    }

    #[test]
    fn of_a_note_that_was_cut_off_the_words_are_kept() {
        for (cut, left) in [
            ("note = \"bij ons oo", "bij ons oo"),
            ("note = \"bij ons \\u00e", "bij ons"),
            ("note = \"\"\"\nbij ons\nen d", "bij ons\nen d"),
            ("note = \"\"\"\nbij ons\"\"", "bij ons"),
            (
                "note = \"\"\"\nbij\nvraag = wie\nons",
                "bij\nvraag = wie\nons",
            ),
            ("note = 'bij", "bij"),
        ] {
            let broken = format!("[[highlights]]\nexact = \"het water\"\n{cut}");
            let kept = notes(&broken)
                .pop()
                .flatten()
                .unwrap_or_else(|| panic!("{cut}"));
            assert_eq!(kept.trim(), left, "{cut}");
        }
        let cut = "[[highlights]]\nmade = 1979-05-27T07:32:00Z\nexact = \"het wat";
        assert!(!salvage(cut).contains("het wat"));
    }

    #[test]
    fn a_hostile_file_is_read_over_a_few_times_and_no_more() {
        let hostile = format!("a = \"\"\"\n{}", "k = \\\"\"\"\n".repeat(90_000));
        salvage(&hostile);
    }
}
