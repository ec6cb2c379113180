//! The sheets of territories on the map: one for each commune, intercommunalité, département and région of France. Those that the map
//! has something to say of say what their page does. The others share nearly all: what is done at each level around them, and the
//! nearest initiatives. They come in sets (see [`SheetSet`]), of which `public/panels.js` knows the names.

use super::level::{Level, Levels, documents, level, silent, silent_of, uncovered};
use super::near::{found, near, nearest_of, none_near, note};
use super::page::{head, how_to_add, main, within};
use super::{Known, Source, city, inside, known};
use crate::build::OutputFile;
use crate::pages::texts;
use crate::sheet::Site;
use crate::text::territories as words;
use anyhow::{Context, Result};
use content::gazetteer::POPULATION_YEAR;
use leptos::prelude::*;
use model::Lang;
use model::data::{BLANK, Composed, FileKind, Part, SheetSet, Step, encode_one};
use model::domain::{Initiative, Subject, Territory, TerritoryKind, departement_of};
use std::collections::BTreeMap;

/// A fragment that several sheets may have.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Fragment {
    /// All of a sheet of which the map has something to say.
    Whole(Territory),
    /// Kind, name, link that limits the map to it.
    Head(TerritoryKind),
    /// The same with its inhabitants.
    HeadWithInhabitants(TerritoryKind),
    Lead,
    NothingIn,
    NothingOver(TerritoryKind),
    Storey(Territory),
    /// No initiative is over the levels of these kinds.
    Uncovered(Vec<TerritoryKind>),
    /// The levels of which nothing is said begin.
    Silent,
    /// One of them.
    SilentLevel(Territory),
    SilentEnd,
    /// The nearest initiatives begin.
    Nearest,
    /// One of them, by its place among all.
    Near(usize),
    NearestEnd,
    NoneNear,
    Add,
}

/// A set being made.
#[derive(Default)]
struct Making {
    set: SheetSet,
    places: BTreeMap<Fragment, u32>,
}

/// Makes fragments, each once.
struct Maker<'a> {
    source: &'a Source<'a>,
    initiatives: Vec<&'a Initiative>,
    known: BTreeMap<Territory, &'a Known>,
    documents: String,
    made: BTreeMap<Fragment, Vec<Step>>,
}

/// The files.
///
/// # Errors
/// When a sheet holds what sheets may not have.
pub fn files(source: &Source<'_>) -> Result<Vec<OutputFile>> {
    let mut maker = Maker::new(source);
    let mut sets: BTreeMap<String, Making> = BTreeMap::new();
    for territory in source.gazetteer.territories() {
        let making = sets.entry(set_of(&territory)).or_default();
        maker.add(&territory, making)?;
    }
    let file = |(name, Making { mut set, .. }): (String, Making)| {
        set.lang = Lang::Fr.id().to_owned();
        let path = format!("{}/around-{name}.bin", crate::find::FOLDER);
        let bytes = encode_one(FileKind::SheetSet, &set).with_context(|| path.clone())?;
        Ok(OutputFile { path, bytes })
    };
    sets.into_iter().map(file).collect()
}

/// The set of a territory: communes by département, intercommunalités by the last digit of their code.
fn set_of(territory: &Territory) -> String {
    let code = territory.code.as_str();
    match territory.kind {
        TerritoryKind::Commune => departement_of(code).to_lowercase(),
        TerritoryKind::Ept | TerritoryKind::Epci => {
            format!("groupes-{}", code.chars().last().unwrap_or('0'))
        }
        TerritoryKind::Departement | TerritoryKind::Region => "departements-regions".to_owned(),
    }
}

impl<'a> Maker<'a> {
    fn new(source: &'a Source<'a>) -> Self {
        let known = known(source).iter();
        Self {
            source,
            initiatives: source.links.initiatives.to_vec(),
            known: known.map(|one| (one.territory.clone(), one)).collect(),
            documents: documents(source),
            made: BTreeMap::new(),
        }
    }

    /// Adds the sheet of a territory. An arrondissement has that of its city.
    fn add(&mut self, territory: &Territory, making: &mut Making) -> Result<()> {
        let told = city(territory);
        let Some(name) = self.source.gazetteer.name(&told) else {
            return Ok(());
        };
        let asked = match self.known.contains_key(&told) {
            true => vec![(Fragment::Whole(told.clone()), Vec::new())],
            false => self.parts(&told, &name),
        };
        let mut parts = Vec::new();
        for (fragment, texts) in asked {
            let fragment = self.place_of(fragment, making)?;
            parts.push(Part { fragment, texts });
        }
        let initiatives = inside(self.source, &told);
        let ids = initiatives.iter().map(|sheet| sheet.summary.id.clone());
        making.set.sheets.push(Composed {
            id: territory.slug(),
            name,
            subject: Subject {
                initiatives: ids.collect(),
                territories: vec![told],
            },
            parts,
        });
        Ok(())
    }

    /// What a sheet is made of when no document speaks of its territory, and what fills its blanks.
    fn parts(&self, territory: &Territory, name: &str) -> Vec<(Fragment, Vec<String>)> {
        let gazetteer = self.source.gazetteer;
        let kind = territory.kind;
        let limit = within(territory);
        let population = gazetteer.population(territory);
        let head = match population {
            Some(population) => {
                let inhabitants = (texts().inhabitants)(population, POPULATION_YEAR);
                let filled = vec![name.to_owned(), inhabitants, limit];
                (Fragment::HeadWithInhabitants(kind), filled)
            }
            None => (Fragment::Head(kind), vec![name.to_owned(), limit]),
        };
        let nothing = match kind {
            TerritoryKind::Commune => {
                let commune = gazetteer.commune_name(&territory.code).unwrap_or(name);
                let sentence = words::nothing_in(&self.documents, commune);
                (Fragment::NothingIn, vec![sentence])
            }
            kind => (Fragment::NothingOver(kind), Vec::new()),
        };
        let mut parts = vec![head, (Fragment::Lead, Vec::new()), nothing];
        let around = gazetteer.around(territory);
        let others = around.iter().filter(|one| *one != territory);
        let levels = Levels::of(self.source, territory, others);
        let plain = |fragment: Fragment| (fragment, Vec::new());
        parts.extend(
            levels
                .told
                .into_iter()
                .map(|one| plain(Fragment::Storey(one.clone()))),
        );
        if !levels.uncovered.is_empty() {
            parts.push(plain(Fragment::Uncovered(levels.uncovered)));
        }
        if !levels.silent.is_empty() {
            let silent = levels.silent.into_iter().cloned();
            let all = std::iter::once(Fragment::Silent).chain(silent.map(Fragment::SilentLevel));
            parts.extend(all.chain([Fragment::SilentEnd]).map(plain));
        }
        let all = self.initiatives.iter().copied();
        let from = gazetteer.point(territory);
        let nearest = from.map(|from| found(all, territory, &around, from));
        if nearest.as_ref().is_some_and(Vec::is_empty) {
            parts.push(plain(Fragment::NoneNear));
        } else if let Some(nearest) = nearest {
            parts.push(plain(Fragment::Nearest));
            for (sheet, place, km) in nearest {
                let same = |other: &&Initiative| other.summary.id == sheet.summary.id;
                if let Some(at) = self.initiatives.iter().position(same) {
                    parts.push((Fragment::Near(at), vec![note(place, km)]));
                }
            }
            parts.push((Fragment::NearestEnd, Vec::new()));
        }
        parts.push((Fragment::Add, Vec::new()));
        parts
    }

    /// The place of a fragment in a set, which gets it if it has it not.
    fn place_of(&mut self, fragment: Fragment, making: &mut Making) -> Result<u32> {
        if let Some(&place) = making.places.get(&fragment) {
            return Ok(place);
        }
        if !self.made.contains_key(&fragment) {
            let steps = self.make(&fragment)?;
            self.made.insert(fragment.clone(), steps);
        }
        let place = making.set.fragments.len() as u32;
        let steps = self.made.get(&fragment).cloned();
        making.set.fragments.push(steps.unwrap_or_default());
        making.places.insert(fragment, place);
        Ok(place)
    }

    fn make(&self, fragment: &Fragment) -> Result<Vec<Step>> {
        let source = self.source;
        let blank = || BLANK.to_owned();
        match fragment {
            Fragment::Whole(territory) => match self.known.get(territory) {
                Some(known) => self.steps(|| main(source, known)),
                None => Ok(Vec::new()),
            },
            Fragment::Head(kind) => self.steps(|| head(*kind, blank(), None, Some(blank()))),
            Fragment::HeadWithInhabitants(kind) => self.steps(|| {
                let inhabitants = super::level::inhabitants_said(blank());
                head(*kind, blank(), Some(inhabitants), Some(blank()))
            }),
            Fragment::Lead => self.steps(|| view! { <p>{words::STACK_LEAD}</p> }.into_any()),
            Fragment::NothingIn => {
                self.steps(|| own_storey(TerritoryKind::Commune, BLANK.to_owned()))
            }
            Fragment::NothingOver(kind) => {
                self.steps(|| own_storey(*kind, words::nothing_over(&self.documents, &[*kind])))
            }
            Fragment::Storey(territory) => self.steps(|| self.storey(territory)),
            Fragment::Uncovered(kinds) => self.steps(|| uncovered(source, kinds)),
            Fragment::Silent => self.opened(|| silent_of(Vec::new())),
            Fragment::SilentLevel(territory) => {
                let name = source.gazetteer.name(territory).unwrap_or_default();
                self.steps(|| silent(territory, &name))
            }
            Fragment::Nearest => self.opened(|| nearest_of(Vec::new())),
            Fragment::NoneNear => self.steps(none_near),
            Fragment::Near(at) => match self.initiatives.get(*at) {
                Some(sheet) => self.steps(|| near(sheet, blank())),
                None => Ok(Vec::new()),
            },
            Fragment::SilentEnd | Fragment::NearestEnd => Ok(vec![Step::Close, Step::Close]),
            Fragment::Add => self.steps(|| how_to_add(source.site())),
        }
    }

    /// A level around a territory of which no document speaks.
    fn storey(&self, territory: &Territory) -> AnyView {
        let name = self.source.gazetteer.name(territory);
        let nowhere = Territory {
            kind: TerritoryKind::Commune,
            code: String::new(),
        };
        level(
            self.source,
            &Level {
                here: &nowhere,
                territory,
                name: &name.unwrap_or_default(),
                inside: &[],
            },
        )
    }

    /// A section whose list is empty, without its ends: items follow. What is before the list is whole.
    fn opened(&self, view: impl FnOnce() -> AnyView) -> Result<Vec<Step>> {
        let whole = self.steps(view)?;
        let ends = whole.iter().rev();
        let open = whole.len() - ends.take_while(|&step| *step == Step::Close).count();
        Ok(whole.into_iter().take(open).collect())
    }

    fn steps(&self, view: impl FnOnce() -> AnyView) -> Result<Vec<Step>> {
        let site = Site::Map(Lang::Fr);
        self.source.renderer.steps(texts(), site, view)
    }
}

/// The level of a territory of which no document speaks.
fn own_storey(kind: TerritoryKind, nothing: String) -> AnyView {
    view! {
        <section class="storey" data-level=kind.id()>
            <h3>{words::level(kind, "", true)}</h3>
            <p class="note">{words::NO_AUTHORITY}</p>
            <p>{nothing}</p>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_named_after_what_its_territories_share() {
        for (territory, set) in [
            ("commune:29151", "29"),
            ("commune:2A004", "2a"),
            ("commune:97411", "974"),
            ("epci:200054781", "groupes-1"),
            ("ept:200057867", "groupes-7"),
            ("departement:29", "departements-regions"),
            ("region:53", "departements-regions"),
        ] {
            let territory = Territory::parse(territory).unwrap();
            assert_eq!(set_of(&territory), set, "{territory}");
        }
    }
}
