//! The map answers the panel: what the open sheet speaks of is framed, outlined and told apart from the rest; what is pointed at is
//! lit. Closing gives back the view of before.

use super::initiatives::SharedInitiatives;
use crate::browser::{dom, react};
use crate::map::{MapHandle, Sought};
use crate::state::Store;
use engine::geo::{World, WorldBounds};
use engine::views;
use leptos::prelude::*;
use model::domain::{Subject, Target, TargetKind, Territory};

/// How close places and territories are framed, at most.
const FRAME_ZOOM: f64 = 13.0;

/// How long the drawer takes to its height (style.css), and a little more, in milliseconds.
const DRAWER_MS: u64 = 240;

/// Follows the open sheet, and what is pointed at.
pub fn follow(map: &MapHandle, initiatives: &SharedInitiatives, store: Store) {
    follow_pointed(initiatives, store);
    follow_outlines(map, store);
    follow_view(map, initiatives, store);
    let initiatives = initiatives.clone();
    react::effect(move || {
        let of_others = |target: &Target| target.kind != TargetKind::Initiative;
        let dims = store.panel.read().as_ref().is_some_and(of_others);
        let subject = store.subject().filter(|_| dims);
        let lever = store.opened_lever();
        let positions = subject.and_then(|subject| {
            store.with_catalogue(|catalogue| match lever {
                Some(lever) => catalogue.showing(lever),
                None => subject.positions(catalogue),
            })
        });
        initiatives.borrow_mut().single_out(positions);
    });
}

/// Marks the initiative whose sheet is open, and the one that is pointed at, or the rings that hold them.
fn follow_pointed(initiatives: &SharedInitiatives, store: Store) {
    let initiatives = initiatives.clone();
    react::effect(move || {
        let hovered = store.hovered.read();
        let panel = store.panel.read();
        let initiative = |target: &&Target| target.kind == TargetKind::Initiative;
        let selected = panel.as_ref().filter(initiative);
        let position = |id: &String| position_of(store, id);
        let (selected, hovered) = (
            selected.and_then(|target| position(&target.id)),
            hovered.as_ref().and_then(position),
        );
        let mut initiatives = initiatives.borrow_mut();
        initiatives.highlight(selected, hovered);
    });
}

/// Position of an initiative in the catalogue.
fn position_of(store: Store, id: &str) -> Option<u32> {
    let found = store.with_catalogue(|catalogue| {
        let mut initiatives = catalogue.initiatives.iter();
        initiatives.position(|initiative| initiative.id == id)
    });
    u32::try_from(found??).ok()
}

/// Outlines the territories of the open sheet, and the one asked for, once it is found.
fn follow_outlines(map: &MapHandle, store: Store) {
    let map = map.clone();
    let mut before = Vec::new();
    react::effect(move || {
        let subject = store.subject();
        let mut territories = subject.map_or_else(Vec::new, |subject| subject.territories);
        if store.territory_name.read().is_some() {
            let asked = store.filters.read_untracked().territory.clone();
            territories.extend(asked.filter(|asked| !territories.contains(asked)));
        }
        let opened = store.opened_territory();
        territories.extend(opened.filter(|opened| !territories.contains(opened)));
        if before != territories {
            map.outline(&territories);
            before = territories;
        }
    });
}

/// Frames what the sheet that opens speaks of, once it is known, and gives back the view when it closes. An address that says where
/// to look is obeyed.
fn follow_view(map: &MapHandle, initiatives: &SharedInitiatives, store: Store) {
    let (map, initiatives) = (map.clone(), initiatives.clone());
    let mut panel = None;
    let mut told_views = 0;
    let mut waiting = false;
    // The sheet of the page's own address is where the map begins: there is nowhere to fly from.
    let mut first = store.panel.get_untracked();
    react::effect(move || {
        let now = store.panel.get();
        let subject = store.subject();
        let told = store.told_views.get_value();
        let obey = std::mem::replace(&mut told_views, told) != told;
        if panel != now {
            waiting = now.is_some();
            match &now {
                None if obey => map.forget_way_back(),
                None => map.give_back(),
                Some(_) => {}
            }
            panel.clone_from(&now);
        }
        waiting &= !obey;
        if let Some((subject, target)) = subject.zip(now).filter(|_| waiting) {
            waiting = false;
            let begins = first.take().as_ref() == Some(&target);
            let answer = Answer {
                map: map.clone(),
                initiatives: initiatives.clone(),
                store,
                target,
                begins,
            };
            react::spawn(answer.find(subject));
        }
    });
}

/// A sheet that opened, about to be framed.
struct Answer {
    map: MapHandle,
    initiatives: SharedInitiatives,
    store: Store,
    target: Target,
    /// Whether the map begins there.
    begins: bool,
}

impl Answer {
    /// Finds the territories, then frames all of it once the sheet is laid out: what it covers of the map is known then, and costs
    /// nothing to ask.
    async fn find(self, subject: Subject) {
        let territories = bounds_of(&self.map, &subject.territories).await;
        react::after_paint(move || {
            // A drawer covers the map from below, and is still on its way up.
            let rises = self.map.has_drawer() && !dom::reduced_motion();
            let wait = if rises { DRAWER_MS } else { 0 };
            react::later(wait, move || self.frame(&subject, &territories));
        });
    }

    fn frame(&self, subject: &Subject, territories: &[WorldBounds]) {
        let Self { map, store, .. } = self;
        // Another one may have opened meanwhile.
        if store.panel.read_untracked().as_ref() != Some(&self.target) {
            return;
        }
        let sighting = map.sighting();
        let is_place = self.target.kind == TargetKind::Initiative && territories.is_empty();
        let to = if is_place {
            let position = untrack(|| position_of(*store, &self.target.id));
            position.and_then(|item| self.initiatives.borrow().view_of(item, &sighting))
        } else {
            // A territory is framed as it is: what covers it, or is near, may be far from it.
            let near = territories.first().map(|bounds| bounds.centre());
            let is_territory = self.target.kind == TargetKind::Territory && near.is_some();
            let places = (!is_territory).then(|| untrack(|| places_of(*store, subject, near)));
            let bounds = views::frame(territories, &places.unwrap_or_default());
            bounds.map(|bounds| map.framing(bounds, FRAME_ZOOM))
        };
        match to {
            Some(to) if self.begins && !sighting.placed => map.go(to),
            Some(to) => map.show(to),
            None => {}
        }
    }
}

async fn bounds_of(map: &MapHandle, territories: &[Territory]) -> Vec<WorldBounds> {
    let mut found = Vec::new();
    for territory in territories {
        if let Sought::Found(_, bounds) = map.seek(territory).await {
            found.push(bounds);
        }
    }
    found
}

/// The places of what a sheet speaks of, of those shown; those near the middle of its territory.
fn places_of(store: Store, subject: &Subject, near: Option<World>) -> Vec<World> {
    let shown = store.shown.read();
    let places = store.with_catalogue(|catalogue| subject.places(catalogue, &shown, near));
    places.unwrap_or_default()
}
