//! Classes of drugs that a condition may name in place of each of their drugs.

use serde::{Deserialize, Serialize};

use crate::domain::Drug;
use crate::domain::codes::codes;

codes! {
    /// A class of drugs.
    DrugClass {
        Antimalarials = "antimalarials",
        Mycophenolates = "mycophenolates",
        CalcineurinInhibitors = "calcineurin_inhibitors",
        RaasBlockers = "raas_blockers",
        Sglt2Inhibitors = "sglt2_inhibitors",
        /// Monoclonal antibodies against CD20.
        AntiCd20 = "anti_cd20",
        /// Immunosuppressants and biologics, glucocorticoids left out.
        Immunosuppressants = "immunosuppressants",
        /// Strong inhibitors of CYP3A4: the label of voclosporin names the first three, the others are from memory.
        StrongCyp3a4Inhibitors = "strong_cyp3a4_inhibitors",
        /// Direct oral anticoagulants.
        Doacs = "doacs",
        Anticoagulants = "anticoagulants",
        Nsaids = "nsaids",
    }
}

impl DrugClass {
    /// Its drugs, as far as the program knows them.
    pub const fn drugs(self) -> &'static [Drug] {
        use Drug as D;
        match self {
            Self::Antimalarials => &[D::Hydroxychloroquine, D::Chloroquine],
            Self::Mycophenolates => &[D::MycophenolateMofetil, D::MycophenolateSodium],
            Self::CalcineurinInhibitors => &[D::Voclosporin, D::Tacrolimus, D::Ciclosporin],
            Self::RaasBlockers => &[
                D::Ramipril,
                D::Perindopril,
                D::Enalapril,
                D::Lisinopril,
                D::Irbesartan,
                D::Losartan,
                D::Candesartan,
                D::Valsartan,
            ],
            Self::Sglt2Inhibitors => &[D::Dapagliflozin, D::Empagliflozin],
            Self::AntiCd20 => &crate::clinic::ANTI_CD20,
            Self::Immunosuppressants => &crate::clinic::IMMUNOSUPPRESSANTS,
            Self::StrongCyp3a4Inhibitors => {
                &[D::Ketoconazole, D::Itraconazole, D::Clarithromycin, D::Ritonavir, D::Cobicistat]
            }
            Self::Doacs => &[D::Apixaban, D::Rivaroxaban, D::Dabigatran, D::Edoxaban],
            Self::Anticoagulants => &[
                D::Warfarin,
                D::Fluindione,
                D::Apixaban,
                D::Rivaroxaban,
                D::Dabigatran,
                D::Edoxaban,
                D::Enoxaparin,
                D::Heparin,
            ],
            Self::Nsaids => &[D::Ibuprofen, D::Naproxen, D::Ketoprofen, D::Diclofenac, D::Celecoxib],
        }
    }

    /// Whether this drug belongs to it.
    pub fn has(self, drug: Drug) -> bool {
        self.drugs().contains(&drug)
    }

    /// Whether a drug that the program has no name for may belong to it.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Antimalarials | Self::Mycophenolates | Self::AntiCd20)
    }
}

/// A drug, or any drug of a class, as a condition names it: `voclosporin`, `calcineurin_inhibitors`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum DrugRef {
    /// This drug.
    Drug(Drug),
    /// Any drug of this class.
    Class(DrugClass),
}

impl DrugRef {
    /// Whether this drug is meant.
    pub fn means(self, drug: Drug) -> bool {
        match self {
            Self::Drug(meant) => meant == drug,
            Self::Class(class) => class.has(drug),
        }
    }

    /// Whether a drug that the program has no name for may be meant.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Class(class) if class.is_open())
    }
}
