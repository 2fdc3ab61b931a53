//! Page debris: the buttons, appeals and signposts of a web page that come along with a paste.
//!
//! Only ever a line by itself, never a sentence of prose: a short line that is one of these and nothing
//! else, or one that begins as only they begin.

use super::LONG_LINE;

/// Lines that are debris as a whole, in small letters, closing signs and arrows aside.
const WHOLE: &[&str] = &[
    "aanmelden",
    "aanmelden voor de nieuwsbrief",
    "abonneer",
    "abonneer je",
    "abonneer je nu",
    "abonneren",
    "advertentie",
    "advertenties",
    "advertisement",
    "accepteer alles",
    "accepteer cookies",
    "alle cookies accepteren",
    "alle reacties",
    "artikel bewaren",
    "artikel delen",
    "artikel opslaan",
    "bekijk alle reacties",
    "bekijk meer",
    "bekijk ook",
    "bewaar",
    "bewaar artikel",
    "bewaar dit artikel",
    "bewaar voor later",
    "bewaren",
    "cookie-instellingen",
    "cookies accepteren",
    "cookievoorkeuren",
    "copy link",
    "deel",
    "deel artikel",
    "deel dit artikel",
    "deel dit bericht",
    "deel op facebook",
    "deel op linkedin",
    "deel op x",
    "deel op twitter",
    "deel op whatsapp",
    "deel via",
    "deel via e-mail",
    "deel via mail",
    "deel via whatsapp",
    "delen",
    "delen via",
    "delen op",
    "geef cadeau",
    "ga naar de inhoud",
    "inloggen",
    "kopieer link",
    "kopieer de link",
    "laad meer",
    "laad meer reacties",
    "lees meer",
    "lees meer over",
    "lees ook",
    "lees verder",
    "lees verder na de advertentie",
    "lees verder onder de advertentie",
    "link kopiëren",
    "log in",
    "luister naar dit artikel",
    "luister dit artikel",
    "maak een account",
    "meer lezen",
    "meer nieuws",
    "meest gelezen",
    "naar boven",
    "opslaan",
    "plaats een reactie",
    "praat mee",
    "printen",
    "print dit artikel",
    "reageer",
    "reageer op dit artikel",
    "reageren",
    "schrijf je in",
    "share",
    "share this",
    "verder na de advertentie",
    "volg ons",
    "volg ons op",
    "voorlezen",
    "word abonnee",
    "word lid",
    "word nu abonnee",
    "al abonnee? log in",
];

/// Names of buttons that may as well be a heading (`Facebook`, in a piece on firms): debris only beside debris.
const BUTTONS: &[&str] = &[
    "e-mail",
    "facebook",
    "instagram",
    "linkedin",
    "mail",
    "menu",
    "print",
    "twitter",
    "tweet",
    "uitgelicht",
    "whatsapp",
    "zoeken",
];

/// How lines begin that point to another page; they end without a full stop, or have a colon here.
const SIGNPOSTS: &[&str] = &[
    "lees ook",
    "bekijk ook",
    "luister ook",
    "zie ook",
    "lees meer over",
    "meer over",
];

/// How the lines begin in which a page asks to lay its cookies.
const COOKIES: &[&str] = &[
    "wij gebruiken cookies",
    "we gebruiken cookies",
    "deze site gebruikt cookies",
    "deze website gebruikt cookies",
    "deze website maakt gebruik van cookies",
    "deze site maakt gebruik van cookies",
    "wij maken gebruik van cookies",
    "om deze inhoud te tonen",
    "om deze content te tonen",
    "om deze video te bekijken",
    "accepteer de cookies",
    "accepteer cookies",
    "door gebruik te maken van deze website ga je akkoord met",
    "er is een fout opgetreden bij het laden",
];

/// How somebody is asked to subscribe to a newsletter.
const APPEALS: &[&str] = &[
    "schrijf je",
    "schrijf u",
    "schrijf je hier",
    "meld je",
    "meld u",
    "ontvang ",
    "abonneer je",
    "abonneer u",
    "aanmelden",
    "inschrijven",
    "wil je ",
    "elke ochtend ",
    "elke week ",
];

/// Whether a line by itself is debris.
pub(super) fn is_debris(line: &str) -> bool {
    if line.len() > LONG_LINE || line.starts_with(['“', '„', '‘', '"', '\'', '«']) {
        return false;
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '?');
    let whole = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
    if WHOLE.contains(&whole) || is_counted(whole) {
        return true;
    }
    is_signpost(line, bare)
        || COOKIES.iter().any(|start| bare.starts_with(start))
        || is_newsletter(bare)
        || is_gap_notice(bare)
}

/// Whether a line of debris announces the lines below it.
pub(super) fn points_below(line: &str) -> bool {
    let lower = line.to_lowercase();
    let bare = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    SIGNPOSTS.contains(&bare)
        || matches!(
            bare,
            "meer lezen" | "meer nieuws" | "lees meer" | "lees verder" | "meest gelezen"
        )
}

/// Whether a line is debris where a line beside it is.
pub(super) fn is_button(line: &str) -> bool {
    line.len() <= 20 && BUTTONS.contains(&line.to_lowercase().trim_end_matches(':'))
}

/// `12 reacties`, `Reacties 12`.
fn is_counted(line: &str) -> bool {
    let mut words = line.split(' ').map(|word| word.trim_matches(['(', ')']));
    let (Some(one), two, None) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    let number =
        |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    match two {
        None => one == "reacties",
        Some(two) => {
            number(one)
                && matches!(
                    two,
                    "reacties" | "reactie" | "comments" | "shares" | "likes"
                )
                || number(two) && matches!(one, "reacties" | "delen" | "likes")
        }
    }
}

/// `Lees ook: …`, `Lees ook De brug van later`. `Lees ook dit boek eens, zei ze.` is a sentence.
fn is_signpost(line: &str, lower: &str) -> bool {
    SIGNPOSTS.iter().any(|start| {
        let Some(rest) = lower.strip_prefix(start) else {
            return false;
        };
        rest.starts_with(':') || rest.starts_with(' ') && !line.ends_with(['.', '!', ',', ';'])
    })
}

/// `Schrijf je in voor onze nieuwsbrief`: an appeal to the reader, and the word itself.
fn is_newsletter(lower: &str) -> bool {
    lower.contains("nieuwsbrief")
        && lower.split_inclusive(['.', '!', '?']).any(|sentence| {
            APPEALS
                .iter()
                .any(|start| sentence.trim_start().starts_with(start))
        })
}

/// `(Tekst gaat verder onder de foto)`, `De tekst loopt door onder de video`.
fn is_gap_notice(lower: &str) -> bool {
    let rest = [
        "de tekst ",
        "tekst ",
        "het artikel ",
        "artikel ",
        "dit artikel ",
        "verhaal ",
        "het verhaal ",
    ]
    .iter()
    .find_map(|start| lower.strip_prefix(start));
    rest.is_some_and(|rest| {
        [
            "gaat verder onder",
            "gaat door onder",
            "loopt door onder",
            "gaat verder na",
            "loopt verder onder",
            "gaat hieronder verder",
        ]
        .iter()
        .any(|start| rest.starts_with(start))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_and_signposts_of_a_page_are_debris() {
        for line in [
            "Delen:",
            "Praat mee",
            "Lees ook",
            "Lees ook: De brug van later",
            "Lees ook De brug van later",
            "Advertentie",
            "ADVERTENTIE",
            "Lees verder na de advertentie",
            "bewaren",
            "12 reacties",
            "Reacties (12)",
            "» Deel dit artikel",
            "(Tekst gaat verder onder de foto)",
            "De tekst gaat verder onder de afbeelding.",
            "Wij gebruiken cookies om deze site beter te maken.",
            "Schrijf je in voor onze nieuwsbrief!",
            "Elke vrijdag het beste van de kade? Meld je aan voor de nieuwsbrief.",
            "Al abonnee? Log in",
        ] {
            assert!(is_debris(line), "{line}");
        }
    }

    #[test]
    fn a_sentence_of_prose_is_never_debris() {
        for line in [
            "Delen is moeilijker dan het lijkt.",
            "Lees ook dit boek eens, zei ze.",
            "Zij schrijft elke week een nieuwsbrief over sluizen.",
            "„Wij gebruiken cookies”, zegt de directeur.",
            "De advertentie in de krant leverde niets op.",
            "Bewaren wat van waarde is",
            "Wie praat mee over het water?",
            "",
        ] {
            assert!(!is_debris(line), "{line}");
        }
    }
}
