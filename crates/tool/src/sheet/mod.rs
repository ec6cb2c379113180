//! The sheets. The tool renders them once, for the side panel and for static pages: the browser's program has none of this.

mod authority;
mod cases;
mod context;
mod diagram;
mod evidence;
mod figures;
mod head;
mod initiative;
mod lever;
mod lever_use;
mod links;
mod notes;
mod partners;
mod prose;
mod recommendation;
mod terms;
mod theme;

pub use cases::table_of_acts;
use context::context;
pub use context::{Edition, SheetContext, Site};
use leptos::prelude::*;
pub use links::links;
use model::domain::{Category, Filters, Lever, Linked, Sheet, Target, TargetKind, Territory};
use model::text::Texts;
use model::text::target_name;
pub use notes::evidence;
pub use prose::{external_link, free_sections};
pub use terms::{explained, other_acronyms};
use ui::CategoryIcon;

use ui::ids::SHEET_HEADING as HEADING_ID;

/// A sheet of any kind. It reads a [`SheetContext`].
pub fn sheet_view(linked: &Linked) -> AnyView {
    if let Some(notes) = notes::Notes::of(context().texts, linked) {
        provide_context(notes);
    }
    let view = match &linked.sheet {
        Sheet::Initiative(sheet) => initiative::view(sheet, linked),
        Sheet::Authority(sheet) => authority::view(sheet, linked),
        Sheet::Lever(sheet) => lever::view(sheet, linked),
        Sheet::Theme(theme) => theme::view(*theme, linked),
        Sheet::Recommendation(sheet) => recommendation::view(sheet, linked),
    };
    let target = linked.sheet.target();
    view! { {view} {own_page(&target)} {contribute(&target)} }.into_any()
}

/// On the map, the link to the sheet's page.
fn own_page(target: &Target) -> Option<AnyView> {
    let context = context();
    let href = format!("{}/", target.path());
    matches!(context.site, Site::Map(_)).then(|| {
        view! { <p class="own-page"><a href=href target="_top">{context.texts.own_page}</a></p> }
            .into_any()
    })
}

/// Of an initiative, the link to where an error is told, or what is missing.
fn contribute(target: &Target) -> Option<AnyView> {
    (target.kind == TargetKind::Initiative).then(|| {
        let link = page_out(
            &format!("contribuer/?initiative={}", target.id),
            context().texts.contribute,
        );
        view! { <p class="own-page on-screen">{link}</p> }.into_any()
    })
}

/// The way to the notebook with an initiative in it. On the map a script puts a tick in its place (public/keep).
fn keep(id: &str) -> AnyView {
    let link = page_out(&format!("carnet/?initiatives={id}"), context().texts.keep);
    view! { <p class="keep on-screen">{link}</p> }.into_any()
}

/// The name of a sheet.
pub fn sheet_name(texts: &Texts, sheet: &Sheet) -> String {
    match sheet {
        Sheet::Initiative(sheet) => sheet.summary.name.clone(),
        Sheet::Authority(sheet) => sheet.reference.name.clone(),
        Sheet::Recommendation(sheet) => sheet.name.clone(),
        Sheet::Lever(_) | Sheet::Theme(_) => target_name(texts, &sheet.target()),
    }
}

/// The heading of a sheet: what kind it is, its name, what it says in a sentence.
fn head(kind: String, name: AnyView, lead: AnyView) -> AnyView {
    view! {
        <header class="sheet-head">
            <p class="kind">{kind}</p>
            <h2 id=HEADING_ID tabindex="-1">{name}</h2>
            {lead}
        </header>
    }
    .into_any()
}

/// One line of the facts: a label and what it says, left out when there is nothing to say.
fn fact(label: impl Into<String>, value: Option<AnyView>) -> AnyView {
    let label = label.into();
    value
        .map(|value| view! { <div><dt>{label}</dt> <dd>{value}</dd></div> })
        .into_any()
}

/// A name in the language of the sheets.
fn french(name: &str) -> AnyView {
    view! { <span lang="fr">{name.to_owned()}</span> }.into_any()
}

/// A link to what is said of a territory.
pub fn territory_link(territory: &Territory, name: &str) -> AnyView {
    let href = context().site.territory(territory);
    view! { <a href=href data-sheet="" lang="fr">{name.to_owned()}</a> }.into_any()
}

/// Whether this is shown in the panel of the map.
pub fn on_map() -> bool {
    matches!(context().site, Site::Map(_))
}

/// A link to a page that is no sheet, by its folder. It leaves the frame of an embed.
pub fn page_out(path: &str, words: &str) -> AnyView {
    let context = context();
    let target = matches!(context.site, Site::Map(_)).then_some("_top");
    view! { <a href=context.site.page(path) target=target>{words.to_owned()}</a> }.into_any()
}

/// A link to another sheet. The rest of the state stays.
fn sheet_link(target: &Target, name: AnyView) -> AnyView {
    view! { <a href=context().site.href(target) data-sheet="">{name}</a> }.into_any()
}

/// A link to the sheet of an authority, by its id.
fn authority_link(id: &str, linked: &Linked) -> AnyView {
    let name = linked.authority(id).map_or(id, |known| &known.name);
    sheet_link(&Target::authority(id), french(name))
}

/// A link to the page of a sheet.
pub fn page_link(target: &Target, name: String) -> AnyView {
    sheet_link(target, name.into_any())
}

/// The same, of a name that is more than text.
pub fn page_link_of(target: &Target, name: AnyView) -> AnyView {
    sheet_link(target, name)
}

/// The icon of a lever.
pub fn lever_icon(lever: Lever) -> AnyView {
    view! { <CategoryIcon category=Category::Lever(lever) /> }.into_any()
}

/// On the map, a link that keeps the sheet open and shows only what it speaks of.
fn show_only(filters: Filters, target: &Target, words: &'static str) -> Option<AnyView> {
    let href = context().site.filtered(filters, target)?;
    Some(view! { <p><a class="button" href=href>{words}</a></p> }.into_any())
}
