//! The rows of the list of quoted experts, as drawing and clicking both need them.

use super::layout::Area;
use super::people::{Group, People, Person};
use crate::article::{Article, Span};
use crate::quotes::Sureness;
use crate::wording::Wording;

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The heading of a group.
    Group,
    /// Somebody's name; number of quotations at the right.
    Name,
    /// Their role.
    Role,
    /// The beginning of a quotation.
    Quotation,
    /// A sentence instead of a list.
    Message,
    /// Nothing.
    Blank,
}

/// What a row belongs to: a person, or one quotation of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryRef {
    /// Index into [`People::list`].
    pub person: usize,
    /// Index into [`Person::quotations`].
    pub quotation: Option<usize>,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it shows.
    pub part: Part,
    /// The words, indented as they are to stand.
    pub text: String,
    /// Words at the right edge.
    pub right: String,
    /// What it belongs to.
    pub entry: Option<EntryRef>,
    /// Belongs to the entry that Enter would jump to.
    pub chosen: bool,
    /// Belongs to somebody who speaks on the visible page.
    pub speaks: bool,
}

/// Rows above the list: its heading, and a blank one.
pub const HEADING_ROWS: u16 = 2;
/// Rows that a quotation may take.
const QUOTATION_ROWS: usize = 2;
/// Rows that a role may take.
const ROLE_ROWS: usize = 3;

/// Whether the keys are in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stepped {
    /// They are: the chosen person's quotations are listed.
    In,
    /// They are not: those who speak on the page are listed with what they say there.
    Out,
}

/// The list for an area: as many rows as it has at most, so that the chosen entry, or whoever speaks on
/// the page that shows `shown`, is among them. `None` for `people` means that they are still being looked for.
pub fn rows(
    people: Option<&People>,
    article: &Article,
    shown: Span,
    stepped: Stepped,
    area: Area,
    words: &Wording,
) -> Vec<Row> {
    let words = &words.screen;
    let Some(people) = people else {
        return vec![message(words.finding_quotes)];
    };
    let width = usize::from(area.width);
    if people.list.is_empty() {
        return textwrap::wrap(words.nobody_quoted, width.max(1))
            .iter()
            .map(|line| message(line))
            .collect();
    }
    let mut rows = Vec::new();
    let mut group = None;
    for (index, person) in people.list.iter().enumerate() {
        if group != Some(person.group) {
            if group.is_some() {
                rows.push(blank());
            }
            group = Some(person.group);
            let name = match person.group {
                Group::Experts => words.experts,
                Group::Others => words.others,
                Group::Unattributed => words.unattributed,
            };
            rows.push(Row {
                part: Part::Group,
                ..message(name)
            });
        }
        let speaks = people.speaks_in(person, shown);
        let chosen = stepped == Stepped::In && people.chosen == index;
        put_person(
            &mut rows,
            people,
            index,
            Look {
                width,
                speaks,
                chosen,
            },
            &(words.quotations)(person.quotations.len()),
        );
        for (q, quotation) in people.quotations(person).enumerate() {
            let listed = match stepped {
                Stepped::In => chosen,
                Stepped::Out => quotation.span.overlaps(shown),
            };
            if listed {
                let this = chosen && people.quotation == Some(q);
                let doubt = person.speaker.is_some() && quotation.sureness == Sureness::Doubtful;
                let said = said(quotation.span.of(article.text()), doubt, width);
                rows.extend(said.into_iter().map(|text| Row {
                    part: Part::Quotation,
                    text,
                    right: String::new(),
                    entry: Some(EntryRef {
                        person: index,
                        quotation: Some(q),
                    }),
                    chosen: this,
                    speaks,
                }));
            }
        }
    }
    window(rows, usize::from(area.height), stepped)
}

#[derive(Clone, Copy)]
struct Look {
    width: usize,
    speaks: bool,
    chosen: bool,
}

fn put_person(rows: &mut Vec<Row>, people: &People, index: usize, look: Look, count: &str) {
    let Some(person) = people.list.get(index) else {
        return;
    };
    let entry = Some(EntryRef {
        person: index,
        quotation: None,
    });
    let row = |part, text, right| Row {
        part,
        text,
        right,
        entry,
        chosen: look.chosen && people.quotation.is_none(),
        speaks: look.speaks,
    };
    let speaker = person.speaker.and_then(|s| people.quotes.speakers.get(s));
    let name = match speaker {
        Some(speaker) if doubtful(people, person) => format!("{} ?", speaker.name),
        Some(speaker) => speaker.name.clone(),
        None => "—".to_owned(),
    };
    let room = look.width.saturating_sub(3);
    let first_room = room.saturating_sub(count.chars().count() + 1).max(1);
    for (i, line) in textwrap::wrap(&name, first_room).iter().enumerate() {
        let right = if i == 0 {
            count.to_owned()
        } else {
            String::new()
        };
        rows.push(row(Part::Name, format!("  {line}"), right));
    }
    let role = speaker.and_then(|s| {
        s.short_role
            .as_ref()
            .or(s.role.as_ref())
            .or(s.organisation.as_ref())
            // `een woordvoerder van de gemeente` says it all.
            .filter(|role| !s.name.contains(role.as_str()))
    });
    if let Some(role) = role {
        for line in clipped(role, room.max(1), ROLE_ROWS) {
            rows.push(row(Part::Role, format!("  {line}"), String::new()));
        }
    }
}

/// Nothing that this person is said to have said is more than a guess.
fn doubtful(people: &People, person: &Person) -> bool {
    people
        .quotations(person)
        .all(|q| q.sureness == Sureness::Doubtful)
}

/// The beginning of a quotation, over a few rows.
fn said(words: &str, doubt: bool, width: usize) -> Vec<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = if doubt { format!("? {words}") } else { words };
    let lines = clipped(&words, width.saturating_sub(5).max(1), QUOTATION_ROWS);
    let sign = |i| if i == 0 { "  › " } else { "    " };
    lines
        .into_iter()
        .enumerate()
        .map(|(i, line)| format!("{}{line}", sign(i)))
        .collect()
}

/// `text` over at most `rows` rows of `width` cells, with an ellipsis where it is cut: between words, but where a row is
/// one word.
pub fn clipped(text: &str, width: usize, rows: usize) -> Vec<String> {
    let mut lines: Vec<String> = textwrap::wrap(text, width)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect();
    if lines.len() > rows {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && textwrap::core::display_width(last) + 2 > width {
                let words = last.trim_end();
                match words.rfind(' ') {
                    Some(space) => last.truncate(space),
                    None => {
                        last.pop();
                    }
                }
            }
            *last = format!("{} …", last.trim_end());
        }
    }
    lines
}

fn message(text: &str) -> Row {
    let text = text.to_owned();
    Row {
        part: Part::Message,
        text,
        right: String::new(),
        entry: None,
        chosen: false,
        speaks: false,
    }
}

fn blank() -> Row {
    Row {
        part: Part::Blank,
        ..message("")
    }
}

/// The part of the list that fits: all of it, or a stretch with what the reader looks at.
fn window(rows: Vec<Row>, height: usize, stepped: Stepped) -> Vec<Row> {
    if rows.len() <= height {
        return rows;
    }
    let looked_at = |row: &Row| match stepped {
        Stepped::In => row.chosen,
        Stepped::Out => row.speaks,
    };
    let first = rows.iter().position(looked_at).unwrap_or_default();
    let above = height / 3;
    let top = first.saturating_sub(above).min(rows.len() - height);
    rows.into_iter().skip(top).take(height).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_says_so_and_never_exceeds_its_width() {
        let lines = clipped(
            "hoogleraar internationale betrekkingen aan een universiteit",
            20,
            2,
        );
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(
            lines.iter().all(|l| textwrap::core::display_width(l) <= 20),
            "{lines:?}"
        );
    }
    #[test]
    fn what_is_cut_is_cut_between_words() {
        let lines = clipped("speelt daarbij kennelijk geen rol", 18, 1);
        assert_eq!(lines, ["speelt daarbij …"]);
        let word = clipped("aardappelzetmeelfabriekgebouwen", 12, 1);
        assert_eq!(word, ["aardappelz …"]);
    }
}
