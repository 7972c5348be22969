use super::item::{Consequence, Item, Said};
use super::pin;
use super::print::print;
use super::read::read;
use crate::domain::{ActionItem, Branch, Day, Decision, Due, Line, Target, Then, Trigger, When};
use crate::text::Lang;

/// What a decision says is done: its lines, and what stands beside them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Lines, in order.
    pub lines: Vec<Line>,
    /// What holds only if something happens.
    pub branches: Vec<Branch>,
    /// What is aimed at.
    pub targets: Vec<Target>,
    /// What is to be done beside the drugs.
    pub actions: Vec<ActionItem>,
    /// The day the case comes back to the meeting.
    pub represent: Option<Day>,
}

impl Plan {
    /// The plan that a text says, dates counted from the day of the decision; lines under a condition come last.
    pub fn of(text: &str, decided: Day) -> Self {
        let mut plan = Self::default();
        let said = read(text);
        let first = said.iter().filter_map(|one| due_back(&one.item, decided)).min();
        for one in said {
            let typed = text.get(one.span.clone()).unwrap_or_default();
            plan.take(one, typed, decided, first);
        }
        plan.lines.sort_by_key(|line| line.condition.is_some());
        plan
    }

    fn take(&mut self, one: Said, typed: &str, decided: Day, first: Option<Day>) {
        match one.item {
            Item::Line(line) => self.lines.push(counted(line, decided)),
            Item::Branch { trigger, then } => self.branch(trigger, then, decided),
            Item::Target(target) => {
                self.targets.push(Target { by: target.by.map(|by| by.counted(decided)), ..target });
            }
            Item::Action(action) => {
                self.actions.push(ActionItem { when: action.when.map(|when| when.counted(decided)), ..action });
            }
            // The case comes back on the first day that was said; a later one stays as words.
            Item::RePresent(due) if due.counted(decided).day == first && self.represent.is_none() => {
                self.represent = first;
            }
            Item::RePresent(_) => self.lines.push(Line::of_words(typed.to_owned())),
            Item::Words(words) => self.lines.push(Line::of_words(words)),
        }
    }

    fn branch(&mut self, trigger: Trigger, then: Consequence, decided: Day) {
        let id = format!("B{}", self.branches.len() + 1);
        let trigger = Trigger { at: trigger.at.map(|at| at.counted(decided)), ..trigger };
        let then = match then {
            Consequence::RePresent => Then::RePresent,
            Consequence::Words(words) => Then::Words(words),
            Consequence::Line(line) => {
                self.lines.push(Line { condition: Some(id.clone()), ..counted(line, decided) });
                Then::Line
            }
        };
        self.branches.push(Branch { id, trigger, then });
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The lines that hang on this branch.
    pub fn under<'a>(&'a self, branch: &'a Branch) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(|line| line.condition.as_ref() == Some(&branch.id))
    }

    /// What it says, item by item.
    pub fn items(&self) -> Vec<Item> {
        let lines = self.lines.iter().filter(|line| line.condition.is_none()).cloned().map(Item::Line);
        let branches = self.branches.iter().map(|branch| Item::Branch {
            trigger: branch.trigger.clone(),
            then: match &branch.then {
                Then::RePresent => Consequence::RePresent,
                Then::Words(words) => Consequence::Words(words.clone()),
                Then::Line => self
                    .under(branch)
                    .next()
                    .map_or_else(|| Consequence::Words(String::new()), |line| Consequence::Line(line.clone())),
            },
        });
        let targets = self.targets.iter().cloned().map(Item::Target);
        let actions = self.actions.iter().cloned().map(Item::Action);
        let represent = self.represent.map(|day| Item::RePresent(Due::said(When::On(day))));
        lines.chain(branches).chain(targets).chain(actions).chain(represent).collect()
    }

    /// The plan as text in this language, one item a line, that reads back to the same plan on any day: beside each date
    /// stands the day it was counted as.
    pub fn printed(&self, lang: Lang) -> String {
        let pinned = |item: Item| match item {
            Item::Line(line) => Item::Line(pin::line(&line, lang)),
            Item::Branch { trigger, then } => {
                let then = match then {
                    Consequence::Line(line) => Consequence::Line(pin::line(&line, lang)),
                    then => then,
                };
                Item::Branch { trigger: pin::trigger(&trigger, lang), then }
            }
            item => item,
        };
        self.items().into_iter().map(|item| print(&pinned(item), lang)).collect::<Vec<_>>().join("\n")
    }
}

impl From<&Decision> for Plan {
    fn from(decision: &Decision) -> Self {
        Self {
            lines: decision.lines.clone(),
            branches: decision.branches.clone(),
            targets: decision.targets.clone(),
            actions: decision.actions.clone(),
            represent: decision.represent,
        }
    }
}

fn counted(line: Line, decided: Day) -> Line {
    Line { order: line.order.map(|order| order.counted(decided)), ..line }
}

fn due_back(item: &Item, decided: Day) -> Option<Day> {
    if let Item::RePresent(due) = item { due.counted(decided).day } else { None }
}
