//! English.

mod cli;
mod reasons;

use super::Wording;
use super::screen::Screen;

pub(super) const WORDING: Wording = Wording {
    cli: cli::WORDING,
    reason: reasons::reason,
    untitled: "untitled",
    screen: Screen {
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        reading_time: |n| format!("{n} min read"),
        minutes_short: |n| format!("{n} min"),
        times_opened: |n| format!("opened {n} {}", if n == 1 { "time" } else { "times" }),
        last_on: |day| format!("last on {day}"),
        time_read: |minutes| match (minutes / 60, minutes % 60) {
            (0, rest) => format!("read for {rest} min"),
            (hours, rest) => format!("read for {hours} h {rest} min"),
        },
        finished_on: |day| format!("finished on {day}"),
        minutes_left: |n| format!("{n} min left"),
        page_of: |n, of| format!("page {n} of {of}"),
        saved: "saved",
        unsaved: |key| format!("no longer saved; {key} saves again"),
        unsaved_copy: |key, days| {
            format!("no longer saved; {key} saves again, for {days} more days")
        },
        not_kept: |reason, file| {
            if file.is_empty() {
                format!("not kept: {reason}")
            } else {
                format!("not kept: {reason} ({file})")
            }
        },
        kept_after_all: "everything has been kept after all",
        finished: "finished",
        quoted: "Quoted",
        experts: "Experts",
        others: "Also quoted",
        unattributed: "Speaker unknown",
        nobody_quoted: "Nobody is quoted in this article.",
        finding_quotes: "Looking …",
        quotations: |n| format!("{n}×"),
        contents: "Contents",
        bookmark: "bookmark",
        bookmarked: "bookmarked",
        highlighted: "highlighted",
        note_kept: "note kept",
        note_emptied: "note removed",
        note: "Note on this place",
        note_on: |words| format!("Note on “{words}”"),
        note_hints: &["Enter keep", "Ctrl-J new line", "Ctrl-U clear"],
        removed: |key| format!("removed; {key} puts it back"),
        restored: "put back",
        nothing_to_undo: "nothing has been removed",
        margin_hints: ["go there", "note", "remove", "put back"],
        unmarked: "removed",
        choose_begin: "choose the first word",
        words_selected: |n| format!("{n} {}", if n == 1 { "word" } else { "words" }),
        select_hints: [
            "begin here",
            "highlight",
            "note",
            "sentence",
            "paragraph",
            "back",
        ],
        copied: "sent to the terminal's clipboard",
        copied_much: "sent to the terminal's clipboard; not every terminal takes that much",
        nothing_to_copy: |key| format!("nothing to copy; {key} selects words"),
        browsing: |url| format!("handed to the browser: {url}"),
        no_browser: |url| format!("found no browser for {url}"),
        no_source: "This article names no address of the web.",
        marks: "Bookmarks and highlights",
        collecting: "looking for bookmarks and highlights …",
        nothing_marked: "There are no bookmarks or highlights yet.",
        marked_in: |marks, articles| {
            let articles = match articles {
                1 => "1 article".to_owned(),
                n => format!("{n} articles"),
            };
            format!("{marks} in {articles}")
        },
        article_gone: "The article is gone; these words are all that is left.",
        gone: "not to be found",
        lost: "not in the article any more",
        no_marks: "This article has no bookmarks or highlights yet.",
        lost_highlight: "These words are no longer in the article.",
        no_headings: "This article has no headings.",
        no_text: "This article has no text.",
        not_found: |what| format!("“{what}” is not in this article"),
        match_of: |n, of| format!("match {n} of {of}"),
        no_more_quotations: "no more quotations this way",
        no_jump: "no earlier place to go back to",
        no_jump_forward: "there is no later place",
        text_changed: "The text has changed; your place was found again.",
        place_guessed: "The text has changed; this is about where you were.",
        replaced_characters: |n| {
            format!(
                "{n} {} unreadable and replaced by �",
                if n == 1 {
                    "character was"
                } else {
                    "characters were"
                }
            )
        },
        from_copy: "The original is gone; this is the saved copy.",
        copy_only: "the file is gone; this is the copy",
        library: "Leeslamp",
        shelves: ["All", "Saved", "Reading", "Unread", "Finished"],
        orders: ["date", "title", "author", "length", "last opened"],
        sorted_by: |order| format!("by {order}"),
        begun: "Continue reading",
        other_articles: "Other articles",
        articles: |n| format!("{n} {}", if n == 1 { "article" } else { "articles" }),
        skipped: |n| {
            format!(
                "{n} other {} skipped",
                if n == 1 { "file" } else { "files" }
            )
        },
        reading_folders: "reading folders …",
        nothing_here: "No articles here.",
        how_to_add: "There are no articles in this folder. Another folder: leeslamp FOLDER, or list folders in config.toml.",
        built_in: "The articles that come with leeslamp; for your own: leeslamp FOLDER",
        search_prompt: "Search: ",
        help: "Keys",
        places: [
            "Reading",
            "Selecting words",
            "Bookmarks and highlights",
            "List beside the text",
            "Library",
        ],
        action: |name| match name {
            "next_page" => "next page",
            "previous_page" => "previous page",
            "line_down" => "down",
            "line_up" => "up",
            "half_page_down" => "half a page down",
            "half_page_up" => "half a page up",
            "begin" => "to the beginning",
            "end" => "to the end",
            "search" => "search",
            "next_match" => "next match",
            "previous_match" => "previous match",
            "contents" => "contents",
            "bookmark" => "bookmark, or undo that",
            "highlight" => "highlight, or select words",
            "note" => "write a note",
            "remove" => "remove",
            "undo" => "put back what was removed",
            "select" => "select words",
            "next_word" => "next word",
            "previous_word" => "previous word",
            "next_sentence" => "next sentence",
            "previous_sentence" => "previous sentence",
            "next_paragraph" => "next paragraph",
            "previous_paragraph" => "previous paragraph",
            "whole_sentence" => "whole sentence, then the next too",
            "whole_paragraph" => "whole paragraph, then the next too",
            "other_end" => "move the other end",
            "marks" => "bookmarks and highlights",
            "experts" => "list of speakers on or off",
            "step_in" => "to the list and back",
            "next_quotation" => "next quotation",
            "previous_quotation" => "previous quotation",
            "save" => "save, or undo that",
            "copy" => "copy with its source",
            "browse" => "open the source in the browser",
            "jump_back" => "back from a jump",
            "jump_forward" => "forward again to the later place",
            "narrower" => "narrower column",
            "wider" => "wider column",
            "justify" => "justified or ragged",
            "columns" => "one column or two",
            "back" => "back",
            "open" => "open",
            "filter" => "filter",
            "all" => "all",
            "saved" => "saved",
            "reading" => "being read",
            "unread" => "unread",
            "finished" => "finished",
            "sort" => "another order",
            "theme" => "other colours",
            "help" => "this help",
            "suspend" => "to the background",
            "quit" => "quit",
            _ => "",
        },
        unknown_action: |name| format!("config.toml: no action “{name}” under [keys]"),
        unknown_key: |name| format!("config.toml: no key “{name}” under [keys]"),
        and_more: |n| format!("and {n} more"),
        themes: [
            "the terminal's colours",
            "light colours",
            "dark colours",
            "no colours (NO_COLOR)",
        ],
        ragged: "ragged right",
        justified: "justified",
        measure: |n| format!("{n} columns wide"),
        text_columns: |n| {
            if n == 2 {
                "two columns".into()
            } else {
                "one column".into()
            }
        },
        too_narrow: "two columns do not fit in this window",
    },
};
