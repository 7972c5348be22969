use crate::domain::{ActionKind, Comparison, Intention, Measure, OrderUnit, TimeUnit};
use crate::text::ShorthandWords;

pub(super) const SHORTHAND: ShorthandWords = ShorthandWords {
    if_: "if",
    alternative: "alternative",
    represent: "re-present",
    target: "target",
    for_: "for",
    from: "from",
    stop: "stop",
    bolus: "bolus",
    in_stages: "in stages",
    afterwards: "then",
    parted: |count| format!("in {count} divided doses"),
    day_letter: "d",
    week_letter: "w",
    month_letter: "m",
    day_unit: "days",
    week_unit: "weeks",
    month_unit: "months",
    week_period: "w",
    month_period: "month",
    assumed: |unit| format!("{unit} assumed"),
    for_weight: |total, weight| format!("= {total} for {weight}"),
    weight_unknown: "weight not known: no total",
    dose_unread: "dose not read",
    then: |dose| format!("then {dose}"),
    by: |date| format!("at {date}"),
    lasting: |length| format!("for {length}"),
    begun: |date| format!("from {date}"),
    times_a_day: |count| match count {
        1 => "once a day".to_owned(),
        2 => "twice a day".to_owned(),
        count => format!("{count} times a day"),
    },
    times_a_week: |count| match count {
        1 => "once a week".to_owned(),
        2 => "twice a week".to_owned(),
        count => format!("{count} times a week"),
    },
    times_a_month: |count| match count {
        1 => "once a month".to_owned(),
        2 => "twice a month".to_owned(),
        count => format!("{count} times a month"),
    },
    every_days: |count| if count == 1 { "every day".to_owned() } else { format!("every {count} days") },
    every_weeks: |count| if count == 1 { "every week".to_owned() } else { format!("every {count} weeks") },
    every_months: |count| if count == 1 { "every month".to_owned() } else { format!("every {count} months") },
    administrations: |count| format!("×\u{a0}{count}"),
    day_mark: "D",
    week_mark: "W",
    month_mark: "M",
    unread: |words| format!("not understood: “{words}”"),
    condition: |words| format!("If {words}"),
    targets: "Target",
    actions: "To do",
    comes_back: "Back to the meeting",
    comes_back_then: "back to the meeting",
    by_whom: |owner| format!("by {owner}"),
    since_decision: "since the decision",
    changed: |of, how, percent| {
        let what = match of {
            Measure::Platelets => "platelet count",
            Measure::Neutrophils => "neutrophil count",
            other => measure(other),
        };
        let not = if how.happens { "" } else { " not" };
        let way = if how.falls { "fallen" } else { "risen" };
        let by = if how.beyond { "by more than" } else { "by at least" };
        format!("{what} has{not} {way} {by} {percent} since the decision")
    },
    two_lines: |drug| format!("two lines for {drug}: which one holds?"),
    taken: |drug, dose, since| {
        let dose = if dose.is_empty() { String::new() } else { format!("{dose} ") };
        format!("{drug} · already taken: {dose}since {since}; say continue, increase, decrease")
    },
    dose_open: "dose to be fixed",
    after_death: "death: lines of treatment are left",
    remarks: "Lines to make clear",
    hint: "part by ;  e.g. mmf 2 g/d; alt voclo; labs m1 m3",
};

pub(super) fn measure(entry: Measure) -> &'static str {
    match entry {
        Measure::Upcr => "UPCR",
        Measure::Proteinuria => "proteinuria",
        Measure::Egfr => "eGFR",
        Measure::Creatinine => "creatinine",
        Measure::Albumin => "albumin",
        Measure::C3 => "C3",
        Measure::C4 => "C4",
        Measure::DsDna => "anti-dsDNA",
        Measure::Sledai => "SLEDAI",
        Measure::HcqLevel => "HCQ level",
        Measure::Haemoglobin => "haemoglobin",
        Measure::Platelets => "platelets",
        Measure::Neutrophils => "neutrophils",
        Measure::IgG => "IgG",
        Measure::BloodPressure => "blood pressure",
        Measure::Pga => "PGA",
        Measure::Doris => "DORIS",
        Measure::Lldas => "LLDAS",
        Measure::CompleteResponse => "complete response",
        Measure::PartialResponse => "partial response",
        Measure::NoResponse => "no response",
        Measure::Flare => "flare",
        Measure::Pregnancy => "pregnancy",
        Measure::PregnancyWish => "pregnancy wish",
        Measure::Intolerance => "intolerance",
        Measure::Infection => "infection",
    }
}

pub(super) const fn intention(entry: Intention) -> &'static str {
    match entry {
        Intention::First => "First choice",
        Intention::Alternative => "Failing that",
    }
}

pub(super) const fn time_unit(entry: TimeUnit) -> &'static str {
    match entry {
        TimeUnit::Day => "day",
        TimeUnit::Week => "week",
        TimeUnit::Month => "month",
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
        OrderUnit::Unit => "IU",
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
        ActionKind::Labs => "Blood and urine tests",
        ActionKind::Biopsy => "Biopsy",
        ActionKind::Opinion => "Opinion",
        ActionKind::Vaccine => "Vaccination",
        ActionKind::Tell => "Telling",
        ActionKind::Imaging => "Examination",
        ActionKind::Visit => "Visit",
        ActionKind::Other => "Other",
    }
}
