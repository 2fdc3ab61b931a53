//! A word taken apart into runs of letters and digits, and what may happen at the signs between them.
//!
//! The patterns take a hyphen for a letter (`ou-d--commandant`), so that they must never see one.

use super::{Break, Patterns, Respelling, divide_run};

/// Endings that an apostrophe joins to an abbreviation or to a word in `-y`, and that go to the next line
/// without it: `baby'tje`, `sms'je`, `PvdA'er`, `sms'en`, `sms'te`. Leidraad 18; the genitive and plural
/// `'s` stays (`foto's`).
const AFTER_APOSTROPHE: [&str; 26] = [
    "tje", "tjes", "je", "jes", "pje", "pjes", "etje", "etjes", "er", "ers", "ertje", "ertjes",
    "erschap", "en", "end", "ende", "te", "ten", "de", "den", "ster", "sters", "achtig", "achtige",
    "loos", "loze",
];

/// A stretch of letters and digits in a word.
#[derive(Clone, Copy)]
struct Run {
    /// Bytes into the word.
    start: usize,
    /// Bytes into the word.
    end: usize,
    /// Letters and digits in it.
    count: usize,
    /// Whether a digit is among them.
    digits: bool,
}

/// Divides a word that is no address.
pub(super) fn divide(word: &str, patterns: Patterns, breaks: &mut Vec<Break>) {
    let mut before: Option<Run> = None;
    let mut rest = 0;
    while let Some(run) = next_run(word, rest) {
        if let Some(seam) = before.and_then(|before| seam(word, before, run)) {
            breaks.push(seam);
        }
        if !run.digits && run.count > 3 {
            divide_run(
                word.get(run.start..run.end).unwrap_or(""),
                run.start,
                patterns,
                breaks,
            );
        }
        rest = run.end;
        before = Some(run);
    }
}

/// The first run that begins at or after `from`.
fn next_run(word: &str, from: usize) -> Option<Run> {
    let mut run: Option<Run> = None;
    for (at, c) in word.get(from..)?.char_indices() {
        let at = from + at;
        if c.is_alphanumeric() {
            let run = run.get_or_insert(Run {
                start: at,
                end: at,
                count: 0,
                digits: false,
            });
            run.end = at + c.len_utf8();
            run.count += 1;
            run.digits |= c.is_numeric();
        } else if let Some(run) = &mut run {
            // A combining accent that has no composed letter belongs to the letter before it.
            if !is_combining(c) {
                break;
            }
            run.end = at + c.len_utf8();
        }
    }
    run
}

/// The accents that can follow a letter in composed text.
const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The break between two runs, where the signs between them allow one.
fn seam(word: &str, before: Run, run: Run) -> Option<Break> {
    let signs = word.get(before.end..run.start)?;
    // Leidraad 18: never fewer than two letters (`e-mail`, `'s-Gravenhage`, `T-shirt`).
    let room = before.count >= 2 && run.count >= 2;
    match signs {
        // Not in a telephone number or a date.
        "-" | "\u{2010}" if room && !(before.digits && run.digits) => Some(Break::bare(run.start)),
        "–" | "—" | "_" if room => Some(Break::bare(run.start)),
        "/" | "-/" if room && !before.digits && !run.digits => Some(Break::bare(run.start)),
        // The plus of `65+'er` stays.
        "'" | "’" | "+'" | "+’" if before.count >= 2 => {
            let ending = word.get(run.start..run.end)?;
            let apostrophe = signs.trim_start_matches('+');
            AFTER_APOSTROPHE.contains(&ending).then(|| Break {
                tail: Respelling {
                    cut: apostrophe.len(),
                    ink: "",
                },
                ..Break::plain(run.start)
            })
        }
        _ => None,
    }
}
