//! What is on disk after an interruption, on a full disk, and when two commands write at once: the former result or the new one.

use crate::real::{leviers, printed};
use crate::support::{copy, folder};
use model::data::points::Layer;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// Every file of a folder and those inside, hidden ones too.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let inside = |path: PathBuf| match path.is_dir() {
        true => files(&path),
        false => BTreeMap::from([(path.clone(), fs::read(path).unwrap())]),
    };
    let entries = fs::read_dir(folder).unwrap();
    entries
        .flat_map(|entry| inside(entry.unwrap().path()))
        .collect()
}

/// A table of points of the same name.
fn table(path: &Path, name: &str, rows: usize) {
    let row = |row: usize| {
        format!(
            "{name} {row};T;48.{:04};2.{:04}\n",
            row % 9000,
            row / 7 % 9000
        )
    };
    let rows: String = (0..rows).map(row).collect();
    fs::write(path, format!("nom;type;lat;lon\n{rows}")).unwrap();
}

fn points(table: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leviers"));
    command.arg("points").arg(table).arg("--out").arg(out);
    command.args(["--id", "essai", "--title", "Essai", "--credit", "Nous"]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The first word of all names of the layer, which must be whole.
fn whole(folder: &Path) -> String {
    let read = |name: &str| fs::read(folder.join(name)).unwrap();
    let layer = Layer::decode(&read("layer.bin")).unwrap();
    assert_eq!(
        layer.columns(&read("points.bin")).unwrap().len(),
        layer.points as usize
    );
    let blocks = (0..layer.blocks()).map(|block| {
        let file = read(&format!("names-{block}.bin"));
        let names = layer.names(block, &file).unwrap();
        names[0].split(' ').next().unwrap().to_owned()
    });
    let mut words: Vec<String> = blocks.collect();
    assert_eq!(fs::read_dir(folder).unwrap().count(), 2 + words.len());
    words.dedup();
    assert_eq!(words.len(), 1, "{words:?}");
    words.remove(0)
}

fn hidden(folder: &Path) -> Vec<PathBuf> {
    let hidden = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with('.');
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries.filter(hidden).collect()
}

fn ended(mut child: Child) -> bool {
    child.wait().unwrap().success()
}

#[test]
fn an_interrupted_layer_leaves_the_former_one_whole() {
    let out = folder("killed");
    fs::create_dir_all(&out).unwrap();
    let (old, new) = (out.join("old.csv"), out.join("new.csv"));
    table(&old, "Ancien", 3000);
    table(&new, "Nouveau", 20_000);
    assert!(points(&old, &out).status().unwrap().success());
    for run in 0..24 {
        let mut child = points(&new, &out).spawn().unwrap();
        sleep(Duration::from_millis(run * 10));
        child.kill().unwrap();
        child.wait().unwrap();
        // The last ones may have been quick enough.
        assert!(["Ancien", "Nouveau"].contains(&whole(&out.join("essai")).as_str()));
    }
    assert!(points(&old, &out).status().unwrap().success());
    assert_eq!(whole(&out.join("essai")), "Ancien");
    assert_eq!(
        hidden(&out),
        Vec::<PathBuf>::new(),
        "leftovers are removed by the next run"
    );
}

#[test]
fn two_layers_at_once_leave_one_whole() {
    let out = folder("at-once");
    fs::create_dir_all(&out).unwrap();
    let tables = ["Un", "Deux", "Trois"].map(|name| {
        let path = out.join(name).with_extension("csv");
        table(&path, name, 8000);
        path
    });
    let children: Vec<Child> = tables
        .iter()
        .map(|table| points(table, &out).spawn().unwrap())
        .collect();
    assert!(children.into_iter().all(ended));
    assert!(["Un", "Deux", "Trois"].contains(&whole(&out.join("essai")).as_str()));
    assert_eq!(hidden(&out), Vec::<PathBuf>::new());
}

#[test]
fn what_a_former_version_left_half_written_is_replaced() {
    let out = folder("half-written");
    fs::create_dir_all(out.join("essai")).unwrap();
    for name in ["names-0.bin", "names-1.bin.tmp", "points.bin"] {
        fs::write(out.join("essai").join(name), "half").unwrap();
    }
    fs::create_dir_all(out.join(".essai.123456.tmp/x")).unwrap();
    let path = out.join("t.csv");
    table(&path, "Seul", 10);
    assert!(points(&path, &out).status().unwrap().success());
    assert_eq!(whole(&out.join("essai")), "Seul");
    assert_eq!(hidden(&out), Vec::<PathBuf>::new());
}

#[test]
fn a_layer_that_does_not_change_keeps_its_date() {
    let out = folder("same-layer");
    fs::create_dir_all(&out).unwrap();
    let path = out.join("t.csv");
    table(&path, "Seul", 10);
    let date = |name: &str| {
        fs::metadata(out.join("essai").join(name))
            .unwrap()
            .modified()
            .unwrap()
    };
    assert!(points(&path, &out).status().unwrap().success());
    let dates = [date("layer.bin"), date("points.bin")];
    sleep(Duration::from_millis(20));
    assert!(points(&path, &out).status().unwrap().success());
    assert_eq!([date("layer.bin"), date("points.bin")], dates);
}

/// The made-up content with the pages that the foot of every page leads to, and where to write.
fn site(name: &str) -> (PathBuf, PathBuf) {
    let content = copy(name);
    for page in [
        "donnees-ouvertes",
        "a-propos",
        "accessibilite",
        "mentions-legales",
    ] {
        let path = content.join("pages").join(page).with_extension("md");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(
            path,
            "+++\ntitle = \"T\"\ndescription = \"D\"\n+++\n\n## A\n\nDu texte.\n",
        )
        .unwrap();
    }
    let out = folder(&format!("{name}-out"));
    (content, out)
}

fn build(content: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leviers"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    command.arg("build").arg(content).arg(out.join("data"));
    command.arg("--pages").arg(out.join("pages"));
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// One content, then another that has more of everything.
fn renamed(content: &Path) {
    let sheet = content.join("initiatives/jardin-des-lilas.md");
    let text = fs::read_to_string(&sheet).unwrap();
    fs::write(
        sheet,
        text.replace("Le Jardin des Lilas", "Le Jardin des Roses"),
    )
    .unwrap();
}

#[test]
fn files_that_do_not_change_keep_their_date_and_obsolete_ones_go() {
    let (content, out) = site("dates");
    assert!(build(&content, &out).status().unwrap().success());
    let date = |name: &str| fs::metadata(out.join(name)).unwrap().modified().unwrap();
    let kept = [
        "data/leviers.csv",
        "pages/leviers/scic/index.html",
        "data/fr/leviers/scic.bin",
    ];
    let before: Vec<SystemTime> = kept.iter().map(|name| date(name)).collect();
    let catalogue = date("data/catalogue.bin");
    fs::write(out.join("data/fr/leviers/don.bin"), "obsolete").unwrap();
    fs::write(out.join("data/catalogue.bin.tmp"), "half").unwrap();
    fs::create_dir_all(out.join("data/.99999.tmp/fr")).unwrap();
    sleep(Duration::from_millis(20));
    renamed(&content);
    assert!(build(&content, &out).status().unwrap().success());
    let after: Vec<SystemTime> = kept.iter().map(|name| date(name)).collect();
    assert_eq!(before, after);
    assert!(date("data/catalogue.bin") > catalogue);
    for gone in [
        "data/fr/leviers/don.bin",
        "data/catalogue.bin.tmp",
        "data/.99999.tmp",
    ] {
        assert!(!out.join(gone).exists(), "{gone}");
    }
}

#[test]
fn two_builds_at_once_leave_one_whole() {
    let (content, out) = site("build-at-once");
    let (other, other_out) = site("build-at-once-other");
    renamed(&other);
    assert!(build(&content, &other_out).status().unwrap().success());
    let one = files(&other_out);
    assert!(build(&other, &other_out).status().unwrap().success());
    let two = files(&other_out);
    assert_ne!(one, two);
    let children: Vec<Child> = [&content, &other, &content, &other]
        .map(|content| build(content, &out).spawn().unwrap())
        .into();
    assert!(children.into_iter().all(ended));
    let moved = |files: BTreeMap<PathBuf, Vec<u8>>| -> BTreeMap<PathBuf, Vec<u8>> {
        let inside = |path: PathBuf| out.join(path.strip_prefix(&other_out).unwrap());
        files
            .into_iter()
            .map(|(path, bytes)| (inside(path), bytes))
            .collect()
    };
    let found = files(&out);
    assert!(found == moved(one) || found == moved(two));
}

#[test]
fn an_interrupted_build_leaves_whole_files_and_is_finished_by_the_next() {
    let (content, out) = site("build-killed");
    let (other, other_out) = site("build-killed-other");
    renamed(&other);
    assert!(build(&other, &other_out).status().unwrap().success());
    let begun = Instant::now();
    assert!(build(&content, &out).status().unwrap().success());
    let whole = begun.elapsed();
    let inside = |root: &Path| -> BTreeMap<PathBuf, Vec<u8>> {
        let inside = |path: PathBuf| path.strip_prefix(root).unwrap().to_owned();
        let all = files(root)
            .into_iter()
            .map(|(path, bytes)| (inside(path), bytes));
        all.filter(|(path, _)| !path.to_str().unwrap().contains("/."))
            .collect()
    };
    let (old, new) = (inside(&out), inside(&other_out));
    for run in 1..10 {
        let mut child = build(&other, &out).spawn().unwrap();
        sleep(whole * run / 9);
        child.kill().unwrap();
        child.wait().unwrap();
        let found = inside(&out);
        assert!(found.keys().eq(old.keys()));
        for (path, bytes) in &found {
            assert!(
                [&old[path], &new[path]].contains(&bytes),
                "{}",
                path.display()
            );
        }
    }
    assert!(build(&content, &out).status().unwrap().success());
    assert_eq!(inside(&out), old);
    assert!(hidden(&out.join("data")).is_empty() && hidden(&out.join("pages")).is_empty());
}

#[test]
fn a_basemap_that_cannot_be_compiled_leaves_the_former_one() {
    let folder = folder("basemap");
    let (source, out) = (folder.join("in"), folder.join("out"));
    fs::create_dir_all(&source).unwrap();
    let town = |name: &str| {
        format!(
            r#"{{"type":"Topology","arcs":[],"objects":{{"places":{{"type":"GeometryCollection","geometries":[
            {{"type":"Point","coordinates":[0.5,0.5],"properties":{{"kind":"town","code":"02001","name":"{name}","population":12}}}}]}}}}}}"#
        )
    };
    let compile = |files: &str| {
        fs::write(source.join("files.tsv"), files).unwrap();
        leviers(&["basemap", source.to_str().unwrap(), out.to_str().unwrap()])
    };
    fs::write(source.join("a.topojson"), town("Bourg")).unwrap();
    let output = compile("a\t20\tNous\n");
    assert!(output.status.success(), "{}", printed(&output));
    let before = files(&out);
    assert_eq!(before.len(), 1);
    fs::write(source.join("a.topojson"), town("Ville")).unwrap();
    assert!(!compile("a\t20\tNous\nb\t20\tNous\n").status.success());
    assert_eq!(files(&out), before);
    fs::write(out.join("former.bin"), "obsolete").unwrap();
    assert!(compile("a\t20\tNous\n").status.success());
    let after = files(&out);
    assert!(after != before && after.keys().eq(before.keys()));
}

/// A full disk is a small one, mounted for the command alone. `None` where this is not allowed.
fn on_a_small_disk(script: &str, arguments: &[&Path]) -> Option<(bool, String)> {
    let unshare = |script: &str, arguments: &[&Path]| {
        let mut command = Command::new("unshare");
        command.args([
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            script,
            "sh",
        ]);
        command.args(arguments).output()
    };
    let allowed = unshare("mount -t tmpfs -o size=300k none /mnt", &[]);
    if !allowed.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: no disk can be mounted here");
        return None;
    }
    let script = format!("mount -t tmpfs -o size=400k none /mnt && {script}");
    let output = unshare(&script, arguments).unwrap();
    Some((output.status.success(), printed(&output)))
}

#[test]
fn a_full_disk_leaves_the_former_layer_and_is_said() {
    let out = folder("full-disk");
    fs::create_dir_all(&out).unwrap();
    let (old, new) = (out.join("old.csv"), out.join("new.csv"));
    table(&old, "Ancien", 600);
    table(&new, "Nouveau", 20_000);
    let script = "
        made() { \"$1\" points \"$2\" --id essai --title T --credit C --out /mnt; }
        made \"$1\" \"$2\" >/dev/null || exit 1
        made \"$1\" \"$3\" && exit 2
        ls -A /mnt
        cp -r /mnt/essai \"$4\"";
    let program = Path::new(env!("CARGO_BIN_EXE_leviers"));
    let kept = out.join("kept");
    let Some((done, said)) = on_a_small_disk(script, &[program, &old, &new, &kept]) else {
        return;
    };
    assert!(
        done && said.contains("le disque est plein") && said.contains("Rien n'a été remplacé"),
        "{said}"
    );
    assert_eq!(whole(&kept), "Ancien");
    let listed: Vec<&str> = said.lines().filter(|line| line.contains("essai")).collect();
    assert!(
        listed.contains(&"essai") && !said.contains("\n.essai"),
        "{said}"
    );
}

#[test]
fn a_full_disk_leaves_the_former_build_and_is_said() {
    let (content, out) = site("full-disk-build");
    fs::create_dir_all(&out).unwrap();
    let (other, _) = site("full-disk-build-other");
    renamed(&other);
    let script = "
        cd \"$5\"
        \"$1\" build \"$2\" /mnt/data >/dev/null || exit 1
        cp -r /mnt/data \"$4/before\"
        head -c 500000 /dev/zero >/mnt/filler 2>/dev/null
        \"$1\" build \"$3\" /mnt/data && exit 2
        ls -A /mnt/data
        cp -r /mnt/data \"$4/after\"";
    let program = Path::new(env!("CARGO_BIN_EXE_leviers"));
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let Some((done, said)) = on_a_small_disk(script, &[program, &content, &other, &out, root])
    else {
        return;
    };
    assert!(done && said.contains("le disque est plein"), "{said}");
    let of = |name: &str| -> Vec<(String, Vec<u8>)> {
        let root = out.join(name);
        let inside = |path: &PathBuf| path.strip_prefix(&root).unwrap().display().to_string();
        files(&root)
            .into_iter()
            .map(|(path, bytes)| (inside(&path), bytes))
            .collect()
    };
    assert_eq!(of("before"), of("after"));
}

#[test]
fn a_folder_that_is_not_a_layers_is_left_alone() {
    let out = folder("not-a-layer");
    fs::create_dir_all(out.join("essai")).unwrap();
    fs::write(out.join("essai/notes.txt"), "mine").unwrap();
    fs::write(out.join("essai/layer.bin"), "old").unwrap();
    let path = out.join("t.csv");
    table(&path, "Seul", 10);
    let output = leviers(&[
        "points",
        path.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
        "--id",
        "essai",
        "--title",
        "T",
        "--credit",
        "C",
    ]);
    assert!(
        !output.status.success() && printed(&output).contains("notes.txt"),
        "{}",
        printed(&output)
    );
    assert_eq!(fs::read(out.join("essai/notes.txt")).unwrap(), b"mine");
}
