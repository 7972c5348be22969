//! The question that asks for each thing a case file can say, in French.

pub(super) fn ask(code: &str) -> &'static str {
    match code {
        "kidney.biopsies" => "Une biopsie rénale a-t-elle été faite, et quand\u{a0}?",
        "kidney.biopsies.class" => "Quelle est la classe ISN/RPS de la dernière biopsie\u{a0}?",
        "kidney.biopsies.lesions" => {
            "Les lésions de la dernière biopsie sont-elles actives (A), chroniques (C) ou les deux\u{a0}?"
        }
        "kidney.biopsies.activity" => "Quel est l'indice d'activité NIH (sur 24) de la dernière biopsie\u{a0}?",
        "kidney.biopsies.chronicity" => "Quel est l'indice de chronicité NIH (sur 12) de la dernière biopsie\u{a0}?",
        "kidney.biopsies.crescents" => "Quel pourcentage de glomérules porte des croissants\u{a0}?",
        "kidney.biopsies.necrosis" => "La biopsie montre-t-elle une nécrose fibrinoïde\u{a0}?",
        "kidney.biopsies.interstitial_inflammation" => {
            "L'inflammation interstitielle est-elle absente, légère, modérée ou sévère\u{a0}?"
        }
        "kidney.biopsies.fibrosis" => "La fibrose interstitielle est-elle absente, légère, modérée ou sévère\u{a0}?",
        "kidney.biopsies.podocyte_effacement" => {
            "La microscopie électronique montre-t-elle un effacement podocytaire étendu\u{a0}?"
        }
        "kidney.biopsies.tma" => "La biopsie montre-t-elle une microangiopathie thrombotique\u{a0}?",
        "kidney.rapidly_progressive" => {
            "La fonction rénale se dégrade-t-elle rapidement (glomérulonéphrite rapidement progressive)\u{a0}?"
        }
        "kidney.preflare" => "Quelle est la date de la dernière créatinine avant cette poussée\u{a0}?",
        "kidney.raasi_at_maximum" => "Le bloqueur du SRAA est-il à la dose maximale tolérée\u{a0}?",
        "kidney.worsening" => {
            "La protéinurie s'aggrave-t-elle, ou se complique-t-elle (thrombose, œdèmes, dyslipidémie)\u{a0}?"
        }
        "kidney.adamts13" => "Quelle est l'activité d'ADAMTS13\u{a0}?",
        "kidney.replacement" => "La personne est-elle en dialyse ou greffée du rein\u{a0}?",
        "kidney.schistocytes" => "Y a-t-il des schizocytes au frottis\u{a0}?",
        "course.started" => "Quand le traitement en cours a-t-il commencé\u{a0}?",
        "course.response" => "À quelle date la réponse rénale a-t-elle été atteinte\u{a0}?",
        "course.complete_response" => "À quelle date la réponse rénale complète a-t-elle été atteinte\u{a0}?",
        "course.rescue" => "Un traitement de secours a-t-il été nécessaire pendant ce traitement\u{a0}?",
        "labs.creatinine" => "Quelle est la dernière créatinine, avec sa date\u{a0}?",
        "labs.upcr" => "Quel est le dernier UPCR, avec sa date\u{a0}?",
        "labs.protein_24h" => "Quelle est la dernière protéinurie des 24\u{a0}h, avec sa date\u{a0}?",
        "labs.albumin" => "Quelle est la dernière albuminémie, avec sa date\u{a0}?",
        "labs.igg" => "Quel est le dernier dosage des IgG, avec sa date\u{a0}?",
        "labs.platelets" => "Quelles sont les dernières plaquettes, avec leur date\u{a0}?",
        "blood_pressure" => "Quelle est la dernière pression artérielle, avec sa date\u{a0}?",
        "activity.sledai" => "Quels items du SLEDAI-2K étaient présents à la dernière visite\u{a0}?",
        "patient.sex" => "Quel est le sexe\u{a0}?",
        "patient.born" => "Quels sont le mois et l'année de naissance, ou l'âge\u{a0}?",
        "patient.weight" => "Quel est le poids\u{a0}?",
        "patient.height" => "Quelle est la taille\u{a0}?",
        "lupus.flares" => "Combien de poussées rénales, celle-ci comprise\u{a0}?",
        "lupus.failed_courses" => "Combien de lignes de traitement bien conduites ont échoué\u{a0}?",
        "extrarenal" => "Quels organes sont atteints hors du rein, et avec quelle sévérité\u{a0}?",
        "pregnancy.status" => "Y a-t-il une grossesse en cours\u{a0}?",
        "pregnancy.contraception" => "Quelle contraception est utilisée\u{a0}?",
        "pregnancy.wish" => "Y a-t-il un projet de grossesse, et pour quand\u{a0}?",
        "treatments" => "Quels traitements sont pris, à quelle dose et depuis quand\u{a0}?",
        "background.comorbidities" => {
            "Y a-t-il une hypertension, un diabète, une insuffisance cardiaque ou une infection récente\u{a0}?"
        }
        "background.apl" => "Quels anticorps antiphospholipides ont été trouvés, et à quel titre\u{a0}?",
        "background.cyclophosphamide_before" => "Du cyclophosphamide a-t-il déjà été reçu\u{a0}?",
        "background.mycophenolate_intolerance" => "Le mycophénolate à pleine dose est-il mal toléré\u{a0}?",
        "background.cyclophosphamide_unfit" => "Le cyclophosphamide est-il refusé ou contre-indiqué\u{a0}?",
        "background.combination_unavailable" => {
            "Un obstacle (accès, coût, tolérance) empêche-t-il une association\u{a0}?"
        }
        "background.hydroxychloroquine_contraindicated" => "L'hydroxychloroquine est-elle contre-indiquée\u{a0}?",
        "person.adherence" => "Le traitement est-il pris comme prescrit\u{a0}?",
        "treatments.name" => "Quel est le médicament hors liste, et de quelle classe\u{a0}?",
        "treatments.eye_exam" => "Quand la rétine a-t-elle été examinée pour la dernière fois\u{a0}?",
        "treatments.dose" => "Quelle est la dose de chaque traitement, par jour\u{a0}?",
        "labs.uacr" => "Quels sont les deux derniers rapports albuminurie/créatininurie (UACR)\u{a0}?",
        "labs.potassium" => "Quelle est la dernière kaliémie, avec sa date\u{a0}?",
        "damage.reviewed" => "Quand le SDI a-t-il été revu\u{a0}?",
        "pregnancy.care_agreement" => "Quand l'accord de soins du mycophénolate a-t-il été signé\u{a0}?",
        "pregnancy.test" => "Un test de grossesse a-t-il été fait, et quel est son résultat\u{a0}?",
        "pregnancy.weeks" => "À combien de semaines d'aménorrhée en est la grossesse\u{a0}?",
        "pregnancy.fetal_echo_planned" => "Des échocardiographies fœtales sont-elles prévues\u{a0}?",
        "background.anti_ssa" => "Les anti-SSA ou anti-SSB sont-ils positifs\u{a0}?",
        "background.fertility_discussed" => "La fertilité et sa préservation ont-elles été discutées\u{a0}?",
        "background.tpmt" => "Quel est le statut TPMT\u{a0}?",
        "background.nudt15" => "Quel est le génotype NUDT15\u{a0}?",
        "background.hbv" => "Quel est le statut pour l'hépatite B\u{a0}?",
        "prevention.pjp_prophylaxis" => "Qu'a-t-on décidé pour la prophylaxie de la pneumocystose\u{a0}?",
        "prevention.fracture_risk" => "Quelle est la classe de risque fracturaire\u{a0}?",
        "prevention.vaccines.influenza" => "Quand le dernier vaccin antigrippal a-t-il été fait\u{a0}?",
        "prevention.vaccines.pneumococcus" => "Le vaccin antipneumococcique a-t-il été fait, et quand\u{a0}?",
        "prevention.vaccines.zoster" => "Le vaccin recombinant contre le zona a-t-il été fait, et quand\u{a0}?",
        "prevention.vaccines.hpv" => "Le vaccin contre le papillomavirus a-t-il été fait, et quand\u{a0}?",
        "prevention.vaccines.live_planned" => "Un vaccin vivant est-il prévu\u{a0}?",
        "line" => "Que dit la ligne de la décision\u{a0}?",
        "line.dose" => "Quelle est la dose de la ligne, et pour combien de temps ou de fois\u{a0}?",
        "stated" => "Que faut-il énoncer pour cet exercice\u{a0}?",
        _ => "?",
    }
}
