//! The rooms keep to themselves: what each may use, checked against what its sources really name.
//!
//! A boundary that nobody checks will be crossed. The table below is the one in ARCHITECTURE.md; a change to
//! it is a decision about the design, not a way to make a test pass.

mod paths;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A room, the rooms it may use, and what of the world outside the crate it may use.
struct Room {
    name: &'static str,
    rooms: &'static [&'static str],
    world: &'static [World],
}

/// Parts of the world that not every room may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum World {
    /// Files, folders, streams, the environment.
    Files,
    /// What time it is.
    Clock,
    /// Other threads.
    Threads,
    /// Other programs.
    Programs,
    /// Forms on disk and in JSON.
    Forms,
    /// The YAML or TOML of an article's front matter, which is input and no form of ours.
    FrontMatter,
    /// Drawing on the screen.
    Screen,
    /// The terminal itself.
    Terminal,
    /// The network. Nobody.
    Network,
}
use World::{Clock, Files, Forms, FrontMatter, Network, Programs, Screen, Terminal, Threads};

const ROOMS: &[Room] = &[
    Room {
        name: "article",
        rooms: &[],
        world: &[],
    },
    Room {
        name: "parse",
        rooms: &["article"],
        world: &[FrontMatter],
    },
    Room {
        name: "quotes",
        rooms: &["article"],
        world: &[],
    },
    Room {
        name: "typeset",
        rooms: &["article"],
        world: &[],
    },
    Room {
        name: "library",
        rooms: &["article", "quotes"],
        world: &[],
    },
    Room {
        name: "search",
        rooms: &["article", "library"],
        world: &[],
    },
    Room {
        name: "wording",
        rooms: &[],
        world: &[],
    },
    Room {
        name: "app",
        rooms: &[
            "article", "quotes", "typeset", "library", "search", "wording",
        ],
        world: &[],
    },
    Room {
        name: "view",
        rooms: &[
            "article", "quotes", "typeset", "library", "search", "wording", "app",
        ],
        world: &[Screen],
    },
    Room {
        name: "store",
        rooms: &["article", "quotes", "library", "search", "parse"],
        world: &[Files, Clock, Threads, Forms],
    },
    Room {
        name: "terminal",
        rooms: &[
            "article", "quotes", "typeset", "library", "search", "wording", "app", "view", "store",
        ],
        world: &[Files, Clock, Threads, Programs, Screen, Terminal],
    },
    Room {
        name: "cli",
        rooms: &[
            "article", "quotes", "typeset", "library", "search", "wording", "parse", "store",
        ],
        world: &[Files, Clock, Threads, Forms, Terminal],
    },
    Room {
        name: "main",
        rooms: &["cli", "store", "terminal"],
        world: &[Files],
    },
];

/// Paths, and the part of the world that each belongs to. A path stands for all that begin with it.
const OUTSIDE: &[(&str, World)] = &[
    ("std::fs", Files),
    ("std::io", Files),
    ("std::env", Files),
    ("tempfile", Files),
    ("ignore", Files),
    ("directories", Files),
    ("std::time::Instant", Clock),
    ("std::time::SystemTime", Clock),
    ("std::thread", Threads),
    ("rayon", Threads),
    ("std::process::Command", Programs),
    ("open", Programs),
    ("serde", Forms),
    ("serde_json", Forms),
    ("toml", Forms),
    ("serde_saphyr", FrontMatter),
    ("ratatui", Screen),
    ("ratatui::crossterm", Terminal),
    ("crossterm", Terminal),
    ("signal_hook", Terminal),
    ("std::net", Network),
    ("std::os::unix::net", Network),
];

/// Files longer than this are hard to hold in mind.
const LONGEST: usize = 600;

/// What `path`, used in `room`, breaks.
fn offence(room: &Room, path: &[String]) -> Option<String> {
    let shown = path.join("::");
    if path[0] == "crate" {
        let used = path[1].as_str();
        let inside = used == room.name || room.rooms.contains(&used);
        // Its own root may name nothing but rooms, and the binary is no room of the library.
        return (!inside).then(|| format!("{} may not use {shown}", room.name));
    }
    if path.last().is_some_and(|name| name == "now") && !room.world.contains(&Clock) {
        return Some(format!("{} may not know the time: {shown}", room.name));
    }
    let covers = |prefix: &str| {
        let names: Vec<&str> = prefix.split("::").collect();
        path.len() >= names.len() && names.iter().zip(path).all(|(name, of)| name == of)
    };
    let part = OUTSIDE
        .iter()
        .filter(|(prefix, _)| covers(prefix))
        .max_by_key(|(prefix, _)| prefix.len())
        .map(|&(_, part)| part)?;
    // Front matter is YAML or TOML, read through serde's traits.
    let front_matter = matches!(path[0].as_str(), "serde" | "toml");
    let granted = room.world.contains(&part)
        || (part == Forms && front_matter && room.world.contains(&FrontMatter));
    (!granted).then(|| format!("{} may not touch {part:?}: {shown}", room.name))
}

/// What the source of a file breaks; `file` counts from `src`, as in `typeset/lines.rs`.
fn offences(file: &str, source: &str) -> Vec<String> {
    let stem = file.trim_end_matches(".rs").trim_end_matches("/mod");
    let module: Vec<&str> = stem.split('/').collect();
    let Some(room) = ROOMS.iter().find(|room| room.name == module[0]) else {
        return vec![format!("{file}: no room of this name in the table")];
    };
    let at_root: &[&str] = if room.name == "main" { &[] } else { &module };
    paths::used(source, at_root)
        .iter()
        .filter_map(|path| offence(room, path))
        .map(|what| format!("{file}: {what}"))
        .collect()
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The Rust sources, by their name below `src`, with their text.
fn sources() -> Vec<(String, String)> {
    let src = top().join("src");
    files(&src)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let name = path.strip_prefix(&src).expect("below src");
            let text = fs::read_to_string(&path).expect("a source");
            (name.to_string_lossy().replace('\\', "/"), text)
        })
        .collect()
}

/// True for a file that only tests read: `tests.rs`, or anything in a folder `tests`.
fn is_test(file: &str) -> bool {
    file.split('/')
        .any(|part| matches!(part, "tests.rs" | "tests"))
}

#[test]
fn every_room_uses_only_what_it_may() {
    let mut wrong = String::new();
    for (file, source) in sources() {
        if file != "lib.rs" && !is_test(&file) {
            for offence in offences(&file, &source) {
                let _ = writeln!(wrong, "{offence}");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_view_cannot_change_the_state() {
    for (file, source) in sources() {
        let mutable = source.contains("&mut App") || source.contains("&mut crate::app");
        assert!(
            !(file.starts_with("view") && !is_test(&file) && mutable),
            "src/{file} takes the state by &mut"
        );
    }
}

#[test]
fn no_file_is_too_long_to_hold_in_mind() {
    for (file, source) in sources() {
        let lines = source.lines().count();
        assert!(
            lines <= LONGEST,
            "src/{file} has {lines} lines: split it by subject"
        );
    }
}

#[test]
fn the_readme_and_the_build_use_the_same_test_command() {
    let readme = fs::read_to_string(top().join("README.md")).expect("README.md");
    let fenced = readme.split("```").skip(1).step_by(2);
    let command = fenced
        .flat_map(str::lines)
        .find(|line| line.starts_with("cargo test"))
        .expect("README.md says how to run the tests");
    let ci = fs::read_to_string(top().join(".ci/run")).expect(".ci/run");
    assert!(
        ci.lines().any(|line| line.trim() == command),
        ".ci/run does not run `{command}`"
    );
}

#[test]
fn every_article_in_the_folder_is_built_in() {
    let names = files(&top().join("articles"));
    assert!(
        names.len() >= 8,
        "leeslamp comes with eight articles or more"
    );
    for path in names {
        let name = path.file_name().expect("a name").to_string_lossy();
        let built_in = leeslamp::store::builtin::bytes(&name);
        assert!(
            built_in == fs::read(&path).ok().as_deref(),
            "articles/{name} is not built in"
        );
    }
}

/// What one line in a file would break.
fn breaks(file: &str, line: &str) -> bool {
    !offences(file, line).is_empty()
}

#[test]
fn a_forbidden_use_is_seen_however_it_is_written() {
    assert!(breaks("article/mod.rs", "use crate::parse::Form;"));
    assert!(breaks("article/mod.rs", "use super::parse;"));
    assert!(breaks(
        "article/meta.rs",
        "use super::super::{parse::Form, quotes};"
    ));
    assert!(breaks(
        "quotes/rules.rs",
        "use crate::{article::Article, typeset};"
    ));
    assert!(breaks(
        "parse/mod.rs",
        "fn f() -> crate::store::Store { todo!() }"
    ));
    assert!(breaks("parse/mod.rs", "use crate::*;"));
    assert!(breaks(
        "typeset/mod.rs",
        "use {ratatui::text::Line, std::fmt};"
    ));
    assert!(breaks(
        "library/mod.rs",
        "fn f() { std::fs::remove_file(p); }"
    ));
    assert!(breaks("library/mod.rs", "use std::{fmt, fs as disk};"));
    assert!(breaks("app/mod.rs", "let now = jiff::Zoned::now();"));
    assert!(breaks("app/mod.rs", "use std::time::{Duration, Instant};"));
    assert!(breaks(
        "app/mod.rs",
        "use jiff::Timestamp; fn f() { Timestamp::now(); }"
    ));
    assert!(breaks("view/mod.rs", "use crate::store;"));
    assert!(breaks("view/mod.rs", "use ratatui::crossterm::event;"));
    assert!(breaks("cli/show.rs", "use crate::app::App;"));
    assert!(breaks("cli/show.rs", "use std::process::Command;"));
    assert!(breaks("store/mod.rs", "use std::net::TcpStream;"));
    assert!(breaks("store/mod.rs", "use crate::view;"));
    assert!(breaks("main.rs", "use leeslamp::app::App;"));
    assert!(breaks("helpers.rs", ""));
}

#[test]
fn an_allowed_use_is_left_alone() {
    assert!(!breaks("article/mod.rs", "use self::meta::Meta; mod meta;"));
    assert!(!breaks(
        "article/anchor.rs",
        "use super::{Article, meta::Meta};"
    ));
    assert!(!breaks(
        "parse/mod.rs",
        "use crate::article::{self, Article};"
    ));
    assert!(!breaks(
        "parse/mod.rs",
        "// crate::store reads the file\n/* use std::fs; */"
    ));
    assert!(!breaks(
        "parse/mod.rs",
        r##"const S: &str = "std::fs"; const R: &str = r#"" std::net"#;"##
    ));
    assert!(!breaks(
        "parse/mod.rs",
        "fn f<'a>(x: &'a str) -> char { '\"' }"
    ));
    assert!(!breaks(
        "parse/mod.rs",
        "#[cfg(test)] mod tests { use crate::typeset; } struct A;"
    ));
    assert!(breaks(
        "parse/mod.rs",
        "#[cfg(test)] mod tests; use crate::typeset;"
    ));
    assert!(!breaks("app/mod.rs", "use std::time::Duration;"));
    assert!(!breaks(
        "view/mod.rs",
        "use ratatui::Frame; use crate::app::App;"
    ));
    assert!(!breaks("cli/mod.rs", "pub(crate) use serde_json::Value;"));
    assert!(!breaks("main.rs", "use leeslamp::cli::{self, Next};"));
}
