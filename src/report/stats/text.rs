use super::super::markdown::markdown;
use super::super::page::{Grid, Page};
use super::super::plain::plain;
use super::matrix::matrix_said;
use super::said::{DAYS_A_MONTH, count_said, extent_said, half_said, parts_said, percent, share_said};
use crate::archive::stats::{Answer, Curve, Figure, Kind, More, Period, Section, Shown, masked_alone, not_recorded};
use crate::text::{Lang, words};

/// The months at which a curve is read.
pub const READ_AT: [u32; 8] = [0, 3, 6, 12, 18, 24, 36, 60];

/// Figures as text of at most 80 columns; `shared` masks small cells.
pub fn stats_text(answers: &[Answer], lang: Lang, shared: bool) -> String {
    plain(&page(answers, lang, shared), lang)
}

/// Figures as Markdown.
pub fn stats_markdown(answers: &[Answer], lang: Lang, shared: bool) -> String {
    markdown(&page(answers, lang, shared))
}

/// The catalogue: every figure, what it counts, its view.
pub fn catalogue_text(lang: Lang) -> String {
    plain(&catalogue(lang), lang)
}

/// The catalogue as Markdown.
pub fn catalogue_markdown(lang: Lang) -> String {
    markdown(&catalogue(lang))
}

/// The command that prints a figure again.
pub fn command_of(figure: &Figure, period: Period, shared: bool) -> String {
    let since = period.since.map(|day| format!(" --since {day}")).unwrap_or_default();
    let until = period.until.map(|day| format!(" --until {day}")).unwrap_or_default();
    format!("regards stats {}{since}{until}{}", figure.code, if shared { " --shared" } else { "" })
}

fn section_said(section: Section, lang: Lang) -> String {
    format!("{} {}", section.code(), (words(lang).stats.section)(section.code()))
}

fn page(answers: &[Answer], lang: Lang, shared: bool) -> Page {
    let say = &words(lang).stats;
    let mut page = Page::default();
    page.title(say.title);
    for note in say.notes {
        page.paragraph(note);
    }
    if shared {
        page.paragraph(say.shared_note);
    }
    let mut last = None;
    for answer in answers {
        let section = answer.figure.section;
        if last != Some(section) {
            absent(&mut page, last, lang);
            page.section(section_said(section, lang));
            last = Some(section);
        }
        figure(&mut page, answer, lang, shared);
    }
    absent(&mut page, last, lang);
    page
}

/// What of a section is not recorded, after its figures.
fn absent(page: &mut Page, section: Option<Section>, lang: Lang) {
    let say = &words(lang).stats;
    let absent: Vec<String> =
        section.map_or(&[][..], not_recorded).iter().map(|code| (say.absent)(code).to_owned()).collect();
    if !absent.is_empty() {
        page.topic(say.absent_title);
        page.items(0, absent);
    }
}

fn figure(page: &mut Page, answer: &Answer, lang: Lang, shared: bool) {
    let say = &words(lang).stats;
    let figure = answer.figure;
    page.topic((say.figure)(figure.code));
    page.paragraph((say.counted)(figure.code));
    page.item(0, extent_said(answer, lang, shared));
    if figure.section == Section::Course {
        page.item(0, say.not_a_comparison);
    }
    page.item(0, (say.view)(&figure.view()));
    page.item(0, (say.command)(&command_of(figure, answer.period, shared)));
    let mut grid = Grid { head: head(answer, lang, shared), rows: Vec::new() };
    for (said, part) in parts_said(answer, lang, shared).into_iter().zip(&answer.parts) {
        for entry in &said.entries {
            let mut row: Vec<String> = said.name.iter().cloned().collect();
            row.extend([entry.label.clone(), entry.count.clone(), entry.figures.clone(), entry.spread.clone()]);
            if figure.kind == Kind::Amount && !shared {
                row.push(entry.ends.clone());
            }
            grid.rows.push(row);
        }
        let of = said.name.map(|name| format!("{name} · ")).unwrap_or_default();
        page.items(0, said.notes.into_iter().map(|note| format!("{of}{note}")));
        if let More::Curve(curve) = &part.more {
            curve_read(page, figure, curve, lang, shared);
        }
    }
    page.grid(grid);
    page.grid(points(answer, lang, shared));
    if figure.kind == Kind::Matrix {
        let mut rows = matrix_said(answer, lang, shared).into_iter();
        let head = rows.next().unwrap_or_default();
        page.grid(Grid { head, rows: rows.collect() });
    }
}

fn head(answer: &Answer, lang: Lang, shared: bool) -> Vec<String> {
    let say = &words(lang).stats;
    let is_amount = answer.figure.kind == Kind::Amount;
    let mut head: Vec<&str> = answer.figure.parts.iter().map(|_| say.part).collect();
    head.extend(if is_amount {
        ["", say.count, say.median, say.quartiles]
    } else {
        [say.answer, say.count, say.share, say.interval]
    });
    if is_amount && !shared {
        head.push(say.ends);
    }
    head.into_iter().map(str::to_owned).collect()
}

/// A curve at the months that are asked for most: who was still followed, and the share without the event.
fn curve_read(page: &mut Page, figure: &Figure, curve: &Curve, lang: Lang, shared: bool) {
    let say = &words(lang).stats;
    // A few events could be worked out from the share that is left.
    if curve.n() == 0 || (shared && !matches!(masked_alone(curve.events()), Shown::Count(_))) {
        return;
    }
    let mut grid = Grid {
        head: vec![
            say.month_short.to_owned(),
            say.at_risk.to_owned(),
            (say.without)((say.event)(figure.code)),
            say.interval.to_owned(),
        ],
        rows: Vec::new(),
    };
    for months in READ_AT {
        let days = (f64::from(months) * DAYS_A_MONTH).floor();
        let at_risk = curve.at_risk(days);
        let shown = if shared { masked_alone(at_risk) } else { Shown::Count(at_risk) };
        let Some(share) = curve.at(days) else { break };
        let is_shown = matches!(shown, Shown::Count(_));
        let interval = curve.before(days).and_then(|step| step.interval);
        let ends = interval.map(|ends| format!("{}–{}", lang.real(ends.low * 100.0, 0), percent(ends.high, lang)));
        grid.rows.push(vec![
            months.to_string(),
            count_said(shown, lang),
            if is_shown { percent(share, lang) } else { String::new() },
            ends.filter(|_| is_shown).unwrap_or_default(),
        ]);
    }
    page.grid(grid);
}

/// A figure over time: a row a half-year, a column a part.
fn points(answer: &Answer, lang: Lang, shared: bool) -> Grid {
    let say = &words(lang).stats;
    let mut grid = Grid { head: vec![say.half_year.to_owned()], rows: Vec::new() };
    let series: Vec<_> = answer
        .parts
        .iter()
        .zip(parts_said(answer, lang, shared))
        .filter_map(|(part, said)| match &part.more {
            More::Points(points, _) if !points.is_empty() => Some((said.name, points)),
            _ => None,
        })
        .collect();
    let mut halves: Vec<_> = series.iter().flat_map(|(_, points)| points.iter().map(|(half, _)| *half)).collect();
    halves.sort_unstable();
    halves.dedup();
    grid.head.extend(series.iter().map(|(name, _)| name.clone().unwrap_or_else(|| say.count.to_owned())));
    for half in halves {
        let mut row = vec![half_said(half, lang)];
        for (_, points) in &series {
            let point = points.iter().find(|(of, _)| *of == half).map(|(_, point)| *point);
            row.push(point.map(|point| point_said(point, answer.figure.kind, lang, shared)).unwrap_or_default());
        }
        grid.rows.push(row);
    }
    grid
}

fn point_said(point: crate::archive::stats::Proportion, kind: Kind, lang: Lang, shared: bool) -> String {
    let shown = |n: u32| count_said(if shared { masked_alone(n) } else { Shown::Count(n) }, lang);
    if kind == Kind::Count {
        return shown(point.of);
    }
    let rest = point.of.saturating_sub(point.count);
    let is_small = |n: u32| !matches!(masked_alone(n), Shown::Count(_));
    if shared && (is_small(point.count) || is_small(rest)) {
        return format!("{}/{}", words(lang).stats.hidden, shown(point.of));
    }
    let (share, _) = share_said(point, lang);
    format!("{}/{} {share}", point.count, point.of).trim_end().to_owned()
}

fn catalogue(lang: Lang) -> Page {
    let say = &words(lang).stats;
    let mut page = Page::default();
    page.title(say.catalogue);
    for note in say.notes {
        page.paragraph(note);
    }
    for section in Section::ALL {
        page.section(section_said(*section, lang));
        for figure in Figure::of_section(*section) {
            page.topic(format!("{}: {}", figure.code, (say.figure)(figure.code)));
            page.paragraph((say.counted)(figure.code));
            page.item(0, (say.view)(&figure.view()));
        }
        absent(&mut page, Some(*section), lang);
    }
    page
}
