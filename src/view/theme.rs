//! What each thing on the screen looks like, by its role.
//!
//! Named ANSI colours, so that the reader's own palette rules, or two grounds of our own; without colours the
//! attributes alone tell everything apart.

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

/// The letters and the ground of the whole screen; the terminal's own where nothing is said.
pub(super) fn base(colours: Colours) -> Style {
    match colours {
        Colours::Palette | Colours::None => Style::new(),
        Colours::Light => Style::new().fg(Color::Indexed(235)).bg(Color::Indexed(255)),
        Colours::Dark => Style::new().fg(Color::Indexed(252)).bg(Color::Indexed(234)),
    }
}

/// A hue in each theme: of the palette, and of the 256 colours on the light and on the dark ground, dark or
/// light enough there to be read as easily as the text.
struct Hue {
    palette: Color,
    light: u8,
    dark: u8,
}

const AMBER: Hue = Hue {
    palette: Color::Yellow,
    light: 94,
    dark: 179,
};
const GREEN: Hue = Hue {
    palette: Color::Green,
    light: 22,
    dark: 114,
};
const BLUE: Hue = Hue {
    palette: Color::Cyan,
    light: 24,
    dark: 80,
};
const RED: Hue = Hue {
    palette: Color::Red,
    light: 124,
    dark: 210,
};
/// Greys that can still be read, on a ground where nobody knows what becomes of a dimmed colour.
const GREY: (u8, u8) = (241, 246);

pub(super) fn style(role: Role, colours: Colours) -> Style {
    let plain = Style::new();
    let (attributes, hue) = match role {
        Role::Text | Role::Name => (plain, None),
        Role::Title | Role::ListHeading => (plain.bold(), None),
        Role::Byline | Role::Quote => (plain.italic(), None),
        Role::Quiet => match colours {
            Colours::Palette | Colours::None => (plain.dim(), None),
            Colours::Light => (plain.fg(Color::Indexed(GREY.0)), None),
            Colours::Dark => (plain.fg(Color::Indexed(GREY.1)), None),
        },
        Role::Heading => (plain.bold(), Some(AMBER)),
        Role::Code => (plain, Some(GREEN)),
        Role::Marked | Role::Selected | Role::CurrentHit | Role::Chosen => (plain.reversed(), None),
        Role::SelectionEnd => (plain.reversed().bold().underlined(), None),
        Role::Hit => (plain.underlined().bold(), None),
        Role::Speaking | Role::Key => (plain.bold(), Some(BLUE)),
        Role::Highlight => (plain.underlined(), Some(AMBER)),
        Role::Saved => (plain, Some(AMBER)),
        Role::Problem => (plain.bold(), Some(RED)),
    };
    match (colours, hue) {
        (Colours::Palette, Some(hue)) => attributes.fg(hue.palette),
        (Colours::Light, Some(hue)) => attributes.fg(Color::Indexed(hue.light)),
        (Colours::Dark, Some(hue)) => attributes.fg(Color::Indexed(hue.dark)),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Red, green and blue of one of the 256 colours above the palette's sixteen.
    fn parts(colour: Option<Color>) -> [u8; 3] {
        let Some(Color::Indexed(n)) = colour else {
            panic!("{colour:?} depends on the terminal")
        };
        let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
        match n {
            232.. => [8 + 10 * (n - 232); 3],
            16.. => [
                step((n - 16) / 36),
                step((n - 16) / 6 % 6),
                step((n - 16) % 6),
            ],
            _ => panic!("{n} depends on the terminal"),
        }
    }

    /// As the Web Content Accessibility Guidelines reckon it.
    fn contrast(one: Option<Color>, other: Option<Color>) -> f64 {
        let light = |colour| {
            let [r, g, b] = parts(colour).map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
        };
        let (one, other) = (light(one), light(other));
        one.max(other) / one.min(other)
    }

    #[test]
    fn on_our_own_grounds_everything_can_be_read() {
        for colours in [Colours::Light, Colours::Dark] {
            let ground = base(colours);
            assert!(contrast(ground.fg, ground.bg) > 10.0, "{colours:?}");
            for role in [
                Role::Quiet,
                Role::Heading,
                Role::Code,
                Role::Highlight,
                Role::Speaking,
                Role::Key,
                Role::Saved,
                Role::Problem,
            ] {
                let style = style(role, colours);
                assert!(!style.add_modifier.contains(Modifier::DIM));
                let found = contrast(style.fg, ground.bg);
                assert!(found >= 4.5, "{role:?} in {colours:?}: {found:.1}");
            }
        }
    }
}
