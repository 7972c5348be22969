//! Documents worth sending, from one model: the sheet of a case, minutes of a meeting, the letter to the requester, the
//! patient's plan; as text, Markdown, HTML, PDF and Word. The same bytes for the same input: no clock is read, no id is drawn.

mod chart;
mod docx;
mod html;
mod letter;
mod minutes;
mod pdf;
mod plan;
mod plan_order;
mod sheet;
mod source;

use chrono::{DateTime, Utc};

pub use minutes::Minutes;
pub use source::{Papers, letters, weight_then};

use super::page::{Block, Page};
use super::{markdown, plain};
use crate::domain::PaperForm;
use crate::text::{Lang, Veil, words};

/// How large its letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// For who reads a dozen of them: 8.2 points.
    Small,
    /// A letter's: 10.5 points.
    Usual,
    /// For every eye: 13 points.
    Large,
}

impl Letters {
    /// Their size in points.
    pub(super) const fn points(self) -> f32 {
        match self {
            Self::Small => 8.2,
            Self::Usual => 10.5,
            Self::Large => 13.0,
        }
    }
}

/// A document before it has a form.
#[derive(Debug)]
pub struct Document {
    /// Its language.
    lang: Lang,
    /// What it is and of what: on top of every page.
    name: String,
    /// Its version and its state: on top of every page.
    stamp: String,
    /// Why it is not to be taken for the last word: on top of every page.
    caution: Option<String>,
    /// At the foot of every page.
    foot: String,
    /// The moment it stands for.
    at: DateTime<Utc>,
    letters: Letters,
    page: Page,
    /// What its file is called, without its ending.
    file: String,
}

/// The number that an item begins with, and the rest of it; none where it begins with none.
pub(super) fn numbered(text: &str) -> Option<(&str, &str)> {
    text.split_once(". ").filter(|(number, _)| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

/// The text with a capital at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Unmade {
    /// A font that ships with the program cannot be read.
    #[error("a font of the program cannot be read")]
    Font,
    /// The PDF library refused.
    #[error("the PDF library refused: {0}")]
    Pdf(String),
    /// The Word library refused.
    #[error("the Word library refused: {0}")]
    Word(String),
}

impl Document {
    /// The document in a form.
    ///
    /// # Errors
    /// Where a library could not make it, which is a fault of the program.
    pub fn written(&self, form: PaperForm) -> Result<Vec<u8>, Unmade> {
        Ok(match form {
            PaperForm::Text => plain::plain(&self.in_line(), self.lang).into_bytes(),
            PaperForm::Markdown => markdown::markdown(&self.in_line()).into_bytes(),
            PaperForm::Html => html::html(self).into_bytes(),
            PaperForm::Pdf => pdf::pdf(self)?,
            PaperForm::Docx => docx::docx(self)?,
        })
    }

    /// How many pages its PDF has.
    ///
    /// # Errors
    /// Where a font cannot be read.
    pub fn pages(&self) -> Result<usize, Unmade> {
        pdf::pages(self)
    }

    /// What its file is called in a form: the same name for the same version.
    pub fn file_name(&self, form: PaperForm) -> String {
        format!("{}.{}", self.file, form.ending())
    }

    /// The same with names covered.
    #[must_use]
    pub fn veiled(mut self, veil: &Veil) -> Self {
        self.page = self.page.retold(&|text| veil.veiled(text));
        self.foot = veil.veiled(&self.foot);
        self
    }

    /// The page with what stands on top and at the foot of every page within it, for forms that have no pages.
    fn in_line(&self) -> Page {
        let mut page = Page::default();
        let mut blocks = self.page.blocks().iter().cloned().peekable();
        if let Some(Block::Title(title)) = blocks.peek() {
            page.title(title.clone());
            blocks.next();
        }
        page.paragraph(self.stamp.clone());
        if let Some(caution) = &self.caution {
            page.notice(caution.clone());
        }
        page.extend(blocks);
        page.note(self.foot.clone());
        page
    }

    /// `page 1 / 2`.
    fn page_said(&self, page: usize, pages: usize) -> String {
        (words(self.lang).documents.page)(page, pages)
    }
}
