//! Pure medicine: equations, scores, doses, each with its source. Never reads a clock or a file.
