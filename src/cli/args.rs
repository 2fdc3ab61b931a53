//! The command line: what may be asked, in the user's language.
//!
//! `clap` reads it; its own English words (headings, errors) are replaced by ours, so that one language is
//! spoken throughout. The language must be known before there is anything to say, so `--lang` is looked up
//! first, by itself.

use super::WRONG_USAGE;
use super::output::{Session, complain};
use super::show;
use crate::library::Shelf;
use crate::typeset::{Alignment, Hyphenation};
use crate::wording::{CliWording, HelpWording, Language};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

/// What opens the interface.
#[derive(Debug)]
pub struct Opening {
    /// Folders and files, as given; `-` is standard input. Empty where none was given.
    pub paths: Vec<PathBuf>,
    /// The config directory, where the user chose one.
    pub config_dir: Option<PathBuf>,
    /// The language of the interface.
    pub language: Language,
}

/// A command line that was understood.
#[derive(Debug)]
pub(super) struct Invocation {
    pub config_dir: Option<PathBuf>,
    /// The language asked for, if one was.
    pub language: Option<Language>,
    pub request: Request,
}

/// What is asked.
#[derive(Debug)]
pub(super) enum Request {
    Open(Vec<PathBuf>),
    List(ListRequest),
    Show(ShowRequest),
    Quotes(QuotesRequest),
    Save(Vec<PathBuf>),
    Unsave(Vec<PathBuf>),
    Add(AddRequest),
    Export(ExportRequest),
    Search(SearchRequest),
    Completions(clap_complete::Shell),
    Man,
    State(StateRequest),
    Hyphenate,
}

/// `leeslamp list`.
#[derive(Debug)]
pub(super) struct ListRequest {
    pub paths: Vec<PathBuf>,
    pub shelf: Shelf,
    pub json: bool,
}

/// `leeslamp add`.
#[derive(Debug)]
pub(super) struct AddRequest {
    pub files: Vec<PathBuf>,
    pub to: Option<PathBuf>,
}

/// `leeslamp search`.
#[derive(Debug)]
pub(super) struct SearchRequest {
    pub query: String,
    pub paths: Vec<PathBuf>,
    pub json: bool,
}

/// `leeslamp export`.
#[derive(Debug)]
pub(super) struct ExportRequest {
    pub paths: Vec<PathBuf>,
    pub form: ExportForm,
}

/// What `export` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExportForm {
    /// Markdown.
    Markdown,
    /// JSON.
    Json,
}

/// `leeslamp state`.
#[derive(Debug)]
pub(super) struct StateRequest {
    pub json: bool,
    pub check: bool,
}

/// `leeslamp show`.
#[derive(Debug)]
pub(super) struct ShowRequest {
    pub file: PathBuf,
    pub width: Option<u16>,
    pub lines: Option<u16>,
    pub alignment: Alignment,
    pub hyphenation: Hyphenation,
    pub form: ShowForm,
}

/// What `show` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShowForm {
    /// Lines, as a page has them.
    Typeset,
    /// A block a line.
    Plain,
    /// JSON.
    Json,
}

/// `leeslamp quotes`.
#[derive(Debug)]
pub(super) struct QuotesRequest {
    pub paths: Vec<PathBuf>,
    pub form: QuotesForm,
    pub explain: bool,
}

/// What `quotes` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuotesForm {
    /// A list to read.
    Text,
    /// Markdown.
    Markdown,
    /// JSON.
    Json,
}

/// A command line that is not carried out: help was asked, or it makes no sense.
#[derive(Debug)]
pub(super) struct Refusal {
    language: Language,
    error: Box<clap::Error>,
}

/// The options that choose a shelf.
const SHELVES: [(&str, Shelf); 4] = [
    ("saved", Shelf::Saved),
    ("unread", Shelf::Unread),
    ("reading", Shelf::Reading),
    ("finished", Shelf::Finished),
];

/// The shells for which there are completions.
const SHELLS: &str = "bash|elvish|fish|powershell|zsh";

/// Reads the command line; the first argument is the program's name.
pub(super) fn read(arguments: &[OsString]) -> Result<Invocation, Refusal> {
    let asked = language_asked(arguments);
    let language = asked.unwrap_or_else(language_of_locale);
    let matches = command(&language.wording().cli)
        .try_get_matches_from(arguments)
        .map_err(|error| Refusal {
            language,
            error: Box::new(error),
        })?;
    let request = match matches.subcommand() {
        None => Request::Open(paths(&matches, "path")),
        Some(("list", given)) => Request::List(list_request(given)),
        Some(("save", given)) => Request::Save(paths(given, "file")),
        Some(("unsave", given)) => Request::Unsave(paths(given, "file")),
        Some(("add", given)) => Request::Add(AddRequest {
            files: paths(given, "file"),
            to: given.get_one("to").cloned(),
        }),
        Some(("search", given)) => Request::Search(SearchRequest {
            query: given.get_one("query").cloned().unwrap_or_default(),
            paths: paths(given, "path"),
            json: given.get_flag("json"),
        }),
        Some(("completions", given)) => match given.get_one("shell") {
            Some(&shell) => Request::Completions(shell),
            None => Request::Man,
        },
        Some(("man", _)) => Request::Man,
        Some(("export", given)) => Request::Export(ExportRequest {
            paths: paths(given, "path"),
            form: if given.get_flag("json") {
                ExportForm::Json
            } else {
                ExportForm::Markdown
            },
        }),
        Some(("state", given)) => Request::State(StateRequest {
            json: given.get_flag("json"),
            check: given.get_flag("check"),
        }),
        Some(("show", given)) => Request::Show(show_request(given)),
        Some(("quotes", given)) => Request::Quotes(quotes_request(given)),
        Some(_) => Request::Hyphenate,
    };
    Ok(Invocation {
        config_dir: matches.get_one("config-dir").cloned(),
        language: asked,
        request,
    })
}

fn list_request(given: &ArgMatches) -> ListRequest {
    let shelf = SHELVES
        .into_iter()
        .find(|(name, _)| given.get_flag(name))
        .map_or(Shelf::All, |(_, shelf)| shelf);
    ListRequest {
        paths: paths(given, "path"),
        shelf,
        json: given.get_flag("json"),
    }
}

fn show_request(given: &ArgMatches) -> ShowRequest {
    ShowRequest {
        file: given.get_one("file").cloned().unwrap_or_default(),
        width: given.get_one("width").copied(),
        lines: given.get_one("lines").copied(),
        alignment: show::alignment(given.get_flag("justify")),
        hyphenation: show::hyphenation(given.get_flag("no-hyphens")),
        form: if given.get_flag("json") {
            ShowForm::Json
        } else if given.get_flag("plain") {
            ShowForm::Plain
        } else {
            ShowForm::Typeset
        },
    }
}

fn quotes_request(given: &ArgMatches) -> QuotesRequest {
    QuotesRequest {
        paths: paths(given, "path"),
        form: if given.get_flag("json") {
            QuotesForm::Json
        } else if given.get_flag("markdown") {
            QuotesForm::Markdown
        } else {
            QuotesForm::Text
        },
        explain: given.get_flag("explain"),
    }
}

fn paths(given: &ArgMatches, name: &str) -> Vec<PathBuf> {
    given
        .get_many(name)
        .map(|paths| paths.cloned().collect())
        .unwrap_or_default()
}

/// The language asked for by `--lang`.
fn language_asked(arguments: &[OsString]) -> Option<Language> {
    let mut arguments = arguments.iter().take_while(|a| *a != "--");
    while let Some(argument) = arguments.next() {
        let Some(argument) = argument.to_str() else {
            continue;
        };
        let value = match argument.strip_prefix("--lang") {
            Some("") => arguments.next().and_then(|value| value.to_str()),
            Some(value) => value.strip_prefix('='),
            None => None,
        };
        match value {
            Some("nl") => return Some(Language::Dutch),
            Some("en") => return Some(Language::English),
            _ => {}
        }
    }
    None
}

/// The language of the user's surroundings.
pub(super) fn language_of_locale() -> Language {
    // The order that POSIX gives (Base Definitions, section 8.2); an empty variable counts as unset.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    Language::of_locale(&locale.unwrap_or_default())
}

/// Every command and option, to be described in `language` outside the help.
pub(super) fn described(language: Language) -> Command {
    command(&language.wording().cli)
}

/// Every command and option, with help from `words`.
fn command(words: &'static CliWording) -> Command {
    let help = &words.help;
    Command::new("leeslamp")
        .about(help.about)
        .after_help(help.after)
        .version(env!("CARGO_PKG_VERSION"))
        .override_usage(format!(
            "leeslamp {} [{}…]\n         leeslamp {}",
            help.any_options, help.path, help.command
        ))
        .help_template(template(help))
        .subcommand_help_heading(help.commands)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(path(help, "path", help.path, help.paths).num_args(0..))
        .args(options_of_all(help))
        .subcommand(
            subcommand(help, "list", help.list, &format!("[{}…]", help.path))
                .arg(path(help, "path", help.path, help.list_paths).num_args(0..))
                .arg(flag(help, "json", help.json))
                .args([
                    flag(help, "saved", help.saved),
                    flag(help, "unread", help.unread),
                    flag(help, "reading", help.reading),
                    flag(help, "finished", help.finished),
                ])
                .group(ArgGroup::new("shelf").args(SHELVES.map(|(name, _)| name))),
        )
        .subcommand(
            subcommand(help, "show", help.show, help.file)
                .arg(path(help, "file", help.file, help.show_file).required(true))
                .arg(number(help, "width", help.width))
                .arg(number(help, "lines", help.lines))
                .arg(flag(help, "justify", help.justify))
                .arg(flag(help, "no-hyphens", help.no_hyphens))
                .arg(flag(help, "plain", help.plain))
                .arg(flag(help, "json", help.json).conflicts_with("plain")),
        )
        .subcommand(
            subcommand(help, "quotes", help.quotes, &format!("{}…", help.path))
                .arg(
                    path(help, "path", help.path, help.quotes_paths)
                        .num_args(1..)
                        .required(true),
                )
                .arg(flag(help, "json", help.json))
                .arg(flag(help, "markdown", help.markdown).conflicts_with("json"))
                .arg(flag(help, "explain", help.explain)),
        )
        .subcommands(library_commands(help))
        .subcommand(
            subcommand(help, "save", help.save, &format!("{}…", help.file)).arg(
                path(help, "file", help.file, help.save_files)
                    .num_args(1..)
                    .required(true),
            ),
        )
        .subcommand(
            subcommand(help, "unsave", help.unsave, &format!("{}…", help.file)).arg(
                path(help, "file", help.file, help.save_files)
                    .num_args(1..)
                    .required(true),
            ),
        )
        .subcommand(
            subcommand(help, "export", help.export, &format!("[{}…]", help.path))
                .arg(path(help, "path", help.path, help.export_paths).num_args(0..))
                .arg(flag(help, "json", help.json))
                .arg(flag(help, "markdown", help.markdown).conflicts_with("json")),
        )
        .subcommand(
            subcommand(help, "state", help.state, "")
                .arg(flag(help, "json", help.json))
                .arg(flag(help, "check", help.check)),
        )
        .subcommand(subcommand(help, "hyphenate", help.hyphenate, ""))
        .subcommands(packaging_commands(help))
}

/// What finds articles and takes them in.
fn library_commands(help: &'static HelpWording) -> [Command; 2] {
    [
        subcommand(
            help,
            "search",
            help.search,
            &format!("{} [{}…]", help.query_name, help.path),
        )
        .arg(
            Arg::new("query")
                .value_name(help.query_name)
                .required(true)
                .help(help.query)
                .help_heading(help.arguments),
        )
        .arg(path(help, "path", help.path, help.list_paths).num_args(0..))
        .arg(flag(help, "json", help.json)),
        subcommand(help, "add", help.add, &format!("{}…", help.file))
            .arg(
                path(help, "file", help.file, help.save_files)
                    .num_args(1..)
                    .required(true),
            )
            .arg(
                path(help, "to", help.folder, help.add_to)
                    .long("to")
                    .help_heading(help.options),
            ),
    ]
}

/// What a package installs.
fn packaging_commands(help: &'static HelpWording) -> [Command; 2] {
    [
        subcommand(help, "completions", help.completions, SHELLS).arg(
            Arg::new("shell")
                .value_name(SHELLS)
                .required(true)
                .value_parser(value_parser!(clap_complete::Shell))
                .hide_possible_values(true)
                .help(help.shell)
                .help_heading(help.arguments),
        ),
        subcommand(help, "man", help.man, ""),
    ]
}

/// The options that hold everywhere.
fn options_of_all(help: &'static HelpWording) -> [Arg; 4] {
    [
        Arg::new("config-dir")
            .display_order(90)
            .long("config-dir")
            .env("LEESLAMP_CONFIG_DIR")
            .hide_env(true)
            .global(true)
            .value_name(help.folder)
            .value_parser(value_parser!(PathBuf))
            .help(help.config_dir)
            .help_heading(help.options),
        Arg::new("lang")
            .display_order(91)
            .long("lang")
            .global(true)
            .value_name("nl|en")
            .value_parser(["nl", "en"])
            .hide_possible_values(true)
            .help(help.lang)
            .help_heading(help.options),
        Arg::new("help")
            .display_order(92)
            .short('h')
            .long("help")
            .global(true)
            .action(ArgAction::Help)
            .help(help.help)
            .help_heading(help.options),
        Arg::new("version")
            .display_order(93)
            .short('V')
            .long("version")
            .global(true)
            .action(ArgAction::Version)
            .help(help.version)
            .help_heading(help.options),
    ]
}

fn subcommand(
    help: &'static HelpWording,
    name: &'static str,
    about: &'static str,
    arguments: &str,
) -> Command {
    let usage = ["leeslamp", name, help.any_options, arguments].join(" ");
    Command::new(name)
        .about(about)
        .display_name("leeslamp")
        .version(env!("CARGO_PKG_VERSION"))
        .override_usage(usage.trim_end().to_owned())
        .help_template(template(help))
        .disable_help_flag(true)
        .disable_version_flag(true)
}

fn flag(help: &'static HelpWording, name: &'static str, says: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(says)
        .help_heading(help.options)
}

fn number(help: &'static HelpWording, name: &'static str, says: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(help.number)
        .value_parser(value_parser!(u16).range(1..))
        .help(says)
        .help_heading(help.options)
}

fn path(
    help: &'static HelpWording,
    name: &'static str,
    shown: &'static str,
    says: &'static str,
) -> Arg {
    Arg::new(name)
        .value_name(shown)
        .value_parser(value_parser!(PathBuf))
        .help(says)
        .help_heading(help.arguments)
}

/// The shape of a help text.
fn template(help: &HelpWording) -> String {
    let heading = help.usage_heading;
    format!("{{about}}\n\n{heading} {{usage}}\n\n{{all-args}}{{after-help}}\n")
}

impl Refusal {
    /// Writes the help to standard output, or what is wrong to standard error; gives the exit status.
    pub(super) fn report(&self) -> u8 {
        let words = &self.language.wording().cli;
        let error = &self.error;
        if let ErrorKind::DisplayHelp | ErrorKind::DisplayVersion = error.kind() {
            let text = error.render().to_string();
            let mut session = Session::new(self.language.wording());
            let written = writeln!(session.out, "{}", text.trim_end());
            return session.end(written);
        }
        complain(&sentence(error, words));
        complain(words.see_help);
        WRONG_USAGE
    }
}

/// What `clap` found wrong, in our words.
fn sentence(error: &clap::Error, words: &CliWording) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(value)) => value.clone(),
        Some(ContextValue::Strings(values)) => values.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => {
            (words.unknown_argument)(&argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            (words.invalid_value)(&argument, &context(ContextKind::InvalidValue))
        }
        ErrorKind::MissingRequiredArgument => (words.missing_argument)(&argument),
        ErrorKind::ArgumentConflict => (words.conflict)(&argument, &context(ContextKind::PriorArg)),
        _ => words.wrong_usage.to_owned(),
    }
}
