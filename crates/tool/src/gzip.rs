//! Compressed tables, within bounds: a few kilobytes can pretend to be gigabytes.

use anyhow::{Context, Result, anyhow, bail};
use import::{Burst, inflated};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The most bytes of a table, compressed or not: ten million rows of fifty bytes.
pub const MAX_BYTES: u64 = 512 << 20;

/// The bytes of a file, decompressed if it is gzip.
///
/// # Errors
/// When the file cannot be read, is damaged or is too large.
pub fn read_table(path: &Path) -> Result<Vec<u8>> {
    let unreadable = || format!("Impossible de lire {}", path.display());
    let file = File::open(path).with_context(unreadable)?;
    if file.metadata().is_ok_and(|found| found.is_dir()) {
        bail!("{} est un dossier : donnez un fichier CSV", path.display());
    }
    let mut bytes = Vec::new();
    // One byte more tells that there is more.
    let read = file.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.with_context(unreadable)?;
    if bytes.len() as u64 > MAX_BYTES {
        bail!("{} {}", path.display(), too_large());
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        unzipped(&bytes).with_context(|| path.display().to_string())
    } else {
        Ok(bytes)
    }
}

/// Decompresses, and stops as soon as it becomes unreasonable.
fn unzipped(bytes: &[u8]) -> Result<Vec<u8>> {
    inflated(bytes, MAX_BYTES as usize).map_err(|burst| match burst {
        Burst::Damaged => anyhow!("fichier gzip abîmé : téléchargez-le à nouveau"),
        Burst::TooLarge => anyhow!("ce fichier gzip, une fois décompressé, {}", too_large()),
        Burst::Bomb => anyhow!(
            "ce fichier gzip se décompresse en plus de 200 fois sa taille : ce n'est pas un tableau. Vérifiez d'où il vient ; si c'en est un, donnez-le décompressé."
        ),
    })
}

fn too_large() -> String {
    format!(
        "dépasse {} Mo, le plus que cette commande lit. Découpez le tableau en plusieurs couches.",
        MAX_BYTES >> 20
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    fn zipped(bytes: &[u8], times: usize) -> Vec<u8> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        (0..times).for_each(|_| gzip.write_all(bytes).unwrap());
        gzip.finish().unwrap()
    }

    #[test]
    fn a_bomb_is_refused_before_it_bursts() {
        let bomb = zipped(&vec![b'a'; 1 << 20], 64);
        assert!(bomb.len() < 100_000);
        let said = format!("{:#}", unzipped(&bomb).unwrap_err());
        assert!(said.contains("ce n'est pas un tableau"), "{said}");
    }

    #[test]
    fn a_table_is_read_even_when_it_repeats_itself() {
        let rows = zipped("nom,type,lat,lon\nA,B,48.1,2\n".as_bytes(), 10_000);
        assert_eq!(unzipped(&rows).unwrap().len(), 280_000);
        let two = [zipped(b"a,b\n", 1), zipped(b"1,2\n", 1)].concat();
        assert_eq!(unzipped(&two).unwrap(), b"a,b\n1,2\n");
        assert!(unzipped(&rows[..rows.len() / 2]).is_err());
    }
}
