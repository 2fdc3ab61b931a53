//! The commands, as a reader and a script meet them: the real program, real files, its own words.

mod adding;
mod exporting;
mod house;
mod keeping;
mod quoting;
mod showing;
mod usage;
