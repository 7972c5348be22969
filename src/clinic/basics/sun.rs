use super::BasicsFound;
use crate::clinic::dosing::first_taken;
use crate::clinic::immunosuppression::IMMUNOSUPPRESSANTS;
use crate::domain::{BasicsItem, Case, Day, Drug};

pub(super) fn found(case: &Case, item: BasicsItem, day: Day) -> Option<BasicsFound> {
    const FROM: &str = "treatments";
    match item {
        BasicsItem::S3 => first_taken(case, &[Drug::VitaminD], day).map(|_| BasicsFound::ok(FROM)),
        // A yearly look at the skin under immunosuppression.
        BasicsItem::S5 if case.treatments.is_empty() => None,
        BasicsItem::S5 => {
            first_taken(case, &IMMUNOSUPPRESSANTS, day).is_none().then_some(BasicsFound::not_applicable(FROM))
        }
        _ => None,
    }
}
