//! A word → what the tables know of it: its class, its cue, whether it names a role, a person, a place, a body.
//!
//! Asked once for each distinct word of an article, however often it stands there.

use super::cues::{self, Cue};
use super::lexicon::{self, FirstName, RoleNoun};
use super::words::{Case, Class, class_of};

/// What is known of a word, wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers a question of its own"
)]
pub(super) struct Known {
    /// Its closed classes.
    pub(super) class: Class,
    /// The cue verb it is a form of.
    pub(super) cue: Option<Cue>,
    /// A fixed expression may begin with it: `volgens`, `blijkt`.
    pub(super) phrase: bool,
    /// It looks like a verb with a subject: `vreest`, `dronk`.
    pub(super) finite: bool,
    /// The role it names.
    pub(super) role: Option<RoleNoun>,
    /// Only looked up for words with a capital: a first name.
    pub(super) first: Option<FirstName>,
    /// Only for words with a capital: a surname.
    pub(super) surname: bool,
    /// Only for words with a capital: a town, a country, a river.
    pub(super) place: bool,
    /// Only for words with a capital: a well-known body.
    pub(super) organisation: bool,
    /// Only for words with a capital: an ordinary word too, so that a capital at the start of a sentence says nothing.
    pub(super) common: bool,
    /// `Utrechtse`, `Belgische`: an adjective from a place, with its capital.
    pub(super) of_place: bool,
    /// Only for words with a capital: `Rotterdammer`, `Spanjaard`.
    pub(super) inhabitant: bool,
    /// A day, a month, a feast.
    pub(super) calendar: bool,
    /// `universiteit`, `UMC`, `instituut`: a body of knowledge.
    pub(super) affiliation: bool,
}

/// Closed classes whose words may name a role all the same: `woordvoerder`, `dominee`, `prinses`.
const NOUNS: Class = Class::SOMEBODY
    .or(Class::TITLE)
    .or(Class::OFFICE)
    .or(Class::FEMALE)
    .or(Class::MALE);

/// Asks the tables about a word.
pub(super) fn look_up(form: &str, case: Case) -> Known {
    let lower = if case == Case::Lower
        && !form.contains('’')
        // `coalitie-Kamerlid`
        && !form.contains(char::is_uppercase)
    {
        None
    } else {
        Some(form.to_lowercase().replace('’', "'"))
    };
    let lower = lower.as_deref().unwrap_or(form);
    let class = class_of(lower);
    let mut known = Known {
        class,
        cue: cues::cue(lower),
        phrase: cues::begins_phrase(lower),
        finite: cues::looks_finite(lower),
        ..Known::default()
    };
    if class.is_open() || class.any(NOUNS) {
        known.role = lexicon::role_noun(lower);
        if known.role.is_none() && case == Case::Lower && class.is_open() {
            known.role = lexicon::man_of(lower);
        }
    }
    // `defensie-experts` are experts.
    if let Some((_, tail)) = lower.rsplit_once('-')
        && class.is_open()
    {
        let tail = class_of(tail);
        if tail.any(Class::GROUP) {
            known.class = known.class.or(Class::GROUP);
        }
    }
    // `oppositiepartijen`, `streekbewoners`
    if known.class.is_open()
        && case != Case::Upper
        && (lexicon::group(lower) || (known.role.is_none() && lexicon::role_nouns(lower)))
    {
        known.class = known.class.or(Class::GROUP);
    }
    if lexicon::body(lower) {
        known.class = known.class.or(Class::BODY);
    }
    known.affiliation = lexicon::affiliation(lower);
    known.calendar = lexicon::calendar(lower);
    if case != Case::Lower {
        known.first = lexicon::first_name(form);
        known.surname = lexicon::surname(form);
        known.place = lexicon::place(form) || form.starts_with("Sint-");
        known.organisation = lexicon::organisation(form).is_some();
        if lexicon::inhabitant(form) {
            known.class = known.class.or(Class::SOMEBODY);
        }
        known.of_place = lexicon::place_adjective(form);
        known.inhabitant = lexicon::inhabitant(form);
        known.common = !class.is_open() || lexicon::common_word(lower);
    }
    known
}
