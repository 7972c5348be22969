use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row};
use crate::clinic::{
    AGAPSS, APL_2019, APS_2023, AplFinding, AplReading, REPRODUCTION_2020, SYDNEY, agapss, apl_follows, has_aps,
};
use crate::domain::{AplProfile, AplTest};
use crate::wording;

pub(super) fn told(at: &At) -> Vec<Row> {
    let stated = at.case.background.apl.known().copied();
    let reading = AplReading::on(at.case, at.today);
    let mut rows = vec![profile(at, &reading, stated).row()];
    let found = reading.as_ref().ok().map(|reading| reading.profile);
    if let (Some(found), Some(stated)) = (found, stated)
        && found != stated
    {
        let both = (at.words.basics.contradiction)(at.words.label(stated), at.words.label(found));
        rows.push(Phrase::default().judged(&both, false).row());
    }
    // Until the contradiction is settled, what follows is of the profile at higher risk.
    if let Some(profile) = found.max(stated) {
        let follows = follows(at, profile);
        if !follows.is_empty() {
            rows.push(Phrase::default().quiet(at.words.basics.then_so).say(&follows.join(" · ")).row());
        }
    }
    rows
}

fn profile(at: &At, reading: &crate::clinic::Answer<AplReading>, stated: Option<AplProfile>) -> Phrase {
    let words = &at.words.basics;
    match (reading, stated) {
        (Ok(reading), _) => {
            let phrase = Phrase::default().strong(at.words.label(reading.profile));
            let phrase = match reading.confirm_from {
                Some(day) if !reading.is_confirmed() => phrase.judged(&(words.to_confirm)(&at.lang.date(day)), false),
                _ if reading.profile == AplProfile::Negative => phrase,
                _ if reading.is_confirmed() => phrase.judged(words.confirmed, true),
                _ => phrase.quiet((words.apl_finding)(AplFinding::Transient.code())),
            };
            if reading.lacks.is_empty() { phrase } else { phrase.dot().then(at.lacking(&reading.lacks)) }
        }
        (Err(_), Some(stated)) => Phrase::default().strong(at.words.label(stated)).quiet(words.stated_only),
        (Err(needs), None) if at.case.background.apl_tests.is_empty() => {
            let field = at.field(&at.case.background.apl, |_| String::new());
            field.dot().then(at.lacking(needs))
        }
        (Err(needs), None) => at.lacking(needs),
    }
}

fn follows(at: &At, profile: AplProfile) -> Vec<String> {
    let each = apl_follows(profile, has_aps(at.case)).into_iter();
    each.map(|one| {
        let sentence = (at.words.basics.follows)(one.code());
        one.grade().map_or_else(|| sentence.to_owned(), |grade| format!("{sentence} ({grade})"))
    })
    .collect()
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.basics;
    let mut origin = Origin::default();
    let stated = at.field(&at.case.background.apl, |profile| at.words.label(*profile).to_owned());
    origin = origin.input(words.stated, stated, None);
    for test in at.case.background.apl_tests.iter().filter(|test| test.date <= at.today) {
        origin = origin.input(words.apl, results(at, test), Some(test.date));
    }
    match AplReading::on(at.case, at.today) {
        Ok(reading) => origin = with(at, origin, &reading),
        Err(needs) => origin.lacks.push(wording::needs(at.words, &needs)),
    }
    if let Ok(points) = agapss(at.case, at.today) {
        origin = origin.rule(&(words.agapss)(&points.to_string())).source(AGAPSS);
    }
    origin
        .rule(words.apl_rule)
        .rule(words.apl_events)
        .source(APL_2019)
        .source(SYDNEY)
        .source(APS_2023)
        .source(REPRODUCTION_2020)
}

fn results(at: &At, test: &AplTest) -> Phrase {
    let names = &at.words.basics.antibody;
    let anticoagulant = at.field(&test.lupus_anticoagulant, |found| at.words.label(*found).to_owned());
    let titre = |result: &crate::domain::AplResult| match result {
        crate::domain::AplResult::Negative => at.words.label(crate::domain::Detected::Negative).to_owned(),
        crate::domain::AplResult::Titre(titre) => at.lang.quantity(titre),
    };
    Phrase::default()
        .quiet(names("lupus_anticoagulant"))
        .then(anticoagulant)
        .dot()
        .quiet(names("acl"))
        .then(at.field(&test.acl, titre))
        .dot()
        .quiet(names("anti_b2gpi"))
        .then(at.field(&test.anti_b2gpi, titre))
}

fn with(at: &At, mut origin: Origin, reading: &AplReading) -> Origin {
    let words = &at.words.basics;
    let rows = reading.findings.iter().map(|(antibody, finding)| {
        let said = (words.apl_finding)(finding.code());
        let phrase = match finding {
            AplFinding::ToConfirm { from, .. } => Phrase::of(said).quiet(&(words.from_day)(&at.lang.date(*from))),
            AplFinding::Unknown(need) => Phrase::default().lacks(said).then(at.lacking(&[*need])),
            _ => Phrase::of(said),
        };
        vec![Phrase::of((words.antibody)(antibody.code())).row(), phrase.row()]
    });
    let head = [words.antibody_head, words.found_head].map(str::to_owned).to_vec();
    origin.grids.push(Grid { title: words.apl.to_owned(), head, rows: rows.collect() });
    if !reading.lacks.is_empty() {
        origin.lacks.push(wording::needs(at.words, &reading.lacks));
    }
    origin
}
