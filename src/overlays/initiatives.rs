//! The initiatives on the map: those shown, each by the lever that the filters ask for, with their buttons.

use crate::browser::{dom, react};
use crate::map::{MapHandle, Sighting, Sought};
use crate::state::{Notice, Store};
use engine::geo::{LonLat, World, WorldBounds, mercator};
use engine::mark::Mark;
use engine::{Camera, Cluster, Insets, Rect};
use leptos::prelude::*;
use model::domain::{
    Catalogue, Category, Facet, Filters, Precision, Standing, Summary, Target, TargetKind,
    Territory,
};
use model::marks::{Ingredients, RADIUS_PX, SPREAD_ZOOM, point_set};
use model::text::Texts;
use overlay::{ClusterButtons, Overlay, Palette, Sight, Slides, Updated};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use ui::symbol_id;
use web_sys::{Element, HtmlElement, MouseEvent};

/// How close an initiative is looked at when it is chosen from elsewhere, unless the map is closer already, and how close at most.
const PLACE_ZOOM: f64 = 11.0;
const MOST_PLACE_ZOOM: f64 = 13.0;

/// How long the drawer takes to its height (style.css), and a little more, in milliseconds.
const DRAWER_MS: u64 = 240;

/// The shapes and colours of levers.
static LEVERS: Palette = Palette {
    attribute: "data-lever",
    value: |class| Category::from_index(class).id(),
    symbol: |class, style| symbol_id(Category::from_index(class), standing(style)),
    style_attribute: "data-standing",
    style: |style| standing(style).id(),
    colour: "--lever-",
};

fn standing(style: u8) -> Standing {
    let standing = Standing::ALL.get(usize::from(style));
    standing.copied().unwrap_or_default()
}

/// The initiatives, shared by the map and by those who fill them.
pub type SharedInitiatives = Rc<RefCell<Initiatives>>;

/// The initiatives, and their part of the map.
pub struct Initiatives {
    texts: &'static Texts,
    catalogue: Arc<Catalogue>,
    /// Category shown by each initiative, by its position in the catalogue.
    categories: Vec<Category>,
    /// Positions of those shown, in ascending order.
    shown: Vec<usize>,
    buttons: ClusterButtons,
}

impl Initiatives {
    /// None yet, with the element of their buttons.
    pub fn new(host: HtmlElement, texts: &'static Texts) -> SharedInitiatives {
        Rc::new(RefCell::new(Self {
            texts,
            catalogue: Arc::default(),
            categories: Vec::new(),
            shown: Vec::new(),
            buttons: ClusterButtons::new(host, &LEVERS, RADIUS_PX, Slides::OutAndIn),
        }))
    }

    /// Takes what is shown. Returns whether any of it is new.
    fn set(&mut self, catalogue: &Arc<Catalogue>, filters: &Filters, shown: &[usize]) -> bool {
        let asked = filters.asked(Facet::Lever);
        let category = |initiative: &Summary| initiative.shown_category(asked);
        let categories: Vec<Category> = catalogue.initiatives.iter().map(category).collect();
        let same_catalogue = Arc::ptr_eq(&self.catalogue, catalogue);
        if same_catalogue && self.categories == categories && self.shown == shown {
            return false;
        }
        let points = point_set(catalogue, &categories);
        let is_shown = |item: u32| shown.binary_search(&(item as usize)).is_ok();
        self.buttons
            .change(|matches| *matches = points.matching(is_shown));
        self.catalogue = catalogue.clone();
        self.categories = categories;
        self.shown = shown.to_vec();
        true
    }

    fn get(&self, item: u32) -> Option<&Summary> {
        self.catalogue.initiatives.get(item as usize)
    }

    /// The id of the initiative of a button, if it has only one.
    fn id_of(&self, button: &Element) -> Option<String> {
        let item = self.buttons.markers.mark_of(button)?.single()?;
        Some(self.get(item)?.id.clone())
    }

    /// The view that tells the initiatives of a mark apart: where none does, one in which they are spread.
    fn opening(&mut self, mark: &Mark, camera: &Camera, insets: Insets) -> Camera {
        let opened = self.buttons.opening(mark, camera, insets);
        let spread = || camera.with_zoom(SPREAD_ZOOM.max(camera.zoom()));
        opened.unwrap_or_else(|| spread().centred_on(mark.at, insets))
    }

    /// The view in which an initiative is seen: its places or its territory. Near enough and not covered, the map stays.
    fn view_of(&self, item: u32, sighting: &Sighting) -> Option<Camera> {
        let Sighting {
            camera,
            insets,
            placed,
        } = *sighting;
        let places: Vec<World> = self
            .get(item)?
            .places
            .iter()
            .map(|place| mercator::project(LonLat::clamped(place.lon, place.lat)))
            .collect();
        let bounds = WorldBounds::around(places.iter().copied())?;
        Some(match places.as_slice() {
            &[place] if placed && self.buttons.markers.has_alone(item) => {
                camera.revealing(place, insets)
            }
            _ => {
                let here = if placed { camera.zoom() } else { 0.0 };
                let closest = PLACE_ZOOM.max(here).min(MOST_PLACE_ZOOM);
                camera.fit(bounds, insets, closest)
            }
        })
    }
}

impl Overlay for Initiatives {
    fn update(&mut self, sight: &Sight) -> Updated {
        let Self {
            texts,
            catalogue,
            categories,
            buttons,
            ..
        } = self;
        buttons.update(sight, |matches, seen| {
            let ingredients = Ingredients {
                catalogue,
                categories,
                matches,
                town: sight.town,
                texts,
            };
            if sight.is_closest {
                // What no zoom tells apart is spread.
                let piled = |cluster: &Cluster| Cluster {
                    kind: cluster.kind.closest(),
                    ..cluster.clone()
                };
                let piles: Vec<Cluster> = seen.iter().map(piled).collect();
                return ingredients.marks(&piles, sight.camera);
            }
            ingredients.marks(seen, sight.camera)
        })
    }

    fn follow(&mut self, camera: &Camera) {
        self.buttons.markers.follow(camera);
    }

    fn obstacles(&self, camera: &Camera, rects: &mut Vec<Rect>) {
        rects.extend(self.buttons.markers.rects(camera));
    }

    fn is_pending(&self) -> bool {
        false
    }

    fn rested(&mut self, _camera: &Camera) {}

    fn renamed(&mut self) {
        self.buttons.spoil();
    }

    fn place_of(&self, button: &Element) -> Option<World> {
        self.buttons.markers.mark_of(button).map(|mark| mark.at)
    }
}

/// Shows the initiatives that have come and pass the filters, before the map follows the state.
pub fn show_first(map: &MapHandle, initiatives: &SharedInitiatives, store: Store) {
    let (catalogue, filters) = (
        store.catalogue.read_untracked(),
        store.filters.read_untracked(),
    );
    if let Some(catalogue) = catalogue.ready() {
        show(
            map,
            initiatives,
            catalogue,
            &filters,
            &catalogue.matching(&filters),
        );
        map.make_buttons();
    }
}

fn show(
    map: &MapHandle,
    initiatives: &SharedInitiatives,
    catalogue: &Arc<Catalogue>,
    filters: &Filters,
    shown: &[usize],
) {
    let is_new = initiatives.borrow_mut().set(catalogue, filters, shown);
    if is_new {
        map.repaint();
    }
}

/// Lets the initiatives hear the visitor and follow the state. `has_view`: the address says where to look.
pub fn attend(
    map: &MapHandle,
    initiatives: &SharedInitiatives,
    host: &HtmlElement,
    store: Store,
    has_view: bool,
) {
    listen(map, initiatives, host, store);
    follow_shown(map, initiatives, store);
    follow_selection(map, initiatives, store, has_view);
    follow_outlines(map, store);
    follow_territory(map, store, has_view);
    let pointed = initiatives.clone();
    react::effect(move || {
        store.hovered.track();
        store.panel.track();
        let (selected, hovered) = (selected_item(store), hovered_item(store));
        pointed
            .borrow_mut()
            .buttons
            .markers
            .highlight(selected, hovered);
    });
}

fn listen(map: &MapHandle, initiatives: &SharedInitiatives, host: &HtmlElement, store: Store) {
    let (handle, chosen) = (map.clone(), initiatives.clone());
    react::listen(host, "click", move |event: MouseEvent| {
        if let Some(target) = dom::target(&event) {
            choose(&handle, &chosen, &target, store);
        }
    });
    let pointed = initiatives.clone();
    react::on_hover(host, move |element| {
        let id = element.and_then(|element| pointed.borrow().id_of(&element));
        react::set(store.hovered, id);
    });
}

/// The visitor chose the mark of this button.
fn choose(map: &MapHandle, initiatives: &SharedInitiatives, button: &Element, store: Store) {
    let mark = initiatives
        .borrow()
        .buttons
        .markers
        .mark_of(button)
        .cloned();
    let Some(mark) = mark else { return };
    if mark.single().is_some() {
        let id = initiatives.borrow().id_of(button);
        store.panel.set(id.map(|id| Target::initiative(&id)));
        return;
    }
    let Sighting { camera, insets, .. } = map.sighting();
    let to = initiatives.borrow_mut().opening(&mark, &camera, insets);
    map.fly(to);
}

fn follow_shown(map: &MapHandle, initiatives: &SharedInitiatives, store: Store) {
    let (map, initiatives) = (map.clone(), initiatives.clone());
    react::effect(move || {
        if let Some(catalogue) = store.catalogue.read().ready() {
            show(
                &map,
                &initiatives,
                catalogue,
                &store.filters.read(),
                &store.shown.read(),
            );
        }
    });
}

/// Brings the initiative whose sheet opens in sight.
fn follow_selection(
    map: &MapHandle,
    initiatives: &SharedInitiatives,
    store: Store,
    has_view: bool,
) {
    let (map, initiatives) = (map.clone(), initiatives.clone());
    // A link that says where to look is obeyed; later choices move the map.
    let mut obey_view = has_view && store.panel.read_untracked().is_some();
    let mut before = None;
    react::effect(move || {
        store.catalogue.track();
        store.panel.track();
        let selected = selected_item(store);
        if std::mem::replace(&mut before, selected) == selected {
            return;
        }
        let Some(item) = selected else { return };
        if std::mem::take(&mut obey_view) {
            return;
        }
        // Once the sheet is laid out: what it covers of the map is known, and costs nothing to ask.
        let (map, initiatives) = (map.clone(), initiatives.clone());
        react::after_paint(move || {
            // A drawer covers the map from below, and is still on its way up.
            let Insets { top, bottom, .. } = map.sighting().insets;
            let rises = bottom > top && !dom::reduced_motion();
            let wait = if rises { DRAWER_MS } else { 0 };
            react::later(wait, move || {
                let to = initiatives.borrow().view_of(item, &map.sighting());
                if let Some(to) = to.filter(|_| selected_item(store) == Some(item)) {
                    map.go(to);
                }
            });
        });
    });
}

/// Outlines the territories that the open initiative covers, and the one asked for, once it is found.
fn follow_outlines(map: &MapHandle, store: Store) {
    let map = map.clone();
    react::effect(move || {
        store.catalogue.track();
        store.panel.track();
        let mut territories = covered_territories(store, selected_item(store));
        if store.territory_name.read().is_some() {
            territories.extend(store.filters.read_untracked().territory.clone());
        }
        map.outline(&territories);
    });
}

/// Looks for the territory asked for, and shows it.
fn follow_territory(map: &MapHandle, store: Store, has_view: bool) {
    let map = map.clone();
    // A link that says where to look is obeyed; later choices move the map.
    let mut obey_view = has_view;
    let mut before = None;
    react::effect(move || {
        store.retry.track();
        let asked = store.filters.read().territory.clone();
        let again = std::mem::replace(&mut before, asked.clone()) == asked;
        if again && store.territory_name.read_untracked().is_some() {
            return;
        }
        react::set(store.territory_name, None);
        let Some(asked) = asked else { return };
        let stay = std::mem::take(&mut obey_view) || (again && map.sighting().placed);
        let map = map.clone();
        react::spawn(async move {
            let sought = map.seek(&asked).await;
            // The visitor may have asked for another one meanwhile.
            if store.filters.read_untracked().territory.as_ref() != Some(&asked) {
                return;
            }
            match sought {
                Sought::Found(name, bounds) => {
                    store.territory_name.set(Some(name));
                    if !stay {
                        map.show_territory(bounds);
                    }
                }
                Sought::Unreachable => {}
                Sought::Unknown => {
                    store.tell(Notice::hint((store.texts.no_such_territory)(&asked.code)));
                    store.filters.update(|filters| filters.territory = None);
                }
            }
        });
    });
}

/// The territories that an initiative covers.
fn covered_territories(store: Store, item: Option<u32>) -> Vec<Territory> {
    let covered = |catalogue: &Catalogue| {
        let initiative = catalogue.initiatives.get(item? as usize)?;
        let places = initiative.places.iter();
        let wide = places.filter(|place| place.precision != Precision::Commune);
        Some(wide.filter_map(|place| place.covered().cloned()).collect())
    };
    let covered = untrack(|| store.with_catalogue(covered));
    covered.flatten().unwrap_or_default()
}

fn position_of(store: Store, id: &str) -> Option<u32> {
    let catalogue = store.catalogue.read_untracked();
    let mut initiatives = catalogue.ready()?.initiatives.iter();
    let position = initiatives.position(|initiative| initiative.id == id)?;
    u32::try_from(position).ok()
}

/// Position of the initiative whose sheet is open.
fn selected_item(store: Store) -> Option<u32> {
    let panel = store.panel.read_untracked();
    let target = panel.as_ref()?;
    (target.kind == TargetKind::Initiative)
        .then(|| position_of(store, &target.id))
        .flatten()
}

/// Position of the initiative that is pointed at.
fn hovered_item(store: Store) -> Option<u32> {
    position_of(store, store.hovered.read_untracked().as_ref()?)
}
