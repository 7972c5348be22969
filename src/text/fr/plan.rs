//! The patient's plan, in everyday words.

use rust_decimal::Decimal;

use crate::text::PlanWords;

pub(super) const PLAN: PlanWords = PlanWords {
    title: "Mon plan de soins",
    for_you: |alias, day| {
        format!(
            "Pour {alias}\u{a0}: plusieurs médecins ont étudié votre dossier ensemble le {day}. Voici ce qu'ils proposent. Vous en parlez avec votre médecin\u{a0}; le choix reste le vôtre."
        )
    },
    given_by: "Feuille à remettre et à expliquer par le médecin. Elle ne remplace pas l'ordonnance.",
    before: "À revoir avec mon médecin avant de commencer",
    forbids: |rule| {
        Some(match rule {
            "S05" => {
                "Un des médicaments de cette feuille peut nuire à un enfant à naître. Si vous êtes enceinte ou voulez un enfant, ne le commencez pas avant d'en avoir parlé."
            }
            "S23" => {
                "Votre contraception contient des œstrogènes, qui ne conviennent pas ici. Ne l'arrêtez pas sans en avoir une autre\u{a0}: parlez-en."
            }
            _ => return None,
        })
    },
    forbids_pregnant: |drugs| {
        format!(
            "Vous êtes enceinte\u{a0}: un médicament peut nuire à l'enfant que vous portez ({drugs}). Parlez-en avant d'en prendre."
        )
    },
    forbids_other: |name| format!("Un point de sécurité\u{a0}: {name}."),
    treatments: "Mes médicaments",
    no_change: "Rien ne change dans vos médicaments.",
    do_not_change: "Ne changez rien et n'arrêtez rien sans en parler à votre médecin.",
    start: "Commencer",
    stop: "Arrêter",
    increase: "Augmenter",
    decrease: "Diminuer",
    taper: "Diminuer peu à peu",
    go_on: "Continuer",
    go_on_at: "Continuer, à la dose qui suit",
    hold: "Mettre en pause",
    switch: "Passer à",
    add: "Ajouter",
    otherwise_drug: "Si cela ne convient pas",
    taken: "Comment",
    ask_doctor: "(votre médecin vous l'explique)",
    what_for: |code| {
        Some(match code {
            "antimalarial" => "traitement de fond du lupus",
            "steroid" => "cortisone, contre l'inflammation",
            "immunosuppressant" => "calme les défenses du corps, qui se trompent de cible",
            "kidney" => "protège les reins",
            "anticoagulant" => "rend le sang plus fluide",
            _ => return None,
        })
    },
    if_it_happens: "Si les choses changent",
    otherwise: |when, then| format!("Si\u{a0}: {when}. Alors\u{a0}: {then}"),
    comes_back: "les médecins se réunissent à nouveau pour vous.",
    aims: "Ce que nous visons",
    to_do: "À faire",
    by_day: |day| format!("avant le {day}"),
    by: |who| format!("avec {who}"),
    dates: "Mes dates",
    next: |day| format!("Prochain point sur votre santé\u{a0}: le {day}."),
    no_next: "La date du prochain point reste à fixer avec votre médecin.",
    meeting_again: |day| format!("Les médecins se réunissent à nouveau pour vous le {day}."),
    explains_by: |who, day| format!("{who} vous explique tout cela avant le {day}."),
    explains: |who| format!("{who} vous explique tout cela."),
    nobody: "Demandez à votre médecin qui vous explique tout cela.",
    asked: |question| format!("Question que l'on vous posera\u{a0}: {question}"),
    your_view: "Vous pouvez accepter, refuser, ou demander du temps.",
    call: "Qui appeler",
    doctor: "Mon médecin",
    telephone: "Téléphone",
    emergency: "En cas d'urgence, appelez le numéro d'urgence (en France, le 15).",
    my_questions: "Mes questions",
    resources: "Où trouver des informations sûres",
    resources_note: "Visez le carré avec l'appareil photo du téléphone. Adresses relevées sur les diapositives d'un exposé médical\u{a0}; elles n'ont pas été ouvertes par ce programme.",
    measure: |code| {
        Some(match code {
            "upcr" | "proteinuria" => "protéines dans les urines",
            "egfr" => "filtration des reins",
            "creatinine" => "créatinine (mesure du travail des reins, dans le sang)",
            "albumin" => "albumine (une protéine du sang)",
            "c3" | "c4" => "complément (des protéines de défense, dans le sang)",
            "dsdna" => "anticorps du lupus (anti-ADN)",
            "sledai" => "score d'activité du lupus",
            "hcq_level" => "taux d'hydroxychloroquine dans le sang",
            "haemoglobin" => "hémoglobine (globules rouges)",
            "platelets" => "plaquettes",
            "neutrophils" => "globules blancs",
            "igg" => "anticorps protecteurs du sang",
            "blood_pressure" => "tension artérielle",
            "pga" => "avis du médecin sur l'activité du lupus",
            "doris" => "lupus en sommeil (rémission)",
            "lldas" => "lupus peu actif",
            "complete_response" => "les reins répondent bien au traitement",
            "partial_response" => "les reins répondent en partie au traitement",
            "no_response" => "les reins ne répondent pas au traitement",
            "flare" => "poussée de lupus",
            "pregnancy" => "grossesse",
            "pregnancy_wish" => "désir de grossesse",
            "intolerance" => "le traitement est mal supporté",
            "infection" => "infection",
            _ => return None,
        })
    },
    unit: |code, amount| {
        let (one, many) = match code {
            "mg" => ("milligramme", "milligrammes"),
            "g" => ("gramme", "grammes"),
            "µg" => ("microgramme", "microgrammes"),
            "mg/kg" => ("milligramme par kilo de poids", "milligrammes par kilo de poids"),
            "g/kg" => ("gramme par kilo de poids", "grammes par kilo de poids"),
            "mg/m²" => {
                ("milligramme par mètre carré de surface du corps", "milligrammes par mètre carré de surface du corps")
            }
            "g/m²" => ("gramme par mètre carré de surface du corps", "grammes par mètre carré de surface du corps"),
            "IU" => ("unité", "unités"),
            _ => return None,
        };
        Some(if amount < Decimal::TWO { one } else { many })
    },
    per: |code| match code {
        "d" => "par jour",
        "w" => "par semaine",
        "2w" => "toutes les deux semaines",
        "month" => "par mois",
        "year" => "par an",
        _ => "à chaque prise",
    },
    route: |code| match code {
        "iv" => "en perfusion dans une veine",
        "sc" => "en piqûre sous la peau",
        "topical" => "sur la peau",
        _ => "par la bouche",
    },
    every: |count, unit| match (count, unit) {
        (1, "d") => "tous les jours".to_owned(),
        (1, "w") => "toutes les semaines".to_owned(),
        (1, _) => "tous les mois".to_owned(),
        (count, "d") => format!("tous les {count} jours"),
        (count, "w") => format!("toutes les {count} semaines"),
        (count, _) => format!("tous les {count} mois"),
    },
    times: |count, per| match per {
        "w" => format!("{count} fois par semaine"),
        "month" => format!("{count} fois par mois"),
        _ => format!("{count} fois par jour"),
    },
    parted: |count| format!("en {count} fois dans la journée"),
    for_weight: |kilos| format!("(pour {kilos}\u{a0}kilos)"),
    administrations: |least, most| {
        if least == most { format!("{most} fois en tout") } else { format!("{least} à {most} fois en tout") }
    },
    lasting: |count, unit| format!("pendant {}", length(count, unit)),
    from: |day| format!("à partir du {day}"),
    after_start: |count, unit| {
        if count == 0 { "le premier jour".to_owned() } else { format!("{} après le début", length(count, unit)) }
    },
    nth_day: |day| if day == 1 { "le premier jour".to_owned() } else { format!("le {day}e\u{a0}jour") },
    at_days: |days| days.to_owned(),
    bolus: "en bolus (toute la dose en une fois)",
    stepwise: "par étapes",
    then_stop: "puis arrêt",
    until_dose: |dose| format!("puis {dose}"),
    reached_by: |dose, day| format!("puis {dose}, à atteindre avant le {day}"),
    between: |least, most| format!("{least} à {most}"),
    at_most: |amount| format!("au plus {amount}"),
    at_least: |amount| format!("au moins {amount}"),
    below: |amount| format!("en dessous de {amount}"),
    above: |amount| format!("au-dessus de {amount}"),
    changed: |how, percent| {
        let way = if how.falls { "baisse" } else { "hausse" };
        let what =
            if how.beyond { format!("{way} de plus de {percent}") } else { format!("{way} de {percent} ou plus") };
        format!("{}{what} par rapport à aujourd'hui", if how.happens { "" } else { "pas de " })
    },
    labs: "prise de sang et analyse d'urine",
};

fn length(count: u16, unit: &str) -> String {
    match (count, unit) {
        (1, "d") => "1 jour".to_owned(),
        (1, "w") => "1 semaine".to_owned(),
        (count, "d") => format!("{count} jours"),
        (count, "w") => format!("{count} semaines"),
        (count, _) => format!("{count} mois"),
    }
}
