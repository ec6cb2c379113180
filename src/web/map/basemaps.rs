//! Which basemap files a view needs, and those that have come.

use super::super::fetch::{self, FetchError};
use crate::data::basemap::{Basemap, LayerKind};
use crate::domain::{Territory, TerritoryKind};
use crate::map::Camera;
use std::rc::Rc;

/// From this zoom the finer files are drawn.
const FINE_ZOOM: f64 = 7.0;
/// From this zoom communes are drawn.
const COMMUNE_ZOOM: f64 = 9.5;
/// More départements than this in view, and communes would be too small to see.
const MAX_COMMUNE_FILES: usize = 32;

/// What exists in two levels of detail, from the back to the front.
const LEVELLED: &[&str] = &["neighbours", "france", "water"];
/// Whose files of communes take its place when closer.
const FRANCE: &str = "france";
/// The file of the towns that the far view names.
pub const TOWNS: &str = "france-l0";
/// What the close view adds.
const TRANSPORT: &str = "transport";

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

    /// Keeps what came of a file.
    pub fn keep(&mut self, name: &str, result: Result<Rc<Basemap>, FetchError>) {
        let file = result.map_or(File::Missing, File::Here);
        self.files.retain(|(known, _)| known != name);
        self.files.push((name.to_owned(), file));
    }

    fn file(&self, name: &str) -> Option<&File> {
        let found = self.files.iter().find(|(known, _)| known == name);
        found.map(|(_, file)| file)
    }

    /// A file, when it is here.
    pub fn get(&self, name: &str) -> Option<Rc<Basemap>> {
        match self.file(name)? {
            File::Here(basemap) => Some(basemap.clone()),
            File::Coming | File::Missing => None,
        }
    }

    /// The same file in its finer level when that is here, so that an outline lies on the coast drawn.
    pub fn finest(&self, name: &str) -> Option<Rc<Basemap>> {
        let finer = name.strip_suffix("-l0").map(|stem| levelled(stem, true));
        finer
            .and_then(|name| self.get(&name))
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
    pub fn to_paint(&self, camera: &Camera) -> Vec<Rc<Basemap>> {
        let communes = self.communes(camera);
        let replaced = if communes.is_empty() { "" } else { FRANCE };
        let levels = LEVELLED
            .iter()
            .filter(|&&name| name != replaced)
            .filter_map(|name| self.level(name, camera));
        let transport = self.get(TRANSPORT).filter(|_| is_fine(camera));
        levels.chain(transport).chain(communes).collect()
    }

    /// Whose names to write, the most important first.
    pub fn to_name(&self, camera: &Camera) -> Vec<Rc<Basemap>> {
        let levels = LEVELLED.iter().filter_map(|name| self.level(name, camera));
        levels.chain(self.communes(camera)).collect()
    }

    /// The level of detail that suits the view, or the other one as long as it is not here.
    fn level(&self, name: &str, camera: &Camera) -> Option<Rc<Basemap>> {
        let fine = is_fine(camera);
        self.get(&levelled(name, fine))
            .or_else(|| self.get(&levelled(name, !fine)))
    }

    fn wanted(&self, camera: &Camera) -> Vec<String> {
        let mut names: Vec<_> = LEVELLED.iter().map(|name| levelled(name, false)).collect();
        if is_fine(camera) {
            names.extend(LEVELLED.iter().map(|name| levelled(name, true)));
            names.push(TRANSPORT.to_owned());
        }
        names.extend(self.communes_in_view(camera));
        names
    }

    /// The files of communes of the view, once all are here.
    fn communes(&self, camera: &Camera) -> Vec<Rc<Basemap>> {
        let names = self.communes_in_view(camera).into_iter();
        let all: Option<_> = names.map(|name| self.get(&name)).collect();
        all.unwrap_or_default()
    }

    fn communes_in_view(&self, camera: &Camera) -> Vec<String> {
        let Some(france) = self
            .get("france-l0")
            .filter(|_| camera.zoom() >= COMMUNE_ZOOM)
        else {
            return Vec::new();
        };
        let departements = france
            .layer(LayerKind::Departement)
            .map_or(&[][..], |layer| &layer.features);
        let view = camera.bounds();
        let in_view = departements
            .iter()
            .filter(|feature| feature.bounds.intersects(view));
        let names: Vec<_> = in_view.map(|feature| communes_of(&feature.code)).collect();
        if names.len() > MAX_COMMUNE_FILES {
            return Vec::new();
        }
        names
    }
}

fn is_fine(camera: &Camera) -> bool {
    camera.zoom() >= FINE_ZOOM
}

fn levelled(name: &str, fine: bool) -> String {
    format!("{name}-l{}", u8::from(fine))
}

fn communes_of(departement: &str) -> String {
    format!("communes-{departement}")
}

/// The file and the layer that hold a territory's outline.
pub fn outline_of(territory: &Territory) -> (String, LayerKind) {
    match territory.kind {
        TerritoryKind::Region => ("france-l0".to_owned(), LayerKind::Region),
        TerritoryKind::Departement => ("france-l0".to_owned(), LayerKind::Departement),
        TerritoryKind::Epci => ("france-l1".to_owned(), LayerKind::Epci),
        TerritoryKind::Ept => ("france-l1".to_owned(), LayerKind::Ept),
        TerritoryKind::Commune => (
            communes_of(departement_of(&territory.code)),
            LayerKind::Commune,
        ),
    }
}

/// The département of a commune: the first two characters of its INSEE code, three overseas.
fn departement_of(commune: &str) -> &str {
    let length = if commune.starts_with("97") { 3 } else { 2 };
    commune.get(..length).unwrap_or(commune)
}

/// Fetches and reads a file.
///
/// # Errors
/// When it does not come, or is not a basemap of this version.
pub async fn fetch(name: &str) -> Result<Rc<Basemap>, FetchError> {
    let bytes = fetch::bytes(&format!("basemap/{name}.bin")).await?;
    // A basemap that cannot be read is drawn without: what exactly is wrong with it helps no visitor.
    let unreadable = FetchError::Unreadable(crate::data::FrameError::Truncated);
    Basemap::decode(&bytes).map(Rc::new).map_err(|_| unreadable)
}
