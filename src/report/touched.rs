use schemars::JsonSchema;
use serde::Serialize;

use super::page::Page;
use crate::store::{Few, Touched};
use crate::text::{Lang, visible, words};

/// What stands in a stretch of the journal, as entries of a list: how many acts of which kind, which decisions, cases
/// and meetings.
pub(super) fn items(page: &mut Page, depth: usize, touched: &Touched, lang: Lang) {
    let words = words(lang);
    let say = &words.keeping;
    let kinds: Vec<String> = touched.kinds.iter().map(|(kind, count)| (say.acts)(kind, *count)).collect();
    page.item(depth, format!("{}{}{}", (say.entries)(touched.events), words.report.colon, kinds.join(", ")));
    let decisions = few(&touched.decisions, lang, |decision| match &decision.meeting {
        Some(meeting) => format!("{} ({})", decision.case_id, day(meeting, lang)),
        None => decision.case_id.clone(),
    });
    let cases = few(&touched.cases, lang, Clone::clone);
    let meetings = few(&touched.meetings, lang, |meeting| day(meeting, lang));
    for (name, list) in [(say.decisions, decisions), (say.cases, cases), (say.meetings, meetings)] {
        if let Some(list) = list {
            page.item(depth, format!("{name}{}{list}", words.report.colon));
        }
    }
}

/// The names, and how many more there are; none where there is nothing.
fn few<T>(few: &Few<T>, lang: Lang, name: impl Fn(&T) -> String) -> Option<String> {
    let named: Vec<String> = few.named.iter().map(|one| visible(&name(one)).into_owned()).collect();
    let rest = few.total.saturating_sub(u64::try_from(named.len()).unwrap_or(u64::MAX));
    let more = if rest > 0 { (words(lang).keeping.and_others)(rest) } else { String::new() };
    (!named.is_empty()).then(|| format!("{}{more}", named.join(", ")))
}

/// A day as the journal writes it, in the writing of the language; what is no day stays as it is.
fn day(written: &str, lang: Lang) -> String {
    written.parse().map_or_else(|_| written.to_owned(), |day| lang.date(day))
}

/// What stands in a stretch of the journal, as JSON: lists name the first and count all.
#[derive(Serialize, JsonSchema)]
pub(super) struct TouchedRow<'a> {
    /// Number of the first event.
    from: i64,
    events: u64,
    /// How many events of each kind, by its code.
    kinds: serde_json::Map<String, serde_json::Value>,
    decisions: FewRows<NamedRow<'a>>,
    cases: FewRows<&'a str>,
    /// Days, YYYY-MM-DD.
    meetings: FewRows<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct FewRows<T> {
    total: u64,
    named: Vec<T>,
}

#[derive(Serialize, JsonSchema)]
struct NamedRow<'a> {
    /// The version's UUID.
    id: &'a str,
    case: &'a str,
    meeting: Option<&'a str>,
}

impl<'a> TouchedRow<'a> {
    pub(super) fn of(touched: &'a Touched) -> Self {
        let names =
            |few: &'a Few<String>| FewRows { total: few.total, named: few.named.iter().map(String::as_str).collect() };
        let decisions = touched.decisions.named.iter();
        Self {
            from: touched.from,
            events: touched.events,
            kinds: touched.kinds.iter().map(|(kind, count)| (kind.clone(), (*count).into())).collect(),
            decisions: FewRows {
                total: touched.decisions.total,
                named: decisions
                    .map(|one| NamedRow { id: &one.id, case: &one.case_id, meeting: one.meeting.as_deref() })
                    .collect(),
            },
            cases: names(&touched.cases),
            meetings: names(&touched.meetings),
        }
    }
}
