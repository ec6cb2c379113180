//! Reads the whole content folder: every sheet, and every problem at once.

use super::{
    Problem, RawFile, Report, Rule, across,
    gazetteer::Gazetteer,
    nearest,
    reading::{Notes, SourceFile, check_personal_data, line_of},
    sheets::{self, References, SourceDocument},
};
use crate::domain::{Authority, Initiative, Lever, LeverSheet};
use std::collections::BTreeSet;

/// What the content folder says, once read.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Documents cited.
    pub documents: Vec<SourceDocument>,
    /// Initiatives.
    pub initiatives: Vec<Read<Initiative>>,
    /// Authorities.
    pub authorities: Vec<Read<Authority>>,
    /// Levers.
    pub levers: Vec<Read<LeverSheet>>,
    /// Every problem. When it has errors, sheets may be missing or incomplete.
    pub report: Report,
}

/// A sheet and the file it was read from.
#[derive(Clone, Debug)]
pub struct Read<T> {
    /// Path of the file, as shown.
    pub path: String,
    /// Id of the sheet, from its file name.
    pub id: String,
    /// Text of the file.
    pub text: String,
    /// What later checks need.
    pub notes: Notes,
    /// The sheet; `None` when what is wrong leaves nothing to show.
    pub sheet: Option<T>,
}

impl<T> Read<T> {
    /// The line of this byte of the text, from 1.
    pub fn line_of(&self, at: usize) -> usize {
        line_of(&self.text, at)
    }
}

/// A sheet's file, before it is read.
struct SheetFile {
    file: SourceFile,
    id: String,
}

/// Reads the files of a content folder. `shown_as`: how the folder is called in problems.
pub fn read_content(files: &[RawFile], shown_as: &str, gazetteer: &Gazetteer) -> Content {
    let mut problems = Vec::new();
    let documents = read_documents(files, shown_as, &mut problems);
    let [initiatives, authorities, levers] = ["initiatives", "collectivites", "leviers"]
        .map(|kind| sheets_in(files, kind, shown_as, &mut problems));
    let refs = References {
        gazetteer,
        documents: documents
            .iter()
            .map(|source| source.document.id.clone())
            .collect(),
        authorities: authorities.iter().map(|sheet| sheet.id.clone()).collect(),
    };
    let sheets = initiatives.len() + authorities.len() + levers.len();
    let mut content = Content {
        initiatives: read_all(initiatives, &mut problems, |file, id| {
            sheets::read_initiative(file, id, &refs)
        }),
        authorities: read_all(authorities, &mut problems, |file, id| {
            sheets::read_authority(file, id, &refs)
        }),
        levers: read_all(levers, &mut problems, |file, id| {
            sheets::read_lever(file, known_lever(file, id)?, &refs)
        }),
        documents,
        report: Report {
            sheets,
            ..Report::default()
        },
    };
    problems.extend(across::check(&content, shown_as));
    problems.extend(check_other_texts(files, shown_as));
    content.report.extend(problems);
    content
}

fn read_documents(
    files: &[RawFile],
    shown_as: &str,
    problems: &mut Vec<Problem>,
) -> Vec<SourceDocument> {
    const NAME: &str = "sources.toml";
    let Some(raw) = files.iter().find(|raw| raw.path == NAME) else {
        problems.push(Problem {
            file: format!("{shown_as}/{NAME}"),
            line: 1,
            rule: Rule::Unreadable,
            message: "Le fichier des documents manque.".to_owned(),
            remedy:
                "Créez-le avec une table [[documents]] par document cité (voir docs/FORMAT.md)."
                    .to_owned(),
        });
        return Vec::new();
    };
    let file = decode(raw, shown_as);
    let documents = sheets::read_documents(&file);
    problems.extend(file.take_problems());
    documents
}

/// The sheets of a kind, in `kind/` and its sub-folders, once their names are checked.
fn sheets_in(
    files: &[RawFile],
    kind: &str,
    shown_as: &str,
    problems: &mut Vec<Problem>,
) -> Vec<SheetFile> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut sheets = Vec::new();
    let inside = files.iter().filter(|raw| {
        raw.path
            .strip_prefix(kind)
            .is_some_and(|rest| rest.starts_with('/'))
    });
    for raw in inside {
        let name = raw.path.rsplit('/').next().unwrap_or_default();
        let file = decode(raw, shown_as);
        match name.strip_suffix(".md") {
            None => report_stray(&file, name),
            Some(id) => {
                check_id(&file, id);
                check_personal_data(&file);
                if seen.insert(id.to_lowercase()) {
                    sheets.push(SheetFile {
                        file,
                        id: id.to_owned(),
                    });
                    continue;
                }
                report_duplicate(&file, id);
            }
        }
        problems.extend(file.take_problems());
    }
    sheets
}

fn read_all<T>(
    sheets: Vec<SheetFile>,
    problems: &mut Vec<Problem>,
    read: impl Fn(&SourceFile, &str) -> Option<T>,
) -> Vec<Read<T>> {
    sheets
        .into_iter()
        .map(|SheetFile { file, id }| {
            let sheet = read(&file, &id);
            problems.extend(file.take_problems());
            Read {
                notes: file.notes(),
                sheet,
                id,
                path: file.path,
                text: file.text,
            }
        })
        .collect()
}

/// The text of a file. What is not UTF-8 is reported, and the rest is read all the same.
fn decode(raw: &RawFile, shown_as: &str) -> SourceFile {
    let text = String::from_utf8_lossy(&raw.bytes);
    let file = SourceFile::new(format!("{shown_as}/{}", raw.path), &text);
    if let Err(error) = core::str::from_utf8(&raw.bytes) {
        file.problem(
            error.valid_up_to(),
            Rule::Unreadable,
            "Le fichier n'est pas en UTF-8.",
            "Enregistrez-le en UTF-8 (dans l'éditeur : « Enregistrer avec l'encodage »).",
        );
    }
    file
}

fn check_id(file: &SourceFile, id: &str) {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(allowed) || id.starts_with('-') || id.ends_with('-') {
        let proposed = super::fold::fold(id).replace(' ', "-");
        file.problem(
            0,
            Rule::MalformedId,
            format!("Le nom de fichier « {id}.md » n'est pas fait de minuscules, de chiffres et de traits d'union."),
            format!("Renommez-le, par exemple {proposed}.md."),
        );
    }
}

fn report_stray(file: &SourceFile, name: &str) {
    file.problem(
        0,
        Rule::StrayFile,
        format!("« {name} » n'est pas une fiche (.md)."),
        "Renommez-le en .md, ou placez-le ailleurs.",
    );
}

fn report_duplicate(file: &SourceFile, id: &str) {
    file.problem(
        0,
        Rule::DuplicateId,
        format!("Une autre fiche a déjà l'identifiant « {id} »."),
        "Renommez l'un des deux fichiers, ou réunissez les deux fiches.",
    );
}

fn known_lever(file: &SourceFile, id: &str) -> Option<Lever> {
    let lever = Lever::from_id(id);
    if lever.is_none() {
        let ids: Vec<_> = Lever::ALL.iter().map(|lever| lever.id()).collect();
        file.problem(
            0,
            Rule::UnknownLever,
            format!("« {id} » n'est pas l'un des six leviers."),
            nearest::remedy(id, &ids),
        );
    }
    lever
}

/// Personal data in the other texts of the folder: recommendations, glossary…
fn check_other_texts(files: &[RawFile], shown_as: &str) -> Vec<Problem> {
    files
        .iter()
        .filter(|raw| !raw.path.contains('/'))
        .flat_map(|raw| {
            let file = decode(raw, shown_as);
            check_personal_data(&file);
            file.take_problems()
        })
        .collect()
}
