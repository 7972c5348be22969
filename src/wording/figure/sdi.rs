use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row};
use crate::clinic::{
    self, MOSCA_2011, PAEDIATRIC_SDI, SDI_1996, SDI_LOW_GFR, SDI_MOST, Sdi, SdiDomain, low_gfr_hint, sdi_by_year,
    sdi_most, sdi_of_twelve_months, sdi_review_is_due,
};
use crate::domain::SdiItem;
use crate::wording;

pub(super) fn told(at: &At) -> Vec<Row> {
    let mut rows = match Sdi::on(at.case, at.today) {
        Ok(sdi) => index(at, &sdi),
        Err(_) => vec![Phrase::default().lacks(at.words.damage.not_reviewed).row()],
    };
    rows.extend(hint(at).map(Phrase::row));
    rows
}

fn index(at: &At, sdi: &Sdi) -> Vec<Row> {
    let words = at.words;
    let total = sdi.total().to_string();
    // Without the day of the diagnosis nobody knows which damage came before it: the score is an upper bound.
    let total = if sdi.lacks.is_empty() { total } else { (words.panel.at_most)(&total) };
    let mut phrase = Phrase::default().strong(&total).glued(&format!("/{SDI_MOST}"), super::Tone::Quiet);
    if sdi.total() == 0 {
        phrase = phrase.dot().say(words.damage.no_damage);
    }
    for (domain, points) in sdi.domains() {
        phrase = phrase.dot().say(domain_name(at, domain)).say(&points.to_string());
    }
    let mut rows = vec![phrase.dot().then(review(at)).row()];
    rows.extend(accrual(at).map(Phrase::row));
    rows.extend(sdi.scored.iter().map(|scored| {
        let since = format!("{} {}", words.app.since, at.lang.month(scored.since));
        Phrase::default().quiet("•").say(words.label(scored.item)).say(&scored.points.to_string()).quiet(&since).row()
    }));
    rows.extend(sdi.not_scored.iter().map(|(item, since, reason)| {
        let item = Phrase::default().quiet("•").quiet(words.label(*item)).quiet(&at.lang.month(*since));
        item.quiet(words.panel.not_counted).quiet(wording::not_scored(words, *reason)).row()
    }));
    if !sdi.lacks.is_empty() {
        rows.push(at.lacking(&sdi.lacks).row());
    }
    rows
}

fn domain_name(at: &At, domain: SdiDomain) -> &'static str {
    let place = SdiDomain::ALL.iter().position(|known| *known == domain).unwrap_or_default();
    at.words.sdi_domains.get(place).copied().unwrap_or_default()
}

fn review(at: &At) -> Phrase {
    let phrase = at.field(&at.case.damage.reviewed, |day| (at.words.damage.reviewed_on)(&at.lang.date(*day)));
    match sdi_review_is_due(at.case, at.today) {
        Some(true) => phrase.dot().judged(at.words.index.review_due, false),
        Some(false) | None => phrase,
    }
}

/// The years that added points, and the twelve months up to the day.
fn accrual(at: &At) -> Option<Phrase> {
    let years = sdi_by_year(at.case, at.today).ok().filter(|years| !years.is_empty())?;
    let each = years.iter().map(|year| format!("{}\u{a0}+{}", year.year, year.added));
    let phrase = Phrase::default().quiet(at.words.index.accrual).say(&each.collect::<Vec<_>>().join(", "));
    let newest = sdi_of_twelve_months(at.case, at.today).ok()?;
    Some(phrase.dot().say(&(at.words.index.over_twelve_months)(newest)))
}

fn hint(at: &At) -> Option<Phrase> {
    let hint = low_gfr_hint(at.case, at.today)?;
    let words = &at.words.index;
    let said = (words.hint)(&at.lang.date(hint.first.date), &at.lang.date(hint.last.date));
    let phrase = Phrase::default().judged(&said, false);
    Some(if hint.recovered_between { phrase.quiet(words.recovered) } else { phrase })
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.index;
    let mut origin = recorded(at, Origin::default().input(at.words.damage.sdi, review(at), None));
    if let Some(hint) = low_gfr_hint(at.case, at.today) {
        for point in [hint.first, hint.last] {
            let value = format!("{} {}", at.lang.real(point.value.value, 1), at.words.unit.egfr_unit);
            let value = Phrase::of(&value).quiet(point.value.equation.name());
            origin = origin.input(at.words.unit.egfr, value, Some(point.date));
        }
    }
    match Sdi::on(at.case, at.today) {
        Ok(sdi) => {
            origin = by_year(at, origin).grid(items(at, &sdi)).lacking(&at.needs(&sdi.lacks));
        }
        Err(needs) => origin = origin.lacking(&at.needs(&needs)),
    }
    let rules = [
        words.rule_damage,
        words.rule_ever,
        words.rule_again,
        words.rule_end_stage,
        words.rule_most,
        words.rule_low_gfr,
    ];
    origin = rules.into_iter().fold(origin, Origin::rule).note(words.note_waiting).note(words.note_meeting);
    origin = origin.source(SDI_1996).source(SDI_LOW_GFR).source(MOSCA_2011);
    if at.case.patient.age_on(at.today).is_some_and(|age| age < 18) {
        origin = origin.note(words.note_children).source(PAEDIATRIC_SDI);
    }
    origin
}

/// Every entry as the case records it.
fn recorded(at: &At, origin: Origin) -> Origin {
    let entries = at.case.damage.sdi.known().into_iter().flatten();
    entries.fold(origin, |origin, entry| {
        let months = [Some(entry.since), entry.again].into_iter().flatten().map(|month| at.lang.month(month));
        let months = months.collect::<Vec<_>>().join(", ");
        let sites = entry.sites.map(|sites| (at.words.index.sites)(sites)).unwrap_or_default();
        let until = entry.until.map(|until| format!("→ {}", at.lang.month(until))).unwrap_or_default();
        origin.input(at.words.label(entry.item), Phrase::of(&months).quiet(&until).quiet(&sites), None)
    })
}

fn by_year(at: &At, origin: Origin) -> Origin {
    let words = &at.words.index;
    let years = sdi_by_year(at.case, at.today).unwrap_or_default();
    if years.is_empty() {
        return origin;
    }
    let cell = |text: String| Phrase::of(&text).row();
    let row = |year: clinic::YearOfDamage| {
        vec![cell(year.year.to_string()), cell(format!("+{}", year.added)), cell(year.total.to_string())]
    };
    origin.grid(Grid {
        title: words.accrual.to_owned(),
        head: [words.year, words.added, words.total].map(str::to_owned).into(),
        rows: years.into_iter().map(row).collect(),
    })
}

/// All 41 items with what each scores here, domain by domain.
fn items(at: &At, sdi: &Sdi) -> Grid {
    let words = &at.words.index;
    let rows = SdiDomain::ALL.into_iter().flat_map(|domain| {
        let of_domain = Phrase::default().strong(&format!("{}/{}", sdi.of_domain(domain), domain.most()));
        let head = vec![Phrase::default().strong(domain_name(at, domain)).then(of_domain).row()];
        let items = SdiItem::ALL.iter().copied().filter(move |item| SdiDomain::of(*item) == domain);
        std::iter::once(head).chain(items.map(|item| {
            let scored = sdi.scored.iter().find(|scored| scored.item == item);
            let most = format!("/{}", sdi_most(item));
            let points = scored.map_or_else(
                || Phrase::default().quiet(&format!("–{most}")),
                |scored| Phrase::of(&format!("{}{most}", scored.points)).quiet(&at.lang.month(scored.since)),
            );
            vec![Phrase::default().quiet("•").say(at.words.label(item)).then(points).row()]
        }))
    });
    Grid {
        title: words.all_items.to_owned(),
        head: vec![format!("{} · {}", words.item, words.points)],
        rows: rows.collect(),
    }
}
