//! The pages of the real content: what leads to a territory leads somewhere, and counts are those of the content.

use crate::real::{leviers, printed};
use crate::support::folder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Builds the pages and reads them, by folder: `territoires/commune-92050/`.
fn pages(name: &str) -> BTreeMap<String, String> {
    let out = folder(name);
    let (data, root) = (out.join("data"), out.join("pages"));
    let paths = [&data, &root].map(|path| path.to_str().unwrap());
    let built = leviers(&["build", "content", paths[0], "--pages", paths[1]]);
    assert!(built.status.success(), "{}", printed(&built));
    let mut pages = BTreeMap::new();
    let mut left: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => left.push(path),
                false if path.ends_with("index.html") => {
                    pages.insert(address(&root, &path), fs::read_to_string(path).unwrap());
                }
                false => {}
            }
        }
    }
    pages
}

fn address(root: &Path, page: &Path) -> String {
    let folder = page.parent().unwrap().strip_prefix(root).unwrap();
    format!("{}/", folder.to_str().unwrap())
}

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opened = format!("{attribute}=\"");
    let after = html.split(opened.as_str()).skip(1);
    after.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn what_leads_to_a_territory_leads_somewhere_and_counts_are_those_of_the_content() {
    let pages = pages("territory-pages");
    let mut led_to = BTreeSet::new();
    for (page, html) in &pages {
        for href in values(html, "href") {
            let target = href.trim_start_matches("../");
            if target.starts_with("territoires/") || target.starts_with("regions/") {
                let target = target.split(['#', '?']).next().unwrap();
                assert!(pages.contains_key(target), "{page} → {href}");
                led_to.insert(target.to_owned());
            }
        }
    }
    let all = pages.keys().filter(|page| page.starts_with("territoires/"));
    let alone: Vec<_> = all.filter(|page| !led_to.contains(*page)).collect();
    assert_eq!(alone, [] as [&String; 0], "nothing leads there");

    // The levels of a commune of the Grand Paris.
    let mut levels = values(&pages["territoires/commune-92050/"], "data-level");
    assert_eq!(levels.first(), Some(&"commune"));
    // Those of which nothing is said come last.
    levels.sort_unstable();
    assert_eq!(levels, ["commune", "departement", "epci", "ept", "region"]);

    let initiatives = pages.keys().filter(|page| page.starts_with("initiatives/"));
    let initiatives = initiatives.count() - 1;
    let total = format!("aria-label=\"{initiatives} initiatives\u{a0}: Toutes les initiatives\"");
    assert!(pages["comprendre/"].contains(&total), "{total}");
}

#[test]
fn the_comparison_holds_every_authority() {
    let pages = pages("comparison-page");
    let authorities = pages
        .keys()
        .filter(|page| page.starts_with("collectivites/"));
    let data = pages["comparer/"].split("id=\"donnees\"").nth(1).unwrap();
    let json = data
        .split_once('>')
        .unwrap()
        .1
        .split("</script>")
        .next()
        .unwrap();
    let data: serde_json::Value = serde_json::from_str(json).unwrap();
    let compared = data["authorities"].as_object().unwrap();
    assert_eq!(compared.len(), authorities.count() - 1);
    let size = compared["nanterre"]["size"].as_str().unwrap();
    assert!(size.starts_with("97") && size.ends_with(')'), "{size}");
    // Each initiative is told once, with all the levers used for it.
    for authority in compared.values() {
        let acts = authority["acts"].as_array().unwrap();
        let told: BTreeSet<_> = acts.iter().map(|act| act["id"].as_str().unwrap()).collect();
        assert_eq!(told.len(), acts.len(), "{}", authority["name"]);
    }
}
