//! The words: nothing missing, nothing empty, each language in its own spelling.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ratatui::buffer::CellWidth;
use regards::domain::*;
use regards::text::{Label, Lang, is_plain, rounded, visible, words};
use rust_decimal::Decimal;

fn decimal(written: &str) -> Decimal {
    written.parse().unwrap()
}

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

/// Labels of a whole list in both languages; none may be empty or the bare code of several words.
fn labels<T: Label + std::fmt::Display>(list: &[T]) -> Vec<(&'static str, &'static str)> {
    list.iter()
        .map(|entry| {
            let pair = (words(Lang::Fr).label(*entry), words(Lang::En).label(*entry));
            for label in [pair.0, pair.1] {
                assert!(!label.trim().is_empty(), "{entry} has no label");
                assert!(!label.contains('_'), "{entry} shows its code");
            }
            pair
        })
        .collect()
}

macro_rules! each_list {
    ($($list:ty),+ $(,)?) => { $(labels(<$list>::ALL);)+ };
}

#[test]
fn every_code_has_a_label_in_both_languages() {
    each_list!(
        ActionKind,
        Comparison,
        Intention,
        Measure,
        OrderUnit,
        TimeUnit,
        Adherence,
        Alexithymia,
        Document,
        WrittenPlan,
        AplProfile,
        BasicsItem,
        BasicsMark,
        Class,
        Comorbidity,
        Contraception,
        DepartureReason,
        Detected,
        DoseUnit,
        Drug,
        DsDnaAssay,
        Edition,
        EventKind,
        Extent,
        FlareDrug,
        FlareSign,
        FractureRisk,
        HcqMatrix,
        IdentityStatus,
        InterferonResult,
        Lesions,
        LineKind,
        Metaboliser,
        Mode,
        Organ,
        Origin,
        Outcome,
        Per,
        PneumococcusVaccine,
        PregnancyStatus,
        PregnancyTest,
        Rash,
        Reading,
        Route,
        Screening,
        SdiItem,
        Severity,
        Sex,
        SledaiItem,
        Step,
        StopReason,
        Tobacco,
        TuftShare,
        Window,
        Wish,
        YesNo,
    );
}

/// The names of the closed lists that a source of the domain declares.
fn declared_lists(source: &str) -> Vec<String> {
    let blocks = source.split("codes! {").skip(1).map(|block| block.split("\n}").next().unwrap());
    let lines = blocks.flat_map(str::lines).filter_map(|line| line.strip_prefix("    "));
    let names = lines.filter_map(|line| line.split_once(" {")).map(|(name, _)| name);
    names.filter(|name| name.chars().all(char::is_alphanumeric)).map(str::to_owned).collect()
}

#[test]
fn every_closed_list_of_the_domain_has_labels() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let labelled = fs::read_to_string(root.join("text/lists.rs")).unwrap();
    let mut count = 0;
    for file in fs::read_dir(root.join("domain")).unwrap() {
        for list in declared_lists(&fs::read_to_string(file.unwrap().path()).unwrap()) {
            count += 1;
            assert!(labelled.contains(&format!(": {list},")), "{list} has no labels: add it to text/lists.rs");
        }
    }
    assert!(count > 25, "only {count} lists were found");
}

#[test]
fn labels_tell_the_entries_of_a_list_apart() {
    fn distinct<T: Label + std::fmt::Display>(list: &[T]) {
        let labels = labels(list);
        for side in [labels.iter().map(|pair| pair.0).collect::<Vec<_>>(), labels.iter().map(|pair| pair.1).collect()] {
            let mut sorted = side.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), side.len(), "{side:?}");
        }
    }
    distinct(Drug::ALL);
    distinct(Outcome::ALL);
    distinct(LineKind::ALL);
    distinct(DepartureReason::ALL);
    distinct(Reading::ALL);
    distinct(SledaiItem::ALL);
    distinct(SdiItem::ALL);
    distinct(Organ::ALL);
    distinct(EventKind::ALL);
    distinct(Comorbidity::ALL);
}

#[test]
fn french_is_not_english() {
    fn differ<T: Label + std::fmt::Display>(list: &[T]) {
        for (fr, en) in labels(list) {
            assert_ne!(fr, en);
        }
    }
    differ(Outcome::ALL);
    differ(LineKind::ALL);
    differ(DepartureReason::ALL);
    differ(Reading::ALL);
    differ(SledaiItem::ALL);
    differ(Severity::ALL);
    differ(Sex::ALL);
    differ(Step::ALL);
    differ(YesNo::ALL);
    differ(Wish::ALL);
}

#[test]
fn abbreviations_are_those_of_the_meeting() {
    for lang in [Lang::Fr, Lang::En] {
        let short = words(lang).drug_short;
        assert_eq!(short(Drug::MycophenolateMofetil), "MMF");
        assert_eq!(short(Drug::Cyclophosphamide), "CYC");
        assert_eq!(short(Drug::Belimumab), "BELI");
        assert_eq!(short(Drug::Voclosporin), "VOC");
        assert_eq!(short(Drug::Obinutuzumab), "OBI");
        assert_eq!(short(Drug::Hydroxychloroquine), "HCQ");
        assert_eq!(short(Drug::Ramipril), words(lang).label(Drug::Ramipril));
    }
}

#[test]
fn definitions_keep_the_operators_of_the_index() {
    let en = words(Lang::En).sledai_definition;
    let fr = words(Lang::Fr).sledai_definition;
    for (item, operators) in [
        (SledaiItem::Arthritis, "≥ 2"),
        (SledaiItem::Haematuria, "> 5"),
        (SledaiItem::Pyuria, "> 5"),
        (SledaiItem::Fever, "> 38"),
        (SledaiItem::Thrombocytopenia, "< 100"),
    ] {
        assert!(en(item).contains(operators), "{item}");
        assert!(fr(item).replace('\u{a0}', " ").contains(operators), "{item}");
    }
    assert!(en(SledaiItem::Proteinuria).contains("> 0.5 g/24 h"));
    assert!(fr(SledaiItem::Proteinuria).replace('\u{a0}', " ").contains("> 0,5 g/24 h"));
    assert!(en(SledaiItem::Leukopenia).contains("< 3.0"));
    assert!(fr(SledaiItem::Leukopenia).replace('\u{a0}', " ").contains("< 3,0"));
}

#[test]
fn numbers_are_written_as_each_language_writes_them() {
    let (fr, en) = (Lang::Fr, Lang::En);
    assert_eq!(fr.number(decimal("1.60"), 2), "1,6");
    assert_eq!(en.number(decimal("1.60"), 2), "1.6");
    assert_eq!(fr.number(decimal("3965"), 0), "3\u{a0}965");
    assert_eq!(en.number(decimal("1234567.5"), 1), "1,234,567.5");
    assert_eq!(fr.number(decimal("-1.25"), 1), "\u{2212}1,3");
    assert_eq!(en.number(decimal("-0.04"), 1), "0");
    assert_eq!(en.fixed(decimal("2"), 1), "2.0");
    assert_eq!(fr.signed(decimal("0.5"), 1), "+0,5");
    assert_eq!(fr.signed(decimal("0.04"), 1), "0");
    assert_eq!(fr.percent(decimal("16"), 0), "16\u{a0}%");
    assert_eq!(en.percent(decimal("16"), 0), "16%");
    assert_eq!(fr.signed_percent(decimal("-15.8"), 0), "\u{2212}16\u{a0}%");
    assert_eq!(en.range(decimal("25"), decimal("45.5"), 0), "25–46");
    assert_eq!(en.range(decimal("25"), decimal("25.2"), 0), "25");
}

#[test]
fn computed_numbers_round_half_away_from_zero() {
    assert_eq!(rounded(2.675, 2), Some(decimal("2.68")));
    assert_eq!(rounded(-0.5, 0), Some(decimal("-1")));
    assert_eq!(rounded(59.999, 0), Some(decimal("60")));
    assert_eq!(rounded(f64::NAN, 1), None);
    assert_eq!(rounded(f64::INFINITY, 1), None);
    assert_eq!(rounded(1e300, 1), None);
    assert_eq!(Lang::Fr.real(f64::NAN, 1), "–");
    assert_eq!(Lang::Fr.real(118.4, 0), "118");
}

#[test]
fn dates_and_ages() {
    assert_eq!(Lang::Fr.date(day("2026-02-20")), "20/02/2026");
    assert_eq!(Lang::En.date(day("2026-02-20")), "20\u{a0}Feb\u{a0}2026");
    assert_eq!(Lang::Fr.month_of(day("2026-02-20")), "févr.\u{a0}2026");
    let (month, exact): (Month, Month) = ("2024-01".parse().unwrap(), "2024-01-09".parse().unwrap());
    assert_eq!(Lang::Fr.month(month), "01/2024");
    assert_eq!(Lang::En.month(month), "Jan\u{a0}2024");
    assert_eq!(Lang::Fr.month(exact), "09/01/2024");
    assert_eq!((words(Lang::Fr).count.years)(31), "31 ans");
    assert_eq!((words(Lang::Fr).count.years)(1), "1 an");
    assert_eq!((words(Lang::Fr).count.cases)(0), "0 dossier");
    assert_eq!((words(Lang::En).count.cases)(0), "0 cases");
    assert_eq!((words(Lang::En).count.cases)(10_000), "10,000 cases");
    assert_eq!((words(Lang::En).case.flare)(2), "2nd flare");
    assert_eq!((words(Lang::En).case.flare)(12), "12th flare");
}

#[test]
fn quantities_keep_what_was_written_in_the_units_of_the_language() {
    let creatinine: Creatinine = "1.10 mg/dL".parse().unwrap();
    assert_eq!(Lang::Fr.quantity(&creatinine), "1,10\u{a0}mg/dL");
    let antibodies: AntiDsDna = "45 IU/mL".parse().unwrap();
    assert_eq!(Lang::Fr.quantity(&antibodies), "45\u{a0}UI/mL");
    let protein: DailyProtein = "1.9 g/24h".parse().unwrap();
    assert_eq!(Lang::En.quantity(&protein), "1.9\u{a0}g/24\u{a0}h");
    for (written, fr, en) in [
        ("400 mg/d", "400 mg/j", "400 mg/d"),
        ("2 g/d", "2 g/j", "2 g/d"),
        ("200 mg/w", "200 mg/sem.", "200 mg/week"),
        ("500 mg", "500 mg", "500 mg"),
        ("10 mg/kg", "10 mg/kg", "10 mg/kg"),
        ("800 IU/d", "800 UI/j", "800 IU/d"),
    ] {
        let dose: Dose = written.parse().unwrap();
        assert_eq!(Lang::Fr.dose(&dose).replace('\u{a0}', " "), fr);
        assert_eq!(Lang::En.dose(&dose).replace('\u{a0}', " "), en);
    }
    assert_eq!(Lang::Fr.unit("mL/min/1.73 m²"), words(Lang::Fr).unit.egfr_unit);
    assert_eq!(Lang::En.unit("mL/min/1.73 m²"), words(Lang::En).unit.egfr_unit);
}

#[test]
fn the_language_is_the_one_asked_for_then_the_locale_then_english() {
    let env = |pairs: &'static [(&str, &str)]| {
        move |name: &str| pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1.to_owned())
    };
    assert_eq!(Lang::choose(Some(Lang::En), env(&[("LANG", "fr_FR.UTF-8")])), Lang::En);
    assert_eq!(Lang::choose(None, env(&[("LANG", "fr_FR.UTF-8")])), Lang::Fr);
    assert_eq!(Lang::choose(None, env(&[("LC_ALL", "fr_CA"), ("LANG", "en_US.UTF-8")])), Lang::Fr);
    assert_eq!(Lang::choose(None, env(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")])), Lang::En);
    assert_eq!(Lang::choose(None, env(&[("LC_ALL", ""), ("LC_MESSAGES", "fr"), ("LANG", "en")])), Lang::Fr);
    assert_eq!(Lang::choose(None, env(&[("LANG", "de_DE.UTF-8")])), Lang::En);
    assert_eq!(Lang::choose(None, env(&[])), Lang::En);
    assert_eq!(Lang::from_code("FR"), Some(Lang::Fr));
    assert_eq!(Lang::from_code("frisian"), None);
}

#[test]
fn a_refusal_says_what_to_write_instead() {
    let refusal = "98".parse::<Creatinine>().unwrap_err();
    assert_eq!(
        (words(Lang::En).refusal)(&refusal),
        "`creatinine` has no unit. Write the unit behind the number; accepted units: µmol/L, mg/dL, mg/L."
    );
    assert!((words(Lang::Fr).refusal)(&refusal).contains("µmol/L, mg/dL, mg/L"));
    let refusal = "12/02/2026".parse::<Day>().unwrap_err();
    assert!((words(Lang::Fr).refusal)(&refusal).contains("AAAA-MM-JJ"));
    let refusal = "a much longer name".parse::<Alias>().unwrap_err();
    assert_eq!((words(Lang::En).refusal)(&refusal), "The text has 18 characters; at most 12 fit. Shorten it.");
    let refusal = "123456789".parse::<Alias>().unwrap_err();
    assert!((words(Lang::Fr).refusal)(&refusal).contains("des initiales"));
}

#[test]
fn every_form_the_domain_asks_for_reads_in_french() {
    let domain = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain");
    for file in fs::read_dir(domain).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        for (at, _) in source.match_indices("form: \"") {
            let form = source[at + 7..].split('"').next().unwrap().to_owned();
            let refusal = Refusal::Form { written: "x".to_owned(), form: form.clone() };
            let french = (words(Lang::Fr).refusal)(&refusal);
            for english in ["YYYY", " or ", "short", "yes/no"] {
                assert!(!french.contains(english), "`{form}` is not in French");
            }
        }
    }
}

#[test]
fn what_a_terminal_might_obey_is_shown_as_marks() {
    assert_eq!(visible("DFGe 118"), "DFGe 118");
    assert_eq!(visible("a\u{1b}[2Jb"), "a\u{241b}[2Jb");
    assert_eq!(visible("a\tb\r\nc"), "a b  c");
    assert_eq!(visible("\u{9b}31m\u{7f}"), "\u{fffd}31m\u{2421}");
    assert_eq!(visible("no\u{202e}gn\u{2066}"), "no\u{fffd}gn\u{fffd}");
    assert_eq!(visible("e\u{301}te\u{301}"), "e\u{301}te\u{301}");
    assert_eq!(visible(&format!("e{}", "\u{301}".repeat(500))).chars().count(), 5);
    assert_eq!(visible("\u{e0041}x\u{feff}"), "\u{fffd}x\u{fffd}");
}

/// Each `name: "words"` of a language's file, numbered where a name comes again.
fn written_words(file: &str) -> BTreeMap<String, String> {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text").join(file)).unwrap();
    let mut found = BTreeMap::new();
    let mut group = String::new();
    for line in source.lines().map(str::trim) {
        if let Some((name, _)) = line.split_once(": ").filter(|_| line.ends_with(" {") && !line.contains('|')) {
            name.clone_into(&mut group);
        }
        if let Some((name, text)) = line.split_once(": \"") {
            found.insert(format!("{group}.{name}"), text.trim_end_matches("\",").to_owned());
        }
    }
    found
}

#[test]
fn no_word_is_empty_and_few_are_the_same_in_both_languages() {
    let (fr, en) = (written_words("fr.rs"), written_words("en.rs"));
    assert!(fr.len() > 200);
    assert!(fr.values().chain(en.values()).all(|text| !text.trim().is_empty()));
    let same: Vec<&str> =
        fr.iter().filter(|(name, text)| en.get(*name) == Some(text)).map(|(name, _)| name.as_str()).collect();
    let expected = [
        "activity.discordance",
        "activity.fatigue",
        "activity.items",
        "activity.pga",
        "activity.ptga",
        "activity.sledai",
        "app.source",
        "archive.date",
        "case.female_short",
        "case.contraception",
        "case.mode",
        "case.question",
        "damage.sdi",
        "decision.concordance",
        "decision.version",
        "editions.local_short",
        "guide.calcineurin_inhibitor",
        "guide.glucocorticoid",
        "guide.oral",
        "panel.intravenous",
        "panel.normal",
        "person.epices",
        "queue.alias",
        "queue.question",
        "queue.upcr",
        "screens.hidden",
        "screens.versions",
        "report.patient",
        "report.scale",
        "report.sources",
        "screens.hidden",
        "screens.versions",
        "table.doi",
        "table.grade",
        "unit.hcq",
        "unit.prednisone",
        "unit.upcr",
        "verdict.option",
    ];
    let unexpected: Vec<&&str> = same.iter().filter(|name| !expected.contains(name)).collect();
    assert!(unexpected.is_empty(), "the same in both languages: {unexpected:?}");
}

#[test]
fn french_signs_keep_their_hard_space() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
    // What is written to a file, what is typed, and a key of marks are not sentences.
    let spared = ["intake.rs", "shorthand.rs", "personal.rs"];
    let of_folder = fs::read_dir(root.join("fr")).unwrap().map(|file| file.unwrap().path());
    let files = of_folder.filter(|file| !spared.iter().any(|name| file.ends_with(name)));
    for file in files.chain(["fr.rs", "codes_fr.rs", "remark/fr.rs"].map(|name| root.join(name))) {
        let source = fs::read_to_string(&file).unwrap().replace("\\\"", "'");
        for literal in source.split('"').skip(1).step_by(2) {
            for sign in [" :", " ;", " ?", " !", " %", "« ", " »"] {
                assert!(!literal.contains(sign), "a line could break before the sign in {}: {literal}", file.display());
            }
        }
    }
}

/// What is written without being measured is what measuring would have found.
#[test]
fn a_plain_letter_is_shown_as_it_is_in_one_cell_and_joins_no_other() {
    let plain: Vec<char> = ('\0'..=char::MAX).filter(|letter| is_plain(&letter.to_string())).collect();
    assert!(plain.len() > 1000, "{}", plain.len());
    for letter in &plain {
        let text = letter.to_string();
        assert_eq!(visible(&text), text.as_str(), "{letter:?}");
        assert_eq!(text.as_str().cell_width(), 1, "{letter:?} U+{:04X}", u32::from(*letter));
    }
    let line: String = plain.iter().chain(plain.iter().rev()).collect();
    let span = ratatui::text::Span::raw(line.as_str());
    assert_eq!(span.styled_graphemes(ratatui::style::Style::default()).count(), 2 * plain.len());
    assert!(is_plain("DFGe ≥ 118 mL/min/1,73 m² — « œdème » ⚠ ✓ ●◐○ ⣀⣤") && !is_plain("e\u{301}") && !is_plain("⚡"));
}

/// Names that people typed into questions and notes are covered; titles, initials and parts of other words are not.
#[test]
fn a_veil_covers_names_and_pseudonyms_wherever_they_stand() {
    let veil = regards::text::Veil::over(["Dr A. Martin", "Pr Rose-Marie"].into_iter(), ["Z. Q."].into_iter());
    assert_eq!(veil.veiled("Z. Q. vue par Dr MARTIN, martinet"), "•• •• vue par Dr ••••••, martinet");
    assert_eq!(veil.veiled("Dr A. reste"), "Dr A. reste");
    assert_eq!(veil.veiled("avis de Rose-Marie"), "avis de ••••••••••");
    assert_eq!(regards::text::Veil::default().veiled("rien"), "rien");
}
