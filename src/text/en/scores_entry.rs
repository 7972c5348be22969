use crate::domain::SledaiItem;
use crate::text::ScoresEntryWords;

pub(super) const SCORES_ENTRY: ScoresEntryWords = ScoresEntryWords {
    title: "Enter scores",
    key: "scores",
    new_visit: "new visit",
    corrected_visit: "correction of the visit",
    page_sledai: "SLEDAI-2K",
    page_assessments: "Assessments",
    page_symptoms: "Type 2 symptoms",
    page_epices: "EPICES",
    page_damage: "Damage (SDI)",
    digits_month: "type the month (YYYYMM)",
    reviewed: "Reviewed on (←→ today)",
    epices,
    answers_missing: |missing| format!("{missing} answers missing: no score, and nothing of it is written"),
    digits_items: "1 present, 0 absent",
    digits_line: "digits: mm on the line",
    digits_scale: "digits: 0 to 10",
    system,
    not_assessed: |items| format!("{items} not assessed"),
    line: "Length of the line",
    pga: "PGA (physician, 0 to 3)",
    ptga: "PtGA (patient, 0 to 100)",
    best: "none",
    worst: "worst",
    visit_title: "Visit",
    sle_das_title: "SLE-DAS",
    marked: |mm, length| format!("{mm}\u{a0}mm of {length}\u{a0}mm"),
    new_activity: "New activity since the previous visit",
    standard_treatment: "Standard treatment, tolerated",
    haemolysis: "Active haemolytic anaemia",
    gut: "Active lupus of the gut",
    cardiopulmonary: "Active lupus of heart or lung",
    swollen_joints: "Swollen joints of 28",
    rash: "Inflammatory rash",
    cutaneous_vasculitis: "Cutaneous vasculitis",
    systemic_vasculitis: "Systemic vasculitis",
    neuropsychiatric: "Neuropsychiatric",
    serositis: "Serositis",
    nothing_entered: "Nothing is entered: there is nothing to write.",
    visit_stays: "The visit cannot be changed: something is entered, or the file has no other visit.",
    not_written: "What is entered is not written. Esc again leaves; it stays until it is written or taken back.",
    entry_kept: "Not written; what was entered is kept as long as the program runs.",
    show: "look through",
    change: "change",
    other_visit: "other visit",
    page: "page",
    previous_page: "page before",
    not_stated: "not stated",
    restore: "as in the file",
    restore_all: "all as in the file",
    write: "write",
    preview: "To be written",
    follows: "What follows",
    nothing_follows: "No figure and no cell of the guidelines changes.",
    was: "before",
    by_hand: "Nothing is written. To write by hand (e on the case opens the file):",
    not_understood: "The file is written in a way that cannot be changed safely.",
    twice: "Two entries of the file have this date.",
    unsafe_edit: "The changed file would say something else, or lose a comment.",
    unreadable: "With these lines the file could not be read: nothing is written.",
};

/// The organ system of an item.
fn system(item: SledaiItem) -> &'static str {
    use SledaiItem as I;
    match item {
        I::Seizure | I::Psychosis | I::OrganicBrain | I::Visual | I::CranialNerve | I::LupusHeadache | I::Cva => {
            "nervous system"
        }
        I::Vasculitis => "vessels",
        I::Arthritis | I::Myositis => "joints, muscle",
        I::Casts | I::Haematuria | I::Proteinuria | I::Pyuria => "kidney",
        I::Rash | I::Alopecia | I::MucosalUlcers => "skin, mucosa",
        I::Pleurisy | I::Pericarditis => "serosa",
        I::LowComplement | I::AntiDsdna => "immunology",
        I::Fever => "general",
        I::Thrombocytopenia | I::Leukopenia => "blood",
    }
}

/// The questions of EPICES in our own words (damage.md I).
fn epices(place: usize) -> &'static str {
    match place {
        0 => "Sees a social worker at times",
        1 => "Has complementary health insurance",
        2 => "Lives as a couple",
        3 => "Owns the home",
        4 => "Some time in the month real money trouble for needs",
        5 => "Sport in the last 12\u{a0}months",
        6 => "A show in the last 12\u{a0}months",
        7 => "A holiday in the last 12\u{a0}months",
        8 => "Contact with family beyond parents, children (6\u{a0}months)",
        9 => "Someone could put them up for a few days",
        _ => "Someone could help with material things",
    }
}
