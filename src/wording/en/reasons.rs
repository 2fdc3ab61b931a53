//! What is wrong with a file, in English.

pub(super) fn reason(key: &str, detail: &str) -> String {
    match key {
        "no_home" => {
            "no home directory, so nothing can be kept (set HOME, or use --config-dir)".into()
        }
        "missing" => "no such file or folder".into(),
        "denied" => "permission denied".into(),
        "full" => "no space left on the disk".into(),
        "read_only" => "the file system is read-only".into(),
        "not_a_folder" => "not a folder".into(),
        "is_a_folder" => "a folder, not a file".into(),
        "not_text" => "not text".into(),
        "too_large" => format!("larger than {detail} MB"),
        "broken" => format!("cannot be read at line {detail}"),
        "set_aside" => "a file that could not be read was set aside here".into(),
        "newer" => format!("written by a newer version (schema {detail}), read as far as it goes"),
        "unknown_key" => format!("no such setting: {detail}"),
        "wrong_value" => format!("wrong value for {detail}"),
        "busy" => "another process is writing here".into(),
        "no_copy" => "saved, but its copy is missing".into(),
        "taken" => "too many files of this name".into(),
        "no_article" => {
            "has bookmarks or highlights, but the article is gone and there is no copy".into()
        }
        "lost" => format!("marked words are not in the article any more: {detail}"),
        _ => detail.into(),
    }
}
