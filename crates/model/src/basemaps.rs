//! Which basemap files a view needs, and those that have come.

use crate::data::basemap::{Arc, Basemap, Feature, LayerKind};
use crate::domain::{Territory, TerritoryKind, commune_of, departement_of};
use engine::Camera;
use engine::geo::WorldBounds;
use std::rc::Rc;

/// Beyond this zoom the basemap has nothing more to show: communes, their lines and their names.
pub const CLOSEST_ZOOM: f64 = 13.0;
/// From this zoom streets are offered, where the operator names a background that has them.
pub const STREETS_ZOOM: f64 = 11.0;

/// From this zoom the finer files are drawn.
const FINE_ZOOM: f64 = 7.0;
/// From this zoom communes are drawn.
const COMMUNE_ZOOM: f64 = 9.5;
/// More départements than this in view, and communes would be too small to see.
const MAX_COMMUNE_FILES: usize = 32;

/// The files of two levels of detail, far and close, from the back to the front.
const LEVELLED: [[&str; 2]; 3] = [
    ["neighbours-l0", "neighbours-l1"],
    [TOWNS, NEARBY],
    ["water-l0", "water-l1"],
];
/// The file of France, seen from afar: towns, régions, départements. Files of communes take its place when closer.
pub const TOWNS: &str = "france-l0";
/// The same, seen from nearby.
pub const NEARBY: &str = "france-l1";
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

    /// Forgets the files that did not come: they are asked for again.
    pub fn forget_missing(&mut self) {
        self.files
            .retain(|(_, file)| !matches!(file, File::Missing));
    }

    /// Whether a file did not come.
    pub fn lacks(&self) -> bool {
        let mut files = self.files.iter();
        files.any(|(_, file)| matches!(file, File::Missing))
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

    /// The parts of a territory, each with its file, as the lines beside them are drawn: where communes are, its part of each
    /// département in view; else the whole of it.
    pub fn outlined<'a>(&'a self, outline: &'a Outline, camera: &Camera) -> Vec<Part<'a>> {
        let part = |basemap: &'a Rc<Basemap>| {
            let feature = basemap.layer(outline.layer)?.feature(&outline.code)?;
            Some(Part { basemap, feature })
        };
        let mut parts: Vec<Part> = self.communes(camera).filter_map(part).collect();
        if parts.is_empty() {
            parts.extend(self.finest(&outline.file).and_then(part));
        }
        parts
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
    /// Its code there: an arrondissement has the outline of its commune.
    pub code: String,
}

impl Outline {
    /// That of a territory.
    pub fn of(territory: &Territory) -> Self {
        let (file, layer) = match territory.kind {
            TerritoryKind::Region => (TOWNS.to_owned(), LayerKind::Region),
            TerritoryKind::Departement => (TOWNS.to_owned(), LayerKind::Departement),
            TerritoryKind::Epci => (NEARBY.to_owned(), LayerKind::Epci),
            TerritoryKind::Ept => (NEARBY.to_owned(), LayerKind::Ept),
            TerritoryKind::Commune => (
                communes_of(departement_of(&territory.code)),
                LayerKind::Commune,
            ),
        };
        Self {
            file,
            layer,
            code: commune_of(&territory.code).to_owned(),
        }
    }
}

/// A part of a territory, and the file that it is in.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// The file.
    pub basemap: &'a Basemap,
    /// The area.
    pub feature: &'a Feature,
}

impl<'a> Part<'a> {
    fn arcs(self) -> impl Iterator<Item = Arc<'a>> {
        let rings = self.feature.rings.iter().flatten();
        rings.filter_map(move |reference| self.basemap.arc(reference.arc()))
    }

    /// The arcs of its outline that are in view and that no other of these parts has: between two parts of a territory there is no
    /// line. Files that share a border have the same arcs along it.
    pub fn edge(self, parts: &[Self], view: WorldBounds) -> impl Iterator<Item = Arc<'a>> {
        self.arcs().filter(move |arc| {
            let has_it = |part: &&Self| part.arcs().any(|other| other == *arc);
            arc.bounds.intersects(view) && parts.iter().filter(has_it).count() == 1
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::basemap::{ArcKind, ArcRef};
    use engine::geo::World;
    use engine::{Camera, Size};

    /// A map of two départements side by side: A from 0.48 to 0.5, B from 0.5 to 0.52.
    fn france() -> Basemap {
        let mut map = Basemap::new(20, "");
        let mut features = Vec::new();
        for (code, west, east) in [("A", 0.48, 0.5), ("B", 0.5, 0.52)] {
            let square = [
                [west, 0.48],
                [east, 0.48],
                [east, 0.52],
                [west, 0.52],
                [west, 0.48],
            ];
            let arc = map.arc_count();
            map.push_arc(ArcKind::Departement, &square).unwrap();
            let ring = vec![ArcRef::new(arc as u32, false)];
            features.push(map.feature(code, code, vec![ring]).unwrap());
        }
        map.push_layer(LayerKind::Departement, features);
        map
    }

    fn file(credit: &str) -> Option<Rc<Basemap>> {
        Some(Rc::new(Basemap::new(4, credit)))
    }

    fn camera(x: f64, zoom: f64) -> Camera {
        let size = Size {
            width: 400.0,
            height: 300.0,
        };
        Camera::new(World { x, y: 0.5 }, zoom, size)
    }

    fn painted(files: &Basemaps, camera: &Camera) -> Vec<String> {
        let painted = files.to_paint(camera);
        painted.map(|file| file.credit().to_owned()).collect()
    }

    #[test]
    fn a_file_is_asked_for_once() {
        let mut files = Basemaps::default();
        let far = camera(0.5, 5.0);
        assert_eq!(files.ask(&far), ["neighbours-l0", "france-l0", "water-l0"]);
        assert!(files.ask(&far).is_empty() && !files.ask_one("water-l0"));
        assert!(!files.is_settled(&far));
        for name in ["neighbours-l0", "france-l0", "water-l0"] {
            files.keep(name, None);
        }
        assert!(files.is_settled(&far), "what never comes is not waited for");
    }

    #[test]
    fn what_did_not_come_is_asked_for_again_once_forgotten() {
        let mut files = Basemaps::default();
        let far = camera(0.5, 5.0);
        files.ask(&far);
        files.keep("france-l0", None);
        files.keep("water-l0", file("water"));
        assert!(files.lacks() && files.ask(&far).is_empty());
        files.forget_missing();
        assert!(!files.lacks());
        assert_eq!(
            files.ask(&far),
            ["france-l0"],
            "not the one on its way, nor the one that came"
        );
    }

    #[test]
    fn a_nearer_view_asks_for_the_finer_files_and_roads() {
        let mut files = Basemaps::default();
        files.ask(&camera(0.5, 5.0));
        let near = files.ask(&camera(0.5, 8.0));
        assert_eq!(
            near,
            ["neighbours-l1", "france-l1", "water-l1", "transport"]
        );
    }

    #[test]
    fn the_other_level_is_painted_as_long_as_the_right_one_is_not_here() {
        let mut files = Basemaps::default();
        files.keep("water-l0", file("far"));
        assert_eq!(painted(&files, &camera(0.5, 8.0)), ["far"]);
        files.keep("water-l1", file("near"));
        assert_eq!(painted(&files, &camera(0.5, 8.0)), ["near"]);
        assert_eq!(painted(&files, &camera(0.5, 5.0)), ["far"]);
    }

    #[test]
    fn communes_of_the_departements_in_view_come_together_in_place_of_france() {
        let mut files = Basemaps::default();
        files.keep(TOWNS, Some(Rc::new(france())));
        // The border of A and B is in view.
        let border = camera(0.5, 10.0);
        let asked = files.ask(&border);
        let communes: Vec<&String> = asked
            .iter()
            .filter(|name| name.starts_with(COMMUNES))
            .collect();
        assert_eq!(communes, ["communes-A", "communes-B"]);
        files.keep("communes-A", file("A"));
        assert_eq!(
            painted(&files, &border),
            [""],
            "France, until both are here"
        );
        files.keep("communes-B", file("B"));
        assert_eq!(painted(&files, &border), ["A", "B"]);
    }

    /// The file of the communes of a département: one square, its part of the EPCI `E`, west of `east`. The border at 0.5 is one arc,
    /// the rest another.
    fn communes(code: &str, west: f64, east: f64) -> Option<Rc<Basemap>> {
        let mut map = Basemap::new(20, code);
        let (inner, outer) = if west < 0.5 {
            (east, west)
        } else {
            (west, east)
        };
        map.push_arc(
            ArcKind::Departement,
            &[[inner as f32, 0.48], [inner as f32, 0.52]],
        )
        .unwrap();
        let corner = |x: f64, y: f32| [x as f32, y];
        let rest = [
            corner(inner, 0.52),
            corner(outer, 0.52),
            corner(outer, 0.48),
            corner(inner, 0.48),
        ];
        map.push_arc(ArcKind::Epci, &rest).unwrap();
        let ring = vec![ArcRef::new(0, false), ArcRef::new(1, false)];
        let part = map.feature("E", "", vec![ring]).unwrap();
        map.push_layer(LayerKind::Epci, vec![part]);
        Some(Rc::new(map))
    }

    #[test]
    fn where_communes_are_drawn_an_outline_goes_along_their_lines_and_around_its_parts() {
        let mut files = Basemaps::default();
        files.keep(TOWNS, Some(Rc::new(france())));
        files.keep(NEARBY, file("whole"));
        let territory = Territory {
            kind: TerritoryKind::Epci,
            code: "E".to_owned(),
        };
        let outline = Outline::of(&territory);
        let lines = |files: &Basemaps, zoom| {
            let camera = camera(0.5, zoom);
            let parts = files.outlined(&outline, &camera);
            let edges = parts
                .iter()
                .flat_map(|part| part.edge(&parts, camera.bounds()));
            let edges: Vec<ArcKind> = edges.map(|arc| arc.kind).collect();
            let credits = parts.iter().map(|part| part.basemap.credit().to_owned());
            let credits: Vec<String> = credits.collect();
            (credits, edges)
        };
        files.keep("communes-A", communes("A", 0.49, 0.5));
        assert_eq!(lines(&files, 10.0).0.len(), 0, "both, or the whole");
        files.keep("communes-B", communes("B", 0.5, 0.501));
        let (parts, edges) = lines(&files, 10.0);
        assert_eq!(parts, ["A", "B"]);
        assert_eq!(
            edges,
            [ArcKind::Epci, ArcKind::Epci],
            "no line along the département"
        );
    }

    #[test]
    fn an_outline_says_its_file_and_lies_on_the_finest_coast() {
        let of = |kind, code: &str| {
            Outline::of(&Territory {
                kind,
                code: code.to_owned(),
            })
        };
        assert_eq!(of(TerritoryKind::Region, "11").file, TOWNS);
        assert_eq!(of(TerritoryKind::Epci, "200054781").file, "france-l1");
        assert_eq!(of(TerritoryKind::Commune, "2A004").file, "communes-2A");
        assert_eq!(of(TerritoryKind::Commune, "97411").file, "communes-974");
        assert_eq!(of(TerritoryKind::Commune, "75118").code, "75056");
        assert_eq!(of(TerritoryKind::Commune, "75101").file, "communes-75");
        assert_eq!(of(TerritoryKind::Epci, "200054781").code, "200054781");
        let mut files = Basemaps::default();
        files.keep(TOWNS, file("far"));
        assert_eq!(files.finest(TOWNS).map(|map| map.credit()), Some("far"));
        files.keep("france-l1", file("near"));
        assert_eq!(files.finest(TOWNS).map(|map| map.credit()), Some("near"));
    }
}
