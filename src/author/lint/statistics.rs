//! Statistics: how likely chance alone makes a bank look as it does.

use statrs::distribution::{Binomial, ChiSquared, ContinuousCDF, DiscreteCDF};

/// How likely at least `n_hits` of `n` come about by chance, where each does with `chance`: the
/// one-sided binomial test. 1 where it cannot be told.
#[must_use]
pub fn chance_of_so_many(n_hits: usize, n: usize, chance: f64) -> f64 {
    let (Ok(n_hits), Ok(n)) = (u64::try_from(n_hits), u64::try_from(n)) else { return 1.0 };
    match (Binomial::new(chance, n), n_hits.checked_sub(1)) {
        (Ok(binomial), Some(fewer)) => binomial.sf(fewer),
        _ => 1.0,
    }
}

/// How likely counts are at least so far from what is expected, by chance: Pearson’s chi-square
/// test. Counts with an expectation under 5 are put together with the one before them, as the
/// test is not valid for so few. Gives the statistic, its degrees of freedom and the chance;
/// nothing where fewer than two counts are left.
#[must_use]
pub fn chi_square(counts: &[(f64, f64)]) -> Option<(f64, usize, f64)> {
    const LEAST_EXPECTED: f64 = 5.0;
    let mut cells = counts.to_vec();
    while let [.., before, last] = cells.as_mut_slice()
        && last.1 < LEAST_EXPECTED
    {
        *before = (before.0 + last.0, before.1 + last.1);
        cells.pop();
    }
    let freedom = cells.len().checked_sub(1).filter(|freedom| *freedom > 0)?;
    if cells.iter().any(|(_, expected)| *expected < LEAST_EXPECTED) {
        return None;
    }
    let statistic: f64 = cells.iter().map(|(count, expected)| (count - expected).powi(2) / expected).sum();
    let distribution = ChiSquared::new(freedom as f64).ok()?;
    Some((statistic, freedom, distribution.sf(statistic)))
}

/// The mean; nothing of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The median; nothing of nothing.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get(sorted.len().checked_sub(1)? / 2)?;
    Some(f64::midpoint(lower, upper))
}

/// A share of a number, 0 of none.
#[must_use]
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::{chance_of_so_many, chi_square, mean, median};

    /// The sums of the terms of the binomial distribution, worked out exactly with whole numbers.
    #[test]
    fn the_binomial_test_is_the_sum_of_its_terms() {
        for (n, n_hits, chance) in [
            (48, 17, 0.0704),
            (48, 18, 0.0374),
            (48, 19, 0.0184),
            (48, 20, 0.0084),
            (88, 29, 0.0578),
            (88, 30, 0.0355),
            (88, 32, 0.0117),
            (88, 33, 0.0063),
            (5, 0, 1.0),
            (5, 5, 0.001),
        ] {
            let found = chance_of_so_many(n_hits, n, 0.25);
            assert!((found - chance).abs() < 1e-4, "{n_hits} of {n}: {found}");
        }
    }

    #[test]
    fn chi_square_is_that_of_tables_and_needs_enough_to_count() {
        let (statistic, freedom, chance) =
            chi_square(&[(20.0, 12.0), (12.0, 12.0), (8.0, 12.0), (8.0, 12.0)]).unwrap();
        assert!((statistic - 8.0).abs() < 1e-9 && freedom == 3, "{statistic} {freedom}");
        assert!((chance - 0.046).abs() < 1e-3, "{chance}");
        assert_eq!(chi_square(&[(9.0, 3.0), (0.0, 3.0), (0.0, 3.0)]), None);
        // The fifth position, which few questions have, joins the fourth.
        assert_eq!(chi_square(&[(10.0, 10.0), (10.0, 10.0), (9.0, 9.0), (1.0, 1.0)]).unwrap().1, 2);
    }

    #[test]
    fn mean_and_median_of_few_numbers() {
        assert_eq!((mean(&[]), median(&[])), (None, None));
        assert_eq!((mean(&[1.0, 3.0]), median(&[5.0, 1.0, 2.0])), (Some(2.0), Some(2.0)));
        assert_eq!(median(&[1.0, 2.0, 3.0, 9.0]), Some(2.5));
    }
}
