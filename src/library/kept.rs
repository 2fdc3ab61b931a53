//! What is kept about one article, and how two records of it become one.
//!
//! Every field is a register with an order (the later moment, the greater count, the earlier finish) or a
//! set that only grows ([`Annotations`]), so that [`Kept::merge`] is commutative, associative and idempotent: it does not matter which of two
//! machines or two running instances writes last, nor how often the same record comes by. Times decide
//! which place is later, so [`Kept::settle`] makes a change always later than what it changes, also where
//! the clock was set back.

use super::Annotations;
use super::annotation::to_millisecond;
use crate::article::{Anchor, Article, Id};
use jiff::{SignedDuration, Timestamp};
use std::cmp::Ordering;
use std::path::{Path, PathBuf};

/// What is kept about one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// What identifies the article, to find it again and to list it when its original is gone.
    pub about: About,
    /// When the reader saved it; `None` where it is not saved.
    pub saved: Option<Timestamp>,
    /// When the reader last stopped saving it: of a saved and an unsaved record the later one wins.
    pub unsaved: Option<Timestamp>,
    /// Where the reader was: the first word of the page.
    pub place: Option<Anchor>,
    /// When that place was reached; of two, the later one wins.
    pub place_at: Option<Timestamp>,
    /// The share of the text up to the end of the page that was last shown, 0 to 1.
    pub progress: f64,
    /// How often it was opened.
    pub opened: u32,
    /// When it was last opened.
    pub last_opened: Option<Timestamp>,
    /// Seconds spent reading it.
    pub seconds_read: u64,
    /// When its end was first reached.
    pub finished: Option<Timestamp>,
    /// Bookmarks, highlights and notes.
    pub annotations: Annotations,
    /// A later version of the article that carries this record on. What has a successor is history: it is
    /// not listed, and found only by its own identity.
    pub successor: Option<Id>,
}

/// What identifies an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct About {
    /// Title; empty where there is none.
    pub title: String,
    /// The authors' names.
    pub authors: Vec<String>,
    /// Date of publication, as precise as the source: see [`crate::article::Published`].
    pub published: Option<String>,
    /// Section or genre.
    pub section: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The first words of the text: what tells an edited article from another one under the same name.
    pub opening: String,
    /// Number of words.
    pub words: usize,
    /// The file it was last read from, where it was one.
    pub path: Option<PathBuf>,
}

impl About {
    /// What identifies `article`, read from the file `path`.
    pub fn of(article: &Article, path: Option<&Path>) -> Self {
        let meta = &article.meta;
        Self {
            title: meta.title.clone(),
            authors: meta.authors.iter().map(|a| a.name.clone()).collect(),
            published: meta.published.as_ref().map(ToString::to_string),
            section: meta.section.clone(),
            url: meta.url.clone(),
            opening: Anchor::at(article, 0).exact,
            words: article.words(),
            path: path.map(Path::to_path_buf),
        }
    }
}

impl Kept {
    /// Takes over what the article says about itself now. The file it came from stays known where it is
    /// now read from somewhere else (its copy, standard input).
    pub fn identify(&mut self, about: About) {
        let path = about.path.or_else(|| self.about.path.take());
        self.about = About { path, ..about };
    }

    /// The article was opened.
    pub fn open(&mut self, now: Timestamp) {
        self.opened = self.opened.saturating_add(1);
        self.last_opened = Some(now);
    }

    /// The reader is at `place`; `progress` is the share of the text up to the end of the page there. At 1
    /// the article is finished, and stays so.
    pub fn reach(&mut self, place: Anchor, progress: f64, now: Timestamp) {
        self.place = Some(place);
        self.place_at = Some(now);
        self.progress = if progress.is_nan() {
            0.0
        } else {
            progress.clamp(0.0, 1.0)
        };
        if self.progress >= 1.0 {
            self.finished.get_or_insert(now);
        }
    }

    /// Saves the article. One that is saved already keeps its date.
    pub fn save(&mut self, now: Timestamp) {
        self.saved.get_or_insert(now);
    }

    /// Stops saving it.
    pub fn unsave(&mut self, now: Timestamp) {
        if self.saved.take().is_some() {
            self.unsaved = Some(now);
        }
    }

    /// Makes this record, changed from `before`, win over it in every merge: a place or a choice made
    /// now is later than the one it replaces, whatever the clock said. Times are kept to the millisecond.
    pub fn settle(&mut self, before: &Kept) {
        for time in [
            &mut self.saved,
            &mut self.unsaved,
            &mut self.place_at,
            &mut self.last_opened,
            &mut self.finished,
        ] {
            *time = time.map(to_millisecond);
        }
        if self.place != before.place || self.progress.total_cmp(&before.progress).is_ne() {
            self.place_at = later(self.place_at, before.place_at);
        }
        if self.opened != before.opened {
            self.last_opened = self.last_opened.max(before.last_opened);
        }
        match (before.saved, self.saved) {
            (None, Some(_)) => self.saved = later(self.saved, before.unsaved),
            (Some(_), None) => self.unsaved = later(self.unsaved, before.saved),
            _ => {}
        }
    }

    /// One record out of two of the same article. Commutative, associative and idempotent on settled
    /// records, so that any number of machines ends with the same.
    #[must_use]
    pub fn merge(&self, other: &Kept) -> Kept {
        let place = self.by_place(other);
        let unsaved = self.unsaved.max(other.unsaved);
        Kept {
            about: self.by_about(other).about.clone(),
            // Saved by hand on one machine and put off the list on another: the later choice counts.
            saved: self.saved.max(other.saved).filter(|&s| Some(s) >= unsaved),
            unsaved,
            place: place.place.clone(),
            place_at: place.place_at,
            progress: place.progress,
            opened: self.opened.max(other.opened),
            last_opened: self.last_opened.max(other.last_opened),
            seconds_read: self.seconds_read.max(other.seconds_read),
            finished: match (self.finished, other.finished) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
            annotations: self.annotations.merge(&other.annotations),
            successor: self.successor.clone().max(other.successor.clone()),
        }
    }

    /// The one of two whose place is later; of two at the same moment always the same one.
    fn by_place<'k>(&'k self, other: &'k Kept) -> &'k Kept {
        let order = self
            .place_at
            .cmp(&other.place_at)
            .then_with(|| self.progress.total_cmp(&other.progress))
            .then_with(|| match (&self.place, &other.place) {
                (Some(a), Some(b)) => order(a, b),
                (a, b) => a.is_some().cmp(&b.is_some()),
            });
        if order.is_lt() { other } else { self }
    }

    /// The one of two that was opened last, which has seen the article last.
    fn by_about<'k>(&'k self, other: &'k Kept) -> &'k Kept {
        let order = self
            .last_opened
            .cmp(&other.last_opened)
            .then_with(|| self.about.cmp(&other.about));
        if order.is_lt() { other } else { self }
    }
}

/// Some order of anchors, any total one, to choose the same of two every time.
fn order(a: &Anchor, b: &Anchor) -> Ordering {
    a.offset
        .cmp(&b.offset)
        .then_with(|| a.share.total_cmp(&b.share))
        .then_with(|| (&a.exact, &a.prefix).cmp(&(&b.exact, &b.prefix)))
}

/// `time`, or just after `than` where it is not later than that.
fn later(time: Option<Timestamp>, than: Option<Timestamp>) -> Option<Timestamp> {
    match than {
        Some(than) if time <= Some(than) => Some(
            than.saturating_add(SignedDuration::from_millis(1))
                .unwrap_or(than),
        ),
        _ => time,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Annotation, Target};
    use proptest::prelude::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a second of this age")
    }

    fn anchor(offset: usize) -> Anchor {
        Anchor {
            offset,
            exact: "het water".into(),
            ..Anchor::default()
        }
    }

    #[test]
    fn the_later_place_wins_also_where_it_is_further_back_in_the_text() {
        let mut laptop = Kept::default();
        laptop.reach(anchor(900), 0.9, at(100));
        let mut desk = Kept::default();
        desk.reach(anchor(300), 0.3, at(200));
        let merged = laptop.merge(&desk);
        assert_eq!(merged.place, Some(anchor(300)));
        assert!((merged.progress - 0.3).abs() < f64::EPSILON);
    }

    #[test]
    fn an_article_saved_on_one_machine_and_read_on_another_is_saved_and_read() {
        let mut laptop = Kept::default();
        laptop.save(at(100));
        let mut desk = Kept::default();
        desk.open(at(200));
        let merged = desk.merge(&laptop);
        assert_eq!((merged.saved, merged.opened), (Some(at(100)), 1));
    }

    #[test]
    fn of_saving_and_unsaving_the_later_one_counts() {
        let mut kept = Kept::default();
        kept.save(at(100));
        let old = kept.clone();
        kept.unsave(at(200));
        kept.settle(&old);
        assert_eq!(kept.merge(&old).saved, None);
        let unsaved = kept.clone();
        kept.save(at(300));
        kept.settle(&unsaved);
        assert_eq!(unsaved.merge(&kept).saved, Some(at(300)));
    }

    #[test]
    fn a_clock_that_was_set_back_loses_nothing() {
        let mut kept = Kept::default();
        kept.reach(anchor(100), 0.1, at(1_000));
        kept.save(at(1_000));
        let before = kept.clone();
        kept.reach(anchor(200), 0.2, at(10));
        kept.unsave(at(10));
        kept.settle(&before);
        let merged = before.merge(&kept);
        assert_eq!((merged.place, merged.saved), (Some(anchor(200)), None));
    }

    #[test]
    fn an_article_read_to_its_end_is_finished_and_stays_so() {
        let mut kept = Kept::default();
        kept.reach(anchor(100), 1.0, at(10));
        kept.reach(anchor(0), 0.2, at(20));
        assert_eq!(kept.finished, Some(at(10)));
    }

    fn moment() -> impl Strategy<Value = Option<Timestamp>> {
        prop::option::of((0..6_i64).prop_map(at))
    }

    fn annotations() -> impl Strategy<Value = Annotations> {
        let annotation =
            (0..3_usize, "[ab]?", 0..3_i64, 0..2_i64).prop_map(|(offset, note, made, later)| {
                Annotation {
                    target: Target::Place(anchor(offset)),
                    note,
                    made: at(made),
                    changed: at(made + later),
                }
            });
        let some = || prop::collection::vec(annotation.clone(), 0..4);
        (some(), some())
            .prop_map(|(all, gone)| Annotations::new(all, gone.iter().map(Annotation::id)))
    }

    prop_compose! {
        fn kept()(
            title in "[ab]{0,2}", saved in moment(), unsaved in moment(), place_at in moment(),
            place in prop::option::of(0..3_usize), progress in 0..3_u8, opened in 0..3_u32,
            last_opened in moment(), seconds_read in 0..3_u64, finished in moment(),
            annotations in annotations(), successor in prop::option::of("[ab]"),
        ) -> Kept {
            Kept {
                about: About { title, ..About::default() },
                saved: saved.filter(|&s| Some(s) >= unsaved),
                unsaved,
                place: place.map(anchor),
                place_at,
                progress: f64::from(progress) / 2.0,
                opened, last_opened, seconds_read, finished, annotations,
                successor: successor.map(|s| Id::of(&s)),
            }
        }
    }

    proptest! {
        #[test]
        fn it_does_not_matter_in_what_order_machines_meet(a in kept(), b in kept(), c in kept()) {
            prop_assert_eq!(a.merge(&b), b.merge(&a));
            prop_assert_eq!(a.merge(&b).merge(&c), a.merge(&b.merge(&c)));
            prop_assert_eq!(a.merge(&a), a);
        }

        #[test]
        fn what_was_just_done_survives_a_merge_with_what_was_before(
            before in kept(), other in kept(), now in moment(), to in 5..9_usize,
        ) {
            let now = now.unwrap_or_else(|| at(3));
            let mut kept = before.clone();
            kept.reach(anchor(to), 0.7, now);
            kept.open(now);
            kept.annotations.add(Target::Place(anchor(to)), "gezien".into(), now);
            if let Some(first) = before.annotations.iter().next() {
                kept.annotations.remove(first.id());
            }
            if before.saved.is_some() { kept.unsave(now) } else { kept.save(now) }
            kept.settle(&before);
            let merged = before.merge(&kept);
            prop_assert_eq!(&merged.place, &kept.place);
            prop_assert_eq!(merged.saved.is_some(), kept.saved.is_some());
            prop_assert_eq!(merged.opened, before.opened + 1);
            prop_assert_eq!(&merged.annotations, &kept.annotations);
            prop_assert!(merged.merge(&other).opened >= merged.opened);
        }
    }
}
