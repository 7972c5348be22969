//! The five points, the strategy line, EPICES answer by answer, and the resources.

use crate::text::ByCode;

words! {
    /// The person, and the talk's five points.
    PersonalWords {
        point: ByCode, item: ByCode, state: ByCode, point_rule: ByCode,
        to_do, not_stated: fn(usize) -> String, state_head, marks, held,
        told_not_counted, simulation, waiting: fn(usize) -> String,
        strategy, way: ByCode, missed: fn(&str) -> String, eular_target: fn(i64) -> String,
        partial_target: fn(&str) -> String, response_lost, worsening, relapse, active: fn(&str) -> String, pregnancy_weighs, major_organ,
        held_response: fn(&str) -> String, held_visits: fn(usize, &str) -> String, seen_once, nothing_due,
        above_low: fn(&str) -> String, at_low: fn(&str) -> String, no_steroid, opens: fn(&str, &str) -> String,
        not_yet: fn(&str, &str) -> String, glucocorticoid, immunosuppressant, nothing_left, renal_targets, activity_target,
        target_head, stopping, body_head, what_head, stance: ByCode, says_head, no_body_speaks, strategy_rule_up,
        strategy_rule_down, strategy_rule_unknown, not_counted: fn(&str) -> String, no_course, as_supposed, course_month: fn(i64) -> String,
        epices_questions: [&'static str; 11], question_head, answer_head, coefficient_head, adds_head, epices_start,
        epices_sum, epices_threshold: fn(&str) -> String, epices_young: fn(bool) -> String, epices_quintiles, epices_young_rule,
        voice, wishes, refusals, missing, pregnancy, treatments, background, life, around, caregivers, alexithymia,
        handed_over, support, pain, psychologist, dietitian, off_work, mdph, school, transition, options, preference,
        decision_aid, written_plan, resources, resources_key, resource_count: fn(usize, usize) -> String, address, trust: ByCode,
        no_qr, may_be_inverted, qr_too_small: fn(usize, usize) -> String, offline, page_language, pregnancy_test, care_agreement,
        said_on_file, missing_rule,
    }
}
