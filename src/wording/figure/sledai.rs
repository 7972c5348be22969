use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row, Tone};
use crate::clinic::{
    self, Attribution, BandSet, Beyond, Checked, Contradiction, Finding, FromNumbers, Need, SLEDAI_2K, Sledai,
    SledaiScore, Tick, Verdict, sledai_weight,
};
use crate::domain::{ActivityVisit, Field, SledaiItem};

/// A score; a lower bound says so.
pub(super) fn points(score: SledaiScore) -> String {
    if score.at_least() { format!("≥\u{a0}{}", score.points) } else { score.points.to_string() }
}

/// A row for each contradiction that a figure is about.
pub(super) fn contradictions(at: &At, visit: &ActivityVisit, about: fn(Contradiction) -> bool) -> Vec<Row> {
    let found = clinic::contradictions(at.case, visit).into_iter().filter(|one| about(*one));
    found.map(|one| Phrase::default().with(&format!("⚠\u{a0}{}", said(at, one)), Tone::Warning).row()).collect()
}

fn said(at: &At, contradiction: Contradiction) -> String {
    let words = &at.words.scores;
    match contradiction {
        Contradiction::TickedAgainstNumber(item) => (words.ticked_against)(at.words.label(item)),
        Contradiction::NumberAgainstTick(item) => (words.number_against)(at.words.label(item)),
        other => (words.contradiction)(other.code()).to_owned(),
    }
}

pub(super) fn told(at: &At) -> Vec<Row> {
    let Some(visit) = at.visit() else {
        return vec![Phrase::default().lacks(at.words.activity.no_visit).row()];
    };
    let sledai = match Sledai::of(visit) {
        Ok(sledai) => sledai,
        Err(needs) => return vec![at.lacking(&needs).quiet(&at.on(visit.date)).row()],
    };
    let mut rows = vec![totals(at, visit, &sledai).row(), items(at, &sledai).row()];
    rows.extend(not_scored(at, &sledai));
    rows.extend(not_assessed(at, &sledai));
    rows.extend(contradictions(at, visit, |one| {
        matches!(
            one,
            Contradiction::TickedAgainstNumber(_) | Contradiction::NumberAgainstTick(_) | Contradiction::ProteinsApart
        )
    }));
    rows
}

fn totals(at: &At, visit: &ActivityVisit, sledai: &Sledai) -> Phrase {
    let (words, activity) = (&at.words.scores, &at.words.activity);
    let part = |phrase: Phrase, name: &str, score| phrase.dot().quiet(name).say(&points(score));
    let phrase = Phrase::default().strong(&points(sledai.total()));
    let phrase = part(phrase, activity.without_serology, sledai.without_serology());
    let phrase = part(phrase, activity.without_laboratory, sledai.without_labs());
    let phrase = part(phrase, words.renal, sledai.renal());
    phrase.dot().then(window(at, sledai)).quiet(&at.on(visit.date))
}

fn window(at: &At, sledai: &Sledai) -> Phrase {
    match sledai.window {
        Field::Known(window) => Phrase::of(&(at.words.scores.window_of)(at.words.label(window))),
        other => {
            Phrase::default().quiet(&at.words.activity.window.to_lowercase()).then(at.field(&other, |_| String::new()))
        }
    }
}

fn named(at: &At, item: SledaiItem) -> String {
    format!("{} {}", at.words.label(item), sledai_weight(item)).replace(' ', "\u{a0}")
}

fn items(at: &At, sledai: &Sledai) -> Phrase {
    let items: Vec<String> = sledai.present.iter().map(|item| named(at, *item)).collect();
    if items.is_empty() { Phrase::of(at.words.app.none) } else { Phrase::of(&items.join(", ")) }
}

fn not_scored(at: &At, sledai: &Sledai) -> Option<Row> {
    let words = &at.words.scores;
    let damage = sledai.damage.iter().map(|item| (item, words.damage));
    let other = sledai.other_cause.iter().map(|item| (item, words.other_cause));
    let said: Vec<String> =
        damage.chain(other).map(|(item, why)| (words.elsewhere)(at.words.label(*item), why)).collect();
    (!said.is_empty())
        .then(|| Phrase::default().quiet(&at.words.scores.not_scored.to_lowercase()).quiet(&said.join(", ")).row())
}

fn not_assessed(at: &At, sledai: &Sledai) -> Option<Row> {
    let items: Vec<&str> = sledai.not_assessed.iter().map(|item| at.words.label(*item)).collect();
    let most = sledai.total().at_most().to_string();
    let phrase = || Phrase::default().lacks(at.words.activity.not_assessed).say(&items.join(", "));
    (!items.is_empty()).then(|| phrase().quiet(&(at.words.panel.up_to)(&most)).row())
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.scores;
    let origin = Origin::default()
        .rule(words.sledai_rule)
        .rule(words.sledai_clinical_rule)
        .note(words.arthritis_note)
        .note(words.proteinuria_note)
        .note(words.blind_note)
        .source(SLEDAI_2K);
    let Some(visit) = at.visit() else {
        return Origin { lacks: vec![super::super::needs(at.words, &[Need::Sledai])], ..origin };
    };
    let origin = origin.input(words.rater, at.field(&visit.rater, String::clone), Some(visit.date));
    let origin = if visit.window.known().is_none() { origin.note(words.window_unstated) } else { origin };
    let numbers = clinic::sledai_from_numbers(at.case, visit);
    let Ok(sledai) = Sledai::of(visit) else {
        let lacks = vec![super::super::needs(at.words, &[Need::Sledai])];
        return Origin { lacks, grids: vec![of_numbers(at, &numbers)], ..origin };
    };
    let about = |seen: fn(Tick) -> bool| {
        SledaiItem::ALL.iter().copied().filter(|item| seen(sledai.tick(*item))).collect::<Vec<_>>()
    };
    let grids = [
        (words.items_seen, about(|tick| tick == Tick::Present)),
        (words.not_scored, about(|tick| matches!(tick, Tick::Elsewhere(_)))),
        (words.not_assessed, about(|tick| tick == Tick::NotAssessed)),
        (words.absent_items, about(|tick| tick == Tick::Absent)),
    ];
    let grids = grids.into_iter().filter(|(_, items)| !items.is_empty());
    let grids = grids.map(|(title, items)| grid(at, title, &items, &sledai, &numbers)).collect();
    Origin { grids, ..origin }
}

fn grid(at: &At, title: &str, items: &[SledaiItem], sledai: &Sledai, numbers: &[FromNumbers]) -> Grid {
    let words = &at.words.scores;
    let row = |item: &SledaiItem| {
        let tick = match sledai.tick(*item) {
            Tick::Present => Phrase::of(words.present),
            Tick::Absent => Phrase::default().quiet(words.absent),
            Tick::NotAssessed => Phrase::default().lacks(words.not_assessed),
            Tick::Elsewhere(Attribution::Damage) => Phrase::of(words.damage),
            Tick::Elsewhere(Attribution::OtherCause) => Phrase::of(words.other_cause),
        };
        let number = numbers.iter().find(|one| one.item == *item);
        let contradicts = number.is_some_and(|one| one.contradicts(sledai));
        let tone = if contradicts { Tone::Warning } else { Tone::Plain };
        let number = number.map(|one| finding_words(at, one)).unwrap_or_default();
        let mark = if contradicts { "⚠" } else { "" };
        vec![
            Phrase::of(at.words.label(*item)).row(),
            Phrase::default().strong(&sledai_weight(*item).to_string()).row(),
            tick.row(),
            Phrase::default().with(mark, Tone::Warning).with(&number, tone).row(),
            Phrase::default().quiet((at.words.sledai_definition)(*item)).row(),
        ]
    };
    let head = [words.item, words.weight, words.visit, words.numbers, words.definition];
    Grid { title: title.to_owned(), head: head.map(str::to_owned).to_vec(), rows: items.iter().map(row).collect() }
}

/// What the numbers say where no item was recorded.
fn of_numbers(at: &At, numbers: &[FromNumbers]) -> Grid {
    let words = &at.words.scores;
    let seen = numbers.iter().filter(|one| !one.findings.is_empty());
    let row =
        |one: &FromNumbers| vec![Phrase::of(at.words.label(one.item)).row(), Phrase::of(&finding_words(at, one)).row()];
    let head = [words.item, words.numbers].map(str::to_owned).to_vec();
    Grid { title: words.numbers.to_owned(), head, rows: seen.map(row).collect() }
}

/// `UPCR 1.8 g/g > 0.5: yes (16/11/2026)`, one after the other.
fn finding_words(at: &At, one: &FromNumbers) -> String {
    one.findings.iter().map(|finding| finding_word(at, finding)).collect::<Vec<_>>().join(", ")
}

fn finding_word(at: &At, finding: &Finding) -> String {
    let name = (at.words.scores.measure)(finding.measure.code());
    let answer = if finding.meets { at.words.app.yes } else { at.words.app.no };
    let colon = at.words.guide.colon;
    let day = at.on(finding.date);
    match finding.amount {
        None => format!("{name}{colon} {answer} {day}"),
        Some(amount) => {
            let sign = if amount.beyond == Beyond::Above { ">" } else { "<" };
            let value = at.lang.amount(amount.amount, amount.unit);
            let limit = at.lang.number(amount.limit, 3);
            format!("{name} {value} {sign}\u{a0}{limit}{colon} {answer} {day}")
        }
    }
}

/// The severity by each set of bands.
pub(super) fn bands_told(at: &At) -> Vec<Row> {
    let score = match at.visit().map(Sledai::of) {
        None => return vec![Phrase::default().lacks(at.words.activity.no_visit).row()],
        Some(Err(needs)) => return vec![at.lacking(&needs).row()],
        Some(Ok(sledai)) => sledai.total(),
    };
    let phrase = BandSet::ALL.into_iter().fold(Phrase::default(), |phrase, set| {
        let phrase = phrase.dot();
        let phrase = match set.of(score) {
            Ok(band) => phrase.say((at.words.codes.band)(band.code())),
            Err(needs) => phrase.then(at.lacking(&needs)),
        };
        let short = match set.source().checked {
            Checked::Primary | Checked::Proposal => "",
            Checked::Secondary => at.words.guide.secondary_short,
            Checked::Memory => at.words.guide.memory_short,
        };
        let named = format!("({} {short}", set.name());
        phrase.quiet(&format!("{})", named.trim_end()))
    });
    vec![phrase.row()]
}

pub(super) fn bands_origin(at: &At) -> Origin {
    let words = &at.words.scores;
    let score = at.visit().ok_or(vec![Need::Sledai]).and_then(|visit| Ok((Sledai::of(visit)?.total(), visit.date)));
    let band_of = |limits: &[(&str, clinic::Band)]| {
        let said = limits.iter().map(|(limit, band)| format!("{limit} {}", (at.words.codes.band)(band.code())));
        said.collect::<Vec<_>>().join(" · ").replace(' ', "\u{a0}").replace("\u{a0}·\u{a0}", " · ")
    };
    let rows = BandSet::ALL.map(|set| {
        let band = match &score {
            Ok((score, _)) => set.of(*score).map_or_else(
                |needs| at.lacking(&needs),
                |band| Phrase::default().strong((at.words.codes.band)(band.code())),
            ),
            Err(needs) => at.lacking(needs),
        };
        vec![Phrase::of(set.source().name).row(), band.row(), Phrase::default().quiet(&band_of(set.limits())).row()]
    });
    let head = [at.words.app.source, words.found, at.words.origin.rule].map(str::to_owned).to_vec();
    let origin = Origin { grids: vec![Grid { title: String::new(), head, rows: rows.to_vec() }], ..Origin::default() };
    let origin = match score {
        Err(needs) => Origin { lacks: vec![super::super::needs(at.words, &needs)], ..origin },
        Ok((score, day)) => [(words.high_status, 10), (words.active_lupus, 6)].into_iter().fold(
            origin.input(at.words.activity.sledai, Phrase::default().strong(&points(score)), Some(day)),
            |origin, (asks, limit)| {
                let verdict = match (score.points >= limit, score.at_most() >= limit) {
                    (true, _) => Verdict::Yes,
                    (false, false) => Verdict::No,
                    (false, true) => Verdict::lacking(Need::SledaiItems),
                };
                origin.criterion(asks, Phrase::of(&points(score)), verdict)
            },
        ),
    };
    let origin = origin.rule(words.bands_rule).note(words.quoted_note);
    BandSet::ALL.into_iter().fold(origin, |origin, set| origin.source(set.source()))
}
