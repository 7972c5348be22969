use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row, Tone};
use crate::clinic::{self, Factor, Reason, SR_SLE, Verdict};

pub(super) fn told(at: &At) -> Vec<Row> {
    let words = &at.words.scores;
    let factors = Factor::ALL.map(|factor| ((words.factor)(factor.code()), factor.on(at.case, at.today)));
    let reasons = Reason::ALL.map(|reason| ((words.reason)(reason.code()), reason.on(at.case, at.today)));
    vec![
        Phrase::default().quiet(words.difficult_none).row(),
        persists(at).row(),
        listed(at, words.favouring, &factors).row(),
        listed(at, words.other_reasons, &reasons).row(),
    ]
}

fn persists(at: &At) -> Phrase {
    let phrase = Phrase::default().quiet(at.words.scores.sr_sle).quiet("srSLE");
    match clinic::refractory(at.case, at.today) {
        Ok(visits) => {
            let colon = at.words.guide.colon;
            match Verdict::all(visits.map(|visit| visit.holds())) {
                Verdict::Yes => phrase.glued(&format!("{colon} {}", at.words.app.yes), Tone::Warning),
                Verdict::No => phrase.glued(&format!("{colon} {}", at.words.app.no), Tone::Plain),
                Verdict::Unknown(needs) => phrase.then(at.lacking(&needs)),
            }
        }
        Err(needs) => phrase.then(at.lacking(&needs)),
    }
}

/// What is there, then what nobody asked.
fn listed(at: &At, name: &str, all: &[(&str, Verdict)]) -> Phrase {
    let words = &at.words.scores;
    let of = |wanted: fn(&Verdict) -> bool| {
        all.iter().filter(|(_, verdict)| wanted(verdict)).map(|(name, _)| *name).collect::<Vec<_>>()
    };
    let found = of(|verdict| *verdict == Verdict::Yes);
    let open = of(|verdict| matches!(verdict, Verdict::Unknown(_)));
    let phrase = Phrase::default().quiet(&format!("{name}{}", at.words.guide.colon));
    let phrase = if found.is_empty() { phrase.say(words.none_found) } else { phrase.judged(&found.join(", "), false) };
    if open.is_empty() { phrase } else { phrase.dot().lacks(words.open).say(&open.join(", ")) }
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.scores;
    let origin =
        Origin::default().rule(words.difficult_none).rule(words.sr_sle_rule).note(words.anti_drug_note).source(SR_SLE);
    let mut grids = vec![persisting(at)];
    grids.push(grid(at, words.factors_title, &Factor::ALL.map(|factor| factor_row(at, factor))));
    grids.push(Grid {
        title: words.reasons_title.to_owned(),
        head: [words.factor_head, words.found].map(str::to_owned).to_vec(),
        rows: Reason::ALL
            .map(|reason| {
                let verdict = verdict(at, &reason.on(at.case, at.today));
                vec![Phrase::of((words.reason)(reason.code())).row(), verdict.row()]
            })
            .to_vec(),
    });
    biologics(at, Origin { grids, ..origin })
}

fn grid(at: &At, title: &str, rows: &[Vec<Row>]) -> Grid {
    let words = &at.words.scores;
    Grid {
        title: title.to_owned(),
        head: [words.factor_head, words.found, words.evidence].map(str::to_owned).to_vec(),
        rows: rows.to_vec(),
    }
}

fn factor_row(at: &At, factor: Factor) -> Vec<Row> {
    let words = &at.words.scores;
    vec![
        Phrase::of((words.factor)(factor.code())).row(),
        verdict(at, &factor.on(at.case, at.today)).then(told_of(at, factor)).row(),
        Phrase::default().quiet((words.factor_evidence)(factor.code())).row(),
    ]
}

/// What the file says of a factor beside yes and no.
fn told_of(at: &At, factor: Factor) -> Phrase {
    match factor {
        Factor::Tobacco => at.case.person.tobacco.known().map(|tobacco| at.words.label(*tobacco).to_owned()),
        Factor::Adherence => {
            let told = at.case.person.adherence.known().map(|told| at.words.label(*told).to_owned());
            let level = clinic::hcq_level_series(at.case).newest_by(at.today);
            let level = level.map(|point| {
                format!("{} {} {}", at.words.unit.hcq_level, at.lang.quantity(&point.value), at.on(point.date))
            });
            Some([told, level].into_iter().flatten().collect::<Vec<_>>().join(", "))
        }
        _ => None,
    }
    .map_or_else(Phrase::default, |said| Phrase::default().quiet(&said))
}

fn verdict(at: &At, verdict: &Verdict) -> Phrase {
    match verdict {
        Verdict::Yes => Phrase::default().judged(at.words.app.yes, false),
        Verdict::No => Phrase::default().quiet(at.words.app.no),
        Verdict::Unknown(needs) => at.lacking(needs),
    }
}

/// The two visits of the pilot definition.
fn persisting(at: &At) -> Grid {
    let words = &at.words.scores;
    let rows = clinic::refractory(at.case, at.today).map_or_else(
        |needs| vec![vec![at.lacking(&needs).row()]],
        |visits| {
            let row = |visit: clinic::RefractoryVisit| {
                let cells = [&visit.active, &visit.on_steroid, &visit.on_immunosuppressant];
                let day = std::iter::once(Phrase::of(&at.lang.date(visit.date)).row());
                day.chain(cells.map(|cell| verdict(at, cell).row())).collect()
            };
            visits.map(row).to_vec()
        },
    );
    let head = [words.visit, words.sr_sledai, words.sr_steroid, words.sr_immunosuppressant];
    Grid { title: words.sr_sle_title.to_owned(), head: head.map(str::to_owned).to_vec(), rows }
}

/// Antibodies against drugs, depletion and reactions, as they were found; no verdict.
fn biologics(at: &At, origin: Origin) -> Origin {
    let words = &at.words.scores;
    let yes_no = |answer| at.field(answer, |answer| at.words.label(*answer).to_owned());
    let mut origin = origin.input(words.infusion_reaction, yes_no(&at.case.factors.infusion_reaction), None);
    if let Some(seen) = &at.case.factors.anti_drug {
        let phrase = yes_no(&seen.found);
        let phrase = seen.value.known().into_iter().fold(phrase, |phrase, value| phrase.say(value));
        let phrase = seen.drug.known().into_iter().fold(phrase, |phrase, drug| phrase.quiet(at.words.label(*drug)));
        let phrase = seen.assay.known().into_iter().fold(phrase, |phrase, assay| phrase.quiet(assay));
        origin = origin.input(words.anti_drug, phrase, seen.date.known().copied());
    }
    match clinic::of_labs(at.case, |lab| lab.cd19).newest_by(at.today) {
        Some(point) => origin.input(words.cd19, Phrase::of(&at.lang.quantity(&point.value)), Some(point.date)),
        None => origin,
    }
}
