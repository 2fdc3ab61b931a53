//! Interviews: paragraphs that alternate between a question and an answer, by label.

use std::collections::HashMap;

use super::Finder;
use crate::article::Span;
use crate::quotes::tokens::{Aside, Case, Kind as TokenKind, Part};
use crate::quotes::words::Class;
use crate::quotes::{Kind, Quotation, Rule, Sureness};

/// A paragraph that begins with a label: `AB:`, `Anna Smit:`, `Vraag:`.
struct Labelled {
    part: usize,
    label: String,
    /// Where the words after the label begin.
    from: usize,
    asks: bool,
}

impl Finder<'_> {
    /// Finds the answers of an interview; gives, for each part, whether it was read as one.
    pub(super) fn interview(&mut self) -> Vec<bool> {
        let parts = self.r.tokens.parts.len();
        let labelled = self.labels();
        let mut count: HashMap<&str, (usize, usize)> = HashMap::new();
        for l in &labelled {
            let entry = count.entry(l.label.as_str()).or_default();
            entry.0 += 1;
            entry.1 += usize::from(l.asks);
        }
        let repeated = count.values().filter(|(n, _)| *n >= 2).count();
        let total: usize = count
            .values()
            .filter(|(n, _)| *n >= 2)
            .map(|(n, _)| *n)
            .sum();
        // `Hoe erg is het?` without a label, `TW: …` with one.
        let unlabelled = repeated == 1
            && labelled
                .iter()
                .filter(|l| l.part > 0 && self.ends_in_question(l.part - 1))
                .count()
                >= 2;
        if !unlabelled && (repeated < 2 || total < 4) {
            return self.questions();
        }
        // `Waar: …`, `Wanneer: …` over and over is no interview.
        let somebody = |label: &str| {
            is_answer_label(label)
                || self.people.by_initials(label).is_some()
                || self.people.by_name(label).is_some()
        };
        let asks_enough = count.values().any(|(n, asks)| *n >= 2 && asks * 3 >= *n);
        if (unlabelled || !asks_enough)
            && !count
                .iter()
                .any(|(label, (n, _))| *n >= 2 && somebody(label))
        {
            return self.questions();
        }
        // Who asks: the label with the largest share of questions, unless nobody asks much.
        let asker = count
            .iter()
            .filter(|(_, (n, asks))| *n >= 2 && asks * 3 >= *n)
            .max_by_key(|(label, (n, asks))| (asks * 100 / n, *asks, **label))
            .map(|(label, _)| (*label).to_owned())
            .unwrap_or_default();
        let mut named: HashMap<&str, usize> = HashMap::new();
        let mut answered = vec![false; parts];
        let mut next = labelled.iter().peekable();
        let mut speaker: Option<(usize, Span)> = None;
        let first = labelled.first().map_or(parts, |l| l.part);
        for (part, read) in answered.iter_mut().enumerate().skip(first) {
            let info = self.r.tokens.parts[part];
            let mut from = info.start;
            if let Some(l) = next.next_if(|l| l.part == part) {
                from = l.from;
                let span = self.r.tokens.all[info.start].span;
                speaker = (l.label != asker && !is_question_label(&l.label)).then(|| {
                    (
                        *named
                            .entry(l.label.as_str())
                            .or_insert_with(|| self.labelled_as(&l.label)),
                        span,
                    )
                });
            } else if info.aside == Aside::Break || (unlabelled && self.ends_in_question(part)) {
                speaker = None;
                continue;
            } else if speaker.is_none() || info.heading || info.aside == Aside::Italic {
                continue;
            }
            *read = true;
            let Some((who, label)) = speaker else {
                continue;
            };
            if from >= info.end {
                continue;
            }
            let span = Span::new(
                self.r.tokens.all[from].span.start,
                self.r.tokens.all[info.end - 1].span.end,
            );
            self.take(Quotation {
                span,
                kind: Kind::Direct,
                speaker: Some(who),
                rule: Rule::Interview,
                sureness: Sureness::Sure,
                cue: None,
                mention: Some(label),
            });
        }
        answered
    }

    /// Questions in bold or as headings; what stands below each is the interviewee's answer, where most of the answers
    /// speak in the first person and stand without marks. An explainer that asks its own questions does not.
    ///
    /// Where two questions are in bold, a third without its question mark is one too. A paragraph in italics is what the
    /// interviewer saw, and so is what follows a break between sections, up to the next question.
    fn questions(&mut self) -> Vec<bool> {
        let parts = self.r.tokens.parts.len();
        let mut answered = vec![false; parts];
        // Questions in italics, where none is in bold or a heading.
        let italic = !self.r.tokens.parts.iter().any(|p| p.asks);
        let asks = |n: usize, p: &Part| {
            p.asks || italic && p.aside == Aside::Italic && self.ends_in_question(n)
        };
        let asking: Vec<bool> = (0..parts)
            .map(|n| asks(n, &self.r.tokens.parts[n]))
            .collect();
        let Some(first) = asking.iter().position(|&asks| asks) else {
            return answered;
        };
        let Some(who) = self.interviewee(first) else {
            return answered;
        };
        let in_bold = |p: &&Part| p.asks && p.bold;
        let bold = self.r.tokens.parts.iter().filter(in_bold).take(2).count() == 2;
        let mut talks = false;
        let mut answers = Vec::new();
        let (mut asked, mut speaking, mut marked) = (0, 0, 0);
        for (part, info) in self.r.tokens.parts.iter().enumerate().skip(first) {
            if asking[part] || (bold && info.bold) {
                asked += 1;
                talks = true;
                answered[part] = true;
                continue;
            }
            talks &= info.aside != Aside::Break;
            if !talks || info.heading || info.aside != Aside::No || info.start >= info.end {
                continue;
            }
            answered[part] = true;
            let own = (info.start..info.end).any(|t| {
                matches!(self.r.tokens.kind(t), TokenKind::Word(_))
                    && self.r.tokens.known(t).class.any(Class::SELF)
            });
            speaking += usize::from(own);
            marked += usize::from(matches!(self.r.tokens.kind(info.start), TokenKind::Mark(_)));
            answers.push(part);
        }
        if asked < 2 || answers.len() < asked || speaking * 2 < answers.len() || marked > 0 {
            answered.fill(false);
            return answered;
        }
        for part in answers {
            let info = self.r.tokens.parts[part];
            let span = Span::new(
                self.r.tokens.all[info.start].span.start,
                self.r.tokens.all[info.end - 1].span.end,
            );
            self.take(Quotation {
                span,
                kind: Kind::Direct,
                speaker: Some(who),
                rule: Rule::Interview,
                sureness: Sureness::Likely,
                cue: None,
                mention: None,
            });
        }
        answered
    }

    /// True where the last token of a part is a question mark.
    fn ends_in_question(&self, part: usize) -> bool {
        let info = self.r.tokens.parts[part];
        info.end
            .checked_sub(1)
            .filter(|&last| last >= info.start)
            .is_some_and(|last| self.r.tokens.all[last].span.of(self.r.text) == "?")
    }

    /// The person that a label names.
    fn labelled_as(&mut self, label: &str) -> usize {
        let short =
            label.chars().all(|c| c.is_uppercase() || c == '.') && label.chars().count() <= 4;
        if short && let Some(who) = self.people.by_initials(label) {
            return who;
        }
        if is_answer_label(label)
            && let Some(who) = self.interviewee(0)
        {
            return who;
        }
        self.people
            .by_name(label)
            .unwrap_or_else(|| self.people.labelled(label))
    }

    /// Whom the introduction, the parts before `first`, names most often; else whom the article names first.
    fn interviewee(&self, first: usize) -> Option<usize> {
        let people = &self.people.all;
        let until = self
            .r
            .sentences
            .iter()
            .find(|s| s.part >= first)
            .map_or(0, |s| s.start);
        let mut named: HashMap<usize, usize> = HashMap::new();
        let mut most = None;
        for m in self.mentions.within(0, until) {
            let Some(who) = self.people.of[m].filter(|&w| people[w].full) else {
                continue;
            };
            let count = named.entry(who).or_default();
            *count += 1;
            if most.is_none_or(|(_, highest)| *count > highest) {
                most = Some((who, *count));
            }
        }
        most.map(|(who, _)| who)
            .or_else(|| (0..people.len()).find(|&w| people[w].full))
    }

    /// The paragraphs that begin with a short label and a colon.
    fn labels(&self) -> Vec<Labelled> {
        let mut found = Vec::new();
        for (part, info) in self.r.tokens.parts.iter().enumerate() {
            let limit = info.end.min(info.start + 6);
            let Some(colon) =
                (info.start + 1..limit).find(|&t| self.r.tokens.kind(t) == TokenKind::Colon)
            else {
                continue;
            };
            let words = info.start..colon;
            let names = words.clone().all(|t| match self.r.tokens.kind(t) {
                TokenKind::Word(Case::Lower) => t > info.start,
                TokenKind::Word(_) | TokenKind::Stop => true,
                _ => false,
            });
            if !names || colon + 1 >= info.end {
                continue;
            }
            // A mark after the colon: a quotation with a name before it, not an interview.
            if matches!(self.r.tokens.kind(colon + 1), TokenKind::Mark(_)) {
                continue;
            }
            let span = Span::new(
                self.r.tokens.all[info.start].span.start,
                self.r.tokens.all[colon - 1].span.end,
            );
            let last = self.r.tokens.all[info.end - 1].span.of(self.r.text);
            found.push(Labelled {
                part,
                label: span.of(self.r.text).to_owned(),
                from: colon + 1,
                asks: last == "?",
            });
        }
        found
    }
}

fn is_question_label(label: &str) -> bool {
    matches!(label, "V" | "Vraag" | "Q" | "Interviewer")
}

fn is_answer_label(label: &str) -> bool {
    matches!(label, "A" | "Antwoord")
}
