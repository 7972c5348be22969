mod content;
mod laws;
mod vignettes;
