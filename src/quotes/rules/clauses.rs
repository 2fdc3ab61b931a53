//! Where what is reported begins and ends: `dat …`, behind a colon, an infinitive, the clause that `volgens X` stands in.

use super::reported::COLON_REACH;
use super::{Finder, Said};
use crate::quotes::cues::{Force, Form};
use crate::quotes::outline::Sentence;
use crate::quotes::people::Nature;
use crate::quotes::tokens::{Case, Kind as TokenKind};
use crate::quotes::words::Class;

/// How far `dat` may stand from its verb, in items.
const CLAUSE_REACH: usize = 14;

/// How far `volgens` may stand from what opens its sub-clause, in items.
const OWN_REACH: usize = 8;

/// Verbs of seeing and knowing in the past, which tell what happened to somebody and not what they said.
const NOTICED: &[&str] = &[
    "beseft",
    "beseffen",
    "realiseert",
    "realiseren",
    "zag",
    "zagen",
    "wist",
    "wisten",
    "merkte",
    "merkten",
    "ontdekte",
    "ontdekten",
    "hoorde",
    "hoorden",
    "hoort",
    "horen",
    "realiseerde",
    "realiseerden",
    "bedacht",
    "bedachten",
    "herinnerde",
    "herinnerden",
    "besefte",
    "beseften",
    "ervoer",
    "ervoeren",
];

/// Verbs of thinking whose report may be an infinitive, as that of every verb of saying may.
const TAKE_INFINITIVE: &[&str] = &[
    "verwacht",
    "verwachtte",
    "verwachten",
    "verwachtten",
    "meent",
    "meende",
    "menen",
    "meenden",
    "hoopt",
    "hoopte",
    "hopen",
    "hoopten",
    "vreest",
    "vreesde",
    "vrezen",
    "denkt",
    "dacht",
    "denken",
    "dachten",
    "overweegt",
    "verwijt",
    "verweet",
    "verwijten",
    "verweten",
    "manen",
    "maant",
    "garandeert",
];

/// Verbs of asking and advising, which take `om … te …`.
const TAKE_OM: &[&str] = &[
    "dringt",
    "drong",
    "dringen",
    "drongen",
    "adviseert",
    "adviseerde",
    "adviseren",
    "adviseerden",
    "geadviseerd",
    "roept",
    "riep",
    "roepen",
    "riepen",
    "opgeroepen",
    "pleit",
    "pleiten",
    "bepleit",
    "raadt",
    "raden",
    "waarschuwt",
    "waarschuwde",
];

impl Finder<'_> {
    /// The item after `dat`, `of`, `hoe` that opens the reported clause.
    pub(super) fn clause_after(&self, s: &Sentence, cue: &Said) -> Option<usize> {
        // `merkte op dat …` says what `merkte dat …` only saw.
        let noticed = NOTICED.contains(&self.r.word(cue.at)) && cue.force != Force::Say;
        if cue.force == Force::Beside || noticed {
            return None;
        }
        // `Als de chauffeur uitlegt dat wij wachten, …`: when, and not what.
        if cue.subordinate && self.r.word(s.start) == "Als" && cue.start == s.start + 1 {
            return None;
        }
        // `heeft de raad niet verteld dat …`: it was not said.
        if cue.at > s.start
            && self.r.word(cue.at - 1) == "niet"
            && self
                .r
                .known(cue.at)
                .cue
                .is_some_and(|c| c.form == Form::Participle)
        {
            return None;
        }
        // `maakte dat zondag bekend`: the particle closes the sentence, and `dat` is an object.
        let particles = self.r.known(cue.at).cue.map_or(&[][..], |c| c.particles);
        let last = s.end.saturating_sub(2);
        if last > cue.end
            && particles.contains(&self.r.word(last))
            && self.r.kind(s.end - 1) == TokenKind::Stop
        {
            return None;
        }
        let start = self.past_comparison(cue.end, s);
        let mut n = start;
        let limit = s.end.min(n + CLAUSE_REACH);
        while n < limit {
            if self.r.pair(n).is_some()
                || matches!(
                    self.r.kind(n),
                    TokenKind::Colon | TokenKind::Stop | TokenKind::Semicolon
                )
            {
                return None;
            }
            // `schreef het boek De dijk, dat …`: what it is about stands between.
            let object = n > cue.end;
            // `De dijk zakt, klinkt het bij het waterschap, dat …`: a relative clause; `Daar komt bij, zegt Smit, dat …` is none.
            let person = cue
                .who
                .is_some_and(|who| self.people.all[who].nature == Nature::Person);
            let relative = cue.inverted
                && !person
                && cue.start > s.start + 1
                && self.r.kind(cue.start - 1) == TokenKind::Comma;
            if self.r.kind(n) == TokenKind::Comma
                && (self.r.word(n + 1) != "dat" || object || relative)
            {
                return None;
            }
            let word = self.r.word(n);
            // `zegt te hopen dat …`: the infinitive is the report; behind a bracket stands another clause.
            if word == "te"
                && self.r.word(n + 1).ends_with('n')
                // `geeft te kennen dat …`
                && !particles.contains(&self.r.word(n + 1))
                || self.r.kind(n) == TokenKind::Close
            {
                return None;
            }
            let opens = self.opens_report(n, s, cue);
            if opens && n > cue.end && self.r.word(n - 1) == "niet" {
                return None;
            }
            if opens {
                // `vindt het belangrijk dat de dijk hoger wordt`: the judgement belongs to it.
                let judged = cue.judges && (start..n).any(|i| !self.r.is(i, Class::ADVERB));
                let from = if judged { cue.end } else { n + 1 };
                return (n + 3 < s.end).then_some(from);
            }
            // `zegt hij als blijkt dat …`: when, and not what. `vertelde haar toen dat …`: then.
            let then = word == "toen"
                && (self.r.word(n + 1) == "dat"
                    || self.r.is(n + 1, Class::ADVERB)
                    || self.r.word(n + 1) == "alleen");
            if matches!(word, "als" | "toen" | "terwijl" | "nadat" | "wanneer") && !then {
                return None;
            }
            // Another clause begins: the verb has no `dat`.
            if self.r.is(n, Class::SUBORDINATOR)
                && word != "als"
                && n > cue.end + 1
                && self.r.kind(n - 1) == TokenKind::Comma
            {
                return None;
            }
            n += 1;
        }
        None
    }

    /// True where item `n` is the `dat`, `of`, `hoe` of what the cue reports.
    fn opens_report(&self, n: usize, s: &Sentence, cue: &Said) -> bool {
        match self.r.word(n) {
            "dat" => {
                // `zegt dat niet`: `dat` is the object.
                let next = n + 1;
                // `dat zijn partij wint`: whose, and no verb.
                let his = self.r.word(next) == "zijn"
                    && matches!(self.r.kind(next + 1), TokenKind::Word(_));
                next < s.end
                    && !(self.r.is(next, Class::DENIAL.or(Class::FINITE))
                        && !his
                        && !matches!(self.r.word(next), "geen" | "niemand"))
                    && (!matches!(
                        self.r.kind(next),
                        TokenKind::Stop | TokenKind::Comma | TokenKind::Colon
                    )
                        // `zegt dat, als het regent, …`
                        || (self.r.kind(next) == TokenKind::Comma
                            && matches!(self.r.word(next + 1), "als" | "zodra" | "wanneer" | "hoewel" | "mocht")))
            }
            "of" | "hoe" | "waarom" => {
                n <= cue.end + 2
                    && (cue.force == Force::Say
                        || self.r.word(cue.at).starts_with("betwijfel")
                        || matches!(self.r.word(cue.at), "vraagt" | "vroeg"))
            }
            "wat" => n == cue.end && matches!(self.r.word(cue.at), "betoogt" | "betoogde"),
            _ => false,
        }
    }

    /// Behind `, net als zijn collega's van links,`: who else holds it.
    fn past_comparison(&self, from: usize, s: &Sentence) -> usize {
        let compares = self.r.kind(from) == TokenKind::Comma
            && (matches!(self.r.word(from + 1), "evenals" | "naast")
                || (self.r.word(from + 1) == "net" && self.r.word(from + 2) == "als")
                || (self.r.word(from + 1) == "samen" && self.r.word(from + 2) == "met"));
        if !compares {
            return from;
        }
        (from + 2..s.end.min(from + 2 * CLAUSE_REACH))
            .find(|&n| self.r.word(n) == "dat")
            .unwrap_or(from)
    }

    /// The item after the colon that a verb of saying ends in, where no quotation stands there.
    pub(super) fn after_colon(&self, s: &Sentence, cue: &Said) -> Option<usize> {
        let sure = self.r.word(cue.at + 1) == "het" && self.r.word(cue.at + 2) == "zeker";
        if (cue.force != Force::Say && !sure) || cue.subordinate || cue.own {
            return None;
        }
        let colon = (cue.end..s.end.min(cue.end + COLON_REACH))
            .take_while(|&n| self.r.pair(n).is_none())
            .find(|&n| self.r.kind(n) == TokenKind::Colon)?;
        let quoted = (colon + 1..s.end).any(|n| self.r.pair(n).is_some());
        (!quoted && colon + 3 < s.end).then_some(colon + 1)
    }

    /// The item after a verb of saying whose report is an infinitive: `zegt … te hebben`, `adviseert om … te …`.
    pub(super) fn infinitive(&self, s: &Sentence, cue: &Said) -> Option<usize> {
        let verb = self.r.word(cue.at);
        if cue.force != Force::Say && !TAKE_INFINITIVE.contains(&verb) && !TAKE_OM.contains(&verb) {
            return None;
        }
        let mut from = cue.end;
        // `roept op sociale media op niet te …`, `geeft aan niets te …`: behind the particle.
        let particles = self.r.known(cue.at).cue.map_or(&[][..], |c| c.particles);
        if !particles.is_empty()
            && let Some(particle) = (from..s.end.min(from + CLAUSE_REACH))
                .rev()
                .find(|&n| particles.contains(&self.r.word(n)) && self.r.case(n + 1).is_some())
        {
            from = particle + 1;
        }
        let limit = s.end.min(from + 25);
        let te = (from..limit)
            .take_while(|&n| {
                self.r.pair(n).is_none()
                    && !matches!(
                        self.r.kind(n),
                        TokenKind::Colon | TokenKind::Stop | TokenKind::Semicolon
                    )
                    && !(self.r.kind(n) == TokenKind::Comma)
            })
            .find(|&n| self.r.word(n) == "te" && self.r.word(n + 1).ends_with('n'))?;
        // `bevestigt wat daar te zien is`, `meldt zich en blijkt een tegenstander te zijn`: that is another clause.
        let another = |n: usize| {
            self.r.is(n, Class::FINITE.or(Class::SUBORDINATOR)) && !self.r.is(n, Class::DETERMINER)
                || self.r.word(n) == "wat"
        };
        if (from..te).any(another)
            || (self.r.is(te + 2, Class::FINITE) && !self.r.word(te + 2).ends_with('n'))
            || (self.r.word(from) == "zich" && !matches!(verb, "zegt" | "zei"))
        {
            return None;
        }
        // `riep hem tot leven om …`: calling upon somebody takes `op`.
        let calls = matches!(verb, "roept" | "riep" | "roepen" | "riepen");
        if calls && !(cue.end..te).any(|n| self.r.word(n) == "op") {
            return None;
        }
        // `pleit ervoor het water terug te brengen`
        if TAKE_OM.contains(&verb) && self.r.word(from) == "ervoor" {
            return Some(from + 1 + usize::from(self.r.word(from + 1) == "om"));
        }
        let om = (from..te).find(|&n| matches!(self.r.word(n), "om" | "door" | "zonder" | "na"));
        match om {
            Some(om) if self.r.word(om) == "om" && TAKE_OM.contains(&verb) => Some(om + 1),
            // `zegt zonder te kijken`, `vertelt over de moeite om te slapen`
            Some(om) if om < te => None,
            _ if cue.force != Force::Say && !TAKE_INFINITIVE.contains(&verb) => None,
            _ => Some(from),
        }
    }

    /// Where a reported clause ends: before a colon, a semicolon, a dash, or the full stop.
    pub(super) fn clause_end(&self, from: usize, s: &Sentence) -> usize {
        let mut end = (from..s.end)
            .find(|&n| match self.r.kind(n) {
                TokenKind::Colon | TokenKind::Semicolon => true,
                TokenKind::Dash => n > from + 2,
                _ => false,
            })
            .unwrap_or(s.end);
        while end > from && matches!(self.r.kind(end - 1), TokenKind::Stop | TokenKind::Comma) {
            end -= 1;
        }
        end
    }

    /// Where a sub-clause that is reported ends: also before a verb that stands second again, `dat de dijk zakt, maar is nog
    /// kalm`, for in a sub-clause the verb comes last.
    pub(super) fn subclause_end(&self, from: usize, s: &Sentence) -> usize {
        let verb = |n: usize| {
            self.r.case(n) == Some(Case::Lower)
                && (self.r.is(n, Class::FINITE)
                    || self
                        .r
                        .known(n)
                        .cue
                        .is_some_and(|c| c.form == Form::Singular))
        };
        let end = (from + 2..s.end)
            .find(|&n| {
                self.r.kind(n) == TokenKind::Comma
                    && matches!(self.r.word(n + 1), "maar" | "en" | "want" | "dus")
                    && verb(n + 2)
            })
            .unwrap_or(s.end);
        // `dat scholen daar zelf over gaan en is niet van plan …`: a verb that stands second, behind one that stands last.
        let infinite = |n: usize| {
            self.r.case(n) == Some(Case::Lower)
                && (self.r.known(n).class.is_open() || self.r.is(n, Class::FINITE))
                && !self.r.is(n, Class::DETERMINER)
                && (self.r.word(n).ends_with("en") || self.r.word(n).starts_with("ge"))
        };
        let end = (from + 3..end)
            .find(|&n| {
                self.r.word(n) == "en"
                    && self.r.case(n - 1) == Some(Case::Lower)
                    && (infinite(n - 1) || verb(n - 1) || self.r.looks_finite(n - 1))
                    && self.r.is(n + 1, Class::FINITE)
                    && n + 3 < end
                    && !(n + 2..end)
                        .take_while(|&m| self.r.case(m).is_some())
                        .any(|m| infinite(m) && self.r.word(m - 1) != "te")
            })
            .unwrap_or(end);
        // `dat het hier niet hoeft en de raad is bereid om …`: a subject and its verb, a clause of its own.
        let end = (from + 3..end)
            .find(|&n| {
                matches!(self.r.word(n), "en" | "maar")
                    && self.mentions.at(n + 1).is_some_and(|m| {
                        let mention = &self.mentions.all[m];
                        let next = mention.end + 1;
                        let accuses = self
                            .r
                            .known(mention.end)
                            .cue
                            .is_some_and(|c| c.form == Form::Singular && c.force.is_some());
                        mention.start == n + 1
                            && (self.r.is(mention.end, Class::FINITE) || accuses)
                            && next < end
                            && matches!(self.r.kind(next), TokenKind::Word(_))
                            && !self.r.is(next, Class::FINITE)
                    })
            })
            .unwrap_or(end);
        self.clause_end(from, &Sentence { end, ..*s })
    }

    /// Where the clause begins that `volgens X` stands in: `de dijk, die volgens Smit te laag is`, `Ze wacht, omdat er volgens
    /// haar tijd is`, `Hij komt, maar volgens Smit te laat`.
    pub(super) fn own_clause(&self, s: &Sentence, cue: &Said) -> usize {
        let linked = matches!(self.r.word(cue.at - 1), "maar" | "en" | "want" | "dus")
            && cue.end + 3 < s.end;
        if linked {
            return cue.end;
        }
        let main_verb = self.r.is(cue.at - 1, Class::FINITE);
        (s.start + 1..cue.at)
            .rev()
            .take(OWN_REACH)
            .take_while(|&n| self.r.kind(n) != TokenKind::Comma && !main_verb)
            .find(|&n| {
                self.r.is(n, Class::SUBORDINATOR)
                    && !matches!(self.r.word(n), "als" | "dan" | "toen")
                    && (self.r.kind(n - 1) == TokenKind::Comma
                        || matches!(
                            self.r.word(n),
                            "dat" | "omdat" | "doordat" | "of" | "waardoor" | "zodat"
                        )
                        // `de dijk die volgens Smit te laag is`
                        || (self.r.word(n) == "die" && n + 1 == cue.at))
            })
            // `die volgens Smit te laag is`: what follows.
            .map_or(s.start, |n| if n + 1 == cue.at { cue.end } else { n + 1 })
    }
}
