//! Reads a whole content folder: every sheet, and every problem at once.

use super::{
    Content, Problem, RawFile, Read, Report, Rule, TextFile, acronyms, across,
    gazetteer::Gazetteer,
    nearest,
    reading::{SourceFile, check_personal_data},
    sheet_files::{SheetFile, decode, sheets_in},
    sheets::{self, Audit, Glossary, References, SiteInfo, SourceDocument},
};
use model::domain::Lever;

/// The folders of sheets.
const FOLDERS: [&str; 5] = [
    "initiatives",
    "collectivites",
    "leviers",
    "recommandations",
    "pages",
];

/// The file that says who publishes the map.
const SITE: &str = "site.toml";

/// The file of the audit of accessibility.
const AUDIT: &str = "audit.toml";

/// The glossary's file.
const GLOSSARY: &str = "glossaire.toml";

/// Reads the files of a content folder. Problems name the folder `shown_as`.
pub fn read_content(files: &[RawFile], shown_as: &str, gazetteer: &Gazetteer) -> Content {
    let mut problems = Vec::new();
    let (documents, documents_file) = read_documents(files, shown_as, &mut problems);
    let documents_are_sound = problems.is_empty();
    let [initiatives, authorities, levers, recommendations, pages] =
        FOLDERS.map(|kind| sheets_in(files, kind, shown_as, &mut problems));
    let refs = References {
        gazetteer,
        documents: documents_are_sound.then(|| {
            let dated = |source: &SourceDocument| {
                Some((source.document.id.clone(), source.document.year()?))
            };
            documents.iter().filter_map(dated).collect()
        }),
        authorities: authorities.iter().map(|sheet| sheet.id.clone()).collect(),
        initiatives: initiatives.iter().map(|sheet| sheet.id.clone()).collect(),
    };
    let site = read_site(files, shown_as, &mut problems);
    let audit = read_audit(files, shown_as, &site, &mut problems);
    let sheets = initiatives.len() + authorities.len() + levers.len() + recommendations.len();
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
        recommendations: read_all(recommendations, &mut problems, |file, id| {
            sheets::read_recommendation(file, id, &refs)
        }),
        pages: read_all(pages, &mut problems, sheets::read_page),
        site,
        audit,
        glossary: read_glossary(files, shown_as, &refs, &mut problems),
        documents,
        documents_file,
        report: Report {
            sheets,
            ..Report::default()
        },
    };
    problems.extend(across::check(&content, shown_as));
    problems.extend(acronyms::check(&content));
    problems.extend(check_other_texts(files, shown_as));
    content.report.extend(problems);
    content
}

fn read_documents(
    files: &[RawFile],
    shown_as: &str,
    problems: &mut Vec<Problem>,
) -> (Vec<SourceDocument>, TextFile) {
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
        return Default::default();
    };
    let file = decode(raw, shown_as);
    let documents = sheets::read_documents(&file);
    problems.extend(file.take_problems());
    let SourceFile { path, text, .. } = file;
    (documents, TextFile { path, text })
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

/// The name of a map that has no `site.toml`.
const NAMELESS: &str = "Carte des initiatives";

/// Reads `site.toml`. A map without one names no publisher.
fn read_site(files: &[RawFile], shown_as: &str, problems: &mut Vec<Problem>) -> SiteInfo {
    let Some(raw) = files.iter().find(|raw| raw.path == SITE) else {
        return SiteInfo {
            name: NAMELESS.to_owned(),
            ..SiteInfo::default()
        };
    };
    let file = decode(raw, shown_as);
    let site = sheets::read_site(&file, files);
    problems.extend(file.take_problems());
    site
}

/// Reads `audit.toml`, if there is one.
fn read_audit(
    files: &[RawFile],
    shown_as: &str,
    site: &SiteInfo,
    problems: &mut Vec<Problem>,
) -> Option<Audit> {
    let raw = files.iter().find(|raw| raw.path == AUDIT)?;
    let file = decode(raw, shown_as);
    let audit = sheets::read_audit(&file, site.look.conformity);
    problems.extend(file.take_problems());
    Some(audit)
}

/// Reads `glossaire.toml`, if there is one.
fn read_glossary(
    files: &[RawFile],
    shown_as: &str,
    refs: &References<'_>,
    problems: &mut Vec<Problem>,
) -> Read<Glossary> {
    let path = format!("{shown_as}/{GLOSSARY}");
    let Some(raw) = files.iter().find(|raw| raw.path == GLOSSARY) else {
        return Read {
            path,
            ..Read::default()
        };
    };
    let file = decode(raw, shown_as);
    check_personal_data(&file);
    let glossary = sheets::read_glossary(&file, refs.documents.as_ref());
    problems.extend(file.take_problems());
    Read {
        notes: file.notes(),
        sheet: Some(glossary),
        id: GLOSSARY.to_owned(),
        path,
        text: file.text,
    }
}

/// Personal data in the other texts of the folder.
fn check_other_texts(files: &[RawFile], shown_as: &str) -> Vec<Problem> {
    let is_picture = |path: &str| path.ends_with(".svg") || path.ends_with(".png");
    let other =
        |path: &str| !path.contains('/') && path != GLOSSARY && path != SITE && !is_picture(path);
    files
        .iter()
        .filter(|raw| other(&raw.path))
        .flat_map(|raw| {
            let file = decode(raw, shown_as);
            check_personal_data(&file);
            file.take_problems()
        })
        .collect()
}
