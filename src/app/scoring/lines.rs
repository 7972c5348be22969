/// How a line of the file fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Kept,
    /// It goes.
    Removed,
    /// It comes.
    Added,
}

/// A line of the file before or after, with its number there, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// How it fares.
    pub fate: Fate,
    /// Its number: before for a line that goes, else after.
    pub number: usize,
    /// What it says.
    pub text: String,
}

/// Lines kept around each change.
const AROUND: usize = 1;

/// The lines that change, each with its neighbours.
pub fn changed_lines(before: &str, after: &str) -> Vec<FileLine> {
    let all = told(&before.lines().collect::<Vec<_>>(), &after.lines().collect::<Vec<_>>());
    let changes = |at: usize| all.get(at).is_some_and(|line| line.fate != Fate::Kept);
    let is_near = |at: usize| (at.saturating_sub(AROUND)..=at + AROUND).any(changes);
    all.iter().enumerate().filter(|(at, _)| is_near(*at)).map(|(_, line)| line.clone()).collect()
}

/// Every line with its fate: what both ends share, and the longest common lines of what is between.
fn told(before: &[&str], after: &[&str]) -> Vec<FileLine> {
    let start = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let (rest_before, rest_after) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
    let end = rest_before.iter().rev().zip(rest_after.iter().rev()).take_while(|(one, other)| one == other).count();
    let middle_before = rest_before.get(..rest_before.len() - end).unwrap_or_default();
    let middle_after = rest_after.get(..rest_after.len() - end).unwrap_or_default();
    let mut fates = vec![Fate::Kept; start];
    fates.extend(fates_between(middle_before, middle_after));
    fates.extend(vec![Fate::Kept; end]);
    let (mut old, mut new) = (0, 0);
    let line = |fate: Fate| {
        let (number, text) = if fate == Fate::Removed { (old + 1, before.get(old)) } else { (new + 1, after.get(new)) };
        old += usize::from(fate != Fate::Added);
        new += usize::from(fate != Fate::Removed);
        FileLine { fate, number, text: text.map_or_else(String::new, |text| (*text).to_owned()) }
    };
    fates.into_iter().map(line).collect()
}

fn fates_between(before: &[&str], after: &[&str]) -> Vec<Fate> {
    let width = after.len() + 1;
    let mut common = vec![0_usize; (before.len() + 1) * width];
    let at = |common: &[usize], old: usize, new: usize| common.get(old * width + new).copied().unwrap_or(0);
    for (old, one) in before.iter().enumerate().rev() {
        for (new, other) in after.iter().enumerate().rev() {
            let longest = if one == other {
                at(&common, old + 1, new + 1) + 1
            } else {
                at(&common, old + 1, new).max(at(&common, old, new + 1))
            };
            if let Some(cell) = common.get_mut(old * width + new) {
                *cell = longest;
            }
        }
    }
    let (mut old, mut new) = (0, 0);
    let mut fates = Vec::new();
    while old < before.len() || new < after.len() {
        let same = old < before.len() && before.get(old) == after.get(new);
        let goes = new == after.len() || at(&common, old + 1, new) >= at(&common, old, new + 1);
        let fate = match (same, old < before.len() && goes) {
            (true, _) => Fate::Kept,
            (false, true) => Fate::Removed,
            (false, false) => Fate::Added,
        };
        old += usize::from(fate != Fate::Added);
        new += usize::from(fate != Fate::Removed);
        fates.push(fate);
    }
    fates
}
