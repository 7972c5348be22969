//! A decision without quorum on the real program: labelled, signed, told, followed up.

use regards::domain::{Fulfilment, Gathering, Participant, Presence, Reach, Role, Specialty};
use regards::meeting::AfterAct;
use regards::meeting::session::{MeetingAct, Opening, SessionAct, charter};
use regards::store::{Act, Ledger};

use super::Home;

const ESCAPE: &str = "\u{1b}";
const ENTER: &str = "\r";
const TAB: &str = "\t";
const DOWN: &str = "\u{1b}[B";
const RIGHT: &str = "\u{1b}[C";
const READ_BACK: &str = "\u{12}";

/// A meeting open on the day of the cases, with one specialty in the room.
fn open_meeting(home: &Home) {
    std::fs::create_dir_all(home.database().parent().unwrap()).unwrap();
    let mut ledger = Ledger::open(&home.database()).unwrap();
    let act = Act { at: "2026-11-26T13:00:00Z".parse().unwrap(), actor: "S. B.".to_owned() };
    let meeting = "2026-11-26".parse().unwrap();
    let opening = Opening {
        title: "RCP lupus".to_owned(),
        reach: Reach::Local,
        gathering: Gathering::Room,
        place: String::new(),
        chair: "Dr C. Chef".to_owned(),
        secretary: "S. B.".to_owned(),
        charter: charter().clone().unwrap(),
        agenda: vec!["LN-2026-001".parse().unwrap()],
    };
    let person =
        Participant { name: "Dr N".to_owned(), specialty: Specialty::Nephrology, role: Role::Expert, centre: None };
    let acts = [SessionAct::Opened(Box::new(opening)), SessionAct::Joined { person, presence: Presence::Room }];
    let acts: Vec<MeetingAct> = acts.into_iter().map(|done| MeetingAct { meeting, done }).collect();
    ledger.record_all(&acts, &act).unwrap();
}

#[test]
fn a_staff_opinion_is_said_signed_told_and_followed_up() {
    let home = Home::new();
    open_meeting(&home);
    let mut terminal = home.open(&["--date", "2026-11-26"]);
    terminal.wait_for("LN-2026-001");
    terminal.send("d");
    terminal.wait_for("Justification");
    for key in [DOWN, TAB, TAB, "Avis de la salle", READ_BACK] {
        terminal.send(key);
    }
    terminal.wait_for("AVIS DE STAFF, QUORUM NON ATTEINT");
    terminal.send(ENTER);
    terminal.wait_for("verrouillée");
    terminal.send(ESCAPE);
    terminal.wait_for("à faire (u)");
    terminal.send("u");
    terminal.wait_for("avis de staff");
    terminal.send(ENTER);
    terminal.wait_for("AVIS DE STAFF");
    terminal.send("s");
    terminal.wait_for("Dr C. Chef");
    terminal.send(ENTER);
    terminal.wait_for("signée");
    terminal.send("t");
    terminal.wait_for("Réponse");
    terminal.send(RIGHT);
    terminal.send(ENTER);
    terminal.wait_for("Enregistré");
    terminal.send("f");
    terminal.wait_for("Évolution rénale");
    for key in [RIGHT, RIGHT, DOWN, RIGHT, ENTER] {
        terminal.send(key);
    }
    terminal.wait_for("Enregistré");
    terminal.wait_for("Décision passée");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);

    let ledger = Ledger::open_read_only(&home.database()).unwrap();
    let id = ledger.recent(1, None).unwrap()[0].id;
    let acts = ledger.acts_after(id).unwrap();
    assert!(matches!(&acts[0].what.done, AfterAct::Signed { by } if by == "Dr C. Chef"));
    assert!(matches!(&acts[1].what.done, AfterAct::Told { .. }));
    let AfterAct::Followed(follow) = &acts[2].what.done else { panic!("{acts:?}") };
    assert_eq!(follow.fulfilment, Fulfilment::Partial);
    let open = ledger.open_decisions(9).unwrap();
    assert_eq!((open[0].short_by, open[0].told, open[0].past.signed), (2, true, true));
    assert!(ledger.verify().unwrap().is_sound());
}
