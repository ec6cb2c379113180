//! Files made for the purpose, each of a kind that people hand over, and all that is told of each. LEVIERS_UPDATE_GOLDEN=1 writes again what is
//! expected: read the difference.

use crate::support::{counts, summary};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

#[test]
fn every_made_file_is_told_as_expected() {
    let update = env::var_os("LEVIERS_UPDATE_GOLDEN").is_some();
    let mut paths: Vec<PathBuf> = fs::read_dir(folder("made"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(paths.len() > 30);
    for path in paths {
        let name = path.file_name().unwrap().to_str().unwrap();
        let found = summary(&fs::read(&path).unwrap());
        let [read, placed, aside, blank] = counts(&found);
        assert_eq!(read, placed + aside + blank, "{name}");
        let text = format!("{found:#}\n");
        let expected = folder("expected").join(format!("{name}.json"));
        if update {
            fs::create_dir_all(folder("expected")).unwrap();
            fs::write(&expected, text).unwrap();
        } else {
            let expected = fs::read_to_string(&expected).unwrap_or_default();
            assert!(
                text == expected,
                "{name} (LEVIERS_UPDATE_GOLDEN=1 writes it again): {text}"
            );
        }
    }
}
