//! Roles: `[de] [Utrechtse] hoogleraar [ecologie] [Anna Smit] [van de Universiteit Leiden]`.
//!
//! The noun is what makes a role; what stands before it may be adjectives, what stands behind it a specialism, a body, a
//! name. A role with a name is a mention of that person.

use super::around::past_age;
use super::body::{described_until, past_restriction};
use super::{Mention, Sort, is_modifier};
use crate::quotes::attached::{affiliation_end, apposition, body_in, extend};
use crate::quotes::names::{CERTAIN, Name, name_at};
use crate::quotes::outline::{Reading, Sentence};
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// `[de] [Utrechtse] hoogleraar [ecologie] [Anna Smit]`; `at` is the first word after the article.
pub(in crate::quotes) fn role_at(
    r: &Reading,
    i: usize,
    at: usize,
    s: &Sentence,
    indefinite: bool,
    determined: bool,
) -> Option<Mention> {
    let (at, head) = head_of(r, at, s)?;
    let mut role_end = head + 1;
    // `oncoloog en onderzoeker`, `schrijver, journalist en columnist`.
    loop {
        if role_end + 1 < s.end
            && matches!(r.word(role_end), "en" | "annex" | "tevens" | "&")
            && r.known(role_end + 1).role.is_some()
        {
            role_end += 2;
        } else {
            break;
        }
    }
    let mut mention = Mention::new(i, role_end, Sort::Role);
    mention.head = Some(head);
    mention.indefinite = indefinite;
    mention.role = Some((at, role_end));
    // `mijn moeder`, `de buurman`: neither specialism nor affiliation stands between them and a name.
    let plain = r.is(head, Class::SOMEBODY);
    let found =
        name_after_role(r, role_end, s).filter(|(_, titles, _)| !plain || *titles == role_end);
    // `de toenmalig hoofddirecteur Beleid`: with an article, an ordinary word is what they are head of.
    let found = found.filter(|(name, ..)| {
        let known = r.known(name.start);
        !(determined && name.is_single() && known.common && !known.surname && known.first.is_none())
    });
    // `leverancier Velomax`: a firm, whose name is nothing else.
    if let Some((name, titles, _)) = found
        && titles == role_end
        && name.is_single()
        && OFTEN_BODIES.iter().any(|of| r.word(head).ends_with(of))
        && r.known(name.start).first.is_none()
        && !r.known(name.start).surname
    {
        mention.sort = Sort::Body;
        mention.head = None;
        mention.role = Some((at, name.end));
        mention.body = Some((at, name.end));
        mention.end = name.end;
        mention.reach = name.end;
        return Some(mention);
    }
    if let Some((name, titles, female)) = found {
        mention.name = Some(name);
        mention.sort = Sort::Named;
        mention.role = Some((at, titles));
        mention.end = name.end;
        mention.reach = name.end;
        mention.female = female;
        extend(r, &mut mention, s);
        return Some(mention);
    }
    // `vader en zoon`: two people, neither of whom it means alone.
    if role_end > head + 1 && r.word(head + 1) == "en" && is_relation(r, head) {
        mention.sort = Sort::Group;
        return Some(mention);
    }
    // Specialism and affiliation without a name.
    let mut end = role_extent(r, role_end, plain, s);
    // `een man uit Amersfoort`
    if indefinite && plain && r.word(end) == "uit" && r.case(end + 1) == Some(Case::Capital) {
        end = (end + 2).min(s.end);
    }
    if indefinite {
        end = described_until(r, i, end, s);
    }
    mention.end = end;
    mention.reach = past_restriction(r, i, end, s);
    mention.role = Some((at, end));
    mention.body = body_in(r, role_end, end);
    if determined
        && r.kind(end) == Kind::Comma
        && end + 1 < s.end
        && let Some(mut name) = name_at(r, end + 1, s.end, false)
        // `Een vaste klant, Hennie, …`
        && (!indefinite || r.known(name.start).first.is_some())
        && ((name.is_full() && (name.weight >= CERTAIN - 1 || apart(r, &name)))
            // `De winnares van vorig jaar, Netta, …`, `Die kleinzoon, Sem van 11, …`
            || (name.is_single()
                && r.kind(past_age(r, name.end)) == Kind::Comma
                && !r.known(name.start).place
                && !r.known(name.start).organisation
                && !r.known(name.start).common))
        && let close = past_age(r, name.end)
        && (close == s.end || matches!(r.kind(close), Kind::Comma | Kind::Stop | Kind::Colon))
    {
        // `de rector van de universiteit, Anna Smit,`
        name.weight += 3;
        mention.name = Some(name);
        mention.sort = Sort::Named;
        mention.end = close;
        mention.reach = close + usize::from(close < s.end && r.kind(close) == Kind::Comma);
        return Some(mention);
    }
    // `zijn broer, burgemeester Jan de Wit,`
    if determined
        && r.kind(end) == Kind::Comma
        && end + 1 < s.end
        && (r.case(end + 1) == Some(Case::Lower) || r.known(end + 1).role.is_some())
        && let Some(mut inner) = role_at(r, end + 1, end + 1, s, false, false)
        && inner.name.is_some_and(|name| name.is_full())
        && matches!(r.kind(inner.end), Kind::Comma)
    {
        inner.start = i;
        inner.reach = inner.reach.max(inner.end + 1);
        return Some(inner);
    }
    if end < s.end && r.kind(end) == Kind::Comma && determined {
        apposition(r, &mut mention, s);
    }
    Some(mention)
}

/// `de directeur, Ab Nieuwkamp, voelt er niets voor`: two words that are nothing else, between commas.
fn apart(r: &Reading, name: &Name) -> bool {
    r.kind(name.end) == Kind::Comma
        && (name.start..name.end).all(|n| {
            let known = r.known(n);
            !known.place && !known.organisation && !known.affiliation
        })
        && !r.known(name.start).common
}

/// Where the role that may begin at item `at` begins, and its noun.
fn head_of(r: &Reading, at: usize, s: &Sentence) -> Option<(usize, usize)> {
    let mut head = at;
    // `FC Utrecht-trainer`: a club of two words before the hyphen.
    if at + 1 < s.end
        && matches!(r.case(at), Some(Case::Capital | Case::Upper))
        && r.known(at).role.is_none()
        && r.known(at).first.is_none()
        && r.known(at).class.is_open()
        && r.word(at + 1).contains('-')
        && matches!(r.case(at + 1), Some(Case::Capital | Case::Upper))
        && r.known(at + 1).role.is_some()
    {
        head += 1;
    }
    while head < s.end
        && head < at + 4
        && r.known(head).role.is_none()
        && (is_modifier(r, head) || uninflected(r, head))
    {
        head += 1;
        if head + 1 < s.end && r.word(head) == "en" && is_modifier(r, head + 1) {
            head += 1;
        }
    }
    // An adjective that happens to be a role noun too: `lead architect`, `algemeen directeur`. What somebody is to
    // somebody else says less than the role behind it: `schoondochter kroonprinses Anna`.
    let mut at = at;
    while head + 1 < s.end
        && r.known(head).role.is_some()
        && r.known(head + 1).role.is_some()
        && r.case(head + 1) != Some(Case::Capital)
    {
        if is_relation(r, head) {
            at = head + 1;
        }
        head += 1;
    }
    r.known(head).role?;
    if head >= s.end || r.case(head).is_none() {
        return None;
    }
    Some((at, head))
}

/// `economisch adviseur`, `een gespecialiseerd jurist`: an adjective without `-e`, right before a role noun.
pub(in crate::quotes) fn uninflected(r: &Reading, i: usize) -> bool {
    let word = r.word(i);
    r.case(i) == Some(Case::Lower)
        && r.known(i + 1).role.is_some()
        && r.known(i).class.is_open()
        && r.case(i + 1) == Some(Case::Lower)
        && [
            "isch", "lijk", "end", "eel", "aal", "ief", "air", "eerd", "ig", "loos",
        ]
        .iter()
        .any(|end| word.ends_with(end))
}

/// `dochter`, `schoonzus`, `weduwe`: what somebody is to somebody else.
pub(in crate::quotes) fn is_relation(r: &Reading, head: usize) -> bool {
    let word = r.word(head);
    r.is(head, Class::SOMEBODY.or(Class::FEMALE).or(Class::MALE))
        && !matches!(
            word,
            "koning" | "koningin" | "prins" | "prinses" | "pater" | "pastoor"
        )
        || word.strip_prefix("schoon").is_some_and(|of| {
            matches!(
                of,
                "zus" | "broer" | "vader" | "moeder" | "zoon" | "dochter"
            )
        })
        || word.ends_with("genoot")
        || word.ends_with("genote")
}

/// The name that follows a role, over a specialism of a few words; with where the role ends.
fn name_after_role(r: &Reading, from: usize, s: &Sentence) -> Option<(Name, usize, Option<bool>)> {
    let limit = s.end.min(from + 10);
    let mut at = from;
    while at < limit {
        let Some(case) = r.case(at) else {
            // `hoogleraar 'digitale cultuur' Anna Smit`, `hoogleraar Biologie (Utrecht) …` are left alone.
            return None;
        };
        let mut start = at;
        let mut female = None;
        while start < limit
            && r.is(start, Class::TITLE)
            && r.case(start).is_some()
            && start + 1 < s.end
        {
            if r.is(start, Class::FEMALE) {
                female = Some(true);
            } else if r.is(start, Class::MALE) {
                female = Some(false);
            }
            start += 1;
        }
        if (case != Case::Lower || start > at || r.word(at).starts_with(['\'', '’']))
            && let Some(mut name) = name_at(r, start, s.end, false)
        {
            let direct = at == from;
            let after_preposition = at > from
                && r.is(
                    at - 1,
                    Class::PREPOSITION
                        .or(Class::DETERMINER)
                        .or(Class::CONJUNCTION),
                );
            let strong = name.is_full() && name.weight >= CERTAIN - 1;
            let word = ordinary(r, &name);
            // `van Economische Zaken Anna Smit`: the name begins behind the ministry.
            // `directeur Publieke Gezondheid Anna Smit`: or behind what they are head of.
            let plain = |n: usize| r.known(n).common && r.known(n).first.is_none();
            let ministry = plain(name.start)
                && (name.start + 1..name.end)
                    .find(|&n| !plain(n))
                    .is_some_and(|n| r.known(n).first.is_some() && n + 1 < s.end);
            if ministry {
                at += 1;
                continue;
            }
            // `schepen van Openbare Werken Lutgart Vanhove`: two words that are nothing else.
            let nothing = name.is_full()
                && (name.start..name.end).all(|n| {
                    let known = r.known(n);
                    known.class.is_open()
                        && !(known.common || known.place || known.organisation || known.affiliation)
                });
            if (direct && name.weight > -2 && !word)
                || ((strong || nothing && !direct) && !after_preposition)
            {
                name.weight += 3;
                return Some((name, at, female));
            }
        }
        let known = r.known(at);
        if known.cue.is_some_and(|c| c.force.is_some())
            && case == Case::Lower
            && known.class.is_open()
        {
            return None;
        }
        if known.class.any(
            Class::FINITE
                .or(Class::SUBORDINATOR)
                .or(Class::HE)
                .or(Class::SHE)
                .or(Class::SELF),
        ) && !known.class.any(Class::PREPOSITION)
        {
            return None;
        }
        at += 1;
    }
    None
}

/// One past the specialism and the affiliation of a role without a name: `hoogleraar sociale psychologie aan de VU`.
fn role_extent(r: &Reading, from: usize, plain: bool, s: &Sentence) -> usize {
    let mut end = from;
    while !plain && end < s.end && end < from + 4 && is_noun_like(r, end) {
        end += 1;
    }
    for _ in 0..2 {
        let next = affiliation_end(r, end, s);
        if next == end {
            break;
        }
        end = next;
    }
    // `de fysiotherapeut van het ziekenhuis in Gent`
    if end > from && end + 1 < s.end && matches!(r.word(end), "in" | "te") && r.known(end + 1).place
    {
        end += 2;
    }
    end
}

/// A word that may be part of a specialism: no small word, no verb that is known.
fn is_noun_like(r: &Reading, i: usize) -> bool {
    let known = r.known(i);
    match r.case(i) {
        Some(Case::Lower) => {
            known.class.is_open()
                && known.cue.is_none()
                && !r.looks_finite(i)
                && !matches!(
                    r.word(i),
                    "minder" | "meer" | "erg" | "zeer" | "heel" | "vrij"
                )
        }
        Some(Case::Upper | Case::Capital) => known.class.is_open(),
        _ => false,
    }
}

/// Nouns that stand for a firm or an institution as often as for a person.
pub(in crate::quotes) const OFTEN_BODIES: &[&str] = &[
    "aanbieder",
    "beheerder",
    "bouwer",
    "exploitant",
    "fabrikant",
    "leverancier",
    "ombudsman",
    "ontwikkelaar",
    "producent",
    "toezichthouder",
    "uitgever",
    "verhuurder",
    "vervoerder",
    "verzekeraar",
    "werkgever",
];

/// Offices that are held of something: `minister van Financiën`, `wethouder van Cultuur`.
pub(in crate::quotes) const OFFICES: &[&str] = &[
    "minister",
    "staatssecretaris",
    "wethouder",
    "gedeputeerde",
    "schepen",
];

/// True where every word of a name is an ordinary one too, and none is known as a name: `Automotive Research`,
/// `Terrorisme en Veiligheid`.
fn ordinary(r: &Reading, name: &Name) -> bool {
    // `Van Oldenhove`: a small word with a capital is no ordinary one here.
    let small = |n: &usize| !(name.given_end..name.particles_end).contains(n);
    let words = || (name.start..name.end).filter(small).map(|n| r.known(n));
    // `minister Van Nieuwenhuizen`: no body is called `Van`.
    let family = name.particles_end > name.given_end
        && matches!(
            r.word(name.given_end),
            "Van" | "van" | "Ter" | "Ten" | "Von"
        );
    if family
        || words().any(|known| known.first.is_some() || known.surname)
        || r.case(name.start) == Some(Case::Initials)
    {
        return false;
    }
    let follows = matches!(r.word(name.end), "en" | "&" | "van" | "aan")
        && matches!(r.case(name.end + 1), Some(Case::Capital | Case::Upper));
    let common = words()
        .filter(|known| known.common || known.organisation)
        .count();
    // `minister Koolmees van Sociale Zaken`: of an office it is the name.
    let head = r.word(name.start.saturating_sub(1)).to_lowercase();
    let office = OFFICES.iter().any(|noun| head.ends_with(noun));
    // `Wethouder Jolenka Verkuil zegt`, `vrijwilliger Jolenka Verkuil, een …`: what acts is somebody.
    let cue = |n: usize| r.known(n).cue.is_some_and(|c| c.force.is_some());
    let said = name.start >= 2 && cue(name.start - 2) && r.kind(name.end) == Kind::Comma;
    let acts = said || r.is(name.end, Class::FINITE) || cue(name.end);
    (name.is_single() && common == 1 && follows && !office)
        || (!name.is_single()
            && !office
            && !acts
            && common + 1 >= words().count()
            && common > 0
            // `bewoner Tinkebell Schut`
            && words()
                .next()
                .is_some_and(|first| first.common || first.organisation))
}
