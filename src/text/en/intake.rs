//! Cases that come in.

use super::super::remark::advice_on_refusal;
use crate::read::{NoTable, Why};
use crate::text::{ChaseWords, LabsWords, Lang, NewCaseWords};

pub(super) const NEW_CASE: NewCaseWords = NewCaseWords {
    title: "New case",
    key: "new case",
    place: "New case (being typed)",
    file_head: "Case for the lupus meeting, format 1.\n`unknown` means asked and not known; a key that is absent was never asked.\nNo name, no identifier, no address: identity belongs in a separate mapping file.",
    file_foot: "Everything the format can say, with examples: regards new NUMBER; check it: regards check",
    required: "To be filled in: the case cannot do without it.",
    proposed: "proposed",
    other_drug: "Not in the list: written as it is, as another drug.",
    next: "next",
    show: "read over and write",
    turn: "choose",
    unknown_key: "unknown",
    cannot_be_unknown: "This field cannot be “unknown”: fill it in or leave it empty.",
    draft_back: "What was typed before is back.",
    kept: "What was typed is kept; the same key opens it again.",
    still_needed: "The case cannot be written yet: see the field under the cursor.",
    another: "another entry",
    complete: "→ completes",
    no_number: "Give the number of the case (regards new LN-2026-013), or run the command in a terminal for the guided form.",
    chosen_from: "One of",
    optional: "optional",
    name,
    help,
    section,
    comment,
    taken: |file| format!("{file} has this number already: give another one."),
    units: |units| format!("Units: {units}"),
    created: |path| format!("Case written: {path}"),
    exists: |path| format!("{path} is there already and stays as it is: give another number."),
    unwritten: |path, why| {
        format!(
            "{path} could not be written ({why}); what was typed is kept. Check that the folder exists and that you may write there."
        )
    },
    unsaved_draft: |why| format!("What is typed is kept in memory only ({why}): write it before leaving."),
};

fn name(code: &str) -> &'static str {
    match code {
        "case" => "number of the case",
        "meeting" => "day of the meeting",
        "question" => "question",
        "requester.name" => "requester",
        "requester.specialty" => "specialty",
        "requester.centre" => "centre",
        "mode" => "discuss or record only",
        "rule" => "standard-of-care rule",
        "patient.alias" => "alias",
        "patient.born" => "birth month",
        "patient.age" => "or age",
        "lupus.diagnosed" => "diagnosis of lupus",
        "kidney.biopsies.date" => "date of the biopsy",
        "kidney.biopsies.class" => "ISN/RPS class",
        "labs.date" => "date of the sample",
        "labs.c3" => "C3",
        "labs.c4" => "C4",
        "labs.anti_dsdna" => "anti-dsDNA",
        "labs.hcq_level" => "hydroxychloroquine level",
        "blood_pressure.date" => "date of the measurement",
        "blood_pressure.value" => "blood pressure",
        "treatments.drug" => "drug",
        "treatments.dose" => "dose",
        "treatments.from" => "first day",
        "treatments.to" => "last day",
        "person.wishes" => "the person's wishes",
        _ => "",
    }
}

fn help(code: &str) -> &'static str {
    match code {
        "case" => {
            "The number of the case, such as LN-2026-013: letters, digits, dashes and dots, at most 32. The first free one of the year is proposed; it names the file."
        }
        "meeting" => "The day of the meeting, YYYY-MM-DD or DD/MM/YYYY. The next meeting is proposed.",
        "question" => "The question put to the meeting, in a sentence of at most 200 characters.",
        "requester.name" => "Who asks: a professional, never the patient.",
        "requester.specialty" => "The requester's specialty.",
        "requester.centre" => "Their centre or practice.",
        "mode" => {
            "Discuss: the meeting talks about it. Record: the decision follows a standard-of-care rule, which must be named."
        }
        "rule" => "The name of the standard-of-care rule that applies.",
        "patient.alias" => {
            "Initials or a short code, at most 12 characters. Never the name: identity belongs in a separate file."
        }
        "patient.sex" => "Sex as recorded: equations and rules depend on it.",
        "patient.born" => "YYYY-MM or MM/YYYY: the month gives the age at every date. Otherwise, the age.",
        "patient.age" => "Age in whole years, where the birth month is not given.",
        "patient.weight" => "The real weight: doses per kilogram refer to it.",
        "patient.height" => "The height.",
        "lupus.diagnosed" => "The month of the diagnosis, YYYY-MM or MM/YYYY.",
        "lupus.flares" => "How many kidney flares, this one included: 1 for a first flare.",
        "kidney.biopsies.date" => {
            "The day of the biopsy. This date opens the other fields; another biopsy is entered after it."
        }
        "kidney.biopsies.class" => "The class of the biopsy; components are read together, as in III+V.",
        "labs.date" => "The day of the sample. This date opens the values; another day is entered after it.",
        "labs.creatinine" => "Serum creatinine of that day, with its unit: GFR is estimated from it.",
        "labs.upcr" => "Urine protein-to-creatinine ratio of that day, with its unit.",
        "labs.albumin" => "Serum albumin of that day, with its unit.",
        "labs.c3" | "labs.c4" => "The complement fraction, with its unit; it is judged by the laboratory's own limits.",
        "labs.anti_dsdna" => "Anti-double-stranded-DNA antibodies, with their unit.",
        "labs.hcq_level" => "Hydroxychloroquine in whole blood, with its unit.",
        "blood_pressure.date" => "The day of the measurement; another one is entered after it.",
        "blood_pressure.value" => "Systolic/diastolic with its unit: 122/76 mmHg.",
        "treatments.drug" => {
            "The name, the abbreviation or the brand: MMF, hydroxychloroquine, CellCept… Another treatment is entered after it; a change of dose is another treatment."
        }
        "treatments.dose" => {
            "The dose with its unit and period: 400 mg/d, 2 g/d, 200 mg/w, 500 mg for one administration."
        }
        "treatments.from" => "The first day at this dose.",
        "treatments.to" => "The last day; empty as long as it goes on.",
        "treatments.eye_exam" => "The last examination of the retina.",
        "person.wishes" => "What the person wishes, in their words.",
        _ => "",
    }
}

fn section(code: &str) -> &'static str {
    match code {
        "head" => "The case",
        "requester" => "The requester",
        "mode" => "How it is handled",
        "patient" => "The patient",
        "lupus" => "The lupus",
        "pregnancy" => "Pregnancy and contraception",
        "kidney.biopsies" => "Kidney biopsy",
        "kidney" => "The kidney",
        "labs" => "Laboratory values",
        "blood_pressure" => "Blood pressure",
        "treatments" => "Treatments",
        "person" => "The person",
        _ => "",
    }
}

fn comment(code: &str) -> &'static str {
    match code {
        "case" => "Number of the case",
        "meeting" => "Day of the meeting",
        "question" => "The question put to the meeting",
        "mode" => "discuss, or record under the rule that is named",
        "requester" => "Who asks: a professional",
        "patient" => "Initials or a short code; real weight",
        "patient.born" => "Birth month YYYY-MM",
        "lupus" => "Month of the diagnosis; kidney flares, this one included; failed courses of at least 6 months",
        "pregnancy" => "Pregnancy, the wish for it, contraception",
        "kidney" => "The kidney",
        "kidney.biopsies" => "Biopsies, oldest first; activity: NIH index 0 to 24, chronicity: 0 to 12",
        "kidney.rapidly_progressive" => "Rapidly progressive",
        "kidney.raasi_at_maximum" => "ACE inhibitor or ARB at the maximal tolerated dose",
        "labs" => "Laboratory values, one entry a day, oldest first; each with its unit",
        "blood_pressure" => "Blood pressure, systolic/diastolic",
        "treatments" => "Treatments, one entry for each period and dose",
        "person" => "The person, in their words",
        _ => "",
    }
}

pub(super) const LABS: LabsWords = LabsWords {
    title: "Laboratory table",
    key: "laboratory table",
    paste_here: "Paste the laboratory's table here (Ctrl-Shift-V or middle click).",
    paste_what: "A row of titles, then a row for each day; or a row for each analysis and a column for each day. Semicolons, commas or tabs between cells. Units are read in the title, in the cell or in a row of units; none is guessed.",
    write: "write",
    replace: "replace what differs, or not",
    unit_key: "unit",
    next_unit: "next column without a unit",
    nothing_new: "The table brings nothing new: nothing to write.",
    not_kept: "The pasted table is kept for this case as long as the program runs.",
    to_add: "To be added",
    already: "In the case already",
    conflicts: "The case says otherwise",
    left_out: "Left out",
    unmatched: "Titles without a key in the case",
    unit_asked: "Unit to be told",
    nobody_told: "?",
    warnings: "To be checked",
    encoding: "The table is not in UTF-8: save it as “CSV UTF-8” and try again.",
    in_table: "in the table",
    in_file: "in the case",
    kept_as_is: "the case stays as it is",
    replaced: "will be replaced",
    unit_form: "Give the unit of a title like this: --unit \"Creatinine=µmol/L\".",
    counts: |new, same, conflicts, out| {
        format!("{new} to add, {same} already there, {conflicts} in conflict, {out} left out")
    },
    cell: |row, column| format!("line {row}, cell {column}"),
    no_such_title: |title| format!("No title of the table without a unit is called “{title}”."),
    unread: |path, why| format!("{path} cannot be read ({why})."),
    no_table: |why| match why {
        NoTable::Empty => "The table is empty.",
        NoTable::NoDays => {
            "No date was found: there must be a “Date” column, or a row of dates (YYYY-MM-DD or DD/MM/YYYY)."
        }
        NoTable::TooLarge => "The table is larger than what a case can hold.",
    },
    why: |why| match why {
        Why::Refused(refusal) => advice_on_refusal(Lang::En, refusal).whole(),
        Why::NoResult => "no result".to_owned(),
        Why::NoDay => "not a date: write YYYY-MM-DD or DD/MM/YYYY".to_owned(),
        Why::DayInDoubt => {
            "a date of the table begins with the month: the order is in doubt, write YYYY-MM-DD".to_owned()
        }
        Why::Future => "the date lies ahead".to_owned(),
        Why::Twice => "two cells give two values of this day".to_owned(),
        Why::TooMany => "the line has too many cells: a decimal comma may have cut it".to_owned(),
    },
};

pub(super) const CHASE: ChaseWords = ChaseWords {
    title: "To be obtained",
    key: "to be obtained",
    nothing: "The guidelines lack nothing for these cases.",
    completeness: "Completeness",
    unreadable: "Cases that cannot be read, to be mended first",
    informant,
    complete: |known, asked| format!("{known}/{asked} data that the guidelines ask for"),
    waiting: |rows| format!("awaited by: {rows}"),
    from: |who| format!("from {who}"),
    cases: |n| if n == 1 { "1 case".to_owned() } else { format!("{n} cases") },
};

fn informant(code: &str) -> &'static str {
    match code {
        "requester" => "Requester",
        "pathologist" => "Pathologist",
        "laboratory" => "Laboratory",
        "patient" => "Patient or nurse",
        "pharmacy" => "Pharmacy",
        "ophthalmologist" => "Ophthalmologist",
        _ => "?",
    }
}
