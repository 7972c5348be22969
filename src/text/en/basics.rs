use crate::domain::{BasicsItem, BasicsMark, Detected, PneumococcusVaccine};

pub(super) fn basics_item(item: BasicsItem) -> &'static str {
    use BasicsItem as I;
    match item {
        I::B1 => "wish for a child asked this year",
        I::B2 => "contraception suited to aPL and activity",
        I::B3 => "teratogen: contraception, test, care agreement",
        I::B4 => "fertility discussed before cyclophosphamide",
        I::B5 => "preconception visit, quiet lupus",
        I::B6 => "anti-SSA/SSB and aPL known",
        I::B7 => "aspirin planned (before week 16)",
        I::B8 => "smear or HPV test up to date",
        I::A1 => "tobacco, help to stop",
        I::A2 => "blood pressure <\u{a0}130/80",
        I::A3 => "lipids within 12\u{a0}months",
        I::A4 => "glucose or HbA1c",
        I::A5 => "BMI, waist",
        I::A6 => "SCORE2",
        I::A7 => "aPL profile, two tests 12\u{a0}weeks apart",
        I::A8 => "statin decision",
        I::A9 => "physical activity",
        I::S1 => "SPF 50+ and clothing",
        I::S2 => "UV exposure, at work",
        I::S3 => "vitamin D",
        I::S4 => "dermatology follow-up, scarring",
        I::S5 => "yearly look at the skin under IS",
        I::S6 => "photosensitising drugs",
        I::I1 => "influenza, this season",
        I::I2 => "pneumococcus (PCV20/21)",
        I::I3 => "recombinant zoster, 2\u{a0}doses",
        I::I4 => "COVID-19, this autumn",
        I::I5 => "HPV",
        I::I6 => "dTcaP",
        I::I7 => "HBV: status, vaccine",
        I::I8 => "live vaccines blocked under IS",
        I::I9 => "HBV, HCV, HIV, varicella, IGRA before IS",
        I::I10 => "Pneumocystis: decision",
        I::I11 => "IgG under anti-CD20 or belimumab",
        I::I12 => "fever card, household vaccinated",
        I::C1 => "dose ≤\u{a0}5\u{a0}mg/d",
        I::C2 => "cumulative dose computed",
        I::C3 => "fracture risk, DXA",
        I::C4 => "calcium, vitamin D",
        I::C5 => "bone drug where needed",
        I::C6 => "BP, glucose, eye pressure, cataract",
        I::C7 => "salt and sugar",
        I::C8 => "adrenals: card, cortisol before the stop",
        I::C9 => "mood, sleep",
        I::Specific1 => "hydroxychloroquine ≤\u{a0}5\u{a0}mg/kg",
        I::Specific2 => "retina under hydroxychloroquine",
        I::Specific3 => "hydroxychloroquine level",
        I::Specific4 => "RAAS blocker at the maximum tolerated",
        I::Specific5 => "SGLT2 inhibitor considered",
        I::Specific6 => "no NSAID, no nephrotoxin",
        I::Specific7 => "eGFR slope, proteinuria trend",
        I::Specific8 => "drug monitoring labs",
        I::Specific9 => "education, association",
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
        Detected::Negative => "negative",
        Detected::Positive => "positive",
    }
}

pub(super) fn basics_mark(entry: BasicsMark) -> &'static str {
    match entry {
        BasicsMark::Done => "done",
        BasicsMark::ToDo => "to do",
        BasicsMark::NotApplicable => "not applicable",
    }
}
