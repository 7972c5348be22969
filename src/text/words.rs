use super::{Codes, Label, Lang, Lists};
use crate::domain::{Drug, Objection, Refusal, SledaiItem};
use crate::read::Problem;

/// A word or sentence that never varies.
type Word = &'static str;

/// Every word of one language.
#[expect(missing_docs, reason = "the name of a word is its meaning")]
pub struct Words {
    pub lang: Lang,
    pub lists: Lists,
    /// Words for the codes of guidelines and scores.
    pub codes: Codes,
    /// The abbreviation a meeting uses, or the name where there is none.
    pub drug_short: fn(Drug) -> Word,
    /// When the item counts, and what it excludes (activity.md 1, in our own words).
    pub sledai_definition: fn(SledaiItem) -> Word,
    /// The 12 domains of the damage index, in its order.
    pub sdi_domains: [Word; 12],
    /// Short names of the months.
    pub months: [Word; 12],
    pub refusal: fn(&Refusal) -> String,
    pub problem: fn(&Problem) -> String,
    pub objection: fn(&Objection) -> String,
    pub app: App,
    pub count: Count,
    pub unit: Unit,
    pub queue: Queue,
    pub case: CaseWords,
    pub table: Table,
    pub verdict: Verdict,
    pub agreement: Agreement,
    pub topic: Topic,
    pub activity: Activity,
    pub damage: DamageWords,
    pub person: PersonWords,
    pub guide: Guide,
    pub panel: PanelWords,
    pub safety: SafetyWords,
    pub decision: DecisionWords,
    pub archive: Archive,
    pub key: Key,
    pub screens: Screens,
    pub error: Error,
    pub ledger: Ledger,
    pub theme: Theme,
    pub report: Report,
    pub verify: VerifyWords,
    pub editions: Editions,
    pub ground: GroundWords,
    pub ranked: Ranked,
    pub whatif: WhatIf,
    pub origin: OriginWords,
    pub timeline: TimelineWords,
    pub taper: TaperWords,
    pub basics: BasicsWords,
    pub personal: PersonalWords,
    pub index: IndexWords,
    pub kidney: KidneyWords,
    pub steroid: SteroidWords,
    pub bone: BoneWords,
    pub cyclophosphamide: CycloWords,
    pub renal: RenalWords,
    pub scores: ScoreWords,
    pub scores_entry: ScoresEntryWords,
    pub config: ConfigWords,
    pub live: LiveWords,
    pub hand: HandWords,
    pub places: PlaceWords,
    pub writing: WritingWords,
    pub new_case: NewCaseWords,
    pub labs: LabsWords,
    pub chase: ChaseWords,
    pub meeting: MeetingWords,
    pub meeting_order: MeetingOrderWords,
    pub deliberation: DeliberationWords,
    pub after: AfterWords,
    pub due: DueWords,
    pub encryption: EncryptionWords,
    pub identity: IdentityWords,
    pub shorthand: ShorthandWords,
    pub keeping: KeepingWords,
    pub sync: SyncWords,
    pub export: ExportWords,
    pub fhir: FhirWords,
    pub compare: CompareWords,
    pub precedent: PrecedentWords,
    pub rerun: RerunWords,
    pub replay: ReplayWords,
    pub history: HistoryWords,
    pub filter: FilterWords,
    pub documents: DocumentWords,
    pub sheet: SheetWords,
    pub minutes: MinutesWords,
    pub letter: LetterWords,
    pub plan: PlanWords,
    pub stats: StatsWords,
}

impl Words {
    /// The label of an entry of a closed list.
    pub fn label(&self, entry: impl Label) -> &'static str {
        entry.label(self)
    }
}

/// Declares a group of words: plain ones, and those that take arguments.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($word:ident $(: $takes:ty)?),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[expect(missing_docs, reason = "the name of a word is its meaning")]
        pub struct $name { $(pub $word: words!(@type $($takes)?)),+ }
    )+};
    (@type) => { &'static str };
    (@type $takes:ty) => { $takes };
}

mod after;
mod basics;
mod config;
mod deliberation;
mod documents;
mod dose;
mod due;
mod encryption;
mod export;
mod filter;
mod hand;
mod identity;
mod intake;
mod keeping;
mod kidney;
mod live;
mod meeting;
mod origin;
mod past;
mod personal;
mod renal;
mod replay;
mod scores;
mod scores_entry;
mod shorthand;
mod stats;
mod sync;
mod timeline;
mod writing;

pub use after::AfterWords;
pub use basics::BasicsWords;
pub use config::ConfigWords;
pub use deliberation::DeliberationWords;
pub use documents::{Changed, DocumentWords, LetterWords, MinutesWords, PlanWords, SheetWords};
pub use dose::{BoneWords, CycloWords, SteroidWords};
pub use due::DueWords;
pub use encryption::EncryptionWords;
pub use export::{ExportWords, FhirWords};
pub use filter::FilterWords;
pub use hand::{HandWords, PlaceWords};
pub use identity::IdentityWords;
pub use intake::{ChaseWords, LabsWords, NewCaseWords};
pub use keeping::KeepingWords;
pub use kidney::{IndexWords, KidneyWords};
pub use live::LiveWords;
pub use meeting::{MeetingOrderWords, MeetingWords, clock, lacking};
pub use origin::OriginWords;
pub use past::{CompareWords, PrecedentWords, RerunWords};
pub use timeline::TimelineWords;
mod taper;

pub use personal::PersonalWords;
pub use renal::{
    FlareWords, HcqLevelWords, HistologyWords, ProteinuriaWords, RenalWords, ResponseWords, SerologyWords, Type2Words,
};
pub use replay::{HistoryWords, ReplayWords};
pub use scores::ScoreWords;
pub use scores_entry::ScoresEntryWords;
pub use shorthand::ShorthandWords;
pub use stats::StatsWords;
pub use sync::SyncWords;
pub use taper::TaperWords;
pub use writing::WritingWords;

words! {
    /// The program as a whole.
    App {
        not_a_prescriber, synthetic, read_only,
        too_small: fn(u16, u16) -> String, unknown, not_stated, none, yes, no, or, on_date: fn(&str) -> String,
        source, since, no_data,
    }
    /// Counted things.
    Count {
        cases: fn(usize) -> String, errors: fn(usize) -> String,
        warnings: fn(usize) -> String, years: fn(i64) -> String, months: fn(i64) -> String, weeks: fn(i64) -> String,
        days: fn(i64) -> String,
    }
    /// Names of measures and their units.
    Unit {
        egfr, egfr_unit, upcr, creatinine, albumin, hcq, hcq_level, prednisone, anti_dsdna,
        blood_pressure, weight, height, mg_per_day, mg_per_kg_per_day, per_year, day_short,
    }
    /// The queue of cases.
    Queue {
        title, case, alias, age, sex, class, upcr, egfr, egfr_head, question, missing, status,
        to_discuss, to_record, draft, decided, postponed, broken, filter, sorted_by: fn(&str) -> String,
        nothing_matches, no_case, complete, errors_of: fn(&str) -> String, position: fn(usize, usize) -> String,
    }
    /// The head of a case and what surrounds its panels.
    CaseWords {
        question, requester, first_flare, flare: fn(u8) -> String, activity_index, chronicity_index, missing,
        nothing_missing, treatments, biopsies, pregnancy, contraception, wish, extrarenal, comorbidities, mode,
        female_short, male_short, weeks_of_amenorrhoea,
    }
    /// Guidelines side by side.
    Table {
        title, agreement, common_ground, no_common_ground, why, statement, grade, edition, doi, unnumbered, facts,
        needs: fn(&str) -> String, would_change, checked_by: fn(&str, &str) -> String,
        off_label, not_applicable, contradicts_itself: fn(&str) -> String,
    }
    /// The words of a verdict (guidelines.md S).
    Verdict {
        preferred, recommended, option, alternative, caution, avoid, not_addressed, conflict, needs_data,
    }
    /// How the guidelines of a row stand to each other.
    Agreement { agree, close, differ, conflict }
    /// The rows of the table.
    Topic {
        regimens, calcineurin_inhibitor,
        pulse, taper, targets, label,
    }
    /// The activity panel.
    Activity { title, sledai, without_serology, without_laboratory, window, pga, ptga, not_assessed, no_visit, type2, fatigue, pain, sleep, mood, cognition, cannot_say: fn(&str) -> String }
    /// The damage panel.
    DamageWords { title, sdi, no_damage, not_reviewed, reviewed_on: fn(&str) -> String, prednisone_now, hcq_dose, stage, eye_exam }
    /// The person panel.
    PersonWords {
        title, caregiver, education, association, tobacco, adherence,
    }
    /// What guidelines say in amounts and names.
    Guide { alone, calcineurin_inhibitor, glucocorticoid, low_dose, high_dose, oral, any_dose, nothing_to_compare, without_numbers: fn(&str) -> String, at_most_weeks: fn(&str) -> String, by_month: fn(&str) -> String, by_week: fn(&str) -> String, cap, floor, colon, egfr_within: fn(&str) -> String, for_days: fn(&str) -> String, in_all: fn(&str) -> String, months_of: fn(&str) -> String, passed: fn(&str) -> String, weight_missing, secondary_short, memory_short, inference_short, week, in_week: fn(&str) -> String, from_week: fn(&str) -> String, taper_for: fn(&str) -> String, taper_capped, taper_held, taper_rises }
    /// What the panels of a case say beside the names of things.
    PanelWords { series, antiphospholipid, at_least: fn(&str) -> String, at_most: fn(&str) -> String, up_to: fn(&str) -> String, at_month: fn(i64) -> String, by_mouth, intravenous, ceiling: fn(&str) -> String, egfr_slope, eye_exam, ended, entered_by: fn(&str) -> String, equivalents: fn(&str) -> String, flares_unknown, inside_margin, met, not_met, next_check: fn(&str) -> String, overdue, no_age, no_weight, no_biopsy, no_category, no_flare, no_limit, no_longer_known, normal, not_checked, not_counted, not_due, complete, partial, no_response, low, raised, precarious, not_precarious, quintile: fn(usize) -> String, read, real_weight, ungraded, work }
    /// Safety alerts.
    SafetyWords {
        title, never, nothing, fires_none, cannot_say: fn(usize) -> String, rules: fn(usize) -> String, on_lines, of_case, at_lock, not_judged, as_of: fn(&str) -> String,
    }
    /// The decision, its form and its read-back.
    DecisionWords {
        title, outcome, lines, drug, words, rationale, rationale_hint, concordance,
        departure_of: fn(&str) -> String, next, next_hint, amends: fn(u32) -> String, amend_reason, draft_saved,
        read_back, read_back_prompt, locked, version,
        characters_left: fn(usize) -> String, outcome_missing, rationale_missing, departure_missing: fn(&str) -> String,
        amend_reason_missing, rationale_too_long: fn(usize) -> String,
        proposed_by: fn(&str, &str) -> String, proposed_among: fn(&str, &str) -> String, goes_on: fn(&str) -> String, dose_above,
    }
    /// Past decisions.
    Archive {
        title, search, date, nothing_found, nothing_yet, as_seen_then, timeline, amend, editions, hash, superseded,
        backed_up: fn(&str) -> String,
    }
    /// What the footer calls the keys' acts.
    Key {
        guideline, up, down, left, right, move_, open, why, back, quit, help, search, filter, sort, reorder_up, reorder_down, edit,
        errors, decide, archive, next, previous, panel, amend, read_back, lock, cancel, accept,
        add, timeline, first, last, page_up, page_down, language, theme, unfold, enlarge,
    }
    /// What surrounds every screen, and what the lists, the form and the read-back say of themselves.
    Screens {
        masked, hidden, reading, warning_due, everywhere, typed_line, f_keys, file_errors,
        past_decision, marks, mask, postpone, next_field, previous_field, clear_field,
        previous_panel,
        locked, postponed, draft_found, read_only, ledger_opened, unsaved, nothing_recorded, file_has_errors: fn(&str) -> String, cannot_reorder: fn(&str, &str) -> String, reread,
        incomplete, improbable: fn(&str) -> String, not_current, already_decided, cannot_read_locked, postpone_reason, to_record, agenda_order, see_errors: fn(&str, &str) -> String,
        last_labs, rule, filtered: fn(&str) -> String, no_remark, file_gone,
        not_saved, saved, understood, kept_as_text, no_line, no_next, choose_outcome, choose_reason,
        lines_missing, next_unreadable, next_not_ahead, locking, timeline_of: fn(&str) -> String, version: fn(u32) -> String,
        by: fn(&str) -> String, current, versions, because, case_then, found: fn(usize) -> String,
    }
    /// What went wrong, and what to do next.
    Error {
        error, warning, no_case_in: fn(&str) -> String,
        cannot_read: fn(&str, &str) -> String,

        no_terminal, no_home, no_editor: fn(&str, &str) -> String,
        unknown_case: fn(&str) -> String,
    }
    /// Why the ledger did not do what was asked, and what to do next.
    Ledger {
        folder_missing: fn(&str) -> String, missing: fn(&str) -> String, copy_missing: fn(&str) -> String, is_a_folder: fn(&str) -> String,
        permission: fn(&str) -> String, read_only, disk_full, busy, moved, cannot_open: fn(&str) -> String,
        disk: fn(&str) -> String, corrupt: fn(&str) -> String, not_a_database: fn(&str) -> String,
        not_a_ledger: fn(&str) -> String, newer: fn(i32, usize) -> String, older: fn(i32, usize) -> String,
        event: fn(i64, &str) -> String, blank, case_file_changed, already_decided: fn(&str, &str) -> String,
        superseded: fn(&str, u32) -> String, another_case: fn(&str, &str) -> String, unknown_decision: fn(&str) -> String,
        draft_changed: fn(&str) -> String, draft_gone, already_there: fn(&str) -> String, refused: fn(&str) -> String,
    }
    /// What is wrong with a theme file.
    Theme {
        unreadable: fn(&str, &str) -> String, missing_colour: fn(&str) -> String, bad_colour: fn(&str, &str) -> String,
        unknown_role: fn(&str, &str) -> String, bad_style: fn(&str, &str) -> String, too_large,
        unknown_theme: fn(&str, &str) -> String,
    }
    /// A case in text and in Markdown.
    Report { colon, semicolon, fact, facts, topic, see: fn(&str) -> String, patient, no_biopsy, biopsy_of: fn(&str) -> String, no_flare, flares, lupus_since, no_extrarenal, no_treatment, meeting, computed_for: fn(&str) -> String, due: fn(&str) -> String, reached, not_reached, not_due, not_judged, shared_regimens, warnings, oral_and_intravenous: fn(&str, &str) -> String, ceiling: fn(&str) -> String, labels_in: fn(&str) -> String, as_of: fn(&str) -> String, adults_only, sources, entered_by: fn(&str) -> String, not_checked, next_check: fn(&str) -> String, read, scale }
    /// The editions of the guidelines: where they come from, what of them was read, what they cover.
    Editions {
        title, key, local, local_short, refused: fn(&str) -> String, further, coverage, topic, statements, silent, silent_for_some,
        weakest, cautions, counts, no_caution, files: fn(usize) -> String, no_guideline_in: fn(&str) -> String,
    }
    /// What all applicable guidelines accept, part by part.
    GroundWords {
        glucocorticoid, pulse, start, target, response, duration, and,
        no_shared_pulse, no_shared_dose, ranges_apart: fn(&str, &str, &str, &str) -> String,
        different_days: fn(&str) -> String,
    }
    /// What is missing and how much hangs on it; differences that matter; rows that do not.
    Ranked {
        settles: fn(usize) -> String, with_others: fn(usize) -> String, more_with_others: fn(usize) -> String,
        could_change: fn(usize) -> String, ask, difference, same, could_matter: fn(&str) -> String, more: fn(usize, &str) -> String,
        not_for_this_patient: fn(&str, &str) -> String, unfolds: fn(&str) -> String, folds: fn(&str) -> String,
    }
    /// What if: facts supposed otherwise.
    WhatIf {
        title, hypothesis, most_asked, banner, banner_short, supposed, histology, kidney, course, extrarenal, pregnancy, background,
        not_asked, cells: fn(usize) -> String, verdicts: fn(usize) -> String, facts: fn(usize) -> String, no_cell, nothing, truth, instead_of: fn(&str) -> String, otherwise,
        prompt: fn(&str) -> String, bare_unit: fn(&str) -> String, remark, recorded, nothing_supposed, why_supposed, report_note,
        change, set_unknown, restore, restore_all, record, side, mark, past, unknown_fact: fn(&str) -> String, nearest: fn(&str) -> String, known_facts: fn(&str) -> String, no_value: fn(&str) -> String,
    }
    /// What recomputing the ledger found.
    VerifyWords {
        chain_whole: fn(usize) -> String, chain_broken: fn(u64) -> String, whole_but: fn(usize) -> String, head_hash, affected_cases, and_more: fn(usize) -> String, restore, no_case,
        file_damaged: fn(&str) -> String, object_missing: fn(&str) -> String, object_changed: fn(&str) -> String,
        object_foreign: fn(&str) -> String, event: fn(i64, &str, &str, &str) -> String, content_changed, does_not_follow,
        gap: fn(i64) -> String, events_after: fn(u64) -> String, unreadable: fn(i64, &str) -> String,
        row_missing: fn(&str, &str) -> String, row_changed: fn(&str, &str) -> String, row_extra: fn(&str, &str) -> String,
    }
}
