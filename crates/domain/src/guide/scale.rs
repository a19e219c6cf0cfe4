//! Positions on an axis, as percentages of its length.

use std::fmt;

/// An axis from one value to another. Positions on it are percentages of its length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    to: f64,
    is_log: bool,
}

/// A value outside the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutOfRange {
    from: f64,
    to: f64,
}

impl Scale {
    /// The populations of the guide: from a small network to the largest out-of-hours service.
    pub const POPULATIONS: Self = Self::log(10_000.0, 2_000_000.0);
    /// The years of the guide's timeline.
    pub const YEARS: Self = Self::linear(1990.0, 2028.0);

    /// An axis on which equal distances are equal differences.
    #[must_use]
    pub const fn linear(from: f64, to: f64) -> Self {
        assert!(from < to, "an axis begins before it ends");
        Self { from, to, is_log: false }
    }

    /// An axis on which equal distances are equal ratios: from 10,000 to 100,000 is as far as from 100,000 to
    /// 1,000,000.
    #[must_use]
    pub const fn log(from: f64, to: f64) -> Self {
        assert!(0.0 < from && from < to, "a log axis begins above zero, and before it ends");
        Self { from, to, is_log: true }
    }

    /// The position of a value: 0 is the start of the axis, 100 its end.
    ///
    /// ```
    /// use gpf_domain::guide::scale::Scale;
    /// assert_eq!(Scale::log(10_000.0, 1_000_000.0).percent(100_000.0).map(f64::round), Ok(50.0));
    /// ```
    ///
    /// # Errors
    /// If the axis does not reach it.
    pub fn percent(self, value: f64) -> Result<f64, OutOfRange> {
        if !(self.from..=self.to).contains(&value) {
            return Err(OutOfRange { from: self.from, to: self.to });
        }
        let share = if self.is_log {
            (value / self.from).ln() / (self.to / self.from).ln()
        } else {
            (value - self.from) / (self.to - self.from)
        };
        Ok(share * 100.0)
    }
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "lies outside the axis from {} to {}", self.from, self.to)
    }
}

impl std::error::Error for OutOfRange {}

/// A percentage as an SVG attribute: to a hundredth. On [`Scale::POPULATIONS`] that moves a point by less than 0.03% of
/// its value, and on [`Scale::YEARS`] by less than a day: far less than a screen can show.
///
/// ```
/// assert_eq!(gpf_domain::guide::scale::attribute(12.3456), "12.35%");
/// ```
#[must_use]
pub fn attribute(percent: f64) -> String {
    let rounded = (percent * 100.0).round() / 100.0;
    format!("{rounded}%")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn axis_limits_map_to_0_and_100_percent() {
        for scale in [Scale::POPULATIONS, Scale::YEARS] {
            assert_eq!(scale.percent(scale.from), Ok(0.0));
            assert_eq!(scale.percent(scale.to), Ok(100.0));
        }
    }

    #[test]
    fn log_scale_maps_equal_ratios_to_equal_distances() {
        let at = |value| Scale::POPULATIONS.percent(value).unwrap();
        let steps = [at(30_000.0) - at(10_000.0), at(300_000.0) - at(100_000.0), at(1_500_000.0) - at(500_000.0)];
        assert!(steps.iter().all(|step| (step - steps[0]).abs() < 1e-9), "{steps:?}");
    }

    #[test]
    fn linear_scale_maps_equal_spans_to_equal_distances() {
        let at = |value| Scale::YEARS.percent(value).unwrap();
        assert!((at(2009.0) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn values_outside_the_axis_are_rejected_with_its_limits() {
        for value in [9_999.0, 2_000_001.0, f64::NAN] {
            let error = Scale::POPULATIONS.percent(value).unwrap_err().to_string();
            assert!(error == "lies outside the axis from 10000 to 2000000", "{value}: {error}");
        }
    }

    proptest! {
        #[test]
        fn larger_values_are_further_along_the_axis(low in 10_000.0..1_000_000.0, ratio in 1.001..2.0) {
            let at = |value| Scale::POPULATIONS.percent(value).unwrap();
            prop_assert!(at(low) < at(low * ratio));
        }

        #[test]
        fn rounded_percentage_is_precise_enough(value in 10_000.0..2_000_000.0) {
            let written: f64 = attribute(Scale::POPULATIONS.percent(value).unwrap()).trim_end_matches('%').parse().unwrap();
            let read_back = 10_000.0 * 200_f64.powf(written / 100.0);
            prop_assert!((read_back / value - 1.0).abs() < 0.0003);
        }
    }
}
