//! Sheets that share most of what they say, in one file: those of the communes of a département, which have the same département, the
//! same région and a few intercommunalités. Each is a list of fragments, some with blanks that it fills.

use super::{Attribute, SheetTree, Step, Tag};
use crate::domain::Subject;
use serde::{Deserialize, Serialize};

/// A text of a fragment that each sheet fills. No text of ours holds a control character.
pub const BLANK: &str = "\u{1}";

/// Sheets made of shared fragments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSet {
    /// The language of all that they say.
    pub lang: String,
    /// Elements, in order. A fragment may leave some open for the next.
    pub fragments: Vec<Vec<Step>>,
    /// The sheets.
    pub sheets: Vec<Composed>,
}

/// A sheet of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Composed {
    /// Its id among those of its kind.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it speaks of.
    pub subject: Subject,
    /// What it is made of, in order.
    pub parts: Vec<Part>,
}

/// A fragment in a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its place among those of the set.
    pub fragment: u32,
    /// What fills its blanks, in order.
    pub texts: Vec<String>,
}

impl SheetSet {
    /// The sheet of this id, whole; `None` when the set has none, or when its elements do not close.
    pub fn sheet(&self, id: &str) -> Option<SheetTree> {
        let sheet = self.sheets.iter().find(|sheet| sheet.id == id)?;
        let mut steps = vec![
            Step::Open(Tag::Div),
            Step::Set(Attribute::Lang, self.lang.clone()),
        ];
        for part in &sheet.parts {
            let fragment = self.fragments.get(part.fragment as usize)?;
            let mut texts = part.texts.iter().cloned();
            for step in fragment {
                steps.push(match step {
                    Step::Text(text) if text == BLANK => Step::Text(texts.next()?),
                    Step::Set(attribute, text) if text == BLANK => {
                        let text = texts.next()?;
                        attribute
                            .allows(&text)
                            .then_some(Step::Set(*attribute, text))?
                    }
                    step => step.clone(),
                });
            }
        }
        steps.push(Step::Close);
        is_closed(&steps).then(|| SheetTree {
            name: sheet.name.clone(),
            subject: sheet.subject.clone(),
            steps,
        })
    }
}

/// Whether each element ends, and the first one last.
fn is_closed(steps: &[Step]) -> bool {
    let mut depth = 0_usize;
    for (at, step) in steps.iter().enumerate() {
        match step {
            Step::Open(_) => depth += 1,
            Step::Close if depth == 0 => return false,
            Step::Close => depth -= 1,
            Step::Set(..) | Step::Text(_) => {}
        }
        if depth == 0 && at + 1 < steps.len() {
            return false;
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(parts: &[(u32, &[&str])]) -> SheetSet {
        let parts = parts.iter().map(|(fragment, texts)| Part {
            fragment: *fragment,
            texts: texts.iter().map(|&text| text.to_owned()).collect(),
        });
        SheetSet {
            lang: "fr".into(),
            fragments: vec![
                vec![Step::Open(Tag::Ul)],
                vec![
                    Step::Open(Tag::Li),
                    Step::Open(Tag::A),
                    Step::Set(Attribute::Href, BLANK.into()),
                    Step::Text(BLANK.into()),
                    Step::Close,
                    Step::Close,
                ],
                vec![Step::Close],
            ],
            sheets: vec![Composed {
                id: "commune-29151".into(),
                name: "Morlaix".into(),
                subject: Subject::default(),
                parts: parts.collect(),
            }],
        }
    }

    #[test]
    fn fragments_follow_one_another_with_their_blanks_filled() {
        let set = set(&[(0, &[]), (1, &["./a", "A"]), (1, &["./b", "B"]), (2, &[])]);
        let tree = set.sheet("commune-29151").unwrap();
        let texts: Vec<&str> = tree
            .steps
            .iter()
            .filter_map(|step| match step {
                Step::Text(text) | Step::Set(Attribute::Href, text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(texts, ["./a", "A", "./b", "B"]);
        assert_eq!(tree.name, "Morlaix");
        assert_eq!(set.sheet("commune-29152"), None);
    }

    #[test]
    fn what_does_not_close_lacks_a_text_or_leads_nowhere_good_is_no_sheet() {
        for parts in [
            &[(0, &[][..])][..],
            &[(2, &[]), (0, &[])],
            &[(2, &[]), (2, &[]), (0, &[])],
            &[(0, &[]), (1, &["./a"]), (2, &[])],
            &[(0, &[]), (1, &["javascript:x", "A"]), (2, &[])],
            &[(9, &[])],
        ] {
            assert_eq!(set(parts).sheet("commune-29151"), None, "{parts:?}");
        }
    }
}
