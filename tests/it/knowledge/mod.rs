mod compare;
mod content;
mod doses;
mod facts;
mod laws;
mod reach;
mod vignettes;
