//! How damaged: the index by domain, the kidney's function, what glucocorticoids and hydroxychloroquine add up to.

use chrono::Months;
use ratatui::text::Line;
use rust_decimal::Decimal;

use crate::app::Opened;
use crate::clinic::{
    self, Egfr, Equivalence, HCQ_DOSE, HcqStatus, Point, SDI_MOST, Sdi, SdiDomain, cumulative_steroid, daily_steroid,
};
use crate::domain::{Day, Drug};
use crate::view::ink::{Ink, Phrase};
use crate::view::standing;
use crate::wording;

/// Everything the panel says, what matters most first.
pub fn lines(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let mut lines = index(ink, opened);
    lines.extend(filtration(ink, opened));
    lines.push(prednisone(ink, opened));
    lines.push(hydroxychloroquine(ink, opened));
    lines.push(eye(ink, opened));
    lines.push(cumulative(ink, opened));
    lines
}

fn unknown<'a>(ink: &Ink<'a>, needs: &[clinic::Need], phrase: Phrase<'a>) -> Phrase<'a> {
    phrase.lacks(&(ink.words.activity.cannot_say)(&wording::needs(ink.words, needs)))
}

fn index(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let words = &ink.words.damage;
    let Ok(sdi) = Sdi::on(&opened.case, opened.today) else {
        return vec![ink.labelled(words.sdi).lacks(words.not_reviewed).line()];
    };
    let total = sdi.total().to_string();
    // Without the day of the diagnosis nobody knows which damage came before it: the score is an upper bound.
    let total = if sdi.lacks.is_empty() { total } else { (ink.words.panel.at_most)(&total) };
    let mut phrase = ink.labelled(words.sdi).with(&total, ink.look.title).glued(&format!("/{SDI_MOST}"), ink.look.dim);
    if sdi.total() == 0 {
        phrase = phrase.say(words.no_damage);
    }
    for (domain, points) in sdi.domains() {
        phrase = phrase.dot().say(domain_name(ink, domain)).say(&points.to_string());
    }
    let (reviewed, style) = ink.field(&opened.case.damage.reviewed, |day| (words.reviewed_on)(&ink.lang.date(*day)));
    let mut lines = vec![phrase.dot().with(&reviewed, style).line()];
    lines.extend(sdi.scored.iter().map(|scored| {
        let since = format!("{} {}", ink.words.app.since, ink.lang.month(scored.since));
        ink.phrase().dim("•").say(ink.words.label(scored.item)).say(&scored.points.to_string()).dim(&since).line()
    }));
    lines.extend(sdi.not_scored.iter().map(|(item, since, reason)| {
        let item = ink.phrase().dim("•").dim(ink.words.label(*item)).dim(&ink.lang.month(*since));
        item.dim(ink.words.panel.not_counted).dim(wording::not_scored(ink.words, *reason)).line()
    }));
    if !sdi.lacks.is_empty() {
        lines.push(unknown(ink, &sdi.lacks, ink.phrase()).line());
    }
    lines
}

fn domain_name(ink: &Ink, domain: SdiDomain) -> &'static str {
    let place = SdiDomain::ALL.iter().position(|known| *known == domain).unwrap_or_default();
    ink.words.sdi_domains.get(place).copied().unwrap_or_default()
}

fn filtration(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let phrase = ink.labelled(ink.words.unit.egfr);
    let series = match clinic::egfr_series(&opened.case) {
        Ok(series) => series,
        Err(needs) => return vec![unknown(ink, &needs, phrase).line()],
    };
    let Some(newest) = series.newest_by(opened.today) else {
        return vec![phrase.lacks(ink.words.app.not_stated).line()];
    };
    let phrase = phrase
        .with(&egfr(ink, newest.value), ink.look.title)
        .dim(ink.words.unit.egfr_unit)
        .say(newest.value.stage().name());
    vec![albuminuria(ink, opened, newest, phrase), slope(ink, &series)]
}

/// The value as it is printed; with a decimal where the whole number would belong to another stage than the value.
pub fn egfr(ink: &Ink, egfr: Egfr) -> String {
    let rounds_over = clinic::g_stage(f64::from(egfr.printed())) != egfr.stage();
    ink.lang.real(egfr.value, if rounds_over { 2 } else { 0 })
}

fn albuminuria(ink: &Ink, opened: &Opened, newest: Point<Egfr>, phrase: Phrase) -> Line<'static> {
    let upcr = clinic::upcr_series(&opened.case).newest_by(opened.today);
    let phrase = match upcr {
        Some(upcr) => {
            let risk = clinic::kidney_risk_of(newest.value, upcr.value);
            let word = format!("\u{a0}{}\u{a0}", wording::kidney_risk(ink.words, risk).replace(' ', "\u{a0}"));
            phrase
                .say(clinic::a_category(upcr.value).name())
                .with(&word, standing::kidney_risk(ink.look, risk))
                .dim(ink.words.panel.by_upcr)
        }
        None => phrase.lacks(ink.words.panel.no_category),
    };
    phrase.dim(newest.value.equation.name()).dim(&ink.on(newest.date)).line()
}

fn slope(ink: &Ink, series: &clinic::Series<Egfr>) -> Line<'static> {
    let phrase = ink.labelled(ink.words.panel.egfr_slope);
    match clinic::egfr_slope(series) {
        Ok(slope) => {
            let change = crate::text::rounded(slope.per_year, 1).unwrap_or_default();
            let basis = (ink.words.panel.values_over)(slope.values, slope.days);
            phrase
                .say(&format!("{} {}{}", ink.lang.signed(change, 1), ink.words.unit.egfr_unit, ink.words.unit.per_year))
                .dim(&format!("({basis})"))
                .line()
        }
        Err(needs) => unknown(ink, &needs, phrase).line(),
    }
}

fn prednisone(ink: &Ink, opened: &Opened) -> Line<'static> {
    let words = ink.words;
    let phrase = ink.labelled(words.damage.prednisone_now);
    let steroid = match daily_steroid(&opened.case, opened.today) {
        Ok(steroid) => steroid,
        Err(needs) => return unknown(ink, &needs, phrase).line(),
    };
    if steroid.made_of.is_empty() {
        return phrase.say(words.app.none).line();
    }
    let dose = format!("{} {}", ink.lang.number(steroid.milligrams, 2), words.unit.mg_per_day);
    let phrase = phrase.with(&dose, ink.look.title);
    let phrase = match steroid.per_kilo {
        Some(per_kilo) => {
            phrase.dot().say(&format!("{} {}", ink.lang.number(per_kilo, 2), words.unit.mg_per_kg_per_day))
        }
        None => phrase.lacks(words.panel.no_weight),
    };
    let made_of = steroid
        .made_of
        .iter()
        .map(|(drug, since)| format!("{} {} {}", words.label(*drug), words.app.since, ink.lang.date(*since)));
    let phrase = phrase.dim(&format!("({})", made_of.collect::<Vec<_>>().join(", ")));
    let is_converted = steroid.made_of.iter().any(|(drug, _)| !matches!(drug, Drug::Prednisone | Drug::Prednisolone));
    if is_converted { phrase.dim(&equivalence(ink)).line() } else { phrase.line() }
}

fn equivalence(ink: &Ink) -> String {
    (ink.words.panel.equivalents)(Equivalence::default().source().name)
}

/// The twelve months that end on this day.
fn cumulative(ink: &Ink, opened: &Opened) -> Line<'static> {
    let words = ink.words;
    let phrase = ink.labelled(words.panel.cumulative_12_months);
    let first = opened.today.0.checked_sub_months(Months::new(12)).and_then(|day| day.succ_opt()).map(Day);
    let Some(first) = first else { return phrase.line() };
    match cumulative_steroid(&opened.case, first, opened.today) {
        Ok(sum) => {
            let grams = |mg: Decimal| format!("{} g", ink.lang.number(mg / Decimal::ONE_THOUSAND, 2));
            let phrase = phrase.with(&grams(sum.total()), ink.look.title);
            let parts = format!(
                "({} {}, {} {})",
                grams(sum.oral),
                words.panel.by_mouth,
                grams(sum.intravenous),
                words.panel.intravenous
            );
            let phrase = phrase.dim(&parts);
            if sum.intravenous.is_zero() { phrase.line() } else { phrase.dim(&equivalence(ink)).line() }
        }
        Err(needs) => unknown(ink, &needs, phrase).line(),
    }
}

fn hydroxychloroquine(ink: &Ink, opened: &Opened) -> Line<'static> {
    let words = ink.words;
    let phrase = ink.labelled(words.unit.hcq);
    let dose = match clinic::hcq_on(&opened.case, opened.today) {
        Ok(Some(dose)) => dose,
        Ok(None) => return phrase.say(words.app.none).line(),
        Err(needs) => return unknown(ink, &needs, phrase).line(),
    };
    let style = if dose.status == HcqStatus::Above { ink.look.warning } else { ink.look.ok };
    let status = (words.codes.hcq_status)(dose.status.code());
    let ceiling = format!("{} {}", ink.lang.number(dose.ceiling, 1), words.unit.mg_per_day);
    phrase
        .say(&format!("{} {}", ink.lang.number(dose.daily, 1), words.unit.mg_per_day))
        .dim("=")
        .with(&format!("{} {}", ink.lang.number(dose.per_kilo, 2), words.unit.mg_per_kg_per_day), ink.look.title)
        .dim(words.panel.real_weight)
        .with(status, style)
        .say(&(words.panel.ceiling)(&ceiling))
        .dim(&format!("({})", HCQ_DOSE.name))
        .line()
}

fn eye(ink: &Ink, opened: &Opened) -> Line<'static> {
    let antimalarial = opened.case.treatments.iter().filter(|treatment| {
        matches!(treatment.drug, Drug::Hydroxychloroquine | Drug::Chloroquine) && treatment.is_on(opened.today)
    });
    let phrase = ink.labelled(ink.words.panel.eye_exam);
    match antimalarial.max_by_key(|treatment| treatment.from) {
        Some(treatment) => {
            let (exam, style) = ink.field(&treatment.eye_exam, |day| ink.lang.date(*day));
            phrase.with(&exam, style).line()
        }
        None => phrase.dim(ink.words.table.not_applicable).line(),
    }
}
