//! S4: regions of pictures, whether the key shares its place with another, and whether they can be hit.

use super::findings::Findings;
use crate::quiz::question::hotspot::{Hotspot, Shape};
use crate::quiz::question::{Kind, Question};

/// The least width and height of what is tapped, in pixels: WCAG 2.2, 2.5.8.
const LEAST_SIDE: f64 = 24.0;

/// How wide a picture is where the page has 320 pixels.
const LEAST_WIDTH: f64 = 280.0;

/// Regions drawn side by side may share a seam: this share of the smaller one.
const MOST_SHARED: f64 = 0.01;

/// Points across and down at which two regions are compared.
const N_POINTS: u32 = 100;

/// Looks at the regions of a hotspot question.
pub fn lint(question: &Question, path: &str, findings: &mut Findings<'_>) {
    let Kind::Hotspot(kind) = &question.kind else { return };
    let scale = (LEAST_WIDTH / kind.size()[0]).min(1.0);
    for (index, shape) in kind.shapes().iter().enumerate() {
        let path = format!("{path}.regions[{index}].{}", shape.name());
        if let Some(other) = key_below(kind, index) {
            let message = format!("shares a part of the picture with the key, “{other}”");
            let remedy = "draw them apart: a place in both would be right and wrong";
            findings.error("S4", &path, message, remedy);
        }
        let [left, top, right, bottom] = shape.bounds();
        let side = (right - left).min(bottom - top) * scale;
        if side < LEAST_SIDE {
            let message = format!("is {side:.0} pixels large on a small phone");
            let remedy = "make it larger, or show a part of the picture; 24 pixels can be tapped";
            findings.warning("S4", &path, message, remedy);
        }
    }
}

/// The name of the key, where a region that is not the key shares a part of the picture with it.
fn key_below(kind: &Hotspot, index: usize) -> Option<String> {
    let key = kind.regions().iter().position(|region| region.is_key)?;
    let (shape, shape_of_key) = (kind.shapes().get(index)?, kind.shapes().get(key)?);
    let is_shared = index != key && shared(shape, shape_of_key) > MOST_SHARED;
    is_shared.then(|| kind.regions()[key].text.to_text())
}

/// Which share of the smaller shape the other covers, as far as a net of points tells.
fn shared(a: &Shape, b: &Shape) -> f64 {
    let area = |[left, top, right, bottom]: [f64; 4]| (right - left) * (bottom - top);
    let (small, large) = if area(a.bounds()) <= area(b.bounds()) { (a, b) } else { (b, a) };
    let [left, top, right, bottom] = small.bounds();
    let at = |n: u32, from: f64, to: f64| from + (to - from) * (f64::from(n) + 0.5) / f64::from(N_POINTS);
    let (mut n_within, mut n_shared) = (0_u32, 0_u32);
    for row in 0..N_POINTS {
        for column in 0..N_POINTS {
            let point = [at(column, left, right), at(row, top, bottom)];
            if holds(small, point) {
                n_within += 1;
                n_shared += u32::from(holds(large, point));
            }
        }
    }
    f64::from(n_shared) / f64::from(n_within.max(1))
}

/// Whether a point is within a shape.
fn holds(shape: &Shape, [x, y]: [f64; 2]) -> bool {
    match shape {
        Shape::Rect(_) => {
            let [left, top, right, bottom] = shape.bounds();
            (left..right).contains(&x) && (top..bottom).contains(&y)
        }
        Shape::Circle([at_x, at_y, radius]) => (x - at_x).hypot(y - at_y) < *radius,
        // It is within if a line from it to the right crosses an odd number of edges.
        Shape::Polygon(corners) => {
            let next = corners.iter().cycle().skip(1);
            let crossed = corners.iter().zip(next).filter(|([from_x, from_y], [to_x, to_y])| {
                (*from_y > y) != (*to_y > y) && x < from_x + (y - from_y) * (to_x - from_x) / (to_y - from_y)
            });
            crossed.count() % 2 == 1
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_share_what_both_cover() {
        let rect = |x, width| Shape::Rect([x, 0.0, width, 10.0]);
        let triangle = Shape::Polygon(vec![[0.0, 0.0], [10.0, 0.0], [0.0, 10.0]]);
        let other_half = Shape::Polygon(vec![[10.0, 10.0], [10.0, 0.0], [0.0, 10.0]]);
        let circle = |x| Shape::Circle([x, 5.0, 5.0]);
        for (a, b, share) in [
            (rect(0.0, 10.0), rect(10.0, 10.0), 0.0),
            (rect(0.0, 10.0), rect(5.0, 10.0), 0.5),
            (rect(0.0, 10.0), rect(0.0, 40.0), 1.0),
            (rect(0.0, 40.0), circle(5.0), 1.0),
            (circle(5.0), circle(15.0), 0.0),
            (triangle.clone(), triangle.clone(), 1.0),
            (triangle.clone(), other_half, 0.0),
            (rect(0.0, 10.0), triangle, 0.5),
        ] {
            let found = shared(&a, &b);
            assert!((found - share).abs() < 0.02, "{a:?} {b:?}: {found}");
        }
    }
}
