//! Plain and pasted text → [`Article`].
//!
//! A text copied off a page has no marks of its own, so all of it is judgement, in three steps that know
//! nothing of each other: `head` takes the metadata lines off the top, `layout` finds what a paragraph is
//! (lines of their own, hard-wrapped lines, verse), `body` tells headings, lists and page debris from prose.
//! The rule over all three: what can't be told is left in the text rather than lost.

mod body;
mod debris;
mod head;
mod layout;
mod stamp;

use super::front_matter::{self, FrontMatter};
use super::says_the_same;
use crate::article::{Article, Builder, Notice};

/// Reads tidied text.
pub(super) fn parse(text: &str) -> Article {
    if let Some(head) = front_matter::split(text) {
        return behind_front_matter(head);
    }
    let mut lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let width = layout::wrap_width(&lines);
    let head = head::take(&mut lines, width);
    // What the head took is gone now, so that it can't sway the judgement of the rest.
    let width = layout::wrap_width(&lines);
    let paragraphs = layout::paragraphs(&lines, width);
    let mut builder = Builder::with_capacity(text.len());
    body::write(&head.left_over, &paragraphs, &mut builder);
    builder.finish(head.meta, Vec::new())
}

/// Reads a text whose metadata somebody wrote down: there is nothing left to guess from its first lines, but
/// that a title which is repeated there is the title.
fn behind_front_matter(head: FrontMatter<'_>) -> Article {
    let mut lines: Vec<&str> = head.body.split('\n').map(str::trim).collect();
    if let Some(first) = lines.iter_mut().find(|line| !line.is_empty())
        && says_the_same(first.trim_start_matches('#'), &head.meta.title)
    {
        *first = "";
    }
    let paragraphs = layout::paragraphs(&lines, layout::wrap_width(&lines));
    let mut builder = Builder::with_capacity(head.body.len());
    body::write(&[], &paragraphs, &mut builder);
    let notices = if head.loose {
        vec![Notice::LooseFrontMatter]
    } else {
        Vec::new()
    };
    builder.finish(head.meta, notices)
}

/// More bytes than any heading, title or line of metadata has: such a line need not be looked into.
const LONG_LINE: usize = 400;

/// Whether `text` ends as a sentence does, closing quotes and brackets aside.
fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '"', '\'', '»', ')'])
        .ends_with(['.', '!', '?', '…'])
}

/// Whether a sentence ends inside `text` and another begins.
fn has_inner_sentence_end(text: &str) -> bool {
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_end_matches(['”', '’', '"', '\'', ')']);
        // An initial or an abbreviation (`P.C. Hooft`, `prof. Bol`) ends no sentence.
        let ends = bare.ends_with(['!', '?'])
            || bare.ends_with('.') && bare.chars().filter(|c| c.is_alphanumeric()).count() > 4;
        if ends && words.peek().is_some_and(|next| starts_upper(next)) {
            return true;
        }
    }
    false
}

/// Whether the first letter is a capital, opening quotes and brackets aside; digits count as capitals.
fn starts_upper(text: &str) -> bool {
    text.trim_start_matches([
        '“', '”', '‘', '’', '„', '‚', '"', '\'', '«', '(', '[', '#', '@', '\u{a0}',
    ])
    .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests;
