mod compare;
mod content;
mod doses;
mod facts;
mod laws;
mod milestones;
mod reach;
mod vignettes;
