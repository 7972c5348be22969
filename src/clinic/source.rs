/// How well a rule's wording was checked (activity.md and damage.md, "How to read the marks").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Checked {
    /// Read in the source itself.
    Primary,
    /// Read in a page that quotes the source.
    Secondary,
    /// From memory, not read.
    Memory,
    /// A proposal of this program, from no source.
    Proposal,
}

impl Checked {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Memory => "memory",
            Self::Proposal => "proposal",
        }
    }
}

/// Where a score or rule comes from, for "from what?" on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Short name with its year.
    pub name: &'static str,
    /// Where it was published: DOI, PMID or journal reference.
    pub reference: &'static str,
    /// How well its wording was checked.
    pub checked: Checked,
}
