//! The list of quoted experts as the sidebar shows it: who, in what role, how often, and where.

use crate::article::Span;
use crate::quotes::{Quotation, Quotes};

/// The groups of the list, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Quoted for what they know.
    Experts,
    /// Others who are quoted.
    Others,
    /// Words that nobody could be named for.
    Unattributed,
}

/// Somebody in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Which group they stand in.
    pub group: Group,
    /// Index into [`Quotes::speakers`]; `None` for words without a speaker.
    pub speaker: Option<usize>,
    /// Indices into [`Quotes::quotations`], in the order of the text.
    pub quotations: Vec<usize>,
}

/// Everybody quoted in an article, and where the reader is in the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    /// What was found.
    pub quotes: Quotes,
    /// The list: experts first, each group in the order of first quotation.
    pub list: Vec<Person>,
    /// The person chosen, an index into the list.
    pub chosen: usize,
    /// The quotation of theirs that is chosen, an index into [`Person::quotations`].
    pub quotation: Option<usize>,
}

impl People {
    /// The list for what was found in an article.
    pub fn new(quotes: Quotes) -> Self {
        let mut list: Vec<Person> = quotes
            .speakers
            .iter()
            .enumerate()
            .map(|(i, speaker)| Person {
                group: if speaker.expert {
                    Group::Experts
                } else {
                    Group::Others
                },
                speaker: Some(i),
                quotations: Vec::new(),
            })
            .collect();
        let mut nobody = Person {
            group: Group::Unattributed,
            speaker: None,
            quotations: Vec::new(),
        };
        for (i, quotation) in quotes.quotations.iter().enumerate() {
            match quotation.speaker.and_then(|s| list.get_mut(s)) {
                Some(person) => person.quotations.push(i),
                None => nobody.quotations.push(i),
            }
        }
        if !nobody.quotations.is_empty() {
            list.push(nobody);
        }
        list.retain(|person| !person.quotations.is_empty());
        list.sort_by_key(|person| person.group);
        Self {
            quotes,
            list,
            chosen: 0,
            quotation: None,
        }
    }

    /// The quotations of one person in the list.
    pub fn quotations<'a>(&'a self, person: &'a Person) -> impl Iterator<Item = &'a Quotation> {
        person
            .quotations
            .iter()
            .filter_map(|&i| self.quotes.quotations.get(i))
    }

    /// Whether this person speaks on the page that shows `span`.
    pub fn speaks_in(&self, person: &Person, span: Span) -> bool {
        self.quotations(person).any(|q| q.span.overlaps(span))
    }

    /// Moves to the next entry: into the chosen person's quotations, then to the next person.
    pub fn down(&mut self) {
        let Some(person) = self.list.get(self.chosen) else {
            return;
        };
        let next = self.quotation.map_or(0, |q| q + 1);
        if next < person.quotations.len() {
            self.quotation = Some(next);
        } else if self.chosen + 1 < self.list.len() {
            self.chosen += 1;
            self.quotation = None;
        }
    }

    /// Moves to the entry above.
    pub fn up(&mut self) {
        match self.quotation {
            Some(0) => self.quotation = None,
            Some(q) => self.quotation = Some(q - 1),
            None => self.choose(self.chosen.saturating_sub(1)),
        }
    }

    /// Chooses the person at this index, or the last one.
    pub fn choose(&mut self, index: usize) {
        self.chosen = index.min(self.list.len().saturating_sub(1));
        self.quotation = None;
    }

    /// Chooses whoever speaks first on the page that shows `span`, if anybody does.
    pub fn choose_visible(&mut self, span: Span) {
        if let Some(index) = self.list.iter().position(|p| self.speaks_in(p, span)) {
            self.choose(index);
        }
    }

    /// Chooses the entry of one quotation.
    pub fn choose_quotation(&mut self, quotation: usize) {
        let found = self.list.iter().enumerate().find_map(|(i, person)| {
            person
                .quotations
                .iter()
                .position(|&q| q == quotation)
                .map(|q| (i, q))
        });
        if let Some((index, within)) = found {
            self.chosen = index;
            self.quotation = Some(within);
        }
    }

    /// The quotation that Enter jumps to: the chosen one, else the chosen person's first.
    pub fn target(&self) -> Option<Span> {
        let person = self.list.get(self.chosen)?;
        let index = *person.quotations.get(self.quotation.unwrap_or(0))?;
        self.quotes.quotations.get(index).map(|q| q.span)
    }

    /// The first quotation that starts at or after `offset`.
    pub fn next_from(&self, offset: usize) -> Option<usize> {
        let at = self
            .quotes
            .quotations
            .partition_point(|q| q.span.start < offset);
        (at < self.quotes.quotations.len()).then_some(at)
    }

    /// The last quotation that starts before `offset`.
    pub fn previous_from(&self, offset: usize) -> Option<usize> {
        self.quotes
            .quotations
            .partition_point(|q| q.span.start < offset)
            .checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotes::{Kind, Rule, Speaker, Sureness};

    fn quotation(start: usize, speaker: Option<usize>) -> Quotation {
        Quotation {
            span: Span::new(start, start + 5),
            kind: Kind::Direct,
            speaker,
            rule: Rule::None,
            sureness: Sureness::Sure,
            cue: None,
            mention: None,
        }
    }

    fn people() -> People {
        let named = |name: &str, expert| Speaker {
            name: name.into(),
            expert,
            ..Speaker::default()
        };
        People::new(Quotes {
            speakers: vec![named("Bewoner", false), named("Hoogleraar", true)],
            quotations: vec![
                quotation(10, Some(0)),
                quotation(20, Some(1)),
                quotation(30, None),
                quotation(40, Some(1)),
            ],
        })
    }

    #[test]
    fn experts_stand_first_and_words_without_a_speaker_last() {
        let groups: Vec<Group> = people().list.iter().map(|p| p.group).collect();
        assert_eq!(groups, [Group::Experts, Group::Others, Group::Unattributed]);
    }

    #[test]
    fn going_down_visits_every_quotation_and_going_up_comes_back() {
        let mut people = people();
        let mut seen = vec![people.target()];
        for _ in 0..10 {
            people.down();
            seen.push(people.target());
        }
        seen.dedup();
        let starts: Vec<usize> = seen.into_iter().flatten().map(|s| s.start).collect();
        assert_eq!(starts, [20, 40, 10, 30]);
        for _ in 0..10 {
            people.up();
        }
        assert_eq!((people.chosen, people.quotation), (0, None));
    }

    #[test]
    fn the_next_and_previous_quotation_are_found_from_any_place() {
        let people = people();
        assert_eq!(people.next_from(0), Some(0));
        assert_eq!(people.next_from(11), Some(1));
        assert_eq!(people.next_from(41), None);
        assert_eq!(people.previous_from(10), None);
        assert_eq!(people.previous_from(31), Some(2));
    }

    #[test]
    fn an_article_without_quotations_has_an_empty_list() {
        let mut people = People::new(Quotes::default());
        people.down();
        people.up();
        assert_eq!(people.target(), None);
    }
}
