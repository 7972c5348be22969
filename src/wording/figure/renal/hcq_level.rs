use super::super::At;
use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row, Tone};
use super::answer_in_full;
use crate::clinic::{self, HCQ_LEVEL, HcqBand, HcqReading, HcqSample, SERUM_HCQ, Verdict};
use crate::domain::{Field, HcqMatrix};
use crate::wording;

pub(in super::super) fn told(at: &At) -> Vec<Row> {
    let words = &at.words.renal.hcq_level;
    let Ok(sample) = HcqSample::of(at.case, at.today) else {
        return vec![Phrase::default().lacks(at.words.app.not_stated).row()];
    };
    let level = Phrase::default().strong(&at.lang.quantity(&sample.level)).quiet(matrix(at, sample.matrix));
    let level = level.then(reading(at, &sample.reading)).quiet(&at.on(sample.date));
    let stated = at.field(&sample.adherence, |adherence| at.words.label(*adherence).to_owned());
    vec![level.dot().quiet(words.adherence).then(stated).row()]
}

fn matrix(at: &At, matrix: Field<HcqMatrix>) -> &'static str {
    match matrix {
        Field::Known(matrix) => at.words.label(matrix),
        Field::Absent => at.words.label(HcqMatrix::WholeBlood),
        Field::Unknown => "",
    }
}

fn reading(at: &At, reading: &HcqReading) -> Phrase {
    let words = &at.words.renal.hcq_level;
    match reading {
        HcqReading::WholeBlood(band) => {
            let (mark, right) = if *band == HcqBand::Target { ("✓", true) } else { ("⚠", false) };
            Phrase::default().judged(&format!("{mark}\u{a0}{}", wording::hcq_band(at.words, *band)), right)
        }
        HcqReading::Serum(Verdict::Yes) => {
            Phrase::default().with(&format!("⚠\u{a0}{}", words.serum_low), Tone::Warning)
        }
        HcqReading::Serum(Verdict::No) => Phrase::of(words.serum_not_low),
        HcqReading::Serum(Verdict::Unknown(needs)) | HcqReading::Unknown(needs) => at.lacking(needs),
        HcqReading::Plasma => Phrase::default().with(&format!("⚠\u{a0}{}", words.plasma), Tone::Warning),
    }
}

pub(in super::super) fn origin(at: &At) -> Origin {
    let words = &at.words.renal.hcq_level;
    let mut labs: Vec<_> = at.case.labs.iter().filter(|lab| lab.date <= at.today).collect();
    labs.sort_by_key(|lab| std::cmp::Reverse(lab.date));
    let mut origin = Origin::default();
    for (lab, level) in labs.into_iter().filter_map(|lab| Some((lab, lab.hcq_level.known()?))) {
        let value = Phrase::of(&at.lang.quantity(level)).quiet(matrix(at, lab.hcq_matrix));
        origin = origin.input(at.words.unit.hcq_level, value, Some(lab.date));
    }
    match HcqSample::of(at.case, at.today) {
        Ok(sample) => {
            let stated = at.field(&sample.adherence, |adherence| at.words.label(*adherence).to_owned());
            origin = origin.input(words.adherence, stated, None);
            for (label, day) in [(words.started, sample.started), (words.dose_since, sample.dose_since)] {
                origin = origin.input(
                    label,
                    day.map_or_else(
                        || Phrase::default().lacks(at.words.app.not_stated),
                        |day| Phrase::of(&at.lang.date(day)),
                    ),
                    None,
                );
            }
            if let HcqReading::Serum(verdict) = &sample.reading {
                origin = origin.criterion(words.serum_rule, answer_in_full(at, verdict), verdict.clone());
            }
        }
        Err(needs) => origin.lacks.push(wording::needs(at.words, &needs)),
    }
    if let Ok(Some(dose)) = clinic::hcq_on(at.case, at.today) {
        let daily = at.lang.amount(dose.daily.normalize(), "mg/d");
        origin = origin.input(at.words.unit.hcq, Phrase::of(&daily), None);
    }
    let origin = origin.rule(at.words.origin.hcq_bands).rule(words.serum_rule).rule(words.plasma_rule);
    let origin = origin.note(words.below_target).note(words.soon_after).note(words.flares);
    origin.source(HCQ_LEVEL).source(SERUM_HCQ)
}
