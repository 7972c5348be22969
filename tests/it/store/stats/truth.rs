//! Which rows each figure must have, said from the plan alone: no table, no view, nothing of the program's counting.

use regards::domain::{ActionKind, Agreement, Drug, UseType};
use regards::domain::{CourseOutcome, Day, Fulfilment, Mode, Outcome, Position, QuorumStatus, Reading, Sex, Specialty};
use regards::meeting::{ClassGroup, ExtrarenalLevel, PregnancyProject};

use super::plan::{Amended, CASES, Look, MEETINGS, Plan, Room, later, meeting_day};
use super::world::{attends, breaks, puts_off};

/// A row as it must be in a figure's view.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The case; none of a meeting.
    pub case: Option<String>,
    pub day: Day,
    pub part: Option<String>,
    pub answer: Option<String>,
    pub amount: Option<f64>,
}

/// Part, answer, number.
type Said = (Option<String>, Option<String>, Option<f64>);

fn say(answer: Option<&str>) -> Said {
    (None, answer.map(str::to_owned), None)
}

fn number(amount: Option<f64>) -> Said {
    (None, None, amount)
}

fn of(part: Option<&str>, (_, answer, amount): Said) -> Said {
    (part.map(str::to_owned), answer, amount)
}

#[expect(clippy::unnecessary_wraps, reason = "answers are options")]
const fn yes(truth: bool) -> Option<&'static str> {
    Some(if truth { "yes" } else { "no" })
}

fn maybe(truth: Option<bool>) -> Option<&'static str> {
    truth.and_then(yes)
}

/// The rows of a figure; none where nothing is known of it.
pub fn rows(code: &str, plans: &[Plan]) -> Option<Vec<Row>> {
    if let Some(meetings) = meetings(code, plans) {
        return Some(meetings);
    }
    let mut all = Vec::new();
    for (place, plan) in plans.iter().enumerate() {
        let said = said(code, plan, place, plans)?;
        let row = |(part, answer, amount)| Row { case: Some(plan.case.clone()), day: plan.day(), part, answer, amount };
        all.extend(said.into_iter().map(row));
    }
    if code == "passages" {
        let off = (0..MEETINGS).filter(|number| puts_off(*number)).map(|number| Row {
            case: Some(format!("OFF-{number}")),
            day: meeting_day(number),
            part: None,
            answer: Some("postponed".to_owned()),
            amount: None,
        });
        all.extend(off);
    }
    Some(all)
}

fn meetings(code: &str, plans: &[Plan]) -> Option<Vec<Row>> {
    let decided = |number: usize| plans[number * CASES..(number + 1) * CASES].iter().filter(|plan| plan.room.is_some());
    let row = |number: usize, (part, answer, amount): Said| Row {
        case: None,
        day: meeting_day(number),
        part,
        answer,
        amount,
    };
    #[expect(clippy::cast_precision_loss, reason = "a few cases")]
    let rows = (0..MEETINGS).map(|number| match code {
        "sessions" => Some(vec![row(number, self::number(Some(decided(number).count() as f64)))]),
        "breaks" => Some(vec![row(number, self::number(Some(breaks(number) as f64)))]),
        "session-quorum" => {
            let all: Vec<QuorumStatus> = decided(number).filter_map(|plan| Some(plan.room.as_ref()?.quorum)).collect();
            let answer = if all.contains(&QuorumStatus::NotReached) {
                Some("no")
            } else if all.contains(&QuorumStatus::Unknown) {
                None
            } else {
                Some("yes")
            };
            Some(vec![row(number, say(answer))])
        }
        "attendance" => {
            let all = [Specialty::Nephrology, Specialty::InternalMedicine, Specialty::Pathology];
            let there = attends(number);
            let one = |specialty: Specialty| if there.contains(&specialty) { "present" } else { "absent" };
            Some(all.map(|specialty| row(number, of(Some(specialty.code()), say(Some(one(specialty)))))).to_vec())
        }
        _ => None,
    });
    rows.collect::<Option<Vec<_>>>().map(|rows| rows.into_iter().flatten().collect())
}

#[expect(clippy::too_many_lines, reason = "one arm a figure")]
fn said(code: &str, plan: &Plan, place: usize, plans: &[Plan]) -> Option<Vec<Said>> {
    let room = plan.room.as_ref();
    let class = plan.class.map(ClassGroup::code);
    let treats = |said: Said| if plan.proposes() { vec![said] } else { vec![] };
    let trace = plan.meeting.is_some() && (plan.has_lines || plan.outcome == Outcome::ContinueUnchanged);
    Some(match code {
        "activity" => vec![number(Some(1.0))],
        "passages" => vec![say(Some("decided"))],
        "presentation" => {
            vec![say(plan.meeting.map(|_| if earlier(place, plans).is_some() { "again" } else { "first" }))]
        }
        "mode" => vec![say(room.map(|room| room.mode.code()))],
        "outcome" => vec![say(Some(plan.outcome.code()))],
        "centre" => vec![say(plan.centre)],
        "trace" => vec![say(yes(trace))],
        "three-specialties" => vec![say(room.and_then(|room| yes(trace && room.specialties >= 3)))],
        "quorum" => vec![say(room.map(|room| room.quorum.code()))],
        "lacking" => room.map_or(vec![], lacking),
        "complete" => vec![say(room.and_then(|_| yes(plan.missing.is_empty())))],
        "missing-items" => vec![number(room.map(|_| count(plan.missing.len())))],
        "missing" if room.is_none() => vec![],
        "missing" if plan.missing.is_empty() => vec![say(Some("none"))],
        "missing" => plan.missing.iter().map(|item| say(Some(item))).collect(),
        "deferral" => {
            let code = plan.outcome.code();
            vec![say(Some(if code.starts_with("deferred") { code } else { "none" }))]
        }
        "decision-reached" => vec![say(yes(plan.proposes()))],
        "patient-view" => vec![say(maybe(plan.view))],
        "duration" => room.map_or(vec![], |room| vec![of(Some(room.mode.code()), number(seconds(room)))]),
        "within-budget" => room.map_or(vec![], |room| {
            vec![say(room.seconds.zip(room.budget).and_then(|(took, might)| yes(took <= might)))]
        }),
        "half-duration" => half(place, plans, number(room.and_then(seconds))),
        "half-missing" => half(place, plans, number(Some(count(plan.missing.len())))),
        "half-voices" => half(place, plans, number(Some(count(plan.voices.len())).filter(|count| *count > 0.0))),
        "half-decision" => half(place, plans, say(yes(plan.proposes()))),
        "agreement" => vec![say(plan.agreement.map(Agreement::code))],
        "dissent" if plan.dissent.is_empty() => vec![say(Some("none"))],
        "dissent" => plan.dissent.iter().map(|one| say(Some(one.code()))).collect(),
        "kappa" => {
            let voice = |(before, after): &(Option<Position>, Option<Position>)| {
                [("before", before), ("after", after)].map(|(part, one)| of(Some(part), say(one.map(Position::code))))
            };
            plan.voices.iter().flat_map(voice).collect()
        }
        "moved" if plan.voices.is_empty() => vec![],
        "moved" => vec![say(moved(&plan.voices))],
        "same-again" => {
            let before = earlier(place, plans).filter(|before| before.question == plan.question);
            before.map_or(vec![], |before| {
                let both = plan.regimen.as_ref().zip(before.regimen.as_ref());
                vec![say(both.map(|(now, then)| if now == then { "same" } else { "other" }))]
            })
        }
        "spread" => match (class, plan.upcr, plan.egfr, regimen(plan)) {
            (Some(class), Some(upcr), Some(egfr), Some(regimen)) => {
                let band = if upcr < 1.0 {
                    "u0"
                } else if upcr < 3.0 {
                    "u1"
                } else {
                    "u3"
                };
                let profile = format!("{class}/{band}/{}", if egfr < 60.0 { "g0" } else { "g60" });
                vec![of(Some(&profile), say(Some(&regimen)))]
            }
            _ => vec![],
        },
        "concordance" => plan.readings.iter().map(|(who, how)| of(Some(who), say(Some(how.code())))).collect(),
        "concordance-time" => plan
            .readings
            .iter()
            .filter(|(_, how)| answers(*how))
            .map(|(who, how)| of(Some(who), say(yes(*how == Reading::Concordant))))
            .collect(),
        "bodies" => vec![say(bodies(plan))],
        "pairs" => pairs(plan),
        "departures" => {
            let deviating = plan.readings.iter().filter(|(_, how)| *how == Reading::Deviates);
            deviating
                .map(|(who, _)| of(Some(who), say(plan.reason.map(regards::domain::DepartureReason::code))))
                .collect()
        }
        "deviation-course" => {
            let deviates = plan.readings.iter().any(|(_, how)| *how == Reading::Deviates);
            let outcome = plan.looks.last().and_then(|look| look.outcome);
            vec![of(Some(if deviates { "deviates" } else { "follows" }), say(outcome.map(CourseOutcome::code)))]
        }
        "uses" => plan.uses.iter().map(|title| say(Some(UseType::code(*title)))).collect(),
        "regimen" => treats(of(class, say(regimen(plan).as_deref()))),
        "intensity" => {
            let many = plan.regimen.as_ref().map(|drugs| drugs.len().to_string());
            treats(of(class, say(many.as_deref())))
        }
        "agents" => match &plan.regimen {
            Some(drugs) if plan.proposes() && drugs.is_empty() => vec![say(Some("none"))],
            Some(drugs) if plan.proposes() => drugs.iter().map(|drug| say(Some(drug.code()))).collect(),
            _ => vec![],
        },
        "pulse" => treats(say(maybe(plan.pulse))),
        "steroid-start" => treats(of(class, number(plan.start_kg))),
        "steroid-m6" => treats((None, plan.m6.and_then(|dose| yes(dose <= 5.0)).map(str::to_owned), plan.m6)),
        "hcq" => treats((None, plan.hcq.and_then(|dose| yes(dose <= 5.0)).map(str::to_owned), plan.hcq)),
        "raas" => treats(say(maybe(plan.raas))),
        "sglt2" => treats(say(maybe(plan.sglt2))),
        "rebiopsy" => treats(say(maybe(plan.rebiopsy))),
        "vaccination" => treats(say(yes(plan.tasks.iter().any(|task| task.kind == ActionKind::Vaccine)))),
        "fulfilment" => vec![say(at_three(plan).map(|look| look.fulfilment.code()))],
        "specialties-fulfilled" => at_three(plan).map_or(vec![], |look| {
            vec![of(Some(look.fulfilment.code()), number(room.map(|room| count(room.specialties))))]
        }),
        "not-done" => {
            let last =
                plan.looks.last().filter(|look| matches!(look.fulfilment, Fulfilment::None | Fulfilment::Partial));
            last.map_or(vec![], |look| vec![say(look.reason.map(regards::domain::NotDone::code))])
        }
        "actions" => {
            plan.tasks.iter().map(|task| of(Some(task.kind.code()), say(Some(task.end.unwrap_or("open"))))).collect()
        }
        "course" => monthly(plan, |look| say(look.outcome.map(CourseOutcome::code))),
        "upcr-course" => with_start(plan.upcr, monthly(plan, |look| number(look.upcr))),
        "egfr-course" => with_start(plan.egfr, monthly(plan, |look| number(look.egfr))),
        "steroid-course" => with_start(plan.start, monthly(plan, |look| number(look.steroid))),
        "response-time" => {
            let reached = plan.looks.iter().find(|look| look.outcome == Some(CourseOutcome::Complete));
            let time = reached.or(plan.looks.last()).map(|look| days(look.after));
            let answer = plan.looks.last().map(|_| if reached.is_some() { "event" } else { "censored" });
            vec![(None, answer.map(str::to_owned), time)]
        }
        "relapse-time" => relapse(plan).map_or(vec![], |said| vec![said]),
        "class" => vec![say(class)],
        "sex" => vec![say(plan.sex.map(Sex::code))],
        "age" => vec![number(plan.age)],
        "upcr" => vec![of(class, number(plan.upcr))],
        "egfr" => vec![of(class, number(plan.egfr))],
        "activity-index" => vec![number(plan.activity.map(f64::from))],
        "chronicity-index" => vec![number(plan.chronicity.map(f64::from))],
        "flares" => vec![say(plan.flares.map(four_or_more).as_deref())],
        "prior-lines" => vec![say(plan.prior.map(four_or_more).as_deref())],
        "extrarenal" => vec![say(plan.extrarenal.map(ExtrarenalLevel::code))],
        "pregnancy" => vec![say(plan.pregnancy.map(PregnancyProject::code))],
        "signed" => vec![say(yes(plan.signed.is_some()))],
        "amended" => vec![say(Some(match plan.amended {
            Amended::Never => "no",
            Amended::Before => "before",
            Amended::After => "after",
        }))],
        "duplicates" => {
            let twin = |other: &Plan| other.alias == plan.alias && other.case != plan.case && other.day() == plan.day();
            vec![say(yes(plans.iter().any(twin)))]
        }
        "orphans" => {
            let name = |owner, due| match (owner, due) {
                (true, true) => "owned-and-dated",
                (true, false) => "no-day",
                (false, true) => "no-owner",
                (false, false) => "neither",
            };
            plan.tasks.iter().map(|task| say(Some(name(task.owner, task.due)))).collect()
        }
        "to-lock" => vec![number(plan.meeting.map(|day| whole(plan.locked_on.days_since(day))))],
        "to-sign" => vec![number(plan.meeting.and_then(|day| to_sign(plan, day)))],
        "to-tell" => vec![number(plan.meeting.and(plan.told).map(days))],
        _ => return None,
    })
}

#[expect(clippy::cast_precision_loss, reason = "a few")]
fn count(many: usize) -> f64 {
    many as f64
}

#[expect(clippy::cast_precision_loss, reason = "a few years")]
fn days(many: u64) -> f64 {
    many as f64
}

#[expect(clippy::cast_precision_loss, reason = "a few years")]
fn whole(many: i64) -> f64 {
    many as f64
}

fn seconds(room: &Room) -> Option<f64> {
    room.seconds.map(whole)
}

fn four_or_more(many: u32) -> String {
    if many >= 4 { "4+".to_owned() } else { many.to_string() }
}

/// The decision on the same case at the last meeting before.
fn earlier(place: usize, plans: &[Plan]) -> Option<&Plan> {
    let plan = &plans[place];
    let day = plan.meeting?;
    plans[..place].iter().rev().find(|one| one.case == plan.case && one.meeting.is_some_and(|before| before < day))
}

fn lacking(room: &Room) -> Vec<Said> {
    if room.lacking.is_empty() {
        return vec![say(Some("none"))];
    }
    let group = |group: &Vec<Specialty>| group.iter().map(|one| one.code()).collect::<Vec<_>>().join("+");
    room.lacking.iter().map(|one| say(Some(&group(one)))).collect()
}

/// Which half of its meeting a case stood in: ten were begun, the sixth without a clock.
fn half(place: usize, plans: &[Plan], said: Said) -> Vec<Said> {
    let Some(room) = &plans[place].room else { return vec![] };
    vec![of(room.position.map(|position| if position <= 5 { "first" } else { "second" }), said)]
}

fn moved(voices: &[(Option<Position>, Option<Position>)]) -> Option<&'static str> {
    let before: Vec<Position> = voices.iter().filter_map(|voice| voice.0).collect();
    let after: Vec<Position> = voices.iter().filter_map(|voice| voice.1).collect();
    if before.is_empty() || after.is_empty() {
        return None;
    }
    let most = |all: &[Position]| {
        Position::ALL.iter().copied().find(|one| all.iter().filter(|other| *other == one).count() * 2 > all.len())
    };
    Some(match (most(&before), most(&after)) {
        (Some(before), Some(after)) if before == after => "same",
        (Some(_), Some(_)) => "moved",
        _ => "no-majority",
    })
}

fn regimen(plan: &Plan) -> Option<String> {
    let drugs = plan.regimen.as_ref()?;
    let named = drugs.iter().map(|drug| Drug::code(*drug)).collect::<Vec<_>>().join("+");
    Some(if drugs.is_empty() { "none".to_owned() } else { named })
}

const fn answers(reading: Reading) -> bool {
    matches!(reading, Reading::Concordant | Reading::Partly | Reading::Deviates)
}

fn bodies(plan: &Plan) -> Option<&'static str> {
    let answering: Vec<_> = plan.readings.iter().filter(|(_, how)| answers(*how)).collect();
    let with = answering.iter().filter(|(_, how)| *how == Reading::Concordant).count();
    if plan.readings.is_empty() {
        return None;
    }
    Some(match (answering.len(), with) {
        (0, _) => "silent",
        (all, with) if all == with => "all",
        (_, 0) => "none",
        _ => "some",
    })
}

fn pairs(plan: &Plan) -> Vec<Said> {
    let mut all = Vec::new();
    for (place, (one, first)) in plan.readings.iter().enumerate() {
        for (other, second) in &plan.readings[place + 1..] {
            let answer = match (first, second) {
                _ if !answers(*first) || !answers(*second) => None,
                (Reading::Concordant, Reading::Concordant) => Some("both"),
                (Reading::Concordant, _) => Some("first-only"),
                (_, Reading::Concordant) => Some("second-only"),
                _ => Some("neither"),
            };
            all.push(of(Some(&format!("{one} {other}")), say(answer)));
        }
    }
    all
}

fn at_three(plan: &Plan) -> Option<&Look> {
    plan.looks.iter().rev().find(|look| look.months == 3)
}

/// The last look of each month.
fn monthly(plan: &Plan, what: impl Fn(&Look) -> Said) -> Vec<Said> {
    let last = |months: u32| plan.looks.iter().rev().find(|look| look.months == months);
    [3, 6, 12].into_iter().filter_map(last).map(|look| of(Some(&look.months.to_string()), what(look))).collect()
}

fn with_start(start: Option<f64>, mut rest: Vec<Said>) -> Vec<Said> {
    rest.push(of(Some("0"), number(start)));
    rest
}

fn relapse(plan: &Plan) -> Option<Said> {
    let responds = |look: &&Look| matches!(look.outcome, Some(CourseOutcome::Complete | CourseOutcome::Partial));
    let first = plan.looks.iter().find(responds)?;
    let after = |look: &&Look| look.after > first.after && look.outcome == Some(CourseOutcome::Relapse);
    let event = plan.looks.iter().find(after);
    let last = event.or(plan.looks.last())?;
    let answer = if event.is_some() { "event" } else { "censored" };
    Some((None, Some(answer.to_owned()), Some(days(last.after - first.after))))
}

/// The first signature: of the first version a day after its locking, where it was signed before it was amended.
fn to_sign(plan: &Plan, meeting: Day) -> Option<f64> {
    let first = (plan.amended == Amended::After).then(|| later(plan.locked_on, 1));
    let last = plan.signed.map(|after| later(meeting, after));
    let day = [first, last].into_iter().flatten().min()?;
    Some(whole(day.days_since(meeting)))
}

/// A count of discussed cases, so that the plan itself is known not to be empty of what is counted.
pub fn discussed(plans: &[Plan]) -> usize {
    plans.iter().filter_map(|plan| plan.room.as_ref()).filter(|room| room.mode == Mode::Discuss).count()
}
