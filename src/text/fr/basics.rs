use crate::domain::{BasicsItem, BasicsMark, Detected, PneumococcusVaccine};

pub(super) fn basics_item(item: BasicsItem) -> &'static str {
    use BasicsItem as I;
    match item {
        I::B1 => "projet de grossesse demandé cette année",
        I::B2 => "contraception adaptée aux aPL et à l'activité",
        I::B3 => "tératogène\u{a0}: contraception, test, accord de soins",
        I::B4 => "fertilité abordée avant cyclophosphamide",
        I::B5 => "consultation préconceptionnelle, lupus calme",
        I::B6 => "anti-SSA/SSB et aPL connus",
        I::B7 => "aspirine prévue (avant 16\u{a0}SA)",
        I::B8 => "frottis ou test HPV à jour",
        I::A1 => "tabac, aide au sevrage",
        I::A2 => "pression artérielle <\u{a0}130/80",
        I::A3 => "lipides de moins de 12\u{a0}mois",
        I::A4 => "glycémie ou HbA1c",
        I::A5 => "IMC, tour de taille",
        I::A6 => "SCORE2",
        I::A7 => "profil aPL, deux dosages à 12\u{a0}semaines",
        I::A8 => "décision de statine",
        I::A9 => "activité physique",
        I::S1 => "SPF 50+ et vêtements",
        I::S2 => "exposition aux UV, au travail",
        I::S3 => "vitamine D",
        I::S4 => "suivi dermatologique, cicatrices",
        I::S5 => "examen annuel de la peau sous IS",
        I::S6 => "médicaments photosensibilisants",
        I::I1 => "grippe, cette saison",
        I::I2 => "pneumocoque (PCV20/21)",
        I::I3 => "zona recombinant, 2\u{a0}doses",
        I::I4 => "COVID-19, cet automne",
        I::I5 => "HPV",
        I::I6 => "dTcaP",
        I::I7 => "VHB\u{a0}: statut, vaccin",
        I::I8 => "vaccins vivants bloqués sous IS",
        I::I9 => "VHB, VHC, VIH, varicelle, IGRA avant IS",
        I::I10 => "pneumocystose\u{a0}: décision",
        I::I11 => "IgG sous anti-CD20 ou bélimumab",
        I::I12 => "carte fièvre, entourage vacciné",
        I::C1 => "dose ≤\u{a0}5\u{a0}mg/j",
        I::C2 => "dose cumulée calculée",
        I::C3 => "risque fracturaire, ostéodensitométrie",
        I::C4 => "calcium, vitamine D",
        I::C5 => "traitement osseux si besoin",
        I::C6 => "PA, glycémie, pression oculaire, cataracte",
        I::C7 => "sel et sucres",
        I::C8 => "surrénales\u{a0}: carte, cortisol avant arrêt",
        I::C9 => "humeur, sommeil",
        I::Specific1 => "hydroxychloroquine ≤\u{a0}5\u{a0}mg/kg",
        I::Specific2 => "rétine sous hydroxychloroquine",
        I::Specific3 => "taux d'hydroxychloroquine",
        I::Specific4 => "bloqueur du SRAA au maximum toléré",
        I::Specific5 => "inhibiteur de SGLT2 envisagé",
        I::Specific6 => "ni AINS ni néphrotoxique",
        I::Specific7 => "pente du DFGe, protéinurie suivie",
        I::Specific8 => "surveillance biologique des traitements",
        I::Specific9 => "ETP, AIDE, association",
        I::Specific10 => "EPICES",
    }
}

pub(super) fn pneumococcus(entry: PneumococcusVaccine) -> &'static str {
    match entry {
        PneumococcusVaccine::Pcv13 => "PCV13",
        PneumococcusVaccine::Ppsv23 => "PPSV23",
        PneumococcusVaccine::Pcv20 => "PCV20",
        PneumococcusVaccine::Pcv21 => "PCV21",
    }
}

pub(super) fn detected(entry: Detected) -> &'static str {
    match entry {
        Detected::Negative => "négatif",
        Detected::Positive => "positif",
    }
}

pub(super) fn basics_mark(entry: BasicsMark) -> &'static str {
    match entry {
        BasicsMark::Done => "fait",
        BasicsMark::ToDo => "à faire",
        BasicsMark::NotApplicable => "sans objet",
    }
}
