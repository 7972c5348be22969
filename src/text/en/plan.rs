//! The patient's plan, in everyday words.

use rust_decimal::Decimal;

use crate::text::PlanWords;

pub(super) const PLAN: PlanWords = PlanWords {
    title: "My care plan",
    for_you: |alias, day| {
        format!(
            "For {alias}: several doctors looked at your case together on {day}. This is what they propose. You talk about it with your doctor; the choice stays yours."
        )
    },
    given_by: "A sheet to be given and explained by the physician. It does not replace the prescription.",
    before: "To go over with my doctor before I start",
    forbids: |rule| {
        Some(match rule {
            "S05" => {
                "One of the medicines on this sheet can harm an unborn child. If you are pregnant or want a child, do not start it before you have talked about it."
            }
            "S23" => {
                "Your contraception contains oestrogen, which does not suit you here. Do not stop it before you have another: talk about it."
            }
            _ => return None,
        })
    },
    forbids_pregnant: |drugs| {
        format!("You are pregnant: a medicine can harm your unborn child ({drugs}). Talk about it before you take it.")
    },
    forbids_other: |name| format!("A point of safety: {name}."),
    treatments: "My medicines",
    no_change: "Nothing changes in your medicines.",
    do_not_change: "Do not change or stop anything without talking to your doctor.",
    start: "Start",
    stop: "Stop",
    increase: "Increase",
    decrease: "Decrease",
    taper: "Decrease little by little",
    go_on: "Go on with",
    go_on_at: "Go on, at the dose that follows, with",
    hold: "Pause",
    switch: "Change to",
    add: "Add",
    otherwise_drug: "If that does not suit",
    taken: "How",
    ask_doctor: "(your doctor explains it)",
    what_for: |code| {
        Some(match code {
            "antimalarial" => "the basic medicine for lupus",
            "steroid" => "cortisone, against inflammation",
            "immunosuppressant" => "calms the body's defences, which aim at the wrong target",
            "kidney" => "protects the kidneys",
            "anticoagulant" => "makes the blood clot less easily",
            _ => return None,
        })
    },
    if_it_happens: "If things change",
    otherwise: |when, then| format!("If: {when}. Then: {then}"),
    comes_back: "the doctors meet again for you.",
    aims: "What we aim at",
    to_do: "To do",
    by_day: |day| format!("by {day}"),
    by: |who| format!("with {who}"),
    dates: "My dates",
    next: |day| format!("Next look at your health: {day}."),
    no_next: "The date of the next look is still to be set with your doctor.",
    meeting_again: |day| format!("The doctors meet again for you on {day}."),
    explains_by: |who, day| format!("{who} explains all this to you by {day}."),
    explains: |who| format!("{who} explains all this to you."),
    nobody: "Ask your doctor who explains all this to you.",
    asked: |question| format!("You will be asked: {question}"),
    your_view: "You can accept, refuse, or ask for time.",
    call: "Whom to call",
    doctor: "My doctor",
    telephone: "Telephone",
    emergency: "In an emergency, call the emergency number (in France, 15).",
    my_questions: "My questions",
    resources: "Where to find reliable information",
    resources_note: "Point the camera of a telephone at the square. The pages are in French. Addresses taken from the slides of a medical talk; this program did not open them.",
    measure: |code| {
        Some(match code {
            "upcr" | "proteinuria" => "protein in the urine",
            "egfr" => "filtering of the kidneys",
            "creatinine" => "creatinine (how well the kidneys work, in the blood)",
            "albumin" => "albumin (a protein of the blood)",
            "c3" | "c4" => "complement (proteins of defence, in the blood)",
            "dsdna" => "antibodies of lupus (anti-DNA)",
            "sledai" => "score of lupus activity",
            "hcq_level" => "hydroxychloroquine in the blood",
            "haemoglobin" => "haemoglobin (red blood cells)",
            "platelets" => "platelets",
            "neutrophils" => "white blood cells",
            "igg" => "protective antibodies in the blood",
            "blood_pressure" => "blood pressure",
            "pga" => "the doctor's view of lupus activity",
            "doris" => "lupus asleep (remission)",
            "lldas" => "lupus with little activity",
            "complete_response" => "the kidneys respond well to treatment",
            "partial_response" => "the kidneys respond in part to treatment",
            "no_response" => "the kidneys do not respond to treatment",
            "flare" => "a flare of lupus",
            "pregnancy" => "pregnancy",
            "pregnancy_wish" => "wish for a child",
            "intolerance" => "the treatment is not tolerated well",
            "infection" => "an infection",
            _ => return None,
        })
    },
    unit: |code, amount| {
        let (one, many) = match code {
            "mg" => ("milligram", "milligrams"),
            "g" => ("gram", "grams"),
            "µg" => ("microgram", "micrograms"),
            "mg/kg" => ("milligram per kilo of weight", "milligrams per kilo of weight"),
            "g/kg" => ("gram per kilo of weight", "grams per kilo of weight"),
            "mg/m²" => ("milligram per square metre of body surface", "milligrams per square metre of body surface"),
            "g/m²" => ("gram per square metre of body surface", "grams per square metre of body surface"),
            "IU" => ("unit", "units"),
            _ => return None,
        };
        Some(if amount == Decimal::ONE { one } else { many })
    },
    per: |code| match code {
        "d" => "a day",
        "w" => "a week",
        "2w" => "every two weeks",
        "month" => "a month",
        "year" => "a year",
        _ => "each time",
    },
    route: |code| match code {
        "iv" => "as a drip into a vein",
        "sc" => "as an injection under the skin",
        "topical" => "on the skin",
        _ => "by mouth",
    },
    every: |count, unit| match (count, unit) {
        (1, "d") => "every day".to_owned(),
        (1, "w") => "every week".to_owned(),
        (1, _) => "every month".to_owned(),
        (count, unit) => format!("every {}", length(count, unit)),
    },
    times: |count, per| match per {
        "w" => format!("{count} times a week"),
        "month" => format!("{count} times a month"),
        _ => format!("{count} times a day"),
    },
    parted: |count| format!("in {count} parts over the day"),
    for_weight: |kilos| format!("(for {kilos} kilos)"),
    administrations: |least, most| {
        if least == most { format!("{most} times in all") } else { format!("{least} to {most} times in all") }
    },
    lasting: |count, unit| format!("for {}", length(count, unit)),
    from: |day| format!("from {day} on"),
    after_start: |count, unit| {
        if count == 0 { "on the first day".to_owned() } else { format!("{} after the start", length(count, unit)) }
    },
    nth_day: |day| format!("on day\u{a0}{day}"),
    at_days: |days| days.to_owned(),
    bolus: "as a bolus (the whole dose at once)",
    stepwise: "step by step",
    then_stop: "then stop",
    until_dose: |dose| format!("then {dose}"),
    reached_by: |dose, day| format!("then {dose}, to be reached by {day}"),
    between: |least, most| format!("{least} to {most}"),
    at_most: |amount| format!("at most {amount}"),
    at_least: |amount| format!("at least {amount}"),
    below: |amount| format!("below {amount}"),
    above: |amount| format!("above {amount}"),
    changed: |how, percent| {
        let way = if how.falls { "fall" } else { "rise" };
        let what =
            if how.beyond { format!("{way} of more than {percent}") } else { format!("{way} of {percent} or more") };
        format!("{} {what} compared with today", if how.happens { "a" } else { "no" })
    },
    labs: "blood and urine tests",
};

fn length(count: u16, unit: &str) -> String {
    match (count, unit) {
        (1, "d") => "1 day".to_owned(),
        (1, "w") => "1 week".to_owned(),
        (1, _) => "1 month".to_owned(),
        (count, "d") => format!("{count} days"),
        (count, "w") => format!("{count} weeks"),
        (count, _) => format!("{count} months"),
    }
}
