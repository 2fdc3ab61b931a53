//! Which patterns a text wants: by the language it declares, or by the little words it is full of.

use super::Patterns;

/// Bytes of a text that are looked at: some 600 words, in which little words stand by the hundred.
const SAMPLE: usize = 4096;

/// Fewer little words than this tell nothing; leeslamp reads Dutch until shown otherwise.
const EVIDENCE: usize = 8;

/// The commonest words of Dutch, without those that German writes alike (`in`, `wie`, `dank`).
const DUTCH: [&str; 32] = [
    "aan", "als", "bij", "dat", "de", "dit", "door", "een", "en", "er", "geen", "haar", "heeft",
    "het", "hij", "ik", "is", "maar", "met", "naar", "niet", "nog", "ook", "op", "te", "uit",
    "van", "voor", "werd", "wordt", "ze", "zijn",
];
/// The commonest words of English.
const ENGLISH: [&str; 28] = [
    "a", "and", "are", "as", "at", "be", "but", "by", "for", "from", "had", "have", "he", "his",
    "is", "it", "not", "of", "on", "or", "that", "the", "this", "to", "was", "which", "with",
    "you",
];
/// The commonest words of French.
const FRENCH: [&str; 28] = [
    "au", "aux", "avec", "ce", "dans", "de", "des", "du", "elle", "en", "est", "et", "il", "je",
    "la", "le", "les", "mais", "ne", "pas", "plus", "pour", "qu", "que", "qui", "sur", "un", "une",
];
/// The commonest words of German.
const GERMAN: [&str; 30] = [
    "aber", "auch", "auf", "aus", "bei", "das", "dem", "den", "der", "des", "die", "ein", "eine",
    "er", "für", "hat", "ich", "im", "ist", "mit", "nicht", "sich", "sie", "sind", "und", "von",
    "war", "wird", "zu", "zum",
];
/// The commonest words of languages for which there are no patterns here: Spanish, Italian, Portuguese,
/// Danish, Norwegian, Swedish.
const OTHERS: [&str; 42] = [
    "al", "att", "av", "che", "com", "como", "con", "da", "del", "della", "det", "di", "do", "e",
    "ed", "el", "era", "et", "för", "il", "inte", "jag", "jeg", "las", "los", "med", "não", "och",
    "og", "os", "para", "per", "por", "på", "som", "son", "su", "til", "una", "uno", "y", "är",
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

    /// The patterns for a text that declares no language, by the little words in its beginning. Dutch where
    /// they tell nothing.
    pub fn of_text(text: &str) -> Self {
        let mut end = text.len().min(SAMPLE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let sample = text.get(..end).unwrap_or("");
        let candidates = [
            Self::Dutch,
            Self::English,
            Self::French,
            Self::German,
            Self::None,
        ];
        let mut counts = [0; 5];
        for word in sample.split(|c: char| !c.is_alphabetic()) {
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
        if most < EVIDENCE || most * 2 < dutch * 3 {
            return Self::Dutch;
        }
        candidates
            .into_iter()
            .zip(counts)
            .find(|(_, count)| *count == most)
            .map_or(Self::Dutch, |(candidate, _)| candidate)
    }
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
