//! Mentions → whom they mean.
//!
//! Full names first, wherever they stand, so that a surname in the first paragraph finds the name that comes in the
//! third. Then every mention in order: a surname or a first name to its full name, a role with an article to the last
//! person with that role. Pronouns are left to the rules, which know who was speaking.

mod bodies;
mod roles;
mod spelling;
mod strangers;

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::cues::{Force, Form};
use super::lexicon::Gender;
use super::mentions::{Items, Mention, Mentions, Sort, past_age};
use super::names::{CERTAIN, Name};
use super::outline::Reading;
use super::tokens::{Case, Kind};
use super::words::Class;
use crate::article::Span;
use roles::{is_own, only_somebody, points};
pub(super) use spelling::lower_first;
use spelling::{
    MOST_COMPARED, SHORTEST_MISSPELLED, agrees, clean, first_word, fold, genitive, noun, one_slip,
    without_article,
};

/// What sort of source somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// A person by name.
    Person,
    /// A person without a name.
    Unnamed,
    /// A body.
    Body,
    /// A group or a document.
    Group,
}

/// A source.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// The fullest name, or the words used.
    pub(super) name: String,
    /// What sort of source.
    pub(super) nature: Nature,
    /// Given names and a surname are known.
    pub(super) full: bool,
    /// The given names, in lower case.
    given: String,
    /// The roles the article gives, each with its noun.
    pub(super) roles: Vec<(Items, usize)>,
    /// The body they belong to.
    pub(super) body: Option<Items>,
    /// Where known.
    pub(super) gender: Option<Gender>,
    /// One past the first item of the mention seen first while reading on, and of the last; 0 before that.
    first: usize,
    last: usize,
}

/// All sources of an article.
#[derive(Debug, Default)]
pub(super) struct People {
    /// The sources.
    pub(super) all: Vec<Source>,
    /// For each mention, whom it means; `None` for pronouns and what stayed unknown.
    pub(super) of: Vec<Option<usize>>,
    /// For each mention of a document, the body that made it: `cijfers van het CBS`.
    pub(super) behind: Vec<Option<usize>>,
    by_surname: HashMap<String, Vec<usize>, RandomState>,
    /// Of those who share a surname, whom it means where it stands alone.
    by_surname_alone: HashMap<String, usize, RandomState>,
    by_given: HashMap<String, Vec<usize>, RandomState>,
    /// First names that somewhere stand behind what no person is: `chatbot Tess`.
    things: HashSet<String, RandomState>,
    by_phrase: HashMap<String, usize, RandomState>,
    roles_seen: Vec<(String, usize)>,
    /// Persons in the order in which they were mentioned last, named or not.
    persons_seen: Vec<usize>,
    bodies: bodies::Bodies,
}

impl People {
    /// Resolves `mentions`; `title` is the article's title.
    pub(super) fn of(r: &Reading, mentions: &Mentions, title: &str) -> Self {
        let mut people = Self::default();
        // Names with a known first name first: `Anna Rinnooy Kan` explains `Rinnooy Kan`.
        for known in [true, false] {
            for mention in &mentions.all {
                if let Some(name) = &mention.name
                    && name.is_full()
                    && name.weight >= CERTAIN - 1
                    && r.known(name.start).first.is_some() == known
                {
                    people.meet(r, name);
                }
            }
        }
        if !title.is_empty() {
            let line = Reading::of_line(title);
            let in_title = Mentions::of(&line);
            for mention in &in_title.all {
                if let Some(name) = &mention.name
                    && name.is_full()
                    && name.weight >= CERTAIN
                {
                    people.meet(&line, name);
                }
            }
        }
        for mention in &mentions.all {
            if let Some(name) = &mention.name
                && name.is_single()
                && is_thing(r, name)
            {
                people.things.insert(fold(r.word(name.start)));
            }
        }
        people.of = Vec::with_capacity(mentions.all.len());
        for mention in &mentions.all {
            let who = people.resolve(r, mention);
            if let Some(who) = who {
                people.learn(r, who, mention);
                people.predicate(r, who, mention, mentions);
            }
            let behind = (mention.sort == Sort::Group)
                .then_some(mention.body)
                .flatten();
            let behind = behind.map(|body| people.body_at(r, body));
            people.behind.push(behind);
            people.of.push(who);
        }
        people.look_ahead(r, mentions);
        people
    }

    /// `de rechter`, of whom only a later sentence tells the name: the one person of the article with that role.
    fn look_ahead(&mut self, r: &Reading, mentions: &Mentions) {
        let mut bearers: HashMap<&str, Option<usize>, RandomState> = HashMap::default();
        for (noun, who) in &self.roles_seen {
            if self.all[*who].nature == Nature::Person && !self.elsewhere(r, *who, noun) {
                bearers
                    .entry(noun)
                    .and_modify(|one| *one = one.filter(|w| w == who))
                    .or_insert(Some(*who));
            }
        }
        for (index, mention) in mentions.all.iter().enumerate() {
            let Some(who) = self.of[index] else { continue };
            let Some(head) = mention.head else { continue };
            if mention.sort == Sort::Role
                && self.all[who].nature == Nature::Unnamed
                && mention.end == head + 1
                && mention.start + 1 == head
                // `de bakker uit Assen` is not the one from elsewhere.
                && !(r.word(head + 1) == "uit" && r.case(head + 2) == Some(Case::Capital))
                && (points(r, mention)
                    || is_possessive(r.word(mention.start))
                        && !is_own(r, mention, &noun(r.word(head))))
                && let Some(&Some(bearer)) = bearers.get(noun(r.word(head)).as_str())
            {
                self.of[index] = Some(bearer);
            }
        }
    }

    /// `de Ierse premier Anna Smit` is not whom `de premier` meant before.
    fn elsewhere(&self, r: &Reading, who: usize, called: &str) -> bool {
        let mut all = self.all[who].roles.iter();
        all.any(|&(role, head)| {
            noun(r.word(head)) == called && (role.0..head).any(|n| r.known(n).of_place)
        })
    }

    /// Registers a full name.
    fn meet(&mut self, r: &Reading, name: &Name) -> usize {
        let surname = fold(r.span(name.particles_end, name.end).of(r.text));
        let given = fold(r.span(name.start, name.given_end).of(r.text));
        let whole = fold(r.span(name.start, name.end).of(r.text));
        if let Some(who) = self.latest(&self.by_surname, &whole) {
            return who;
        }
        if let Some(who) = self.known_as(&surname, &given) {
            if given.len() > self.all[who].given.len() && !given.ends_with('.') {
                self.all[who].name = clean(r.span(name.start, name.end).of(r.text));
                self.by_given
                    .entry(first_word(&given))
                    .or_default()
                    .push(who);
                self.all[who].given = given;
            }
            return who;
        }
        // A genitive: Anna Bakkers.
        if let Some(short) = genitive(&surname)
            && let Some(who) = self.known_as(short, &given)
        {
            return who;
        }
        let who = self.add(
            clean(r.span(name.start, name.end).of(r.text)),
            Nature::Person,
        );
        self.all[who].full = true;
        self.all[who].gender = r.known(name.start).first.and_then(|f| f.gender);
        self.by_given
            .entry(first_word(&given))
            .or_default()
            .push(who);
        self.all[who].given = given;
        // `Van der Meulen-de Vries` is `Van der Meulen` from here on.
        if let Some((own, _)) = surname.split_once('-')
            && own.len() > 2
            && !self.by_surname.contains_key(own)
        {
            self.by_surname.insert(own.to_owned(), vec![who]);
        }
        self.by_surname.entry(surname).or_default().push(who);
        who
    }

    /// The person with this surname and given names that do not disagree.
    fn known_as(&self, surname: &str, given: &str) -> Option<usize> {
        let same = self.by_surname.get(surname)?;
        same.iter()
            .rev()
            .take(8)
            .copied()
            .find(|&who| agrees(&self.all[who].given, given))
    }

    fn add(&mut self, name: String, nature: Nature) -> usize {
        self.all.push(Source {
            name,
            nature,
            full: false,
            given: String::new(),
            roles: Vec::new(),
            body: None,
            gender: None,
            first: 0,
            last: 0,
        });
        self.all.len() - 1
    }

    fn resolve(&mut self, r: &Reading, mention: &Mention) -> Option<usize> {
        match mention.sort {
            Sort::He | Sort::She | Sort::They | Sort::Last => None,
            Sort::Named => self.named(r, mention),
            // `wordt als jeugdspeler ontdekt`: what somebody is, and nobody else.
            Sort::Role if acts_as(r, mention) => None,
            Sort::Role => Some(self.role(r, mention)),
            Sort::Body | Sort::Group if is_own_paper(r, mention.start, mention.end) => None,
            Sort::Body => Some(self.body(r, mention)),
            Sort::Group => Some(self.phrase(r, mention, Nature::Group)),
            Sort::Somebody => Some(self.unnamed(r, mention)),
        }
    }

    fn named(&mut self, r: &Reading, mention: &Mention) -> Option<usize> {
        let name = mention.name?;
        if name.is_full() {
            return (name.weight >= CERTAIN - 1).then(|| self.meet(r, &name));
        }
        let whole = fold(r.span(name.start, name.end).of(r.text));
        let surname = fold(
            r.span(name.particles_end.min(name.end - 1), name.end)
                .of(r.text),
        );
        for form in [Some(surname.as_str()), genitive(&surname)]
            .into_iter()
            .flatten()
        {
            if let Some(who) = self.of_family(form, mention.female) {
                return Some(who);
            }
            if name.is_single()
                && let Some(with) = self.by_given.get(form)
                && with.first() == with.last()
            {
                return with.first().copied();
            }
        }
        if let Some(&who) = self.by_phrase.get(&whole) {
            return Some(who);
        }
        if name.is_single()
            && let Some(who) = self.called_for_short(&whole)
        {
            return Some(who);
        }
        // A printer's error: `Wiersdema` for `Wierdsema`.
        if name.is_single()
            && let Some(who) = self.misspelled(&surname, r.known(name.start).surname)
        {
            return Some(who);
        }
        // A name that the article never gives in full.
        let known = r.known(name.start);
        // `Rachid heeft een lage stem.`: a first name that acts.
        let acts = known.first.is_some()
            && !known.common
            && !known.place
            && !known.organisation
            && (r.is(name.end, Class::FINITE)
                // `Rachid, die er woont, knikt`, `Naast haar trekt Marleen baantjes.`
                || (r.case(mention.reach) == Some(Case::Lower)
                    && !name.start.checked_sub(1).is_some_and(|n| {
                        r.is(n, Class::DETERMINER)
                            || r.case(n) == Some(Case::Capital)
                            // `robot Tess`
                            || (r.case(n) == Some(Case::Lower)
                                && r.known(n).class.is_open()
                                && r.known(n).cue.is_none()
                                && (!r.looks_finite(n)
                                    || n > 0
                                        && (r.is(n - 1, Class::FINITE)
                                            || r.looks_finite(n - 1))))
                    })));
        // `Denise, begin dertig, propt …`
        let aside = known.first.is_some()
            && !known.common
            && r.kind(name.end) == Kind::Comma
            && (name.end + 1..name.end + 6)
                .find(|&n| r.case(n).is_none())
                .is_some_and(|n| r.kind(n) == Kind::Comma && r.looks_finite(n + 1));
        let acts = (acts || aside) && !self.things.contains(&whole);
        // `Roos (34) uit Houten`
        let acts = acts || known.first.is_some() && past_age(r, name.end) > name.end;
        let likely = mention.role.is_some() || name.weight >= 2 || acts;
        // `meldde Rusland`: what speaks for a country is its government.
        let says = |n: usize| {
            r.known(n)
                .cue
                .is_some_and(|c| c.force == Some(Force::Say) && c.form == Form::Singular)
        };
        let speaks = says(name.end) || name.start.checked_sub(1).is_some_and(says);
        if known.place && mention.role.is_none() && speaks && name.is_single() {
            let who = self.add(clean(r.span(name.start, name.end).of(r.text)), Nature::Body);
            self.by_phrase.insert(whole, who);
            return Some(who);
        }
        // `Voedsel- en Warenautoriteit`: half a word.
        let half = r.word(name.start).ends_with('-');
        if half || !likely || (known.place && mention.role.is_none()) || known.organisation {
            return None;
        }
        let who = self.add(
            clean(r.span(name.start, name.end).of(r.text)),
            Nature::Person,
        );
        self.all[who].gender = known.first.and_then(|f| f.gender);
        self.by_phrase.insert(whole, who);
        self.by_surname.entry(surname).or_default().push(who);
        Some(who)
    }

    /// `Gio` for the only Giovanni: the beginning of one given name, three letters at least.
    fn called_for_short(&self, short: &str) -> Option<usize> {
        if short.chars().count() < 3 {
            return None;
        }
        let mut named = self
            .all
            .iter()
            .take(MOST_COMPARED)
            .enumerate()
            .filter(|(_, source)| {
                source.full && source.given.len() > short.len() && source.given.starts_with(short)
            });
        let (who, _) = named.next()?;
        named.next().is_none().then_some(who)
    }

    /// The only person whose surname differs from this one in a single slip, where it is long enough for that to
    /// be no other name; looked for among the first few people only, as most articles have no more.
    fn misspelled(&self, surname: &str, known: bool) -> Option<usize> {
        let least = SHORTEST_MISSPELLED + if known { 2 } else { 0 };
        if surname.chars().count() < least {
            return None;
        }
        let mut close = self
            .all
            .iter()
            .take(MOST_COMPARED)
            .enumerate()
            .filter(|(_, source)| {
                source.full
                    && source
                        .name
                        .split(' ')
                        .next_back()
                        .is_some_and(|last| one_slip(&fold(last), surname))
            });
        let (who, _) = close.next()?;
        close.next().is_none().then_some(who)
    }

    /// The one of that surname who was mentioned last; `mevrouw Smit` is no man of that name.
    fn of_family(&mut self, surname: &str, female: Option<bool>) -> Option<usize> {
        let all = self.by_surname.get(surname)?;
        // `Smit` alone goes on meaning the one whom it meant first; her brother has his first name beside it.
        if female.is_none()
            && all.len() > 1
            && let Some(&who) = self.by_surname_alone.get(surname)
        {
            return Some(who);
        }
        let wanted = female.map(|f| if f { Gender::Female } else { Gender::Male });
        let fits = |&who: &usize| self.may_be(who, wanted);
        let near = || all.iter().rev().take(8).copied();
        let who = near()
            .filter(fits)
            .max_by_key(|&who| self.all[who].last)
            .or_else(|| near().max_by_key(|&who| self.all[who].last));
        if female.is_none()
            && all.len() > 1
            && let Some(who) = who.filter(|&who| self.all[who].last > 0)
        {
            self.by_surname_alone.insert(surname.to_owned(), who);
        }
        who
    }

    /// The one of that surname who was mentioned last.
    fn latest(&self, map: &HashMap<String, Vec<usize>, RandomState>, key: &str) -> Option<usize> {
        let all = map.get(key)?;
        all.iter()
            .rev()
            .take(8)
            .copied()
            .max_by_key(|&who| self.all[who].last)
    }

    fn phrase(&mut self, r: &Reading, mention: &Mention, nature: Nature) -> usize {
        self.called(phrase(r, mention), nature)
    }

    /// The source of this name, new or not; `onderzoek` and `het onderzoek` are one.
    fn called(&mut self, name: String, nature: Nature) -> usize {
        let key = fold(without_article(&name));
        if let Some(&who) = self.by_phrase.get(&key) {
            return who;
        }
        let who = self.add(name, nature);
        self.by_phrase.insert(key, who);
        who
    }

    /// Takes from a mention what it says about its person.
    fn learn(&mut self, r: &Reading, who: usize, mention: &Mention) {
        let seen = mention.start + 1;
        self.all[who].last = seen;
        if self.all[who].first == 0 {
            self.all[who].first = seen;
        }
        if matches!(self.all[who].nature, Nature::Person | Nature::Unnamed)
            && self.persons_seen.last() != Some(&who)
        {
            self.persons_seen.push(who);
        }
        if let Some(female) = mention.female {
            self.all[who].gender = Some(if female { Gender::Female } else { Gender::Male });
        }
        for (role, head) in [
            (mention.role, mention.head),
            (mention.apposition, mention.apposition_head),
        ] {
            if let (Some(role), Some(head)) = (role, head)
                && (mention.name.is_some() || !only_somebody(r.word(head)))
            {
                self.give(r, who, role, head);
            }
        }
        // A person's name may be a body elsewhere: `het merk Beyoncé`.
        let of_person = mention.sort != Sort::Body || self.all[who].nature == Nature::Body;
        if self.all[who].body.is_none() && of_person {
            self.all[who].body = mention.body;
        }
    }

    /// True unless one is known to be a man and `gender` to be a woman's, or the other way round.
    pub(super) fn may_be(&self, who: usize, gender: Option<Gender>) -> bool {
        let known = self.all[who].gender;
        known.is_none() || gender.is_none() || known == gender
    }

    /// Whom a pronoun can mean.
    pub(super) fn fits(&self, who: usize, sort: Sort) -> bool {
        let source = &self.all[who];
        if !matches!(source.nature, Nature::Person | Nature::Unnamed) {
            return false;
        }
        match source.gender {
            None => true,
            Some(Gender::Female) => sort == Sort::She,
            Some(Gender::Male) => sort == Sort::He,
        }
    }

    /// The person whose names begin with these letters: `MG` → Marta Gnyp.
    pub(super) fn by_initials(&self, label: &str) -> Option<usize> {
        let wanted: Vec<char> = label.chars().filter(|c| c.is_alphabetic()).collect();
        self.all.iter().take(MOST_COMPARED).position(|source| {
            source.full && {
                let initials: Vec<char> = source
                    .name
                    .split([' ', '-'])
                    .filter_map(|w| w.chars().next())
                    .collect();
                let capitals: Vec<char> = initials
                    .iter()
                    .copied()
                    .filter(|c| c.is_uppercase())
                    .collect();
                initials
                    .iter()
                    .flat_map(|c| c.to_uppercase())
                    .eq(wanted.iter().copied())
                    || capitals == wanted
            }
        })
    }

    /// The person of this name, given name or surname.
    pub(super) fn by_name(&self, name: &str) -> Option<usize> {
        let key = fold(name);
        let last = key.split(' ').next_back().unwrap_or_default().to_owned();
        self.latest(&self.by_surname, &key)
            .or_else(|| self.by_given.get(&key).and_then(|w| w.first().copied()))
            .or_else(|| self.latest(&self.by_surname, &last))
    }
}

/// `chatbot Tess`: behind a noun that says what it is, which is no role.
fn is_thing(r: &Reading, name: &Name) -> bool {
    let Some(noun) = name.start.checked_sub(1) else {
        return false;
    };
    let known = r.known(noun);
    r.case(noun) == Some(Case::Lower)
        && r.known(name.start).first.is_some()
        && known.class.is_open()
        && known.role.is_none()
        && known.cue.is_none()
        && !r.word(noun).ends_with('e')
        && noun > 0
        && (r.is(noun - 1, Class::FINITE.or(Class::DETERMINER)) || r.looks_finite(noun - 1))
}

/// `deze krant`: whoever writes is no source. The words are items `from..to`.
pub(super) fn is_own_paper(r: &Reading, from: usize, to: usize) -> bool {
    matches!(r.word(from), "deze" | "Deze")
        && to == from + 2
        && matches!(r.word(from + 1), "krant" | "site" | "redactie" | "zender")
}

/// `als jeugdspeler`, `als decaan`: without an article, behind `als`.
fn acts_as(r: &Reading, mention: &Mention) -> bool {
    mention.start > 0
        && r.word(mention.start - 1) == "als"
        && mention.head.is_some_and(|head| {
            r.case(mention.start) == Some(Case::Lower)
                && !r.is(mention.start, Class::DETERMINER)
                && head >= mention.start
        })
}

/// `zijn advocaat`: the one whose name comes later.
fn is_possessive(word: &str) -> bool {
    matches!(word, "zijn" | "haar" | "hun" | "Zijn" | "Haar" | "Hun")
}

/// The words of a mention of somebody unnamed, as a name: article kept where it is `een`.
fn phrase(r: &Reading, mention: &Mention) -> String {
    let span: Span = r.span(mention.start, mention.end);
    let words = span.of(r.text);
    let mut name = clean(words);
    if r.case(mention.start) == Some(Case::Capital)
        && !r.known(mention.start).class.is_open()
        && !r.known(mention.start).of_place
    {
        name = lower_first(&name);
    }
    name
}
