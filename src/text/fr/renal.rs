use crate::domain::{DsDnaAssay, HcqMatrix, InterferonResult, TuftShare};

pub(super) fn dsdna_assay(entry: DsDnaAssay) -> &'static str {
    match entry {
        DsDnaAssay::Farr => "test de Farr",
        DsDnaAssay::Clift => "Crithidia luciliae (CLIFT)",
        DsDnaAssay::Elisa => "ELISA",
        DsDnaAssay::Feia => "FEIA",
    }
}

pub(super) fn hcq_matrix(entry: HcqMatrix) -> &'static str {
    match entry {
        HcqMatrix::WholeBlood => "sang total",
        HcqMatrix::Serum => "sérum",
        HcqMatrix::Plasma => "plasma",
    }
}

pub(super) fn interferon(entry: InterferonResult) -> &'static str {
    match entry {
        InterferonResult::High => "élevé",
        InterferonResult::Low => "bas",
    }
}

pub(super) fn tuft(entry: TuftShare) -> &'static str {
    match entry {
        TuftShare::Segmental => "segmentaire",
        TuftShare::Global => "globale",
    }
}
