//! What belongs to a name or a role: affiliation, brackets, apposition.
//!
//! `van de Universiteit Leiden`, `(46)`, `(PvdA)`, `, tevens directeur van …,`. A verb that comes after all that still
//! touches its subject, and what stands there is the person's role.

use super::mentions::{Items, Mention, Sort, is_modifier, role_at, uninflected};
use super::names::{CERTAIN, name_at};
use super::outline::{Reading, Sentence};
use super::tokens::{Case, Kind};
use super::words::Class;

/// One past `van de Universiteit Utrecht`, `bij adviesbureau X`, `(PvdA)`; `from` where there is none.
pub(super) fn affiliation_end(r: &Reading, from: usize, s: &Sentence) -> usize {
    if from + 1 >= s.end {
        return from;
    }
    if !matches!(
        r.word(from),
        "van" | "bij" | "aan" | "uit" | "namens" | "voor" | "der" | "in" | "op"
    ) {
        return from;
    }
    let mut at = from + 1;
    let mut capitals = 0;
    let mut nouns = 0;
    while at < s.end && at < from + 12 {
        let known = r.known(at);
        match r.case(at) {
            Some(Case::Capital | Case::Upper) => {
                capitals += 1;
                nouns += 1;
            }
            Some(Case::Lower) => {
                let small = (known.class.any(Class::DETERMINER) && at == from + 1)
                    || (known.class.any(Class::PARTICLE)
                        && matches!(r.case(at + 1), Some(Case::Capital | Case::Upper))
                        && capitals > 0
                        && r.word(at) != "in"
                        && r.word(at) != "op"
                        && r.word(at) != "aan")
                    // `van het ministerie van Landbouw`
                    || (r.word(at) == "van"
                        && r.known(at - 1).class.any(Class::BODY)
                        && r.case(at + 1) == Some(Case::Capital))
                    || (matches!(r.word(at), "en" | "voor" | "der" | "&")
                        && matches!(r.case(at + 1), Some(Case::Capital))
                        && capitals > 0
                        && r.known(at + 1).first.is_none())
                    || (capitals > 0
                        && matches!(r.word(at), "voor" | "van" | "op")
                        && matches!(r.word(at + 1), "de" | "het")
                        && matches!(r.case(at + 2), Some(Case::Capital | Case::Upper))
                        && (from + 1..at).any(|n| of_a_body(r, n)));
                if small {
                } else if (known.class.is_open() || known.class.any(Class::BODY.or(Class::GROUP)))
                    && (known.cue.is_none() || known.class.any(Class::BODY))
                    && !r.looks_finite(at)
                    && (nouns == 0 || capitals == 0 || r.known(at - 1).of_place)
                    && nouns < 4
                {
                    nouns += 1;
                } else {
                    break;
                }
            }
            _ => {
                if r.word(at) == "&" {
                    at += 1;
                    continue;
                }
                break;
            }
        }
        at += 1;
    }
    let place_only = matches!(r.word(from), "in" | "uit" | "op");
    let bodily = (from + 1..at).any(|n| {
        r.known(n).affiliation || r.known(n).organisation || r.known(n).class.any(Class::BODY)
    });
    let enough = match r.word(from) {
        "van" | "bij" | "der" | "namens" => nouns > 0,
        "aan" | "voor" => bodily || (capitals > 0 && r.word(from) == "voor"),
        _ => place_only && capitals > 0 && bodily,
    };
    if enough { at } else { from }
}

/// A word with a capital that names no person and no place: `Bureau`, `Raad`, `Inspectie`.
fn of_a_body(r: &Reading, i: usize) -> bool {
    let known = r.known(i);
    r.case(i) == Some(Case::Capital)
        && (known.affiliation || known.organisation || known.class.any(Class::BODY))
}

/// The body in an affiliation: the words after the preposition and the article.
pub(super) fn body_in(r: &Reading, start: usize, end: usize) -> Option<Items> {
    let preposition =
        (start..end).find(|&n| matches!(r.word(n), "van" | "bij" | "aan" | "namens"))?;
    let mut from = preposition + 1;
    while from < end && r.is(from, Class::DETERMINER) {
        from += 1;
    }
    let capital = (from..end).any(|n| matches!(r.case(n), Some(Case::Capital | Case::Upper)));
    (from < end && capital).then_some((from, end))
}

/// Adds affiliation, brackets and apposition to a mention by name.
pub(super) fn extend(r: &Reading, mention: &mut Mention, s: &Sentence) {
    let mut at = mention.end;
    // Suffixes: PhD, MSc.
    while at + 1 < s.end
        && r.kind(at) == Kind::Comma
        && matches!(r.word(at + 1), "MA" | "PhD" | "MSc" | "BSc")
    {
        at += 2;
    }
    at = brackets(r, mention, at, s);
    let with = affiliation_end(r, at, s);
    if with > at && !matches!(r.word(at), "aan" | "in" | "op" | "voor") {
        mention.body = body_in(r, at, with).or(mention.body);
        at = with;
    }
    at = brackets(r, mention, at, s);
    // `Anna Smit uit Assen, antiquair en verzamelaar`
    let from_town = r.word(at) == "uit"
        && r.case(at + 1) == Some(Case::Capital)
        && r.kind(at + 2) == Kind::Comma
        && at + 3 < s.end
        && r.case(at + 3) == Some(Case::Lower)
        && r.known(at + 3).role.is_some();
    if from_town {
        at += 2;
    }
    mention.end = at;
    mention.reach = at;
    if r.kind(at) == Kind::Comma {
        apposition(r, mention, s);
    } else if parted(r, mention) && at + 1 < s.end && r.kind(at + 1) == Kind::Comma {
        // `legt Anna Smit uit, hoogleraar ecologie in Leiden`
        mention.end = at + 1;
        apposition(r, mention, s);
        mention.end = at;
        mention.reach = at;
    }
}

/// True where the verb before the mention has its particle right behind it: `legt Anna Smit uit`.
fn parted(r: &Reading, mention: &Mention) -> bool {
    let verb = mention.start.checked_sub(1);
    verb.and_then(|n| r.known(n).cue)
        .is_some_and(|cue| cue.particles.contains(&r.word(mention.end)))
}

/// Passes over `(46)` and `(PvdA)`.
pub(super) fn brackets(r: &Reading, mention: &mut Mention, at: usize, s: &Sentence) -> usize {
    if r.kind(at) != Kind::Open || at >= s.end {
        return at;
    }
    let Some(close) = (at + 1..s.end.min(at + 20)).find(|&n| r.kind(n) == Kind::Close) else {
        return at;
    };
    let inside = (at + 1, close);
    if close == at + 2 && matches!(r.case(at + 1), Some(Case::Upper | Case::Capital)) {
        mention.body = Some(inside);
    } else if let Some(head) = (at + 1..close.min(at + 4)).find(|&n| r.known(n).role.is_some()) {
        let mut to = head + 1;
        while to < close && r.kind(to) != Kind::Comma {
            to += 1;
        }
        mention.apposition = Some((at + 1, to));
        mention.apposition_head = Some(head);
    }
    close + 1
}

/// `, hoogleraar ecologie aan de Universiteit Leiden,`: after the comma at `mention.end`.
pub(super) fn apposition(r: &Reading, mention: &mut Mention, s: &Sentence) {
    let mut at = mention.end + 1;
    if at >= s.end {
        return;
    }
    while at < s.end
        && matches!(
            r.word(at),
            "tevens"
                | "ook"
                | "zelf"
                | "voorheen"
                | "destijds"
                | "nu"
                | "inmiddels"
                | "tegenwoordig"
                | "jarenlang"
                | "toen"
                | "werkzaam"
                | "als"
        )
    {
        at += 1;
    }
    at = past_time(r, at, s);
    if at < s.end && (r.is(at, Class::DETERMINER)) && r.case(at) == Some(Case::Lower) {
        at += 1;
    }
    let start = at;
    let mut head = at;
    while head < s.end
        && head < at + 4
        && r.known(head).role.is_none()
        && (is_modifier(r, head) || uninflected(r, head) || r.kind(head) == Kind::Number)
    {
        head += 1;
    }
    while head + 1 < s.end && r.known(head).role.is_some() && r.known(head + 1).role.is_some() {
        head += 1;
    }
    let is_role = head < s.end && r.known(head).role.is_some();
    // A name after a role is another person: `Jansen, directeur Pietersen en …`
    if is_role
        && matches!(r.case(head + 1), Some(Case::Capital))
        && r.known(head + 1).first.is_some()
        && r.case(head + 2) == Some(Case::Capital)
    {
        return;
    }
    // Nor is the next of a list: `Jansen, de Spaanse premier Morales en Bakker`.
    if is_role && start > mention.end + 1 && is_surname(r, head + 1) {
        return;
    }
    let relative = start == mention.end + 1 && r.is(start, Class::RELATIVE);
    let prepositional = start == mention.end + 1 && r.is(start, Class::PREPOSITION) && !is_role;
    if !is_role && !relative && !prepositional && start == mention.end + 1 {
        return;
    }
    let to = end_of_apposition(r, at, s, is_role);
    if is_role {
        let mut role_end = to;
        // A relative clause or a verb ends the role.
        if let Some(stop) = (head + 1..to).find(|&n| {
            let known = r.known(n);
            (known.class.any(Class::FINITE)
                && !known.class.any(Class::DETERMINER)
                && r.case(n) == Some(Case::Lower))
                || (known.class.any(Class::RELATIVE) && r.case(n) == Some(Case::Lower))
                || known.class.any(Class::HE)
                || (known
                    .cue
                    .is_some_and(|c| c.force.is_some() && c.form == super::cues::Form::Singular)
                    && known.class.is_open())
        }) {
            role_end = stop;
        }
        mention.apposition = Some((start, role_end));
        mention.apposition_head = Some(head);
        mention.body = body_in(r, head + 1, role_end).or(mention.body);
        if role_end < to && !r.is(role_end, Class::RELATIVE) {
            // `Jansen, directeur van X zegt`: the comma is missing.
            mention.reach = role_end;
            return;
        }
    }
    let closed = to < s.end && r.kind(to) == Kind::Comma;
    mention.reach = if closed { to + 1 } else { to };
    if relative && closed {
        return;
    }
    if closed && is_role {
        // A second apposition: `, tevens directeur …,`, `, die … schreef,`.
        let more = to + 1;
        if more < s.end
            && (matches!(r.word(more), "tevens" | "en" | "ook")
                || (r.is(more, Class::RELATIVE) && r.case(more) == Some(Case::Lower)))
            && let Some(next) = (more..s.end.min(more + 30))
                .find(|&n| matches!(r.kind(n), Kind::Comma | Kind::Stop | Kind::Colon))
            && r.kind(next) == Kind::Comma
        {
            mention.reach = next + 1;
        }
    }
}

/// One past `tot 2022`, `al 26 jaar` at item `at`: how long somebody has been what follows.
fn past_time(r: &Reading, at: usize, s: &Sentence) -> usize {
    if matches!(r.word(at), "tot" | "sinds" | "vanaf") && r.kind(at + 1) == Kind::Number {
        return at + 2;
    }
    if !matches!(r.word(at), "al" | "sinds" | "ruim" | "bijna") {
        return at;
    }
    (at + 1..s.end.min(at + 5))
        .take_while(|&n| r.kind(n) != Kind::Comma)
        .find(|&n| matches!(r.word(n), "jaar" | "maanden"))
        .map_or(at, |n| n + 1)
}

/// A capital that is neither a place nor a body nor an ordinary word.
fn is_surname(r: &Reading, i: usize) -> bool {
    let known = r.known(i);
    r.case(i) == Some(Case::Capital)
        && known.class.is_open()
        && !(known.place || known.of_place || known.organisation || known.affiliation)
        && (known.surname || !known.common)
}

/// Where an apposition that begins at item `at` ends: at the next comma, over commas inside brackets.
fn end_of_apposition(r: &Reading, at: usize, s: &Sentence, is_role: bool) -> usize {
    let mut to = at;
    let mut depth = 0;
    let limit = s.end.min(at + 40);
    while to < limit {
        match r.kind(to) {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            Kind::Comma | Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Dash if depth <= 0 => {
                break;
            }
            _ => {}
        }
        if r.pair(to).is_some()
            && to > at
            && r.pair(to - 1).is_none()
            && is_role
            && r.kind(to - 1) == Kind::Comma
        {
            break;
        }
        to += 1;
    }
    to
}

/// `de Amerikaanse Susie Baker`, `Spanjaard Luis Moreno`: where somebody is from hides no name. `at` is the first word
/// after the article.
pub(super) fn from_somewhere(r: &Reading, i: usize, at: usize, s: &Sentence) -> Option<Mention> {
    let known = r.known(at);
    if r.case(at) != Some(Case::Capital)
        || known.first.is_some()
        || !(known.of_place || known.inhabitant)
    {
        return None;
    }
    // `de Romein Plinius`: behind an inhabitant one name will do.
    let mut name = name_at(r, at + 1, s.end, false).filter(|name| {
        (name.is_full() && name.weight >= CERTAIN - 1)
            || (name.is_single()
                && known.inhabitant
                && name.weight >= 0
                && at > i
                // `de Nederlandse Textielbond`
                && !of_a_body(r, at + 1))
    })?;
    name.weight += 3;
    let mut mention = Mention::new(i, name.end, Sort::Named);
    mention.name = Some(name);
    extend(r, &mut mention, s);
    Some(mention)
}

/// `Trumps economisch adviseur Larry Koster`: whose adviser it is stands first, and is not who speaks.
pub(super) fn of_somebody(r: &Reading, i: usize, s: &Sentence) -> Option<Mention> {
    if r.case(i) != Some(Case::Capital)
        || r.case(i + 1) != Some(Case::Lower)
        || !r.span(i, i + 1).of(r.text).ends_with('s')
    {
        return None;
    }
    let role = (i + 1..s.end.min(i + 3)).find(|&n| r.known(n).role.is_some())?;
    let mut mention = role_at(r, role, role, s, false, true)?;
    mention.start = i;
    mention.name?.is_full().then_some(mention)
}
