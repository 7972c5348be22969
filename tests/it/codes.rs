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
