//! A house to run leeslamp in: a folder for articles, a config directory, and nothing of the machine's own.

use assert_cmd::Command;
use serde_json::Value;
use std::path::PathBuf;
use tempfile::TempDir;

/// A reader's folders, gone when the test ends.
pub struct House {
    dir: TempDir,
}

/// What a run left behind.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl House {
    pub fn new() -> Self {
        let dir = TempDir::new().expect("a temporary folder");
        std::fs::create_dir(dir.path().join("stukken")).expect("a folder");
        Self { dir }
    }

    /// The folder in which the articles stand and the commands are run.
    pub fn folder(&self) -> PathBuf {
        self.dir.path().join("stukken")
    }

    pub fn config(&self) -> PathBuf {
        self.dir.path().join("config")
    }

    /// Writes an article.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.folder().join(name), text).expect("written");
    }

    pub fn remove(&self, name: &str) {
        std::fs::remove_file(self.folder().join(name)).expect("removed");
    }

    /// The program, in Dutch.
    pub fn command(&self) -> Command {
        let mut command = Command::cargo_bin("leeslamp").expect("the program is built");
        command
            .env_clear()
            .env("LANG", "nl_NL.UTF-8")
            .env("HOME", self.dir.path())
            .env("LEESLAMP_CONFIG_DIR", self.config())
            .current_dir(self.folder())
            .timeout(std::time::Duration::from_mins(1));
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_on(arguments, "")
    }

    /// Runs with something on standard input.
    pub fn run_on(&self, arguments: &[&str], input: impl Into<Vec<u8>>) -> Ran {
        let output = self
            .command()
            .args(arguments)
            .write_stdin(input)
            .output()
            .expect("the program runs");
        Ran {
            status: output.status.code().expect("not ended by a signal"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Ran {
    /// The one JSON document on standard output.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("one JSON document")
    }

    /// Done, without a word of complaint.
    pub fn done(self) -> Self {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self
    }
}

/// The code points of `text` from `start` up to `end`, as a script would cut them out.
pub fn code_points(text: &str, at: &Value) -> String {
    let number = |key: &str| {
        let number = at[key].as_u64().expect("a number");
        usize::try_from(number).expect("fits")
    };
    let (start, end) = (number("start"), number("end"));
    text.chars().skip(start).take(end - start).collect()
}

/// An article with front matter, a heading, a list, and letters of every length in UTF-8.
pub const BRIDGE: &str = "---
title: De brug die niet meer opengaat
author: Joke Tamminga
role: schipper en schrijver
section: Reportage
date: 2025-02-24
language: nl
---

De brug bij Zuiderzijl 🌉 gaat sinds het café\u{301} ernaast sloot niet meer open. De schepen varen om, en \
niemand weet precies waarom dat zo is gekomen of wie het ooit heeft besloten.

## Roest

“Het scharnier is 𝛑 keer zo oud als de brugwachter”, zegt werktuigbouwkundige Femke Oldenhuis. Zij bekeek \
de brug in opdracht van het waterschap en schreef er een rapport over dat nog in een la ligt.

- een scharnier
- een motor
";
