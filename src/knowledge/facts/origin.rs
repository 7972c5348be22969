//! Where each fact comes from: the case file says it, or it follows from other facts. Every fact has its line here.

use super::POOR_PROGNOSIS;
use crate::knowledge::{Datum, FactId};

/// Where a fact comes from.
enum Origin {
    /// The case file: what would settle it where it is not known.
    File(Datum),
    /// These facts: who supposes one of them hears it here. The first is what it hangs on most.
    Facts(&'static [FactId]),
}

impl FactId {
    /// The facts of the case file that it follows from; itself where the file says it.
    pub fn roots(self) -> Vec<Self> {
        let Origin::Facts(others) = self.origin() else { return vec![self] };
        let mut roots: Vec<Self> = others.iter().flat_map(|other| other.roots()).collect();
        roots.sort_unstable();
        roots.dedup();
        roots
    }

    /// What would settle it where the case file answers by saying nothing: no day of a response, a list without the drug.
    pub(super) fn settled_by(self) -> Datum {
        match self.origin() {
            Origin::File(datum) => datum,
            Origin::Facts(others) => others.first().map_or(Datum::Stated, |first| first.settled_by()),
        }
    }

    #[expect(clippy::too_many_lines, reason = "a closed list: the compiler asks for the line that is forgotten")]
    fn origin(self) -> Origin {
        use Datum as D;
        use FactId as F;
        use Origin::{Facts, File};
        match self {
            F::Class => File(D::Class),
            F::Proliferative | F::PureV | F::MixedV | F::ClassIOrII | F::ClassVI => Facts(&[F::Class]),
            F::ActiveNephritis => Facts(&[F::Class, F::InResponse, F::ChronicOnly]),
            F::ChronicOnly => File(D::Lesions),
            F::ActivityIndex => File(D::ActivityIndex),
            F::ChronicityIndex => File(D::ChronicityIndex),
            F::Crescents => File(D::Crescents),
            F::Necrosis => File(D::Necrosis),
            F::SevereInterstitialInflammation => File(D::InterstitialInflammation),
            F::SubstantialFibrosis => File(D::Fibrosis),
            F::PodocyteEffacement => File(D::PodocyteEffacement),
            F::Tma => File(D::Tma),
            F::Biopsied | F::Rebiopsied => File(D::Biopsy),
            F::AnyCrescents => Facts(&[F::Crescents]),
            F::ChronicityWithActivity => Facts(&[F::ChronicityIndex, F::ActivityIndex]),

            F::Proteinuria | F::BaselineProteinuria => File(D::Upcr),
            F::Egfr | F::BaselineEgfr => File(D::Creatinine),
            F::PreflareEgfr => File(D::Preflare),
            F::Albumin => File(D::Albumin),
            F::Igg | F::IggOnRecord => File(D::Igg),
            F::Adamts13 => File(D::Adamts13),
            F::Platelets => File(D::Platelets),
            F::Schistocytes => File(D::Schistocytes),
            F::Systolic | F::Diastolic | F::PressureRaisedTwice => File(D::BloodPressure),
            F::UacrDoubled => File(D::Uacr),
            F::Potassium => File(D::Potassium),
            F::HaematuriaOrCasts | F::ExtrarenalQuiet => File(D::Sledai),
            F::RapidlyProgressive => File(D::RapidlyProgressive),
            F::Worsening => File(D::Worsening),
            F::OnDialysis | F::Transplanted => File(D::Replacement),
            F::NephroticRange => Facts(&[F::Proteinuria]),
            F::NephroticAtStart => Facts(&[F::BaselineProteinuria, F::Proteinuria]),
            F::LowFiltration => Facts(&[F::BaselineEgfr, F::Egfr]),
            F::EgfrFall | F::ImpairedFunction => Facts(&[F::Egfr]),
            F::HighCkdRisk => Facts(&[F::Egfr, F::SubstantialFibrosis]),
            F::KidneyFailure | F::NearKidneyFailure => Facts(&[F::Egfr, F::OnDialysis, F::Transplanted]),
            F::PoorPrognosis => Facts(&POOR_PROGNOSIS),

            F::Age => File(D::Born),
            F::Child => Facts(&[F::Age]),
            F::Male => File(D::Sex),
            F::Weight => File(D::Weight),
            F::ExtrarenalActivity | F::ExtrarenalModerateSevere => File(D::Extrarenal),
            F::FirstFlare => File(D::Flares),
            F::PreviousFlare | F::RepeatedFlares => Facts(&[F::FirstFlare]),
            F::FailedCourses => File(D::FailedCourses),
            F::MonthsSinceDamageReview => File(D::DamageReviewed),

            F::TreatmentStarted | F::MonthsSinceStart => File(D::Started),
            F::InResponse | F::MonthsSinceResponse => File(D::Response),
            F::InCompleteResponse | F::MonthsSinceCompleteResponse => File(D::CompleteResponse),
            F::Rescue => File(D::Rescue),
            F::QuietMonths => Facts(&[F::MonthsSinceCompleteResponse, F::ActiveNephritis]),
            F::InadequateByEular => {
                Facts(&[F::MonthsSinceStart, F::InResponse, F::Proteinuria, F::BaselineProteinuria])
            }
            F::InadequateByAcr | F::InadequateByKdigo => Facts(&[
                F::MonthsSinceStart,
                F::InResponse,
                F::Proteinuria,
                F::BaselineProteinuria,
                F::Egfr,
                F::BaselineEgfr,
            ]),
            F::InPartialResponse => Facts(&[F::InResponse, F::InCompleteResponse, F::InadequateByAcr]),
            F::Relapse => Facts(&[F::InResponse, F::Worsening, F::ActiveNephritis, F::Proteinuria]),
            F::Refractory => Facts(&[F::FailedCourses, F::InResponse, F::ActiveNephritis]),

            F::OnHydroxychloroquine
            | F::OnRaasBlocker
            | F::OnMycophenolate
            | F::OnCyclophosphamide
            | F::OnBelimumab
            | F::OnCni
            | F::OnAntiCd20
            | F::CyclophosphamideToFollow
            | F::MonthsOffTeratogen
            | F::Prednisone
            | F::MonthsOffGlucocorticoid
            | F::MonthsOnHcq
            | F::HaemodynamicDrugStarted
            | F::UnderImmunosuppression => File(D::Treatments),
            F::HcqDaily
            | F::HcqPerKilo
            | F::SteroidDaily
            | F::DaysAbove15
            | F::DaysFrom2Point5
            | F::MycophenolateDaily => File(D::Dose),
            F::MonthsSinceEyeExam => File(D::EyeExam),
            F::RaasBlockerAtMaximum => File(D::RaasiAtMaximum),
            F::OffGlucocorticoid => Facts(&[F::Prednisone]),
            F::OnTeratogen => Facts(&[F::OnMycophenolate, F::OnCyclophosphamide, F::OnRaasBlocker]),
            F::DualRegimen | F::TripleRegimen => {
                Facts(&[F::OnMycophenolate, F::OnCyclophosphamide, F::OnBelimumab, F::OnCni, F::OnAntiCd20])
            }
            F::Immunosuppressed => Facts(&[F::OffGlucocorticoid, F::OnMycophenolate, F::ActiveNephritis]),

            F::Pregnant | F::Postpartum | F::Breastfeeding | F::MayConceive => File(D::PregnancyStatus),
            F::PregnancyWish => File(D::PregnancyWish),
            F::NoContraception | F::OestrogenContraception => File(D::Contraception),
            F::CareAgreementInForce => File(D::CareAgreement),
            F::PregnancyTestLacking => File(D::PregnancyTest),
            F::PregnancyWeeks => File(D::PregnancyWeeks),
            F::FetalEchoPlanned => File(D::FetalEcho),
            F::FertilityOnRecord => File(D::Fertility),

            F::Hypertension
            | F::Diabetes
            | F::HeartFailure
            | F::Aps
            | F::RecentInfection
            | F::Multimorbidity
            | F::SulfaAllergy
            | F::MacularDisease => File(D::Comorbidities),
            F::PoorAdherence => File(D::Adherence),
            F::CyclophosphamideBefore | F::CyclophosphamideLifetime | F::CyclophosphamideAfter => {
                File(D::CyclophosphamideBefore)
            }
            F::MycophenolateIntolerance => File(D::MycophenolateIntolerance),
            F::CyclophosphamideUnfit => File(D::CyclophosphamideUnfit),
            F::CombinationUnavailable => File(D::CombinationUnavailable),
            F::HydroxychloroquineContraindicated | F::HcqContraindicationOnRecord => {
                File(D::HydroxychloroquineContraindicated)
            }
            F::AplPositive | F::AplHighRisk | F::AplTriplePositive => File(D::Apl),
            F::AntiSsaPositive => File(D::AntiSsa),
            F::ThiopurineOnRecord | F::ThiopurinePoor => File(D::Tpmt),
            F::HepatitisBOnRecord => File(D::HepatitisB),
            F::PjpOnRecord => File(D::Pjp),
            F::FractureRiskOnRecord => File(D::FractureRisk),
            F::LiveVaccinePlanned => File(D::LiveVaccine),
            F::InfluenzaVaccineDue => File(D::Influenza),
            F::PneumococcusVaccineMissing => File(D::Pneumococcus),
            F::ZosterVaccineMissing => File(D::Zoster),
            F::HpvVaccineMissing => File(D::Hpv),
        }
    }
}
