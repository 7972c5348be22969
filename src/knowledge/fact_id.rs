use crate::domain::codes::codes;

codes! {
    /// A fact that a statement may ask about. Yes/no facts are asked with `is`, numbers with `at_least`,
    /// `above`, `at_most`, `below`; the class with `class`. Each is established by a function in `facts/`, which
    /// cites its source.
    FactId {
        // histology, from the newest biopsy by date
        /// The class components; asked with `class`.
        Class = "class",
        /// Active nephritis that a treatment is to be started for: not in response, not only chronic.
        ActiveNephritis = "active_nephritis",
        /// Class III or IV, with or without V.
        Proliferative = "proliferative",
        /// Class V without III or IV.
        PureV = "pure_v",
        /// Class V with III or IV.
        MixedV = "mixed_v",
        /// Class I or II and nothing else.
        ClassIOrII = "class_i_or_ii",
        ClassVI = "class_vi",
        /// Class III or IV with chronic lesions only.
        ChronicOnly = "chronic_only",
        ActivityIndex = "activity_index",
        ChronicityIndex = "chronicity_index",
        /// Share of glomeruli with crescents, %.
        Crescents = "crescents",
        Necrosis = "necrosis",
        SevereInterstitialInflammation = "severe_interstitial_inflammation",
        /// Substantial fibrosis: moderate or severe interstitial fibrosis and tubular atrophy.
        SubstantialFibrosis = "substantial_fibrosis",
        PodocyteEffacement = "podocyte_effacement",
        Tma = "tma",
        // laboratory, newest value
        /// Newest UPCR; where there is none, the newest 24 h protein, which the guidelines use interchangeably.
        Proteinuria = "proteinuria",
        /// Newest eGFR, mL/min/1.73m².
        Egfr = "egfr",
        Albumin = "albumin",
        Igg = "igg",
        Adamts13 = "adamts13",
        Platelets = "platelets",
        Schistocytes = "schistocytes",
        /// Proteinuria of at least 3.5 g/g.
        NephroticRange = "nephrotic_range",
        /// Proteinuria at the start of the course; the newest value when no course is recorded.
        BaselineProteinuria = "baseline_proteinuria",
        BaselineEgfr = "baseline_egfr",
        /// eGFR of the day that the case names as the last before this flare.
        PreflareEgfr = "preflare_egfr",
        Systolic = "systolic",
        Diastolic = "diastolic",
        // the patient
        Age = "age",
        Child = "child",
        Male = "male",
        Weight = "weight",
        Hypertension = "hypertension",
        Diabetes = "diabetes",
        HeartFailure = "heart_failure",
        // the lupus
        ExtrarenalActivity = "extrarenal_activity",
        ExtrarenalModerateSevere = "extrarenal_moderate_severe",
        FirstFlare = "first_flare",
        PreviousFlare = "previous_flare",
        RepeatedFlares = "repeated_flares",
        FailedCourses = "failed_courses",
        RapidlyProgressive = "rapidly_progressive",
        /// Proteinuria worsening, or a complication of it.
        Worsening = "worsening",
        /// eGFR below 60 at the start: a factor of poor prognosis.
        LowFiltration = "low_filtration",
        /// Chronicity index above 3 with active lesions: a factor of poor prognosis.
        ChronicityWithActivity = "chronicity_with_activity",
        /// Any crescents: a factor of poor prognosis.
        AnyCrescents = "any_crescents",
        /// Any of EULAR 2025's factors of poor prognosis (its Table 2).
        PoorPrognosis = "poor_prognosis",
        /// KDIGO: high risk of kidney failure from severe chronic kidney disease.
        HighCkdRisk = "high_ckd_risk",
        // the course of treatment
        /// A course of treatment has started.
        TreatmentStarted = "treatment_started",
        InResponse = "in_response",
        InCompleteResponse = "in_complete_response",
        MonthsSinceStart = "months_since_start",
        MonthsSinceResponse = "months_since_response",
        MonthsSinceCompleteResponse = "months_since_complete_response",
        /// A rescue treatment was needed in this course.
        Rescue = "rescue",
        OffGlucocorticoid = "off_glucocorticoid",
        /// Daily prednisone or equivalent by mouth, mg/d.
        Prednisone = "prednisone",
        /// Whole months without any systemic glucocorticoid.
        MonthsOffGlucocorticoid = "months_off_glucocorticoid",
        OnHydroxychloroquine = "on_hydroxychloroquine",
        OnRaasBlocker = "on_raas_blocker",
        RaasBlockerAtMaximum = "raas_blocker_at_maximum",
        OnMycophenolate = "on_mycophenolate",
        OnTeratogen = "on_teratogen",
        OnCyclophosphamide = "on_cyclophosphamide",
        // what bears on the choice
        Pregnant = "pregnant",
        /// A wish for a child now or within two years.
        PregnancyWish = "pregnancy_wish",
        /// Delivered less than a year ago.
        Postpartum = "postpartum",
        Breastfeeding = "breastfeeding",
        /// A woman or girl who could become pregnant.
        MayConceive = "may_conceive",
        NoContraception = "no_contraception",
        OestrogenContraception = "oestrogen_contraception",
        /// Months since the nephritis became inactive, 0 while it is active.
        QuietMonths = "quiet_months",
        /// Months without mycophenolate, cyclophosphamide or methotrexate.
        MonthsOffTeratogen = "months_off_teratogen",
        PoorAdherence = "poor_adherence",
        CyclophosphamideBefore = "cyclophosphamide_before",
        MycophenolateIntolerance = "mycophenolate_intolerance",
        CyclophosphamideUnfit = "cyclophosphamide_unfit",
        CombinationUnavailable = "combination_unavailable",
        HydroxychloroquineContraindicated = "hydroxychloroquine_contraindicated",
        AplPositive = "apl_positive",
        /// Lupus anticoagulant, multiple positivity, or persistently high titres.
        AplHighRisk = "apl_high_risk",
        /// Antiphospholipid syndrome, as the case names it.
        Aps = "aps",
        RecentInfection = "recent_infection",
        /// Two or more lasting conditions beside lupus.
        Multimorbidity = "multimorbidity",
        // the course of the nephritis
        /// A kidney biopsy is on file.
        Biopsied = "biopsied",
        /// Haematuria or casts at the newest visit that has SLEDAI-2K items.
        HaematuriaOrCasts = "haematuria_or_casts",
        /// eGFR below 60, or fallen by more than 20 %.
        ImpairedFunction = "impaired_function",
        /// Proteinuria of at least 3.5 g/g at the start of the course.
        NephroticAtStart = "nephrotic_at_start",
        /// 6 months of treatment or more, no response on record, and less than EULAR's milestones.
        InadequateByEular = "inadequate_by_eular",
        /// The same, and less than ACR's partial response.
        InadequateByAcr = "inadequate_by_acr",
        /// The same, and less than KDIGO's partial response.
        InadequateByKdigo = "inadequate_by_kdigo",
        /// At least a partial response, and not a complete one.
        InPartialResponse = "in_partial_response",
        /// A flare after a response on record.
        Relapse = "relapse",
        /// A biopsy of the last 6 months answers what a repeat biopsy is asked for.
        Rebiopsied = "rebiopsied",
        /// Two or more failed courses, and still active.
        Refractory = "refractory",
        /// One immunosuppressant is taken: dual therapy, counting the glucocorticoid.
        DualRegimen = "dual_regimen",
        /// Two or more are taken: triple therapy.
        TripleRegimen = "triple_regimen",
        OnBelimumab = "on_belimumab",
        /// On a calcineurin inhibitor.
        OnCni = "on_cni",
        /// On obinutuzumab or rituximab.
        OnAntiCd20 = "on_anti_cd20",
        /// Cyclophosphamide in this course that nothing follows yet.
        CyclophosphamideToFollow = "cyclophosphamide_to_follow",
        // kidney failure
        /// On dialysis today.
        OnDialysis = "on_dialysis",
        /// Living with a kidney transplant.
        Transplanted = "transplanted",
        /// eGFR below 15, or on replacement.
        KidneyFailure = "kidney_failure",
        /// ACR: eGFR of about 15, without replacement.
        NearKidneyFailure = "near_kidney_failure",
        /// Nothing active outside the kidney, for six months at least.
        ExtrarenalQuiet = "extrarenal_quiet",
        // protection
        /// Takes a glucocorticoid or an immunosuppressant, or is to start one.
        Immunosuppressed = "immunosuppressed",
        /// Immunosuppressed today by the rule of the vaccines: nothing that is yet to start counts.
        UnderImmunosuppression = "under_immunosuppression",
        // what the safety rules ask: drugs and doses
        /// Daily hydroxychloroquine over the real weight, mg/kg/d.
        HcqPerKilo = "hcq_per_kilo",
        /// Daily hydroxychloroquine, mg/d.
        HcqDaily = "hcq_daily",
        /// Whole months of hydroxychloroquine, pauses left out.
        MonthsOnHcq = "months_on_hcq",
        /// Months since the last examination of the retina, the last of them in part.
        MonthsSinceEyeExam = "months_since_eye_exam",
        /// Daily oral glucocorticoid in prednisone equivalents, mg/d.
        SteroidDaily = "steroid_daily",
        /// Days in a row, up to today, above 15 mg/d of prednisone equivalent.
        DaysAbove15 = "steroid_days_above_15",
        /// Days in a row, up to today, at 2.5 mg/d of prednisone equivalent or more.
        DaysFrom2Point5 = "steroid_days_from_2_5",
        /// Daily mycophenolate as mofetil, mg/d.
        MycophenolateDaily = "mycophenolate_daily",
        /// Cyclophosphamide received in a lifetime, g.
        CyclophosphamideLifetime = "cyclophosphamide_lifetime",
        /// The same with the course that the lines plan, g.
        CyclophosphamideAfter = "cyclophosphamide_after",
        // what they ask of the kidney and the circulation
        /// Fall of the newest eGFR from the one before, %.
        EgfrFall = "egfr_fall",
        /// A RAAS blocker, SGLT2 or calcineurin inhibitor was started between these two values.
        HaemodynamicDrugStarted = "haemodynamic_drug_started",
        /// The newest UACR is at least twice the one before.
        UacrDoubled = "uacr_doubled",
        Potassium = "potassium",
        /// The last two blood pressures are at or above 130 or 80 mmHg.
        PressureRaisedTwice = "pressure_raised_twice",
        /// Months since the damage index was reviewed, the last of them in part.
        MonthsSinceDamageReview = "months_since_damage_review",
        // of pregnancy
        /// The yearly care agreement for mycophenolate was signed within twelve months.
        CareAgreementInForce = "care_agreement_in_force",
        /// No pregnancy test was done.
        PregnancyTestLacking = "pregnancy_test_lacking",
        /// Weeks of amenorrhoea of a present pregnancy.
        PregnancyWeeks = "pregnancy_weeks",
        AntiSsaPositive = "anti_ssa_positive",
        FetalEchoPlanned = "fetal_echo_planned",
        /// That fertility was discussed is on record.
        FertilityOnRecord = "fertility_on_record",
        // of the background
        /// A contraindication to hydroxychloroquine is on record.
        HcqContraindicationOnRecord = "hcq_contraindication_on_record",
        /// TPMT or NUDT15 is on record.
        ThiopurineOnRecord = "thiopurine_on_record",
        /// Poor metaboliser by TPMT or NUDT15.
        ThiopurinePoor = "thiopurine_poor",
        /// Hepatitis B status is on record.
        HepatitisBOnRecord = "hepatitis_b_on_record",
        /// An IgG level is on record.
        IggOnRecord = "igg_on_record",
        SulfaAllergy = "sulfa_allergy",
        MacularDisease = "macular_disease",
        AplTriplePositive = "apl_triple_positive",
        // of prevention
        /// A decision on prophylaxis of Pneumocystis pneumonia is on record.
        PjpOnRecord = "pjp_on_record",
        /// A class of fracture risk is on record.
        FractureRiskOnRecord = "fracture_risk_on_record",
        LiveVaccinePlanned = "live_vaccine_planned",
        /// No influenza vaccine within twelve months.
        InfluenzaVaccineDue = "influenza_vaccine_due",
        /// None was given, or an older one a year ago or more.
        PneumococcusVaccineMissing = "pneumococcus_vaccine_missing",
        ZosterVaccineMissing = "zoster_vaccine_missing",
        HpvVaccineMissing = "hpv_vaccine_missing",
    }
}

/// What kind of answer a fact has, and so how a statement may ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    Flag,
    /// A number of this measure.
    Number(super::Measure),
    /// The components of a histological class.
    Classes,
}

impl FactId {
    /// What kind of answer it has.
    pub fn kind(self) -> Kind {
        use super::Measure as M;
        match self {
            Self::Class => Kind::Classes,
            Self::ActivityIndex | Self::ChronicityIndex | Self::FailedCourses => Kind::Number(M::Count),
            Self::Crescents | Self::Adamts13 | Self::EgfrFall => Kind::Number(M::Percent),
            Self::Proteinuria | Self::BaselineProteinuria => Kind::Number(M::Proteinuria),
            Self::Egfr | Self::BaselineEgfr | Self::PreflareEgfr => Kind::Number(M::Filtration),
            Self::Albumin | Self::Igg => Kind::Number(M::GramsPerLitre),
            Self::Platelets => Kind::Number(M::Cells),
            Self::Systolic | Self::Diastolic => Kind::Number(M::Pressure),
            Self::Age => Kind::Number(M::Years),
            Self::Weight => Kind::Number(M::Kilograms),
            Self::MonthsSinceStart
            | Self::MonthsSinceResponse
            | Self::MonthsSinceCompleteResponse
            | Self::MonthsOffGlucocorticoid
            | Self::QuietMonths
            | Self::MonthsOffTeratogen
            | Self::MonthsOnHcq
            | Self::MonthsSinceEyeExam
            | Self::MonthsSinceDamageReview => Kind::Number(M::Months),
            Self::Prednisone | Self::HcqDaily | Self::SteroidDaily | Self::MycophenolateDaily => {
                Kind::Number(M::MilligramsPerDay)
            }
            Self::HcqPerKilo => Kind::Number(M::MilligramsPerKiloPerDay),
            Self::DaysAbove15 | Self::DaysFrom2Point5 => Kind::Number(M::Days),
            Self::CyclophosphamideLifetime | Self::CyclophosphamideAfter => Kind::Number(M::Grams),
            Self::Potassium => Kind::Number(M::Millimoles),
            Self::PregnancyWeeks => Kind::Number(M::Weeks),
            _ => Kind::Flag,
        }
    }
}
