//! Beta: the distribution of a share, and where its parts end.

/// The value below which a part of a beta distribution lies, by halving the interval. For a part from
/// 0.05 to 0.95 and parameters from 0.5 to about 50, where it is exact to 10⁻⁹; [`below`] needs too many
/// steps nearer to an end, and loses digits for larger ones.
pub(super) fn quantile(part: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if below(middle, a, b) < part {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The part of a beta distribution that lies below a value, which is above 0 and below 1: the
/// regularized incomplete beta function.
///
/// Both halves are continued fractions times the same power of the value, so the power cancels and no
/// logarithm, exponential or gamma function is needed.
fn below(x: f64, a: f64, b: f64) -> f64 {
    let (lower, upper) = (fraction(x, a, b) / a, fraction(1.0 - x, b, a) / b);
    lower / (lower + upper)
}

/// The continued fraction of the incomplete beta function, NIST *Digital Library of Mathematical
/// Functions* 8.17.22, by Lentz’s method: W. H. Press and others, *Numerical Recipes*, section 6.4.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let or_tiny = |number: f64| if number.abs() < TINY { TINY } else { number };
    let (mut c, mut d) = (1.0, 1.0 / or_tiny(1.0 - (a + b) * x / (a + 1.0)));
    let mut result = d;
    for m in 1..2_000_u32 {
        let m = f64::from(m);
        let odd = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let even = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let before = result;
        for step in [odd, even] {
            d = 1.0 / or_tiny(1.0 + step * d);
            c = or_tiny(1.0 + step / c);
            result *= d * c;
        }
        if (result - before).abs() <= 1e-14 * result.abs() {
            break;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    /// Which comes with the authors’ tool.
    #[cfg(feature = "cli")]
    mod against_statrs {
        use super::super::*;
        use statrs::distribution::{Beta, ContinuousCDF};

        /// Parameters as they come of a prior of a half and at most 20 answers.
        fn parameters() -> impl Iterator<Item = (f64, f64)> {
            let values = [0.5, 0.501, 0.75, 1.0, 1.5, 3.3, 7.0, 12.5, 20.5];
            values.into_iter().flat_map(move |a| values.into_iter().map(move |b| (a, b)))
        }

        #[test]
        fn parts_are_those_of_another_library() {
            for (a, b) in parameters() {
                let beta = Beta::new(a, b).unwrap();
                for x in [1e-4, 0.001, 0.01, 0.1, 0.25, 0.5, 0.6, 0.9, 0.99, 0.9999] {
                    let (found, expected) = (below(x, a, b), beta.cdf(x));
                    assert!((found - expected).abs() < 1e-9, "{x} {a} {b}: {found}, not {expected}");
                }
            }
        }

        #[test]
        fn a_quantile_has_its_part_below_it() {
            for (a, b) in parameters() {
                let beta = Beta::new(a, b).unwrap();
                for part in [0.05, 0.5, 0.95] {
                    let found = quantile(part, a, b);
                    // The density may be endless at an end: there a small step is a large part.
                    let (before, after) =
                        (beta.cdf((found - 1e-11).max(0.0)), beta.cdf((found + 1e-11).min(1.0)));
                    assert!(before - 1e-9 <= part && part <= after + 1e-9, "{part} {a} {b}: {found}");
                }
            }
        }
    }
}
