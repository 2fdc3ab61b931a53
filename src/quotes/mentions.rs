//! Noun phrases that can be the source of words: persons, roles, bodies, groups, pronouns.
//!
//! One pass over the writer's own sentences. A mention takes in what belongs to it (`hoogleraar ecologie Anna Smit van de
//! Universiteit Leiden, tevens …,`), so that a rule need only ask what stands right before or after a verb.

use super::attached::{
    affiliation_end, apposition, body_in, brackets, extend, from_somewhere, looks_finite,
    of_somebody,
};
use super::names::{self, CERTAIN, Name, name_at};
use super::outline::{Reading, Sentence};
use super::tokens::{Case, Kind};
use super::words::Class;

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
}

impl Mentions {
    /// Finds the mentions in the writer's own words.
    pub(super) fn of(r: &Reading) -> Self {
        let mut found = Self {
            all: Vec::new(),
            cover: vec![u32::MAX; r.items.len()],
        };
        for sentence in &r.sentences {
            let mut i = sentence.start;
            while i < sentence.end {
                if let Some(mention) = mention_at(r, i, sentence) {
                    let number = u32::try_from(found.all.len()).unwrap_or(u32::MAX);
                    for item in mention.start..mention.end {
                        found.cover[item] = number;
                    }
                    i = mention.end.max(i + 1);
                    found.all.push(mention);
                } else {
                    i += 1;
                }
            }
        }
        found
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
        let from = self.all.partition_point(|m| m.start < start);
        let to = from + self.all[from..].partition_point(|m| m.start < end);
        from..to
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
    if known.cue.is_some_and(|c| c.force.is_some())
        && case == Case::Lower
        && !r.word(i).ends_with('e')
    {
        return false;
    }
    let word = r.word(i);
    match case {
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

/// The mention that begins at item `i`.
fn mention_at(r: &Reading, i: usize, s: &Sentence) -> Option<Mention> {
    let case = r.case(i)?;
    let opens = i == s.start;
    let known = r.known(i);
    let class = known.class;
    let prior_source = i > s.start
        && (r.is(i - 1, Class::ACCORDING) || r.word(i - 1) == "als" || r.word(i - 1) == "lijken");
    if case == Case::Lower || opens {
        if class.any(Class::HE) {
            return Some(Mention::new(i, i + 1, Sort::He));
        }
        if class.any(Class::SHE) {
            return Some(Mention::new(i, i + 1, Sort::She));
        }
        if prior_source && r.case(i + 1) != Some(Case::Capital) {
            match r.word(i) {
                "hem" => return Some(Mention::new(i, i + 1, Sort::He)),
                "haar" => return Some(Mention::new(i, i + 1, Sort::She)),
                _ => {}
            }
        }
    }
    if class.any(Class::SELF.or(Class::CONJUNCTION).or(Class::PREPOSITION))
        && !(case == Case::Capital && class.any(Class::PARTICLE))
    {
        return None;
    }
    let mut at = i;
    let mut female = None;
    let determined = class.any(Class::DETERMINER)
        && !class.any(Class::GROUP)
        && (case == Case::Lower || opens)
        && known.first.is_none();
    let indefinite = determined && class.any(Class::INDEFINITE);
    if determined {
        at += 1;
        // `Alle drie de`, `een van de`.
        if at < s.end && r.is(at, Class::DETERMINER) && !r.is(at, Class::PARTICLE) {
            at += 1;
        }
    }
    // Titles.
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
            r.case(h) == Some(Case::Lower) || (h == i && (opens || !known.surname))
        })
    {
        return Some(mention);
    }
    // A name by itself.
    if (!determined || titled)
        && let Some(name) = name_at(r, at, s.end, opens && at == i)
    {
        let certain = name.weight + evidence(r, &name, s, titled);
        if certain >= CERTAIN
            || (titled && name.weight > -5)
            || (name.is_single() && certain > -3)
            || (!name.is_full() && certain > -4)
            || (name.is_full() && certain >= 1)
        {
            let mut mention = Mention::new(i, name.end, Sort::Named);
            mention.name = Some(Name {
                weight: certain + if titled { 3 } else { 0 },
                ..name
            });
            mention.female = female;
            if let Some(body) = body_alone(r, &name, s) {
                return Some(body);
            }
            extend(r, &mut mention, s);
            return Some(mention);
        }
    }
    if let Some(mention) = role_at(r, i, at, s, indefinite, determined) {
        return Some(mention);
    }
    body_at(r, i, at, s, determined).or_else(|| group_at(r, i, at, s, indefinite))
}

/// What stands around a name and says that it is a person's.
fn evidence(r: &Reading, name: &Name, s: &Sentence, titled: bool) -> i32 {
    let mut weight = 0;
    if titled {
        weight += 3;
    }
    let next = name.end;
    if next + 2 < s.end
        && r.kind(next) == Kind::Open
        && r.kind(next + 1) == Kind::Number
        && r.kind(next + 2) == Kind::Close
    {
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
        && (r.is(next, Class::FINITE) || r.known(next).cue.is_some())
    {
        weight += 2;
    }
    let cue = |n: usize| {
        r.known(n)
            .cue
            .is_some_and(|c| c.force.is_some() && c.form != super::cues::Form::Participle)
    };
    if (next < s.end && cue(next)) || (name.start > s.start && cue(name.start - 1)) {
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

/// A single capitalised word that is a known body: `Greenpeace`.
fn body_alone(r: &Reading, name: &Name, s: &Sentence) -> Option<Mention> {
    let known = r.known(name.start);
    if name.is_single() && (known.organisation || known.affiliation) && known.first.is_none() {
        let mut end = name.end;
        while end < s.end
            && matches!(r.case(end), Some(Case::Capital | Case::Upper))
            && r.known(end).class.is_open()
        {
            end += 1;
        }
        let mut mention = Mention::new(name.start, end, Sort::Body);
        mention.body = Some((name.start, end));
        return Some(mention);
    }
    None
}

/// `[de] [Utrechtse] hoogleraar [ecologie] [Anna Smit]`; `at` is the first word after the article.
pub(super) fn role_at(
    r: &Reading,
    i: usize,
    at: usize,
    s: &Sentence,
    indefinite: bool,
    determined: bool,
) -> Option<Mention> {
    let mut head = at;
    // `FC Utrecht-trainer`: a club of two words before the hyphen.
    if at + 1 < s.end
        && matches!(r.case(at), Some(Case::Capital | Case::Upper))
        && r.known(at).role.is_none()
        && r.known(at).first.is_none()
        && r.word(at + 1).contains('-')
        && matches!(r.case(at + 1), Some(Case::Capital | Case::Upper))
        && r.known(at + 1).role.is_some()
    {
        head += 1;
    }
    while head < s.end && head < at + 4 && r.known(head).role.is_none() && is_modifier(r, head) {
        head += 1;
        if head + 1 < s.end && r.word(head) == "en" && is_modifier(r, head + 1) {
            head += 1;
        }
    }
    // An adjective that happens to be a role noun too: `lead architect`, `algemeen directeur`.
    while head + 1 < s.end
        && r.known(head).role.is_some()
        && r.known(head + 1).role.is_some()
        && r.case(head + 1) != Some(Case::Capital)
    {
        head += 1;
    }
    let role = r.known(head).role?;
    if head >= s.end || r.case(head).is_none() {
        return None;
    }
    let _ = role;
    // A role without article in front of no name is a predicate, unless it opens the sentence or follows a cue.
    let mut role_end = head + 1;
    let mut last_head = head;
    // `oncoloog en onderzoeker`, `schrijver, journalist en columnist`.
    loop {
        if role_end + 1 < s.end
            && matches!(r.word(role_end), "en" | "annex" | "tevens" | "&")
            && r.known(role_end + 1).role.is_some()
        {
            last_head = role_end + 1;
            role_end += 2;
        } else {
            break;
        }
    }
    let _ = last_head;
    let mut mention = Mention::new(i, role_end, Sort::Role);
    mention.head = Some(head);
    mention.indefinite = indefinite;
    mention.role = Some((at, role_end));
    // Titles between role and name.
    if let Some((name, titles, female)) = name_after_role(r, role_end, s) {
        mention.name = Some(name);
        mention.sort = Sort::Named;
        mention.role = Some((at, titles));
        mention.end = name.end;
        mention.reach = name.end;
        mention.female = female;
        extend(r, &mut mention, s);
        return Some(mention);
    }
    // Specialism and affiliation without a name.
    let end = role_extent(r, role_end, s);
    mention.end = end;
    mention.reach = end;
    mention.role = Some((at, end));
    mention.body = body_in(r, role_end, end);
    if determined
        && !indefinite
        && r.kind(end) == Kind::Comma
        && end + 1 < s.end
        && let Some(mut name) = name_at(r, end + 1, s.end, false)
        && name.is_full()
        && name.weight >= CERTAIN - 1
        && (name.end == s.end || matches!(r.kind(name.end), Kind::Comma | Kind::Stop | Kind::Colon))
    {
        // `de rector van de universiteit, Anna Smit,`
        name.weight += 3;
        mention.name = Some(name);
        mention.sort = Sort::Named;
        mention.end = name.end;
        mention.reach = name.end + usize::from(r.kind(name.end) == Kind::Comma && name.end < s.end);
        return Some(mention);
    }
    // `zijn broer, burgemeester Jan de Wit,`
    if determined
        && r.kind(end) == Kind::Comma
        && end + 1 < s.end
        && r.case(end + 1) == Some(Case::Lower)
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
            let ministry = !direct
                && name.start + 1 < name.end
                && r.known(name.start).common
                && r.known(name.start).first.is_none()
                && r.known(name.start + 1).first.is_some();
            if ministry {
                at += 1;
                continue;
            }
            if (direct && name.weight > -2 && !word) || (strong && !after_preposition) {
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
fn role_extent(r: &Reading, from: usize, s: &Sentence) -> usize {
    let mut end = from;
    while end < s.end && end < from + 4 && is_noun_like(r, end) {
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
            known.class.is_open() && known.cue.is_none() && !looks_finite(r.word(i))
        }
        Some(Case::Upper | Case::Capital) => known.class.is_open(),
        _ => false,
    }
}

/// `het CBS`, `de gemeente Utrecht`, `het Openbaar Ministerie (OM)`.
fn body_at(r: &Reading, i: usize, at: usize, s: &Sentence, determined: bool) -> Option<Mention> {
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
    let opens = first == s.start;
    let mut end = first;
    let mut bodily = false;
    let mut capitals = 0;
    if r.case(first) == Some(Case::Lower) {
        if !r.is(first, Class::BODY) && !(r.known(first).affiliation) {
            // `werkgeversorganisatie VNO-NCW`: any noun before an abbreviation.
            let noun = r.known(first).class.is_open()
                && !looks_finite(r.word(first))
                && r.known(first).cue.is_none()
                && r.case(first + 1) == Some(Case::Upper)
                && first + 1 < s.end;
            if !noun {
                return None;
            }
        }
        bodily = true;
        end += 1;
        if r.word(end) == "van" && matches!(r.case(end + 1), Some(Case::Capital)) {
            end += 1;
        }
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
                bodily |= known.organisation || known.affiliation || known.class.any(Class::BODY);
                capitals += 1;
            }
            Some(Case::Lower)
                if capitals > 0
                    && matches!(r.word(end), "van" | "voor" | "de" | "der" | "en" | "het")
                    && {
                        let mut n = end + 1;
                        while n < s.end && matches!(r.word(n), "de" | "het" | "der") {
                            n += 1;
                        }
                        n < s.end
                            && r.case(n) == Some(Case::Capital)
                            && r.known(n).first.is_none()
                            && r.word(end) != "en"
                            || (r.word(end) == "en"
                                && r.case(end + 1) == Some(Case::Capital)
                                && r.known(end + 1).first.is_none()
                                && capitals >= 2)
                    } => {}
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
    let mut mention = Mention::new(i, end, Sort::Body);
    mention.body = Some((first, end));
    mention.reach = end;
    let _ = names::CERTAIN;
    mention.end = brackets(r, &mut mention, end, s);
    mention.reach = mention.end;
    mention.role = Some((at, end));
    Some(mention)
}

/// `tegenstanders`, `het rapport`, `een ingewijde`.
fn group_at(r: &Reading, i: usize, at: usize, s: &Sentence, indefinite: bool) -> Option<Mention> {
    let mut head = at;
    while head < s.end
        && head < at + 3
        && !r.is(head, Class::GROUP.or(Class::DOCUMENT).or(Class::SOMEBODY))
        && is_modifier(r, head)
    {
        head += 1;
    }
    if head >= s.end || r.case(head).is_none() {
        return None;
    }
    let sort = if r.is(head, Class::SOMEBODY) {
        Sort::Somebody
    } else if r.is(head, Class::GROUP.or(Class::DOCUMENT)) {
        Sort::Group
    } else {
        return None;
    };
    let with = affiliation_end(r, head + 1, s);
    let mut mention = Mention::new(i, with, sort);
    mention.head = Some(head);
    mention.indefinite = indefinite;
    mention.body = body_in(r, head + 1, with);
    Some(mention)
}

/// True where every word of a name is an ordinary one too, and none is known as a name: `Automotive Research`,
/// `Terrorisme en Veiligheid`.
fn ordinary(r: &Reading, name: &Name) -> bool {
    let words = || (name.start..name.end).map(|n| r.known(n));
    if words().any(|known| known.first.is_some() || known.surname)
        || r.case(name.start) == Some(Case::Initials)
    {
        return false;
    }
    let follows = matches!(r.word(name.end), "en" | "&" | "van" | "aan")
        && matches!(r.case(name.end + 1), Some(Case::Capital | Case::Upper));
    let common = words()
        .filter(|known| known.common || known.organisation)
        .count();
    (name.is_single() && common == 1 && follows)
        || (!name.is_single() && common + 1 >= name.end - name.start && common > 0)
}
