use crate::domain::{DsDnaAssay, HcqMatrix, InterferonResult, TuftShare};

pub(super) fn dsdna_assay(entry: DsDnaAssay) -> &'static str {
    match entry {
        DsDnaAssay::Farr => "Farr assay",
        DsDnaAssay::Clift => "Crithidia luciliae (CLIFT)",
        DsDnaAssay::Elisa => "ELISA",
        DsDnaAssay::Feia => "FEIA",
    }
}

pub(super) fn hcq_matrix(entry: HcqMatrix) -> &'static str {
    match entry {
        HcqMatrix::WholeBlood => "whole blood",
        HcqMatrix::Serum => "serum",
        HcqMatrix::Plasma => "plasma",
    }
}

pub(super) fn interferon(entry: InterferonResult) -> &'static str {
    match entry {
        InterferonResult::High => "high",
        InterferonResult::Low => "low",
    }
}

pub(super) fn tuft(entry: TuftShare) -> &'static str {
    match entry {
        TuftShare::Segmental => "segmental",
        TuftShare::Global => "global",
    }
}
