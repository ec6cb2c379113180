//! What the box of the map finds: `crates/find` for scripts (`public/find`). It fetches nothing: the script hands it files as the text
//! asks for them.

use find::{Answer, Found, Group, Index, Query, Why};
use model::data::directory::{NameKind, Shard};
use model::data::named::decode_named;
use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing starts by itself: the script does.
fn main() {}

/// The names that came, and the answers among them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Finder(Index);

#[wasm_bindgen]
impl Finder {
    /// Without any name.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the names of sheets, levers and themes, or what initiatives say of themselves. Returns whether the file is sound.
    pub fn add_sheets(&mut self, file: &[u8]) -> bool {
        let named = decode_named(file);
        let sound = named.is_ok();
        self.0.add_named(named.unwrap_or_default());
        sound
    }

    /// Adds names of territories. Returns whether the file is sound.
    pub fn add_territories(&mut self, file: &[u8]) -> bool {
        let shard = Shard::decode(file);
        let sound = shard.is_ok();
        self.0.add(shard.unwrap_or_default());
        sound
    }

    /// Keys of the files of territories that a text needs beside the first one, the most useful first.
    pub fn keys(&self, text: &str) -> Vec<String> {
        Query::new(text).shards(self.0.keys())
    }

    /// The answers to a text, the groups and in each group the best first: one text, since handing a browser each of a hundred texts takes
    /// longer than finding. [`ROW`] stands between two answers, [`FIELD`] between two texts of an answer:
    /// 0. its group;
    /// 1. the kind of what it leads to, as in addresses: `commune`, `initiative`;
    /// 2. its code or id;
    /// 3. its name;
    /// 4. why that name is another one: `former`, `usual`, `district`; why an initiative that it does not name is an answer: `says`,
    ///    `under`; nothing when the name is its own;
    /// 5. code and 6. name of the département of a commune;
    /// 7. the words that an initiative says, or those of its lever or theme;
    /// then the name that was found, in pieces, every second of which was typed.
    pub fn answers(&mut self, text: &str) -> String {
        let mut said = String::new();
        for (group, answers) in self.0.answers(&Query::new(text)) {
            for answer in &answers {
                if !said.is_empty() {
                    said.push_str(ROW);
                }
                say(&mut said, group, answer);
            }
        }
        said
    }
}

/// What no name holds: the separators of records and of their units.
const ROW: &str = "\u{1e}";
const FIELD: &str = "\u{1f}";

/// Says an answer.
fn say(said: &mut String, group: Group, answer: &Answer) {
    let (kind, id) = match &answer.found {
        Found::Territory(territory) => (territory.kind.id(), &territory.code),
        Found::Sheet(target) => (target.kind.id(), &target.id),
    };
    let known_as = answer.known_as.as_ref().map_or("", |(kind, _)| match kind {
        NameKind::Official => "",
        other => other.id(),
    });
    let (why, mention) = match &answer.why {
        Some(Why::Says(words)) => ("says", words.as_str()),
        Some(Why::Under(word)) => ("under", word.as_str()),
        None => (known_as, ""),
    };
    let (code, departement) = answer
        .departement
        .as_ref()
        .map_or(("", ""), |(code, name)| (code.as_str(), name.as_str()));
    let name = &answer.name;
    for text in [
        group_id(group),
        kind,
        id,
        name,
        why,
        code,
        departement,
        mention,
    ] {
        said.push_str(text);
        said.push_str(FIELD);
    }
    // The name that was found, cut where what was typed begins and ends.
    let found = answer.name_found();
    let mut at = 0;
    for end in answer
        .typed
        .iter()
        .flat_map(|range| [range.start, range.end])
    {
        said.push_str(found.get(at..end).unwrap_or_default());
        said.push_str(FIELD);
        at = end;
    }
    said.push_str(found.get(at..).unwrap_or_default());
}

fn group_id(group: Group) -> &'static str {
    match group {
        Group::Territories => "territories",
        Group::Initiatives => "initiatives",
        Group::Authorities => "authorities",
        Group::Words => "words",
    }
}
