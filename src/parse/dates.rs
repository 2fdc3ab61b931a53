//! Dutch and ISO dates, as articles state them: `24 februari 2025`, `ma 24 feb. 2025 om 14:30`,
//! `08-12-2016`, `2025-02`, `Laatste update: …`, `Gisteren`, `3 uur geleden`.
//!
//! Knows no clock, so a relative date says only that it is one. Reads whole expressions: a date inside a
//! sentence is the sentence's business.

use crate::article::Published;
use jiff::civil::Date;

/// What a date line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    /// The date; `None` for a relative one, or one without a year.
    pub published: Option<Published>,
    /// Whether it says when the article was changed rather than published.
    pub updated: bool,
}

/// Words before a date that say what it is the date of.
const PUBLISHED_LABELS: &[&str] = &[
    "gepubliceerd",
    "geplaatst",
    "publicatiedatum",
    "datum",
    "date",
    "published",
    "verschenen",
    "geschreven",
    "aangemaakt",
];
const UPDATED_LABELS: &[&str] = &[
    "update",
    "bijgewerkt",
    "gewijzigd",
    "aangepast",
    "updated",
    "geüpdatet",
    "geactualiseerd",
    "modified",
];
/// Words that may stand between a label and its date, or between date and time.
const FILLERS: &[&str] = &[
    "op", "om", "laatst", "laatste", "last", "on", "at", "–", "-",
];

const MONTHS: [&[&str]; 12] = [
    &["januari", "jan", "january"],
    &["februari", "feb", "febr", "february"],
    &["maart", "mrt", "mar", "march"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "jun", "june"],
    &["juli", "jul", "july"],
    &["augustus", "aug", "august"],
    &["september", "sep", "sept"],
    &["oktober", "okt", "oct", "october"],
    &["november", "nov"],
    &["december", "dec"],
];

const WEEKDAYS: &[&str] = &[
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "ma",
    "di",
    "wo",
    "do",
    "vr",
    "za",
    "zo",
];

const RELATIVE: &[&str] = &[
    "vandaag",
    "gisteren",
    "eergisteren",
    "zojuist",
    "vanochtend",
    "vanmorgen",
    "vanmiddag",
    "vanavond",
    "today",
    "yesterday",
];

/// No date is longer than this many words; a longer text is not looked at.
const MOST_WORDS: usize = 12;

/// The date that `text` is, with nothing else beside it but a weekday and a time.
pub(super) fn date(text: &str) -> Option<Published> {
    Published::parse(text).or_else(|| stated(text)?.published)
}

/// What `text` states where the whole of it is a date, relative or absolute, with or without a label.
pub(super) fn stated(text: &str) -> Option<Stated> {
    if text.len() > 100 {
        return None;
    }
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| {
            word.trim_matches(['.', ',', ':', '(', ')', ';'])
                .to_lowercase()
        })
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (mut labelled, mut updated) = (false, false);
    while let Some(&first) = words.first() {
        let is_update = UPDATED_LABELS.contains(&first);
        if is_update || PUBLISHED_LABELS.contains(&first) {
            labelled = true;
            updated |= is_update;
        } else if !(FILLERS.contains(&first)
            && (labelled || words.len() > 1 && first.starts_with("la")))
        {
            break;
        }
        words.remove(0);
    }
    let published = match absolute(&words) {
        Some((published, rest)) if is_time(rest) => Some(published),
        // A year alone is a date only behind a label: `1984` may be a title.
        _ if labelled && words.len() == 1 && words[0].len() == 4 => {
            Some(Published::parse(words[0])?)
        }
        _ if is_relative(&words) || is_day_without_year(&words) => None,
        _ => return None,
    };
    Some(Stated { published, updated })
}

/// An absolute date at the front of `words`, and the words behind it.
fn absolute<'a>(words: &'a [&'a str]) -> Option<(Published, &'a [&'a str])> {
    let words = match words {
        [weekday, rest @ ..] if WEEKDAYS.contains(weekday) => rest,
        other => other,
    };
    match words {
        [day, name, year, rest @ ..] if number(day).is_some() && month(name).is_some() => {
            Some((day_of(number(year)?, month(name)?, number(day)?)?, rest))
        }
        [name, day, year, rest @ ..]
            if month(name).is_some() && number(day).is_some() && is_year(year) =>
        {
            Some((day_of(number(year)?, month(name)?, number(day)?)?, rest))
        }
        [name, year, rest @ ..] if month(name).is_some() && is_year(year) => Some((
            Published::Month(i16::try_from(number(year)?).ok()?, month(name)?),
            rest,
        )),
        [iso, rest @ ..] => Some((numeric(iso)?, rest)),
        [] => None,
    }
}

/// `2025-02`, `2025-02-24` (also with a time behind `T`), `24-02-2025`, `24/2/2025`, `24.02.2025`.
fn numeric(word: &str) -> Option<Published> {
    let upper = word.to_uppercase();
    if let Some(published) = Published::parse(&upper) {
        return (word.len() > 4).then_some(published);
    }
    let mut parts = word.split(['-', '/', '.']);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = if is_year(a) { (a, b, c) } else { (c, b, a) };
    is_year(year).then_some(())?;
    day_of(
        number(year)?,
        i8::try_from(number(month)?).ok()?,
        number(day)?,
    )
}

fn day_of(year: u16, month: i8, day: u16) -> Option<Published> {
    let date = Date::new(i16::try_from(year).ok()?, month, i8::try_from(day).ok()?).ok()?;
    Some(Published::Day(date))
}

fn number(word: &str) -> Option<u16> {
    let digits = word
        .strip_suffix("e")
        .or_else(|| word.strip_suffix("st"))
        .or_else(|| word.strip_suffix("th"))
        .unwrap_or(word);
    (digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && number(word).is_some_and(|year| (1500..2200).contains(&year))
}

fn month(word: &str) -> Option<i8> {
    let index = MONTHS.iter().position(|names| names.contains(&word))?;
    i8::try_from(index + 1).ok()
}

/// Whether `words` are a time of day, with the words that go round it; nothing is one too.
fn is_time(words: &[&str]) -> bool {
    words.iter().all(|word| {
        FILLERS.contains(word)
            || matches!(*word, "uur" | "u" | "h" | "am" | "pm" | "cet" | "cest")
            || is_clock(word)
    })
}

/// `14:30`, `14.30`, `14u30`, `14:30:00`.
fn is_clock(word: &str) -> bool {
    let word = word.strip_suffix('u').unwrap_or(word);
    let mut parts = word.split([':', '.', 'u']);
    let short =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    parts.next().is_some_and(short) && parts.next().is_some_and(short) && parts.all(short)
}

fn is_relative(words: &[&str]) -> bool {
    match words {
        [first, rest @ ..]
            if RELATIVE.contains(first) || WEEKDAYS.get(..7).is_some_and(|d| d.contains(first)) =>
        {
            is_time(rest)
        }
        [.., amount, unit, "geleden" | "ago"] if words.len() <= 4 => {
            let unit = matches!(
                *unit,
                "seconden"
                    | "minuut"
                    | "minuten"
                    | "min"
                    | "uur"
                    | "uren"
                    | "dag"
                    | "dagen"
                    | "week"
                    | "weken"
                    | "maand"
                    | "maanden"
                    | "jaar"
                    | "jaren"
                    | "minutes"
                    | "hours"
                    | "days"
            );
            unit && (number(amount).is_some()
                || matches!(*amount, "een" | "één" | "paar" | "enkele"))
        }
        _ => false,
    }
}

/// `24 februari`, `zondag 24 feb om 14:30`: a date that does not say its year.
fn is_day_without_year(words: &[&str]) -> bool {
    let words = match words {
        [weekday, rest @ ..] if WEEKDAYS.contains(weekday) => rest,
        other => other,
    };
    matches!(words, [day, name, rest @ ..]
        if number(day).is_some_and(|d| (1..=31).contains(&d)) && month(name).is_some() && is_time(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        date(text).map(|published| published.to_string())
    }

    #[test]
    fn a_dutch_date_is_read_in_all_its_forms() {
        for text in [
            "24 februari 2025",
            "24 feb. 2025",
            "Ma 24 feb 2025 om 14:30",
            "maandag 24 februari 2025, 14.30 uur",
            "24-02-2025",
            "24/2/2025",
            "24.02.2025",
            "2025-02-24",
            "2025/02/24",
            "Gepubliceerd op 24 februari 2025",
            "Gepubliceerd: 24-02-2025 om 9:05",
            "February 24, 2025",
            "date 2025-02-24",
        ] {
            assert_eq!(shown(text).as_deref(), Some("2025-02-24"), "{text}");
        }
        assert_eq!(shown("februari 2025").as_deref(), Some("2025-02"));
        assert_eq!(shown("date 2025-02").as_deref(), Some("2025-02"));
        assert_eq!(shown("date 2025").as_deref(), Some("2025"));
    }

    #[test]
    fn a_change_is_told_from_a_publication() {
        for text in [
            "Laatste update: 24 feb 2025",
            "Bijgewerkt 24-02-2025 om 14:30",
            "Laatst gewijzigd op 24 februari 2025",
        ] {
            let stated = stated(text).expect("a date");
            assert!(stated.updated, "{text}");
            assert!(stated.published.is_some(), "{text}");
        }
    }

    #[test]
    fn a_relative_date_is_known_for_one_and_not_guessed() {
        for text in [
            "Vandaag",
            "gisteren",
            "Vandaag om 14:30",
            "3 uur geleden",
            "een week geleden",
            "Zojuist",
            "24 februari",
            "zondag",
            "zondag 24 feb",
        ] {
            assert_eq!(stated(text).expect(text).published, None, "{text}");
        }
    }

    #[test]
    fn what_is_more_or_less_than_a_date_is_none() {
        for text in [
            "",
            "1984",
            "2025",
            "Op 24 februari 2025 begon het",
            "Vandaag begint het",
            "31 februari 2025",
            "De dag van gisteren",
            "24 uur",
            "maart",
            "99-99-2025",
            "Mei",
            "Een dag geleden dat het begon",
            "24 maart 2025 in Utrecht",
            "-",
            "op",
            "om",
        ] {
            assert_eq!(stated(text), None, "{text}");
        }
    }
}
