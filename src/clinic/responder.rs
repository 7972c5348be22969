use rust_decimal::Decimal;

use super::flare::VisitScores;
use super::sledas_visit::yes;
use super::visits::visits_by;
use super::{Answer, Checked, Need, Source, Verdict};
use crate::domain::{ActivityVisit, Case, Day};

/// The SLE responder index, with a fall of 4.
pub const SRI_4: Source = Source { name: "SRI-4", reference: "NCT04895241; BLISS", checked: Checked::Primary };
/// Its form for cohorts, without BILAG.
pub const MSRI: Source = Source { name: "mSRI", reference: "SLEDAI-2K ≥ 6, cohorts", checked: Checked::Primary };

/// From the baseline to now.
#[derive(Debug, Clone)]
pub struct ResponderFacts {
    /// The baseline.
    pub before: VisitScores,
    /// Now.
    pub after: VisitScores,
    /// New BILAG A grades.
    pub new_a: Option<u8>,
    /// New BILAG B grades.
    pub new_b: Option<u8>,
    /// No drug that the protocol forbids; outside a trial, no rescue treatment.
    pub drugs_allowed: Option<bool>,
}

/// A condition of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResponderCriterion {
    /// SLEDAI-2K fell by 4 or more.
    SledaiFall,
    /// No new BILAG A.
    NoNewA,
    /// At most one new BILAG B.
    OneNewB,
    /// PGA rose by less than 0.3.
    Pga,
    /// No drug that is not allowed.
    Drugs,
}

impl ResponderCriterion {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SledaiFall => "sledai_fall",
            Self::NoNewA => "no_new_a",
            Self::OneNewB => "one_new_b",
            Self::Pga => "pga",
            Self::Drugs => "drugs",
        }
    }
}

/// The modified index: it exists from a SLEDAI-2K of 6.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msri {
    /// The baseline is below 6.
    NotApplicable,
    /// Its verdict.
    Judged(Verdict),
}

impl ResponderFacts {
    /// From the baseline of a case to its newest visit, with the baseline: the last visit up to the start of the course,
    /// or the visit before the newest where the case names no course.
    ///
    /// # Errors
    /// The visits that are missing.
    pub fn of(case: &Case, today: Day) -> Answer<(Self, [&ActivityVisit; 2])> {
        let visits = visits_by(case, today);
        let (newest, earlier) = visits.split_first().ok_or(vec![Need::TwoVisits])?;
        let baseline = match case.course.started.known() {
            Some(start) => earlier.iter().find(|visit| visit.date <= *start).ok_or(vec![Need::BaselineVisit])?,
            None => earlier.first().ok_or(vec![Need::TwoVisits])?,
        };
        let bilag = newest.bilag.clone().unwrap_or_default();
        let facts = Self {
            before: VisitScores::of(case, baseline),
            after: VisitScores::of(case, newest),
            new_a: bilag.new_a.known().copied(),
            new_b: bilag.new_b.known().copied(),
            drugs_allowed: yes(case.course.rescue).map(|rescue| !rescue),
        };
        Ok((facts, [baseline, newest]))
    }

    /// The truth table of SRI-4 (activity.md 10).
    pub fn sri_4(&self) -> Vec<(ResponderCriterion, Verdict)> {
        use ResponderCriterion as C;
        vec![
            (C::SledaiFall, self.fall()),
            (C::NoNewA, Verdict::on(self.new_a, Need::Bilag, |new| new == 0)),
            (C::OneNewB, Verdict::on(self.new_b, Need::Bilag, |new| new <= 1)),
            (C::Pga, self.pga()),
            (C::Drugs, Verdict::on(self.drugs_allowed, Need::Rescue, |allowed| allowed)),
        ]
    }

    /// SRI-4.
    pub fn responds(&self) -> Verdict {
        Verdict::all(self.sri_4().into_iter().map(|(_, verdict)| verdict))
    }

    /// The modified index: a fall of 4 or more and no rise of PGA by 0.3, from a SLEDAI-2K of 6 or more.
    pub fn modified(&self) -> Msri {
        match &self.before.sledai {
            Ok(score) if score.at_most() < 6 => Msri::NotApplicable,
            Ok(score) if score.points < 6 => Msri::Judged(Verdict::lacking(Need::SledaiItems)),
            _ => Msri::Judged(self.fall().and(self.pga())),
        }
    }

    fn fall(&self) -> Verdict {
        match (&self.before.sledai, &self.after.sledai) {
            (Ok(before), Ok(after)) if before.points >= after.at_most() + 4 => Verdict::Yes,
            (Ok(before), Ok(after)) if before.at_most() >= after.points + 4 => Verdict::lacking(Need::SledaiItems),
            (Ok(_), Ok(_)) => Verdict::No,
            (Err(needs), _) | (_, Err(needs)) => Verdict::Unknown(needs.clone()),
        }
    }

    fn pga(&self) -> Verdict {
        Verdict::on(self.before.pga.zip(self.after.pga), Need::Pga, |(before, after)| {
            after.value() - before.value() < Decimal::new(3, 1)
        })
    }
}
