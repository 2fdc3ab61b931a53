//! Bodies, groups, documents and people without a name or a role.
//!
//! A body is known by its noun (`de gemeente Utrecht`), by capitals that spell no person (`het CBS`), or because the
//! lexicon has it. Groups, documents and the unnamed are closed lists of nouns.

use super::{Mention, Sort, is_modifier, role_at};
use crate::quotes::attached::{affiliation_end, body_in, brackets};
use crate::quotes::cues::Form;
use crate::quotes::lexicon;
use crate::quotes::names::{CERTAIN, Name, name_at};
use crate::quotes::outline::{Reading, Sentence};
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// A single capitalised word that is a known body: `Greenpeace`.
pub(super) fn body_alone(r: &Reading, name: &Name, s: &Sentence) -> Option<Mention> {
    let known = r.known(name.start);
    if name.is_single() && (known.organisation || known.affiliation) && known.first.is_none() {
        let mut end = name.end;
        while end < s.end
            && matches!(r.case(end), Some(Case::Capital | Case::Upper))
            && r.known(end).class.is_open()
            // `verwijt Greenpeace Shell te liegen`: two bodies.
            && !(known.organisation && r.known(end).organisation)
        {
            end += 1;
        }
        let mut mention = Mention::new(name.start, end, Sort::Body);
        mention.body = Some((name.start, end));
        return Some(mention);
    }
    None
}

/// `het CBS`, `de gemeente Utrecht`, `het Openbaar Ministerie (OM)`.
pub(super) fn body_at(
    r: &Reading,
    i: usize,
    at: usize,
    s: &Sentence,
    determined: bool,
) -> Option<Mention> {
    let first = past_modifiers(r, at, s);
    let opens = first == s.start;
    let mut end = first;
    let mut bodily = false;
    let mut capitals = 0;
    if r.case(first) == Some(Case::Lower) {
        if !r.is(first, Class::BODY) && !(r.known(first).affiliation) {
            // `werkgeversorganisatie VNO-NCW`: any noun before an abbreviation.
            let noun = r.known(first).class.is_open()
                && !r.looks_finite(first)
                && r.known(first).cue.is_none()
                && r.case(first + 1) == Some(Case::Upper)
                && first + 1 < s.end;
            // `de stad Mechelen laat weten`
            let town = r.word(first) == "stad" && r.known(first + 1).place;
            if !noun && !town {
                return None;
            }
        }
        bodily = true;
        end += 1;
        if let Some(named) = named_behind(r, i, end, s) {
            return Some(named);
        }
        end = past_of(r, end, s).min(s.end);
    }
    while end < s.end {
        match r.case(end) {
            Some(Case::Upper) => {
                bodily = true;
                capitals += 1;
            }
            Some(Case::Capital) => {
                let known = r.known(end);
                if opens
                    && end == first
                    && (!known.class.is_open() || (known.common && !known.organisation))
                    && !known.affiliation
                    && !known.class.any(Class::BODY)
                {
                    return None;
                }
                // `had de raad Anna Smit gevraagd`
                if end == first + 1 && NAMELESS.contains(&r.word(first)) && is_somebodys(r, end, s)
                {
                    break;
                }
                // `verwijt Greenpeace Shell te liegen`: two bodies.
                if end > first
                    && known.organisation
                    && r.known(end - 1).organisation
                    && r.case(end - 1) == Some(Case::Capital)
                {
                    break;
                }
                bodily |= known.organisation || known.affiliation || known.class.any(Class::BODY);
                capitals += 1;
            }
            Some(Case::Lower) if r.word(end) == "en" && joined(r, first, end, s) => {}
            Some(Case::Lower) if capitals > 0 && joins(r, end, capitals, s) => {}
            _ => {
                if r.word(end) == "&" && r.case(end + 1) == Some(Case::Capital) {
                    end += 1;
                    continue;
                }
                break;
            }
        }
        end += 1;
    }
    if end == first {
        return None;
    }
    if capitals == 0 && !bodily {
        return None;
    }
    if !bodily && (!determined || capitals == 0) {
        return None;
    }
    if !bodily && r.known(first).place && capitals == 1 {
        return None;
    }
    // `het Noorse Kristiansand`: a town.
    if !bodily
        && r.word(i) == "het"
        && r.word(first).ends_with('e')
        && r.known(first).of_place
        && capitals == 2
    {
        return None;
    }
    let mut mention = Mention::new(i, end, Sort::Body);
    mention.body = Some((first, end));
    mention.reach = end;
    mention.end = brackets(r, &mut mention, end, s);
    mention.reach = past_relative(r, mention.end, s);
    mention.role = Some((at, end));
    Some(mention)
}

/// One past the adjectives before the noun of a body: `het machtige`, `het Friese`.
fn past_modifiers(r: &Reading, at: usize, s: &Sentence) -> usize {
    let mut first = at;
    while first < s.end
        && first < at + 2
        && (r.case(first) == Some(Case::Lower)
            || (r.known(first).of_place && r.case(first + 1) == Some(Case::Lower)))
        && is_modifier(r, first)
        && !r.is(first, Class::BODY)
    {
        first += 1;
    }
    first
}

/// One past what follows the noun of a body, which ends before item `end`: `van bestuur`, or the `van` of `van Utrecht`.
fn past_of(r: &Reading, end: usize, s: &Sentence) -> usize {
    if r.word(end) != "van" {
        return end;
    }
    // `de raad van bestuur`, `het hof van beroep`
    if matches!(
        r.word(end + 1),
        "bestuur" | "toezicht" | "commissarissen" | "beroep"
    ) {
        return end + 2;
    }
    // `het kabinet van de minister`
    if r.word(end - 1) == "kabinet"
        && matches!(r.word(end + 1), "de" | "het")
        && r.known(end + 2).role.is_some()
    {
        return end + 3;
    }
    // `de koepel van jeugdartsen`
    let of_many = OF_MEMBERS.iter().any(|of| r.word(end - 1).ends_with(of))
        && r.case(end + 1) == Some(Case::Lower)
        && r.known(end + 1).class.any(Class::GROUP)
        || r.word(end + 1).ends_with("artsen");
    if of_many {
        return end + 2;
    }
    let named = matches!(r.case(end + 1), Some(Case::Capital | Case::Upper))
        && !is_somebodys(r, end + 1, s);
    end + usize::from(named)
}

/// Bodies that are never called after a person.
const NAMELESS: &[&str] = &[
    "bestuur",
    "bond",
    "club",
    "college",
    "commissie",
    "directie",
    "fractie",
    "gemeente",
    "kabinet",
    "partij",
    "politie",
    "raad",
    "rechtbank",
    "regering",
];

/// Bodies that are named by who belongs to them.
const OF_MEMBERS: &[&str] = &["bond", "koepel", "organisatie", "vereniging"];

/// `de partij van Anna Smit`: a person's full name begins at item `i`.
fn is_somebodys(r: &Reading, i: usize, s: &Sentence) -> bool {
    name_at(r, i, s.end, false).is_some_and(|name| name.is_full() && name.weight >= CERTAIN)
}

/// `zegt een man in werkplunje`: behind a verb of saying all of it up to the full stop says who that is.
pub(super) fn described_until(r: &Reading, from: usize, end: usize, s: &Sentence) -> usize {
    let said = from > s.start
        && r.known(from - 1)
            .cue
            .is_some_and(|c| c.force.is_some() && c.form == Form::Singular);
    let more = said
        && matches!(
            r.word(end),
            "met" | "in" | "naast" | "achter" | "uit" | "van" | "bij" | "op" | "binnen"
        );
    if !more {
        return before_verb(r, from, end, s);
    }
    (end..s.end.min(end + 8))
        .take_while(|&n| {
            let to_whom = n > end
                && matches!(
                    r.word(n),
                    "tegen" | "aan" | "via" | "na" | "over" | "tijdens"
                );
            !to_whom && r.word(n) != "te" && !r.is(n, Class::FINITE)
        })
        .find(|&n| r.case(n).is_none())
        .filter(|&n| matches!(r.kind(n), Kind::Stop | Kind::Comma))
        .unwrap_or(end)
}

/// `Een vrouw met een elektrische fiets ziet dat anders.`: somebody new who opens the sentence at item `from` is told of up
/// to the verb.
fn before_verb(r: &Reading, from: usize, end: usize, s: &Sentence) -> usize {
    let told = from == s.start
        && r.word(from) == "Een"
        && matches!(
            r.word(end),
            "met" | "in" | "uit" | "op" | "naast" | "achter"
        );
    if !told {
        return end;
    }
    (end + 1..s.end.min(end + 7))
        .take_while(|&n| r.case(n).is_some() && r.pair(n).is_none())
        .find(|&n| {
            let verb = r.is(n, Class::FINITE) && !r.is(n, Class::PREPOSITION.or(Class::DETERMINER))
                || r.known(n).cue.is_some_and(|c| c.form == Form::Singular);
            n > end + 1 && r.case(n) == Some(Case::Lower) && verb
        })
        .unwrap_or(end)
}

/// One past the comma that closes `, dat de dijken beheert,` behind a body; `from` where there is no such clause.
pub(super) fn past_relative(r: &Reading, from: usize, s: &Sentence) -> usize {
    let opens = r.kind(from) == Kind::Comma
        && from + 1 < s.end
        && r.is(from + 1, Class::RELATIVE)
        && r.case(from + 1) == Some(Case::Lower);
    if !opens {
        return from;
    }
    (from + 2..s.end.min(from + 24))
        .find(|&n| r.kind(n) == Kind::Comma)
        .map_or(from, |n| n + 1)
}

/// `de koepel van woningcorporaties Aedes`: behind the noun, which ends before item `from`, stand what it is of and its
/// name.
fn named_behind(r: &Reading, i: usize, from: usize, s: &Sentence) -> Option<Mention> {
    let capital = |n: usize| matches!(r.case(n), Some(Case::Capital | Case::Upper));
    let named = from + 2;
    let follows = r.word(from) == "van"
        && r.case(from + 1) == Some(Case::Lower)
        && r.known(from + 1).class.is_open()
        // `de partij van minister Smit`
        && r.known(from + 1).role.is_none()
        && named < s.end
        && capital(named)
        && r.known(named).first.is_none();
    if !follows {
        return None;
    }
    let stop = (named..s.end).find(|&n| !capital(n)).unwrap_or(s.end);
    let mut mention = Mention::new(i, stop, Sort::Body);
    mention.body = Some((named, stop));
    Some(mention)
}

/// `Raad voor de Leefomgeving`, `Toezicht op de Mijnen`: a small word at item `at` that goes on with the name of a body
/// of which so many capitals were read.
fn joins(r: &Reading, at: usize, capitals: usize, s: &Sentence) -> bool {
    let goes_on =
        |n: usize| n < s.end && r.case(n) == Some(Case::Capital) && r.known(n).first.is_none();
    let behind = (at + 1..s.end)
        .find(|&n| !matches!(r.word(n), "de" | "het" | "der"))
        .unwrap_or(s.end);
    match r.word(at) {
        "van" | "voor" | "de" | "der" | "het" => goes_on(behind),
        // `Ajax op Real Madrid` are two.
        "op" => behind > at + 1 && goes_on(behind),
        "en" => capitals >= 2 && goes_on(at + 1),
        _ => false,
    }
}

/// `Sociaal en Cultureel Planbureau`: an ordinary word before `en`, and behind it capitals that end in a body.
fn joined(r: &Reading, first: usize, en: usize, s: &Sentence) -> bool {
    let ordinary = |n: usize| r.known(n).common && r.known(n).first.is_none();
    en > first
        && (first..en).all(ordinary)
        && (en + 1..s.end.min(en + 4))
            .take_while(|&n| r.case(n) == Some(Case::Capital))
            .any(|n| r.is(n, Class::BODY) || r.known(n).affiliation)
}

/// `Poolse onderzoekers`, `Amerikaanse en Spaanse wetenschappers`: where from, though a Poolse may be a woman too.
fn goes_on(r: &Reading, i: usize) -> bool {
    let small = Class::FINITE
        .or(Class::PREPOSITION)
        .or(Class::ADVERB)
        .or(Class::SUBORDINATOR);
    r.known(i).of_place
        && r.case(i + 1) == Some(Case::Lower)
        && !r.is(i + 1, small)
        && r.known(i + 1).cue.is_none()
}

/// `tegenstanders`, `het rapport`, `een ingewijde`.
pub(super) fn group_at(
    r: &Reading,
    i: usize,
    at: usize,
    s: &Sentence,
    indefinite: bool,
) -> Option<Mention> {
    let mut head = at;
    while head < s.end
        && head < at + 5
        && (!r.is(head, Class::GROUP.or(Class::DOCUMENT).or(Class::SOMEBODY)) || goes_on(r, head))
        && is_modifier(r, head)
    {
        head += 1;
        // `Amerikaanse en Spaanse wetenschappers`
        if r.word(head) == "en" && is_modifier(r, head + 1) {
            head += 1;
        }
    }
    if head >= s.end || r.case(head).is_none() {
        return None;
    }
    // `een wereld`, `een sector`: only the one that the reader knows says things.
    if indefinite
        && matches!(
            r.word(head),
            "wereld" | "sector" | "branche" | "organisatie"
        )
    {
        return None;
    }
    let sort = if r.is(head, Class::SOMEBODY) {
        let people = r.known(head).inhabitant && lexicon::inhabitants(r.word(head));
        if people { Sort::Group } else { Sort::Somebody }
    } else if r.is(head, Class::GROUP.or(Class::DOCUMENT)) {
        Sort::Group
    } else {
        return None;
    };
    let with = affiliation_end(r, head + 1, s);
    // `zijn collega van de dijkpartij, Kamerlid Anna Smit,`
    if sort == Sort::Somebody
        && at > i
        && r.kind(with) == Kind::Comma
        && with + 1 < s.end
        && let Some(mut named) = role_at(r, with + 1, with + 1, s, false, false)
        && named.name.is_some_and(|name| name.is_full())
        && r.kind(named.end) == Kind::Comma
    {
        named.start = i;
        named.reach = named.reach.max(named.end + 1);
        return Some(named);
    }
    // `een man uit Amersfoort`
    let from_place = sort == Sort::Somebody
        && indefinite
        && r.word(with) == "uit"
        && with + 1 < s.end
        && r.case(with + 1) == Some(Case::Capital);
    let with = with + if from_place { 2 } else { 0 };
    let with = if sort == Sort::Somebody && indefinite {
        described_until(r, i, with, s)
    } else {
        with
    };
    let mut mention = Mention::new(i, with, sort);
    mention.head = Some(head);
    mention.indefinite = indefinite;
    mention.body = body_in(r, head + 1, with);
    mention.reach = past_restriction(r, i, with, s);
    Some(mention)
}

/// `Een aandeelhouder die niet genoemd wil worden, zegt`: one past the comma that closes the clause, behind somebody who
/// opens the sentence at item `i` and ends before item `from`.
pub(super) fn past_restriction(r: &Reading, i: usize, from: usize, s: &Sentence) -> usize {
    if i != s.start || !matches!(r.word(from), "die" | "dat") {
        return from;
    }
    (from + 2..s.end.min(from + 24))
        .find(|&n| !matches!(r.kind(n), Kind::Word(_) | Kind::Number) || r.pair(n).is_some())
        .filter(|&n| r.kind(n) == Kind::Comma && r.known(n + 1).cue.is_some())
        .map_or(from, |n| n + 1)
}
