use crate::domain::{ActionKind, Comparison, Intention, Measure, OrderUnit, TimeUnit};
use crate::text::ShorthandWords;

pub(super) const SHORTHAND: ShorthandWords = ShorthandWords {
    if_: "si",
    alternative: "alternative",
    represent: "représenter",
    target: "cible",
    for_: "pendant",
    from: "dès",
    stop: "arrêt",
    bolus: "bolus",
    in_stages: "par paliers",
    afterwards: "puis",
    parted: |count| format!("en {count} prises"),
    day_letter: "j",
    week_letter: "s",
    month_letter: "m",
    day_unit: "j",
    week_unit: "sem",
    month_unit: "mois",
    week_period: "sem",
    month_period: "mois",
    assumed: |unit| format!("{unit} supposé"),
    for_weight: |total, weight| format!("= {total} pour {weight}"),
    weight_unknown: "poids non connu\u{a0}: total non calculé",
    dose_unread: "dose non lue",
    then: |dose| format!("puis {dose}"),
    by: |date| format!("à {date}"),
    lasting: |length| format!("pendant {length}"),
    begun: |date| format!("dès {date}"),
    times_a_day: |count| format!("{count} fois par jour"),
    times_a_week: |count| format!("{count} fois par semaine"),
    times_a_month: |count| format!("{count} fois par mois"),
    every_days: |count| if count == 1 { "tous les jours".to_owned() } else { format!("tous les {count} jours") },
    every_weeks: |count| {
        if count == 1 { "toutes les semaines".to_owned() } else { format!("toutes les {count} semaines") }
    },
    every_months: |count| if count == 1 { "tous les mois".to_owned() } else { format!("tous les {count} mois") },
    administrations: |count| format!("×\u{a0}{count}"),
    day_mark: "J",
    week_mark: "S",
    month_mark: "M",
    unread: |words| format!("non compris\u{a0}: «\u{a0}{words}\u{a0}»"),
    condition: |words| format!("Si {words}"),
    targets: "Cible",
    actions: "À faire",
    comes_back: "Retour en réunion",
    comes_back_then: "retour en réunion",
    by_whom: super::documents::by,
    since_decision: "depuis la décision",
    changed: |measure, how, percent| {
        let (not, at_all) = if how.happens { ("", "") } else { ("n'", " pas") };
        let way = if how.falls { "baissé" } else { "augmenté" };
        let by = if how.beyond { "de plus de" } else { "d'au moins" };
        format!("{} {not}a{at_all} {way} {by} {percent} depuis la décision", in_a_sentence(measure))
    },
    two_lines: |drug| format!("deux lignes pour {drug}\u{a0}: laquelle vaut\u{a0}?"),
    taken: |drug, dose, since| {
        let dose = if dose.is_empty() { String::new() } else { format!("{dose} ") };
        format!("{drug} · déjà pris\u{a0}: {dose}depuis le {since}\u{a0}; dites poursuivre, augmenter ou diminuer")
    },
    dose_open: "dose à fixer",
    after_death: "décès\u{a0}: des lignes de traitement sont restées",
    remarks: "Lignes à préciser",
    hint: "séparer par ;  p. ex. mmf 2 g/j ; alt voclo ; bio m1 m3",
};

/// A measure where it is what a sentence speaks of.
fn in_a_sentence(entry: Measure) -> &'static str {
    match entry {
        Measure::Upcr => "l'UPCR",
        Measure::Proteinuria => "la protéinurie",
        Measure::Egfr => "le DFG",
        Measure::Creatinine => "la créatinine",
        Measure::Albumin => "l'albumine",
        Measure::C3 => "le C3",
        Measure::C4 => "le C4",
        Measure::DsDna => "le taux d'anti-ADN",
        Measure::Sledai => "le SLEDAI",
        Measure::HcqLevel => "le taux d'HCQ",
        Measure::Haemoglobin => "l'hémoglobine",
        Measure::Platelets => "le nombre de plaquettes",
        Measure::Neutrophils => "le nombre de PNN",
        Measure::IgG => "le taux d'IgG",
        Measure::BloodPressure => "la PA",
        Measure::Pga => "le PGA",
        other => measure(other),
    }
}

pub(super) fn measure(entry: Measure) -> &'static str {
    match entry {
        Measure::Upcr => "UPCR",
        Measure::Proteinuria => "protéinurie",
        Measure::Egfr => "DFG",
        Measure::Creatinine => "créatinine",
        Measure::Albumin => "albumine",
        Measure::C3 => "C3",
        Measure::C4 => "C4",
        Measure::DsDna => "anti-ADN",
        Measure::Sledai => "SLEDAI",
        Measure::HcqLevel => "taux d'HCQ",
        Measure::Haemoglobin => "hémoglobine",
        Measure::Platelets => "plaquettes",
        Measure::Neutrophils => "PNN",
        Measure::IgG => "IgG",
        Measure::BloodPressure => "PA",
        Measure::Pga => "PGA",
        Measure::Doris => "DORIS",
        Measure::Lldas => "LLDAS",
        Measure::CompleteResponse => "réponse complète",
        Measure::PartialResponse => "réponse partielle",
        Measure::NoResponse => "absence de réponse",
        Measure::Flare => "poussée",
        Measure::Pregnancy => "grossesse",
        Measure::PregnancyWish => "désir de grossesse",
        Measure::Intolerance => "intolérance",
        Measure::Infection => "infection",
    }
}

pub(super) const fn intention(entry: Intention) -> &'static str {
    match entry {
        Intention::First => "Première intention",
        Intention::Alternative => "À défaut",
    }
}

pub(super) const fn time_unit(entry: TimeUnit) -> &'static str {
    match entry {
        TimeUnit::Day => "jour",
        TimeUnit::Week => "semaine",
        TimeUnit::Month => "mois",
    }
}

pub(super) const fn order_unit(entry: OrderUnit) -> &'static str {
    match entry {
        OrderUnit::Milligram => "mg",
        OrderUnit::Gram => "g",
        OrderUnit::Microgram => "µg",
        OrderUnit::MilligramPerKilo => "mg/kg",
        OrderUnit::GramPerKilo => "g/kg",
        OrderUnit::MilligramPerSurface => "mg/m²",
        OrderUnit::GramPerSurface => "g/m²",
        OrderUnit::Unit => "UI",
    }
}

pub(super) const fn comparison(entry: Comparison) -> &'static str {
    match entry {
        Comparison::Below => "<",
        Comparison::AtMost => "≤",
        Comparison::Above => ">",
        Comparison::AtLeast => "≥",
    }
}

pub(super) const fn action(entry: ActionKind) -> &'static str {
    match entry {
        ActionKind::Labs => "Biologie",
        ActionKind::Biopsy => "Biopsie",
        ActionKind::Opinion => "Avis",
        ActionKind::Vaccine => "Vaccination",
        ActionKind::Tell => "Information",
        ActionKind::Imaging => "Examen",
        ActionKind::Visit => "Consultation",
        ActionKind::Other => "Autre",
    }
}
