//! Statistics: the mathematics against published vectors, the catalogue against a ledger whose truth is known.

mod catalogue;
mod maths;
