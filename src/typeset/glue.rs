//! What holds words together at a line's end, on top of UAX 14.
//!
//! UAX 14 lets a line end at every space. Dutch book setting does not: a number keeps its unit, an
//! abbreviation what it introduces, a dash the words before it. There is no official list of such places;
//! this table is the practice of book setters. Nearly all of it is a cost and not a ban, so that a narrow
//! column tears `24` from `juni` before it tears a hole.

/// How firmly two neighbours hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// A line may end here.
    Free,
    /// Better not: `prof. dr.` and the name, `en/` and `of`.
    Loose,
    /// Only where the column would be torn otherwise: `24 juni`, `art. 5`.
    Tight,
    /// Never: a line does not begin with a dash.
    Never,
}

/// Opening and closing marks that belong to a word's look, not to the word.
const OPENING: [char; 11] = ['(', '[', '{', '„', '“', '‘', '«', '‹', '"', '\'', '‚'];
const CLOSING: [char; 14] = [
    ')', ']', '}', '”', '’', '“', '»', '›', '"', '\'', '.', ',', ';', ':',
];

/// Signs and abbreviations of measures, and what is counted like one. After a number.
const UNITS: &[&str] = &[
    "%",
    "A",
    "C",
    "GB",
    "GHz",
    "GW",
    "Hz",
    "J",
    "K",
    "MB",
    "MHz",
    "MW",
    "Mbit",
    "N",
    "TB",
    "TWh",
    "V",
    "W",
    "a.m.",
    "bar",
    "cent",
    "cl",
    "cm",
    "cm²",
    "cm³",
    "dB",
    "dag",
    "dagen",
    "dl",
    "dm",
    "dollar",
    "eeuw",
    "euro",
    "g",
    "graden",
    "gram",
    "h",
    "ha",
    "hectare",
    "jaar",
    "kB",
    "kHz",
    "kJ",
    "kV",
    "kW",
    "kWh",
    "kcal",
    "keer",
    "kg",
    "kilo",
    "kilogram",
    "kilometer",
    "km",
    "km/h",
    "km/u",
    "km²",
    "l",
    "liter",
    "m",
    "m/s",
    "maal",
    "maand",
    "maanden",
    "meter",
    "mg",
    "miljard",
    "miljoen",
    "min",
    "min.",
    "minuten",
    "minuut",
    "ml",
    "mld",
    "mld.",
    "mln",
    "mln.",
    "mm",
    "mm²",
    "ms",
    "m²",
    "m³",
    "n.Chr.",
    "p.m.",
    "pct",
    "pct.",
    "percent",
    "procent",
    "procentpunt",
    "s",
    "sec",
    "sec.",
    "seconde",
    "seconden",
    "t",
    "ton",
    "u",
    "u.",
    "uren",
    "uur",
    "v.Chr.",
    "week",
    "weken",
    "°",
    "°C",
    "°F",
    "μg",
    "μm",
    "‰",
];

/// Months, whole and shortened. After the number of a day.
const MONTHS: &[&str] = &[
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
    "jan.",
    "feb.",
    "mrt.",
    "apr.",
    "jun.",
    "jul.",
    "aug.",
    "sep.",
    "sept.",
    "okt.",
    "nov.",
    "dec.",
];

/// What introduces a number: an article of law, a page, a figure.
const BEFORE_NUMBER: &[&str] = &[
    "afb.",
    "afbeelding",
    "afl.",
    "art.",
    "artikel",
    "artt.",
    "bijl.",
    "bijlage",
    "bladzijde",
    "blz.",
    "ca.",
    "circa",
    "deel",
    "dl.",
    "fig.",
    "figuur",
    "hfdst.",
    "hfst.",
    "hoofdstuk",
    "jg.",
    "jrg.",
    "lid",
    "max.",
    "min.",
    "no.",
    "nr.",
    "nrs.",
    "nummer",
    "ong.",
    "p.",
    "pag.",
    "pagina",
    "par.",
    "paragraaf",
    "plm.",
    "pp.",
    "r.",
    "tab.",
    "tabel",
    "tel.",
    "v.",
    "vs.",
    "§",
    "§§",
    "±",
];

/// Titles and forms of address, before a name or before each other.
const TITLES: &[&str] = &[
    "bc.", "dhr.", "dr.", "drs.", "ds.", "fam.", "gebr.", "ing.", "ir.", "jhr.", "jkvr.", "jr.",
    "kol.", "lic.", "mej.", "mevr.", "mgr.", "mr.", "mrs.", "mw.", "past.", "prof.", "sr.", "st.",
];

/// How firmly `before` and `after` hang together, two words with one gap between them, with the
/// punctuation that touches them.
///
/// | tie | example |
/// | --- | --- |
/// | never | `tekst` `–`: no line begins with a dash |
/// | tight | `3,5` `km`, `€` `10`, `24` `juni`, `16.30` `uur`, `art.` `5`, `prof.` `dr.`, `J.P.` `Balkenende`, `Willem` `II`, `’s` `ochtends`, `in-` `en`, `2` `+` `2`, `1234` `AB`, `april` `jl.` |
/// | loose | `dr.` `Jansen` |
pub(super) fn between(before: &str, after: &str) -> Tie {
    // Nearly all words are plain ones, and this is asked at every space.
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return Tie::Free;
    };
    if is_dash(first) && after.chars().all(is_dash) {
        return Tie::Never;
    }
    // « zo » and ( zo ): a mark that stands alone goes with what it opens or closes.
    if OPENING.contains(&last) && before.chars().all(|c| OPENING.contains(&c)) {
        return Tie::Never;
    }
    if CLOSING.contains(&first) && after.chars().all(|c| CLOSING.contains(&c)) {
        return Tie::Never;
    }
    if matches!(last, '-' | '\u{2010}') {
        // in- en uitvoer, voor- of nadelen
        let joins = matches!(after, "en" | "of" | "en/of" | "tot" | "als" | "noch");
        return if joins { Tie::Tight } else { Tie::Free };
    }
    let bare = before.trim_start_matches(OPENING);
    if last.is_ascii_digit() {
        let unit = after.trim_end_matches([')', '”', '’', ',', ';', ':', '!', '?', '"']);
        let listed = |list: &[&str]| {
            list.contains(&unit) || unit.strip_suffix('.').is_some_and(|u| list.contains(&u))
        };
        // 24 juni and 3,5 km, but A4 and covid-19 are no numbers.
        let number = bare.starts_with(|c: char| c.is_ascii_digit() || is_sign(c));
        let tied = listed(UNITS) || listed(MONTHS) || is_between_numbers(after);
        return if number && tied || is_postcode(bare, unit) {
            Tie::Tight
        } else {
            Tie::Free
        };
    }
    if is_currency(last) && first.is_ascii_digit() {
        return Tie::Tight;
    }
    let numeral = first.is_ascii_digit();
    if numeral && is_between_numbers(before) {
        return Tie::Tight;
    }
    match last {
        // a.s. maandag
        '.' if bare == "a.s." => Tie::Tight,
        // 25 april jl.
        _ if matches!(first, 'j' | 'l')
            && matches!(after.trim_end_matches([',', ')']), "jl." | "ll.") =>
        {
            Tie::Tight
        }
        '.' if TITLES.contains(&bare.to_lowercase().as_str()) => {
            let again = TITLES.contains(&after.to_lowercase().as_str()) || initials(after);
            if again { Tie::Tight } else { Tie::Loose }
        }
        '.' if initials(bare) && after.starts_with(char::is_alphabetic) => Tie::Tight,
        _ if numeral
            && bare.len() <= 10
            && BEFORE_NUMBER.contains(&bare.to_lowercase().as_str()) =>
        {
            Tie::Tight
        }
        // ’s ochtends, ’t huis, d’r and zo’n are words like others.
        's' | 't' | 'n' | 'k' | 'm' | 'r' if bare.len() <= 4 && clipped(before) => Tie::Tight,
        // 19e eeuw, 2de Kamer
        'e' if after.starts_with("eeuw") && bare.starts_with(|c: char| c.is_ascii_digit()) => {
            Tie::Tight
        }
        // Willem II, Karel V
        _ if matches!(first, 'I' | 'V' | 'X')
            && bare.starts_with(char::is_uppercase)
            && last.is_alphabetic()
            && roman(after) =>
        {
            Tie::Tight
        }
        _ => Tie::Free,
    }
}

/// How firmly a word hangs together at `at`, where UAX 14 lets a line end inside it without a hyphen.
/// `None` at a hyphen of the word's own, which is not ours to judge but
/// [`hyphenate`](super::hyphenate)'s.
pub(super) fn inside(word: &str, at: usize) -> Option<Tie> {
    let (head, tail) = word.split_at_checked(at)?;
    let (last, first) = (head.chars().next_back()?, tail.chars().next()?);
    Some(match last {
        '-' | '\u{2010}' => return None,
        // No line begins with a dash, spaced or not.
        _ if is_dash(first) => Tie::Never,
        // 1940–1945, en/of, hij/zij: allowed, at a cost, without an added hyphen.
        '/' | '–' | '—' | '|' => Tie::Loose,
        // What else UAX 14 allows inside Latin letters is an accident of signs (`wat?!ja`).
        _ if last.is_ascii() || first.is_ascii() => Tie::Loose,
        // Between two ideographs a line may end anywhere.
        _ => Tie::Free,
    })
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‒' | '–' | '—' | '―')
}

const fn is_sign(c: char) -> bool {
    matches!(
        c,
        '+' | '-' | '−' | '–' | '±' | '€' | '$' | '£' | '<' | '>' | '≥' | '≤' | '~'
    )
}

/// Signs and words between two numbers: 2 + 2 = 4, 3 x 4 meter, 5 à 6 keer.
fn is_between_numbers(word: &str) -> bool {
    matches!(word, "+" | "=" | "×" | "x" | "÷" | "≈" | "à")
}

/// Whether these are the two halves of a Dutch postcode: 1234 AB.
fn is_postcode(digits: &str, letters: &str) -> bool {
    digits.len() == 4
        && digits.bytes().all(|c| c.is_ascii_digit())
        && letters.len() == 2
        && letters.bytes().all(|c| c.is_ascii_uppercase())
}

const fn is_currency(c: char) -> bool {
    matches!(c, '€' | '$' | '£' | '¥' | 'ƒ')
}

/// `J.`, `J.P.`, `Th.`, `IJ.`: capitals with full stops.
fn initials(word: &str) -> bool {
    let mut parts = word.trim_end_matches([',', ')']).split_terminator('.');
    word.contains('.')
        && parts.clone().count() <= 5
        && parts.all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_uppercase)
                && match (letters.next(), letters.next()) {
                    (None, _) => true,
                    (Some(second), None) => second.is_lowercase() || part == "IJ",
                    _ => false,
                }
        })
}

/// `’s`, `'t`, `’n`: a word that has lost its beginning.
fn clipped(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '[', '„', '“', '«', '"']);
    let mut letters = word.chars();
    matches!(letters.next(), Some('’' | '\'' | '‘'))
        && letters.next().is_some()
        && letters.next().is_none()
}

/// A Roman number with the punctuation that may follow it.
fn roman(word: &str) -> bool {
    let digits = word.trim_end_matches(CLOSING);
    !digits.is_empty()
        && digits.len() <= 5
        && digits.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ties(pairs: &[&str]) -> Vec<Tie> {
        pairs
            .iter()
            .map(|pair| {
                let (before, after) = pair.split_once(' ').expect("two words");
                between(before, after)
            })
            .collect()
    }

    fn all(tie: Tie, pairs: &[&str]) {
        assert_eq!(ties(pairs), vec![tie; pairs.len()], "{pairs:?}");
    }

    #[test]
    fn a_number_keeps_its_unit() {
        all(
            Tie::Tight,
            &[
                "3,5 km",
                "20 °C,",
                "10 %.",
                "-5 graden",
                "(12 kg)",
                "1.200 euro",
                "4 miljoen",
                "1870 v.Chr.",
            ],
        );
    }

    #[test]
    fn a_date_keeps_its_day_and_a_time_its_hour() {
        all(
            Tie::Tight,
            &["24 juni", "1 jan.", "31 december,", "16.30 uur", "8 uur."],
        );
    }

    #[test]
    fn an_amount_keeps_its_currency() {
        all(Tie::Tight, &["€ 10", "(€ 3,50", "$ 400"]);
    }

    #[test]
    fn an_abbreviation_keeps_the_number_it_introduces() {
        all(
            Tie::Tight,
            &[
                "art. 5", "nr. 3", "blz. 12", "(p. 44)", "Fig. 2", "§ 7", "ca. 300",
            ],
        );
        all(Tie::Free, &["art. over", "deel van"]);
    }

    #[test]
    fn titles_keep_together_and_would_rather_keep_the_name() {
        all(Tie::Tight, &["prof. dr.", "(mr. drs.", "dr. J.P."]);
        all(Tie::Loose, &["dr. Jansen", "Mevr. Bakker", "St. Maarten"]);
    }

    #[test]
    fn initials_keep_their_name() {
        all(
            Tie::Tight,
            &[
                "J.P. Balkenende",
                "J. P.",
                "P. van",
                "Th. Thijssen",
                "IJ. Bakker",
            ],
        );
        all(Tie::Free, &["Amsterdam. Bakker", "d.w.z. dat"]);
    }

    #[test]
    fn signs_between_numbers_keep_both_and_a_postcode_its_letters() {
        all(
            Tie::Tight,
            &["2 +", "+ 2", "3 x", "x 4", "5 à", "à 6", "1234 AB,"],
        );
        all(Tie::Free, &["x keer", "12 AB"]);
    }

    #[test]
    fn a_day_keeps_what_says_which_one() {
        all(Tie::Tight, &["april jl.,", "a.s. maandag"]);
    }

    #[test]
    fn a_clipped_word_keeps_the_word_it_leans_on() {
        all(
            Tie::Tight,
            &["’s ochtends", "'t huis", "’n keer", "(’s avonds"],
        );
        all(Tie::Free, &["zo’n huis", "foto’s van"]);
    }

    #[test]
    fn a_word_that_waits_for_its_other_half_keeps_en() {
        all(Tie::Tight, &["in- en", "voor- of", "(binnen- en"]);
        all(Tie::Free, &["in- uitvoer", "in en"]);
    }

    #[test]
    fn no_line_begins_with_a_dash_but_it_may_end_with_one() {
        all(Tie::Never, &["tekst –", "tekst -", "tekst —"]);
        all(Tie::Free, &["– meer", "— meer"]);
    }

    #[test]
    fn a_mark_that_stands_alone_goes_with_what_it_opens_or_closes() {
        all(
            Tie::Never,
            &[
                "« nooit",
                "nooit »",
                "( nooit",
                "nooit )",
                "„ nooit",
                "nooit ”,",
            ],
        );
    }

    #[test]
    fn a_king_keeps_his_number() {
        all(Tie::Tight, &["Willem II", "Karel V,"]);
        all(Tie::Free, &["Willem Is", "en V"]);
        all(Tie::Tight, &["19e eeuw"]);
    }

    #[test]
    fn plain_words_are_free() {
        all(
            Tie::Free,
            &[
                "de man",
                "huis. De",
                "2025 en",
                "A4 km",
                "„Dat is",
                "Kees, die",
            ],
        );
    }

    #[test]
    fn inside_a_word_a_line_ends_after_slash_and_range_and_never_before_a_dash() {
        assert_eq!(inside("en/of", 3), Some(Tie::Loose));
        assert_eq!(inside("1940–1945", 7), Some(Tie::Loose));
        assert_eq!(inside("woord—woord", 5), Some(Tie::Never));
        assert_eq!(inside("woord—woord", 8), Some(Tie::Loose));
        assert_eq!(inside("世界", 3), Some(Tie::Free));
        assert_eq!(inside("zee-eend", 4), None);
    }
}
