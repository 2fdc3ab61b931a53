//! Two versions of one state file: what synchronising programs and git leave where two machines changed it.
//!
//! A synchronising program puts the version that lost beside the other one, under a longer name; git writes
//! both into the one file, between markers. Either way they are one record, because records can be merged.

use super::mirror::Mirror;
use super::{Problem, Store, state, write};
use crate::article::Id;
use std::fs;
use std::path::PathBuf;

/// Digits of an identity, with which every such name begins.
const ID_DIGITS: usize = 16;

/// What the programs call it, in the languages that they speak here: Syncthing (`.sync-conflict-…`),
/// Nextcloud and Dropbox (`(conflicted copy …)`, `(Conflicterende kopie …)`), and their German and French.
const WORDS: [&str; 3] = ["conflict", "konflikt", "conflit"];

/// Whose state the file of this name is another version of; `None` for every other file.
pub(super) fn belongs_to(name: &str) -> Option<Id> {
    let id = Id::parse(name.get(..ID_DIGITS)?)?;
    let rest = name.get(ID_DIGITS..)?;
    // `ID.toml~HEAD`, which git leaves beside a file that one side removed; not the `ID.toml~` of an editor.
    let of_git = rest
        .strip_prefix(".toml~")
        .is_some_and(|branch| !branch.is_empty());
    let of_a_program = rest.strip_suffix(".toml").is_some_and(|added| {
        let added = added.to_lowercase();
        WORDS.iter().any(|word| added.contains(word)) || is_number(&added)
    });
    (of_git || of_a_program).then_some(id)
}

/// ` 2` and ` (1)`, as iCloud and Google Drive number them.
fn is_number(added: &str) -> bool {
    let number = added.trim_start();
    let number = number
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or(number);
    added.starts_with([' ', '('])
        && !number.is_empty()
        && number.bytes().all(|b| b.is_ascii_digit())
}

/// What a state file says. Where git wrote two versions into it that can both be read, what they say
/// together.
pub(super) fn read(bytes: &[u8]) -> Mirror {
    let mirror = Mirror::read(bytes);
    if mirror.broken.is_none() {
        return mirror;
    }
    let Some(sides) = sides(bytes) else {
        return mirror;
    };
    let [mut ours, theirs] = sides.map(|side| Mirror::read(side.as_bytes()));
    let whole =
        |side: &Mirror| side.broken.is_none() && side.wrong.is_empty() && side.newer.is_none();
    if !whole(&ours) || !whole(&theirs) {
        return mirror;
    }
    ours.kept = ours.kept.merge(&theirs.kept);
    ours
}

/// The two versions in a file in which git could not merge them.
fn sides(bytes: &[u8]) -> Option<[String; 2]> {
    enum Part {
        Both,
        Ours,
        Base,
        Theirs,
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let mut sides = [String::new(), String::new()];
    let mut part = Part::Both;
    let mut conflicts = 0;
    for line in text.split_inclusive('\n') {
        let marker = |sign: &str| line.trim_end() == sign || line.starts_with(&format!("{sign} "));
        match part {
            Part::Both if marker("<<<<<<<") => (part, conflicts) = (Part::Ours, conflicts + 1),
            Part::Ours if marker("|||||||") => part = Part::Base,
            Part::Ours | Part::Base if marker("=======") => part = Part::Theirs,
            Part::Theirs if marker(">>>>>>>") => part = Part::Both,
            Part::Both => sides.iter_mut().for_each(|side| side.push_str(line)),
            Part::Ours => sides[0].push_str(line),
            Part::Base => {}
            Part::Theirs => sides[1].push_str(line),
        }
    }
    (conflicts > 0 && matches!(part, Part::Both)).then_some(sides)
}

impl Store {
    /// Merges other versions into the states they belong to, and removes them.
    pub(super) fn take_in(&self, conflicts: &[(Id, PathBuf)]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (id, path) in conflicts {
            let Ok(bytes) = fs::read(path) else { continue };
            let theirs = Mirror::read(&bytes);
            if let Some(problem) = state::complaint(path, &theirs) {
                // What can't all be read is not removed, for it would be lost.
                problems.push(problem);
                continue;
            }
            let merged = self.write_state(id, None, |kept| *kept = kept.merge(&theirs.kept));
            match merged {
                Ok(_) => problems.extend(write::remove(path).err().map(|e| Problem::io(path, &e))),
                Err(problem) => problems.push(problem),
            }
        }
        problems
    }

    /// Takes in what lies beside the state of one article.
    pub(super) fn take_in_of(&self, id: &Id) -> Option<Problem> {
        let (mut listing, _) = self.listing();
        listing.conflicts.retain(|(whose, _)| whose == id);
        self.take_in(&listing.conflicts).into_iter().next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_known_by_the_name_that_a_program_gives_it() {
        let id = Id::of("a");
        for added in [
            ".sync-conflict-20250224-101112-ABCDEFG.toml",
            " (conflicted copy 2025-02-24 101112).toml",
            " (Conflicterende kopie van laptop 2025-02-24).toml",
            " (In Konflikt stehende Kopie 2025-02-24).toml",
            "_conflict-20250224-101112.toml",
            " 2.toml",
            " (1).toml",
            "(1).toml",
            ".toml~HEAD",
        ] {
            assert_eq!(
                belongs_to(&format!("{id}{added}")),
                Some(id.clone()),
                "{added}"
            );
        }
        for added in [
            ".toml",
            ".toml~",
            ".toml.orig",
            ".toml.broken-1",
            "-oud.toml",
            "2.toml",
            " ().toml",
            ".conflict",
        ] {
            assert_eq!(belongs_to(&format!("{id}{added}")), None, "{added}");
        }
        assert_eq!(belongs_to("aantekeningen.sync-conflict-1.toml"), None);
    }

    #[test]
    fn what_git_could_not_merge_is_two_versions() {
        let file = "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> desk\ne\n";
        assert_eq!(
            sides(file.as_bytes()),
            Some(["a\nb\ne\n".into(), "a\nd\ne\n".into()])
        );
        assert_eq!(sides(b"a\n=======\nb\n"), None);
        assert_eq!(sides(b"a\n<<<<<<< HEAD\nb\n"), None, "cut off");
    }
}
