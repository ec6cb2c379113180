//! Names that tell a content.

use crate::File;
use sha2::{Digest, Sha256};

/// The digits of a name: servers and `rescue.js` know by them an address that never changes its content (docs/adr/0016).
const DIGITS: usize = 16;

/// Sixteen hexadecimal digits of the files, of their paths and of their contents, whatever their order.
pub fn hash<'a>(files: impl IntoIterator<Item = &'a File>) -> String {
    let mut files: Vec<&File> = files.into_iter().collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let mut hash = Sha256::new();
    for file in files {
        // A length before each part: no two sets of files give the same bytes.
        for part in [file.path.as_bytes(), &file.bytes] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    digits(&hash.finalize())
}

/// As many hexadecimal digits of a hash as a name has.
pub fn digits(hash: &[u8]) -> String {
    let bytes = hash.iter().take(DIGITS / 2);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_tells_paths_and_contents_and_not_their_order() {
        let of = |files: &[(&str, &str)]| {
            let files: Vec<File> = files
                .iter()
                .map(|&(path, text)| File::new(path, text))
                .collect();
            hash(&files)
        };
        let one = of(&[("a", "1"), ("b", "2")]);
        assert_eq!(one.len(), DIGITS);
        assert!(one.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert_eq!(one, of(&[("b", "2"), ("a", "1")]));
        for other in [
            of(&[("a", "1")]),
            of(&[("a", "1"), ("b", "3")]),
            of(&[("a", "1b"), ("", "2")]),
            of(&[("a1", ""), ("b", "2")]),
        ] {
            assert_ne!(one, other);
        }
    }
}
