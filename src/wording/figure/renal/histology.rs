use super::super::At;
use super::super::origin::{Grid, Origin};
use super::super::phrase::{Phrase, Row, Tone};
use crate::clinic::{HISTORIC_LIMITS, ISN_RPS_2003, ISN_RPS_2018, NIH_2018, Need, NihIndex, NihLesion};
use crate::domain::{Biopsy, Class, Edition, Field};
use crate::wording;

/// The biopsies up to the day, newest first.
fn biopsies<'a>(at: &At<'a>) -> Vec<&'a Biopsy> {
    let mut taken: Vec<_> = at.case.kidney.biopsies.iter().filter(|biopsy| biopsy.date <= at.today).collect();
    taken.sort_by_key(|biopsy| std::cmp::Reverse(biopsy.date));
    taken
}

pub(in super::super) fn told(at: &At) -> Vec<Row> {
    let Some(biopsy) = biopsies(at).into_iter().next() else {
        return vec![Phrase::default().lacks(at.words.panel.no_biopsy).row()];
    };
    vec![named(at, biopsy).row()]
}

/// The class as written, its edition, both indices, how many glomeruli.
fn named(at: &At, biopsy: &Biopsy) -> Phrase {
    let words = &at.words.renal.histology;
    let edition = at.field(&biopsy.edition, |edition| format!("ISN/RPS\u{a0}{edition}"));
    let phrase = Phrase::default().strong(&class(biopsy)).then(edition);
    let phrase = phrase.dot().quiet(at.words.case.activity_index).then(index(at, &NihIndex::activity(biopsy), 24));
    let phrase = phrase.dot().quiet(at.words.case.chronicity_index).then(index(at, &NihIndex::chronicity(biopsy), 12));
    let glomeruli = biopsy.glomeruli.known().map(|count| (words.glomeruli)(*count));
    phrase.dot().quiet(&glomeruli.unwrap_or_default()).quiet(&at.on(biopsy.date))
}

/// `IV-S (A/C)`: segmental or global belongs to class IV alone.
fn class(biopsy: &Biopsy) -> String {
    let component = |class: &Class| match biopsy.global_or_segmental.known() {
        Some(share) if *class == Class::IV => format!("{class}-{share}"),
        _ => class.to_string(),
    };
    let classes = biopsy.class.iter().map(component).collect::<Vec<_>>().join("+");
    biopsy.lesions.known().map_or(classes.clone(), |lesions| format!("{classes} ({lesions})"))
}

/// An index over its maximum; one that its own grades contradict says so.
fn index(at: &At, index: &NihIndex, most: u32) -> Phrase {
    let words = &at.words.renal.histology;
    let stated = match (&index.stated, &index.computed) {
        (Field::Known(stated), _) => Phrase::default().strong(&format!("{stated}/{most}")),
        (_, Ok(computed)) => Phrase::default().strong(&format!("{computed}/{most}")).quiet(words.from_grades),
        (_, Err(_)) => Phrase::default().lacks(at.words.app.not_stated),
    };
    match &index.computed {
        Ok(computed) if index.contradicts() => {
            stated.with(&format!("⚠\u{a0}{}", (words.contradicted)(*computed)), Tone::Warning)
        }
        _ => stated,
    }
}

fn content(at: &At, edition: Edition, class: Class) -> &'static str {
    (at.words.renal.histology.content)(edition, class)
}

pub(in super::super) fn origin(at: &At) -> Origin {
    let words = &at.words.renal.histology;
    let taken = biopsies(at);
    let mut origin = Origin::default();
    for biopsy in &taken {
        origin = origin.input(at.words.queue.class, named(at, biopsy), None);
    }
    match taken.first() {
        Some(biopsy) => origin.grids.extend([classes(at, biopsy), lesions(at, biopsy)]),
        None => origin.lacks.push(wording::needs(at.words, &[Need::Biopsy])),
    }
    if taken.first().is_some_and(|biopsy| biopsy.nih.is_none()) {
        origin.lacks.push(wording::needs(at.words, &[Need::LesionGrades]));
    }
    if taken.first().is_some_and(|biopsy| uses_letters_of_2003(biopsy)) {
        origin = origin.note(words.letters_of_2003);
    }
    let origin = origin.rule(words.grades).rule(words.weights).rule(words.limit);
    let origin = origin.note(words.historic).note(words.observed).note(words.beyond_classes);
    origin.source(ISN_RPS_2003).source(ISN_RPS_2018).source(NIH_2018).source(HISTORIC_LIMITS)
}

/// A report of 2018 that still writes S, G, A or C.
fn uses_letters_of_2003(biopsy: &Biopsy) -> bool {
    let letters = biopsy.lesions.known().is_some() || biopsy.global_or_segmental.known().is_some();
    letters && biopsy.edition == Field::Known(Edition::E2018)
}

/// What each component holds, by edition; the letters of this biopsy.
fn classes(at: &At, biopsy: &Biopsy) -> Grid {
    let words = &at.words.renal.histology;
    let row = |class: &Class| {
        let edition = |edition| Phrase::of(content(at, edition, *class));
        [Phrase::default().strong(at.words.label(*class)), edition(Edition::E2003), edition(Edition::E2018)]
    };
    let mut rows: Vec<_> = biopsy.class.iter().map(|class| row(class).map(Phrase::row).to_vec()).collect();
    if let Some(share) = biopsy.global_or_segmental.known() {
        let name = Phrase::of(&format!("{share} ({})", at.words.label(*share)));
        rows.push([name, Phrase::of((words.share)(*share)), Phrase::of(words.dropped)].map(Phrase::row).to_vec());
    }
    if let Some(lesions) = biopsy.lesions.known() {
        let name = Phrase::of(&format!("({lesions})"));
        let meaning = Phrase::of(at.words.label(*lesions));
        rows.push([name, meaning, Phrase::of(words.replaced)].map(Phrase::row).to_vec());
    }
    let head = [at.words.queue.class, "ISN/RPS 2003", "ISN/RPS 2018"].map(str::to_owned).to_vec();
    Grid { title: words.both_editions.to_owned(), head, rows }
}

/// Each lesion with its grade, its weight and its points.
fn lesions(at: &At, biopsy: &Biopsy) -> Grid {
    let words = &at.words.renal.histology;
    let row = |lesion: NihLesion| {
        let grade = biopsy.nih.as_ref().map_or(Field::Absent, |grades| lesion.grade(grades));
        let points = grade.known().map(|grade| (u32::from(grade.0) * lesion.weight()).to_string());
        let grade = at.field(&grade, |grade| format!("{grade}/3"));
        let weight = Phrase::of(&format!("×\u{a0}{}", lesion.weight()));
        let points = points.map_or_else(|| Phrase::default().lacks("?"), |points| Phrase::of(&points));
        [Phrase::of((words.lesion)(lesion.code())), grade, weight, points].map(Phrase::row).to_vec()
    };
    let total = |name: &str, index: &NihIndex, most: u32| {
        let computed = match &index.computed {
            Ok(points) => Phrase::default().strong(&format!("{points}/{most}")),
            Err(_) => Phrase::default().lacks("?"),
        };
        let stated = at.field(&index.stated, |stated| (words.stated)(*stated));
        [Phrase::default().strong(name), stated, Phrase::default(), computed].map(Phrase::row).to_vec()
    };
    let mut rows: Vec<_> = NihLesion::ACTIVITY.into_iter().map(row).collect();
    rows.push(total(at.words.case.activity_index, &NihIndex::activity(biopsy), 24));
    rows.extend(NihLesion::CHRONICITY.into_iter().map(row));
    rows.push(total(at.words.case.chronicity_index, &NihIndex::chronicity(biopsy), 12));
    let head = [words.lesion_head, words.grade, words.weight, words.points].map(str::to_owned).to_vec();
    Grid { title: words.indices.to_owned(), head, rows }
}
