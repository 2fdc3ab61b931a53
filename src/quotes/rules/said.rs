//! Verbs of saying → their sources.
//!
//! Dutch puts the finite verb second: the subject stands right before it, or right after it where something else opens
//! the sentence. So the source is the mention that touches the verb, on the side that word order allows.

use std::ops::ControlFlow;

use super::Finder;
use super::described::HELD;
use crate::quotes::attached::looks_finite;
use crate::quotes::cues::{Force, Form};
use crate::quotes::mentions::Sort;
use crate::quotes::outline::Sentence;
use crate::quotes::people::Nature;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// How far a particle may stand from its stem, in items.
const PARTICLE_REACH: usize = 14;

/// How much may stand between the subject that opens a sentence and its verb, in items.
const OPENING_REACH: usize = 14;

/// Verbs that take the infinitive of another and say that it is done now: `Smit wil benadrukken dat …`
const MODALS: &[&str] = &[
    "wil", "wilde", "moet", "moest", "kan", "kon", "durft", "mag", "blijft", "blijven", "bleef",
    "bleven", "kwam", "komt",
];

/// What one says when one has to: `moet toegeven dat …`
const ADMITTED: &[&str] = &[
    "bekennen",
    "bevestigen",
    "concluderen",
    "constateren",
    "erkennen",
    "toegeven",
    "vaststellen",
];

const IS: &[&str] = &["is", "was", "zijn", "waren"];

const GOES: &[&str] = &["gaat", "ging", "gaan", "gingen"];

/// A verb of saying, or `volgens`, with its source.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers a question of its own"
)]
pub(in crate::quotes) struct Said {
    /// The item of the verb.
    pub(super) at: usize,
    /// One past the source and what belongs to it, or past the verb where the source stands before it.
    pub(super) end: usize,
    /// Where the clause of verb and source begins.
    pub(super) start: usize,
    /// How much the verb promises.
    pub(super) force: Force,
    /// It takes a thing and a judgement.
    pub(super) judges: bool,
    /// `volgens`.
    pub(super) according: bool,
    /// The source stands after the verb.
    pub(super) inverted: bool,
    /// The mention of the source.
    pub(super) mention: Option<usize>,
    /// Whom it means.
    pub(super) who: Option<usize>,
    /// In a sub-clause: `zoals X stelt`.
    pub(super) subordinate: bool,
    /// The writer's own: `zei ik`.
    pub(super) own: bool,
}

impl Said {
    /// A cue in items `at..end` of which nothing more is known yet.
    pub(super) const fn fixed(at: usize, end: usize) -> Self {
        Self {
            at,
            end,
            start: at,
            force: Force::Say,
            judges: false,
            according: false,
            inverted: false,
            mention: None,
            who: None,
            subordinate: false,
            own: false,
        }
    }
}

impl Finder<'_> {
    /// The verbs of saying in a sentence that have a source, in order.
    pub(super) fn said(&self, s: &Sentence) -> Vec<Said> {
        let mut all = Vec::new();
        for at in s.start..s.end {
            if let ControlFlow::Break(found) = self.phrase(at, s) {
                all.extend(found);
                continue;
            }
            if let Some(stance) = self.stance(at, s) {
                all.push(stance);
                continue;
            }
            let Some(cue) = self.r.known(at).cue else {
                continue;
            };
            if self.r.case(at) != Some(Case::Lower) && at != s.start {
                continue;
            }
            let with_particle = !cue.particles.is_empty() && self.particle(at, s, cue.particles);
            let force = if with_particle {
                Some(Force::Say)
            } else {
                cue.force
            };
            let Some(force) = force else { continue };
            if self.own(at, s) {
                all.push(Said {
                    force,
                    inverted: self.r.word(at + 1) == "ik",
                    own: true,
                    ..Said::fixed(at, at + 1)
                });
                continue;
            }
            let judges = cue.judges && !with_particle;
            // `heeft bekend dat …`, and not what is known.
            if self.r.word(at) == "bekend" && self.r.word(at + 1) != "dat" {
                continue;
            }
            if cue.form == Form::Participle {
                let said = self.passive(at, s, force);
                all.extend(said.or_else(|| self.perfect(at, s, force, judges)));
                continue;
            }
            // `Smit heeft laten weten dat …`
            if with_particle
                && self.r.word(at) == "laten"
                && let Some(said) = self.perfect(at, s, force, judges)
            {
                all.push(said);
                continue;
            }
            if cue.form == Form::Plural && at > s.start && self.r.word(at - 1) == "te" {
                all.extend(self.by_saying(at, s, force));
                continue;
            }
            if cue.form == Form::Plural && self.obliged(at, s) {
                continue;
            }
            let modal = (cue.form == Form::Plural)
                .then(|| self.modal(at, s, force))
                .flatten();
            if let Some(said) = modal.or_else(|| self.source(at, s, force, judges, cue.form)) {
                all.push(said);
            }
        }
        all.retain(|said| !self.supposed(said, s));
        all
    }

    /// `Smit wil dat …`, `gaat ervan uit dat …`, `is ervan overtuigd dat …`, `is van mening dat …`: what somebody holds, said
    /// with a word that alone says nothing; it stands right before its clause.
    fn stance(&self, at: usize, s: &Sentence) -> Option<Said> {
        if self.r.word(at + 1) != "dat" || at == s.start {
            return None;
        }
        let before = self.r.word(at - 1);
        let verb = match self.r.word(at) {
            "wil" | "willen" | "wilde" | "wilden" if self.has_verb(at + 2, s) => at,
            "uit" if matches!(before, "ervan" | "vanuit") => self.earlier_verb(at, s, GOES)?,
            "overtuigd" | "bang" | "eens" => self.earlier_verb(at, s, IS)?,
            "mening" if before == "van" => self.earlier_verb(at, s, IS)?,
            _ => return None,
        };
        let form = if self.r.word(verb).ends_with('n') {
            Form::Plural
        } else {
            Form::Singular
        };
        let said = self.source(verb, s, Force::Hold, false, form)?;
        Some(Said {
            at,
            end: said.end.max(at + 1),
            inverted: false,
            ..said
        })
    }

    /// `wil dat hij komt`, and not `wil dat netwerk bouwen`.
    pub(super) fn has_verb(&self, from: usize, s: &Sentence) -> bool {
        (from..s.end)
            .take_while(|&n| !matches!(self.r.kind(n), Kind::Comma | Kind::Stop))
            .any(|n| {
                self.r.case(n) == Some(Case::Lower)
                    && (self.r.is(n, Class::FINITE) || looks_finite(self.r.word(n)))
            })
    }

    /// The last of `forms` before item `at`.
    fn earlier_verb(&self, at: usize, s: &Sentence, forms: &[&str]) -> Option<usize> {
        let from = at.saturating_sub(PARTICLE_REACH).max(s.start);
        (from..at).rev().find(|&n| forms.contains(&self.r.word(n)))
    }

    /// `Smit wil benadrukken dat …`: an infinitive of saying right before its clause, with the source at the modal verb.
    fn modal(&self, at: usize, s: &Sentence, force: Force) -> Option<Said> {
        if force != Force::Say || self.r.word(at + 1) != "dat" {
            return None;
        }
        let from = at.saturating_sub(PARTICLE_REACH).max(s.start);
        let modal = (from..at)
            .rev()
            .find(|&n| MODALS.contains(&self.r.word(n)))?;
        // `Dat wil zeggen dat …` says what it means.
        let means = self.r.word(at) == "zeggen"
            && (modal..at).any(|n| matches!(self.r.word(n), "dat" | "dit"))
            || modal > s.start && matches!(self.r.word(modal - 1), "Dat" | "dat" | "Dit" | "dit");
        if means
            || (modal..at).any(|n| {
                self.r.is(n, Class::DENIAL) || matches!(self.r.kind(n), Kind::Comma | Kind::Stop)
            })
        {
            return None;
        }
        let mut said = self.source(modal, s, force, false, Form::Singular)?;
        said.at = at;
        said.end = said.end.max(at + 1);
        Some(said)
    }

    /// `Smit reageerde door te zeggen dat …`: the subject of the sentence says it.
    fn by_saying(&self, at: usize, s: &Sentence, force: Force) -> Option<Said> {
        let reports = force == Force::Say
            && at > s.start + 2
            && self.r.word(at - 2) == "door"
            && self.r.word(at + 1) == "dat";
        if !reports {
            return None;
        }
        let from = at.saturating_sub(PARTICLE_REACH).max(s.start);
        let subject = self
            .mentions
            .within(from, at)
            .rev()
            .find(|&m| self.can_be_subject(m, s) && self.mentions.all[m].sort != Sort::Group)?;
        Some(Said {
            force,
            mention: Some(subject),
            who: Some(self.who(subject)?),
            ..Said::fixed(at, at + 1)
        })
    }

    /// `Dan moet de club beloven dat …`: what one is to say is not said, unless one has to admit it.
    fn obliged(&self, at: usize, s: &Sentence) -> bool {
        const OBLIGES: &[&str] = &[
            "moet", "moest", "moeten", "moesten", "kan", "kon", "kunnen", "mag", "mogen",
        ];
        let from = at.saturating_sub(PARTICLE_REACH).max(s.start);
        !ADMITTED.contains(&self.r.word(at))
            && self.earlier_verb(at, s, OBLIGES).is_some_and(|modal| {
                (modal.max(from)..at).all(|n| {
                    self.r.pair(n).is_none()
                        && !matches!(self.r.kind(n), Kind::Comma | Kind::Stop | Kind::Colon)
                        && !self.r.is(n, Class::SUBORDINATOR)
                })
            })
    }

    /// True where one of `particles` closes the clause of the stem at `at`.
    fn particle(&self, at: usize, s: &Sentence, particles: &[&str]) -> bool {
        let limit = s.end.min(at + PARTICLE_REACH);
        (at + 1..limit)
            .take_while(|&n| !matches!(self.r.kind(n), Kind::Stop | Kind::Semicolon))
            .any(|n| {
                particles.contains(&self.r.word(n)) && {
                    // `aan de NOS` is no particle: one ends its clause.
                    let next = n + 1;
                    next >= s.end
                        || self.r.pair(next).is_some()
                        || !matches!(self.r.kind(next), Kind::Word(_) | Kind::Number)
                        || self.r.is(
                            next,
                            Class::SUBORDINATOR.or(Class::CONJUNCTION).or(Class::ADVERB),
                        )
                        // `roept het ministerie op het middel toe te staan`
                        || (self.r.word(n) == "op"
                            && (next..limit).any(|m| {
                                self.r.word(m) == "te" && self.r.word(m + 1).ends_with('n')
                            }))
                        || (matches!(self.r.word(n), "toe" | "uit" | "op" | "weten")
                            && matches!(
                                self.r.word(next),
                                "aan" | "bij" | "in" | "op" | "tegen" | "tegenover" | "via"
                            ))
                }
            })
    }

    /// The source of the verb at `at`.
    pub(super) fn source(
        &self,
        at: usize,
        s: &Sentence,
        force: Force,
        judges: bool,
        form: Form,
    ) -> Option<Said> {
        let after = self.after(at, s);
        // `Haast zegt hij niet te hebben`: a capital that may be a name, and is nobody's.
        let nobody = |m: usize| self.mentions.all[m].start == s.start && self.who(m).is_none();
        let before = self
            .before(at, s)
            .filter(|&m| after.is_none() || !nobody(m));
        let prior = at.checked_sub(1).filter(|&p| p >= s.start);
        // After a quotation, a comma or a dash, and at the start, the verb comes before its subject.
        let opened = match prior {
            None => true,
            Some(p) => {
                self.r.pair(p).is_some()
                    || matches!(
                        self.r.kind(p),
                        Kind::Comma
                            | Kind::Dash
                            | Kind::Stop
                            | Kind::Colon
                            | Kind::Close
                            | Kind::Semicolon
                    )
                    || matches!(
                        self.r.word(p),
                        "zo" | "Zo" | "Dat" | "Dit" | "Aldus" | "dat"
                    )
            }
        };
        let reaches = before
            .is_some_and(|m| self.mentions.all[m].reach == at && self.mentions.all[m].end < at);
        // `Smit, die denkt dat …`: the one before the comma.
        let relative = prior
            .filter(|&p| self.r.word(p) == "die" && p > s.start + 1)
            .filter(|&p| self.r.kind(p - 1) == Kind::Comma)
            .and_then(|p| self.ending_at(p - 1, s));
        if let Some(m) = relative
            && self.r.word(at + 1) == "dat"
            && let Some(who) = self.people.of[m]
        {
            return Some(Said {
                force,
                judges,
                mention: Some(m),
                who: Some(who),
                ..Said::fixed(at, at + 1)
            });
        }
        // `De autoriteit (ACM) adviseert het bedrijf`: what stands before a verb is its subject, bracket and all.
        let touches = self
            .ending_at(at, s)
            .is_some_and(|m| self.can_be_subject(m, s));
        let chosen = if opened && !reaches && !touches {
            after.map(|m| (m, true)).or(before.map(|m| (m, false)))
        } else {
            before
                .or_else(|| self.opening(at, s))
                .map(|m| (m, false))
                .or(after.map(|m| (m, true)))
        };
        let (m, inverted) = match chosen {
            Some(found) => found,
            None => (self.distant(at, s)?, false),
        };
        let apart = chosen.is_none();
        let mention = &self.mentions.all[m];
        // `ze zeggen`: the group that was spoken of.
        let they = form == Form::Plural && matches!(mention.sort, Sort::He | Sort::She);
        let reports = force == Force::Say || HELD.contains(&self.r.word(at));
        if they && (mention.sort == Sort::He || !reports) {
            return None;
        }
        if form == Form::Plural
            && matches!(mention.sort, Sort::Named | Sort::Role | Sort::Somebody)
            && !self.joined(m, s)
        {
            return None;
        }
        let who = if they { self.several } else { self.who(m) }?;
        if form == Form::Singular
            && self.people.all[who].nature == Nature::Group
            && mention.sort == Sort::Group
            && self.plural_group(m)
        {
            return None;
        }
        let clause = if inverted || apart { at } else { mention.start };
        let subordinate =
            clause > s.start && self.r.is(clause - 1, Class::SUBORDINATOR) && !inverted && !apart;
        Some(Said {
            at,
            end: if inverted {
                mention.reach.min(s.end).max(at + 1)
            } else {
                at + 1
            },
            start: clause,
            force,
            judges,
            according: false,
            inverted,
            mention: Some(m),
            who: Some(who),
            subordinate,
            own: false,
        })
    }

    /// True where the noun of a group is plural, so that a singular verb is not its own.
    fn plural_group(&self, m: usize) -> bool {
        let word = self.mentions.all[m]
            .head
            .map(|h| self.r.word(h))
            .unwrap_or_default();
        word.ends_with("en") || word.ends_with("ers") || word.ends_with("ici")
    }

    /// True where the mention is one of two joined by `en`.
    fn joined(&self, m: usize, s: &Sentence) -> bool {
        let mention = &self.mentions.all[m];
        (mention.start > s.start && self.r.word(mention.start - 1) == "en")
            || self.r.word(mention.reach) == "en"
    }

    /// The mention that ends right before the verb, over adverbs.
    fn before(&self, at: usize, s: &Sentence) -> Option<usize> {
        let mut i = at;
        for _ in 0..4 {
            if i == s.start {
                return None;
            }
            if let Some(m) = self.mentions.at(i - 1) {
                let mention = &self.mentions.all[m];
                if mention.end == i && mention.start >= s.start {
                    return self.can_be_subject(m, s).then_some(m);
                }
                return None;
            }
            // `Smit (46) zegt`
            if self.r.kind(i - 1) == Kind::Close
                && let Some(open) = (s.start..i)
                    .rev()
                    .take(OPENING_REACH)
                    .find(|&n| self.r.kind(n) == Kind::Open)
            {
                i = open;
                continue;
            }
            // The comma that closes an apposition.
            if (matches!(self.r.kind(i - 1), Kind::Comma | Kind::Dash) || i == at)
                && let Some(m) = self.reaching(i, s)
            {
                return Some(m);
            }
            if self.r.is(i - 1, Class::ADVERB) || self.r.kind(i - 1) == Kind::Number {
                i -= 1;
                continue;
            }
            // `Anna Smit (20) uit Ghana zegt`
            if i > s.start + 2 && self.r.known(i - 1).place && self.r.word(i - 2) == "uit" {
                i -= 2;
                if let Some(m) = self.reaching(i, s) {
                    return Some(m);
                }
                continue;
            }
            return None;
        }
        None
    }

    /// The mention whose apposition ends right before item `i`.
    fn reaching(&self, i: usize, s: &Sentence) -> Option<usize> {
        let range = self.mentions.within(s.start, i);
        range
            .rev()
            .take(12)
            .find(|&m| self.mentions.all[m].reach == i && self.mentions.all[m].end < i)
            .filter(|&m| self.can_be_subject(m, s))
    }

    /// The mention that ends before item `i`.
    pub(super) fn ending_at(&self, i: usize, s: &Sentence) -> Option<usize> {
        let m = self.mentions.at(i.checked_sub(1)?)?;
        let mention = &self.mentions.all[m];
        (mention.end == i && mention.start >= s.start).then_some(m)
    }

    /// The mention that begins right after the verb, over adverbs.
    fn after(&self, at: usize, s: &Sentence) -> Option<usize> {
        let mut i = at + 1;
        for _ in 0..4 {
            if i >= s.end {
                return None;
            }
            if let Some(m) = self.mentions.at(i) {
                let mention = &self.mentions.all[m];
                // `ziet dat Smit komt`: `dat` opens the clause, though it may stand before a noun.
                let clause = self.r.word(i) == "dat"
                    && matches!(mention.sort, Sort::Named | Sort::Body)
                    && matches!(self.r.case(i + 1), Some(Case::Capital | Case::Upper));
                return (mention.start == i && !clause).then_some(m);
            }
            // `noemt zich kunstenaar`: what one calls oneself.
            let itself =
                self.r.word(i) == "zich" && !self.r.known(at).cue.is_some_and(|c| c.judges);
            if self.r.is(i, Class::ADVERB)
                || itself
                || matches!(self.r.word(i), "het" | "erop" | "eraan" | "ons" | "me")
            {
                i += 1;
                continue;
            }
            return None;
        }
        None
    }

    /// The subject that opens its sentence and takes in whatever stands before the verb: `Raadslid Smit van de partij in
    /// Zwolle laat weten`, `Huisartsen (die daar wonen) zeggen`. Nothing but one constituent stands before a finite verb.
    fn opening(&self, at: usize, s: &Sentence) -> Option<usize> {
        let linked = self.r.is(s.start, Class::CONJUNCTION.or(Class::ADVERB));
        let first = s.start + usize::from(linked);
        let m = self.mentions.at(first)?;
        let mention = &self.mentions.all[m];
        if mention.start != first || mention.end >= at || at > mention.end + OPENING_REACH {
            return None;
        }
        let mut bracket = false;
        for n in mention.end..at {
            let kind = self.r.kind(n);
            bracket = kind == Kind::Open || (bracket && kind != Kind::Close);
            let leads = n > mention.end
                || kind == Kind::Open
                || self.r.is(n, Class::PREPOSITION.or(Class::ADVERB));
            let word = matches!(kind, Kind::Word(_) | Kind::Number | Kind::Close);
            let verb = self.r.is(n, Class::FINITE) && !self.r.is(n, Class::PREPOSITION);
            let clause = self.r.is(n, Class::SUBORDINATOR.or(Class::CONJUNCTION));
            if !bracket && (!leads || !word || verb || clause) {
                return None;
            }
        }
        Some(m)
    }

    /// The subject of a verb that stands apart from it: `X is er vaak bij, maar vindt …`, `X, die daar woont, zegt`.
    fn distant(&self, at: usize, s: &Sentence) -> Option<usize> {
        let prior = at.checked_sub(1).filter(|&p| p >= s.start)?;
        // `, bevestigt dit dat …`: a thing does.
        if matches!(self.r.word(at + 1), "dit" | "dat") && self.r.word(at + 2) == "dat" {
            return None;
        }
        let links =
            matches!(self.r.word(prior), "en" | "maar") || self.r.kind(prior) == Kind::Comma;
        if !links {
            return None;
        }
        let first = self
            .mentions
            .within(s.start, at)
            .take(6)
            .find(|&m| self.can_be_subject(m, s))?;
        let mention = &self.mentions.all[first];
        (mention.start <= s.start + 2).then_some(first)
    }
}
