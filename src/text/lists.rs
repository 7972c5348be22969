use super::Words;
use crate::domain::{
    ActionEnd, ActionKind, Adherence, Agreement, Alexithymia, AplProfile, BasicsItem, BasicsMark, Class, Comorbidity,
    Comparison, Confidence, Contraception, CourseOutcome, DepartureReason, Detected, Document, DocumentStatus,
    DoseUnit, Drug, DsDnaAssay, Edition, EventKind, Extent, FlareDrug, FlareSign, FractureRisk, Fulfilment, Gathering,
    HcqMatrix, IdentityStatus, Intention, Interest, InterferonResult, Lesions, LineKind, Measure, Metaboliser, Mode,
    NotDone, OrderUnit, Organ, Origin, Outcome, Paper, PaperForm, PatientAnswer, Per, PneumococcusVaccine, Position,
    PregnancyStatus, PregnancyTest, Presence, QuorumStatus, Rash, Reach, Reading, Replacement, Role, Route, Screening,
    SdiItem, Severity, Sex, SledaiItem, Specialty, Step, StopReason, TimeUnit, Tobacco, TuftShare, UseType, Window,
    Wish, WrittenPlan, YesNo,
};

/// An entry of a closed list, which every language has a label for.
pub trait Label: Copy {
    /// Its label in these words.
    fn label(self, words: &Words) -> &'static str;
}

/// Declares, for each closed list of the domain, the function of a language that labels its entries.
macro_rules! lists {
    ($($field:ident: $list:ty,)+) => {
        /// A label for every entry of every closed list.
        pub struct Lists { $(#[allow(missing_docs)] pub $field: fn($list) -> &'static str),+ }

        $(impl Label for $list {
            fn label(self, words: &Words) -> &'static str {
                (words.lists.$field)(self)
            }
        })+
    };
}

lists! {
    adherence: Adherence,
    apl: AplProfile,
    class: Class,
    comorbidity: Comorbidity,
    contraception: Contraception,
    departure: DepartureReason,
    dose_unit: DoseUnit,
    drug: Drug,
    dsdna_assay: DsDnaAssay,
    edition: Edition,
    event: EventKind,
    extent: Extent,
    flare_drug: FlareDrug,
    flare_sign: FlareSign,
    fracture: FractureRisk,
    hcq_matrix: HcqMatrix,
    identity: IdentityStatus,
    interferon: InterferonResult,
    lesions: Lesions,
    line: LineKind,
    measure: Measure,
    intention: Intention,
    time_unit: TimeUnit,
    order_unit: OrderUnit,
    comparison: Comparison,
    action: ActionKind,
    metaboliser: Metaboliser,
    mode: Mode,
    organ: Organ,
    origin: Origin,
    outcome: Outcome,
    paper: Paper,
    paper_form: PaperForm,
    per: Per,
    pregnancy: PregnancyStatus,
    pregnancy_test: PregnancyTest,
    rash: Rash,
    reading: Reading,
    replacement: Replacement,
    route: Route,
    screening: Screening,
    sdi: SdiItem,
    severity: Severity,
    sex: Sex,
    sledai: SledaiItem,
    step: Step,
    stop: StopReason,
    tobacco: Tobacco,
    tuft: TuftShare,
    window: Window,
    wish: Wish,
    alexithymia: Alexithymia,
    document: Document,
    written_plan: WrittenPlan,
    yes_no: YesNo,
    basics_item: BasicsItem,
    basics_mark: BasicsMark,
    detected: Detected,
    pneumococcus: PneumococcusVaccine,
    specialty: Specialty,
    role: Role,
    presence: Presence,
    interest: Interest,
    reach: Reach,
    gathering: Gathering,
    quorum_status: QuorumStatus,
    agreement: Agreement,
    position: Position,
    confidence: Confidence,
    document_status: DocumentStatus,
    patient_answer: PatientAnswer,
    fulfilment: Fulfilment,
    not_done: NotDone,
    course_outcome: CourseOutcome,
    action_end: ActionEnd,
    use_type: UseType,
}
