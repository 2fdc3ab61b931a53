//! The articles built into the program: the library of a reader who has none yet.

use crate::library::Origin;
use include_dir::{Dir, include_dir};

// The whole folder, so that no article can be forgotten.
static ARTICLES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/articles");

/// The built-in articles, sorted by file name.
pub fn all() -> Vec<Origin> {
    let mut names: Vec<&'static str> = ARTICLES
        .files()
        .filter_map(|file| file.path().to_str())
        .filter(|name| crate::parse::Form::of_name(name).is_some())
        .collect();
    names.sort_unstable();
    names.into_iter().map(Origin::BuiltIn).collect()
}

/// The bytes of the built-in article in the file `name`.
pub fn bytes(name: &str) -> Option<&'static [u8]> {
    ARTICLES.get_file(name).map(include_dir::File::contents)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn every_article_in_the_folder_is_built_in_and_can_be_read() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/articles");
        let on_disk = std::fs::read_dir(folder)
            .expect("the folder is there")
            .flatten()
            .filter(|entry| {
                crate::parse::Form::of_name(&entry.file_name().to_string_lossy()).is_some()
            })
            .count();
        assert_eq!(all().len(), on_disk);
        assert!(on_disk > 0);
        let store = Store::open(None);
        for origin in all() {
            assert!(
                store.read(&origin).expect("text").words() > 300,
                "{origin:?}"
            );
        }
    }
}
