//! The sentences of the commands: their help and what they complain of.

/// Help and messages of the command line.
#[derive(Debug)]
pub struct CliWording {
    /// The help texts.
    pub help: HelpWording,
    /// Wrong usage: an option or argument that does not exist.
    pub unknown_argument: fn(&str) -> String,
    /// Wrong usage: a value that an option does not take (option, value).
    pub invalid_value: fn(&str, &str) -> String,
    /// Wrong usage: something required is missing.
    pub missing_argument: fn(&str) -> String,
    /// Wrong usage: two options that exclude each other.
    pub conflict: fn(&str, &str) -> String,
    /// Wrong usage of any other sort.
    pub wrong_usage: &'static str,
    /// Points to the help.
    pub see_help: &'static str,
    /// A saved article's file is gone, and its copy is read.
    pub from_copy: &'static str,
    /// Files of other forms that were left alone.
    pub skipped: fn(usize) -> String,
    /// The built-in articles are listed: how to add one's own.
    pub how_to_add: &'static str,
    /// An article is read to the end.
    pub finished: &'static str,
    /// An article has been saved.
    pub saved: &'static str,
    /// An article is saved no longer.
    pub unsaved: &'static str,
    /// An article was not saved in the first place.
    pub was_not_saved: &'static str,
    /// A bookmark.
    pub bookmark: &'static str,
    /// A highlight.
    pub highlight: &'static str,
    /// The words of a bookmark or highlight are not in the article any more.
    pub lost: &'static str,
    /// An article has been filed in the library (in this file).
    pub added: fn(&str) -> String,
    /// An article stood in the library already (in this file).
    pub known: fn(&str) -> String,
    /// There is no folder to file an article in.
    pub no_folder: &'static str,
    /// No article answers a query.
    pub nothing_found: &'static str,
    /// How many places were found in an article.
    pub places: fn(usize) -> String,
    /// How many articles are saved, and about how many something is kept.
    pub kept: fn(usize, usize) -> String,
    /// How many bookmarks, highlights and notes there are.
    pub annotated: fn(usize, usize, usize) -> String,
    /// A copy of an article that is not saved; nothing is wrong with it.
    pub leftover: &'static str,
    /// Everything that is kept can be read.
    pub nothing_wrong: &'static str,
    /// The standard output, as the name of a file that could not be written.
    pub standard_output: &'static str,
    /// The standard input, as the name of a file that could not be read.
    pub standard_input: &'static str,
    /// The interface needs a terminal.
    pub no_terminal: &'static str,
    /// Reading time in minutes.
    pub minutes: fn(u32) -> String,
    /// Before the author's name in the byline.
    pub by: &'static str,
    /// Quotations whose speaker could not be found.
    pub nobody: &'static str,
    /// An article in which nobody is quoted.
    pub nobody_quoted: &'static str,
    /// How many quotations.
    pub quotations: fn(usize) -> String,
    /// Direct, indirect, mixed.
    pub kinds: [&'static str; 3],
    /// Sure, likely, doubtful.
    pub sureness: [&'static str; 3],
}

/// What `--help` says.
#[derive(Debug)]
pub struct HelpWording {
    /// One line about the program.
    pub about: &'static str,
    /// Below the help of the program.
    pub after: &'static str,
    /// Before the usage line.
    pub usage_heading: &'static str,
    /// Above the commands.
    pub commands: &'static str,
    /// Stands for a command in a usage line.
    pub command: &'static str,
    /// Above the arguments.
    pub arguments: &'static str,
    /// Above the options.
    pub options: &'static str,
    /// Stands for the options in a usage line.
    pub any_options: &'static str,
    /// The name of a number.
    pub number: &'static str,
    /// The name of a file.
    pub file: &'static str,
    /// The name of a path.
    pub path: &'static str,
    /// The name of a folder.
    pub folder: &'static str,
    /// The paths to open.
    pub paths: &'static str,
    /// `--config-dir`.
    pub config_dir: &'static str,
    /// `--lang`.
    pub lang: &'static str,
    /// `--help`.
    pub help: &'static str,
    /// `--version`.
    pub version: &'static str,
    /// `--json`.
    pub json: &'static str,
    /// `list`.
    pub list: &'static str,
    /// The folders and files to list.
    pub list_paths: &'static str,
    /// `list --saved`.
    pub saved: &'static str,
    /// `list --unread`.
    pub unread: &'static str,
    /// `list --reading`.
    pub reading: &'static str,
    /// `list --finished`.
    pub finished: &'static str,
    /// `search`.
    pub search: &'static str,
    /// The name of a query.
    pub query_name: &'static str,
    /// What is searched.
    pub query: &'static str,
    /// `add`.
    pub add: &'static str,
    /// `add --to`.
    pub add_to: &'static str,
    /// `completions`.
    pub completions: &'static str,
    /// The shell.
    pub shell: &'static str,
    /// `man`.
    pub man: &'static str,
    /// `save`.
    pub save: &'static str,
    /// `unsave`.
    pub unsave: &'static str,
    /// The articles to save or unsave.
    pub save_files: &'static str,
    /// `export`.
    pub export: &'static str,
    /// The articles whose kept things are wanted.
    pub export_paths: &'static str,
    /// `state`.
    pub state: &'static str,
    /// `state --check`.
    pub check: &'static str,
    /// `show`.
    pub show: &'static str,
    /// The file to show.
    pub show_file: &'static str,
    /// `show --width`.
    pub width: &'static str,
    /// `show --lines`.
    pub lines: &'static str,
    /// `show --justify`.
    pub justify: &'static str,
    /// `show --no-hyphens`.
    pub no_hyphens: &'static str,
    /// `show --plain`.
    pub plain: &'static str,
    /// `quotes`.
    pub quotes: &'static str,
    /// The files whose quotations are wanted.
    pub quotes_paths: &'static str,
    /// `quotes --markdown`.
    pub markdown: &'static str,
    /// `quotes --explain`.
    pub explain: &'static str,
    /// `hyphenate`.
    pub hyphenate: &'static str,
}
