//! Marks that are no quotation: irony, titles, terms, slogans, imagined speech.
//!
//! Asked only where no cue stands beside the marks. A quotation is a sentence of its own; what fills the place of a noun
//! or an adjective in somebody else's sentence is not.

use super::outline::{Reading, Sentence};
use super::tokens::{Case, Kind};
use super::words::Class;

/// Words inside the pair that item `i` is.
fn words(r: &Reading, i: usize) -> (usize, usize) {
    let Some(pair) = r.pair(i) else {
        return (0, 0);
    };
    let pair = &r.pairs[pair];
    let mut all = 0;
    let mut capitals = 0;
    for t in pair.first()..pair.close {
        if let Kind::Word(case) = r.tokens.kind(t) {
            all += 1;
            capitals += usize::from(case != Case::Lower);
        }
    }
    (all, capitals)
}

/// True where the words between the marks of item `i`, with no cue beside them, are somebody's words.
pub(super) fn is_quotation(r: &Reading, i: usize, s: &Sentence) -> bool {
    let Some(index) = r.pair(i) else {
        return false;
    };
    let pair = &r.pairs[index];
    let (count, _) = words(r, i);
    if count == 0 || imagined(r, i, s) {
        return false;
    }
    // `zaken als “Hoe kan dat?”`: examples.
    if i > s.start && matches!(r.word(i - 1), "als" | "zoals") {
        return false;
    }
    // `kondigde maatregelen aan (‘we gaan het anders doen’)`
    if in_brackets(r, i) {
        return true;
    }
    let part = r.part(s);
    let alone = s.start == i && s.end == i + 1;
    // A paragraph that is nothing but a short line in marks is a heading, or a pull quote.
    if alone
        && part.start == pair.open
        && part.end <= pair.close + 1
        && pair.single
        && !r.ends_with_stop(index)
    {
        return false;
    }
    if alone
        && part.start == pair.open
        && part.end <= pair.close + 1
        && !r.ends_with_stop(index)
        && count < 14
    {
        return false;
    }
    let stop = r.ends_with_stop(index);
    let first = r.tokens.kind(pair.first());
    let capital = !matches!(first, Kind::Word(Case::Lower));
    let begins = i == s.start
        || (i > s.start && matches!(r.kind(i - 1), Kind::Colon | Kind::Stop | Kind::Dash));
    let follows_colon = i > s.start && r.kind(i - 1) == Kind::Colon;
    let ends =
        i + 1 == s.end || (i + 1 < s.end && matches!(r.kind(i + 1), Kind::Stop) && i + 2 == s.end);
    if begins && ends && capital {
        return stop || count >= 4;
    }
    if follows_colon {
        return count >= 4 && (capital || stop) || (stop && capital);
    }
    if begins && i + 1 < s.end && r.kind(i + 1) == Kind::Comma && capital && count >= 4 {
        // `“Een titel”, een gesprek met Anna Smit`: an apposition.
        return !r.is(i + 2, Class::DETERMINER);
    }
    // `„Een heel circus”, was dat.`
    if begins
        && capital
        && count >= 3
        && r.kind(i + 1) == Kind::Comma
        && matches!(r.word(i + 2), "is" | "was")
        && matches!(r.word(i + 3), "dat" | "het")
    {
        return true;
    }
    // In the middle of the writer's own sentence.
    stop && capital && count >= 4 && !is_title(r, i, s) && !is_irony(r, i, s)
}

/// True where nothing but three words or more between marks stands between brackets.
pub(super) fn in_brackets(r: &Reading, i: usize) -> bool {
    i > 0 && r.kind(i - 1) == Kind::Open && r.kind(i + 1) == Kind::Close && words(r, i).0 > 2
}

/// True where the words are imagined: `stel dat iemand zegt: “…”`.
fn imagined(r: &Reading, i: usize, s: &Sentence) -> bool {
    let from = s.start.max(i.saturating_sub(12));
    (from..i).any(|n| r.is(n, Class::IMAGINED) && r.case(n).is_some())
}

/// True where a title, a term or a name stands between the marks.
pub(super) fn is_title(r: &Reading, i: usize, s: &Sentence) -> bool {
    let (count, capitals) = words(r, i);
    if count == 0 {
        return true;
    }
    if i > s.start && r.is(i - 1, Class::TITLED) {
        return true;
    }
    if i > s.start + 1
        && r.is(i - 2, Class::TITLED)
        && r.pair(i - 1).is_none()
        && matches!(r.word(i - 1), "als" | "van" | "met")
    {
        return true;
    }
    if count >= 2 && capitals == count {
        return true;
    }
    // `bij 'Een naam op zondag'`
    let stop = r.pair(i).is_some_and(|p| r.ends_with_stop(p));
    if i > s.start
        && matches!(r.word(i - 1), "bij" | "in" | "op" | "van")
        && count <= 5
        && capitals >= 1
        && !stop
    {
        return true;
    }
    false
}

/// `noemde haar boek ‘een oefening in weglaten’`: words that go on with the sentence, and no title.
pub(super) fn reads_on(r: &Reading, i: usize) -> bool {
    let lower = r
        .pair(i)
        .is_some_and(|p| matches!(r.tokens.kind(r.pairs[p].first()), Kind::Word(Case::Lower)));
    lower && words(r, i).0 > 1
}

/// True where a single word behind a determiner stands between the marks: irony, unless a verb that judges stands before
/// it, as in `noemt het een ‘vergiet’`.
pub(super) fn is_irony(r: &Reading, i: usize, s: &Sentence) -> bool {
    let (count, _) = words(r, i);
    let pair = r.pair(i).map(|p| r.pairs[p]);
    let lower = pair.is_some_and(|p| matches!(r.tokens.kind(p.first()), Kind::Word(Case::Lower)));
    let behind = i > s.start
        && (r.is(i - 1, Class::DETERMINER) || matches!(r.word(i - 1), "zo'n" | "zo’n" | "zulke"));
    count == 1 && lower && behind
}
