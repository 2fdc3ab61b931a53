//! The rules of Dutch over what the patterns propose for one run of letters.
//!
//! A run is held in a small buffer in lower case, and a set of breaks is the bits of one number: bit `n` is a
//! break before byte `n`. So nothing is allocated, and a rule is a mask. `ĳ` (U+0133) is as many bytes as
//! `ij`, so that places in the buffer are places in the word.

use super::seams::{self, Verdict};
use super::{Break, Respelling, clusters, compounds, diminutives};
use hypher::Lang;

/// Bytes of the longest run that is divided; the longest words in print have some 60 letters.
pub(super) const LONGEST: usize = 120;

/// Bytes of a run at which something holds; bit `n` is byte `n`.
pub(super) type Places = u128;

/// Divides a run of letters that begins `start` bytes into its word.
pub(super) fn divide(run: &str, start: usize, breaks: &mut Vec<Break>) {
    let Some(letters) = Letters::of(run) else {
        return;
    };
    let word = letters.as_str();
    let (mut places, seams) = at_seams(word, proposed(word));
    let diminutive = diminutives::of(word);
    if let Some(diminutive) = &diminutive {
        places &= !diminutive.covers;
        places |= 1 << diminutive.at;
    }
    let Verdict { asked, forbidden } = seams::judge(letters.dotted());
    let asked = asked | seams & places & !forbidden;
    places = places & !forbidden | asked;
    places = keep_x_between_vowels(word, &letters, places);
    places = join_lone_letters(word, &letters, places, asked);
    places = no_piece_without_vowel(word, &letters, places, asked);
    places = no_lone_vowel(&letters, places, asked);
    places &= letters.starts & letters.inner();
    while places != 0 {
        let at = places.trailing_zeros() as usize;
        places &= places - 1;
        let mut place = Break::plain(start + at);
        match diminutive {
            Some(diminutive) if diminutive.at == at => place.tail = diminutive.tail,
            _ => place.head = trema_goes(&letters, run, at),
        }
        breaks.push(place);
    }
}

/// A run of letters as the rules look at it.
struct Letters {
    /// The run in lower case between two dots, `ĳ` as `ij`.
    buffer: [u8; LONGEST + 2],
    /// Bytes of the run.
    len: usize,
    /// Where letters begin in the source.
    starts: Places,
    /// Where vowels begin.
    vowels: Places,
}

impl Letters {
    /// `None` for what is not divided: an abbreviation or brand (a capital that is not the first letter: NAVO,
    /// PvdA, YouTube), or what is too long to be a word.
    fn of(run: &str) -> Option<Self> {
        if run.len() > LONGEST {
            return None;
        }
        let mut letters = Self {
            buffer: [b'.'; LONGEST + 2],
            len: run.len(),
            starts: 0,
            vowels: 0,
        };
        for (at, c) in run.char_indices() {
            let lower = if c.is_ascii() {
                c.to_ascii_lowercase()
            } else {
                lower(c)
            };
            if lower != c && at > 0 && !(at == 1 && c == 'J' && run.starts_with('I')) {
                return None;
            }
            letters.starts |= 1 << at;
            let into = letters.buffer.get_mut(at + 1..)?;
            if lower == 'ĳ' {
                letters.vowels |= 1 << at;
                into.get_mut(..2)?.copy_from_slice(b"ij");
            } else {
                if is_vowel(lower) {
                    letters.vowels |= 1 << at;
                }
                lower.encode_utf8(into);
            }
        }
        Some(letters)
    }

    /// The run in lower case.
    fn as_str(&self) -> &str {
        self.buffer
            .get(1..=self.len)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }

    /// The run in lower case with a dot at both ends.
    fn dotted(&self) -> &[u8] {
        self.buffer.get(..self.len + 2).unwrap_or(b"..")
    }

    /// The byte `at` bytes into the run; a dot outside of it.
    fn byte(&self, at: usize) -> u8 {
        self.buffer.get(at + 1).copied().unwrap_or(b'.')
    }

    /// Places with two letters at least on both sides (hyph-nl: no lone letter at either end).
    fn inner(&self) -> Places {
        let mut starts = self.starts;
        starts &= starts.wrapping_sub(1);
        starts &= starts.wrapping_sub(1);
        // `ij` written as one sign counts as two letters.
        if self.starts >> 1 & 1 == 0 && self.byte(0) == b'i' && self.byte(1) == b'j' {
            starts |= self.starts & 1 << 2;
        }
        starts & !highest(self.starts)
    }

    /// Whether the consonant before this byte and the one at it can begin a syllable: kl, tr.
    fn could_open(&self, at: usize) -> bool {
        match self.byte(at) {
            b'r' => matches!(
                self.byte(at - 1),
                b'b' | b'c' | b'd' | b'f' | b'g' | b'k' | b'p' | b't' | b'v'
            ),
            b'l' => matches!(
                self.byte(at - 1),
                b'b' | b'c' | b'f' | b'g' | b'k' | b'p' | b'v'
            ),
            _ => false,
        }
    }

    /// Whether an `s` before this byte and the consonant at it can begin a syllable: st, sl.
    fn opens_with_s(&self, at: usize) -> bool {
        self.byte(at - 1) == b's' && !self.vowel(at)
    }

    /// Whether the ending of a superlative begins at this byte behind a consonant: dik-ste, lam-sten. Not where
    /// as many are verbs in `-sen` (wens-ten, gids-ten).
    fn is_ste(&self, at: usize) -> bool {
        !self.vowel_before(at)
            && !matches!(self.byte(at - 1), b'd' | b'n' | b'r' | b't')
            && matches!(self.as_str().get(at..), Some("ste" | "sten"))
    }

    /// Whether consonants that stand by themselves between two breaks must begin the piece behind them: a `j`,
    /// what follows a prefix, and what no word ends in.
    fn lone_opens(&self, start: usize, end: usize) -> bool {
        self.byte(start) == b'j' && !self.ends_in_je(end)
            || self.opens(start)
                && (start == 2 && self.has_prefix() || self.is_ste(start) || !self.closes(end))
                && !self.ends_in_je(end)
    }

    /// Whether they must end the piece before them: those that begin no word, and those before `-je`.
    fn lone_closes(&self, start: usize, end: usize) -> bool {
        self.ends_in_je(end) || !self.opens(start)
    }

    /// Whether `-achtig` or a form of it begins at this byte.
    fn is_achtig(&self, at: usize) -> bool {
        self.as_str()
            .get(at..)
            .is_some_and(|rest| rest.starts_with("achtig"))
    }

    /// Whether the run begins with `be` or `ge`.
    fn has_prefix(&self) -> bool {
        matches!(self.byte(0), b'b' | b'g') && self.byte(1) == b'e'
    }

    /// Whether the consonants from this byte to the next vowel can begin a word.
    fn opens(&self, at: usize) -> bool {
        let vowels = self.vowels >> at;
        let consonants = self
            .as_str()
            .get(at..at + (vowels.trailing_zeros() as usize).min(self.len - at));
        consonants.is_some_and(clusters::opens)
    }

    /// Whether the letters before this byte end as a word can.
    fn closes(&self, at: usize) -> bool {
        self.as_str()
            .get(..at)
            .is_some_and(|head| clusters::closes(head.as_bytes()))
    }

    /// Whether the ending of a diminutive begins at this byte and the run ends with it: mees-je, huis-jes.
    fn ends_in_je(&self, at: usize) -> bool {
        self.byte(at) == b'j'
            && self.byte(at + 1) == b'e'
            && (at + 2 == self.len || at + 3 == self.len && self.byte(at + 2) == b's')
    }

    /// Whether a vowel begins at this byte.
    const fn vowel(&self, at: usize) -> bool {
        self.vowels >> at & 1 == 1
    }

    /// Whether the letter before this byte is a vowel.
    fn vowel_before(&self, at: usize) -> bool {
        let before = highest(self.starts & ((1 << at) - 1));
        self.vowels & before != 0
    }
}

/// The highest place of a set.
const fn highest(places: Places) -> Places {
    match places.checked_ilog2() {
        Some(bit) => 1 << bit,
        None => 0,
    }
}

/// Lower case, where that takes as many bytes; `Ĳ` and `ĳ` both as `ĳ`.
fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(l), None) if l.len_utf8() == c.len_utf8() => l,
        _ => c,
    }
}

/// Letters that can carry a syllable; `j` of `ij` follows its `i`.
const fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y'
            | 'à'..='æ' | 'è'..='ï' | 'ò'..='ö' | 'ø'..='ý' | 'ÿ' | 'œ' | 'ĳ'
    )
}

/// The patterns' proposals, mended where they overlook the seam of a compound; and these seams.
fn at_seams(word: &str, places: Places) -> (Places, Places) {
    let Some(seam) = compounds::seam(word, places) else {
        return (places, 0);
    };
    if seam.is_seen(places) {
        return (
            places,
            1 << seam.at | seam.second.map_or(0, |second| 1 << second),
        );
    }
    let mut seams = 0;
    let mut mended = 0;
    let mut start = 0;
    for end in [Some(seam.at), seam.second, Some(word.len())] {
        let Some(end) = end else { continue };
        mended |= proposed(word.get(start..end).unwrap_or("")) << start;
        seams |= 1 << start;
        start = end;
    }
    seams &= !1;
    (mended | seams, seams)
}

/// What hyph-nl proposes, two letters at least on both sides.
fn proposed(word: &str) -> Places {
    // `eij` behind a consonant is the `ei` of names (Zeijl-stra, Meij-er; not ou-blie-ij-zer), and so are `ooij`
    // and `aaij` (Kooij-man): the patterns, which take them for `e-ij`, see them as such.
    let name = word.match_indices("ij").map(|(at, _)| at).find(|&at| {
        let mut before = word.get(..at).unwrap_or("").chars().rev();
        match (before.next(), before.next()) {
            (Some('e'), other) => !other.is_some_and(is_vowel),
            (Some(vowel @ ('a' | 'o')), other) => other == Some(vowel),
            _ => false,
        }
    });
    let Some(name) = name else {
        return syllables(word);
    };
    let j = name + 1;
    let mut plain = String::with_capacity(word.len());
    plain.push_str(word.get(..j).unwrap_or(""));
    plain.push_str(word.get(j + 1..).unwrap_or(""));
    let places = syllables(&plain);
    let low = (1 << j) - 1;
    places & low | (places & !low) << 1
}

/// The beginnings of the patterns' syllables but for the first.
fn syllables(word: &str) -> Places {
    let mut places = 0;
    let mut at = 0;
    for syllable in hypher::hyphenate_bounded(word, Lang::Dutch, 2, 2) {
        places |= 1 << at;
        at += syllable.len();
    }
    places & !1
}

/// Nothing beside an `x` between vowels: taxi, exa-men (Taaladvies.net, "Afbreken: x").
fn keep_x_between_vowels(word: &str, letters: &Letters, places: Places) -> Places {
    let mut places = places;
    for (at, _) in word.match_indices('x') {
        if at > 0 && letters.vowel(at + 1) && letters.vowel_before(at) {
            places &= !(0b11 << at);
        }
    }
    places
}

/// No piece without a vowel: the patterns propose `vloe-r-iso-la-tie`, `mi-ni-j-urk`, `dik-s-te`. Such a
/// consonant goes to the side where it can stand; where it can on both, a table of parts of compounds has the
/// first word (`vloe-r-iso-la-tie` is vloer-isolatie, `came-ra-g-rap-pen` camera-grappen). Where that is silent, a
/// consonant before a vowel opens the next piece (`pro-t-on-the-ra-pie` is proton-therapie; not before -achtig,
/// which is a part to Leidraad 18), one before a consonant closes the last (han-dels-taal), or neither is a break if it could open the next as well.
/// `asked` are breaks that are certain.
fn no_piece_without_vowel(word: &str, letters: &Letters, places: Places, asked: Places) -> Places {
    let mut kept = places;
    let mut start = 0;
    let mut rest = places;
    while rest != 0 {
        let end = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        let piece = (1 << end) - (1 << start);
        if letters.vowels & piece == 0 {
            let (before, after) = (1 << start, 1 << end);
            let opens = start == 0 || asked & before != 0;
            let drop = if opens || asked & after == 0 && letters.lone_opens(start, end) {
                after
            } else if asked & after != 0 || letters.lone_closes(start, end) {
                before
            } else {
                let either = letters.could_open(end)
                    || letters.vowel_before(start) && letters.opens_with_s(end);
                match compounds::surer(word, start, end) {
                    Some(surer) if surer == start => after,
                    None if letters.vowel(end) && !letters.is_achtig(end) => after,
                    None if either => before | after,
                    _ => before,
                }
            };
            kept &= !drop | asked;
        }
        start = end;
    }
    if start > 0 && letters.vowels >> start == 0 {
        kept &= !(1 << start);
    }
    kept
}

/// A lone consonant and the lone vowel behind it are one syllable: `bla-k-a-man` is bla-ka-man, `pi-co-f-a-rad`
/// pico-fa-rad (Leidraad 18: one consonant between vowels begins the next piece); unless the table of parts of
/// compounds has a seam between them: door-aten.
fn join_lone_letters(word: &str, letters: &Letters, places: Places, asked: Places) -> Places {
    let mut kept = places;
    let mut rest = places & !asked;
    while rest != 0 {
        let at = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        let consonant = at > 0
            && places >> (at - 1) & 1 == 1
            && letters.starts >> (at - 1) & 1 == 1
            && !letters.vowel(at - 1)
            && letters.vowel_before(at - 1);
        if consonant
            && letters.vowel(at)
            && places >> (at + 1) & 1 == 1
            && compounds::surer(word, at - 1, at) != Some(at)
        {
            kept &= !(1 << at);
        }
    }
    kept
}

/// A lone vowel goes with one of its neighbours, also inside a word (Leidraad 18: not vide-oband, not
/// mensa-pen, no letter alone).
///
/// It begins what follows (her-openen, mens-apen, ru-ine, vari-eren, be-oordelen), but an `a` or `o` behind
/// another vowel ends what precedes, since so do the many first parts in -ia, -io, -eo (video-band,
/// radio-tje, media-stad), and so does any vowel before another (studie-uur); not behind `be-` and `ge-` (ge-adopteerd).
fn no_lone_vowel(letters: &Letters, places: Places, asked: Places) -> Places {
    let mut kept = places;
    let mut rest = places;
    while rest != 0 {
        let at = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        let after = rest & rest.wrapping_neg();
        let piece = (after.wrapping_sub(1)) & !((1 << at) - 1);
        if after == 0 || (letters.starts & piece).count_ones() != 1 || !letters.vowel(at) {
            continue;
        }
        let prefix = at == 2 && letters.has_prefix();
        let open = matches!(letters.byte(at), b'a' | b'o')
            || letters.vowel(after.trailing_zeros() as usize);
        let ends = open && letters.vowel_before(at) && !prefix;
        if ends {
            kept &= !(1 << at);
        } else if asked & after == 0 {
            kept &= !after;
            rest &= !after;
        }
    }
    kept | asked & places
}

/// The trema parts two vowels that would be read as one; where a break parts them it goes (Leidraad 18):
/// zee-en, be-in-vloe-den. An umlaut behind a consonant stays.
fn trema_goes(letters: &Letters, run: &str, at: usize) -> Respelling {
    let plain = match run.get(at..).and_then(|rest| rest.chars().next()) {
        Some('ë') => "e",
        Some('ï') => "i",
        Some('ö') => "o",
        Some('ü') => "u",
        Some('ä') => "a",
        _ => return Respelling::default(),
    };
    if letters.vowel_before(at) {
        Respelling { cut: 2, ink: plain }
    } else {
        Respelling::default()
    }
}
