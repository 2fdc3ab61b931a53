//! What holds for every text and every edit of it.

use super::*;
use crate::article::invented::{article, line, prose, set, start_of};
use proptest::prelude::*;
use proptest::sample::Index;

/// An edit of one word: what is put in, and how.
type Edit = (Index, Index, String, u8);

fn edits(most: usize) -> impl Strategy<Value = Vec<Edit>> {
    let words = "[qxy]{2,9}( [qxy]{2,9}){0,30}";
    prop::collection::vec((any::<Index>(), any::<Index>(), words, 0..3_u8), 1..most)
}

fn edit(word: &mut String, new: &str, how: u8) {
    match how {
        0 => new.clone_into(word),
        1 => *word = format!("{word} {new}").trim_start().to_owned(),
        _ => word.clear(),
    }
}

/// Some words of one paragraph.
#[derive(Clone, Copy, Debug)]
struct Choice {
    paragraph: usize,
    first: usize,
    count: usize,
}

impl Choice {
    fn of(paragraphs: &[Vec<String>], at: Index, word: Index, count: Index) -> Self {
        let paragraph = at.index(paragraphs.len());
        let words = paragraphs[paragraph].len();
        let first = word.index(words);
        Self {
            paragraph,
            first,
            count: 1 + count.index(words - first),
        }
    }

    fn holds(self, paragraph: usize, word: usize) -> bool {
        paragraph == self.paragraph && (self.first..self.first + self.count).contains(&word)
    }

    fn span(self, paragraphs: &[Vec<String>]) -> Span {
        let start = start_of(paragraphs, self.paragraph, self.first);
        let words = &paragraphs[self.paragraph][self.first..self.first + self.count];
        Span::new(start, start + line(words).len())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn words_that_still_stand_are_found_exactly_and_never_elsewhere(
        paragraphs in prose(), at in any::<Index>(), word in any::<Index>(), count in any::<Index>(),
        edits in edits(40), turned in any::<bool>(),
    ) {
        let chosen = Choice::of(&paragraphs, at, word, count);
        let before = article(&set(&paragraphs));
        let passage = Passage::of(&before, chosen.span(&paragraphs)).expect("words");
        let mut edited = paragraphs.clone();
        let mut beside = false;
        for (q, v, new, how) in edits {
            let q = q.index(paragraphs.len());
            let v = v.index(paragraphs[q].len());
            if chosen.holds(q, v) {
                continue;
            }
            // As many words as may stand before and after the passage.
            beside |= q.abs_diff(chosen.paragraph) <= 1;
            edit(&mut edited[q][v], &new, how);
        }
        let mut chosen = chosen;
        if turned {
            let half = paragraphs.len() / 2;
            edited.rotate_left(half);
            chosen.paragraph = (chosen.paragraph + paragraphs.len() - half) % paragraphs.len();
            beside = true;
        }
        let found = passage.find(&article(&set(&edited)));
        let few = passage.exact.chars().count() < FEW;
        // A word or two that stand anywhere, among other words now, may be given up.
        if !(found.is_none() && few && beside) {
            let (span, trust) = found.expect("its words stand");
            prop_assert_eq!(span, chosen.span(&edited));
            prop_assert!(trust >= Trust::Moved);
        }
    }

    #[test]
    fn words_that_were_edited_are_found_in_their_paragraph_or_lost(
        paragraphs in prose(), at in any::<Index>(), word in any::<Index>(), count in any::<Index>(),
        inside in edits(12), elsewhere in edits(12),
    ) {
        let chosen = Choice::of(&paragraphs, at, word, count);
        let before = article(&set(&paragraphs));
        let passage = Passage::of(&before, chosen.span(&paragraphs)).expect("words");
        let mut edited = paragraphs.clone();
        for (_, v, new, how) in inside {
            let v = chosen.first + v.index(chosen.count);
            edit(&mut edited[chosen.paragraph][v], &new, how);
        }
        for (q, v, new, how) in elsewhere {
            let q = q.index(paragraphs.len());
            let v = v.index(paragraphs[q].len());
            if !chosen.holds(q, v) {
                edit(&mut edited[q][v], &new, how);
            }
        }
        let start = start_of(&edited, chosen.paragraph, 0);
        let end = start + line(&edited[chosen.paragraph]).len();
        if let Some((span, _)) = passage.find(&article(&set(&edited))) {
            prop_assert!(start <= span.start && span.end <= end, "{:?} not in {}..{}", span, start, end);
        }
    }
}
