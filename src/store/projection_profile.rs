use rusqlite::{Connection, params};

use super::journal::Event;
use super::{AfterAct, DecisionAct, Locked, StoreError};
use crate::domain::{CourseOutcome, Day, Drug, NotDone, Sex, Upcr};
use crate::meeting::{ClassGroup, ExtrarenalLevel, PregnancyProject, Profile};

/// A version of a decision in figures, and the title under which it uses each drug.
pub(super) fn decision(connection: &Connection, event: &Event, locked: &Locked) -> Result<(), StoreError> {
    let locked_on = event.at.get(..10).and_then(|day| day.parse().ok());
    let profile = Profile::of_locked(locked, locked_on.unwrap_or(Day(chrono::NaiveDate::default())));
    figures(connection, event.seq, &profile)?;
    let mut insert = connection.prepare_cached("INSERT INTO decision_use VALUES (?1, ?2, ?3, ?4)")?;
    for (position, one) in (1_i64..).zip(&locked.decision.uses) {
        insert.execute(params![event.seq, position, one.drug.code(), one.title.code()])?;
    }
    Ok(())
}

fn figures(connection: &Connection, seq: i64, profile: &Profile) -> rusqlite::Result<()> {
    let joined = |drugs: &Option<Vec<Drug>>| {
        drugs.as_ref().map(|drugs| drugs.iter().map(|drug| drug.code()).collect::<Vec<_>>().join("+"))
    };
    connection
        .prepare_cached(
            "INSERT INTO decision_profile VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
               ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)",
        )?
        .execute(params![
            seq,
            profile.class_group.map(ClassGroup::code),
            profile.upcr,
            profile.egfr,
            profile.age,
            profile.sex.map(Sex::code),
            profile.weight,
            profile.flares,
            profile.failed_courses,
            profile.prior_lines,
            profile.extrarenal.map(ExtrarenalLevel::code),
            profile.pregnancy.map(PregnancyProject::code),
            profile.activity_index,
            profile.chronicity_index,
            profile.centre,
            profile.patient_view,
            joined(&profile.regimen),
            joined(&profile.started),
            profile.steroid_start,
            profile.steroid_start_kg,
            profile.pulse,
            profile.steroid_m6,
            profile.hcq_kg,
            profile.raas,
            profile.sglt2,
            profile.rebiopsy,
        ])
        .map(drop)
}

/// What came of a decision at a look back, in figures; what is written otherwise than with a unit we know has none.
pub(super) fn after(connection: &Connection, event: &Event, act: &DecisionAct) -> rusqlite::Result<()> {
    let AfterAct::Followed(follow) = &act.done else { return Ok(()) };
    let upcr = follow.upcr.as_deref().and_then(|written| written.parse::<Upcr>().ok());
    connection
        .prepare_cached(
            "INSERT INTO decision_look SELECT event_seq, id, set_id, case_id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
             FROM decision_act WHERE event_seq = ?1",
        )?
        .execute(params![
            event.seq,
            follow.on.to_string(),
            follow.months,
            follow.fulfilment.code(),
            follow.reason.map(NotDone::code),
            follow.outcome.map(CourseOutcome::code),
            upcr.and_then(|upcr| upcr.in_unit("g/g")).and_then(|value| f64::try_from(value).ok()),
            follow.egfr.as_deref().and_then(|written| amount(written, &["mL/min"])),
            follow.sledai,
            follow.steroid.as_deref().and_then(|written| amount(written, &["mg/d", "mg/j", "mg/day"])),
        ])
        .map(drop)
}

/// The number in front of one of these units, with a decimal point or comma: `7,5 mg/j`, `62 mL/min/1.73m²`.
fn amount(written: &str, units: &[&str]) -> Option<f64> {
    let end = written.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))?;
    let (number, unit) = written.split_at(end);
    let is_one = units.iter().any(|known| unit.trim_start().starts_with(known));
    is_one.then(|| number.replace(',', ".").parse().ok()).flatten()
}
