//! What each thing on the screen looks like, by its role.
//!
//! Named ANSI colours, so that the reader's own palette rules; without colours the attributes alone tell
//! everything apart.

use crate::app::Colours;
use crate::article::MarkKind;
use ratatui::style::{Color, Modifier, Style};

/// The roles that things on the screen play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Running text.
    Text,
    /// The article's title.
    Title,
    /// Who wrote it.
    Byline,
    /// Date lines, captions, running heads, rules: what may be overlooked.
    Quiet,
    /// A heading in the text.
    Heading,
    /// A block quote.
    Quote,
    /// Code.
    Code,
    /// Words that the reader highlighted.
    Highlight,
    /// Words that were jumped to.
    Marked,
    /// Words that are being selected.
    Selected,
    /// The end of the selection that the keys move.
    SelectionEnd,
    /// A place found by a search.
    Hit,
    /// The place found that was jumped to.
    CurrentHit,
    /// Somebody's name in a list.
    Name,
    /// Somebody who speaks on the visible page.
    Speaking,
    /// The entry that Enter acts on.
    Chosen,
    /// The heading of a list.
    ListHeading,
    /// Saved.
    Saved,
    /// A key in the help.
    Key,
    /// Something went wrong.
    Problem,
}

pub(super) fn style(role: Role, colours: Colours) -> Style {
    let plain = Style::new();
    let (attributes, colour) = match role {
        Role::Text | Role::Name => (plain, None),
        Role::Title | Role::ListHeading => (plain.bold(), None),
        Role::Byline | Role::Quote => (plain.italic(), None),
        Role::Quiet => (plain.dim(), None),
        Role::Heading => (plain.bold(), Some(Color::Yellow)),
        Role::Code => (plain, Some(Color::Green)),
        Role::Marked | Role::Selected | Role::CurrentHit | Role::Chosen => (plain.reversed(), None),
        Role::SelectionEnd => (plain.reversed().bold().underlined(), None),
        Role::Hit => (plain.underlined().bold(), None),
        Role::Speaking | Role::Key => (plain.bold(), Some(Color::Cyan)),
        Role::Highlight => (plain.underlined(), Some(Color::Yellow)),
        Role::Saved => (plain, Some(Color::Yellow)),
        Role::Problem => (plain.bold(), Some(Color::Red)),
    };
    match (colours, colour) {
        (Colours::Palette, Some(colour)) => attributes.fg(colour),
        _ => attributes,
    }
}

/// What a mark adds to the text it lies over.
pub(super) fn mark(kind: &MarkKind, colours: Colours) -> Style {
    let plain = Style::new();
    match kind {
        MarkKind::Emphasis => plain.add_modifier(Modifier::ITALIC),
        MarkKind::Strong => plain.add_modifier(Modifier::BOLD),
        MarkKind::Code => style(Role::Code, colours),
        MarkKind::Struck => plain.add_modifier(Modifier::CROSSED_OUT),
        MarkKind::Link(_) => plain.add_modifier(Modifier::UNDERLINED),
    }
}
