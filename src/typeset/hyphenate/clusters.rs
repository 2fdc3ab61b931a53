//! Which consonants can begin and which can end a word of Dutch.
//!
//! Leidraad 18 gives the next line as many consonants as can begin a word; what cannot begin (or end) one is no
//! piece, whatever else speaks for it. The clusters are those of Dutch and of the loans in its word lists
//! (Booij, *The Phonology of Dutch*, 1995, chapter 3, lists the native ones).

/// What two consonants and more can begin a word: `kl` as in klas, `schr` as in schrijf.
const OPENING: [&str; 64] = [
    "bl", "br", "ch", "chl", "chr", "cl", "cr", "dj", "dr", "dw", "fj", "fl", "fr", "gh", "gl",
    "gn", "gr", "kh", "kl", "kn", "kr", "kw", "ph", "phr", "pl", "pn", "pr", "ps", "rh", "sc",
    "sch", "schr", "scl", "scr", "sf", "sh", "shr", "sj", "sk", "skl", "skr", "sl", "sm", "sn",
    "sp", "sph", "spl", "spr", "sq", "st", "str", "sw", "th", "thr", "tj", "tr", "ts", "tsj", "tw",
    "vl", "vr", "wh", "wr", "zw",
];

/// Whether these consonants can begin a word.
pub(super) fn opens(consonants: &str) -> bool {
    consonants.len() < 2 || OPENING.binary_search(&consonants).is_ok()
}

/// Whether the last letters of this are what a word can end in: not `rijstk`, not `vr`.
pub(super) fn closes(letters: &[u8]) -> bool {
    let Some((&last, head)) = letters.split_last() else {
        return false;
    };
    let Some(&before) = head.last() else {
        return true;
    };
    if is_vowel(last) || is_vowel(before) || before == last {
        return last != b'v';
    }
    match last {
        b's' | b't' => true,
        b'h' => matches!(before, b'c' | b'g' | b's' | b't' | b'p'),
        b'j' => matches!(before, b's' | b'd'),
        b'd' => !matches!(before, b'h' | b'k' | b'p' | b's' | b't'),
        b'k' => matches!(before, b'c' | b'j' | b'l' | b'n' | b'r' | b's' | b'w'),
        b'p' => matches!(before, b'j' | b'l' | b'm' | b'r' | b's'),
        b'b' => matches!(before, b'l' | b'm' | b'r'),
        b'f' | b'g' | b'm' => matches!(before, b'h' | b'j' | b'l' | b'm' | b'n' | b'r' | b's'),
        b'n' => matches!(before, b'g' | b'j' | b'l' | b'r' | b'w'),
        b'l' | b'r' => before == b'j' || last == b'l' && before == b'r',
        b'w' => before == b'u',
        b'x' => matches!(before, b'n' | b'r'),
        b'z' => before == b't',
        _ => false,
    }
}

/// Letters that can carry a syllable, and the bytes of those with an accent.
pub(super) const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clusters_stand_in_order() {
        assert!(OPENING.is_sorted());
    }

    #[test]
    fn words_end_and_begin_as_words_do() {
        for word in [
            "herfst", "half", "arm", "wijn", "stijl", "bang", "film", "lach", "baby", "klomp",
        ] {
            assert!(closes(word.as_bytes()), "{word}");
        }
        for letters in ["vr", "uitv", "rijstk", "extr"] {
            assert!(!closes(letters.as_bytes()), "{letters}");
        }
        assert!(opens("schr") && opens("k") && !opens("chh") && !opens("hc"));
    }
}
