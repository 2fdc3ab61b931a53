//! Fixed expressions → the source they name: `volgens X`, `aldus X`, `blijkt uit cijfers van X`, `naar de mening van X`,
//! `als het aan X ligt`, and verbs of saying in the perfect and the passive.
//!
//! Each knows where its source stands, so none has to ask what is subject and what is not.

use std::ops::ControlFlow;

use super::Finder;
use super::context::is_heard;
use super::said::Said;
use crate::quotes::cues::{Force, Form, OPINIONS, OWN_OPINIONS};
use crate::quotes::mentions::Sort;
use crate::quotes::outline::Sentence;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// How far the auxiliary may stand before its participle, in items.
const AUXILIARY_REACH: usize = 14;

impl Finder<'_> {
    /// The source that a fixed expression at item `at` names, if it names one that is known; goes on where there is no such
    /// expression.
    pub(super) fn phrase(&self, at: usize, s: &Sentence) -> ControlFlow<Option<Said>> {
        // `luidt haar vuistregel`
        let luidt = at > s.start + 1
            && self.r.known(at - 2).phrase
            && matches!(self.r.word(at - 2), "luidt" | "luidde");
        if !self.r.known(at).phrase && !luidt {
            return ControlFlow::Continue(());
        }
        let word = self.r.word(at);
        let opens = at == s.start;
        let asked = |n: usize, wanted: &str| self.r.word(at + n) == wanted;
        if word == "zeggen" && at > s.start + 1 && self.r.word(at - 1) == "eigen" {
            return ControlFlow::Break(self.own_words(at, s));
        }
        let stands = matches!(word, "staat" | "stond")
            && asked(1, "in")
            && (at == s.start + 1 && matches!(self.r.word(s.start), "Dat" | "Dit")
                || at > s.start && self.r.word(at - 1) == "zo");
        if matches!(word, "blijkt" | "bleek") || stands {
            return ControlFlow::Break(self.shows(at, s));
        }
        // `, leert een studie van de bond`
        if matches!(word, "leert" | "leerde" | "toont" | "toonde")
            && at > s.start
            && self.r.kind(at - 1) == Kind::Comma
            && let Some(said) = self.taught(at, s)
        {
            return ControlFlow::Break(Some(said));
        }
        // `, klinkt het bij busbedrijf Smit, dat …`
        let from_mouth = asked(2, "uit") && asked(4, "mond") && asked(5, "van");
        if is_heard(word)
            && asked(1, "het")
            && (from_mouth || matches!(self.r.word(at + 2), "bij" | "vanuit"))
        {
            return ControlFlow::Break(self.heard_at(at, s));
        }
        if at == s.start + 1
            && asked(1, "van")
            && self.r.is(s.start, Class::DETERMINER)
            && (OPINIONS.contains(&word) || OWN_OPINIONS.contains(&word))
            && let Some(said) = self.opinion_told(at, s)
        {
            return ControlFlow::Break(Some(said));
        }
        if asked(1, "van") && OPINIONS.contains(&word) {
            return ControlFlow::Break(self.opinion(at, s));
        }
        if at > s.start + 1
            && matches!(self.r.word(at - 1), "zijn" | "haar")
            && matches!(self.r.word(at - 2), "is" | "was" | "luidt" | "luidde")
            && self.r.kind(at + 1) == Kind::Stop
            // `, luidt haar vuistregel.`
            && (OPINIONS.contains(&word) || matches!(self.r.word(at - 2), "luidt" | "luidde"))
        {
            return ControlFlow::Break(self.whose_opinion(at));
        }
        if self.r.is(at, Class::ACCORDING) {
            return ControlFlow::Break(self.according(at, s));
        }
        let found = match word {
            "Als" | "als"
                if (opens || self.r.is(at - 1, Class::CONJUNCTION))
                    && asked(1, "het")
                    && asked(2, "aan") =>
            {
                self.up_to(at, at + 3, "ligt", s)
            }
            // `Wat is dat?` goes on to its verb.
            "Wat" if opens => self.up_to(at, at + 1, "betreft", s),
            "Om" | "om" if asked(1, "met") => self.up_to(at, at + 2, "spreken", s),
            "Zijn" | "Haar" if opens => self.own_opinion(at, s),
            _ => None,
        };
        match found {
            Some(said) => ControlFlow::Break(Some(said)),
            None => ControlFlow::Continue(()),
        }
    }

    /// `leert een studie van X`
    fn taught(&self, at: usize, s: &Sentence) -> Option<Said> {
        let m = self.mentions.at(at + 1)?;
        let mention = &self.mentions.all[m];
        let document = mention.head.is_some_and(|h| self.r.is(h, Class::DOCUMENT));
        let who = self.people.behind[m].filter(|_| document && mention.start == at + 1)?;
        Some(Said {
            inverted: true,
            mention: Some(m),
            who: Some(who),
            ..Said::fixed(at, mention.reach.min(s.end))
        })
    }

    /// `klinkt het bij X`
    fn heard_at(&self, at: usize, s: &Sentence) -> Option<Said> {
        let from = at + if self.r.word(at + 2) == "uit" { 6 } else { 3 };
        let m = self.mentions.at(from)?;
        let mention = &self.mentions.all[m];
        (mention.start == from).then_some(())?;
        Some(Said {
            inverted: true,
            mention: Some(m),
            who: Some(self.who(m)?),
            ..Said::fixed(at, mention.reach.min(s.end))
        })
    }

    /// `zei ik`, `ik zei`, `En ik, die daar woon, zei`: the writer's own words, which are nobody's on the list.
    pub(super) fn own(&self, at: usize, s: &Sentence) -> bool {
        let before = at > s.start && matches!(self.r.word(at - 1), "ik" | "Ik");
        let opening = at > s.start + 2
            && self.r.kind(at - 1) == Kind::Comma
            && (self.r.word(s.start) == "Ik" || self.r.word(s.start + 1) == "ik");
        before || opening || (at + 1 < s.end && self.r.word(at + 1) == "ik")
    }

    /// `Het is alsof een arts zegt dat …`, `(volgens sommigen te laat)`, `niet volgens Smit`: nobody is reported to have
    /// said it.
    pub(super) fn supposed(&self, said: &Said, s: &Sentence) -> bool {
        let from = s.start.max(said.start.saturating_sub(6));
        let before = said.at.checked_sub(1).filter(|&b| b >= s.start);
        let aside =
            before.is_some_and(|b| self.r.kind(b) == Kind::Open || self.r.word(b) == "niet");
        (said.according && aside) || (from..said.start).any(|n| self.r.word(n) == "alsof")
    }

    /// `volgens X`, `aldus X`.
    fn according(&self, at: usize, s: &Sentence) -> Option<Said> {
        let mut next = at + 1;
        while next < s.end
            && self.r.is(next, Class::ADVERB)
            && self.mentions.at(next).is_none()
            && next < at + 3
        {
            next += 1;
        }
        let m = self.mentions.at(next)?;
        let mention = &self.mentions.all[m];
        if mention.start != next {
            return None;
        }
        if self.r.is(next, Class::NO_SOURCE)
            && mention.sort != Sort::Body
            && mention.sort != Sort::Named
            && self.r.word(next) != "een"
        {
            return None;
        }
        let aldus = self.r.word(at).eq_ignore_ascii_case("aldus");
        Some(Said {
            according: !aldus,
            inverted: true,
            mention: Some(m),
            who: Some(self.who(m)?),
            ..Said::fixed(at, mention.reach.min(s.end))
        })
    }

    /// `X is naar eigen zeggen blij`: the subject of the sentence.
    fn own_words(&self, at: usize, s: &Sentence) -> Option<Said> {
        // `Naar eigen zeggen heeft Smit …`: behind the verb.
        if at == s.start + 2 {
            let m = self.mentions.at(at + 2)?;
            return Some(Said {
                according: true,
                inverted: true,
                mention: Some(m),
                who: Some(self.who(m)?),
                ..Said::fixed(s.start, at + 1)
            });
        }
        let m = self
            .mentions
            .within(s.start, at)
            .take(6)
            .find(|&m| self.can_be_subject(m, s))?;
        Some(Said {
            mention: Some(m),
            who: Some(self.who(m)?),
            ..Said::fixed(at, at + 1)
        })
    }

    /// `…, blijkt uit cijfers van X`, `Uit cijfers van X blijkt dat …`.
    fn shows(&self, at: usize, s: &Sentence) -> Option<Said> {
        // `bleek in juni dat …`
        let time = self.r.is(at + 1, Class::PREPOSITION) && self.r.known(at + 2).calendar;
        let after = matches!(self.r.word(at + 1), "uit" | "in") && at + 2 < s.end && !time;
        // `, blijkt uit haar metingen`
        let her_own = match self.r.word(at + 2) {
            "haar" => Some(Sort::She),
            "zijn" => Some(Sort::He),
            _ => None,
        };
        if after
            && let Some(sort) = her_own
            && self.mentions.at(at + 2).is_none()
            && self.r.case(at + 3) == Some(Case::Lower)
            && self.r.kind(at + 4) == Kind::Stop
        {
            return Some(Said {
                start: at,
                inverted: true,
                who: Some(self.pronoun(sort, None)?),
                ..Said::fixed(at, at + 4)
            });
        }
        // `Uit haar onderzoek onder studenten bleek dat …`
        let hers = match self.r.word(s.start + 1) {
            "haar" => Some(Sort::She),
            "zijn" => Some(Sort::He),
            _ => None,
        };
        let that = self.r.word(at + 1 + 2 * usize::from(time)) == "dat";
        if !after
            && self.r.word(s.start) == "Uit"
            && that
            && let Some(sort) = hers
        {
            return Some(Said {
                start: s.start,
                who: Some(self.pronoun(sort, None)?),
                ..Said::fixed(at, at + 1)
            });
        }
        let m = if after {
            self.mentions
                .at(at + 2)
                .filter(|&m| self.people.of[m].is_some())
                .or_else(|| self.maker(at + 3, s))?
        } else if self.r.word(s.start) == "Uit" && that {
            self.mentions
                .at(s.start + 1)
                .filter(|&m| self.people.of[m].is_some())
                .or_else(|| self.maker(s.start + 2, s))?
        } else {
            return None;
        };
        let end = if after {
            self.mentions.all[m].reach.min(s.end)
        } else {
            at + 1
        };
        // `Uit haar onderzoek blijkt`: she says so.
        let whose = match self.r.word(self.mentions.all[m].start) {
            "haar" => self.pronoun(Sort::She, None),
            "zijn" => self.pronoun(Sort::He, None),
            _ => None,
        };
        let who = whose.or(self.people.behind[m]).or(self.people.of[m])?;
        Some(Said {
            start: if after { at } else { s.start },
            inverted: after,
            mention: Some(m),
            who: Some(who),
            ..Said::fixed(at, end)
        })
    }

    /// `een telling van de bond`: who made what a document's name says, which no list has.
    fn maker(&self, from: usize, s: &Sentence) -> Option<usize> {
        let by = (from..s.end.min(from + 8))
            .take_while(|&n| matches!(self.r.kind(n), Kind::Word(_) | Kind::Number))
            .find(|&n| matches!(self.r.word(n), "van" | "door"))?;
        self.mentions
            .at(by + 1)
            .filter(|&m| self.mentions.all[m].start == by + 1 && self.people.of[m].is_some())
    }

    /// `…, is de indruk van X.`, `Naar het oordeel van X is de dijk te laag.`, `In de woorden van X: “…”`
    fn opinion(&self, at: usize, s: &Sentence) -> Option<Said> {
        let head = at.checked_sub(2).filter(|&v| v >= s.start)?;
        let according = match self.r.word(head) {
            "is" | "was" | "luidt" | "luidde" | "klinkt" => false,
            "Naar" | "naar" | "In" | "in" => true,
            _ => return None,
        };
        if !self.r.is(at - 1, Class::DETERMINER) {
            return None;
        }
        let m = self.mentions.at(at + 2)?;
        if self.mentions.all[m].start != at + 2 {
            return None;
        }
        // `In de woorden van Smit klinkt woede door`: that is about her words.
        let reach = self.mentions.all[m].reach;
        if self.r.word(at) == "woorden"
            && matches!(self.r.kind(reach), Kind::Word(_))
            && self.r.pair(reach).is_none()
        {
            return None;
        }
        Some(Said {
            according,
            inverted: true,
            mention: Some(m),
            who: Some(self.who(m)?),
            ..Said::fixed(head, self.mentions.all[m].reach.min(s.end))
        })
    }

    /// `De conclusie van X: …`, `De boodschap van X is dat …`
    fn opinion_told(&self, at: usize, s: &Sentence) -> Option<Said> {
        let m = self.mentions.at(at + 2)?;
        let end = self.mentions.all[m].reach.min(s.end);
        let colon = |n: usize| self.r.kind(n) == Kind::Colon;
        let is = matches!(self.r.word(end), "is" | "was" | "luidt")
            && (self.r.word(end + 1) == "dat" || colon(end + 1));
        if !(colon(end) || is) || end + 3 >= s.end {
            return None;
        }
        Some(Said {
            mention: Some(m),
            who: Some(self.who(m)?),
            ..Said::fixed(at, end)
        })
    }

    /// `…, is haar overtuiging.`
    fn whose_opinion(&self, at: usize) -> Option<Said> {
        let sort = if self.r.word(at - 1) == "zijn" {
            Sort::He
        } else {
            Sort::She
        };
        Some(Said {
            inverted: true,
            who: Some(self.pronoun(sort, None)?),
            ..Said::fixed(at - 2, at + 1)
        })
    }

    /// `Als het aan X ligt, …`, `Wat X betreft …`: the source at item `from`, closed by `verb`.
    fn up_to(&self, at: usize, from: usize, verb: &str, s: &Sentence) -> Option<Said> {
        let close = (from + 1..s.end.min(from + 14)).find(|&n| self.r.word(n) == verb)?;
        let (mention, who) = match self.r.word(from) {
            "hem" => (None, self.pronoun(Sort::He, None)?),
            "haar" => (None, self.pronoun(Sort::She, None)?),
            _ => {
                let m = self.mentions.at(from)?;
                (Some(m), self.who(m)?)
            }
        };
        Some(Said {
            according: true,
            inverted: true,
            mention,
            who: Some(who),
            ..Said::fixed(at, close + 1)
        })
    }

    /// `Haar oplossing: …`, `Zijn conclusie is dat …`: whose opinion the possessive says it is.
    fn own_opinion(&self, at: usize, s: &Sentence) -> Option<Said> {
        let noun = self.r.word(at + 1);
        if !OPINIONS.contains(&noun) && !OWN_OPINIONS.contains(&noun) {
            return None;
        }
        let mut end = at + 2;
        // `Haar stelling, vorig jaar verdedigd in Gent, is dat …`
        if self.r.kind(end) == Kind::Comma
            && let Some(close) =
                (end + 1..s.end.min(end + 14)).find(|&n| self.r.kind(n) == Kind::Comma)
        {
            end = close + 1;
        }
        let told = end + 2 < s.end
            && (self.r.kind(end) == Kind::Colon
                || (matches!(self.r.word(end), "is" | "was" | "luidt")
                    && (self.r.word(end + 1) == "dat" || self.r.kind(end + 1) == Kind::Colon)));
        if !told {
            return None;
        }
        let sort = if self.r.word(at) == "Zijn" {
            Sort::He
        } else {
            Sort::She
        };
        Some(Said {
            who: Some(self.pronoun(sort, None)?),
            ..Said::fixed(at + 1, end)
        })
    }

    /// The auxiliary of the participle at `at` that is one of `forms`.
    fn auxiliary(&self, at: usize, s: &Sentence, forms: &[&str]) -> Option<usize> {
        let from = at.saturating_sub(AUXILIARY_REACH).max(s.start);
        (from..at).rev().find(|&n| forms.contains(&self.r.word(n)))
    }

    /// `X heeft gezegd`, `X had laten weten` stand apart from their subject: it touches the auxiliary.
    pub(super) fn perfect(
        &self,
        at: usize,
        s: &Sentence,
        force: Force,
        judges: bool,
    ) -> Option<Said> {
        let auxiliary = self.auxiliary(at, s, &["heeft", "had", "hebben", "hadden"])?;
        let mut said = self.source(auxiliary, s, force, judges, Form::Singular)?;
        // `had Smit niet verwacht`
        if force == Force::Hold && (auxiliary..at).any(|n| self.r.is(n, Class::DENIAL)) {
            return None;
        }
        // `Gisteren heeft Smit hertelling gevraagd` reports nothing by itself: what is asked stands inside.
        // `Dat heeft Smit gisteren aan de krant verteld` points back over all of that.
        let points = auxiliary == s.start + 1 && self.r.is(s.start, Class::POINTER);
        if said.inverted && !points && (said.end..at).any(|n| !self.r.is(n, Class::ADVERB)) {
            said.inverted = false;
        }
        said.at = at;
        said.end = said.end.max(at + 1);
        Some(said)
    }

    /// `„Nee”, werd er door X geroepen`, `Door X wordt benadrukt dat …`
    pub(super) fn passive(&self, at: usize, s: &Sentence, force: Force) -> Option<Said> {
        let start = self.auxiliary(at, s, &["wordt", "werd", "worden", "werden", "is", "was"])?;
        // `werd door het hof schuldig verklaard` reports nothing.
        let reports = self.r.word(at + 1) == "dat"
            || (s.start..s.end).any(|n| self.r.pair(n).is_some() || self.r.word(n) == "er");
        if !reports {
            return None;
        }
        let from = at.saturating_sub(AUXILIARY_REACH).max(s.start);
        let m = (from..at)
            .filter(|&n| matches!(self.r.word(n), "door" | "Door"))
            .find_map(|n| {
                self.mentions
                    .at(n + 1)
                    .filter(|&m| self.mentions.all[m].start == n + 1)
            })?;
        Some(Said {
            start,
            force,
            inverted: true,
            mention: Some(m),
            who: Some(self.who(m)?),
            ..Said::fixed(at, at + 1)
        })
    }
}
