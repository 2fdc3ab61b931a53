//! Spreading a line's free cells over its gaps. A cell can't be divided, so some gaps get one more than
//! others; they are spread as evenly as integers allow.

use super::setting::Alignment;

/// The widest gap between two words in a straight line, in cells. A line that would need a wider one is
/// left ragged: it is spoiled by a string that can't be divided, and a straight edge is not worth a hole.
pub(super) const WIDEST_GAP: i32 = 3;

/// How a line's free cells are spread over its gaps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spread {
    slack: i32,
    gaps: i32,
    mirrored: bool,
}

impl Spread {
    /// Spreads `slack` free cells over `gaps` gaps; over none where the line stays ragged. Every other
    /// line is `mirrored`, so that the wider gaps do not stand below one another as a river.
    pub(super) fn new(alignment: Alignment, slack: i32, gaps: i32, mirrored: bool) -> Self {
        let fits = slack > 0 && gaps > 0 && slack <= gaps * (WIDEST_GAP - 1);
        match alignment {
            Alignment::Justified if fits => Self {
                slack,
                gaps,
                mirrored,
            },
            _ => Self::default(),
        }
    }

    /// The cells that gap `nth` (from 0) gets on top of its one.
    pub(super) fn extra(self, nth: i32) -> i32 {
        if self.gaps == 0 {
            return 0;
        }
        let nth = if self.mirrored {
            self.gaps - 1 - nth
        } else {
            nth
        };
        // The rounded difference of two points on the straight line from 0 to `slack`: sums to `slack`.
        let upto = |n: i32| n * self.slack / self.gaps;
        upto(nth + 1) - upto(nth)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(slack: i32, gaps: i32, mirrored: bool) -> Vec<i32> {
        let spread = Spread::new(Alignment::Justified, slack, gaps, mirrored);
        (0..gaps).map(|n| spread.extra(n)).collect()
    }

    #[test]
    fn every_free_cell_goes_to_a_gap_and_no_two_gaps_differ_by_more_than_one() {
        for count in 1..20 {
            for slack in 0..=count * (WIDEST_GAP - 1) {
                for mirrored in [false, true] {
                    let gaps = gaps(slack, count, mirrored);
                    assert_eq!(gaps.iter().sum::<i32>(), slack);
                    let (least, most) = (gaps.iter().min(), gaps.iter().max());
                    assert!(
                        most.zip(least)
                            .is_some_and(|(most, least)| most - least <= 1)
                    );
                }
            }
        }
    }

    #[test]
    fn wide_gaps_lean_left_and_right_in_turn() {
        assert_eq!(gaps(1, 3, false), [0, 0, 1]);
        assert_eq!(gaps(1, 3, true), [1, 0, 0]);
    }

    #[test]
    fn a_line_that_would_need_holes_stays_ragged() {
        assert_eq!(gaps(5, 2, false), [0, 0]);
    }

    #[test]
    fn a_ragged_line_keeps_its_gaps() {
        assert_eq!(Spread::new(Alignment::Ragged, 4, 4, false).extra(0), 0);
    }
}
