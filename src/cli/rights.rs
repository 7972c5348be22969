//! Who can read a file.

use std::fs::File;
use std::io;

/// Whether the rights of this open file let others than its owner in. A pipe has its own readers.
///
/// # Errors
/// When the system does not tell.
#[cfg(unix)]
pub fn is_open_to_others(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::{FileTypeExt, MetadataExt};
    let data = file.metadata()?;
    let is_pipe = data.file_type().is_fifo() || data.file_type().is_socket();
    Ok(!is_pipe && data.mode() & 0o077 != 0)
}

/// Whether the rights of this open file let others in, as far as this system writes rights that way.
///
/// # Errors
/// None here.
#[cfg(not(unix))]
pub fn is_open_to_others(_: &File) -> io::Result<bool> {
    Ok(false)
}
