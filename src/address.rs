//! The URL as a view of the state, both ways.
//!
//! The query holds what is asked for (`?leviers=foncier,scic&initiative=mundo-gusto`), the fragment holds where the map
//! stands (`#6.20/46.5000/2.3000`: zoom, latitude, longitude). What is wrong is left out and told, never fatal.

use crate::decimal::{self, decimal};
use crate::domain::{AuthorityRef, Category, Filters, Lever, Territory, Theme};

/// The sheet that is open, if any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// No sheet: the list.
    #[default]
    List,
    /// The sheet of an initiative, by id.
    Initiative(String),
    /// The sheet of a lever.
    Lever(Lever),
}

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

closed_list! {
    /// Language of the screen.
    Lang {
        /// French.
        Fr = "fr",
        /// English.
        En = "en",
    }
}

/// A colour as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Reads `#rrggbb` or `rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('#').unwrap_or(text);
        if hex.len() != 6 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let [_, r, g, b] = u32::from_str_radix(hex, 16).ok()?.to_be_bytes();
        Some(Self(r, g, b))
    }

    /// Whether white text on this colour has the contrast 4.5:1 of WCAG 2.1 (relative luminance, G18).
    pub fn takes_white_text(self) -> bool {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        let luminance = 0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2);
        1.05 / (luminance + 0.05) >= 4.5
    }
}

impl core::fmt::Display for Rgb {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// Everything the address says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// Where the map stands; `None` for the whole of France, or what is selected.
    pub view: Option<View>,
    /// What is shown.
    pub filters: Filters,
    /// What is open.
    pub panel: Panel,
    /// `vue`
    pub layout: Option<Layout>,
    /// `lang`
    pub lang: Option<Lang>,
    /// `titre`: heading of an embed.
    pub title: Option<String>,
    /// `theme-couleur`: accent colour of an embed.
    pub accent: Option<Rgb>,
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

const LEVERS: &str = "leviers";
const THEMES: &str = "themes";
const TERRITORY: &str = "territoire";
const INITIATIVE: &str = "initiative";
const LEVER: &str = "levier";
const LAYOUT: &str = "vue";
const LANG: &str = "lang";
const TITLE: &str = "titre";
const ACCENT: &str = "theme-couleur";

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
            LEVERS => {
                self.filters.categories = list(LEVERS, value, Category::from_id, problems)
                    .into_iter()
                    .collect()
            }
            THEMES => self.filters.themes = list(THEMES, value, Theme::from_id, problems),
            TERRITORY => self.filters.territory = one(TERRITORY, value, Territory::parse, problems),
            INITIATIVE => {
                let id = |value: &str| is_slug(value).then(|| Panel::Initiative(value.into()));
                self.panel = one(INITIATIVE, value, id, problems).unwrap_or_default();
            }
            LEVER if self.panel == Panel::List => {
                self.panel = one(LEVER, value, Lever::from_id, problems)
                    .map(Panel::Lever)
                    .unwrap_or_default();
            }
            LAYOUT => self.layout = one(LAYOUT, value, Layout::from_id, problems),
            LANG => self.lang = one(LANG, value, Lang::from_id, problems),
            TITLE => self.title = Some(value.chars().take(120).collect()),
            ACCENT => self.accent = one(ACCENT, value, Rgb::parse, problems),
            _ => {}
        }
    }

    /// The query, without `?`, empty when nothing is asked for. Values are percent-encoded.
    pub fn query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if !self.filters.categories.is_empty() {
            pairs.push((
                LEVERS,
                join(self.filters.categories.iter().map(Category::id)),
            ));
        }
        if !self.filters.themes.is_empty() {
            pairs.push((
                THEMES,
                join(self.filters.themes.iter().map(|theme| theme.id())),
            ));
        }
        if let Some(territory) = &self.filters.territory {
            pairs.push((TERRITORY, territory.to_string()));
        }
        match &self.panel {
            Panel::List => {}
            Panel::Initiative(id) => pairs.push((INITIATIVE, id.clone())),
            Panel::Lever(lever) => pairs.push((LEVER, lever.id().into())),
        }
        pairs.extend(self.layout.map(|layout| (LAYOUT, layout.id().into())));
        pairs.extend(self.lang.map(|lang| (LANG, lang.id().into())));
        pairs.extend(self.title.iter().map(|title| (TITLE, title.clone())));
        pairs.extend(self.accent.map(|accent| (ACCENT, accent.to_string())));
        let encoded: Vec<_> = pairs
            .iter()
            .map(|(name, value)| format!("{name}={}", percent_encode(value)))
            .collect();
        encoded.join("&")
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

    /// This address with another sheet open; the map goes where the sheet asks.
    pub fn opening(&self, panel: Panel) -> Self {
        Self {
            panel,
            view: None,
            ..self.clone()
        }
    }
}

/// The territory that an authority governs.
pub fn territory_of(authority: &AuthorityRef) -> Territory {
    use crate::domain::{AuthorityKind as A, TerritoryKind as T};
    let kind = match authority.kind {
        A::Commune => T::Commune,
        A::Cc | A::Ca | A::Cu | A::Metropole => T::Epci,
        A::Ept => T::Ept,
        A::Departement => T::Departement,
        A::Region => T::Region,
    };
    Territory {
        kind,
        code: authority.code.clone(),
    }
}

fn join<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(",")
}

fn is_slug(text: &str) -> bool {
    text.bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn problem(parameter: &'static str, value: &str) -> AddressProblem {
    AddressProblem::Value {
        parameter,
        value: value.chars().take(60).collect(),
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
        problems.push(problem(name, value));
    }
    found
}

fn list<T: PartialEq>(
    name: &'static str,
    value: &str,
    read: impl Fn(&str) -> Option<T>,
    problems: &mut Vec<AddressProblem>,
) -> Vec<T> {
    let ids = value.split(',').map(str::trim).filter(|id| !id.is_empty());
    ids.filter_map(|id| one(name, id, &read, problems))
        .fold(Vec::new(), |mut found, item| {
            if !found.contains(&item) {
                found.push(item);
            }
            found
        })
}

fn view_of(zoom: f64, lat: f64, lon: f64) -> Option<View> {
    let known = (4.0..=16.0).contains(&zoom)
        && (-85.0..=85.0).contains(&lat)
        && (-180.0..=180.0).contains(&lon);
    known.then_some(View { zoom, lat, lon })
}

fn read_view(fragment: &str, problems: &mut Vec<AddressProblem>) -> Option<View> {
    let fragment = fragment.trim_start_matches('#');
    // A fragment without a slash is a place in the page (the skip links), not a view.
    if !fragment.contains('/') {
        return None;
    }
    let numbers: Vec<f64> = fragment.split('/').filter_map(decimal::read).collect();
    let view = match numbers.as_slice() {
        &[zoom, lat, lon] => view_of(zoom, lat, lon),
        _ => None,
    };
    if view.is_none() {
        problems.push(AddressProblem::View(fragment.chars().take(60).collect()));
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
    let (lat, lon) = (value("latitude")?, value("longitude")?);
    let zoom = value("zoom").unwrap_or("11");
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pairs(query: &str) -> Vec<(String, String)> {
        let decode = |text: &str| {
            let mut bytes = Vec::new();
            let mut rest = text.as_bytes();
            while let Some((&byte, after)) = rest.split_first() {
                if byte == b'%' {
                    bytes.push(
                        u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap(),
                    );
                    rest = &after[2..];
                } else {
                    bytes.push(byte);
                    rest = after;
                }
            }
            String::from_utf8(bytes).unwrap()
        };
        query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(k, v)| (k.into(), decode(v)))
            .collect()
    }

    #[test]
    fn wrong_values_are_left_out_and_told() {
        let (address, problems) = Address::parse(
            &pairs("leviers=foncier,don&territoire=11&vue=globe"),
            "#99/0/0",
        );
        assert_eq!(
            address
                .filters
                .categories
                .iter()
                .map(Category::id)
                .collect::<Vec<_>>(),
            ["foncier"]
        );
        assert_eq!(
            (address.filters.territory, address.layout, address.view),
            (None, None, None)
        );
        let told: Vec<_> = problems
            .iter()
            .map(|problem| match problem {
                AddressProblem::Value { parameter, value } => format!("{parameter}={value}"),
                AddressProblem::View(value) => value.clone(),
            })
            .collect();
        assert_eq!(
            told,
            ["leviers=don", "territoire=11", "vue=globe", "99/0/0"]
        );
    }

    #[test]
    fn unknown_parameters_and_anchors_are_nobodys_business() {
        let (address, problems) = Address::parse(&pairs("utm_source=lettre"), "#liste");
        assert_eq!((address, problems), (Address::default(), vec![]));
    }

    #[test]
    fn the_view_may_come_as_parameters() {
        let (address, problems) =
            Address::parse(&pairs("latitude=50.63&longitude=3.06&zoom=12"), "");
        assert_eq!(
            address.view,
            Some(View {
                zoom: 12.0,
                lat: 50.63,
                lon: 3.06
            })
        );
        assert!(problems.is_empty());
        assert_eq!(
            Address::parse(&pairs("latitude=nord&longitude=3"), "")
                .1
                .len(),
            1
        );
    }

    #[test]
    fn an_accent_colour_is_six_hexadecimal_digits() {
        assert_eq!(Rgb::parse("#0b6e4f"), Some(Rgb(0x0b, 0x6e, 0x4f)));
        assert_eq!(Rgb::parse("red"), None);
        assert_eq!(Rgb::parse("#12é45"), None);
        assert!(
            Rgb(0x0b, 0x6e, 0x4f).takes_white_text() && !Rgb(0xff, 0xd0, 0x00).takes_white_text()
        );
    }

    fn any_panel() -> impl Strategy<Value = Panel> {
        prop_oneof![
            Just(Panel::List),
            "[a-z0-9][a-z0-9-]{0,20}".prop_map(Panel::Initiative),
            (0..Lever::ALL.len()).prop_map(|i| Panel::Lever(Lever::ALL[i])),
        ]
    }

    proptest! {
        #[test]
        fn every_address_round_trips(
            bits in 0u8..128, theme in proptest::option::of(0..Theme::ALL.len()), territory in proptest::bool::ANY,
            panel in any_panel(), title in proptest::option::of("[^\u{0}-\u{1f}\\s]{1,30}"), colour in proptest::option::of(any::<[u8; 3]>()),
            view in proptest::option::of((400u32..=1600, -850_000i32..=850_000, -1_800_000i32..=1_800_000)),
            layout in proptest::option::of(0..Layout::ALL.len()), lang in proptest::option::of(0..Lang::ALL.len()),
        ) {
            let address = Address {
                view: view.map(|(zoom, lat, lon)| View {
                    zoom: f64::from(zoom) / 100.0, lat: f64::from(lat) / 1e4, lon: f64::from(lon) / 1e4,
                }),
                filters: Filters {
                    categories: (0..7).filter(|i| bits & (1 << i) != 0).map(Category::from_index).collect(),
                    themes: theme.map(|i| Theme::ALL[i]).into_iter().collect(),
                    territory: if territory { Territory::parse("ept:200057867") } else { None },
                },
                panel,
                layout: layout.map(|i| Layout::ALL[i]),
                lang: lang.map(|i| Lang::ALL[i]),
                title,
                accent: colour.map(|[r, g, b]| Rgb(r, g, b)),
            };
            let (read, problems) = Address::parse(&pairs(&address.query()), &address.fragment());
            prop_assert_eq!(problems, vec![]);
            prop_assert_eq!(read, address);
        }

        #[test]
        fn no_address_panics(value in "\\PC{0,40}", fragment in "\\PC{0,40}") {
            for name in [LEVERS, THEMES, TERRITORY, INITIATIVE, LEVER, LAYOUT, LANG, TITLE, ACCENT, "latitude"] {
                let _ = Address::parse(&[(name.into(), value.clone()), ("longitude".into(), value.clone())], &fragment);
            }
        }
    }
}
