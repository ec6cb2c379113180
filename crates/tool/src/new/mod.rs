//! `leviers new`: a sheet to fill, which explains itself.

mod lists;
mod skeleton;

pub use skeleton::skeleton;

use super::read_folder;
use anyhow::{Context, Result, bail};
use content::characters::Hostile;
use content::fold::fold;
use model::domain::TargetKind;
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The most letters of an id: file systems allow 255 bytes for a name.
const LONGEST: usize = 120;

/// Writes the skeleton of a sheet with this name in a content folder. Gives its path.
///
/// # Errors
/// When the name has no letter, when the sheet is there already, or when the file cannot be written.
pub fn new_sheet(kind: TargetKind, name: &str, content: &Path) -> Result<PathBuf> {
    let name = name.trim();
    let id = id_of(name);
    if let Some((_, hostile)) = Hostile::first_in(name) {
        bail!("Le nom contient {} : retapez-le.", hostile.what());
    }
    if id.len() > LONGEST {
        bail!("Ce nom est trop long : {LONGEST} lettres au plus.");
    }
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
    write_new(&path, &text).with_context(unwritable)?;
    Ok(path)
}

/// Writes a file that is not there yet. On a full disk, none is left.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file.write_all(text.as_bytes());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
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
