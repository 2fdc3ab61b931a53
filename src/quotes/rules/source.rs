//! The source of a verb of saying: the mention that touches it, on the side that word order allows.

use super::Finder;
use super::described::HELD;
use super::said::Said;
use crate::quotes::cues::{Force, Form};
use crate::quotes::mentions::Sort;
use crate::quotes::outline::Sentence;
use crate::quotes::people::Nature;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;

/// How much may stand between the subject that opens a sentence and its verb, in items.
const OPENING_REACH: usize = 14;

impl Finder<'_> {
    /// `die een boek schreef`: the mention is what somebody wrote.
    fn is_written(&self, m: usize, s: &Sentence) -> bool {
        let mention = &self.mentions.all[m];
        mention.sort == Sort::Group
            && mention.start > s.start
            && matches!(self.r.word(mention.start - 1), "die" | "dat")
            && mention
                .head
                .is_some_and(|head| self.r.is(head, Class::DOCUMENT))
    }

    /// The source of the verb at `at`.
    pub(super) fn source(
        &self,
        at: usize,
        s: &Sentence,
        force: Force,
        judges: bool,
        form: Form,
    ) -> Option<Said> {
        let after = self.after(at, s);
        // `Haast zegt hij niet te hebben`: a capital that may be a name, and is nobody's.
        let nobody = |m: usize| self.mentions.all[m].start == s.start && self.who(m).is_none();
        let before = self
            .before(at, s)
            .filter(|&m| after.is_none() || !nobody(m));
        let prior = at.checked_sub(1).filter(|&p| p >= s.start);
        // After a quotation, a comma or a dash, and at the start, the verb comes before its subject.
        let opened = match prior {
            None => true,
            Some(p) => {
                self.r.pair(p).is_some()
                    || matches!(
                        self.r.kind(p),
                        Kind::Comma
                            | Kind::Dash
                            | Kind::Stop
                            | Kind::Colon
                            | Kind::Close
                            | Kind::Semicolon
                    )
                    || matches!(
                        self.r.word(p),
                        "zo" | "Zo" | "Dat" | "Dit" | "Aldus" | "dat"
                    )
            }
        };
        let reaches = before
            .is_some_and(|m| self.mentions.all[m].reach == at && self.mentions.all[m].end < at);
        let relative = self.in_relative(at, s);
        if let Some(m) = relative
            && self.r.word(at + 1) == "dat"
            && let Some(who) = self.people.of[m]
        {
            return Some(Said {
                force,
                judges,
                mention: Some(m),
                who: Some(who),
                ..Said::fixed(at, at + 1)
            });
        }
        // `De autoriteit (ACM) adviseert het bedrijf`: what stands before a verb is its subject, bracket and all.
        let touches = self
            .ending_at(at, s)
            .is_some_and(|m| self.can_be_subject(m, s));
        let chosen = if opened && !reaches && !touches {
            after.map(|m| (m, true)).or(before.map(|m| (m, false)))
        } else {
            before
                .or_else(|| self.opening(at, s))
                .map(|m| (m, false))
                .or(after.map(|m| (m, true)))
        };
        let (m, inverted) = match chosen {
            Some(found) => found,
            None => (self.distant(at, s)?, false),
        };
        let apart = chosen.is_none();
        let mention = &self.mentions.all[m];
        // `ze zeggen`: the group that was spoken of.
        let they = form == Form::Plural && matches!(mention.sort, Sort::He | Sort::She);
        let reports = force == Force::Say || HELD.contains(&self.r.word(at));
        if self.is_written(m, s) || they && (mention.sort == Sort::He || !reports) {
            return None;
        }
        if form == Form::Plural
            && matches!(mention.sort, Sort::Named | Sort::Role | Sort::Somebody)
            && !self.joined(m, s)
        {
            return None;
        }
        let who = if they { self.several } else { self.who(m) }?;
        if form == Form::Singular
            && self.people.all[who].nature == Nature::Group
            && mention.sort == Sort::Group
            && self.plural_group(m)
        {
            return None;
        }
        let clause = if inverted || apart { at } else { mention.start };
        let subordinate =
            clause > s.start && self.r.is(clause - 1, Class::SUBORDINATOR) && !inverted && !apart;
        Some(Said {
            at,
            end: if inverted {
                mention.reach.min(s.end).max(at + 1)
            } else {
                at + 1
            },
            start: clause,
            force,
            judges,
            according: false,
            inverted,
            mention: Some(m),
            who: Some(who),
            subordinate,
            own: false,
        })
    }

    /// `Smit, die denkt dat …`: the one before the comma; `een vrouw die zei dat …`.
    fn in_relative(&self, at: usize, s: &Sentence) -> Option<usize> {
        let die = at
            .checked_sub(1)
            .filter(|&n| n > s.start + 1 && self.r.word(n) == "die")?;
        if self.r.kind(die - 1) == Kind::Comma {
            return self.ending_at(die - 1, s);
        }
        self.ending_at(die, s).filter(|&m| {
            let mention = &self.mentions.all[m];
            mention.sort == Sort::Somebody || mention.sort == Sort::Role && mention.indefinite
        })
    }

    /// True where the noun of a group is plural, so that a singular verb is not its own.
    fn plural_group(&self, m: usize) -> bool {
        let word = self.mentions.all[m]
            .head
            .map(|h| self.r.word(h))
            .unwrap_or_default();
        word.ends_with("en") || word.ends_with("ers") || word.ends_with("ici")
    }

    /// True where the mention is one of two joined by `en`.
    fn joined(&self, m: usize, s: &Sentence) -> bool {
        let mention = &self.mentions.all[m];
        (mention.start > s.start && self.r.word(mention.start - 1) == "en")
            || self.r.word(mention.reach) == "en"
    }

    /// The mention that ends right before the verb, over adverbs.
    fn before(&self, at: usize, s: &Sentence) -> Option<usize> {
        let mut i = at;
        for _ in 0..4 {
            if i == s.start {
                return None;
            }
            if let Some(m) = self.mentions.at(i - 1) {
                let mention = &self.mentions.all[m];
                if mention.end == i && mention.start >= s.start {
                    return self.can_be_subject(m, s).then_some(m);
                }
                return None;
            }
            // `Smit (46) zegt`
            if self.r.kind(i - 1) == Kind::Close
                && let Some(open) = (s.start..i)
                    .rev()
                    .take(OPENING_REACH)
                    .find(|&n| self.r.kind(n) == Kind::Open)
            {
                i = open;
                continue;
            }
            // The comma that closes an apposition.
            if (matches!(self.r.kind(i - 1), Kind::Comma | Kind::Dash) || i == at)
                && let Some(m) = self.reaching(i, s)
            {
                return Some(m);
            }
            if self.r.is(i - 1, Class::ADVERB) || self.r.kind(i - 1) == Kind::Number {
                i -= 1;
                continue;
            }
            // `Anna Smit (20) uit Ghana zegt`
            if i > s.start + 2 && self.r.known(i - 1).place && self.r.word(i - 2) == "uit" {
                i -= 2;
                if let Some(m) = self.reaching(i, s) {
                    return Some(m);
                }
                continue;
            }
            return None;
        }
        None
    }

    /// The mention whose apposition ends right before item `i`.
    fn reaching(&self, i: usize, s: &Sentence) -> Option<usize> {
        let range = self.mentions.within(s.start, i);
        range
            .rev()
            .take(12)
            .find(|&m| self.mentions.all[m].reach == i && self.mentions.all[m].end < i)
            .filter(|&m| self.can_be_subject(m, s))
    }

    /// The mention that ends before item `i`.
    pub(super) fn ending_at(&self, i: usize, s: &Sentence) -> Option<usize> {
        let m = self.mentions.at(i.checked_sub(1)?)?;
        let mention = &self.mentions.all[m];
        (mention.end == i && mention.start >= s.start).then_some(m)
    }

    /// The mention that begins right after the verb, over adverbs.
    fn after(&self, at: usize, s: &Sentence) -> Option<usize> {
        let mut i = at + 1;
        for _ in 0..4 {
            if i >= s.end {
                return None;
            }
            if let Some(m) = self.mentions.at(i) {
                let mention = &self.mentions.all[m];
                // `ziet dat Smit komt`: `dat` opens the clause, though it may stand before a noun.
                let clause = self.r.word(i) == "dat"
                    && matches!(mention.sort, Sort::Named | Sort::Body)
                    && matches!(self.r.case(i + 1), Some(Case::Capital | Case::Upper));
                return (mention.start == i && !clause).then_some(m);
            }
            // `noemt zich kunstenaar`: what one calls oneself.
            let itself =
                self.r.word(i) == "zich" && !self.r.known(at).cue.is_some_and(|c| c.judges);
            if self.r.is(i, Class::ADVERB)
                || itself
                || matches!(self.r.word(i), "het" | "erop" | "eraan" | "ons" | "me")
            {
                i += 1;
                continue;
            }
            return None;
        }
        None
    }

    /// The subject that opens its sentence and takes in whatever stands before the verb: `Raadslid Smit van de partij in
    /// Zwolle laat weten`, `Huisartsen (die daar wonen) zeggen`. Nothing but one constituent stands before a finite verb.
    fn opening(&self, at: usize, s: &Sentence) -> Option<usize> {
        let linked = self.r.is(s.start, Class::CONJUNCTION.or(Class::ADVERB));
        let first = s.start + usize::from(linked);
        let m = self.mentions.at(first)?;
        let mention = &self.mentions.all[m];
        if mention.start != first || mention.end >= at || at > mention.end + OPENING_REACH {
            return None;
        }
        let mut bracket = false;
        for n in mention.end..at {
            let kind = self.r.kind(n);
            bracket = kind == Kind::Open || (bracket && kind != Kind::Close);
            let leads = n > mention.end
                || kind == Kind::Open
                || self.r.is(n, Class::PREPOSITION.or(Class::ADVERB));
            let word = matches!(kind, Kind::Word(_) | Kind::Number | Kind::Close);
            let verb = self.r.is(n, Class::FINITE) && !self.r.is(n, Class::PREPOSITION);
            let clause = self.r.is(n, Class::SUBORDINATOR.or(Class::CONJUNCTION));
            if !bracket && (!leads || !word || verb || clause) {
                return None;
            }
        }
        Some(m)
    }

    /// The subject of a verb that stands apart from it: `X is er vaak bij, maar vindt …`, `X, die daar woont, zegt`.
    fn distant(&self, at: usize, s: &Sentence) -> Option<usize> {
        let prior = at.checked_sub(1).filter(|&p| p >= s.start)?;
        // `, bevestigt dit dat …`: a thing does.
        if matches!(self.r.word(at + 1), "dit" | "dat") && self.r.word(at + 2) == "dat" {
            return None;
        }
        let links =
            matches!(self.r.word(prior), "en" | "maar") || self.r.kind(prior) == Kind::Comma;
        if !links {
            return None;
        }
        let first = self
            .mentions
            .within(s.start, at)
            .take(6)
            .find(|&m| self.can_be_subject(m, s))?;
        let mention = &self.mentions.all[first];
        (mention.start <= s.start + 2).then_some(first)
    }
}
