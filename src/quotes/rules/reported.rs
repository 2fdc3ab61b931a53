//! Reports without marks, or with a few words of them in marks.

use super::{Finder, Said, Taken};
use crate::article::Span;
use crate::quotes::cues::Force;
use crate::quotes::outline::Sentence;
use crate::quotes::people::Nature;
use crate::quotes::tokens::{Case, Kind as TokenKind};
use crate::quotes::words::Class;
use crate::quotes::{Kind, Quotation, Rule, Sureness};

/// How far a colon may stand from its verb, in items.
pub(super) const COLON_REACH: usize = 10;

impl Finder<'_> {
    /// Takes down what the sentence reports.
    pub(super) fn reported(&mut self, index: usize, s: &Sentence, said: &[Said]) {
        let mut done = s.start;
        for (n, cue) in said.iter().enumerate() {
            if cue.at < done || (cue.start < done && cue.inverted) {
                continue;
            }
            // `Smit vindt dat de dijk zakt, de raad meent dat hij houdt.`: the next source speaks for itself.
            let other = said
                .get(n + 1)
                .filter(|c| !c.inverted && !c.subordinate && !c.according && c.mention.is_some())
                .filter(|c| {
                    c.start > cue.end && self.r.kind(c.start.wrapping_sub(1)) == TokenKind::Comma
                })
                .map(|c| c.start - 1);
            let until = said.get(n + 1).map_or(s.end, |c| c.start).max(cue.end);
            // `Smit zegt dat de dijk zakt en vindt dat het werk te lang duurt.`
            let next = said
                .get(n + 1)
                .filter(|c| c.start == c.at && !c.inverted && !c.subordinate && !c.according)
                .map(|c| c.at - 1)
                .filter(|&link| matches!(self.r.word(link), "en" | "maar"));
            // `Smit, die vreest dat de dijk zakt, zegt dat …`: her clause ends where the main verb comes.
            let relative = cue.at > s.start && self.r.word(cue.at - 1) == "die";
            let main = (cue.end..s.end).filter(|_| relative).find(|&n| {
                let cued = self.r.known(n + 1).cue.is_some_and(|c| c.force.is_some());
                self.r.kind(n) == TokenKind::Comma && cued
            });
            let whole = *s;
            let s = &Sentence {
                end: main.or(next).or(other).unwrap_or(s.end),
                ..whole
            };
            if let Some(end) = self.report(index, s, cue, until.min(s.end), done) {
                done = end;
            }
        }
    }

    fn report(
        &mut self,
        index: usize,
        s: &Sentence,
        cue: &Said,
        until: usize,
        done: usize,
    ) -> Option<usize> {
        if cue.according {
            return self.according_to(s, cue);
        }
        // `Dat concludeert X.`
        // `Dat vindt X te vrijblijvend.`: what it is found.
        if cue.judges
            && cue.inverted
            && self.points_back(s, cue)
            && matches!(self.r.word(s.start), "Dat" | "Dit")
            && cue.end + 1 < s.end
            && self.r.kind(cue.end) != TokenKind::Comma
            && !self.r.is(cue.end, Class::ADVERB)
        {
            let end = self.clause_end(cue.end, s);
            return self.note(cue, cue.end, end, Rule::Judgement).then_some(end);
        }
        if cue.inverted && self.points_back(s, cue) {
            return self.sentence_before(index, s, cue);
        }
        // `X is naar eigen zeggen …`
        if self.r.word(cue.at) == "zeggen" && cue.at > s.start && self.r.word(cue.at - 1) == "eigen"
        {
            let end = self.clause_end(s.start, s);
            return self
                .note(cue, s.start, end, Rule::According)
                .then_some(s.end);
        }
        // `X zegt dat …`
        if let Some(from) = self.clause_after(s, cue) {
            let end = self.explained_end(from, s);
            return self.note(cue, from, end, Rule::That).then_some(end);
        }
        // `Dan komt er een tweede plan, waarschuwt X: de dijk gaat dicht.`
        if cue.inverted
            && done == s.start
            && let Some(end) = self.before_colon(s, cue)
        {
            return Some(end);
        }
        // `Dat de dijk zakt, erkent X.`
        if cue.inverted
            && done == s.start
            && let Some(end) = self.in_front(s, cue)
        {
            return Some(end);
        }
        // `X zegt: ja.`
        if let Some(from) = self.after_colon(s, cue) {
            let end = self.clause_end(from, s);
            return self.note(cue, from, end, Rule::Colon).then_some(end);
        }
        // `…, zegt X.`
        if cue.inverted
            && done == s.start
            && let Some(end) = self.parenthetical(s, cue)
        {
            return Some(end);
        }
        // `X zegt van niets te weten.`
        if (!cue.subordinate || cue.force == Force::Say)
            && let Some(from) = self.infinitive(s, cue)
        {
            let end = self.subclause_end(from, s);
            // `Haast zegt hij niet te hebben.`: a word or two of it stand in front.
            let front = cue.inverted
                && (1..3).contains(&(cue.at - s.start))
                && (s.start..cue.at).all(|n| {
                    matches!(self.r.kind(n), TokenKind::Word(_))
                        && !self.r.is(
                            n,
                            Class::ADVERB
                                .or(Class::POINTER)
                                .or(Class::CONJUNCTION)
                                .or(Class::PREPOSITION),
                        )
                        && !self.r.known(n).calendar
                });
            let from = if front { s.start } else { from };
            return self.note(cue, from, end, Rule::Infinitive).then_some(end);
        }
        // `…, zoals X stelt.`
        if cue.subordinate && cue.start >= s.start + 4 && self.r.word(cue.start - 1) == "zoals" {
            let end = cue.start - 2 + usize::from(self.r.kind(cue.start - 2) != TokenKind::Comma);
            // It is the nearest clause that the source shares.
            let from = (s.start + 1..end)
                .rev()
                .find(|&n| matches!(self.r.word(n), "dat" | "of"))
                .filter(|&n| n + 4 < end)
                .or_else(|| {
                    (s.start..end)
                        .rev()
                        .find(|&n| self.r.kind(n) == TokenKind::Colon)
                })
                .map_or(s.start, |n| n + 1);
            // `Hard werken, zoals X zegt, komt …`: words that he uses, and no clause.
            if !self.has_verb(from, &Sentence { end, ..*s }) {
                return None;
            }
            return self.note(cue, from, end, Rule::As).then_some(cue.end);
        }
        // `X vindt het plan gedegen.`
        let closes = cue.inverted
            && cue.at > s.start
            && (self.r.kind(cue.at - 1) == TokenKind::Comma || self.r.pair(cue.at - 1).is_some());
        let guesses = self.r.word(cue.at).starts_with("schat");
        if (cue.judges || guesses || self.expects(s, cue)) && !cue.subordinate && !closes {
            return self.judgement(s, cue, until);
        }
        None
    }

    /// True where the verb opens with `dat`, `dit` or `zo` and nothing else.
    fn points_back(&self, s: &Sentence, cue: &Said) -> bool {
        // `Zo vindt hij dat …` points forward.
        let forward = self.r.word(s.start) == "Zo" && self.clause_after(s, cue).is_some();
        let at = cue.start.wrapping_sub(1);
        let opens = at == s.start
            // `Tenminste, dat stelt Smit.`
            || (at == s.start + 2 && self.r.kind(s.start + 1) == TokenKind::Comma);
        opens && matches!(self.r.word(at), "Dat" | "Dit" | "Zo" | "dat" | "dit") && !forward
    }

    /// The sentence before is what was said.
    fn sentence_before(&mut self, index: usize, s: &Sentence, cue: &Said) -> Option<usize> {
        let held = matches!(
            self.r.word(cue.at),
            "vindt" | "vinden" | "denkt" | "verwacht" | "vermoedt" | "vreest" | "hoopt"
        ) || (self.r.word(cue.at) == "vraagt" && self.r.word(cue.end) == "zich");
        if (cue.force != Force::Say && !held)
            || index == 0
            || matches!(
                self.r.word(cue.at),
                "beaamt" | "onderschrijft" | "bevestigt" | "erkent" | "ontkent"
            )
        {
            return None;
        }
        let before = self.r.sentences[index - 1];
        let whole = self.r.span(before.start, before.end);
        let told = |q: &Quotation| q.span.start < whole.end && q.span.end > whole.start;
        if self.r.part(&before).heading
            || before.part != s.part
            || self.found.iter().rev().take(6).any(told)
        {
            return None;
        }
        let quoted = (before.start..before.end).any(|i| self.r.pair(i).is_some());
        if quoted {
            return None;
        }
        let end = self.clause_end(before.start, &before);
        self.note(cue, before.start, end, Rule::PointsBack)
            .then_some(s.end)
    }

    /// `Het wordt laat, zegt X.`, `Laat wordt het, zegt X, maar mooi.`
    fn parenthetical(&mut self, s: &Sentence, cue: &Said) -> Option<usize> {
        let prior = cue.start.checked_sub(1).filter(|&p| p >= s.start)?;
        let mut comma = prior;
        if self.r.word(prior) == "zo" && prior > s.start {
            comma -= 1;
        }
        if !matches!(self.r.kind(comma), TokenKind::Comma | TokenKind::Dash) {
            return None;
        }
        if comma > s.start && self.r.pair(comma - 1).is_some() && self.taken_as_direct(comma - 1) {
            return None;
        }
        if !self.tells_no_more(s, cue) {
            return None;
        }
        let mut from = s.start;
        let words = comma - from;
        let mut end = comma;
        let mut rest = cue.end;
        // An addressee or a place may follow: `, zegt X tegen NRC.`
        while rest < s.end
            && !matches!(
                self.r.kind(rest),
                TokenKind::Comma | TokenKind::Stop | TokenKind::Colon | TokenKind::Dash
            )
            && rest < cue.end + 10
            && self.r.pair(rest).is_none()
        {
            if self.r.is(rest, Class::SUBORDINATOR) && self.r.kind(rest - 1) != TokenKind::Comma {
                break;
            }
            rest += 1;
        }
        // `Toen de zon opkwam, zei Smit: …`
        if rest < s.end && self.r.kind(rest) == TokenKind::Colon {
            return self.before_quotation(s, cue, comma, rest);
        }
        let goes_on = rest + 1 < s.end && self.r.kind(rest) == TokenKind::Comma
            || self.r.kind(cue.end - 1) == TokenKind::Comma && cue.end > cue.at + 1;
        let asks = matches!(self.r.word(cue.at), "vraagt" | "vroeg");
        let ends = cue.end >= s.end || self.r.kind(cue.end) == TokenKind::Stop;
        // `Hoewel het regende, bleef het dak droog, zei Smit in mei`: a main clause stands behind the sub-clause.
        let main = (from + 2..comma).any(|n| {
            self.r.kind(n) == TokenKind::Comma
                && (self.r.is(n + 1, Class::FINITE)
                    || self.r.word(n + 1).ends_with("de")
                    || self.r.word(n + 1).ends_with('t'))
        });
        // `Wat hier verdwijnt is meer dan een winkel, meent ze`: the sub-clause is the subject.
        let free = (from + 2..comma).any(|n| {
            self.r.is(n, Class::FINITE)
                && self.r.case(n - 1) == Some(Case::Lower)
                && (self.r.is(n - 1, Class::FINITE) || self.r.looks_finite(n - 1))
        });
        let whole = asks || goes_on || free || ((ends || main) && cue.force == Force::Say);
        if !whole && self.opens_with_subclause(cue, s) {
            return None;
        }
        if rest < s.end && self.r.kind(rest) == TokenKind::Comma
            || (cue.end > cue.at + 1 && self.r.kind(cue.end - 1) == TokenKind::Comma)
        {
            let after = if self.r.kind(cue.end - 1) == TokenKind::Comma {
                cue.end
            } else {
                rest + 1
            };
            if after < s.end && self.r.pair(after).is_some() {
                return None;
            }
            let more = s.end.saturating_sub(after);
            if more > 3 && self.only_links(from, comma) {
                // `Maar, zegt X, het kan.`
                from = after;
                end = self.clause_end(from, s);
                return self
                    .note(cue, from, end, Rule::Parenthetical)
                    .then_some(s.end);
            }
            let subclause = self.r.is(after, Class::RELATIVE.or(Class::SUBORDINATOR))
                || matches!(
                    self.r.word(after),
                    "net" | "zelf" | "ook" | "tegen" | "tegenover"
                )
                || (matches!(self.r.word(after), "want" | "omdat") && words < 2)
                // `, legt Smit uit, hoogleraar in Gent`
                || (self.r.case(after) == Some(Case::Lower)
                    && self.r.known(after).role.is_some()
                    && self.r.is(rest - 1, Class::PREPOSITION));
            if more > 3 && !subclause {
                end = self.clause_end(from, s);
            }
        }
        // `De dijk wacht niet: hij zakt nu al, zegt Smit.`: what the cue stands behind.
        if end == comma
            && let Some(colon) = (from + 1..comma)
                .rev()
                .find(|&n| matches!(self.r.kind(n), TokenKind::Colon | TokenKind::Semicolon))
        {
            from = colon + 1;
        }
        // `Logisch, vindt Smit.`
        if end <= from || self.only_links(from, comma) {
            return None;
        }
        // A leading conjunction stays; a quotation taken whole is no report.
        self.note(cue, from, end, Rule::Parenthetical)
            .then_some(s.end)
    }

    /// Where a sub-clause from item `from` ends: `vreest dat de dijk zakt: de grond is te nat`, for the colon only explains.
    fn explained_end(&self, from: usize, s: &Sentence) -> usize {
        let end = self.subclause_end(from, s);
        let verb = self.has_verb(from, &Sentence { end, ..*s })
            || self.r.case(end - 1) == Some(Case::Lower) && self.r.word(end - 1).ends_with("en");
        let explains = self.r.kind(end) == TokenKind::Colon
            && verb
            && (end..s.end).all(|n| self.r.pair(n).is_none());
        if explains {
            self.clause_end(end + 1, s)
        } else {
            end
        }
    }

    /// `Hamsteren is nergens voor nodig, vindt Smit: “…”`: the clause before the comma at item `comma`, where a quotation
    /// follows the colon at item `colon`.
    fn before_quotation(
        &mut self,
        s: &Sentence,
        cue: &Said,
        comma: usize,
        colon: usize,
    ) -> Option<usize> {
        let both = self.r.pair(colon + 1).is_some()
            && colon == cue.end
            && self.has_verb(s.start, &Sentence { end: comma, ..*s })
            && !self.opens_with_subclause(cue, s)
            && (s.start..comma).all(|n| self.r.pair(n).is_none());
        (both && self.note(cue, s.start, comma, Rule::Parenthetical)).then_some(cue.end)
    }

    /// `Dat de dijk zakt, erkent X ook.`: the sub-clause in front is what is said.
    fn in_front(&mut self, s: &Sentence, cue: &Said) -> Option<usize> {
        let comma = cue.start.checked_sub(1).filter(|&c| c > s.start + 3)?;
        let sure = self.r.word(cue.at).starts_with("weet")
            && (cue.end..s.end).any(|n| self.r.word(n) == "zeker");
        let fits = self.r.word(s.start) == "Dat"
            && !self.r.is(s.start + 1, Class::FINITE)
            && self.r.known(s.start + 1).cue.is_none()
            && self.r.kind(comma) == TokenKind::Comma
            && (s.start..comma)
                .all(|n| self.r.kind(n) != TokenKind::Comma && self.r.pair(n).is_none())
            && (cue.force == Force::Say || sure)
            && (cue.end..s.end).all(|n| !self.r.is(n, Class::DENIAL));
        (fits && self.note(cue, s.start + 1, comma, Rule::That)).then_some(s.end)
    }

    /// A main clause before the comma, the cue with its source, a colon: what stands before is reported, and so is what
    /// follows.
    fn before_colon(&mut self, s: &Sentence, cue: &Said) -> Option<usize> {
        let comma = cue.start.checked_sub(1).filter(|&c| c >= s.start + 3)?;
        let whole = cue.force == Force::Say
            && self.r.kind(comma) == TokenKind::Comma
            && self.r.kind(cue.end) == TokenKind::Colon
            && !self.opens_with_subclause(cue, s)
            && (s.start..comma).any(|n| self.r.is(n, Class::FINITE) || self.r.looks_finite(n))
            && (s.start..s.end).all(|n| self.r.pair(n).is_none());
        if !whole {
            return None;
        }
        self.note(cue, s.start, comma, Rule::Parenthetical);
        let end = self.clause_end(cue.end + 1, s);
        self.note(cue, cue.end + 1, end, Rule::Colon);
        Some(s.end)
    }

    /// True where what follows a cue and its source is nothing that the verb is about: `, zegt Smit tegen de krant` and not
    /// `, ziet Smit een dijk`. A verb of saying may have a time there: `, zegt Smit een dag later`.
    fn tells_no_more(&self, s: &Sentence, cue: &Said) -> bool {
        let next = cue.end;
        if cue.force == Force::Say || next >= s.end {
            return true;
        }
        let closed = matches!(
            self.r.kind(next),
            TokenKind::Comma | TokenKind::Stop | TokenKind::Dash | TokenKind::Open
        ) || (self.r.kind(next) == TokenKind::Colon
            && self.r.pair(next + 1).is_some())
            || self.r.kind(next - 1) == TokenKind::Comma;
        if cue.force == Force::Beside {
            return closed;
        }
        // `wijst ze op een lichte band`: that is what the hand does.
        let gesture =
            self.r.word(cue.at).starts_with("wijst") || self.r.word(cue.at).starts_with("wees");
        closed
            || (self.r.is(
                next,
                Class::PREPOSITION.or(Class::ADVERB).or(Class::CONJUNCTION),
            ) && !gesture)
            || self.r.word(next) == "zich"
    }

    /// True where items `from..to` are only `maar`, `en`, `toch` and the like.
    fn only_links(&self, from: usize, to: usize) -> bool {
        (from..to).all(|n| {
            self.r.is(n, Class::CONJUNCTION.or(Class::ADVERB)) || self.r.word(n) == "Bovendien"
        })
    }

    fn taken_as_direct(&self, i: usize) -> bool {
        self.r.pair(i).is_some_and(|p| match self.taken[p] {
            Taken::Found(q) => self.found[q].kind == Kind::Direct,
            _ => false,
        })
    }

    /// `Volgens X is dat …`, `Dat is volgens X …`.
    fn according_to(&mut self, s: &Sentence, cue: &Said) -> Option<usize> {
        let opens = cue.at <= s.start + 1;
        let from = if opens {
            let mut from = cue.end;
            while from < s.end && self.r.kind(from) == TokenKind::Comma {
                from += 1;
            }
            // `Volgens de bond, spreekbuis van de boeren, is …`: the apposition is not reported.
            let verb = |n: usize| self.r.is(n, Class::FINITE) || self.r.known(n).cue.is_some();
            if from > cue.end && !verb(from) {
                from = (from..s.end.min(from + COLON_REACH))
                    .find(|&n| self.r.kind(n) == TokenKind::Comma && verb(n + 1))
                    .map_or(from, |n| n + 1);
            }
            from
        } else {
            self.own_clause(s, cue)
        };
        let mut end = self.clause_end(from, s);
        // `De dijk moet hoger volgens X, al …`: behind the comma the writer goes on.
        if !opens
            && self.r.kind(cue.end) == TokenKind::Comma
            && cue.at >= from + 3
            && matches!(
                self.r.word(cue.end + 1),
                "al" | "maar" | "terwijl" | "hoewel" | "waarna"
            )
        {
            end = cue.at;
        }
        // `De dijk moet hoger, volgens X.`
        if !opens && cue.end >= end && self.r.kind(cue.at - 1) == TokenKind::Comma {
            end = cue.at - 1;
        }
        if end < from + 3 {
            return None;
        }
        // `Q, volgens X`: said already.
        if !opens && self.taken_as_direct(cue.at.saturating_sub(2)) {
            return None;
        }
        self.note(cue, from, end, Rule::According).then_some(s.end)
    }

    /// Takes down items `from..end` as what `cue` reports; false where they are taken already.
    pub(super) fn note(&mut self, cue: &Said, from: usize, end: usize, rule: Rule) -> bool {
        let shortest = if rule == Rule::Parenthetical { 1 } else { 2 };
        if end < from + shortest || end > self.r.items.len() {
            return false;
        }
        let Some(who) = cue.who else { return false };
        let mut mixed = false;
        for i in from..end {
            let Some(pair) = self.r.pair(i) else { continue };
            match self.taken[pair] {
                Taken::Found(q)
                    if self.found[q].kind == Kind::Direct && self.found[q].speaker != Some(who) => {
                }
                Taken::Found(q) if self.found[q].kind == Kind::Direct => return false,
                Taken::Found(_) => mixed = true,
                _ => {}
            }
        }
        let span = self.r.span(from, end);
        if mixed {
            self.take_whole(from, end, span, who, rule);
            return true;
        }
        // Measured: only this form, of a person by name, is right as often as a statement of the text must be.
        let stated = rule == Rule::Parenthetical && self.people.all[who].nature == Nature::Person;
        let quotation = Quotation {
            span,
            kind: Kind::Indirect,
            speaker: Some(who),
            rule,
            sureness: if stated {
                Sureness::Sure
            } else {
                Sureness::Likely
            },
            cue: Some(self.r.span(cue.at, cue.at + 1)),
            mention: cue.mention.map(|m| self.mention_span(m)),
        };
        self.take(quotation);
        true
    }

    /// The words in marks inside a reported clause were noted one by one; the clause takes their place.
    fn take_whole(&mut self, from: usize, end: usize, span: Span, who: usize, rule: Rule) {
        let mut first = None;
        for i in from..end {
            let Some(pair) = self.r.pair(i) else { continue };
            let Taken::Found(q) = self.taken[pair] else {
                continue;
            };
            if self.found[q].kind != Kind::Mixed {
                continue;
            }
            let first = *first.get_or_insert(q);
            self.taken[pair] = Taken::Found(first);
            if q == first {
                let whole = &mut self.found[q];
                whole.speaker = Some(who);
                if end > from + 1 {
                    whole.span = span;
                    whole.rule = rule;
                }
            } else {
                // Taken in: what has no words is dropped at the end.
                self.found[q].span = Span::default();
            }
        }
    }
}
