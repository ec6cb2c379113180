//! `leviers new`: the skeleton is clear as it is, sound once filled, and never written over a sheet.

use crate::real::{leviers, printed};
use crate::support::{check, copy, valid};
use content::{Problem, RawFile, Rule};
use model::domain::TargetKind;
use std::{fs, path::Path};
use tool::skeleton;

const NAME: &str = "L’Éco-lieu \"du Cœur\"";
const INITIATIVE: &str = "initiatives/l-eco-lieu-du-coeur.md";
const AUTHORITY: &str = "collectivites/l-eco-lieu-du-coeur.md";

/// What an editor writes in place of what is empty.
const ANSWERS: [(&str, &str); 18] = [
    ("summary = \"\"", "summary = \"Un lieu où l’on répare.\""),
    ("status = \"\"", "status = \"en cours\""),
    ("themes = []", "themes = [\"reemploi\"]"),
    ("code = \"\"", "code = \"92050\""),
    ("kind = \"\"", "kind = \"commune\""),
    ("precision = \"\"", "precision = \"district\""),
    (
        "[[authorities]]\nid = \"\"",
        "[[authorities]]\nid = \"nanterre\"",
    ),
    ("role = \"\"", "role = \"pilote\""),
    ("lever = \"\"", "lever = \"foncier\""),
    ("actor = \"\"", "actor = \"nanterre\""),
    ("state = \"\"", "state = \"used\""),
    ("certainty = \"\"", "certainty = \"explicit\""),
    ("how = \"\"", "how = \"La ville prête un local.\""),
    ("document = \"\"", "document = \"900\""),
    ("where = \"\"", "where = \"Chapitre 1\""),
    ("lines = []", "lines = [2, 3]"),
    ("\n## Ce que fait l'initiative\n", TEXT),
    (
        "\n## Politique\n",
        "\n## Politique\n\nElle prête trois locaux.\n",
    ),
];

/// Between a short text and a long one: right with and without `thin = true`.
const TEXT: &str = "\n## Contexte\n\nun deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize.\n";

/// The skeleton of a sheet.
fn of(kind: TargetKind) -> String {
    skeleton(kind, NAME).unwrap()
}

/// The problems of the made-up content with this sheet.
fn problems(path: &str, text: &str) -> Vec<Problem> {
    let mut files = valid();
    files.push(RawFile {
        path: path.into(),
        bytes: text.into(),
    });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    // That no initiative names this authority is only a warning.
    check(&files)
        .1
        .into_iter()
        .filter(|problem| problem.rule != Rule::UnusedAuthority)
        .collect()
}

fn answered(skeleton: &str) -> String {
    let answer = |text: String, (empty, answer): &(&str, &str)| text.replace(empty, answer);
    ANSWERS.iter().fold(skeleton.to_owned(), answer)
}

/// With every optional field: `#since = 2012` becomes `since = 2012`.
fn uncommented(skeleton: &str) -> String {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(field) if field.starts_with(|c: char| c.is_ascii_lowercase() || c == '[') => {
            field.to_owned()
        }
        _ => line.to_owned(),
    };
    skeleton.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn an_untouched_skeleton_is_told_field_by_field() {
    let initiative = of(TargetKind::Initiative);
    let found = problems(INITIATIVE, &initiative);
    let fields: Vec<_> = found
        .iter()
        .map(|problem| {
            let line = initiative.lines().nth(problem.line - 1).unwrap();
            assert!(!line.starts_with("# "), "{problem}");
            (problem.rule, line.split(" =").next().unwrap())
        })
        .collect();
    assert_eq!(
        fields,
        [
            (Rule::EmptyText, "summary"),
            (Rule::EmptyText, "status"),
            (Rule::NoTheme, "themes"),
            (Rule::EmptyText, "code"),
            (Rule::EmptyText, "precision"),
            (Rule::EmptyText, "id"),
            (Rule::EmptyText, "role"),
            (Rule::EmptyText, "lever"),
            (Rule::EmptyText, "actor"),
            (Rule::EmptyText, "state"),
            (Rule::EmptyText, "certainty"),
            (Rule::EmptyText, "how"),
            (Rule::EmptyText, "document"),
            (Rule::EmptyText, "where"),
            (Rule::MalformedLines, "lines"),
            (Rule::EmptyText, "document"),
            (Rule::EmptyText, "where"),
            (Rule::MalformedLines, "lines"),
            (Rule::EmptySection, "## Ce que fait l'initiative"),
        ]
    );
    let authority = problems(AUTHORITY, &of(TargetKind::Authority));
    assert_eq!(authority.len(), 6, "{authority:#?}");
}

#[test]
fn a_skeleton_filled_as_it_says_passes_the_check() {
    for (kind, path) in [
        (TargetKind::Initiative, INITIATIVE),
        (TargetKind::Authority, AUTHORITY),
    ] {
        let skeleton = of(kind);
        assert_eq!(problems(path, &answered(&skeleton)), []);
        assert_eq!(problems(path, &answered(&uncommented(&skeleton))), []);
    }
}

/// Those that an import writes are shorter, and as sound: untouched, they are asked what is missing; filled, they pass.
#[test]
fn the_skeletons_of_an_import_are_asked_what_is_missing() {
    let table = "nomBeneficiaire;idAttribuant;dateConvention;objet;montant;code insee\n\
        \"L’Éco-lieu \"\"du Cœur\"\"\";21920050100017;2014-03-01;Local;15000;92050\n";
    let geodata = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../geodata");
    let gazetteer = tool::open_gazetteer(&geodata).unwrap();
    let opened = import::open(table.as_bytes()).unwrap();
    let import = import::Import::of(&opened, &Default::default(), &gazetteer).unwrap();
    let sheets = import::leave::sheets(&import);
    let [(name, sheet)] = sheets.as_slice() else {
        panic!("{sheets:?}");
    };
    assert_eq!(name, "l-eco-lieu-du-coeur.md");
    for filled in [
        "lever = \"subvention\"",
        "amount = 15000",
        "year = 2014",
        "code = \"92050\"",
        "precision = \"commune\"",
    ] {
        assert!(sheet.contains(filled), "{filled}: {sheet}");
    }
    let asked = [
        Rule::EmptyText,
        Rule::NoTheme,
        Rule::MalformedLines,
        Rule::EmptySection,
    ];
    let found = problems(INITIATIVE, sheet);
    assert!(
        !found.is_empty() && found.iter().all(|problem| asked.contains(&problem.rule)),
        "{found:#?}"
    );
    // Names that TOML or the sheet could take for something else change nothing to what is asked.
    for name in [
        r#"C:\dossier\"x""#,
        "]] [[places]] +++",
        "# pas un commentaire",
        "'''apostrophes'''",
        "{} \u{2019}é",
    ] {
        let quoted = name.replace('"', "\"\"");
        let table = format!("nom;code insee\n\"{quoted}\";92050\n");
        let opened = import::open(table.as_bytes()).unwrap();
        let import = import::Import::of(&opened, &Default::default(), &gazetteer).unwrap();
        let (_, sheet) = import::leave::sheets(&import).remove(0);
        let found = problems(INITIATIVE, &sheet);
        assert!(
            !found.is_empty() && found.iter().all(|problem| asked.contains(&problem.rule)),
            "{name}: {found:#?}"
        );
    }
    let taking_part = sheet.replace(
        "[[places]]",
        "[[authorities]]\nid = \"nanterre\"\nrole = \"pilote\"\n\n[[places]]",
    );
    assert_eq!(problems(INITIATIVE, &answered(&taking_part)), []);
}

#[test]
fn a_skeleton_has_every_field_of_the_format() {
    let format =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/FORMAT.md"))
            .unwrap();
    for (kind, section) in [
        (TargetKind::Initiative, "### 1.1"),
        (TargetKind::Authority, "### 1.2"),
    ] {
        let section = format.split(section).nth(1).unwrap();
        let example = section.split("+++").nth(1).unwrap();
        let skeleton = of(kind);
        let fields = example
            .lines()
            .filter_map(|line| line.split_once(" ="))
            .map(|(field, _)| field);
        for field in fields.filter(|field| !field.starts_with('#')) {
            assert!(
                skeleton.contains(&format!("{field} =")),
                "{field} is not in the skeleton"
            );
        }
    }
}

#[test]
fn a_sheet_is_written_once() {
    let content = copy("new");
    let new = |arguments: &[&str]| {
        let content = content.to_str().unwrap();
        leviers(&[&["new"], arguments, &["--content", content]].concat())
    };
    let output = new(&["initiative", "Recyclerie", "du", "Port"]);
    let path = content.join("initiatives/recyclerie-du-port.md");
    assert!(output.status.success(), "{}", printed(&output));
    assert!(printed(&output).starts_with(&format!("Écrit : {}\n\nEnsuite :\n", path.display())));
    assert!(
        fs::read_to_string(&path)
            .unwrap()
            .contains("\nname = \"Recyclerie du Port\"\n")
    );

    fs::write(&path, "rempli").unwrap();
    let again = new(&["initiative", "Recyclerie du port"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(
        printed(&again).contains("existe déjà : rien n'a été écrit."),
        "{}",
        printed(&again)
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "rempli");

    fs::create_dir_all(content.join("initiatives/2025")).unwrap();
    fs::rename(
        &path,
        content.join("initiatives/2025/recyclerie-du-port.md"),
    )
    .unwrap();
    assert_eq!(
        new(&["initiative", "Recyclerie du port"]).status.code(),
        Some(1)
    );
    assert!(!path.exists());
    assert!(
        new(&["collectivite", "Recyclerie du port"])
            .status
            .success()
    );
}

#[test]
fn a_sheet_needs_a_name_and_a_known_kind() {
    for (arguments, message) in [
        (
            &["new", "initiative"][..],
            "leviers : Donnez un nom : ./leviers new initiative \"Son nom\".",
        ),
        (
            &["new", "collectivite", " … "],
            "leviers : Donnez un nom : ./leviers new collectivite \"Son nom\".",
        ),
        (
            &["new", "levier", "Don"],
            "écrivez initiative ou collectivite",
        ),
        (
            &["new", "initiative", "Lilas", "--content", "no-such-folder"],
            "Impossible de lire no-such-folder",
        ),
    ] {
        let output = leviers(arguments);
        assert!(!output.status.success());
        assert!(printed(&output).contains(message), "{}", printed(&output));
    }
}

#[test]
fn a_folder_after_the_name_is_not_a_word_of_it() {
    let output = leviers(&["new", "initiative", "Nom", "content"]);
    assert_eq!(output.status.code(), Some(1));
    let said = printed(&output);
    assert!(said.contains("Écrivez --content content."), "{said}");
    assert!(!Path::new("content/initiatives/nom-content.md").exists());
}
