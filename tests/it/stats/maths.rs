use proptest::prelude::*;
use regards::archive::stats::{
    Concord, Control, Curve, Followed, LEAST, Proportion, Shown, Spread, Summary, masked, masked_alone, quantile,
};

fn near(value: f64, expected: f64, within: f64) {
    assert!((value - expected).abs() <= within, "{value} is not {expected}");
}

#[test]
fn wilson_gives_the_intervals_that_newcombe_printed() {
    // Newcombe, Stat Med 1998;17:857, table I, method 3.
    for (count, of, low, high) in
        [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
    {
        let interval = Proportion { count, of }.wilson().unwrap();
        near(interval.low, low, 0.000_05);
        near(interval.high, high, 0.000_05);
    }
    assert_eq!(Proportion { count: 0, of: 0 }.wilson(), None);
    assert_eq!(Proportion { count: 0, of: 0 }.share(), None);
    assert!(!Proportion { count: 4, of: 4 }.is_enough());
    assert!(Proportion { count: 0, of: 5 }.is_enough());
}

#[test]
fn quartiles_are_those_of_type_7() {
    // Hyndman and Fan 1996, definition 7, by hand: rank (n - 1) p + 1.
    let summary = Summary::of(&[40.0, 10.0, 20.0, 30.0]).unwrap();
    near(summary.median, 25.0, 1e-12);
    near(summary.quartiles.low, 17.5, 1e-12);
    near(summary.quartiles.high, 32.5, 1e-12);
    assert_eq!((summary.n, summary.ends.low, summary.ends.high), (4, 10.0, 40.0));
    let one = Summary::of(&[7.0, f64::NAN]).unwrap();
    assert_eq!((one.n, one.median, one.quartiles.low, one.quartiles.high), (1, 7.0, 7.0, 7.0));
    assert_eq!(Summary::of(&[]), None);
    assert_eq!(quantile(&[], 0.5), None);
}

/// Weeks in remission on 6-mercaptopurine (Freireich, Blood 1963;21:699): the textbook's example of the method.
const SIX_MP: [(f64, bool); 21] = [
    (6.0, true),
    (6.0, true),
    (6.0, true),
    (6.0, false),
    (7.0, true),
    (9.0, false),
    (10.0, true),
    (10.0, false),
    (11.0, false),
    (13.0, true),
    (16.0, true),
    (17.0, false),
    (19.0, false),
    (20.0, false),
    (22.0, true),
    (23.0, true),
    (25.0, false),
    (32.0, false),
    (32.0, false),
    (34.0, false),
    (35.0, false),
];

#[test]
fn kaplan_and_meier_give_the_curve_of_the_textbook() {
    let followed: Vec<Followed> =
        SIX_MP.iter().rev().map(|(time, event)| Followed { time: *time, event: *event }).collect();
    let curve = Curve::of(&followed);
    // Kleinbaum and Klein, Survival Analysis, table of the 6-MP group; intervals as SAS prints them (log-log).
    let expected = [
        (6.0, 21, 3, 0.8571, 0.6197, 0.9516),
        (7.0, 17, 1, 0.8067, 0.5631, 0.9228),
        (10.0, 15, 1, 0.7529, 0.5032, 0.8894),
        (13.0, 12, 1, 0.6902, 0.4316, 0.8491),
        (16.0, 11, 1, 0.6275, 0.3675, 0.8049),
        (22.0, 7, 1, 0.5378, 0.2678, 0.7468),
        (23.0, 6, 1, 0.4482, 0.1881, 0.6801),
    ];
    assert_eq!(curve.steps.len(), expected.len());
    for (step, (time, at_risk, events, share, low, high)) in curve.steps.iter().zip(expected) {
        assert_eq!((step.time, step.at_risk, step.events), (time, at_risk, events));
        near(step.share, share, 0.000_05);
        let interval = step.interval.unwrap();
        near(interval.low, low, 0.000_05);
        near(interval.high, high, 0.000_05);
    }
    assert_eq!((curve.n(), curve.events(), curve.longest(), curve.median()), (21, 9, 35.0, Some(23.0)));
    assert_eq!([0.0, 10.0, 20.0, 30.0, 36.0].map(|time| curve.at_risk(time)), [21, 15, 8, 4, 0]);
    assert_eq!(curve.at(5.9), Some(1.0));
    assert_eq!(curve.at(40.0), None);
}

#[test]
fn a_curve_of_nobody_and_one_of_everybody() {
    let nobody = Curve::of(&[]);
    assert_eq!((nobody.n(), nobody.events(), nobody.median(), nobody.at(1.0)), (0, 0, None, None));
    let all = Curve::of(&[Followed { time: 2.0, event: true }; 3]);
    assert_eq!(all.steps.len(), 1);
    assert_eq!((all.steps[0].share, all.steps[0].interval, all.median()), (0.0, None, Some(2.0)));
    let strange = Curve::of(&[Followed { time: f64::NAN, event: true }, Followed { time: -1.0, event: true }]);
    assert_eq!(strange.n(), 0);
}

#[test]
fn kappa_is_that_of_the_worked_example() {
    // The worked example of Fleiss' kappa on Wikipedia: 14 voices, 10 cases, 5 answers; kappa 0.210.
    let cases = [
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ];
    let concord = Concord::of(&cases).unwrap();
    near(concord.agreement, 0.378, 0.000_5);
    near(concord.kappa.unwrap(), 0.210, 0.000_5);
    assert_eq!((concord.cases, concord.voices), (10, 140));
    let interval = concord.interval.unwrap();
    assert!(interval.low < 0.210 && 0.210 < interval.high, "{interval:?}");
    // The jackknife by hand: kappa without each case in turn, spread by (n - 1) / n.
    let without: Vec<f64> = (0..10)
        .map(|at| {
            let rest: Vec<_> =
                cases.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, case)| *case).collect();
            Concord::of(&rest).unwrap().kappa.unwrap()
        })
        .collect();
    let mean = without.iter().sum::<f64>() / 10.0;
    let error = (0.9 * without.iter().map(|one| (one - mean).powi(2)).sum::<f64>()).sqrt();
    near(interval.high - interval.low, 2.0 * 1.959_964 * error, 1e-6);
}

#[test]
fn kappa_says_what_it_cannot_say() {
    assert_eq!(Concord::of::<4>(&[]), None);
    assert_eq!(Concord::of(&[[1, 0], [0, 1]]), None, "a single voice agrees with nobody");
    let same = Concord::of(&[[3, 0], [2, 0]]).unwrap();
    assert_eq!((same.agreement, same.kappa, same.interval), (1.0, None, None));
    let whole = Concord::of(&[[2, 0], [0, 2]]).unwrap();
    assert_eq!((whole.agreement, whole.kappa, whole.interval), (1.0, Some(1.0), None), "too few cases for an interval");
    let none = Concord::of(&[[1, 1], [1, 1]]).unwrap();
    near(none.kappa.unwrap(), -1.0, 1e-12);
}

#[test]
fn entropy_counts_how_many_ways_there_were() {
    let spread = |counts: &[u32]| Spread::of(counts).unwrap();
    near(spread(&[5, 5, 5, 5]).entropy, 2.0, 1e-12);
    near(spread(&[9]).entropy, 0.0, 1e-12);
    // By hand: 1/2 · 1 + 2 · 1/4 · 2.
    near(spread(&[4, 2, 2, 0]).entropy, 1.5, 1e-12);
    assert_eq!((spread(&[4, 2, 2, 0]).kinds, spread(&[4, 2, 2, 0]).commonest, spread(&[4, 2, 2, 0]).n), (3, 4, 8));
    assert_eq!(Spread::of(&[0, 0]), None);
}

#[test]
fn a_control_chart_wants_ten_points() {
    let point = |count| Proportion { count, of: 100 };
    let mut points = vec![point(20); 9];
    assert_eq!(Control::of(&points), None);
    points.push(point(60));
    let control = Control::of(&points).unwrap();
    // By hand: 240 of 1000; three standard errors of 100 are 3 √(0.24 · 0.76 / 100) = 0.1281.
    near(control.centre, 0.24, 1e-12);
    let limits = control.limits[0].unwrap();
    near(limits.low, 0.1119, 0.000_05);
    near(limits.high, 0.3681, 0.000_05);
    assert_eq!(control.outside, [9]);
}

#[test]
fn small_cells_are_masked_and_cannot_be_worked_out() {
    use Shown::{Count, Few, Hidden};
    assert_eq!(masked(&[20, 0, 10]), (vec![Count(20), Count(0), Count(10)], Count(30)));
    assert_eq!(masked(&[20, 3, 10]), (vec![Count(20), Few, Hidden], Count(33)), "10 goes with the 3");
    assert_eq!(masked(&[20, 3, 2]), (vec![Count(20), Few, Few], Count(25)), "3 and 2 could be 1 and 4");
    assert_eq!(masked(&[20, 1, 1]), (vec![Hidden, Few, Few], Count(22)), "2 in two cells are 1 and 1");
    assert_eq!(masked(&[4, 4]), (vec![Few, Few], Hidden), "nothing is left to hide but the total");
    assert_eq!(masked(&[3, 0]), (vec![Few, Count(0)], Few));
    assert_eq!((masked_alone(0), masked_alone(4), masked_alone(5)), (Count(0), Few, Count(5)));
}

fn fill(cells: &[(u32, u32)], sum: u32, taken: &mut Vec<u32>, found: &mut [std::collections::BTreeSet<u32>]) {
    let Some((least, most)) = cells.get(taken.len()).copied() else {
        if sum == 0 {
            taken.iter().zip(found).for_each(|(value, set)| _ = set.insert(*value));
        }
        return;
    };
    for value in least..=most.min(sum) {
        taken.push(value);
        fill(cells, sum - value, taken, found);
        taken.pop();
    }
}

/// Every number of ways in which hidden cells can be filled so that they sum to `sum`, as the numbers each may be.
fn possible(shown: &[Shown], sum: u32) -> Vec<std::collections::BTreeSet<u32>> {
    let cells: Vec<(u32, u32)> = shown
        .iter()
        .filter_map(|cell| match cell {
            Shown::Few => Some((1, LEAST - 1)),
            Shown::Hidden => Some((LEAST, sum)),
            Shown::Count(_) => None,
        })
        .collect();
    let mut found = vec![std::collections::BTreeSet::new(); cells.len()];
    fill(&cells, sum, &mut Vec::new(), &mut found);
    found
}

proptest! {
    #[test]
    fn wilson_stays_within_bounds_and_holds_its_share(count in 0_u32..2000, more in 0_u32..2000) {
        prop_assume!(count + more > 0);
        let one = Proportion { count, of: count + more };
        let (share, interval) = (one.share().unwrap(), one.wilson().unwrap());
        prop_assert!(0.0 <= interval.low && interval.low <= share && share <= interval.high && interval.high <= 1.0);
        let tenfold = Proportion { count: count * 10, of: one.of * 10 }.wilson().unwrap();
        prop_assert!(tenfold.high - tenfold.low < interval.high - interval.low);
    }

    #[test]
    fn quartiles_stand_in_order(values in proptest::collection::vec(-1e6_f64..1e6, 1..60)) {
        let one = Summary::of(&values).unwrap();
        prop_assert!(one.ends.low <= one.quartiles.low && one.quartiles.low <= one.median);
        prop_assert!(one.median <= one.quartiles.high && one.quartiles.high <= one.ends.high);
        let below = values.iter().filter(|value| **value <= one.median).count();
        prop_assert!(2 * below >= values.len());
    }

    #[test]
    fn a_curve_only_falls(all in proptest::collection::vec((0_u32..40, any::<bool>()), 0..60)) {
        let followed: Vec<Followed> = all.iter().map(|(time, event)| Followed { time: f64::from(*time), event: *event }).collect();
        let curve = Curve::of(&followed);
        let mut before = 1.0;
        for step in &curve.steps {
            prop_assert!(step.share < before && step.share >= 0.0);
            prop_assert!(step.events >= 1 && step.events <= step.at_risk);
            if let Some(interval) = step.interval {
                prop_assert!(0.0 <= interval.low && interval.low <= step.share && step.share <= interval.high && interval.high <= 1.0);
            }
            before = step.share;
        }
        prop_assert_eq!(curve.events() as usize, all.iter().filter(|(_, event)| *event).count());
        // Nobody lost: the curve is the plain share that is left.
        if all.iter().all(|(_, event)| *event) && !all.is_empty() {
            prop_assert!(curve.steps.last().unwrap().share.abs() < 1e-12);
        }
    }

    #[test]
    fn entropy_lies_between_nothing_and_the_logarithm(counts in proptest::collection::vec(0_u32..50, 1..9)) {
        prop_assume!(counts.iter().sum::<u32>() > 0);
        let spread = Spread::of(&counts).unwrap();
        prop_assert!(spread.entropy >= 0.0 && spread.entropy <= f64::from(spread.kinds).log2() + 1e-9);
        prop_assert!(spread.commonest * spread.kinds >= spread.n);
    }

    #[test]
    fn kappa_never_exceeds_one(cases in proptest::collection::vec([0_u32..5, 0_u32..5, 0_u32..5], 0..20)) {
        if let Some(concord) = Concord::of(&cases) {
            prop_assert!((0.0..=1.0 + 1e-12).contains(&concord.agreement));
            prop_assert!(concord.kappa.is_none_or(|kappa| kappa <= 1.0 + 1e-12));
        }
    }

    #[test]
    fn no_small_cell_can_be_worked_out_from_what_is_shown(counts in proptest::collection::vec(0_u32..12, 1..5)) {
        let (shown, total) = masked(&counts);
        for (cell, count) in shown.iter().zip(&counts) {
            match cell {
                Shown::Count(said) => prop_assert!(said == count && !(1..LEAST).contains(said)),
                Shown::Few => prop_assert!((1..LEAST).contains(count)),
                Shown::Hidden => prop_assert!(*count >= LEAST),
            }
        }
        if let Shown::Count(total) = total {
            let said: u32 = shown.iter().map(|cell| if let Shown::Count(n) = cell { *n } else { 0 }).sum();
            let may_be = possible(&shown, total - said);
            let cells = shown.iter().filter(|cell| !matches!(cell, Shown::Count(_)));
            for (cell, numbers) in cells.zip(may_be) {
                prop_assert!(*cell == Shown::Hidden || numbers.len() > 1, "{:?} of {:?}: {:?}", shown, counts, numbers);
            }
        }
    }
}
