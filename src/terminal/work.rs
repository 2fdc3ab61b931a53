//! What takes time is done on threads of its own, and comes back as messages.

use super::Wake;
use super::keeper::Keeper;
use crate::app::{Effect, Msg, Opened};
use crate::library::Origin;
use crate::quotes;
use crate::store::{Problem, Scope, Store};
use crate::typeset;
use crate::wording::Wording;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

/// Performs the effects that need neither the screen nor the loop.
pub(super) struct Work {
    store: Store,
    scope: Scope,
    words: &'static Wording,
    keeper: Keeper,
    to: Sender<Wake>,
    /// Tells the thread that counts pages that its count is not wanted any more.
    stop_counting: Arc<AtomicBool>,
    /// The preview that is wanted now; older ones are not worth finishing.
    preview: Arc<AtomicU64>,
}

impl Work {
    pub(super) fn new(
        store: Store,
        scope: Scope,
        words: &'static Wording,
        to: Sender<Wake>,
    ) -> Self {
        Self {
            keeper: Keeper::start(store.clone(), words, to.clone()),
            store,
            scope,
            words,
            to,
            stop_counting: Arc::default(),
            preview: Arc::default(),
        }
    }

    /// Starts what `effect` asks for.
    pub(super) fn start(&mut self, effect: Effect) {
        let (store, words) = (self.store.clone(), self.words);
        match effect {
            Effect::List => {
                let (scope, to) = (self.scope.clone(), self.to.clone());
                let written = self.keeper.written();
                self.on_thread(move || {
                    // Otherwise the article just left would be listed as it was before.
                    written.wait();
                    Some(list(&store, &scope, words, &to))
                });
            }
            Effect::Collect => {
                let written = self.keeper.written();
                self.on_thread(move || {
                    written.wait();
                    Some(Msg::Collected(store.collected()))
                });
            }
            Effect::Open(origin) => {
                let written = self.keeper.written();
                self.on_thread(move || {
                    // Who leaves an article and comes back at once wants the place just left.
                    written.wait();
                    match self::open(&store, origin) {
                        Ok((opened, problem)) => {
                            let problem = problem.map(|p| Msg::NotKept(p.line(words.reason)));
                            let opened = Msg::Opened(Box::new(opened));
                            [Some(opened), problem].into_iter().flatten().collect()
                        }
                        Err(problem) => vec![Msg::NotOpened(problem.line(words.reason))],
                    }
                });
            }
            Effect::FindQuotes(article) => {
                self.on_thread(move || {
                    Some(Msg::Quoted(article.id().clone(), quotes::find(&article)))
                });
            }
            Effect::Preview(origin, id) => {
                let wanted = self.preview.clone();
                let mine = wanted.fetch_add(1, Ordering::Relaxed) + 1;
                self.on_thread(move || {
                    let still_wanted = || wanted.load(Ordering::Relaxed) == mine;
                    let article = still_wanted().then(|| store.read(&origin).ok())??;
                    still_wanted().then(|| Msg::Quoted(id, quotes::find(&article)))
                });
            }
            Effect::CountPages(article, setting) => {
                self.stop_counting.store(true, Ordering::Relaxed);
                self.stop_counting = Arc::default();
                let stop = self.stop_counting.clone();
                self.on_thread(move || {
                    let counts = typeset::count_pages(&article, setting, &stop)?;
                    Some(Msg::Counted(article.id().clone(), counts))
                });
            }
            Effect::SetAhead(article, setting, section) => {
                self.on_thread(move || {
                    let ahead = typeset::set_ahead(&article, setting, section);
                    Some(Msg::SetAhead(article.id().clone(), ahead))
                });
            }
            Effect::Keep(keep) => self.keeper.keep(*keep),
            Effect::Browse(url) => {
                self.on_thread(move || {
                    let opened = ::open::that_detached(&url);
                    Some(match opened {
                        Ok(()) => Msg::Browsing(url),
                        Err(_) => Msg::NoBrowser(url),
                    })
                });
            }
            Effect::Copy(_) | Effect::Settle | Effect::Suspend | Effect::Quit => {}
        }
    }

    /// Runs `work` on a thread and sends what it gives. A fault in it ends the thread, not the program.
    fn on_thread<Messages: IntoIterator<Item = Msg>>(
        &self,
        work: impl FnOnce() -> Messages + Send + 'static,
    ) {
        let to = self.to.clone();
        thread::spawn(move || {
            let messages = catch_unwind(AssertUnwindSafe(work));
            for message in messages.into_iter().flatten() {
                let _ = to.send(Wake::Message(message));
            }
        });
    }

    /// Waits until everything kept so far is written.
    pub(super) fn wait_until_written(&self) {
        self.keeper.written().wait();
    }

    /// Waits until everything kept is written, and ends.
    pub(super) fn finish(self) {
        drop(self.keeper);
    }
}

/// Reads an article, or the copy of a saved one whose file is gone, and what is kept about it; and says
/// what is wrong with that.
pub(super) fn open(store: &Store, origin: Origin) -> Result<(Opened, Option<Problem>), Problem> {
    let (origin, article) = store.read_or_copy(origin)?;
    let article = Arc::new(article);
    let found = store.find(&article, &origin);
    let opened = Opened {
        origin,
        article,
        kept: found.kept.unwrap_or_default(),
    };
    Ok((opened, found.problem))
}

fn list(store: &Store, scope: &Scope, words: &Wording, to: &Sender<Wake>) -> Msg {
    let mut problems = Vec::new();
    let loaded = store.load(scope, |batch| {
        problems.extend(batch.problems.iter().map(|p| p.line(words.reason)));
        match to.send(Wake::Message(Msg::Listed(batch.entries))) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    });
    Msg::ListedAll {
        skipped: loaded.skipped,
        problems,
    }
}
