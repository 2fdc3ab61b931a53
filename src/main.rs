//! The thin binary around the library.

use leeslamp::cli::{self, Next};
use leeslamp::store::Store;
use leeslamp::terminal::{self, Cause, Ending, Opening, Refusal};
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
    let Ending { cause, lost } = match ended {
        Ok(ending) => ending,
        Err(Refusal::Unreadable(problem)) => {
            cli::complain(&problem.line(words.reason));
            return cli::FAILED;
        }
        Err(Refusal::Terminal(error)) => {
            cli::complain(&format!("{error:#}"));
            return cli::FAILED;
        }
    };
    for sentence in &lost {
        cli::complain(sentence);
    }
    match cause {
        Cause::Left if lost.is_empty() => cli::DONE,
        Cause::Left => cli::FAILED,
        Cause::Signal(number) => u8::try_from(128 + number).unwrap_or(cli::FAILED),
        Cause::Terminal(error) => {
            cli::complain(&format!("{error:#}"));
            cli::FAILED
        }
    }
}
