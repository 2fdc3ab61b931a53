//! Nouns for what somebody is: a closed table, its compounds, and the endings that make such a noun.

use std::sync::LazyLock;

use super::table::Table;
use super::{Gender, common_word};

static ROLES: LazyLock<Table> = LazyLock::new(|| Table::new(include_str!("../data/roles.txt")));

/// Whether somebody with this role is quoted for what they know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quotes) enum Expertise {
    /// By profession: `hoogleraar`, `arts`, `econoom`.
    Yes,
    /// Where they work at a body of that field: `docent` at a university, `directeur` of an institute.
    WithAffiliation,
    /// Politicians, spokespersons, witnesses, residents.
    No,
}

/// A noun that names a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quotes) struct RoleNoun {
    /// Quoted for what they know.
    pub(in crate::quotes) expertise: Expertise,
    /// Whom the noun names: `onderzoekster` a woman, `topman` a man, `hoogleraar` either.
    pub(in crate::quotes) gender: Option<Gender>,
}

/// An ending that makes a noun a role by itself.
struct Ending {
    /// The last letters.
    letters: &'static str,
    /// Letters that must stand before them at least: `loog` is lye, and `maatschaploog` is nothing.
    before: usize,
    expertise: Expertise,
    gender: Option<Gender>,
}

const fn ending(
    letters: &'static str,
    before: usize,
    expertise: Expertise,
    gender: Option<Gender>,
) -> Ending {
    Ending {
        letters,
        before,
        expertise,
        gender,
    }
}

/// The endings of section "roles" in grammars that hold without a list: `-ist`, `-ent`, `-er` alone do not.
const ENDINGS: &[Ending] = &[
    ending("loog", 3, Expertise::Yes, None),
    ending("loge", 3, Expertise::Yes, Some(Gender::Female)),
    ending("econoom", 0, Expertise::Yes, None),
    ending("econome", 0, Expertise::Yes, Some(Gender::Female)),
    ending("kundige", 2, Expertise::Yes, None),
    ending("expert", 1, Expertise::Yes, None),
    ending("deskundige", 0, Expertise::Yes, None),
    ending("kenner", 3, Expertise::Yes, None),
    ending("watcher", 3, Expertise::Yes, None),
    ending("iater", 3, Expertise::Yes, None),
    ending("therapeut", 0, Expertise::Yes, None),
    ending("therapeute", 0, Expertise::Yes, Some(Gender::Female)),
    ending("historicus", 0, Expertise::Yes, None),
    ending("wetenschapper", 0, Expertise::Yes, None),
    ending("onderzoeker", 0, Expertise::Yes, None),
    ending("woordvoerder", 0, Expertise::No, None),
    ending("kamerlid", 0, Expertise::No, None),
    ending("voorzitter", 0, Expertise::WithAffiliation, None),
    ending("directeur", 0, Expertise::WithAffiliation, None),
    ending("bestuurder", 0, Expertise::WithAffiliation, None),
    ending("minister", 0, Expertise::No, None),
    ending("teur", 3, Expertise::No, None),
    ending("seur", 3, Expertise::No, None),
    ending("icus", 4, Expertise::No, None),
    ending("ograaf", 3, Expertise::No, None),
    ending("ografe", 3, Expertise::No, Some(Gender::Female)),
    ending("meester", 3, Expertise::No, None),
];

/// Words that look like a role and are none.
const FALSE_FRIENDS: &[&str] = &[
    "analoog",
    "apoloog",
    "baarmoeder",
    "beeldscherm",
    "catalogus",
    "dialoog",
    "dienstregeling",
    "epiloog",
    "etaloge",
    "eloge",
    "halfgeleider",
    "homoloog",
    "horloge",
    "horoloog",
    "ideoloog-af",
    "kattenbak",
    "krijgsgevangene",
    "loge",
    "monoloog",
    "nekroloog",
    "onderkundige",
    "ooglid",
    "parabool",
    "polshorloge",
    "proloog",
    "tautoloog",
    "theelepel",
    "tweeling",
    "zonnebaars",
    "gelid",
    "deksellid",
    "premierschap",
    "voorhoofd",
    "zelfkenner",
    "onkundige",
    "stroomgeleider",
    "geleider",
    "afleider",
    "omleider",
    "verleider",
    "misleider",
    "handleider",
    "bliksemafleider",
    "tegenspeler",
    "stopwatch",
    "weightwatcher",
    "cd-speler",
    "platenspeler",
    "dvd-speler",
    "paardenrenner",
    "kogelvriend",
    "milieuvriend",
    "papegaaiduiker",
    "vaderlander",
    "carburateur",
    "radiateur",
    "indicateur",
    "classeur",
    "autograaf",
    "cardiograaf",
    "seismograaf",
    "tachograaf",
    "homograaf",
    "oscillograaf",
];

/// The role that `lower`, in lower case, names; `None` where it names none. A prefix of office (`oud-`, `ex-`, `vice-`)
/// does not change what it is, an abbreviation before a hyphen (`sgp-kamerlid`) neither.
pub(in crate::quotes) fn role_noun(lower: &str) -> Option<RoleNoun> {
    if FALSE_FRIENDS.contains(&lower) || lower.len() > LONGEST {
        return None;
    }
    listed(lower)
        .map(|(role, _)| role)
        .or_else(|| compound(lower))
        .or_else(|| by_ending(lower))
        .or_else(|| party_member(lower))
        .or_else(|| ist(lower))
        .or_else(|| of_a_woman(lower))
}

/// `vishandelaarster`, `badmeesteres`: the woman who is what a known noun says of a man.
fn of_a_woman(lower: &str) -> Option<RoleNoun> {
    let man = lower
        .strip_suffix("ster")
        .filter(|man| man.ends_with("aar"))
        .or_else(|| {
            lower
                .strip_suffix("es")
                .filter(|man| man.ends_with("meester"))
        })?;
    let role = listed(man)
        .map(|(role, _)| role)
        .or_else(|| compound(man))
        .or_else(|| by_ending(man))?;
    Some(RoleNoun {
        gender: Some(Gender::Female),
        ..role
    })
}

/// `klarinettist`, `mediëviste`; `betwist` and `doodskist` are none.
fn ist(lower: &str) -> Option<RoleNoun> {
    const OTHERS: &[&str] = &[
        "kist",
        "uist",
        "eist",
        "vist",
        "wist",
        "gist",
        "opfrist",
        "gefrist",
        "lichtmist",
        "kunstmist",
        "longlist",
        "shortlist",
        "checklist",
        "tracklist",
        "krijgslist",
        "optimist",
        "pessimist",
        "realist",
        "idealist",
        "racist",
        "fascist",
        "twist",
        "playlist",
        "setlist",
        "bucketlist",
        "ochtendmist",
        "zeemist",
        "populist",
        "opportunist",
        "nationalist",
    ];
    const OF_VERBS: &[&str] = &["ge", "af", "weg", "be", "ver", "uit", "aan", "on"];
    let (stem, gender) = match lower.strip_suffix('e') {
        Some(stem) => (stem, Some(Gender::Female)),
        None => (lower, None),
    };
    let before = stem.strip_suffix("ist")?;
    let person = before.chars().count() >= 4
        && !OTHERS.iter().any(|end| stem.ends_with(end))
        && !OF_VERBS.iter().any(|start| stem.starts_with(start));
    person.then_some(RoleNoun {
        expertise: Expertise::No,
        gender,
    })
}

/// `materiaalvrouw`, `zwemjuf`: what somebody is, with a capital more often a surname.
pub(in crate::quotes) fn man_of(lower: &str) -> Option<RoleNoun> {
    let (before, gender) = [
        ("man", Gender::Male),
        ("vrouw", Gender::Female),
        ("juf", Gender::Female),
    ]
    .iter()
    .find_map(|&(head, gender)| Some((lower.strip_suffix(head)?, gender)))?;
    let compound = before.chars().count() > 3 && is_first_part(before);
    compound.then_some(RoleNoun {
        expertise: Expertise::No,
        gender: Some(gender),
    })
}

/// True for a noun whose ending says that it is what somebody does, where it stands right before a name: `bewaarder Ferry
/// Koster`.
pub(in crate::quotes) fn before_a_name(lower: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "er", "ster", "aar", "ier", "ant", "ante", "ent", "ente", "baas", "hulp", "hoofd", "iste",
    ];
    lower.len() > 5 && ENDINGS.iter().any(|end| lower.ends_with(end))
}

/// `pvda'er`, `d66’ster`, `groenlinkser`: somebody of a party or club.
fn party_member(lower: &str) -> Option<RoleNoun> {
    const PARTIES: &[&str] = &["groenlinks", "christenunie", "forum", "volt"];
    let (stem, gender) = lower
        .strip_suffix("ster")
        .map(|stem| (stem, Some(Gender::Female)))
        .or_else(|| lower.strip_suffix("er").map(|stem| (stem, None)))?;
    let apart = stem
        .strip_suffix(['\'', '’'])
        .is_some_and(|party| party.len() > 1);
    let joined = PARTIES.contains(&stem.trim_end_matches(['\'', '’', '-']));
    (apart || joined).then_some(RoleNoun {
        expertise: Expertise::No,
        gender,
    })
}

/// Longer words, in bytes, are no role.
const LONGEST: usize = 60;

/// The role in the table, and whether it may be the last part of a compound.
fn listed(lower: &str) -> Option<(RoleNoun, bool)> {
    let mut columns = ROLES.get(lower)?.split('\t');
    let expertise = match columns.next()? {
        "e" => Expertise::Yes,
        "a" => Expertise::WithAffiliation,
        _ => Expertise::No,
    };
    let gender = Gender::of(columns.next()?);
    let is_head = columns.next()? == "head";
    Some((RoleNoun { expertise, gender }, is_head))
}

/// `kinderarts`, `rai-voorman`, `strafrechtadvocaat`: a listed role behind an ordinary word or a hyphen.
fn compound(lower: &str) -> Option<RoleNoun> {
    lower.char_indices().skip(2).find_map(|(at, _)| {
        let (before, head) = (lower.get(..at)?, lower.get(at..)?);
        // Three letters are the shortest head: -lid. One of them must be written apart or stand behind a word.
        if head.len() < 3 {
            return None;
        }
        if let Some(first) = before.strip_suffix('-') {
            // `nos-radioverslaggever`: what stands behind the hyphen may be a compound itself.
            let role = listed(head).map(|(role, _)| role);
            return role
                .or_else(|| compound(head))
                .filter(|_| !first.is_empty());
        }
        let (role, is_head) = listed(head)?;
        (is_head && is_first_part(before)).then_some(role)
    })
}

/// Whether `before` can stand before a noun in a compound: a word, or a word with `s`, `e` or `en` to join it.
fn is_first_part(before: &str) -> bool {
    if before.chars().count() < 2 || NO_FIRST_PARTS.contains(&before) {
        return false;
    }
    common_word(before)
        || ["s", "e", "en"]
            .iter()
            .filter_map(|joint| before.strip_suffix(joint))
            .any(|word| word.chars().count() > 2 && common_word(word))
}

/// Words before which a role noun makes another word: `bekoning`, `ontboerder`.
const NO_FIRST_PARTS: &[&str] = &[
    "be", "ge", "te", "er", "en", "de", "re", "wa", "om", "af", "uit", "aan", "op", "in",
];

fn by_ending(lower: &str) -> Option<RoleNoun> {
    let found = ENDINGS.iter().find(|e| {
        lower
            .strip_suffix(e.letters)
            .is_some_and(|before| before.chars().count() >= e.before)
    })?;
    Some(RoleNoun {
        expertise: found.expertise,
        gender: found.gender,
    })
}

#[cfg(test)]
pub(super) fn table() -> &'static Table {
    &ROLES
}
