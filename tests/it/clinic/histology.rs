use regards::clinic::*;
use regards::domain::{Biopsy, Field};
use serde_json::{Value, json};

const LESIONS: [&str; 10] = [
    "endocapillary",
    "neutrophils",
    "fibrinoid_necrosis",
    "hyaline_deposits",
    "crescents",
    "interstitial_inflammation",
    "glomerulosclerosis",
    "fibrous_crescents",
    "tubular_atrophy",
    "interstitial_fibrosis",
];

fn biopsy(grades: &[u8], more: &Value) -> Biopsy {
    let nih: Value = LESIONS
        .iter()
        .zip(grades)
        .map(|(name, grade)| ((*name).to_owned(), json!(grade)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let mut biopsy = json!({ "date": "2026-01-12", "class": ["IV"], "nih": nih });
    biopsy.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    serde_json::from_value(biopsy).unwrap()
}

/// activity.md 16.11; the last row is the chronicity of damage.md K9.
#[test]
fn nih_index_vectors() {
    let rows = [
        ("N01", [0, 0, 0, 0, 0, 0], 0, [0, 0, 0, 0], 0),
        ("N02", [2, 1, 0, 1, 0, 1], 5, [1, 0, 1, 1], 3),
        ("N03", [3, 2, 1, 2, 2, 2], 15, [1, 1, 1, 1], 4),
        ("N04", [1, 0, 0, 0, 0, 1], 2, [3, 1, 2, 2], 8),
        ("N05", [3, 3, 3, 3, 3, 3], 24, [3, 3, 3, 3], 12),
        ("N06", [0, 0, 2, 0, 1, 0], 6, [0, 0, 0, 1], 1),
        ("K9", [0, 0, 0, 0, 0, 0], 0, [1, 0, 2, 2], 5),
    ];
    for (id, activity, ai, chronicity, ci) in rows {
        let biopsy = biopsy(&[&activity[..], &chronicity[..]].concat(), &json!({}));
        assert_eq!(NihIndex::activity(&biopsy).computed, Ok(ai), "{id}");
        assert_eq!(NihIndex::chronicity(&biopsy).computed, Ok(ci), "{id}");
        assert_eq!(NihIndex::activity(&biopsy).value(), Some(ai), "{id}");
    }
}

#[test]
fn an_index_that_its_grades_contradict_is_seen() {
    let stated = biopsy(&[2, 1, 0, 1, 0, 1, 1, 0, 1, 1], &json!({ "activity": 6, "chronicity": 3 }));
    let activity = NihIndex::activity(&stated);
    assert!(activity.contradicts());
    assert_eq!((activity.stated, activity.value()), (Field::Known(6), Some(6)));
    assert!(!NihIndex::chronicity(&stated).contradicts());
}

#[test]
fn a_grade_that_is_not_given_gives_no_index() {
    let partial = biopsy(&[2, 1, 0], &json!({ "activity": 6 }));
    let activity = NihIndex::activity(&partial);
    assert_eq!(activity.computed, Err(vec![Need::LesionGrades]));
    assert!(!activity.contradicts());
    let ungraded: Biopsy = serde_json::from_value(json!({ "date": "2026-01-12", "class": ["V"] })).unwrap();
    assert_eq!(NihIndex::chronicity(&ungraded).computed, Err(vec![Need::LesionGrades]));
    assert_eq!(NihIndex::chronicity(&ungraded).value(), None);
}
