//! The identity card: where it opens, what keeps it closed, and that nothing of it leaves it. Every identity is invented.

use std::sync::Arc;

use regards::app::{IdentityFile, Notice, Place, State, Withheld};
use regards::read;
use regards::text::Lang;

use crate::picture::picture;
use crate::scene::*;

/// What no other screen may show.
const SECRETS: [&str; 5] = ["FICTIVE", "INVENTEE", "Exemple", "2 95 06", "IPP-7"];

fn knowing(lang: Lang, patients: &str) -> State {
    let text = format!("format: 1\npatients:\n{patients}");
    let reading = read::identities(text.as_bytes(), today());
    assert!(reading.is_sound(), "{reading:?}");
    let mut state = room(lang);
    state.identities = IdentityFile::Read(Arc::new(reading.value.unwrap()));
    state
}

fn whole(lang: Lang, status: &str) -> State {
    let entry = format!(
        "  - {{case: LN-2026-006, birth_name: FICTIVE, used_name: INVENTEE, first_names: [Exemple, Anne], \
         birth_date: 1995-06-15, sex: female, birth_place: '13055', identity_status: {status}, ipp: IPP-7, \
         ins: 2 95 06 99 999 999 14}}\n"
    );
    knowing(lang, &entry)
}

fn on_case(mut state: State) -> State {
    press(&mut state, "/LN-2026-006<enter><enter>");
    assert_eq!(state.place(), Place::Case);
    state
}

fn withheld(state: &State) -> &Withheld {
    match &state.notice {
        Some(Notice::IdentityWithheld(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_card_opens_on_a_case_and_closes_on_either_key() {
    for close in ["y", "<esc>"] {
        let mut state = on_case(whole(Lang::Fr, "qualified"));
        assert!(press(&mut state, "y").is_empty(), "the world has nothing to do");
        assert_eq!(state.place(), Place::Identity);
        let card = said(&shot(&state, 80, 24));
        for told in
            ["FICTIVE", "INVENTEE", "Exemple, Anne", "31 ans", "13055", "IPP-7", "2 95 06 99 999 999 14", "qualifiée"]
        {
            assert!(card.contains(told), "{told} in {card}");
        }
        press(&mut state, close);
        assert_eq!(state.place(), Place::Case);
    }
}

#[test]
fn an_ins_that_is_not_qualified_is_not_shown() {
    let mut state = on_case(whole(Lang::En, "validated"));
    press(&mut state, "y");
    let card = said(&shot(&state, 120, 36));
    assert!(card.contains("not used: the identity is not qualified"), "{card}");
    assert!(!card.contains("2 95 06"), "{card}");
}

#[test]
fn without_a_file_and_under_a_mask_the_key_only_says_why() {
    let mut state = on_case(room(Lang::En));
    press(&mut state, "y");
    assert_eq!((withheld(&state), state.place()), (&Withheld::NoFile, Place::Case));
    assert!(said(&shot(&state, 120, 36)).contains("--identities FILE"));

    let mut state = on_case(whole(Lang::En, "qualified"));
    press(&mut state, "zy");
    assert_eq!((withheld(&state), state.place()), (&Withheld::Hidden, Place::Case));
    press(&mut state, "zy");
    assert_eq!(state.place(), Place::Identity, "shown again, it opens");

    let mut state = on_case(room(Lang::En));
    state.identities = IdentityFile::Refused("chmod it.".to_owned());
    press(&mut state, "y");
    assert!(said(&shot(&state, 120, 36)).contains("chmod it."));
}

#[test]
fn the_mask_closes_the_card_wherever_it_is() {
    let mut state = on_case(whole(Lang::En, "qualified"));
    press(&mut state, "yz");
    assert_eq!(state.place(), Place::Case);
    press(&mut state, "z");
    assert_eq!(state.place(), Place::Case, "it does not come back by itself");
    press(&mut state, "y?z<esc>");
    assert_eq!(state.place(), Place::Case, "not from under the help either");
    // Masked by other means while it is open, it tells nothing.
    press(&mut state, "zy");
    state.masked = true;
    let card = said(&shot(&state, 120, 36));
    assert!(SECRETS.iter().all(|secret| !card.contains(secret)), "{card}");
}

#[test]
fn an_alias_serves_where_no_entry_names_the_case() {
    let alias = "  - {alias: H. B., birth_name: FICTIVE, sex: female, identity_status: provisional}\n";
    let mut state = on_case(knowing(Lang::En, alias));
    press(&mut state, "y");
    assert!(said(&shot(&state, 80, 24)).contains("FICTIVE"));
    let case = "  - {case: LN-2026-006, birth_name: INVENTEE, identity_status: provisional}\n";
    let mut state = on_case(knowing(Lang::En, &format!("{alias}{case}")));
    press(&mut state, "y");
    assert!(said(&shot(&state, 80, 24)).contains("INVENTEE"));
}

#[test]
fn the_identity_of_another_patient_is_not_shown() {
    for other in ["sex: male", "birth_date: 1961-02-03"] {
        let entry = format!("  - {{alias: H. B., birth_name: FICTIVE, {other}, identity_status: provisional}}\n");
        let mut state = on_case(knowing(Lang::Fr, &entry));
        press(&mut state, "y");
        assert_eq!((withheld(&state), state.place()), (&Withheld::Differs, Place::Case), "{other}");
    }
    let mut state =
        on_case(knowing(Lang::Fr, "  - {alias: Z. Z., birth_name: FICTIVE, identity_status: provisional}\n"));
    press(&mut state, "y");
    assert_eq!(withheld(&state), &Withheld::Unknown);
}

/// Every other screen that can be reached from a case, and every effect, is free of identities.
#[test]
fn nothing_of_an_identity_is_on_another_screen_or_in_an_effect() {
    let mut state = on_case(whole(Lang::En, "qualified"));
    let mut effects = Vec::new();
    for keys in [
        "y", "y", "<tab>", "<enter>", "<esc>", "w", "<esc>", "t", "<esc>", "r", "<esc>", "s", "<esc>", "i", "<esc>",
        "d",
    ] {
        effects.extend(press(&mut state, keys));
        if state.place() != Place::Identity {
            let text = said(&shot(&state, 160, 60));
            assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{keys}: {text}");
        }
    }
    effects.extend(press(&mut state, "d"));
    let told = format!("{effects:?} {:?}", state.screen);
    assert!(SECRETS.iter().all(|secret| !told.contains(secret)));
}

#[test]
fn the_card_looks_like_this() {
    let card = |lang| {
        let mut state = on_case(whole(lang, "qualified"));
        press(&mut state, "y");
        state
    };
    insta::assert_snapshot!("identity-80x24-fr", picture(&shot(&card(Lang::Fr), 80, 24)));
    insta::assert_snapshot!("identity-120x36-en", picture(&shot(&card(Lang::En), 120, 36)));
}
