//! Quotations without marks that stand apart from the text: a block quote, or a paragraph of its own, behind a colon; and
//! the pull quotes and headlines that only repeat what stands elsewhere.

use memchr::memmem;

use super::{Finder, Said};
use crate::article::Span;
use crate::quotes::cues::Force;
use crate::quotes::outline::Sentence;
use crate::quotes::tokens::{Kind as TokenKind, Part};
use crate::quotes::words::Class;
use crate::quotes::{Kind, Quotation, Rule, Sureness};

/// A pull quote has at most this many bytes; what is longer is a passage of its own.
const LONGEST_PULL: usize = 600;

/// Fewer bytes than these stand twice in an article by chance.
const SHORTEST_PULL: usize = 20;

/// More blocks than these that may be pull quotes are not looked at: each is searched for in the whole text.
const MOST_PULLS: usize = 24;

/// What announces something else than words: a film, a picture.
const SHOWN: &[&str] = &[
    "video",
    "filmpje",
    "foto",
    "foto's",
    "beelden",
    "hieronder",
    "grafiek",
    "kaart",
    "tabel",
    "fragment",
];

/// The characters at the edge of a quotation that are not its words.
const EDGES: &[char] = &[
    '"', '\'', '“', '”', '„', '‘', '’', '«', '»', ' ', '.', ',', '…', '\n',
];

impl Finder<'_> {
    /// Parts that only repeat words of the article: they are no quotations of their own.
    pub(super) fn repeats(&self, read: &mut [bool]) {
        let text = self.r.text;
        let mut looked = 0;
        for (index, part) in self.r.tokens.parts.iter().enumerate() {
            if looked >= MOST_PULLS {
                return;
            }
            if part.heading || read[index] || !(part.quote || self.alone(part)) {
                continue;
            }
            let Some(span) = self.words_of(part) else {
                continue;
            };
            let words = span.of(text).trim_matches(EDGES);
            if words.len() < SHORTEST_PULL || words.len() > LONGEST_PULL {
                continue;
            }
            looked += 1;
            read[index] = memmem::find_iter(text.as_bytes(), words.as_bytes())
                .take(3)
                .any(|at| at < span.start || at >= span.end);
        }
    }

    /// A paragraph that is nothing but one quotation.
    fn alone(&self, part: &Part) -> bool {
        let pair = self.r.pairs.partition_point(|p| p.open < part.start);
        self.r
            .pairs
            .get(pair)
            .is_some_and(|p| p.open == part.start && p.closed && p.close + 1 == part.end)
    }

    fn words_of(&self, part: &Part) -> Option<Span> {
        let first = self.r.tokens.all.get(part.start)?.span.start;
        let last = self.r.tokens.all.get(part.end.checked_sub(1)?)?.span.end;
        (first < last).then_some(Span::new(first, last))
    }

    /// `Smit schrijft:`, and the paragraphs behind it; marks in `read` what was taken.
    pub(super) fn set_apart(&mut self, s: &Sentence, said: &[Said], read: &mut [bool]) {
        let Some(last) = s.end.checked_sub(1) else {
            return;
        };
        let closes = self.r.tokens.parts[s.part].end == self.r.items[last].token + 1;
        if !closes || self.r.kind(last) != TokenKind::Colon {
            return;
        }
        if (s.start..s.end).any(|n| SHOWN.contains(&self.r.word(n))) {
            return;
        }
        let cue = said
            .iter()
            .rev()
            .find(|c| c.force == Force::Say && c.who.is_some() && !c.own)
            .copied();
        let mut part = s.part + 1;
        while let Some(&block) = self.r.tokens.parts.get(part) {
            let first = part == s.part + 1;
            let marked = matches!(self.r.tokens.kind(block.start), TokenKind::Mark(_));
            // Without the look of a block quote, only what speaks for itself, and only the one paragraph.
            let own = || {
                let range = || block.start..block.end;
                let marks = range().any(|t| matches!(self.r.tokens.kind(t), TokenKind::Mark(_)));
                !marks
                    && range().any(|t| {
                        matches!(self.r.tokens.kind(t), TokenKind::Word(_))
                            && self.r.tokens.known(t).class.any(Class::SELF)
                    })
            };
            let taken = !block.heading
                && !marked
                && !read[part]
                && (block.quote || (first && cue.is_some() && own()));
            if !taken {
                return;
            }
            let Some(span) = self.words_of(&block) else {
                return;
            };
            read[part] = true;
            self.take(Quotation {
                span,
                kind: Kind::Direct,
                speaker: cue.and_then(|c| c.who),
                rule: Rule::Colon,
                sureness: Sureness::Likely,
                cue: cue.map(|c| self.r.span(c.at, c.at + 1)),
                mention: cue.and_then(|c| c.mention).map(|m| self.mention_span(m)),
            });
            if !block.quote {
                return;
            }
            part += 1;
        }
    }
}
