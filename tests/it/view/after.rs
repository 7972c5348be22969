//! The screens round a decision: positions, what came after, what is due, what changed, the decision before.

use regards::app::{Action, State, update};
use regards::domain::{Agreement, PatientAnswer, Position, Specialty};
use regards::meeting::{AfterAct, DecisionAct, Logged, Recorded};
use regards::text::Lang;

use crate::picture::picture;
use crate::scene::*;

fn table(lang: Lang) -> State {
    let mut state = room(lang);
    state.session = meeting_of(&[
        ("Dr N. Rein", Specialty::Nephrology),
        ("Dr I. Interne", Specialty::InternalMedicine),
        ("Dr P. Lame", Specialty::Pathology),
    ]);
    press(&mut state, "/006<enter><enter><f3>");
    state
}

fn silent(lang: Lang) -> State {
    let mut state = table(lang);
    press(&mut state, "v12");
    state
}

fn dissent(lang: Lang) -> State {
    let mut state = table(lang);
    press(&mut state, "v112113<up>xRebiopsier avant de choisir.<enter>");
    state
}

fn read_back(lang: Lang) -> State {
    let mut state = dissent(lang);
    press(&mut state, "<f3><down><tab><tab>Accord de la salle.<tab><down>voir lettre<tab>m3<c-r>");
    state
}

fn after() -> Recorded {
    let mut recorded = recorded().remove(0);
    let decision = recorded.entry.id;
    let told = AfterAct::Told {
        on: day("2026-11-27"),
        by: "Dr A. Martin".to_owned(),
        answer: PatientAnswer::WantsTime,
        words: "Elle veut en parler.".to_owned(),
    };
    let log = |(seq, done)| Logged {
        seq,
        at: "2026-11-27T09:00:00Z".parse().unwrap(),
        actor: "Dr C".to_owned(),
        what: DecisionAct { decision, done },
    };
    recorded.after = (1..).zip([AfterAct::Signed { by: "Dr C. Chef".to_owned() }, told]).map(log).collect();
    recorded.entry.signed = true;
    let now = &mut recorded.locked.decision;
    now.agreement = Some(Agreement::Consensus);
    now.positions = vec![regards::domain::Stand {
        specialty: Specialty::Nephrology,
        person: None,
        before: Some(Position::Unsure),
        after: Some(Position::Agrees),
        words: String::new(),
    }];
    "Protéinurie persistante ; désir de grossesse à deux ans.".clone_into(&mut now.rationale);
    recorded
}

fn passage(lang: Lang) -> State {
    let mut state = room(lang);
    update(&mut state, Action::Recalled(Box::new(after())));
    state
}

fn difference(lang: Lang) -> State {
    let mut state = passage(lang);
    press(&mut state, "v");
    state
}

fn told(lang: Lang) -> State {
    let mut state = passage(lang);
    press(&mut state, "t<right>");
    state
}

fn followed(lang: Lang) -> State {
    let mut state = passage(lang);
    press(&mut state, "f<right><right><enter>");
    state
}

fn due(lang: Lang) -> State {
    let mut state = room(lang);
    let mut open = open_decision("LN-2026-006");
    open.decided_on = day("2026-08-20");
    open.quorum = Some(regards::domain::QuorumStatus::NotReached);
    open.short_by = 1;
    update(&mut state, Action::Due(vec![open], Vec::new()));
    press(&mut state, "u");
    state
}

fn before(lang: Lang) -> State {
    let mut state = room(lang);
    update(&mut state, Action::Earlier("LN-2026-006".parse().unwrap(), Some(Box::new(after()))));
    press(&mut state, "/006<enter>d");
    state
}

/// A screen by its name.
type Scene = (&'static str, fn(Lang) -> State);

#[test]
fn the_screens_round_a_decision() {
    let scenes: [Scene; 10] = [
        ("table", table),
        ("silent", silent),
        ("dissent", dissent),
        ("read_back", read_back),
        ("passage", passage),
        ("difference", difference),
        ("told", told),
        ("followed", followed),
        ("due", due),
        ("before", before),
    ];
    for (name, scene) in scenes {
        for (lang, (width, height)) in [(Lang::Fr, (80, 24)), (Lang::En, (120, 36)), (Lang::Fr, (160, 45))] {
            let name = format!("{name}_{width}x{height}_{}", lang.code());
            insta::assert_snapshot!(name, picture(&shot(&scene(lang), width, height)));
        }
    }
}
