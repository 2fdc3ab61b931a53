//! The screens as a reader sees them: a row of keys in, a picture of the window out.
//!
//! Nothing here starts a terminal, a thread or a clock: [`desk::Desk`] performs the effects on the spot.
//! What only a terminal can show (start, restore, signals) stands in `tests/terminal`.

mod collecting;
mod colours;
mod copying;
mod desk;
mod notes;
mod pictures;
mod promises;
mod saving;
mod selecting;
mod texts;
