//! What a laboratory measures and a case file has a key for, by the names that French and English tables give it.

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::{
    Albumin, AntiDsDna, C3, C4, Cd19, Cholesterol, Creatinine, DailyProtein, Dimension, Haemoglobin, HcqLevel, Igg,
    Lab, Platelets, Potassium, Quantity, Refusal, Uacr, Upcr, UrineCreatinine, UrineProtein, UrineRedCells,
    UrineVolume, UrineWhiteCells, WhiteCells,
};

/// A value as a case file takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// With its unit, as it was given.
    pub written: String,
    /// In the first unit of its quantity: two ways of writing one value are equal here.
    pub value: Decimal,
}

/// A key of `labs` that holds a quantity.
#[derive(Debug)]
pub struct Analyte {
    /// The key in the file.
    pub key: &'static str,
    /// Other names, folded; a name may be that of several: their units tell them apart.
    pub names: &'static [&'static str],
    /// The symbols of the units that it accepts.
    pub units: fn() -> Vec<&'static str>,
    named: fn(&str) -> Option<&'static str>,
    read: fn(&str) -> Result<Measured, Refusal>,
    of: fn(&Lab) -> Option<Measured>,
}

fn measured<D: Dimension>(quantity: &Quantity<D>) -> Measured {
    Measured { written: quantity.to_string(), value: quantity.value() }
}

macro_rules! analytes {
    ($($field:ident: $type:ty [$($name:literal),* $(,)?];)+) => {
        &[$(Analyte {
            key: stringify!($field),
            names: &[$($name),*],
            units: || <$type>::units().collect(),
            named: |symbol| <$type>::unit_named(symbol),
            read: |written| written.parse::<$type>().map(|quantity| measured(&quantity)),
            of: |lab| lab.$field.known().map(measured),
        }),+]
    };
}

const ALL: &[Analyte] = analytes! {
    creatinine: Creatinine ["creat", "creatininemie", "creatinine serique", "creatinine plasmatique", "creatinine sanguine",
        "serum creatinine", "plasma creatinine", "scr"];
    upcr: Upcr ["rpc", "pcu", "rapport proteinurie creatininurie", "proteinurie creatininurie", "rapport proteinurie creatinine",
        "proteinurie creatinine", "rapport proteines creatinine", "proteines creatinine", "prot creat", "proteinurie", "rpc urinaire", "rpcu", "pcr urinaire", "p c", "rapport p c", "ratio p c", "rapport proteine creatinine",
        "rapport proteine creatinine urinaire", "rapport proteines creatinine urinaire", "rapport proteinurie creatininurie urinaire",
        "protein creatinine ratio", "urine protein creatinine ratio", "protein creatinine", "urine protein creatinine"];
    protein_24h: DailyProtein ["proteinurie des 24 h", "proteinurie 24 h", "proteinurie 24h", "proteinurie des 24h",
        "proteinurie de 24 h", "proteinurie", "24 h urine protein", "24h protein", "24 h protein"];
    urine_protein: UrineProtein ["proteines urinaires", "proteinurie echantillon", "proteinurie"];
    urine_creatinine: UrineCreatinine ["creatininurie", "creatinine urinaire"];
    urine_volume_24h: UrineVolume ["diurese", "diurese des 24 h", "diurese 24 h", "volume urinaire", "urine volume"];
    albumin: Albumin ["albumine", "albuminemie", "serum albumin", "albumine serique", "alb"];
    c3: C3 ["complement c3", "c3 complement", "fraction c3"];
    c4: C4 ["complement c4", "c4 complement", "fraction c4"];
    anti_dsdna: AntiDsDna ["anti adn", "anti adn natif", "anti adn natifs", "ac anti adn", "ac anti adn natif",
        "ac anti adn natifs", "anticorps anti adn", "anticorps anti adn natif", "anticorps anti adn natifs",
        "anti adn double brin", "anticorps anti adn double brin", "ac anti adn double brin", "anti adn db", "anti dna", "anti ds dna", "dsdna", "ds dna"];
    hcq_level: HcqLevel ["hcq", "hydroxychloroquine", "hydroxychloroquinemie", "taux d hydroxychloroquine", "taux hcq", "hcq sanguine", "hcq sang total", "hydroxychloroquine sanguine",
        "dosage hydroxychloroquine", "hydroxychloroquine level"];
    haemoglobin: Haemoglobin ["hb", "hgb", "hemoglobine", "hemoglobin"];
    platelets: Platelets ["plaquettes", "plaq", "plq", "plt"];
    white_cells: WhiteCells ["leucocytes", "globules blancs", "gb", "wbc", "white blood cells", "leukocytes"];
    potassium: Potassium ["kaliemie", "k"];
    igg: Igg ["ig g", "immunoglobulines g", "immunoglobulin g"];
    urine_red_cells: UrineRedCells ["hematies urinaires", "hematurie", "hematies"];
    urine_white_cells: UrineWhiteCells ["leucocytes urinaires", "leucocyturie", "leucocytes"];
    cd19: Cd19 ["lymphocytes b", "lymphocytes b cd19", "lymphocytes cd19", "b cells"];
    uacr: Uacr ["rac", "acr", "rapport albuminurie creatininurie", "albuminurie creatininurie",
        "albumin creatinine ratio", "urine albumin creatinine ratio"];
    total_cholesterol: Cholesterol ["cholesterol", "cholesterol total"];
    hdl: Cholesterol ["hdl cholesterol", "cholesterol hdl", "hdl c"];
    ldl: Cholesterol ["ldl cholesterol", "cholesterol ldl", "ldl c"];
};

/// Small letters without accents, signs as single spaces: `Créat. (sérum)` is `creat serum`.
pub(super) fn folded(text: &str) -> String {
    let plain: String = text.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).collect();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

impl Analyte {
    /// Every one, in the order of its key in the file.
    pub const ALL: &'static [Self] = ALL;

    /// The one of this key.
    pub fn of_key(key: &str) -> Option<&'static Self> {
        ALL.iter().find(|analyte| analyte.key == key)
    }

    /// All that go by this name.
    pub fn named(name: &str) -> Vec<&'static Self> {
        let name = folded(name);
        let is = |one: &&Self| one.key.replace('_', " ") == name || one.names.contains(&name.as_str());
        ALL.iter().filter(is).collect()
    }

    /// The symbol of this unit, where it is one of this quantity's.
    pub fn unit(&self, written: &str) -> Option<&'static str> {
        (self.named)(written)
    }

    /// The value that is written with its unit.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(&self, written: &str) -> Result<Measured, Refusal> {
        (self.read)(written)
    }

    /// The value that an entry of the file has.
    pub fn in_entry(&self, lab: &Lab) -> Option<Measured> {
        (self.of)(lab)
    }
}
