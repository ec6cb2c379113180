//! The state of the screen. One place holds it; components read it, and the map and the address follow it.

use super::{Lack, Loadable, Notice, edition};
use engine::ScaleBar;
use leptos::prelude::*;
use model::DrawerHeight;
use model::address::{Address, Options, View};
use model::data::{SheetTree, name_of};
use model::domain::{
    Catalogue, Category, Counts, Facet, Filters, Lever, Listed, Shared, Subject, Target,
    TargetKind, Territory, ValueSet, ViewBounds,
};
use model::marks::Group;
use model::text::Texts;
use std::sync::Arc;

/// Signals of the whole screen. Copy it freely.
#[derive(Clone, Copy)]
pub struct Store {
    /// The sentences.
    pub texts: &'static Texts,
    /// Layout, language, title, accent.
    pub options: RwSignal<Options>,
    /// Initiatives, authorities, documents.
    pub catalogue: RwSignal<Loadable<Arc<Catalogue>>>,
    /// What is asked for.
    pub filters: RwSignal<Filters>,
    /// Names of the values of facets beyond levers, and sentences, once they are here (`model::data::name_of` and `sentence`).
    pub names: RwSignal<Vec<String>>,
    /// Whether any of them is needed.
    pub wants_facets: RwSignal<bool>,
    /// Name of the territory asked for, once known.
    pub territory_name: RwSignal<Option<String>>,
    /// Which sheet is open.
    pub panel: RwSignal<Option<Target>>,
    /// The initiatives that opened together, first in the list: those of a pile or of a territory.
    pub opened: RwSignal<Option<Group>>,
    /// Its content.
    pub sheet: RwSignal<Loadable<Arc<SheetTree>>>,
    /// Id of the initiative under the pointer or the focus, in the list or on the map.
    pub hovered: RwSignal<Option<String>>,
    /// Where the map stands, for the address; `None` before it is placed anywhere.
    pub view: RwSignal<Option<View>>,
    /// Ids of the layers of points that are asked for.
    pub layers: RwSignal<Vec<String>>,
    /// Whether the visitor asked for streets.
    pub streets: RwSignal<bool>,
    /// Whether to say how to zoom in a page that scrolls.
    pub hint: RwSignal<bool>,
    /// The scale bar of the map; `None` before it is drawn.
    pub scale: RwSignal<Option<ScaleBar>>,
    /// Where the map looks; `None` before it is drawn.
    pub view_bounds: RwSignal<Option<ViewBounds>>,
    /// Height of the drawer.
    pub drawer: RwSignal<DrawerHeight>,
    /// Messages.
    pub notices: RwSignal<Vec<Notice>>,
    /// Positions, in the catalogue, of the initiatives shown.
    pub shown: Memo<Vec<usize>>,
    /// The same in the list, which follows a moment later.
    pub listed: RwSignal<Listed>,
    /// Counts beside the filters.
    pub counts: Memo<Counts>,
    /// Asks again for all that did not come.
    pub retry: Trigger,
    /// How many times an address said where to look: whoever moves the map for what opens leaves it there then.
    pub told_views: StoredValue<u32>,
    /// Whose content `sheet` is: it is that of the sheet before until the next one is asked for.
    pub sheet_of: StoredValue<Option<Target>>,
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
        let counts = Memo::new(move |_| {
            let catalogue = catalogue.read();
            catalogue
                .ready()
                .map(|catalogue| Counts::of(&filters.read(), &catalogue.initiatives))
                .unwrap_or_default()
        });
        Self {
            texts: Texts::of(address.options.lang()),
            options: RwSignal::new(address.options.clone()),
            catalogue,
            filters,
            names: RwSignal::new(Vec::new()),
            wants_facets: RwSignal::new(false),
            territory_name: RwSignal::new(None),
            panel: RwSignal::new(address.panel.clone()),
            opened: RwSignal::new(None),
            sheet: RwSignal::default(),
            hovered: RwSignal::new(None),
            view: RwSignal::new(address.view),
            layers: RwSignal::new(address.layers.clone()),
            streets: RwSignal::new(false),
            hint: RwSignal::new(false),
            scale: RwSignal::new(None),
            view_bounds: RwSignal::new(None),
            drawer: RwSignal::new(DrawerHeight::first(address.panel.is_some())),
            notices: RwSignal::new(Vec::new()),
            shown,
            listed: RwSignal::default(),
            counts,
            retry: Trigger::new(),
            told_views: StoredValue::new(u32::from(address.view.is_some())),
            sheet_of: StoredValue::new(None),
            framed,
        }
    }

    /// The address of the present state.
    pub fn address(&self) -> Address {
        Address {
            view: self.view.get(),
            ..self.asked()
        }
    }

    /// The same wherever the map stands.
    fn asked(&self) -> Address {
        Address {
            view: None,
            filters: self.filters.get(),
            panel: self.panel.get(),
            layers: self.layers.get(),
            options: self.options.get(),
        }
    }

    /// The title of the map: that of the embed, or its own.
    pub fn title(&self) -> String {
        let title = self.options.read().title.clone();
        title.unwrap_or_else(|| edition::said(self.texts.lang, "content"))
    }

    /// Makes the state what an address asks for. The sentences keep their language: another one is another page.
    pub fn go_to(&self, address: Address) {
        if address.view.is_some() {
            self.told_views.update_value(|count| *count += 1);
        }
        self.filters.set(address.filters);
        self.panel.set(address.panel);
        self.view.set(address.view);
        self.layers.set(address.layers);
        self.options.set(address.options);
    }

    /// The address that closes the sheet and changes nothing else.
    pub fn list_href(&self) -> String {
        self.asked().opening(None).href()
    }

    /// The address of a sheet, whatever the filters: a click on a link that has it keeps them.
    pub fn sheet_href(&self, target: Target) -> String {
        let address = Address {
            layers: self.layers.get_untracked(),
            options: self.options.get_untracked(),
            ..Address::default()
        };
        address.opening(Some(target)).href()
    }

    /// Name of a value of a facet: its id, as long as the name is not here.
    pub fn name(&self, facet: Facet, value: u8) -> String {
        if facet == Facet::Lever {
            return self.texts.category(Category::from_index(value)).to_owned();
        }
        let names = self.names.read();
        let id = || facet.values().get(usize::from(value)).copied();
        let name = name_of(&names, facet, value).map(String::as_str);
        name.or_else(id).unwrap_or_default().to_owned()
    }

    /// Asks for a value of a facet, or no longer.
    pub fn toggle(&self, facet: Facet, value: u8) {
        self.filters.update(|filters| filters.toggle(facet, value));
    }

    /// The lever whose sheet is open.
    pub fn opened_lever(&self) -> Option<Lever> {
        let panel = self.panel.read();
        let target = panel.as_ref()?;
        let lever = Lever::from_id(&target.id);
        lever.filter(|_| target.kind == TargetKind::Lever)
    }

    /// The levers that markers show first: those asked for, or that of the open sheet.
    pub fn levers_shown(&self) -> ValueSet {
        let asked = self.filters.read().asked(Facet::Lever);
        match self.opened_lever() {
            Some(lever) if asked.is_empty() => asked.with(Category::Lever(lever).index()),
            _ => asked,
        }
    }

    /// What the open sheet speaks of, once it is known. Of an initiative the catalogue says it, of others their sheet.
    pub fn subject(&self) -> Option<Subject> {
        let panel = self.panel.read();
        let target = panel.as_ref()?;
        if target.kind == TargetKind::Initiative {
            let catalogue = self.catalogue.read();
            let initiative = catalogue.ready()?.initiative(&target.id)?;
            return Some(Subject::of_initiative(initiative));
        }
        let sheet = self.sheet.read();
        let is_its_own = self.sheet_of.with_value(|of| of.as_ref() == Some(target));
        Some(sheet.ready().filter(|_| is_its_own)?.subject.clone())
    }

    /// What the list should show by now.
    pub fn listing(&self) -> Listed {
        self.with_catalogue(|catalogue| {
            let opened = match &*self.opened.read() {
                Some(group) => group.items.clone(),
                None => {
                    let filters = self.filters.read();
                    let territory = filters.territory.as_ref();
                    territory.map_or_else(Vec::new, |asked| catalogue.covering(asked))
                }
            };
            let shown = self.shown.read();
            Listed::of(catalogue, &shown, self.view_bounds.get(), &opened)
        })
        .unwrap_or_default()
    }

    /// Opens initiatives together, first in the list.
    pub fn open(&self, group: Group) {
        self.panel.set(None);
        self.opened.set(Some(group));
        self.raise_drawer();
    }

    /// The territory of the initiatives that opened together.
    pub fn opened_territory(&self) -> Option<Territory> {
        self.opened.read().as_ref()?.territory.clone()
    }

    /// The heading of the initiatives that come first in the list together: those that the visitor opened on the map, or those that
    /// cover the territory asked for.
    pub fn opened_heading(&self) -> String {
        let count = self.listed.read().opened.len();
        let name = || self.territory_name.get().unwrap_or_default();
        let heading = match &*self.opened.read() {
            Some(group) => group.heading.clone(),
            None => (self.texts.group)(Shared::Territory { several: false }, &name()),
        };
        format!("{heading} ({count})")
    }

    /// Calls `read` with the catalogue, when it is here.
    pub fn with_catalogue<T>(&self, read: impl FnOnce(&Catalogue) -> T) -> Option<T> {
        self.catalogue
            .read()
            .ready()
            .map(|catalogue| read(catalogue))
    }

    /// Brings the drawer up, so that a sheet that opens is seen.
    pub fn raise_drawer(&self) {
        let raised = self.drawer.get_untracked().raised();
        if raised != self.drawer.get_untracked() {
            self.drawer.set(raised);
        }
    }

    /// Adds a message, once.
    pub fn tell(&self, notice: Notice) {
        self.notices.update(|notices| {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        });
    }

    /// What had not come has: its messages go.
    pub fn found(&self, lack: Lack) {
        self.notices.maybe_update(|notices| {
            let before = notices.len();
            notices.retain(|notice| notice.lack != Some(lack));
            notices.len() < before
        });
    }
}

/// The state, from any component under the shell.
pub fn store() -> Store {
    expect_context::<Store>()
}
