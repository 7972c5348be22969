//! Screens to look at and to measure, each walked to with keys.

use regards::app::{Action, Effect, Place, State, update};
use regards::archive::stats::{Amounts, Answer, Figure, Half, Period, Rows, Tally};
use regards::knowledge::FactId;
use regards::meeting::{Moment, Status};
use regards::text::Lang;

use crate::scene::{day, entry, hypothesized, precedents_of, press, put_off, recorded, room, room_of_four, suppose};

const RATIONALE: &str = "Protéinurie persistante à 1,6 g/g malgré 10 mg de ramipril ; pas plus de 5 mg/j de prednisone à M6 ; \
                         désir de grossesse dans deux ans, pas de cyclophosphamide.";

fn broken() -> Action {
    let text = "format: 1\ncase: LN-2026-013\nquestion: \"Et maintenant ?\"\npatient: {alias: Z. Z., sex: female, age: 30}\n\
                labs:\n  - {date: 2026-02-10, creatinine: 62, upcr: 1.6 g/g}\n  - {date: 2026-13-10, upcr: 1.6 g/g}\n";
    Action::Read(vec![entry("cases/illisible.yaml", text)])
}

/// The agenda with a decided case, a postponed one and a broken file.
pub fn agenda(lang: Lang) -> State {
    let mut state = room(lang);
    update(&mut state, broken());
    let decided = recorded().remove(0).entry;
    let put_off = put_off("LN-2026-002", "biopsie attendue");
    let mut standings = std::collections::HashMap::new();
    standings.insert(decided.case_id.clone(), Status::Decided(Box::new(decided)));
    let mut of_today = put_off.clone();
    of_today.postponement.meeting = Some(day("2026-11-26"));
    standings.insert(put_off.postponement.case_id.clone(), Status::Postponed(of_today));
    update(&mut state, Action::Standings(standings, Vec::new()));
    state.notice = None;
    state
}

pub fn form(lang: Lang) -> State {
    let mut state = agenda(lang);
    press(&mut state, "/003<enter>d<down><tab><c-end><enter>avis cardio sous 8 jours<tab>");
    update(&mut state, Action::Paste(RATIONALE.to_owned()));
    state
}

pub fn asked(lang: Lang) -> State {
    let mut state = agenda(lang);
    press(&mut state, "/003<enter>d<tab><tab><tab><tab>bientôt<c-r>");
    state
}

pub fn read_back(lang: Lang) -> State {
    let mut state = form(lang);
    for _ in 0..3 {
        press(&mut state, "<tab><down>");
    }
    press(&mut state, "<c-r>");
    assert_eq!(state.place(), Place::ReadBack);
    state
}

fn moments() -> Vec<Moment> {
    let decided = recorded().into_iter().map(|one| Moment::Decided(Box::new(one.entry)));
    decided.chain([Moment::Postponed(put_off("LN-2026-006", "Biopsie attendue, dossier incomplet."))]).collect()
}

pub fn archive(lang: Lang) -> State {
    let mut state = agenda(lang);
    press(&mut state, "a");
    update(&mut state, Action::Found(1, moments()));
    state
}

pub fn timeline(lang: Lang) -> State {
    let mut state = archive(lang);
    press(&mut state, "h");
    update(&mut state, Action::Found(0, moments()));
    state
}

pub fn passage(lang: Lang) -> State {
    let mut state = archive(lang);
    update(&mut state, Action::Recalled(Box::new(recorded().remove(0))));
    state
}

pub fn amendment(lang: Lang) -> State {
    let mut state = passage(lang);
    press(&mut state, "m");
    assert_eq!(state.place(), Place::Form);
    state
}

pub fn diagnostics(lang: Lang) -> State {
    let mut state = agenda(lang);
    press(&mut state, "<end>x");
    state
}

pub fn postponing(lang: Lang) -> State {
    let mut state = agenda(lang);
    press(&mut state, "ole compte rendu de la biopsie n'est pas arrivé");
    state
}

pub fn case(lang: Lang) -> State {
    let mut state = agenda(lang);
    press(&mut state, "/006<enter><enter>");
    assert_eq!(state.place(), Place::Case);
    state
}

pub fn why(lang: Lang) -> State {
    let mut state = case(lang);
    press(&mut state, "<enter>");
    assert_eq!(state.place(), Place::Why);
    state
}

/// The edition of a protocol of one's own, beside the shipped ones.
pub fn editions(lang: Lang) -> State {
    let mut state = room_of_four(lang);
    press(&mut state, "/006<enter><enter><right><right><right>g");
    assert_eq!(state.place(), Place::Editions);
    state
}

pub fn help(lang: Lang) -> State {
    let mut state = agenda(lang);
    press(&mut state, "?");
    state
}

/// Class V at 1.6 g/g, supposed to be class III + V at 3.5 g/g in a pregnancy.
pub fn whatif(lang: Lang) -> State {
    let mut state = agenda(lang);
    press(&mut state, "/006<enter><enter>w");
    assert_eq!(state.place(), Place::WhatIf);
    suppose(&mut state, FactId::Class, "III+V");
    suppose(&mut state, FactId::Proteinuria, "3,6");
    suppose(&mut state, FactId::Pregnant, "oui");
    state
}

pub fn whatif_cells(lang: Lang) -> State {
    let mut state = whatif(lang);
    press(&mut state, "<tab><down><down>");
    state
}

pub fn whatif_refused(lang: Lang) -> State {
    let mut state = whatif(lang);
    suppose(&mut state, FactId::Egfr, "40 µmol/L");
    assert_eq!(state.place(), Place::Line);
    state
}

pub fn whatif_nothing(lang: Lang) -> State {
    let mut state = agenda(lang);
    press(&mut state, "/006<enter><enter>w");
    state
}

pub fn whatif_why(lang: Lang) -> State {
    let mut state = whatif_cells(lang);
    press(&mut state, "<enter>");
    assert_eq!(state.place(), Place::Why);
    state
}

pub fn timeline_supposed(lang: Lang) -> State {
    let mut state = archive(lang);
    press(&mut state, "h");
    let supposed = Moment::Supposed(Box::new(hypothesized()));
    update(&mut state, Action::Found(0, moments().into_iter().chain([supposed]).collect()));
    state
}

pub fn hypothesis(lang: Lang) -> State {
    let mut state = timeline_supposed(lang);
    press(&mut state, "<end><enter>");
    assert_eq!(state.place(), Place::Hypothesis);
    state
}

pub type Scene = (&'static str, fn(Lang) -> State);

pub const SCENES: [Scene; 25] = [
    ("agenda", agenda),
    ("postponing", postponing),
    ("diagnostics", diagnostics),
    ("form", form),
    ("asked", asked),
    ("amendment", amendment),
    ("read_back", read_back),
    ("archive", archive),
    ("timeline", timeline),
    ("passage", passage),
    ("editions", editions),
    ("whatif_nothing", whatif_nothing),
    ("whatif", whatif),
    ("whatif_cells", whatif_cells),
    ("whatif_refused", whatif_refused),
    ("whatif_why", whatif_why),
    ("timeline_supposed", timeline_supposed),
    ("hypothesis", hypothesis),
    ("scores_sledai", scores_sledai),
    ("scores_assessments", scores_assessments),
    ("scores_symptoms", scores_symptoms),
    ("scores_damage", scores_damage),
    ("scores_epices", scores_epices),
    ("scores_preview", scores_preview),
    ("help", help),
];

/// A new visit with some items answered.
pub fn scores_sledai(lang: Lang) -> State {
    let mut state = room(lang);
    press(&mut state, "/006<enter><enter>s <down>000000000 <right><right> <down>1101");
    state
}

/// The newest visit being corrected, the mark of the patient moved.
pub fn scores_assessments(lang: Lang) -> State {
    let mut state = room(lang);
    press(&mut state, "/006<enter><enter>st<tab><down>42<down>u<down> ");
    state
}

pub fn scores_symptoms(lang: Lang) -> State {
    let mut state = room(lang);
    press(&mut state, "/006<enter><enter>st<tab><tab>4<down>u");
    state
}

pub fn scores_damage(lang: Lang) -> State {
    let mut state = room(lang);
    press(&mut state, "/006<enter><enter>s<s-tab><s-tab><down>u<down>202305<down>2021");
    state
}

pub fn scores_epices(lang: Lang) -> State {
    let mut state = room(lang);
    press(&mut state, "/006<enter><enter>s<s-tab>  <down> <down>u");
    state
}

pub fn scores_preview(lang: Lang) -> State {
    let mut state = room(lang);
    press(&mut state, "/006<enter><enter>st<tab><down>12<s-tab><end><up><up><up>0<enter>");
    assert_eq!(state.place(), Place::ScoresPreview);
    state
}

pub fn tally(part: Option<&str>, answer: Option<&str>, half: Option<Half>, count: u32) -> Tally {
    Tally { part: part.map(str::to_owned), answer: answer.map(str::to_owned), half, count }
}

fn answer(code: &str, rows: &Rows) -> Action {
    let answer = Answer::of(Figure::of_code(code).unwrap(), Period::default(), rows);
    Action::FigureCounted(1, Box::new(answer))
}

/// Opens the section so many to the right, with these figures counted.
pub fn section(lang: Lang, right: usize, figures: &[(&str, Rows)]) -> State {
    let mut state = room(lang);
    press(&mut state, "s");
    for _ in 0..right {
        press(&mut state, "<right>");
    }
    for (code, rows) in figures {
        let Action::FigureCounted(_, answer) = answer(code, rows) else { unreachable!() };
        let counted = state.counted;
        update(&mut state, Action::FigureCounted(counted, answer));
    }
    let counted = state.counted;
    update(&mut state, Action::CountingEnded(counted));
    state
}

pub fn activity(lang: Lang) -> State {
    let sessions = Amounts { values: vec![8.0, 10.0, 9.0, 12.0, 7.0, 9.0], ..Amounts::default() };
    let mut half = Half { year: 2022, second: true };
    let mut tallies = Vec::new();
    for count in [12, 30, 44, 51, 40, 62, 58] {
        tallies.push(tally(None, None, Some(half), count));
        half = half.next();
    }
    let mode = vec![
        tally(None, Some("discuss"), None, 210),
        tally(None, Some("record"), None, 83),
        tally(None, None, None, 4),
    ];
    let rows = |tallies| Rows { tallies, ..Rows::default() };
    let figures = [
        ("sessions", Rows { amounts: vec![sessions], ..Rows::default() }),
        ("activity", rows(tallies)),
        ("mode", rows(mode)),
    ];
    section(lang, 0, &figures)
}

pub fn precedents_asked(lang: Lang) -> (State, Vec<Effect>) {
    let mut state = room(lang);
    let effects = press(&mut state, "/006<enter><enter>p");
    assert_eq!(state.place(), Place::Precedents);
    (state, effects)
}

pub fn precedents(lang: Lang) -> State {
    let (mut state, effects) = precedents_asked(lang);
    let Some(Effect::FindPrecedents(of, case, _)) = effects.last().cloned() else { panic!("{effects:?}") };
    update(&mut state, Action::Precedents(case, Box::new(precedents_of(&of))));
    state
}
