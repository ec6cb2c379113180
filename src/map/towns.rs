//! The names of towns, shared by the map and its overlays once their file has come.

use engine::geo::World;
use model::data::basemap::Basemap;
use std::cell::OnceCell;
use std::rc::Rc;

/// The file of towns, once it is here.
#[derive(Clone, Default)]
pub struct Towns(Rc<OnceCell<Rc<Basemap>>>);

impl Towns {
    /// The file has come.
    pub fn set(&self, basemap: Rc<Basemap>) {
        // A second one would be the same.
        let _ = self.0.set(basemap);
    }

    /// The town that says where a ring is: the largest of these communes, by their codes, or the large town nearest to its middle.
    pub fn of(&self, communes: &[&str], middle: World) -> Option<String> {
        self.0.get()?.town_of(communes, middle).map(str::to_owned)
    }

    /// The large town nearest to a place.
    pub fn near(&self, at: World) -> Option<String> {
        self.0.get()?.town_near(at).map(str::to_owned)
    }
}
