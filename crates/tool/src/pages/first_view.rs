//! What the map shows first, in its page: France, its marks as links, the legend, the first rows of the list. It is seen before any
//! script, works without one, and stands where the app will draw the same (docs/adr/0024).
//!
//! Clusters depend on the whole zoom alone, and places on France's frame: the marks of each whole zoom are written once, in hundredths of
//! the frame, and style.css shows those of the zoom at which the frame fits the screen.

use super::france_svg::{FirstBasemap, france};
use super::regions::{Region, with_initiatives};
use super::{Section, Source};
use crate::build::catalogue;
use engine::camera::world_px;
use engine::geo::{World, WorldBounds};
use engine::mark::{Look, Mark};
use engine::views::home_bounds;
use engine::{Camera, Clusterer, Matches, Parts, Size, Tone, scene};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use model::Lang;
use model::domain::{
    Catalogue, Category, Counts, Facet, Filters, Lever, Listed, Standing, Summary, Target,
    ValueSet, ViewBounds,
};
use model::marks::{Ingredients, RADIUS_PX, Reach, TAG_RADIUS_PX, place_set, territory_set};
use model::text::Texts;
use model::text::start::StartTexts;
use std::f64::consts::{FRAC_PI_2, TAU};
use ui::{CategoryIcon, FindBox, TERRITORY_ID, ids, symbol_id};

/// The whole zooms at which France fits some screen.
const ZOOMS: [u8; 3] = [4, 5, 6];
/// Width and height of what is written, in frames of France: what the widest screens show around it.
const AROUND: f64 = 1.9;
/// Rows of the list: what a tall screen shows.
const ROWS: usize = 8;
/// Width of the band of a ring, and the hair between two arcs, in pixels (style.css, `overlay::draw`).
const BAND_PX: f64 = 6.0;
const GAP_PX: f64 = 1.5;
/// A tag (style.css): its edge, the space in it, its symbol and its line, in pixels.
const TAG_EDGE_PX: f64 = 1.5;
const TAG_PADDING_PX: f64 = 4.0;
const TAG_SYMBOL_PX: f64 = 18.0;
const TAG_LINE_PX: f64 = 4.0;

/// The first view, in the layout of the app.
pub fn view(source: &Source<'_>, basemap: &FirstBasemap) -> AnyView {
    let catalogue = catalogue(source.content);
    let marks = Marks::of(&catalogue, basemap, source);
    let sets = ZOOMS.map(|zoom| marks.set(zoom));
    let words = Lang::ALL.iter();
    let words = words
        .map(|&lang| (lang.id(), StartTexts::of(lang).find))
        .collect();
    view! {
        <div class="first">
            <div class="page" data-height="peek" data-layout="complet">
                <FindBox words />
                <div class="column">{column(&catalogue, source.site().tagline_in(Lang::Fr))}</div>
                <section class="map" aria-label=texts().map>
                    <div class="stage">
                        <div class="first-frame" id=ids::MAP tabindex="-1">{france(basemap)} {sets.collect_view()}</div>
                    </div>
                </section>
            </div>
        </div>
    }
    .into_any()
}

fn texts() -> &'static Texts {
    Texts::of(Lang::Fr)
}

/// What the marks are made of.
struct Marks<'a> {
    catalogue: &'a Catalogue,
    basemap: &'a FirstBasemap,
    regions: Vec<Region<'a>>,
}

impl<'a> Marks<'a> {
    fn of(catalogue: &'a Catalogue, basemap: &'a FirstBasemap, source: &'a Source<'_>) -> Self {
        Self {
            catalogue,
            basemap,
            regions: with_initiatives(source),
        }
    }

    /// The marks of a whole zoom, in the order of reading, as the app makes them.
    fn at(&self, zoom: u8) -> Vec<Mark> {
        let camera = camera(zoom);
        let (places, territories) = (
            place_set(self.catalogue),
            territory_set(self.catalogue, Reach::of(&camera)),
        );
        let mut places = Clusterer::new(places.all(), RADIUS_PX);
        let seen: Vec<_> = places.seen(&camera).cloned().collect();
        let mut marks = self.ingredients(places.matches(), |of| of.marks(&seen, &camera));
        let mut territories = Clusterer::new(territories.all(), TAG_RADIUS_PX);
        let seen: Vec<_> = territories.seen(&camera).cloned().collect();
        let tags = self.ingredients(territories.matches(), |of| {
            of.tags(&seen, &camera, marks.iter())
        });
        marks.extend(tags);
        marks
    }

    fn ingredients(
        &self,
        matches: &Matches,
        make: impl FnOnce(&Ingredients<'_>) -> Vec<Mark>,
    ) -> Vec<Mark> {
        make(&Ingredients {
            catalogue: self.catalogue,
            asked: ValueSet::EMPTY,
            matches,
            town: &|communes: &[&str], middle: World| {
                self.basemap
                    .france
                    .town_of(communes, middle)
                    .map(str::to_owned)
            },
            texts: texts(),
        })
    }

    fn set(&self, zoom: u8) -> AnyView {
        let marks = self.at(zoom);
        let marks = marks.iter().map(|mark| self.mark(mark)).collect_view();
        view! { <svg class=format!("first-marks zoom-{zoom}") role="group" aria-label=texts().markers>{marks}</svg> }.into_any()
    }

    fn mark(&self, mark: &Mark) -> AnyView {
        let face = match mark.look {
            Look::Symbol { class, style } => symbol(mark, class, style),
            Look::Ring(parts) => ring(mark, &parts),
            Look::Tag { symbol, parts } => tag(mark, symbol, &parts),
            Look::Dot(_) => ().into_any(),
        };
        let [x, y] = hundredths(mark.at);
        let symbol = match mark.look {
            Look::Symbol { class, style }
            | Look::Tag {
                symbol: Some((class, style)),
                ..
            } => Some((Category::from_index(class).id(), standing(style).id())),
            _ => None,
        };
        view! {
            <a
                class="mark"
                href=self.href(mark)
                aria-label=mark.name.clone()
                data-lever=symbol.map(|(lever, _)| lever)
                data-standing=symbol.map(|(_, standing)| standing)
            >
                <svg {..custom_attribute("x", x)} {..custom_attribute("y", y)}>{face}</svg>
            </a>
        }
        .into_any()
    }

    /// A mark leads to the page of its initiative; a ring to that of the région where most of its initiatives are.
    fn href(&self, mark: &Mark) -> String {
        let ids = mark
            .items
            .iter()
            .filter_map(|&item| Some(&self.catalogue.initiatives.get(item as usize)?.id));
        let ids: Vec<&String> = ids.collect();
        if let [id] = ids.as_slice() {
            return format!("{}/", Target::initiative(id).path());
        }
        let count = |region: &&Region<'_>| {
            let here = region.initiatives.iter();
            here.filter(|sheet| ids.contains(&&sheet.summary.id))
                .count()
        };
        let most = self
            .regions
            .iter()
            .max_by_key(count)
            .filter(|region| count(region) > 0);
        most.map_or_else(|| Section::Initiatives.path(), Region::path)
    }
}

/// A camera that sees all that is written, at a whole zoom.
fn camera(zoom: u8) -> Camera {
    let frame = home_bounds();
    let px = |length: f64| length * world_px(f64::from(zoom)) * AROUND;
    let size = Size {
        width: px(frame.width()),
        height: px(frame.height()),
    };
    Camera::new(frame.centre(), f64::from(zoom), size)
}

/// Where a place is in France's frame, in hundredths of its sides.
fn hundredths(at: World) -> [String; 2] {
    let frame: WorldBounds = home_bounds();
    let part = |from: f64, length: f64| format!("{:.2}%", from / length * 100.0);
    [
        part(at.x - frame.min.x, frame.width()),
        part(at.y - frame.min.y, frame.height()),
    ]
}

fn standing(style: u8) -> Standing {
    Standing::ALL
        .get(usize::from(style))
        .copied()
        .unwrap_or_default()
}

/// The symbol of an initiative around its place.
fn symbol(mark: &Mark, class: u8, style: u8) -> AnyView {
    let id = symbol_id(Category::from_index(class), standing(style));
    let half = -mark.size.width / 2.0;
    view! { <use href=format!("#{id}") {..custom_attribute("x", half)} {..custom_attribute("y", half)} width=mark.size.width height=mark.size.width /> }
        .into_any()
}

/// A symbol and a count in a tag, over a line of levers; beside its place where a mark stands there.
fn tag(mark: &Mark, symbol: Option<(u8, u8)>, parts: &Parts) -> AnyView {
    let Size { width, height } = mark.size;
    let (left, top) = (mark.offset.x - width / 2.0, mark.offset.y - height / 2.0);
    let id = symbol.map_or(TERRITORY_ID, |(class, style)| {
        symbol_id(Category::from_index(class), standing(style))
    });
    let is_alone = mark.label.is_empty();
    let at = if is_alone {
        mark.offset.x - TAG_SYMBOL_PX / 2.0
    } else {
        left + TAG_EDGE_PX + TAG_PADDING_PX
    };
    let inner = width - 2.0 * TAG_EDGE_PX;
    let line = |arc: &engine::RingArc| {
        let part = |angle: f64| left + TAG_EDGE_PX + (angle + FRAC_PI_2) / TAU * inner;
        let y = top + height - TAG_EDGE_PX - TAG_LINE_PX / 2.0;
        let d = format!(
            "M{:.1} {y:.1}H{:.1}",
            part(arc.start),
            part(arc.end) - GAP_PX
        );
        view! { <path class:pale=arc.tone == Tone::Pale data-lever=lever_of(arc) d=d /> }
    };
    let arcs = symbol.is_none().then(|| scene::ring_arcs(parts));
    view! {
        <rect
            {..custom_attribute("x", format!("{:.1}", left + TAG_EDGE_PX / 2.0))}
            {..custom_attribute("y", format!("{:.1}", top + TAG_EDGE_PX / 2.0))}
            width=format!("{:.1}", width - TAG_EDGE_PX)
            height=format!("{:.1}", height - TAG_EDGE_PX)
            rx=5
        />
        <use
            href=format!("#{id}")
            {..custom_attribute("x", format!("{at:.1}"))}
            {..custom_attribute("y", format!("{:.1}", mark.offset.y - TAG_SYMBOL_PX / 2.0))}
            width=TAG_SYMBOL_PX
            height=TAG_SYMBOL_PX
        />
        {arcs.map(|arcs| arcs.iter().map(line).collect_view())}
        {(!is_alone)
            .then(|| {
                let middle = at + TAG_SYMBOL_PX + (left + width - at - TAG_SYMBOL_PX) / 2.0;
                view! { <text {..custom_attribute("x", format!("{middle:.1}"))} {..custom_attribute("y", format!("{:.1}", mark.offset.y))}>{mark.label.clone()}</text> }
            })}
    }
    .into_any()
}

/// The lever of an arc.
fn lever_of(arc: &engine::RingArc) -> &'static str {
    Category::from_index(arc.class as u8).id()
}

/// A count in its ring, around the place: a disc of paper, and an arc for each lever. Arcs begin on top.
fn ring(mark: &Mark, parts: &Parts) -> AnyView {
    let radius = mark.size.width / 2.0;
    let middle = radius - BAND_PX / 2.0;
    let whole = TAU * middle;
    let arcs = scene::ring_arcs(parts);
    let gap = if arcs.len() > 1 { GAP_PX } else { 0.0 };
    let arc = |arc: &engine::RingArc| {
        let length = (arc.end - arc.start) * middle - gap;
        // A dash begins on the right; the pattern goes round as often as need be.
        let start = ((arc.start + FRAC_PI_2) * middle + whole * 0.75) % whole;
        let dashes = format!("{:.1} {:.1}", length, whole - length);
        view! {
            <circle
                r=format!("{middle:.1}")
                class:pale=arc.tone == Tone::Pale
                data-lever=lever_of(arc)
                {..custom_attribute("stroke-dasharray", dashes)}
                {..custom_attribute("stroke-dashoffset", format!("{:.1}", -start))}
            />
        }
    };
    view! {
        <circle r=format!("{radius:.1}") />
        {arcs.iter().map(arc).collect_view()}
        <text>{mark.label.clone()}</text>
    }
    .into_any()
}

/// What stands beside the map: what it is, where to begin, the legend, the first rows.
fn column(catalogue: &Catalogue, tagline: &str) -> AnyView {
    let texts = texts();
    view! {
        <div class="height-bar"><span class="grip"></span></div>
        <div class="browse">
            <section class="head" aria-label=texts.doors_label>
                <p class="tagline">{tagline.to_owned()}</p>
                {doors()}
            </section>
            <div class="under-sheet">
                {legend(catalogue)}
                {list(catalogue)}
            </div>
        </div>
    }
    .into_any()
}

/// Where to begin.
fn doors() -> AnyView {
    let doors = texts().doors.iter();
    let door = |(href, words): &(&'static str, &'static str)| view! { <li><a class="door" href=*href>{*words}</a></li> };
    view! { <ul class="doors">{doors.map(door).collect_view()}</ul> }.into_any()
}

/// The filters, which are the legend: levers lead to their pages.
fn legend(catalogue: &Catalogue) -> AnyView {
    let counts = Counts::of(&Filters::default(), &catalogue.initiatives);
    let texts = texts();
    let facets = Facet::USUAL.into_iter().map(|facet| {
        let heading = (texts.facet)(facet);
        if facet.is_folded() {
            return folded(heading);
        }
        let values = 0..facet.values().len() as u8;
        let chips = values.map(|value| chip(value, counts.get(facet, value)));
        view! { <fieldset class="facet"><legend>{heading}</legend><div class="chips">{chips.collect_view()}</div></fieldset> }.into_any()
    });
    // On a phone, before the levers.
    let filter =
        view! { <a class="chip filter-button" href=Section::Initiatives.path()>{texts.filter}</a> };
    view! { <div class="filters" role="search" aria-label=texts.filters>{filter} {facets.collect_view()} {folded(texts.more_filters)} {folded(texts.key)}</div> }.into_any()
}

/// What only the app fills. It is there so that nothing moves.
fn folded(heading: &'static str) -> AnyView {
    view! { <details class="facet"><summary>{heading}</summary></details> }.into_any()
}

/// A lever, which leads to its page, or those that have none to all initiatives.
fn chip(value: u8, count: u32) -> AnyView {
    let category = Category::from_index(value);
    let page = match category {
        Category::Lever(lever) => format!("{}/", Target::lever(lever).path()),
        Category::NoLever => Section::Initiatives.path(),
    };
    let name = texts().category(category);
    // « Subvention, 45 initiatives », as on the map: a number alone is one of anything.
    let label = format!("{name}, {}", (texts().cluster)(count as usize, None, &[]));
    view! {
        <span class="term">
            <a class="chip" data-lever=category.id() href=page aria-label=label>
                <CategoryIcon category /> <span>{name}</span> " " <span class="count">{count}</span>
            </a>
        </span>
    }
    .into_any()
}

/// The count, and the first of what the map has in view.
fn list(catalogue: &Catalogue) -> AnyView {
    let texts = texts();
    let all = catalogue.matching(&Filters::default());
    let listed = Listed::of(catalogue, &all, Some(frame_in_degrees()), &[]);
    let rows = listed.in_view.iter().take(ROWS);
    let rows = rows
        .filter_map(|&position| catalogue.initiatives.get(position))
        .map(row);
    view! {
        <section class="list" aria-labelledby=ids::LIST_HEADING>
            <p class="h2" id=ids::LIST_HEADING tabindex="-1">{texts.list}</p>
            <p class="shown">{(texts.shown_of)(all.len(), all.len())}</p>
            <p class="h3">{(texts.in_view)(listed.in_view.len())}</p>
            <ul class="rows">{rows.collect_view()}</ul>
            <p><a href=Section::Initiatives.path()>{StartTexts::of(Lang::Fr).list_link}</a></p>
        </section>
    }
    .into_any()
}

fn row(summary: &Summary) -> AnyView {
    let category = summary.drawn(summary.shown_category(ValueSet::EMPTY));
    let levers: Vec<_> = summary
        .levers
        .iter()
        .map(|&lever: &Lever| (texts().lever)(lever))
        .collect();
    let words = if levers.is_empty() {
        texts().shown(summary, category)
    } else {
        levers.join(", ")
    };
    view! {
        <li>
            <a class="row" data-initiative=summary.id.clone() href=format!("{}/", Target::initiative(&summary.id).path())>
                <span class="row-levers">
                    <svg class="lever-icon" width="24" height="24" aria-hidden="true" data-lever=category.id() data-standing=summary.standing.id()>
                        <use href=format!("#{}", symbol_id(category, summary.standing)) />
                    </svg>
                </span>
                <span class="row-name">{summary.name.clone()}</span>
                <span class="row-where">
                    <span class="row-place">{texts().whereabouts(summary)}</span>
                    <span class="row-words">{words}</span>
                </span>
                <span class="row-lead"></span>
            </a>
        </li>
    }
    .into_any()
}

/// France's frame, in degrees.
fn frame_in_degrees() -> ViewBounds {
    let [metropole, ..] = engine::VIEWS;
    let (from, to) = (metropole.bounds.south_west, metropole.bounds.north_east);
    [from.lon(), from.lat(), to.lon(), to.lat()]
}
