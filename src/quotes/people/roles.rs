//! Somebody by what they are: `de hoogleraar`, `deze kunstenaar`, `Anna Smit is bioloog`.

use super::spelling::{fold, noun};
use super::{Gender, Nature, People, is_possessive, phrase};
use crate::quotes::lexicon::role_noun;
use crate::quotes::mentions::{Items, Mention, Mentions, OFTEN_BODIES, Sort, is_relation};
use crate::quotes::outline::Reading;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// True for a noun for a person that a body is called by too.
pub(super) fn names_body(noun: &str) -> bool {
    OFTEN_BODIES.iter().any(|of| noun.ends_with(of))
}

impl People {
    /// `de hoogleraar`: the last person with that role, else somebody new.
    pub(super) fn role(&mut self, r: &Reading, mention: &Mention) -> usize {
        // `De Bakker`, `Bakker`: a trade with a capital is somebody's name, where somebody has it.
        if let Some(head) = mention.head
            && r.case(head) == Some(Case::Capital)
            && mention.end == head + 1
            && let Some(who) = self.latest(&self.by_surname, &fold(r.word(head)))
        {
            return who;
        }
        self.unnamed(r, mention)
    }

    /// Somebody by a noun: who was called so before, or the person spoken of, else somebody new.
    pub(super) fn unnamed(&mut self, r: &Reading, mention: &Mention) -> usize {
        let noun = mention.head.map(|h| noun(r.word(h))).unwrap_or_default();
        if !mention.indefinite && !is_own(r, mention, &noun) {
            let called = self.roles_seen.iter().rev().take(24).find(|(seen, _)| {
                *seen == noun
                    || (seen.len() > 4 && noun.ends_with(seen.as_str()))
                    || (noun.len() > 4 && seen.ends_with(&noun))
            });
            if let Some(&(_, who)) = called {
                return who;
            }
            if let Some(who) = self
                .of_party(r, &noun)
                .or_else(|| self.spoken_of(r, mention, &noun))
            {
                return who;
            }
            if let Some(who) = self
                .just_named(r, mention)
                .or_else(|| self.introduced(r, mention))
            {
                return who;
            }
            // `de toezichthouder`, `de vliegtuigbouwer`: a body may be called what a person is.
            if points(r, mention)
                && mention.head.is_some_and(|head| mention.end == head + 1)
                && names_body(&noun)
                && let Some(who) = self.body_meant(&noun)
            {
                return who;
            }
        }
        let who = if let Some(name) = self.speaks_for(r, mention, &noun) {
            self.called(name, Nature::Unnamed)
        } else if mention.indefinite {
            self.add(phrase(r, mention), Nature::Unnamed)
        } else {
            self.phrase(r, mention, Nature::Unnamed)
        };
        if self.all[who].gender.is_none() {
            self.all[who].gender = of_somebody(&noun);
        }
        self.roles_seen.push((noun, who));
        who
    }

    /// `de D66’er`: who was called `D66-Kamerlid` last, or has the party behind the name.
    fn of_party(&self, r: &Reading, noun: &str) -> Option<usize> {
        let stem = noun
            .strip_suffix("ster")
            .or_else(|| noun.strip_suffix("er"))?;
        let party = stem.strip_suffix(['\'', '’'])?;
        let member = |&who: &usize| {
            let source = &self.all[who];
            source.nature == Nature::Person
                && (source
                    .body
                    .is_some_and(|(from, to)| fold(r.span(from, to).of(r.text)) == party)
                    || source.roles.iter().any(|&(_, head)| {
                        fold(r.word(head))
                            .split_once('-')
                            .is_some_and(|(of, _)| of == party)
                    }))
        };
        self.persons_seen
            .iter()
            .rev()
            .take(24)
            .copied()
            .find(member)
    }

    /// `de man`, `de gevierde vrouw`, `de Rotterdammer`: the person mentioned last whom that can mean.
    fn spoken_of(&self, r: &Reading, mention: &Mention, noun: &str) -> Option<usize> {
        let head = mention.head?;
        if mention.end != head + 1 || !points(r, mention) {
            return None;
        }
        let gender = match noun {
            "man" | "jongen" | "vrouw" | "meisje" => of_somebody(noun),
            _ if r.known(head).of_place && noun.ends_with("se") => Some(Gender::Female),
            _ if r.known(head).inhabitant => None,
            _ => return None,
        };
        let fits = |&&who: &&usize| self.may_be(who, gender);
        self.persons_seen.iter().rev().take(6).find(fits).copied()
    }

    /// `deze jonge kunstenaar`, `de 21-jarige coureur`: the person named last, of whom no other role is known.
    fn just_named(&self, r: &Reading, mention: &Mention) -> Option<usize> {
        let head = mention.head?;
        let this = matches!(r.word(mention.start), "deze" | "Deze");
        let aged = (mention.start + 1..head).any(|n| r.word(n).ends_with("jarige"));
        if !matches!(mention.sort, Sort::Role | Sort::Somebody)
            || !(mention.end == head + 1 || (aged && matches!(r.word(head + 1), "van" | "uit")))
            || !(this || (aged && points(r, mention)))
        {
            return None;
        }
        let last = self.persons_seen.last().copied()?;
        let source = &self.all[last];
        let gender = r.known(head).role.and_then(|role| role.gender);
        let fits = self.may_be(last, gender);
        let free = source.roles.is_empty() || aged && !r.is(head, Class::SOMEBODY);
        (source.nature == Nature::Person && free && fits).then_some(last)
    }

    /// `Dat merkt Anna Smit ook. De lector herbestemming aan de hogeschool …`: the only person of the sentence before, met
    /// there for the first time, of whom the reader still has to learn what they are.
    fn introduced(&self, r: &Reading, mention: &Mention) -> Option<usize> {
        let head = mention.head?;
        let index = r.opened_by(mention.start)?;
        let (before, here) = (r.sentences.get(index.checked_sub(1)?)?, r.sentences[index]);
        // The bare noun may be somebody else's: `De rechter`, `De arts`.
        let told = mention.end > head + 1 || r.word(head + 1) == "uit";
        if mention.sort != Sort::Role || r.word(mention.start) != "De" || here.opens_part || !told {
            return None;
        }
        let mut near = self.persons_seen.iter().rev();
        let who = *near.next()?;
        let source = &self.all[who];
        let alone = near
            .next()
            .is_none_or(|&other| self.all[other].last <= before.start);
        let gender = r.known(head).role.and_then(|role| role.gender);
        let fits = self.may_be(who, gender);
        (source.nature == Nature::Person
            && source.full
            && source.roles.is_empty()
            && source.first > before.start
            && alone
            && fits)
            .then_some(who)
    }

    pub(in crate::quotes) fn give(&mut self, r: &Reading, who: usize, role: Items, head: usize) {
        // `Bakker zegt`: what they are called, not what they are.
        let own = r.case(head) == Some(Case::Capital)
            && fold(&self.all[who].name).ends_with(&fold(r.word(head)));
        if own {
            return;
        }
        if self.all[who].roles.len() < 12 {
            self.all[who].roles.push((role, head));
        }
        self.roles_seen.push((noun(r.word(head)), who));
        if self.all[who].gender.is_none() {
            self.all[who].gender = r.known(head).role.and_then(|role| role.gender);
        }
    }

    /// `Anna Smit is hoogleraar ecologie in Leiden`.
    pub(super) fn predicate(
        &mut self,
        r: &Reading,
        who: usize,
        mention: &Mention,
        mentions: &Mentions,
    ) {
        // `Over Smit was de trainer tevreden`: he is the trainer of somebody.
        let told_of = mention.start > 0 && r.is(mention.start - 1, Class::PREPOSITION);
        if mention.sort != Sort::Named || told_of {
            return;
        }
        let mut at = mention.reach;
        // `Anna Smit werkt als bioloog`, `Anna Smit, die als decaan …`
        let relative = r.kind(mention.end) == Kind::Comma && r.is(mention.end + 1, Class::RELATIVE);
        let works = if relative { mention.end + 2 } else { at + 1 };
        let acts = r.word(works) == "als" && r.case(works - 1) == Some(Case::Lower);
        if acts && let Some(found) = mentions.at(works + 1) {
            let found = &mentions.all[found];
            if found.sort == Sort::Role
                && found.start == works + 1
                && found.head.is_some_and(|head| !r.is(head, Class::SOMEBODY))
                && let (Some(role), Some(head)) = (found.role, found.head)
            {
                self.give(r, who, role, head);
                return;
            }
        }
        if !matches!(
            r.word(at),
            "is" | "was" | "werd" | "wordt" | "werkt" | "werkte" | "bleef" | "blijft"
        ) {
            return;
        }
        at += 1;
        // `was begin jaren tachtig de …`, `is sinds 2015 …`: when, before what.
        let limit = at + 7;
        while at < limit
            && mentions.at(at).is_none()
            && (r.kind(at) == Kind::Number
                || r.is(at, Class::ADVERB.or(Class::PREPOSITION))
                || matches!(
                    r.word(at),
                    "als" | "jarenlang" | "momenteel" | "tegenwoordig" | "jaren" | "jaar" | "eeuw"
                )
                || r.is(at - 1, Class::PREPOSITION) && r.known(at).calendar
                || r.word(at - 1) == "jaren" && r.case(at) == Some(Case::Lower))
        {
            at += 1;
        }
        let Some(found) = mentions.at(at) else {
            return;
        };
        let found = &mentions.all[found];
        if found.sort == Sort::Role
            && found.start == at
            && !r.is(at - 1, Class::PREPOSITION)
            && let (Some(role), Some(head)) = (found.role, found.head)
            // `was de eerste vrouw die …`
            && !matches!(r.word(head), "man" | "vrouw" | "jongen" | "meisje" | "kind")
        {
            self.give(r, who, role, head);
            if self.all[who].body.is_none() {
                self.all[who].body = found.body;
            }
        }
    }
}

/// `Zijn tandarts stopte`: his own, and not the one of whom the article tells.
pub(super) fn is_own(r: &Reading, mention: &Mention, noun: &str) -> bool {
    is_possessive(r.word(mention.start))
        && !OF_SOMEBODY.contains(&noun)
        && !mention.head.is_some_and(|head| is_relation(r, head))
}

/// What one is to somebody by name, so that `zijn advocaat` is whoever was named as one.
const OF_SOMEBODY: &[&str] = &[
    "advocaat",
    "advocate",
    "baas",
    "begeleider",
    "broer",
    "coach",
    "collega",
    "compagnon",
    "dochter",
    "echtgenoot",
    "echtgenote",
    "leider",
    "man",
    "manager",
    "moeder",
    "opvolger",
    "partner",
    "raadsman",
    "raadsvrouw",
    "trainer",
    "vader",
    "voorganger",
    "voorzitter",
    "vriend",
    "vriendin",
    "vrouw",
    "weduwe",
    "woordvoerder",
    "woordvoerster",
    "zoon",
    "zus",
];

/// The gender that a noun for somebody tells.
fn of_somebody(noun: &str) -> Option<Gender> {
    match noun {
        "man" | "jongen" | "zoon" | "vader" | "broer" | "opa" | "oom" | "neef" | "heer"
        | "vriend" | "echtgenoot" => Some(Gender::Male),
        "vrouw" | "meisje" | "dochter" | "moeder" | "zus" | "oma" | "tante" | "nicht" | "dame"
        | "vriendin" | "echtgenote" => Some(Gender::Female),
        _ => role_noun(noun).and_then(|role| role.gender),
    }
}

/// `de man`, `het meisje`: points at somebody, and says nothing about them.
pub(super) fn only_somebody(word: &str) -> bool {
    matches!(
        word,
        "man" | "vrouw" | "jongen" | "meisje" | "kind" | "ander"
    )
}

/// `de`, `het`, `deze`, `die` opens the mention: the reader knows who is meant.
pub(super) fn points(r: &Reading, mention: &Mention) -> bool {
    mention.head.is_some_and(|head| mention.start < head)
        && matches!(
            r.word(mention.start),
            "de" | "De" | "het" | "Het" | "deze" | "Deze" | "die" | "Die"
        )
}
