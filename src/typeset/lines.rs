//! Choosing where lines end: the cheapest way through a whole paragraph, by dynamic programming.
//!
//! Every line has a cost for its free cells, every place one for ending a line there, and the paragraph
//! one for its last line; the sum is the least that any choice gives (Knuth and Plass, “Breaking
//! Paragraphs into Lines”, 1981, in integer cells and without stretch). What a line costs depends on the
//! lines before it only through the number of hyphens in a row, so a state is a place and that number.

use super::glue::Tie;
use super::justify::WIDEST_GAP;
use super::pieces::{Place, Sort, Stretch};
use super::printing::Strip;
use super::setting::{Alignment, Hyphenation};
use super::shape::Shape;
use crate::article::Span;
use std::borrow::Cow;

// The unit of cost is one free cell squared: a ragged line that is n cells short costs n².

/// A hyphen costs as much as a line five or six cells short: in running Dutch this hyphenates at most one
/// line in ten, where lines filled one by one do more than one in four, and leaves the edge as even.
const HYPHEN: i64 = 29;
/// In straight text a hyphen saves more, since what it saves is holes and not an edge; but it is only worth
/// its price there where it saves a hole, and not where it makes gaps a little narrower.
const HYPHEN_JUSTIFIED: i64 = 42;
/// What a hyphen costs more, or less, for each cell that the paragraph's words are longer than these (with
/// the space behind them, in hundredths), which is how long they are in plain prose. Long words alone would
/// fill a column with hyphens, and short ones leave room to set it tighter.
const BY_LENGTH: i64 = 6;
const PLAIN_WORD: i64 = 600;
/// It gets no dearer or cheaper than by this: a paragraph may consist of one word.
const BY_LENGTH_MOST: i64 = 12;
/// On top of it where the line above ends on a hyphen too: two in a row make a ladder. Dear, since it
/// spares a text of long words, which would otherwise be full of them, and costs a plain one nothing.
const SECOND_HYPHEN: i64 = 28;
/// A third in a row is as good as forbidden; it is finite so that a column of five cells can be set.
const THIRD_HYPHEN: i64 = 100_000;
/// Two letters at a line's end (`ge-`), and two at the next one's beginning (`-je`), which leave the reader with
/// nothing to go by. A piece of so many cells is a scrap.
const SCRAP_BEFORE: i64 = 3;
const SCRAP_AFTER: i64 = 10;
const SCRAP: i32 = 2;
/// A word's own hyphen at a line's end reads well (`oud-/commandant`) but looks like any other.
const OWN_HYPHEN: i64 = 8;
/// `en/` `of`, `1940–` `1945`, `dr.` `Jansen`: better not, cheaper than a wide hole.
const LOOSE: i64 = 30;
/// `24` `juni`: a line is rather 10 cells short. A narrow column may have to.
const TIGHT: i64 = 120;
/// Inside a word that fits nowhere. Only offered then, so it has to be paid once in any case.
const TORN: i64 = 2_000;
/// A hyphen where the reader or the block asked for none; only offered in words that fit nowhere.
const UNWANTED_HYPHEN: i64 = 1_000;

/// A last line of one short word looks like a slip of the pen, and wastes a row.
const SHORT_LAST_LINE: i64 = 150;
/// A word of so many cells is short: it hides in the white space of two paragraphs.
const SHORT_WORD: i32 = 8;
/// A last line that begins inside a word leaves half a word alone.
const HALF_WORD_LAST: i64 = 30;
/// A last line under an eighth of the measure is as good as none.
const SLIVER: i64 = 50;

/// In straight text: per squared cell that a gap is wider than one.
const GAP_STRETCH: i64 = 2;
/// A line with a gap of three cells or more, which is seen as a hole.
const HOLE: i64 = 70;
/// On top of it per such gap; these line up and run down a page as rivers.
const WIDE_GAP: i64 = 15;
/// A line that must stay ragged in straight text, on top of its slack.
const RAGGED_AMONG_STRAIGHT: i64 = 300;

/// A line wider than the measure: one character that is wider than it.
const OVERFULL: i64 = 1_000_000_000;
/// No way to get there.
const NEVER: i64 = i64::MAX / 4;

/// Hyphens in a row that are told apart: none, one, two or more.
const STATES: usize = 3;

/// A place, and the cheapest ways to get there.
#[derive(Clone, Copy, Debug)]
struct Node {
    start: i32,
    gaps_left: i32,
    /// Whether a line that ends here ends on a hyphen.
    hyphen: bool,
    /// Least cost by hyphens in a row, and the state it comes from.
    cost: [i64; STATES],
    from: [(u32, u8); STATES],
}

/// Chooses lines; keeps its memory between paragraphs.
#[derive(Debug, Default)]
pub(super) struct Breaker {
    nodes: Vec<Node>,
    chosen: Vec<usize>,
}

impl Breaker {
    /// Breaks a stretch into lines of at most `shape.measure` cells. Gives each line's bytes, which cover
    /// the stretch, and what is printed for them.
    pub(super) fn set(
        &mut self,
        stretch: &Stretch,
        text: &str,
        shape: &Shape,
        into: &mut Vec<(Span, Strip)>,
    ) {
        let places = offered(stretch, text, shape);
        let (Some(first), Some(last)) = (places.first(), places.last()) else {
            let nothing = Span::new(stretch.span.start, stretch.span.start);
            into.push((stretch.span, Strip::blank(nothing)));
            return;
        };
        if last.end - first.start <= shape.measure {
            self.chosen.clear();
            self.chosen.push(places.len() - 1);
        } else {
            self.choose(&places, shape);
        }
        let mut from = first;
        let mut start = stretch.span.start;
        for to in self.chosen.iter().filter_map(|&i| places.get(i)) {
            let (_, head) = stretch.respelling(from);
            let (tail, _) = stretch.respelling(to);
            let strip = Strip {
                ink: Span::new(from.next, to.at),
                head,
                tail,
                hyphen: to.adds_hyphen(),
                width: to.end - from.start,
                gaps: to.gaps - from.gaps_left,
            };
            into.push((Span::new(start, to.next), strip));
            (from, start) = (to, to.next);
        }
    }

    /// Fills `self.chosen` with the places at which the lines end.
    fn choose(&mut self, places: &[Place], shape: &Shape) {
        let hyphen = cost_of_hyphen(places, shape);
        self.nodes.clear();
        let mut low = 0;
        for (j, place) in places.iter().enumerate() {
            let node = if j == 0 {
                Node {
                    start: place.start,
                    gaps_left: place.gaps_left,
                    hyphen: false,
                    cost: [0, NEVER, NEVER],
                    from: [(0, 0); STATES],
                }
            } else {
                // The text between is wider than the measure in any spelling, and gets no narrower.
                while low + 1 < j
                    && place.bare.min(place.end) - self.nodes[low].start > shape.measure
                {
                    low += 1;
                }
                self.reach(places, j, low, hyphen, shape)
            };
            self.nodes.push(node);
        }
        self.chosen.clear();
        let mut j = places.len() - 1;
        let mut state = cheapest(&self.nodes[j]).0;
        while j > 0 {
            self.chosen.push(j);
            let (i, from) = self.nodes[j].from[state];
            (j, state) = (i as usize, usize::from(from));
        }
        self.chosen.reverse();
    }

    /// The cheapest ways to end a line at place `j`, from the places `low` on.
    fn reach(
        &self,
        places: &[Place],
        j: usize,
        low: usize,
        added_hyphen: i64,
        shape: &Shape,
    ) -> Node {
        let place = &places[j];
        let last = j + 1 == places.len();
        let hyphen = matches!(place.sort, Sort::Syllable | Sort::OwnHyphen);
        let mut node = Node {
            start: place.start,
            gaps_left: place.gaps_left,
            hyphen,
            cost: [NEVER; STATES],
            from: [(0, 0); STATES],
        };
        let here = cost_of_place(place, added_hyphen) + cost_of_scraps(places, j);
        let candidates = self.nodes.iter().enumerate().skip(low);
        for (i, before) in candidates {
            let width = place.end - before.start;
            let line = if width > shape.measure {
                if i + 1 < j {
                    continue;
                }
                OVERFULL
            } else if last {
                last_line(
                    width,
                    place.gaps - before.gaps_left,
                    &places[i],
                    i == 0,
                    shape,
                )
            } else {
                let slack = shape.measure - width;
                match shape.alignment {
                    Alignment::Ragged => i64::from(slack) * i64::from(slack),
                    Alignment::Justified => straight(slack, place.gaps - before.gaps_left),
                }
            };
            let line = line + here;
            // Only a hyphen has more than one state.
            let states = if before.hyphen { 1..STATES } else { 0..1 };
            for state in states {
                let (to, ladder) = match (hyphen, state) {
                    (false, _) => (0, 0),
                    (true, 0) => (1, 0),
                    (true, 1) => (2, SECOND_HYPHEN),
                    (true, _) => (2, THIRD_HYPHEN),
                };
                let cost = before.cost[state] + line + ladder;
                if cost < node.cost[to] {
                    node.cost[to] = cost;
                    node.from[to] = (
                        u32::try_from(i).unwrap_or(u32::MAX),
                        u8::try_from(state).unwrap_or(0),
                    );
                }
            }
        }
        node
    }
}

/// The state in which a node is reached most cheaply, and that cost.
fn cheapest(node: &Node) -> (usize, i64) {
    let mut best = (0, node.cost[0]);
    for (state, &cost) in node.cost.iter().enumerate() {
        if cost < best.1 {
            best = (state, cost);
        }
    }
    best
}

/// What it costs to add a hyphen in the paragraph that has these places.
fn cost_of_hyphen(places: &[Place], shape: &Shape) -> i64 {
    let plain = match (shape.hyphenation, shape.alignment) {
        (Hyphenation::Off, _) => return UNWANTED_HYPHEN,
        (Hyphenation::On, Alignment::Ragged) => HYPHEN,
        (Hyphenation::On, Alignment::Justified) => HYPHEN_JUSTIFIED,
    };
    let (cells, words) = places
        .last()
        .map_or((0, 1), |end| (i64::from(end.bare), i64::from(end.gaps) + 1));
    let longer = BY_LENGTH * (cells * 100 / words - PLAIN_WORD) / 100;
    plain + longer.clamp(-BY_LENGTH_MOST, BY_LENGTH_MOST)
}

/// What ending a line at this place costs, whatever the line, where an added hyphen costs so much.
const fn cost_of_place(place: &Place, added_hyphen: i64) -> i64 {
    match place.sort {
        Sort::Edge | Sort::Space(Tie::Free) | Sort::Inside(Tie::Free) => 0,
        Sort::Space(Tie::Loose) | Sort::Inside(Tie::Loose) => LOOSE,
        Sort::Space(_) | Sort::Inside(_) => TIGHT,
        Sort::OwnHyphen => OWN_HYPHEN,
        Sort::Syllable => added_hyphen,
        Sort::Torn => TORN,
    }
}

/// What a hyphen at place `j` costs more for the two letters that it leaves on a line.
fn cost_of_scraps(places: &[Place], j: usize) -> i64 {
    let place = &places[j];
    if !place.adds_hyphen() {
        return 0;
    }
    let begins = |before: &&Place| !before.adds_hyphen();
    let before = places.get(j - 1).filter(begins);
    let after = places.get(j + 1).filter(begins);
    let mut cost = 0;
    if before.is_some_and(|before| place.bare - before.start <= SCRAP) {
        cost += SCRAP_BEFORE;
    }
    if after.is_some_and(|after| after.bare - place.start <= SCRAP) {
        cost += SCRAP_AFTER;
    }
    cost
}

/// What a line in straight text costs that has `slack` free cells to spread over `gaps` gaps.
fn straight(slack: i32, gaps: i32) -> i64 {
    let short = i64::from(slack) * i64::from(slack);
    if slack > gaps * (WIDEST_GAP - 1) {
        return short + RAGGED_AMONG_STRAIGHT;
    }
    if gaps == 0 {
        return 0;
    }
    let (each, wider) = (i64::from(slack / gaps), i64::from(slack % gaps));
    let rest = i64::from(gaps) - wider;
    let stretch = wider * (each + 1) * (each + 1) + rest * each * each;
    let wide = match each {
        0 => 0,
        1 => wider,
        _ => i64::from(gaps),
    };
    let holes = if wide > 0 { HOLE } else { 0 };
    GAP_STRETCH * stretch + holes + WIDE_GAP * wide + short / 4
}

/// What the last line of a paragraph costs; its free cells are free.
fn last_line(width: i32, gaps: i32, start: &Place, only: bool, shape: &Shape) -> i64 {
    if only {
        return 0;
    }
    let mut cost = 0;
    if gaps == 0 && width <= SHORT_WORD {
        cost += SHORT_LAST_LINE;
    }
    if matches!(start.sort, Sort::Syllable | Sort::Torn) {
        cost += HALF_WORD_LAST;
    }
    if width * 8 < shape.measure {
        cost += SLIVER;
    }
    cost
}

/// In fewer cells than these no hyphen is added: with a letter or two on a line it tells nothing, and a
/// respelled end of a word (`é-`) must fit behind the letter before it.
const NARROWEST_HYPHENATED: i32 = 4;

/// The places that may be chosen from. As a rule all of the stretch's own; fewer where words are not to be
/// divided; more where a piece is wider than the measure.
fn offered<'a>(stretch: &'a Stretch, text: &str, shape: &Shape) -> Cow<'a, [Place]> {
    let places = stretch.places.as_slice();
    if shape.hyphenation == Hyphenation::On && stretch.widest <= shape.measure {
        return Cow::Borrowed(places);
    }
    let bare: Vec<Place>;
    let places = if shape.measure < NARROWEST_HYPHENATED {
        bare = places
            .iter()
            .filter(|place| !place.adds_hyphen())
            .copied()
            .collect();
        bare.as_slice()
    } else {
        places
    };
    let wanted = |place: &Place| shape.hyphenation == Hyphenation::On || !place.adds_hyphen();
    let fits = |from: &Place, to: &Place| to.end - from.start <= shape.measure;
    let mut offered: Vec<Place> = Vec::with_capacity(places.len());
    let mut from = 0;
    for (i, place) in places.iter().enumerate() {
        if !wanted(place) {
            continue;
        }
        // From one wanted place to the next: with the hyphens between where it is too wide, and torn
        // where that does not help either.
        if !places.get(from).is_none_or(|before| fits(before, place)) {
            let pieces = places.get(from..=i).unwrap_or_default();
            for pair in pieces.windows(2) {
                if !fits(&pair[0], &pair[1]) {
                    stretch.torn(text, &pair[0], &pair[1], &mut offered);
                }
                if pair[1].at < place.at {
                    offered.push(pair[1]);
                }
            }
        }
        offered.push(*place);
        from = i;
    }
    Cow::Owned(offered)
}
