//! How a decision is reached: positions, dissent, the silent round, and two hands that take it down.

use proptest::prelude::*;
use regards::domain::{Agreement, Confidence, Drug, Position, Specialty, UseType};
use regards::meeting::{Deliberation, Draft, Round, Voice, merged};

fn voice(after: Option<Position>, dissents: bool) -> Voice {
    Voice {
        specialty: Specialty::Nephrology,
        name: Some("Dr N".to_owned()),
        before: None,
        after,
        dissents,
        words: if dissents { "rebiopsier d'abord".to_owned() } else { String::new() },
        named: false,
        minuted: true,
    }
}

fn table(voices: &[(Option<Position>, bool)]) -> Deliberation {
    let voices =
        voices.iter().enumerate().map(|(seat, (after, dissents))| (seat.to_string(), voice(*after, *dissents)));
    Deliberation { voices: voices.collect(), ..Deliberation::default() }
}

#[test]
fn positions_propose_what_the_agreement_is_called() {
    use Position::{Abstains, Agrees, Disagrees, Unsure};
    let said = |voices: &[(Option<Position>, bool)]| table(voices).proposed();
    assert_eq!(said(&[]), None);
    assert_eq!(said(&[(Some(Agrees), false), (Some(Agrees), false)]), Some(Agreement::Unanimous));
    assert_eq!(said(&[(Some(Agrees), false), (Some(Unsure), false)]), Some(Agreement::Consensus));
    assert_eq!(said(&[(Some(Agrees), false), (Some(Abstains), false)]), Some(Agreement::Consensus));
    let one_against = [(Some(Agrees), false), (Some(Agrees), false), (Some(Disagrees), false)];
    assert_eq!(said(&one_against), Some(Agreement::Majority));
    assert_eq!(
        said(&[(Some(Agrees), true), (Some(Agrees), false)]),
        Some(Agreement::None),
        "a dissent is no agreement"
    );
    assert_eq!(said(&[(Some(Disagrees), false)]), Some(Agreement::None));
    let hidden = Deliberation { round: Round::Open, ..table(&[(Some(Agrees), false)]) };
    assert_eq!(hidden.proposed(), None, "nothing is given away while the round is silent");
}

#[test]
fn a_name_goes_into_the_record_only_where_it_is_wished() {
    let mut table = table(&[(Some(Position::Disagrees), true)]);
    assert_eq!((table.stands()[0].person.clone(), table.dissents()[0].person.clone()), (None, None));
    table.voices.values_mut().for_each(|voice| voice.named = true);
    assert_eq!(table.dissents()[0].person.as_deref(), Some("Dr N"));
}

#[test]
fn a_draft_from_before_there_were_positions_is_read() {
    let old = r#"{"outcome":"decided","lines":"mmf 2 g/d","rationale":"r","departures":{},"next":"m3","amends":null}"#;
    let read: Draft = serde_json::from_str(old).unwrap();
    assert_eq!(read.deliberation, Deliberation::default());
}

fn position() -> impl Strategy<Value = Option<Position>> {
    proptest::option::of(proptest::sample::select(Position::ALL.to_vec()))
}

prop_compose! {
    fn any_voice()(before in position(), after in position(), dissents in any::<bool>(), words in "[a-c ]{0,4}",
                   named in any::<bool>(), minuted in any::<bool>()) -> Voice {
        Voice { before, after, dissents, words, named, minuted, ..voice(None, false) }
    }
}

prop_compose! {
    fn any_deliberation()(
        agreement in proptest::option::of(proptest::sample::select(Agreement::ALL.to_vec())),
        confidence in proptest::option::of(proptest::sample::select(Confidence::ALL.to_vec())),
        question in "[a-c]{0,4}", teller in "[a-c]{0,4}", tell_by in "[0-9]{0,2}",
        reasons in proptest::collection::btree_map("[xy]", "[a-c]{1,4}", 0..2),
        title in proptest::option::of(proptest::sample::select(vec![UseType::EarlyAccess, UseType::Trial])),
        voices in proptest::collection::btree_map("[pqr]", any_voice(), 0..3),
        round in proptest::sample::select(vec![Round::None, Round::Open, Round::Closed]),
    ) -> Draft {
        let deliberation = Deliberation {
            agreement, confidence, patient_question: question, teller, tell_by, reasons, voices, round,
            uses: title.into_iter().map(|title| (Drug::Voclosporin, title)).collect(),
        };
        Draft { deliberation, ..Draft::default() }
    }
}

proptest! {
    #[test]
    fn what_only_one_hand_changed_is_taken_from_it(base in any_deliberation(), made in any_deliberation()) {
        prop_assert_eq!(&merged(&base, &base, &base), &base);
        let kept = merged(&base, &made, &base);
        prop_assert_eq!(kept.deliberation.agreement, made.deliberation.agreement);
        prop_assert_eq!(kept.deliberation.round, made.deliberation.round);
        for (seat, voice) in &made.deliberation.voices {
            let kept = kept.deliberation.voices.get(seat).unwrap();
            prop_assert_eq!((kept.before, kept.after, kept.dissents), (voice.before, voice.after, voice.dissents));
        }
        prop_assert_eq!(&merged(&base, &made, &made), &made, "both made the same change");
    }

    #[test]
    fn of_two_hands_no_voice_and_no_letter_is_lost(mine in any_deliberation(), theirs in any_deliberation()) {
        let both = merged(&Draft::default(), &mine, &theirs).deliberation;
        for (seat, voice) in mine.deliberation.voices.iter().chain(&theirs.deliberation.voices) {
            let kept = both.voices.get(seat).unwrap();
            prop_assert!(voice.after.is_none() || kept.after.is_some());
            prop_assert!(kept.words.contains(voice.words.trim()));
        }
        for side in [&mine, &theirs] {
            prop_assert!(both.teller.contains(&side.deliberation.teller));
            prop_assert!(both.patient_question.contains(&side.deliberation.patient_question));
        }
    }

    #[test]
    fn a_draft_written_is_the_draft_read(draft in any_deliberation()) {
        let written = serde_json::to_string(&draft).unwrap();
        prop_assert_eq!(serde_json::from_str::<Draft>(&written).unwrap(), draft);
    }
}
