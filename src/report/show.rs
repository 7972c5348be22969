use super::page::{Page, Shape};
use super::sheet::Sheet;
use super::{activity, answers, cited, common, damage, head, hypothesis, markdown, plain, safety, sources, taper};
use crate::text::Lang;

impl Sheet<'_> {
    /// The case as text of at most 80 columns, without escape sequences.
    pub fn text(&self, lang: Lang) -> String {
        plain::plain(&self.page(lang, Shape::Lines), lang)
    }

    /// The case as Markdown, with tables.
    pub fn markdown(&self, lang: Lang) -> String {
        markdown::markdown(&self.page(lang, Shape::Tables))
    }

    fn page(&self, lang: Lang, shape: Shape) -> Page {
        let mut page = Page::default();
        hypothesis::hypothesis(&mut page, self, lang);
        head::head(&mut page, self, lang);
        common::missing(&mut page, self, lang);
        common::warnings(&mut page, self, lang);
        safety::safety(&mut page, self, lang);
        common::common_ground(&mut page, self, lang);
        answers::side_by_side(&mut page, self, lang, shape);
        sources::labels(&mut page, self, lang);
        cited::facts(&mut page, self, lang);
        activity::activity(&mut page, self, lang);
        damage::damage(&mut page, self, lang);
        damage::person(&mut page, self, lang);
        taper::taper(&mut page, self, lang);
        sources::sources(&mut page, self, lang);
        page
    }
}
