use super::figures::figures;
use super::head::{field, listed, named};
use super::page::{Grid, Page};
use super::sheet::Sheet;
use crate::clinic::{
    self, BandSet, Discordance, DiscordanceRule, Egfr, FigureId, Sledai, SledaiScore, Source, sledai_weight,
};
use crate::domain::{ActivityVisit, Lab, SledaiItem};
use crate::text::{Lang, words};
use crate::wording;

/// Activity at the newest visit, serology, level of hydroxychloroquine, and the series they stand in.
pub(super) fn activity(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    page.section(words.activity.title);
    match visit(sheet) {
        Some(visit) => assessed(page, visit, lang),
        None => page.paragraph(words.activity.no_visit),
    }
    figures(page, &sheet.at(lang), FigureId::ACTIVITY);
    page.grid(series(sheet, lang));
}

/// The newest visit up to the day.
pub(super) fn visit<'a>(sheet: &Sheet<'a>) -> Option<&'a ActivityVisit> {
    sheet.case.activity.iter().filter(|visit| visit.date <= sheet.today).max_by_key(|visit| visit.date)
}

fn assessed(page: &mut Page, visit: &ActivityVisit, lang: Lang) {
    let words = words(lang);
    match Sledai::of(visit) {
        Ok(sledai) => scored(page, &sledai, visit, lang),
        Err(needs) => {
            page.item(0, cannot_say(lang, words.activity.sledai, &needs));
        }
    }
    let physician = field(lang, &visit.pga, |pga| format!("{}/3", lang.number(pga.value(), 2)));
    let patient = field(lang, &visit.ptga, |ptga| format!("{}/100", lang.number(ptga.value(), 2)));
    page.item(
        0,
        listed(lang, [format!("{} {physician}", words.activity.pga), format!("{} {patient}", words.activity.ptga)]),
    );
    page.item(1, discordance(visit, lang));
}

/// `Name: cannot say without …`.
pub(super) fn cannot_say(lang: Lang, name: &str, needs: &[clinic::Need]) -> String {
    let words = words(lang);
    named(lang, name, &(words.activity.cannot_say)(&wording::needs(words, needs)))
}

fn scored(page: &mut Page, sledai: &Sledai, visit: &ActivityVisit, lang: Lang) {
    let words = words(lang);
    let window = field(lang, &sledai.window, |window| words.label(*window).to_owned());
    page.item(
        0,
        format!(
            "{} {}, {}, {}",
            words.activity.sledai,
            points(lang, sledai.total()),
            (words.app.on_date)(&lang.date(visit.date)),
            named(lang, &words.activity.window.to_lowercase(), &window)
        ),
    );
    page.item(1, named(lang, words.activity.items, &items(&sledai.present, lang)));
    if !sledai.not_assessed.is_empty() {
        page.item(1, named(lang, words.activity.not_assessed, &items(&sledai.not_assessed, lang)));
    }
    page.item(1, named(lang, words.report.clinical_without_serology, &points(lang, sledai.without_serology())));
    page.item(1, named(lang, words.report.clinical_without_laboratory, &points(lang, sledai.without_labs())));
    for set in BandSet::ALL {
        let band = set.of(sledai.total()).map_or_else(
            |needs| (words.activity.cannot_say)(&wording::needs(words, &needs)),
            |band| (words.codes.band)(band.code()).to_owned(),
        );
        page.item(1, format!("{} ({})", named(lang, words.report.band, &band), source(lang, set.source())));
    }
}

/// `8`, or `≥ 8 (3 items not assessed)`.
fn points(lang: Lang, score: SledaiScore) -> String {
    if score.at_least() {
        format!("≥\u{a0}{} ({})", score.points, (words(lang).report.items_not_assessed)(score.missing as usize))
    } else {
        score.points.to_string()
    }
}

fn items(items: &[SledaiItem], lang: Lang) -> String {
    let words = words(lang);
    let one = |item: &SledaiItem| format!("{} ({})", words.label(*item), sledai_weight(*item));
    if items.is_empty() { words.app.none.to_owned() } else { items.iter().map(one).collect::<Vec<_>>().join(", ") }
}

/// A score's source, with how well its wording was checked where it was not read in the source itself.
pub(super) fn source(lang: Lang, source: Source) -> String {
    let checked = wording::score_checked(words(lang), source.checked);
    let checked = checked.map(|checked| format!(", {checked}"));
    format!("{}, {}{}", source.name, source.reference, checked.unwrap_or_default())
}

fn discordance(visit: &ActivityVisit, lang: Lang) -> String {
    let words = words(lang);
    let rule = DiscordanceRule::default();
    match Discordance::of(visit) {
        Err(needs) => cannot_say(lang, words.activity.discordance, &needs),
        Ok(both) => {
            let rule_named = (words.report.rule)(rule.name(), &rule.limit().to_string());
            let why = [
                (words.report.difference)(&lang.signed(both.delta(), 1)),
                format!("{rule_named}, {}", source(lang, rule.source())),
            ];
            format!("{} ({})", wording::discordance(words, both.by(rule)), listed(lang, why))
        }
    }
}

/// What is drawn on the screen, as rows: UPCR, eGFR, complement, antibodies over time.
fn series(sheet: &Sheet<'_>, lang: Lang) -> Grid {
    let words = words(lang);
    let head = [words.archive.date, words.unit.upcr, words.unit.egfr, "C3", "C4", words.unit.anti_dsdna];
    let mixed = is_mixed(sheet);
    let row = |lab: &Lab| -> Vec<String> {
        let known = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        vec![
            lang.date(lab.date),
            known(lab.upcr.known().map(|value| lang.quantity(value))),
            known(clinic::egfr_on(sheet.case, lab).ok().map(|egfr| filtered(egfr, mixed))),
            known(lab.c3.known().map(|value| lang.quantity(value))),
            known(lab.c4.known().map(|value| lang.quantity(value))),
            known(lab.anti_dsdna.known().map(|value| lang.quantity(value))),
        ]
    };
    let mut labs: Vec<&Lab> = sheet.case.labs.iter().filter(|lab| lab.date <= sheet.today).collect();
    labs.sort_by_key(|lab| lab.date);
    Grid { head: head.map(str::to_owned).to_vec(), rows: labs.into_iter().map(row).collect() }
}

/// Whether two equations gave the values: a child who grew up.
fn is_mixed(sheet: &Sheet<'_>) -> bool {
    let series = sheet.egfr_series().ok();
    let points = series.as_ref().map(clinic::Series::points).unwrap_or_default();
    points.windows(2).any(|pair| matches!(pair, [one, other] if one.value.equation != other.value.equation))
}

fn filtered(egfr: Egfr, mixed: bool) -> String {
    if mixed { format!("{} ({})", egfr.printed(), egfr.equation.name()) } else { egfr.printed().to_string() }
}
