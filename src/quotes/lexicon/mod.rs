//! What is known of a word without reading the article: names, places, bodies, roles, ordinary words.
//!
//! The tables are text files in `src/quotes/data`, each with its source and licence at its head; they are
//! compiled in and read when the first word is asked for, which takes a millisecond. This room
//! says what a word *may* be. What it is in a sentence (`Visser` the man or the trade) is for the rules.

mod places;
mod roles;
mod table;

pub(super) use places::{inhabitant, inhabitants, place, place_adjective};
pub(super) use roles::{Expertise, RoleNoun, before_a_name, man_of, role_noun};

use std::sync::LazyLock;

use table::Table;

static FIRST_NAMES: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../data/first_names.txt")));
static FIRST_NAMES_OWN: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../data/first_names_own.txt")));
static SURNAMES: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../data/surnames.txt")));
static BODIES: LazyLock<Table> = LazyLock::new(|| Table::new(include_str!("../data/bodies.txt")));
static ALIASES: LazyLock<Table> = LazyLock::new(|| Table::new(include_str!("../data/aliases.txt")));
static ORGANISATIONS: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../data/organisations.txt")));

/// OpenTaal's lower-case words but for long compounds; its terms stand in `data/README.md`.
static WORDS: LazyLock<Option<fst::Set<&'static [u8]>>> =
    LazyLock::new(|| fst::Set::new(include_bytes!("../data/words.fst").as_slice()).ok());

/// A woman or a man, where a name or a noun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// `Anna`, `onderzoekster`.
    Female,
    /// `Piet`, `topman`.
    Male,
}

impl Gender {
    fn of(letter: &str) -> Option<Self> {
        match letter {
            "f" => Some(Self::Female),
            "m" => Some(Self::Male),
            _ => None,
        }
    }
}

/// A first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FirstName {
    /// Whose; `None` where women and men bear it (`Anne`, `Robin`).
    pub(super) gender: Option<Gender>,
}

/// The sorts of body that speak in a newspaper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// `VVD`.
    Party,
    /// `NRC`: mostly the one that is spoken to.
    Media,
    /// `RIVM`, `Shell`, `Tweede Kamer`.
    Other,
}

/// Whether `word`, spelled as in the text, is a first name. A double name (`Gert-Jan`, `Anne-Wil`) is one where both its
/// parts are, of the gender on which they agree; initials are none.
pub(super) fn first_name(word: &str) -> Option<FirstName> {
    let known = |name: &str| {
        let row = FIRST_NAMES_OWN
            .get(name)
            .or_else(|| FIRST_NAMES.get(name))?;
        Some(FirstName {
            gender: Gender::of(row),
        })
    };
    // `Desirée`, `Zoë`: with an accent that the tables leave out, or without.
    let known = |name: &str| known(name).or_else(|| known(&without_accents(name)?));
    known(word).or_else(|| {
        let (first, second) = word.split_once('-')?;
        let (first, second) = (known(first)?, known(second)?);
        // Jan-Marie is a man, Anne-Jan too: two names that disagree tell nothing.
        let gender = match (first.gender, second.gender) {
            (Some(a), Some(b)) if a != b => None,
            (a, b) => a.or(b),
        };
        Some(FirstName { gender })
    })
}

/// The word without its accents; `None` where it has none.
fn without_accents(word: &str) -> Option<String> {
    if word.is_ascii() {
        return None;
    }
    let plain = |c: char| match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'É' | 'È' => 'E',
        c => c,
    };
    Some(word.chars().map(plain).collect())
}

/// Whether `word` is a surname that the tables know, without its particles: `Vries`, not `de Vries`. Hyphenated
/// names count where one half does. Most surnames stand in no table.
pub(super) fn surname(word: &str) -> bool {
    SURNAMES.get(word).is_some()
        || word
            .split_once('-')
            .is_some_and(|(a, b)| SURNAMES.get(a).is_some() || SURNAMES.get(b).is_some())
}

/// Whether `lower`, in lower case, is an ordinary Dutch word, so that its capital at the start of a sentence says
/// nothing. Longer words are taken apart: `zorgverzekeringswet` is one because `zorg`, `verzekering` and `wet` are.
pub(super) fn common_word(lower: &str) -> bool {
    is_listed(lower) || (lower.chars().count() > LONGEST_LISTED && is_compound(lower, MOST_PARTS))
}

/// Longer words, in letters, are taken apart.
const LONGEST_LISTED: usize = 10;

/// More parts than this no Dutch word has that is not a joke; it also bounds the work on hostile input.
const MOST_PARTS: u8 = 3;

/// Words longer than this, in bytes, are taken for no compound.
const LONGEST_COMPOUND: usize = 40;

fn is_listed(lower: &str) -> bool {
    WORDS.as_ref().is_some_and(|words| words.contains(lower))
}

/// Whether `lower` falls apart into listed words of three letters or more, joined by nothing, `s`, a hyphen or an
/// apostrophe.
fn is_compound(lower: &str, parts: u8) -> bool {
    if lower.len() > LONGEST_COMPOUND || parts < 2 {
        return false;
    }
    lower.char_indices().skip(3).any(|(at, _)| {
        let (Some(head), Some(tail)) = (lower.get(..at), lower.get(at..)) else {
            return false;
        };
        if tail.chars().count() < 3 || !(is_listed(tail) || is_compound(tail, parts - 1)) {
            return false;
        }
        let head = head.trim_end_matches('-');
        is_listed(head)
            || head
                .strip_suffix('s')
                .is_some_and(|h| h.len() > 3 && is_listed(h))
    })
}

/// The sort of well-known body that `name` is; also names of several words (`Openbaar Ministerie`).
pub(super) fn organisation(name: &str) -> Option<Body> {
    ORGANISATIONS.get(name).map(|kind| match kind {
        "party" => Body::Party,
        "media" => Body::Media,
        _ => Body::Other,
    })
}

/// Endings that make a compound such a body: `onderzoeksinstituut`, `topkliniek`.
const AFFILIATION_ENDINGS: &[&str] = &[
    "universiteit",
    "hogeschool",
    "instituut",
    "planbureau",
    "kliniek",
    "laboratorium",
    "academie",
    "ziekenhuis",
    "museum",
    "denktank",
    "sterrenwacht",
    "faculteit",
    "onderzoeksbureau",
    "kenniscentrum",
    "umc",
];

/// Whether `lower`, in lower case, is a body of knowledge or science.
pub(super) fn affiliation(lower: &str) -> bool {
    BODIES.get(lower) == Some("k") || AFFILIATION_ENDINGS.iter().any(|end| lower.ends_with(end))
}

const CALENDAR: &[&str] = &[
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "kerst",
    "kerstmis",
    "pasen",
    "pinksteren",
    "hemelvaart",
    "koningsdag",
    "prinsjesdag",
    "sinterklaas",
    "ramadan",
    "nieuwjaar",
    "bevrijdingsdag",
    "carnaval",
    "suikerfeest",
];

/// Whether `lower`, in lower case, is a day, a month or a feast, which some papers give a capital.
pub(super) fn calendar(lower: &str) -> bool {
    CALENDAR.contains(&lower)
        || ["ochtend", "middag", "avond", "nacht"].iter().any(|part| {
            lower
                .strip_suffix(part)
                .is_some_and(|day| CALENDAR.contains(&day))
        })
}

/// The full name of a well-known body: `OM` → `Openbaar Ministerie`.
pub(super) fn alias(abbreviation: &str) -> Option<&'static str> {
    ALIASES.get(abbreviation)
}

/// Endings that make such a noun: `milieuorganisatie`, `onderwijsvakbond`.
const BODY_ENDINGS: &[&str] = &[
    "bank",
    "bedrijf",
    "bond",
    "bureau",
    "club",
    "commissie",
    "concern",
    "dagblad",
    "dienst",
    "fabrikant",
    "federatie",
    "fonds",
    "fractie",
    "inspectie",
    "instantie",
    "instelling",
    "keten",
    "koepel",
    "krant",
    "maatschappij",
    "ministerie",
    "organisatie",
    "partij",
    "politie",
    "raad",
    "regering",
    "stichting",
    "toezicht",
    "vereniging",
    "autoriteit",
    "weekblad",
    "zakenblad",
];

/// Endings that make a compound a group of people or bodies that can say something together.
const GROUP_ENDINGS: &[&str] = &[
    "bedrijven",
    "bewoners",
    "boeren",
    "bonden",
    "deelnemers",
    "deskundigen",
    "experts",
    "makers",
    "kenners",
    "leden",
    "kundigen",
    "ologen",
    "onderzoekers",
    "onomen",
    "organisaties",
    "ouders",
    "partijen",
    "verenigingen",
    "wetenschappers",
];

/// Whether `lower`, in lower case, is such a compound: `oppositiepartijen`.
pub(super) fn group(lower: &str) -> bool {
    GROUP_ENDINGS.iter().any(|end| {
        lower
            .strip_suffix(end)
            .is_some_and(|before| before.len() > 1)
    }) && !FALSE_GROUPS.contains(&lower)
}

/// Whether `lower`, in lower case, is the plural of a noun for what somebody is: `handelaren`, `schippers`, `critici`.
pub(super) fn role_nouns(lower: &str) -> bool {
    let one = if let Some(stem) = lower.strip_suffix("aren") {
        Some(format!("{stem}aar"))
    } else if let Some(stem) = lower.strip_suffix("ici") {
        Some(format!("{stem}icus"))
    } else {
        lower
            .strip_suffix("en")
            .or_else(|| lower.strip_suffix('s'))
            .map(str::to_owned)
    };
    // `bouwen`, `koken`: a short stem is a verb's more often.
    one.is_some_and(|one| one.len() > 5 && role_noun(&one).is_some())
}

/// Words with such an ending that are no people.
const FALSE_GROUPS: &[&str] = &[
    "gebonden",
    "ontbonden",
    "schouders",
    "uitgegleden",
    "verbonden",
    "aankleden",
    "bekleden",
    "beleden",
    "geleden",
    "kleden",
    "ontleden",
    "overleden",
    "sleden",
    "verleden",
];

/// Words with an ending of [`BODY_ENDINGS`] that are no body.
const FALSE_BODIES: &[&str] = &[
    "beraad",
    "huisraad",
    "kerkdienst",
    "verraad",
    "voorraad",
    "vechtpartij",
    "zandbank",
    "zitbank",
];

/// Whether `lower`, in lower case, is a body that can say something; those of knowledge ([`affiliation`]) are too.
pub(super) fn body(lower: &str) -> bool {
    BODIES.get(lower).is_some()
        || affiliation(lower)
        || !FALSE_BODIES.contains(&lower)
            && BODY_ENDINGS.iter().any(|end| {
                lower
                    .strip_suffix(end)
                    .is_some_and(|before| before.len() > 2)
            })
}

#[cfg(test)]
mod tests;
