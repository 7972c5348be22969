use crate::archive::stats::{Figure, Names};
use crate::domain::{
    ActionKind, Agreement, CourseOutcome, DepartureReason, Drug, Fulfilment, Mode, NotDone, Outcome, Position,
    QuorumStatus, Reading, Sex, Specialty, UseType,
};
use crate::text::{Label, Lang, Words, visible, words};

/// An answer of a figure in words; what was not recorded where there is none.
pub fn answer_said(figure: &Figure, code: Option<&str>, lang: Lang) -> String {
    said(figure, figure.answers, code, lang)
}

/// What a figure is broken down by, in words.
pub fn part_said(figure: &Figure, code: Option<&str>, lang: Lang) -> String {
    said(figure, figure.parts.unwrap_or(Names::Written), code, lang)
}

fn said(figure: &Figure, names: Names, code: Option<&str>, lang: Lang) -> String {
    let words = words(lang);
    let Some(code) = code else { return words.stats.not_recorded.to_owned() };
    let found = match names {
        Names::Own => known((words.stats.own)(figure.code, code)),
        Names::Outcome => {
            label(Outcome::from_code(code), words).or_else(|| known((words.stats.own)(figure.code, code)))
        }
        Names::Mode => label(Mode::from_code(code), words),
        Names::Quorum => label(QuorumStatus::from_code(code), words),
        Names::Specialty | Names::Specialties => joined(code, " / ", &|one| label(Specialty::from_code(one), words))
            .or_else(|| known((words.stats.own)(figure.code, code))),
        Names::Datum => known((words.stats.own)(figure.code, code)).or_else(|| known((words.codes.datum)(code))),
        Names::Agreement => label(Agreement::from_code(code), words),
        Names::Position => label(Position::from_code(code), words),
        Names::Reading => label(Reading::from_code(code), words),
        Names::Guideline => Some(guideline(code)),
        Names::Pair => Some(code.split(' ').map(guideline).collect::<Vec<_>>().join(" × ")),
        Names::Departure => label(DepartureReason::from_code(code), words),
        Names::Use => label(UseType::from_code(code), words),
        Names::Course => label(CourseOutcome::from_code(code), words),
        Names::Drugs => {
            joined(code, " + ", &|one| Drug::from_code(one).map(|drug| (words.drug_short)(drug).to_owned()))
                .or_else(|| known((words.stats.own)(figure.code, code)))
        }
        Names::Fulfilment => label(Fulfilment::from_code(code), words),
        Names::NotDone => label(NotDone::from_code(code), words),
        Names::Action => label(ActionKind::from_code(code), words),
        Names::Month => code.parse().ok().map(|months| (words.stats.months)(months)),
        Names::Profile => profile(figure, code, words),
        Names::Sex => label(Sex::from_code(code), words),
        Names::Written => None,
    };
    found.unwrap_or_else(|| visible(code).into_owned())
}

/// A word that is not the one for "no such code".
fn known(word: &str) -> Option<String> {
    (word != "?").then(|| word.to_owned())
}

fn label<T: Label>(entry: Option<T>, words: &Words) -> Option<String> {
    entry.map(|entry| words.label(entry).to_owned())
}

fn joined(code: &str, with: &str, one: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    code.split('+').map(one).collect::<Option<Vec<_>>>().map(|all| all.join(with))
}

/// `acr-2024` as `ACR 2024`.
pub fn guideline(id: &str) -> String {
    visible(&id.replace('-', " ").to_uppercase()).into_owned()
}

/// Group of class, proteinuria and eGFR: `proliferative/u1/g60`.
fn profile(figure: &Figure, code: &str, words: &Words) -> Option<String> {
    let mut parts = code.split('/');
    let class = known((words.stats.own)(figure.code, parts.next()?))?;
    let proteinuria = match parts.next()? {
        "u0" => "<\u{a0}1",
        "u1" => "1–<\u{a0}3",
        _ => "≥\u{a0}3",
    };
    let filtration = if parts.next()? == "g0" { "<\u{a0}60" } else { "≥\u{a0}60" };
    let say = &words.stats;
    Some(format!("{class} · {} {proteinuria} · {} {filtration}", say.proteinuria, say.filtration))
}
