//! Every screen that is not a case: what it shows, in which style, in both languages, at every size.
