//! Whom a sentence is about, and whom a pronoun or a role in it means.
//!
//! Both need what was read before, so both live beside the sieve: the subject last seen, and who spoke last.

use super::Finder;
use super::said::Said;
use crate::quotes::cues::Form;
use crate::quotes::mentions::Sort;
use crate::quotes::outline::Sentence;
use crate::quotes::people::Nature;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// Words for what somebody brought out, so that whoever stands behind `van` speaks next: `de reactie van Smit`.
const BROUGHT_OUT: &[&str] = &[
    "reactie",
    "antwoord",
    "bericht",
    "tweet",
    "brief",
    "mail",
    "account",
    "commentaar",
    "woorden",
    "verhaal",
];

impl Finder<'_> {
    /// Whom mention `m` means, pronouns by whom the text is about.
    pub(super) fn who(&self, m: usize) -> Option<usize> {
        let mention = &self.mentions.all[m];
        match mention.sort {
            Sort::She => self
                .body_before(m)
                .or_else(|| self.pronoun(mention.sort, Some(m))),
            Sort::He => self.pronoun(mention.sort, Some(m)),
            Sort::Last => self.last_named.or(self.recent),
            Sort::They => self.group_before(m).or(self.several),
            Sort::Role => self.people.of[m].map(|who| self.role_of_subject(m, who)),
            // `De Rotterdammer laat alles open.`
            Sort::Somebody
                if !mention.indefinite
                    && mention.head.is_some_and(|h| {
                        self.r.case(h) == Some(Case::Capital) && h > mention.start
                    }) =>
            {
                let named = self.people.of[m];
                named
                    .filter(|&who| self.is_here(who))
                    .or(self
                        .speaker
                        .filter(|&who| self.people.all[who].nature == Nature::Person))
                    .or(named)
            }
            _ => self.people.of[m],
        }
    }

    /// Whom a pronoun of this gender means; `m` is its mention, where it is one.
    pub(super) fn pronoun(&self, sort: Sort, m: Option<usize>) -> Option<usize> {
        let fits = |who: &usize| self.people.fits(*who, sort);
        // `“…”, zegt zij`: with stress it is not the one of whom the text speaks all the time, but the one named last.
        let stressed = m.is_some_and(|m| self.r.word(self.mentions.all[m].start) == "zij");
        if stressed && let Some(who) = self.recent.filter(fits).filter(|&who| self.is_here(who)) {
            return Some(who);
        }
        let near = [
            m.and_then(|m| self.earlier_in_sentence(m)),
            self.just_mentioned,
        ];
        let far = [self.subject, self.speaker, self.subject_before, self.recent];
        // `Zijn zoon werkt elders. “…”, zegt hij.`: whose son it is, before the son.
        let theirs = |who: &usize| {
            let source = &self.people.all[*who];
            source.nature == Nature::Unnamed
                && self.speaker != Some(*who)
                && (source.name.starts_with("zijn ") || source.name.starts_with("haar "))
        };
        let found = far
            .into_iter()
            .flatten()
            .find(|who| fits(who) && !theirs(who))
            .or_else(|| far.into_iter().flatten().find(fits));
        // Who is named in this paragraph goes before who was spoken of in another.
        let here = self
            .recent
            .filter(fits)
            .filter(|&who| self.is_here(who) && found.is_none_or(|other| !self.is_here(other)));
        near.into_iter().flatten().find(fits).or(here).or(found)
    }

    /// `De vereniging is niet mild. Ze vraagt …`: a body that the sentence before opens with, in a paragraph without a
    /// woman.
    fn body_before(&self, m: usize) -> Option<usize> {
        let start = self.mentions.all[m].start;
        let index = self.r.opened_by(start)?;
        let part = self.r.sentences[index].part;
        let before = self.r.sentences[..index]
            .last()
            .filter(|s| s.part == part)?;
        let host = self
            .mentions
            .at(before.start)
            .filter(|&h| self.mentions.all[h].sort == Sort::Body)?;
        let woman = self.r.sentences[..index]
            .iter()
            .rev()
            .take(6)
            .take_while(|s| s.part == part)
            .flat_map(|s| self.mentions.within(s.start, s.end))
            .any(|n| match self.people.of[n] {
                Some(who) => self.people.fits(who, Sort::She),
                None => self.mentions.all[n].sort == Sort::She,
            });
        let plural = self
            .r
            .known(start + 1)
            .cue
            .is_none_or(|c| c.form != Form::Singular);
        if woman || plural {
            return None;
        }
        self.people.of[host]
    }

    /// The group that the sentence of mention `m` names before it.
    fn group_before(&self, m: usize) -> Option<usize> {
        let start = self.mentions.all[m].start;
        let s = self.r.sentence_with(start)?;
        self.several_in(&Sentence { end: start, ..*s })
    }

    /// The group that sentence `s` opens with, or that one of its verbs of saying has for a subject.
    pub(super) fn several_in(&self, s: &Sentence) -> Option<usize> {
        self.mentions
            .within(s.start, s.end)
            .take(6)
            .find(|&m| {
                self.mentions.all[m].sort == Sort::Group
                    && self.can_be_subject(m, s)
                    // `Cijfers van de bond` are no group, `waarnemers van de bond` are.
                    && (self.people.behind[m].is_none() || !self.is_document(m))
            })
            .and_then(|m| self.people.of[m])
    }

    fn is_document(&self, m: usize) -> bool {
        self.mentions.all[m]
            .head
            .is_some_and(|head| self.r.is(head, Class::DOCUMENT))
    }

    /// Named, or heard, in the paragraph that is read.
    pub(super) fn is_here(&self, who: usize) -> bool {
        self.seen_in.get(who).is_some_and(|&part| part == self.part)
    }

    /// The first person in subject position before mention `m` in its sentence, whom its pronoun can mean.
    fn earlier_in_sentence(&self, m: usize) -> Option<usize> {
        let mention = &self.mentions.all[m];
        let s = self.r.sentence_with(mention.start)?;
        self.mentions
            .within(s.start, mention.start)
            .take(6)
            .filter(|&n| self.mentions.all[n].sort == Sort::Named && self.can_be_subject(n, s))
            .filter_map(|n| self.people.of[n])
            .find(|&who| self.people.fits(who, mention.sort))
    }

    /// False for what stands in a prepositional phrase.
    pub(super) fn can_be_subject(&self, m: usize, s: &Sentence) -> bool {
        let start = self.mentions.all[m].start;
        if start == s.start {
            return true;
        }
        let prior = start - 1;
        // `voor Smit en Bakker`: as the first of two, so the second.
        if self.r.word(prior) == "en"
            && let Some(first) = self.ending_at(prior, s)
        {
            let before = self.mentions.all[first].start;
            return before == s.start || !self.r.is(before - 1, Class::PREPOSITION);
        }
        // `met uiteindelijk Smit als winnaar`
        let within = prior > s.start
            && self.r.is(prior, Class::ADVERB)
            && self.r.is(prior - 1, Class::PREPOSITION)
            && !self.r.is(prior - 1, Class::SUBORDINATOR.or(Class::ADVERB));
        !within && (!self.r.is(prior, Class::PREPOSITION) || self.r.is(prior, Class::SUBORDINATOR))
    }

    /// The person that the sentence is about: its subject, or whom its opening names.
    pub(super) fn subject_of(&self, s: &Sentence) -> Option<usize> {
        if let Some(m) = self.behind_subclause(s) {
            return Some(m);
        }
        let mut brought = None;
        for m in self.mentions.within(s.start, s.end).take(8) {
            let mention = &self.mentions.all[m];
            let person = match mention.sort {
                Sort::Named | Sort::Role if !self.anybody(m, s) => {
                    self.people.of[m].is_some_and(|w| {
                        matches!(self.people.all[w].nature, Nature::Person | Nature::Unnamed)
                    })
                }
                // `Een paling eet niet: alles wat hij verbruikt, heeft hij bij zich.`
                Sort::He | Sort::She
                    if mention.start > s.start + 1
                        && self.r.is(mention.start - 1, Class::SUBORDINATOR)
                        && matches!(self.r.word(mention.start - 2), "alles" | "iets" | "niets") =>
                {
                    false
                }
                Sort::He | Sort::She | Sort::Last => self.who(m).is_some(),
                // `Een man hangt linten op.`
                _ => self.anybody(m, s),
            };
            // `Anna Smit en haar man Jan`: the first of two.
            let second = mention.start > s.start && self.r.word(mention.start - 1) == "en";
            if !person || second || self.aside(m, s) {
                continue;
            }
            // `Voor hoogleraar Smit is het duidelijk.`
            let opening = mention.start <= s.start + 1
                && mention.start > s.start
                && matches!(self.r.word(s.start), "Voor" | "Ook" | "Volgens" | "Bij");
            if opening || (self.can_be_subject(m, s) && !self.acted_upon(m, s)) {
                return Some(self.called(m).unwrap_or(m));
            }
            if self.brought_out_by(m, s) {
                brought = brought.or(Some(m));
            }
        }
        brought
    }

    /// In a sentence without a person for its subject, whom it is about all the same: whose what it opens with is, or the
    /// only one that it names, where the article does so for the first time.
    pub(super) fn whose(&self, s: &Sentence) -> Option<(usize, Option<usize>)> {
        let sort = match self.r.word(s.start) {
            "Zijn" => Some(Sort::He),
            "Haar" => Some(Sort::She),
            _ => None,
        };
        if let Some(sort) = sort
            && self.r.case(s.start + 1) == Some(Case::Lower)
            && self.mentions.at(s.start).is_none()
        {
            return self.pronoun(sort, None).map(|who| (who, None));
        }
        let mut named = None;
        for m in self.mentions.within(s.start, s.end) {
            let Some(who) = self.people.of[m] else {
                continue;
            };
            if self.people.all[who].nature != Nature::Person {
                continue;
            }
            let mention = &self.mentions.all[m];
            let new = self.first_mention.get(who) == Some(&m)
                && mention.name.is_some_and(|name| name.is_full())
                && (s.opens_part
                    || mention.role.is_some()
                    || mention.name.is_some_and(|name| name.start > mention.start)
                    || mention.apposition.is_some()
                    || mention.reach > mention.end);
            // `Het geduld van Smit is op.`, of whom the paragraph before was not.
            let back = s.opens_part && mention.sort == Sort::Named && self.speaker != Some(who);
            if !(new || back) || named.is_some_and(|(one, _)| one != who) {
                return None;
            }
            named = Some((who, Some(m)));
        }
        named
    }

    /// `De eigenaar heet Anna Smit.`, `Initiatiefnemer is Anna Smit.`, `Volgende klant: Anna Smit.`: who that is.
    pub(super) fn called(&self, m: usize) -> Option<usize> {
        let mention = &self.mentions.all[m];
        // `De enige bewoner onder de veertig is Anna Smit.`
        let at = (mention.reach..mention.reach + 5)
            .take_while(|&n| self.r.case(n).is_some())
            .find(|&n| matches!(self.r.word(n), "is" | "was" | "heet" | "heette"))
            .unwrap_or(mention.reach);
        let is = matches!(self.r.word(at), "is" | "was" | "heet" | "heette")
            || self.r.kind(at) == Kind::Colon;
        let named = self
            .mentions
            .at(at + 1)
            .filter(|_| mention.name.is_none() && is)?;
        let name = &self.mentions.all[named];
        let is_name = name.name.is_some_and(|words| {
            words.is_full()
                || self.r.known(words.start).first.is_some() && self.who(named).is_some()
        });
        (name.start == at + 1 && is_name).then_some(named)
    }

    /// `Toen zij was uitgesproken, stak Smit zijn hand op.`: behind a sub-clause that opens the sentence, a verb and the
    /// subject.
    fn behind_subclause(&self, s: &Sentence) -> Option<usize> {
        if !matches!(
            self.r.word(s.start),
            "Toen" | "Als" | "Nadat" | "Terwijl" | "Zodra" | "Omdat"
        ) {
            return None;
        }
        let comma = (s.start + 2..s.end).find(|&n| self.r.kind(n) == Kind::Comma)?;
        let verb = comma + 1;
        let m = self.mentions.at(verb + 1)?;
        let mention = &self.mentions.all[m];
        let person = matches!(mention.sort, Sort::Named | Sort::He | Sort::She)
            && self
                .who(m)
                .is_some_and(|who| self.people.all[who].nature == Nature::Person);
        (person
            && mention.start == verb + 1
            && self.r.case(verb) == Some(Case::Lower)
            && self.r.pair(verb).is_none())
        .then_some(m)
    }

    /// `Een man hangt linten op`, `De vrouw wacht`: somebody without a name opens the sentence.
    pub(super) fn anybody(&self, m: usize, s: &Sentence) -> bool {
        let mention = &self.mentions.all[m];
        let start = mention.start;
        // `heeft een badmeester er zijn eigen kijk op`
        let after_verb = mention.indefinite
            && start > s.start
            && (self.r.is(start - 1, Class::FINITE)
                || self.r.known(start - 1).cue.is_some()
                || start > s.start + 1 && self.r.looks_finite(start - 1))
            && self.mentions.within(s.start, start).is_empty();
        // `Alleen een man stapt in.`
        let alone = mention.indefinite
            && start == s.start + 1
            && matches!(
                self.r.word(s.start),
                "Alleen" | "Ook" | "Even" | "Nog" | "Slechts"
            );
        (start == s.start || after_verb || alone)
            && mention.name.is_none()
            && (mention.sort == Sort::Somebody
                || (mention.sort == Sort::Role
                    && mention.head.is_some_and(|h| self.r.is(h, Class::SOMEBODY))))
    }

    /// True between brackets: `(volgens Smit te laat)` changes nothing in what the sentence is about.
    fn aside(&self, m: usize, s: &Sentence) -> bool {
        let start = self.mentions.all[m].start;
        (s.start.max(start.saturating_sub(8))..start)
            .rev()
            .map(|n| self.r.kind(n))
            .find(|kind| matches!(kind, Kind::Open | Kind::Close))
            == Some(Kind::Open)
    }

    /// True for an object, or a name that only tells which: `De bank koos voor het duo Smit`, `De bank looft Smit`.
    fn acted_upon(&self, m: usize, s: &Sentence) -> bool {
        let start = self.mentions.all[m].start;
        if start < s.start + 2 {
            return false;
        }
        let r = self.r;
        // `het duo Smit`
        let noun = r.case(start - 1) == Some(Case::Lower)
            && r.known(start - 1).class.is_open()
            && r.known(start - 1).cue.is_none()
            && r.is(start - 2, Class::DETERMINER)
            // `Dat verbaast Smit niet.`
            && !(start - 2 == s.start && matches!(r.word(start - 2), "Dat" | "Dit"))
            && self.mentions.all[m].sort == Sort::Named;
        // A body fills the place before the verb.
        let taken = self.mentions.at(s.start).is_some_and(|first| {
            let mention = &self.mentions.all[first];
            first != m
                && mention.sort == Sort::Body
                && start > mention.reach
                && (r.is(mention.reach, Class::FINITE) || r.known(mention.reach).cue.is_some())
                && !r.is(start - 1, Class::SUBORDINATOR.or(Class::CONJUNCTION))
                && r.kind(start - 1) != Kind::Comma
        });
        noun || taken
    }

    /// `Dan volgt de reactie via het account van Smit.`
    fn brought_out_by(&self, m: usize, s: &Sentence) -> bool {
        let start = self.mentions.all[m].start;
        start > s.start + 1
            && self.r.word(start - 1) == "van"
            && BROUGHT_OUT.contains(&self.r.word(start - 2))
    }

    /// The clause that `said` stands in is one the sentence only opens with: `Als het regent, …`, `Wie dat leest, …`
    pub(super) fn opens_with_subclause(&self, said: &Said, s: &Sentence) -> bool {
        const OPENERS: &[&str] = &[
            "als",
            "wie",
            "toen",
            "nu",
            "omdat",
            "hoewel",
            "terwijl",
            "wanneer",
            "zodra",
            "zolang",
            "nadat",
            "voordat",
            "doordat",
            "aangezien",
            "indien",
            "ofschoon",
            "zoals",
            "totdat",
            "wat",
            "sinds",
            "waar",
        ];
        let link = matches!(self.r.word(s.start), "Maar" | "En" | "Want" | "Dus");
        let first = s.start + usize::from(link);
        first < said.start
            && OPENERS
                .iter()
                .any(|opener| self.r.word(first).eq_ignore_ascii_case(opener))
    }
}
