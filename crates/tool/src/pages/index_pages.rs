//! The pages that lead to the sheets: one list a kind.

use super::{Page, Section, Source, authority_list, json_ld, lists, regions, territories, texts};
use crate::sheet::{explained, lever_icon, page_link};
use crate::text::PageTexts;
use crate::text::count::initiatives_counted;
use crate::text::peers;
use crate::text::territories as words;
use leptos::prelude::*;
use model::domain::{RecommendationGroup, Target, Theme};

/// The lists.
pub fn pages(source: &Source<'_>) -> Vec<Page> {
    Section::ALL
        .iter()
        .map(|&section| page(source, section))
        .collect()
}

fn page(source: &Source<'_>, section: Section) -> Page {
    let (title, description) = (PageTexts::get().list)(section);
    let path = section.path();
    let url = format!("{}{path}", source.site().url);
    Page {
        json_ld: json_ld::list(title, description, &url, &items(source, section)),
        main: source.html(&path, || main(source, section, title, description)),
        title: title.to_owned(),
        description: description.to_owned(),
        above: None,
        on_map: None,
        locator: None,
        shared: None,
        on_paper: false,
        path,
    }
}

fn main(
    source: &Source<'_>,
    section: Section,
    title: &'static str,
    description: &'static str,
) -> AnyView {
    let list = match section {
        Section::Initiatives => initiatives(source),
        Section::Authorities => view! {
            <p><a href="../comparer/">{peers::PAGE.0}</a></p>
            {authority_list::list(source)}
        }
        .into_any(),
        Section::Levers => levers(source),
        Section::Themes => themes(source),
        Section::Regions => all_regions(source),
        Section::Territories => territories::list(source),
        Section::Recommendations => recommendations(source),
    };
    view! {
        <header class="sheet-head"><h2>{title}</h2><p class="lead">{description}</p></header>
        {list}
    }
    .into_any()
}

/// Name and address of what the list leads to.
pub fn items(source: &Source<'_>, section: Section) -> Vec<(String, String)> {
    let url = |target: Target| format!("{}{}/", source.site().url, target.path());
    let links = source.links;
    match section {
        Section::Initiatives => {
            let all = links.initiatives.iter().map(|sheet| &sheet.summary);
            all.map(|summary| (summary.name.clone(), url(Target::initiative(&summary.id))))
                .collect()
        }
        Section::Authorities => {
            let all = links.authorities.iter().map(|sheet| &sheet.reference);
            all.map(|one| (one.name.clone(), url(Target::authority(&one.id))))
                .collect()
        }
        Section::Levers => {
            let all = links.levers.iter().map(|sheet| sheet.lever);
            let name = |lever| (texts().screen.lever)(lever).to_owned();
            all.map(|lever| (name(lever), url(Target::lever(lever))))
                .collect()
        }
        Section::Themes => {
            let name = |theme| texts().screen.theme(theme).to_owned();
            let all = used_themes(source).into_iter();
            all.map(|(theme, _)| (name(theme), url(Target::theme(theme))))
                .collect()
        }
        Section::Regions => {
            let all = regions::regions(source);
            let of =
                |region: &regions::Region<'_>| format!("{}{}", source.site().url, region.path());
            all.iter()
                .map(|region| (region.name.clone(), of(region)))
                .collect()
        }
        Section::Territories => territories::items(source),
        Section::Recommendations => {
            let all = links.recommendations.iter();
            all.map(|one| (one.name.clone(), url(Target::recommendation(&one.id))))
                .collect()
        }
    }
}

fn initiatives(source: &Source<'_>) -> AnyView {
    let page_texts = PageTexts::get();
    let regions = regions::with_initiatives(source);
    let abroad = regions::abroad(source);
    let regions = regions.iter().map(|region| {
        view! {
            <section>
                <h3>{(page_texts.region_counted)(&region.name, region.initiatives.len())}</h3>
                {lists::initiatives(&region.initiatives)}
            </section>
        }
    });
    let regions = regions.collect_view();
    let abroad = (!abroad.is_empty()).then(
        || view! { <section><h3>{page_texts.abroad}</h3>{lists::initiatives(&abroad)}</section> },
    );
    view! { {regions}{abroad} }.into_any()
}

fn levers(source: &Source<'_>) -> AnyView {
    let items = source.links.levers.iter().map(|sheet| {
        let name = (texts().screen.lever)(sheet.lever).to_owned();
        view! {
            <li class="entry">
                <p class="entry-name">{lever_icon(sheet.lever)} {page_link(&Target::lever(sheet.lever), name)}</p>
                <p>{explained(&sheet.definition)}</p>
            </li>
        }
    });
    view! { <ul class="entries">{items.collect_view()}</ul> }.into_any()
}

fn used_themes(source: &Source<'_>) -> Vec<(Theme, usize)> {
    let count = |theme: Theme| {
        let all = source.links.initiatives.iter();
        all.filter(|sheet| sheet.summary.themes.contains(&theme))
            .count()
    };
    let all = Theme::ALL.iter().map(|&theme| (theme, count(theme)));
    all.filter(|&(_, count)| count > 0).collect()
}

fn themes(source: &Source<'_>) -> AnyView {
    let items = used_themes(source).into_iter().map(|(theme, count)| {
        let name = texts().screen.theme(theme);
        entry(&Target::theme(theme), name, initiatives_counted(count))
    });
    view! { <ul class="names">{items.collect::<Vec<_>>()}</ul> }.into_any()
}

fn all_regions(source: &Source<'_>) -> AnyView {
    let items = regions::regions(source).into_iter().map(|region| {
        let href = region.path().replacen("regions/", "", 1);
        view! { <li><a href=href>{region.name.clone()}</a> " " <span class="note">{initiatives_counted(region.initiatives.len())}</span></li> }
    });
    view! {
        <ul class="names">{items.collect_view()}</ul>
        <p><a href=format!("../{}", Section::Territories.path())>{words::ALL}</a></p>
    }
    .into_any()
}

fn recommendations(source: &Source<'_>) -> AnyView {
    let groups = RecommendationGroup::ALL.iter().filter_map(|&group| {
        let of_group = source.links.recommendations.iter();
        let items: Vec<_> = of_group
            .filter(|sheet| sheet.group == group)
            .map(|sheet| entry(&Target::recommendation(&sheet.id), &format!("{}. {}", sheet.number, sheet.name), String::new()))
            .collect();
        (!items.is_empty()).then(|| {
            view! { <section><h3>{(texts().recommendation_group)(group)}</h3><ul class="names">{items}</ul></section> }
        })
    });
    groups.collect_view().into_any()
}

fn entry(target: &Target, name: &str, note: String) -> AnyView {
    let note = (!note.is_empty()).then(|| view! { <span class="note">{note}</span> });
    view! { <li>{page_link(target, name.to_owned())} " " {note}</li> }.into_any()
}
