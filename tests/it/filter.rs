//! The line in which past decisions are searched: what it means, what is wrong with it, what may stand next.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use regards::archive::filter::{
    Key, Kind, Parsed, Query, SavedQuery, Sort, Term, What, Wrong, complete, is_name, parse, print, with_sort,
};
use regards::text::{Lang, words};

fn saved(name: &str, text: &str) -> SavedQuery {
    SavedQuery { name: name.to_owned(), text: text.to_owned(), by: "Dr A".to_owned(), at: DateTime::<Utc>::MIN_UTC }
}

fn read(line: &str) -> Query {
    let Parsed { query, faults } = parse(line, &[]);
    assert!(faults.is_empty(), "{line}: {faults:?}");
    query
}

/// The canonical English line of what was understood.
fn canon(line: &str) -> String {
    print(&read(line), &[], Lang::En)
}

/// The word at fault and its sentence.
fn fault(line: &str) -> (String, String) {
    let parsed = parse(line, &[saved("anciennes", "..2020"), saved("a", "@b"), saved("b", "@a")]);
    let fault = parsed.faults.first().unwrap_or_else(|| panic!("{line} is understood"));
    (line[fault.span.clone()].to_owned(), fault.said(line, Lang::Fr))
}

#[test]
fn keys_and_values_are_understood_in_both_languages() {
    for (line, meant) in [
        ("class:III+V", "class:III+V"),
        ("classe:v+iii", "class:III+V"),
        ("class:mixed_v,pure_v", "class:mixed_v,pure_v"),
        ("first:beli", "first:belimumab"),
        ("Médicament:MMF,voclosporine", "drug:mycophenolate_mofetil,voclosporin"),
        ("medicament:\"Mycophénolate mofétil\"", "drug:mycophenolate_mofetil"),
        ("association:mmf+bélimumab", "regimen:belimumab+mycophenolate_mofetil"),
        ("quorum:oui", "quorum:yes"),
        ("issue:reporté", "outcome:deferred"),
        ("acr:deviates", "acr:deviates"),
        ("suivi:aucun", "followup:none"),
        ("sexe:femme", "sex:female"),
        ("extrarénal:modérée-à-sévère", "extrarenal:moderate_severe"),
        ("upcr>2", "upcr>2"),
        ("rpc≥0,5", "upcr>=0.5"),
        ("upcr>=200mg/mmol", "upcr>=1.768"),
        ("upcr > 2 g/g", "upcr>2"),
        ("upcr: 5 words", "upcr=5 words"),
        ("dfge<30 mL/min/1,73 m²", "egfr<30"),
        ("egfr:30..60", "egfr:30..60"),
        ("flares:2..", "flares>=2"),
        ("age<18 ans", "age<18"),
        ("2024..", "2024.."),
        ("2024-03..2025", "2024-03-01..2025"),
        ("..2023", "..2023"),
        ("2026-02-20", "2026-02-20"),
        ("2026-02", "2026-02"),
        ("réunion:2024", "2024..2024"),
        ("next:2026-02..", "next:2026-02-01.."),
        ("-outcome:deferred", "-outcome:deferred"),
        ("sauf issue:reporté", "-outcome:deferred"),
        ("not 2024..", "-2024.."),
        ("not biopsy", "not biopsy"),
        ("-biopsie", "-biopsie"),
        ("-25 %", "-25"),
        ("\"réponse partielle\" rechute", "\"réponse partielle\" rechute"),
        ("dossier:LN-2026-00", "case:LN-2026-00"),
        ("par:\"Dr A\"", "by:\"Dr A\""),
        ("tri:dfge beli", "beli sort:egfr"),
        ("sort:-upcr", "sort:-upcr"),
        ("*** 12:30", "12:30"),
        // A quotation that opens within a word neither ends it nor reaches beyond it.
        ("x\"ab\",\"cd\" y z\"", "“x\"ab\",\"cd” y z"),
        ("\"mots -issue:x \"mots", "“mots -issue:x \"mots”"),
        ("\" mots x\"y", "“mots x\"y”"),
    ] {
        assert_eq!(canon(line), meant, "{line}");
    }
}

#[test]
fn a_bare_year_is_a_word_and_a_word_with_dots_too() {
    for line in ["2024", "LN-2026-003", "c..d", "1..2", "mg/m²"] {
        assert!(matches!(read(line).terms.as_slice(), [Term { what: What::Word(_), .. }]), "{line}");
    }
}

#[test]
fn an_error_points_at_its_word_and_says_what_was_perhaps_meant() {
    for (line, word, said) in [
        ("beli clas:III", "clas", "classe:"),
        ("médicament:belimubab rechute", "belimubab", "belimumab"),
        ("drug:mmf,voclosporn", "voclosporn", "voclosporin"),
        ("outcome:defered", "defered", "deferred"),
        ("upcr>deux", "upcr>deux", "g/g"),
        ("egfr<30 age<18kg", "age<18kg", "ans"),
        ("2024-13..", "2024-13..", "2026-02"),
        ("2025..2024", "2025..2024", "fin vient avant"),
        ("upcr:4..2", "upcr:4..2", "fin vient avant"),
        ("sort:upcr sort:egfr", "sort:egfr", "Un seul tri"),
        ("sort:blue", "sort:blue", "newest"),
        ("@ancienne", "@ancienne", "@anciennes"),
        ("@a", "@a", "elle-même"),
        ("regimen:mmf+belimumob", "mmf+belimumob", "belimumab"),
    ] {
        let (at, sentence) = fault(line);
        assert_eq!(at, word, "{line}: {sentence}");
        assert!(sentence.contains(said), "{line}: {sentence}");
    }
}

#[test]
fn what_is_not_understood_is_left_out_and_the_rest_holds() {
    let parsed = parse("rechute clas:III upcr>2", &[]);
    assert_eq!(print(&parsed.query, &[], Lang::En), "rechute upcr>2");
    let parsed = parse("class:", &[]);
    assert!(parsed.query.terms.is_empty());
    assert!(parsed.faults[0].is_unfinished());
    assert_eq!(parsed.faults[0].wrong, Wrong::NoValue(Key::Class));
}

#[test]
fn a_saved_query_stands_for_what_it_asks() {
    let all = [saved("Lourdes", "upcr>3 class:III,IV"), saved("ring", "@ring")];
    let parsed = parse("@lourdes -drug:cyc", &all);
    assert!(parsed.faults.is_empty());
    let [Term { what: What::Saved(name, terms), .. }, Term { negated: true, .. }] = parsed.query.terms.as_slice()
    else {
        panic!("{parsed:?}")
    };
    assert_eq!((name.as_str(), terms.len()), ("Lourdes", 2));
    assert_eq!(print(&parsed.query, &all, Lang::En), "@Lourdes -drug:cyclophosphamide");
    assert_eq!(parse("@ring", &all).faults[0].wrong, Wrong::Circular);
    for (name, is) in [("à-revoir_2", true), ("", false), ("a b", false), ("a:b", false), (&"x".repeat(41), false)] {
        assert_eq!(is_name(name), is, "{name}");
    }
}

#[test]
fn an_order_is_put_in_the_line_and_taken_out_of_it() {
    assert_eq!(with_sort("beli", Sort::named("-upcr").unwrap(), Lang::Fr), "beli tri:-upcr");
    assert_eq!(with_sort("tri:-upcr beli", Sort::Newest, Lang::Fr), "beli");
    assert_eq!(with_sort("", Sort::Oldest, Lang::En), "sort:oldest");
    let mut sort = Sort::Newest;
    for _ in Sort::ALL {
        assert_eq!(Sort::named(sort.code()), Some(sort));
        sort = sort.next();
    }
    assert_eq!(sort, Sort::Newest, "a key goes through them all");
}

fn offered(line: &str, lang: Lang) -> Vec<String> {
    let all = [saved("lourdes", "upcr>3")];
    complete(line, line.len(), &all, lang).candidates.into_iter().map(|one| one.insert).collect()
}

#[test]
fn what_may_stand_next_is_offered_with_what_it_means() {
    assert_eq!(offered("cla", Lang::Fr), ["classe:"]);
    assert_eq!(offered("beli -upc", Lang::En), ["upcr>"]);
    assert_eq!(offered("rechute proté", Lang::Fr), ["proteinurie>"], "the name that is being typed");
    assert!(offered("first:bel", Lang::Fr).contains(&"belimumab".to_owned()));
    assert_eq!(offered("drug:mmf,voclo", Lang::Fr), ["voclosporin"]);
    assert_eq!(offered("regimen:mmf+beli", Lang::Fr), ["belimumab"]);
    assert_eq!(offered("quorum:", Lang::Fr), ["oui", "non", "inconnu", "aucun"]);
    assert_eq!(offered("@lo", Lang::Fr), ["@lourdes"]);
    assert_eq!(offered("sort:up", Lang::En), ["-upcr", "upcr"]);
    assert!(offered("\"cla", Lang::En).is_empty());
    assert!(offered("quorum:no", Lang::En).iter().all(|one| one != "yes"));
    assert_eq!(offered("", Lang::En).len(), Key::ALL.len() + 1);
    let completion = complete("class:III upcr>", 15, &[], Lang::Fr);
    assert!(completion.hint.unwrap().contains("g/g"));
    let line = "drug:voc,mmf rechute";
    let completion = complete(line, 8, &[], Lang::En);
    let (taken, cursor) = completion.taken(line, &completion.candidates[0]);
    assert_eq!((taken.as_str(), cursor), ("drug:voclosporin,mmf rechute", 16));
    let means = complete("first:", 6, &[], Lang::Fr).candidates.into_iter().find(|one| one.insert == "belimumab");
    assert_eq!(means.unwrap().means, "bélimumab");
}

#[test]
fn every_key_value_and_order_has_its_words_and_a_name_of_its_own() {
    for lang in Lang::ALL {
        let say = &words(*lang).filter;
        for key in Key::ALL {
            assert!(!(say.key)(key.code()).is_empty(), "{key:?}");
            assert_eq!(Key::named(key.name(*lang)), Some(*key), "{key:?}");
            for name in key.names() {
                assert_eq!(Key::named(&name), Some(*key), "{name} names two filters");
            }
            let Kind::Choice(vocabulary) = key.kind() else { continue };
            for entry in vocabulary.entries() {
                assert!(!entry.label(*lang).is_empty(), "{key:?} {}", entry.code);
                let named = vocabulary.code_of(entry.code);
                assert_eq!(named.as_deref(), Some(entry.code), "{key:?} {}", entry.code);
            }
        }
        for sort in Sort::ALL {
            assert!(!(say.sort)(sort.code()).is_empty(), "{sort:?}");
        }
    }
}

fn any_term() -> impl Strategy<Value = String> {
    let key = proptest::sample::select(Key::ALL.to_vec());
    let filter = key.prop_flat_map(|key| match key.kind() {
        Kind::Choice(vocabulary) => {
            let codes: Vec<&str> = vocabulary.entries().iter().map(|entry| entry.code).collect();
            proptest::collection::vec(proptest::sample::select(codes), 1..4)
                .prop_map(move |codes| format!("{}:{}", key.french(), codes.join(",")))
                .boxed()
        }
        Kind::Amount(_) => (0..4, 0_u32..9999, 0_u32..99)
            .prop_map(move |(form, whole, part)| match form {
                0 => format!("{}>{whole}.{part}", key.code()),
                1 => format!("{}<={whole},{part}", key.french()),
                2 => format!("{}={whole}", key.code()),
                _ => format!("{}:{whole}..{}", key.code(), whole + part),
            })
            .boxed(),
        Kind::Days => (2000..2030, 1..13, 0..4)
            .prop_map(move |(year, month, form)| match form {
                0 => format!("{}:{year}", key.code()),
                1 => format!("{year}-{month:02}.."),
                2 => format!("{}:..{year}-{month:02}-28", key.french()),
                _ => format!("{year}-{month:02}..{}", year + 1),
            })
            .boxed(),
        Kind::Text => "[a-zé][a-zé0-9 -]{0,8}".prop_map(move |text| format!("{}:\"{text}\"", key.code())).boxed(),
    });
    let word = "[a-zA-Zéœ0-9@:.,<>=-]{1,9}".prop_map(|word| word);
    let phrase = "\"[a-z éœ:.-]{1,12}\"".prop_map(|phrase| phrase);
    let order = proptest::sample::select(Sort::ALL.to_vec()).prop_map(|sort| format!("tri:{}", sort.code()));
    let sign = proptest::sample::select(vec!["", "-", "not "]);
    (sign, prop_oneof![4 => filter, 2 => word, 1 => phrase, 1 => order])
        .prop_map(|(sign, term)| format!("{sign}{term}"))
}

proptest! {
    #[test]
    fn what_was_printed_reads_as_it_was_meant(terms in proptest::collection::vec(any_term(), 0..6)) {
        let line = terms.join(" ");
        let query = parse(&line, &[]).query;
        for lang in Lang::ALL {
            let printed = print(&query, &[], *lang);
            let again = parse(&printed, &[]);
            prop_assert!(again.faults.is_empty(), "{line} → {printed}: {:?}", again.faults);
            prop_assert_eq!(&again.query, &query, "{} → {}", line, printed);
        }
    }

    #[test]
    fn any_text_is_read_and_completed(line in any::<String>(), at in any::<usize>()) {
        let parsed = parse(&line, &[]);
        for fault in &parsed.faults {
            prop_assert!(line.get(fault.span.clone()).is_some());
            fault.said(&line, Lang::Fr);
        }
        let completion = complete(&line, at % (line.len() + 1), &[], Lang::En);
        prop_assert!(line.get(completion.span.clone()).is_some());
        let printed = print(&parsed.query, &[], Lang::Fr);
        prop_assert_eq!(parse(&printed, &[]).query, parsed.query, "{}", printed);
    }
}
