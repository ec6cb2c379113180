//! What tells this edition from others, in its pages: header, names for the app, first view, pictures, colours.

use super::{OutputFile, SiteInfo};
use crate::text::pages::accessibility as accessibility_words;
use content::sheets::Picture;
use leptos::prelude::*;
use model::Lang;
use model::text::nav::NavTexts;
use ui::{Here, SiteHeader};

/// Scripts that are in every app, and that pages of some editions load: `public/start.js`, `public/offline.js`.
const START: &str = "start.js";
const OFFLINE: &str = "offline.js";
/// The picture of the tab, which the app has already.
const ICON: &str = "icons/icon.svg";

/// The header of a page. `root`: the way to the root of the site.
pub fn header(site: &SiteInfo, root: &str, here: Here, lang: Lang) -> AnyView {
    let logo = site.look.logo.as_ref();
    let logo = logo.map(|logo| format!("{root}{}", path(logo)));
    let (name, links) = (site.name_in(lang).to_owned(), site.look.links.clone());
    view! { <SiteHeader name logo links root=root.to_owned() here texts=NavTexts::of(lang) /> }
        .into_any()
}

/// The state of accessibility, which the law wants on every page.
pub fn accessibility(site: &SiteInfo, lang: Lang) -> String {
    accessibility_words(lang, site.look.conformity)
}

/// What the app says of this edition, in each language of the screen (`src/state/edition.rs`).
pub fn names(site: &SiteInfo) -> AnyView {
    let names = Lang::ALL.iter().map(|&lang| {
        let unlisted = (!site.look.languages.contains(&lang)).then_some("");
        view! {
            <meta
                name=format!("map-{}", lang.id())
                content=site.name_in(lang).to_owned()
                data-tagline=site.tagline_in(lang).to_owned()
                data-access=accessibility(site, lang)
                data-unlisted=unlisted
            />
        }
    });
    names.collect_view().into_any()
}

/// The script that asks the browser to keep the map, in editions that offer it (`public/offline.js`).
pub fn offline(site: &SiteInfo) -> Option<AnyView> {
    let script = || view! { <script type="module" src=OFFLINE></script> }.into_any();
    site.look.offline.then(script)
}

/// What makes an address that asks for nothing show the first view of this edition, in its own language; nothing where both are those of
/// the app.
pub fn start(site: &SiteInfo) -> Option<AnyView> {
    let look = &site.look;
    let lang = look.languages.first().filter(|&&lang| lang != Lang::Fr);
    let ask = Some(&look.start).filter(|start| !start.is_empty());
    (lang.is_some() || ask.is_some()).then(|| {
        let (ask, lang) = (ask.cloned(), lang.map(|lang| lang.id()));
        view! { <script src=START data-ask=ask data-lang=lang></script> }.into_any()
    })
}

fn path(logo: &Picture) -> String {
    format!("logo.{}", logo.ending)
}

/// The pictures of this edition.
pub fn files(site: &SiteInfo) -> Vec<OutputFile> {
    let logo = site.look.logo.as_ref();
    let logo = logo.map(|logo| OutputFile::new(path(logo), logo.bytes.clone()));
    let icon = site.look.icon.as_ref();
    let icon = icon.map(|icon| OutputFile::new(ICON, icon.bytes.clone()));
    logo.into_iter().chain(icon).collect()
}

/// The rules that it adds to the style sheet: its colour, on light paper and on dark paper, and the room of its logo.
pub fn rules(site: &SiteInfo) -> String {
    let colours = site.look.accent.map(|(light, dark)| {
        format!(
            ":root{{--accent:{light};--focus:{light};--outline:{light}}}@media screen and (prefers-color-scheme:dark){{:root{{--accent:{dark};--focus:{dark};--outline:{dark}}}}}"
        )
    });
    let logo = site.look.logo.as_ref();
    let logo = logo.map(|_| {
        ".site-logo{height:2rem;width:auto;margin-right:.5rem;vertical-align:middle}".to_owned()
    });
    colours.into_iter().chain(logo).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build;
    use content::sheets::Look;
    use model::address::Rgb;

    #[test]
    fn an_edition_with_nothing_of_its_own_costs_nothing() {
        let site = SiteInfo::default();
        assert!(start(&site).is_none() && offline(&site).is_none() && files(&site).is_empty());
        assert_eq!(rules(&site), "");
    }

    #[test]
    fn an_edition_says_what_it_is() {
        let site = SiteInfo {
            name: "Les communs".to_owned(),
            look: Look {
                english: Some(("The commons".to_owned(), "Ours".to_owned())),
                languages: vec![Lang::En],
                start: "territoire=departement:08".to_owned(),
                accent: Some((Rgb(1, 2, 3), Rgb(4, 5, 6))),
                ..Look::default()
            },
            ..SiteInfo::default()
        };
        let html = build::html(|| names(&site));
        assert!(
            html.contains("name=\"map-en\" content=\"The commons\""),
            "{html}"
        );
        assert_eq!(html.matches("data-unlisted").count(), 1);
        let script = build::html(|| start(&site).into_any());
        assert!(
            script.contains("data-ask=\"territoire=departement:08\" data-lang=\"en\""),
            "{script}"
        );
        assert!(rules(&site).contains("--accent:#010203"));
    }
}
