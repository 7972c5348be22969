//! A decision's draft and its lines: what is typed, what it says, what it still lacks.

use regards::domain::{Concordance, Day, DepartureReason, Drug, Line, LineKind, Outcome, Reading};
use regards::meeting::{Draft, Item, Lack, Plan, Said, merged, printed, read};
use regards::text::Lang;

fn today() -> Day {
    "2026-11-23".parse().unwrap()
}

fn the_line(text: &str) -> Line {
    match &read(text)[..] {
        [Said { item: Item::Line(line), .. }] => line.clone(),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn a_line_is_read_in_both_languages_and_short_names() {
    for (text, kind, drug, words) in [
        ("mmf 2 g/d", LineKind::Start, Drug::MycophenolateMofetil, "2 g/d"),
        ("+beli 200 mg sc/w", LineKind::Add, Drug::Belimumab, "200 mg sc/w"),
        ("- ramipril", LineKind::Stop, Drug::Ramipril, ""),
        ("poursuivre plaquenil 400 mg/j", LineKind::Continue, Drug::Hydroxychloroquine, "400 mg/j"),
        ("start mycophenolate mofetil 2-3 g/d", LineKind::Start, Drug::MycophenolateMofetil, "2-3 g/d"),
    ] {
        let line = the_line(text);
        assert_eq!((line.kind, line.drug, line.words.as_str()), (kind, Some(drug), words), "{text}");
    }
    assert!(read("   ").is_empty());
}

#[test]
fn what_is_not_recognised_is_kept_as_it_was_typed() {
    for text in ["stop tabac", "régime sans sel"] {
        assert_eq!(read(text)[0].item, Item::Words(text.to_owned()));
        assert_eq!(Plan::of(text, today()).lines, [Line::of_words(text.to_owned())]);
    }
}

#[test]
fn a_printed_line_reads_back_to_the_same_line() {
    for kind in LineKind::ALL.iter().filter(|kind| **kind != LineKind::Other) {
        for drug in Drug::ALL.iter().filter(|drug| **drug != Drug::Other) {
            for lang in Lang::ALL {
                let one = Line { kind: *kind, drug: Some(*drug), ..Line::of_words("10 mg".to_owned()) };
                let again = the_line(&printed(&one, *lang));
                assert_eq!((again.kind, again.drug, again.words), (one.kind, one.drug, one.words), "{drug:?}");
            }
        }
    }
}

#[test]
fn the_next_date_is_a_day_or_a_distance() {
    let day = |text: &str| Draft { next: text.to_owned(), ..Draft::default() }.next_day(today());
    let on = |text: &str| Some(Some(text.parse::<Day>().unwrap()));
    assert_eq!(day("2027-02-26"), on("2027-02-26"));
    assert_eq!(day("m6"), on("2027-05-23"));
    assert_eq!(day("3 mois"), on("2027-02-23"));
    assert_eq!(day("2 sem"), on("2026-12-07"));
    assert_eq!(day("1 year"), on("2027-11-23"));
    assert_eq!(day(""), None);
    assert_eq!(day("bientôt"), Some(None));
    assert_eq!(day("99999999999 m"), Some(None));
}

fn reads(guideline: &str, reading: Reading) -> Concordance {
    Concordance {
        guideline: guideline.to_owned(),
        edition: "2024".to_owned(),
        reading,
        statements: Vec::new(),
        dose_above: false,
    }
}

#[test]
fn outcome_lines_reasons_and_departures_are_required_before_it_can_be_read_back() {
    let against = vec![reads("acr-2024", Reading::Deviates), reads("kdigo-2024", Reading::Concordant)];
    let mut draft = Draft { outcome: Some(Outcome::Decided), next: "hier".to_owned(), ..Draft::default() };
    assert_eq!(
        draft.lacks(&against, today()),
        [Lack::Lines, Lack::Rationale, Lack::DepartureReason("acr-2024".to_owned()), Lack::NextUnreadable]
    );
    assert_eq!(Draft::default().lacks(&[], today()), [Lack::Outcome, Lack::Rationale]);
    draft.lines = "mmf 2 g/d\nre-biopsie".to_owned();
    draft.rationale = "Choix de la patiente".to_owned();
    draft.departures.insert("acr-2024".to_owned(), DepartureReason::PatientChoice);
    draft.next = "2026-11-23".to_owned();
    assert_eq!(draft.lacks(&against, today()), [Lack::NextNotAhead]);
    draft.next = "m3".to_owned();
    let decision = draft.decide(against, today()).unwrap();
    assert_eq!((decision.lines.len(), decision.actions.len()), (1, 1));
    assert_eq!(decision.departures.len(), 1);
    assert_eq!(decision.next, Some("2027-02-23".parse().unwrap()));
    draft.rationale = "é".repeat(601);
    assert_eq!(draft.lacks(&[], today()), [Lack::RationaleTooLong(1)]);
}

#[test]
fn two_drafts_become_one_without_losing_a_character() {
    let mine = Draft { rationale: "ma phrase".to_owned(), lines: "mmf 2 g/d".to_owned(), ..Draft::default() };
    let theirs = Draft { rationale: "sa phrase".to_owned(), outcome: Some(Outcome::NoConsensus), ..Draft::default() };
    let both = merged(&Draft::default(), &mine, &theirs);
    assert!(both.rationale.contains("ma phrase") && both.rationale.contains("sa phrase"));
    assert_eq!(both.lines, "mmf 2 g/d");
    assert_eq!(both.outcome, Some(Outcome::NoConsensus));
    assert_eq!(merged(&Draft::default(), &theirs, &theirs), theirs);
}

fn reasons(text: &str) -> Draft {
    Draft { rationale: text.to_owned(), next: text.to_owned(), ..Draft::default() }
}

#[test]
fn two_hands_in_one_text_are_both_kept_and_nothing_is_doubled() {
    let merge = |base, mine, theirs| merged(&reasons(base), &reasons(mine), &reasons(theirs)).rationale;
    assert_eq!(merge("Accord.", "Accord de tous.", "Accord."), "Accord de tous.");
    assert_eq!(merge("Accord.", "Accord.", "Accord. Fin"), "Accord. Fin");
    assert_eq!(merge("un deux trois", "UN deux trois", "un deux trois quatre"), "UN deux trois quatre");
    assert_eq!(merge("un deux trois", "un deux trois quatre", "UN deux trois"), "UN deux trois quatre");
    assert_eq!(merge("a", "a b", "a c"), "a c\n---\n b");
    assert_eq!(merge("a c\n---\n b", "a c\n---\n bb", "a cc\n---\n b"), "a cc\n---\n bb");
    assert_eq!(merged(&reasons(""), &reasons("m6"), &reasons("m3")).next, "m3 / m6", "no date is chosen in silence");
}

/// What can be read in two ways is no dose: a rule that hangs on it then says that it cannot say.
#[test]
fn the_dose_of_a_line_is_read_or_left_open() {
    let read = |text: &str| {
        let proposed = regards::meeting::proposed_by(text)[0];
        let dose = proposed.dose.map(|dose| dose.to_string());
        (dose.unwrap_or_else(|| "?".to_owned()), proposed.times)
    };
    for (text, dose, times) in [
        ("débuter hcq 400 mg/j", "400 mg/d", None),
        ("start prednisone 0.5 mg/kg/d", "0.5 mg/kg/d", None),
        ("débuter voclosporine 23,7 mg x2/j", "47.4 mg/d", None),
        ("débuter MMF 1 g × 2/j", "2 g/d", None),
        ("débuter MMF 1,5 g matin et soir", "3.0 g/d", None),
        ("start MMF 1 g bid", "2 g/d", None),
        ("start MMF 2 g/d in two doses, bid", "2 g/d", None),
        ("débuter cyclophosphamide 500 mg IV q2w x 6", "500 mg", Some(6)),
        ("débuter prednisone 40 mg/j puis 30 mg/j à S2", "40 mg/d", None),
        ("augmenter hcq à 400 mg/j", "400 mg/d", None),
        ("débuter prednisone 25-45,5 mg/j", "?", None),
        ("débuter MMF 2 à 3 g/j", "?", None),
        ("débuter MMF 1 g matin, 500 mg soir", "?", None),
        ("débuter hcq 400/200 mg", "?", None),
        ("débuter prednisone ≤ 5 mg/j", "?", None),
        ("débuter MMF dose pleine", "?", None),
        ("débuter MMF 1 000 mg x2/j", "?", None),
        ("start MMF 1,000 mg bid", "?", None),
        ("start MMF 1000 mg bid", "2000 mg/d", None),
        ("débuter ciclosporine 0,125 g/j", "0.125 g/d", None),
        ("débuter cyclophosphamide 6 x 500 mg IV", "500 mg", Some(6)),
        ("débuter cyclophosphamide 6 × 0,5 g IV", "0.5 g", Some(6)),
        ("débuter cyclophosphamide 500 mg IV, 6 fois", "500 mg", Some(6)),
        ("débuter cyclophosphamide 750 mg/m² x 6", "?", Some(6)),
        ("débuter cyclophosphamide 0,75 g / m2 x 6", "?", Some(6)),
        ("débuter cyclophosphamide 100 mg/j x 3 mois", "100 mg/d", None),
        ("débuter cyclophosphamide 500 mg IV q2w x 6 injections", "500 mg", Some(6)),
    ] {
        assert_eq!(read(text), (dose.to_owned(), times), "{text}");
    }
    assert!(regards::meeting::proposed_by("biologie à M1").is_empty());
}
