//! Article × [`Setting`] → lines → pages.
//!
//! Layout holds ranges: a [`Line`] says which bytes of the article's text it stands for, and what is
//! printed in their place where a break changes the spelling (`zeeën` → `zee-` / `en`). So search, copying
//! and places use the source, and nothing here copies text. Knows no colours and no screen.
//!
//! An article is laid out section by section, when a section is first needed: a section is a stretch of
//! text, as a rule of whole blocks, short enough to be set within one frame, that begins a page of its
//! own. An article of ordinary length is one section. So a book opens as fast as a column, a resize costs
//! what is visible, and a page is the same page however one came there.
//!
//! The way of a text: `sections` cuts it, `pieces` finds where its lines may end (asking
//! [`hyphenate`] and `glue`), `lines` chooses among those places, `printing` puts the chosen lines
//! in cells (with `justify`), `pages` fills pages with them, and [`Typesetter`] keeps what was done.
//! `shape` says how each sort of block is set, `verbatim` sets what must stay as it is.

mod glue;
pub mod hyphenate;
mod justify;
mod lines;
mod pages;
mod pieces;
mod printing;
mod sections;
mod setting;
mod shape;
mod typesetter;
mod verbatim;

#[cfg(test)]
mod tests;

pub use printing::{Ink, Line, Run};
pub use setting::{Alignment, Hyphenation, Setting};
pub use typesetter::{Ahead, PageCounts, PageId, Typesetter, count_pages, set_ahead};
