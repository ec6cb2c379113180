//! Which basemap files a view needs, and those that have come.

use crate::data::basemap::{Basemap, LayerKind};
use crate::domain::{Territory, TerritoryKind};
use engine::Camera;
use std::rc::Rc;

/// From this zoom the finer files are drawn.
const FINE_ZOOM: f64 = 7.0;
/// From this zoom communes are drawn.
const COMMUNE_ZOOM: f64 = 9.5;
/// More départements than this in view, and communes would be too small to see.
const MAX_COMMUNE_FILES: usize = 32;

/// The files of two levels of detail, far and close, from the back to the front.
const LEVELLED: [[&str; 2]; 3] = [
    ["neighbours-l0", "neighbours-l1"],
    [TOWNS, "france-l1"],
    ["water-l0", "water-l1"],
];
/// The file of France, seen from afar: towns, régions, départements. Files of communes take its place when closer.
pub const TOWNS: &str = "france-l0";
/// What the close view adds.
const TRANSPORT: &str = "transport";
/// The file of the communes of a département is called so, with its code.
const COMMUNES: &str = "communes-";

/// A file on its way, here, or not to be had.
enum File {
    Coming,
    Here(Rc<Basemap>),
    Missing,
}

/// The files asked for so far.
#[derive(Default)]
pub struct Basemaps {
    files: Vec<(String, File)>,
}

impl Basemaps {
    /// Names of the files that a view asks for first, and that nobody asked for yet. They count as asked for now.
    pub fn ask(&mut self, camera: &Camera) -> Vec<String> {
        let wanted = self.wanted(camera);
        wanted
            .into_iter()
            .filter(|name| self.ask_one(name))
            .collect()
    }

    /// Whether this file is to be fetched: nobody asked for it yet.
    pub fn ask_one(&mut self, name: &str) -> bool {
        let new = self.file(name).is_none();
        if new {
            self.files.push((name.to_owned(), File::Coming));
        }
        new
    }

    /// Keeps a file that has come; `None` when it is not to be had.
    pub fn keep(&mut self, name: &str, basemap: Option<Rc<Basemap>>) {
        let file = basemap.map_or(File::Missing, File::Here);
        self.files.retain(|(known, _)| known != name);
        self.files.push((name.to_owned(), file));
    }

    fn file(&self, name: &str) -> Option<&File> {
        let found = self.files.iter().find(|(known, _)| known == name);
        found.map(|(_, file)| file)
    }

    /// A file, when it is here.
    pub fn get(&self, name: &str) -> Option<&Rc<Basemap>> {
        here(self.file(name)?)
    }

    /// The same file in its finer level when that is here, so that an outline lies on the coast drawn.
    pub fn finest(&self, name: &str) -> Option<&Rc<Basemap>> {
        let levels = LEVELLED.iter().find(|[far, _]| *far == name);
        levels
            .and_then(|[_, close]| self.get(close))
            .or_else(|| self.get(name))
    }

    /// Whether every file of the view has come, or never will.
    pub fn is_settled(&self, camera: &Camera) -> bool {
        self.wanted(camera)
            .iter()
            .all(|name| !matches!(self.file(name), None | Some(File::Coming)))
    }

    /// What to paint for a view, from the back to the front: the finest that is here. The files of communes come together, in
    /// place of France: two levels of detail would show each border twice.
    pub fn to_paint(&self, camera: &Camera) -> impl Iterator<Item = &Rc<Basemap>> {
        let fine = is_fine(camera);
        let replaced = self.communes(camera).next().is_some();
        let levels = LEVELLED
            .iter()
            .filter(move |[far, _]| !(replaced && *far == TOWNS))
            .filter_map(move |levels| self.level(levels, fine));
        let transport = self.get(TRANSPORT).filter(|_| fine);
        levels.chain(transport).chain(self.communes(camera))
    }

    /// Whose names to write, the most important first.
    pub fn to_name(&self, camera: &Camera) -> impl Iterator<Item = &Rc<Basemap>> {
        let fine = is_fine(camera);
        let levels = LEVELLED.iter();
        levels
            .filter_map(move |levels| self.level(levels, fine))
            .chain(self.communes(camera))
    }

    /// The level of detail that suits the view, or the other one as long as it is not here.
    fn level(&self, [far, close]: &[&str; 2], fine: bool) -> Option<&Rc<Basemap>> {
        let (first, other) = if fine { (close, far) } else { (far, close) };
        self.get(first).or_else(|| self.get(other))
    }

    fn wanted(&self, camera: &Camera) -> Vec<String> {
        let mut names: Vec<_> = LEVELLED.iter().map(|[far, _]| (*far).to_owned()).collect();
        if is_fine(camera) {
            names.extend(LEVELLED.iter().map(|[_, close]| (*close).to_owned()));
            names.push(TRANSPORT.to_owned());
        }
        names.extend(self.departements_in_view(camera).map(communes_of));
        names
    }

    /// The files of communes of the view, once all are here.
    fn communes(&self, camera: &Camera) -> impl Iterator<Item = &Rc<Basemap>> {
        let all = self
            .departements_in_view(camera)
            .all(|code| self.communes_here(code).is_some());
        self.departements_in_view(camera)
            .filter(move |_| all)
            .filter_map(|code| self.communes_here(code))
    }

    /// The file of the communes of a département, when it is here.
    fn communes_here(&self, departement: &str) -> Option<&Rc<Basemap>> {
        let is_it = |name: &str| name.strip_prefix(COMMUNES) == Some(departement);
        let found = self.files.iter().find(|(name, _)| is_it(name));
        here(&found?.1)
    }

    /// Codes of the départements whose communes the view shows.
    fn departements_in_view(&self, camera: &Camera) -> impl Iterator<Item = &str> {
        let view = camera.bounds();
        let france = self
            .get(TOWNS)
            .filter(|_| camera.zoom() >= COMMUNE_ZOOM)
            .and_then(|france| france.layer(LayerKind::Departement));
        let departements = france.map_or(&[][..], |layer| &layer.features);
        let in_view = departements
            .iter()
            .filter(move |feature| feature.bounds.intersects(view));
        let few = in_view.clone().count() <= MAX_COMMUNE_FILES;
        in_view
            .filter(move |_| few)
            .map(|feature| feature.code.as_str())
    }
}

fn here(file: &File) -> Option<&Rc<Basemap>> {
    match file {
        File::Here(basemap) => Some(basemap),
        File::Coming | File::Missing => None,
    }
}

fn is_fine(camera: &Camera) -> bool {
    camera.zoom() >= FINE_ZOOM
}

fn communes_of(departement: &str) -> String {
    format!("{COMMUNES}{departement}")
}

/// A territory whose outline is drawn, and where that is.
pub struct Outline {
    /// The file.
    pub file: String,
    /// Its layer.
    pub layer: LayerKind,
    /// The territory's code.
    pub code: String,
}

impl Outline {
    /// That of a territory.
    pub fn of(territory: &Territory) -> Self {
        let (file, layer) = match territory.kind {
            TerritoryKind::Region => (TOWNS.to_owned(), LayerKind::Region),
            TerritoryKind::Departement => (TOWNS.to_owned(), LayerKind::Departement),
            TerritoryKind::Epci => ("france-l1".to_owned(), LayerKind::Epci),
            TerritoryKind::Ept => ("france-l1".to_owned(), LayerKind::Ept),
            TerritoryKind::Commune => (
                communes_of(departement_of(&territory.code)),
                LayerKind::Commune,
            ),
        };
        Self {
            file,
            layer,
            code: territory.code.clone(),
        }
    }
}

/// The département of a commune: the first two characters of its INSEE code, three overseas.
fn departement_of(commune: &str) -> &str {
    let length = if commune.starts_with("97") { 3 } else { 2 };
    commune.get(..length).unwrap_or(commune)
}
