//! What documents say beside what the meeting said: the sheet of a case, minutes, the letter, the patient's plan.

use rust_decimal::Decimal;

use crate::domain::Comparison;

/// A change that is waited for, as everyday words put it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// A fall; else a rise.
    pub falls: bool,
    /// Whether it happens; else what is waited for is that it does not.
    pub happens: bool,
    /// More than so much; else so much or more.
    pub beyond: bool,
}

impl Changed {
    /// What it means to be so compared with a change: above -25 % is no fall of 25 % or more; below it, a fall of more
    /// than that.
    pub const fn of(comparison: Comparison, change: Decimal) -> Self {
        let falls = change.is_sign_negative();
        let (happens, beyond) = match comparison {
            Comparison::Above => (!falls, !falls),
            Comparison::AtLeast => (!falls, falls),
            Comparison::Below => (falls, falls),
            Comparison::AtMost => (falls, !falls),
        };
        Self { falls, happens, beyond }
    }
}

words! {
    /// Documents in general: their states, their headings, their files.
    DocumentWords {
        sheet, minutes, letter, plan, sheet_file, minutes_file, letter_file, plan_file,
        not_signed, to_sign_again, replaced, page: fn(usize, usize) -> String, reference, identity,
        not_made: fn(&str) -> String, written_to: fn(&str) -> String, exists: fn(&str) -> String,
        not_on_a_terminal: fn(&str) -> String, no_meeting: fn(&str) -> String, no_identity, no_plan,
        menu, menu_key, minutes_key, write_key, other_form, masked, will_be_draft, to_folder: fn(&str) -> String, read_only,
    }
    /// The sheet of a case.
    SheetWords {
        patient, meeting, question, decision, guidelines, file_unreadable, this_decision, record,
        meeting_and_document, recused, quorum, mode, requester, file, editions, document, place: fn(u32) -> String, rule, discussed, recorded, said: fn(&str) -> String,
        complete, incomplete: fn(&str) -> String, kind, locked_by: fn(&str, &str) -> String,
    }
    /// Minutes of a meeting.
    MinutesWords {
        still_open, provisional, hash: fn(&str) -> String, hash_note, to_sign: fn(usize, usize) -> String, never_opened,
        hours, breaks, no_break, cases, none_decided, departures, passage, late, postponed, carried, undecided, people,
        stays, interests, editions, signature: fn(&str, &str) -> String,
    }
    /// The letter to the requester.
    LetterWords {
        title, to: fn(&str) -> String, to_nobody, subject, greeting, opening: fn(&str, &str) -> String,
        opening_no_room: fn(&str) -> String, quoted: fn(&str) -> String, proposal, no_line, reasons,
        departs: fn(&str, &str) -> String, dissent, asked, told_by: fn(&str, &str) -> String, told: fn(&str) -> String,
        replaces: fn(&str, &str) -> String, stops,
        nobody_tells, patient_question: fn(&str) -> String, next: fn(&str) -> String, back: fn(&str) -> String, standing,
        valid, staff, quorum_unknown, responsible, closing, for_the_meeting: fn(&str) -> String, no_chair, not_signed_yet,
    }
    /// The patient's plan, in everyday words.
    PlanWords {
        title, for_you: fn(&str, &str) -> String, given_by, before, forbids: fn(&str) -> Option<&'static str>, forbids_pregnant: fn(&str) -> String, forbids_other: fn(&str) -> String,
        treatments, no_change, do_not_change, start, stop, increase,
        decrease, taper, go_on, go_on_at, hold, switch, add, otherwise_drug, taken, ask_doctor, what_for: fn(&str) -> Option<&'static str>,
        if_it_happens, otherwise: fn(&str, &str) -> String, comes_back, aims, to_do, by_day: fn(&str) -> String, by: fn(&str) -> String,
        dates, next: fn(&str) -> String, no_next, meeting_again: fn(&str) -> String, explains_by: fn(&str, &str) -> String,
        explains: fn(&str) -> String, nobody, asked: fn(&str) -> String, your_view, call, doctor, telephone, emergency,
        my_questions, resources, resources_note, measure: fn(&str) -> Option<&'static str>, unit: fn(&str, Decimal) -> Option<&'static str>,
        per: fn(&str) -> &'static str, route: fn(&str) -> &'static str, every: fn(u16, &str) -> String,
        times: fn(u16, &str) -> String, administrations: fn(u16, u16) -> String, parted: fn(u16) -> String, for_weight: fn(&str) -> String, lasting: fn(u16, &str) -> String, from: fn(&str) -> String,
        after_start: fn(u16, &str) -> String, nth_day: fn(u16) -> String, at_days: fn(&str) -> String, bolus, stepwise, then_stop, until_dose: fn(&str) -> String, reached_by: fn(&str, &str) -> String,
        between: fn(&str, &str) -> String, at_most: fn(&str) -> String, at_least: fn(&str) -> String, below: fn(&str) -> String,
        above: fn(&str) -> String, changed: fn(Changed, &str) -> String, labs,
    }
}
