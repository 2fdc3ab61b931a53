//! Sources that no list knows: the words that word order says are the subject.
//!
//! `Een op de drie kwekers vreest dat …`, `Volgens de kwekersgroep is …`: whatever opens the sentence, up to its finite verb,
//! is one constituent. Asked last, and only where a report follows, for without one such words are anything.

use super::Finder;
use super::said::Said;
use crate::quotes::cues::{Force, Form};
use crate::quotes::outline::Sentence;
use crate::quotes::people::{Nature, is_own_paper};
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// How long such a phrase may be, in items.
const LONGEST: usize = 9;

/// Verbs of thinking that a group may be the subject of in a report; `weten` and `denken` are too common.
pub(super) const HELD: &[&str] = &[
    "vindt",
    "vinden",
    "vond",
    "vonden",
    "vreest",
    "vrezen",
    "vreesde",
    "vreesden",
    "hoopt",
    "hopen",
    "hoopte",
    "hoopten",
    "verwacht",
    "verwachten",
    "verwachtte",
    "verwachtten",
    "meent",
    "menen",
    "pleiten",
    "pleit",
    "betwijfelen",
    "betwijfelt",
    "oordeelt",
    "oordelen",
    "oordeelde",
    "oordeelden",
];

/// Nouns that `volgens` and verbs of saying take without anybody saying anything.
const NOT_PEOPLE: &[&str] = &[
    "stand",
    "planning",
    "overlevering",
    "logica",
    "berekening",
    "prognose",
    "schema",
    "regels",
    "regel",
    "gegevens",
    "ervaring",
    "traditie",
    "verhaal",
    "verhalen",
    "legende",
    "cijfers",
    "feit",
    "feiten",
    "reclame",
    "leus",
    "leuze",
    "slogan",
    "motto",
    "titel",
    "antwoord",
    "foto",
    "beelden",
    "vraag",
    "klachten",
    "jaar",
    "week",
    "weekeinde",
    "weekend",
    "maand",
];

impl Finder<'_> {
    /// The verbs of the sentence whose subject is described in words that no list knows.
    pub(super) fn described(&mut self, s: &Sentence, said: &[Said]) -> Vec<Said> {
        let mut all = said.to_vec();
        for at in s.start..s.end {
            if all
                .iter()
                .any(|c| c.at == at || (c.start..c.end).contains(&at))
            {
                continue;
            }
            let Some((from, to, inverted)) = self.unknown_subject(at, s) else {
                continue;
            };
            // `zegt die laatste`: somebody who was named.
            let named =
                matches!(self.r.word(from), "die" | "deze") && self.r.word(from + 1) == "laatste";
            if named || is_own_paper(self.r, from, to) {
                continue;
            }
            let who = self.people.described(self.r, from, to);
            let according =
                self.r.is(at, Class::ACCORDING) && !self.r.word(at).eq_ignore_ascii_case("aldus");
            all.push(Said {
                start: if inverted { at } else { from },
                force: self
                    .r
                    .known(at)
                    .cue
                    .and_then(|c| c.force)
                    .unwrap_or(Force::Say),
                according,
                inverted,
                who: Some(who),
                ..Said::fixed(at, if inverted { to } else { at + 1 })
            });
        }
        all.sort_by_key(|c| c.at);
        all
    }

    /// The items of the subject of the verb at `at`, and whether it stands behind the verb.
    fn unknown_subject(&self, at: usize, s: &Sentence) -> Option<(usize, usize, bool)> {
        let r = self.r;
        let first = s.start + usize::from(r.is(s.start, Class::CONJUNCTION));
        if r.is(at, Class::ACCORDING)
            && let Some(to) = self.capitals_behind(at, s)
        {
            return Some((at + 1, to, true));
        }
        if r.is(at, Class::ACCORDING) {
            // `Volgens de kwekersgroep is …`: up to the verb.
            // `en volgens zijn aanhangers is …`: in the middle only what an article or a possessive opens.
            let longest = if at == first {
                LONGEST
            } else if r.is(at + 1, Class::DETERMINER) {
                LONGEST / 2
            } else {
                return None;
            };
            if r.word(at).eq_ignore_ascii_case("aldus") {
                return None;
            }
            let to = (at + 1..s.end.min(at + 2 + longest))
                .find(|&n| r.is(n, Class::FINITE) || r.known(n).cue.is_some())?;
            return (self.names_somebody(at + 1, to)).then_some((at + 1, to, true));
        }
        let cue = r.known(at).cue?;
        // `, laat de zone weten.`
        if at > s.start + 1
            && r.kind(at - 1) == Kind::Comma
            && r.word(at + 1) == "de"
            && self.particle(at, s, cue.particles)
            && let Some(to) =
                (at + 2..s.end.min(at + 2 + LONGEST)).find(|&n| cue.particles.contains(&r.word(n)))
            && self.names_somebody(at + 1, to)
        {
            return Some((at + 1, to, true));
        }
        let said = cue.force == Some(Force::Say)
            || HELD.contains(&r.word(at))
            || self.particle(at, s, cue.particles);
        if !said || cue.form == Form::Participle || r.case(at) != Some(Case::Lower) {
            return None;
        }
        // `Noordlijn, de vervoerder die de bus levert, meldt dat …`
        if let Some(comma) = self.capitals_before(first, at, s)
            && (at + 1..s.end.min(at + 4)).any(|n| r.word(n) == "dat")
        {
            return Some((first, comma, false));
        }
        // `…, vrezen de kwekers.`: up to the full stop.
        if at > s.start + 1 && r.kind(at - 1) == Kind::Comma {
            let to = (at + 1..s.end.min(at + 1 + LONGEST))
                .find(|&n| matches!(r.kind(n), Kind::Stop | Kind::Comma))?;
            // `, zegt de terraszitter dan,`, `, vindt het allemaal spannend`
            let adverb = r.word(at + 1) == "het" && r.is(at + 2, Class::ADVERB)
                || r.word(at + 2) == "allemaal";
            if adverb || r.is(to - 1, Class::ADVERB) {
                return None;
            }
            let plural = cue.form == Form::Plural || r.is(at + 1, Class::DETERMINER);
            return (plural
                && (to + 1 >= s.end || r.kind(to) == Kind::Comma)
                && self.names_somebody(at + 1, to)
                && self.agrees(at + 1, to, cue.form))
            .then_some((at + 1, to, true));
        }
        // `Een op de drie kwekers vreest dat …`
        if at <= first || at > first + 2 * LONGEST {
            return None;
        }
        let mut clause = (at + 1..s.end.min(at + 2 + LONGEST)).find(|&n| r.word(n) == "dat")?;
        while clause > at + 1 && r.is(clause - 1, Class::ADVERB) {
            clause -= 1;
        }
        if self.names_somebody(first, at) && self.agrees(first, at, cue.form) {
            return Some((first, at, false));
        }
        // `Gisteren meldden Zwolse kranten dat …`
        (cue.force.is_some()
            && self.names_somebody(at + 1, clause)
            && self.agrees(at + 1, clause, cue.form))
        .then_some((at + 1, clause, true))
    }

    /// The comma behind nothing but capitals at item `first`, where all up to the comma before the verb at `at` only tells
    /// what they are.
    fn capitals_before(&self, first: usize, at: usize, s: &Sentence) -> Option<usize> {
        let r = self.r;
        let comma = (first..s.end.min(first + 4))
            .find(|&n| !matches!(r.case(n), Some(Case::Capital | Case::Upper)))
            .filter(|&n| n > first && r.kind(n) == Kind::Comma)?;
        let known = r.known(first);
        let unknown = !known.common && known.class.is_open() && known.first.is_none();
        let tells = r.is(comma + 1, Class::DETERMINER) || r.known(comma + 1).role.is_some();
        (unknown && tells && at > comma + 1 && r.kind(at - 1) == Kind::Comma).then_some(comma)
    }

    /// `, aldus Waterbeheer Noord.`: nothing but capitals, which no list knows.
    fn capitals_behind(&self, at: usize, s: &Sentence) -> Option<usize> {
        let r = self.r;
        let to = (at + 1..s.end.min(at + 6))
            .find(|&n| !matches!(r.case(n), Some(Case::Capital | Case::Upper)))
            .unwrap_or(s.end);
        let closes = to >= s.end || matches!(r.kind(to), Kind::Stop | Kind::Comma);
        let known = self
            .mentions
            .at(at + 1)
            .is_some_and(|m| self.people.of[m].is_some());
        (to > at + 2 && closes && !known).then_some(to)
    }

    /// A plural verb has a plural noun, or two joined.
    fn agrees(&self, from: usize, to: usize, form: Form) -> bool {
        form == Form::Singular
            || (from..to).any(|n| {
                let word = self.r.word(n);
                word == "en"
                    || word.len() > 3
                        && !self.r.is(n, Class::PREPOSITION.or(Class::DETERMINER))
                        && (word.ends_with("en") || word.ends_with('s') || word.ends_with("ci"))
            })
    }

    /// True where items `from..to` are a noun phrase that can be people or a body: nouns, and no verb, no pronoun, no clause.
    fn names_somebody(&self, from: usize, to: usize) -> bool {
        let r = self.r;
        if to <= from || to > from + LONGEST {
            return false;
        }
        let mut noun = false;
        let mut bracket = false;
        for n in from..to {
            if r.pair(n).is_some() {
                return false;
            }
            bracket |= r.kind(n) == Kind::Open;
            if bracket {
                bracket = r.kind(n) != Kind::Close;
                continue;
            }
            let class = r.known(n).class;
            match r.kind(n) {
                Kind::Word(_) => {
                    let verb = class.any(Class::FINITE) || r.known(n).cue.is_some();
                    let small = class.any(
                        Class::SUBORDINATOR
                            .or(Class::SELF)
                            .or(Class::HE)
                            .or(Class::SHE)
                            .or(Class::OBJECT)
                            .or(Class::DENIAL),
                    );
                    if verb || (small && !class.any(Class::DETERMINER.or(Class::PARTICLE))) {
                        return false;
                    }
                    noun |= class.is_open() || class.any(Class::BODY.or(Class::GROUP));
                }
                Kind::Number => {}
                _ if r.word(n) == "&" => {}
                _ => return false,
            }
        }
        // `zegt veel over de dijk`: a thing, and how much.
        let much = from + 1 < to
            && r.is(from + 1, Class::PREPOSITION)
            && matches!(
                r.word(from),
                "veel" | "weinig" | "iets" | "niets" | "alles" | "genoeg"
            );
        let opens = r.is(from, Class::PREPOSITION) || much;
        let thing = (from..to).any(|n| {
            let word = r.word(n);
            NOT_PEOPLE.contains(&word) || word.ends_with("recht") || word.ends_with("wet")
        });
        let known = self
            .mentions
            .at(from)
            .and_then(|m| self.people.of[m])
            .is_some_and(|who| self.people.all[who].nature == Nature::Person);
        noun && !opens
            && !thing
            && !known
            && (r.is(from, Class::INDEFINITE) || !r.is(from, Class::NO_SOURCE.or(Class::DOCUMENT)))
    }
}
