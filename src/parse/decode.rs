//! Bytes → text: UTF-8 with or without a byte order mark, UTF-16 by its mark or by its pattern of zero
//! bytes, Windows-1252 for what is not valid UTF-8 (the encoding that "ANSI" means on a Dutch machine).
//!
//! Knows no form and no line. Evidence decides: a file that holds well-formed UTF-8 sequences beside a few
//! broken ones is a damaged UTF-8 file, one that holds none is Windows-1252.

use super::Unreadable;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Text, and what it cost to get it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded<'a> {
    /// The text, without byte order mark, not yet tidied.
    pub text: Cow<'a, str>,
    /// How many ill-formed sequences became U+FFFD.
    pub replaced: usize,
}

/// How far into the bytes the pattern of zero bytes and control characters is looked for.
const SAMPLE: usize = 8 * 1024;

/// How the files begin that a reader is likely to open by mistake and that may pass for text.
const SIGNATURES: [&[u8]; 7] = [
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"PK\x03\x04",
    b"\x1f\x8b",
];

/// Decodes `bytes`; an error where they are no text in any of these encodings.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Unreadable> {
    if SIGNATURES.iter().any(|s| bytes.starts_with(s)) {
        return Err(Unreadable::NotText);
    }
    let decoded = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            utf16(encoding, bytes.get(mark..).unwrap_or_default())
        }
        Some((_, mark)) => utf8_or_windows(bytes.get(mark..).unwrap_or_default()),
        None => match utf16_by_pattern(bytes) {
            Some(encoding) => utf16(encoding, bytes),
            None => utf8_or_windows(bytes),
        },
    };
    if is_binary(&decoded.text) {
        return Err(Unreadable::NotText);
    }
    Ok(decoded)
}

fn utf8_or_windows(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: Cow::Borrowed(text),
            replaced: 0,
        };
    }
    let (mut broken, mut well_formed) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        broken += usize::from(!chunk.invalid().is_empty());
        well_formed += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    if well_formed >= broken {
        Decoded {
            text: String::from_utf8_lossy(bytes),
            replaced: broken,
        }
    } else {
        Decoded {
            text: WINDOWS_1252.decode_without_bom_handling(bytes).0,
            replaced: 0,
        }
    }
}

fn utf16<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Decoded<'a> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let replaced = if damaged {
        text.matches(char::REPLACEMENT_CHARACTER).count()
    } else {
        0
    };
    Decoded { text, replaced }
}

/// Western text in UTF-16 has a zero in every second byte and hardly one in the others.
fn utf16_by_pattern(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    memchr::memchr(0, sample)?;
    let pairs = sample.chunks_exact(2);
    let count = pairs.len();
    let (mut first, mut second) = (0, 0);
    for pair in pairs {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    let (most, few) = (count * 7 / 10, count / 20);
    if second > most && first <= few {
        Some(UTF_16LE)
    } else if first > most && second <= few {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Text may hold a stray control character; where one in twenty is one, it is something else. Counts NUL
/// and the controls that no text has a use for, in the first [`SAMPLE`] bytes.
fn is_binary(text: &str) -> bool {
    let sample = text.as_bytes().get(..SAMPLE).unwrap_or(text.as_bytes());
    let controls = sample
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x08 | 0x0b | 0x0c | 0x1b))
        .count();
    controls * 20 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).expect("text").text.into_owned()
    }

    fn utf16_bytes(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn utf8_reads_as_it_is_with_or_without_its_mark() {
        assert_eq!(text("Één café – „ja”".as_bytes()), "Één café – „ja”");
        assert_eq!(text(b"\xef\xbb\xbfE\xc3\xa9n"), "Eén");
        assert!(matches!(
            decode("schoon".as_bytes()).expect("text").text,
            Cow::Borrowed(_)
        ));
    }

    #[test]
    fn a_text_from_an_old_windows_machine_keeps_its_accents_quotes_and_euro() {
        assert_eq!(
            text(b"De reli\xebf kost \x80 5, zei ze: \x93prima\x94."),
            "De reliëf kost € 5, zei ze: “prima”."
        );
        assert_eq!(text(b"caf\xe9"), "café");
    }

    #[test]
    fn utf16_is_read_by_its_mark_or_by_its_zero_bytes() {
        let story = "Zij zei: „Een überhaupt geëigend idee.”\n";
        for little in [true, false] {
            let bytes = utf16_bytes(story, little);
            assert_eq!(text(&bytes), story);
            let marked = utf16_bytes(&format!("\u{feff}{story}"), little);
            assert_eq!(text(&marked), story);
        }
    }

    #[test]
    fn a_damaged_utf8_file_stays_utf8_and_tells_how_much_was_lost() {
        let mut bytes = "Eén zinnetje, geëigend en wel.".as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes).expect("text");
        assert_eq!(decoded.text, "Eén zinnetje, geëigend en wel.\u{fffd}");
        assert_eq!(decoded.replaced, 1);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..4096_u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0])
            .collect();
        for bytes in [
            b"%PDF-1.7 hallo".as_slice(),
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"\xff\xd8\xff\xe0",
            b"PK\x03\x04\x14",
            b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
            &noise,
        ] {
            assert_eq!(decode(bytes), Err(Unreadable::NotText));
        }
    }

    #[test]
    fn one_stray_control_does_not_make_a_text_unreadable() {
        let story = "Een gewone zin met een nulteken erin,\0 dat er niet hoort te staan.";
        assert_eq!(text(story.as_bytes()), story);
    }

    #[test]
    fn nothing_is_a_text_of_no_length() {
        assert_eq!(text(b""), "");
    }
}
