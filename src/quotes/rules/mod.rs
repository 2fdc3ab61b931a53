//! Whose words these are: an ordered sieve, the surest rule first.
//!
//! The sentences are read once, in order. Each verb of saying is given its source; then each quotation of the sentence
//! goes through the sieve, and each report without marks is taken down. What is remembered between sentences is little:
//! who was the subject last, and who spoke last.

mod beside;
mod clauses;
mod context;
mod described;
mod interview;
mod judged;
mod passing;
mod phrases;
mod reported;
mod said;
mod set_apart;
mod source;
mod subject;
mod taken_up;

use super::cues::Force;
use super::mentions::{Mentions, Sort};
use super::outline::{Reading, Sentence};
use super::people::{Nature, People};
use super::words::Class;
use super::{Kind, Quotation, Rule, Sureness};
use crate::article::Span;

pub(super) use said::Said;

/// Everything a rule may look at.
pub(super) struct Finder<'a> {
    pub(super) r: &'a Reading<'a>,
    pub(super) mentions: &'a Mentions,
    pub(super) people: People,
    /// What was found; the speaker is an index into `people` until the end.
    pub(super) found: Vec<Quotation>,
    /// For each pair, the quotation it became.
    pub(super) taken: Vec<Taken>,
    /// The last person in subject position.
    pub(super) subject: Option<usize>,
    /// The last person mentioned at all.
    pub(super) recent: Option<usize>,
    /// The person or the body by name that the last sentence mentions last: whom `Die bevestigt …` means.
    pub(super) last_named: Option<usize>,
    /// The last speaker.
    pub(super) speaker: Option<usize>,
    /// The focus of each sentence read so far: whom the next quotation would belong to.
    pub(super) focus: Vec<Focus>,
    /// The one person that the sentence before mentions, where its subject is none: `vernoemd naar Anna Smit. Zij schreef …`
    pub(super) just_mentioned: Option<usize>,
    /// The subject before the present one, for a pronoun that the present one does not fit.
    pub(super) subject_before: Option<usize>,
    /// The last group, or bodies together, in subject position: what `zij` with a plural verb means.
    pub(super) several: Option<usize>,
    /// For each source, its first mention.
    pub(super) first_mention: Vec<usize>,
    /// The block that is read, counted from 1.
    pub(super) part: usize,
    /// For each source, the block in which it was last named or heard, counted from 1.
    pub(super) seen_in: Vec<usize>,
    /// The quotation last found that has a cue and a source that nobody knows.
    pub(super) stranger: Option<usize>,
}

/// What a sentence leaves behind for the quotation after it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Focus {
    /// The person the sentence is about.
    pub(super) person: Option<usize>,
    /// The mention that says so.
    pub(super) mention: Option<usize>,
    /// A cue stands with it.
    pub(super) cued: bool,
    /// The sentence holds a quotation of this speaker.
    pub(super) quoted: Option<usize>,
    /// Whether the focus stands after the last quotation of the sentence.
    pub(super) after: bool,
    /// The sentence holds a quotation of somebody unknown: `“Nee”, zegt iemand.`
    pub(super) stranger: bool,
}

/// What became of a pair of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// Not yet looked at.
    Open,
    /// No quotation: a title, a term, irony.
    Dropped,
    /// A quotation, at this index of `found`.
    Found(usize),
}

impl<'a> Finder<'a> {
    /// Applies all rules; gives what was found in the order of the text.
    pub(super) fn run(
        r: &'a Reading<'a>,
        mentions: &'a Mentions,
        people: People,
    ) -> (Vec<Quotation>, People) {
        let mut first_mention = vec![usize::MAX; people.all.len()];
        for (m, who) in people.of.iter().enumerate() {
            if let Some(who) = who {
                first_mention[*who] = first_mention[*who].min(m);
            }
        }
        let mut finder = Self {
            r,
            mentions,
            people,
            found: Vec::new(),
            taken: vec![Taken::Open; r.pairs.len()],
            subject: None,
            recent: None,
            last_named: None,
            speaker: None,
            focus: vec![Focus::default(); r.sentences.len()],
            subject_before: None,
            just_mentioned: None,
            several: None,
            first_mention,
            part: 0,
            seen_in: Vec::new(),
            stranger: None,
        };
        let mut read = finder.interview();
        read.resize(r.tokens.parts.len(), false);
        finder.repeats(&mut read);
        for index in 0..r.sentences.len() {
            let sentence = r.sentences[index];
            if r.part(&sentence).heading || read[sentence.part] {
                continue;
            }
            finder.sentence(index, &sentence, &mut read);
        }
        finder.lead();
        finder.found.retain(|q| !q.span.is_empty());
        finder.found.sort_by_key(|q| (q.span.start, q.span.end));
        (finder.found, finder.people)
    }

    fn sentence(&mut self, index: usize, s: &Sentence, read: &mut [bool]) {
        self.part = s.part + 1;
        let said = self.said(s);
        self.settle(
            said.iter()
                .filter_map(|cue| Some((cue.mention?, cue.who?)))
                .collect(),
        );
        let subject = self.subject_of(s);
        // `Smit tekent bij. De spits blijft een jaar.`
        let opens = subject
            .filter(|&m| self.mentions.all[m].start == s.start)
            .and_then(|m| Some((m, self.who(m)?)))
            .filter(|&(_, who)| self.people.all[who].roles.is_empty());
        self.settle(opens.into_iter().collect());
        self.what_they_are(s);
        self.beside(index, s, &said, subject);
        let reports = self.described(s, &said);
        self.reported(index, s, &reports);
        self.remember(index, s, &reports, subject);
        self.set_apart(s, &reports, read);
    }

    /// `Ze is tandarts.`: of whom the article tells no other role.
    fn what_they_are(&mut self, s: &Sentence) {
        for m in self.mentions.within(s.start, s.end) {
            let mention = &self.mentions.all[m];
            // `Initiatiefnemer is Anna Smit.`
            if mention.sort == Sort::Role
                && let Some(who) = self.called(m).and_then(|n| self.people.of[n])
                && let (Some(role), Some(head)) = (mention.role, mention.head)
                && self.people.all[who].roles.is_empty()
            {
                self.people.give(self.r, who, role, head);
                continue;
            }
            let is = matches!(self.r.word(mention.end), "is" | "was");
            if !matches!(mention.sort, Sort::He | Sort::She) || !is {
                continue;
            }
            let told = self
                .mentions
                .at(mention.end + 1)
                .map(|t| &self.mentions.all[t]);
            let Some(told) = told.filter(|told| {
                told.sort == Sort::Role
                    && told.start == mention.end + 1
                    && (told.indefinite || told.role.is_some_and(|role| role.0 == told.start))
                    && !told.head.is_some_and(|h| self.r.is(h, Class::SOMEBODY))
            }) else {
                continue;
            };
            if let (Some(who), Some(role), Some(head)) = (self.who(m), told.role, told.head)
                && self.people.all[who].nature == Nature::Person
                && self.people.all[who].roles.is_empty()
            {
                self.people.give(self.r, who, role, head);
            }
        }
    }

    /// `aldus de spits`: who is taken up by what they are is called so from here on.
    fn settle(&mut self, meant: Vec<(usize, usize)>) {
        for (m, who) in meant {
            let mention = &self.mentions.all[m];
            let was = self.people.of[m];
            if mention.sort != Sort::Role
                || was == Some(who)
                || self.people.all[who].nature != Nature::Person
            {
                continue;
            }
            self.people.of[m] = Some(who);
            if let (Some(role), Some(head)) = (mention.role, mention.head) {
                self.people.give(self.r, who, role, head);
            }
        }
    }

    /// Notes who the sentence was about.
    fn remember(&mut self, index: usize, s: &Sentence, said: &[Said], subject: Option<usize>) {
        let mut focus = Focus::default();
        let last_pair = (s.start..s.end).rev().find(|&i| self.r.pair(i).is_some());
        focus.quoted = last_pair.and_then(|i| self.speaker_of_pair(i));
        focus.stranger = self.stranger.is_some()
            && last_pair.is_some_and(|i| self.quotation_at(i) == self.stranger);
        // `Volgens Smit zakt de dijk terwijl de raad dat wist`: what the sub-clause tells of the raad is Smit's.
        let sourced = || said.iter().rev().filter(|c| c.who.is_some());
        let by_cue = sourced()
            .find(|c| !c.subordinate || c.force == Force::Say)
            .or_else(|| sourced().next())
            .filter(|c| {
                matches!(c.force, Force::Say | Force::Manner)
                    || c.according
                    || subject.is_none()
                    || self.told(c)
            });
        // `zegt bestuurder Smit. De bond eist een plan. “…”`: what a body does, and not what it says.
        let acts = by_cue.is_some_and(|cue| {
            cue.who
                .is_some_and(|who| self.people.all[who].nature == Nature::Body)
                && !self.told(cue)
                && !cue.according
                && cue.force == Force::Say
                && !s.opens_part
                && self.speaker.is_some_and(|who| {
                    self.people.all[who].nature == Nature::Person && self.is_here(who)
                })
        });
        if acts && last_pair.is_none() {
            focus.person = self.speaker;
        } else if let Some(cue) = by_cue {
            focus.person = cue.who;
            focus.mention = cue.mention;
            focus.cued =
                matches!(cue.force, Force::Say | Force::Manner) || cue.according || self.told(cue);
            focus.after = last_pair.is_none_or(|p| cue.at > p);
        } else if let Some(mention) = subject
            && !self.only_kin(mention)
        {
            focus.person = self.who(mention);
            focus.mention = Some(mention);
            focus.after = last_pair.is_none_or(|p| self.mentions.all[mention].start > p);
        }
        // `Haar dijk zakt.`, `De twijfel van Anna Smit, die daar meet, blijft.`
        if focus.person.is_none()
            && let Some((who, mention)) = self.whose(s)
        {
            focus.person = Some(who);
            focus.mention = mention;
            focus.after = last_pair.is_none();
        }
        let new = subject.is_some_and(|m| self.anybody(m, s));
        if let Some(person) = focus.person
            && (focus.cued || new || self.people.all[person].nature == Nature::Person)
        {
            self.note_subject(person);
        }
        if let Some(several) = self.several_in(s) {
            self.several = Some(several);
        }
        let mut named = None;
        let mut alone = focus.person.is_none() && focus.quoted.is_none();
        for m in self.mentions.within(s.start, s.end) {
            if let Some(who) = self.people.of[m]
                && matches!(self.people.all[who].nature, Nature::Person)
            {
                self.recent = Some(who);
                self.see(who);
                alone &= named.is_none_or(|one| one == who);
                named = Some(who);
            }
        }
        self.just_mentioned = named.filter(|_| alone);
        let by_name = |m: usize| matches!(self.mentions.all[m].sort, Sort::Named | Sort::Body);
        let last = self
            .mentions
            .within(s.start, s.end)
            .rev()
            .find(|&m| by_name(m));
        self.last_named = last.and_then(|m| self.people.of[m]);
        self.focus[index] = focus;
    }

    /// Something was found that this cue tells: a verb of thinking alone says nothing.
    fn told(&self, cue: &Said) -> bool {
        let at = self.r.span(cue.at, cue.at + 1);
        self.found.iter().rev().take(6).any(|q| q.cue == Some(at))
    }

    fn note_subject(&mut self, person: usize) {
        if matches!(
            self.people.all[person].nature,
            Nature::Person | Nature::Unnamed
        ) && self.subject != Some(person)
        {
            self.subject_before = self.subject;
            self.subject = Some(person);
        }
        self.see(person);
    }

    /// The speaker of the quotation that item `i` is.
    fn speaker_of_pair(&self, i: usize) -> Option<usize> {
        self.quotation_at(i).and_then(|q| self.found[q].speaker)
    }

    /// The quotation that item `i` became.
    fn quotation_at(&self, i: usize) -> Option<usize> {
        match self.taken[self.r.pair(i)?] {
            Taken::Found(q) => Some(q),
            _ => None,
        }
    }

    fn see(&mut self, who: usize) {
        if self.seen_in.len() <= who {
            self.seen_in.resize(who + 1, 0);
        }
        self.seen_in[who] = self.part;
    }

    /// `voor haar zoon Joep. Hij is acht.`: told of somebody's kin, while it is the other that the paragraph is about.
    fn only_kin(&self, m: usize) -> bool {
        let Some(who) = self.who(m) else { return false };
        let mention = &self.mentions.all[m];
        let verb = self.r.word(mention.reach);
        // `Haar man Toon heeft een klepel geschroefd.`
        let done = matches!(verb, "heeft" | "had")
            && self
                .r
                .sentence_with(mention.start)
                .is_some_and(|s| s.end > s.start + 1 && self.r.word(s.end - 2).starts_with("ge"));
        let described = done
            || matches!(verb, "is" | "was" | "staat" | "zit")
            || context::DESCRIBES.contains(&verb);
        let other = self.subject.filter(|&other| {
            other != who && self.people.all[other].nature == Nature::Person && self.is_here(other)
        });
        described && self.is_kin(who) && other.is_some() && self.speaker != Some(who)
    }

    /// `iemand`, `een van hen`: whoever that is, nobody goes on with it.
    fn is_passing(&self, who: usize) -> bool {
        let name = self.people.all[who].name.as_str();
        ["iemand", "een van ", "één van "].iter().any(|start| {
            name.get(..start.len())
                .is_some_and(|of| of.eq_ignore_ascii_case(start))
        })
    }

    /// Takes down a quotation.
    pub(super) fn take(&mut self, quotation: Quotation) -> usize {
        let passing = quotation.speaker.is_some_and(|who| self.is_passing(who));
        if passing && quotation.kind != Kind::Indirect {
            self.stranger = Some(self.found.len());
            self.speaker = None;
        } else if quotation.kind != Kind::Indirect
            && let Some(who) = quotation.speaker
        {
            self.speaker = Some(who);
            self.see(who);
            self.note_subject(who);
        }
        self.found.push(quotation);
        self.found.len() - 1
    }

    /// The bytes of a mention's words.
    pub(super) fn mention_span(&self, m: usize) -> Span {
        let (start, end) = self.mentions.all[m].core();
        self.r.span(start, end)
    }

    /// `“Q.” Anna Smit wijst naar boven.`: the person with whom the sentence behind a quotation that ends at byte `end` begins.
    fn comes_in(&self, end: usize) -> Option<usize> {
        let index = self
            .r
            .sentences
            .partition_point(|s| self.r.span(s.start, s.start + 1).start < end);
        let s = self.r.sentences.get(index)?;
        let m = self.mentions.at(s.start)?;
        let mention = &self.mentions.all[m];
        let full = mention.start == s.start && mention.name.is_some_and(|name| name.is_full());
        self.people.of[m].filter(|_| full && !s.opens_part)
    }

    /// Gives quotations at the top of the article, before anybody was named, to the first speaker after them.
    fn lead(&mut self) {
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by_key(|&q| self.found[q].span.start);
        let Some(first) = order.iter().position(|&q| {
            self.found[q]
                .speaker
                .is_some_and(|w| self.people.all[w].nature == Nature::Person)
        }) else {
            return;
        };
        let speaker = self.found[order[first]].speaker;
        for &q in order.iter().take(first) {
            let speaker = self.comes_in(self.found[q].span.end).or(speaker);
            let quotation = &mut self.found[q];
            if quotation.speaker.is_none()
                && quotation.cue.is_none()
                && quotation.kind == Kind::Direct
            {
                quotation.speaker = speaker;
                quotation.rule = Rule::Lead;
                quotation.sureness = Sureness::Doubtful;
            }
        }
    }
}
