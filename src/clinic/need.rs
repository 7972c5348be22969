/// An answer, or everything it lacks.
pub type Answer<T> = Result<T, Vec<Need>>;

/// Declares the list of needs with their codes, by which words are found for them.
macro_rules! needs {
    ($($(#[$doc:meta])* $need:ident = $code:literal,)+) => {
        /// A fact without which an answer of this room cannot be given; never replaced by a default.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Need { $($(#[$doc])* $need),+ }
        impl Need {
            /// Every need, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$need),+];
            /// Its code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$need => $code),+ }
            }
        }
    };
}

needs! {
    /// Birth month, or age.
    Age = "age",
    /// Birth month: an equation for children takes the age with its decimals.
    BirthMonth = "birth_month",
    /// An age that an equation exists for: one year or more.
    AgeOfOneYear = "age_of_one_year",
    /// Height.
    Height = "height",
    /// Real body weight.
    Weight = "weight",
    /// Serum creatinine.
    Creatinine = "creatinine",
    /// The SLEDAI-2K items of the visit.
    Sledai = "sledai",
    /// SLEDAI-2K items that were not assessed and could change the answer.
    SledaiItems = "sledai_items_not_assessed",
    /// Physician global assessment.
    Pga = "pga",
    /// Patient global assessment.
    Ptga = "ptga",
    /// Whether activity is new since the previous assessment.
    NewActivity = "new_activity",
    /// Whether haemolytic anaemia is active.
    Haemolysis = "haemolysis",
    /// Whether the gut is active.
    Gut = "gut",
    /// Whether the heart or the lung is active.
    Cardiopulmonary = "cardiopulmonary",
    /// The number of swollen joints.
    SwollenJoints = "swollen_joints",
    /// Where the rash is: above the neck, or below.
    RashExtent = "rash_extent",
    /// Whether there is cutaneous vasculitis.
    MucocutaneousVasculitis = "mucocutaneous_vasculitis",
    /// Whether there is systemic vasculitis.
    SystemicVasculitis = "systemic_vasculitis",
    /// Whether there is neuropsychiatric involvement.
    Neuropsychiatric = "neuropsychiatric",
    /// Whether there is serositis.
    Serositis = "serositis",
    /// Two visits.
    TwoVisits = "two_visits",
    /// Signs of a flare, new or worse.
    FlareSigns = "flare_signs",
    /// Whether a sign needed treatment to be escalated.
    Escalation = "escalation",
    /// Which drugs were added for activity.
    AddedDrugs = "added_drugs",
    /// Whether there was an admission for lupus.
    Admission = "admission",
    /// New BILAG grades.
    Bilag = "bilag",
    /// A visit by the start of the course.
    BaselineVisit = "baseline_visit",
    /// Tobacco.
    Tobacco = "tobacco",
    /// Exposure to ultraviolet light.
    UvExposure = "uv_exposure",
    /// Hormones.
    Hormones = "hormones",
    /// Stress.
    Stress = "stress",
    /// Post-traumatic stress disorder.
    Ptsd = "ptsd",
    /// Antibodies against a biologic drug.
    AntiDrug = "anti_drug",
    /// Adherence.
    Adherence = "adherence",
    /// Conditions beside lupus.
    Comorbidities = "comorbidities",
    /// Whether the symptoms are of type 2.
    Type2 = "type2",
    /// Whether treatment is standard, at standard doses, tolerated, and not investigational.
    StandardTreatment = "standard_treatment",
    /// Proteinuria.
    Proteinuria = "proteinuria",
    /// Platelets.
    Platelets = "platelets",
    /// White cells.
    WhiteCells = "white_cells",
    /// The list of treatments.
    Treatments = "treatments",
    /// The dose of a glucocorticoid.
    SteroidDose = "steroid_dose",
    /// How many administrations of a pulse fell into the window.
    Administrations = "administrations",
    /// Two entries of one drug overlap: which dose was taken.
    OneDoseAtATime = "one_dose_at_a_time",
    /// The dose of hydroxychloroquine.
    HcqDose = "hcq_dose",
    /// Whether damage was reviewed: the SDI items.
    Sdi = "sdi",
    /// When lupus was diagnosed: earlier damage does not count.
    LupusDiagnosis = "lupus_diagnosis",
    /// First day of the course that responses are judged from.
    CourseStart = "course_start",
    /// Proteinuria at the start of the course.
    BaselineUpcr = "baseline_upcr",
    /// Proteinuria since the start of the course.
    Upcr = "upcr",
    /// eGFR at the start of the course.
    BaselineEgfr = "baseline_egfr",
    /// eGFR before the flare.
    PreflareEgfr = "preflare_egfr",
    /// eGFR since the start of the course.
    Egfr = "egfr",
    /// Whether rescue treatment was needed.
    Rescue = "rescue",
    /// Whether glucocorticoids stayed low over the weeks that the definition names.
    LowSteroids = "low_steroids",
    /// One equation for the values that are compared.
    OneEquation = "one_equation",
    /// At least three values.
    ThreeValues = "three_values",
    /// Values over at least a year.
    OneYear = "one_year",
    /// The eleven EPICES answers.
    Epices = "epices",
}
