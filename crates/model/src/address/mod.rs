//! The URL as a view of the state, both ways.
//!
//! The query holds what is asked for (`?leviers=foncier,scic&initiative=mundo-gusto`), the fragment holds where the map
//! stands (`#6.20/46.5000/2.3000`: zoom, latitude, longitude). What is wrong is left out and told, never fatal.

mod rgb;
#[cfg(test)]
mod tests;

pub use rgb::Rgb;

use crate::Lang;
use crate::domain::{Facet, Filters, Lever, Target, TargetKind, Territory, Theme, ValueSet};
use engine::{
    MAX_LAYERS, MAX_ZOOM, MIN_ZOOM,
    decimal::{self, decimal},
};

/// Where the map stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Zoom level, 4 to 16.
    pub zoom: f64,
    /// Latitude of the centre, degrees.
    pub lat: f64,
    /// Longitude of the centre, degrees.
    pub lon: f64,
}

closed_list! {
    /// What an embed shows.
    Layout {
        /// Map and list.
        Both = "les-deux",
        /// Map only; the list is one button away.
        Map = "carte",
        /// List only.
        List = "liste",
    }
}

/// Everything the address says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// Where the map stands; `None` for the whole of France, or what is selected.
    pub view: Option<View>,
    /// What is shown.
    pub filters: Filters,
    /// The sheet that is open.
    pub panel: Option<Target>,
    /// `couche`: ids of the layers of points shown beside the initiatives, each once, at most [`MAX_LAYERS`].
    pub layers: Vec<String>,
    /// How the page itself looks.
    pub options: Options,
}

/// How the page itself looks: what an embed asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// `vue`
    pub layout: Option<Layout>,
    /// `lang`
    pub lang: Option<Lang>,
    /// `titre`: heading of an embed.
    pub title: Option<String>,
    /// `theme-couleur`: accent colour of an embed.
    pub accent: Option<Rgb>,
    /// What only scripts read ([`KEPT`]), as the query says it: kept as long as the map moves.
    pub kept: String,
}

impl Options {
    /// The language of the screen.
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or(Lang::Fr)
    }
}

/// A part of the address that cannot be followed, and was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressProblem {
    /// A value that this parameter does not know.
    Value {
        /// Name of the parameter.
        parameter: &'static str,
        /// What was given.
        value: String,
    },
    /// The fragment is not `zoom/latitude/longitude`.
    View(String),
}

const TERRITORY: &str = "territoire";
const LAYER: &str = "couche";
const LAYOUT: &str = "vue";
const LANG: &str = "lang";
const TITLE: &str = "titre";
const ACCENT: &str = "theme-couleur";
/// The most characters of a title, and of what is kept: six ids.
const MOST_TITLE: usize = 120;
const MOST_KEPT: usize = 490;
/// How many letters of a wrong value are told.
const SAID: usize = 60;
/// What `public/frame` makes of a frame: light or dark, as high as its content, what nobody leaves; and the notebook (`public/keep`).
const KEPT: [&str; 4] = ["apparence", "hauteur", "verrou", "carnet"];
const VIEW: [&str; 3] = ["latitude", "longitude", "zoom"];

/// Every parameter, by its name, in the order in which they are written.
pub fn parameters() -> Vec<&'static str> {
    let kinds = TargetKind::ALL.iter().map(|kind| kind.id());
    let facets = Facet::IDS.iter().copied().chain([TERRITORY]);
    let others = [LAYER, LAYOUT, LANG, TITLE, ACCENT].into_iter().chain(VIEW);
    facets.chain(kinds).chain(others).chain(KEPT).collect()
}

/// The initiative whose sheet a link of this page opens, from the link's `href`: ids are written as they are.
pub fn initiative_of(href: &str) -> Option<&str> {
    let query = href.strip_prefix("./?")?;
    let mut pairs = query
        .split(['&', '#'])
        .filter_map(|pair| pair.split_once('='));
    let opened = pairs.find(|(name, _)| *name == TargetKind::Initiative.id());
    opened.map(|(_, id)| id)
}

impl Address {
    /// Reads the decoded query pairs and the fragment (with or without `#`).
    pub fn parse(pairs: &[(String, String)], fragment: &str) -> (Self, Vec<AddressProblem>) {
        let mut address = Self::default();
        let mut problems = Vec::new();
        for (name, value) in pairs {
            address.read(name, value.trim(), &mut problems);
        }
        address.view =
            read_view(fragment, &mut problems).or_else(|| view_of_pairs(pairs, &mut problems));
        (address, problems)
    }

    fn read(&mut self, name: &str, value: &str, problems: &mut Vec<AddressProblem>) {
        if value.is_empty() {
            return;
        }
        match name {
            TERRITORY => self.filters.territory = one(TERRITORY, value, Territory::parse, problems),
            LAYER => self.layers = read_layers(value, problems),
            LAYOUT => self.options.layout = one(LAYOUT, value, Layout::from_id, problems),
            LANG => self.options.lang = one(LANG, value, Lang::from_id, problems),
            TITLE => self.options.title = Some(cut(value, MOST_TITLE)),
            ACCENT => self.options.accent = one(ACCENT, value, Rgb::parse, problems),
            _ => {
                if KEPT.contains(&name) {
                    write_pair(&mut self.options.kept, name, &cut(value, MOST_KEPT));
                } else if let Some(facet) = Facet::from_id(name) {
                    self.filters.ask(facet, read_values(facet, value, problems));
                } else if let Some(kind) = TargetKind::from_id(name) {
                    self.read_panel(kind, value, problems);
                }
            }
        }
    }

    /// Which sheet is open. When several are asked for, an initiative comes first, then the first one.
    fn read_panel(&mut self, kind: TargetKind, value: &str, problems: &mut Vec<AddressProblem>) {
        if self.panel.is_some() && kind != TargetKind::Initiative {
            return;
        }
        let known = |value: &str| match kind {
            TargetKind::Lever => Lever::from_id(value).is_some(),
            TargetKind::Theme => Theme::from_id(value).is_some(),
            _ => is_slug(value),
        };
        let read = |value: &str| known(value).then(|| Target::new(kind, value));
        // What is not known does not close what is.
        let panel = one(kind.id(), value, read, problems);
        self.panel = panel.or(self.panel.take());
    }

    /// The query, without `?`, empty when nothing is asked for. Values are percent-encoded.
    pub fn query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        for &facet in Facet::ALL {
            let asked = self.filters.asked(facet);
            if !asked.is_empty() {
                pairs.push((facet.id(), ids(facet, asked)));
            }
        }
        if let Some(territory) = &self.filters.territory {
            pairs.push((TERRITORY, territory.to_string()));
        }
        if let Some(target) = &self.panel {
            pairs.push((target.kind.id(), target.id.clone()));
        }
        if !self.layers.is_empty() {
            pairs.push((LAYER, self.layers.join(",")));
        }
        let options = &self.options;
        pairs.extend(options.layout.map(|layout| (LAYOUT, layout.id().into())));
        pairs.extend(options.lang.map(|lang| (LANG, lang.id().into())));
        pairs.extend(options.title.iter().map(|title| (TITLE, title.clone())));
        pairs.extend(options.accent.map(|accent| (ACCENT, accent.to_string())));
        let mut query = String::new();
        for (name, value) in &pairs {
            write_pair(&mut query, name, value);
        }
        if !query.is_empty() && !options.kept.is_empty() {
            query.push('&');
        }
        query + &options.kept
    }

    /// The fragment, without `#`, empty when the view is the default one.
    pub fn fragment(&self) -> String {
        self.view
            .map(|view| {
                format!(
                    "{}/{}/{}",
                    decimal(view.zoom, 2),
                    decimal(view.lat, 4),
                    decimal(view.lon, 4)
                )
            })
            .unwrap_or_default()
    }

    /// The whole relative address of this state, from the page's own folder.
    pub fn href(&self) -> String {
        let (query, fragment) = (self.query(), self.fragment());
        let query = if query.is_empty() {
            "./".to_owned()
        } else {
            format!("./?{query}")
        };
        if fragment.is_empty() {
            query
        } else {
            format!("{query}#{fragment}")
        }
    }

    /// This address with another sheet open, or none; the map goes where the sheet asks.
    pub fn opening(&self, panel: Option<Target>) -> Self {
        Self {
            panel,
            view: None,
            ..self.clone()
        }
    }
}

/// The ids of the values of a facet, separated by commas.
fn ids(facet: Facet, values: ValueSet) -> String {
    let all = (0..).zip(facet.values());
    let ids = all.filter(|&(value, _)| values.contains(value));
    ids.map(|(_, &id)| id).collect::<Vec<_>>().join(",")
}

/// So many characters at most, that read the same when their address is read again.
fn cut(text: &str, most: usize) -> String {
    let cut: String = text.chars().take(most).collect();
    cut.trim_end().to_owned()
}

/// Whether a text can be an id: those of sheets and layers are shorter than 80 letters.
fn is_slug(text: &str) -> bool {
    text.len() <= 80
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Notes a value that a parameter does not know, beside its others: a list of hundreds is one problem.
fn note(problems: &mut Vec<AddressProblem>, parameter: &'static str, value: &str) {
    let noted = problems.iter_mut().find_map(|problem| match problem {
        AddressProblem::Value {
            parameter: known,
            value,
        } if *known == parameter => Some(value),
        _ => None,
    });
    let cut = value.chars().take(SAID);
    match noted {
        None => problems.push(AddressProblem::Value {
            parameter,
            value: cut.collect(),
        }),
        Some(said) if said.len() < SAID => {
            said.push_str(", ");
            said.extend(cut);
        }
        Some(_) => {}
    }
}

fn one<T>(
    name: &'static str,
    value: &str,
    read: impl Fn(&str) -> Option<T>,
    problems: &mut Vec<AddressProblem>,
) -> Option<T> {
    let found = read(value);
    if found.is_none() {
        note(problems, name, value);
    }
    found
}

fn read_values(facet: Facet, text: &str, problems: &mut Vec<AddressProblem>) -> ValueSet {
    listed(text)
        .filter_map(|id| one(facet.id(), id, |id| facet.value(id), problems))
        .collect()
}

/// The layers of a list, each once. Those that the map has no room for are told, as are those that cannot be ids.
fn read_layers(text: &str, problems: &mut Vec<AddressProblem>) -> Vec<String> {
    let mut layers: Vec<String> = Vec::new();
    for id in listed(text) {
        if layers.iter().any(|known| known == id) {
            continue;
        }
        if is_slug(id) && layers.len() < MAX_LAYERS {
            layers.push(id.to_owned());
        } else {
            note(problems, LAYER, id);
        }
    }
    layers
}

/// The items of a list separated by commas.
fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|id| !id.is_empty())
}

fn view_of(zoom: f64, lat: f64, lon: f64) -> Option<View> {
    let known = (MIN_ZOOM..=MAX_ZOOM).contains(&zoom)
        && (-85.0..=85.0).contains(&lat)
        && (-180.0..=180.0).contains(&lon);
    known.then_some(View { zoom, lat, lon })
}

/// Whether a fragment, with or without `#`, names a place in the page, as skip links do, and not a view.
pub fn is_place(fragment: &str) -> bool {
    let fragment = fragment.trim_start_matches('#');
    !fragment.is_empty() && !fragment.contains('/')
}

fn read_view(fragment: &str, problems: &mut Vec<AddressProblem>) -> Option<View> {
    let fragment = fragment.trim_start_matches('#');
    if fragment.is_empty() || is_place(fragment) {
        return None;
    }
    let numbers: Vec<f64> = fragment.split('/').filter_map(decimal::read).collect();
    let view = match numbers.as_slice() {
        &[zoom, lat, lon] => view_of(zoom, lat, lon),
        _ => None,
    };
    if view.is_none() {
        problems.push(AddressProblem::View(fragment.chars().take(SAID).collect()));
    }
    view
}

/// The view as the parameters `zoom`, `latitude`, `longitude`, which other maps' embeds use too.
fn view_of_pairs(pairs: &[(String, String)], problems: &mut Vec<AddressProblem>) -> Option<View> {
    let value = |name: &str| {
        pairs
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    let [lat, lon, zoom] = VIEW.map(value);
    let (lat, lon, zoom) = (lat?, lon?, zoom.unwrap_or("11"));
    let parsed = || {
        view_of(
            decimal::read(zoom)?,
            decimal::read(lat)?,
            decimal::read(lon)?,
        )
    };
    parsed().or_else(|| {
        problems.push(AddressProblem::View(format!("{zoom}/{lat}/{lon}")));
        None
    })
}

/// Adds a pair to a query.
fn write_pair(query: &mut String, name: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(name);
    query.push('=');
    query.push_str(&percent_encode(value));
}

/// Percent-encodes a query value: unreserved characters (RFC 3986) and `,` `:` stay.
fn percent_encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~,:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}
