//! The thread that writes down what is kept, one change after the other, while the reading goes on.

use super::{Wake, not_kept};
use crate::app::{Change, Keep, Msg};
use crate::article::Id;
use crate::library::{About, Annotations, Kept};
use crate::store::{self, Problem, Store};
use crate::wording::Wording;
use jiff::Timestamp;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Longer than this without a key, and the reader is taken to have stopped reading.
const LONGEST_LOOK: Duration = Duration::from_mins(3);

/// How soon what could not be written is tried again while nothing else is to be written: soon enough for a
/// reader who has just made room on the disk, and next to no work.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(2);

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

    /// What tells that every change so far has been written or reported.
    pub(super) fn written(&self) -> Written {
        let (tell, told) = channel();
        if let Some(work) = &self.work {
            let _ = work.send(Job::Tell(tell));
        }
        Written(told)
    }
}

/// Every change up to a moment.
pub(super) struct Written(Receiver<()>);

impl Written {
    /// Waits until they have been written or reported.
    pub(super) fn wait(&self) {
        let _ = self.0.recv();
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
    // At the program's end nobody listens any more, and what could not be kept is said there.
    let tell = |message| {
        let _ = to.send(Wake::Message(message));
    };
    let mut looked_since = Instant::now();
    loop {
        let unwritten = store.has_unwritten();
        let keep = match next(waiting, unwritten) {
            Next::Job(Job::Keep(keep)) => keep,
            Next::Job(Job::Tell(tell)) => {
                let _ = tell.send(());
                continue;
            }
            Next::TryAgain => {
                for (id, kept) in store.try_again().0 {
                    let (kept, change) = (Box::new(kept), Change::Opened);
                    tell(Msg::Kept { id, kept, change });
                }
                if !store.has_unwritten() {
                    tell(Msg::KeptAfterAll);
                }
                continue;
            }
            Next::End => return,
        };
        let seconds = match keep.change {
            Change::Place { .. } => looked_since.elapsed().min(LONGEST_LOOK).as_secs(),
            _ => 0,
        };
        // Seconds that are not counted yet stay with the next change.
        if seconds > 0 || keep.change == Change::Opened {
            looked_since = Instant::now();
        }
        let done = perform(store, &keep, seconds);
        if unwritten && !store.has_unwritten() {
            tell(Msg::KeptAfterAll);
        }
        for problem in store.newly_set_aside() {
            tell(Msg::NotKept(problem.line(words.reason)));
        }
        tell(match done {
            Ok(kept) => Msg::Kept {
                id: keep.id,
                kept: Box::new(kept),
                change: keep.change,
            },
            Err(problem) => Msg::NotKept(not_kept(&problem, words)),
        });
    }
}

/// What the thread turns to.
enum Next {
    Job(Job),
    TryAgain,
    End,
}

fn next(waiting: &Receiver<Job>, unwritten: bool) -> Next {
    if !unwritten {
        return waiting.recv().map_or(Next::End, Next::Job);
    }
    match waiting.recv_timeout(TRY_AGAIN_AFTER) {
        Ok(job) => Next::Job(job),
        Err(RecvTimeoutError::Timeout) => Next::TryAgain,
        Err(RecvTimeoutError::Disconnected) => Next::End,
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
        Change::Opened => {
            let kept = store.change(id, move |kept| {
                if let Some(about) = &about {
                    kept.identify(about.clone());
                }
                kept.open(now);
            })?;
            if let (Some(article), true) = (article, kept.saved.is_some()) {
                store.renew_copy(article, origin)?;
            }
            Ok(kept)
        }
        Change::Place { anchor, progress } => store.change(id, move |kept| {
            if let Some(about) = &about {
                kept.identify(about.clone());
            }
            kept.reach(anchor.clone(), progress, now);
            kept.seconds_read += seconds;
        }),
        Change::Save => {
            if let Some(article) = article {
                return store.save(article, origin, now);
            }
            let (origin, article) = store.read_or_copy(origin.clone())?;
            store.save(&article, &origin, now)
        }
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
