//! The stamps that a page puts round a title: section, date, reading time, number of readers, byline,
//! buttons; parted by `•`, `·` or `|`, or glued to the title without anything between.
//!
//! Knows single expressions, and nothing of where in the text they stand: that is the head's business.

use crate::article::{Author, Published};
use crate::parse::{byline, dates};

/// What a stretch of a metadata line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    /// A date; `None` for a relative one.
    Date {
        published: Option<Published>,
        updated: bool,
    },
    /// Reading time.
    Minutes(u32),
    /// How often it was read.
    Views(u64),
    /// Section or genre.
    Section,
    /// Behind `Door`, `Tekst:` and the like.
    Byline(Vec<Author>),
    /// A note of the editor.
    Note(String),
    /// A button.
    Button,
}

impl Stamp {
    /// Whether it can be nothing else, even below the first words of the text. A section's name or a
    /// weekday may well be a heading there.
    pub fn is_plain(&self) -> bool {
        match self {
            Self::Date { published, .. } => published.is_some(),
            Self::Minutes(_) | Self::Views(_) | Self::Byline(_) => true,
            Self::Section | Self::Note(_) | Self::Button => false,
        }
    }
}

/// Sections and genres of Dutch papers and sites.
const SECTIONS: &[&str] = &[
    "Achtergrond",
    "Achtergronden",
    "Advies",
    "Analyse",
    "Beschouwing",
    "Binnenland",
    "Blog",
    "Boeken",
    "Brief",
    "Brieven",
    "Buitenland",
    "Column",
    "Columns",
    "Commentaar",
    "Cultuur",
    "Debat",
    "Design",
    "Dossier",
    "Duurzaamheid",
    "Economie",
    "Essay",
    "Eten",
    "Europa",
    "Factcheck",
    "Fictie",
    "Film",
    "Filosofie",
    "Geld",
    "Geschiedenis",
    "Gesprek",
    "Gezondheid",
    "Hoofdredactioneel",
    "Ingezonden",
    "Ingezonden brief",
    "Interview",
    "Klimaat",
    "Kort verhaal",
    "Kunst",
    "Lezersbrief",
    "Lezersbrieven",
    "Lifestyle",
    "Liveblog",
    "Longread",
    "Maatschappij",
    "Media",
    "Mens",
    "Milieu",
    "Muziek",
    "Natuur",
    "Nieuws",
    "Nieuwsanalyse",
    "Onderwijs",
    "Onderzoek",
    "Opinie",
    "Opinies",
    "Podcast",
    "Politiek",
    "Portret",
    "Profiel",
    "Recensie",
    "Recensies",
    "Redactioneel",
    "Regio",
    "Reizen",
    "Religie",
    "Reportage",
    "Samenleving",
    "Sport",
    "Tech",
    "Technologie",
    "Televisie",
    "Theater",
    "Toespraak",
    "Tweegesprek",
    "Verdieping",
    "Verhaal",
    "Video",
    "Voeding",
    "Vraaggesprek",
    "Wereld",
    "Werk",
    "Wetenschap",
    "Wonen",
    "Zorg",
];

/// Genres that stand before a title with a colon: `Opinie: Laat het water los`.
const GENRES: &[&str] = &[
    "Achtergrond",
    "Analyse",
    "Column",
    "Commentaar",
    "Essay",
    "Ingezonden",
    "Interview",
    "Longread",
    "Opinie",
    "Portret",
    "Recensie",
    "Reportage",
];

const BUTTONS: &[&str] = &[
    "bewaren",
    "bewaar",
    "opslaan",
    "delen",
    "deel",
    "reageer",
    "reageren",
    "reacties",
    "luister",
    "luisteren",
    "voorlezen",
    "print",
    "printen",
    "mail",
    "premium",
    "plus",
    "abonnees",
    "alleen voor abonnees",
    "gratis",
    "kopieer link",
    "bewaar artikel",
    "deel artikel",
    "reageer op dit artikel",
    "geef cadeau",
    "volg",
    "volgen",
];

/// No stamp has more bytes.
const LONGEST: usize = 160;

/// What the whole of `text` is; `None` where it is no stamp.
pub(super) fn read(text: &str) -> Option<Stamp> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    if section(text) {
        return Some(Stamp::Section);
    }
    if let Some(stated) = dates::stated(text) {
        return Some(Stamp::Date {
            published: stated.published,
            updated: stated.updated,
        });
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(' ')
        .map(|word| word.trim_matches(['.', ':', ',', '(', ')']))
        .filter(|word| !word.is_empty())
        .collect();
    minutes(&words)
        .map(Stamp::Minutes)
        .or_else(|| views(&words).map(Stamp::Views))
        .or_else(|| is_button(&lower, &words).then_some(Stamp::Button))
        .or_else(|| note(text).map(Stamp::Note))
        .or_else(|| authors(text).map(Stamp::Byline))
}

/// Whether `text` is the name of a section, or of two of them.
fn section(text: &str) -> bool {
    let known = |name: &str| {
        SECTIONS.iter().any(|section| {
            *section == name || name.to_uppercase() == name && section.eq_ignore_ascii_case(name)
        })
    };
    known(text)
        || [" & ", " en ", " / ", "/"].iter().any(|sign| {
            text.split_once(sign).is_some_and(|(one, other)| {
                known(one)
                    && (known(other) || SECTIONS.iter().any(|s| s.eq_ignore_ascii_case(other)))
            })
        })
}

/// `leestijd 4 minuten`, `4 min. leestijd`, `Leestijd: ca. 4 min`, `4 min lezen`.
fn minutes(words: &[&str]) -> Option<u32> {
    let mut found = None;
    let (mut unit, mut named) = (false, false);
    for word in words {
        match *word {
            "minuten" | "minuut" | "min" | "mins" | "minutes" => unit = true,
            "leestijd" | "lezen" | "leesminuten" | "read" => named = true,
            "ca" | "circa" | "ongeveer" | "±" | "in" | "te" => {}
            other => {
                // Of `4-5` the longer.
                let number = other.rsplit(['-', '–']).next()?.trim_start_matches('±');
                if found.is_some() || number.len() > 3 {
                    return None;
                }
                found = Some(number.parse().ok()?);
            }
        }
    }
    (unit || named && words.len() == 2).then_some(())?;
    found
}

/// `502 keer bekeken`, `1.204x gelezen`, `502 views`.
fn views(words: &[&str]) -> Option<u64> {
    let number = |word: &str| word.replace('.', "").parse().ok();
    match words {
        [amount, "keer" | "maal" | "×" | "x", "bekeken" | "gelezen"]
        | [amount, "views" | "weergaven" | "lezers" | "keer"]
        | ["bekeken" | "gelezen" | "views", amount] => number(amount),
        [amount, "bekeken" | "gelezen"] => number(amount.trim_end_matches(['x', '×'])),
        _ => None,
    }
}

fn is_button(lower: &str, words: &[&str]) -> bool {
    BUTTONS.contains(&lower.trim_end_matches([':', '.']))
        || matches!(words, [number, "reacties" | "reactie"] if number.bytes().all(|b| b.is_ascii_digit()))
}

/// `Noot: …`, `Fictie`, `(fictie)`.
fn note(text: &str) -> Option<String> {
    let after = [
        "Noot van de redactie:",
        "Noot:",
        "NOOT:",
        "noot:",
        "Redactionele noot:",
    ]
    .iter()
    .find_map(|label| text.strip_prefix(label));
    if let Some(note) = after {
        return Some(note.trim().to_owned());
    }
    let bare = text.trim_matches(['(', ')', '[', ']', '.']);
    let (first, rest) = bare.split_at_checked(6)?;
    (first.eq_ignore_ascii_case("fictie") && (rest.is_empty() || rest.starts_with([':', ','])))
        .then(|| bare.to_owned())
}

/// `Door Joris Bol`, `Tekst: Joris Bol en Els de Wit`, `Van onze redacteur Joris Bol`.
fn authors(text: &str) -> Option<Vec<Author>> {
    const LABELS: &[&str] = &[
        "geschreven door",
        "opgetekend door",
        "interview door",
        "tekst door",
        "een verhaal van",
        "een artikel van",
        "door",
        "tekst",
        "tekst en beeld",
        "auteur",
        "auteurs",
        "by",
        "bron en auteur",
    ];
    if let Some(ours) = strip_label(text, "van onze") {
        return of_the_paper(ours);
    }
    LABELS.iter().find_map(|label| {
        let rest = strip_label(text, label)?;
        if let Some(named) = rest.strip_prefix(':') {
            let people = byline::people(named);
            return (!people.is_empty()).then_some(people);
        }
        let rest = rest.strip_prefix(' ')?.trim();
        if matches!(rest, "onze redactie" | "de redactie" | "redactie") {
            return Some(vec![byline::person(rest)]);
        }
        // `Door het oog van de naald` is a title.
        let people = byline::people(rest);
        let named = people.iter().all(|author| byline::is_name(&author.name));
        (named && !rest.ends_with(['.', '?', '!'])).then_some(people)
    })
}

/// `redacteur Joris Bol`, `correspondent Joris Bol in Gent`, `verslaggever`.
fn of_the_paper(ours: &str) -> Option<Vec<Author>> {
    let words: Vec<&str> = ours.split_whitespace().collect();
    let (role, rest) = words.split_first()?;
    let role = role.trim_end_matches(':');
    if !byline::is_role(role) || words.len() > 10 {
        return None;
    }
    let name: Vec<&str> = rest
        .iter()
        .copied()
        .take_while(|word| *word != "in" && *word != "te")
        .collect();
    let author = if name.is_empty() {
        Author {
            name: format!("onze {role}"),
            role: None,
        }
    } else if byline::is_name(&name.join(" ")) {
        Author {
            name: name.join(" "),
            role: Some(role.to_owned()),
        }
    } else {
        return None;
    };
    Some(vec![author])
}

fn strip_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(label.len())?;
    start
        .eq_ignore_ascii_case(label)
        .then_some(rest)
        .filter(|rest| rest.starts_with([' ', ':']))
}

/// A genre before the title: `Opinie: Laat het water los` is a section and a title.
pub(super) fn genre_before(title: &str) -> Option<(&'static str, &str)> {
    let (genre, rest) = title.split_once(':').or_else(|| title.split_once(" | "))?;
    let rest = rest.trim_start();
    let genre = GENRES
        .iter()
        .find(|known| known.eq_ignore_ascii_case(genre.trim()))?;
    (rest.split(' ').nth(1).is_some()).then_some((genre, rest))
}

/// A date glued to the front: `date 2025-02 De brug`, `2025-02-24 De brug`. A date in words is left, since a
/// title may begin with one.
pub(super) fn date_before(line: &str) -> Option<(Published, &str)> {
    let (labelled, rest) = match line
        .strip_prefix("date ")
        .or_else(|| line.strip_prefix("datum "))
    {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    let (first, rest) = rest
        .trim_start()
        .split_once(' ')
        .unwrap_or((rest.trim_start(), ""));
    if !first.starts_with(|c: char| c.is_ascii_digit())
        || !labelled && (first.len() < 8 || rest.is_empty())
    {
        return None;
    }
    let published = if labelled {
        Published::parse(first)
    } else {
        None
    }
    .or_else(|| dates::date(first))?;
    Some((published, rest.trim_start()))
}

/// A stamp glued to the end: the text before it, and what it is. `sure` says that other stamps show the line
/// to be one of metadata; without that a section counts only behind a closed sentence.
pub(super) fn stamp_behind(line: &str, sure: bool) -> Option<(&str, &str, Stamp)> {
    /// The most words that a stamp has.
    const WORDS: usize = 6;
    let starts = line.rmatch_indices(' ').map(|(at, _)| at + 1).take(WORDS);
    let mut best = None;
    for at in starts {
        let (before, end) = line.split_at_checked(at)?;
        let before = before.trim_end();
        let Some(stamp) = read(end) else { continue };
        let last = before.rsplit(' ').next().unwrap_or_default();
        let fits = match &stamp {
            Stamp::Minutes(_) => end.to_lowercase().contains("lees") || sure,
            Stamp::Views(_) => end.contains(' '),
            Stamp::Button => sure && !is_function_word(last),
            Stamp::Section => {
                starts_capital(end)
                    && !is_function_word(last)
                    && (sure || last.ends_with(['?', '!', '.', '…', '”', '’', '"']))
            }
            Stamp::Date { .. } => {
                sure && !is_function_word(last) && (starts_capital(end) || starts_digit(end))
            }
            Stamp::Byline(_) => sure,
            Stamp::Note(_) => false,
        };
        if fits {
            best = Some((before, end, stamp));
        }
    }
    best
}

fn starts_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

fn starts_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Words after which a sentence goes on: `de politiek van Vandaag`, `een kind van 10 mei 1940`.
fn is_function_word(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "de" | "het"
            | "een"
            | "van"
            | "in"
            | "en"
            | "of"
            | "op"
            | "over"
            | "voor"
            | "met"
            | "naar"
            | "zonder"
            | "uit"
            | "om"
            | "aan"
            | "bij"
            | "tot"
            | "sinds"
            | "na"
            | "te"
            | "is"
            | "als"
            | "onze"
            | "hun"
            | "zijn"
            | "haar"
            | "deze"
            | "die"
            | "dit"
            | "dat"
            | "geen"
            | "tussen"
            | "door"
            | "onder"
            | "ook"
            | "nieuwe"
    )
}
