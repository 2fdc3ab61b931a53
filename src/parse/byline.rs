//! Who wrote it: names and roles out of a byline.
//!
//! Two strengths. Where the source says that a text is its author ([`people`], [`person`]: behind `Door`, in
//! front matter) it is believed. A line that merely looks like an author ([`bare`]) must look it in full:
//! a name of two words at least, and a role behind it that is one.

use crate::article::Author;

/// Words inside a Dutch or foreign name that are not written with a capital.
const PARTICLES: &[&str] = &[
    "van", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "in", "op", "aan", "bij",
    "onder", "uit", "voor", "von", "zu", "la", "le", "du", "des", "da", "das", "dos", "di", "del",
    "el", "al", "bin", "ibn", "y",
];

/// How the words end that say what somebody does or is.
const ROLE_ENDINGS: &[&str] = &[
    "adviseur",
    "ambassadeur",
    "ambtenaar",
    "analist",
    "analiste",
    "architect",
    "archivaris",
    "arts",
    "auteur",
    "advocaat",
    "begeleider",
    "bestuurder",
    "bioloog",
    "burgemeester",
    "chef",
    "chirurg",
    "coach",
    "columnist",
    "columniste",
    "commandant",
    "commentator",
    "consultant",
    "coördinator",
    "correspondent",
    "criticus",
    "decaan",
    "deskundige",
    "dichter",
    "diplomaat",
    "directeur",
    "docent",
    "docente",
    "dominee",
    "econoom",
    "eigenaar",
    "emeritus",
    "essayist",
    "expert",
    "filosoof",
    "fotograaf",
    "fractieleider",
    "generaal",
    "geograaf",
    "griffier",
    "historicus",
    "historica",
    "hoogleraar",
    "houder",
    "houdster",
    "huisarts",
    "ingenieur",
    "initiatiefnemer",
    "journalist",
    "journaliste",
    "jurist",
    "juriste",
    "kenner",
    "kundige",
    "kunstenaar",
    "leider",
    "leraar",
    "lerares",
    "lector",
    "lid",
    "loog",
    "makelaar",
    "maker",
    "maakster",
    "manager",
    "medewerker",
    "medewerkster",
    "minister",
    "musicus",
    "officier",
    "onderzoeker",
    "onderzoekster",
    "ondernemer",
    "oprichter",
    "opiniemaker",
    "politicus",
    "predikant",
    "presentator",
    "producent",
    "programmamaker",
    "promovendus",
    "promovenda",
    "psychiater",
    "publicist",
    "raadslid",
    "rechter",
    "recensent",
    "redacteur",
    "redactrice",
    "rector",
    "regisseur",
    "schrijver",
    "schrijfster",
    "secretaris",
    "specialist",
    "student",
    "verslaggever",
    "voorzitter",
    "wethouder",
    "woordvoerder",
];

/// More of them, and the words that open a role.
const ROLE_WORDS: &[&str] = &[
    "activist",
    "boer",
    "boerin",
    "bestuurslid",
    "freelance",
    "gepensioneerd",
    "gepensioneerde",
    "hoofd",
    "hoofdredacteur",
    "kamerlid",
    "moeder",
    "oud",
    "penningmeester",
    "politiek",
    "psycholoog",
    "rechtsgeleerde",
    "strateeg",
    "teamleider",
    "theoloog",
    "trainer",
    "universitair",
    "vader",
    "verpleegkundige",
    "vertaler",
    "verteller",
    "voormalig",
    "werkzaam",
    "wetenschapper",
    "wetenschapster",
    "wetenschappelijk",
    "zelfstandig",
    "redactie",
    "senator",
    "sociaal",
    "team",
    "zorgverlener",
];

/// A byline is short.
const LONGEST: usize = 160;

/// Everybody in a byline that is known to be one: `Joris Bol en Sietske Kramer`, `Joris Bol, sluiswachter`.
pub(super) fn people(text: &str) -> Vec<Author> {
    let text = text.trim().trim_end_matches(['.', ',']);
    let parts = parted(text);
    let all_named = parts.len() > 1
        && parts
            .iter()
            .all(|part| is_name(part) || bare(part).is_some());
    if all_named {
        parts.into_iter().map(person).collect()
    } else if text.is_empty() {
        Vec::new()
    } else {
        vec![person(text)]
    }
}

fn parted(text: &str) -> Vec<&str> {
    text.split(", ")
        .flat_map(|part| part.split(" en "))
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// One person of whom the source says that they are one: `Joris Bol, sluiswachter`, `Joris Bol (sluiswachter)`,
/// `Joris Bol sluiswachter`, `Redactie De Kade`.
pub(super) fn person(text: &str) -> Author {
    let text = text.trim();
    let divided = text
        .split_once(", ")
        .or_else(|| text.strip_suffix(')').and_then(|t| t.split_once(" (")))
        .or_else(|| text.split_once(" – "))
        .or_else(|| text.split_once(" - "))
        .or_else(|| text.split_once(" | "));
    if let Some((name, role)) = divided {
        return author(name, Some(role));
    }
    bare(text).unwrap_or_else(|| author(text, None))
}

/// The author that a line is, where it can be nothing else: a name, or a name and a role behind it.
pub(super) fn bare(line: &str) -> Option<Author> {
    let line = line.trim();
    if line.is_empty() || line.len() > LONGEST || line.ends_with(['.', '?', '!', ':', ';', ',']) {
        return None;
    }
    if is_name(line) && !ends_in_role(line) {
        return Some(author(line, None));
    }
    let divided = line
        .split_once(", ")
        .or_else(|| line.split_once(" – "))
        .or_else(|| line.split_once(" - "))
        .or_else(|| line.strip_suffix(')').and_then(|t| t.split_once(" (")));
    if let Some((name, role)) = divided {
        return (is_name(name) && is_role(role)).then(|| author(name, Some(role)));
    }
    // A name without a sign between it and the role: the role begins at the third word at the earliest.
    let starts: Vec<usize> = word_starts(line);
    starts.iter().skip(2).find_map(|&at| {
        let (name, role) = line.split_at_checked(at)?;
        let next = role.split(' ').next()?;
        let lone_capital = !role.contains(' ') && role.starts_with(char::is_uppercase);
        // `Anna Maria Schrijver` has no role: a single capitalised word may well be a surname.
        if is_verb(next) || role.split(' ').nth(1).is_some_and(is_verb) {
            return None;
        }
        let begins = is_role_word(next) && (!lone_capital || next.chars().count() > 9)
            || next.starts_with(char::is_lowercase) && !PARTICLES.contains(&next) && is_role(role);
        (begins && is_name(name.trim_end())).then(|| author(name, Some(role)))
    })
}

/// Whether a line is a role by itself, as it stands below a name: `sluiswachter en schrijver`.
pub(super) fn is_role(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.len() <= LONGEST
        && !text.ends_with(['.', '?', '!', ':', ','])
        && !text.contains(['“', '„', '"'])
        && text.split_whitespace().take(6).any(is_role_word)
}

/// Whether all of `text` is a name: two to six words, each with a capital but for the particles between.
pub(super) fn is_name(text: &str) -> bool {
    /// How lines begin that have capitals throughout and are no name of a person.
    const NO_NAME: &[&str] = &[
        "De",
        "Het",
        "Een",
        "Den",
        "Tweede",
        "Eerste",
        "Derde",
        "Europese",
        "Koninklijke",
        "Nieuwe",
        "Noord",
        "Zuid",
        "Oost",
        "West",
        "Verenigde",
        "Raad",
        "Hoge",
        "Centraal",
    ];
    let words: Vec<&str> = text.split(' ').collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    (2..=6).contains(&words.len())
        && !NO_NAME.contains(first)
        && is_capitalised(first)
        && is_capitalised(last)
        && words
            .iter()
            .all(|word| is_capitalised(word) || PARTICLES.contains(word))
}

/// `Joris`, `J.P.`, `’t`-less: a capital first, and only what stands in names.
fn is_capitalised(word: &str) -> bool {
    let is_name_sign = |c: char| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’');
    word.starts_with(char::is_uppercase)
        && word.chars().all(is_name_sign)
        && (!word.ends_with('.') || word.len() <= 8)
}

/// Verbs that make a sentence of a name and what follows: `Joris Bol is schrijver`.
fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "is" | "was"
            | "wordt"
            | "werd"
            | "heeft"
            | "had"
            | "zegt"
            | "zei"
            | "vindt"
            | "denkt"
            | "werkt"
            | "schrijft"
            | "schreef"
            | "kent"
            | "kan"
            | "wil"
            | "gaat"
            | "blijft"
            | "moet"
            | "ziet"
            | "woont"
            | "maakt"
            | "stelt"
            | "waarschuwt"
    )
}

fn ends_in_role(name: &str) -> bool {
    let mut words = name.split(' ');
    let last = words.next_back().unwrap_or_default();
    words.count() >= 2 && is_role_word(last) && last.chars().count() > 9
}

fn is_role_word(word: &str) -> bool {
    let word = word.trim_end_matches([',', ';', ')']).to_lowercase();
    word.starts_with("oud-")
        || word.starts_with("ex-")
        || ROLE_WORDS.contains(&word.as_str())
        || ROLE_ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn word_starts(line: &str) -> Vec<usize> {
    std::iter::once(0)
        .chain(line.match_indices(' ').map(|(at, _)| at + 1))
        .collect()
}

fn author(name: &str, role: Option<&str>) -> Author {
    let role = role.map(str::trim).filter(|role| !role.is_empty());
    Author {
        name: name.trim().to_owned(),
        role: role.map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(String, String)> {
        bare(line).map(|a| (a.name, a.role.unwrap_or_default()))
    }

    #[test]
    fn a_name_is_told_from_the_role_behind_it() {
        for (line, name, role) in [
            (
                "Noor Aydin Waterbouwkundige en bestuurder",
                "Noor Aydin",
                "Waterbouwkundige en bestuurder",
            ),
            (
                "Joris van der Bol, sluiswachter en schrijver",
                "Joris van der Bol",
                "sluiswachter en schrijver",
            ),
            (
                "Sietske Kramer hoogleraar waterrecht",
                "Sietske Kramer",
                "hoogleraar waterrecht",
            ),
            (
                "Pim ’t Hart (oud-commandant)",
                "Pim ’t Hart",
                "oud-commandant",
            ),
            ("J.P. Zeeman", "J.P. Zeeman", ""),
            ("Anna Maria Schrijver", "Anna Maria Schrijver", ""),
            ("Els de Boer", "Els de Boer", ""),
        ] {
            assert_eq!(
                read(line),
                Some((name.to_owned(), role.to_owned())),
                "{line}"
            );
        }
    }

    #[test]
    fn what_only_begins_like_an_author_is_none() {
        for line in [
            "Sietske Kramer ziet het water komen",
            "Sietske Kramer is hoogleraar waterrecht.",
            "Sietske Kramer is hoogleraar waterrecht en lid van",
            "Sluiswachter Joris Columnist denkt dat het water",
            "Tweede Kamer",
            "Den Haag",
            "Utrecht, zomer",
            "Het water komt",
            "Waarom de brug dicht moet",
            "Efficiënter en betrouwbaarder",
            "Brug",
            "Een Hoogleraar",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn several_authors_are_several() {
        let names = |text: &str| people(text).into_iter().map(|a| a.name).collect::<Vec<_>>();
        assert_eq!(
            names("Joris Bol en Sietske Kramer"),
            ["Joris Bol", "Sietske Kramer"]
        );
        assert_eq!(
            names("Joris Bol, Els de Wit & Pim Hart"),
            ["Joris Bol", "Els de Wit", "Pim Hart"]
        );
        assert_eq!(
            people("Joris Bol, dichter en denker")[0].role.as_deref(),
            Some("dichter en denker")
        );
        assert_eq!(names("Redactie"), ["Redactie"]);
        assert!(people("").is_empty());
    }
}
