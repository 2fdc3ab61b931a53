//! What the list shows: which articles, under which filter, in what order.

use super::{Entry, Order, Shelf};
use std::cmp::Reverse;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The articles to list, as indexes into `entries`: those on `shelf` in which every word of `query` stands
/// in the title, an author's name, the section or a tag, in `order`. Case and accents make no difference.
/// Articles that the order cannot tell apart keep the order of `entries`.
pub fn list(entries: &[Entry], shelf: Shelf, query: &str, order: Order) -> Vec<usize> {
    let words = fold(query);
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut listed: Vec<(usize, &Entry)> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| shelf.holds(entry) && holds_words(entry, &words))
        .collect();
    match order {
        // An article without a date stands after those with one.
        Order::Date => listed.sort_by_cached_key(|(_, e)| {
            Reverse(e.published.as_ref().map(|p| (p.first_day(), p.to_string())))
        }),
        Order::Title => listed.sort_by_cached_key(|(_, e)| sort_form(&e.title)),
        Order::Author => listed.sort_by_cached_key(|(_, e)| {
            let author = e.authors.first().map(|a| sort_form(&a.name));
            (author.is_none(), author)
        }),
        Order::Length => listed.sort_by_key(|(_, e)| e.words),
        Order::Opened => listed.sort_by_key(|(_, e)| Reverse(e.kept.last_opened)),
    }
    listed.into_iter().map(|(index, _)| index).collect()
}

/// The articles to go on reading, as indexes into `entries`: at most `most` of those begun and not finished,
/// the one opened last first.
pub fn being_read(entries: &[Entry], most: usize) -> Vec<usize> {
    let mut begun: Vec<(usize, &Entry)> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| Shelf::Reading.holds(entry))
        .collect();
    begun.sort_by_key(|(_, entry)| Reverse(entry.kept.last_opened));
    begun.iter().take(most).map(|&(index, _)| index).collect()
}

/// True where every one of the folded `words` stands somewhere in what the entry is filtered by.
fn holds_words(entry: &Entry, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut hay = fold(&entry.title);
    let names = entry.authors.iter().map(|author| author.name.as_str());
    let rest = entry.section.iter().chain(&entry.tags).map(String::as_str);
    for part in names.chain(rest) {
        // A word of the query never matches across two parts.
        hay.push('\n');
        hay.push_str(&fold(part));
    }
    words.iter().all(|word| hay.contains(word))
}

/// For sorting: folded, without the quote marks that a title may begin with.
fn sort_form(text: &str) -> String {
    fold(text.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// `text` without case and accents. `ĳ` becomes `ij`, and a curly quote mark a straight one.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '‘' | '’' | '‛' | '`' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '‐' | '‑' | '–' | '—' => '-',
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Author, Id, Published};
    use crate::library::{Kept, Origin};
    use jiff::Timestamp;

    fn entry(title: &str, author: &str, published: &str) -> Entry {
        Entry {
            origin: Origin::Stdin,
            id: Id::of(title),
            title: title.into(),
            authors: vec![Author {
                name: author.into(),
                role: None,
            }],
            section: Some("Achtergrond".into()),
            tags: vec!["Waterbeheer".into()],
            published: Published::parse(published),
            words: title.len(),
            reading_minutes: 1,
            lead: String::new(),
            kept: Kept::default(),
        }
    }

    fn library() -> Vec<Entry> {
        vec![
            entry("‘Zeeën van tijd’", "Ilse van Aken", "2024-05"),
            entry("De laatste veerman", "Ömer Yıldız", ""),
            entry("Één dag op de dijk", "Daan Kuiper", "2025-02-24"),
            entry("Bĳna thuis", "Ilse van Aken", "2024-05-03"),
        ]
    }

    fn titles(query: &str, order: Order) -> Vec<String> {
        let entries = library();
        list(&entries, Shelf::All, query, order)
            .into_iter()
            .map(|i| entries[i].title.clone())
            .collect()
    }

    #[test]
    fn the_newest_stands_first_and_what_has_no_date_last() {
        assert_eq!(
            titles("", Order::default()),
            [
                "Één dag op de dijk",
                "Bĳna thuis",
                "‘Zeeën van tijd’",
                "De laatste veerman"
            ]
        );
    }

    #[test]
    fn titles_and_authors_sort_without_accents_and_quote_marks() {
        assert_eq!(
            titles("", Order::Title),
            [
                "Bĳna thuis",
                "De laatste veerman",
                "Één dag op de dijk",
                "‘Zeeën van tijd’"
            ]
        );
        assert_eq!(
            titles("", Order::Author),
            [
                "Één dag op de dijk",
                "‘Zeeën van tijd’",
                "Bĳna thuis",
                "De laatste veerman"
            ]
        );
    }

    #[test]
    fn typing_without_accents_finds_what_has_them() {
        assert_eq!(titles("zeeen", Order::Date), ["‘Zeeën van tijd’"]);
        assert_eq!(titles("een DAG", Order::Date), ["Één dag op de dijk"]);
        assert_eq!(titles("bijna", Order::Date), ["Bĳna thuis"]);
        assert_eq!(titles("omer", Order::Date), ["De laatste veerman"]);
    }

    #[test]
    fn all_words_must_match_anywhere_in_title_author_section_or_tags() {
        assert_eq!(titles("aken thuis", Order::Date), ["Bĳna thuis"]);
        assert_eq!(titles("water ilse tijd", Order::Date), ["‘Zeeën van tijd’"]);
        assert_eq!(titles("achtergrond", Order::Date).len(), 4);
        assert!(titles("aken veerman", Order::Date).is_empty());
        assert!(titles("tijd’ ilse vanaken", Order::Date).is_empty());
    }

    #[test]
    fn each_shelf_holds_what_its_name_says() {
        let now = Timestamp::UNIX_EPOCH;
        let mut entries = library();
        entries[0].kept.save(now);
        entries[1].kept.open(now);
        entries[2].kept.open(now);
        entries[2]
            .kept
            .reach(crate::article::Anchor::default(), 1.0, now);
        let on = |shelf| list(&entries, shelf, "", Order::Length);
        assert_eq!(on(Shelf::All).len(), 4);
        assert_eq!(on(Shelf::Saved), [0]);
        assert_eq!(on(Shelf::Reading), [1]);
        assert_eq!(on(Shelf::Finished), [2]);
        assert_eq!(on(Shelf::Unread), [3, 0]);
    }

    #[test]
    fn what_was_opened_last_is_gone_on_with_first() {
        let second = |n| Timestamp::from_second(n).expect("a second of this age");
        let mut entries = library();
        for (index, at) in [(0, 10), (2, 30), (3, 20)] {
            entries[index].kept.open(second(at));
        }
        assert_eq!(being_read(&entries, 2), [2, 3]);
        let end = crate::article::Anchor::default();
        entries[2].kept.reach(end, 1.0, second(40));
        assert_eq!(being_read(&entries, 9), [3, 0]);
    }
}
