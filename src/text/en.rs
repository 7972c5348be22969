use rust_decimal::Decimal;

use super::{
    Activity, Agreement, App, Archive, CaseWords, Confirm, Count, DamageWords, DecisionWords, Error, Guide, Key, Lang,
    Ledger, Lists, PanelWords, PersonWords, Queue, Report, Table, Theme, Topic, Unit, Verdict, Words,
};
use crate::domain::{
    Adherence, AplProfile, Class, Comorbidity, Contraception, DepartureReason, DoseUnit, Drug, Edition, Extent,
    Lesions, LineKind, Mode, Objection, Organ, Origin, Outcome, Per, PregnancyStatus, Reading, Refusal, Route,
    Screening, SdiItem, Severity, Sex, SledaiItem, Step, StopReason, Tobacco, Window, Wish, YesNo,
};
use crate::read::{Kind, Problem};

/// English.
pub(super) static WORDS: Words = Words {
    lang: Lang::En,
    lists: LISTS,
    codes: super::codes_en::CODES,
    drug_short,
    sledai_definition,
    sdi_domains: [
        "Eye",
        "Neuropsychiatric",
        "Kidney",
        "Lung",
        "Cardiovascular",
        "Peripheral vascular",
        "Gastrointestinal",
        "Musculoskeletal",
        "Skin",
        "Premature gonadal failure",
        "Diabetes",
        "Malignancy",
    ],
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    refusal,
    problem,
    objection,
    app: App {
        tagline: "EULAR, ACR and KDIGO side by side, for the multidisciplinary lupus meeting",
        not_a_prescriber: "Not a prescriber: the meeting decides, the patient agrees.",
        synthetic: "synthetic case",
        hypothesis: "HYPOTHESIS: nothing of this is saved",
        read_only: "read only",
        loading: |done, all| format!("Reading the cases: {done} of {all}"),
        too_small: |width, height| {
            format!("The window is {width}×{height}. At least 60×18 is needed to show a case whole.")
        },
        unknown: "unknown",
        not_stated: "not stated",
        none: "none",
        other: "other",
        yes: "yes",
        no: "no",
        and: "and",
        or: "or",
        on_date: |date| format!("on {date}"),
        source: "Source",
        since: "since",
        no_data: "no data",
    },
    count: Count {
        cases: |n| plural(n, "case", "cases"),
        decisions: |n| plural(n, "decision", "decisions"),
        errors: |n| plural(n, "error", "errors"),
        warnings: |n| plural(n, "warning", "warnings"),
        years: |n| plural(n, "year", "years"),
        months: |n| plural(n, "month", "months"),
        weeks: |n| plural(n, "week", "weeks"),
        days: |n| plural(n, "day", "days"),
        patients: |n| plural(n, "patient", "patients"),
    },
    unit: Unit {
        egfr: "eGFR",
        egfr_unit: "mL/min/1.73\u{a0}m²",
        upcr: "UPCR",
        creatinine: "Creatinine",
        proteinuria_24h: "24-hour proteinuria",
        albumin: "Albumin",
        hcq: "HCQ",
        hcq_level: "HCQ level",
        prednisone: "Prednisone",
        anti_dsdna: "Anti-dsDNA",
        blood_pressure: "Blood pressure",
        weight: "Weight",
        height: "Height",
        mg_per_day: "mg/d",
        mg_per_kg_per_day: "mg/kg/d",
        g_per_24h: "g/24\u{a0}h",
        per_year: "/year",
    },
    queue: Queue {
        title: "Agenda",
        number: "No",
        case: "Case",
        alias: "Alias",
        age: "Age",
        sex: "Sex",
        age_and_sex: "Age, sex",
        class: "Class",
        upcr: "UPCR",
        egfr: "eGFR",
        question: "Question",
        missing: "Missing",
        status: "Status",
        to_discuss: "to discuss",
        to_record: "to record",
        draft: "draft",
        decided: "decided",
        postponed: "postponed",
        broken: "unreadable",
        filter: "Filter",
        sorted_by: |column| format!("sorted by {column}"),
        nothing_matches: "No case matches the filter. Esc clears it.",
        no_case: "No case here. `regards new` writes a first one.",
        complete: "complete",
        errors_of: |file| format!("What is wrong in {file}"),
        position: |at, all| format!("{at} of {all}"),
    },
    case: CaseWords {
        question: "Question",
        requester: "Asked by",
        first_flare: "first flare",
        flare: |n| format!("{} flare", ordinal(n)),
        activity_index: "AI",
        chronicity_index: "CI",
        missing: "Missing",
        nothing_missing: "nothing is missing",
        treatments: "Treatments",
        biopsies: "Kidney biopsies",
        pregnancy: "Pregnancy",
        contraception: "Contraception",
        wish: "Wish for a child",
        extrarenal: "Outside the kidney",
        comorbidities: "Comorbidities",
        mode: "Mode",
        female_short: "F",
        male_short: "M",
        weeks_of_amenorrhoea: "weeks of gestation",
    },
    table: Table {
        title: "Side by side",
        agreement: "Agreement",
        common_ground: "Common ground",
        no_common_ground: "No regimen is accepted by all of them",
        why: "Why",
        statement: "Statement",
        grade: "Grade",
        edition: "Edition",
        doi: "DOI",
        unnumbered: "unnumbered",
        facts: "This patient's facts",
        needs: |what| format!("needs data: {what}"),
        would_change: "What would change it",
        checked_by: |who, when| format!("checked by {who} on {when}"),
        secondary: "from a secondary source",
        from_memory: "to be verified",
        off_label: "off label",
        off_label_in: |country| format!("off label in {country}"),
        not_applicable: "not applicable",
        dose_range: "Shared dose range",
        contradicts_itself: |guideline| format!("CONFLICT: {guideline} contradicts itself here"),
    },
    verdict: Verdict {
        preferred: "preferred",
        recommended: "recommended",
        option: "option",
        alternative: "alternative",
        caution: "with caution",
        avoid: "not advised",
        not_addressed: "not addressed",
        conflict: "conflict",
        needs_data: "needs data",
    },
    agreement: Agreement {
        agree: "agree",
        close: "close",
        differ: "differ",
        discuss: "to discuss",
        conflict: "conflict",
        only_one: "one speaks",
        none_speaks: "none speaks",
    },
    topic: Topic {
        initial_therapy: "Initial therapy",
        regimens: "Regimens",
        class_rule: "Class rule",
        belimumab: "Belimumab for",
        calcineurin_inhibitor: "CNI for",
        cyclophosphamide: "Cyclophosphamide for",
        obinutuzumab: "Obinutuzumab for",
        pulse: "Glucocorticoid pulse",
        oral_start: "Oral start",
        taper: "Taper and target",
        targets: "Response targets",
        target_3_months: "Target at 3 months",
        target_6_months: "Target at 6 months",
        target_12_months: "Target at 12 months",
        label: "Label",
    },
    activity: Activity {
        title: "Activity",
        sledai: "SLEDAI-2K",
        without_serology: "without serology",
        without_laboratory: "without laboratory",
        items: "Items",
        window: "Window",
        pga: "PGA",
        ptga: "PtGA",
        discordance: "discordance",
        no_discordance: "no discordance",
        proteinuria: "Proteinuria",
        target: |target| format!("target {target}"),
        not_assessed: "not assessed",
        no_visit: "No activity visit is recorded.",
        type2: "Type 2 symptoms",
        fatigue: "fatigue",
        pain: "pain",
        sleep: "sleep",
        mood: "mood",
        cognition: "brain fog",
        cannot_say: |missing| format!("cannot say without {missing}"),
    },
    damage: DamageWords {
        title: "Damage",
        sdi: "SDI",
        no_damage: "no damage",
        not_reviewed: "damage never reviewed",
        reviewed_on: |date| format!("reviewed on {date}"),
        slope: "slope",
        prednisone_now: "Prednisone now",
        cumulative: "cumulative",
        hcq_dose: "HCQ dose",
        stage: "KDIGO stage",
        eye_exam: "eye examination",
    },
    person: PersonWords {
        title: "Person",
        announcement: "Announcement",
        announcement_again: "Second announcement",
        evaluation: "Evaluation",
        strategy: "Strategy",
        decision: "Decision",
        recommendations: "Recommendations",
        caregiver: "caregiver present",
        education: "Patient education",
        documents: "Documents handed over",
        association: "Patients' association",
        wishes: "Wishes",
        epices: "EPICES",
        tobacco: "Tobacco",
        adherence: "Adherence",
        informed: "Patient informed of the meeting",
    },
    guide: Guide {
        alone: "alone",
        calcineurin_inhibitor: "CNI",
        glucocorticoid: "GC",
        low_dose: "low dose",
        high_dose: "high-dose IV",
        oral: "oral",
        nothing_to_compare: "fewer than two guidelines speak",
        ranges_apart: |one, other| format!("{one} and {other} do not meet"),
        without_numbers: |names| format!("no number: {names}"),
        at_most_weeks: |weeks| format!("≤\u{a0}{weeks}\u{a0}weeks"),
        by_month: |months| format!("by\u{a0}M{months}"),
        by_week: |weeks| format!("by\u{a0}W{weeks}"),
        cap: "cap",
        floor: "floor",
        colon: ":",
        egfr_within: |share| format!("eGFR within {share}% of the start"),
        for_days: |days| format!("{days}\u{a0}d"),
        in_all: |mg| format!("{mg}\u{a0}mg in all"),
        months_of: |months| format!("{months}\u{a0}months"),
        passed: |months| format!("{months} passed"),
        weight_missing: "weight missing",
        secondary_short: "[2nd]",
        memory_short: "[mem.]",
        inference_short: "[inf.]",
    },
    panel: PanelWords {
        series: "Over time",
        antiphospholipid: "Antiphospholipid",
        at_least: |points| format!("at least\u{a0}{points}"),
        at_most: |points| format!("at most\u{a0}{points}"),
        up_to: |points| format!("(SLEDAI-2K up to {points})"),
        at_month: |months| format!("M{months}"),
        bands: "Bands",
        below_five: "(with <\u{a0}5\u{a0}mg/d:)",
        by: "by",
        by_mouth: "by mouth",
        intravenous: "IV",
        by_upcr: "(A by UPCR)",
        ceiling: |ceiling| format!("(ceiling {ceiling})"),
        cells: |n| plural(n, "cell", "cells"),
        cumulative_12_months: "Glucocorticoids, 12 months",
        ended: "Ended",
        entered_by: |who| format!("entered by {who}"),
        equivalents: |table| format!("(equivalents: {table})"),
        flares_unknown: "number of flares unknown",
        inside_margin: "(eGFR inside the 10–15% margin)",
        met: "met",
        missing: "The guidelines lack",
        not_met: "not met",
        next_check: |day| format!("to be checked on {day}"),
        overdue: "(overdue)",
        no_age: "age missing",
        no_weight: "weight missing",
        no_biopsy: "no biopsy",
        no_category: "A unknown (no UPCR)",
        no_flare: "no kidney flare",
        no_limit: "laboratory limit not stated",
        no_longer_known: "This edition of the program no longer has this statement.",
        normal: "normal",
        not_checked: "not yet checked by a clinician",
        not_counted: "not counted:",
        not_due: "not due yet",
        complete: "complete",
        partial: "partial",
        no_response: "insufficient",
        low: "low",
        raised: "raised",
        precarious: "deprived",
        not_precarious: "not deprived",
        quintile: |quintile| format!("quintile {quintile} of 5"),
        read: "Read",
        real_weight: "(real weight)",
        renal_response: "Renal response",
        ungraded: "ungraded",
        values_over: |n, days| format!("{n} values over {days} days"),
        work: "Work",
    },
    decision: DecisionWords {
        title: "Decision",
        outcome: "Outcome",
        lines: "Lines",
        line_kind: "What is done",
        drug: "Drug",
        words: "Dose, route, schedule",
        rationale: "Rationale",
        rationale_hint: "Why this, for this patient (required)",
        concordance: "Concordance",
        departure: "Reason for departing",
        departure_of: |guideline| format!("Reason for departing from {guideline}"),
        next: "Look again on",
        next_hint: "YYYY-MM-DD, or 3m for three months",
        amends: |version| format!("amends version {version}"),
        amend_reason: "Reason for the amendment",
        draft_saved: "draft saved",
        draft_found: |when| format!("A draft of {when} was found; here it is."),
        read_back: "Read-back",
        read_back_prompt: "Read it aloud. Enter locks it, Esc returns to the form.",
        locked: "locked",
        locked_on: |when| format!("locked on {when}"),
        version: "version",
        characters_left: |n| plural(n, "character left", "characters left"),
        add_line: "add a line",
        outcome_missing: "Choose how the case leaves the meeting.",
        rationale_missing: "Write the rationale: a decision without its reasons cannot be locked.",
        departure_missing: |guideline| {
            format!("The decision departs from {guideline}: choose the reason before locking.")
        },
        amend_reason_missing: "Write why the locked decision is amended.",
        rationale_too_long: |over| format!("The rationale is {over} characters too long; 600 fit."),
    },
    archive: Archive {
        title: "Past decisions",
        search: "Search",
        date: "Date",
        nothing_found: "No decision matches. Fewer words find more.",
        nothing_yet: "No decision has been locked yet.",
        as_seen_then: "As the meeting saw it",
        timeline: "Timeline",
        amend: "Amend",
        editions: "Guideline editions",
        hash: "Hash",
        superseded: "superseded",
    },
    key: Key {
        up: "up",
        down: "down",
        left: "left",
        right: "right",
        move_: "move",
        open: "open",
        why: "why",
        back: "back",
        quit: "quit",
        help: "help",
        search: "search",
        filter: "filter",
        sort: "sort",
        reorder_up: "earlier",
        reorder_down: "later",
        edit: "edit the file",
        errors: "errors",
        decide: "decide",
        archive: "past",
        next: "next",
        previous: "previous",
        panel: "panel",
        amend: "amend",
        save: "save",
        read_back: "read back",
        lock: "lock",
        cancel: "cancel",
        accept: "accept",
        delete: "delete",
        undo: "undo",
        add: "add",
        timeline: "timeline",
        first: "first",
        last: "last",
        page_up: "page up",
        page_down: "page down",
        complete: "complete",
        what_if: "what if",
        language: "language",
        theme: "theme",
    },
    confirm: Confirm {
        lock: "Lock this decision? It cannot be changed afterwards, only amended.",
        leave_draft: "The draft is kept. Leave the form?",
        discard_draft: "Discard the draft for good?",
        quit: "Quit?",
        yes: "yes",
        no: "no",
    },
    error: Error {
        error: "error",
        warning: "warning",
        did_you_mean: |word| format!("Did you mean `{word}`?"),
        no_case_in: |path| format!("There is no case file in {path}. `regards new` writes a first one."),
        cannot_read: |path, why| format!("{path} cannot be read: {why}."),
        cannot_write: |path, why| format!("{path} cannot be written: {why}. What you typed is still here."),
        newer_database: |found, known| {
            format!(
                "The database is of version {found}, this program knows {known}. Open it with the newer program; nothing was changed."
            )
        },
        read_only_database: |path| {
            format!("{path} is read only: past decisions can be read, none can be recorded. Choose another with --db.")
        },
        database_locked: |path| {
            format!("{path} is in use by another program. Nothing was lost; try again in a moment.")
        },
        database_corrupt: |path| {
            format!("{path} is damaged. Do not write to it: copy it, then go back to the latest backup.")
        },
        disk_full: |path| {
            format!("The disk of {path} is full: the decision is not recorded. Make room, then lock it again.")
        },
        changed_elsewhere: |what| {
            format!("Somebody else changed {what} meanwhile. Your text is kept; compare, then lock again.")
        },
        no_editor: "No editor is set: give its name in $EDITOR.",
        no_terminal: "This needs a terminal. `regards show` and `regards check` work without one.",
        unknown_case: |case| format!("No case is called {case}."),
        chain_broken: |at| {
            format!("The journal's chain is broken at entry {at}: the journal was altered outside the program.")
        },
        chain_whole: |n| format!("The journal is whole: {} checked.", plural(n, "entry", "entries")),
    },
    theme: Theme {
        unreadable: |file, why| format!("The theme {file} cannot be read: {why}"),
        missing_colour: |key| format!("The theme has no colour `{key}`; a base16 scheme gives base00 to base0F."),
        bad_colour: |key, written| {
            format!("`{key}: {written}` is not a colour: write six hexadecimal digits in quotes, such as \"#1d2021\".")
        },
        unknown_role: |role, known| format!("`{role}` is not a role; the roles are {known}."),
        bad_style: |role, written| {
            format!(
                "`{role}: {written}` is not a style: write a colour, `on` and another, bold, italic, underline, reverse."
            )
        },
        too_large: "The file is too large for a theme.",
        unknown_theme: |name, known| format!("There is no theme `{name}`: choose {known}, or give a file."),
    },
    report: Report {
        colon: ": ",
        semicolon: "; ",
        fact: "fact",
        facts: "facts",
        see: |topic| format!("told under “{topic}”"),
        topic: "Topic",
        patient: "Patient",
        no_biopsy: "no biopsy",
        biopsy_of: |date| format!("biopsy of {date}"),
        no_flare: "no kidney flare",
        flares: "kidney flares",
        lupus_since: "Lupus since",
        no_extrarenal: "no involvement",
        no_treatment: "none under way",
        meeting: "Meeting",
        computed_for: |date| format!("computed for {date}"),
        due: |date| format!("due on {date}"),
        reached: "reached",
        not_reached: "not reached",
        not_judged: "cannot be judged yet",
        shared_regimens: "Regimens that all accept",
        starts_apart: |one, other| format!("none; {one} and {other} do not overlap"),
        start_without_numbers: "Ask for an oral start without a number",
        would_settle: |unanswered, touched| {
            format!(
                "{} without it, {} in all may depend on it",
                plural(unanswered, "answer impossible", "answers impossible"),
                Lang::En.number(touched.into(), 0)
            )
        },
        warnings: "Warnings",
        clinical_without_serology: "Clinical SLEDAI without serology (the one of DORIS)",
        clinical_without_laboratory: "Clinical SLEDAI without laboratory items",
        band: "Activity",
        items_not_assessed: |n| plural(n, "item not assessed", "items not assessed"),
        difference: |points| format!("PtGA − PGA: {points}/100"),
        rule: |name, limit| format!("rule {name}: difference ≥\u{a0}{limit}/100"),
        laboratory_limit: |limit| format!("laboratory limit {limit}"),
        no_laboratory_limit: "laboratory limit not stated",
        not_counted: "Not counted",
        exact_score: "exact score",
        values_over: |n, days| format!("{} over {days}", plural(n, "value", "values")),
        cumulative_year: "Cumulative glucocorticoid over 12 months, as prednisone",
        oral_and_intravenous: |oral, intravenous| format!("by mouth {oral}, IV {intravenous}"),
        ceiling: |dose| format!("ceiling {dose}, the lower of 5\u{a0}mg/kg/d and 400\u{a0}mg/d"),
        labels_in: |country| format!("Labels and reimbursement: {country}"),
        as_of: |date| format!("as of {date}"),
        adults_only: "labelled in adults only",
        sources: "Sources",
        entered_by: |who| format!("Entered by {who}"),
        not_checked: "not yet checked by any clinician",
        next_check: |date| format!("to be checked by {date}"),
        read: "Read",
        scale: "Grades",
    },
    ledger: Ledger {
        whole_but: |n| {
            format!(
                "The journal's chain holds ({}), but not everything does:",
                plural(n, "entry verified", "entries verified")
            )
        },
        head_hash: "Hash of the last entry",
        affected_cases: "Cases touched",
        and_more: |n| format!("and {} more; --format json gives them all", Lang::En.number(n.into(), 0)),
        restore: "Write no more to this database: copy it, keep it, and compare it with the last backup.",
        no_case: "no case",
        file_damaged: |why| format!("The file is damaged: {why}"),
        object_missing: |object| format!("Missing: {object}"),
        object_changed: |object| format!("{object} is not as this program made it"),
        object_foreign: |object| format!("{object} was not made by this program"),
        event: |seq, case, at, actor| format!("Entry {seq} ({case}, {at}, {actor})"),
        content_changed: "was changed after it was recorded",
        does_not_follow: "does not follow from the entry before it",
        gap: |from| format!("comes after a gap: entry {from} is missing"),
        events_after: |n| match n {
            0 => "none follows it".to_owned(),
            1 => "1 entry follows it".to_owned(),
            n => format!("{} entries follow it", Lang::En.number(n.into(), 0)),
        },
        unreadable: |seq, why| format!("Entry {seq} cannot be read: {why}"),
        row_missing: |table, key| format!("{table} lacks row {key}, which the journal has"),
        row_changed: |table, key| format!("Row {key} of {table} does not say what the journal says"),
        row_extra: |table, key| format!("Row {key} of {table} is not in the journal"),
    },
};

const LISTS: Lists = Lists {
    adherence: |entry| match entry {
        Adherence::Good => "good",
        Adherence::Partial => "partial",
        Adherence::Poor => "poor",
    },
    apl: |entry| match entry {
        AplProfile::Negative => "aPL negative",
        AplProfile::LowRisk => "low-risk aPL",
        AplProfile::HighRisk => "high-risk aPL",
        AplProfile::TriplePositive => "triple-positive aPL",
    },
    class: |entry| match entry {
        Class::I => "class I",
        Class::II => "class II",
        Class::III => "class III",
        Class::IV => "class IV",
        Class::V => "class V",
        Class::VI => "class VI",
    },
    comorbidity: |entry| match entry {
        Comorbidity::Hypertension => "hypertension",
        Comorbidity::Diabetes => "diabetes",
        Comorbidity::HeartFailure => "heart failure",
        Comorbidity::Obesity => "obesity",
        Comorbidity::Dyslipidaemia => "dyslipidaemia",
        Comorbidity::Aps => "antiphospholipid syndrome",
        Comorbidity::Fibromyalgia => "fibromyalgia",
        Comorbidity::Depression => "depression",
        Comorbidity::Osteoporosis => "osteoporosis",
        Comorbidity::Infection => "recent infection",
        Comorbidity::Cancer => "cancer",
        Comorbidity::LiverDisease => "liver disease",
        Comorbidity::MacularDisease => "macular disease",
        Comorbidity::SulfaAllergy => "sulfonamide allergy",
    },
    contraception: |entry| match entry {
        Contraception::None => "none",
        Contraception::Progestin => "progestin only",
        Contraception::Iud => "intrauterine device",
        Contraception::Oestrogen => "combined, with oestrogen",
        Contraception::Barrier => "barrier only",
        Contraception::Sterilisation => "sterilisation",
        Contraception::NotApplicable => "not applicable",
    },
    departure: |entry| match entry {
        DepartureReason::PatientChoice => "Patient's choice",
        DepartureReason::PregnancyOrWish => "Pregnancy or wish for a child",
        DepartureReason::Contraindication => "Contraindication",
        DepartureReason::PriorFailure => "Failed before",
        DepartureReason::Intolerance => "Intolerance",
        DepartureReason::InfectionRisk => "Risk of infection",
        DepartureReason::RenalReserve => "Renal reserve",
        DepartureReason::ExtraRenalNeed => "Disease outside the kidney",
        DepartureReason::Adherence => "Adherence",
        DepartureReason::DrugAccessOrLabel => "Access to the drug, or label",
        DepartureReason::Reimbursement => "Reimbursement",
        DepartureReason::AgeFrailty => "Age, frailty",
        DepartureReason::Comorbidity => "Comorbidity",
        DepartureReason::ApsTma => "APS / TMA",
        DepartureReason::Trial => "Clinical trial",
        DepartureReason::Histology => "Histology",
        DepartureReason::GuidelinesConflict => "Guidelines conflict",
        DepartureReason::GuidelineSilent => "Guideline silent",
        DepartureReason::EvidenceNewer => "Evidence newer than the guideline",
        DepartureReason::LocalProtocol => "Local protocol",
        DepartureReason::InsufficientData => "Insufficient data",
        DepartureReason::Other => "Other",
    },
    dose_unit: |entry| match entry {
        DoseUnit::Milligram => "mg",
        DoseUnit::Gram => "g",
        DoseUnit::Microgram => "µg",
        DoseUnit::MilligramPerKilo => "mg/kg",
        DoseUnit::Unit => "IU",
    },
    drug,
    edition: |entry| match entry {
        Edition::E2003 => "ISN/RPS 2003",
        Edition::E2018 => "ISN/RPS 2018",
    },
    extent: |entry| match entry {
        Extent::None => "none",
        Extent::Mild => "mild",
        Extent::Moderate => "moderate",
        Extent::Severe => "severe",
    },
    lesions: |entry| match entry {
        Lesions::A => "active lesions",
        Lesions::AC => "active and chronic lesions",
        Lesions::C => "chronic lesions",
    },
    line: |entry| match entry {
        LineKind::Start => "Start",
        LineKind::Stop => "Stop",
        LineKind::Increase => "Increase",
        LineKind::Decrease => "Decrease",
        LineKind::Taper => "Taper",
        LineKind::Continue => "Continue",
        LineKind::Hold => "Hold",
        LineKind::Switch => "Switch to",
        LineKind::Add => "Add",
        LineKind::Other => "Other",
    },
    mode: |entry| match entry {
        Mode::Discuss => "to discuss",
        Mode::Record => "to record",
    },
    organ: |entry| match entry {
        Organ::Skin => "skin",
        Organ::Joints => "joints",
        Organ::Serosa => "serosa",
        Organ::Blood => "blood",
        Organ::Nervous => "nervous system",
        Organ::Lung => "lung",
        Organ::Heart => "heart",
        Organ::Gut => "gut",
        Organ::Muscle => "muscle",
        Organ::Eye => "eye",
        Organ::Vessels => "vessels",
        Organ::General => "general state",
    },
    origin: |entry| match entry {
        Origin::Synthetic => "synthetic case",
        Origin::Clinic => "case from the clinic",
    },
    outcome: |entry| match entry {
        Outcome::Decided => "Decided",
        Outcome::DecidedConditional => "Decided, with conditions",
        Outcome::ContinueUnchanged => "Continue unchanged",
        Outcome::DeEscalate => "De-escalate",
        Outcome::DeferredMissingData => "Deferred: data missing",
        Outcome::DeferredMissingSpecialist => "Deferred: specialist missing",
        Outcome::DeferredTime => "Deferred: out of time",
        Outcome::ReferredHigher => "Referred to an expert meeting",
        Outcome::TrialProposed => "Clinical trial proposed",
        Outcome::NoConsensus => "No consensus",
        Outcome::Withdrawn => "Withdrawn",
        Outcome::Deceased => "Deceased",
    },
    per: |entry| match entry {
        Per::Day => "per day",
        Per::Week => "per week",
        Per::TwoWeeks => "every two weeks",
        Per::Month => "per month",
        Per::Administration => "per administration",
    },
    pregnancy: |entry| match entry {
        PregnancyStatus::None => "not pregnant",
        PregnancyStatus::Pregnant => "pregnant",
        PregnancyStatus::Postpartum => "postpartum",
        PregnancyStatus::Breastfeeding => "breastfeeding",
        PregnancyStatus::NotApplicable => "not applicable",
    },
    reading: |entry| match entry {
        Reading::Concordant => "concordant",
        Reading::Partly => "partly concordant",
        Reading::Deviates => "departs",
        Reading::Silent => "silent",
        Reading::NotApplicable => "not applicable",
        Reading::CannotSay => "cannot say",
    },
    route: |entry| match entry {
        Route::Oral => "oral",
        Route::Intravenous => "IV",
        Route::Subcutaneous => "SC",
        Route::Topical => "topical",
    },
    screening: |entry| match entry {
        Screening::Negative => "negative",
        Screening::Positive => "positive",
        Screening::Vaccinated => "vaccinated",
    },
    sdi,
    severity: |entry| match entry {
        Severity::Mild => "mild",
        Severity::Moderate => "moderate",
        Severity::Severe => "severe",
    },
    sex: |entry| match entry {
        Sex::Female => "woman",
        Sex::Male => "man",
    },
    sledai,
    step: |entry| match entry {
        Step::Done => "done",
        Step::Planned => "planned",
        Step::Refused => "refused",
        Step::NotNeeded => "not needed",
    },
    stop: |entry| match entry {
        StopReason::Completed => "course completed",
        StopReason::Inefficacy => "inefficacy",
        StopReason::Intolerance => "intolerance",
        StopReason::Infection => "infection",
        StopReason::PregnancyOrWish => "pregnancy or wish for a child",
        StopReason::PatientChoice => "patient's choice",
        StopReason::Access => "access to the drug",
        StopReason::Switch => "switched to another drug",
        StopReason::Other => "other reason",
    },
    tobacco: |entry| match entry {
        Tobacco::Never => "never smoked",
        Tobacco::Former => "stopped smoking",
        Tobacco::Current => "smokes",
    },
    window: |entry| match entry {
        Window::Days10 => "10 days",
        Window::Days28 => "28 days",
        Window::Days30 => "30 days",
    },
    wish: |entry| match entry {
        Wish::None => "no wish stated",
        Wish::Now => "now",
        Wish::WithinOneYear => "within a year",
        Wish::WithinTwoYears => "within two years",
        Wish::Later => "later",
    },
    yes_no: |entry| match entry {
        YesNo::Yes => "yes",
        YesNo::No => "no",
    },
};

fn drug(drug: Drug) -> &'static str {
    match drug {
        Drug::Hydroxychloroquine => "hydroxychloroquine",
        Drug::Chloroquine => "chloroquine",
        Drug::Prednisone => "prednisone",
        Drug::Prednisolone => "prednisolone",
        Drug::Methylprednisolone => "methylprednisolone",
        Drug::Hydrocortisone => "hydrocortisone",
        Drug::Dexamethasone => "dexamethasone",
        Drug::Betamethasone => "betamethasone",
        Drug::MycophenolateMofetil => "mycophenolate mofetil",
        Drug::MycophenolateSodium => "mycophenolate sodium",
        Drug::Cyclophosphamide => "cyclophosphamide",
        Drug::Azathioprine => "azathioprine",
        Drug::Methotrexate => "methotrexate",
        Drug::Leflunomide => "leflunomide",
        Drug::Tacrolimus => "tacrolimus",
        Drug::Ciclosporin => "ciclosporin",
        Drug::Voclosporin => "voclosporin",
        Drug::Belimumab => "belimumab",
        Drug::Anifrolumab => "anifrolumab",
        Drug::Rituximab => "rituximab",
        Drug::Obinutuzumab => "obinutuzumab",
        Drug::Eculizumab => "eculizumab",
        Drug::Ravulizumab => "ravulizumab",
        Drug::Caplacizumab => "caplacizumab",
        Drug::PlasmaExchange => "plasma exchange",
        Drug::Ivig => "intravenous immunoglobulin",
        Drug::Ramipril => "ramipril",
        Drug::Perindopril => "perindopril",
        Drug::Enalapril => "enalapril",
        Drug::Lisinopril => "lisinopril",
        Drug::Irbesartan => "irbesartan",
        Drug::Losartan => "losartan",
        Drug::Candesartan => "candesartan",
        Drug::Valsartan => "valsartan",
        Drug::Dapagliflozin => "dapagliflozin",
        Drug::Empagliflozin => "empagliflozin",
        Drug::Amlodipine => "amlodipine",
        Drug::Furosemide => "furosemide",
        Drug::Aspirin => "aspirin",
        Drug::Warfarin => "warfarin",
        Drug::Fluindione => "fluindione",
        Drug::Apixaban => "apixaban",
        Drug::Rivaroxaban => "rivaroxaban",
        Drug::Enoxaparin => "enoxaparin",
        Drug::Heparin => "heparin",
        Drug::Atorvastatin => "atorvastatin",
        Drug::Rosuvastatin => "rosuvastatin",
        Drug::Pravastatin => "pravastatin",
        Drug::Cotrimoxazole => "co-trimoxazole",
        Drug::Atovaquone => "atovaquone",
        Drug::VitaminD => "vitamin D",
        Drug::Calcium => "calcium",
        Drug::Alendronate => "alendronate",
        Drug::Allopurinol => "allopurinol",
        Drug::Febuxostat => "febuxostat",
        Drug::Other => "other drug",
    }
}

fn drug_short(entry: Drug) -> &'static str {
    match entry {
        Drug::Hydroxychloroquine => "HCQ",
        Drug::Chloroquine => "CQ",
        Drug::Prednisone => "pred",
        Drug::Methylprednisolone => "MP",
        Drug::MycophenolateMofetil => "MMF",
        Drug::MycophenolateSodium => "MPS",
        Drug::Cyclophosphamide => "CYC",
        Drug::Azathioprine => "AZA",
        Drug::Methotrexate => "MTX",
        Drug::Leflunomide => "LEF",
        Drug::Tacrolimus => "TAC",
        Drug::Ciclosporin => "CsA",
        Drug::Voclosporin => "VOC",
        Drug::Belimumab => "BELI",
        Drug::Anifrolumab => "ANI",
        Drug::Rituximab => "RTX",
        Drug::Obinutuzumab => "OBI",
        Drug::Eculizumab => "ECU",
        Drug::Ravulizumab => "RAVU",
        Drug::Caplacizumab => "CAPLA",
        Drug::PlasmaExchange => "PLEX",
        Drug::Ivig => "IVIG",
        Drug::Cotrimoxazole => "TMP-SMX",
        other => drug(other),
    }
}

fn sledai(item: SledaiItem) -> &'static str {
    match item {
        SledaiItem::Seizure => "Seizure",
        SledaiItem::Psychosis => "Psychosis",
        SledaiItem::OrganicBrain => "Organic brain syndrome",
        SledaiItem::Visual => "Visual disturbance",
        SledaiItem::CranialNerve => "Cranial nerve disorder",
        SledaiItem::LupusHeadache => "Lupus headache",
        SledaiItem::Cva => "Stroke",
        SledaiItem::Vasculitis => "Vasculitis",
        SledaiItem::Arthritis => "Arthritis",
        SledaiItem::Myositis => "Myositis",
        SledaiItem::Casts => "Urinary casts",
        SledaiItem::Haematuria => "Haematuria",
        SledaiItem::Proteinuria => "Proteinuria",
        SledaiItem::Pyuria => "Pyuria",
        SledaiItem::Rash => "Rash",
        SledaiItem::Alopecia => "Alopecia",
        SledaiItem::MucosalUlcers => "Mucosal ulcers",
        SledaiItem::Pleurisy => "Pleurisy",
        SledaiItem::Pericarditis => "Pericarditis",
        SledaiItem::LowComplement => "Low complement",
        SledaiItem::AntiDsdna => "Raised anti-dsDNA",
        SledaiItem::Fever => "Fever",
        SledaiItem::Thrombocytopenia => "Thrombocytopenia",
        SledaiItem::Leukopenia => "Leukopenia",
    }
}

fn sledai_definition(item: SledaiItem) -> &'static str {
    match item {
        SledaiItem::Seizure => "Of recent onset; not metabolic, infectious or due to a drug",
        SledaiItem::Psychosis => {
            "Severe loss of contact with reality that impairs normal function; not uraemia or a drug"
        }
        SledaiItem::OrganicBrain => {
            "Impaired orientation, memory or intellect of rapid onset, fluctuating, clouded attention, and at least 2 of: perceptual disturbance, incoherent speech, insomnia or daytime drowsiness, psychomotor change; not metabolic, infectious or due to a drug"
        }
        SledaiItem::Visual => {
            "Retinal change of lupus: cytoid bodies, retinal haemorrhage, serous exudate or choroidal haemorrhage, optic neuritis; not hypertension, infection or a drug"
        }
        SledaiItem::CranialNerve => "New sensory or motor neuropathy of a cranial nerve",
        SledaiItem::LupusHeadache => "Severe and persistent, may look like migraine, not relieved by opioids",
        SledaiItem::Cva => "New stroke; not arteriosclerosis",
        SledaiItem::Vasculitis => {
            "Ulceration, gangrene, tender finger nodules, periungual infarct, splinter haemorrhage, or proof by biopsy or angiogram"
        }
        SledaiItem::Arthritis => "≥ 2 joints with pain and inflammation (tenderness, swelling or effusion)",
        SledaiItem::Myositis => "Proximal ache or weakness with raised CK or aldolase, or EMG change, or biopsy",
        SledaiItem::Casts => "Haem-granular or red-cell casts",
        SledaiItem::Haematuria => "> 5 red cells per high-power field; not stone, infection or another cause",
        SledaiItem::Proteinuria => "> 0.5 g/24 h, new or persistent",
        SledaiItem::Pyuria => "> 5 white cells per high-power field; not infection",
        SledaiItem::Rash => "Inflammatory-type rash, new or persistent",
        SledaiItem::Alopecia => "Abnormal patchy or diffuse hair loss, new or persistent",
        SledaiItem::MucosalUlcers => "Oral or nasal ulcers, new or persistent",
        SledaiItem::Pleurisy => "Pleuritic pain with rub or effusion or pleural thickening",
        SledaiItem::Pericarditis => "Pericardial pain with at least 1 of: rub, effusion, ECG or echo confirmation",
        SledaiItem::LowComplement => "CH50, C3 or C4 below the laboratory's lower limit",
        SledaiItem::AntiDsdna => "DNA binding above the laboratory's range",
        SledaiItem::Fever => "> 38 °C; not infection",
        SledaiItem::Thrombocytopenia => "Platelets < 100 × 10⁹/L; not a drug",
        SledaiItem::Leukopenia => "White cells < 3.0 × 10⁹/L; not a drug",
    }
}

fn sdi(item: SdiItem) -> &'static str {
    match item {
        SdiItem::Cataract => "Cataract",
        SdiItem::Retina => "Retinal change or optic atrophy",
        SdiItem::Cognitive => "Cognitive impairment or major psychosis",
        SdiItem::Seizures => "Seizures treated for 6 months",
        SdiItem::Cva => "Stroke",
        SdiItem::Neuropathy => "Cranial or peripheral neuropathy",
        SdiItem::Myelitis => "Transverse myelitis",
        SdiItem::LowGfr => "GFR < 50%",
        SdiItem::Proteinuria => "Proteinuria ≥ 3.5 g/24 h",
        SdiItem::Esrd => "Kidney failure (dialysis or transplant)",
        SdiItem::PulmonaryHypertension => "Pulmonary hypertension",
        SdiItem::PulmonaryFibrosis => "Pulmonary fibrosis",
        SdiItem::ShrinkingLung => "Shrinking lung",
        SdiItem::PleuralFibrosis => "Pleural fibrosis",
        SdiItem::PulmonaryInfarction => "Pulmonary infarction",
        SdiItem::Angina => "Angina or coronary bypass",
        SdiItem::Infarction => "Myocardial infarction",
        SdiItem::Cardiomyopathy => "Cardiomyopathy",
        SdiItem::Valve => "Valvular disease",
        SdiItem::Pericarditis => "Pericarditis for 6 months, or pericardiectomy",
        SdiItem::Claudication => "Claudication for 6 months",
        SdiItem::MinorTissueLoss => "Minor tissue loss",
        SdiItem::MajorTissueLoss => "Significant tissue loss",
        SdiItem::VenousThrombosis => "Venous thrombosis with sequelae",
        SdiItem::BowelInfarction => "Infarction or resection of bowel, spleen, liver or gallbladder",
        SdiItem::MesentericInsufficiency => "Mesenteric insufficiency",
        SdiItem::Peritonitis => "Chronic peritonitis",
        SdiItem::Stricture => "Stricture or upper gastrointestinal surgery",
        SdiItem::PancreaticInsufficiency => "Pancreatic insufficiency",
        SdiItem::MuscleAtrophy => "Muscle atrophy or weakness",
        SdiItem::DeformingArthritis => "Deforming or erosive arthritis",
        SdiItem::Osteoporosis => "Osteoporosis with fracture",
        SdiItem::AvascularNecrosis => "Avascular necrosis",
        SdiItem::Osteomyelitis => "Osteomyelitis",
        SdiItem::TendonRupture => "Tendon rupture",
        SdiItem::ScarringAlopecia => "Scarring alopecia",
        SdiItem::ExtensiveScarring => "Extensive scarring or panniculum",
        SdiItem::SkinUlceration => "Skin ulceration > 6 months",
        SdiItem::GonadalFailure => "Premature gonadal failure",
        SdiItem::Diabetes => "Diabetes",
        SdiItem::Malignancy => "Malignancy",
    }
}

fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::UnitMissing { quantity, units } => {
            format!("The unit is missing: write `{quantity}` with its number and one of {}.", units.join(", "))
        }
        Refusal::UnitUnknown { quantity, unit, units } => {
            format!("`{unit}` is not a unit of `{quantity}`: use one of {}.", units.join(", "))
        }
        Refusal::NotANumber { written } => format!("`{written}` is not a number. Write it like 98 or 1.6."),
        Refusal::Impossible { quantity, written, least, most } => {
            format!(
                "`{quantity}` cannot be {written}: it lies between {least} and {most}. Check the number and its unit."
            )
        }
        Refusal::Form { written, form } => format!("`{written}` is not of the form expected: {form}."),
        Refusal::TooLong { most, length } => {
            format!("The text has {length} characters; at most {most} fit. Shorten it.")
        }
        Refusal::Empty => "Something must be written here. Write it, or `unknown` where that is allowed.".to_owned(),
        Refusal::Format { written, read } => {
            format!("The file is of format {written}; this program reads format {read}. Use the program that wrote it.")
        }
        Refusal::NoEntry => "The list needs at least one entry. Add one, or remove the key.".to_owned(),
    }
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Unreadable { message } => {
            format!("The file cannot be read ({message}): check its rights and that it is still there")
        }
        Problem::Encoding { found } => format!("The file is in {found}; save it as UTF-8."),
        Problem::TooLarge { bytes, most } => {
            format!("The file has {bytes} bytes; a case file has at most {most}. Is it the right file?")
        }
        Problem::TooDeep => "Lists and keys are nested deeper than any case needs.".to_owned(),
        Problem::Syntax { message } => {
            format!("This is not YAML: {message}. Check the indentation, colons and quotes.")
        }
        Problem::ManyDocuments => "The file holds more than one document; write one case per file.".to_owned(),
        Problem::EmptyFile => "The file is empty. `regards new` writes a case to start from.".to_owned(),
        Problem::Tab => "A tab stands where YAML wants spaces. Indent with two spaces.".to_owned(),
        Problem::ControlCharacter => "A control character is hidden in this text. Remove it.".to_owned(),
        Problem::Notation { written } => {
            format!("`{written}` is easily misread. Write a decimal number, or put it in quotes if it is a text.")
        }
        Problem::UnknownKey { key, known, nearest } => {
            format!("`{key}` is not a key here. {}", instead(known, nearest.as_deref()))
        }
        Problem::Identity { key } => format!(
            "`{key}` would identify the patient: a case file carries an alias only. Identity belongs in the separate mapping file, which is never shown."
        ),
        Problem::MissingKey { key } => format!("`{key}` is missing and is needed. Add it."),
        Problem::DuplicateKey { key, first_line } => {
            format!("`{key}` stands here a second time; the first is on line {first_line}. Keep one.")
        }
        Problem::UnknownWord { written, known, nearest } => {
            format!("`{written}` is not in the list. {}", instead(known, nearest.as_deref()))
        }
        Problem::WrongKind { found, expected } => {
            format!("Here stands {}; {} is needed.", kind(*found), kind(*expected))
        }
        Problem::Refused(cause) => refusal(cause),
        Problem::Objected(cause) => objection(cause),
        Problem::Other { message } => format!("This cannot be read: {message}."),
    }
}

fn instead(known: &[String], nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("Did you mean `{nearest}`?"),
        None => format!("Expected: {}.", known.join(", ")),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Empty => "nothing",
        Kind::Scalar => "a single value",
        Kind::List => "a list",
        Kind::Map => "keys with values",
    }
}

fn objection(objection: &Objection) -> String {
    match objection {
        Objection::Future { date } => format!("{date} lies in the future. Check the year."),
        Objection::BiopsyOutOfOrder { above } => {
            format!("This biopsy is dated before the one above it ({above}). Write biopsies oldest first.")
        }
        Objection::OutOfOrder { above } => {
            format!("This entry is dated before the one above it ({above}); the series is read in order of date.")
        }
        Objection::EndsBeforeItBegins { from } => {
            format!("The end comes before the beginning ({from}). Check both dates.")
        }
        Objection::BeforeBirth => "The date lies before the patient's birth. Check both dates.".to_owned(),
        Objection::NoClass => {
            "The biopsy has no class. Write for example `class: [III, V]`, or leave the biopsy out.".to_owned()
        }
        Objection::NameOfOtherDrug => "`drug: other` needs the drug's name in `name`.".to_owned(),
        Objection::RuleOfRecord => "`mode: record` needs the standard-of-care rule it relies on, in `rule`.".to_owned(),
        Objection::PresentAndNotAssessed { item } => {
            format!("`{item}` is both present and not assessed. Keep one of the two.")
        }
        Objection::NoAge => "Neither birth month nor age is given: whatever depends on age cannot be said.".to_owned(),
        Objection::PregnancyOfAMan => "A pregnancy is recorded for a man. Check sex and pregnancy.".to_owned(),
        Objection::Improbable { quantity, written, least, most } => {
            format!("`{quantity}: {written}` is improbable: {least} to {most} is usual. Check the number and its unit.")
        }
    }
}

fn plural<N: Into<Decimal>>(n: N, one: &str, many: &str) -> String {
    let n = n.into();
    format!("{} {}", Lang::En.number(n, 0), if n == Decimal::ONE { one } else { many })
}

fn ordinal(n: u8) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}
