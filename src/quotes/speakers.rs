//! Sources → the speakers of the sidebar: the fullest role, a short one, the body, expert or not.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::lexicon::{self, Body, Expertise};
use super::mentions::{Items, OFFICES, is_relation};
use super::outline::Reading;
use super::people::{Nature, People, Source, lower_first};
use super::tokens::{Case, Kind};
use super::words::Class;
use super::{Quotation, Quotes, Speaker};
use crate::article::Span;

/// A role longer than this, in items, is more than a sidebar's record wants.
const LONGEST_ROLE: usize = 14;

/// A short role has at most this many words.
const SHORT_WORDS: usize = 4;

/// Lists who is quoted, in order of first quotation, and points the quotations to that list.
pub(super) fn list(r: &Reading, people: &People, mut found: Vec<Quotation>) -> Quotes {
    let in_full = full_names(r, people, &found);
    let mut place = vec![None; people.all.len()];
    let mut speakers = Vec::new();
    for quotation in &mut found {
        let Some(who) = quotation.speaker else {
            continue;
        };
        let index = *place[who].get_or_insert_with(|| {
            speakers.push(speaker(r, &people.all[who], &in_full));
            speakers.len() - 1
        });
        quotation.speaker = Some(index);
    }
    Quotes {
        speakers,
        quotations: found,
    }
}

fn speaker(r: &Reading, source: &Source, in_full: &FullNames) -> Speaker {
    let best = fullest(r, source);
    let role = best.map(|(role, _)| words(r, role));
    let short_role = best.map(|(role, head)| short(r, role, head));
    let organisation = source
        .body
        .filter(|_| matches!(source.nature, Nature::Person | Nature::Unnamed))
        .map(|body| words(r, body));
    // `minister Smit van Financiën`: of what stands behind the name.
    let role = match (role, &organisation) {
        (Some(role), Some(of))
            if OFFICES.iter().any(|noun| role.ends_with(noun))
                && lexicon::organisation(of) != Some(Body::Party) =>
        {
            Some(format!("{role} van {of}"))
        }
        (role, _) => role,
    };
    // `Anna Smit (PvdA)`, `Anna Smit van Amnesty International`: the body is all the role there is.
    let role = role.or_else(|| organisation.clone());
    let name = match in_full.get(&last_word(&source.name)) {
        Some(Some(full)) if completes(full, source) => full.clone(),
        _ => source.name.clone(),
    };
    Speaker {
        name,
        role: role.filter(|_| source.nature == Nature::Person),
        short_role: short_role.filter(|_| source.nature == Nature::Person),
        organisation,
        expert: expert(r, source),
    }
}

/// Full names that stand somewhere in the text, by the surname in lower case; `None` where there are two of them.
type FullNames = HashMap<String, Option<String>, RandomState>;

/// Looks for the full names of quoted people whom the writer calls by their surname only: between marks somebody else
/// may have said them, `„Een nieuwe leider, Anna Smit”`.
fn full_names(r: &Reading, people: &People, found: &[Quotation]) -> FullNames {
    let mut wanted: HashSet<String, RandomState> = HashSet::default();
    for who in found.iter().filter_map(|q| q.speaker) {
        let source = &people.all[who];
        if source.nature == Nature::Person && !source.full {
            wanted.insert(last_word(&source.name));
        }
    }
    let mut names = FullNames::default();
    if wanted.is_empty() {
        return names;
    }
    let tokens = &r.tokens;
    for (index, token) in tokens.all.iter().enumerate() {
        if token.kind != Kind::Word(Case::Capital) {
            continue;
        }
        let surname = token.span.of(r.text).to_lowercase();
        if !wanted.contains(&surname) {
            continue;
        }
        let particles = (0..index)
            .rev()
            .take(3)
            .take_while(|&n| {
                tokens.kind(n) == Kind::Word(Case::Lower)
                    && tokens.known(n).class.any(Class::PARTICLE)
            })
            .count();
        let given = index.checked_sub(particles + 1).filter(|&n| {
            tokens.kind(n) == Kind::Word(Case::Capital) && tokens.known(n).first.is_some()
        });
        let Some(given) = given else { continue };
        let from = tokens.all[given].span.start;
        let full = Span::new(from, token.span.end).of(r.text);
        let full = full.split_whitespace().collect::<Vec<_>>().join(" ");
        names
            .entry(surname)
            .and_modify(|one| *one = one.take().filter(|seen| *seen == full))
            .or_insert(Some(full));
    }
    names
}

/// True where `full` is a longer form of the name by which the source is known: `Van Berg` → `Anna van Berg`.
fn completes(full: &str, source: &Source) -> bool {
    source.nature == Nature::Person
        && !source.full
        && full
            .to_lowercase()
            .strip_suffix(&source.name.to_lowercase())
            .is_some_and(|given| given.ends_with(' '))
}

fn last_word(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or_default().to_lowercase()
}

/// The first role given, in the fullest wording of it; what somebody is to somebody else (`dochter`, `studiegenoot`)
/// only where nothing else is known.
fn fullest(r: &Reading, source: &Source) -> Option<(Items, usize)> {
    let mut best: Option<(Items, usize)> = None;
    for &(role, head) in &source.roles {
        let role = (role.0, role.1.min(role.0 + LONGEST_ROLE));
        let fuller = best.is_none_or(|(b, h)| match (is_relation(r, h), is_relation(r, head)) {
            (true, false) => true,
            (false, true) => false,
            // `PVV-Kamerlid` says more than `Kamerlid`.
            _ => {
                (role.1 - role.0, r.word(head).len()) > (b.1 - b.0, r.word(h).len())
                    && same_noun(r.word(h), r.word(head))
            }
        });
        if fuller {
            best = Some((role, head));
        }
    }
    best
}

/// `hoogleraar` and `Hoogleraar`; `expert` and `strafrechtexpert`.
fn same_noun(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    a.ends_with(&b) || b.ends_with(&a)
}

/// The words of a role, on one line.
fn words(r: &Reading, items: Items) -> String {
    let span = r.span(items.0, items.1);
    let mut out = String::with_capacity(span.len());
    for word in span.of(r.text).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    // `Bioloog Anna Smit …`: the capital is the sentence's. `Belgische`, `SGP-Kamerlid` and `FC` keep theirs.
    let opens = r.opened_by(items.0).is_some();
    // `Tweede Kamerlid`: a proper name of two words, of which the other has its capital anywhere.
    let in_a_name = items.0 + 1 < items.1
        && r.case(items.0 + 1) == Some(Case::Capital)
        && r.known(items.0 + 1).role.is_some();
    if opens
        && !in_a_name
        && r.case(items.0) == Some(Case::Capital)
        && !r.known(items.0).of_place
        && !r.word(items.0).contains('-')
        && (r.known(items.0).common || r.known(items.0).role.is_some())
        && !r.word(items.0).chars().skip(1).any(char::is_uppercase)
    {
        out = lower_first(&out);
    }
    // A bracket that does not close.
    if let Some(open) = out.rfind('(')
        && !out.get(open..).is_some_and(|rest| rest.contains(')'))
    {
        out.truncate(open);
    }
    while out.ends_with([',', ' ']) {
        out.pop();
    }
    out
}

/// The role without affiliation: up to the first small word after its noun.
fn short(r: &Reading, role: Items, head: usize) -> String {
    let mut end = (head + 1).clamp(role.0 + 1, role.1);
    while end < role.1
        && end - role.0 < SHORT_WORDS
        && matches!(r.kind(end), Kind::Word(_))
        && !r.is(
            end,
            Class::PREPOSITION
                .or(Class::CONJUNCTION)
                .or(Class::DETERMINER),
        )
    {
        end += 1;
    }
    let start = if end - role.0 > SHORT_WORDS {
        head.min(end - 1).max(role.0)
    } else {
        role.0
    };
    words(r, (start, end))
}

/// Quoted for what they know: by a role that says so, or a plain one at a body of knowledge.
fn expert(r: &Reading, source: &Source) -> bool {
    if !matches!(source.nature, Nature::Person | Nature::Unnamed) {
        return false;
    }
    let mut by_place = false;
    let mut denied = false;
    for &(role, head) in &source.roles {
        let Some(noun) = r.known(head).role else {
            continue;
        };
        match noun.expertise {
            Expertise::Yes => return true,
            Expertise::WithAffiliation => {
                let sells =
                    (role.0..role.1).any(|n| SELLS.iter().any(|of| r.word(n).ends_with(of)));
                // `directeur Publieke Gezondheid`: the field, and no body.
                let field = head + 1 < role.1 && r.case(head + 1) == Some(Case::Capital);
                // A director speaks on what the house does, whichever house; who presides over a club or trains it does not.
                let directs = ["directeur", "directrice", "bestuurder"]
                    .iter()
                    .any(|of| r.word(head).to_lowercase().ends_with(of))
                    && !of_a_union(r, role)
                    && (source.body.is_some_and(|body| !of_a_union(r, body))
                        || names_body(r, role));
                by_place |= !sells
                    && (field
                        || directs
                        || learned(r, role)
                        || source.body.is_some_and(|body| learned(r, body)));
            }
            Expertise::No => denied = true,
        }
    }
    by_place && !denied
}

/// What a director of it speaks for rather than about.
const SELLS: &[&str] = &[
    "marketing",
    "commercieel",
    "communicatie",
    "verkoop",
    "sales",
];

/// True where a capital in the role names the body it is held at.
fn names_body(r: &Reading, items: Items) -> bool {
    (items.0 + 1..items.1).any(|n| matches!(r.case(n), Some(Case::Capital | Case::Upper)))
        || r.word(items.0).contains('-')
}

/// True where one of the words is a union, which has interests.
fn of_a_union(r: &Reading, items: Items) -> bool {
    (items.0..items.1).any(|n| {
        let word = r.word(n).to_lowercase();
        word.contains("bond") || word.starts_with("fnv") || word.starts_with("cnv")
    })
}

/// True where the words name a body of knowledge.
fn learned(r: &Reading, items: Items) -> bool {
    (items.0..items.1).any(|n| {
        r.known(n).affiliation
            // `SCP-directeur`
            || r
                .word(n)
                .split_once('-')
                .is_some_and(|(of, _)| lexicon::affiliation(&of.to_lowercase()))
            || (r.case(n) == Some(Case::Upper)
                && matches!(r.word(n), "TU" | "UvA" | "VU" | "UMC" | "TNO"))
    })
}
