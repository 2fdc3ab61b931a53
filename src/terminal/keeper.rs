//! The thread that writes down what is kept, one change after the other, while the reading goes on.

use super::Wake;
use crate::app::{Change, Keep, Msg};
use crate::article::Id;
use crate::library::{About, Annotations, Kept};
use crate::store::{self, Problem, Store};
use crate::wording::Wording;
use jiff::Timestamp;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Longer than this without a key, and the reader is taken to have stopped reading.
const LONGEST_LOOK: Duration = Duration::from_mins(3);

/// What the thread is asked to do.
enum Job {
    Keep(Keep),
    /// Say when everything before this has been written.
    Tell(Sender<()>),
}

/// Has changes written in their order. When it is dropped, all of them have been written or reported.
pub(super) struct Keeper {
    work: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Starts the thread; it reports to `to`.
    pub(super) fn start(store: Store, words: &'static Wording, to: Sender<Wake>) -> Self {
        let (work, waiting) = channel();
        let thread = thread::spawn(move || keep_all(&store, words, &waiting, &to));
        Self {
            work: Some(work),
            thread: Some(thread),
        }
    }

    /// Has a change written.
    pub(super) fn keep(&self, keep: Keep) {
        if let Some(work) = &self.work {
            // The thread listens until this is dropped.
            let _ = work.send(Job::Keep(keep));
        }
    }

    /// Waits until every change so far has been written or reported.
    pub(super) fn written(&self) {
        if let Some(work) = &self.work {
            let (tell, told) = channel();
            if work.send(Job::Tell(tell)).is_ok() {
                let _ = told.recv();
            }
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.work = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn keep_all(store: &Store, words: &Wording, waiting: &Receiver<Job>, to: &Sender<Wake>) {
    let mut looked_since = Instant::now();
    while let Ok(job) = waiting.recv() {
        let keep = match job {
            Job::Keep(keep) => keep,
            Job::Tell(tell) => {
                let _ = tell.send(());
                continue;
            }
        };
        let seconds = match keep.change {
            Change::Place { .. } => looked_since.elapsed().min(LONGEST_LOOK).as_secs(),
            _ => 0,
        };
        // Seconds that are not counted yet stay with the next change.
        if seconds > 0 || keep.change == Change::Opened {
            looked_since = Instant::now();
        }
        let message = match perform(store, &keep, seconds) {
            Ok(kept) => Msg::Kept {
                id: keep.id,
                kept: Box::new(kept),
                change: keep.change,
            },
            Err(problem) => Msg::NotKept(problem.line(words.reason)),
        };
        // At the program's end nobody listens any more, and what could not be kept is said there.
        let _ = to.send(Wake::Message(message));
    }
}

fn perform(store: &Store, keep: &Keep, seconds: u64) -> Result<Kept, Problem> {
    let now = Timestamp::now();
    let Keep {
        id,
        origin,
        article,
        change,
    } = keep;
    let about = article
        .as_ref()
        .map(|article| store::about(article, origin));
    match change.clone() {
        Change::Opened => store.change(id, move |kept| {
            if let Some(about) = &about {
                kept.identify(about.clone());
            }
            kept.open(now);
        }),
        Change::Place { anchor, progress } => store.change(id, move |kept| {
            if let Some(about) = &about {
                kept.identify(about.clone());
            }
            kept.reach(anchor.clone(), progress, now);
            kept.seconds_read += seconds;
        }),
        Change::Save => match article {
            Some(article) => store.save(article, origin, now),
            None => store.save(&store.read(origin)?, origin, now),
        },
        Change::Unsave => store.unsave(id, now),
        Change::Annotate { target, note } => {
            let note = store::note(&note);
            annotate(store, id, about, move |all| {
                all.add(target.clone(), note.clone(), now);
            })
        }
        Change::Reword { annotation, note } => {
            let note = store::note(&note);
            annotate(store, id, about, move |all| {
                all.reword(&annotation, note.clone(), now);
            })
        }
        Change::Erase(gone) => annotate(store, id, about, move |all| all.remove(gone)),
        Change::Restore(annotation) => annotate(store, id, about, move |all| {
            all.restore(&annotation, now);
        }),
    }
}

/// Changes what stands in the margin of an article.
fn annotate(
    store: &Store,
    id: &Id,
    about: Option<About>,
    change: impl Fn(&mut Annotations) + Send + 'static,
) -> Result<Kept, Problem> {
    store.change(id, move |kept| {
        if let Some(about) = &about {
            kept.identify(about.clone());
        }
        change(&mut kept.annotations);
    })
}
