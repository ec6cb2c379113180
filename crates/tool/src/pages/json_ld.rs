//! What pages are, in the words of schema.org, for search engines.

use super::texts;
use crate::build::LICENCE_URL;
use content::sheets::SiteInfo;
use model::domain::{Authority, Initiative, Linked, Sheet};
use serde_json::{Value, json};

/// A sheet. `site`: the address of the site, with its final slash.
pub fn sheet(linked: &Linked, name: &str, description: &str, site: &str) -> Value {
    let url = format!("{site}{}/", linked.sheet.target().path());
    let mut value = json!({
        "@context": "https://schema.org",
        "name": name,
        "description": description,
        "url": url,
        "inLanguage": "fr",
    });
    let more = match &linked.sheet {
        Sheet::Initiative(sheet) => initiative(sheet),
        Sheet::Authority(sheet) => authority(sheet),
        Sheet::Lever(_) => json!({
            "@type": "DefinedTerm",
            "inDefinedTermSet": format!("{site}leviers/"),
        }),
        Sheet::Theme(_) => json!({ "@type": "CollectionPage" }),
        Sheet::Recommendation(sheet) => json!({
            "@type": "Article",
            "headline": name,
            "position": sheet.number,
        }),
    };
    merge(&mut value, more);
    value
}

/// The page of the open data: what the map shows, as a set of data. `url`: that of the page.
pub fn dataset(site: &SiteInfo, url: &str) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": site.name,
        "description": site.description,
        "url": url,
        "inLanguage": "fr",
        "license": LICENCE_URL,
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": format!("{}data/datapackage.json", site.url),
        },
    })
}

/// A page that lists others.
pub fn list(name: &str, description: &str, url: &str, items: &[(String, String)]) -> Value {
    let elements: Vec<Value> = items
        .iter()
        .zip(1..)
        .map(|((name, url), position)| {
            json!({ "@type": "ListItem", "position": position, "name": name, "url": url })
        })
        .collect();
    json!({
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": name,
        "description": description,
        "url": url,
        "inLanguage": "fr",
        "mainEntity": { "@type": "ItemList", "itemListElement": elements },
    })
}

/// A page of text.
pub fn web_page(name: &str, description: &str, url: &str) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": name,
        "description": description,
        "url": url,
        "inLanguage": "fr",
    })
}

/// The way down to a page: names and addresses, from the first.
pub fn breadcrumbs(way: &[(String, String)]) -> Value {
    let elements: Vec<Value> = way
        .iter()
        .zip(1..)
        .map(|((name, url), position)| {
            json!({ "@type": "ListItem", "position": position, "name": name, "item": url })
        })
        .collect();
    json!({
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": elements,
    })
}

fn initiative(sheet: &Initiative) -> Value {
    let places = sheet.summary.places.iter().map(|place| {
        json!({
            "@type": "Place",
            "name": place.label,
            "geo": { "@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon },
        })
    });
    let screen = texts().screen;
    let themes = sheet
        .summary
        .themes
        .iter()
        .map(|&theme| screen.theme(theme));
    let levers = sheet
        .summary
        .levers
        .iter()
        .map(|&lever| (screen.lever)(lever));
    let keywords: Vec<_> = themes.chain(levers).collect();
    let mut value = json!({
        "@type": "Project",
        "location": places.collect::<Vec<_>>(),
        "keywords": keywords,
    });
    if let Some(year) = sheet.since {
        merge(&mut value, json!({ "foundingDate": year.to_string() }));
    }
    if let Some(link) = sheet.links.first() {
        merge(&mut value, json!({ "sameAs": link.url }));
    }
    value
}

fn authority(sheet: &Authority) -> Value {
    let mut value = json!({
        "@type": "GovernmentOrganization",
        "identifier": sheet.reference.code,
    });
    if let Some(address) = &sheet.address {
        merge(&mut value, json!({ "address": address }));
    }
    if let Some(website) = &sheet.website {
        merge(&mut value, json!({ "sameAs": website }));
    }
    value
}

/// Adds the fields of one object to another.
fn merge(value: &mut Value, more: Value) {
    if let (Value::Object(value), Value::Object(more)) = (value, more) {
        value.extend(more);
    }
}
