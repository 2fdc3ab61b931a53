//! Verbs of saying → their sources.
//!
//! Dutch puts the finite verb second: the subject stands right before it, or right after it where something else opens
//! the sentence. So the source is the mention that touches the verb, on the side that word order allows.

use std::ops::ControlFlow;

use super::Finder;
use crate::quotes::cues::{Force, Form};
use crate::quotes::mentions::Sort;
use crate::quotes::outline::Sentence;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// How far a particle may stand from its stem, in items.
const PARTICLE_REACH: usize = 14;

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

const HOLDS: &[&str] = &["houdt", "hield", "houden", "hielden"];

const MAKES: &[&str] = &["maakt", "maakte", "maken", "maakten"];

const COUNTS: &[&str] = &[
    "rekent",
    "rekende",
    "rekenen",
    "gokt",
    "gokte",
    "vertrouwt",
    "vertrouwde",
    "vertrouwen",
    "hoopt",
    "hamert",
    "hamerde",
];

const GOES: &[&str] = &["gaat", "ging", "gaan", "gingen"];

/// Verbs behind a quotation whose subject hears or reads it, or has it elsewhere.
const TAKES_IN: &[&str] = &[
    "luistert",
    "luisterde",
    "verneemt",
    "vernam",
    "ontvangt",
    "ontving",
    "leerde",
    "herkent",
    "herkende",
    "kent",
    "kende",
    "treft",
    "trof",
    "bezoekt",
    "bezocht",
    "ontmoet",
    "ontmoette",
    "verlaat",
    "verliet",
    "opent",
    "opende",
    "sluit",
];

/// Verbs that say nothing by themselves, and something with a word or two.
const OF_ALL_WORK: &[&str] = &[
    "is", "was", "blijft", "bleef", "laat", "liet", "neemt", "nam", "slaat", "sloeg", "dient",
    "diende", "geeft", "gaf", "valt", "viel", "schiet", "schoot", "houdt", "hield", "kijkt",
    "keek",
];

/// How many words those are, at most.
const ALL_OF_IT: usize = 7;

/// A lower-case word with the ending of a past tense: `gnuifde`, `snoof`.
fn is_past(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("de") || word.ends_with("te"))
}

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
                all.extend(self.by_place(at, s));
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
            let Some(force) = force else {
                all.extend(self.by_place(at, s));
                continue;
            };
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
            // `acht jaar burgemeester`: how many.
            if self.r.word(at) == "acht" && !self.deems(at) {
                continue;
            }
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
        all.sort_by_key(|said| said.at);
        all
    }

    /// `“…”, gnuift Smit.`: right behind a quotation whatever verb stands before a person is one of saying.
    fn by_place(&self, at: usize, s: &Sentence) -> Option<Said> {
        let r = self.r;
        let behind = at.checked_sub(1).filter(|&n| n > s.start)?;
        let (mark, parted) = match r.kind(behind) {
            Kind::Comma | Kind::Dash => (behind - 1, true),
            _ => (behind, false),
        };
        let pair = r.pair(mark)?;
        // `Als iemand roept: “Brand!”, rent Smit naar buiten.`
        if matches!(
            r.word(s.start),
            "Als" | "Toen" | "Wanneer" | "Nadat" | "Zodra" | "Omdat" | "Terwijl" | "Wie"
        ) {
            return None;
        }
        let words = parted || r.ends_with_stop(pair);
        let subject = self.mentions.at(at + 1).filter(|&m| {
            let mention = &self.mentions.all[m];
            mention.start == at + 1
                && match mention.sort {
                    Sort::Named | Sort::He | Sort::She => true,
                    Sort::Role | Sort::Somebody => r.is(at + 1, Class::DETERMINER),
                    _ => false,
                }
        })?;
        let reach = self.mentions.all[subject].reach.min(s.end);
        // `“…”, is Smit stellig.`, `“…”, laat de raad verstaan.`: a verb of all work, and with it no more than makes it one
        // of saying.
        let closes = (reach..s.end.min(reach + ALL_OF_IT))
            .find(|&n| r.case(n).is_none())
            .is_some_and(|n| n > reach && matches!(r.kind(n), Kind::Stop | Kind::Comma));
        let known = r.known(at);
        let verb = r.case(at) == Some(Case::Lower)
            && !TAKES_IN.contains(&r.word(at))
            && if known.class.is_open() || known.cue.is_some() {
                r.word(at).ends_with('t') || is_past(r.word(at))
            } else {
                OF_ALL_WORK.contains(&r.word(at)) && closes
                    // `“…”, moet Smit toegeven.`
                    || MODALS.contains(&r.word(at))
                        && (reach..s.end.min(reach + ALL_OF_IT)).any(|n| {
                            r.known(n)
                                .cue
                                .is_some_and(|c| c.force.is_some() && c.form == Form::Plural)
                        })
            };
        if !words || !verb {
            return None;
        }
        Some(Said {
            force: Force::Beside,
            inverted: true,
            mention: Some(subject),
            who: Some(self.who(subject)?),
            ..Said::fixed(at, reach)
        })
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
            // `gaat er vooralsnog van uit dat`
            "uit" if before == "van" => {
                let goes = self.earlier_verb(at, s, GOES)?;
                (goes..at).find(|&n| self.r.word(n) == "er")?;
                goes
            }
            "mee" if before == "rekening" => self.earlier_verb(at, s, HOLDS)?,
            "zorgen" => self.earlier_verb(at, s, MAKES)?,
            "erop" => self.earlier_verb(at, s, COUNTS)?,
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
                    && (self.r.is(n, Class::FINITE) || self.r.looks_finite(n))
            })
    }

    /// True where `acht` at item `at` weighs something: `acht de dijk te laag`, `acht Smit het zinvol`.
    fn deems(&self, at: usize) -> bool {
        let next = at + 1;
        self.r
            .is(next, Class::DETERMINER.or(Class::HE).or(Class::SHE))
            || matches!(self.r.case(next), Some(Case::Capital | Case::Upper))
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
    pub(super) fn particle(&self, at: usize, s: &Sentence, particles: &[&str]) -> bool {
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
                        // `raadt ouders aan om …`
                        || self.r.word(next) == "om"
                        // `roept het ministerie op het middel toe te staan`
                        || (matches!(self.r.word(n), "op" | "weten" | "toe")
                            && (next..limit).any(|m| {
                                self.r.word(m) == "te" && self.r.word(m + 1).ends_with('n')
                            }))
                        || (matches!(self.r.word(n), "toe" | "uit" | "op" | "voor" | "weten")
                            && matches!(
                                self.r.word(next),
                                "aan" | "bij" | "in" | "op" | "tegen" | "tegenover" | "via"
                            ))
                }
            })
    }
}
