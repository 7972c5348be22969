use super::*;
use crate::luck::draws;

/// Letters, signs and digits of a text, in order.
fn ink(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What parts items is nobody's; all else stands in the span of an item.
fn loses_nothing(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for said in read(text) {
        if said.span.start < end {
            continue;
        }
        let between = &text[end..said.span.start];
        prop_assert!(ink(between).chars().all(|c| c == ';'), "{between:?} of {text:?} is lost");
        end = said.span.end;
    }
    prop_assert!(ink(&text[end..]).chars().all(|c| c == ';'), "the end of {text:?} is lost");
    Ok(())
}

/// A plan without the words that are kept beside what they mean.
pub(super) fn meant(mut plan: Plan) -> Plan {
    for line in plan.lines.iter_mut().filter(|line| line.drug.is_some()) {
        line.words.clear();
    }
    for branch in plan.branches.iter_mut().filter(|branch| branch.trigger.measure.is_some()) {
        branch.trigger.words.clear();
    }
    plan
}

/// An item of words, or the words of a line, keep what was typed.
fn reads_again(text: &str) -> Result<(), TestCaseError> {
    for said in read(text) {
        for lang in Lang::ALL {
            let printed = print(&said.item, *lang);
            let again: Vec<Item> = read(&printed).into_iter().map(|said| said.item).collect();
            prop_assert_eq!(&again, std::slice::from_ref(&said.item), "{:?} of {:?}", printed, text);
        }
    }
    let (plan, later) = (Plan::of(text, today()), "2027-03-01".parse().unwrap());
    for lang in Lang::ALL {
        let printed = plan.printed(*lang);
        prop_assert_eq!(meant(Plan::of(&printed, later)), meant(plan.clone()), "{:?}", printed);
    }
    Ok(())
}

#[test]
fn every_line_of_the_corpus_reads_the_same_when_it_is_printed() {
    for typed in corpus::typed() {
        loses_nothing(&typed).unwrap();
        reads_again(&typed).unwrap_or_else(|why| panic!("{typed}: {why}"));
    }
}

/// A line of the corpus with pieces of others cut in, letters struck out, doubled or changed.
fn mutated() -> impl Strategy<Value = String> {
    let lines = corpus::typed();
    let count = lines.len();
    let change = (0..4u8, any::<prop::sample::Index>(), any::<char>(), 0..count, any::<prop::sample::Index>());
    (0..count, prop::collection::vec(change, 1..5)).prop_map(move |(line, changes)| {
        let mut letters: Vec<char> = lines[line].chars().collect();
        for (what, place, letter, other, from) in changes {
            let at = place.index(letters.len() + 1);
            match what {
                0 if at < letters.len() => drop(letters.remove(at)),
                1 => letters.insert(at, letter),
                2 if at < letters.len() => letters.insert(at, letters[at]),
                _ => {
                    let piece: Vec<char> = lines[other].chars().collect();
                    let piece = piece[from.index(piece.len())..].iter().take(12).copied();
                    letters.splice(at..at, piece);
                }
            }
        }
        letters.into_iter().collect()
    })
}

fn number() -> impl Strategy<Value = Written> {
    (1..2000i64, 0..2u32).prop_map(|(digits, decimals)| Written(rust_decimal(digits, decimals)))
}

fn rust_decimal(digits: i64, decimals: u32) -> rust_decimal::Decimal {
    rust_decimal::Decimal::new(digits, decimals)
}

fn interval() -> impl Strategy<Value = Interval> {
    (1..60u16, prop::sample::select(TimeUnit::ALL)).prop_map(|(count, unit)| Interval { count, unit })
}

fn due() -> impl Strategy<Value = Due> {
    let day = (2026..2030i32, 1..=12u32, 1..=28u32)
        .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}").parse::<Day>().unwrap());
    prop_oneof![
        interval().prop_map(|interval| Due::said(When::After(interval))),
        interval().prop_map(|interval| Due::said(When::After(interval)).counted(today())),
        day.prop_map(|day| Due::said(When::On(day))),
    ]
}

fn dose() -> impl Strategy<Value = OrderedDose> {
    let per = prop::option::of(prop::sample::select(vec![Per::Day, Per::Week, Per::Month]));
    let limit = prop::option::of(prop::sample::select(Comparison::ALL));
    (limit, number(), prop::option::of(1..50i64), prop::sample::select(OrderUnit::ALL), per).prop_map(
        |(limit, amount, more, unit, per)| {
            let most = more.filter(|_| limit.is_none()).map(|more| Written(amount.0 + rust_decimal(more, 0)));
            OrderedDose { limit, amount, most, unit, unit_assumed: false, per }
        },
    )
}

fn rhythm() -> impl Strategy<Value = Rhythm> {
    prop_oneof![
        (1..9u16, prop::sample::select(vec![Per::Day, Per::Week, Per::Month]))
            .prop_map(|(count, per)| Rhythm::Times { count, per }),
        interval().prop_map(Rhythm::Every),
        (prop::collection::vec(interval(), 2..5), prop::option::of(interval()))
            .prop_map(|(marks, then_every)| Rhythm::At { marks, then_every }),
    ]
}

fn order() -> impl Strategy<Value = Order> {
    let step = (prop::option::of(dose()), prop::option::of(due())).prop_map(|(to, by)| OrderStep { to, by });
    // How many administrations, and how many at most.
    let times = (1..30u16, prop::option::of(1..9u16)).prop_map(|(least, more)| (least, more.map(|more| least + more)));
    let first = (prop::option::of(dose()), prop::option::of(times), prop::option::of(prop::sample::select(Route::ALL)));
    let rest = (
        prop::option::of(rhythm()),
        prop::collection::vec(step, 0..3),
        (any::<bool>(), any::<bool>()),
        prop::option::of(due()),
        prop::option::of(interval()),
    );
    (first, rest).prop_map(|((dose, times, route), (rhythm, steps, (bolus, in_stages), from, duration))| Order {
        bolus,
        dose,
        times: times.map(|(least, _)| least),
        times_most: times.and_then(|(_, most)| most),
        route,
        rhythm,
        steps,
        in_stages,
        from,
        duration,
        unread: Vec::new(),
    })
}

fn a_line() -> impl Strategy<Value = Line> {
    let drugs: Vec<Drug> = Drug::ALL.iter().copied().filter(|drug| *drug != Drug::Other).collect();
    let kinds: Vec<LineKind> = LineKind::ALL.iter().copied().filter(|kind| *kind != LineKind::Other).collect();
    let said = (prop::sample::select(Lang::ALL), prop::sample::select(Intention::ALL));
    (prop::sample::select(kinds), prop::sample::select(drugs), order(), said).prop_map(
        |(kind, drug, order, (lang, intention))| {
            let words = ordered(&order, lang);
            let order = Some(order).filter(|order| !order.is_empty());
            Line { kind, drug: Some(drug), words, intention, order, condition: None }
        },
    )
}

fn threshold() -> impl Strategy<Value = Threshold> {
    let unit = prop::sample::select(vec!["", "g/g", "mg/g", "mL/min", "µmol/L", "g/L", "%", "ng/mL", "mg/j"]);
    prop_oneof![
        (number(), unit).prop_map(|(amount, unit)| Threshold { amount, unit: unit.to_owned(), is_change: false }),
        (-90..200i64).prop_map(|change| {
            Threshold { amount: Written(rust_decimal(change, 0)), unit: "%".to_owned(), is_change: true }
        }),
    ]
}

fn compared() -> impl Strategy<Value = Option<(Comparison, Threshold)>> {
    prop::option::of((prop::sample::select(Comparison::ALL), threshold()))
}

fn a_branch() -> impl Strategy<Value = Item> {
    let then = prop_oneof![
        Just(Consequence::RePresent),
        a_line().prop_map(Consequence::Line),
        Just(Consequence::Words("rebiopsier".to_owned())),
    ];
    let said = (prop::sample::select(Lang::ALL), then);
    (prop::sample::select(Measure::ALL), compared(), prop::option::of(due()), said).prop_map(
        |(measure, value, at, (lang, then))| {
            let (comparison, value) = value.unzip();
            let mut trigger = Trigger { words: String::new(), measure: Some(measure), comparison, value, at };
            trigger.words = condition(&trigger, lang);
            Item::Branch { trigger, then }
        },
    )
}

fn a_target() -> impl Strategy<Value = Item> {
    let drugs = vec![Aim::Drug(Drug::Prednisone), Aim::Drug(Drug::Hydroxychloroquine)];
    let what = prop_oneof![prop::sample::select(Measure::ALL).prop_map(Aim::Measure), prop::sample::select(drugs)];
    (what, compared(), prop::option::of(due())).prop_map(|(what, value, by)| {
        let (comparison, value) = value.unzip();
        Item::Target(Target { what, comparison, value, by })
    })
}

fn an_action() -> impl Strategy<Value = Item> {
    let heads = vec![
        (ActionKind::Labs, "bio"),
        (ActionKind::Labs, "contrôle UPCR"),
        (ActionKind::Biopsy, "re-biopsie"),
        (ActionKind::Opinion, "avis gynéco"),
        (ActionKind::Tell, "tell the patient"),
        (ActionKind::Vaccine, "vaccin pneumo"),
    ];
    let owners = vec!["nephro", "Dr Martin", "Dr Le Goff", "Jean-Paul", "requester"];
    (prop::sample::select(heads), prop::option::of(prop::sample::select(owners)), prop::option::of(due())).prop_map(
        |((kind, what), owner, when)| {
            Item::Action(ActionItem { kind, what: what.to_owned(), owner: owner.map(str::to_owned), when })
        },
    )
}

fn an_item() -> impl Strategy<Value = Item> {
    prop_oneof![a_line().prop_map(Item::Line), a_branch(), a_target(), an_action(), due().prop_map(Item::RePresent),]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: draws(200), ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_back_to_the_same_item(item in an_item()) {
        for lang in Lang::ALL {
            let printed = print(&item, *lang);
            let again: Vec<Item> = read(&printed).into_iter().map(|said| said.item).collect();
            prop_assert_eq!(&again, std::slice::from_ref(&item), "{}", printed);
        }
    }

    #[test]
    fn nothing_that_is_typed_is_lost(text in any::<String>()) {
        loses_nothing(&text)?;
        reads_again(&text)?;
    }

    #[test]
    fn a_line_with_wrong_letters_loses_nothing_either(text in mutated()) {
        loses_nothing(&text)?;
        reads_again(&text)?;
    }
}
