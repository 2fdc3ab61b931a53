//! What a terminal must not see is taken out here, and only here: control characters, escape sequences,
//! bidirectional overrides, invisible signs. Text, titles, file names and messages all pass this door.
//!
//! Knows no form. Clean text, which is nearly all text, is looked at once and not copied.

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, char::canonical_combining_class};

/// Distance of the tab stops to which a tab is spelled out in spaces; Markdown counts in fours too.
const TAB_STOP: usize = 4;

/// Text of several lines: no control character is left but `'\n'`.
///
/// Every sort of line end becomes `'\n'`, tabs become spaces, odd spaces a space (or a no-break space where
/// they were one). Escape sequences go whole. Soft hyphens stay, since [`crate::article::Builder`] keeps
/// them apart. C1 controls that are really Windows-1252 signs read as Latin-1 (`foto\u{92}s`, a common fault
/// on the web) become those signs. The result is in Unicode's form NFC.
pub fn text(raw: &str) -> Cow<'_, str> {
    let clean = match first_unclean(raw) {
        Unclean::Nowhere => return Cow::Borrowed(raw),
        Unclean::Unnormal => Cow::Borrowed(raw),
        Unclean::At(offset) => Cow::Owned(scrub(raw, offset)),
    };
    match unicode_normalization::is_nfc_quick(clean.chars()) {
        IsNormalized::Yes => clean,
        _ => Cow::Owned(clean.nfc().collect()),
    }
}

/// Text of one line, for titles, names of files and messages: as [`text`], with line ends as spaces and
/// without soft hyphens.
pub fn line(raw: &str) -> Cow<'_, str> {
    let is_inner = |c: char| matches!(c, '\n' | '\u{ad}');
    match text(raw) {
        tidied if !tidied.contains(is_inner) => tidied,
        tidied => Cow::Owned(
            tidied
                .chars()
                .filter(|&c| c != '\u{ad}')
                .map(|c| if c == '\n' { ' ' } else { c })
                .collect(),
        ),
    }
}

/// Where work begins.
enum Unclean {
    Nowhere,
    /// Nothing to drop, but letters that may have a shorter spelling.
    Unnormal,
    At(usize),
}

/// Looks for the first character that [`scrub`] would not let through as it is.
fn first_unclean(raw: &str) -> Unclean {
    let bytes = raw.as_bytes();
    let mut unnormal = false;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\n' | b' '..=b'~' => at += 1,
            // From U+0080 up to U+02FF: only the C1 controls are unclean, and nothing is unnormal.
            0xc2 => {
                if bytes.get(at + 1).is_some_and(|&next| next < 0xa0) {
                    return Unclean::At(at);
                }
                at += 2;
            }
            0xc3..=0xcb => at += 2,
            0x80.. => {
                let Some(c) = raw.get(at..).and_then(|rest| rest.chars().next()) else {
                    return Unclean::Nowhere;
                };
                if !matches!(fate(c), Fate::Keep) {
                    return Unclean::At(at);
                }
                // Between these lie the dashes, quotes and the euro sign, all of them normal.
                unnormal |= !matches!(c, '\u{2010}'..='\u{2125}');
                at += c.len_utf8();
            }
            _ => return Unclean::At(at),
        }
    }
    if unnormal {
        Unclean::Unnormal
    } else {
        Unclean::Nowhere
    }
}

/// What becomes of a character.
enum Fate {
    Keep,
    Drop,
    /// Kept only inside a script or an emoji that needs it.
    Joiner,
    Become(char),
    Tab,
    Return,
    /// ESC, or a C1 control that begins a sequence.
    Escape,
}

fn fate(c: char) -> Fate {
    match c {
        '\n' | ' '..='~' | '\u{a0}'..='\u{2ff}' => Fate::Keep,
        '\t' => Fate::Tab,
        '\r' => Fate::Return,
        '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => Fate::Become('\n'),
        '\u{1b}' | '\u{90}' | '\u{9b}' | '\u{9d}' => Fate::Escape,
        '\u{80}'..='\u{9f}' => windows_sign(c).map_or(Fate::Drop, Fate::Become),
        '\u{2007}' | '\u{202f}' => Fate::Become('\u{a0}'),
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => Fate::Become(' '),
        '\u{200c}' | '\u{200d}' => Fate::Joiner,
        // The other controls; zero-width space, direction marks, embeddings, overrides and isolates, word joiner and invisible
        // operators, byte order mark, interlinear annotations, tags: they change what is seen, unseen.
        '\0'..='\u{1f}'
        | '\u{7f}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// The sign that Windows-1252 has where Unicode has a C1 control.
fn windows_sign(c: char) -> Option<char> {
    const SIGNS: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0',
        '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    let index = u32::from(c).checked_sub(0x80)?;
    let sign = SIGNS.get(usize::try_from(index).ok()?)?;
    (*sign != '\0').then_some(*sign)
}

/// Whether a joiner after `c` joins something: an emoji, or a letter of a script that has joiners.
fn takes_joiner(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{1dff}' | '\u{2300}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// Copies `raw` without what must not be seen; the first `clean` bytes are known to be clean.
fn scrub(raw: &str, clean: usize) -> String {
    let (head, rest) = raw.split_at(clean);
    let mut out = String::with_capacity(raw.len());
    out.push_str(head);
    let line_start = head.rfind('\n').map_or(0, |at| at + 1);
    let mut column = head.get(line_start..).unwrap_or_default().chars().count();
    // The last character that is not a combining mark: a joiner is judged by it.
    let mut base = head
        .chars()
        .rev()
        .find(|c| canonical_combining_class(*c) == 0)
        .unwrap_or('\n');
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        let c = match fate(c) {
            Fate::Keep => c,
            Fate::Joiner if takes_joiner(base) => c,
            Fate::Drop | Fate::Joiner => continue,
            Fate::Become(other) => other,
            Fate::Return if chars.as_str().starts_with('\n') => continue,
            Fate::Return => '\n',
            Fate::Escape => {
                skip_sequence(c, &mut chars);
                continue;
            }
            Fate::Tab => {
                let width = TAB_STOP - column % TAB_STOP;
                out.extend(std::iter::repeat_n(' ', width));
                column += width;
                base = ' ';
                continue;
            }
        };
        column = if c == '\n' { 0 } else { column + 1 };
        if c.is_ascii() || canonical_combining_class(c) == 0 {
            base = c;
        }
        out.push(c);
    }
    out
}

/// Skips the rest of an escape sequence (ECMA-48, 5.4 and 5.6) that `introducer` began.
fn skip_sequence(introducer: char, chars: &mut std::str::Chars<'_>) {
    let ahead = chars.clone();
    let kind = if introducer == '\u{1b}' {
        chars.next()
    } else {
        Some(introducer)
    };
    match kind {
        // CSI: parameters, intermediates, one final.
        Some('[' | '\u{9b}') => {
            skip_while(chars, |c| matches!(c, ' '..='?'));
            skip_if(chars, |c| matches!(c, '@'..='~'));
        }
        // OSC, DCS, SOS, PM, APC: a string up to its terminator. Without one, only the introducer goes: what
        // follows may be the article.
        Some(']' | 'P' | 'X' | '^' | '_' | '\u{9d}' | '\u{90}') => {
            let payload = chars.clone();
            // Any control ends the search, so that no text is searched twice.
            match chars.find(|c| c.is_control()) {
                Some('\u{7}' | '\u{9c}') => {}
                Some('\u{1b}') if chars.as_str().starts_with('\\') => skip_if(chars, |_| true),
                _ => *chars = payload,
            }
        }
        // Two or three characters: intermediates and one final.
        Some(' '..='/') => {
            skip_while(chars, |c| matches!(c, ' '..='/'));
            skip_if(chars, |c| matches!(c, '0'..='~'));
        }
        Some('0'..='~') => {}
        // A lone ESC before something that is no part of a sequence.
        _ => *chars = ahead,
    }
}

fn skip_if(chars: &mut std::str::Chars<'_>, fits: impl Fn(char) -> bool) {
    if chars.clone().next().is_some_and(fits) {
        chars.next();
    }
}

fn skip_while(chars: &mut std::str::Chars<'_>, fits: impl Fn(char) -> bool) {
    while chars.clone().next().is_some_and(&fits) {
        chars.next();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn clean_text_is_not_copied() {
        for clean in [
            "",
            "Gewone tekst.\nMet „aanhaling” – en een café van € 5.",
            "vijf\u{a0}euro",
        ] {
            assert!(matches!(text(clean), Cow::Borrowed(_)), "{clean}");
            assert_eq!(text(clean), clean);
        }
    }

    #[test]
    fn an_escape_sequence_goes_whole() {
        for (raw, clean) in [
            ("rood \u{1b}[31mgevaar\u{1b}[0m!", "rood gevaar!"),
            ("\u{1b}]0;overgenomen\u{7}titel", "titel"),
            ("\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link"),
            ("\u{9b}2Jwissen", "wissen"),
            ("\u{9d}52;c;aGFoYQ==\u{9c}plakbord", "plakbord"),
            ("\u{1b}P1$r\u{1b}\\x", "x"),
            ("\u{1b}(Btekens\u{1b}c", "tekens"),
            ("\u{1b}", ""),
            ("\u{1b}[", ""),
            ("\u{1b}é", "é"),
        ] {
            assert_eq!(text(raw), clean, "{raw:?}");
        }
    }

    #[test]
    fn a_sequence_that_never_ends_does_not_swallow_the_article() {
        assert_eq!(
            text("\u{1b}]0;nooit klaar\nTweede regel."),
            "0;nooit klaar\nTweede regel."
        );
    }

    #[test]
    fn nothing_invisible_or_turned_round_is_left() {
        assert_eq!(text("\u{feff}on\u{200b}zicht\u{2060}baar"), "onzichtbaar");
        assert_eq!(text("exe.\u{202e}txt\u{202c}"), "exe.txt");
        assert_eq!(text("\u{2066}a\u{2069}\u{200f}b"), "ab");
        assert_eq!(text("nul\0en bel\u{7}\u{7f}"), "nulen bel");
    }

    #[test]
    fn lines_end_in_one_way_and_tabs_are_spaces() {
        assert_eq!(
            text("a\r\nb\rc\u{2028}d\u{2029}e\u{c}f"),
            "a\nb\nc\nd\ne\nf"
        );
        assert_eq!(text("ab\tc\n\td"), "ab  c\n    d");
        assert_eq!(
            text("10\u{202f}000 dun\u{2009}spatie"),
            "10\u{a0}000 dun spatie"
        );
    }

    #[test]
    fn quotes_that_lost_their_encoding_on_the_way_are_found_again() {
        assert_eq!(text("foto\u{92}s \u{85}"), "foto’s …");
    }

    #[test]
    fn letters_are_in_their_shortest_spelling() {
        assert_eq!(text("cafe\u{301} ree\u{308}l"), "café reël");
    }

    #[test]
    fn a_family_of_emoji_stays_together_and_a_stray_joiner_goes() {
        assert_eq!(text("👩\u{200d}👧 x\u{200d}y"), "👩\u{200d}👧 xy");
        // The same whether or not something before it had to be cleaned.
        assert_eq!(text("👨\u{300}\u{200c}"), text("\0👨\u{300}\u{200c}"));
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(
            line("Een\r\ntitel\u{1b}[1m met breuk"),
            "Een titel met breuk"
        );
        assert_eq!(line("af\u{ad}breken"), "afbreken");
        assert!(matches!(line("schoon"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn only_line_ends_are_left_of_all_controls(raw in any::<String>()) {
            prop_assert!(text(&raw).chars().all(|c| c == '\n' || !c.is_control()));
            prop_assert!(line(&raw).chars().all(|c| !c.is_control()));
        }

        #[test]
        fn what_is_tidy_stays_as_it_is(raw in "[\\x00-\\x{ff}\\x{200b}-\\x{202f}\\x{300}-\\x{320}\\x{1f468}]{0,40}") {
            let once = text(&raw).into_owned();
            prop_assert_eq!(text(&once).into_owned(), once);
        }
    }
}
