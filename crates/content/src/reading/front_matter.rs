//! The two halves of a sheet: the TOML between two `+++` lines, and the Markdown under it.

use super::{Fields, SourceFile, read_toml};
use crate::Rule;

const FENCE: &str = "+++";

/// A sheet's text, cut in two. Positions are bytes of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Halves<'a> {
    /// The TOML, and where it begins.
    pub front: (&'a str, usize),
    /// The Markdown, and where it begins.
    pub body: (&'a str, usize),
}

/// Reads both halves: the front matter's fields with `read_fields`, the body with `read_body`. `None` when they cannot be told
/// apart.
pub fn read_halves<T>(
    file: &SourceFile,
    read_fields: impl FnOnce(&Fields<'_>) -> T,
) -> Option<(T, (&str, usize))> {
    let halves = split(file)?;
    let value = read_toml(file, halves.front, read_fields);
    Some((value, halves.body))
}

fn split(file: &SourceFile) -> Option<Halves<'_>> {
    let mut lines = lines_with_positions(&file.text);
    let Some((_, first)) = lines.next().filter(|(_, line)| is_fence(line)) else {
        file.problem(
            0,
            Rule::NoFrontMatter,
            "La fiche ne commence pas par une ligne « +++ ».",
            "Commencez le fichier par une ligne +++, puis les champs (name = …), puis une autre ligne +++.",
        );
        return None;
    };
    let front_at = first.len();
    let Some((fence_at, fence)) = lines.find(|(_, line)| is_fence(line)) else {
        file.problem(
            0,
            Rule::UnclosedFrontMatter,
            "L'en-tête n'est pas fermé : la seconde ligne « +++ » manque.",
            "Ajoutez une ligne +++ entre les champs et le premier titre (## …).",
        );
        return None;
    };
    let body_at = fence_at + fence.len();
    Some(Halves {
        front: (file.text.get(front_at..fence_at)?, front_at),
        body: (file.text.get(body_at..)?, body_at),
    })
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == FENCE
}

fn lines_with_positions(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn halves(text: &str) -> (Option<(String, String)>, Vec<Rule>) {
        let file = SourceFile::new("x.md", text);
        let cut = split(&file).map(|halves| (halves.front.0.into(), halves.body.0.into()));
        (
            cut,
            file.take_problems()
                .into_iter()
                .map(|problem| problem.rule)
                .collect(),
        )
    }

    #[test]
    fn a_sheet_is_cut_at_its_fences_whatever_the_line_ends() {
        let cut = |front: &str, body: &str| (Some((front.into(), body.into())), vec![]);
        assert_eq!(halves("+++\na = 1\n+++\nBody"), cut("a = 1\n", "Body"));
        assert_eq!(
            halves("+++\r\na = 1\r\n+++\r\nBody"),
            cut("a = 1\r\n", "Body")
        );
        assert_eq!(halves("\u{feff}+++\n+++"), cut("", ""));
    }

    #[test]
    fn a_missing_fence_is_a_problem() {
        assert_eq!(halves("# Title\n+++\n"), (None, vec![Rule::NoFrontMatter]));
        assert_eq!(halves(""), (None, vec![Rule::NoFrontMatter]));
        assert_eq!(
            halves("+++\na = 1\n"),
            (None, vec![Rule::UnclosedFrontMatter])
        );
    }
}
