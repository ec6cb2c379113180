//! Which basemap files a view needs, and those that have come.

use super::super::fetch::{self, FetchError};
use crate::data::basemap::{Basemap, LayerKind};
use crate::domain::{Territory, TerritoryKind};
use crate::map::Camera;
use std::collections::HashMap;
use std::rc::Rc;

/// From this zoom the finer files are drawn.
const FINE_ZOOM: f64 = 7.0;
/// From this zoom communes are drawn.
const COMMUNE_ZOOM: f64 = 9.5;
/// More départements than this in view, and communes would be too small to see.
const MAX_COMMUNE_FILES: usize = 16;

/// What exists in two levels of detail, from the back to the front. The finer one replaces the coarser.
const LEVELLED: &[&str] = &["neighbours", FRANCE, "water"];
const FRANCE: &str = "france";
/// The far view of France, which also holds the towns that a cluster is named after.
pub const FAR_FRANCE: &str = "france-l0";
/// What the close view adds.
const CLOSE: &[&str] = &["transport", "towns"];

/// A file on its way, here, or not to be had.
enum File {
    Coming,
    Here(Rc<Basemap>),
    Missing,
}

/// The files asked for so far.
#[derive(Default)]
pub struct Basemaps {
    files: HashMap<String, File>,
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
        let new = !self.files.contains_key(name);
        if new {
            self.files.insert(name.to_owned(), File::Coming);
        }
        new
    }

    /// Keeps what came of a file.
    pub fn keep(&mut self, name: &str, result: Result<Rc<Basemap>, FetchError>) {
        self.files
            .insert(name.to_owned(), result.map_or(File::Missing, File::Here));
    }

    /// A file, when it is here.
    pub fn get(&self, name: &str) -> Option<Rc<Basemap>> {
        match self.files.get(name)? {
            File::Here(basemap) => Some(basemap.clone()),
            File::Coming | File::Missing => None,
        }
    }

    /// Whether every file of the view has come, or never will.
    pub fn is_settled(&self, camera: &Camera) -> bool {
        self.wanted(camera)
            .iter()
            .all(|name| !matches!(self.files.get(name), None | Some(File::Coming)))
    }

    /// What to paint for a view, from the back to the front: the finest that is here.
    pub fn to_paint(&self, camera: &Camera) -> Vec<Rc<Basemap>> {
        let fine = camera.zoom() >= FINE_ZOOM;
        let communes = self.whole_communes(camera);
        let level = |name: &&str| {
            let (coarse, finer) = (
                self.get(&levelled(name, false)),
                self.get(&levelled(name, true)),
            );
            if fine {
                finer.or(coarse)
            } else {
                coarse.or(finer)
            }
        };
        // Communes bring the borders of their département at full detail: drawing coarser ones too would double them.
        let levelled = LEVELLED
            .iter()
            .filter(|name| **name != FRANCE || communes.is_empty())
            .filter_map(level);
        let close = CLOSE
            .iter()
            .filter(|_| fine)
            .filter_map(|name| self.get(name));
        levelled
            .chain(communes.iter().cloned())
            .chain(close)
            .collect()
    }

    /// Where the names of a view are, the most important first.
    pub fn to_name(&self, camera: &Camera) -> Vec<Rc<Basemap>> {
        let fine = camera.zoom() >= FINE_ZOOM;
        let names = [
            FAR_FRANCE.to_owned(),
            "towns".to_owned(),
            levelled("neighbours", fine),
        ];
        names
            .iter()
            .filter_map(|name| self.get(name))
            .chain(self.whole_communes(camera))
            .collect()
    }

    /// The communes of every département in view, or nothing while one is missing.
    fn whole_communes(&self, camera: &Camera) -> Vec<Rc<Basemap>> {
        let names = self.communes_in_view(camera);
        names
            .iter()
            .map(|name| self.get(name))
            .collect::<Option<Vec<_>>>()
            .unwrap_or_default()
    }

    fn wanted(&self, camera: &Camera) -> Vec<String> {
        let mut names: Vec<_> = LEVELLED.iter().map(|name| levelled(name, false)).collect();
        if camera.zoom() >= FINE_ZOOM {
            names.extend(LEVELLED.iter().map(|name| levelled(name, true)));
            names.extend(CLOSE.iter().map(|name| (*name).to_owned()));
        }
        names.extend(self.communes_in_view(camera));
        names
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
        in_view
            .take(MAX_COMMUNE_FILES)
            .map(|feature| communes_of(&feature.code))
            .collect()
    }
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
        TerritoryKind::Region => (FAR_FRANCE.to_owned(), LayerKind::Region),
        TerritoryKind::Departement => (FAR_FRANCE.to_owned(), LayerKind::Departement),
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
