/// Declares the figures, panel by panel, with their codes.
macro_rules! figures {
    ($($(#[$doc:meta])* $panel:ident { $($(#[$of:meta])* $figure:ident = $code:literal,)+ })+) => {
        /// What a panel of the dashboard tells: one number or state, with where it comes from. A figure is always
        /// there: where nothing can be said it says what is missing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FigureId { $($($(#[$of])* $figure,)+)+ }
        impl FigureId {
            /// Every figure, in the order of the panels.
            pub const ALL: &'static [Self] = &[$($(Self::$figure,)+)+];
            $($(#[$doc])* pub const $panel: &'static [Self] = &[$(Self::$figure,)+];)+
            /// Its code.
            pub const fn code(self) -> &'static str {
                match self { $($(Self::$figure => $code,)+)+ }
            }
        }
    };
}

figures! {
    /// The activity panel, what matters most first.
    ACTIVITY {
        /// Proteinuria.
        Proteinuria = "proteinuria",
        /// What the biopsy showed.
        Histology = "histology",
        /// Renal response by each named set.
        RenalResponse = "renal_response",
        /// Level of hydroxychloroquine.
        HcqLevel = "hcq_level",
        /// Physician against patient.
        Discordance = "discordance",
        /// Type 2 symptoms, apart from inflammation.
        Type2 = "type2",
        /// SLEDAI-2K with its items.
        Sledai = "sledai",
        /// Remission.
        Doris = "doris",
        /// Low disease activity.
        Lldas = "lldas",
        /// Complement, anti-dsDNA, interferon.
        Serology = "serology",
        /// SLE-DAS.
        SleDas = "sle_das",
        /// Flare since the previous visit.
        Flare = "flare",
        /// Renal flare by each named set.
        RenalFlare = "renal_flare",
        /// Severity by each set of bands.
        SledaiBands = "sledai_bands",
        /// SRI-4 and its modified form.
        ResponseIndex = "response_index",
        /// Difficult to treat, or to manage.
        Difficult = "difficult",
    }
    /// The damage panel, what matters most first.
    DAMAGE {
        /// The damage index.
        Sdi = "sdi",
        /// The BASICs checklist.
        Basics = "basics",
        /// Filtration, albuminuria and the KDIGO grid.
        Filtration = "egfr",
        /// The slope of eGFR.
        EgfrSlope = "egfr_slope",
        /// The daily glucocorticoid dose.
        Prednisone = "prednisone",
        /// What glucocorticoids add up to.
        CumulativeSteroid = "cumulative_steroid",
        /// The planned taper of prednisone.
        PlannedTaper = "planned_taper",
        /// Dose of hydroxychloroquine.
        HcqDose = "hcq_dose",
        /// Examination of the retina.
        Retina = "retina",
        /// Fracture risk under glucocorticoids.
        FractureRisk = "fracture_risk",
        /// Blood pressure.
        BloodPressure = "blood_pressure",
        /// Cardiovascular risk.
        HeartRisk = "heart_risk",
        /// Antiphospholipid antibodies.
        Antiphospholipids = "antiphospholipids",
        /// Vaccines.
        Vaccines = "vaccines",
        /// Cyclophosphamide of a lifetime.
        Cyclophosphamide = "cyclophosphamide",
        /// Quality indicators.
        Quality = "quality",
    }
    /// The person panel, what matters most first.
    PERSON {
        /// The announcement, by its checklist.
        AnnouncementPoint = "announcement",
        /// Evaluation, by its checklist.
        EvaluationPoint = "evaluation",
        /// Strategy, by its checklist.
        StrategyPoint = "strategy_point",
        /// The shared decision, by its checklist.
        DecisionPoint = "decision",
        /// Recommendations, by their checklist.
        RecommendationsPoint = "recommendations",
        /// Whether to step up, hold or step down.
        Strategy = "strategy",
        /// Wishes and refusals.
        Voice = "wishes",
        /// What the guidelines still miss.
        MissingData = "missing",
        /// Pregnancy, the wish for it, contraception.
        Pregnancy = "pregnancy",
        /// Treatments, present and past.
        Treatments = "treatments",
        /// Activity outside the kidney, other conditions, antiphospholipid antibodies.
        Background = "background",
        /// Adherence, tobacco, work or school.
        Life = "life",
        /// Who helps, what was handed over, education, support.
        Around = "around",
        /// Deprivation.
        Epices = "epices",
        /// Where reliable help is.
        Resources = "resources",
    }
}
