//! Whole invented articles, in the house styles of many papers, and how much of them comes out right.
//!
//! The people, the bodies and the villages in them are invented. They were written without a look at the rules, so that
//! they say how the rules do on what nobody had in mind. A case is right or wrong; an article is scored, and a change of
//! rules may not take the score below what was reached.

use std::fmt::Write as _;

use include_dir::{Dir, include_dir};

use super::{Case, Drawn, Kind, Quotes, Span, bare, drawn_of, find, marked_part, read};

static ARTICLES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/quotes/annotated/articles");

/// Of two spans that are the same quotation, the letters they share, in hundredths of those that both have.
const SAME: usize = 80;

/// Shares in hundredths that a change of rules may not fall below.
const FLOORS: [(&str, usize); 4] = [
    ("quotations and whose they are", 90),
    ("names on the list", 97),
    ("roles", 92),
    ("experts", 95),
];

/// Counts over articles.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    drawn: usize,
    found: usize,
    right: usize,
    people: usize,
    listed: usize,
    named: usize,
    roles: usize,
    roles_right: usize,
    experts_right: usize,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.drawn += other.drawn;
        self.found += other.found;
        self.right += other.right;
        self.people += other.people;
        self.listed += other.listed;
        self.named += other.named;
        self.roles += other.roles;
        self.roles_right += other.roles_right;
        self.experts_right += other.experts_right;
    }

    /// In hundredths, in the order of [`FLOORS`]: F1, F1, share, share.
    fn shares(self) -> [usize; 4] {
        let share = |part: usize, of: usize| (100 * part).checked_div(of).unwrap_or(100);
        [
            share(2 * self.right, self.drawn + self.found),
            share(2 * self.named, self.people + self.listed),
            share(self.roles_right, self.roles),
            share(self.experts_right, self.named),
        ]
    }
}

/// The words that a drawing shows.
fn shown(case: &Case, drawn: &Drawn) -> Span {
    let text = case.article.text();
    match drawn.kind {
        Kind::Mixed => bare(text, marked_part(text, drawn.span)),
        _ => bare(text, drawn.span),
    }
}

fn same(a: Span, b: Span) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    200 * shared >= SAME * (a.len() + b.len())
}

/// `de gemeente Oudewal`, `gemeente Oudewal` and `Oudewal` are one; so are `een woordvoerder` and `woordvoerder`.
fn alike(a: &str, b: &str) -> bool {
    let plain = |name: &str| {
        let lower = name.to_lowercase();
        let bare = ["de ", "het ", "een "]
            .iter()
            .find_map(|a| lower.strip_prefix(a));
        format!(" {} ", bare.unwrap_or(&lower))
    };
    let (a, b) = (plain(a), plain(b));
    a.contains(&b) || b.contains(&a)
}

/// A person must have the name in full, any other source one of its names.
fn is_named(case: &Case, speaker: &str, name: &str) -> bool {
    let other = case.others.contains(&speaker);
    name == speaker || (other && alike(speaker, name))
}

/// Scores one article, and tells what is wrong.
fn score(case: &Case) -> (Score, String) {
    let quotes: Quotes = find(&case.article);
    let mut wrong = String::new();
    let mut score = Score::default();
    let mut left: Vec<Drawn> = drawn_of(&quotes);
    for drawn in &case.quotations {
        let at = left
            .iter()
            .position(|f| same(shown(case, drawn), shown(case, f)));
        let found = at.map(|at| left.remove(at));
        let Some(speaker) = &drawn.speaker else {
            continue;
        };
        score.drawn += 1;
        score.found += usize::from(found.is_some());
        let named = found.as_ref().and_then(|f| f.speaker.as_deref());
        if named.is_some_and(|name| is_named(case, speaker, name)) {
            score.right += 1;
        } else {
            let words = shown(case, drawn).of(case.article.text());
            let but = match (&found, named) {
                (None, _) => "not found",
                (Some(_), name) => name.unwrap_or("nobody"),
            };
            let _ = writeln!(wrong, "  {speaker}: {words}\n    but {but}");
        }
    }
    score.found += left.len();
    for drawn in left {
        let words = shown(case, &drawn).of(case.article.text());
        let _ = writeln!(wrong, "  nobody said: {words}");
    }
    score.people = case.people.len();
    for speaker in &quotes.speakers {
        let other = case.others.iter().any(|o| alike(o, &speaker.name));
        let person = case.people.iter().find(|(name, ..)| *name == speaker.name);
        score.listed += usize::from(!other);
        let Some(&(name, role, expert)) = person else {
            if !other {
                let _ = writeln!(wrong, "  not on the list: {}", speaker.name);
            }
            continue;
        };
        score.named += 1;
        score.experts_right += usize::from(speaker.expert == expert);
        if let Some(role) = role {
            let given = speaker.role.as_deref().unwrap_or_default();
            let right = !given.is_empty() && (role.contains(given) || given.contains(role));
            score.roles += 1;
            score.roles_right += usize::from(right);
            if !right {
                let _ = writeln!(wrong, "  {name} is {role}, and not {given:?}");
            }
        }
    }
    (score, wrong)
}

/// The file names and the texts, without the mark of a case.
fn articles() -> impl Iterator<Item = (String, &'static str)> {
    ARTICLES.files().filter_map(|file| {
        let name = file.path().file_stem()?.to_string_lossy().into_owned();
        let text = file.contents_utf8()?.strip_prefix("=== ")?;
        Some((name, text))
    })
}

#[test]
fn whole_articles_come_out_as_well_as_they_did() {
    let mut all = Score::default();
    let mut wrong = String::new();
    for (name, text) in articles() {
        let (one, complaints) = score(&read(text));
        all.add(one);
        let _ = write!(wrong, "{name}\n{complaints}");
    }
    let shares = all.shares();
    for ((what, floor), share) in FLOORS.iter().zip(shares) {
        eprintln!("{what}: {share} (at least {floor})");
    }
    let held = FLOORS
        .iter()
        .zip(shares)
        .all(|((_, floor), share)| share >= *floor);
    assert!(held, "{shares:?}\n{wrong}");
}

#[test]
fn there_are_many_articles_and_each_is_drawn_well() {
    let mut count = 0;
    for (name, text) in articles() {
        let case = read(text);
        let known = |who: &str| {
            case.people.iter().any(|(name, ..)| *name == who) || case.others.contains(&who)
        };
        for speaker in case.quotations.iter().filter_map(|q| q.speaker.as_deref()) {
            assert!(known(speaker), "{name}: {speaker} is not in its head");
        }
        assert!(case.quotations.len() > 4, "{name}");
        count += 1;
    }
    assert!(count >= 104, "{count} articles");
}
