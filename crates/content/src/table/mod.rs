//! Tables as people hand them over: which kind of file, which encoding, which separator, and its rows with the lines they take.

mod encoding;
mod format;
mod records;
mod separator;
#[cfg(test)]
mod tests;

pub use encoding::{Decoded, Encoding, decode, decode_as};
pub use format::Foreign;
pub use records::{Quoting, Record, Records};
pub use separator::Separator;

use anyhow::{Result, bail};

/// The text of a table.
///
/// # Errors
/// When the bytes are those of a workbook, an archive or anything else that is not text: the error names it and says what to do.
pub fn open(bytes: &[u8]) -> Result<Decoded<'_>> {
    if let Some(foreign) = Foreign::of(bytes) {
        bail!("ce n'est pas un tableau CSV mais {foreign}");
    }
    let decoded = decode(bytes);
    let titles = decoded.text.lines().next().unwrap_or_default();
    if titles.contains('\0') {
        bail!("ce n'est pas un tableau CSV mais {}", Foreign::Binary);
    }
    Ok(decoded)
}
