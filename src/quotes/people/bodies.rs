//! Bodies: one under all its names, `het bedrijf` for the one that was named, and who speaks for it.

use super::roles::names_body;
use super::spelling::{clean, fold, lower_first, without_article};
use super::{Nature, People};
use crate::quotes::lexicon::{self, Body};
use crate::quotes::mentions::{Items, Mention};
use crate::quotes::outline::Reading;
use crate::quotes::tokens::Case;
use crate::quotes::words::Class;

/// How many of the bodies named last a plain noun may mean.
const REMEMBERED: usize = 24;

/// How far before its spokesperson a body may be named, in items: about four sentences.
const SPOKEN_FOR: usize = 80;

/// The bodies named so far.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    /// Those with a name of their own, in lower case, with what sort they are.
    named: Vec<(String, usize, Body)>,
    /// The body mentioned last: what it is called with its article, and where that stands.
    last: Option<(Items, usize)>,
}

impl People {
    /// A body, under its name or the abbreviation that stood in brackets behind it.
    pub(super) fn body(&mut self, r: &Reading, mention: &Mention) -> usize {
        let (start, end) = mention
            .role
            .or(mention.body)
            .unwrap_or((mention.start, mention.end));
        if let Some(who) = self.with_small_word(r, mention) {
            return who;
        }
        let name = clean(r.span(start, end).of(r.text));
        let key = fold(&name);
        // `Groen` is a party, unless somebody here is called so.
        if end == start + 1
            && start == mention.start
            && r.case(start) == Some(Case::Capital)
            && let Some(who) = self.latest(&self.by_surname, &key)
        {
            return who;
        }
        let points = mention.start < start && !mention.indefinite;
        // `de krant`, `de liberale krant`, `het Eindhovense bedrijf`
        if points
            && r.case(end - 1) == Some(Case::Lower)
            && (start..end).all(|n| r.case(n) == Some(Case::Lower) || r.known(n).of_place)
            && let Some(who) = self.body_meant(r.word(end - 1))
        {
            if self.bodies.last.is_none_or(|last| last.1 != who) {
                self.bodies.last = Some(((mention.start, end), who));
            }
            return who;
        }
        let short = mention
            .body
            .filter(|_| mention.end > end)
            .map(|(s, e)| fold(r.span(s, e).of(r.text)));
        // `het OM` is `het Openbaar Ministerie`, whichever comes first.
        let long = lexicon::alias(&name).map(fold);
        let found = self
            .by_phrase
            .get(&key)
            .or_else(|| self.by_phrase.get(long.as_ref()?))
            .copied()
            .or_else(|| self.abbreviated(&name));
        let who = if let Some(who) = found {
            who
        } else {
            // Without a name of its own it keeps its article: `de commissie`.
            let plain = !name.contains(char::is_uppercase);
            let shown = if plain && mention.start < start {
                lower_first(&clean(r.span(mention.start, end).of(r.text)))
            } else {
                name.clone()
            };
            self.add(shown, Nature::Body)
        };
        self.bodies.last = Some(((mention.start, end), who));
        // `het dagblad De Dijk`: what sort it is stands before its name.
        let media = (mention.start..end).any(|n| {
            r.case(n) == Some(Case::Lower) && MEDIA.iter().any(|of| r.word(n).ends_with(of))
        });
        self.remember_body(&name, who, media.then_some(Body::Media));
        self.by_phrase.insert(key, who);
        if let Some(long) = long {
            self.by_phrase.insert(long, who);
        }
        if let Some(short) = short {
            self.by_phrase.insert(short, who);
        }
        // `Vredehof Groep` is `Vredehof` from here on.
        let first = r.known(start);
        if end == start + 2
            && r.case(start) == Some(Case::Capital)
            && r.known(start + 1).common
            && !first.common
            && !first.place
            && !first.of_place
            && first.first.is_none()
        {
            self.by_phrase.entry(fold(r.word(start))).or_insert(who);
        }
        // `consumentenbond Koopwijs` is Koopwijs from here on.
        let kind = r.case(start) == Some(Case::Lower) || r.is(start, Class::BODY);
        let own = (start + 1..end).find(|&n| r.case(n) == Some(Case::Capital));
        if let Some(own) = own.filter(|_| kind) {
            let own = fold(&clean(r.span(own, end).of(r.text)));
            self.by_phrase.entry(own).or_insert(who);
        }
        who
    }

    /// `De Wit: “Nee.”`: a capital that opens a sentence is no article where somebody is called so.
    fn with_small_word(&self, r: &Reading, mention: &Mention) -> Option<usize> {
        let last = mention.end.checked_sub(1)?;
        if last != mention.start + 1
            || r.case(mention.start) != Some(Case::Capital)
            || r.case(last) != Some(Case::Capital)
        {
            return None;
        }
        let whole = fold(r.span(mention.start, mention.end).of(r.text));
        let who = self.latest(&self.by_surname, &fold(r.word(last)))?;
        fold(&self.all[who].name)
            .strip_suffix(&whole)
            .is_some_and(|given| given.is_empty() || given.ends_with(' '))
            .then_some(who)
    }

    /// `ZN` for Zorgverzekeraars Nederland: of those named before, the one that begins its words so.
    fn abbreviated(&self, name: &str) -> Option<usize> {
        let letters = name.len() > 1 && name.bytes().all(|b| b.is_ascii_uppercase());
        let fits = |of: &str| {
            let mut initials = of
                .split([' ', '-'])
                .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
                .filter_map(|word| word.chars().next());
            name.chars().all(|c| initials.next() == Some(c)) && initials.next().is_none()
        };
        let near = self.bodies.named.iter().rev().take(REMEMBERED);
        let mut found = near.filter(|_| letters).map(|&(_, who, _)| who);
        found.find(|&who| fits(&self.all[who].name))
    }

    /// The body that these items name.
    pub(super) fn body_at(&mut self, r: &Reading, (start, end): Items) -> usize {
        let name = clean(r.span(start, end).of(r.text));
        let key = fold(&name);
        let who = match self.by_phrase.get(&key) {
            Some(&who) => who,
            None => self.add(name.clone(), Nature::Body),
        };
        self.by_phrase.insert(key, who);
        self.remember_body(&name, who, None);
        who
    }

    fn remember_body(&mut self, name: &str, who: usize, sort: Option<Body>) {
        // `de Dorpsstraat`
        let first = name.split(' ').next().unwrap_or(name);
        let street = STREETS
            .iter()
            .any(|of| first.len() > of.len() && first.ends_with(of));
        if self.all[who].nature == Nature::Body && name.contains(char::is_uppercase) && !street {
            let sort = sort
                .or_else(|| lexicon::organisation(name))
                .unwrap_or(Body::Other);
            self.bodies.named.push((name.to_lowercase(), who, sort));
        }
    }

    /// `de commissie`, `het bedrijf`, `de krant`: the body named last that has the noun in its name, else the last of
    /// that sort.
    pub(super) fn body_meant(&self, noun: &str) -> Option<usize> {
        let near = || self.bodies.named.iter().rev().take(REMEMBERED);
        let any = matches!(
            noun,
            "bedrijf"
                | "bestuur"
                | "concern"
                | "directie"
                | "firma"
                | "onderneming"
                | "organisatie"
        );
        // `de toezichthouder`: the one that watches by its name.
        if noun.ends_with("toezichthouder") {
            let watches = near().find(|(name, ..)| {
                WATCHES
                    .iter()
                    .any(|of| name.split([' ', '-']).any(|word| word.ends_with(of)))
            });
            if let Some(&(_, who, _)) = watches {
                return Some(who);
            }
        }
        // `de milieugroep`: the one that has `milieu` in its name.
        let field = FIELD_OF.iter().find_map(|of| noun.strip_suffix(of));
        let by_noun = near().filter(|_| !any).find(|(name, ..)| {
            name.split([' ', '-']).any(|word| {
                word == noun
                    || (noun == "partij" && word == "fractie")
                    || (noun.len() > 3 && word.ends_with(noun))
                    || field.is_some_and(|field| field.len() > 4 && word.starts_with(field))
            })
        });
        let by_sort = || {
            let sort = match noun {
                _ if MEDIA.iter().any(|of| noun.ends_with(of)) => Body::Media,
                "partij" => Body::Party,
                // `het stadsbestuur` is one of its own.
                _ if noun.ends_with("bestuur") && noun != "bestuur" => return None,
                _ if names_body(noun) || THE_SAME_BODY.iter().any(|of| noun.ends_with(of)) => {
                    Body::Other
                }
                _ => return None,
            };
            // A firm is no public body and no union.
            let firm = matches!(noun, "bedrijf" | "concern" | "firma" | "onderneming");
            let fits = |name: &str| !firm || !NO_FIRMS.iter().any(|of| name.contains(of));
            let any_fits = near().any(|(name, _, of)| *of == sort && fits(name));
            // The one that the last lines name most, as it is what they are about; of equals the last.
            let named =
                || near().filter(move |(name, _, of)| *of == sort && (fits(name) || !any_fits));
            let times = |who: usize| named().filter(|(_, other, _)| *other == who).count();
            let most = named().map(|(_, who, _)| times(*who)).max()?;
            named().find(|(_, who, _)| times(*who) == most)
        };
        by_noun.or_else(by_sort).map(|&(_, who, _)| who)
    }

    /// `een woordvoerder` of nobody: of the body that was mentioned last.
    pub(super) fn speaks_for(&self, r: &Reading, mention: &Mention, noun: &str) -> Option<String> {
        let head = mention.head?;
        if !matches!(
            noun,
            "woordvoerder" | "woordvoerster" | "zegsman" | "zegsvrouw"
        ) || mention.end != head + 1
            || mention.body.is_some()
            || r.word(head).to_lowercase() != noun
        {
            return None;
        }
        let ((start, end), who) = self.bodies.last?;
        if self.all[who].nature != Nature::Body || mention.start > end + SPOKEN_FOR {
            return None;
        }
        let name = clean(r.span(start, end).of(r.text));
        if lexicon::organisation(without_article(&name)) == Some(Body::Media) {
            return None;
        }
        let article = r.known(start).class;
        let name = if article.is_open() {
            name
        } else {
            lower_first(&name)
        };
        Some(format!("een {noun} van {name}"))
    }
}

/// What stands behind its field in the noun for a body.
const FIELD_OF: &[&str] = &[
    "groep",
    "club",
    "organisatie",
    "beweging",
    "bond",
    "vereniging",
];

/// Endings of what a street is called.
const STREETS: &[&str] = &[
    "straat", "laan", "plein", "kade", "gracht", "dijk", "singel", "steeg", "markt", "weg", "brug",
    "poort", "park",
];

/// Parts of a name that no firm has.
const NO_FIRMS: &[&str] = &[
    "autoriteit",
    "bond",
    "brandweer",
    "cnv",
    "fnv",
    "fractie",
    "gemeente",
    "ggd",
    "hogeschool",
    "inspectie",
    "instituut",
    "koepel",
    "ministerie",
    "partij",
    "politie",
    "provincie",
    "raad",
    "rechtbank",
    "regio",
    "stichting",
    "universiteit",
    "vereniging",
    "waterschap",
];

/// Words in the name of a body that supervises others.
const WATCHES: &[&str] = &[
    "autoriteit",
    "inspectie",
    "toezicht",
    "acm",
    "afm",
    "nza",
    "dnb",
];

/// What a paper or a broadcaster is called for short.
const MEDIA: &[&str] = &[
    "krant",
    "dagblad",
    "weekblad",
    "zakenblad",
    "tijdschrift",
    "omroep",
    "zender",
    "nieuwssite",
    "persbureau",
];

/// Nouns that, with `het` or `de`, stand for a body named before, whatever its name is; so do those that [`names_body`]
/// knows.
const THE_SAME_BODY: &[&str] = &[
    "bedrijf",
    "bestuur",
    "concern",
    "dienst",
    "directie",
    "firma",
    "instelling",
    "instituut",
    "keten",
    "koepel",
    "milieuclub",
    "milieugroep",
    "multinational",
    "onderneming",
    "organisatie",
    "stichting",
    "vakbond",
    "vereniging",
];
