use regards::clinic::*;
use regards::domain::{ActivityVisit, Field, SledaiItem as I, Type2};
use serde_json::json;

use super::visit;

fn type2(wpi: u8, sss: u8, regions: u8, lasting: bool) -> Type2 {
    let lasting = if lasting { "yes" } else { "no" };
    serde_json::from_value(json!({ "wpi": wpi, "sss": sss, "pain_regions": regions, "three_months": lasting })).unwrap()
}

/// activity.md 16.9.
#[test]
fn distress_and_fibromyalgia_vectors() {
    use Distress::{Moderate, None, Severe, VerySevere};
    let rows = [
        ("F01", (0, 2, 0, true), 2, None, false, false),
        ("F02", (3, 9, 3, true), 12, Severe, true, false),
        ("F03", (4, 9, 4, true), 13, Severe, true, true),
        ("F04", (7, 5, 4, true), 12, Severe, true, true),
        ("F05", (7, 5, 3, true), 12, Severe, true, false),
        ("F06", (7, 4, 5, true), 11, Moderate, false, false),
        ("F07", (6, 9, 4, true), 15, Severe, true, true),
        ("F08", (12, 9, 5, false), 21, VerySevere, false, false),
        ("F09", (19, 12, 5, true), 31, VerySevere, true, true),
    ];
    for (id, (wpi, sss, regions, lasting), psd, band, in_2011, in_2016) in rows {
        let found = type2(wpi, sss, regions, lasting);
        assert_eq!(distress(&found), Ok(psd), "{id}");
        assert_eq!(Distress::of(psd), band, "{id}");
        assert_eq!(fibromyalgia_2011(&found), Verdict::of(in_2011), "{id}");
        assert_eq!(fibromyalgia_2016(&found), Verdict::of(in_2016), "{id}");
    }
    let bands = [
        (3, None),
        (4, Distress::Mild),
        (7, Distress::Mild),
        (8, Moderate),
        (11, Moderate),
        (12, Severe),
        (19, Severe),
        (20, VerySevere),
    ];
    for (points, band) in bands {
        assert_eq!(Distress::of(points), band, "{points}");
    }
}

/// activity.md 16.10.
#[test]
fn type_1_and_type_2_groups() {
    use LupusType::{Minimal, Mixed, Type1, Type2};
    let rows = [
        ("Y01", vec![], 0, 0, false, false, Minimal),
        ("Y02", vec![I::AntiDsdna, I::LowComplement], 4, 0, false, true, Type2),
        ("Y03", vec![I::Arthritis], 4, 4, false, false, Type1),
        ("Y04", vec![I::Arthritis, I::Rash], 6, 6, false, true, Mixed),
        ("Y05", vec![I::Rash], 2, 2, false, true, Type2),
        ("Y06", vec![I::Rash, I::LowComplement, I::AntiDsdna], 6, 2, false, false, Type1),
        ("Y07", vec![], 0, 0, true, true, Mixed),
        ("Y08", vec![I::Proteinuria, I::LowComplement], 6, 0, true, false, Type1),
    ];
    for (id, items, total, without_labs, nephritis, fibromyalgia, group) in rows {
        let sledai = Sledai::of(&visit(&items)).unwrap();
        assert_eq!((sledai.total().points, sledai.without_labs().points), (total, without_labs), "{id}");
        let facts = TypeFacts {
            sledai: Ok(sledai),
            active_nephritis: Some(nephritis),
            fibromyalgia: Verdict::of(fibromyalgia),
        };
        assert_eq!(facts.group(), group, "{id}");
    }
}

#[test]
fn what_is_not_known_is_not_no() {
    let mut seen = visit(&[]);
    let needs = vec![Need::PainSites, Need::SymptomSeverity, Need::ThreeMonths];
    assert_eq!(TypeFacts::of(&seen).group(), LupusType::Unknown(needs));
    seen.type2 = Some(type2(7, 5, 4, true));
    assert_eq!(TypeFacts::of(&seen).group(), LupusType::Type2);
    seen.not_assessed = vec![I::Arthritis];
    assert_eq!(TypeFacts::of(&seen).group(), LupusType::Unknown(vec![Need::SledaiItems]));
    let urine = ActivityVisit { type2: Some(type2(0, 2, 0, true)), ..visit(&[I::Proteinuria]) };
    assert_eq!(TypeFacts::of(&urine).group(), LupusType::Type1, "a urine item scored is an active nephritis");
    let half: Type2 = serde_json::from_value(json!({ "wpi": 2 })).unwrap();
    assert_eq!(distress(&half), Err(vec![Need::SymptomSeverity]));
    assert_eq!(fibromyalgia_2011(&half), Verdict::No, "no severity makes two sites enough");
    let few_symptoms =
        |sss: u8| fibromyalgia_2011(&serde_json::from_value(json!({ "sss": sss, "three_months": "yes" })).unwrap());
    assert_eq!(few_symptoms(4), Verdict::No, "no number of sites makes them enough");
    assert_eq!(few_symptoms(5), Verdict::lacking(Need::PainSites));
    let mut unknown: Type2 = serde_json::from_value(json!({ "wpi": 7, "sss": 5 })).unwrap();
    unknown.three_months = Field::Unknown;
    assert_eq!(fibromyalgia_2016(&unknown), Verdict::Unknown(vec![Need::PainRegions, Need::ThreeMonths]));
}

#[test]
fn the_physician_can_rate_type_2_apart() {
    let mut seen = visit(&[]);
    seen.pga = serde_json::from_value(json!(0.4)).unwrap();
    assert_eq!(group_by_physician(&seen), LupusType::Unknown(vec![Need::Type2Pga]));
    seen.type2 = serde_json::from_value(json!({ "pga": 1.0 })).unwrap();
    assert_eq!(group_by_physician(&seen), LupusType::Type2);
    seen.pga = serde_json::from_value(json!(1)).unwrap();
    assert_eq!(group_by_physician(&seen), LupusType::Mixed);
}

/// activity.md 11: seven sites with a severity of 5, or three (2016: four) to six with one of 9.
#[test]
fn fibromyalgia_at_its_limits() {
    let both = |wpi: u8, sss: u8| {
        let found = type2(wpi, sss, 5, true);
        (fibromyalgia_2011(&found) == Verdict::Yes, fibromyalgia_2016(&found) == Verdict::Yes)
    };
    assert_eq!((both(7, 4), both(7, 5), both(7, 12)), ((false, false), (true, true), (true, true)));
    assert_eq!(
        (both(6, 5), both(6, 8), both(6, 9), both(6, 12)),
        ((false, false), (false, false), (true, true), (true, true))
    );
    assert_eq!((both(2, 12), both(3, 9), both(4, 9)), ((false, false), (true, false), (true, true)));
    let half =
        |wpi: u8| fibromyalgia_2011(&serde_json::from_value(json!({ "wpi": wpi, "three_months": "yes" })).unwrap());
    assert_eq!((half(2), half(3)), (Verdict::No, Verdict::lacking(Need::SymptomSeverity)));
}

/// Rogers 2021: 5 points in all, 3 of them clinical, are below both limits of type 1.
#[test]
fn type_1_begins_at_its_limits() {
    let type1 = |items: &[I]| TypeFacts::of(&visit(items)).type1();
    assert_eq!(type1(&[I::Rash, I::Fever, I::LowComplement]), Verdict::No);
    assert_eq!(type1(&[I::Rash, I::LowComplement, I::AntiDsdna]), Verdict::Yes, "6 in all");
    assert_eq!(type1(&[I::Rash, I::Alopecia]), Verdict::Yes, "4 clinical");
}
