use crate::domain::codes::codes;

codes! {
    /// A row of the comparison. Every guideline answers each or declares its silence.
    Topic {
        /// Whom to biopsy.
        Biopsy = "biopsy",
        /// What to start with: the regimens.
        InitialTherapy = "initial_therapy",
        /// What the histological class changes.
        ClassRule = "class_rule",
        /// Who gets belimumab.
        Belimumab = "belimumab",
        /// Who gets a calcineurin inhibitor.
        Cni = "cni",
        /// Who gets cyclophosphamide.
        Cyclophosphamide = "cyclophosphamide",
        /// Who gets obinutuzumab.
        Obinutuzumab = "obinutuzumab",
        /// Intravenous methylprednisolone.
        GcPulse = "gc_pulse",
        /// Oral glucocorticoid at the start.
        GcStart = "gc_start",
        /// Daily glucocorticoid week by week.
        GcTaper = "gc_taper",
        /// How low the glucocorticoid must go, and by when.
        GcTarget = "gc_target",
        /// When the glucocorticoid is stopped.
        GcStop = "gc_stop",
        /// Antimalarials.
        Hydroxychloroquine = "hydroxychloroquine",
        /// RAAS blockade, pressure, salt, statin, anticoagulation when albumin is low.
        KidneyProtection = "kidney_protection",
        /// Who gets an SGLT2 inhibitor, and when.
        Sglt2Inhibitor = "sglt2_inhibitor",
        /// What is expected at 3 months.
        Response3m = "response_3m",
        /// What is expected at 6 months.
        Response6m = "response_6m",
        /// What is expected at 12 months.
        Response12m = "response_12m",
        /// What may still come by 18 to 24 months.
        Response24m = "response_24m",
        /// What to go on with after a response, and for how long.
        Maintenance = "maintenance",
        /// How long to treat, and when to stop.
        Withdrawal = "withdrawal",
        /// A flare after a response.
        Relapse = "relapse",
        /// Less than a partial response after 6 months.
        InadequateResponse = "inadequate_response",
        /// No response to several courses.
        Refractory = "refractory",
        /// Whom to biopsy again.
        Rebiopsy = "rebiopsy",
        /// What to measure, and how often.
        Monitoring = "monitoring",
        /// Pregnancy: now, wished, and after.
        Pregnancy = "pregnancy",
        /// Contraception while pregnancy must wait.
        Contraception = "contraception",
        /// Fertility, of women and men, when a treatment threatens it.
        Fertility = "fertility",
        /// Thrombotic microangiopathy.
        Tma = "tma",
        /// Antiphospholipid antibodies and syndrome, without microangiopathy.
        Antiphospholipid = "antiphospholipid",
        /// Children.
        Children = "children",
        /// Kidney failure: dialysis, transplant.
        KidneyFailure = "kidney_failure",
        /// Screening, vaccines, pneumocystis, immunoglobulins.
        InfectionPrevention = "infection_prevention",
        /// Bone, heart and vessels, cancer screening, sun, smoking.
        BoneAndHeart = "bone_and_heart",
    }
    /// What a guideline says of a course of action for this patient (guidelines.md S), strongest first.
    Verdict {
        /// Two of the guideline's own preferences meet and it gives no way to choose.
        Conflict = "conflict",
        /// Chosen before the guideline's other choices for a patient like this one.
        Preferred = "preferred",
        Recommended = "recommended",
        Option = "option",
        /// Possible where the recommended course is not wanted or not within reach.
        Alternative = "alternative",
        /// Left to judgement: the guideline prints no threshold for such a patient.
        Judgement = "judgement",
        Caution = "caution",
        /// Kept for later: for non-response or relapse, not for now.
        Reserved = "reserved",
        /// Advised against; for a whole row, that nothing is to be started.
        Avoid = "avoid",
        /// It hangs on a fact that the case does not give.
        NeedsData = "needs_data",
        /// The guideline speaks of this, though not for a patient like this one.
        NotApplicable = "not_applicable",
        /// The guideline is silent.
        NotAddressed = "not_addressed",
        /// The entry does not know: this part of the guideline was not read. Not a silence of the guideline's.
        NotRead = "not_read",
    }
    /// How sure the entry is of what the guideline prints (guidelines.md, provenance tags).
    Checked {
        /// Read in the guideline's own text, tables or figures.
        Verified = "verified",
        /// Read in another document that reports the guideline.
        Secondary = "secondary",
        /// From memory; not found again in a text.
        Memory = "memory",
        /// Concluded from what is printed.
        Inference = "inference",
    }
    /// Why a guideline's words are to be taken with care.
    CautionKind {
        /// Two places of the guideline do not say the same.
        Inconsistent = "inconsistent",
        /// The writers of the entry could not read or confirm it.
        NotVerified = "not_verified",
        /// What is needed to apply it is not printed.
        NotPrinted = "not_printed",
    }
    /// A drug, or a class of drugs, as guidelines speak of it.
    Agent {
        /// Mycophenolate mofetil or sodium.
        Mpaa = "mpaa",
        Cyclophosphamide = "cyc",
        Belimumab = "bel",
        /// Any calcineurin inhibitor: voclosporin, tacrolimus, ciclosporin.
        Cni = "cni",
        Voclosporin = "voc",
        Tacrolimus = "tac",
        Ciclosporin = "csa",
        Obinutuzumab = "obi",
        Rituximab = "rtx",
        Azathioprine = "aza",
        /// Glucocorticoid.
        Glucocorticoid = "gc",
    }
    /// How loud a safety rule speaks, loudest first.
    Level {
        /// Do not.
        Stop = "stop",
        /// Look before.
        Warn = "warn",
        /// To do, or to know.
        Info = "info",
    }
    /// Intensity of a glucocorticoid scheme; `single` where the guideline has only one.
    Scheme { Single = "single", Reduced = "reduced", Moderate = "moderate", High = "high" }
    /// What a milestone of response stands for.
    Goal {
        /// A target, not a definition.
        Target = "target",
        Partial = "partial_response",
        Complete = "complete_response",
        /// KDIGO's primary efficacy renal response.
        Efficacy = "primary_efficacy",
    }
    /// Where a duration is counted from.
    CountedFrom {
        Start = "start",
        Response = "response",
        CompleteResponse = "complete_response",
        /// The last drug that harms a pregnancy ended: since then on compatible drugs.
        CompatibleDrugs = "compatible_drugs",
    }
    /// What is done, in coded form, where a row is not about regimens or amounts. Add a code where one is missing.
    Advice {
        // class_rule
        NoClassDistinction = "no_class_distinction",
        ByClass = "by_class",
        TreatAsProliferative = "treat_as_proliferative",
        Immunosuppression = "immunosuppression",
        NoKidneyImmunosuppression = "no_kidney_immunosuppression",
        LedByExtrarenal = "led_by_extrarenal",
        AsMinimalChange = "as_minimal_change",
        OneAgentWithGc = "one_agent_with_gc",
        TripleTherapy = "triple_therapy",
        CombinationTherapy = "combination_therapy",
        NoThreshold = "no_threshold",
        Monitor = "monitor",
        ChronicKidneyCare = "chronic_kidney_care",
        NoCyclophosphamideWithCni = "no_cyclophosphamide_with_cni",
        // glucocorticoids
        LowerGlucocorticoid = "lower_glucocorticoid",
        PaediatricDose = "paediatric_dose",
        IndividualTaper = "individual_taper",
        WithdrawSlowly = "withdraw_slowly",
        AtMostFiveMgLongTerm = "at_most_five_mg_long_term",
        TwelveMonthsOfCompleteResponse = "twelve_months_of_complete_response",
        KeepForExtrarenal = "keep_for_extrarenal",
        // kidney protection
        RaasBlocker = "raas_blocker",
        Sglt2Inhibitor = "sglt2_inhibitor",
        PressureBelow130Over80 = "pressure_below_130_80",
        SystolicBelow120 = "systolic_below_120",
        SaltRestriction = "salt_restriction",
        Statin = "statin",
        Anticoagulation = "anticoagulation",
        DiscussAnticoagulation = "discuss_anticoagulation",
        AvoidNsaid = "avoid_nsaid",
        ProteinLimit = "protein_limit",
        OnceStable = "once_stable",
        AfterSixToTwelveMonths = "after_six_to_twelve_months",
        AvoidSglt2Inhibitor = "avoid_sglt2_inhibitor",
        // antimalarials
        Hydroxychloroquine = "hydroxychloroquine",
        FiveMgPerKilo = "five_mg_per_kilo",
        LowerHydroxychloroquine = "lower_hydroxychloroquine",
        HydroxychloroquineLevel = "hydroxychloroquine_level",
        EyeExamination = "eye_examination",
        CloserEyeExamination = "closer_eye_examination",
        // response
        EscalateEarly = "escalate_early",
        // withdrawal
        ContinueTreatment = "continue_treatment",
        GradualWithdrawal = "gradual_withdrawal",
        MinimumReached = "minimum_reached",
        WithdrawGlucocorticoid = "withdraw_glucocorticoid",
        BiopsyBeforeStopping = "biopsy_before_stopping",
        ContinueHydroxychloroquine = "continue_hydroxychloroquine",
        /// The glucocorticoid is stopped before the immunosuppressants.
        GlucocorticoidFirst = "glucocorticoid_first",
        // biopsy
        TakeBiopsy = "take_biopsy",
        BiopsyPromptly = "biopsy_promptly",
        /// The report gives the ISN/RPS class and the activity and chronicity indices.
        ClassAndIndices = "class_and_indices",
        GlucocorticoidBeforeBiopsy = "glucocorticoid_before_biopsy",
        /// Where no biopsy is possible: nephritic as III/IV, nephrotic as V.
        TreatByPresentation = "treat_by_presentation",
        RepeatBiopsy = "repeat_biopsy",
        // response beyond a year
        LaterResponse = "later_response",
        // maintenance
        SameDrugs = "same_drugs",
        MycophenolateMaintenance = "mycophenolate_maintenance",
        AzathioprineMaintenance = "azathioprine_maintenance",
        Individualise = "individualise",
        EscalateToCombination = "escalate_to_combination",
        LimitCni = "limit_cni",
        LimitObinutuzumab = "limit_obinutuzumab",
        // relapse, inadequate response, refractory disease
        AsNewDisease = "as_new_disease",
        SameOrOtherRegimen = "same_or_other_regimen",
        SwitchRegimen = "switch_regimen",
        CheckAdherence = "check_adherence",
        CheckDoses = "check_doses",
        MeasureDrugLevels = "measure_drug_levels",
        ExpertCentre = "expert_centre",
        ClinicalTrial = "clinical_trial",
        // monitoring
        ScreenForNephritis = "screen_for_nephritis",
        CloserWhenAtRisk = "closer_when_at_risk",
        ScreenSixToTwelveMonths = "screen_6_12_months",
        ProteinuriaThreeMonths = "proteinuria_3_months",
        ProteinuriaThreeToSixMonths = "proteinuria_3_6_months",
        SerologyEachVisit = "serology_each_visit",
        // pregnancy
        PlanPregnancy = "plan_pregnancy",
        DelayPregnancy = "delay_pregnancy",
        StopTeratogens = "stop_teratogens",
        SwitchToAzathioprine = "switch_to_azathioprine",
        SwitchToTacrolimus = "switch_to_tacrolimus",
        StopRaasBlocker = "stop_raas_blocker",
        Aspirin = "aspirin",
        StableOnNewDrugs = "stable_on_new_drugs",
        InactiveSixMonths = "inactive_six_months",
        EffectiveContraception = "effective_contraception",
        AvoidVoclosporin = "avoid_voclosporin",
        AvoidBelimumab = "avoid_belimumab",
        CompatibleDrugsOnly = "compatible_drugs_only",
        ProteinuriaBelowHalfGram = "proteinuria_below_half_gram",
        NoLateBCellDepletion = "no_late_b_cell_depletion",
        // contraception
        Contraception = "contraception",
        IudOrTwoMethods = "iud_or_two_methods",
        NoOestrogen = "no_oestrogen",
        PregnancyTest = "pregnancy_test",
        // fertility
        GnrhAnalogue = "gnrh_analogue",
        GametePreservation = "gamete_preservation",
        PreferMycophenolate = "prefer_mycophenolate",
        // microangiopathy
        TreatByCause = "treat_by_cause",
        PlasmaExchange = "plasma_exchange",
        ComplementInhibitor = "complement_inhibitor",
        Caplacizumab = "caplacizumab",
        BCellDepletion = "b_cell_depletion",
        AskHaematologist = "ask_haematologist",
        PlasmicScore = "plasmic_score",
        // antiphospholipid
        VitaminKAntagonist = "vitamin_k_antagonist",
        // children
        AsAdults = "as_adults",
        GrowthAndPuberty = "growth_and_puberty",
        NoSglt2InChildren = "no_sglt2_in_children",
        BelimumabInChildren = "belimumab_in_children",
        TransitionToAdultCare = "transition_to_adult_care",
        PsychosocialCare = "psychosocial_care",
        // kidney failure
        Transplant = "transplant",
        PreemptiveTransplant = "preemptive_transplant",
        AnyReplacement = "any_replacement",
        WaitForQuietLupus = "wait_for_quiet_lupus",
        NoWaitForRemission = "no_wait_for_remission",
        RheumatologyFollowUp = "rheumatology_follow_up",
        // infections
        ScreenHepatitis = "screen_hepatitis",
        ScreenTuberculosis = "screen_tuberculosis",
        ScreenHiv = "screen_hiv",
        NonLiveVaccines = "non_live_vaccines",
        VaccinesByOwnGuideline = "vaccines_by_own_guideline",
        PneumocystisProphylaxis = "pneumocystis_prophylaxis",
        HepatitisBProphylaxis = "hepatitis_b_prophylaxis",
        WatchImmunoglobulins = "watch_immunoglobulins",
        // bone, heart, cancer
        BoneByFractureRisk = "bone_by_fracture_risk",
        BoneDensity = "bone_density",
        CalciumVitaminD = "calcium_vitamin_d",
        CardiovascularRisk = "cardiovascular_risk",
        NoSmoking = "no_smoking",
        SunProtection = "sun_protection",
        CancerScreening = "cancer_screening",
        UrineCytology = "urine_cytology",
        LimitCyclophosphamide = "limit_cyclophosphamide",
    }
}
