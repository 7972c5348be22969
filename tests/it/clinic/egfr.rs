use proptest::prelude::*;
use regards::clinic::*;
use regards::domain::{Creatinine, Field, Height, Lab, Sex, Upcr};

use super::bare_case;

struct Row<'a>(Vec<&'a str>);

impl Row<'_> {
    fn number(&self, column: usize) -> f64 {
        self.0[column].parse().unwrap()
    }
    fn sex(&self) -> Sex {
        if self.0[1] == "F" { Sex::Female } else { Sex::Male }
    }
    fn age(&self) -> u32 {
        self.0[2].parse().unwrap()
    }
}

fn rows(csv: &str) -> Vec<Row<'_>> {
    csv.lines().skip(1).map(|line| Row(line.split(',').collect())).collect()
}

fn creatinine(text: &str) -> Creatinine {
    text.parse().unwrap()
}

fn near(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((found - expected).abs() < tolerance, "{what}: {found}, expected {expected}");
}

fn lab(date: &str, creatinine_written: &str) -> Lab {
    serde_json::from_value(serde_json::json!({ "date": date, "creatinine": creatinine_written })).unwrap()
}

/// damage.md K1.
#[test]
fn ckd_epi_from_mg_per_dl() {
    let table = rows(include_str!("../../vectors/egfr_mg_dl.csv"));
    assert_eq!(table.len(), 22);
    for row in table {
        let id = row.0[0];
        let scr = creatinine(&format!("{} mg/dL", row.0[3]));
        near(ckd_epi_2021(row.sex(), row.age(), scr), row.number(5), 0.001, id);
        near(ckd_epi_2009(row.sex(), row.age(), scr), row.number(8), 0.001, id);
        let egfr = Egfr { value: ckd_epi_2021(row.sex(), row.age(), scr), equation: Equation::CkdEpi2021 };
        assert_eq!(egfr.printed().to_string(), row.0[6], "{id}");
        assert_eq!(egfr.stage().name(), row.0[7], "{id}");
        let same = creatinine(&format!("{} µmol/L", row.0[4]));
        near(ckd_epi_2021(row.sex(), row.age(), same), row.number(5), 0.001, id);
    }
}

/// damage.md K2: the stage is read from the raw value, not from the printed integer.
#[test]
fn ckd_epi_at_the_borders() {
    let table = rows(include_str!("../../vectors/egfr_umol_l.csv"));
    assert_eq!(table.len(), 31);
    let mut traps = 0;
    for row in table {
        let id = row.0[0];
        let value = ckd_epi_2021(row.sex(), row.age(), creatinine(&format!("{} µmol/L", row.0[3])));
        near(value, row.number(4), 0.000_1, id);
        let egfr = Egfr { value, equation: Equation::CkdEpi2021 };
        assert_eq!(egfr.printed().to_string(), row.0[5], "{id}");
        assert_eq!(egfr.stage().name(), row.0[6], "{id}");
        let from_printed = g_stage(f64::from(egfr.printed()));
        assert_eq!(from_printed.name(), row.0[7], "{id}");
        traps += usize::from(from_printed != egfr.stage());
    }
    assert_eq!(traps, 14, "U06, U08, U10, U14, U16, U18 and U20 to U27");
}

/// activity.md 16.7.
#[test]
fn ckd_epi_of_the_activity_sheet() {
    let rows = [
        ("60 µmol/L", 30, Sex::Female, 117.4, 120.1),
        ("88.4 µmol/L", 50, Sex::Female, 65.6, 68.6),
        ("120 µmol/L", 30, Sex::Female, 52.2, 53.9),
        ("88.4 µmol/L", 40, Sex::Male, 93.7, 97.6),
        ("150 µmol/L", 45, Sex::Male, 47.8, 50.1),
    ];
    for (written, age, sex, in_2009, in_2021) in rows {
        near(ckd_epi_2009(sex, age, creatinine(written)), in_2009, 0.05, written);
        near(ckd_epi_2021(sex, age, creatinine(written)), in_2021, 0.05, written);
    }
}

/// damage.md K3: the official six, and the borders at 12, 16 and 18 years.
#[test]
fn ckid_u25_official_and_borders() {
    let rows = [
        (Sex::Male, 11.0, "1.20 m", "0.9 mg/dL", 51.5873),
        (Sex::Female, 11.0, "1.20 m", "0.9 mg/dL", 47.7513),
        (Sex::Male, 15.0, "1.60 m", "1.9 mg/dL", 37.4783),
        (Sex::Female, 15.0, "1.60 m", "1.9 mg/dL", 32.5462),
        (Sex::Male, 20.0, "1.81 m", "2.1 mg/dL", 43.7848),
        (Sex::Female, 20.0, "1.81 m", "2.1 mg/dL", 35.6829),
        (Sex::Female, 12.0, "1.50 m", "60 µmol/L", 79.7810),
        (Sex::Female, 11.99, "1.50 m", "60 µmol/L", 79.7746),
        (Sex::Male, 16.0, "1.70 m", "75 µmol/L", 93.1901),
        (Sex::Male, 18.0, "1.75 m", "80 µmol/L", 98.2345),
        (Sex::Male, 17.99, "1.75 m", "80 µmol/L", 98.1684),
        (Sex::Female, 18.0, "1.65 m", "70 µmol/L", 86.2658),
        (Sex::Female, 17.99, "1.65 m", "70 µmol/L", 86.1986),
        (Sex::Female, 9.5, "132 cm", "0.8 mg/dL", 58.39),
        (Sex::Male, 12.0, "1.50 m", "60 µmol/L", 86.19),
    ];
    for (sex, age, height, scr, expected) in rows {
        let height: Height = height.parse().unwrap();
        let tolerance = if age < 10.0 { 0.005 } else { 0.000_1 };
        near(ckid_u25(sex, age, height, creatinine(scr)).unwrap(), expected, tolerance, &format!("{sex} {age}"));
    }
    let height: Height = "70 cm".parse().unwrap();
    assert_eq!(ckid_u25(Sex::Male, 0.99, height, creatinine("30 µmol/L")), None);
    assert_eq!(ckid_u25(Sex::Male, 25.01, height, creatinine("30 µmol/L")), None);
}

#[test]
fn the_age_chooses_the_equation() {
    let mut case = bare_case();
    let day = lab("2026-02-10", "88.4 µmol/L");
    assert_eq!(egfr_on(&case, &day), Err(vec![Need::Age]));

    case.patient.born = Some("1976-01".parse().unwrap());
    let adult = egfr_on(&case, &day).unwrap();
    assert_eq!(adult.equation, Equation::CkdEpi2021);
    near(adult.value, 68.6335, 0.001, "50 years");

    case.patient.born = Some("2008-02-11".parse().unwrap());
    assert_eq!(egfr_on(&case, &day), Err(vec![Need::Height]));
    case.patient.height = Field::Known("165 cm".parse().unwrap());
    assert_eq!(egfr_on(&case, &day).unwrap().equation, Equation::CkidU25);
    case.patient.born = Some("2008-02-10".parse().unwrap());
    assert_eq!(egfr_on(&case, &day).unwrap().equation, Equation::CkdEpi2021);

    case.patient.born = None;
    case.patient.age = Some("15".parse().unwrap());
    assert_eq!(egfr_on(&case, &day), Err(vec![Need::BirthMonth]));
    let mut empty = day;
    empty.creatinine = Field::Unknown;
    assert_eq!(egfr_on(&case, &empty), Err(vec![Need::Creatinine, Need::BirthMonth]));
}

/// damage.md B1: from 18 to 25 years CKiD U25 stands beside, to the day of the 25th birthday.
#[test]
fn beside_an_adult_of_25_stands_the_equation_of_the_young() {
    let beside = |born: &str| {
        let mut case = bare_case();
        case.patient.born = Some(born.parse().unwrap());
        case.patient.height = Field::Known("165 cm".parse().unwrap());
        let found = egfr_beside(&case, &lab("2026-02-10", "88.4 µmol/L"));
        found.into_iter().map(|egfr| egfr.equation).collect::<Vec<_>>()
    };
    assert_eq!(beside("2001-02-10"), [Equation::CkdEpi2009, Equation::CkidU25]);
    assert_eq!(beside("2000-02-10"), [Equation::CkdEpi2009]);
    assert_eq!(beside("2008-02-10"), [Equation::CkdEpi2009, Equation::CkidU25], "18 today");
    assert_eq!(beside("2008-02-11"), []);
}

/// damage.md B3, the limits of the A categories in both printed units.
#[test]
fn albuminuria_category_in_the_reported_unit() {
    let rows = [
        ("149 mg/g", ACategory::A1),
        ("150 mg/g", ACategory::A2),
        ("0.5 g/g", ACategory::A2),
        ("501 mg/g", ACategory::A3),
        ("14.9 mg/mmol", ACategory::A1),
        ("15 mg/mmol", ACategory::A2),
        ("50 mg/mmol", ACategory::A2),
        ("51 mg/mmol", ACategory::A3),
    ];
    for (written, expected) in rows {
        assert_eq!(a_category(written.parse::<Upcr>().unwrap()), expected, "{written}");
    }
}

/// damage.md K9: the 18 cells of B3.
#[test]
fn the_grid_has_its_eighteen_cells() {
    use ACategory::{A1, A2, A3};
    use KidneyRisk::{High, Low, Moderate, VeryHigh};
    let rows = [
        (GStage::G1, [Low, Moderate, High]),
        (GStage::G2, [Low, Moderate, High]),
        (GStage::G3a, [Moderate, High, VeryHigh]),
        (GStage::G3b, [High, VeryHigh, VeryHigh]),
        (GStage::G4, [VeryHigh, VeryHigh, VeryHigh]),
        (GStage::G5, [VeryHigh, VeryHigh, VeryHigh]),
    ];
    for (stage, words) in rows {
        for (category, word) in [A1, A2, A3].into_iter().zip(words) {
            assert_eq!(kidney_risk(stage, category), word, "{stage:?} {category:?}");
        }
    }
}

proptest! {
    #[test]
    fn egfr_falls_when_creatinine_rises(
        low in 10_u32..4000, rise in 1_u32..1000, age in 18_u32..100, female in any::<bool>(),
    ) {
        let sex = if female { Sex::Female } else { Sex::Male };
        let (less, more) = (creatinine(&format!("{low} µmol/L")), creatinine(&format!("{} µmol/L", low + rise)));
        prop_assert!(ckd_epi_2021(sex, age, more) < ckd_epi_2021(sex, age, less));
        prop_assert!(ckd_epi_2009(sex, age, more) < ckd_epi_2009(sex, age, less));
        prop_assert!(g_stage(ckd_epi_2021(sex, age, more)) >= g_stage(ckd_epi_2021(sex, age, less)));
    }
}
