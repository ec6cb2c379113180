//! The gazetteer, by postcode and by name.

use content::Gazetteer;
use content::fold::fold;
use model::domain::departement_of;
use std::cell::OnceCell;
use std::collections::HashMap;

/// The gazetteer with what it takes to find a commune by other means than its code. The indexes are made the first time.
#[derive(Debug)]
pub struct Directory<'a> {
    /// The territories.
    pub gazetteer: &'a Gazetteer,
    index: OnceCell<Index<'a>>,
}

#[derive(Debug, Default)]
struct Index<'a> {
    postcodes: HashMap<&'a str, Vec<&'a str>>,
    names: HashMap<String, Vec<&'a str>>,
    departements: HashMap<String, &'a str>,
}

impl<'a> Directory<'a> {
    /// Of this gazetteer.
    pub fn new(gazetteer: &'a Gazetteer) -> Self {
        Self {
            gazetteer,
            index: OnceCell::new(),
        }
    }

    /// The communes of a postcode, by code. Arrondissements come in place of their commune.
    pub fn of_postcode(&self, postcode: &str) -> &[&'a str] {
        self.index()
            .postcodes
            .get(postcode)
            .map_or(&[], Vec::as_slice)
    }

    /// The communes of a name, by code: « St-Denis » is « Saint-Denis ».
    pub fn named(&self, name: &str) -> &[&'a str] {
        self.index()
            .names
            .get(&key(name))
            .map_or(&[], Vec::as_slice)
    }

    /// The code of a département, from its code or its name: « 91 », « 091 », « Essonne », « 91 - Essonne », « Essonne (91) ».
    pub fn departement(&self, text: &str) -> Option<&'a str> {
        let folded = fold(text);
        let known = |text: &str| {
            let bare = text.strip_prefix('0').filter(|bare| bare.len() == 2);
            let padded = format!("{text:0>2}");
            let known = &self.index().departements;
            known
                .get(bare.unwrap_or(&padded))
                .or_else(|| known.get(text))
                .copied()
        };
        let beside = |(code, name): (&str, &str)| {
            let has_digit = code.contains(|c: char| c.is_ascii_digit());
            known(code).filter(|found| has_digit && known(name) == Some(*found))
        };
        known(&folded)
            .or_else(|| folded.split_once(' ').and_then(beside))
            .or_else(|| {
                let (name, code) = folded.rsplit_once(' ')?;
                beside((code, name))
            })
    }

    fn index(&self) -> &Index<'a> {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            for (code, commune) in self.gazetteer.communes() {
                for postcode in commune
                    .postcodes
                    .iter()
                    .filter(|postcode| !postcode.is_empty())
                {
                    index.postcodes.entry(postcode).or_default().push(code);
                }
                index
                    .names
                    .entry(key(&commune.name))
                    .or_default()
                    .push(code);
            }
            for (code, name) in self.gazetteer.departements() {
                index.departements.insert(fold(code), code);
                index.departements.insert(fold(name), code);
            }
            // A commune that has arrondissements has their postcodes too: the arrondissement says more.
            for codes in index.postcodes.values_mut() {
                let is_part = |code: &str| {
                    self.gazetteer
                        .commune(code)
                        .is_some_and(|commune| commune.parent.is_some())
                };
                if codes.iter().any(|code| is_part(code)) {
                    codes.retain(|code| is_part(code));
                }
            }
            index
        })
    }

    /// Whether a commune is in a département.
    pub fn is_in(&self, code: &str, departement: &str) -> bool {
        departement_of(code) == departement
    }
}

/// What is compared of the name of a commune.
fn key(name: &str) -> String {
    let folded = fold(name);
    let words = folded
        .split(' ')
        .take_while(|word| *word != "cedex")
        .map(|word| match word {
            "st" => "saint",
            "ste" => "sainte",
            "s" => "sur",
            "ss" => "sous",
            word => word,
        });
    words.collect::<Vec<_>>().join(" ")
}
