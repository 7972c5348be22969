//! How near two cases are: laws that hold for all, and examples a physician would expect.

use proptest::option;
use proptest::prelude::*;
use regards::archive::{Dimension, Likeness, Nearness, Traits, UNKNOWN};
use regards::meeting::{ClassGroup, ExtrarenalLevel, PregnancyProject};

/// A first flare of pure class V, no wish of pregnancy.
pub fn example() -> Traits {
    Traits {
        class: Some(ClassGroup::PureV),
        upcr: Some(1.6),
        egfr: Some(110.0),
        flares: Some(1),
        prior_lines: Some(0),
        failed_courses: Some(0),
        extrarenal: Some(ExtrarenalLevel::Mild),
        pregnancy: Some(PregnancyProject::None),
    }
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    option::of(prop::sample::select(all))
}

/// Any case at all.
pub fn any_traits() -> impl Strategy<Value = Traits> {
    let counts = (option::of(0_u32..9), option::of(0_u32..9), option::of(0_u32..5));
    let numbers = (option::of(0.0_f64..20.0), option::of(3.0_f64..160.0));
    (one_of(ClassGroup::ALL), numbers, counts, one_of(ExtrarenalLevel::ALL), one_of(PregnancyProject::ALL)).prop_map(
        |(class, (upcr, egfr), (flares, prior_lines, failed_courses), extrarenal, pregnancy)| Traits {
            class,
            upcr,
            egfr,
            flares,
            prior_lines,
            failed_courses,
            extrarenal,
            pregnancy,
        },
    )
}

proptest! {
    #[test]
    fn a_distance_is_symmetric_within_bounds_and_told_whole(one in any_traits(), other in any_traits()) {
        let distance = one.distance(&other);
        prop_assert_eq!(&distance, &other.distance(&one));
        prop_assert!((0.0..=1.0).contains(&distance.total), "{}", distance.total);
        prop_assert!((distance.total - one.total(&other)).abs() < f64::EPSILON, "one sum, with its parts and without");
        let shares: f64 = distance.parts.iter().map(|part| part.share()).sum();
        prop_assert!((shares - distance.total).abs() < 1e-9, "what is told of it adds up");
        prop_assert_eq!(distance.parts.len(), Dimension::ALL.len());
    }

    #[test]
    fn no_case_is_nearer_to_another_than_to_itself(one in any_traits(), other in any_traits()) {
        prop_assert!(one.total(&one) <= one.total(&other));
        let own = one.distance(&one);
        let unknown: f64 = own.that_are(Likeness::Unknown).map(Dimension::weight).sum();
        prop_assert!((own.total - unknown * UNKNOWN / Dimension::ALL_WEIGHTS).abs() < 1e-9, "only the unknown counts");
        prop_assert_eq!(own.that_are(Likeness::Near).count() + own.that_are(Likeness::Far).count(), 0);
    }

    #[test]
    fn farther_on_one_dimension_is_no_nearer_in_all(
        one in any_traits(), upcr in 0.0_f64..20.0, more in 0.0_f64..10.0, egfr in 3.0_f64..100.0, by in 0.0_f64..90.0,
        count in 0_u32..5, so_many in 0_u32..5,
    ) {
        let from = |upcr, egfr, count| Traits { upcr: Some(upcr), egfr: Some(egfr), flares: Some(count), ..one.clone() };
        let start = from(upcr, egfr, count);
        let slack = 1e-12;
        prop_assert!(start.total(&from(upcr + more, egfr, count)) <= start.total(&from(upcr + more * 2.0, egfr, count)) + slack);
        prop_assert!(start.total(&from(upcr, egfr + by, count)) <= start.total(&from(upcr, egfr + by * 2.0, count)) + slack);
        prop_assert!(
            start.total(&from(upcr, egfr, count + so_many)) <= start.total(&from(upcr, egfr, count + so_many * 2)) + slack
        );
    }

    #[test]
    fn the_bound_that_a_search_stops_at_is_one(one in any_traits(), other in any_traits(), further in 0.0_f64..10.0) {
        prop_assert!(one.least(other.class, other.upcr) <= one.total(&other) + 1e-12);
        if let (Some(own), Some(upcr)) = (one.upcr, other.upcr) {
            let upcr = Some(if upcr >= own { upcr + further } else { (upcr - further).max(0.0) });
            let beyond = Traits { upcr, ..other.clone() };
            prop_assert!(one.least(other.class, other.upcr) <= one.total(&beyond) + 1e-12);
        }
    }
}

#[test]
fn the_same_case_is_no_distance_away() {
    let distance = example().distance(&example());
    assert!(distance.total.abs() < f64::EPSILON);
    assert_eq!(distance.that_are(Likeness::Alike).count(), Dimension::ALL.len());
    assert_eq!(distance.nearness(), Nearness::VeryNear);
}

#[test]
fn nobody_is_like_a_case_of_which_nothing_is_known() {
    let nothing = Traits::default();
    for other in [&nothing, &example()] {
        let distance = nothing.distance(other);
        assert!((distance.total - UNKNOWN).abs() < 1e-12);
        assert_eq!(distance.nearness(), Nearness::Far);
        assert_eq!(distance.that_are(Likeness::Unknown).count(), Dimension::ALL.len());
    }
}

#[test]
fn cases_are_ordered_as_a_meeting_would() {
    let example = example();
    let with = |change: fn(&mut Traits)| {
        let mut other = example.clone();
        change(&mut other);
        example.total(&other)
    };
    let ordered = [
        with(|case| case.upcr = Some(1.7)),
        with(|case| case.upcr = Some(2.5)),
        with(|case| case.flares = Some(3)),
        with(|case| case.pregnancy = Some(PregnancyProject::Wish)),
        with(|case| case.class = Some(ClassGroup::MixedV)),
        with(|case| case.class = Some(ClassGroup::Proliferative)),
        with(|case| case.class = Some(ClassGroup::VI)),
    ];
    assert!(ordered.is_sorted_by(|one, next| one < next), "{ordered:?}");
    let unknown = with(|case| case.class = None);
    assert!(ordered[4] < unknown && unknown < ordered[5], "not known is neither alike nor another: {unknown}");
}

#[test]
fn each_dimension_says_how_it_stands() {
    use Likeness::{Alike, Far, Near, Unknown};
    let other = Traits {
        upcr: Some(3.0),
        egfr: Some(45.0),
        flares: None,
        extrarenal: Some(ExtrarenalLevel::ModerateSevere),
        ..example()
    };
    let distance = example().distance(&other);
    let told: Vec<Likeness> = distance.parts.iter().map(|part| part.likeness()).collect();
    assert_eq!(told, [Alike, Near, Far, Unknown, Alike, Alike, Near, Alike]);
    // 2 · ln(3.0 / 1.6) / ln 4 + 2 · 1 + 1 · 0.5 + 1 · 0.5 of 14.
    assert!((distance.total - (2.0 * 0.453_445 + 2.0 + 0.5 + 0.5) / 14.0).abs() < 1e-6, "{}", distance.total);
}
