//! Which of several rows each thing on an axis stands in, so that none hides another.

/// A lane for each stretch of an axis, such that the stretches of a lane keep clear of each other. Lanes count from 0,
/// and each stretch gets the lowest one that is free, taken in the order of their beginnings.
///
/// A stretch is where a thing begins and ends, with whatever room it needs around it.
#[must_use]
pub fn lanes(stretches: &[(f64, f64)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    order.sort_by(|&a, &b| stretches[a].0.total_cmp(&stretches[b].0));
    let mut ends: Vec<f64> = Vec::new();
    let mut lanes = vec![0; stretches.len()];
    for at in order {
        let (begin, end) = stretches[at];
        let lane = ends.iter().position(|&taken| taken <= begin).unwrap_or(ends.len());
        if lane == ends.len() {
            ends.push(end);
        }
        ends[lane] = end;
        lanes[at] = lane;
    }
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_takes_the_lowest_free_lane() {
        assert_eq!(lanes(&[(0.0, 4.0), (1.0, 2.0), (2.0, 3.0), (4.0, 5.0)]), [0, 1, 1, 0]);
    }

    #[test]
    fn lanes_come_back_in_the_order_of_the_stretches() {
        assert_eq!(lanes(&[(4.0, 5.0), (1.0, 5.0), (0.0, 2.0)]), [0, 1, 0]);
    }

    #[test]
    fn nothing_needs_no_lane() {
        assert!(lanes(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn none_hides_another_and_no_lane_is_wasted(
            stretches in prop::collection::vec((0.0..100.0, 0.1..20.0), 0..40)
        ) {
            let stretches: Vec<(f64, f64)> = stretches.into_iter().map(|(begin, long)| (begin, begin + long)).collect();
            let lanes = lanes(&stretches);
            let overlap = |a: usize, b: usize| stretches[a].0 < stretches[b].1 && stretches[b].0 < stretches[a].1;
            for a in 0..stretches.len() {
                for b in 0..a {
                    prop_assert!(lanes[a] != lanes[b] || !overlap(a, b));
                }
            }
            // As many lanes as there are stretches at the busiest place, and no more.
            let busiest = stretches.iter().map(|&(at, _)| stretches.iter().filter(|it| it.0 <= at && at < it.1).count());
            prop_assert_eq!(lanes.iter().max().map_or(0, |top| top + 1), busiest.max().unwrap_or(0));
        }
    }
}
