//! The rows of the truth counted by the plain definitions, and compared with the ledger's views, figures and lists of cases.

use std::collections::{BTreeMap, BTreeSet};

use regards::archive::stats::{Answer, CATALOGUE, Chosen, Figure, Kind, More, Of, Part, Period};
use regards::meeting::Moment;
use regards::store::StoreError;

use super::super::*;
use super::plan::{Plan, meeting_day};
use super::truth::{Row, discussed, rows};
use super::world::known;

fn truth_of(figure: &Figure, plans: &[Plan]) -> Vec<Row> {
    rows(figure.code, plans).unwrap_or_else(|| panic!("the figure {} has no truth", figure.code))
}

/// Numbers that are compared as text, to a millionth.
fn exact(value: f64) -> String {
    format!("{value:.6}")
}

type Line = (Option<String>, String, Option<String>, Option<String>, Option<String>);

#[test]
fn the_view_of_every_figure_has_the_planned_rows() {
    let (_folder, ledger, plans) = known();
    for figure in CATALOGUE {
        let mut expected: Vec<Line> = truth_of(figure, &plans)
            .into_iter()
            .map(|row| (row.case, row.day.to_string(), row.part, row.answer, row.amount.map(exact)))
            .collect();
        let sql = format!("SELECT case_id, day, part, answer, amount FROM {}", figure.view());
        let mut statement = ledger.connection().prepare(&sql).unwrap();
        let found = statement.query_map([], |row| {
            let amount: Option<f64> = row.get(4)?;
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, amount.map(exact)))
        });
        let mut found: Vec<Line> = found.unwrap().map(Result::unwrap).collect();
        if !truth_has_amounts(figure) {
            for line in expected.iter_mut().chain(&mut found) {
                line.4 = None;
            }
        }
        expected.sort();
        found.sort();
        assert!(!expected.is_empty(), "{}: the plan has nothing of it", figure.code);
        let first = found.iter().zip(&expected).position(|(found, expected)| found != expected);
        let shown = first.map(|at| format!("found {:?}, planned {:?}", found[at], expected[at]));
        assert!(found == expected, "{}: {} rows, {} planned: {shown:?}", figure.code, found.len(), expected.len());
    }
    assert!(ledger.verify().unwrap().is_sound());
}

fn truth_has_amounts(figure: &Figure) -> bool {
    figure.unit.is_some() || figure.kind == Kind::Count
}

#[test]
fn every_figure_says_what_was_planned_for_every_period() {
    let (_folder, ledger, plans) = known();
    let some_years = Period { since: Some(day("2021-03-12")), until: Some(day("2023-09-12")) };
    let nothing = Period { since: Some(day("2050-01-01")), until: None };
    for period in [Period::default(), some_years, nothing] {
        for figure in CATALOGUE {
            let inside = |row: &Row| {
                period.since.is_none_or(|since| row.day >= since) && period.until.is_none_or(|until| row.day <= until)
            };
            let rows: Vec<Row> = truth_of(figure, &plans).into_iter().filter(inside).collect();
            check(&ledger.figure(figure, period).unwrap(), &rows);
            check_cases(&ledger, figure, period, &rows, &plans);
        }
    }
}

fn check(answer: &Answer, rows: &[Row]) {
    let code = answer.figure.code;
    let mut named: BTreeSet<Option<String>> = rows.iter().map(|row| row.part.clone()).collect();
    if answer.figure.parts.is_none() {
        named.insert(None);
    }
    let found: BTreeSet<Option<String>> = answer.parts.iter().map(|part| part.name.clone()).collect();
    assert_eq!(found, named, "{code}: parts");
    assert_eq!(answer.parts.len(), named.len(), "{code}: each part once");
    for part in &answer.parts {
        let mine: Vec<&Row> = rows.iter().filter(|row| row.part == part.name).collect();
        check_part(answer.figure, part, &mine);
    }
}

fn check_part(figure: &Figure, part: &Part, rows: &[&Row]) {
    let code = figure.code;
    let cases: BTreeSet<(&Option<String>, Day)> = rows.iter().map(|row| (&row.case, row.day)).collect();
    let n = if figure.is_several() { cases.len() } else { rows.len() };
    assert_eq!(part.n as usize, n, "{code} {:?}: n", part.name);
    if !matches!(figure.kind, Kind::Amount | Kind::Count) {
        let mut counts: BTreeMap<Option<String>, usize> = BTreeMap::new();
        for row in rows {
            *counts.entry(row.answer.clone()).or_default() += 1;
        }
        let said: BTreeMap<Option<String>, usize> =
            part.shares.iter().map(|share| (share.answer.clone(), share.proportion.count as usize)).collect();
        assert_eq!(said, counts, "{code} {:?}: answers", part.name);
        assert!(part.shares.iter().all(|share| share.proportion.of as usize == n), "{code}: denominators");
    }
    if figure.unit.is_some() && figure.kind != Kind::Survival {
        let mut known: Vec<f64> = rows.iter().filter_map(|row| row.amount).collect();
        known.sort_by(f64::total_cmp);
        assert_eq!(part.summary.map_or(0, |one| one.n as usize), known.len(), "{code}: numbers");
        if figure.kind == Kind::Amount {
            assert_eq!(part.missing() as usize, rows.len() - known.len(), "{code}: not recorded");
        }
        if let Some(summary) = part.summary {
            let middle = known.len() / 2;
            let median =
                if known.len() % 2 == 1 { known[middle] } else { f64::midpoint(known[middle - 1], known[middle]) };
            assert_eq!(exact(summary.median), exact(median), "{code} {:?}: median", part.name);
            assert_eq!(exact(summary.ends.low), exact(known[0]), "{code}: least");
            for (share, said) in [(1, summary.quartiles.low), (3, summary.quartiles.high)] {
                // Rank (n - 1) p + 1, between the two values around it.
                let rank = (known.len() - 1) * share;
                let (below, rest) = (rank / 4, count(rank % 4) / 4.0);
                let above = known[(below + 1).min(known.len() - 1)];
                assert_eq!(exact(said), exact(known[below] + rest * (above - known[below])), "{code}: quartiles");
            }
        }
    }
    check_more(figure, part, rows);
}

fn check_more(figure: &Figure, part: &Part, rows: &[&Row]) {
    let code = figure.code;
    match &part.more {
        More::Nothing => {}
        More::Spread(spread) => {
            let n = count(rows.len());
            let answers: BTreeSet<&Option<String>> = rows.iter().map(|row| &row.answer).collect();
            let share = |answer: &&Option<String>| count(rows.iter().filter(|row| row.answer == **answer).count()) / n;
            let bits: f64 = answers.iter().map(|answer| -share(answer) * share(answer).log2()).sum();
            assert_eq!(exact(spread.entropy), exact(bits.abs()), "{code} {:?}", part.name);
            assert_eq!(spread.kinds as usize, answers.len());
        }
        More::Kappa(concord) => check_kappa(concord.as_ref(), rows),
        More::Curve(curve) => {
            // By the definition: at each time of an event, those not yet gone.
            let followed: Vec<(f64, bool)> =
                rows.iter().filter_map(|row| Some((row.amount?, row.answer.as_deref()? == "event"))).collect();
            let mut times: Vec<f64> = followed.iter().filter(|one| one.1).map(|one| one.0).collect();
            times.sort_by(f64::total_cmp);
            times.dedup();
            assert_eq!((curve.n() as usize, curve.steps.len()), (followed.len(), times.len()), "{code}");
            let mut share = 1.0;
            for (time, step) in times.iter().zip(&curve.steps) {
                let at_risk = followed.iter().filter(|one| one.0 >= *time).count();
                let events = followed.iter().filter(|one| one.1 && (one.0 - time).abs() < 1e-9).count();
                share *= 1.0 - count(events) / count(at_risk);
                assert_eq!((step.at_risk as usize, step.events as usize), (at_risk, events), "{code} at {time}");
                assert_eq!((exact(step.time), exact(step.share)), (exact(*time), exact(share)), "{code}");
            }
        }
        More::Points(points, control) => {
            let halves: BTreeSet<String> = rows.iter().map(|row| half(row.day)).collect();
            let inside = points.iter().filter(|(_, point)| point.of > 0);
            assert_eq!(inside.count(), halves.len(), "{code}: half-years with rows");
            for (of, point) in points.iter().filter(|(_, point)| point.of > 0) {
                let name = format!("{}-{}", of.year, if of.second { 2 } else { 1 });
                let mine: Vec<_> = rows.iter().filter(|row| half(row.day) == name).collect();
                let counted =
                    mine.iter().filter(|row| figure.kind == Kind::Count || row.answer.as_deref() == Some("yes"));
                assert_eq!((point.of as usize, point.count as usize), (mine.len(), counted.count()), "{code} {name}");
            }
            let is_long = figure.kind == Kind::Trend && halves.len() >= 10;
            assert_eq!(control.is_some(), is_long, "{code}: limits from ten half-years on");
        }
    }
}

fn check_kappa(concord: Option<&regards::archive::stats::Concord>, rows: &[&Row]) {
    let mut cases: BTreeMap<(&Option<String>, Day), Vec<&str>> = BTreeMap::new();
    for row in rows {
        if let Some(answer) = &row.answer {
            cases.entry((&row.case, row.day)).or_default().push(answer);
        }
    }
    let cases: Vec<Vec<&str>> = cases.into_values().filter(|voices| voices.len() > 1).collect();
    let Some(concord) = concord else {
        assert!(cases.is_empty());
        return;
    };
    // Every pair of voices, one by one.
    let mut seen = 0.0;
    let mut shares: BTreeMap<&str, f64> = BTreeMap::new();
    for voices in &cases {
        let pairs = (0..voices.len()).flat_map(|one| (0..voices.len()).map(move |other| (one, other)));
        let pairs: Vec<(usize, usize)> = pairs.filter(|(one, other)| one != other).collect();
        let agree = pairs.iter().filter(|(one, other)| voices[*one] == voices[*other]).count();
        seen += count(agree) / count(pairs.len()) / count(cases.len());
        for voice in voices {
            *shares.entry(voice).or_default() += 1.0 / count(voices.len()) / count(cases.len());
        }
    }
    let chance: f64 = shares.values().map(|share| share * share).sum();
    assert_eq!(concord.cases as usize, cases.len());
    assert_eq!(exact(concord.agreement), exact(seen));
    assert_eq!(concord.kappa.map(exact), Some(exact((seen - chance) / (1.0 - chance))));
}

fn half(day: Day) -> String {
    let month: u32 = day.to_string()[5..7].parse().unwrap();
    format!("{}-{}", &day.to_string()[..4], if month > 6 { 2 } else { 1 })
}

#[expect(clippy::cast_precision_loss, reason = "a few")]
fn count(many: usize) -> f64 {
    many as f64
}

/// Behind every number stand the planned cases, and no others.
fn check_cases(ledger: &Ledger, figure: &'static Figure, period: Period, rows: &[Row], plans: &[Plan]) {
    for behind in ledger.figure(figure, period).unwrap().behind() {
        let chosen = |row: &&Row| match &behind.chosen {
            Chosen::All => true,
            Chosen::Answer(answer) => row.answer == *answer,
            Chosen::Known => row.amount.is_some(),
            Chosen::Unknown => row.amount.is_none(),
        };
        let mine: Vec<&Row> = rows.iter().filter(|row| row.part == behind.part).filter(chosen).collect();
        let expected: BTreeSet<(String, Day)> = if matches!(figure.of, Of::Meeting | Of::MeetingSpecialty) {
            let days: BTreeSet<Day> = mine.iter().map(|row| row.day).collect();
            let held = plans.iter().filter(|plan| plan.room.is_some() && days.contains(&plan.day()));
            held.map(|plan| (plan.case.clone(), plan.day())).collect()
        } else {
            mine.iter().map(|row| (row.case.clone().unwrap(), row.day)).collect()
        };
        let found = ledger.cases_behind(&behind, period, 1000).unwrap();
        let listed: BTreeSet<(String, Day)> = found.moments.iter().map(listed).collect();
        assert_eq!(listed, expected, "{behind}");
        assert_eq!(usize::try_from(found.total).unwrap(), expected.len(), "{behind}: how many");
        let few = ledger.cases_behind(&behind, period, 2).unwrap();
        assert_eq!((few.total, few.moments.len()), (found.total, expected.len().min(2)), "{behind}: a few of them");
    }
}

fn listed(moment: &Moment) -> (String, Day) {
    match moment {
        Moment::Decided(past) => {
            assert!(past.is_current);
            (past.case_id.to_string(), past.meeting.unwrap_or(Day(past.locked_at.date_naive())))
        }
        Moment::Postponed(one) => (one.postponement.case_id.to_string(), one.postponement.meeting.unwrap()),
        Moment::Supposed(_) | Moment::Done(_) => panic!("nothing that was supposed or done is a decision"),
    }
}

#[test]
fn some_figures_of_the_plan_are_known_by_heart() {
    let (_folder, ledger, plans) = known();
    let figure = |code: &str| ledger.figure(Figure::of_code(code).unwrap(), Period::default()).unwrap();
    // 12 meetings of ten cases; each leaves one without a meeting, every third another one.
    assert_eq!(figure("activity").n(), 120);
    let sessions = figure("sessions");
    assert_eq!((sessions.n(), sessions.parts[0].summary.unwrap().median), (12, 9.0));
    assert_eq!(exact(sessions.parts[0].summary.unwrap().ends.low), exact(8.0));
    // The first case of every second meeting comes back; 12 have no meeting.
    let again = figure("presentation");
    let of = |answer: Option<&str>| {
        let share = again.parts[0].shares.iter().find(|share| share.answer.as_deref() == answer);
        share.map(|share| share.proportion.count)
    };
    assert_eq!((of(Some("again")), of(Some("first")), of(None)), (Some(6), Some(102), Some(12)));
    // A break of 0, 1 or 2 at every third meeting.
    assert_eq!(exact(figure("breaks").parts[0].summary.unwrap().median), exact(1.0));
    // Pathology was there at every third meeting.
    let attendance = figure("attendance");
    let pathology = attendance.parts.iter().find(|part| part.name.as_deref() == Some("pathology")).unwrap();
    let present = pathology.shares.iter().find(|share| share.answer.as_deref() == Some("present")).unwrap();
    assert_eq!((present.proportion.count, present.proportion.of), (4, 12));
    // Six were put off beside 120 decided.
    assert_eq!(figure("passages").n(), 126);
    assert_eq!(figure("mode").parts[0].shares[0].proportion.count as usize, discussed(&plans));
    assert_eq!(figure("duplicates").parts[0].shares.last().unwrap().proportion.count, 114, "all but three pairs");
    assert_eq!(meeting_day(0), day("2020-03-12"));
}

#[test]
fn counting_can_be_stopped() {
    let (_folder, ledger, _) = known();
    let stopper = ledger.stopper();
    // A stop before anything is counted stops nothing that comes after it.
    stopper.stop();
    assert!(ledger.figure(&CATALOGUE[0], Period::default()).is_ok());
    let (done, ended) = std::sync::mpsc::channel::<()>();
    let stopping = std::thread::spawn(move || {
        while ended.recv_timeout(std::time::Duration::from_millis(1)).is_err() {
            stopper.stop();
        }
    });
    let was_cut_off = (0..20_000).any(|_| {
        let all = CATALOGUE.iter().try_for_each(|figure| ledger.figure(figure, Period::default()).map(drop));
        matches!(all, Err(StoreError::Stopped))
    });
    let _ = done.send(());
    stopping.join().unwrap();
    assert!(was_cut_off);
}
