//! The state of the screen. One place holds it; components read it, and the map and the address follow it.

use super::{Loadable, Notice};
use engine::ScaleBar;
use leptos::prelude::*;
use model::address::{Address, View};
use model::data::SheetTree;
use model::domain::{Catalogue, Category, Facets, Filters, Summary, Target, Theme};
use model::text::Texts;
use std::sync::Arc;

model::closed_list! {
    /// How tall the bottom sheet of a narrow layout is.
    SheetHeight {
        /// Only its first lines.
        Peek = "peek",
        /// Half of the screen.
        Half = "half",
        /// Nearly all of it.
        Full = "full",
    }
}

impl SheetHeight {
    /// The next taller height.
    pub fn taller(self) -> Self {
        if self == Self::Peek {
            Self::Half
        } else {
            Self::Full
        }
    }

    /// The next shorter height.
    pub fn shorter(self) -> Self {
        if self == Self::Full {
            Self::Half
        } else {
            Self::Peek
        }
    }
}

/// The bounds of the map's view, degrees: west, south, east, north.
pub type ViewBounds = [f64; 4];

/// What the list shows: positions in the catalogue of the initiatives that the map has in view, and of the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// In the map's view; before the map is drawn, all of them.
    pub in_view: Vec<usize>,
    /// Out of it.
    pub out_of_view: Vec<usize>,
}

/// Signals of the whole screen. Copy it freely.
#[derive(Clone, Copy)]
pub struct Store {
    /// The sentences.
    pub texts: &'static Texts,
    /// What the address asks for and the visitor does not change: layout, language, title, accent.
    pub options: StoredValue<Address>,
    /// Initiatives, authorities, documents.
    pub catalogue: RwSignal<Loadable<Arc<Catalogue>>>,
    /// What is asked for.
    pub filters: RwSignal<Filters>,
    /// Name of the territory asked for, once known.
    pub territory_name: RwSignal<Option<String>>,
    /// Which sheet is open.
    pub panel: RwSignal<Option<Target>>,
    /// Its content.
    pub sheet: RwSignal<Loadable<Arc<SheetTree>>>,
    /// Id of the initiative under the pointer or the focus, in the list or on the map.
    pub hovered: RwSignal<Option<String>>,
    /// The view that the address tells; `None` before the map was placed anywhere.
    pub view: RwSignal<Option<View>>,
    /// The layers of points that are asked for, by their ids.
    pub layers: RwSignal<Vec<String>>,
    /// Whether to say how to zoom in a page that scrolls.
    pub hint: RwSignal<bool>,
    /// The scale bar of the map; `None` before it is drawn.
    pub scale: RwSignal<Option<ScaleBar>>,
    /// Where the map looks; `None` before it is drawn.
    pub view_bounds: RwSignal<Option<ViewBounds>>,
    /// Height of the bottom sheet.
    pub height: RwSignal<SheetHeight>,
    /// Messages.
    pub notices: RwSignal<Vec<Notice>>,
    /// Positions, in the catalogue, of the initiatives shown.
    pub shown: Memo<Vec<usize>>,
    /// The same in the list, which follows a moment later.
    pub listed: RwSignal<Listed>,
    /// Counts beside the filters.
    pub facets: Memo<Facets>,
    /// Loads the open sheet again.
    pub reload: Trigger,
    /// Whether the map stands in another site's page.
    pub framed: bool,
}

impl Store {
    /// The state that the address asks for.
    pub fn new(address: &Address, framed: bool) -> Self {
        let catalogue = RwSignal::new(Loadable::<Arc<Catalogue>>::Loading);
        let filters = RwSignal::new(address.filters.clone());
        let shown = Memo::new(move |_| {
            let (catalogue, filters) = (catalogue.read(), filters.read());
            let catalogue = catalogue.ready();
            catalogue.map_or_else(Vec::new, |catalogue| catalogue.matching(&filters))
        });
        let facets = Memo::new(move |_| {
            let catalogue = catalogue.read();
            catalogue
                .ready()
                .map(|catalogue| Facets::count(&filters.read(), &catalogue.initiatives))
                .unwrap_or_default()
        });
        Self {
            texts: Texts::of(address.lang.unwrap_or(model::address::Lang::Fr)),
            options: StoredValue::new(Address {
                view: None,
                ..address.clone()
            }),
            catalogue,
            filters,
            territory_name: RwSignal::new(None),
            panel: RwSignal::new(address.panel.clone()),
            sheet: RwSignal::default(),
            hovered: RwSignal::new(None),
            view: RwSignal::new(address.view),
            layers: RwSignal::new(ids(address.layers.as_deref())),
            hint: RwSignal::new(false),
            scale: RwSignal::new(None),
            view_bounds: RwSignal::new(None),
            height: RwSignal::new(first_height(&address.panel)),
            notices: RwSignal::new(Vec::new()),
            shown,
            listed: RwSignal::default(),
            facets,
            reload: Trigger::new(),
            framed,
        }
    }

    /// The address of the present state.
    pub fn address(&self) -> Address {
        let layers = self.layers.get().join(",");
        Address {
            filters: self.filters.get(),
            panel: self.panel.get(),
            view: self.view.get(),
            layers: Some(layers).filter(|layers| !layers.is_empty()),
            ..self.options.get_value()
        }
    }

    /// The address that closes the sheet and changes nothing else.
    pub fn list_href(&self) -> String {
        self.address().opening(None).href()
    }

    /// The address of a sheet, whatever the filters: a click on a link that has it keeps them.
    pub fn sheet_href(&self, target: Target) -> String {
        let address = Address {
            filters: Filters::default(),
            ..self.options.get_value()
        };
        address.opening(Some(target)).href()
    }

    /// Adds or removes a lever of the filter.
    pub fn toggle_category(&self, category: Category) {
        self.filters
            .update(|filters| filters.categories = filters.categories.toggled(category));
    }

    /// Adds or removes a theme of the filter.
    pub fn toggle_theme(&self, theme: Theme) {
        self.filters.update(|filters| {
            match filters.themes.iter().position(|&asked| asked == theme) {
                Some(position) => drop(filters.themes.remove(position)),
                None => filters.themes.push(theme),
            }
        });
    }

    /// What the list should show by now.
    pub fn listing(&self) -> Listed {
        let bounds = self.view_bounds.get();
        let in_view = |index: &usize| {
            let inside = |summary: &Summary| bounds.is_none_or(|bounds| is_in(summary, bounds));
            self.with_catalogue(|catalogue| catalogue.initiatives.get(*index).is_some_and(inside))
                .unwrap_or_default()
        };
        let (in_view, out_of_view) = self.shown.get().into_iter().partition(in_view);
        Listed {
            in_view,
            out_of_view,
        }
    }

    /// Something opens in the column: the drawer of a narrow layout comes up.
    pub fn raise_drawer(&self) {
        if self.height.get_untracked() == SheetHeight::Peek {
            self.height.set(SheetHeight::Half);
        }
    }

    /// Calls `read` with the catalogue, when it is here.
    pub fn with_catalogue<T>(&self, read: impl FnOnce(&Catalogue) -> T) -> Option<T> {
        self.catalogue
            .read()
            .ready()
            .map(|catalogue| read(catalogue))
    }

    /// Adds a message, once.
    pub fn tell(&self, notice: Notice) {
        self.notices.update(|notices| {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        });
    }
}

fn ids(list: Option<&str>) -> Vec<String> {
    let ids = list.unwrap_or_default().split(',');
    ids.filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

fn is_in(initiative: &Summary, [west, south, east, north]: ViewBounds) -> bool {
    initiative
        .places
        .iter()
        .any(|place| (west..=east).contains(&place.lon) && (south..=north).contains(&place.lat))
}

/// A link to a sheet shows it, with the map above; otherwise the map comes first.
fn first_height(panel: &Option<Target>) -> SheetHeight {
    if panel.is_none() {
        SheetHeight::Peek
    } else {
        SheetHeight::Half
    }
}

/// The state, from any component under the shell.
pub fn store() -> Store {
    expect_context::<Store>()
}
