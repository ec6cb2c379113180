//! The initiatives on the map: those shown, each by the lever that the filters ask for, with their buttons.

use crate::browser::{dom, react};
use crate::map::{MapHandle, Sighting, Sought};
use crate::state::{Notice, Store};
use engine::geo::{LonLat, World, WorldBounds, mercator};
use engine::mark::{Look, Mark};
use engine::{Camera, Cluster, Insets, Matches, Rect};
use leptos::prelude::*;
use model::domain::{Catalogue, Category, Standing, Summary, Target, ValueSet};
use model::marks::{
    Group, Ingredients, RADIUS_PX, Reach, SPREAD_ZOOM, TAG_RADIUS_PX, counted, place_set,
    territory_set,
};
use model::text::Texts;
use overlay::{ClusterButtons, Overlay, Palette, Sight, SingledOut, Slides, Updated};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use ui::symbol_id;
use web_sys::{Element, HtmlElement, MouseEvent};

/// How close an initiative is looked at when it is chosen from elsewhere, unless the map is closer already, and how close at most.
const PLACE_ZOOM: f64 = 11.0;
const MOST_PLACE_ZOOM: f64 = 13.0;

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
    /// The levers asked for.
    asked: ValueSet,
    /// Positions of those shown, in ascending order.
    shown: Vec<usize>,
    /// Positions of those that the open sheet speaks of, when the others are dimmed.
    singled_out: Option<Vec<usize>>,
    /// What is at a place.
    buttons: ClusterButtons,
    /// What covers a territory, seen from so far.
    tags: ClusterButtons,
    reach: Reach,
}

impl Initiatives {
    /// None yet, with the elements of their buttons: those of places, those of territories.
    pub fn new([places, tags]: [HtmlElement; 2], texts: &'static Texts) -> SharedInitiatives {
        Rc::new(RefCell::new(Self {
            texts,
            catalogue: Arc::default(),
            asked: ValueSet::EMPTY,
            shown: Vec::new(),
            singled_out: None,
            buttons: ClusterButtons::new(places, &LEVERS, RADIUS_PX, Slides::OutAndIn),
            tags: ClusterButtons::new(tags, &LEVERS, TAG_RADIUS_PX, Slides::OutAndIn),
            reach: Reach::Far,
        }))
    }

    /// Takes what is shown. Returns whether any of it is new.
    fn set(&mut self, catalogue: &Arc<Catalogue>, asked: ValueSet, shown: &[usize]) -> bool {
        let same_catalogue = Arc::ptr_eq(&self.catalogue, catalogue);
        if same_catalogue && self.asked == asked && self.shown == shown {
            return false;
        }
        self.catalogue = catalogue.clone();
        self.asked = asked;
        self.shown = shown.to_vec();
        let points = place_set(catalogue);
        self.buttons
            .change(|matches| *matches = points.matching(is_in(shown)));
        self.fill_tags();
        self.dim();
        true
    }

    /// The territories of what is shown, as far as they are told apart.
    fn fill_tags(&mut self) {
        let points = territory_set(&self.catalogue, self.reach);
        let shown = &self.shown;
        self.tags
            .change(|matches| *matches = points.matching(is_in(shown)));
    }

    /// Dims the initiatives that are not at these positions, in ascending order; none with `None`.
    pub fn single_out(&mut self, positions: Option<Vec<usize>>) {
        self.singled_out = positions;
        self.dim();
    }

    /// Marks what is selected and what is pointed at, by position.
    pub fn highlight(&mut self, selected: Option<u32>, hovered: Option<u32>) {
        for family in [&mut self.buttons, &mut self.tags] {
            family.markers.highlight(selected, hovered);
        }
    }

    fn dim(&mut self) {
        let items = self.singled_out.as_ref().map(|positions| {
            let parts = |&position: &usize| {
                let summary = self.catalogue.initiatives.get(position)?;
                Some((position as u32, counted(summary, self.asked)))
            };
            positions.iter().filter_map(parts).collect::<SingledOut>()
        });
        self.buttons.markers.single_out(items.clone());
        self.tags.markers.single_out(items);
    }

    /// What a button shows.
    fn mark_of(&self, button: &Element) -> Option<&Mark> {
        let at_places = self.buttons.markers.mark_of(button);
        at_places.or_else(|| self.tags.markers.mark_of(button))
    }

    /// What opens with a mark, if it is more than what the map shows closer: the initiatives of a pile, or of a territory.
    fn group(&mut self, mark: &Mark, camera: &Camera) -> Option<Group> {
        let Self {
            texts,
            catalogue,
            asked,
            buttons,
            tags,
            ..
        } = self;
        let is_tag = matches!(mark.look, Look::Tag { .. });
        let family = if is_tag { tags } else { buttons };
        let cluster = family.cluster_of(mark, camera)?;
        let of = Of {
            texts,
            catalogue,
            asked: *asked,
            town: &|_, _| None,
        };
        let ingredients = of.ingredients(family.matches());
        if is_tag {
            ingredients.territory_group(&cluster, camera)
        } else {
            ingredients.pile_group(&cluster)
        }
    }

    fn get(&self, item: u32) -> Option<&Summary> {
        self.catalogue.initiatives.get(item as usize)
    }

    /// The id of the initiative of a button, if it has only one.
    fn id_of(&self, button: &Element) -> Option<String> {
        let item = self.mark_of(button)?.single()?;
        Some(self.get(item)?.id.clone())
    }

    /// The view that tells the initiatives of a mark apart: where none does, one in which they are spread.
    fn opening(&mut self, mark: &Mark, camera: &Camera, insets: Insets) -> Camera {
        let family = match mark.look {
            Look::Tag { .. } => &mut self.tags,
            _ => &mut self.buttons,
        };
        let opened = family.opening(mark, camera, insets);
        let spread = || camera.with_zoom(SPREAD_ZOOM.max(camera.zoom()));
        opened.unwrap_or_else(|| spread().centred_on(mark.at, insets))
    }

    /// The view in which the places of an initiative are seen. Near enough and not covered, the map stays.
    pub fn view_of(&self, item: u32, sighting: &Sighting) -> Option<Camera> {
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

/// What the marks of both families are made of.
struct Of<'a> {
    texts: &'static Texts,
    catalogue: &'a Catalogue,
    asked: ValueSet,
    town: &'a dyn Fn(&[&str], World) -> Option<String>,
}

impl Of<'_> {
    fn ingredients<'a>(&'a self, matches: &'a Matches) -> Ingredients<'a> {
        Ingredients {
            catalogue: self.catalogue,
            asked: self.asked,
            matches,
            town: self.town,
            texts: self.texts,
        }
    }
}

impl Overlay for Initiatives {
    fn update(&mut self, sight: &Sight) -> Updated {
        let reach = Reach::of(sight.camera);
        if std::mem::replace(&mut self.reach, reach) != reach {
            self.fill_tags();
        }
        let Self {
            texts,
            catalogue,
            asked,
            buttons,
            tags,
            ..
        } = self;
        let camera = sight.camera;
        let of = Of {
            texts,
            catalogue,
            asked: *asked,
            town: sight.town,
        };
        let at_places = buttons.update(sight, |matches, seen| {
            if sight.is_closest {
                // What no zoom tells apart is spread.
                let piled = |cluster: &Cluster| Cluster {
                    kind: cluster.kind.closest(),
                    ..cluster.clone()
                };
                let piles: Vec<Cluster> = seen.iter().map(piled).collect();
                return of.ingredients(matches).marks(&piles, camera);
            }
            of.ingredients(matches).marks(seen, camera)
        });
        // Tags give way to the marks of places.
        if at_places.rebuilt {
            tags.spoil();
        }
        let places = &buttons.markers;
        let tagged = tags.update(sight, |matches, seen| {
            let taken = places.marks();
            of.ingredients(matches).tags(seen, camera, taken)
        });
        Updated {
            rebuilt: at_places.rebuilt || tagged.rebuilt,
            focus: at_places.focus.or(tagged.focus),
        }
    }

    fn follow(&mut self, camera: &Camera) {
        self.buttons.markers.follow(camera);
        self.tags.markers.follow(camera);
    }

    fn obstacles(&self, camera: &Camera, rects: &mut Vec<Rect>) {
        rects.extend(self.buttons.markers.rects(camera));
        rects.extend(self.tags.markers.rects(camera));
    }

    fn is_pending(&self) -> bool {
        false
    }

    fn rested(&mut self, _camera: &Camera) {}

    fn renamed(&mut self) {
        self.buttons.spoil();
    }

    fn place_of(&self, button: &Element) -> Option<World> {
        self.mark_of(button).map(|mark| mark.at)
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
            store.levers_shown(),
            &catalogue.matching(&filters),
        );
        map.make_buttons();
    }
}

fn show(
    map: &MapHandle,
    initiatives: &SharedInitiatives,
    catalogue: &Arc<Catalogue>,
    asked: ValueSet,
    shown: &[usize],
) {
    let is_new = initiatives.borrow_mut().set(catalogue, asked, shown);
    if is_new {
        map.repaint();
    }
}

/// Lets the initiatives hear the visitor and follow the state.
pub fn attend(
    map: &MapHandle,
    initiatives: &SharedInitiatives,
    hosts: [&HtmlElement; 2],
    store: Store,
) {
    for host in hosts {
        listen(map, initiatives, host, store);
    }
    follow_opened(map, store);
    follow_shown(map, initiatives, store);
    follow_territory(map, store);
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
    let mark = initiatives.borrow().mark_of(button).cloned();
    let Some(mark) = mark else { return };
    if mark.single().is_some() {
        let id = initiatives.borrow().id_of(button);
        store.panel.set(id.map(|id| Target::initiative(&id)));
        return;
    }
    let Sighting { camera, insets, .. } = map.sighting();
    let group = initiatives.borrow_mut().group(&mark, &camera);
    let is_framed = group
        .as_ref()
        .is_some_and(|group| group.territory.is_some());
    if let Some(group) = group {
        store.open(group);
    }
    if !is_framed {
        let to = initiatives.borrow_mut().opening(&mark, &camera, insets);
        map.fly(to);
    }
}

/// Frames the territory of the initiatives that open together.
fn follow_opened(map: &MapHandle, store: Store) {
    let map = map.clone();
    react::effect(move || {
        let Some(territory) = store.opened_territory() else {
            return;
        };
        let map = map.clone();
        react::spawn(async move {
            let sought = map.seek(&territory).await;
            if let Sought::Found(_, bounds) = sought
                && untrack(|| store.opened_territory()).as_ref() == Some(&territory)
            {
                map.show_territory(bounds);
            }
        });
    });
}

/// Whether an item is at one of these positions, which are ascending.
fn is_in(positions: &[usize]) -> impl Fn(u32) -> bool {
    |item| positions.binary_search(&(item as usize)).is_ok()
}

fn follow_shown(map: &MapHandle, initiatives: &SharedInitiatives, store: Store) {
    let (map, initiatives) = (map.clone(), initiatives.clone());
    react::effect(move || {
        if let Some(catalogue) = store.catalogue.read().ready() {
            show(
                &map,
                &initiatives,
                catalogue,
                store.levers_shown(),
                &store.shown.read(),
            );
        }
    });
}

/// Looks for the territory asked for, and shows it.
fn follow_territory(map: &MapHandle, store: Store) {
    let map = map.clone();
    let mut told_views = 0;
    let mut before = None;
    react::effect(move || {
        store.retry.track();
        let asked = store.filters.read().territory.clone();
        // An address that says where to look is obeyed; choices move the map.
        let told = store.told_views.get_value();
        let obey = std::mem::replace(&mut told_views, told) != told;
        let again = std::mem::replace(&mut before, asked.clone()) == asked;
        if again && store.territory_name.read_untracked().is_some() {
            return;
        }
        react::set(store.territory_name, None);
        let Some(asked) = asked else { return };
        let stay = obey || (again && map.sighting().placed);
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
