use super::page::Page;
use super::sheet::{Sheet, class};
use crate::clinic;
use crate::domain::{Extrarenal, Field, Origin, Quantity, Sex, Treatment};
use crate::text::{Lang, words};
use crate::wording;

/// Who it is about, what is asked, and where things stand.
pub(super) fn head(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let (words, case) = (words(lang), sheet.case);
    let synthetic = (case.origin == Some(Origin::Synthetic)).then(|| format!(" ({})", words.app.synthetic));
    page.title(format!("{}{}", case.case, synthetic.unwrap_or_default()));
    page.item(0, patient(sheet, lang));
    page.item(0, histology(sheet, lang));
    page.item(0, proteinuria(sheet, lang));
    page.item(0, filtration(sheet, lang));
    page.item(0, lupus(sheet, lang));
    page.item(0, pregnancy(sheet, lang));
    page.item(0, extrarenal(sheet, lang));
    page.item(0, treatments(sheet, lang));
    page.item(0, meeting(sheet, lang));
    page.section(words.case.question);
    page.paragraph(case.question.as_str());
}

/// Where things stand, in lines: kidney, lupus, pregnancy, what is given.
pub(super) fn record(sheet: &Sheet<'_>, lang: Lang) -> Vec<String> {
    let lines = [histology, proteinuria, filtration, lupus, pregnancy, extrarenal, treatments];
    lines.iter().map(|line| line(sheet, lang)).collect()
}

/// A field as people read it: what is not written differs from what was asked and is not known.
pub(super) fn field<T>(lang: Lang, field: &Field<T>, shown: impl Fn(&T) -> String) -> String {
    let app = &words(lang).app;
    match field {
        Field::Known(value) => shown(value),
        Field::Unknown => app.unknown.to_owned(),
        Field::Absent => app.not_stated.to_owned(),
    }
}

/// `Name: what`, as this language writes a colon.
pub(super) fn named(lang: Lang, name: &str, what: &str) -> String {
    format!("{name}{}{what}", words(lang).report.colon)
}

/// Several things said of one, as this language writes a semicolon.
pub(super) fn listed(lang: Lang, parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().collect::<Vec<_>>().join(words(lang).report.semicolon)
}

fn patient(sheet: &Sheet<'_>, lang: Lang) -> String {
    let (words, patient) = (words(lang), &sheet.case.patient);
    let mut parts = Vec::new();
    if !sheet.masked {
        parts.push(patient.alias.to_string());
    }
    parts.push(words.label(patient.sex).to_owned());
    let age = patient.age_on(sheet.today).map(|years| (words.count.years)(i64::from(years)));
    parts.push(age.unwrap_or_else(|| format!("{} {}", words.queue.age.to_lowercase(), words.app.not_stated)));
    parts.push(measured(lang, words.unit.weight, &patient.weight));
    parts.push(measured(lang, words.unit.height, &patient.height));
    named(lang, words.report.patient, &parts.join(", "))
}

/// The value alone where it is known; else what is not known, by its name.
fn measured<D: crate::domain::Dimension>(lang: Lang, name: &str, value: &Field<Quantity<D>>) -> String {
    match value {
        Field::Known(quantity) => lang.quantity(quantity),
        missing => format!("{} {}", name.to_lowercase(), field(lang, missing, |_| String::new())),
    }
}

fn histology(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    let Some(biopsy) = sheet.biopsy() else {
        return named(lang, words.queue.class, words.report.no_biopsy);
    };
    let mut parts = vec![class(&biopsy.class)];
    parts.extend(biopsy.lesions.known().map(|lesions| words.label(*lesions).to_owned()));
    parts.push(format!(
        "{} {}",
        words.case.activity_index,
        field(lang, &biopsy.activity, |index| format!("{index}/24"))
    ));
    parts.push(format!(
        "{} {}",
        words.case.chronicity_index,
        field(lang, &biopsy.chronicity, |index| format!("{index}/12"))
    ));
    parts.push((words.report.biopsy_of)(&lang.date(biopsy.date)));
    named(lang, words.queue.class, &parts.join(", "))
}

fn proteinuria(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    let series = clinic::upcr_series(sheet.case);
    let text = series.newest_by(sheet.today).map_or_else(
        || words.app.no_data.to_owned(),
        |point| format!("{}, {}", lang.quantity(&point.value), (words.app.on_date)(&lang.date(point.date))),
    );
    named(lang, words.unit.upcr, &text)
}

/// eGFR with its unit, date and equation, the stage of the unrounded value, and the word of the KDIGO grid.
pub(super) fn filtration(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    let series = match sheet.egfr_series() {
        Ok(series) => series,
        Err(needs) => {
            return named(lang, words.unit.egfr, &(words.activity.cannot_say)(&wording::needs(words, &needs)));
        }
    };
    let Some(point) = series.newest() else {
        return named(lang, words.unit.egfr, words.app.no_data);
    };
    let egfr = point.value;
    let mut parts = vec![
        format!("{}\u{a0}{}", wording::printed_egfr(lang, egfr), words.unit.egfr_unit),
        (words.app.on_date)(&lang.date(point.date)),
        egfr.equation.name().to_owned(),
    ];
    let albuminuria = clinic::albuminuria_on(sheet.case, sheet.today);
    parts.push(albuminuria.map_or_else(
        || egfr.stage().name().to_owned(),
        |found| {
            let risk = wording::kidney_risk(words, clinic::kidney_risk(egfr.stage(), found.category));
            format!("{}{} ({risk})", egfr.stage().name(), found.category.name())
        },
    ));
    named(lang, words.unit.egfr, &parts.join(", "))
}

fn lupus(sheet: &Sheet<'_>, lang: Lang) -> String {
    let (words, lupus) = (words(lang), &sheet.case.lupus);
    let flares = match lupus.flares {
        Field::Known(0) => words.report.no_flare.to_owned(),
        flares => field(lang, &flares, |flares| (words.case.flare)(*flares)),
    };
    let flares = if lupus.flares.known().is_some() { flares } else { named(lang, words.report.flares, &flares) };
    let since = field(lang, &lupus.diagnosed, |month| lang.month(*month));
    listed(lang, [format!("{} {since}", words.report.lupus_since), flares])
}

fn pregnancy(sheet: &Sheet<'_>, lang: Lang) -> String {
    let (words, case) = (words(lang), sheet.case);
    if case.patient.sex == Sex::Male {
        return named(lang, words.case.wish, &field(lang, &case.pregnancy.wish, |wish| words.label(*wish).to_owned()));
    }
    let status = field(lang, &case.pregnancy.status, |status| words.label(*status).to_owned());
    let wish = field(lang, &case.pregnancy.wish, |wish| words.label(*wish).to_owned());
    let contraception = field(lang, &case.pregnancy.contraception, |used| words.label(*used).to_owned());
    let weeks =
        case.pregnancy.weeks.known().map(|weeks| format!(" ({weeks}\u{a0}{})", words.case.weeks_of_amenorrhoea));
    let parts = [
        format!("{}{}", named(lang, words.case.pregnancy, &status), weeks.unwrap_or_default()),
        named(lang, &words.case.wish.to_lowercase(), &wish),
        named(lang, &words.case.contraception.to_lowercase(), &contraception),
    ];
    listed(lang, parts)
}

fn extrarenal(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    let one = |active: &Extrarenal| format!("{} ({})", words.label(active.organ), words.label(active.severity));
    let text = field(lang, &sheet.case.extrarenal, |active| match active.as_slice() {
        [] => words.report.no_extrarenal.to_owned(),
        active => active.iter().map(one).collect::<Vec<_>>().join(", "),
    });
    named(lang, words.case.extrarenal, &text)
}

fn treatments(sheet: &Sheet<'_>, lang: Lang) -> String {
    let words = words(lang);
    let one = |entry: &Treatment| {
        let drug = entry.name.clone().unwrap_or_else(|| words.label(entry.drug).to_owned());
        let dose = entry.dose.known().map(|dose| format!(" {}", lang.dose(dose)));
        format!("{drug}{} ({} {})", dose.unwrap_or_default(), words.app.since, lang.date(entry.from))
    };
    let given: Vec<String> = sheet.case.treatments.iter().filter(|entry| entry.is_on(sheet.today)).map(one).collect();
    let text = match given.as_slice() {
        [] if sheet.case.treatments.is_empty() => words.app.not_stated.to_owned(),
        [] => words.report.no_treatment.to_owned(),
        given => given.join(", "),
    };
    named(lang, words.case.treatments, &text)
}

fn meeting(sheet: &Sheet<'_>, lang: Lang) -> String {
    let (words, case) = (words(lang), sheet.case);
    let day = case.meeting.map_or_else(|| words.app.not_stated.to_owned(), |day| lang.date(day));
    let mut parts = vec![named(lang, words.report.meeting, &day)];
    if let Some(asked) = case.requester.as_ref().filter(|_| !sheet.masked) {
        let who = [Some(&asked.name), asked.specialty.as_ref(), asked.centre.as_ref()];
        let who: Vec<&str> = who.into_iter().flatten().map(String::as_str).collect();
        parts.push(named(lang, &words.case.requester.to_lowercase(), &who.join(", ")));
    }
    parts.push((words.report.computed_for)(&lang.date(sheet.today)));
    listed(lang, parts)
}
