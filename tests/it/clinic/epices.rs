use regards::clinic::*;
use regards::domain::{Epices, Field, Person, YesNo};

fn score(yes_to: &[usize]) -> EpicesScore {
    EpicesScore::of(&Epices(std::array::from_fn(|at| if yes_to.contains(&(at + 1)) { YesNo::Yes } else { YesNo::No })))
}

/// damage.md K7, with the border that sums of f64 put on the wrong side.
#[test]
fn epices_vectors() {
    let rows: [(&[usize], &str, usize, bool); 11] = [
        (&[2, 3, 4, 6, 7, 8, 9, 10, 11], "0.00", 1, false),
        (&[1, 5], "100.00", 5, true),
        (&[], "75.14", 5, true),
        (&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], "24.86", 3, false),
        (&[2, 9, 10, 11], "37.27", 4, true),
        (&[2, 3, 9, 10, 11], "28.99", 3, false),
        (&[2, 3, 4, 5, 9, 10, 11], "35.51", 4, true),
        (&[2, 7, 9, 10, 11], "30.17", 4, true),
        (&[1, 4, 6, 7, 8, 9, 10, 11], "30.17", 4, true),
        (&[1, 3, 6, 7, 8, 9, 10, 11], "30.17", 4, true),
        (&[1, 4, 6, 9, 11], "53.84", 5, true),
    ];
    for (yes_to, value, quintile, precarious) in rows {
        let found = score(yes_to);
        assert_eq!(found.value().to_string(), value, "{yes_to:?}");
        assert_eq!((found.quintile(), found.is_precarious()), (quintile, precarious), "{yes_to:?}");
    }
    assert_eq!(score(&[2, 5, 7, 9]).value().to_string(), "61.54");
}

#[test]
fn a_missing_answer_gives_no_score() {
    let mut person = Person::default();
    assert_eq!(EpicesScore::of_person(&person), Err(vec![Need::Epices]));
    person.epices = Field::Unknown;
    assert_eq!(EpicesScore::of_person(&person), Err(vec![Need::Epices]));
}

/// damage.md I: at 16 to 25 years a teaching page gives 37.27, told beside the threshold of the publication.
#[test]
fn the_threshold_of_the_young_is_exact_and_only_theirs() {
    let at_border = score(&[2, 9, 10, 11]);
    assert_eq!(at_border.value().to_string(), "37.27");
    for (age, told) in [(15, None), (16, Some(true)), (25, Some(true)), (26, None)] {
        assert_eq!(at_border.is_precarious_at(age), told, "{age}");
    }
    let below = score(&[2, 3, 4, 5, 9, 10, 11]);
    assert_eq!((below.value().to_string().as_str(), below.is_precarious()), ("35.51", true));
    assert_eq!(below.is_precarious_at(20), Some(false));
    assert_eq!(EPICES_YOUNG.checked, Checked::Secondary);
}

/// The eleven answers add up to the score, for every pattern.
#[test]
fn the_answers_add_up_to_the_score() {
    for pattern in 0_u32..(1 << 11) {
        let answers = Epices(std::array::from_fn(|at| if pattern & (1 << at) == 0 { YesNo::No } else { YesNo::Yes }));
        let told = epices_answers(&answers);
        assert!(told.iter().map(|one| one.question).eq(1..=11));
        let sum = told.iter().fold(epices_constant(), |sum, one| sum + one.adds());
        let score = EpicesScore::of(&answers);
        assert_eq!(sum, score.value());
        assert_eq!(score.is_precarious(), sum >= epices_threshold());
    }
}

/// The lower limit of a quintile belongs to it; the next score below is 0.58 away.
#[test]
fn a_quintile_begins_at_its_limit() {
    let rows: [(&[usize], &str, usize); 7] = [
        (&[2, 3, 4, 7, 8, 9, 10, 11], "6.51", 1),
        (&[2, 3, 4, 6, 7, 8, 9, 10], "7.10", 2),
        (&[2, 3, 4, 7, 8, 9, 11], "15.98", 2),
        (&[2, 6, 7, 8, 9, 10, 11], "16.56", 3),
        (&[2, 3, 5, 7, 8, 9, 10, 11], "29.59", 3),
        (&[2, 3, 4, 5, 6, 7], "47.94", 4),
        (&[2, 3, 6], "48.52", 5),
    ];
    for (yes_to, value, quintile) in rows {
        let found = score(yes_to);
        assert_eq!((found.value().to_string().as_str(), found.quintile()), (value, quintile), "{yes_to:?}");
    }
}
