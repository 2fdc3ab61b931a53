//! Quote marks → pairs.
//!
//! A mark opens after a blank, a bracket, a dash or another mark, and before a letter; it closes after a letter or a
//! stop and not before a letter. Pairs never leave their block, so a stray mark harms one paragraph at most. One pass
//! with a stack, and one look at the next mark of the same sort, so the cost is that of the marks there are.

use super::tokens::{Kind, Part, Tokens};
use crate::article::Span;

/// Words between marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Token of the opening mark.
    pub(super) open: usize,
    /// Token of the closing mark, or one past the last token of the block where none closes.
    pub(super) close: usize,
    /// True where a mark closes it.
    pub(super) closed: bool,
    /// Single marks, which serve for headlines, titles and irony too.
    pub(super) single: bool,
}

impl Pair {
    /// The first token inside.
    pub(super) const fn first(&self) -> usize {
        self.open + 1
    }

    /// The bytes inside, without a comma at the end.
    pub(super) fn inner(&self, tokens: &Tokens) -> Span {
        let mut end = self.close;
        while end > self.first() && tokens.kind(end - 1) == Kind::Comma {
            end -= 1;
        }
        if end <= self.first() {
            return Span::default();
        }
        Span::new(
            tokens.all[self.first()].span.start,
            tokens.all[end - 1].span.end,
        )
    }
}

/// The sorts of mark that close one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
}

const SORTS: usize = 4;

const fn sort_of(mark: char) -> Sort {
    match mark {
        '\'' | '‘' | '’' | '‚' | '‛' => Sort::Single,
        '«' | '»' => Sort::Guillemet,
        '‹' | '›' => Sort::SingleGuillemet,
        _ => Sort::Double,
    }
}

/// A mark with what its neighbours allow it to be.
#[derive(Clone, Copy, Debug)]
struct Seen {
    token: usize,
    mark: char,
    sort: Sort,
    opens: bool,
    closes: bool,
}

/// Pairs the marks of every block; outer pairs come before the pairs inside them.
pub(super) fn pairs(text: &str, tokens: &Tokens) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for part in &tokens.parts {
        let from = pairs.len();
        pair_part(text, tokens, part, &mut pairs);
        pairs[from..].sort_by_key(|p| p.open);
    }
    pairs
}

fn pair_part(text: &str, tokens: &Tokens, part: &Part, pairs: &mut Vec<Pair>) {
    let seen = marks_of(text, tokens, part);
    if seen.is_empty() {
        dash(text, tokens, part, pairs);
        return;
    }
    // The last mark of each sort that can close: an opening one after it stays open.
    let mut last_closer = [usize::MAX; SORTS];
    for mark in &seen {
        if mark.closes {
            last_closer[mark.sort as usize] = mark.token;
        }
    }
    let has_closer = |m: &Seen| {
        last_closer[m.sort as usize] != usize::MAX && last_closer[m.sort as usize] > m.token
    };
    // For each mark, the next of its sort.
    let mut next_of = vec![None; seen.len()];
    let mut following: [Option<usize>; SORTS] = [None; SORTS];
    for i in (0..seen.len()).rev() {
        next_of[i] = following[seen[i].sort as usize];
        following[seen[i].sort as usize] = Some(i);
    }

    let mut stack: Vec<Seen> = Vec::new();
    for (i, mark) in seen.iter().enumerate() {
        let place = stack.iter().rev().take(3).position(|o| closes(o, mark));
        let place = place.filter(|&place| {
            // A single mark does not reach over a double one that is open.
            mark.sort != Sort::Single
                || stack
                    .iter()
                    .rev()
                    .take(place)
                    .all(|o| o.sort == Sort::Single)
        });
        if mark.closes
            && let Some(place) = place
            && !(mark.opens && prefers_open(mark, &stack))
        {
            let genitive = mark.sort == Sort::Single
                && ends_in_sibilant(text, tokens, mark.token)
                && next_of[i].is_some_and(|n| {
                    seen[n].closes && !seen[n].opens && seen[n].token < mark.token + 25
                })
                && followed_by_word(text, tokens, mark.token);
            if genitive {
                continue;
            }
            let at = stack.len() - 1 - place;
            let open = stack[at];
            stack.truncate(at);
            if mark.token > open.token + 1 {
                pairs.push(pair(&open, mark.token, true));
            }
            continue;
        }
        if !mark.opens {
            continue;
        }
        if mark.sort == Sort::Single && !has_closer(mark) {
            continue;
        }
        // `'Men dacht: 'Het kan niet.' En het kon'`: two closing ones follow, so this one is inside.
        let closing = |n: Option<usize>| n.filter(|&n| seen[n].closes && !seen[n].opens);
        let inside = token_before(tokens, part, mark.token) == Some(Kind::Colon)
            && closing(next_of[i]).is_some_and(|n| closing(next_of[n]).is_some());
        // The same straight mark can't open twice: the first one was never closed.
        if let Some(at) = stack
            .iter()
            .rev()
            .take(3)
            .position(|o| o.sort == mark.sort && is_straight(o.mark) && is_straight(mark.mark))
            .filter(|_| !inside)
        {
            let at = stack.len() - 1 - at;
            let open = stack[at];
            stack.truncate(at);
            leave_open(tokens, part, &open, mark.token, pairs);
        }
        stack.push(*mark);
    }
    left_open(tokens, part, &seen, &stack, pairs);
}

/// What is still open at the end of a block: a quotation that the next paragraph continues, one that the wrong mark closes,
/// or a stray mark.
fn left_open(tokens: &Tokens, part: &Part, seen: &[Seen], stack: &[Seen], pairs: &mut Vec<Pair>) {
    for (n, open) in stack.iter().enumerate() {
        if open.sort == Sort::Single {
            continue;
        }
        let until = stack.get(n + 1).map_or(part.end, |o| o.token);
        let behind = seen.partition_point(|m| m.token <= open.token);
        // `„Het regent.  „Het waait”`: opened anew behind a full stop.
        let anew = seen[behind..]
            .iter()
            .take(LOOK_AHEAD)
            .find(|m| {
                m.sort == open.sort
                    && m.opens
                    && token_before(tokens, part, m.token) == Some(Kind::Stop)
            })
            .map_or(until, |m| m.token.min(until));
        // `„Het regent’, zegt Smit`: closed by the wrong mark.
        let wrong = seen[behind..].iter().take(LOOK_AHEAD).find(|m| {
            m.sort == Sort::Single
                && m.closes
                && !m.opens
                && m.token < anew
                && !pairs
                    .iter()
                    .rev()
                    .take(LOOK_AHEAD)
                    .any(|p| p.close == m.token)
                && ends_quotation(tokens, part, m.token)
        });
        if let Some(wrong) = wrong {
            pairs.push(pair(open, wrong.token, true));
            continue;
        }
        leave_open(tokens, part, open, anew, pairs);
    }
}

/// How many marks behind one that stays open are looked at.
const LOOK_AHEAD: usize = 12;

fn token_before(tokens: &Tokens, part: &Part, token: usize) -> Option<Kind> {
    (token > part.start).then(|| tokens.kind(token - 1))
}

/// True where what stands behind the mark at `token` is behind a quotation: a comma, a full stop, a verb of saying, nothing.
fn ends_quotation(tokens: &Tokens, part: &Part, token: usize) -> bool {
    let next = token + 1;
    next >= part.end
        || matches!(tokens.kind(next), Kind::Comma | Kind::Stop)
        || tokens.known(next).cue.is_some_and(|c| c.force.is_some())
        || tokens.kind(token - 1) == Kind::Stop
}

/// The marks of a block, each with what it can be.
fn marks_of(text: &str, tokens: &Tokens, part: &Part) -> Vec<Seen> {
    let mut seen = Vec::new();
    for token in part.start..part.end {
        let Kind::Mark(mark) = tokens.all[token].kind else {
            continue;
        };
        let span = tokens.all[token].span;
        let before = (token > part.start)
            .then(|| char_before(text, span.start))
            .flatten();
        let after = (token + 1 < part.end)
            .then(|| text.get(span.end..).and_then(|t| t.chars().next()))
            .flatten();
        let before_is_mark = token > part.start
            && matches!(tokens.all[token - 1].kind, Kind::Mark(_))
            && tokens.all[token - 1].span.end == span.start;
        let blank_before = before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '-' | '–' | '—' | '/' | ':' | '>')
        });
        let blank_after = after.is_none_or(char::is_whitespace);
        let letter_after = after.is_some_and(char::is_alphanumeric);
        let sort = sort_of(mark);
        let mut opens = (blank_before || before_is_mark)
            && after.is_some_and(|c| {
                c.is_alphanumeric()
                    || matches!(
                        c,
                        '…' | '.' | '[' | '(' | '#' | '@' | '€' | '$' | '¿' | '¡' | '-' | '–'
                    )
                    || is_mark(c)
            });
        let mut closes = !blank_before && !letter_after && before.is_some();
        if sort == Sort::Double && !blank_before && letter_after {
            closes = true;
        }
        // `wacht."Ik ga"`: a full stop before it and no blank.
        if sort == Sort::Double
            && before.is_some_and(|c| matches!(c, '.' | '!' | '?'))
            && after.is_some_and(char::is_uppercase)
        {
            opens = true;
        }
        match mark {
            '„' | '‟' => {
                opens = blank_before || !blank_after;
                closes = false;
            }
            '‚' | '‛' => {
                opens = !blank_after;
                closes = false;
            }
            '‘' => opens = !blank_after,
            '“' => {
                opens = !blank_after && (blank_before || before_is_mark || letter_after);
                closes = closes && !opens;
            }
            '«' | '»' | '‹' | '›' => {
                opens = blank_before;
                closes = !letter_after || !blank_before;
            }
            _ => {}
        }
        seen.push(Seen {
            token,
            mark,
            sort,
            opens,
            closes,
        });
    }
    seen
}

/// True where a mark that could do both had better open: nothing of its sort is open.
fn prefers_open(mark: &Seen, stack: &[Seen]) -> bool {
    stack.iter().rev().take(3).all(|o| o.sort != mark.sort)
}

/// Whether `mark` closes what `open` opened.
fn closes(open: &Seen, mark: &Seen) -> bool {
    match open.mark {
        '„' | '“' | '‟' | '"' | '”' => matches!(mark.mark, '”' | '"' | '“'),
        '‚' | '‘' | '‛' | '’' | '\'' => matches!(mark.mark, '’' | '\'' | '‘'),
        '«' => mark.mark == '»',
        '»' => mark.mark == '«',
        '‹' => mark.mark == '›',
        '›' => mark.mark == '‹',
        _ => false,
    }
}

const fn is_straight(mark: char) -> bool {
    matches!(mark, '"' | '\'' | '’' | '”')
}

const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›'
    )
}

fn pair(open: &Seen, close: usize, closed: bool) -> Pair {
    Pair {
        open: open.token,
        close,
        closed,
        single: matches!(open.sort, Sort::Single | Sort::SingleGuillemet),
    }
}

/// An opening mark that nothing closes before `until`. At the start of its paragraph it is a quotation that runs to the
/// paragraph's end; elsewhere only to the last full stop before the next mark.
fn leave_open(tokens: &Tokens, part: &Part, open: &Seen, until: usize, pairs: &mut Vec<Pair>) {
    let introduced =
        open.token == part.start || matches!(tokens.kind(open.token - 1), Kind::Colon | Kind::Stop);
    if !introduced {
        return;
    }
    let mut close = until;
    if until < part.end {
        // Never reach over what stands between two quotations: look back a little for the end of a sentence.
        let floor = until.saturating_sub(60).max(open.token + 1);
        while close > floor && tokens.kind(close - 1) != Kind::Stop {
            close -= 1;
        }
        if close == floor {
            return;
        }
    }
    if close > open.token + 1 {
        pairs.push(pair(open, close, false));
    }
}

/// Dialogue with a dash: `– Kom je? vroeg zij.`
fn dash(text: &str, tokens: &Tokens, part: &Part, pairs: &mut Vec<Pair>) {
    if tokens.kind(part.start) != Kind::Dash || part.end < part.start + 3 {
        return;
    }
    let blank = text
        .get(tokens.all[part.start].span.end..)
        .is_some_and(|t| t.starts_with(' '));
    if !blank || part.heading {
        return;
    }
    // Up to the comma, question mark or exclamation mark before a cue, else to the end.
    let cue = (part.start + 2..part.end).find(|&t| {
        matches!(tokens.kind(t - 1), Kind::Comma | Kind::Stop)
            && tokens.known(t).cue.is_some_and(|c| c.force.is_some())
    });
    let Some(close) = cue else { return };
    pairs.push(Pair {
        open: part.start,
        close,
        closed: false,
        single: false,
    });
}

fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at).and_then(|t| t.chars().next_back())
}

/// True where the word before the mark ends in a sibilant, so that it may be a genitive: `Hans'`.
fn ends_in_sibilant(text: &str, tokens: &Tokens, mark: usize) -> bool {
    let span = tokens.all[mark].span;
    char_before(text, span.start).is_some_and(|c| matches!(c, 's' | 'x' | 'z'))
}

/// True where a blank and a word follow the mark.
fn followed_by_word(text: &str, tokens: &Tokens, mark: usize) -> bool {
    let rest = text.get(tokens.all[mark].span.end..).unwrap_or_default();
    let mut chars = rest.chars();
    chars.next() == Some(' ') && chars.next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Builder, Meta};

    fn quoted(text: &str) -> Vec<String> {
        let mut builder = Builder::new();
        for block in text.split("\n\n") {
            builder.begin(crate::article::BlockKind::Paragraph);
            builder.push(block);
        }
        let article = builder.finish(Meta::default(), Vec::new());
        let tokens = Tokens::of(&article);
        let mut read = 0;
        pairs(article.text(), &tokens)
            .iter()
            .filter(|p| {
                let outermost = p.open >= read;
                read = read.max(p.close);
                outermost
            })
            .map(|p| p.inner(&tokens).of(article.text()).to_owned())
            .collect()
    }

    #[test]
    fn every_dutch_pair_is_a_pair() {
        for (open, close) in [
            ("“", "”"),
            ("„", "”"),
            ("„", "“"),
            ("\"", "\""),
            (",,", "''"),
            (",,", "\""),
            ("‚", "’"),
            ("‘", "’"),
            ("’", "’"),
            ("'", "'"),
            ("«", "»"),
            ("»", "«"),
            ("‹", "›"),
            ("“", "\""),
            ("”", "”"),
        ] {
            let text = format!("Ze zegt: {open}Het dak lekt.{close} Daarna bleef het stil.");
            assert_eq!(quoted(&text), ["Het dak lekt."], "{open} {close}");
        }
    }

    #[test]
    fn an_apostrophe_is_no_mark() {
        for text in [
            "Foto's van Hans' boot, 's ochtends in 't Gooi, uit de jaren '90.",
            "Zo’n baby’tje met z’n sms’jes en A4’tjes uit ’t jaar ’98.",
        ] {
            assert!(quoted(text).is_empty(), "{text}");
        }
        assert_eq!(
            quoted("'Hans' boot ligt in 's-Gravenmoer', zegt ze."),
            ["Hans' boot ligt in 's-Gravenmoer"]
        );
    }

    #[test]
    fn a_stray_mark_stays_in_its_paragraph() {
        assert_eq!(
            quoted("Een plank van 3\" dik en \"los hout.\n\n\"Dat klopt\", zegt hij."),
            ["Dat klopt"]
        );
    }

    #[test]
    fn a_quotation_in_a_quotation_belongs_to_the_outer_one() {
        assert_eq!(
            quoted("„Zij riep „ga weg” en toen ging ik”, vertelt hij."),
            ["Zij riep „ga weg” en toen ging ik"]
        );
    }

    #[test]
    fn an_opening_mark_without_a_close_runs_to_the_end_of_its_paragraph() {
        assert_eq!(
            quoted("“Eerst was er niets.\n\n“Toen kwam het water.”"),
            ["Eerst was er niets.", "Toen kwam het water."]
        );
    }

    #[test]
    fn a_dash_opens_dialogue() {
        assert_eq!(quoted("– Ga je mee? vroeg Anna."), ["Ga je mee?"]);
    }

    #[test]
    fn a_comma_before_the_closing_mark_is_left_out() {
        assert_eq!(quoted("\"Het regent,\" zegt hij."), ["Het regent"]);
    }
}
