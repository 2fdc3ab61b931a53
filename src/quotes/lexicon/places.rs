//! Places, and the words that are made of them.

use std::sync::LazyLock;

use super::table::Table;

static PLACES: LazyLock<Table> = LazyLock::new(|| Table::new(include_str!("../data/places.txt")));
static ADJECTIVES: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../data/adjectives.txt")));
static INHABITANTS: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../data/inhabitants.txt")));

/// Whether `name` is a town, region or country; also names of several words, joined by single spaces (`Den Haag`).
pub(in crate::quotes) fn place(name: &str) -> bool {
    PLACES.get(name).is_some()
}

/// Whether `word`, spelled as in the text, is the adjective of a place or people: `Belgische`, `Utrechtse`,
/// `Groningse`. Such a word opens a role (`Belgische econoom`), and is no name.
///
/// Of two joined by a hyphen both must be one: `Nederlands-Rwandese`.
pub(in crate::quotes) fn place_adjective(word: &str) -> bool {
    is_place_adjective(word)
        || word
            .split_once('-')
            .is_some_and(|(first, second)| is_place_adjective(first) && is_place_adjective(second))
}

fn is_place_adjective(word: &str) -> bool {
    let stem = word.strip_suffix('e').unwrap_or(word);
    let undoubled = stem
        .strip_suffix("es")
        .map(|s| format!("{s}ees"))
        .filter(|_| word.ends_with("ese"));
    ADJECTIVES.get(stem).is_some()
        || ADJECTIVES.get(word).is_some()
        || undoubled.is_some_and(|u| ADJECTIVES.get(&u).is_some())
        || (word.ends_with("se") && {
            // Almeerse is from Almere, Zwolse from Zwolle, Delftse from Delft.
            let town = stem.trim_end_matches('s');
            place(town)
                || place(&format!("{town}e"))
                || last_doubled(town).is_some_and(|t| place(&t))
        })
}

/// `Zwol` → `Zwolle`, `Almeer` → `Almere`.
fn last_doubled(town: &str) -> Option<String> {
    let last = town.chars().next_back()?;
    let doubled = format!("{town}{last}e");
    if place(&doubled) {
        return Some(doubled);
    }
    let body = town.strip_suffix(last)?;
    let vowel = body.chars().next_back()?;
    let single = body.strip_suffix(vowel)?;
    single.ends_with(vowel).then(|| format!("{single}{last}e"))
}

/// Whether `word`, spelled as in the text, is somebody from somewhere: `Rotterdammer`, `Belg`, also more than one of
/// them. Such a word is no name, and `de Rotterdammer` is somebody who was named before.
pub(in crate::quotes) fn inhabitant(word: &str) -> bool {
    one_inhabitant(word) || inhabitants(word)
}

/// Whether `word` is more than one of them: `Rotterdammers`, `Belgen`, `Grieken`.
pub(in crate::quotes) fn inhabitants(word: &str) -> bool {
    // `Nigeriaans recht`, `Italiaans` are adjectives.
    (word.strip_suffix('s').is_some_and(one_inhabitant) && !is_place_adjective(word))
        || word.strip_suffix("en").is_some_and(one_inhabitant)
        || word
            .strip_suffix("aren")
            .is_some_and(|w| one_inhabitant(&format!("{w}aar")))
}

fn one_inhabitant(w: &str) -> bool {
    INHABITANTS.get(w).is_some()
        || w.strip_suffix("er").is_some_and(|town| {
            // Rotterdammer, Tilburger, Almeerder, Zwollenaar.
            place(town)
                || town.strip_suffix('m').is_some_and(place)
                || town
                    .strip_suffix('d')
                    .and_then(last_doubled)
                    .is_some_and(|t| place(&t))
        })
        || w.strip_suffix("naar")
            .is_some_and(|town| place(town) || town.strip_suffix('e').is_some_and(place))
}

#[cfg(test)]
pub(super) fn tables() -> [&'static Table; 3] {
    [&PLACES, &ADJECTIVES, &INHABITANTS]
}
