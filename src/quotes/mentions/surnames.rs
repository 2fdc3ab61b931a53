//! Surnames that open a sentence and look like something else: `Lang`, `Brouwers`, `Van Wamel`, `Oude Lenferink`.
//!
//! Asked last, when the full names of the article are known: only where somebody is called so is such a word a name.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::{Mention, Mentions, Sort};
use crate::quotes::attached::extend;
use crate::quotes::cues::Form;
use crate::quotes::names::{CERTAIN, Name};
use crate::quotes::outline::Reading;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// Surnames that a sentence may open with as an adjective.
const ADJECTIVES: &[&str] = &[
    "Lang", "Kort", "Groot", "Klein", "Wit", "Zwart", "Rood", "Bruin", "Groen", "Jong", "Oud",
    "Hoog", "Goed", "Best", "Mooi", "Vol", "Vast", "Snel", "Koud", "Heet", "Zacht", "Sterk",
];

/// Longer words that open a sentence, in bytes, are seldom an adjective without ending.
const LONGEST_ADJECTIVE: usize = 7;

impl Mentions {
    /// `Lang: “Nee.”`, `Kort zegt …`: an ordinary word that opens a sentence is a name where somebody has that surname
    /// and what follows is what follows a speaker.
    pub(super) fn ordinary_surnames(&mut self, r: &Reading) {
        let surnames: HashSet<&str, RandomState> = self
            .all
            .iter()
            .filter_map(|mention| mention.name)
            .filter(|name| name.is_full() && name.weight >= CERTAIN)
            .flat_map(|name| {
                let given = r
                    .known(name.start)
                    .first
                    .is_some()
                    .then(|| r.word(name.start));
                [Some(r.word(name.end - 1)), given]
            })
            .flatten()
            .collect();
        let mut more: Vec<Mention> = Vec::new();
        for s in &r.sentences {
            let i = s.start;
            let next = i + 1;
            // `Brouwers haalt zijn schouders op`: more than one would not do so.
            let many = self.at(i).is_some_and(|m| {
                matches!(self.all[m].sort, Sort::Group | Sort::Somebody) && self.all[m].end == next
            });
            let one = many && r.case(next) == Some(Case::Lower) && r.word(next).ends_with('t');
            if r.case(i) != Some(Case::Capital)
                || (self.at(i).is_some() && !one)
                || !surnames.contains(r.word(i))
            {
                continue;
            }
            let cued = r
                .known(next)
                .cue
                .is_some_and(|c| c.force.is_some() && c.form != Form::Participle);
            let labelled = r.kind(next) == Kind::Colon
                || (r.kind(next) == Kind::Comma
                    && (next..s.end.min(next + 6)).any(|n| r.kind(n) == Kind::Colon));
            // `Verstappen is …`: too long for the adjective that `Lang is het geleden` begins with. `Loggers wil …`: an
            // adjective wants nothing.
            let adjective = ADJECTIVES.contains(&r.word(i))
                || r.word(i).len() <= LONGEST_ADJECTIVE
                    && r.is(next, Class::FINITE)
                    && !matches!(
                        r.word(next),
                        "wil"
                            | "wilde"
                            | "kan"
                            | "kon"
                            | "moet"
                            | "moest"
                            | "zou"
                            | "zag"
                            | "had"
                            | "heeft"
                    );
            let acts = !adjective
                && (r.is(next, Class::FINITE)
                    || r.known(next).cue.is_some()
                    || (r.case(next) == Some(Case::Lower) && r.word(next).ends_with('t')));
            if next < s.end && (cued || labelled || acts) {
                let mut mention = Mention::new(i, next, Sort::Named);
                mention.name = Some(Name {
                    start: i,
                    given_end: i,
                    particles_end: i,
                    end: next,
                    weight: CERTAIN,
                });
                extend(r, &mut mention, s);
                more.push(mention);
            }
        }
        if more.is_empty() {
            return;
        }
        let taken: HashSet<usize, RandomState> = more.iter().map(|m| m.start).collect();
        self.all.retain(|m| !taken.contains(&m.start));
        self.all.append(&mut more);
        self.all.sort_by_key(|mention| mention.start);
        self.index(r.items.len());
    }

    /// `Van Wamel heeft …`, `Oude Lenferink wijst …`: a surname of more words that opens a sentence, where somebody has it.
    pub(super) fn surnames_of_more_words(&mut self, r: &Reading) {
        let mut surnames: HashMap<String, Vec<Name>, RandomState> = HashMap::default();
        for name in self.all.iter().filter_map(|mention| mention.name) {
            if name.is_full() && name.weight >= CERTAIN && name.end > name.given_end + 1 {
                let first = r.word(name.given_end).to_lowercase();
                surnames.entry(first).or_default().push(name);
            }
        }
        let mut more: Vec<Mention> = Vec::new();
        for s in r.sentences.iter().filter(|_| !surnames.is_empty()) {
            let i = s.start;
            let named =
                |m: usize| matches!(self.all[m].sort, Sort::Named) && self.all[m].start == i;
            if r.case(i) != Some(Case::Capital) || self.at(i).is_some_and(named) {
                continue;
            }
            let Some(with) = surnames.get(&r.word(i).to_lowercase()) else {
                continue;
            };
            let same = |name: &&Name| {
                let end = i + name.end - name.given_end;
                end < s.end && (i + 1..end).all(|n| r.word(n) == r.word(name.given_end + n - i))
            };
            // Only of the last few, so that many of one name cost no more.
            let Some(name) = with.iter().rev().take(8).find(same) else {
                continue;
            };
            let end = i + name.end - name.given_end;
            let mut mention = Mention::new(i, end, Sort::Named);
            mention.name = Some(Name {
                start: i,
                given_end: i,
                particles_end: i + name.particles_end - name.given_end,
                end,
                weight: CERTAIN,
            });
            extend(r, &mut mention, s);
            more.push(mention);
        }
        if more.is_empty() {
            return;
        }
        let covered = |m: &Mention| {
            let next = more.partition_point(|n| n.end <= m.start);
            more.get(next).is_some_and(|n| n.start < m.end)
        };
        self.all.retain(|m| !covered(m));
        self.all.append(&mut more);
        self.all.sort_by_key(|mention| mention.start);
        self.index(r.items.len());
    }
}
