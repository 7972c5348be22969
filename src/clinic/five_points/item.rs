//! The five points, what each asks for, and where a line stands.

use crate::domain::codes::codes;

codes! {
    /// The five points, in the talk's order; their initials make five letters.
    FivePoint {
        /// The announcement.
        Announcement = "announcement",
        /// Evaluation of activity.
        Evaluation = "evaluation",
        /// Strategy.
        Strategy = "strategy",
        /// The shared decision.
        Decision = "decision",
        /// Recommendations.
        Recommendations = "recommendations",
    }
    /// One line of a point's checklist.
    PointItem {
        /// A dedicated consultation announced the diagnosis.
        Announced = "announced",
        /// A second announcement.
        Reannounced = "reannounced",
        /// Pregnancy and heredity were talked about.
        PregnancyHeredity = "pregnancy_heredity",
        /// The aim of treatment was talked about.
        Goal = "goal",
        /// Who helps is known.
        Caregiver = "caregiver",
        /// EPICES is known.
        Epices = "epices",
        /// Alexithymia was thought of.
        Alexithymia = "alexithymia",
        /// Documents were handed over.
        Documents = "documents",
        /// A patients' association was named.
        Association = "association",
        /// Activity was assessed within 6 months.
        Visit = "visit",
        /// Both global assessments at that visit.
        BothGlobals = "both_globals",
        /// Proteinuria within 6 months.
        Proteinuria = "proteinuria",
        /// Adherence was asked about.
        Adherence = "adherence",
        /// Level of hydroxychloroquine within 6 months.
        HcqLevel = "hcq_level",
        /// Type 2 symptoms at that visit.
        Type2 = "type2",
        /// Tobacco is known.
        Tobacco = "tobacco",
        /// The strategy line can be said.
        StrategyLine = "strategy_line",
        /// Damage was reviewed within 12 months.
        Damage = "damage",
        /// Other conditions are known.
        Comorbidities = "comorbidities",
        /// Antiphospholipid antibodies are known.
        Apl = "apl",
        /// Vaccines: influenza within a year, pneumococcus once.
        Vaccines = "vaccines",
        /// Pain, psychologist, dietitian.
        Support = "support",
        /// Work, and rights where it suffers.
        Work = "work",
        /// The way to adult care, in the young.
        Transition = "transition",
        /// The patient knows that the case is discussed.
        Informed = "informed",
        /// Wishes.
        Wishes = "wishes",
        /// Refusals.
        Refusals = "refusals",
        /// Therapeutic education.
        Education = "education",
        /// The options were explained.
        Options = "options",
        /// What the patient prefers.
        Preference = "preference",
        /// A written personalised plan.
        WrittenPlan = "written_plan",
        /// The question to the meeting.
        Question = "question",
        /// The day of the meeting.
        Meeting = "meeting",
        /// The guidelines' answers do not wait for data.
        Guidelines = "guidelines",
    }
    /// Where a line, or a point, stands.
    PointState {
        /// Done.
        Done = "done",
        /// Known not to be done, or out of date.
        ToDo = "to_do",
        /// The file does not say.
        NotStated = "not_stated",
        /// Not for this patient.
        NotApplicable = "not_applicable",
    }
}
