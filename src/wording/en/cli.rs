//! The commands, in English.

use crate::wording::cli::{CliWording, HelpWording};

pub(super) const WORDING: CliWording = CliWording {
    help: HelpWording {
        about: "Leeslamp reads long articles in the terminal, with the people quoted beside them.",
        after: "Open a file that has a command's name as ./list.\nWith no PATH: the folders in config.toml, or else the articles that come with leeslamp.",
        usage_heading: "Usage:",
        commands: "Commands",
        command: "COMMAND …",
        arguments: "Arguments",
        options: "Options",
        any_options: "[OPTIONS]",
        number: "N",
        file: "FILE",
        path: "PATH",
        folder: "DIR",
        paths: "Folders or files to open; - reads standard input",
        config_dir: "Folder for settings, places read and saved articles (also: LEESLAMP_CONFIG_DIR)",
        lang: "Language of leeslamp itself: nl or en",
        help: "Shows this help",
        version: "Shows the version",
        json: "As JSON",
        list: "Lists the library",
        list_paths: "Folders or files (otherwise those in config.toml, or the articles that come with leeslamp)",
        saved: "Saved articles only",
        unread: "Only articles that were never opened",
        reading: "Only articles that are being read",
        finished: "Only articles that were read to the end",
        search: "Searches the text of all articles; the best answer first",
        query_name: "QUERY",
        query: "Words that must all be there; between quote marks: words in a row",
        add: "Files a pasted text or a file in the library, as Markdown",
        add_to: "The folder (else the first one of config.toml)",
        completions: "Writes the completions for a shell",
        shell: "The shell",
        man: "Writes the manual page",
        save: "Saves articles, with a copy",
        unsave: "Saves articles no longer",
        save_files: "The articles; - reads standard input",
        export: "Writes out saved articles, highlights and notes, as Markdown or JSON",
        export_paths: "Articles or folders (else everything that is kept)",
        state: "Shows what is kept, and what is wrong with it",
        check: "Ends with status 1 where something is wrong",
        show: "Shows an article, typeset, on standard output",
        show_file: "The article; - reads standard input",
        width: "At most so many cells in a line (otherwise 66, or the terminal's width if that is less)",
        lines: "In pages of at most so many lines, parted by a form feed",
        justify: "With a straight right edge",
        no_hyphens: "Without dividing words",
        plain: "Without breaking lines, for screen readers and speech",
        quotes: "Who is quoted, in what role, saying what",
        quotes_paths: "Articles, or folders of articles; - reads standard input",
        markdown: "As Markdown",
        explain: "With the rule that found each quotation, the cue and how sure it is",
        hyphenate: "Hyphenates words: one word a line on standard input",
    },
    unknown_argument: |argument| format!("unknown option or argument: {argument}"),
    invalid_value: |option, value| format!("invalid value for {option}: {value}"),
    missing_argument: |what| format!("an argument is missing: {what}"),
    conflict: |one, other| format!("{one} and {other} exclude each other"),
    wrong_usage: "leeslamp cannot be used like this",
    see_help: "See leeslamp --help.",
    from_copy: "does not exist any more; this is the saved copy",
    skipped: |n| {
        if n == 1 {
            "1 file that is no text or Markdown was skipped".to_owned()
        } else {
            format!("{n} files that are no text or Markdown were skipped")
        }
    },
    how_to_add: "these are the articles that come with leeslamp; your own: leeslamp list DIR, or folders = [\"DIR\"] in config.toml",
    finished: "read",
    saved: "saved",
    unsaved: "no longer saved",
    was_not_saved: "was not saved",
    bookmark: "bookmark",
    highlight: "highlight",
    lost: "no longer in the article",
    added: |file| format!("added: {file}"),
    known: |file| format!("there already: {file}"),
    no_folder: "no folder to put it in: give --to FOLDER, or folders = [\"FOLDER\"] in config.toml",
    nothing_found: "nothing found",
    places: |n| {
        if n == 1 {
            "1 place".to_owned()
        } else {
            format!("{n} places")
        }
    },
    kept: |saved, articles| {
        format!("saved articles: {saved}; articles about which something is kept: {articles}")
    },
    annotated: |bookmarks, highlights, notes| {
        format!("bookmarks: {bookmarks}; highlights: {highlights}; notes: {notes}")
    },
    leftover: "copy of an article that is not saved",
    nothing_wrong: "Everything is in order.",
    standard_output: "standard output",
    standard_input: "standard input",
    no_terminal: "Leeslamp needs a terminal to open an article in. Without one: leeslamp show, list or quotes.",
    minutes: |minutes| format!("{minutes} min"),
    by: "By",
    nobody: "Speaker unknown",
    nobody_quoted: "Nobody is quoted.",
    quotations: |n| {
        if n == 1 {
            "1 quotation".to_owned()
        } else {
            format!("{n} quotations")
        }
    },
    kinds: ["direct", "indirect", "mixed"],
    sureness: ["sure", "likely", "doubtful"],
};
