//! Plain and pasted text → [`Article`].

use super::single_spaced;
use crate::article::{Article, BlockKind, Builder, Meta};

/// Reads tidied text.
pub(super) fn parse(text: &str) -> Article {
    let mut builder = Builder::with_capacity(text.len());
    for line in text.split('\n') {
        builder.begin(BlockKind::Paragraph);
        builder.push(&single_spaced(line));
    }
    builder.finish(Meta::default(), Vec::new())
}
