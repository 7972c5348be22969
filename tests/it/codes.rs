//! Every code of the guidelines and the scores has its word, in both languages.

use std::collections::BTreeSet;

use regards::clinic;
use regards::knowledge::*;
use regards::text::{ByCode, Codes, Lang, words};

fn each(list: &str, codes: &[&str], by: fn(&Codes) -> ByCode) {
    for lang in Lang::ALL {
        let word = by(&words(*lang).codes);
        let mut seen = BTreeSet::new();
        for code in codes {
            let word = word(code);
            assert!(!word.trim().is_empty() && word != "?", "{list} `{code}` has no word in {}", lang.code());
            assert!(!word.contains('_'), "{list} `{code}` shows its code");
            assert!(seen.insert(word), "{list}: two codes are called `{word}` in {}", lang.code());
        }
        assert_eq!(word("no such code"), "?", "{list}");
    }
}

macro_rules! lists {
    ($($list:ty => $field:ident),+ $(,)?) => {
        $(each(stringify!($list), &<$list>::ALL.iter().map(|entry| entry.code()).collect::<Vec<_>>(), |codes| codes.$field);)+
    };
}

#[test]
fn every_code_has_its_own_word_in_both_languages() {
    lists!(
        Topic => topic,
        Verdict => verdict,
        Accord => accord,
        Reason => reason,
        Ground => ground,
        Advice => advice,
        Datum => datum,
        FactId => fact,
        clinic::Need => need,
        Goal => goal,
        Scheme => scheme,
        CountedFrom => counted_from,
        Checked => checked,
        CautionKind => caution,
        Level => level,
        LabelStatus => label,
        Country => country,
        Indication => indication,
        clinic::Band => band,
        clinic::HcqBand => hcq_band,
        clinic::HcqStatus => hcq_status,
        clinic::KidneyRisk => kidney_risk,
        clinic::NotScored => not_scored,
        clinic::Agreement => discordance,
        EndBy => end_by,
        Datum => ask,
    );
    each("clinic::Checked", &["primary", "secondary", "memory", "proposal"], |codes| codes.checked);
}

#[test]
fn every_code_of_the_person_has_its_own_word_in_both_languages() {
    fn codes<T: Copy>(list: &[T], code: fn(T) -> &'static str) -> Vec<&'static str> {
        list.iter().map(|entry| code(*entry)).collect()
    }
    for lang in Lang::ALL {
        let personal = &words(*lang).personal;
        for (by, codes) in [
            (personal.point, codes(clinic::FivePoint::ALL, clinic::FivePoint::code)),
            (personal.point_rule, codes(clinic::FivePoint::ALL, clinic::FivePoint::code)),
            (personal.item, codes(clinic::PointItem::ALL, clinic::PointItem::code)),
            (personal.state, codes(clinic::PointState::ALL, clinic::PointState::code)),
            (personal.way, codes(&clinic::Way::ALL, clinic::Way::code)),
            (personal.stance, codes(&clinic::Stance::ALL, clinic::Stance::code)),
            (personal.trust, codes(Trust::ALL, Trust::code)),
        ] {
            let seen: BTreeSet<&str> = codes.iter().map(|code| by(code)).collect();
            assert_eq!(seen.len(), codes.len(), "two codes share a word in {}: {codes:?}", lang.code());
            assert!(!seen.contains("?") && !seen.iter().any(|word| word.trim().is_empty()), "{codes:?}");
            assert_eq!(by("no such code"), "?");
        }
    }
}

/// The five letters of the header are those of the talk, in both languages.
#[test]
fn the_five_points_begin_with_the_letters_of_the_talk() {
    for lang in Lang::ALL {
        let letters: String = clinic::FivePoint::ALL
            .iter()
            .filter_map(|point| (words(*lang).personal.point)(point.code()).chars().next())
            .collect();
        assert_eq!(letters, "AESDR");
    }
}
