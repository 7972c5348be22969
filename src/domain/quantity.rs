//! Quantities that carry their unit: kept as written, converted for computing, never a bare number.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Refusal;

/// One way of writing a dimension: its symbol, other spellings, and how much of the
/// dimension's first unit one of it is worth.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// The symbol that is printed.
    pub symbol: &'static str,
    /// Other spellings that are accepted.
    pub also: &'static [&'static str],
    /// One of this unit, in the dimension's first unit.
    pub factor: Decimal,
}

/// What is measured: its units (the first is the one for computing) and its limits.
pub trait Dimension: 'static {
    /// The field's name in a case file.
    const NAME: &'static str;
    /// The accepted units; the first is the canonical one.
    const UNITS: &'static [Unit];
    /// Outside this closed range (canonical unit) a value cannot exist and is refused.
    const POSSIBLE: (Decimal, Decimal);
    /// Outside this closed range (canonical unit) a value is read, with a warning.
    const PROBABLE: (Decimal, Decimal);
}

/// An amount of a [`Dimension`], exactly as written, with its unit.
pub struct Quantity<D> {
    amount: Decimal,
    unit: &'static Unit,
    dimension: PhantomData<D>,
}

impl<D: Dimension> Quantity<D> {
    /// An amount in the canonical (first) unit.
    ///
    /// # Errors
    /// [`Refusal::Impossible`] outside the possible range.
    pub fn canonical(amount: Decimal) -> Result<Self, Refusal> {
        let Some(unit) = D::UNITS.first() else {
            return Err(Refusal::Empty);
        };
        Self::new(amount, unit)
    }

    fn new(amount: Decimal, unit: &'static Unit) -> Result<Self, Refusal> {
        let quantity = Self { amount, unit, dimension: PhantomData };
        let (least, most) = D::POSSIBLE;
        let possible = amount.checked_mul(unit.factor).is_some_and(|value| (least..=most).contains(&value));
        if possible {
            return Ok(quantity);
        }
        let shown = |limit: Decimal| {
            let limit = limit.checked_div(unit.factor).unwrap_or(limit).round_dp(2).normalize();
            format!("{limit} {}", unit.symbol)
        };
        Err(Refusal::Impossible {
            quantity: D::NAME.to_owned(),
            written: format!("{amount} {}", unit.symbol),
            least: shown(least),
            most: shown(most),
        })
    }

    /// The value in the canonical (first) unit, exact.
    pub fn value(&self) -> Decimal {
        self.amount * self.unit.factor
    }

    /// The amount as it was written, in [`Self::unit`].
    pub fn amount(&self) -> Decimal {
        self.amount
    }

    /// The symbol of the unit it was written in.
    pub fn unit(&self) -> &'static str {
        self.unit.symbol
    }

    /// The value in the unit of this symbol; `None` for a symbol the dimension does not have.
    pub fn in_unit(&self, symbol: &str) -> Option<Decimal> {
        let unit = D::UNITS.iter().find(|unit| unit.symbol == symbol)?;
        self.value().checked_div(unit.factor)
    }

    /// The symbols of the accepted units, the one for computing first.
    pub fn units() -> impl Iterator<Item = &'static str> {
        D::UNITS.iter().map(|unit| unit.symbol)
    }

    /// The symbol of the unit that is written like this, if it is accepted.
    pub fn unit_named(written: &str) -> Option<&'static str> {
        Self::find(written).map(|unit| unit.symbol)
    }

    fn find(written: &str) -> Option<&'static Unit> {
        // The micro sign and the Greek mu look the same and are both typed.
        let folded = written.replace('\u{3bc}', "\u{b5}");
        D::UNITS.iter().find(|unit| unit.symbol == folded || unit.also.contains(&folded.as_str()))
    }

    /// Whether the value lies in the range that is seen in people; outside it a warning is due.
    pub fn is_probable(&self) -> bool {
        (D::PROBABLE.0..=D::PROBABLE.1).contains(&self.value())
    }
}

impl<D: Dimension> FromStr for Quantity<D> {
    type Err = Refusal;

    fn from_str(written: &str) -> Result<Self, Refusal> {
        let (amount, symbol) = super::scalar::amount(written)?;
        let unit = Self::find(symbol).ok_or_else(|| {
            let units = D::UNITS.iter().map(|unit| unit.symbol.to_owned()).collect();
            super::scalar::no_unit(D::NAME, written.trim(), symbol, units)
        })?;
        Self::new(amount, unit)
    }
}

impl<D> Clone for Quantity<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for Quantity<D> {}

impl<D: Dimension> PartialEq for Quantity<D> {
    fn eq(&self, other: &Self) -> bool {
        self.value() == other.value()
    }
}

impl<D: Dimension> PartialOrd for Quantity<D> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.value().partial_cmp(&other.value())
    }
}

impl<D> fmt::Debug for Quantity<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.unit.symbol)
    }
}

impl<D> fmt::Display for Quantity<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.unit.symbol)
    }
}

impl<D> Serialize for Quantity<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, D: Dimension> Deserialize<'de> for Quantity<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        let written = super::scalar::text(deserializer)?;
        written.parse().map_err(Refusal::custom)
    }
}

impl<D: Dimension> schemars::JsonSchema for Quantity<D> {
    fn schema_name() -> Cow<'static, str> {
        format!("Quantity_{}", D::NAME).into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let units: Vec<&str> =
            D::UNITS.iter().flat_map(|unit| std::iter::once(unit.symbol).chain(unit.also.iter().copied())).collect();
        let escaped: Vec<String> = units.iter().map(|unit| unit.replace('^', "\\^")).collect();
        schemars::json_schema!({
            "type": "string",
            "pattern": format!("^[0-9]+([.,][0-9]+)? ?({})$", escaped.join("|")),
            "description": format!("A number and its unit: {}", D::UNITS.iter().map(|unit| unit.symbol).collect::<Vec<_>>().join(", ")),
        })
    }
}

/// Declares dimensions: `Name, "field", possible, probable, [unit factor (also …), …]`.
/// Decimal literals are written as (mantissa, digits after the point).
macro_rules! dimensions {
    ($($(#[$doc:meta])* $name:ident $alias:ident $field:literal
        possible $least:tt..$most:tt probable $low:tt..$high:tt
        units [$($symbol:literal $factor:tt ($($also:literal)*)),+ $(,)?];)+) => {$(
        $(#[$doc])*
        pub enum $name {}
        impl Dimension for $name {
            const NAME: &'static str = $field;
            const UNITS: &'static [Unit] = &[$(Unit {
                symbol: $symbol,
                also: &[$($also),*],
                factor: dimensions!(@dec $factor),
            }),+];
            const POSSIBLE: (Decimal, Decimal) = (dimensions!(@dec $least), dimensions!(@dec $most));
            const PROBABLE: (Decimal, Decimal) = (dimensions!(@dec $low), dimensions!(@dec $high));
        }
        $(#[$doc])*
        pub type $alias = Quantity<$name>;
    )+};
    (@dec ($mantissa:literal, $digits:literal)) => { Decimal::from_parts($mantissa, 0, 0, false, $digits) };
    (@dec $whole:literal) => { Decimal::from_parts($whole, 0, 0, false, 0) };
}

dimensions! {
    /// Serum creatinine, µmol/L (1 mg/dL = 88.4 µmol/L; damage.md B2).
    CreatinineOf Creatinine "creatinine" possible 1..5000 probable 15..1500
        units ["µmol/L" 1 ("umol/L" "µmol/l" "umol/l"), "mg/dL" (884, 1) ("mg/dl"), "mg/L" (884, 2) ("mg/l")];
    /// Urine protein-to-creatinine ratio, mg/g (mg/mmol × 8.84 = mg/g; activity.md 9).
    UpcrOf Upcr "upcr" possible 0..100_000 probable 0..25_000
        units ["mg/g" 1 (), "g/g" 1000 ("mg/mg"), "mg/mmol" (884, 2) ()];
    /// Urine albumin-to-creatinine ratio, mg/g (mg/mmol × 8.84 = mg/g).
    UacrOf Uacr "uacr" possible 0..100_000 probable 0..20_000
        units ["mg/g" 1 (), "g/g" 1000 ("mg/mg"), "mg/mmol" (884, 2) ()];
    /// Protein in a 24 h urine collection, mg/24 h.
    DailyProteinOf DailyProtein "protein_24h" possible 0..100_000 probable 0..30_000
        units ["mg/24h" 1 ("mg/24 h" "mg/d" "mg/j"), "g/24h" 1000 ("g/24 h" "g/d" "g/j")];
    /// Serum albumin, g/L.
    AlbuminOf Albumin "albumin" possible 1..80 probable 8..60
        units ["g/L" 1 ("g/l"), "g/dL" 10 ("g/dl")];
    /// Complement C3, g/L.
    C3Of C3 "c3" possible 0..10 probable (5, 2)..(25, 1)
        units ["g/L" 1 ("g/l"), "mg/dL" (1, 2) ("mg/dl"), "mg/L" (1, 3) ("mg/l")];
    /// Complement C4, g/L.
    C4Of C4 "c4" possible 0..5 probable 0..1
        units ["g/L" 1 ("g/l"), "mg/dL" (1, 2) ("mg/dl"), "mg/L" (1, 3) ("mg/l")];
    /// Anti-double-stranded-DNA antibodies, IU/mL.
    AntiDsDnaOf AntiDsDna "anti_dsdna" possible 0..100_000 probable 0..10_000
        units ["IU/mL" 1 ("UI/mL" "IU/ml" "UI/ml" "kIU/L" "U/mL")];
    /// Hydroxychloroquine in whole blood, ng/mL (µmol/L × 335.9; activity.md 13).
    HcqLevelOf HcqLevel "hcq_level" possible 0..20_000 probable 0..5000
        units ["ng/mL" 1 ("ng/ml" "µg/L" "ug/L" "µg/l"), "mg/L" 1000 ("mg/l"), "µmol/L" (3359, 1) ("umol/L")];
    /// Protein in a spot of urine, mg/L.
    UrineProteinOf UrineProtein "urine_protein" possible 0..200_000 probable 0..50_000
        units ["mg/L" 1 ("mg/l"), "g/L" 1000 ("g/l"), "mg/dL" 10 ("mg/dl")];
    /// Creatinine in a spot of urine, mmol/L (1 g = 8.84 mmol; activity.md 9).
    UrineCreatinineOf UrineCreatinine "urine_creatinine" possible 0..100 probable (5, 1)..50
        units ["mmol/L" 1 ("mmol/l"), "mg/dL" (884, 4) ("mg/dl"), "g/L" (884, 2) ("g/l")];
    /// Volume of a 24 h urine collection, L.
    UrineVolumeOf UrineVolume "urine_volume_24h" possible 0..30 probable (2, 1)..10
        units ["L" 1 ("l"), "mL" (1, 3) ("ml")];
    /// Body weight, kg.
    WeightOf Weight "weight" possible 1..700 probable 8..220
        units ["kg" 1 ()];
    /// Height, cm.
    HeightOf Height "height" possible 30..260 probable 60..215
        units ["cm" 1 (), "m" 100 ()];
    /// A share in percent.
    PercentOf Percent "percent" possible 0..100 probable 0..100
        units ["%" 1 ("percent")];
    /// Platelets, G/L (10⁹/L).
    PlateletsOf Platelets "platelets" possible 0..5000 probable 1..1500
        units ["G/L" 1 ("G/l" "10^9/L" "Giga/L"), "/mm3" (1, 3) ("/mm³" "/µL")];
    /// White cells, G/L (10⁹/L).
    WhiteCellsOf WhiteCells "white_cells" possible 0..500 probable (1, 1)..80
        units ["G/L" 1 ("G/l" "10^9/L" "Giga/L"), "/mm3" (1, 3) ("/mm³" "/µL")];
    /// Red cells in urine, per high-power field.
    UrineRedCellsOf UrineRedCells "urine_red_cells" possible 0..10_000 probable 0..500
        units ["/hpf" 1 ("/champ" "/HPF")];
    /// White cells in urine, per high-power field.
    UrineWhiteCellsOf UrineWhiteCells "urine_white_cells" possible 0..10_000 probable 0..500
        units ["/hpf" 1 ("/champ" "/HPF")];
    /// CD19 B cells, /mm³.
    Cd19Of Cd19 "cd19" possible 0..1_000_000 probable 0..5000
        units ["/mm3" 1 ("/mm³" "/µL"), "G/L" 1000 ("G/l" "10^9/L" "Giga/L")];
    /// Body temperature, °C.
    TemperatureOf Temperature "temperature" possible 25..45 probable 34..42
        units ["°C" 1 ("C")];
    /// Haemoglobin, g/dL.
    HaemoglobinOf Haemoglobin "haemoglobin" possible 1..30 probable 4..20
        units ["g/dL" 1 ("g/dl"), "g/L" (1, 1) ("g/l")];
    /// Serum potassium, mmol/L.
    PotassiumOf Potassium "potassium" possible 1..12 probable 2..8
        units ["mmol/L" 1 ("mmol/l" "mEq/L")];
    /// Immunoglobulin G, g/L.
    IggOf Igg "igg" possible 0..150 probable 1..60
        units ["g/L" 1 ("g/l"), "mg/dL" (1, 2) ("mg/dl")];
    /// Cholesterol of any fraction, g/L. 1 mmol/L is 0.38665 g/L: the molar mass of cholesterol is 386.65 g/mol.
    CholesterolOf Cholesterol "cholesterol" possible 0..40 probable (1, 1)..15
        units ["g/L" 1 ("g/l"), "mmol/L" (38_665, 5) ("mmol/l"), "mg/dL" (1, 2) ("mg/dl")];
    /// An antiphospholipid titre, in units as the laboratory reports them (GPL, MPL, U/mL), never converted.
    AplUnitsOf AplUnits "apl_titre" possible 0..100_000 probable 0..5000
        units ["U/mL" 1 ("U" "U/ml" "UI/mL" "IU/mL" "GPL" "MPL" "UGPL/mL" "UMPL/mL" "CU")];
    /// ADAMTS13 activity, percent of normal.
    Adamts13Of Adamts13 "adamts13" possible 0..300 probable 0..200
        units ["%" 1 ()];
    /// Estimated glomerular filtration, mL/min/1.73 m².
    FiltrationOf Filtration "egfr" possible 0..250 probable 2..160
        units ["mL/min/1.73m²" 1 ("mL/min/1.73 m²" "mL/min/1,73m²" "mL/min/1,73 m²" "mL/min/1.73m2" "mL/min" "ml/min")];
    /// Blood pressure, one of its two numbers, mmHg.
    MercuryOf Mercury "blood_pressure" possible 20..350 probable 40..260
        units ["mmHg" 1 ("mm Hg")];
    /// An age, years.
    YearCountOf YearCount "age" possible 0..130 probable 0..110
        units ["years" 1 ("year" "ans" "an" "y")];
    /// Whole months since a day of the course.
    MonthCountOf MonthCount "months" possible 0..1200 probable 0..600
        units ["months" 1 ("month" "mois" "m")];
    /// A daily dose by mouth, mg/d.
    DailyMilligramsOf DailyMilligrams "prednisone" possible 0..2000 probable 0..120
        units ["mg/d" 1 ("mg/j" "mg/day" "mg/jour" "mg")];
    /// A daily dose of any drug, mg/d.
    DrugDoseOf DrugDose "dose" possible 0..20_000 probable 0..5000
        units ["mg/d" 1 ("mg/j" "mg/day" "mg/jour" "mg")];
    /// A daily dose over the weight, mg/kg/d.
    KiloDoseOf KiloDose "dose" possible 0..1000 probable 0..100
        units ["mg/kg/d" 1 ("mg/kg/j" "mg/kg/day" "mg/kg/jour" "mg/kg")];
    /// Days in a row.
    DayCountOf DayCount "days" possible 0..40_000 probable 0..20_000
        units ["days" 1 ("day" "jours" "jour" "d" "j")];
    /// Weeks of a pregnancy.
    WeekCountOf WeekCount "weeks" possible 0..45 probable 0..43
        units ["weeks" 1 ("week" "semaines" "sem" "SA" "w")];
    /// A cumulative amount of a drug, g.
    GramsOf Grams "grams" possible 0..10_000 probable 0..500
        units ["g" 1 (), "mg" (1, 3) ()];
}
