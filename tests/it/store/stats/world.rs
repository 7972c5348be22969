//! The planned decisions, written through the public acts only.

use regards::domain::{ActionEnd, ActionItem, Due, When};
use regards::meeting::Profile;

use super::super::*;
use super::plan::{Amended, MEETINGS, Plan, later, meeting_day, plans};

const THERE: [Specialty; 4] =
    [Specialty::Nephrology, Specialty::InternalMedicine, Specialty::Rheumatology, Specialty::Pathology];

fn on(day: Day) -> Act {
    Act { at: day.0.and_hms_opt(12, 0, 0).unwrap().and_utc(), actor: "S. B.".to_owned() }
}

/// Which specialties are on the sheet of a meeting.
pub fn attends(meeting: usize) -> Vec<Specialty> {
    let all = [(Specialty::Nephrology, 1), (Specialty::InternalMedicine, 2), (Specialty::Pathology, 3)];
    all.into_iter().filter(|(_, every)| meeting.is_multiple_of(*every)).map(|(specialty, _)| specialty).collect()
}

/// How many breaks a meeting has.
pub const fn breaks(meeting: usize) -> usize {
    meeting % 3
}

/// Whether a case was put off at a meeting.
pub const fn puts_off(meeting: usize) -> bool {
    meeting.is_multiple_of(2)
}

/// A ledger of the planned decisions, written once for all tests and copied for each.
pub fn known() -> (tempfile::TempDir, Ledger, Vec<Plan>) {
    static WRITTEN: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let plans = plans(1);
    let written = WRITTEN.get_or_init(|| {
        let mut ledger = Ledger::open(&path).unwrap();
        ledger.connection().pragma_update(None, "synchronous", "OFF").unwrap();
        write(&mut ledger, &plans);
        drop(ledger);
        let written = std::fs::read(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        written
    });
    std::fs::write(&path, written).unwrap();
    let ledger = Ledger::open(&path).unwrap();
    (folder, ledger, plans)
}

fn write(ledger: &mut Ledger, plans: &[Plan]) {
    for number in 0..MEETINGS {
        hold(ledger, number);
    }
    for plan in plans {
        decide(ledger, plan);
    }
}

fn hold(ledger: &mut Ledger, number: usize) {
    let day = meeting_day(number);
    let mut acts = vec![sessions::opened()];
    for specialty in attends(number) {
        let person = Participant { name: format!("Dr {specialty}"), specialty, role: Role::Expert, centre: None };
        // Corrected once: still one person.
        acts.push(SessionAct::Joined { person: person.clone(), presence: Presence::Phone });
        acts.push(SessionAct::Joined { person, presence: Presence::Room });
    }
    for _ in 0..breaks(number) {
        acts.extend([SessionAct::BreakBegan, SessionAct::BreakEnded]);
    }
    acts.push(SessionAct::Closed);
    for done in acts {
        ledger.record_meeting(&MeetingAct { meeting: day, done }, &on(day)).unwrap();
    }
    if puts_off(number) {
        let off = Postponement { meeting: Some(day), ..postponement(&format!("OFF-{number}"), "biopsie attendue") };
        ledger.postpone(&off, &on(day)).unwrap();
    }
}

fn decide(ledger: &mut Ledger, plan: &Plan) {
    let last = as_locked(plan);
    let mut id = None;
    if plan.amended != Amended::Never {
        // What the first version said is counted nowhere.
        let first = Locked { profile: Some(Profile::default()), ..locked(&plan.case) };
        let mut first = Locked { meeting: plan.meeting, alias: last.alias.clone(), room: last.room.clone(), ..first };
        first.decision.outcome = Outcome::Withdrawn;
        let before = ledger.lock(&first, None, &on(plan.locked_on)).unwrap();
        if plan.amended == Amended::After {
            let done = AfterAct::Signed { by: "Dr C".to_owned() };
            ledger.record_after(&DecisionAct { decision: before, done }, &on(later(plan.locked_on, 1))).unwrap();
        }
        let amends = Some(Amendment { decision: before, reason: "correction".to_owned() });
        id = Some(ledger.lock(&Locked { amends, ..last.clone() }, None, &on(later(plan.locked_on, 3))).unwrap());
    }
    let id = id.unwrap_or_else(|| ledger.lock(&last, None, &on(plan.locked_on)).unwrap());
    let day = plan.day();
    let mut after = |done, day| {
        ledger.record_after(&DecisionAct { decision: id, done }, &on(day)).unwrap();
    };
    if let Some(days) = plan.signed {
        after(AfterAct::Signed { by: "Dr C".to_owned() }, later(day, days));
    }
    if let Some(days) = plan.told {
        let on = later(day, days);
        after(AfterAct::Told { on, by: "Dr A".to_owned(), answer: PatientAnswer::Accepts, words: String::new() }, on);
        let again = later(on, 5);
        after(
            AfterAct::Told { on: again, by: "Dr A".to_owned(), answer: PatientAnswer::Accepts, words: String::new() },
            again,
        );
    }
    for (number, task) in (1..).zip(&plan.tasks) {
        let Some(end) = task.end else { continue };
        let end = ActionEnd::from_code(end).unwrap();
        let on = later(day, 10);
        after(AfterAct::ActionEnded { action: number, on, end, words: "sans objet".to_owned() }, on);
    }
    for look in &plan.looks {
        let on = later(day, look.after);
        let figure = |value: Option<f64>, unit: &str| value.map(|value| format!("{value} {unit}"));
        let follow = FollowUp {
            on,
            months: look.months,
            fulfilment: look.fulfilment,
            per_line: Vec::new(),
            reason: look.reason,
            outcome: look.outcome,
            upcr: figure(look.upcr, "g/g"),
            egfr: figure(look.egfr, "mL/min/1.73m²"),
            sledai: None,
            steroid: figure(look.steroid, "mg/d"),
            words: String::new(),
        };
        after(AfterAct::Followed(follow), on);
    }
}

fn as_locked(plan: &Plan) -> Locked {
    let mut made = locked(&plan.case);
    made.alias = alias(&plan.alias);
    made.meeting = plan.meeting;
    made.question = plan.question.parse().unwrap();
    made.missing = plan.missing.iter().map(|one| (*one).to_owned()).collect();
    made.room = plan.room.as_ref().map(|room| RoomThen {
        meeting: plan.meeting.unwrap(),
        quorum: Quorum {
            status: room.quorum,
            present: THERE[..room.specialties].to_vec(),
            short_by: 0,
            missing: room.lacking.clone(),
        },
        mode: room.mode,
        position: room.position,
        seconds: room.seconds,
        budget: room.budget,
        ..room_then()
    });
    made.profile = Some(profile(plan));
    decision(&mut made.decision, plan);
    made
}

fn decision(decision: &mut Decision, plan: &Plan) {
    decision.outcome = plan.outcome;
    if !plan.has_lines {
        decision.lines.clear();
    }
    decision.branches.clear();
    decision.targets.clear();
    decision.agreement = plan.agreement;
    let stand = |(before, after): &(Option<Position>, Option<Position>)| Stand {
        specialty: Specialty::Nephrology,
        person: None,
        before: *before,
        after: *after,
        words: String::new(),
    };
    decision.positions = plan.voices.iter().map(stand).collect();
    let dissent =
        |specialty: &Specialty| Dissent { specialty: *specialty, person: None, words: String::new(), minuted: false };
    decision.dissent = plan.dissent.iter().map(dissent).collect();
    let read = |(guideline, reading): &(&str, Reading)| Concordance {
        guideline: (*guideline).to_owned(),
        edition: "2024".to_owned(),
        reading: *reading,
        statements: Vec::new(),
        dose_above: false,
    };
    decision.concordance = plan.readings.iter().map(read).collect();
    let departs = plan.readings.iter().filter(|(_, reading)| *reading == Reading::Deviates);
    let departs = departs.filter_map(|(guideline, _)| {
        Some(Departure { guideline: (*guideline).to_owned(), reason: plan.reason?, words: String::new() })
    });
    decision.departures = departs.collect();
    let used = |title: &UseType| DrugUse { drug: Drug::MycophenolateMofetil, title: *title };
    decision.uses = plan.uses.iter().map(used).collect();
    let due = Due { said: When::On(day("2030-01-01")), day: Some(day("2030-01-01")) };
    let action = |(number, task): (usize, &super::plan::Task)| ActionItem {
        kind: task.kind,
        what: format!("action {number}"),
        owner: task.owner.then(|| "Dr A".to_owned()),
        when: task.due.then_some(due),
    };
    decision.actions = plan.tasks.iter().enumerate().map(action).collect();
}

fn profile(plan: &Plan) -> Profile {
    Profile {
        class_group: plan.class,
        upcr: plan.upcr,
        egfr: plan.egfr,
        age: plan.age,
        sex: plan.sex,
        flares: plan.flares,
        prior_lines: plan.prior,
        extrarenal: plan.extrarenal,
        pregnancy: plan.pregnancy,
        activity_index: plan.activity,
        chronicity_index: plan.chronicity,
        centre: plan.centre.map(str::to_owned),
        patient_view: plan.view,
        regimen: plan.regimen.clone(),
        steroid_start: plan.start,
        steroid_start_kg: plan.start_kg,
        pulse: plan.pulse,
        steroid_m6: plan.m6,
        hcq_kg: plan.hcq,
        raas: plan.raas,
        sglt2: plan.sglt2,
        rebiopsy: plan.rebiopsy,
        ..Profile::default()
    }
}
