//! Text → words, numbers and punctuation, each with its bytes.
//!
//! Everything later works on these, so each distinct word is looked up once: its class, its cue, whether it names
//! a role, whether it is a first name. What a word is *here* is for the rules. An apostrophe that belongs to a word
//! (`foto's`, `'s ochtends`, `zo'n`, `'90`) is settled here too, so that what is left can only be a quote mark.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::known::{Known, look_up};
pub(super) use super::words::Case;
use super::words::{Class, class_of};
use crate::article::{Article, BlockKind, MarkKind, Span};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word.
    Word(Case),
    /// A number, a date, a year.
    Number,
    /// A quote mark: the character it stands for, `"` for `''`, and `„` for `,,`.
    Mark(char),
    /// `.`, `!`, `?`, `…`.
    Stop,
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// `;`.
    Semicolon,
    /// A dash between blanks.
    Dash,
    /// `(` or `[`.
    Open,
    /// `)` or `]`.
    Close,
    /// Anything else.
    Other,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Its bytes.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: Kind,
    /// Index into [`Tokens::known`].
    pub(super) word: u32,
}

/// A block of the article that is read: its tokens and what sort it is.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers a question of its own"
)]
pub(super) struct Part {
    /// First token.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// A heading.
    pub(super) heading: bool,
    /// A block quote.
    pub(super) quote: bool,
    /// A question in bold or as a heading, as in an interview.
    pub(super) asks: bool,
    /// All in bold: another question, where an article asks its questions in bold.
    pub(super) bold: bool,
    /// All in italics, or behind a break between sections: in an interview, what the interviewer saw.
    pub(super) aside: Aside,
}

/// How a block stands apart from the talk around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Aside {
    /// It does not.
    #[default]
    No,
    /// All in italics: this block only.
    Italic,
    /// The first block behind a break: from here to the next question.
    Break,
}

/// An article's tokens.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    /// In the order of the text.
    pub(super) all: Vec<Token>,
    /// The blocks they stand in.
    pub(super) parts: Vec<Part>,
    /// The distinct words.
    known: Vec<Known>,
}

impl Tokens {
    /// Reads the prose and the headings of `article`.
    pub(super) fn of(article: &Article) -> Self {
        let mut reader = Reader::new(article.text());
        let mut behind_break = false;
        for block in article.blocks() {
            behind_break |= block.kind == BlockKind::Rule;
            let heading = matches!(block.kind, BlockKind::Heading { .. });
            if !heading && !block.kind.is_prose() {
                continue;
            }
            reader.part(block.span, heading);
            let all = |kind: MarkKind| {
                article
                    .marks_in(block.span)
                    .any(|m| m.kind == kind && m.span.len() + 2 >= block.span.len())
            };
            let bold = all(MarkKind::Strong);
            if let Some(part) = reader.tokens.parts.last_mut() {
                part.asks = (heading || bold) && block.span.of(article.text()).ends_with('?');
                part.quote = matches!(block.kind, BlockKind::Quote { .. });
                part.bold = bold && block.kind == BlockKind::Paragraph;
                part.aside = if behind_break {
                    Aside::Break
                } else if all(MarkKind::Emphasis) {
                    Aside::Italic
                } else {
                    Aside::No
                };
            }
            behind_break = false;
        }
        reader.tokens
    }

    /// Reads a line that is not in the article's text, such as its title.
    pub(super) fn of_line(line: &str) -> Self {
        let mut reader = Reader::new(line);
        reader.part(Span::new(0, line.len()), true);
        reader.tokens
    }

    /// What is known of token `index`'s word; nothing for punctuation.
    pub(super) fn known(&self, index: usize) -> &Known {
        &self.known[self.all[index].word as usize]
    }

    /// The kind of token `index`; [`Kind::Other`] past the end.
    pub(super) fn kind(&self, index: usize) -> Kind {
        self.all.get(index).map_or(Kind::Other, |t| t.kind)
    }
}

/// Puts the tokens together.
struct Reader<'a> {
    text: &'a str,
    tokens: Tokens,
    ids: HashMap<&'a str, u32, RandomState>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let mut tokens = Tokens::default();
        tokens.all.reserve(text.len() / 5);
        tokens.known.push(Known::default());
        Self {
            text,
            tokens,
            ids: HashMap::default(),
        }
    }

    fn part(&mut self, span: Span, heading: bool) {
        let start = self.tokens.all.len();
        let mut at = span.start;
        while let Some(c) = self.char_at(at, span.end) {
            at = self.token(c, at, span);
        }
        let end = self.tokens.all.len();
        self.tokens.parts.push(Part {
            start,
            end,
            heading,
            quote: false,
            asks: false,
            bold: false,
            aside: Aside::No,
        });
    }

    fn char_at(&self, at: usize, end: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if at >= end {
            None
        } else if byte < 0x80 {
            Some(char::from(byte))
        } else {
            self.text.get(at..end)?.chars().next()
        }
    }

    fn char_before(&self, at: usize, start: usize) -> Option<char> {
        if at <= start {
            return None;
        }
        let byte = self.text.as_bytes()[at - 1];
        if byte < 0x80 {
            Some(char::from(byte))
        } else {
            self.text.get(start..at)?.chars().next_back()
        }
    }

    /// Reads the token that begins with `c` at `at`; gives the offset after it.
    fn token(&mut self, c: char, at: usize, part: Span) -> usize {
        let after = at + c.len_utf8();
        if c.is_whitespace() {
            return after;
        }
        if c.is_alphanumeric() {
            return self.word(c, at, part);
        }
        if is_apostrophe(c)
            && let Some(end) = self.clipped(at, after, part)
        {
            return end;
        }
        let next = self.char_at(after, part.end);
        let (kind, end) = match c {
            ',' if next == Some(',') => (Kind::Mark('„'), after + 1),
            '\'' if next == Some('\'') => (Kind::Mark('"'), after + 1),
            '’' if next == Some('’') => (Kind::Mark('”'), after + '’'.len_utf8()),
            // `‘‘` and `‘’` for `“`
            '‘' if matches!(next, Some('‘' | '’')) => {
                (Kind::Mark('“'), after + '’'.len_utf8())
            }
            '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›' => {
                (Kind::Mark(c), after)
            }
            '.' | '!' | '?' | '…' => (Kind::Stop, after),
            ',' => (Kind::Comma, after),
            ':' => (Kind::Colon, after),
            ';' => (Kind::Semicolon, after),
            '–' | '—' | '-' => (Kind::Dash, after),
            '(' | '[' => (Kind::Open, after),
            ')' | ']' => (Kind::Close, after),
            _ => (Kind::Other, after),
        };
        self.push(Span::new(at, end), kind, 0);
        end
    }

    fn push(&mut self, span: Span, kind: Kind, word: u32) {
        self.tokens.all.push(Token { span, kind, word });
    }

    /// A word or a number that begins at `at`.
    fn word(&mut self, first: char, at: usize, part: Span) -> usize {
        let mut end = at + first.len_utf8();
        let mut digits = first.is_ascii_digit();
        let mut letters = usize::from(!digits);
        let mut capitals = usize::from(first.is_uppercase());
        let mut inner_capital = false;
        while let Some(c) = self.char_at(end, part.end) {
            let after = end + c.len_utf8();
            if c.is_alphanumeric() {
                digits &= c.is_ascii_digit();
                letters += usize::from(c.is_alphabetic());
                capitals += usize::from(c.is_uppercase());
            } else if matches!(c, '-' | '.' | ',' | '/' | '&') || is_apostrophe(c) {
                let Some(next) = self.char_at(after, part.end) else {
                    break;
                };
                let joins = match c {
                    '.' | ',' => digits && next.is_ascii_digit(),
                    '-' | '/' => next.is_alphanumeric(),
                    // `I&O`, `AT&T`
                    '&' => next.is_uppercase() && capitals == letters && letters > 0,
                    _ => next.is_alphabetic(),
                };
                // `benzine- en dieselauto's`: what is left out belongs to the word.
                let left_out = c == '-'
                    && self.text.get(after..part.end).is_some_and(|rest| {
                        [" en ", " of ", " tot "]
                            .iter()
                            .any(|link| rest.starts_with(link))
                    });
                if left_out {
                    end = after;
                    break;
                }
                if !joins {
                    break;
                }
                inner_capital |= next.is_uppercase();
            } else if c == '\u{301}' || c == '\u{308}' || ('\u{300}'..='\u{36f}').contains(&c) {
                // A combining accent belongs to its letter.
            } else {
                break;
            }
            end = after;
        }
        if digits {
            self.push(Span::new(at, end), Kind::Number, 0);
            return end;
        }
        if letters == 1 && capitals == 1 && end == at + first.len_utf8() {
            let initials = self.initials(end, part);
            if initials > end {
                self.push(Span::new(at, initials), Kind::Word(Case::Initials), 0);
                return initials;
            }
        }
        let case = if capitals >= 2 && capitals == letters {
            Case::Upper
        } else if first.is_uppercase() || (inner_capital && !first.is_lowercase()) {
            Case::Capital
        } else {
            Case::Lower
        };
        // `prof.` and `dr.` end no sentence.
        let mut whole = end;
        if self.char_at(end, part.end) == Some('.') && end - at <= 5 {
            let lower = Span::new(at, end).of(self.text).to_lowercase();
            let month = matches!(
                lower.as_str(),
                "jan" | "max" | "red" | "min" | "nov" | "art"
            );
            if ABBREVIATIONS.contains(&lower.as_str()) && !(month && case != Case::Lower) {
                whole = end + 1;
            }
        }
        let id = self.id(Span::new(at, whole), case);
        self.push(Span::new(at, whole), Kind::Word(case), id);
        whole
    }

    /// The end of initials whose first letter ended at `end`: `J.`, `J.P.`, `A.F.Th.`. A single one only counts where
    /// a name can follow.
    fn initials(&self, end: usize, part: Span) -> usize {
        let mut at = end;
        let mut count = 0;
        while self.char_at(at, part.end) == Some('.') {
            count += 1;
            at += 1;
            let Some(c) = self.char_at(at, part.end) else {
                break;
            };
            if !c.is_uppercase() {
                break;
            }
            let mut next = at + c.len_utf8();
            if self.char_at(next, part.end) == Some('h') {
                next += 1;
            }
            if self.char_at(next, part.end) != Some('.') {
                break;
            }
            at = next;
        }
        if count >= 2 {
            return at;
        }
        let follows = self.char_at(at, part.end) == Some(' ')
            && self
                .char_at(at + 1, part.end)
                .is_some_and(char::is_alphabetic)
            && !self.begins_sentence(at + 1, part);
        // `Jessica B., die …`: no sentence ends before a comma.
        let goes_on = self.char_at(at, part.end) == Some(',');
        if count == 1 && (follows || goes_on) {
            at
        } else {
            end
        }
    }

    /// `B. Dat ze bleef, …`: a small word with a capital, which no surname begins with, begins a sentence.
    fn begins_sentence(&self, at: usize, part: Span) -> bool {
        let rest = self.text.get(at..part.end).unwrap_or_default();
        let word = rest
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        let small = Class::SUBORDINATOR
            .or(Class::CONJUNCTION)
            .or(Class::HE)
            .or(Class::SHE)
            .or(Class::FINITE);
        let class = class_of(&word.to_lowercase());
        word.len() > 1
            && word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().skip(1).all(char::is_lowercase)
            && class.any(small)
            && !class.any(Class::PARTICLE)
    }

    /// A word that begins with an apostrophe: `'s`, `'t`, `'n`, `'90`. `None` where the apostrophe may be a mark.
    fn clipped(&mut self, at: usize, after: usize, part: Span) -> Option<usize> {
        if self
            .char_before(at, part.start)
            .is_some_and(char::is_alphanumeric)
        {
            return None;
        }
        let first = self.char_at(after, part.end)?;
        if first.is_ascii_digit() {
            let digits = self
                .text
                .get(after..part.end)?
                .bytes()
                .take_while(u8::is_ascii_digit)
                .count();
            let mut end = after + digits;
            if self.char_at(end, part.end) == Some('s') {
                end += 1;
            }
            let closed = self
                .char_at(end, part.end)
                .is_none_or(|c| !c.is_alphanumeric() && !is_apostrophe(c));
            if digits == 2 && closed {
                self.push(Span::new(at, end), Kind::Number, 0);
                return Some(end);
            }
            return None;
        }
        let rest = self.text.get(after..part.end)?;
        let length = rest
            .chars()
            .take(3)
            .take_while(|c| c.is_alphabetic())
            .map(char::len_utf8)
            .sum::<usize>();
        let word = rest.get(..length)?;
        if !matches!(
            word,
            "s" | "t" | "n" | "m" | "r" | "k" | "ie" | "er" | "T" | "S"
        ) {
            return None;
        }
        let end = after + length;
        let next = self.char_at(end, part.end);
        if next.is_some_and(is_apostrophe) {
            return None;
        }
        // `'s-Hertogenbosch` is one word.
        if next == Some('-')
            && self
                .char_at(end + 1, part.end)
                .is_some_and(char::is_uppercase)
        {
            let tail = self.text.get(end + 1..part.end)?;
            let more: usize = tail
                .chars()
                .take_while(|c| c.is_alphabetic())
                .map(char::len_utf8)
                .sum();
            let whole = Span::new(at, end + 1 + more);
            let id = self.id(whole, Case::Capital);
            self.push(whole, Kind::Word(Case::Capital), id);
            return Some(whole.end);
        }
        let span = Span::new(at, end);
        let id = self.id(span, Case::Lower);
        self.push(span, Kind::Word(Case::Lower), id);
        Some(end)
    }

    /// The number of this word, looked up where it is new.
    fn id(&mut self, span: Span, case: Case) -> u32 {
        let form = span.of(self.text);
        if let Some(&id) = self.ids.get(form) {
            return id;
        }
        let known = look_up(form, case);
        let id = u32::try_from(self.tokens.known.len()).unwrap_or(0);
        self.tokens.known.push(known);
        self.ids.insert(form, id);
        id
    }
}

/// Abbreviations whose full stop belongs to them.
const ABBREVIATIONS: &[&str] = &[
    "prof", "dr", "drs", "mr", "ir", "ing", "ds", "mgr", "dhr", "mw", "mevr", "jhr", "st", "lic",
    "bijv", "nr", "art", "ca", "incl", "excl", "blz", "mrd", "jr", "sr", "resp", "red", "max",
    "min", "aug", "sept", "okt", "nov", "dec", "jan", "febr",
];

/// `'` or `’`.
pub(super) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}
