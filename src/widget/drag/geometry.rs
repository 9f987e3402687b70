//! Where things go while they are dragged: plain numbers, of which the browser is asked elsewhere.

/// Where a row begins and ends, downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Its upper edge.
    pub top: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Extent {
    fn middle(self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }
}

/// Rows of which one is dragged.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// The place over which the dragged row hangs, counted from 0.
    pub place: usize,
    /// How far each row is from where it stands without the drag, downwards.
    pub shifts: Vec<f64>,
    /// How far the dragged row would be if it were dropped.
    pub landing: f64,
}

/// Rows of which the one at `from` is dragged `by` so much downwards: it stays within the list, and
/// those that it has passed by half make room. `None` without such a row.
#[must_use]
pub fn lay(rows: &[Extent], from: usize, by: f64) -> Option<Laid> {
    let (first, last, row) = (rows.first()?, rows.last()?, *rows.get(from)?);
    let by = by.max(first.top - row.top).min(last.bottom - row.bottom);
    let is_passed_down = |other: &&Extent| row.bottom + by > other.middle();
    let is_passed_up = |other: &&Extent| row.top + by < other.middle();
    let place = from + rows[from + 1..].iter().filter(is_passed_down).count()
        - rows[..from].iter().filter(is_passed_up).count();
    let shift = |index: usize| {
        if index == from {
            by
        } else if index > from && index <= place {
            row.top - rows[from + 1].top
        } else if index < from && index >= place {
            row.bottom - rows[from - 1].bottom
        } else {
            0.0
        }
    };
    let landing = if place > from { rows[place].bottom - row.bottom } else { rows[place].top - row.top };
    Some(Laid { place, shifts: (0..rows.len()).map(shift).collect(), landing })
}

/// How wide the picture of the lines is, whatever its size on the screen.
pub const WIDTH: i32 = 100;
/// How high it is.
pub const HEIGHT: i32 = 1000;

/// The middle of one of `n` cells that share the height.
#[must_use]
pub fn middle(index: usize, n: usize) -> i32 {
    let half = |index: usize| i32::try_from(index).unwrap_or_default();
    HEIGHT * half(2 * index + 1) / half(2 * n).max(1)
}

/// The path of a line that begins at the left, at that height, and ends there.
#[must_use]
pub fn line(from: i32, (x, y): (i32, i32)) -> String {
    let half = x / 2;
    format!("M0 {from}C{half} {from} {half} {y} {x} {y}")
}

/// Which of `n` cells at the right is meant at this point of the picture: one as soon as more than half
/// of the way is done.
#[must_use]
pub fn aim((x, y): (i32, i32), n: usize) -> Option<usize> {
    let cell = usize::try_from(y).ok()? * n / usize::try_from(HEIGHT).ok()?;
    (2 * x > WIDTH && cell < n).then_some(cell)
}

/// How far a card is dragged across until letting go of it counts: a quarter of its width, within these.
const FAR: (f64, f64) = (48.0, 120.0);

/// Which way a card of this width goes that is dragged `by` so far: whether to the right, and whether far
/// enough to count when it is let go. `None` where the way is up or down, or nowhere.
#[must_use]
pub fn swipe((x, y): (f64, f64), width: f64) -> Option<(bool, bool)> {
    (x.abs() > y.abs()).then(|| (x > 0.0, x.abs() >= (width / 4.0).clamp(FAR.0, FAR.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of these heights, with a gap of 10 between them.
    fn rows(heights: &[f64]) -> Vec<Extent> {
        let mut top = 100.0;
        let row = |height: &f64| {
            let row = Extent { top, bottom: top + height };
            top = row.bottom + 10.0;
            row
        };
        heights.iter().map(row).collect()
    }

    #[test]
    fn a_dragged_row_takes_the_place_of_those_it_passed_by_half() {
        let even = [50.0; 4];
        for (heights, from, by, place, shifts, landing) in [
            (even, 1, 0.0, 1, [0.0, 0.0, 0.0, 0.0], 0.0),
            (even, 1, 35.0, 1, [0.0, 35.0, 0.0, 0.0], 0.0),
            (even, 1, 36.0, 2, [0.0, 36.0, -60.0, 0.0], 60.0),
            (even, 1, 96.0, 3, [0.0, 96.0, -60.0, -60.0], 120.0),
            (even, 1, -36.0, 0, [60.0, -36.0, 0.0, 0.0], -60.0),
            (even, 3, -100.0, 1, [0.0, 60.0, 60.0, -100.0], -120.0),
            // It stays within the list.
            (even, 1, 999.0, 3, [0.0, 120.0, -60.0, -60.0], 120.0),
            (even, 3, -999.0, 0, [60.0, 60.0, 60.0, -180.0], -180.0),
            (even, 0, -20.0, 0, [0.0, 0.0, 0.0, 0.0], 0.0),
            // A low row that passes a high one, and the other way round.
            ([20.0, 100.0, 20.0, 20.0], 0, 61.0, 1, [61.0, -30.0, 0.0, 0.0], 110.0),
            ([20.0, 100.0, 20.0, 20.0], 1, 21.0, 2, [0.0, 21.0, -110.0, 0.0], 30.0),
        ] {
            let laid = lay(&rows(&heights), from, by).unwrap();
            assert_eq!(laid, Laid { place, shifts: shifts.to_vec(), landing }, "{heights:?} {from} {by}");
        }
    }

    #[test]
    fn a_row_that_is_not_there_is_not_dragged() {
        assert_eq!(lay(&[], 0, 5.0), None);
        assert_eq!(lay(&rows(&[50.0]), 1, 5.0), None);
    }

    #[test]
    fn lines_lead_from_the_middle_of_a_cell_to_the_middle_of_another() {
        assert_eq!([0, 1].map(|index| middle(index, 2)), [250, 750]);
        assert_eq!([0, 1, 2].map(|index| middle(index, 3)), [166, 500, 833]);
        assert_eq!(middle(0, 0), 1000, "nobody asks, and nothing breaks");
        assert_eq!(line(250, (WIDTH, 833)), "M0 250C50 250 50 833 100 833");
        assert_eq!(line(500, (30, 10)), "M0 500C15 500 15 10 30 10");
    }

    #[test]
    fn a_card_is_swiped_across_and_far_enough() {
        for (by, width, way) in [
            ((0.0, 0.0), 300.0, None),
            ((9.0, 9.0), 300.0, None),
            ((9.0, -10.0), 300.0, None),
            ((9.0, 8.0), 300.0, Some((true, false))),
            ((74.0, 0.0), 300.0, Some((true, false))),
            ((75.0, 70.0), 300.0, Some((true, true))),
            ((-75.0, 70.0), 300.0, Some((false, true))),
            ((-47.0, 0.0), 100.0, Some((false, false))),
            ((-48.0, 0.0), 100.0, Some((false, true))),
            ((119.0, 0.0), 2000.0, Some((true, false))),
            ((120.0, 0.0), 2000.0, Some((true, true))),
            ((f64::NAN, 0.0), 300.0, None),
        ] {
            assert_eq!(swipe(by, width), way, "{by:?} of {width}");
        }
    }

    #[test]
    fn a_cell_is_meant_once_half_the_way_is_done() {
        for (point, n, cell) in [
            ((51, 0), 4, Some(0)),
            ((50, 0), 4, None),
            ((100, 249), 4, Some(0)),
            ((100, 250), 4, Some(1)),
            ((100, 999), 4, Some(3)),
            ((100, 1000), 4, None),
            ((100, -1), 4, None),
            ((100, 500), 0, None),
        ] {
            assert_eq!(aim(point, n), cell, "{point:?}");
        }
    }
}
