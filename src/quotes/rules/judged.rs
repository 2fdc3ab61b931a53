//! What somebody thinks of a thing: `X vindt het plan te duur`, `X schat de kans laag in`, `X verwacht een besluit`.

use super::reported::COLON_REACH;
use super::{Finder, Said};
use crate::quotes::Rule;
use crate::quotes::outline::Sentence;
use crate::quotes::tokens::Kind as TokenKind;
use crate::quotes::words::Class;

/// Endings of a word that weighs something, and is no thing that was found.
const WEIGHS: &[&str] = &[
    "lijk",
    "nodig",
    "overbodig",
    "baar",
    "loos",
    "isch",
    "onzin",
    "vaardig",
    "waardig",
];

impl Finder<'_> {
    /// `X verwacht pas in mei een besluit`: a thing to come, in place of a judgement.
    pub(super) fn expects(&self, s: &Sentence, cue: &Said) -> bool {
        let perfect = (s.start..cue.at)
            .rev()
            .take(COLON_REACH)
            .take_while(|&n| !matches!(self.r.kind(n), TokenKind::Comma | TokenKind::Stop))
            .any(|n| {
                matches!(
                    self.r.word(n),
                    "had" | "hadden" | "heeft" | "hebben" | "is" | "wordt" | "werd"
                )
            });
        !perfect
            && matches!(
                self.r.word(cue.at),
                "verwacht" | "verwachtte" | "voorspelt" | "voorspelde"
            )
            // `verwacht 12 miljoen bezoekers`: a figure.
            && self.r.kind(cue.end) != TokenKind::Number
    }

    /// `X vindt Y te duur`, `X noemt Y onzin`.
    pub(super) fn judgement(&mut self, s: &Sentence, cue: &Said, until: usize) -> Option<usize> {
        let from = cue.end;
        // `schat de kans op herhaling laag in`
        if self.r.word(cue.at).starts_with("schat") {
            let end = self.clause_end(from, s);
            let end = end - usize::from(end > from && self.r.word(end - 1) == "in");
            let chance = matches!(
                self.r.word(from + 1),
                "kans" | "kansen" | "risico" | "schade" | "kosten"
            );
            return (chance && self.note(cue, from, end, Rule::Judgement)).then_some(end);
        }
        if !matches!(
            self.r.word(cue.at),
            "vindt" | "vond" | "noemt" | "noemde" | "acht" | "achtte" | "vinden" | "noemen"
        ) && !self.expects(s, cue)
        {
            return None;
        }
        if matches!(self.r.word(from), "zich" | "zichzelf" | "dat")
            || self.r.kind(from) == TokenKind::Comma
        {
            return None;
        }
        if let Some(end) = self.judged_in_front(s, cue) {
            return Some(end);
        }
        if self.r.word(from) == "ook" && !self.expects(s, cue) {
            return None;
        }
        // `vond ze een brief`, `vonden ze in de krant`: finding, not holding.
        let past =
            matches!(self.r.word(cue.at), "vond" | "noemde") || self.r.word(cue.at) == "vindt";
        let end = self.clause_end(from, s).min(until.max(from));
        // `vindt een kwart minder te weinig`: holding, all the same.
        let weighed = self.r.word(cue.at) == "vindt"
            && end > from + 2
            && (end > from + 3 && self.r.word(end - 2) == "te"
                || WEIGHS.iter().any(|of| self.r.word(end - 1).ends_with(of))
                || (from + 1..end)
                    .take_while(|&n| !self.r.is(n, Class::SUBORDINATOR))
                    .any(|n| self.r.is(n, Class::DENIAL)));
        if (past
            && self.r.is(from, Class::INDEFINITE)
            && self.r.word(cue.at) != "noemde"
            && !weighed)
            || (self.r.is(from, Class::PREPOSITION) && !self.expects(s, cue))
        {
            return None;
        }
        let mut end = end;
        // `noemde het mooi, maar lang na de oorlog werd het lelijk`: one calls a thing something, and no more.
        if self.r.word(cue.at).starts_with("noem") {
            end = (from + 1..end)
                .find(|&n| {
                    self.r.kind(n) == TokenKind::Comma
                        && !self.r.is(n + 1, Class::SUBORDINATOR.or(Class::CONJUNCTION))
                })
                .unwrap_or(end);
        }
        while end > from && self.r.kind(end - 1) == TokenKind::Comma {
            end -= 1;
        }
        if end < from + 2 || (from..end).any(|n| self.r.pair(n).is_some()) {
            return None;
        }
        self.note(cue, from, end, Rule::Judgement).then_some(end)
    }

    /// `De verklaringen van de zussen noemt de rechter betrouwbaar.`: what is judged opens the sentence, and all of it is
    /// reported.
    fn judged_in_front(&mut self, s: &Sentence, cue: &Said) -> Option<usize> {
        let front = cue.at.checked_sub(s.start).filter(|&n| n > 1)?;
        let object = cue.inverted
            && self.r.is(s.start, Class::DETERMINER)
            && (s.start..cue.at).all(|n| {
                matches!(self.r.kind(n), TokenKind::Word(_) | TokenKind::Number)
                    && !self.r.is(n, Class::FINITE.or(Class::SUBORDINATOR))
            });
        // `Een jaar later noemt Smit de dijk te laag`: when, and not what.
        let time = self.r.is(cue.at - 1, Class::ADVERB) || self.r.known(cue.at - 1).calendar;
        if !object || time || front > 12 || self.r.is(cue.end, Class::DETERMINER) {
            return None;
        }
        let end = self.clause_end(cue.end, s);
        // `Het plan noemt Smit ‘een vergiet’`: the words in marks are hers.
        if (cue.end..end).any(|n| self.r.pair(n).is_some()) {
            return None;
        }
        (end > cue.end)
            .then(|| self.note(cue, s.start, end, Rule::Judgement))
            .filter(|&noted| noted)
            .map(|_| s.end)
    }
}
