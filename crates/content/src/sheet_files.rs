//! The files that are sheets: their names, their ids, their texts.

use super::{
    Problem, Rule,
    fold::fold,
    reading::{SourceFile, check_characters, check_personal_data},
    table::{Encoding, decode as decode_text},
};
use std::collections::BTreeMap;

/// A file of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawFile {
    /// Its path inside the folder, with `/`: `initiatives/mundo-gusto.md`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A sheet's file, before it is read.
pub struct SheetFile {
    /// The file.
    pub file: SourceFile,
    /// Its name without `.md`.
    pub id: String,
}

/// The sheets of a kind, in `kind/` and its sub-folders, once their names are checked.
pub fn sheets_in(
    files: &[RawFile],
    kind: &str,
    shown_as: &str,
    problems: &mut Vec<Problem>,
) -> Vec<SheetFile> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut sheets = Vec::new();
    let is_inside = |path: &str| {
        path.strip_prefix(kind)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    for raw in files.iter().filter(|raw| is_inside(&raw.path)) {
        let name = raw.path.rsplit('/').next().unwrap_or_default();
        let file = decode(raw, shown_as);
        let Some(id) = name.strip_suffix(".md") else {
            report_stray(&file, name);
            problems.extend(file.take_problems());
            continue;
        };
        check_id(&file, id);
        check_personal_data(&file);
        match seen.get(&id.to_lowercase()) {
            Some(other) => report_duplicate(&file, id, other),
            None => {
                seen.insert(id.to_lowercase(), &raw.path);
            }
        }
        sheets.push(SheetFile {
            id: id.to_owned(),
            file,
        });
    }
    sheets
}

/// The text of a file. What is not UTF-8 is reported, and the rest is read all the same.
pub fn decode(raw: &RawFile, shown_as: &str) -> SourceFile {
    let path = format!("{shown_as}/{}", raw.path);
    let decoded = decode_text(&raw.bytes);
    let valid = core::str::from_utf8(&raw.bytes);
    if decoded.encoding == Encoding::Utf8 && valid.is_ok() {
        let file = SourceFile::new(path, &decoded.text);
        check_characters(&file);
        return file;
    }
    // With the encoding that it seems to have, so that what else is wrong can be told.
    let file = SourceFile::new(path, &decoded.text);
    let at = match decoded.encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => 0,
        _ => valid.map_or_else(|error| error.valid_up_to(), str::len),
    };
    let seems = match decoded.encoding {
        Encoding::Utf8 => String::new(),
        other => format!(" mais, semble-t-il, en {other}"),
    };
    file.problem(
        at,
        Rule::Unreadable,
        format!("Le fichier n'est pas en UTF-8{seems}."),
        "Enregistrez-le en UTF-8 (dans l'éditeur : « Enregistrer avec l'encodage »).",
    );
    file
}

fn check_id(file: &SourceFile, id: &str) {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(allowed) || id.starts_with('-') || id.ends_with('-') {
        let proposed = fold(id).replace(' ', "-");
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

fn report_duplicate(file: &SourceFile, id: &str, other: &str) {
    file.problem(
        0,
        Rule::DuplicateId,
        format!("{other} a déjà l'identifiant « {id} »."),
        "Renommez l'un des deux fichiers, ou réunissez les deux fiches.",
    );
}
