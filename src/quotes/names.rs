//! Names of persons: given names, small words, surnames.
//!
//! Shape first (`Anna van den Berg`, `J.P. de Wit`), then a weight for what speaks for a person: a known first name, a
//! surname, initials, an age in brackets, a role beside it. A name alone decides nothing that the article does not bear out.

use super::outline::Reading;
use super::tokens::{Case, Kind};
use super::words::Class;

/// Items that may be a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// First item.
    pub(super) start: usize,
    /// One past the given names and initials; equal to `start` where a surname stands alone.
    pub(super) given_end: usize,
    /// One past the small words: `van den`.
    pub(super) particles_end: usize,
    /// One past the last item.
    pub(super) end: usize,
    /// What speaks for a person.
    pub(super) weight: i32,
}

impl Name {
    /// A given name or initials, and a surname.
    pub(super) const fn is_full(&self) -> bool {
        self.given_end > self.start && self.end > self.given_end
    }

    /// One word: a given name or a surname alone.
    pub(super) const fn is_single(&self) -> bool {
        self.end == self.start + 1
    }
}

/// From this weight on a name is taken for a person's.
pub(super) const CERTAIN: i32 = 3;

/// Words in a name that make it a body's: `Raad`, `Universiteit`.
fn names_a_body(r: &Reading, i: usize) -> bool {
    let known = r.known(i);
    known.organisation || known.affiliation || known.class.any(Class::BODY)
}

/// Reads the longest name that begins at item `i`, before item `end`.
pub(super) fn name_at(r: &Reading, i: usize, end: usize, opens_sentence: bool) -> Option<Name> {
    let first = r.case(i)?;
    if i >= end {
        return None;
    }
    // `Ben Hallema`: a given name too.
    let given = matches!(r.word(i), "Ben" | "Al" | "Des");
    let capital_particle =
        first == Case::Capital && r.is(i, Class::PARTICLE) && r.known(i).role.is_none() && !given;
    if first == Case::Lower {
        // `'t Hooft` without a given name.
        if !(r.is(i, Class::PARTICLE) && r.word(i).starts_with(['\'', '’'])) {
            return None;
        }
    }
    if capital_particle || first == Case::Lower {
        return surname_alone(r, i, end, opens_sentence);
    }
    if first == Case::Upper || !is_name_word(r, i, opens_sentence) {
        return None;
    }
    let mut at = i + 1;
    let mut given_end = at;
    // Further given names and initials, until something can only be a surname.
    while at < end && at < i + 4 && is_given(r, at) && (has_more(r, at + 1, end)) {
        at += 1;
        given_end = at;
    }
    // Nobility between given name and surname.
    if at + 1 < end
        && matches!(
            r.word(at),
            "baron" | "jonkheer" | "ridder" | "graaf" | "barones" | "gravin"
        )
    {
        at += 1;
    }
    let particles_start = at;
    let particles_end = particles(r, at, end);
    let mut weight = 0;
    let first_known = r.known(i).first.is_some();
    if first_known {
        weight += 3;
    }
    if first == Case::Initials {
        weight += 2;
    }
    if particles_end > particles_start {
        let given = if first_known || first == Case::Initials {
            Given::Known
        } else if given_end > i + 1 {
            Given::Likely
        } else {
            Given::Unknown
        };
        if takes_particles(r, (particles_start, particles_end), end, given) {
            let mut stop = particles_end + 1;
            // Van Haersma Buma, De Vries Robbé.
            while stop < end && stop < particles_end + 3 && extends_surname(r, stop) {
                stop += 1;
            }
            return Some(Name {
                start: i,
                given_end,
                particles_end,
                end: stop,
                weight: weight + 2,
            });
        }
    }
    // A surname without small words.
    let mut stop = at;
    if first_known && at < end && is_trade(r, at) {
        stop += 1;
    }
    while stop < end && stop < at + 3 && extends_surname(r, stop) {
        weight += as_surname(r, stop);
        stop += 1;
    }
    if stop == at && at < end && instead_of_surname(r, i, at) {
        weight += if first_known { 0 } else { CERTAIN };
        stop += 1;
    }
    if stop > at && first_known {
        stop = second_surname(r, stop, end).unwrap_or(stop);
    }
    if stop == at {
        if given_end > i + 1 {
            given_end -= 1;
        } else {
            return Some(one_word(r, i, opens_sentence));
        }
    }
    weight -= against(r, i, opens_sentence);
    Some(Name {
        start: i,
        given_end,
        particles_end: given_end,
        end: stop.max(given_end + 1).min(end),
        weight,
    })
}

/// `Dick Advocaat`: behind a given name a role with a capital is a surname.
fn is_trade(r: &Reading, i: usize) -> bool {
    let known = r.known(i);
    r.case(i) == Some(Case::Capital)
        && known.role.is_some()
        && known.common
        && !r.word(i).contains('-')
}

/// What speaks for item `i` as a surname, and against it.
fn as_surname(r: &Reading, i: usize) -> i32 {
    let known = r.known(i);
    let body = if names_a_body(r, i) { -4 } else { 0 };
    let name = match (known.surname, known.place) {
        (true, _) => 2,
        (false, true) => -1,
        (false, false) => 0,
    };
    body + name
}

/// What is known of the given names before the small words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    /// A first name that the lexicon has, or initials.
    Known,
    /// More than one of them.
    Likely,
    /// A word with a capital.
    Unknown,
}

/// True where the small words in items `from..to` belong to a name: `Anna van den Berg`, and not `Anna van Greenpeace`.
fn takes_particles(r: &Reading, (from, to): (usize, usize), end: usize, given: Given) -> bool {
    // `Soetkin Van Poeyer`: in Flanders the small word has a capital too.
    let flemish = r.case(from) == Some(Case::Capital)
        && matches!(r.word(from), "Van" | "De" | "Vande" | "Vanden" | "Vander");
    let surname =
        given != Given::Unknown || of_surnames_only(r, from) || r.known(to).surname || flemish;
    // `sportarts Mirre van Oudgaarden`: two words that are nothing else.
    let nothing = |n: usize| {
        let known = r.known(n);
        !(known.common || known.place || known.organisation || known.affiliation)
            && known.class.is_open()
    };
    let surname = surname
        || from > 1
            && r.known(from - 2).role.is_some()
            && r.case(from - 2) == Some(Case::Lower)
            && !r.known(from - 1).surname
            && nothing(from - 1)
            && nothing(to);
    let town = r.known(to).place && given != Given::Known;
    // `Ajax op Real Madrid`: without an article such a word stands between two things.
    let between = (given != Given::Known || r.known(to).place)
        && r.is(from, Class::PREPOSITION)
        && !r.is(to - 1, Class::DETERMINER)
        && !matches!(
            r.word(from),
            "van" | "ten" | "ter" | "te" | "von" | "den" | "der" | "Van" | "Ten" | "Ter"
        );
    matches!(r.case(to), Some(Case::Capital))
        && !names_a_body(r, to)
        && surname
        && !between
        && !town
        && !follows_as_affiliation(r, from, to, end)
}

/// `Jessica B.`, `Mohammed VI`: what stands in the place of a surname at item `at`, behind the given name at item `i`: a
/// letter, or a figure.
fn instead_of_surname(r: &Reading, i: usize, at: usize) -> bool {
    let known = r.known(i);
    let given = known.first.is_some() || (known.class.is_open() && !known.common && !known.place);
    given && (r.case(at) == Some(Case::Initials) || is_ordinal(r.word(at)))
}

/// A double name with small words inside (`Bierens de Haas`, `Claassen van 't Riet`): where its second
/// surname ends, if one begins at item `i`.
fn second_surname(r: &Reading, i: usize, end: usize) -> Option<usize> {
    let second = particles(r, i, end);
    let known = r.known(second);
    let is_surname = joins_surnames(r, i)
        && second > i
        && extends_surname(r, second)
        && !names_a_body(r, second)
        && !known.of_place
        && !known.place;
    is_surname.then_some(second + 1)
}

/// `VI`: which of the kings or popes of that name, in Roman figures.
fn is_ordinal(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// `De Wijk`, `Van 't Hoff`, `'t Hooft`: a surname with its small words in front.
fn surname_alone(r: &Reading, i: usize, end: usize, opens_sentence: bool) -> Option<Name> {
    // `Bij Anna Smit`, `In Den Haag`: at the start of a sentence a preposition is a preposition.
    if opens_sentence && r.is(i, Class::PREPOSITION) && !matches!(r.word(i), "Van" | "Ten" | "Ter")
    {
        return None;
    }
    let particles_end = particles(r, i + 1, end);
    // `Op den Berg`, `In 't Veld`, but `Bij La Place`, `In Utrecht`: a preposition opens a surname only with an article.
    if r.is(i, Class::PREPOSITION)
        && !matches!(r.word(i), "Van" | "Ten" | "Ter" | "Te")
        && !matches!(r.word(i + 1), "de" | "den" | "der" | "het" | "'t" | "’t")
    {
        return None;
    }
    let surname = particles_end;
    // `Ter Haar`: behind such a word hers is a name.
    let family = matches!(r.word(i), "Ter" | "Ten" | "ter" | "ten");
    if surname >= end
        || r.case(surname) != Some(Case::Capital)
        || (r.is(surname, Class::DETERMINER) && !family)
    {
        return None;
    }
    if names_a_body(r, surname) {
        return None;
    }
    let mut stop = surname + 1;
    while stop < end && stop < surname + 3 && extends_surname(r, stop) {
        stop += 1;
    }
    let mut weight = 0;
    if opens_sentence {
        weight -= 2;
    }
    if r.known(surname).surname {
        weight += 1;
    }
    if r.known(surname).place {
        weight -= 2;
    }
    Some(Name {
        start: i,
        given_end: i,
        particles_end,
        end: stop,
        weight,
    })
}

/// One past the small words that begin at item `at`, where a capital follows them; else `at`.
fn particles(r: &Reading, at: usize, end: usize) -> usize {
    let mut stop = at;
    while stop < end && stop < at + 3 && r.is(stop, Class::PARTICLE) && r.case(stop).is_some() {
        // A capital small word only in Flanders: Tom Van Grieken.
        if r.case(stop) == Some(Case::Capital)
            && stop + 1 < end
            && r.case(stop + 1) != Some(Case::Capital)
            && !r.is(stop + 1, Class::PARTICLE)
        {
            break;
        }
        stop += 1;
    }
    if stop < end && r.case(stop) == Some(Case::Capital) {
        stop
    } else {
        at
    }
}

/// `van 't`, `van der`, `van den`, `el`, `ter`: small words that hardly ever stand before a body.
fn of_surnames_only(r: &Reading, i: usize) -> bool {
    (r.word(i) == "van" && matches!(r.word(i + 1), "'t" | "’t" | "der" | "den"))
        || matches!(
            r.word(i),
            "el" | "bin" | "ten" | "ter" | "du" | "di" | "da" | "dos" | "della" | "von"
        )
}

/// Small words that join a second surname to the first.
fn joins_surnames(r: &Reading, i: usize) -> bool {
    matches!(r.word(i), "de" | "den" | "der") || of_surnames_only(r, i)
}

/// True where `van` + capital says where somebody belongs and is no surname: `Anna van Greenpeace`.
fn follows_as_affiliation(r: &Reading, particles: usize, capital: usize, end: usize) -> bool {
    // `van het Erasmus MC`, `van de ANVR`.
    let next_is_body = capital + 1 < end
        && r.case(capital + 1).is_some_and(|c| c != Case::Lower)
        && names_a_body(r, capital + 1);
    next_is_body || (capital > particles && r.case(capital) == Some(Case::Upper))
}

/// A capitalised word that can begin a name here.
fn is_name_word(r: &Reading, i: usize, opens_sentence: bool) -> bool {
    let known = r.known(i);
    // `Frans Kleijn`, and not `Frans verzet`
    let nation = known.of_place && (known.first.is_none() || !ends_in_surname(r, i + 1));
    if known.class.any(Class::TITLE) || nation || (known.calendar && known.first.is_none()) {
        return false;
    }
    if known.first.is_none() && (known.role.is_some() || (known.inhabitant && !known.surname)) {
        return false;
    }
    if !known.class.is_open() && known.first.is_none() && !known.surname {
        return false;
    }
    if !known.class.is_open() && opens_sentence {
        return known.first.is_some()
            && matches!(r.case(i + 1), Some(Case::Capital))
            && !known.class.any(Class::DETERMINER);
    }
    true
}

/// A capital, or small words and a capital, that can be nothing but a surname.
fn ends_in_surname(r: &Reading, i: usize) -> bool {
    let last = particles(r, i, i + 4);
    let known = r.known(last);
    r.case(last) == Some(Case::Capital)
        && (known.surname || !known.common)
        && !known.place
        && !names_a_body(r, last)
        && may_be_surname(r, last)
}

/// A given name or initials after a given name.
fn is_given(r: &Reading, i: usize) -> bool {
    match r.case(i) {
        Some(Case::Initials) => true,
        Some(Case::Capital) => r.known(i).first.is_some() && !r.is(i, Class::PARTICLE),
        _ => false,
    }
}

/// True where a surname can still follow at item `i`.
fn has_more(r: &Reading, i: usize, end: usize) -> bool {
    if i >= end {
        return false;
    }
    match r.case(i) {
        Some(Case::Capital) if r.is(i, Class::PARTICLE) => particles(r, i, end) > i,
        Some(Case::Capital) => extends_surname(r, i),
        Some(Case::Initials) => r.kind(i) != Kind::Other,
        // `Sander W. uit Hoolwijk`: where he is from.
        Some(Case::Lower) => {
            let where_from = r.is(i, Class::PREPOSITION)
                && r.case(i + 1) == Some(Case::Capital)
                && !matches!(r.word(i), "van" | "ten" | "ter" | "te" | "von");
            !where_from && particles(r, i, end) > i
        }
        _ => false,
    }
}

/// A capitalised word that belongs to the surname before it.
fn extends_surname(r: &Reading, i: usize) -> bool {
    r.case(i) == Some(Case::Capital)
        && !r.is(i, Class::TITLE)
        && may_be_surname(r, i)
        && (r.known(i).surname || !r.is(i, NO_SURNAME))
}

/// Small words: with a capital they open the next sentence. `Jessica B. Het …`
const NO_SURNAME: Class = Class::DETERMINER
    .or(Class::PREPOSITION)
    .or(Class::CONJUNCTION)
    .or(Class::SUBORDINATOR)
    .or(Class::HE)
    .or(Class::SHE)
    .or(Class::SELF);

/// False for a role noun that is no surname: `Minister`, but `Visser`.
fn may_be_surname(r: &Reading, i: usize) -> bool {
    r.known(i).role.is_none() || r.known(i).surname
}

/// What speaks against the first word as a given name: a place, a body, a word of the language, unless it is known as one.
fn against(r: &Reading, i: usize, opens_sentence: bool) -> i32 {
    let known = r.known(i);
    if known.first.is_some() || r.case(i) == Some(Case::Initials) {
        return 0;
    }
    let mut weight = 0;
    if known.place || names_a_body(r, i) {
        weight += 3;
    }
    if opens_sentence && known.common {
        weight += 3;
    }
    if r.word(i).ends_with("se") || r.word(i).ends_with("sche") {
        weight += 3;
    }
    weight
}

/// One word: a given name or a surname alone.
fn one_word(r: &Reading, i: usize, opens_sentence: bool) -> Name {
    let known = r.known(i);
    let given = known.first.is_some() && !known.surname && r.case(i) != Some(Case::Initials);
    let weight = if opens_sentence && known.common {
        -5
    } else {
        0
    };
    Name {
        start: i,
        given_end: i + usize::from(given),
        particles_end: i,
        end: i + 1,
        weight,
    }
}
