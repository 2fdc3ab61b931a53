//! Sources that come in while the rules read on: described in words no list knows, new without a name, a label.

use super::spelling::{clean, fold, lower_first};
use super::{Nature, People};
use crate::quotes::outline::Reading;
use crate::quotes::tokens::Case;
use crate::quotes::words::Class;

impl People {
    /// The group or the body that items `from..to` describe.
    pub(in crate::quotes) fn described(&mut self, r: &Reading, from: usize, to: usize) -> usize {
        let mut name = clean(r.span(from, to).of(r.text));
        let known = r.known(from);
        let opens = r.opened_by(from).is_some();
        if opens && r.case(from) == Some(Case::Capital) && (!known.class.is_open() || known.common)
        {
            name = lower_first(&name);
        }
        let key = fold(&name);
        if let Some(&who) = self.by_phrase.get(&key) {
            return who;
        }
        // `de vliegtuigbouwer`, `de zone`: a body that was named.
        let known_body =
            r.is(from, Class::DETERMINER) && !r.is(from, Class::INDEFINITE) && to == from + 2;
        if known_body && let Some(who) = self.body_meant(r.word(to - 1)) {
            return who;
        }
        // `de staalfabriek`, `Zuivelwerken Noord`: one, that may go on speaking.
        let last = r.word(to - 1);
        let many = last.ends_with("en")
            || last.ends_with("ci")
            || (last.ends_with('s') && !last.ends_with("huis"));
        let one = !many
            && !r.is(from, Class::INDEFINITE)
            && (r.is(from, Class::DETERMINER) || r.case(to - 1) == Some(Case::Capital));
        let nature = if one { Nature::Body } else { Nature::Group };
        let who = self.add(name, nature);
        self.by_phrase.insert(key, who);
        who
    }

    /// Somebody new without a name, called by items `from..to`: `een gebruiker`.
    pub(in crate::quotes) fn newcomer(&mut self, r: &Reading, from: usize, to: usize) -> usize {
        let name = clean(r.span(from, to).of(r.text));
        let name = if name == "Iemand" {
            "iemand".to_owned()
        } else {
            name
        };
        self.add(name, Nature::Unnamed)
    }

    /// A new source under the words of a label.
    pub(in crate::quotes) fn labelled(&mut self, name: &str) -> usize {
        let key = fold(name);
        if let Some(&who) = self.by_phrase.get(&key) {
            return who;
        }
        let who = self.add(name.to_owned(), Nature::Person);
        self.by_phrase.insert(key, who);
        who
    }
}
