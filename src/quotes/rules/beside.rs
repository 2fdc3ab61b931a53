//! Quotations between marks: the cue beside them, the person just named, the speaker before.

use super::{Finder, Said, Taken};
use crate::article::Span;
use crate::quotes::cues::Form;
use crate::quotes::outline::Sentence;
use crate::quotes::people::Nature;
use crate::quotes::scare;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;
use crate::quotes::{Quotation, Rule, Sureness};

/// Nouns that a title stands behind, and no quotation.
const WORKS: &[&str] = &[
    "boek",
    "film",
    "rapport",
    "artikel",
    "programma",
    "documentaire",
    "lied",
    "liedje",
    "nummer",
    "album",
    "roman",
    "serie",
    "podcast",
    "bundel",
    "essay",
    "column",
    "proefschrift",
    "dichtbundel",
    "toneelstuk",
    "tentoonstelling",
];

/// Whose a quotation is, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdict {
    pub(super) who: Option<usize>,
    pub(super) rule: Rule,
    pub(super) sureness: Sureness,
    pub(super) cue: Option<Span>,
    pub(super) mention: Option<Span>,
    pub(super) mixed: bool,
    /// A cue stands there with a source that nobody knows.
    pub(super) stranger: bool,
    /// The items that such a source is called by: `een gebruiker`.
    pub(super) called: Option<(usize, usize)>,
}

impl Verdict {
    /// Nobody's words, by no rule.
    pub(super) const NOBODY: Self = Self {
        who: None,
        rule: Rule::None,
        sureness: Sureness::Doubtful,
        cue: None,
        mention: None,
        mixed: false,
        stranger: false,
        called: None,
    };
}

impl Finder<'_> {
    /// Decides about every pair of marks in a sentence.
    pub(super) fn beside(
        &mut self,
        index: usize,
        s: &Sentence,
        said: &[Said],
        subject: Option<usize>,
    ) {
        let mut previous: Option<(usize, Option<usize>)> = None;
        for i in s.start..s.end {
            let Some(pair) = self.r.pair(i) else { continue };
            if self.taken[pair] != Taken::Open {
                continue;
            }
            let span = self.r.pairs[pair].inner(&self.r.tokens);
            if span.is_empty() {
                self.taken[pair] = Taken::Dropped;
                continue;
            }
            if self.thought(i, s, said) {
                self.taken[pair] = Taken::Dropped;
                continue;
            }
            let verdict = self
                .by_cue(i, s, said, previous)
                .or_else(|| self.by_aldus(index, i, s))
                .or_else(|| self.heard(index, i, s))
                .or_else(|| self.by_stranger(i, s))
                .or_else(|| self.by_somebody(i, s));
            let verdict = if let Some(verdict) = verdict {
                verdict
            } else {
                if !scare::is_quotation(self.r, i, s) {
                    self.taken[pair] = Taken::Dropped;
                    continue;
                }
                let mut verdict = self.by_context(index, i, s, subject);
                // `“…”, herhaalt ze`: whoever that is, it is nobody who is yet to come.
                if verdict.who.is_none()
                    && let Some(at) = (i + 1..s.end.min(i + 3))
                        .find(|&n| self.r.known(n).cue.is_some_and(|c| c.force.is_some()))
                    && self.only_glue(i + 1, at)
                {
                    verdict.cue = Some(self.r.span(at, at + 1));
                }
                verdict
            };
            let mut verdict = verdict;
            if let Some((from, to)) = verdict.called {
                verdict.who = Some(self.people.newcomer(self.r, from, to));
                verdict.sureness = Sureness::Likely;
                verdict.mention = Some(self.r.span(from, to));
                verdict.stranger = false;
            }
            let found = self.take(Quotation {
                span,
                kind: if verdict.mixed {
                    crate::quotes::Kind::Mixed
                } else {
                    crate::quotes::Kind::Direct
                },
                speaker: verdict.who,
                rule: verdict.rule,
                sureness: verdict.sureness,
                cue: verdict.cue,
                mention: verdict.mention,
            });
            self.taken[pair] = Taken::Found(found);
            if verdict.stranger {
                self.stranger = Some(found);
                self.speaker = None;
            }
            previous = Some((i, verdict.who));
        }
    }

    fn verdict(&self, cue: &Said, rule: Rule, sureness: Sureness) -> Verdict {
        Verdict {
            who: cue.who,
            rule,
            sureness,
            cue: Some(self.r.span(cue.at, cue.at + 1)),
            mention: cue.mention.map(|m| self.mention_span(m)),
            ..Verdict::NOBODY
        }
    }

    /// `‘…’ vond ik mooi`: words that the writer weighs, which nobody says here.
    fn thought(&self, i: usize, s: &Sentence, said: &[Said]) -> bool {
        // `mensen die denken: ‘Het zal wel’`: nobody in particular.
        let anybody = i >= 4
            && self.r.kind(i - 1) == Kind::Colon
            && self.r.known(i - 2).cue.is_some()
            && matches!(self.r.word(i - 3), "die" | "wie")
            && matches!(
                self.r.word(i - 4),
                "mensen" | "velen" | "sommigen" | "iemand" | "types"
            );
        // `In haar boek ‘De dijk’ beschrijft Smit`: what it is called.
        let called = i > 0
            && !self.judged(i, s)
            && WORKS.contains(&self.r.word(i - 1))
            && self.r.kind(i + 1) != Kind::Comma
            && self.r.pair(i).is_some_and(|p| !self.r.ends_with_stop(p));
        // `In ‘De dijk’ beschrijft Smit …`
        let works = i == s.start + 1
            && matches!(self.r.word(s.start), "In" | "Met" | "Voor")
            && self.r.kind(i + 1) != Kind::Comma
            && self.r.case(i + 1) == Some(Case::Lower)
            && self.r.pair(i).is_some_and(|p| !self.r.ends_with_stop(p));
        // `Nu kun je tegenwerpen: ‘…’`
        let might = i > s.start + 2
            && self.r.kind(i - 1) == Kind::Colon
            && (s.start..i - 2).any(|n| {
                matches!(
                    self.r.word(n),
                    "kun" | "kunt" | "kan" | "zou" | "zul" | "Kun" | "Je" | "Men"
                ) && matches!(
                    self.r.word(n + 1),
                    "je" | "u" | "men" | "kunt" | "kan" | "zou"
                )
            });
        if anybody || called || works || might {
            return true;
        }
        // `‘Hoe dan?’, zul je je afvragen`: the reader's words, whom nobody asked.
        let next = i + 1 + usize::from(self.r.kind(i + 1) == Kind::Comma);
        let reader = matches!(self.r.word(next), "zul" | "zult" | "zou" | "hoor" | "denk")
            && matches!(self.r.word(next + 1), "je" | "u" | "jij");
        reader
            || said
                .iter()
                .any(|c| c.own && c.start == i + 1 && matches!(self.r.word(c.at), "vind" | "vond"))
    }

    /// The rules that need a cue in the sentence.
    fn by_cue(
        &self,
        i: usize,
        s: &Sentence,
        said: &[Said],
        previous: Option<(usize, Option<usize>)>,
    ) -> Option<Verdict> {
        // `Het woord ‘mislukt’ hoort Smit liever niet.`
        if i > s.start && self.r.is(i - 1, Class::TITLED) && !self.is_whole(i) && !self.judged(i, s)
        {
            return None;
        }
        // “Q”, zegt X.
        if let Some(cue) = said
            .iter()
            .find(|c| c.inverted && !c.according && c.start > i && self.only_glue(i + 1, c.start))
        {
            return Some(self.verdict(cue, Rule::Inversion, self.sure(cue)));
        }
        // “Q”, zoals X uitlegt.
        if let Some(cue) = said.iter().find(|c| {
            c.subordinate
                && c.start > i + 1
                && self.r.word(c.start - 1) == "zoals"
                && self.only_glue(i + 1, c.start - 1)
        }) {
            return Some(self.verdict(cue, Rule::Inversion, self.sure(cue)));
        }
        // “Q”, zo zegt / volgens X.
        if let Some(cue) = said
            .iter()
            .find(|c| c.according && c.at > i && self.only_glue(i + 1, self.before_is(i, c.at)))
        {
            return Some(self.verdict(cue, Rule::Inversion, self.sure(cue)));
        }
        // “Q”, X zegt het.
        if let Some((_, who)) = previous
            && let Some(who) = who
            // `“…”, zegt Smit in “De ochtend”.`
            && (self.is_whole(i) || !scare::is_title(self.r, i, s))
            && said
                .iter()
                .any(|c| c.at < i && c.who == Some(who) && c.inverted)
        {
            let cue = said.iter().find(|c| c.at < i && c.who == Some(who))?;
            return Some(self.verdict(cue, Rule::Split, Sureness::Likely));
        }
        let colon = i > s.start && self.r.kind(i - 1) == Kind::Colon;
        if colon {
            if let Some(cue) = said.iter().rev().find(|c| c.at < i && !c.subordinate) {
                return Some(self.verdict(cue, Rule::Colon, self.sure(cue)));
            }
            if let Some(cue) = said.iter().rev().find(|c| c.at < i) {
                return Some(self.verdict(cue, Rule::Colon, Sureness::Likely));
            }
            // Smit: “Q”
            if let Some(m) = self.label(i - 1, s) {
                let who = self.who(m);
                if who.is_some() {
                    return Some(Verdict {
                        who,
                        rule: Rule::Label,
                        sureness: Sureness::Sure,
                        cue: None,
                        mention: Some(self.mention_span(m)),
                        ..Verdict::NOBODY
                    });
                }
            }
            return None;
        }
        if let Some(verdict) = self.by_feeling(i, s) {
            return Some(verdict);
        }
        if let Some(verdict) = self.called_by_oneself(i, s) {
            return Some(verdict);
        }
        // X zegt “Q”; noemt het “Q”; volgens X “Q”.
        let cue = said.iter().rev().find(|c| {
            let before = c.at < i && i < self.scope(c, s);
            // `heeft de ‘laffe daad’ veroordeeld`, `wordt door Smit ‘een vergiet’ genoemd`
            let inside = c.start < i && i < c.at && self.is_participle(c.at);
            c.who.is_some() && (before || inside)
        })?;
        let whole = self.is_whole(i);
        let direct = (whole && self.only_glue(cue.end.min(i), i) && !cue.according)
            || scare::in_brackets(self.r, i);
        // `vond haar tante ‘op eigen kracht’` is finding.
        let found = matches!(self.r.word(cue.at), "vond" | "vonden")
            && self.r.pair(i).is_some_and(|p| {
                let first = self.r.pairs[p].first();
                self.r.tokens.known(first).class.any(Class::PREPOSITION)
            });
        if found {
            return None;
        }
        let irony = !cue.judges && scare::is_irony(self.r, i, s);
        let title = scare::is_title(self.r, i, s) && !(cue.judges && scare::reads_on(self.r, i));
        if !direct && (irony || title) {
            return None;
        }
        if self.r.tokens.all.len() > self.r.pairs[self.r.pair(i)?].close {
            let mut verdict = self.verdict(cue, Rule::Framed, Sureness::Likely);
            verdict.mixed = !direct;
            return Some(verdict);
        }
        None
    }

    /// `wat hij zelf ‘een eenmansfractie’ noemt`: the verb stands last.
    fn called_by_oneself(&self, i: usize, s: &Sentence) -> Option<Verdict> {
        let judges = self.r.known(i + 1).cue.is_some_and(|c| c.judges);
        if !judges || i + 1 >= s.end {
            return None;
        }
        let mut at = i.checked_sub(1)?;
        while at > s.start && self.r.is(at, Class::ADVERB) {
            at -= 1;
        }
        let m = self.mentions.at(at)?;
        let mention = &self.mentions.all[m];
        let clause = mention.end == at + 1
            && mention.start > s.start
            && self.r.is(mention.start - 1, Class::SUBORDINATOR);
        let who = self.who(m).filter(|_| clause)?;
        Some(Verdict {
            who: Some(who),
            rule: Rule::Framed,
            sureness: Sureness::Likely,
            cue: Some(self.r.span(i + 1, i + 2)),
            mention: Some(self.mention_span(m)),
            mixed: true,
            ..Verdict::NOBODY
        })
    }

    /// `Smit is ‘aangenaam verrast’`, `voelt zich ‘bedrogen’`, `heeft ‘geen idee’`: what one is or feels in words of one's
    /// own. `is ‘de vader van de dijk’` is a name.
    fn by_feeling(&self, i: usize, s: &Sentence) -> Option<Verdict> {
        let pair = self.r.pairs[self.r.pair(i)?];
        let first = pair.first();
        if !matches!(self.r.tokens.kind(first), Kind::Word(Case::Lower)) {
            return None;
        }
        let class = self.r.tokens.known(first).class;
        let mut at = i.checked_sub(1).filter(|&n| n > s.start)?;
        // `Smit heeft het over ‘een vergiet’`
        if self.r.word(at) == "over"
            && self.r.word(at - 1) == "het"
            && at > s.start + 2
            && matches!(self.r.word(at - 2), "heeft" | "had" | "hebben")
        {
            let m = self.ending_at(at - 2, s)?;
            return Some(Verdict {
                who: Some(self.who(m)?),
                rule: Rule::Framed,
                sureness: Sureness::Likely,
                mention: Some(self.mention_span(m)),
                mixed: true,
                ..Verdict::NOBODY
            });
        }
        let mut person = None;
        // `Wel is hij ‘nieuwsgierig’`
        if self.r.is(at, Class::HE.or(Class::SHE)) {
            person = self.mentions.at(at);
            at -= 1;
        }
        while at > s.start && (self.r.is(at, Class::ADVERB) || self.r.word(at) == "zich") {
            at -= 1;
        }
        let feels = match self.r.word(at) {
            "is" | "was" => !class.any(Class::DETERMINER.or(Class::PREPOSITION)),
            "voelt" | "voelde" | "toont" | "toonde" | "blijft" => {
                (at..i).any(|n| self.r.word(n) == "zich")
            }
            "heeft" | "had" => class.any(Class::DENIAL),
            _ => false,
        };
        if !feels {
            return None;
        }
        let m = person.or_else(|| self.ending_at(at, s))?;
        let who = self.who(m)?;
        (self.people.all[who].nature == Nature::Person).then_some(Verdict {
            who: Some(who),
            rule: Rule::Framed,
            sureness: Sureness::Likely,
            mention: Some(self.mention_span(m)),
            mixed: true,
            ..Verdict::NOBODY
        })
    }

    /// `noemt het rapport ‘pijnlijk, maar voorspelbaar’`: what somebody thinks of a work stands behind it, and no title.
    fn judged(&self, i: usize, s: &Sentence) -> bool {
        (s.start.max(i.saturating_sub(4))..i).any(|n| self.r.known(n).cue.is_some_and(|c| c.judges))
            && scare::reads_on(self.r, i)
    }

    fn is_participle(&self, at: usize) -> bool {
        self.r
            .known(at)
            .cue
            .is_some_and(|c| c.form == Form::Participle)
    }

    /// How far a verb's clause reaches: to the end of the sentence, but not over a semicolon.
    fn scope(&self, cue: &Said, s: &Sentence) -> usize {
        (cue.at..s.end)
            .find(|&n| matches!(self.r.kind(n), Kind::Semicolon))
            .unwrap_or(s.end)
    }

    fn sure(&self, cue: &Said) -> Sureness {
        let pronoun = cue.mention.is_some_and(|m| {
            self.people.of[m] != cue.who
                || matches!(
                    self.mentions.all[m].sort,
                    super::Sort::He | super::Sort::She
                )
        });
        // A person without a name may be one who was named.
        let named = cue
            .who
            .is_none_or(|who| self.people.all[who].nature == Nature::Person);
        if pronoun || !named {
            Sureness::Likely
        } else {
            Sureness::Sure
        }
    }

    /// `“…”, is volgens Smit de boodschap`: the item of that `is` behind the quotation at item `i`, or else `at`, where
    /// `volgens` stands.
    fn before_is(&self, i: usize, at: usize) -> usize {
        let is = self.r.kind(i + 1) == Kind::Comma
            && matches!(self.r.word(at - 1), "is" | "was" | "luidt" | "luidde");
        at - usize::from(is)
    }

    /// `“Q.” Aldus Smit.`: a sentence that is nothing but who said the one before.
    fn by_aldus(&self, index: usize, i: usize, s: &Sentence) -> Option<Verdict> {
        let next = self.r.sentences.get(index + 1)?;
        if i + 1 != s.end || next.part != s.part || self.r.word(next.start) != "Aldus" {
            return None;
        }
        let m = self.mentions.at(next.start + 1)?;
        let reach = self.mentions.all[m].reach;
        let alone = reach >= next.end || self.r.kind(reach) == Kind::Stop;
        let who = self.who(m).filter(|_| alone)?;
        Some(Verdict {
            who: Some(who),
            rule: Rule::Inversion,
            sureness: Sureness::Sure,
            cue: Some(self.r.span(next.start, next.start + 1)),
            mention: Some(self.mention_span(m)),
            ..Verdict::NOBODY
        })
    }

    /// True where items `from..to` are only commas, dashes, stops, `zo`.
    pub(super) fn only_glue(&self, from: usize, to: usize) -> bool {
        to >= from
            && to - from <= 4
            && (from..to).all(|n| {
                matches!(self.r.kind(n), Kind::Comma | Kind::Dash | Kind::Stop)
                    || (self.r.pair(n).is_none()
                        && (self.r.is(n, Class::ADVERB)
                            || matches!(self.r.word(n), "zo" | "aldus")))
            })
    }

    /// A capital in front and a stop at the end, or five words and more.
    fn is_whole(&self, i: usize) -> bool {
        let Some(pair) = self.r.pair(i) else {
            return false;
        };
        let first = self.r.pairs[pair].first();
        let capital = !matches!(self.r.tokens.kind(first), Kind::Word(Case::Lower));
        capital && (self.r.ends_with_stop(pair) || self.r.pairs[pair].close > first + 6)
    }

    /// The mention that is all there is before the colon at `colon`.
    fn label(&self, colon: usize, s: &Sentence) -> Option<usize> {
        // `Haar collega Anna Smit wel: “…”`
        let over = usize::from(
            colon > s.start + 1 && matches!(self.r.word(colon - 1), "wel" | "ook" | "zelf"),
        );
        let colon = colon - over;
        let last = colon.checked_sub(1).filter(|&l| l >= s.start)?;
        let m = self.mentions.at(last).or_else(|| {
            self.mentions
                .within(s.start, colon)
                .rev()
                .take(4)
                .find(|&m| self.mentions.all[m].reach == colon)
        })?;
        let mention = &self.mentions.all[m];
        let starts = mention.start <= s.start + 1
            || self.r.pair(mention.start - 1).is_some()
            || self.r.kind(mention.start - 1) == Kind::Stop;
        let ends = mention.end == colon || mention.reach == colon;
        (starts && ends).then_some(m)
    }
}
