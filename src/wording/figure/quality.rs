use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::clinic::{CHAVATZA_2021, MOSCA_2011, QualityIndicator, Verdict, YAZDANY_2009};

/// The indicators that are for this patient, each with its verdict.
fn judged(at: &At) -> Vec<(QualityIndicator, Verdict)> {
    let all = QualityIndicator::ALL.into_iter();
    all.filter_map(|indicator| Some((indicator, indicator.of(at.case, at.today)?))).collect()
}

pub(super) fn told(at: &At) -> Vec<Row> {
    let words = &at.words.basics;
    let all = judged(at);
    let count = |is_such: fn(&Verdict) -> bool| all.iter().filter(|(_, verdict)| is_such(verdict)).count();
    let (met, gaps) = (count(|one| *one == Verdict::Yes), count(|one| *one == Verdict::No));
    let open = all.len() - met - gaps;
    let mut phrase = Phrase::default().strong(&(words.met)(met)).dot().judged(&(words.gaps)(gaps), gaps == 0);
    if open > 0 {
        phrase = phrase.dot().lacks(&(words.open)(open));
    }
    let mut rows = vec![phrase.row()];
    let missed: Vec<&str> = all
        .iter()
        .filter(|(_, verdict)| *verdict == Verdict::No)
        .map(|(indicator, _)| (words.indicator)(indicator.code()))
        .collect();
    if !missed.is_empty() {
        rows.push(Phrase::of(&missed.join(" · ")).row());
    }
    rows
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.basics;
    let origin = judged(at).into_iter().fold(Origin::default(), |origin, (indicator, verdict)| {
        let set = Phrase::default().quiet(indicator.source().name);
        origin.criterion((words.indicator)(indicator.code()), set, verdict)
    });
    origin
        .note(words.quality_unread)
        .note(words.quality_topics)
        .note(words.quality_fields)
        .source(MOSCA_2011)
        .source(YAZDANY_2009)
        .source(CHAVATZA_2021)
}
