//! `leviers new`: a sheet to fill, which explains itself.

mod lists;
mod skeleton;

pub use skeleton::skeleton;

use super::read_folder;
use anyhow::{Context, Result, bail};
use content::fold::fold;
use model::domain::TargetKind;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Writes the skeleton of a sheet with this name in a content folder. Gives its path.
///
/// # Errors
/// When the name has no letter, when the sheet is there already, or when the file cannot be written.
pub fn new_sheet(kind: TargetKind, name: &str, content: &Path) -> Result<PathBuf> {
    let name = name.trim();
    let id = id_of(name);
    if id.is_empty() {
        bail!("Donnez un nom : ./leviers new {} \"Son nom\".", kind.id());
    }
    let text = skeleton(kind, name)
        .with_context(|| format!("Aucun modèle de fiche pour « {} ».", kind.id()))?;
    if let Some(path) = existing(kind, &id, content)? {
        bail!(
            "{} existe déjà : rien n'a été écrit. Complétez cette fiche, ou choisissez un nom qui l'en distingue.",
            content.join(path).display()
        );
    }
    let path = content.join(kind.folder()).join(format!("{id}.md"));
    let unwritable = || format!("Impossible d'écrire {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(unwritable)?;
    }
    fs::write(&path, text).with_context(unwritable)?;
    Ok(path)
}

/// « L'Éco-lieu » → `l-eco-lieu`.
fn id_of(name: &str) -> String {
    let words = fold(name);
    let ascii = |word: &str| word.chars().filter(char::is_ascii).collect::<String>();
    let words = words.split(' ').map(ascii).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// The sheet of this kind that has this id, in any sub-folder.
fn existing(kind: TargetKind, id: &str, content: &Path) -> Result<Option<String>> {
    let name = format!("/{id}.md");
    let files = read_folder(content)?.into_iter().map(|file| file.path);
    let is_there = |path: &String| path.starts_with(kind.folder()) && path.ends_with(&name);
    Ok(files.into_iter().find(is_there))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_small_letters_digits_and_hyphens() {
        for (name, id) in [
            ("L’Éco-lieu  du Cœur !", "l-eco-lieu-du-coeur"),
            ("  2000 emplois ", "2000-emplois"),
            ("Café Ø", "cafe-o"),
            ("« … »", ""),
            ("", ""),
        ] {
            assert_eq!(id_of(name), id, "{name}");
        }
    }

    #[test]
    fn every_part_of_a_skeleton_is_filled() {
        for kind in [TargetKind::Initiative, TargetKind::Authority] {
            let text = skeleton(kind, "Le « \"Nom\" »").unwrap();
            assert!(!text.contains("{{"), "{text}");
            assert!(
                text.lines().all(|line| line.chars().count() <= 130),
                "{text}"
            );
        }
        assert_eq!(skeleton(TargetKind::Lever, "Don"), None);
    }
}
