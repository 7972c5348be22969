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
    /// A reading of the blood pressure.
    BloodPressure = "blood_pressure",
    /// Whether the patient smokes.
    Tobacco = "tobacco",
    /// Total cholesterol.
    TotalCholesterol = "total_cholesterol",
    /// HDL cholesterol.
    Hdl = "hdl",
    /// The list of conditions beside lupus.
    Comorbidities = "comorbidities",
    /// Tests of antiphospholipid antibodies.
    AplTests = "apl_tests",
    /// A test of the lupus anticoagulant.
    LupusAnticoagulant = "lupus_anticoagulant",
    /// A test of anticardiolipin.
    Anticardiolipin = "acl",
    /// A test of anti-β2-glycoprotein I.
    AntiB2gpi = "anti_b2gpi",
    /// The laboratory's limit of anticardiolipin.
    AclLimit = "acl_upper",
    /// The laboratory's limit of anti-β2-glycoprotein I.
    AntiB2gpiLimit = "anti_b2gpi_upper",
    /// The last examination of the retina.
    EyeExam = "eye_exam",
    /// The last dose of influenza vaccine.
    InfluenzaVaccine = "influenza_vaccine",
    /// The last dose of pneumococcal vaccine.
    PneumococcusVaccine = "pneumococcus_vaccine",
    /// Which pneumococcal vaccine was given.
    WhichPneumococcusVaccine = "which_pneumococcus_vaccine",
    /// The last dose of zoster vaccine.
    ZosterVaccine = "zoster_vaccine",
    /// The last dose of papillomavirus vaccine.
    HpvVaccine = "hpv_vaccine",
    /// The last dose of COVID-19 vaccine.
    CovidVaccine = "covid_vaccine",
    /// The last dose against diphtheria, tetanus, pertussis and polio.
    DtcapVaccine = "dtcap_vaccine",
    /// Whether a live vaccine is planned.
    LiveVaccine = "live_vaccine",
    /// The status of hepatitis B.
    HepatitisB = "hepatitis_b",
    /// The status of hepatitis C.
    HepatitisC = "hepatitis_c",
    /// The status of HIV.
    Hiv = "hiv",
    /// Haemoglobin.
    Haemoglobin = "haemoglobin",
    /// Serum albumin.
    Albumin = "albumin",
    /// Complement C3.
    C3 = "c3",
    /// Complement C4.
    C4 = "c4",
    /// Anti-double-stranded-DNA antibodies.
    AntiDsDna = "anti_dsdna",
    /// Anti-SSA or anti-SSB antibodies.
    AntiSsa = "anti_ssa",
    /// ANA, anti-RNP and anti-Sm, which the file has no field for.
    OtherAntibodies = "other_antibodies",
    /// A look at the urinary sediment.
    UrineMicroscopy = "urine_microscopy",
    /// A visit of the last twelve months.
    Visits = "visits",
    /// A measure of the quality of life, which the file has no field for.
    QualityOfLife = "quality_of_life",
    /// Drug toxicity by visit, which the file has no field for.
    DrugToxicity = "drug_toxicity",
    /// The day damage was last reviewed.
    DamageReview = "damage_review",
    /// Whether there was a fragility fracture.
    FragilityFracture = "fragility_fracture",
    /// The T-score of bone density.
    TScore = "t_score",
    /// The Z-score of bone density.
    ZScore = "z_score",
    /// FRAX probability of a major fracture.
    FraxMajor = "frax_major",
    /// FRAX probability of a hip fracture.
    FraxHip = "frax_hip",
    /// Whether bone density was lost between two scans.
    BoneLoss = "bone_loss",
    /// Cyclophosphamide received before the courses listed.
    CyclophosphamideBefore = "cyclophosphamide_before",
    /// The dose of a course of cyclophosphamide.
    CyclophosphamideDose = "cyclophosphamide_dose",
    /// Two values of proteinuria.
    TwoUpcr = "two_upcr",
    /// Two values of creatinine.
    TwoCreatinine = "two_creatinine",
    /// The urine sediment: red cells, casts.
    Sediment = "sediment",
    /// The urine sediment twice.
    TwoSediments = "two_sediments",
    /// A further value that confirms.
    Confirmation = "confirmation",
    /// The response recorded before.
    ResponseBefore = "response_before",
    /// Acanthocytes of the sediment.
    Acanthocytes = "acanthocytes",
    /// Whether blood is seen in the urine.
    VisibleBlood = "visible_blood",
    /// What the definition calls an abnormal eGFR.
    AbnormalEgfr = "abnormal_egfr",
    /// Two values closer in time.
    CloserValues = "closer_values",
    /// A kidney biopsy.
    Biopsy = "biopsy",
    /// The grades of the lesions of a biopsy.
    LesionGrades = "lesion_grades",
    /// Widespread pain index.
    PainSites = "pain_sites",
    /// Symptom severity scale.
    SymptomSeverity = "symptom_severity",
    /// Painful regions.
    PainRegions = "pain_regions",
    /// Whether symptoms have lasted three months.
    ThreeMonths = "three_months",
    /// Whether nephritis is active.
    ActiveNephritis = "active_nephritis",
    /// Physician global assessment of type 2.
    Type2Pga = "type2_pga",
    /// The laboratory's own limit.
    LaboratoryLimit = "laboratory_limit",
    /// Complement and anti-dsDNA.
    Serology = "serology",
    /// Visits over two years or more.
    TwoYears = "two_years",
    /// The name of a drug.
    DrugName = "drug_name",
    /// The level of hydroxychloroquine.
    HcqLevel = "hcq_level",
    /// What hydroxychloroquine was measured in.
    HcqMatrix = "hcq_matrix",
}
