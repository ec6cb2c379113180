//! Valid files to damage: small ones that the tool made of the made-up content, and those that failed once.

use content::points::{PointsRequest, make_points};
use content::{Gazetteer, read_content};
use model::data::named::encode_named;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs};
use tool::{build, read_folder};

/// A file of `tests/fixtures`.
pub fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(path)
}

/// The valid inputs of a target.
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    files(&fixture("fuzz").join(target))
        .into_iter()
        .map(|(_, bytes)| bytes)
        .collect()
}

/// The inputs that made a target fail, before it was mended.
pub fn regressions(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    files(&fixture("fuzz/regressions").join(target))
}

/// The files of a folder, by name; none when there is no folder.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

/// The names of places.
pub static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let read = |name: &str| fs::read(fixture("geodata").join(name)).unwrap();
    Gazetteer::read(&read("gazetteer.tsv")[..], &read("territories.json")[..]).unwrap()
});

/// Writes the binary part of the corpus again when LEVIERS_UPDATE_GOLDEN is set: formats have versions.
pub fn write_if_asked() {
    if env::var_os("LEVIERS_UPDATE_GOLDEN").is_none() {
        return;
    }
    let write = |path: &str, bytes: &[u8]| {
        let path = fixture("fuzz").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    let content = read_content(
        &read_folder(&fixture("content")).unwrap(),
        "content",
        &GAZETTEER,
    );
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz-corpus");
    build(&content, &out, "").unwrap();
    let built = |path: &str| fs::read(out.join(path)).unwrap();
    write("catalogue/catalogue.bin", &built("catalogue.bin"));
    write(
        "sheet/initiative.bin",
        &built("fr/initiatives/jardin-des-lilas.bin"),
    );
    write("sheet/lever.bin", &built("en/leviers/foncier.bin"));
    let former = "insee\tnom\tcommune\n";
    let other = "kind\tcode\thow\tname\n";
    let names = GAZETTEER.directory(former.as_bytes(), other.as_bytes());
    let names = find::split(names.unwrap(), |_| false);
    write("directory/first.bin", &names.first.encode().unwrap());
    let (_, shard) = names.others.last_key_value().unwrap();
    write("directory/other.bin", &shard.encode().unwrap());
    let sheets = tool::find::named(&content, model::Lang::Fr);
    let named = encode_named(&sheets).unwrap();
    write("named/sheets.bin", &named);
    let basemap = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/basemap");
    for name in ["communes-75.bin", "communes-976.bin"] {
        write(
            &format!("basemap/{name}"),
            &fs::read(basemap.join(name)).unwrap(),
        );
    }
    let table = fs::read(fixture("points/good.csv")).unwrap();
    let request = PointsRequest {
        title: "Essai".into(),
        credit: "Nous, LO 2.0".into(),
        ..PointsRequest::default()
    };
    let made = make_points(&table, "good.csv", &request, &GAZETTEER).unwrap();
    for file in made.layer.unwrap().1 {
        let target = file.name.split(['-', '.']).next().unwrap();
        write(&format!("{target}/{}", file.name), &file.bytes);
    }
}
