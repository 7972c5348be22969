//! What an amount is worth in the unit that amounts are compared in.

use regards::knowledge::{Amount, Measure};

/// guidelines.md 0.2: 1 mg/mmol is 8.84 mg/g; g/g and g/24 h stand for each other.
#[test]
fn every_unit_has_its_worth() {
    let rows = [
        (Measure::Count, "3", "3"),
        (Measure::Percent, "50 %", "50"),
        (Measure::Proteinuria, "500 mg/g", "500"),
        (Measure::Proteinuria, "0.5 g/g", "500"),
        (Measure::Proteinuria, "100 mg/mmol", "884"),
        (Measure::Proteinuria, "3 g/24h", "3000"),
        (Measure::Proteinuria, "500 mg/24h", "500"),
        (Measure::Filtration, "45 mL/min/1.73m²", "45"),
        (Measure::GramsPerLitre, "4 g/L", "4"),
        (Measure::GramsPerLitre, "0.4 g/dL", "4"),
        (Measure::Cells, "60 G/L", "60"),
        (Measure::Cells, "60000 /mm3", "60"),
        (Measure::Pressure, "165 mmHg", "165"),
        (Measure::Years, "18 years", "18"),
        (Measure::Kilograms, "60 kg", "60"),
        (Measure::Months, "36 months", "36"),
        (Measure::MilligramsPerDay, "7.5 mg/d", "7.5"),
        (Measure::MilligramsPerKiloPerDay, "5 mg/kg/d", "5"),
        (Measure::Days, "14 days", "14"),
        (Measure::Weeks, "20 weeks", "20"),
        (Measure::Grams, "36 g", "36"),
        (Measure::Millimoles, "5.5 mmol/L", "5.5"),
    ];
    for (measure, written, worth) in rows {
        let amount: Amount = written.parse().unwrap();
        let found = measure.canonical(&amount).map(|worth| worth.normalize().to_string());
        assert_eq!(found.as_deref(), Some(worth), "{written}");
    }
    for (measure, stranger) in [(Measure::Proteinuria, "3 g/L"), (Measure::Days, "2 weeks"), (Measure::Count, "3 %")] {
        assert_eq!(measure.canonical(&stranger.parse().unwrap()), None, "{stranger}");
    }
}

#[test]
fn a_number_is_read_as_it_is_written() {
    use regards::knowledge::Number;
    for written in ["0", "5", "-1", "2.5"] {
        let read: Number = serde_yaml::from_str(written).unwrap();
        assert_eq!(read.to_string(), written);
    }
    assert!(serde_yaml::from_str::<Number>("ten").is_err());
}
