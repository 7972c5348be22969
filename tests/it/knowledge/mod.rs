mod content;
mod vignettes;
