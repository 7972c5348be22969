//! Arguments, terminal, clock, effects, exit codes. Decides nothing.

mod check;

pub use check::{Print, check};

/// Runs the program with the process's arguments.
pub fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
