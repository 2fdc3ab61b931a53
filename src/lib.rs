//! leeslamp: a terminal reader for long Dutch articles, with the people quoted beside the text.
//!
//! The rooms, and which way they may look, are drawn in ARCHITECTURE.md; `tests/architecture.rs` holds
//! the code to it. The quiet rooms (`article`, `quotes`, `typeset`, `library`) never fail and never wait;
//! `parse` turns bytes into an article; `app` and `view` are plain values and a drawing of them; `store`,
//! `terminal` and `cli` are the outside.

pub mod app;
pub mod article;
pub mod cli;
pub mod library;
pub mod parse;
pub mod quotes;
pub mod search;
pub mod store;
pub mod terminal;
pub mod typeset;
pub mod view;
pub mod wording;
