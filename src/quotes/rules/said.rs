//! Verbs of saying → their sources.
//!
//! Dutch puts the finite verb second: the subject stands right before it, or right after it where something else opens
//! the sentence. So the source is the mention that touches the verb, on the side that word order allows.

use super::Finder;
use crate::quotes::cues::{Force, Form};
use crate::quotes::mentions::Sort;
use crate::quotes::outline::Sentence;
use crate::quotes::people::Nature;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// How far a particle may stand from its stem, in items.
const PARTICLE_REACH: usize = 14;

/// What somebody has: `is de indruk van X`.
const OPINIONS: &[&str] = &[
    "indruk",
    "mening",
    "overtuiging",
    "conclusie",
    "oordeel",
    "verwachting",
    "boodschap",
    "stelling",
    "analyse",
    "inschatting",
    "advies",
    "standpunt",
    "opvatting",
    "reactie",
    "antwoord",
    "vermoeden",
    "waarschuwing",
    "hoop",
    "ervaring",
    "commentaar",
];

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
}

impl Finder<'_> {
    /// The verbs of saying in a sentence that have a source, in order.
    pub(super) fn said(&self, s: &Sentence) -> Vec<Said> {
        let mut all = Vec::new();
        for at in s.start..s.end {
            if self.r.word(at) == "zeggen" && at > s.start + 1 && self.r.word(at - 1) == "eigen" {
                all.extend(self.own_words(at, s));
                continue;
            }
            if matches!(self.r.word(at), "blijkt" | "bleek") {
                all.extend(self.shows(at, s));
                continue;
            }
            if OPINIONS.contains(&self.r.word(at)) && self.r.word(at + 1) == "van" {
                all.extend(self.opinion(at, s));
                continue;
            }
            if self.r.is(at, Class::ACCORDING) {
                all.extend(self.according(at, s));
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
                    at,
                    end: at + 1,
                    start: at,
                    force,
                    judges: false,
                    according: false,
                    inverted: self.r.word(at + 1) == "ik",
                    mention: None,
                    who: None,
                    subordinate: false,
                });
                continue;
            }
            let judges = cue.judges && !with_particle;
            if cue.form == Form::Participle {
                if let Some(said) = self.perfect(at, s, force, judges) {
                    all.push(said);
                }
                continue;
            }
            if cue.form == Form::Plural && at > s.start && self.r.word(at - 1) == "te" {
                continue;
            }
            if let Some(said) = self.source(at, s, force, judges, cue.form) {
                all.push(said);
            }
        }
        all.retain(|said| !self.supposed(said, s));
        all
    }

    /// `zei ik`, `ik zei`, `En ik, die daar woon, zei`: the writer's own words, which are nobody's on the list.
    fn own(&self, at: usize, s: &Sentence) -> bool {
        let before = at > s.start && matches!(self.r.word(at - 1), "ik" | "Ik");
        let opening = at > s.start + 2
            && self.r.kind(at - 1) == Kind::Comma
            && (self.r.word(s.start) == "Ik" || self.r.word(s.start + 1) == "ik");
        before || opening || (at + 1 < s.end && self.r.word(at + 1) == "ik")
    }

    /// `Het is alsof een arts zegt dat …`, `(volgens sommigen te laat)`: nobody is reported to have said it.
    fn supposed(&self, said: &Said, s: &Sentence) -> bool {
        let from = s.start.max(said.start.saturating_sub(6));
        (said.according && said.at > s.start && self.r.kind(said.at - 1) == Kind::Open)
            || (from..said.start).any(|n| self.r.word(n) == "alsof")
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
                        || (matches!(self.r.word(n), "toe" | "uit" | "op")
                            && matches!(
                                self.r.word(next),
                                "aan" | "in" | "op" | "tegen" | "tegenover"
                            ))
                }
            })
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
        let who = self.who(m);
        who?;
        let aldus = self.r.word(at).eq_ignore_ascii_case("aldus");
        Some(Said {
            at,
            end: mention.reach.min(s.end),
            start: at,
            force: Force::Say,
            judges: false,
            according: !aldus,
            inverted: true,
            mention: Some(m),
            who,
            subordinate: false,
        })
    }

    /// `X is naar eigen zeggen blij`: the subject of the sentence.
    fn own_words(&self, at: usize, s: &Sentence) -> Option<Said> {
        let m = self
            .mentions
            .within(s.start, at)
            .take(6)
            .find(|&m| self.can_be_subject(m, s))?;
        let who = self.who(m)?;
        Some(Said {
            at,
            end: at + 1,
            start: at,
            force: Force::Say,
            judges: false,
            according: false,
            inverted: false,
            mention: Some(m),
            who: Some(who),
            subordinate: false,
        })
    }

    /// `…, blijkt uit cijfers van X`, `Uit cijfers van X blijkt dat …`.
    fn shows(&self, at: usize, s: &Sentence) -> Option<Said> {
        let after = self.r.word(at + 1) == "uit" && at + 2 < s.end;
        let m = if after {
            self.mentions.at(at + 2)?
        } else if self.r.word(s.start) == "Uit" && self.r.word(at + 1) == "dat" {
            self.mentions.at(s.start + 1)?
        } else {
            return None;
        };
        let mention = &self.mentions.all[m];
        let who = self.people.behind[m].or(self.people.of[m])?;
        Some(Said {
            at,
            end: if after {
                mention.reach.min(s.end)
            } else {
                at + 1
            },
            start: if after { at } else { s.start },
            force: Force::Say,
            judges: false,
            according: false,
            inverted: after,
            mention: Some(m),
            who: Some(who),
            subordinate: false,
        })
    }

    /// `…, is de indruk van X.`
    fn opinion(&self, at: usize, s: &Sentence) -> Option<Said> {
        let verb = at.checked_sub(2).filter(|&v| v >= s.start)?;
        if !matches!(
            self.r.word(verb),
            "is" | "was" | "luidt" | "luidde" | "klinkt"
        ) {
            return None;
        }
        let m = self.mentions.at(at + 2)?;
        let mention = &self.mentions.all[m];
        let who = self.who(m)?;
        Some(Said {
            at: verb,
            end: mention.reach.min(s.end),
            start: verb,
            force: Force::Say,
            judges: false,
            according: false,
            inverted: true,
            mention: Some(m),
            who: Some(who),
            subordinate: false,
        })
    }

    /// `X heeft gezegd`, `X liet weten` stand apart from their subject: it touches the auxiliary.
    fn perfect(&self, at: usize, s: &Sentence, force: Force, judges: bool) -> Option<Said> {
        let from = at.saturating_sub(10).max(s.start);
        let auxiliary = (from..at)
            .rev()
            .find(|&n| matches!(self.r.word(n), "heeft" | "had" | "hebben" | "hadden"))?;
        let mut said = self.source(auxiliary, s, force, judges, Form::Singular)?;
        said.at = at;
        if !said.inverted {
            said.end = at + 1;
        }
        Some(said)
    }

    /// The source of the verb at `at`.
    fn source(
        &self,
        at: usize,
        s: &Sentence,
        force: Force,
        judges: bool,
        form: Form,
    ) -> Option<Said> {
        let before = self.before(at, s);
        let after = self.after(at, s);
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
        let chosen = if opened && !reaches {
            after.map(|m| (m, true)).or(before.map(|m| (m, false)))
        } else {
            before.map(|m| (m, false)).or(after.map(|m| (m, true)))
        };
        let (m, inverted) = match chosen {
            Some(found) => found,
            None => (self.distant(at, s)?, false),
        };
        let mention = &self.mentions.all[m];
        // `ze zeggen`: a group that nobody named.
        if form == Form::Plural && matches!(mention.sort, Sort::He | Sort::She) {
            return None;
        }
        if form == Form::Plural
            && matches!(mention.sort, Sort::Role | Sort::Somebody)
            && !self.joined(m, s)
        {
            return None;
        }
        let who = self.who(m);
        let who = who?;
        if form == Form::Singular
            && self.people.all[who].nature == Nature::Group
            && mention.sort == Sort::Group
            && self.plural_group(m)
        {
            return None;
        }
        let clause = if inverted { at } else { mention.start };
        let subordinate =
            clause > s.start && self.r.is(clause - 1, Class::SUBORDINATOR) && !inverted;
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
        mention.start > s.start && self.r.word(mention.start - 1) == "en"
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

    /// The mention that begins right after the verb, over adverbs.
    fn after(&self, at: usize, s: &Sentence) -> Option<usize> {
        let mut i = at + 1;
        for _ in 0..4 {
            if i >= s.end {
                return None;
            }
            if let Some(m) = self.mentions.at(i) {
                return (self.mentions.all[m].start == i).then_some(m);
            }
            if self.r.is(i, Class::ADVERB)
                || matches!(
                    self.r.word(i),
                    "zich" | "het" | "erop" | "eraan" | "ons" | "me"
                )
            {
                i += 1;
                continue;
            }
            return None;
        }
        None
    }

    /// The subject of a verb that stands apart from it: `X is er vaak bij, maar vindt …`, `X, die daar woont, zegt`.
    fn distant(&self, at: usize, s: &Sentence) -> Option<usize> {
        let prior = at.checked_sub(1).filter(|&p| p >= s.start)?;
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

    /// False for what stands in a prepositional phrase.
    pub(super) fn can_be_subject(&self, m: usize, s: &Sentence) -> bool {
        let start = self.mentions.all[m].start;
        if start == s.start {
            return true;
        }
        let prior = start - 1;
        !self.r.is(prior, Class::PREPOSITION) || self.r.is(prior, Class::SUBORDINATOR)
    }

    /// The person that the sentence is about: its subject, or whom its opening names.
    pub(super) fn subject_of(&self, s: &Sentence, said: &[Said]) -> Option<usize> {
        let _ = said;
        let range = self.mentions.within(s.start, s.end);
        let mut second = None;
        for m in range.take(8) {
            let mention = &self.mentions.all[m];
            let person = match mention.sort {
                Sort::Named | Sort::Role => self.people.of[m].is_some_and(|w| {
                    matches!(self.people.all[w].nature, Nature::Person | Nature::Unnamed)
                }),
                Sort::He | Sort::She => self.who(m).is_some(),
                _ => false,
            };
            if !person {
                continue;
            }
            // `Voor hoogleraar Smit is het duidelijk.`
            let opening = mention.start <= s.start + 1
                && mention.start > s.start
                && matches!(self.r.word(s.start), "Voor" | "Ook" | "Volgens" | "Bij");
            if self.can_be_subject(m, s) || opening {
                return Some(m);
            }
            second = second.or(Some(m));
        }
        let _ = second;
        None
    }
}
