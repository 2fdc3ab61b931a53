//! What stands around a name: adjectives between an article and a name, the woman from a town, what says that capitals
//! are a person's.

use super::{Mention, Sort, is_modifier};
use crate::quotes::attached::{affiliation_end, extend};
use crate::quotes::cues::Form;
use crate::quotes::names::{CERTAIN, Name, name_at};
use crate::quotes::outline::{Reading, Sentence};
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// `de Schiedamse`, `de 68-jarige Groningse`: the adjective of a place with no noun behind it is a woman from there.
pub(super) fn resident(r: &Reading, i: usize, at: usize, s: &Sentence) -> Option<Mention> {
    let mut head = at;
    while head < at + 2 && r.case(head) == Some(Case::Lower) && is_modifier(r, head) {
        head += 1;
    }
    let alone = match r.case(head + 1) {
        Some(Case::Lower) => {
            r.is(
                head + 1,
                Class::FINITE.or(Class::PREPOSITION).or(Class::ADVERB),
            ) || r.known(head + 1).cue.is_some()
        }
        Some(_) => false,
        None => true,
    };
    let woman = head < s.end
        && r.known(head).of_place
        && r.case(head) == Some(Case::Capital)
        && r.word(head).ends_with("se")
        && (alone || head + 1 >= s.end);
    if !woman {
        return None;
    }
    let mut mention = Mention::new(i, head + 1, Sort::Somebody);
    mention.head = Some(head);
    mention.female = Some(true);
    Some(mention)
}

/// `de 21-jarige Anna Smit`, `de omstreden Van Berg`: adjectives between an article and a name; `at` is the first.
pub(super) fn described(r: &Reading, i: usize, at: usize, s: &Sentence) -> Option<Mention> {
    let mut from = at;
    while from < s.end
        && from < at + 3
        && (is_modifier(r, from) || r.is(from, Class::ADVERB))
        && r.case(from) == Some(Case::Lower)
    {
        from += 1;
    }
    if from == at {
        return None;
    }
    let mut name = name_at(r, from, s.end, false)?;
    let of_age = r.word(from - 1).ends_with("jarige");
    // `een opgeluchte Fenna`
    let first = r.known(name.start).first.is_some()
        && !r.known(name.start).common
        && !r.known(name.start).place
        && r.is(i, Class::INDEFINITE);
    // `aldus een boze Wiersma`
    let moody = name.is_single()
        && r.is(i, Class::INDEFINITE)
        && r.case(from) == Some(Case::Capital)
        && r.word(from - 1).ends_with('e')
        && !r.known(from).place
        && !r.known(from).organisation
        && i > s.start
        && (r.known(i - 1).cue.is_some() || r.is(i - 1, Class::ACCORDING));
    if !(of_age || moody || first || name.is_full() && name.weight >= CERTAIN) || name.weight < 0 {
        return None;
    }
    name.weight += 3;
    let mut mention = Mention::new(i, name.end, Sort::Named);
    mention.name = Some(name);
    extend(r, &mut mention, s);
    Some(mention)
}

/// One past `(78)` at item `at`; `at` where no age stands there.
pub(in crate::quotes) fn past_age(r: &Reading, at: usize) -> usize {
    let age =
        r.kind(at) == Kind::Open && r.kind(at + 1) == Kind::Number && r.kind(at + 2) == Kind::Close;
    if age { at + 3 } else { at }
}

/// What stands around a name and says that it is a person's.
pub(super) fn evidence(r: &Reading, name: &Name, s: &Sentence, titled: bool) -> i32 {
    let mut weight = 0;
    if titled {
        weight += 3;
    }
    let next = name.end;
    if past_age(r, next) > next {
        weight += 3;
    }
    if name.is_full() && next + 1 < s.end && r.kind(next) == Kind::Comma {
        let limit = s.end.min(next + 5);
        if (next + 1..limit).any(|n| r.known(n).role.is_some()) {
            weight += 3;
        }
    }
    let unknown = (name.start..name.end).all(|n| {
        let known = r.known(n);
        !known.common && !known.place && !known.organisation && known.class.is_open()
    });
    if name.is_full()
        && unknown
        && next < s.end
        && (r.is(next, Class::FINITE)
            || r.known(next).cue.is_some()
            || (r.case(next) == Some(Case::Lower) && r.looks_finite(next)))
    {
        weight += 2;
    }
    // `vult Grapperhaus aan`, `Yale liet weten`: of a stem its particle must follow.
    let cue = |n: usize| {
        r.known(n).cue.is_some_and(|c| {
            c.form != Form::Participle
                && (c.force.is_some()
                    || (n..s.end.min(n + 12)).any(|p| c.particles.contains(&r.word(p))))
        })
    };
    // `vindt het Simcha Vreeburg`: two words that are nothing else.
    if name.is_full() && unknown && name.start > s.start {
        weight += 2;
    }
    // `Naast hem vouwt Fatuma Warsame haar was.`
    if name.is_full() && unknown && name.start > s.start + 1 {
        let verb = name.start - 1;
        let finite = r.is(verb, Class::FINITE) || r.looks_finite(verb);
        if r.case(verb) == Some(Case::Lower) && finite && !r.is(verb, Class::PREPOSITION) {
            weight += 1;
        }
    }
    // `Everdien Roelofs van de dorpsraad vreest`
    let affiliated = affiliation_end(r, next, s);
    if name.is_full() && unknown && affiliated > next && affiliated < s.end && cue(affiliated) {
        weight += 2;
    }
    // `Die jongen heet Mbaye Ndong`
    if name.start > s.start && matches!(r.word(name.start - 1), "heet" | "heette") {
        weight += 3;
    }
    let according = name.start > s.start && r.is(name.start - 1, Class::ACCORDING);
    if according || (next < s.end && cue(next)) || (name.start > s.start && cue(name.start - 1)) {
        weight += 2;
    }
    if name.start > s.start
        && r.is(name.start - 1, Class::DETERMINER)
        && r.case(name.start - 1) == Some(Case::Lower)
    {
        weight -= 2;
    }
    weight
}
