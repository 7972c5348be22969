use std::collections::HashMap;
use std::sync::LazyLock;

use super::values::Vocabulary;

/// What is typed behind a key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// One or more entries of a closed list, parted by commas.
    Choice(Vocabulary),
    /// An amount: `upcr>2`, `age<18`, `egfr:30..60`.
    Amount(Unit),
    /// A day, a month, a year or a span of them: `2024..`, `2024-03..2025`.
    Days,
    /// Words; one or more, parted by commas.
    Text,
}

/// What an amount is counted in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unit {
    /// Protein to creatinine, g/g; mg/g and mg/mmol are read too.
    Upcr,
    /// Filtration, mL/min/1.73 m².
    Egfr,
    /// Years.
    Years,
    /// Kilograms.
    Kilograms,
    /// Milligrams of prednisone, or what is worth as much, a day.
    MilligramsPerDay,
    /// Milligrams per kilogram of body weight a day.
    MilligramsPerKiloPerDay,
    /// Minutes.
    Minutes,
    /// A number alone.
    Count,
}

impl Unit {
    /// The ways of writing it, small letters without accents; nothing for a number alone. UPCR has those of its own.
    pub(super) const fn written(self) -> &'static [&'static str] {
        match self {
            Self::Upcr => &["g/g", "mg/mg", "mg/g", "mg/mmol"],
            Self::Egfr => {
                &["ml/min", "ml/min/1.73", "ml/min/1.73m2", "ml/min/1,73m2", "ml/min/1.73m²", "ml/min/1,73m²"]
            }
            Self::Years => &["ans", "an", "years", "year", "y"],
            Self::Kilograms => &["kg"],
            Self::MilligramsPerDay => &["mg", "mg/d", "mg/j", "mg/day", "mg/jour"],
            Self::MilligramsPerKiloPerDay => &["mg/kg", "mg/kg/d", "mg/kg/j", "mg/kg/day", "mg/kg/jour"],
            Self::Minutes => &["min", "minutes", "minute", "mn"],
            Self::Count => &[],
        }
    }
}

/// Declares the keys: name in English and in French, other names, what is typed behind.
macro_rules! keys {
    ($($(#[$doc:meta])* $key:ident = $en:literal / $fr:literal $(| $also:literal)* => $kind:expr;)+) => {
        /// What a filter is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key { $($(#[$doc])* $key),+ }

        impl Key {
            /// Every key, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$key),+];

            /// Its name in English, which is the one that is stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$key => $en),+ }
            }

            /// Its name in French.
            pub const fn french(self) -> &'static str {
                match self { $(Self::$key => $fr),+ }
            }

            /// Other names that are understood, small letters without accents.
            const fn also(self) -> &'static [&'static str] {
                match self { $(Self::$key => &[$($also),*]),+ }
            }

            /// What is typed behind it.
            pub const fn kind(self) -> Kind {
                use Kind::{Amount, Choice, Days, Text};
                match self { $(Self::$key => $kind),+ }
            }
        }
    };
}

keys! {
    /// The histological class as shown, or a group of classes.
    Class = "class" / "classe" => Choice(Vocabulary::Class);
    /// Proteinuria that the room saw.
    Upcr = "upcr" / "upcr" | "rpc" | "rpcu" | "proteinurie" | "proteinuria" => Amount(Unit::Upcr);
    /// Filtration that the room saw.
    Egfr = "egfr" / "dfge" | "dfg" | "gfr" => Amount(Unit::Egfr);
    /// A drug in any line.
    Drug = "drug" / "médicament" | "med" | "traitement" => Choice(Vocabulary::Drug);
    /// An immunosuppressant that the decision gives.
    First = "first" / "premier" | "gives" => Choice(Vocabulary::Drug);
    /// A drug that is an alternative only.
    Alternative = "alternative" / "alternative" | "alt" => Choice(Vocabulary::Drug);
    /// The immunosuppressants that the decision gives, exactly.
    Regimen = "regimen" / "association" | "schema" => Choice(Vocabulary::Regimen);
    /// The immunosuppressants that the decision starts, exactly.
    Started = "started" / "débuté" => Choice(Vocabulary::Regimen);
    /// A drug that a line starts.
    Start = "start" / "débuter" | "debut" | "begin" => Choice(Vocabulary::Drug);
    /// A drug that a line stops.
    Stop = "stop" / "arrêter" | "arret" => Choice(Vocabulary::Drug);
    /// A drug that a line adds.
    Add = "add" / "ajouter" | "ajout" => Choice(Vocabulary::Drug);
    /// A drug that a line replaces another by.
    Switch = "switch" / "relais" => Choice(Vocabulary::Drug);
    /// A drug of which a line raises the dose.
    Increase = "increase" / "augmenter" | "majorer" => Choice(Vocabulary::Drug);
    /// A drug of which a line lowers the dose.
    Decrease = "decrease" / "diminuer" | "reduce" | "baisser" => Choice(Vocabulary::Drug);
    /// A drug that a line tapers.
    Taper = "taper" / "décroître" | "decroissance" => Choice(Vocabulary::Drug);
    /// A drug that a line goes on with.
    Continue = "continue" / "poursuivre" | "poursuite" => Choice(Vocabulary::Drug);
    /// A drug that a line holds.
    Hold = "hold" / "suspendre" => Choice(Vocabulary::Drug);
    /// Under which title a drug is used.
    Use = "use" / "usage" => Choice(Vocabulary::Use);
    /// How the case left the room.
    Outcome = "outcome" / "issue" => Choice(Vocabulary::Outcome);
    /// How the decision reads against EULAR.
    Eular = "eular" / "eular" => Choice(Vocabulary::Reading);
    /// Against the ACR.
    Acr = "acr" / "acr" => Choice(Vocabulary::Reading);
    /// Against KDIGO.
    Kdigo = "kdigo" / "kdigo" => Choice(Vocabulary::Reading);
    /// Against the French protocol.
    Pnds = "pnds" / "pnds" => Choice(Vocabulary::Reading);
    /// Against any guideline.
    Reading = "reading" / "lecture" | "concordance" => Choice(Vocabulary::Reading);
    /// Why it departs from a guideline.
    Reason = "reason" / "motif" | "raison" => Choice(Vocabulary::Reason);
    /// Whether enough specialties were there.
    Quorum = "quorum" / "quorum" => Choice(Vocabulary::Quorum);
    /// Whether it was discussed or only recorded.
    Mode = "mode" / "mode" => Choice(Vocabulary::Mode);
    /// How the room agreed.
    Agreement = "agreement" / "accord" => Choice(Vocabulary::Agreement);
    /// How sure the room was.
    Confidence = "confidence" / "confiance" | "certitude" => Choice(Vocabulary::Confidence);
    /// Whether somebody's dissent is on record.
    Dissent = "dissent" / "désaccord" | "dissensus" => Choice(Vocabulary::YesNo);
    /// Whether the present version is signed.
    Signed = "signed" / "signé" | "signee" | "signature" => Choice(Vocabulary::YesNo);
    /// Whether the record is closed.
    Closed = "closed" / "clos" | "close" => Choice(Vocabulary::YesNo);
    /// Whether it was amended.
    Amended = "amended" / "modifié" | "modifiee" | "amendee" => Choice(Vocabulary::YesNo);
    /// Whether the patient was told.
    Told = "told" / "annoncé" | "annoncee" | "annonce" => Choice(Vocabulary::YesNo);
    /// What the patient answered.
    Answer = "answer" / "réponse_patient" | "reponse-patient" => Choice(Vocabulary::Answer);
    /// Which look back was made.
    FollowUp = "followup" / "suivi" | "follow-up" | "follow_up" => Choice(Vocabulary::FollowUp);
    /// How far it was carried out, at the last look back.
    Fulfilment = "fulfilment" / "application" | "fulfillment" | "realisation" => Choice(Vocabulary::Fulfilment);
    /// Why it was not carried out, at the last look back.
    NotDone = "notdone" / "nonfait" | "not-done" | "non-fait" => Choice(Vocabulary::NotDone);
    /// What came of it for the kidney, at the last look back.
    Course = "course" / "évolution" | "response" | "reponse" => Choice(Vocabulary::Course);
    /// What the decision has.
    Has = "has" / "avec" => Choice(Vocabulary::Has);
    /// Age on the day of the decision.
    Age = "age" / "âge" => Amount(Unit::Years);
    /// Sex.
    Sex = "sex" / "sexe" => Choice(Vocabulary::Sex);
    /// Body weight.
    Weight = "weight" / "poids" => Amount(Unit::Kilograms);
    /// Renal flares so far.
    Flares = "flares" / "poussées" | "flare" | "poussee" | "rechutes" => Amount(Unit::Count);
    /// Courses that failed.
    Failed = "failed" / "échecs" | "echec" => Amount(Unit::Count);
    /// Immunosuppressants received before.
    Lines = "lines" / "lignes" => Amount(Unit::Count);
    /// What lupus does outside the kidney.
    Extrarenal = "extrarenal" / "extrarénal" => Choice(Vocabulary::Extrarenal);
    /// Pregnancy, or the wish for it.
    Pregnancy = "pregnancy" / "grossesse" => Choice(Vocabulary::Pregnancy);
    /// Activity index of the biopsy.
    Activity = "ai" / "ia" | "activity" | "activite" => Amount(Unit::Count);
    /// Chronicity index of the biopsy.
    Chronicity = "ci" / "ic" | "chronicity" | "chronicite" => Amount(Unit::Count);
    /// Prednisone that the decision starts with.
    Steroid = "steroid" / "corticoïdes" | "prednisone" | "pred" => Amount(Unit::MilligramsPerDay);
    /// The same by body weight.
    SteroidPerKilo = "steroid_kg" / "corticoïdes_kg" | "pred_kg" => Amount(Unit::MilligramsPerKiloPerDay);
    /// Prednisone planned at month 6.
    SteroidMonth6 = "steroid_m6" / "corticoïdes_m6" | "pred_m6" => Amount(Unit::MilligramsPerDay);
    /// Whether methylprednisolone pulses are given.
    Pulse = "pulse" / "bolus" => Choice(Vocabulary::YesNo);
    /// Hydroxychloroquine by body weight.
    Hcq = "hcq" / "hcq" | "hcq_kg" => Amount(Unit::MilligramsPerKiloPerDay);
    /// Whether the renin-angiotensin system is blocked.
    Raas = "raas" / "sraa" | "iec" => Choice(Vocabulary::YesNo);
    /// Whether an SGLT2 inhibitor is given.
    Sglt2 = "sglt2" / "isglt2" => Choice(Vocabulary::YesNo);
    /// Whether a new biopsy is planned.
    Rebiopsy = "rebiopsy" / "rebiopsie" => Choice(Vocabulary::YesNo);
    /// Whether the patient's own view was on file.
    PatientView = "patientview" / "avispatient" | "patient-view" | "avis-patient" => Choice(Vocabulary::YesNo);
    /// Version.
    Version = "version" / "version" => Amount(Unit::Count);
    /// How long it was discussed.
    Minutes = "minutes" / "durée" | "duration" => Amount(Unit::Minutes);
    /// Day of the meeting, or of the decision where it has none.
    Meeting = "meeting" / "réunion" | "date" | "jour" | "day" => Days;
    /// When the case is looked at again.
    Next = "next" / "prochaine" | "revoir" => Days;
    /// Number of the case, or its beginning.
    Case = "case" / "dossier" | "cas" => Text;
    /// The pseudonym.
    Alias = "alias" / "pseudonyme" | "patient" => Text;
    /// The centre that asked.
    Centre = "centre" / "centre" | "center" => Text;
    /// Who locked it.
    By = "by" / "par" | "auteur" => Text;
    /// Words of the question.
    Question = "question" / "question" => Text;
    /// Words of the reasons.
    Rationale = "rationale" / "argumentaire" | "motifs" | "raisons" => Text;
}

impl Key {
    /// The key of this name in either language; accents and capitals do not matter.
    pub fn named(name: &str) -> Option<Self> {
        static NAMES: LazyLock<HashMap<String, Key>> = LazyLock::new(|| {
            // The first key of a name is the one that counts.
            Key::ALL.iter().rev().flat_map(|key| key.names().map(|name| (name, *key))).collect()
        });
        NAMES.get(&crate::text::fold(name)).copied()
    }

    /// Every name that is understood, small letters without accents.
    pub fn names(self) -> impl Iterator<Item = String> {
        let own = [self.code(), self.french()].into_iter().map(crate::text::fold);
        own.chain(self.also().iter().map(ToString::to_string))
    }

    /// Its name in a language.
    pub const fn name(self, lang: crate::text::Lang) -> &'static str {
        match lang {
            crate::text::Lang::Fr => self.french(),
            crate::text::Lang::En => self.code(),
        }
    }
}
