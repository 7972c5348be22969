mod compare;
mod content;
mod doses;
mod laws;
mod reach;
mod vignettes;
