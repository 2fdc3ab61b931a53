//! People that the words around them tell of: one of many, whose son somebody is, who is called so, a role before a name.

use super::role::{is_relation, role_at};
use super::{Mention, Sort, is_modifier, past_relative};
use crate::quotes::attached::extend;
use crate::quotes::lexicon::before_a_name;
use crate::quotes::names::{CERTAIN, Name, name_at};
use crate::quotes::outline::{Reading, Sentence};
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// `een van de bewoners`, `een van hen`: one of many.
pub(super) fn one_of(r: &Reading, i: usize, s: &Sentence) -> Option<Mention> {
    // The bit first: every word of the text comes by here.
    let of = r.is(i + 1, Class::PREPOSITION) && r.word(i + 1) == "van";
    if !of || i + 3 > s.end || !matches!(r.word(i), "een" | "Een" | "één" | "Eén") {
        return None;
    }
    let end = match r.word(i + 2) {
        "hen" => i + 3,
        "de" | "haar" | "zijn" | "hun" | "die" => {
            let mut noun = i + 3;
            while noun < s.end && noun < i + 5 && is_modifier(r, noun) {
                noun += 1;
            }
            let many = r.case(noun) == Some(Case::Lower)
                && (r.word(noun).ends_with("en") || r.word(noun).ends_with('s'))
                && (r.known(noun).class.is_open() || r.is(noun, Class::GROUP));
            (many && noun < s.end).then_some(noun + 1)?
        }
        _ => return None,
    };
    // `een van de redenen`: only people speak, or do something.
    let acts = i == s.start || r.known(i - 1).cue.is_some() || r.is(i - 1, Class::ACCORDING);
    let people = end == i + 3
        || r.is(end - 1, Class::GROUP)
        || r.known(end).cue.is_some()
        || i > s.start && !r.is(i - 1, Class::ACCORDING);
    if !acts || !people {
        return None;
    }
    let mut mention = Mention::new(i, end, Sort::Somebody);
    mention.head = Some(end - 1);
    mention.indefinite = true;
    Some(mention)
}

/// `bewaarder Anna Smit`: a role that no list knows, right before a full name; `at` is the first word after the article.
pub(super) fn unlisted_at(
    r: &Reading,
    i: usize,
    at: usize,
    s: &Sentence,
    determined: bool,
) -> Option<Mention> {
    r.known(at + 1).first?;
    let known = r.known(at);
    let word = r.word(at);
    let noun = match r.case(at)? {
        Case::Lower => before_a_name(word),
        Case::Capital if at == s.start => known.common && before_a_name(&word.to_lowercase()),
        _ => false,
    };
    let plain = known.class.is_open()
        && known.cue.is_none()
        && known.role.is_none()
        && known.first.is_none()
        && !known.of_place;
    if !noun || !plain {
        return None;
    }
    let name =
        name_at(r, at + 1, s.end, false).filter(|name| name.is_full() && name.weight >= CERTAIN)?;
    let mut mention = Mention::new(i, name.end, Sort::Named);
    mention.indefinite = determined && r.is(i, Class::INDEFINITE);
    mention.name = Some(Name {
        weight: name.weight + 3,
        ..name
    });
    mention.role = Some((at, at + 1));
    mention.head = Some(at);
    extend(r, &mut mention, s);
    Some(mention)
}

/// `de zoon van Anna Smit`: whose son that is, where the mention is nobody new.
pub(super) fn parent_of(r: &Reading, mention: &Mention, s: &Sentence) -> Option<Mention> {
    let head = mention.head.filter(|&h| is_relation(r, h))?;
    if mention.name.is_some() || mention.indefinite || r.word(head + 1) != "van" {
        return None;
    }
    let name = name_at(r, head + 2, s.end, false)
        .filter(|name| name.is_full() && name.weight >= CERTAIN)?;
    let mut parent = Mention::new(name.start, name.end, Sort::Named);
    parent.name = Some(name);
    Some(parent)
}

/// `de man, die Anna Smit heet en …`: a relative clause gives the name.
pub(super) fn named_in_clause(r: &Reading, mention: &mut Mention, s: &Sentence) {
    let opens = mention.name.is_none()
        && matches!(mention.sort, Sort::Role | Sort::Somebody)
        && r.kind(mention.end) == Kind::Comma
        && matches!(r.word(mention.end + 1), "die" | "dat");
    if !opens {
        return;
    }
    let named = name_at(r, mention.end + 2, s.end, false)
        .filter(|name| matches!(r.word(name.end), "heet" | "heette"));
    if let Some(mut name) = named {
        name.weight += CERTAIN;
        mention.name = Some(name);
        // `heet en gepensioneerd schoolhoofd is`
        let what = (r.word(name.end + 1) == "en")
            .then(|| role_at(r, name.end + 2, name.end + 2, s, false, false))
            .flatten()
            .filter(|what| r.word(what.end) == "is");
        if let Some(what) = what {
            mention.apposition = what.role;
            mention.apposition_head = what.head;
        }
        mention.role = None;
        mention.head = None;
        mention.sort = Sort::Named;
        mention.reach = past_relative(r, mention.end, s);
        mention.end = mention.end.max(name.end);
    }
}
