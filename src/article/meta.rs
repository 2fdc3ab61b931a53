//! What is known about an article besides its text.

use jiff::civil::Date;
use std::fmt;

/// What a source says about itself. A missing value stays missing: nothing here is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title, without what a page glued to it. Empty where the source gives none.
    pub title: String,
    /// Who wrote it, with the role the source gives.
    pub authors: Vec<Author>,
    /// The paper or site.
    pub site: Option<String>,
    /// Section or genre: `Opinie`, `Nieuws`, `Achtergrond`.
    pub section: Option<String>,
    /// When it was published, as precisely as the source says.
    pub published: Option<Published>,
    /// Where it was published.
    pub url: Option<String>,
    /// Language as a BCP 47 tag, where the source declares it.
    pub language: Option<String>,
    /// Keywords.
    pub tags: Vec<String>,
    /// Reading time in minutes, as the source states it.
    pub reading_minutes: Option<u32>,
    /// How often it was read, as the source states it.
    pub views: Option<u64>,
    /// An editor's note that belongs in the header, such as that the people in it are invented.
    pub note: Option<String>,
}

/// Somebody who wrote the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// Full name.
    pub name: String,
    /// Function or description, where given.
    pub role: Option<String>,
}

/// A date of publication, no more precise than the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// A year alone.
    Year(i16),
    /// A month: year, month from 1 to 12.
    Month(i16, i8),
    /// A day.
    Day(Date),
    /// A moment: its local day, and the whole as RFC 3339.
    Time(Date, String),
}

impl Published {
    /// The first day that fits, for sorting.
    pub fn first_day(&self) -> Date {
        match self {
            Self::Year(year) => Date::new(*year, 1, 1).unwrap_or(Date::MIN),
            Self::Month(year, month) => Date::new(*year, *month, 1).unwrap_or(Date::MIN),
            Self::Day(day) | Self::Time(day, _) => *day,
        }
    }

    /// Year, and month and day as far as they are known, both from 1.
    pub fn parts(&self) -> (i16, Option<i8>, Option<i8>) {
        match self {
            Self::Year(year) => (*year, None, None),
            Self::Month(year, month) => (*year, Some(*month), None),
            Self::Day(day) | Self::Time(day, _) => (day.year(), Some(day.month()), Some(day.day())),
        }
    }

    /// Reads `2025`, `2025-02`, `2025-02-24` or a time as RFC 3339 (a space for the `T` is accepted, the
    /// zone may be missing and is then left out of what is kept). `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        match text.len() {
            4 if digits(text) => text.parse().ok().map(Self::Year),
            7 => {
                let (year, month) = text.split_once('-')?;
                if !(digits(year) && digits(month) && year.len() == 4) {
                    return None;
                }
                let (year, month) = (year.parse().ok()?, month.parse().ok()?);
                Date::new(year, month, 1)
                    .ok()
                    .map(|_| Self::Month(year, month))
            }
            10 => text.parse().ok().map(Self::Day),
            11.. => {
                let day = text.get(..10)?.parse().ok()?;
                let parted = matches!(text.as_bytes().get(10), Some(b'T' | b't' | b' '));
                if !parted {
                    return None;
                }
                let rfc3339 = format!("{}T{}", text.get(..10)?, text.get(11..)?);
                match rfc3339.parse::<jiff::Timestamp>() {
                    Ok(_) => Some(Self::Time(day, rfc3339)),
                    Err(_) => rfc3339
                        .parse::<jiff::civil::DateTime>()
                        .ok()
                        .map(|_| Self::Day(day)),
                }
            }
            _ => None,
        }
    }
}

/// The form of the JSON interface: `2025`, `2025-02`, `2025-02-24` or RFC 3339.
impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
            Self::Time(_, rfc3339) => f.write_str(rfc3339),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_precise_as_its_source() {
        for text in ["2025", "2025-02", "2025-02-24", "2025-02-24T10:00:00+01:00"] {
            assert_eq!(
                Published::parse(text).map(|p| p.to_string()).as_deref(),
                Some(text)
            );
        }
        assert_eq!(
            Published::parse("2025-02-24 10:00")
                .map(|p| p.to_string())
                .as_deref(),
            Some("2025-02-24")
        );
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "gisteren",
            "2025-13",
            "2025-02-30",
            "20é5-02",
            "2025-02-24Xmas",
            "502",
        ] {
            assert_eq!(Published::parse(text), None, "{text}");
        }
    }
}
