//! Bodies: one under all its names, and `het bedrijf` for the one that was named.

use super::spelling::{clean, fold};
use super::{Nature, People};
use crate::quotes::lexicon;
use crate::quotes::mentions::{Items, Mention};
use crate::quotes::outline::Reading;

impl People {
    /// A body, under its name or the abbreviation that stood in brackets behind it.
    pub(super) fn body(&mut self, r: &Reading, mention: &Mention) -> usize {
        let (start, end) = mention
            .role
            .or(mention.body)
            .unwrap_or((mention.start, mention.end));
        let name = clean(r.span(start, end).of(r.text));
        let key = fold(&name);
        // `het bedrijf` is the one that was named last.
        if THE_SAME_BODY.contains(&key.as_str())
            && mention.start < start
            && !mention.indefinite
            && let Some(who) = self.last_body
        {
            return who;
        }
        let short = mention
            .body
            .filter(|_| mention.end > end)
            .map(|(s, e)| fold(r.span(s, e).of(r.text)));
        // `het OM` is `het Openbaar Ministerie`, whichever comes first.
        let long = lexicon::alias(&name).map(fold);
        let found = self
            .by_phrase
            .get(&key)
            .or_else(|| self.by_phrase.get(long.as_ref()?))
            .copied();
        let who = match found {
            Some(who) => who,
            None => self.add(name, Nature::Body),
        };
        self.by_phrase.insert(key, who);
        if let Some(long) = long {
            self.by_phrase.insert(long, who);
        }
        if let Some(short) = short {
            self.by_phrase.insert(short, who);
        }
        if self.all[who].name.contains(char::is_uppercase) {
            self.last_body = Some(who);
        }
        who
    }

    /// The body that these items name.
    pub(super) fn body_at(&mut self, r: &Reading, (start, end): Items) -> usize {
        let name = clean(r.span(start, end).of(r.text));
        let key = fold(&name);
        if let Some(&who) = self.by_phrase.get(&key) {
            return who;
        }
        let who = self.add(name, Nature::Body);
        self.by_phrase.insert(key, who);
        who
    }
}

/// Nouns that, with `het` or `de`, stand for a company or a union named before.
const THE_SAME_BODY: &[&str] = &[
    "bedrijf",
    "concern",
    "fabrikant",
    "keten",
    "multinational",
    "onderneming",
    "organisatie",
    "stichting",
    "techbedrijf",
    "vakbond",
    "vereniging",
];
