//! The thin binary around the library.

use leeslamp::cli::{self, Next};
use std::process::ExitCode;

fn main() -> ExitCode {
    let status = match cli::run(std::env::args_os()) {
        Next::Exit(status) => status,
        Next::Open(opening) => cli::refuse_without_terminal(opening.language),
    };
    ExitCode::from(status)
}
