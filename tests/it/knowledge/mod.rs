mod compare;
mod content;
mod doses;
mod facts;
pub mod fourth;
mod laws;
mod milestones;
mod reach;
mod vignettes;
