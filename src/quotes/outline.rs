//! The writer's own sentences, with every quotation in them as one piece.
//!
//! Who speaks is said outside the marks, and what stands between them must not get in the way: `“Ik ga. Nu.” zegt
//! Anna.` is one sentence of three items. All later rooms read items, never raw tokens, and so cost what the writer's own
//! words cost.

use super::known::Known;
use super::marks::{self, Pair};
use super::tokens::{Case, Kind, Part, Tokens};
use super::words::Class;
use crate::article::{Article, Span};

/// A sentence is cut after this many items, so that no text can make the rules look far. The longest sentence of a good
/// newspaper has fewer than 150.
const LONGEST_SENTENCE: usize = 400;

/// A token of the writer's own, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// The token, or the opening mark.
    pub(super) token: usize,
    /// Index into [`Reading::pairs`].
    pub(super) pair: Option<usize>,
}

/// A sentence of the writer's own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    /// First item.
    pub(super) start: usize,
    /// One past the last item.
    pub(super) end: usize,
    /// Index into [`Tokens::parts`].
    pub(super) part: usize,
    /// The first of its block.
    pub(super) opens_part: bool,
}

/// An article, read up to the point where rules can be asked.
pub(super) struct Reading<'a> {
    /// The text all spans point into.
    pub(super) text: &'a str,
    /// Its tokens.
    pub(super) tokens: Tokens,
    /// What stands between marks.
    pub(super) pairs: Vec<Pair>,
    /// The writer's own words, with quotations as single pieces.
    pub(super) items: Vec<Item>,
    /// The writer's own sentences.
    pub(super) sentences: Vec<Sentence>,
}

impl<'a> Reading<'a> {
    /// Reads `article`.
    pub(super) fn of(article: &'a Article) -> Self {
        let tokens = Tokens::of(article);
        let pairs = marks::pairs(article.text(), &tokens);
        let mut reading = Self::empty(article.text(), tokens, pairs);
        reading.outline();
        reading
    }

    /// Reads a line outside the text, such as the title.
    pub(super) fn of_line(line: &'a str) -> Self {
        let tokens = Tokens::of_line(line);
        let mut reading = Self::empty(line, tokens, Vec::new());
        reading.outline();
        reading
    }

    fn empty(text: &'a str, tokens: Tokens, pairs: Vec<Pair>) -> Self {
        Self {
            text,
            items: Vec::with_capacity(tokens.all.len()),
            tokens,
            pairs,
            sentences: Vec::new(),
        }
    }

    fn outline(&mut self) {
        let mut pair = 0;
        for index in 0..self.tokens.parts.len() {
            let part = self.tokens.parts[index];
            let from = self.items.len();
            let mut token = part.start;
            while token < part.end {
                while pair < self.pairs.len() && self.pairs[pair].open < token {
                    pair += 1;
                }
                if let Some(found) = self.pairs.get(pair)
                    && found.open == token
                {
                    self.items.push(Item {
                        token,
                        pair: Some(pair),
                    });
                    token = if found.closed {
                        found.close + 1
                    } else {
                        found.close
                    };
                    continue;
                }
                self.items.push(Item { token, pair: None });
                token += 1;
            }
            self.split(index, from);
        }
    }

    /// Splits the items from `from` on into sentences.
    fn split(&mut self, part: usize, from: usize) {
        let end = self.items.len();
        let mut start = from;
        for i in from..end {
            if i + 1 == end || i - start >= LONGEST_SENTENCE || self.ends_sentence(i) {
                self.sentences.push(Sentence {
                    start,
                    end: i + 1,
                    part,
                    opens_part: start == from,
                });
                start = i + 1;
            }
        }
    }

    /// True where a sentence ends after item `i`.
    fn ends_sentence(&self, i: usize) -> bool {
        let done = match self.items[i].pair {
            Some(pair) => self.ends_with_stop(pair),
            None => match self.kind(i) {
                Kind::Stop => true,
                // A stray closing mark or bracket after a full stop.
                Kind::Close | Kind::Mark(_) => i > 0 && self.kind(i - 1) == Kind::Stop,
                _ => false,
            },
        };
        done && self.begins_sentence(i + 1)
    }

    /// True where a sentence can begin at item `i`.
    fn begins_sentence(&self, i: usize) -> bool {
        if let Some(pair) = self.items[i].pair {
            let first = self.pairs[pair].first();
            return !matches!(self.tokens.kind(first), Kind::Word(Case::Lower));
        }
        match self.kind(i) {
            Kind::Word(Case::Lower) => {
                // `'s Ochtends`.
                self.word(i).starts_with(['\'', '’'])
                    && i + 1 < self.items.len()
                    && matches!(self.kind(i + 1), Kind::Word(Case::Capital))
            }
            Kind::Word(_) | Kind::Number | Kind::Dash | Kind::Open => true,
            _ => false,
        }
    }

    /// True where the words between the marks end in a stop.
    pub(super) fn ends_with_stop(&self, pair: usize) -> bool {
        let pair = &self.pairs[pair];
        let mut last = pair.close;
        while last > pair.first() && matches!(self.tokens.kind(last - 1), Kind::Mark(_)) {
            last -= 1;
        }
        last > pair.first() && self.tokens.kind(last - 1) == Kind::Stop
    }

    /// The kind of item `i`; [`Kind::Other`] for a quotation.
    pub(super) fn kind(&self, i: usize) -> Kind {
        match self.items.get(i) {
            Some(item) if item.pair.is_none() => self.tokens.kind(item.token),
            _ => Kind::Other,
        }
    }

    /// The sentence that item `i` opens, by its number.
    pub(super) fn opened_by(&self, i: usize) -> Option<usize> {
        self.sentences.binary_search_by_key(&i, |s| s.start).ok()
    }

    /// The sentence that item `i` stands in.
    pub(super) fn sentence_with(&self, i: usize) -> Option<&Sentence> {
        self.sentences
            .get(self.sentences.partition_point(|s| s.end <= i))
    }

    /// The quotation that item `i` is.
    pub(super) fn pair(&self, i: usize) -> Option<usize> {
        self.items.get(i).and_then(|item| item.pair)
    }

    /// How item `i` is written, where it is a word.
    pub(super) fn case(&self, i: usize) -> Option<Case> {
        match self.kind(i) {
            Kind::Word(case) => Some(case),
            _ => None,
        }
    }

    /// What is known of item `i`; nothing for a quotation.
    pub(super) fn known(&self, i: usize) -> &Known {
        const NOTHING: &Known = &Known {
            class: Class::NONE,
            cue: None,
            phrase: false,
            finite: false,
            role: None,
            first: None,
            surname: false,
            place: false,
            organisation: false,
            common: false,
            of_place: false,
            inhabitant: false,
            calendar: false,
            affiliation: false,
        };
        match self.items.get(i) {
            Some(item) if item.pair.is_none() => self.tokens.known(item.token),
            _ => NOTHING,
        }
    }

    /// True where item `i` is a word that looks like a verb with a subject: `vreest`, `dronk`.
    pub(super) fn looks_finite(&self, i: usize) -> bool {
        self.known(i).finite
    }

    /// True where item `i` is a word of one of these classes.
    pub(super) fn is(&self, i: usize, class: Class) -> bool {
        self.known(i).class.any(class)
    }

    /// The words of item `i`.
    pub(super) fn word(&self, i: usize) -> &'a str {
        match self.items.get(i) {
            Some(item) if item.pair.is_none() => self.tokens.all[item.token].span.of(self.text),
            _ => "",
        }
    }

    /// The bytes of items `start..end`, quotations with their marks.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        if start >= end || end > self.items.len() {
            return Span::default();
        }
        let first = self.tokens.all[self.items[start].token].span.start;
        Span::new(first, self.end_of(end - 1))
    }

    /// The byte after item `i`.
    fn end_of(&self, i: usize) -> usize {
        let item = self.items[i];
        let token = match item.pair {
            Some(pair) => {
                let pair = &self.pairs[pair];
                if pair.closed {
                    pair.close
                } else {
                    pair.close - 1
                }
            }
            None => item.token,
        };
        self.tokens.all[token].span.end
    }

    /// The block that sentence `s` stands in.
    pub(super) fn part(&self, sentence: &Sentence) -> &Part {
        &self.tokens.parts[sentence.part]
    }
}
