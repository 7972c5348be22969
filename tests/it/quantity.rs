//! Conversions of quantities, from the clinical fact sheets.

use regards::domain::{Creatinine, HcqLevel, Upcr};
use rust_decimal::Decimal;

fn decimal(written: &str) -> Decimal {
    written.parse().unwrap()
}

/// activity.md 16.6, upper half: mg/mmol × 8.84 = mg/g.
#[test]
fn upcr_from_mg_per_mmol() {
    let rows = [
        ("50", "442.0", "0.442"),
        ("56.6", "500.3", "0.5"),
        ("100", "884.0", "0.884"),
        ("28.3", "250.2", "0.25"),
        ("70", "618.8", "0.619"),
        ("79.2", "700.1", "0.7"),
        ("300", "2652.0", "2.652"),
        ("339.3", "2999.4", "2.999"),
    ];
    for (written, milligrams, grams) in rows {
        let upcr: Upcr = format!("{written} mg/mmol").parse().unwrap();
        assert_eq!(upcr.value().round_dp(1), decimal(milligrams), "{written}");
        assert_eq!(upcr.in_unit("g/g").unwrap().round_dp(3), decimal(grams), "{written}");
        assert_eq!(upcr.to_string(), format!("{written} mg/mmol"), "kept as written");
    }
}

/// activity.md 16.6, lower half.
#[test]
fn upcr_from_grams_per_gram() {
    let rows = [
        ("0.15", "17.0"),
        ("0.2", "22.6"),
        ("0.25", "28.3"),
        ("0.5", "56.6"),
        ("0.7", "79.2"),
        ("1.0", "113.1"),
        ("3.0", "339.4"),
        ("3.5", "395.9"),
    ];
    for (written, expected) in rows {
        let upcr: Upcr = format!("{written} g/g").parse().unwrap();
        assert_eq!(upcr.in_unit("mg/mmol").unwrap().round_dp(1), decimal(expected), "{written}");
    }
}

/// damage.md B2 (÷ 88.4) and activity.md 13 (× 335.9).
#[test]
fn creatinine_and_hydroxychloroquine() {
    let creatinine: Creatinine = "1.1 mg/dL".parse().unwrap();
    assert_eq!(creatinine.value(), decimal("97.24"));
    assert_eq!("11 mg/L".parse::<Creatinine>().unwrap(), creatinine);
    assert_eq!("1 µmol/L".parse::<HcqLevel>().unwrap().value(), decimal("335.9"));
    assert_eq!("0.42 mg/L".parse::<HcqLevel>().unwrap(), "420 ng/mL".parse().unwrap());
}
