//! Which patterns a text wants: by the language it declares, or by the little words it is full of.

use super::Patterns;

/// Bytes of a text that are looked at at its beginning, in its middle and at its end: some 300 words each, in
/// which little words stand by the dozen. A long quotation is no article.
const SAMPLE: usize = 2048;

/// So many little words and half as many again as of Dutch make a text one in another language. With fewer, as in
/// a text of a line or two, they must be [`FEW`] and three times the Dutch ones; leeslamp reads Dutch until shown
/// otherwise.
const EVIDENCE: usize = 8;
/// See [`EVIDENCE`].
const FEW: usize = 2;

/// The commonest words of Dutch, without those that German writes alike (`in`, `wie`, `die`).
const DUTCH: [&str; 80] = [
    "aan", "al", "alle", "als", "andere", "ben", "bent", "bij", "daar", "dan", "dat", "de", "deze",
    "dit", "door", "een", "en", "er", "geen", "haar", "heb", "hebben", "heeft", "hem", "het",
    "hij", "hoe", "hun", "ik", "is", "je", "jij", "kan", "kunnen", "maar", "meer", "met", "mijn",
    "moet", "na", "naar", "niet", "nieuwe", "nog", "nu", "om", "onder", "ons", "onze", "ook", "op",
    "over", "te", "tegen", "toch", "tot", "u", "uit", "van", "veel", "via", "voor", "waar",
    "waren", "wat", "we", "wel", "werd", "werden", "wij", "worden", "wordt", "zal", "ze", "zei",
    "zich", "zij", "zijn", "zo", "zou",
];
/// The commonest words of English.
const ENGLISH: [&str; 62] = [
    "a", "about", "after", "all", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for",
    "from", "had", "has", "have", "he", "her", "him", "his", "i", "if", "into", "is", "it", "its",
    "just", "more", "my", "new", "no", "not", "of", "on", "one", "or", "our", "out", "she", "so",
    "that", "the", "their", "them", "there", "they", "this", "through", "to", "up", "was", "were",
    "what", "when", "which", "who", "with", "would", "you", "your",
];
/// The commonest words of French.
const FRENCH: [&str; 49] = [
    "au", "aux", "avec", "ce", "ces", "cette", "comme", "dans", "de", "des", "du", "elle", "en",
    "est", "et", "il", "ils", "je", "la", "le", "les", "leur", "lui", "mais", "même", "ne", "nous",
    "on", "ou", "où", "par", "pas", "plus", "pour", "qu", "que", "qui", "sa", "sans", "se", "ses",
    "son", "sont", "sur", "tout", "très", "un", "une", "vous",
];
/// The commonest words of German.
const GERMAN: [&str; 68] = [
    "aber", "am", "auch", "auf", "aus", "bei", "bis", "das", "dass", "dem", "den", "der", "des",
    "die", "diese", "dieser", "durch", "ein", "eine", "einem", "einen", "einer", "er", "es", "für",
    "gegen", "haben", "hat", "hatte", "ich", "ihr", "ihre", "im", "ist", "kann", "kein", "keine",
    "mit", "nach", "nicht", "noch", "nur", "oder", "schon", "sehr", "sein", "seine", "sich", "sie",
    "sind", "um", "und", "uns", "unter", "vom", "von", "vor", "war", "weil", "wenn", "werden",
    "wir", "wird", "wurde", "zu", "zum", "zur", "über",
];
/// The commonest words of languages for which there are no patterns here: Spanish, Italian, Portuguese,
/// Danish, Norwegian, Swedish.
const OTHERS: [&str; 60] = [
    "al", "ao", "att", "av", "che", "com", "como", "con", "da", "del", "della", "det", "di", "do",
    "e", "ed", "el", "era", "et", "för", "gli", "han", "hon", "ikke", "il", "inte", "jag", "jeg",
    "las", "lo", "los", "med", "más", "nel", "não", "och", "og", "os", "para", "pelo", "per",
    "più", "por", "på", "ser", "sin", "som", "son", "sono", "su", "til", "todo", "uma", "una",
    "uno", "var", "você", "y", "är", "és",
];

impl Patterns {
    /// The patterns for a BCP 47 language tag, such as `nl`, `nl-BE` or `en_GB`: [`Patterns::None`] for a
    /// language without.
    pub fn of_language(tag: &str) -> Self {
        let tag = tag.trim();
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        let is = |names: [&str; 3]| names.iter().any(|name| primary.eq_ignore_ascii_case(name));
        if is(["nl", "nld", "dut"]) {
            Self::Dutch
        } else if is(["en", "eng", "en"]) {
            Self::English
        } else if is(["fr", "fra", "fre"]) {
            Self::French
        } else if is(["de", "deu", "ger"]) {
            Self::German
        } else {
            Self::None
        }
    }

    /// The patterns for a text that declares no language, by its little words. Dutch where they tell nothing.
    pub fn of_text(text: &str) -> Self {
        let candidates = [
            Self::Dutch,
            Self::English,
            Self::French,
            Self::German,
            Self::None,
        ];
        let mut counts = [0; 5];
        let words = samples(text).flat_map(|sample| sample.split(|c: char| !c.is_alphabetic()));
        for word in words {
            let mut buffer = [0; 8];
            let Some(lower) = lower(word, &mut buffer) else {
                continue;
            };
            let lists: [&[&str]; 5] = [&DUTCH, &ENGLISH, &FRENCH, &GERMAN, &OTHERS];
            for (count, list) in counts.iter_mut().zip(lists) {
                *count += usize::from(list.binary_search(&lower).is_ok());
            }
        }
        let [dutch, ..] = counts;
        let most = counts.into_iter().max().unwrap_or(0);
        // Dutch unless another language is clearly ahead: quotations in it must not turn an article.
        let ahead = most >= EVIDENCE && most * 2 >= dutch * 3;
        if !ahead && most < FEW + 3 * dutch {
            return Self::Dutch;
        }
        candidates
            .into_iter()
            .zip(counts)
            .find(|(_, count)| *count == most)
            .map_or(Self::Dutch, |(candidate, _)| candidate)
    }
}

/// The stretches of a text that are looked at, whole where it is short.
fn samples(text: &str) -> impl Iterator<Item = &str> {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let starts = if text.len() <= 3 * SAMPLE {
        [Some((0, text.len())), None, None]
    } else {
        [0, text.len() / 2, text.len() - SAMPLE].map(|at| Some((at, at + SAMPLE)))
    };
    starts
        .into_iter()
        .flatten()
        .filter_map(move |(from, to)| text.get(boundary(from)..boundary(to)))
}

/// A short word in lower case; longer ones stand in none of the lists.
fn lower<'a>(word: &str, buffer: &'a mut [u8; 8]) -> Option<&'a str> {
    let buffer = buffer
        .get_mut(..word.len())
        .filter(|buffer| !buffer.is_empty())?;
    buffer.copy_from_slice(word.as_bytes());
    buffer.make_ascii_lowercase();
    std::str::from_utf8(buffer).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_stand_in_order_and_every_word_is_short_enough_to_be_found() {
        let lists: [&[&str]; 5] = [&DUTCH, &ENGLISH, &FRENCH, &GERMAN, &OTHERS];
        for list in lists {
            assert!(list.is_sorted());
            assert!(list.iter().all(|word| word.len() <= 8));
        }
    }
}
