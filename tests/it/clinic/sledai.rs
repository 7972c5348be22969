use proptest::prelude::*;
use proptest::sample::subsequence;
use regards::clinic::*;
use regards::domain::{ActivityVisit, Field, SledaiItem, Window};
use serde_json::Value;

use super::{vectors, visit};

fn items(row: &Value) -> Vec<SledaiItem> {
    serde_json::from_value(row["items"].clone()).unwrap()
}

fn of(visit: &ActivityVisit) -> Sledai {
    Sledai::of(visit).unwrap()
}

/// activity.md 16.1.
#[test]
fn sledai_2k_vectors() {
    let table = vectors("sledai2k");
    assert_eq!(table.len(), 22);
    for row in table {
        let found = of(&visit(&items(&row)));
        let id = &row["id"];
        assert_eq!(found.total().points, row["sledai2k"], "{id}");
        assert_eq!(found.without_serology().points, row["csledai_doris"], "{id}");
        assert_eq!(found.without_labs().points, row["csledai_nolabs"], "{id}");
        assert_eq!(found.renal().points, row["renal"], "{id}");
        for (set, column) in BandSet::ALL.into_iter().zip(["band_1_4", "band_le6", "band_lt6"]) {
            assert_eq!(set.of(found.total()).unwrap().code(), row[column], "{id} {column}");
        }
        assert_eq!(found.present.iter().copied().any(lldas_major), row["major"], "{id}");
    }
}

/// activity.md 1: the set that is often quoted, its origin not found.
#[test]
fn the_quoted_bands_are_from_memory() {
    use Band::{High, Mild, Moderate, None, VeryHigh};
    for (points, band) in
        [(0, None), (1, Mild), (5, Mild), (6, Moderate), (10, Moderate), (11, High), (19, High), (20, VeryHigh)]
    {
        assert_eq!(BandSet::Quoted.of_points(points), band, "{points}");
    }
    assert_eq!(BandSet::Quoted.source().checked, Checked::Memory);
}

/// activity.md 1: the three sets of bands with a source.
#[test]
fn bands_at_their_limits() {
    use Band::{High, Low, Mild, Moderate, None, Severe};
    let rows = [
        (BandSet::ArdTable, [(0, None), (1, Low), (4, Low), (5, Moderate), (10, Moderate), (11, High)]),
        (BandSet::Eular2019, [(0, None), (1, Mild), (6, Mild), (7, Moderate), (12, Moderate), (13, Severe)]),
        (BandSet::Bsr2018, [(0, None), (1, Mild), (5, Mild), (6, Moderate), (12, Moderate), (13, Severe)]),
    ];
    for (set, limits) in rows {
        for (points, band) in limits {
            assert_eq!(set.of_points(points), band, "{points} by {set:?}");
        }
    }
}

#[test]
fn weights_add_up_to_105() {
    let weights: Vec<u32> = SledaiItem::ALL.iter().map(|item| sledai_weight(*item)).collect();
    assert_eq!(weights.iter().sum::<u32>(), 105);
    for (weight, how_many) in [(8, 8), (4, 6), (2, 7), (1, 3)] {
        assert_eq!(weights.iter().filter(|found| **found == weight).count(), how_many);
    }
}

#[test]
fn not_assessed_is_not_absent() {
    let mut seen = visit(&[SledaiItem::Arthritis]);
    seen.not_assessed = vec![SledaiItem::AntiDsdna, SledaiItem::Haematuria, SledaiItem::Arthritis];
    seen.window = Field::Known(Window::Days30);
    let found = of(&seen);
    assert_eq!(found.window, Field::Known(Window::Days30));
    assert_eq!((found.total().points, found.total().at_most(), found.total().missing), (4, 10, 2));
    assert!(found.total().at_least());
    assert_eq!((found.without_labs().points, found.without_labs().at_least()), (4, false));
    assert_eq!(BandSet::ArdTable.of(found.total()), Err(vec![Need::SledaiItems]));
    assert_eq!(BandSet::ArdTable.of(found.without_labs()), Ok(Band::Low));
    seen.sledai = Field::Absent;
    assert_eq!(Sledai::of(&seen), Err(vec![Need::Sledai]));
}

proptest! {
    #[test]
    fn one_more_item_never_lowers_a_score(
        some in subsequence(SledaiItem::ALL.to_vec(), 0..24), more in 0_usize..24, open in 0_usize..24,
    ) {
        let mut larger = some.clone();
        larger.push(SledaiItem::ALL[more]);
        let (mut before, mut after) = (visit(&some), visit(&larger));
        before.not_assessed = vec![SledaiItem::ALL[open]];
        after.not_assessed = vec![SledaiItem::ALL[open]];
        let (before, after) = (of(&before), of(&after));
        for score in [Sledai::total, Sledai::without_serology, Sledai::without_labs, Sledai::renal] {
            prop_assert!(score(&before).points <= score(&after).points);
            prop_assert!(score(&before).at_most() <= score(&after).at_most());
        }
        prop_assert!(after.without_labs().points <= after.without_serology().points);
        prop_assert!(after.without_serology().points <= after.total().points);
        prop_assert!(after.total().at_most() <= 105);
    }
}
