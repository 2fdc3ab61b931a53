//! Noun phrases that can be the source of words: persons, roles, bodies, groups, pronouns.
//!
//! One pass over the writer's own sentences. A mention takes in what belongs to it (`hoogleraar ecologie Anna Smit van de
//! Universiteit Leiden, tevens …,`), so that a rule need only ask what stands right before or after a verb.

mod around;
mod body;
mod role;
mod surnames;
mod told;

use super::attached::{extend, from_somewhere, of_somebody};
use super::cues::Form;
use super::names::{CERTAIN, Name, name_at};
use super::outline::{Reading, Sentence};
use super::tokens::{Case, Kind};
use super::words::Class;
use around::{described, evidence, resident};
use body::{body_alone, body_at, group_at, past_relative};
use told::{named_in_clause, one_of, parent_of, unlisted_at};

pub(super) use around::past_age;
pub(super) use role::{OFFICES, OFTEN_BODIES, is_relation, role_at, uninflected};

/// A range of items.
pub(super) type Items = (usize, usize);

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A person by name, with or without a role.
    Named,
    /// A person by role: `de hoogleraar`.
    Role,
    /// `hij`, `volgens hem`.
    He,
    /// `zij`, `ze`, `volgens haar`.
    She,
    /// `Die vindt …`: whoever was named last.
    Last,
    /// `volgens hen`; `zij` and `ze` with a plural verb mean the same.
    They,
    /// A body: `het CBS`, `de gemeente Utrecht`.
    Body,
    /// A group or a document: `tegenstanders`, `het rapport`.
    Group,
    /// Somebody without a name or a role: `een ingewijde`.
    Somebody,
}

/// A noun phrase that can be a source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// First item, the article included.
    pub(super) start: usize,
    /// One past the last item, affiliation included.
    pub(super) end: usize,
    /// One past the apposition and the comma that closes it; equal to `end` where there is none.
    pub(super) reach: usize,
    /// What it is.
    pub(super) sort: Sort,
    /// The name in it.
    pub(super) name: Option<Name>,
    /// The role before the name, without its article.
    pub(super) role: Option<Items>,
    /// The role after the name.
    pub(super) apposition: Option<Items>,
    /// The noun of the role.
    pub(super) head: Option<usize>,
    /// The noun of the role after the name.
    pub(super) apposition_head: Option<usize>,
    /// The body they belong to.
    pub(super) body: Option<Items>,
    /// `een`: new to the reader.
    pub(super) indefinite: bool,
    /// A title before the name says which: mevrouw, meneer.
    pub(super) female: Option<bool>,
}

impl Mention {
    pub(super) fn new(start: usize, end: usize, sort: Sort) -> Self {
        Self {
            start,
            end,
            reach: end,
            sort,
            name: None,
            role: None,
            apposition: None,
            head: None,
            apposition_head: None,
            body: None,
            indefinite: false,
            female: None,
        }
    }

    /// The items of the words that name the source, without the article's affiliation.
    pub(super) fn core(&self) -> Items {
        match (self.role, self.name) {
            (Some(role), Some(name)) => (role.0.min(name.start), name.end),
            (None, Some(name)) => (name.start, name.end),
            _ => (self.start, self.end),
        }
    }
}

/// All mentions, and which one covers each item.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// In order, never overlapping.
    pub(super) all: Vec<Mention>,
    cover: Vec<u32>,
    /// For each item, and for the end, how many mentions begin before it.
    before: Vec<u32>,
}

impl Mentions {
    /// Finds the mentions in the writer's own words.
    pub(super) fn of(r: &Reading) -> Self {
        let mut found = Self::default();
        for sentence in &r.sentences {
            let mut i = after_dateline(r, sentence);
            while i < sentence.end {
                if let Some(mut mention) = mention_at(r, i, sentence) {
                    named_in_clause(r, &mut mention, sentence);
                    if let Some(first) = found.all.last().filter(|f| joined(r, f, &mention)) {
                        mention = Mention::new(first.start, mention.end, Sort::Group);
                        found.all.pop();
                    }
                    // `Jelle, de zoon van Anna Smit`: she is somebody too.
                    let of = found
                        .all
                        .last()
                        .filter(|prior| mention.start < prior.reach && prior.name.is_some())
                        .and_then(|_| parent_of(r, &mention, sentence));
                    if let Some(parent) = of {
                        mention = parent;
                    }
                    i = mention.end.max(i + 1);
                    found.all.push(mention);
                } else {
                    i += 1;
                }
            }
        }
        found.index(r.items.len());
        found.ordinary_surnames(r);
        found.surnames_of_more_words(r);
        found
    }

    /// Notes, for each of so many items, which mention covers it and how many begin before it.
    fn index(&mut self, items: usize) {
        self.cover = vec![u32::MAX; items];
        for (number, mention) in self.all.iter().enumerate() {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            self.cover[mention.start..mention.end].fill(number);
        }
        self.before = vec![0; items + 1];
        for mention in &self.all {
            if let Some(next) = self.before.get_mut(mention.start + 1) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for number in &mut self.before {
            sum += *number;
            *number = sum;
        }
    }

    /// The mention that covers item `i`.
    pub(super) fn at(&self, i: usize) -> Option<usize> {
        match self.cover.get(i) {
            Some(&n) if n != u32::MAX => Some(n as usize),
            _ => None,
        }
    }

    /// The mentions that begin in items `start..end`.
    pub(super) fn within(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let count = |item: usize| {
            let number = self.before.get(item).or(self.before.last());
            number.map_or(0, |&n| n as usize)
        };
        let from = count(start);
        from..count(end).max(from)
    }
}

/// An adjective or the like, that may stand before a role noun.
pub(super) fn is_modifier(r: &Reading, i: usize) -> bool {
    let Some(case) = r.case(i) else {
        return false;
    };
    let known = r.known(i);
    if known.class.any(Class::OFFICE) || known.of_place {
        return true;
    }
    // `verklaarde voorzitter Smit`: a finite verb, and no adjective.
    if case == Case::Lower
        && known.cue.is_some_and(|c| {
            c.force.is_some() && (c.form != Form::Participle || !r.word(i).ends_with('e'))
        })
    {
        return false;
    }
    let word = r.word(i);
    match case {
        // `een vaste klant`
        Case::Lower if known.class.any(Class::NO_SOURCE) && word == "vaste" => true,
        Case::Lower => {
            known.class.is_open()
                && (word.ends_with('e') || word.ends_with("jarig") || word.ends_with("er"))
        }
        Case::Capital => {
            (known.class.is_open() && (word.ends_with('e') || word.ends_with("er")))
                || word.contains('-')
        }
        _ => false,
    }
}

/// `hij`, `zij`; `hem` and `haar` only where they are a source: `volgens hem`.
fn pronoun_at(r: &Reading, i: usize, s: &Sentence) -> Option<Sort> {
    // `Die vindt het mooi.`
    let goes_on = r.known(i + 1).cue.is_some_and(|c| c.form == Form::Singular)
        || matches!(r.word(i + 1), "hoeft" | "wil" | "is" | "heeft" | "had");
    if i == s.start && r.word(i) == "Die" && r.case(i + 1) == Some(Case::Lower) && goes_on {
        return Some(Sort::Last);
    }
    if r.is(i, Class::HE) {
        return Some(Sort::He);
    }
    if r.is(i, Class::SHE) {
        return Some(Sort::She);
    }
    let source = i > s.start
        && (r.is(i - 1, Class::ACCORDING) || matches!(r.word(i - 1), "als" | "lijken"))
        && r.case(i + 1) != Some(Case::Capital)
        // `volgens haar advocaat`
        && r.known(i + 1).role.is_none();
    match r.word(i) {
        "hem" if source => Some(Sort::He),
        "haar" if source => Some(Sort::She),
        "hen" | "hun" if source => Some(Sort::They),
        _ => None,
    }
}

/// One past `mevrouw`, `prof. dr.` at item `at`, and whether they say that it is a woman.
fn past_titles(r: &Reading, mut at: usize, s: &Sentence) -> (usize, Option<bool>) {
    let mut female = None;
    while at < s.end
        && r.is(at, Class::TITLE)
        && r.case(at).is_some()
        && !(r.known(at).role.is_some()
            && r.case(at + 1) != Some(Case::Capital)
            && r.case(at + 1) != Some(Case::Initials))
    {
        if r.is(at, Class::FEMALE) {
            female = Some(true);
        } else if r.is(at, Class::MALE) {
            female = Some(false);
        }
        at += 1;
    }
    (at, female)
}

/// A name by itself, behind its titles, which end before item `at`.
fn by_name(r: &Reading, i: usize, at: usize, s: &Sentence, titled: bool) -> Option<Mention> {
    let name = name_at(r, at, s.end, i == s.start && at == i)?;
    let certain = name.weight + evidence(r, &name, s, titled);
    let enough = certain >= CERTAIN
        || (titled && name.weight > -5)
        || (name.is_single() && certain > -3)
        || (!name.is_full() && certain > -4)
        || (name.is_full() && certain >= 1);
    if !enough {
        return None;
    }
    if let Some(body) = body_alone(r, &name, s) {
        return Some(body);
    }
    let mut mention = Mention::new(i, name.end, Sort::Named);
    mention.name = Some(Name {
        weight: certain + if titled { 3 } else { 0 },
        ..name
    });
    // `dominee Harm Tolsma`: a title that is what he is.
    if titled && at > i && r.known(at - 1).role.is_some() && name.is_full() {
        mention.role = Some((at - 1, at));
        mention.head = Some(at - 1);
    }
    extend(r, &mut mention, s);
    Some(mention)
}

/// True where item `i` is an article or the like, and no group, no first name, no `'t` of a surname.
fn opens_with_article(r: &Reading, i: usize, opens: bool) -> bool {
    let known = r.known(i);
    known.class.any(Class::DETERMINER)
        && !known.class.any(Class::GROUP)
        && (r.case(i) == Some(Case::Lower) || opens)
        && known.first.is_none()
        // `'t Hart` is somebody, `'t Winkeltje` is not.
        && !(r.word(i).starts_with(['\'', '’'])
            && r.case(i + 1) == Some(Case::Capital)
            && (r.known(i + 1).surname || !r.known(i + 1).common))
}

/// The mention that begins at item `i`.
fn mention_at(r: &Reading, i: usize, s: &Sentence) -> Option<Mention> {
    let case = r.case(i)?;
    let opens = i == s.start;
    let known = r.known(i);
    let class = known.class;
    if (case == Case::Lower || opens)
        && let Some(sort) = pronoun_at(r, i, s)
    {
        return Some(Mention::new(i, i + 1, sort));
    }
    if class.any(Class::SELF.or(Class::CONJUNCTION).or(Class::PREPOSITION))
        && !(case == Case::Capital && class.any(Class::PARTICLE))
    {
        return None;
    }
    if let Some(mention) = one_of(r, i, s) {
        return Some(mention);
    }
    let mut at = i;
    let determined = opens_with_article(r, i, opens);
    let indefinite = determined && class.any(Class::INDEFINITE);
    if determined {
        at += 1;
        // `die een boek schreef`: no article, but who wrote it.
        if matches!(r.word(i), "die" | "dat") && r.is(at, Class::INDEFINITE) {
            return None;
        }
        // `de reden dat Anna Smit komt`
        if r.word(i) == "dat"
            && r.case(at) == Some(Case::Capital)
            && name_at(r, at, s.end, false)
                .is_some_and(|name| name.is_full() && name.weight >= CERTAIN)
        {
            return None;
        }
        // `Alle drie de`, `een van de`.
        if at < s.end && r.is(at, Class::DETERMINER) && !r.is(at, Class::PARTICLE) {
            at += 1;
        }
    }
    let (at, female) = past_titles(r, at, s);
    let titled = at > i + usize::from(determined);
    if let Some(mut mention) = from_somewhere(r, i, at, s) {
        mention.female = female;
        return Some(mention);
    }
    if !determined && let Some(mention) = of_somebody(r, i, s) {
        return Some(mention);
    }
    // `KLM-directeur`, `Haagse wethouder`, `Minister`: a role may begin with a capital too.
    if !determined
        && case == Case::Capital
        && known.first.is_none()
        && (is_modifier(r, at) || known.role.is_some())
        && let Some(mention) = role_at(r, i, at, s, indefinite, determined)
        && mention.head.is_some_and(|h| {
            r.case(h) == Some(Case::Lower)
                || (h == i && (opens || !known.surname))
                // `SP-Tweede Kamerlid Anna Smit`
                || (h > i && mention.name.is_some() && !r.known(h).surname)
        })
    {
        return Some(mention);
    }
    if let Some(mention) = unlisted_at(r, i, at, s, determined) {
        return Some(mention);
    }
    if (!determined || titled)
        && let Some(mut mention) = by_name(r, i, at, s, titled)
    {
        mention.female = female;
        return Some(mention);
    }
    if let Some(mention) = role_at(r, i, at, s, indefinite, determined) {
        return Some(mention);
    }
    if determined && let Some(mention) = described(r, i, at, s) {
        return Some(mention);
    }
    if determined && let Some(mention) = resident(r, i, at, s) {
        return Some(mention);
    }
    // `De Noor zegt`: somebody from somewhere, whatever else has that name.
    let describes =
        r.known(at).of_place && r.case(at + 1) == Some(Case::Lower) && !r.is(at + 1, Class::FINITE);
    if determined && r.known(at).inhabitant && !describes {
        return group_at(r, i, at, s, indefinite);
    }
    body_at(r, i, at, s, determined).or_else(|| group_at(r, i, at, s, indefinite))
}

/// `VVD en CDA zeggen`, `vrezen VNO-NCW en MKB-Nederland`: two bodies that are the subject of one plural verb say it
/// together.
fn joined(r: &Reading, first: &Mention, second: &Mention) -> bool {
    let bodies = first.sort == Sort::Body && second.sort == Sort::Body;
    let plural = |n: usize| {
        r.case(n) == Some(Case::Lower)
            && r.word(n).ends_with("en")
            && (r.is(n, Class::FINITE) || r.known(n).cue.is_some_and(|c| c.form == Form::Plural))
    };
    let before = first
        .start
        .checked_sub(1)
        .is_some_and(|n| plural(n) || r.is(n, Class::ACCORDING));
    bodies
        && second.start == first.end + 1
        && r.word(first.end) == "en"
        && (before || plural(second.end))
}

/// One past the dateline that opens a block: `KOLKMEER - `, `DEN HAAG – `.
fn after_dateline(r: &Reading, s: &Sentence) -> usize {
    let mut at = s.start;
    while s.opens_part && at < s.end && r.case(at) == Some(Case::Upper) {
        at += 1;
    }
    if at > s.start && r.kind(at) == Kind::Dash {
        at + 1
    } else {
        s.start
    }
}
