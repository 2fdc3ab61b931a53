//! Quotations of somebody whom nobody brought in: `“Nee”, roept iemand`, `“Ja”, zegt een gebruiker`.

use super::Finder;
use super::beside::Verdict;
use super::context::is_heard;
use crate::quotes::Rule;
use crate::quotes::Sureness;
use crate::quotes::cues::{Force, Form};
use crate::quotes::outline::Sentence;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

impl Finder<'_> {
    /// `“Nee”, zegt iemand.`, `“Nee”, luidt een reactie.`: a verb of saying closes the quotation, and its subject is nobody
    /// that the article brought in. So it is not the speaker before either, unless `de` says that the reader knows.
    pub(super) fn by_stranger(&self, i: usize, s: &Sentence) -> Option<Verdict> {
        let at = (i + 1..s.end.min(i + 4)).find(|&n| self.r.case(n) == Some(Case::Lower))?;
        let cue = self
            .r
            .known(at)
            .cue
            .filter(|c| c.form != Form::Participle && c.force.is_some())?;
        if !self.only_glue(i + 1, at) || (cue.force != Some(Force::Say) && at == i + 1) {
            return None;
        }
        let mut next = at + 1;
        while next < s.end && next < at + 4 && self.r.is(next, Class::ADVERB) {
            next += 1;
        }
        // `De groep, onder de leus “…”, spreekt van een begin.`: the subject stands in front.
        let named = i > s.start && self.r.is(i - 1, Class::TITLED);
        if named && self.r.is(next, Class::PREPOSITION) {
            return None;
        }
        let mut verdict = Verdict {
            rule: Rule::Inversion,
            cue: Some(self.r.span(at, at + 1)),
            ..Verdict::NOBODY
        };
        let last = matches!(self.r.word(next), "die" | "deze")
            && self.r.word(next + 1) == "laatste"
            || self.r.word(next) == "laatstgenoemde";
        if last {
            verdict.who = self.recent;
            verdict.sureness = Sureness::Likely;
            verdict.mention = Some(self.r.span(next, next + 1));
            return Some(verdict);
        }
        if self.r.is(next, Class::INDEFINITE) {
            verdict.called = self.newcomer(next, s);
        } else if self.r.word(next) == "iemand" {
            // `iemand uit de zaal`
            let end = (next + 1..s.end.min(next + 6))
                .find(|&n| self.r.case(n).is_none())
                .filter(|_| {
                    self.r.is(next + 1, Class::PREPOSITION)
                        || matches!(self.r.word(next + 1), "achterin" | "vooraan" | "buiten")
                })
                .unwrap_or(next + 1);
            verdict.called = Some((next, end));
        }
        let known = self.r.is(next, Class::DETERMINER) && !self.r.is(next, Class::INDEFINITE)
            || self.r.is(next, Class::HE.or(Class::SHE))
            || !matches!(self.r.kind(next), Kind::Word(_));
        verdict.stranger = !known
            || matches!(
                self.r.word(next),
                "één" | "enkele" | "sommige" | "veel" | "het"
            );
        verdict.stranger.then_some(verdict)
    }

    /// `Iemand roept vanuit de hoek: “…”`
    pub(super) fn by_somebody(&self, i: usize, s: &Sentence) -> Option<Verdict> {
        let first = s.start;
        let says = self
            .r
            .known(first + 1)
            .cue
            .is_some_and(|c| matches!(c.force, Some(Force::Say | Force::Manner)));
        let opens = self.r.word(first) == "Iemand" && says && i > first + 2;
        (opens && self.r.kind(i - 1) == Kind::Colon).then(|| Verdict {
            called: Some((first, first + 1)),
            rule: Rule::Colon,
            cue: Some(self.r.span(first + 1, first + 2)),
            ..Verdict::NOBODY
        })
    }

    /// `een vaste gebruiker`, `een kijker uit Gent`: the items of somebody new that begins at item `from`.
    fn newcomer(&self, from: usize, s: &Sentence) -> Option<(usize, usize)> {
        let r = self.r;
        let noun = (from + 1..s.end.min(from + 4)).find(|&n| {
            r.case(n) == Some(Case::Lower)
                && r.known(n).class.is_open()
                && !r.word(n).ends_with('e')
        })?;
        // `luidt een reactie`: what is said, and nobody.
        if is_heard(r.word(from - 1)) || self.mentions.at(noun).is_some() {
            return None;
        }
        let from_place = r.word(noun + 1) == "uit" && r.case(noun + 2) == Some(Case::Capital);
        Some((from, noun + 1 + if from_place { 2 } else { 0 }))
    }
}
