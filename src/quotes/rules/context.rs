//! Quotations with no cue beside them: the person just named, the speaker before, whoever was asked.
//!
//! More than half of all quotations in Dutch newspapers. A person named as subject since the last quotation, else the
//! last speaker, is right in nine of ten.

use super::beside::Verdict;
use super::{Finder, Focus};
use crate::quotes::mentions::{Sort, is_relation};
use crate::quotes::outline::Sentence;
use crate::quotes::people::Nature;
use crate::quotes::tokens::{Case, Kind};
use crate::quotes::words::Class;
use crate::quotes::{Rule, Sureness};

/// How many sentences back a person may have been named.
const LOOK_BACK: usize = 4;
/// How many sentences of an interviewer's may stand between two answers.
const LONGEST_QUESTION: usize = 8;

/// Those of whom somebody else speaks: `zijn cliënt`, `haar pupil`.
const WARDS: &[&str] = &[
    "cliënt",
    "cliënte",
    "pupil",
    "patiënt",
    "patiënte",
    "leerling",
    "kind",
    "zoontje",
    "dochtertje",
];

/// What a body does that has an opinion.
const STANDS: &[&str] = &[
    "wil",
    "wilde",
    "is",
    "was",
    "heeft",
    "had",
    "kan",
    "kon",
    "steunt",
    "steunde",
    "verwelkomt",
    "verwelkomde",
    "blijft",
    "houdt",
    "maakt",
    "toont",
    "hoeft",
    "staat",
    "zit",
    "baalt",
    "mist",
    "doet",
    "gaat",
    "legt",
    "krijgt",
    "moet",
    "werkt",
];

/// What is told of somebody who does not speak.
pub(super) const DESCRIBES: &[&str] = &["werkt", "woont", "studeert", "leeft"];

/// Words of a gesture that goes with what is said.
const GESTURES: &[&str] = &[
    "knikt",
    "knikte",
    "lacht",
    "lachte",
    "zucht",
    "zuchtte",
    "glimlacht",
    "glimlachte",
    "grijnst",
    "grinnikt",
    "schouders",
    "wenkbrauwen",
    "hoofdschuddend",
    "snuift",
    "gniffelt",
    "fronst",
    "aarzelt",
    "twijfelt",
];

/// What somebody did, and no stand that they take.
const PAST: &[&str] = &[
    "ging",
    "gingen",
    "kwam",
    "kwamen",
    "gaf",
    "gaven",
    "werd",
    "werden",
    "stierf",
    "stierven",
    "kreeg",
    "kregen",
    "overleed",
    "vertrok",
    "verhuisde",
    "trouwde",
    "werkte",
    "nam",
    "liet",
    "bracht",
    "kocht",
    "verkocht",
    "bouwde",
    "begon",
    "stopte",
    "verliet",
    "opende",
    "sloot",
    "haalde",
    "woonde",
    "studeerde",
    "leerde",
    "overleden",
    "hielp",
];

/// `klinkt het`, `luidt een reactie`: whose words these are, the verb does not say.
pub(super) fn is_heard(verb: &str) -> bool {
    matches!(
        verb,
        "klinkt" | "klonk" | "luidt" | "luidde" | "luiden" | "luidden"
    )
}

impl Finder<'_> {
    /// `“…”, klinkt het.`, `“…”, luidt het oordeel.`: whoever the lines before are about says so, a body too.
    pub(super) fn heard(&self, index: usize, i: usize, s: &Sentence) -> Option<Verdict> {
        let at = i + 1 + usize::from(self.r.kind(i + 1) == Kind::Comma);
        let heard = at < s.end && is_heard(self.r.word(at)) && self.r.word(at + 1) == "het";
        if !heard {
            return None;
        }
        // `klinkt het bij de bond`
        let named = matches!(self.r.word(at + 2), "bij" | "vanuit")
            .then(|| self.mentions.at(at + 3))
            .flatten();
        let m = named.or_else(|| {
            (index.saturating_sub(3)..index)
                .rev()
                .map(|back| self.r.sentences[back])
                .take_while(|before| before.part == s.part)
                .find_map(|before| self.host(&before))
        })?;
        Some(Verdict {
            who: Some(self.who(m)?),
            rule: Rule::SubjectBefore,
            sureness: Sureness::Likely,
            cue: Some(self.r.span(at, at + 1)),
            mention: Some(self.mention_span(m)),
            ..Verdict::NOBODY
        })
    }

    /// Whom the sentence is about or with whom it takes place: `De bond is boos`, `Bij de bond is de ergernis groot`.
    fn host(&self, s: &Sentence) -> Option<usize> {
        let first = s.start + usize::from(matches!(self.r.word(s.start), "Bij" | "Op" | "Vanuit"));
        let m = self.mentions.at(first)?;
        let mention = &self.mentions.all[m];
        let somebody = matches!(mention.sort, Sort::Body | Sort::Named | Sort::Role);
        (mention.start == first && somebody && !mention.indefinite && self.who(m).is_some())
            .then_some(m)
    }

    /// `De bond windt er geen doekjes om: “Q”`, `In een brief is de raad helder: “Q”`: the body that is the subject of the
    /// clause before the colon.
    fn body_at_colon(&self, i: usize, s: &Sentence) -> Option<usize> {
        let colon = i.checked_sub(1).filter(|&n| n > s.start)?;
        if self.r.kind(colon) != Kind::Colon {
            return None;
        }
        self.mentions.within(s.start, colon).find(|&m| {
            let mention = &self.mentions.all[m];
            let behind_verb = mention.start > s.start && {
                let verb = mention.start - 1;
                self.r.case(verb) == Some(Case::Lower)
                    && (self.r.is(verb, Class::FINITE)
                        || self.r.known(verb).cue.is_some()
                        || self.r.looks_finite(verb))
            };
            // `het H-woord` is none.
            let bodily = (mention.start..mention.end).any(|n| {
                let known = self.r.known(n);
                known.organisation || known.affiliation || self.r.is(n, Class::BODY)
            });
            mention.sort == Sort::Body
                && bodily
                && !mention.indefinite
                && self.who(m).is_some()
                && (mention.start == s.start || behind_verb)
        })
    }

    /// `De bond eist een gesprek`: the body that a paragraph opens with, and that does what only people do.
    fn takes_stand(&self, s: &Sentence) -> Option<usize> {
        let m = self.host(s)?;
        let mention = &self.mentions.all[m];
        let verb = mention.reach;
        let acts = self.r.known(verb).cue.is_some() || STANDS.contains(&self.r.word(verb));
        (s.opens_part
            && mention.sort == Sort::Body
            && mention.start == s.start
            && acts
            && !self.is_told_of(verb, s, false))
        .then_some(m)
    }

    /// True where the verb at item `at` tells what was done in the past, or was done to whoever speaks all the time.
    fn is_told_of(&self, at: usize, s: &Sentence, new: bool) -> bool {
        let past =
            !new && (PAST.contains(&self.r.word(at)) || DESCRIBES.contains(&self.r.word(at)));
        let done_to = (at..s.end.min(at + 6)).any(|n| {
            let other = match self.r.word(n) {
                "haar" => Sort::She,
                "hem" => Sort::He,
                _ => return false,
            };
            // `is minder mild over haar straf`: whose it is.
            (self.r.kind(n + 2) == Kind::Stop
                || self.r.is(n + 1, Class::ADVERB)
                || self.r.word(n + 1).is_empty()
                || self.r.kind(n + 1) == Kind::Stop
                || self.r.is(
                    n + 1,
                    Class::DENIAL.or(Class::DETERMINER).or(Class::PREPOSITION),
                ))
                && self.speaker.is_some_and(|who| self.people.fits(who, other))
        });
        past || done_to
    }

    /// `een woordvoerder van de gemeente`: whoever is brought in so, comes to speak.
    fn speaks_for_others(&self, m: usize) -> bool {
        let mention = &self.mentions.all[m];
        let spokesman = |head: usize| {
            let word = self.r.word(head);
            word.ends_with("woordvoerder") || word.ends_with("woordvoerster")
        };
        mention.head.is_some_and(spokesman)
    }

    /// `Een vader die naast haar staat, knikt`, `Haar moeder is minder luchtig`: somebody new, or of somebody, whom the
    /// sentence is about.
    fn steps_up(&self, m: usize, s: &Sentence) -> bool {
        let mention = &self.mentions.all[m];
        let start = mention.start;
        // `Haar cliënt heeft spijt`: of whom somebody else speaks.
        let ward = mention
            .head
            .is_some_and(|h| WARDS.contains(&self.r.word(h)));
        let whose = matches!(self.r.word(start), "Haar" | "Zijn" | "Hun" | "Mijn") && !ward;
        // `Buiten steekt een klarinettist een sigaret op.`
        let second = start > s.start + 1
            && self.r.case(start - 1) == Some(Case::Lower)
            && self.r.looks_finite(start - 1)
            && self.mentions.within(s.start, start).is_empty();
        // `Aan het eind van de tafel knikt haar schoonzus.`
        let kin = matches!(self.r.word(start), "haar" | "zijn")
            && mention.head.is_some_and(|h| is_relation(self.r, h));
        let after_verb = start > s.start
            && (mention.indefinite || kin && self.r.known(start - 1).cue.is_some())
            && (second
                || self.r.is(start - 1, Class::FINITE)
                || self.r.known(start - 1).cue.is_some());
        // `De officier van justitie is minder mild.`: whom a paragraph opens with.
        let opens = s.opens_part && mention.sort == Sort::Role && !ward;
        // `Haar zoon ging in Gent studeren`, `De dokter gaf haar een jaar`: what somebody else tells of them.
        // `Een opvolger is er niet.`: there is nobody.
        let nobody = mention.indefinite
            && (self.r.word(mention.end + 1) == "er"
                || self.r.is(mention.end + 1, Class::HE.or(Class::SHE)))
            && (mention.end..s.end).any(|n| self.r.is(n, Class::DENIAL));
        let told = nobody || self.is_told_of(mention.reach, s, mention.indefinite);
        (start == s.start && (mention.indefinite || whose || opens) && !told) || after_verb
    }

    /// True where the quotation at item `i` begins with `hij` or `zij` of that gender while somebody else was speaking: it
    /// is about this person, not theirs.
    fn is_about(&self, i: usize, person: usize) -> bool {
        let Some(pair) = self.r.pair(i) else {
            return false;
        };
        if self.speaker.is_none_or(|who| who == person) {
            return false;
        }
        let pair = &self.r.pairs[pair];
        let first = self.r.tokens.known(pair.first()).class;
        // `“Ze schrijven dialect”` is about many.
        let next = self.r.tokens.all.get(pair.first() + 1);
        if next.is_some_and(|t| t.span.of(self.r.text).ends_with("en")) {
            return false;
        }
        if first.any(Class::HE.or(Class::SHE)) {
            let sort = if first.any(Class::HE) {
                Sort::He
            } else {
                Sort::She
            };
            return self.people.fits(person, sort);
        }
        // `Haar dochter Eva woont elders. “Ik zie haar niet vaak.”`
        let to = pair.close.min(pair.first() + 8);
        self.is_kin(person)
            && (pair.first()..to).any(|t| {
                let word = self.r.tokens.all[t].span.of(self.r.text);
                match word {
                    "haar" | "ze" | "zij" => self.people.fits(person, Sort::She),
                    "hem" | "hij" => self.people.fits(person, Sort::He),
                    _ => false,
                }
            })
    }

    /// `de bewoners`, and no document, nor people in general.
    fn are_people(&self, m: usize) -> bool {
        self.mentions.all[m].head.is_some_and(|head| {
            !self.r.is(head, Class::DOCUMENT)
                && !matches!(
                    self.r.word(head),
                    "mensen" | "velen" | "sommigen" | "anderen"
                )
        })
    }

    /// `Haar boekhouder voorspelde dat ze het niet zou redden.`: somebody of hers tells of her, and she goes on.
    fn tells_of_the_other(&self, person: usize, s: &Sentence) -> bool {
        let source = &self.people.all[person];
        let hers = source.name.starts_with("haar ");
        let his = source.name.starts_with("zijn ");
        let once = (s.start..s.end).any(|n| {
            let word = self.r.word(n);
            self.r.known(n).cue.is_some_and(|c| c.force.is_some())
                && (word.ends_with("de") || word.ends_with("te") || matches!(word, "zei" | "vond"))
        });
        source.nature == Nature::Unnamed
            && once
            && (s.start..s.end).any(|n| {
                hers && matches!(self.r.word(n), "ze" | "zij") || his && self.r.word(n) == "hij"
            })
    }

    /// `Smit haalt haar schouders op.`: an answer to what was said or asked.
    fn gestures(&self, s: &Sentence) -> bool {
        (s.start..s.end).any(|n| GESTURES.contains(&self.r.word(n)))
    }

    /// Brought in as somebody's daughter, brother, wife.
    pub(super) fn is_kin(&self, person: usize) -> bool {
        self.people.all[person]
            .roles
            .iter()
            .any(|&(_, head)| is_relation(self.r, head))
    }

    /// The rules that need none.
    pub(super) fn by_context(
        &self,
        index: usize,
        i: usize,
        s: &Sentence,
        subject: Option<usize>,
    ) -> Verdict {
        if let Some(verdict) = self.by_question(index, i, s) {
            return verdict;
        }
        let mut verdict = Verdict::NOBODY;
        // The sentence that the quotation stands in names its subject: `Ze geeft een voorbeeld: “Q”`.
        if i > s.start
            && let Some(m) = subject
            && self.mentions.all[m].start < i
            && let Some(who) = self.who(m)
            && (self.people.all[who].nature == Nature::Person
                // `Een ander is minder blij: “Q”`
                || (self.people.all[who].nature == Nature::Unnamed
                    && self.r.kind(i - 1) == Kind::Colon
                    && self.mentions.all[m].indefinite))
        {
            return self.about(m);
        }
        if let Some(m) = self.body_at_colon(i, s) {
            return self.about(m);
        }
        // The last sentences: the person they are about, else who spoke in them.
        let mut back = index;
        let mut paragraphs = 0;
        while back > 0 && index - back < LOOK_BACK {
            back -= 1;
            let sentence = &self.r.sentences[back];
            if self.r.part(sentence).heading {
                continue;
            }
            if sentence.part != s.part && self.r.sentences[back + 1].opens_part {
                paragraphs += 1;
                if paragraphs > 1 {
                    break;
                }
            }
            let focus = self.focus[back];
            if focus.stranger {
                verdict.rule = Rule::Continued;
                return verdict;
            }
            if let Some(person) = focus.person
                && (focus.after || focus.quoted.is_none())
                && !self.tells_of_the_other(person, sentence)
                && self.can_go_on(&focus, person, sentence, index - back == 1, s.part)
                && (focus.cued || self.gestures(sentence) || !self.is_about(i, person))
            {
                verdict.who = Some(person);
                let same = focus.quoted == Some(person);
                verdict.rule = if same {
                    Rule::Continued
                } else {
                    Rule::SubjectBefore
                };
                // Measured on hand-made answers: the subject of an earlier sentence is as often right as
                // that of the one before.
                verdict.sureness = if same {
                    Sureness::Sure
                } else {
                    Sureness::Likely
                };
                verdict.mention = focus.mention.map(|m| self.mention_span(m));
                return verdict;
            }
            // `Bij de bond is de ergernis groot. “Q”`
            if index - back == 1
                && focus.quoted.is_none()
                && matches!(self.r.word(sentence.start), "Bij" | "Vanuit")
                && let Some(m) = self.host(sentence)
            {
                return self.about(m);
            }
            // `De bond is woedend. “Q”`
            if index - back == 1
                && focus.quoted.is_none()
                && sentence.part == s.part
                && let Some(m) = self.takes_stand(sentence)
            {
                return self.about(m);
            }
            if let Some(speaker) = focus.quoted {
                verdict.who = Some(speaker);
                verdict.rule = Rule::SameSpeaker;
                // Measured: right in two of three.
                verdict.sureness = Sureness::Doubtful;
                return verdict;
            }
        }
        if let Some(speaker) = self.speaker {
            verdict.who = Some(speaker);
            verdict.rule = Rule::SameSpeaker;
            verdict.sureness = Sureness::Doubtful;
        } else if let Some(person) = self.subject {
            verdict.who = Some(person);
            verdict.rule = Rule::SubjectBefore;
            verdict.sureness = Sureness::Doubtful;
        }
        verdict
    }

    /// Whether such a source may speak again, or at last, behind a sentence that it is the focus of; `next` where that is the
    /// one right before.
    fn can_go_on(
        &self,
        focus: &Focus,
        who: usize,
        sentence: &Sentence,
        next: bool,
        part: usize,
    ) -> bool {
        let nature = self.people.all[who].nature;
        let mention = focus.mention.filter(|_| next);
        match nature {
            Nature::Person => true,
            Nature::Body => focus.cued,
            // `De bewoners zeggen dat de kade zakt. “Q”`
            Nature::Group => {
                focus.cued && sentence.part == part && mention.is_some_and(|m| self.are_people(m))
            }
            // `Een woordvoerder wil niets kwijt. “Q”`, `Een vader knikt. “Q”`, `Naast haar zit een vader. Hij knikt. “Q”`
            Nature::Unnamed => {
                focus.cued
                    || mention.is_some_and(|m| {
                        self.speaks_for_others(m)
                            || self.steps_up(m, sentence)
                            || matches!(self.mentions.all[m].sort, Sort::He | Sort::She)
                    })
            }
        }
    }

    /// Whoever mention `m` means, whom the words before the quotation are about.
    fn about(&self, m: usize) -> Verdict {
        Verdict {
            who: self.who(m),
            rule: Rule::SubjectBefore,
            sureness: Sureness::Likely,
            mention: Some(self.mention_span(m)),
            ..Verdict::NOBODY
        }
    }

    /// An answer between marks: since the last quotation the writer spoke to somebody with `u`, so whoever is named there
    /// belongs to the question, and it is the one who spoke before that answers.
    fn by_question(&self, index: usize, i: usize, s: &Sentence) -> Option<Verdict> {
        let addressed = |from: usize, to: usize| {
            (from..to).any(|n| matches!(self.r.word(n), "u" | "U" | "uw" | "Uw"))
        };
        let mut asked = addressed(s.start, i);
        for back in (index.saturating_sub(LONGEST_QUESTION)..index).rev() {
            let sentence = &self.r.sentences[back];
            if self.r.part(sentence).heading {
                return None;
            }
            let focus = self.focus[back];
            if focus.quoted.is_none() && !focus.stranger {
                asked |= addressed(sentence.start, sentence.end);
                continue;
            }
            let who = focus.quoted.filter(|_| asked)?;
            return (self.people.all[who].nature == Nature::Person).then_some(Verdict {
                who: Some(who),
                rule: Rule::Interview,
                sureness: Sureness::Likely,
                ..Verdict::NOBODY
            });
        }
        None
    }
}
