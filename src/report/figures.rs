use super::head::named;
use super::page::Page;
use super::sheet::Sheet;
use crate::clinic::FigureId;
use crate::text::Lang;
use crate::wording::figure::{self, At, plain};

impl<'a> Sheet<'a> {
    /// What its figures are told from.
    pub(super) fn at(&'a self, lang: Lang) -> At<'a> {
        At::new(self.case, self.today, &self.facts, &self.table, lang).masked(self.masked)
    }
}

/// The figures of a panel, each by its name.
pub(super) fn figures(page: &mut Page, at: &At, ids: &[FigureId]) {
    for id in ids {
        let rows = figure::told(*id, at);
        let mut rows = rows.iter().map(plain);
        let first = rows.next().unwrap_or_default();
        page.item(0, named(at.lang, figure::name(*id, at.words), &first));
        page.items(1, rows);
    }
}
