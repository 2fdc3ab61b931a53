//! Filing an article in a folder of the library, as clean Markdown.

use super::{Problem, Store, markdown, write};
use crate::article::Article;
use crate::library::Origin;
use crate::parse::{self, Form};
use crate::search;
use std::path::{Path, PathBuf};

/// Letters of a file's name, at most: it fits in a list, and in any file system in which a letter takes four
/// bytes.
const LONGEST_NAME: usize = 60;

/// Files under one name, numbered, before it is given up.
const MOST_NUMBERED: usize = 10_000;

/// What became of an article that was to be filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filed {
    /// It stands in this new file.
    New(PathBuf),
    /// It stood in this file already.
    Known(PathBuf),
}

impl Store {
    /// Files `article` in `folder`, which is made where it is missing, under a name made of its title. No
    /// file is ever overwritten: where the name is taken by another article, it gets a number.
    ///
    /// # Errors
    /// Where the folder or the file can't be written.
    pub fn file(&self, article: &Article, folder: &Path) -> Result<Filed, Problem> {
        write::make_folder(folder).map_err(|e| Problem::io(folder, &e))?;
        let text = markdown(article);
        let id = parse::parse(text.as_bytes(), Form::Markdown, "").map(|read| read.id().clone());
        let name = file_name(&article.meta.title);
        let mut path = folder.join(format!("{name}.md"));
        for number in 2..=MOST_NUMBERED {
            if write::create(&path, text.as_bytes()).map_err(|e| Problem::io(&path, &e))? {
                return Ok(Filed::New(path));
            }
            let there = self.read(&Origin::File(path.clone()));
            if there.is_ok_and(|there| Ok(there.id()) == id.as_ref()) {
                return Ok(Filed::Known(path));
            }
            path = folder.join(format!("{name}-{number}.md"));
        }
        Err(Problem::new(path, super::Reason::Taken))
    }
}

/// A title as the name of a file, without its extension: `Eén dag op de dijk` → `een-dag-op-de-dijk`. What
/// stands in every file system, hidden in none.
fn file_name(title: &str) -> String {
    let folded = search::fold(title);
    let mut name = String::new();
    let mut count = 0;
    // A sign inside a word is no gap: `'s Avonds`, `foto's`.
    for word in folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.replace('\'', ""))
        .filter(|word| !word.is_empty())
    {
        let letters = word.chars().count();
        if count > 0 && count + 1 + letters > LONGEST_NAME {
            break;
        }
        if count > 0 {
            name.push('-');
            count += 1;
        }
        name.extend(word.chars().take(LONGEST_NAME));
        count += letters;
    }
    if name.is_empty() {
        "artikel".to_owned()
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Author, Builder, Meta, Published};
    use std::fs;
    use tempfile::TempDir;

    #[test]
    fn a_title_makes_a_name_that_every_file_system_takes() {
        for (title, name) in [
            ("Eén dag op de dijk", "een-dag-op-de-dijk"),
            (
                "‘Zeeën van tijd’: foto’s uit ’t archief",
                "zeeen-van-tijd-fotos-uit-t-archief",
            ),
            ("../../etc/passwd", "etc-passwd"),
            ("  …  ", "artikel"),
            ("", "artikel"),
            ("Ĳs & weder", "ijs-weder"),
        ] {
            assert_eq!(file_name(title), name);
        }
        let long = file_name(&"dijkgraaf ".repeat(40));
        assert!(
            long.len() <= LONGEST_NAME && long.ends_with("dijkgraaf"),
            "{long}"
        );
        assert_eq!(file_name(&"a".repeat(500)).len(), LONGEST_NAME);
    }

    fn article(text: &str) -> Article {
        let mut builder = Builder::new();
        builder.push(text);
        let author = |name: &str, role: Option<&str>| Author {
            name: name.into(),
            role: role.map(str::to_owned),
        };
        let meta = Meta {
            title: "De dijk: \"deel 2\"".into(),
            authors: vec![
                author("Ilse van Aken", Some("schipper, en schrijver")),
                author("Daan Kuiper", None),
            ],
            published: Published::parse("2025-02-24T10:00:00+01:00"),
            section: Some("Reportage".into()),
            site: Some("De Wadbode".into()),
            url: Some("https://wadbode.example/dijk?a=1#b".into()),
            language: Some("nl".into()),
            tags: vec!["water".into(), "dijk, zee".into()],
            reading_minutes: Some(4),
            views: Some(1200),
            note: Some("Alle mensen zijn verzonnen.".into()),
        };
        builder.finish(meta, Vec::new())
    }

    #[test]
    fn a_filed_article_reads_back_with_everything_that_was_known() {
        let home = TempDir::new().expect("a folder");
        let store = Store::open(Some(home.path().join("config")));
        let article = article("Het water steeg. *Echt* waar.");
        let folder = home.path().join("stukken/nieuw");
        let Ok(Filed::New(path)) = store.file(&article, &folder) else {
            panic!("filed");
        };
        assert_eq!(path, folder.join("de-dijk-deel-2.md"));
        let again = store.read(&Origin::File(path.clone())).expect("text");
        assert_eq!((again.text(), &again.meta), (article.text(), &article.meta));
        // Once more is no second file; another text is, and overwrites nothing.
        assert_eq!(
            store.file(&article, &folder),
            Ok(Filed::Known(path.clone()))
        );
        let other = self::article("Het water zakte.");
        let second = folder.join("de-dijk-deel-2-2.md");
        assert_eq!(store.file(&other, &folder), Ok(Filed::New(second.clone())));
        assert_eq!(store.file(&other, &folder), Ok(Filed::Known(second)));
        assert!(fs::read_to_string(path).expect("text").contains("steeg"));
    }
}
