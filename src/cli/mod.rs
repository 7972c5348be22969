//! Arguments, terminal, clock, effects, exit codes. Decides nothing.

mod check;
mod new;
mod schema;

pub use check::{Print, check};
pub use new::new;
pub use schema::{print_schema, schema};

/// Runs the program with the process's arguments.
pub fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
