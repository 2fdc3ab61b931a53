//! Web and e-mail addresses, names of files and of accounts: never hyphenated, because a hyphen would become part
//! of them.
//!
//! An e-mail address is left whole, and so are an account (`@naam`) and a hashtag. A web address and a path may go
//! on to the next line after a sign that is their own.

use super::Break;

/// Top-level domains by which an address without `www` or `https` is known. Lower case, so that
/// `klaar.De volgende` (a missing space) is none.
const DOMAINS: [&str; 18] = [
    "be", "com", "de", "edu", "eu", "fr", "gov", "info", "io", "net", "nl", "nu", "org", "pdf",
    "html", "php", "tv", "uk",
];

/// Whether the word is an e-mail address: an `@` between two names, with a dot behind it.
pub(super) fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        name.ends_with(|c: char| c.is_alphanumeric())
            && host.starts_with(|c: char| c.is_alphanumeric())
            && host.contains('.')
    })
}

/// Whether the word is the name of an account or a hashtag: `@naam`, `#onderwerp`.
pub(super) fn is_tag(word: &str) -> bool {
    let mut signs = word
        .trim_start_matches(|c: char| !matches!(c, '@' | '#') && !c.is_alphanumeric())
        .chars();
    matches!(signs.next(), Some('@' | '#')) && signs.next().is_some_and(char::is_alphanumeric)
}

/// Whether the word names a file or a folder: `/home/naam`, `C:\naam`, `verslag_2024.pdf`.
pub(super) fn is_path(word: &str) -> bool {
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/' && c != '\\');
    let rooted =
        inner.starts_with(['/', '~']) && inner.chars().nth(1).is_some_and(char::is_alphanumeric);
    rooted && inner.get(1..).is_some_and(|rest| rest.contains('/'))
        || inner.contains('\\')
        || inner.trim_matches('_').contains('_')
}

/// Whether the word is a web address: `https://…`, `www.…`, or a host that ends as hosts do.
pub(super) fn is_web(word: &str) -> bool {
    if !word.bytes().any(|byte| matches!(byte, b'.' | b':')) {
        return false;
    }
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    if word.contains("://") || word.starts_with("www.") {
        return true;
    }
    let host = word.split(['/', '?', '#']).next().unwrap_or(word);
    host.is_ascii()
        && host.rsplit_once('.').is_some_and(|(name, domain)| {
            name.chars().filter(|c| c.is_alphanumeric()).count() >= 2 && DOMAINS.contains(&domain)
        })
}

/// Breaks a web address after `/ . _ - ? & =`, where two signs at least stand on both sides.
pub(super) fn divide(word: &str, breaks: &mut Vec<Break>) {
    let end = word
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/')
        .len();
    let mut after_sign = false;
    for (at, c) in word.char_indices() {
        if after_sign && c.is_alphanumeric() && at >= 2 && at + 2 <= end {
            breaks.push(Break::bare(at));
        }
        after_sign = matches!(c, '/' | '.' | '_' | '-' | '?' | '&' | '=');
    }
}
