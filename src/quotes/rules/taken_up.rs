//! Whom a role that nobody was called by takes up: `aldus de spits`, `de bewindsman`, `de hoogleraar`.

use super::Finder;
use crate::quotes::lexicon::Expertise;
use crate::quotes::mentions::{OFTEN_BODIES, is_relation};
use crate::quotes::people::Nature;
use crate::quotes::tokens::Case;

/// Words for whoever holds one of some offices, and those offices, by how their names end.
const OFFICE_HOLDERS: [(&[&str], &[&str]); 2] = [
    (
        &["bewindsman", "bewindsvrouw", "bewindspersoon"],
        &["minister", "staatssecretaris", "premier"],
    ),
    (
        &["topman", "topvrouw"],
        &[
            "directeur",
            "topman",
            "topvrouw",
            "ceo",
            "voorzitter",
            "oprichter",
        ],
    ),
];

/// Words for a politician, a scholar or a manager in general, which stand for whoever was just called by the exact office.
const IN_GENERAL: &[&str] = &[
    "politicus",
    "politica",
    "parlementariër",
    "topman",
    "topvrouw",
    "bestuurder",
];

/// Nouns that with `de` mean whoever holds that place in the matter, and not the person spoken of.
const BY_CONTEXT: &[&str] = &[
    "aanklager",
    "advocaat",
    "advocate",
    "agent",
    "burgemeester",
    "curator",
    "dader",
    "getuige",
    "koning",
    "koningin",
    "minister",
    "minister-president",
    "officier",
    "paus",
    "premier",
    "president",
    "raadsman",
    "raadsvrouw",
    "rechter",
    "slachtoffer",
    "staatssecretaris",
    "verdachte",
    "voorzitter",
    "wethouder",
    "woordvoerder",
    "woordvoerster",
    "zegsman",
    "zegsvrouw",
];

/// Of these, offices that whoever was named without any may hold: `Anna Smit reist af. De premier verwacht …`
const OFFICES_ALONE: &[&str] = &[
    "burgemeester",
    "minister",
    "premier",
    "president",
    "staatssecretaris",
    "voorzitter",
    "wethouder",
];

impl Finder<'_> {
    /// `de hoogleraar`, where nobody has that role: the person whom the text is about, if the article gives no other role
    /// or one of the same field. `een planner` who was brought in before is that planner.
    pub(super) fn role_of_subject(&self, m: usize, who: usize) -> usize {
        let mention = &self.mentions.all[m];
        let r = self.r;
        if self.people.all[who].nature != Nature::Unnamed
            || mention.indefinite
            || self.brought_in(who, m)
            // `De bondsarts vertelde haar …`: to the person spoken of.
            || matches!(r.word(mention.end + 1), "haar" | "hem" | "hen")
            || !matches!(r.word(mention.start), "de" | "De" | "het" | "Het")
        {
            return who;
        }
        if let Some(holder) = self.in_office(m) {
            return holder;
        }
        let gender = mention
            .head
            .and_then(|h| r.known(h).role)
            .and_then(|role| role.gender);
        // `De cafébazin lacht.`: of the last two the one of that gender.
        let Some(subject) = [self.subject, self.subject_before]
            .into_iter()
            .flatten()
            .filter(|&s| self.people.all[s].nature == Nature::Person)
            .find(|&s| gender.is_none() || self.people.may_be(s, gender))
        else {
            return who;
        };
        // `de VVD-bewindsman`: a capital before a hyphen is another word's.
        let Some(head) = mention
            .head
            .filter(|&h| r.case(h) == Some(Case::Lower) || r.word(h).contains('-'))
        else {
            return who;
        };
        let learned = |head: usize| {
            r.known(head)
                .role
                .is_some_and(|role| role.expertise != Expertise::No)
        };
        let roles = &self.people.all[subject].roles;
        let profession = r
            .known(head)
            .role
            .is_some_and(|role| role.expertise == Expertise::Yes);
        let same_field = roles.is_empty() || roles.iter().any(|&(_, head)| learned(head));
        // `aldus de spits`: a noun that nobody was called by takes up who the text is about.
        let noun = r.word(head);
        let elsewhere = BY_CONTEXT.iter().any(|of| noun.ends_with(of)) || is_relation(r, head);
        let fits = self.people.may_be(subject, gender);
        let in_general =
            fits && IN_GENERAL.iter().any(|of| noun.ends_with(of)) && !roles.is_empty();
        let body = !roles.is_empty() && OFTEN_BODIES.iter().any(|of| noun.ends_with(of));
        let taken_up = fits
            && !body
            && (mention.end == head + 1
                || r.word(head + 1) == "bij"
                // `aldus de bestuurder van vakbond Abva`: of whom nothing else is told.
                || (r.word(head + 1) == "van" && mention.body.is_some() && roles.is_empty()))
            && (!elsewhere
                || (roles.is_empty()
                    // `de Amerikaanse president` is one of whom everybody knows the name.
                    && !(mention.start..head).any(|n| r.known(n).of_place)
                    && OFFICES_ALONE.contains(&noun)));
        // `de advocaat` of a case is not whoever was named without a role.
        let new = elsewhere && roles.is_empty();
        if (profession && same_field && !new) || in_general || taken_up {
            subject
        } else {
            who
        }
    }

    /// `de bewindsman`, `de topman`: of those named before, the last whose office such a word stands for.
    fn in_office(&self, m: usize) -> Option<usize> {
        let noun = self.r.word(self.mentions.all[m].head?);
        let (_, offices) = OFFICE_HOLDERS
            .iter()
            .find(|(nouns, _)| nouns.iter().any(|of| noun.ends_with(of)))?;
        let role = self.r.known(self.mentions.all[m].head?).role;
        let gender = role.and_then(|role| role.gender);
        let holds = |&who: &usize| {
            let source = &self.people.all[who];
            source.nature == Nature::Person
                && self.people.may_be(who, gender)
                && source.roles.iter().any(|&(_, head)| {
                    let role = self.r.word(head).to_lowercase();
                    offices.iter().any(|of| role.ends_with(of))
                })
        };
        let before = self.people.of[..m].iter().rev().take(200);
        before.flatten().copied().find(holds)
    }

    /// `een planner … de planner`: who was brought in before mention `m` as somebody new, or has spoken already.
    fn brought_in(&self, who: usize, m: usize) -> bool {
        let first = self.first_mention.get(who).copied().unwrap_or(m);
        first < m
            && (self.mentions.all[first].indefinite
                || self
                    .found
                    .iter()
                    .rev()
                    .take(24)
                    .any(|q| q.speaker == Some(who)))
    }
}
