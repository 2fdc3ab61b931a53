//! The places between which a reader jumps, back and forward as in a browser.

/// A row of places with the reader somewhere in it; offsets into the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Jumps {
    back: Vec<usize>,
    forward: Vec<usize>,
}

impl Jumps {
    /// A jump begins `here`. What lay ahead is forgotten.
    pub(super) fn leave(&mut self, here: usize) {
        self.forward.clear();
        if self.back.last() != Some(&here) {
            self.back.push(here);
        }
    }

    /// From `here` to where the last jump began; `None` where there was none.
    pub(super) fn back(&mut self, here: usize) -> Option<usize> {
        step(&mut self.back, &mut self.forward, here)
    }

    /// From `here` to where [`Jumps::back`] came from; `None` where it did not.
    pub(super) fn forward(&mut self, here: usize) -> Option<usize> {
        step(&mut self.forward, &mut self.back, here)
    }
}

/// Takes the next place that is another one, and leaves `here` behind.
fn step(from: &mut Vec<usize>, to: &mut Vec<usize>, here: usize) -> Option<usize> {
    while from.last() == Some(&here) {
        from.pop();
    }
    let there = from.pop()?;
    if to.last() != Some(&here) {
        to.push(here);
    }
    Some(there)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_passed_on_the_way_back_and_again_on_the_way_forward() {
        let mut jumps = Jumps::default();
        jumps.leave(10);
        jumps.leave(20);
        assert_eq!(jumps.back(30), Some(20));
        assert_eq!(jumps.back(20), Some(10));
        assert_eq!(jumps.back(10), None);
        assert_eq!(jumps.forward(10), Some(20));
        assert_eq!(jumps.forward(20), Some(30));
        assert_eq!(jumps.forward(30), None);
        assert_eq!(jumps.back(30), Some(20));
    }

    #[test]
    fn who_reads_on_after_going_back_can_still_go_forward_and_comes_back_to_the_page_read() {
        let mut jumps = Jumps::default();
        jumps.leave(10);
        assert_eq!(jumps.back(90), Some(10));
        assert_eq!(jumps.forward(15), Some(90));
        assert_eq!(jumps.back(90), Some(15));
    }

    #[test]
    fn a_new_jump_forgets_what_lay_ahead_and_a_jump_to_where_one_is_leads_nowhere() {
        let mut jumps = Jumps::default();
        jumps.leave(10);
        assert_eq!(jumps.back(90), Some(10));
        jumps.leave(10);
        assert_eq!(jumps.forward(50), None);
        let mut jumps = Jumps::default();
        jumps.leave(10);
        assert_eq!(jumps.back(10), None);
    }
}
