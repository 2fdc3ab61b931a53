//! The thin binary around the library.

use leeslamp::cli::{self, Next};
use leeslamp::store::Store;
use leeslamp::terminal::{self, Ending, Opening, Refusal};
use std::io::IsTerminal;
use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(match cli::run(std::env::args_os()) {
        Next::Exit(status) => status,
        Next::Open(opening) => open(opening),
    })
}

/// Opens the interface and gives the exit status.
fn open(opening: cli::Opening) -> u8 {
    if !std::io::stdout().is_terminal() {
        return cli::refuse_without_terminal(opening.language);
    }
    let store = Store::open(opening.config_dir);
    let (settings, problems) = store.settings();
    let words = opening.language.wording();
    let problems = problems
        .into_iter()
        .chain(store.problem())
        .map(|p| p.line(words.reason));
    let problems = problems.collect();
    let ended = terminal::run(Opening {
        paths: opening.paths,
        store,
        settings,
        problems,
        words,
    });
    match ended {
        Ok(Ending::Left(lost)) if lost.is_empty() => cli::DONE,
        Ok(Ending::Left(lost)) => {
            for sentence in &lost {
                cli::complain(sentence);
            }
            cli::FAILED
        }
        Ok(Ending::Signal(number)) => u8::try_from(128 + number).unwrap_or(cli::FAILED),
        Err(Refusal::Unreadable(problem)) => {
            cli::complain(&problem.line(words.reason));
            cli::FAILED
        }
        Err(Refusal::Terminal(error)) => {
            cli::complain(&format!("{error:#}"));
            cli::FAILED
        }
    }
}
