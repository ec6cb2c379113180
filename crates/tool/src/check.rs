//! A content folder on disk, read and checked: what every command begins with.

use super::{Folder, scan};
use anyhow::{Context, Result};
use content::{Content, Gazetteer, Problem, Rule, read_content};
use std::fs;
use std::path::Path;

/// Reads a content folder and reports all that is wrong. `sources`: folder of the documents' texts, to check what is cited too.
///
/// # Errors
/// When a folder or a file cannot be read. What is wrong inside the files is in the report.
pub fn check_folder(
    folder: &Path,
    sources: Option<&Path>,
    gazetteer: &Gazetteer,
) -> Result<Content> {
    let shown_as = folder
        .to_str()
        .context("Le nom du dossier n'est pas en UTF-8")?
        .trim_end_matches('/');
    let Folder { files, unreadable } = scan(folder)?;
    let mut content = read_content(&files, shown_as, gazetteer);
    content
        .report
        .extend(unreadable.into_iter().map(|(path, why)| Problem {
            file: format!("{shown_as}/{path}"),
            line: 1,
            rule: Rule::Unreadable,
            message: why.to_owned(),
            remedy:
                "Retirez-le du dossier des fiches, ou remplacez-le par un vrai fichier.".to_owned(),
        }));
    if let Some(sources) = sources {
        let problems = check_sources(&content, sources, shown_as);
        content.report.extend(problems);
    }
    Ok(content)
}

/// Checks the content against the documents' texts of a folder.
pub fn check_sources(content: &Content, folder: &Path, shown_as: &str) -> Vec<Problem> {
    // A pipe of that name would be waited for.
    let is_file = |name: &str| fs::metadata(folder.join(name)).is_ok_and(|found| found.is_file());
    let read = |name: &str| is_file(name).then(|| fs::read(folder.join(name)).ok())?;
    content::check_sources(content, read, shown_as)
}
