//! The plan: what each decision is, drawn from a fixed seed. Nothing here knows a table or a view.

use chrono::{Days, NaiveDate};
use regards::domain::{
    ActionKind, Agreement, CourseOutcome, Day, DepartureReason, Drug, Fulfilment, Mode, NotDone, Outcome, Position,
    QuorumStatus, Reading, Sex, Specialty, UseType,
};
use regards::meeting::{ClassGroup, ExtrarenalLevel, PregnancyProject};

/// Meetings, one a half-year, and the cases of each.
pub const MEETINGS: usize = 12;
pub const CASES: usize = 10;

/// How a decision was amended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amended {
    Never,
    /// Before anybody signed.
    Before,
    /// After its first version was signed.
    After,
}

#[derive(Debug, Clone)]
pub struct Room {
    pub mode: Mode,
    pub position: Option<u32>,
    pub seconds: Option<i64>,
    pub budget: Option<i64>,
    pub quorum: QuorumStatus,
    pub specialties: usize,
    pub lacking: Vec<Vec<Specialty>>,
}

#[derive(Debug, Clone)]
pub struct Task {
    pub kind: ActionKind,
    pub owner: bool,
    pub due: bool,
    pub end: Option<&'static str>,
}

#[derive(Debug, Clone)]
pub struct Look {
    pub months: u32,
    pub after: u64,
    pub fulfilment: Fulfilment,
    pub reason: Option<NotDone>,
    pub outcome: Option<CourseOutcome>,
    pub upcr: Option<f64>,
    pub egfr: Option<f64>,
    pub steroid: Option<f64>,
}

/// A decision as it stands at the end.
#[derive(Debug, Clone)]
pub struct Plan {
    pub case: String,
    pub alias: String,
    /// The day of its meeting; none of a decision of no meeting.
    pub meeting: Option<Day>,
    /// The day it is locked on, first version.
    pub locked_on: Day,
    pub question: String,
    pub amended: Amended,
    pub outcome: Outcome,
    pub has_lines: bool,
    pub room: Option<Room>,
    pub missing: Vec<&'static str>,
    pub agreement: Option<Agreement>,
    pub voices: Vec<(Option<Position>, Option<Position>)>,
    pub dissent: Vec<Specialty>,
    pub readings: Vec<(&'static str, Reading)>,
    pub reason: Option<DepartureReason>,
    pub uses: Vec<UseType>,
    pub class: Option<ClassGroup>,
    pub upcr: Option<f64>,
    pub egfr: Option<f64>,
    pub age: Option<f64>,
    pub sex: Option<Sex>,
    pub flares: Option<u32>,
    pub prior: Option<u32>,
    pub extrarenal: Option<ExtrarenalLevel>,
    pub pregnancy: Option<PregnancyProject>,
    pub activity: Option<u32>,
    pub chronicity: Option<u32>,
    pub centre: Option<&'static str>,
    pub view: Option<bool>,
    pub regimen: Option<Vec<Drug>>,
    pub start: Option<f64>,
    pub start_kg: Option<f64>,
    pub pulse: Option<bool>,
    pub m6: Option<f64>,
    pub hcq: Option<f64>,
    pub raas: Option<bool>,
    pub sglt2: Option<bool>,
    pub rebiopsy: Option<bool>,
    pub tasks: Vec<Task>,
    pub looks: Vec<Look>,
    /// Days after the meeting, or the locking, on which the version in force is signed.
    pub signed: Option<u64>,
    pub told: Option<u64>,
}

impl Plan {
    /// The day it is counted on.
    pub fn day(&self) -> Day {
        self.meeting.unwrap_or_else(|| self.last_locked_on())
    }

    /// A later version is locked three days after the first.
    pub fn last_locked_on(&self) -> Day {
        if self.amended == Amended::Never { self.locked_on } else { later(self.locked_on, 3) }
    }

    pub fn proposes(&self) -> bool {
        use Outcome as O;
        [O::Decided, O::DecidedConditional, O::ContinueUnchanged, O::DeEscalate, O::TrialProposed]
            .contains(&self.outcome)
    }
}

pub fn later(day: Day, days: u64) -> Day {
    Day(day.0 + Days::new(days))
}

/// The day of a meeting: in March or in September.
pub fn meeting_day(number: usize) -> Day {
    let month = [3, 9][number % 2];
    Day(NaiveDate::from_ymd_opt(2020 + i32::try_from(number / 2).unwrap(), month, 12).unwrap())
}

/// Numbers in a fixed disorder (splitmix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }

    pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())].clone()
    }

    /// One of these, or none as often as any of them.
    pub fn maybe<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        let at = self.roll(of.len() + 1);
        of.get(at).cloned()
    }

    fn tenth(&mut self, from: u32, to: u32) -> f64 {
        f64::from(from + u32::try_from(self.roll((to - from) as usize)).unwrap()) / 10.0
    }

    fn maybe_tenth(&mut self, from: u32, to: u32) -> Option<f64> {
        (self.roll(7) > 0).then(|| self.tenth(from, to))
    }

    fn count(&mut self, below: usize) -> Option<u32> {
        (self.roll(6) > 0).then(|| u32::try_from(self.roll(below)).unwrap())
    }
}

/// Three letters that no other number gives.
fn letters(number: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap());
    format!("{}{}{}.", letter(number / 676), letter(number / 26), letter(number))
}

/// Every decision, in the order of its locking.
pub fn plans(seed: u64) -> Vec<Plan> {
    let mut dice = Dice(seed);
    let mut all: Vec<Plan> = Vec::new();
    for meeting in 0..MEETINGS {
        let day = meeting_day(meeting);
        for place in 0..CASES {
            let number = meeting * CASES + place;
            let mut plan = draw(&mut dice, number, day);
            // The first case of every second meeting was at the meeting before, half of the time with the same question.
            if place == 0 && meeting % 2 == 1 {
                let before = &all[number - CASES];
                plan.case.clone_from(&before.case);
                plan.alias.clone_from(&before.alias);
                if meeting % 4 == 1 {
                    plan.question.clone_from(&before.question);
                }
            }
            // Two numbers under one pseudonym.
            if place == 9 && meeting % 5 == 0 {
                plan.alias.clone_from(&all[number - 1].alias);
            }
            if place == 7 {
                plan.meeting = None;
                plan.room = None;
            }
            if place == 6 && meeting % 3 == 0 {
                plan.room = None;
            }
            if let Some(room) = &mut plan.room {
                room.position = (place != 5).then(|| u32::try_from(place + 1).unwrap());
            }
            all.push(plan);
        }
    }
    all
}

fn draw(dice: &mut Dice, number: usize, day: Day) -> Plan {
    use Specialty as S;
    let yes_no = [true, false];
    let regimens = [
        vec![],
        vec![Drug::MycophenolateMofetil],
        vec![Drug::Belimumab, Drug::MycophenolateMofetil],
        vec![Drug::MycophenolateMofetil, Drug::Voclosporin],
        vec![Drug::Cyclophosphamide],
    ];
    let items = ["contraception", "kidney.biopsies", "patient.weight"];
    let missing = items.iter().copied().filter(|_| dice.roll(3) == 0).collect();
    let lacking =
        [vec![], vec![vec![S::Pathology]], vec![vec![S::InternalMedicine, S::Rheumatology], vec![S::Pathology]]];
    let room = Room {
        mode: dice.pick(&[Mode::Discuss, Mode::Discuss, Mode::Record]),
        position: None,
        seconds: (dice.roll(8) > 0).then(|| 60 + i64::try_from(dice.roll(600)).unwrap()),
        budget: (dice.roll(9) > 0).then_some(300),
        quorum: dice.pick(QuorumStatus::ALL),
        specialties: 1 + dice.roll(4),
        lacking: dice.pick(&lacking),
    };
    let voices = dice.roll(5);
    let voices = (0..voices).map(|_| (dice.maybe(Position::ALL), dice.maybe(Position::ALL))).collect();
    let readings: Vec<(&str, Reading)> = if number % 13 == 5 {
        Vec::new()
    } else {
        ["acr-2024", "eular-2025", "kdigo-2024"].map(|one| (one, dice.pick(Reading::ALL))).to_vec()
    };
    let tasks = (0..dice.roll(3)).map(|_| Task {
        kind: dice.pick(&[ActionKind::Labs, ActionKind::Vaccine, ActionKind::Opinion]),
        owner: dice.pick(&yes_no),
        due: dice.pick(&yes_no),
        end: dice.maybe(&["done", "dropped"]),
    });
    let tasks = tasks.collect();
    Plan {
        case: format!("LN-{number}"),
        alias: letters(number),
        meeting: Some(day),
        locked_on: later(day, dice.pick(&[0, 0, 1, 5])),
        question: format!("Question {number} ?"),
        amended: dice.pick(&[Amended::Never, Amended::Never, Amended::Before, Amended::After]),
        outcome: dice.pick(&Outcome::ALL[..11]),
        has_lines: dice.roll(4) > 0,
        room: Some(room),
        missing,
        agreement: dice.maybe(Agreement::ALL),
        voices,
        dissent: [S::Nephrology, S::Pathology].into_iter().filter(|_| dice.roll(4) == 0).collect(),
        readings,
        reason: dice.maybe(&[DepartureReason::PatientChoice, DepartureReason::InfectionRisk]),
        uses: (0..dice.roll(3)).map(|_| dice.pick(UseType::ALL)).collect(),
        class: dice.maybe(ClassGroup::ALL),
        upcr: dice.maybe_tenth(1, 60),
        egfr: dice.maybe_tenth(200, 1200),
        age: dice.maybe_tenth(180, 700),
        sex: dice.maybe(Sex::ALL),
        flares: dice.count(6),
        prior: dice.count(6),
        extrarenal: dice.maybe(ExtrarenalLevel::ALL),
        pregnancy: dice.maybe(PregnancyProject::ALL),
        activity: dice.count(25),
        chronicity: dice.count(13),
        centre: dice.maybe(&["Marseille", "Nice"]),
        view: dice.maybe(&yes_no),
        regimen: dice.maybe(&regimens),
        start: dice.maybe_tenth(50, 600),
        start_kg: dice.maybe_tenth(1, 11),
        pulse: dice.maybe(&yes_no),
        m6: dice.maybe_tenth(0, 101),
        hcq: dice.maybe_tenth(30, 71),
        raas: dice.maybe(&yes_no),
        sglt2: dice.maybe(&yes_no),
        rebiopsy: dice.maybe(&yes_no),
        tasks,
        looks: looks(dice),
        signed: dice.maybe(&[6, 9, 20]),
        told: dice.maybe(&[2, 7, 30]),
    }
}

/// Looks back at months 3, 6 and 12, some of them; month 3 now and then twice, the later one counting.
fn looks(dice: &mut Dice) -> Vec<Look> {
    let mut all = Vec::new();
    for (months, after) in [(3, 91), (3, 110), (6, 182), (12, 365)] {
        if dice.roll(2) == 0 {
            continue;
        }
        let fulfilment = dice.pick(Fulfilment::ALL);
        let fails = matches!(fulfilment, Fulfilment::None | Fulfilment::Partial);
        all.push(Look {
            months,
            after,
            fulfilment,
            reason: fails.then(|| dice.pick(&[NotDone::PatientRefusal, NotDone::Toxicity, NotDone::NotRecorded])),
            outcome: dice.maybe(CourseOutcome::ALL),
            upcr: dice.maybe_tenth(1, 40),
            egfr: dice.maybe_tenth(200, 1200),
            steroid: dice.maybe_tenth(0, 200),
        });
    }
    all
}
