//! Cases that come in: a new one, a laboratory's table, files that change, what is awaited.

mod chase;
mod form;
mod labs;
mod number;
mod reload;
