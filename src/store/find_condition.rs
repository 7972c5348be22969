use rusqlite::types::Value;

use super::find_words::expression;
use crate::archive::filter::{CLASS_GROUPS, DEFERRED, Key, Span, Term, What};
use crate::domain::{Day, Outcome, QuorumStatus};

/// Day of the meeting; of the decision where it has none. The index of this name has the same words.
pub(super) const DAY: &str = "ifnull(d.meeting, substr(d.locked_at, 1, 10))";

/// Before a column, keeps the database from going through its index: the order leads, or the few that [`seqs`] names.
const NO_INDEX: &str = "+";

/// Conditions that must all hold, with their values in the order of their question marks.
#[derive(Debug, Clone, Default)]
pub(super) struct Condition {
    clauses: Vec<String>,
    /// The values.
    pub(super) values: Vec<Value>,
}

impl Condition {
    fn of(clause: impl Into<String>, values: impl IntoIterator<Item = Value>) -> Self {
        Self { clauses: vec![clause.into()], values: values.into_iter().collect() }
    }

    /// One more.
    pub(super) fn and(&mut self, clause: &str, values: impl IntoIterator<Item = Value>) {
        self.clauses.push(clause.to_owned());
        self.values.extend(values);
    }

    /// Those of another.
    pub(super) fn add(&mut self, other: Self) {
        self.clauses.extend(other.clauses);
        self.values.extend(other.values);
    }

    /// In SQL; true where there is none.
    pub(super) fn sql(&self) -> String {
        if self.clauses.is_empty() { "1".to_owned() } else { self.clauses.join(" AND ") }
    }
}

/// What a term asks of `decision AS d` and `decision_profile AS p`.
pub(super) fn condition(term: &Term) -> Condition {
    let found = of(&term.what);
    let clause = found.sql();
    // What is unknown does not meet a condition, and not its contrary either: it is left in by `IS NOT TRUE`.
    let clause = if term.negated { format!("({clause}) IS NOT TRUE") } else { format!("({clause})") };
    Condition { clauses: vec![clause], values: found.values }
}

fn of(what: &What) -> Condition {
    if let Some(expression) = expression(what, false) {
        return Condition::of(
            "d.event_seq IN (SELECT rowid FROM decision_text WHERE decision_text MATCH ?)",
            [Value::Text(expression)],
        );
    }
    match what {
        What::Among(key, codes) => among(*key, codes),
        What::Amount(key, span) => amount(NO_INDEX, *key, span),
        What::Days(key, span) => days(NO_INDEX, *key, span),
        What::Text(key, words) => text(*key, words),
        What::Saved(_, terms) => {
            let mut all = Condition::default();
            all.and("1", []);
            for term in terms {
                all.add(condition(term));
            }
            all
        }
        // A word that the full text cannot look for narrows nothing.
        What::Word(_) | What::Phrase(_) => Condition::of("1", []),
    }
}

fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}

fn texts<'a>(codes: impl IntoIterator<Item = &'a String>) -> Vec<Value> {
    codes.into_iter().map(|code| Value::Text(code.clone())).collect()
}

/// `column IN (codes)`.
fn is_in(column: &str, codes: &[String]) -> Condition {
    Condition::of(format!("{column} IN ({})", marks(codes.len())), texts(codes))
}

/// A row of a table of this version whose column is one of the codes.
fn exists(table: &str, column: &str, codes: &[String]) -> Condition {
    let sql = format!(
        "EXISTS (SELECT 1 FROM {table} AS x WHERE x.event_seq = d.event_seq AND x.{column} IN ({}))",
        marks(codes.len())
    );
    Condition::of(sql, texts(codes))
}

/// One of several conditions.
fn any(conditions: Vec<Condition>) -> Condition {
    let clauses: Vec<String> = conditions.iter().map(Condition::sql).collect();
    let values = conditions.into_iter().flat_map(|one| one.values);
    Condition::of(format!("({})", clauses.join(" OR ")), values)
}

/// Each code with its own condition.
fn each(codes: &[String], of: impl Fn(&str) -> Condition) -> Condition {
    any(codes.iter().map(|code| of(code)).collect())
}

fn yes_no(codes: &[String], yes: &str) -> Condition {
    each(codes, |code| if code == "yes" { Condition::of(yes, []) } else { Condition::of(format!("NOT ({yes})"), []) })
}

fn flag(column: &str, codes: &[String]) -> Condition {
    each(codes, |code| Condition::of(format!("p.{column} = {}", u8::from(code == "yes")), []))
}

fn unless_none(codes: &[String]) -> Vec<String> {
    codes.iter().map(|code| if code == "none" { String::new() } else { code.clone() }).collect()
}

/// The outcomes that are meant.
fn outcomes(codes: &[String]) -> Vec<String> {
    let of = |code: &String| match code.as_str() {
        DEFERRED => [Outcome::DeferredMissingData, Outcome::DeferredMissingSpecialist, Outcome::DeferredTime]
            .map(|outcome| outcome.code().to_owned())
            .to_vec(),
        _ => vec![code.clone()],
    };
    codes.iter().flat_map(of).collect()
}

fn class(codes: &[String]) -> Condition {
    let (groups, classes): (Vec<String>, Vec<String>) =
        codes.iter().cloned().partition(|code| CLASS_GROUPS.contains(&code.as_str()));
    let classes = (!classes.is_empty()).then(|| is_in("+d.class", &unless_none(&classes)));
    let groups = (!groups.is_empty()).then(|| is_in("+p.class_group", &groups));
    any(classes.into_iter().chain(groups).collect())
}

/// The kind of line that a key asks for.
const fn line_kind(key: Key) -> Option<&'static str> {
    Some(match key {
        Key::Start => "start",
        Key::Stop => "stop",
        Key::Add => "add",
        Key::Switch => "switch",
        Key::Increase => "increase",
        Key::Decrease => "decrease",
        Key::Taper => "taper",
        Key::Continue => "continue",
        Key::Hold => "hold",
        _ => return None,
    })
}

/// Lines of a drug that are not only an alternative or under a condition, and do not stop it.
const GIVEN: &str = "x.kind NOT IN ('stop', 'hold') AND NOT EXISTS (SELECT 1 FROM decision_order AS o
    WHERE o.event_seq = x.event_seq AND o.position = x.position AND (o.intention <> 'first' OR o.branch IS NOT NULL))";

/// The newest look back of a decision.
fn last_look(column: &str, codes: &[String]) -> Condition {
    let last = format!(
        "(SELECT k.{column} FROM decision_look AS k WHERE k.set_id = d.set_id ORDER BY k.months DESC, k.event_seq DESC LIMIT 1)"
    );
    is_in(&last, codes)
}

fn acts(act: &str, of_version: bool) -> String {
    let version = if of_version { " AND a.id = d.id" } else { "" };
    format!("EXISTS (SELECT 1 FROM decision_act AS a WHERE a.set_id = d.set_id AND a.act = '{act}'{version})")
}

fn among(key: Key, codes: &[String]) -> Condition {
    if let Some(kind) = line_kind(key) {
        let found = exists("decision_line", "drug", codes);
        return Condition::of(
            found.sql().replace("x.drug IN", &format!("x.kind = '{kind}' AND x.drug IN")),
            found.values,
        );
    }
    match key {
        Key::Class => class(codes),
        Key::Drug => exists("decision_line", "drug", codes),
        Key::First => each(codes, |code| {
            let sql = format!(
                "instr('+' || p.regimen || '+', ?) > 0 OR EXISTS (SELECT 1 FROM decision_line AS x
                 WHERE x.event_seq = d.event_seq AND x.drug = ? AND {GIVEN})"
            );
            Condition::of(format!("({sql})"), [Value::Text(format!("+{code}+")), Value::Text(code.to_owned())])
        }),
        Key::Alternative => {
            let sql = format!(
                "EXISTS (SELECT 1 FROM decision_line AS x JOIN decision_order AS o ON o.event_seq = x.event_seq
                 AND o.position = x.position WHERE x.event_seq = d.event_seq AND o.intention = 'alternative'
                 AND x.drug IN ({}))",
                marks(codes.len())
            );
            Condition::of(sql, texts(codes))
        }
        Key::Regimen => is_in("+p.regimen", &unless_none(codes)),
        Key::Started => is_in("p.started", &unless_none(codes)),
        Key::Use => exists("decision_use", "title", codes),
        Key::Outcome => is_in("+d.outcome", &outcomes(codes)),
        Key::Eular | Key::Acr | Key::Kdigo | Key::Pnds => {
            let found = exists("decision_concordance", "reading", codes);
            let of_guideline = format!("x.guideline GLOB '{}-*' AND x.reading IN", key.code());
            Condition::of(found.sql().replace("x.reading IN", &of_guideline), found.values)
        }
        Key::Reading => exists("decision_concordance", "reading", codes),
        Key::Reason => exists("decision_departure", "reason", codes),
        Key::Quorum => each(codes, quorum),
        Key::Mode => exists("decision_room", "mode", codes),
        Key::Agreement => exists("decision_deliberation", "agreement", codes),
        Key::Confidence => exists("decision_deliberation", "confidence", codes),
        Key::Dissent => yes_no(codes, "EXISTS (SELECT 1 FROM decision_dissent AS x WHERE x.event_seq = d.event_seq)"),
        Key::Signed => yes_no(codes, &acts("signed", true)),
        Key::Closed => yes_no(codes, &acts("closed", true)),
        Key::Amended => yes_no(codes, "d.version > 1"),
        Key::Told => yes_no(codes, &acts("told", false)),
        Key::Answer => is_in(
            "(SELECT json_extract(a.detail, '$.answer') FROM decision_act AS a
              WHERE a.set_id = d.set_id AND a.act = 'told' ORDER BY a.event_seq DESC LIMIT 1)",
            codes,
        ),
        Key::FollowUp => each(codes, follow_up),
        Key::Fulfilment => last_look("fulfilment", codes),
        Key::NotDone => last_look("reason", codes),
        Key::Course => last_look("outcome", codes),
        Key::Has => each(codes, has),
        Key::Sex => is_in("p.sex", codes),
        Key::Extrarenal => is_in("p.extrarenal", codes),
        Key::Pregnancy => is_in("p.pregnancy", codes),
        Key::Pulse => flag("pulse", codes),
        Key::Raas => flag("raas", codes),
        Key::Sglt2 => flag("sglt2", codes),
        Key::Rebiopsy => flag("rebiopsy", codes),
        Key::PatientView => flag("patient_view", codes),
        _ => Condition::of("1", []),
    }
}

fn quorum(code: &str) -> Condition {
    let status = match code {
        "yes" => QuorumStatus::Reached,
        "no" => QuorumStatus::NotReached,
        "unknown" => QuorumStatus::Unknown,
        _ => {
            return Condition::of("NOT EXISTS (SELECT 1 FROM decision_room AS x WHERE x.event_seq = d.event_seq)", []);
        }
    };
    exists("decision_room", "quorum", &[status.code().to_owned()])
}

fn follow_up(code: &str) -> Condition {
    let looks = "EXISTS (SELECT 1 FROM decision_look AS k WHERE k.set_id = d.set_id";
    match code.parse::<i64>() {
        Ok(months) => Condition::of(format!("{looks} AND k.months = ?)"), [Value::Integer(months)]),
        Err(_) if code == "none" => Condition::of(format!("NOT {looks})"), []),
        Err(_) => Condition::of(format!("{looks})"), []),
    }
}

fn has(code: &str) -> Condition {
    let table = |table: &str, and: &str| {
        Condition::of(format!("EXISTS (SELECT 1 FROM {table} AS x WHERE x.event_seq = d.event_seq{and})"), [])
    };
    match code {
        "branch" => table("decision_branch", ""),
        "target" => table("decision_target", ""),
        "action" => table("decision_action", ""),
        "return" => any(vec![table("decision_return", ""), Condition::of("d.next_date IS NOT NULL", [])]),
        "alternative" => table("decision_order", " AND x.intention = 'alternative'"),
        "departure" => table("decision_departure", ""),
        "patient_question" => table("decision_deliberation", " AND x.patient_question IS NOT NULL"),
        _ => Condition::of("p.regimen <> ''", []),
    }
}

fn column(key: Key) -> &'static str {
    match key {
        Key::Upcr => "p.upcr",
        Key::Egfr => "p.egfr",
        Key::Age => "p.age",
        Key::Weight => "p.weight",
        Key::Flares => "p.flares",
        Key::Failed => "p.failed_courses",
        Key::Lines => "p.prior_lines",
        Key::Activity => "p.activity_index",
        Key::Chronicity => "p.chronicity_index",
        Key::Steroid => "p.steroid_start",
        Key::SteroidPerKilo => "p.steroid_start_kg",
        Key::SteroidMonth6 => "p.steroid_m6",
        Key::Hcq => "p.hcq_kg",
        Key::Version => "d.version",
        Key::Minutes => "(SELECT x.seconds / 60.0 FROM decision_room AS x WHERE x.event_seq = d.event_seq)",
        Key::Next => "d.next_date",
        _ => DAY,
    }
}

fn within<T: Copy>(column: &str, span: &Span<T>, value: impl Fn(T) -> Value) -> Condition {
    let mut condition = Condition::default();
    for (bound, open, closed) in [(span.least, ">", ">="), (span.most, "<", "<=")] {
        if let Some(bound) = bound {
            let sign = if bound.included { closed } else { open };
            condition.and(&format!("{column} {sign} ?"), [value(bound.at)]);
        }
    }
    condition
}

fn amount(index: &str, key: Key, span: &Span<f64>) -> Condition {
    within(&format!("{index}{}", column(key)), span, Value::Real)
}

fn days(index: &str, key: Key, span: &Span<Day>) -> Condition {
    within(&format!("{index}{}", column(key)), span, |day| Value::Text(day.to_string()))
}

fn text(key: Key, words: &[String]) -> Condition {
    let column = if key == Key::Centre { "p.centre" } else { "d.actor" };
    let one =
        |word: &String| Condition::of(format!("instr(lower({column}), lower(?)) > 0"), [Value::Text(word.clone())]);
    any(words.iter().map(one).collect())
}

/// The places in the journal that a condition names, where an index has them.
pub(super) fn seqs(what: &What) -> Option<Condition> {
    let of_table = |table: &str, condition: Condition, alias: &str| {
        let sql = format!("SELECT {alias}.event_seq FROM {table} AS {alias} WHERE {}", condition.sql());
        Condition::of(sql, condition.values)
    };
    let current = |mut condition: Condition| {
        condition.and("d.is_current = 1", []);
        of_table("decision", condition, "d")
    };
    match what {
        What::Among(Key::Drug, codes) => Some(of_table("decision_line", is_in("x.drug", codes), "x")),
        What::Among(key, codes) if line_kind(*key).is_some() => {
            Some(of_table("decision_line", is_in("x.drug", codes), "x"))
        }
        What::Among(Key::Outcome, codes) => Some(current(is_in("d.outcome", &outcomes(codes)))),
        What::Among(Key::Class, codes) if !codes.iter().any(|code| CLASS_GROUPS.contains(&code.as_str())) => {
            Some(current(is_in("d.class", &unless_none(codes))))
        }
        What::Among(Key::Regimen, codes) => {
            Some(of_table("decision_profile", is_in("p.regimen", &unless_none(codes)), "p"))
        }
        What::Among(Key::Reason, codes) => Some(of_table("decision_departure", is_in("x.reason", codes), "x")),
        What::Among(Key::Dissent, codes) if codes.as_slice() == ["yes"] => {
            Some(of_table("decision_dissent", Condition::default(), "x"))
        }
        What::Amount(key @ (Key::Upcr | Key::Egfr), span) => {
            Some(of_table("decision_profile", amount("", *key, span), "p"))
        }
        What::Days(Key::Meeting, span) => Some(current(days("", Key::Meeting, span))),
        _ => None,
    }
}
