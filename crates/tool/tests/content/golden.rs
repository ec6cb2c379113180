//! What the valid content becomes, compared with the files of `tests/fixtures/expected`.
//!
//! When a change is meant: `LEVIERS_UPDATE_GOLDEN=1 cargo test --features tools --test content golden`, then read the diff.

use crate::support::{Change, changed, check, folder, is_expected, valid};
use model::data::{
    Attribute, FileKind, SheetTree, Step, complete, decode_catalogue, decode_one, name_of,
};
use model::domain::{
    Actor, Block, Facet, Heading, Inline, Lever, LinkKind, Linked, Sheet, State, Target,
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use tool::{Links, build};

const JARDIN: &str = "initiatives/jardin-des-lilas.md";

/// The open data, with their schemas.
const OPEN_DATA: [&str; 10] = [
    "initiatives.geojson",
    "initiatives.csv",
    "collectivites.csv",
    "leviers.csv",
    "recours.csv",
    "schemas/initiatives.json",
    "schemas/collectivites.json",
    "schemas/leviers.json",
    "schemas/recours.json",
    "datapackage.json",
];

/// What the valid content becomes.
pub fn built(name: &str) -> PathBuf {
    let out = folder(name);
    build(&check(&valid()).0, &out, "https://carte.example.org/").unwrap();
    out
}

/// The sheet of a kind and id, with its links.
fn linked(sheets: &[Linked], path: &str) -> Linked {
    let found = sheets
        .iter()
        .find(|linked| linked.sheet.target().path() == path);
    found.unwrap_or_else(|| panic!("no sheet {path}")).clone()
}

fn tree(out: &Path, path: &str) -> SheetTree {
    let bytes = fs::read(out.join(format!("{path}.bin"))).unwrap();
    decode_one(FileKind::Sheet, &bytes).unwrap()
}

/// All the text of a sheet.
fn text_of(tree: &SheetTree) -> String {
    let texts = tree.steps.iter().filter_map(|step| match step {
        Step::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

fn all_files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| match path.is_dir() {
            true => all_files(&path),
            false => BTreeMap::from([(path.clone(), fs::read(path).unwrap())]),
        })
        .collect()
}

fn names(folder: &Path) -> Vec<String> {
    let inside = |path: &PathBuf| path.strip_prefix(folder).unwrap().display().to_string();
    all_files(folder).keys().map(inside).collect()
}

#[test]
fn open_data_is_as_expected() {
    let out = built("open-data");
    for name in OPEN_DATA {
        let written = fs::read_to_string(out.join(name)).unwrap();
        is_expected(name, &written);
    }
}

#[test]
fn geojson_is_what_rfc_7946_asks_for() {
    let text = fs::read(built("rfc-7946").join("initiatives.geojson")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&text).unwrap();
    assert_eq!(json["type"], "FeatureCollection");
    assert!(json.get("crs").is_none());
    for feature in json["features"].as_array().unwrap() {
        assert_eq!(feature["type"], "Feature");
        assert!(feature["properties"].is_object());
        let geometry = &feature["geometry"];
        let points = match geometry["type"].as_str() {
            Some("Point") => vec![geometry["coordinates"].clone()],
            Some("MultiPoint") => geometry["coordinates"].as_array().unwrap().clone(),
            other => panic!("{other:?}"),
        };
        for point in points {
            let (lon, lat) = (point[0].as_f64().unwrap(), point[1].as_f64().unwrap());
            assert!(
                lon.abs() <= 180.0 && lat.abs() <= 90.0 && lon < lat,
                "longitude comes first"
            );
        }
    }
}

#[test]
fn one_place_is_a_point() {
    let mut files = valid();
    let place = "[[places]]\ncode = \"93066\"\nprecision = \"address\"\nlon = 2.36\nlat = 48.93\n";
    changed(
        &mut files,
        Change::Edit("initiatives/jardin-des-lilas.md", place, ""),
    );
    let out = folder("one-place");
    build(&check(&files).0, &out, "").unwrap();
    let text = fs::read_to_string(out.join("initiatives.geojson")).unwrap();
    assert!(
        text.contains(r#""geometry":{"type":"Point","coordinates":[2.2069,48.8922]}"#),
        "{text}"
    );
    assert!(text.contains(r#""url":"?initiative=jardin-des-lilas""#));
}

#[test]
fn the_catalogue_has_what_the_first_view_needs() {
    let bytes = fs::read(built("catalogue").join("catalogue.bin")).unwrap();
    let catalogue = decode_catalogue(&bytes).unwrap();
    assert_eq!(catalogue.lost, 0);
    let catalogue = catalogue.value;
    let ids: Vec<_> = catalogue.initiatives.iter().map(|i| &i.id).collect();
    assert_eq!(ids, ["jardin-des-lilas", "recyclerie-du-canal"]);
    let jardin = catalogue.initiative("jardin-des-lilas").unwrap();
    assert_eq!(jardin.levers, [Lever::Property]);
    let values = |facet: Facet| {
        let all = (0..).zip(facet.values());
        let there = all.filter(|&(value, _)| jardin.values.get(facet).contains(value));
        there.map(|(_, &id)| id).collect::<Vec<_>>()
    };
    assert_eq!(values(Facet::Lever), ["foncier"]);
    assert_eq!(jardin.values, jardin.values.of_catalogue());
}

#[test]
fn the_facets_say_what_each_initiative_has_and_name_it() {
    for lang in ["fr", "en"] {
        let bytes = fs::read(built("facets").join(lang).join("facets.bin")).unwrap();
        let rows = decode_one(FileKind::Facets, &bytes).unwrap();
        let bytes = fs::read(built("facets").join("catalogue.bin")).unwrap();
        let mut catalogue = decode_catalogue(&bytes).unwrap().value;
        let names = complete(rows, &mut catalogue);
        let told = |facet: Facet, position: usize| {
            let has = catalogue.initiatives[position].values.get(facet);
            let all = (0..).zip(facet.values());
            let there = all.filter(|&(value, _)| has.contains(value));
            there
                .map(|(value, &id)| (id, name_of(&names, facet, value).map(String::as_str)))
                .collect::<Vec<_>>()
        };
        let ids = |facet, position| -> Vec<_> {
            told(facet, position)
                .into_iter()
                .map(|(id, _)| id)
                .collect()
        };
        assert_eq!(ids(Facet::Lever, 0), ["foncier"]);
        assert_eq!(ids(Facet::Theme, 0), ["lien-social", "cadre-de-vie"]);
        assert_eq!(ids(Facet::AuthorityKind, 0), ["commune", "ept"]);
        // One document of the fixtures, 900, has no number that an address knows.
        for (facet, expected) in Facet::MORE.into_iter().zip([
            [vec!["20000-a-100000", "100000-a-500000"], vec!["inconnue"]],
            [vec!["association"], vec!["inconnue"]],
            [vec!["en-cours"], vec!["inconnu"]],
            [vec!["2010-a-2014", "2015-a-2019"], vec!["inconnue"]],
            [vec![], vec![]],
            [vec!["chiffres", "montant"], vec!["freins"]],
        ]) {
            assert_eq!(
                [0, 1].map(|position| ids(facet, position)),
                expected,
                "{facet:?}"
            );
            for position in [0, 1] {
                let named = |(_, name): &(&str, Option<&str>)| name.is_some();
                assert!(told(facet, position).iter().all(named), "{facet:?}");
            }
        }
    }
}

#[test]
fn sheets_hold_what_editors_wrote() {
    let content = check(&valid()).0;
    let sheets = Links::of(&content).all();
    let jardin = linked(&sheets, "initiatives/jardin-des-lilas");
    let names: Vec<_> = jardin.authorities.iter().map(|a| &a.name).collect();
    assert_eq!(names, ["Ville de Nanterre", "Plaine Commune"]);
    let Sheet::Initiative(jardin) = jardin.sheet else {
        panic!()
    };
    assert_eq!(
        jardin.lever_uses[1].actor,
        Actor::Landlord("Habitat d'essai".into())
    );
    assert_eq!(jardin.sections[0].heading, Heading::Context);
    let text = |text: &str| Inline::Text(text.into());
    assert_eq!(
        jardin.sections[0].blocks,
        [Block::Paragraph(vec![
            text("Le quartier manquait d'un lieu commun. "),
            Inline::Strong("Vingt familles".into()),
            text(" se sont réunies."),
        ])]
    );
    let link = Inline::Link {
        label: "son site".into(),
        url: "https://regie.example.org".into(),
    };
    assert_eq!(
        jardin.sections[1].blocks,
        [Block::List(vec![
            vec![text("Les Amis du jardin, qui tiennent le lieu.")],
            vec![text("La régie voisine ("), link, text(").")],
        ])]
    );
    let Sheet::Authority(nanterre) = linked(&sheets, "collectivites/nanterre").sheet else {
        panic!()
    };
    let populations: Vec<_> = nanterre
        .populations
        .iter()
        .map(|p| (p.value, p.year, p.source.is_some()))
        .collect();
    assert_eq!(populations, [(93000, 2018, true), (97783, 2023, false)]);
    let Sheet::Lever(foncier) = linked(&sheets, "leviers/foncier").sheet else {
        panic!()
    };
    assert_eq!(
        (foncier.lever, foncier.figures[0].value),
        (Lever::Property, 1.5)
    );
    assert_eq!((foncier.legal.len(), foncier.resources.len()), (1, 1));
}

#[test]
fn links_go_both_ways() {
    let content = check(&valid()).0;
    let sheets = Links::of(&content).all();
    let sheet = |path: &str| linked(&sheets, path);
    let jardin = sheet("initiatives/jardin-des-lilas");
    let nanterre = sheet("collectivites/nanterre");
    let foncier = sheet("leviers/foncier");
    let achat = sheet("leviers/achat-public");
    let theme = sheet("themes/cadre-de-vie");
    let preter = sheet("recommandations/preter-un-lieu");
    let to_jardin = Target::initiative("jardin-des-lilas");
    let to_preter = Target::recommendation("preter-un-lieu");
    let foncier_link = Target::lever(Lever::Property);
    assert!(has(&jardin, LinkKind::Recommendations, &to_preter));
    assert!(has(&preter, LinkKind::Examples, &to_jardin));
    assert!(has(&preter, LinkKind::Levers, &foncier_link));
    assert!(has(&foncier, LinkKind::Recommendations, &to_preter));
    assert!(is_case(
        &foncier,
        "jardin-des-lilas",
        "nanterre",
        State::Used
    ));
    assert!(foncier.authority("nanterre").is_some());
    assert!(has(&nanterre, LinkKind::Led, &to_jardin));
    assert!(!has(&nanterre, LinkKind::Funded, &to_jardin));
    assert!(has(&nanterre, LinkKind::Levers, &foncier_link));
    assert!(has(&nanterre, LinkKind::Recommendations, &to_preter));
    assert!(has(&theme, LinkKind::Initiatives, &to_jardin));
    assert!(has(&theme, LinkKind::Levers, &foncier_link));
    assert!(has(&theme, LinkKind::Recommendations, &to_preter));
    assert!(is_case(
        &achat,
        "jardin-des-lilas",
        "plaine-commune",
        State::Considered
    ));
}

fn is_case(lever: &Linked, initiative: &str, authority: &str, state: State) -> bool {
    lever.cases.iter().any(|case| {
        let authorities = case.actor.authorities();
        (case.initiative.as_str(), case.state) == (initiative, state)
            && authorities.iter().any(|id| id == authority)
    })
}

fn has(linked: &Linked, kind: LinkKind, target: &Target) -> bool {
    let mut of_kind = linked.groups.iter().filter(|group| group.kind == kind);
    of_kind.any(|group| group.links.iter().any(|link| link.target == *target))
}

#[test]
fn the_browser_gets_a_sheet_as_elements_in_each_language() {
    let out = built("trees");
    let french = tree(&out, "fr/initiatives/jardin-des-lilas");
    assert_eq!(french.name, "Le Jardin des Lilas");
    let text = text_of(&french);
    for said in [
        "La ville prête le terrain à titre gratuit.",
        "a utilisé ce levier",
        "Vingt familles",
        "Habitat d'essai",
        "15\u{202f}000\u{a0}€",
        "déduit du texte",
        "les documents n’en disent pas plus",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    let links = french.steps.iter().filter_map(|step| match step {
        Step::Set(Attribute::Href, href) => Some(href.as_str()),
        _ => None,
    });
    let links: Vec<_> = links.collect();
    for link in [
        "./?collectivite=nanterre",
        "./?levier=foncier",
        "./?theme=lien-social",
        "./?recommandation=preter-un-lieu",
        "https://jardin.example.org",
    ] {
        assert!(links.contains(&link), "{link} is not in {links:?}");
    }
    let english = tree(&out, "en/initiatives/jardin-des-lilas");
    assert!(text_of(&english).contains("used this lever"));
    assert!(english.steps.contains(&Step::Set(
        Attribute::Href,
        "./?levier=foncier&lang=en".into()
    )));
}

#[test]
fn a_range_and_a_figure_without_date_are_shown_as_such() {
    let shown = |name: &str, from: &'static str, to: &'static str| {
        let mut files = valid();
        changed(&mut files, Change::Edit(JARDIN, from, to));
        let out = folder(name);
        build(&check(&files).0, &out, "https://carte.example.org/").unwrap();
        ["fr", "en"]
            .map(|lang| text_of(&tree(&out, &format!("{lang}/initiatives/jardin-des-lilas"))))
    };
    let [french, english] = shown("range", "value = 20", "value = 20\nto = 25");
    assert!(
        french.contains("20\u{a0}à\u{a0}25\u{a0}habitants"),
        "{french}"
    );
    assert!(
        english.contains("20\u{a0}to\u{a0}25\u{a0}habitants"),
        "{english}"
    );
    let [french, english] = shown("undated", "year = 2018\n", "undated = true\n");
    assert!(
        french.contains("(sans date, dans un document de 2019)"),
        "{french}"
    );
    assert!(
        english.contains("(undated, in a document of 2019)"),
        "{english}"
    );
}

#[test]
fn the_year_of_a_status_is_that_of_the_sheet_or_of_its_documents() {
    let year = |change: Option<Change>| {
        let mut files = valid();
        change
            .into_iter()
            .for_each(|change| changed(&mut files, change));
        let content = check(&files).0;
        content.initiatives[0].sheet.as_ref().unwrap().status_year
    };
    let status = "status = \"en cours\"";
    assert_eq!(year(None), Some(2019));
    let said = "status = \"en cours\"\nstatus_year = 2017";
    assert_eq!(year(Some(Change::Edit(JARDIN, status, said))), Some(2017));
    let unknown = "status = \"inconnu\"";
    assert_eq!(year(Some(Change::Edit(JARDIN, status, unknown))), None);
}

#[test]
fn a_sheet_tells_the_map_what_it_speaks_of() {
    let out = built("subjects");
    let of = |path: &str| tree(&out, path).subject;
    let authority = of("fr/collectivites/nanterre");
    let own: Vec<String> = authority
        .territories
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(own, ["commune:92050"]);
    assert_eq!(authority.initiatives, ["jardin-des-lilas"]);
    for path in [
        "en/recommandations/preter-un-lieu",
        "fr/leviers/foncier",
        "fr/themes/lien-social",
    ] {
        let subject = of(path);
        assert!(
            subject.initiatives.contains(&"jardin-des-lilas".to_owned()),
            "{path}"
        );
        assert_eq!(subject.territories, [], "{path}");
    }
}

#[test]
fn a_note_stands_apart_from_the_link_before_it() {
    let out = built("notes");
    let text = text_of(&tree(&out, "fr/collectivites/nanterre"));
    assert!(text.contains("Foncier 1 initiative"), "{text}");
    assert!(text.contains("Le Jardin des Lilas foncier"), "{text}");
}

#[test]
fn a_word_of_the_glossary_is_explained_once_a_sheet() {
    let out = built("terms");
    let text = text_of(&tree(&out, "fr/recommandations/preter-un-lieu"));
    let expansion = "société coopérative d’intérêt collectif";
    assert_eq!(text.matches(expansion).count(), 1, "{text}");
}

#[test]
fn a_build_is_the_same_every_time_and_leaves_nothing_obsolete() {
    let out = built("twice");
    let first = all_files(&out);
    fs::write(out.join("fr/initiatives/ancienne.bin"), "x").unwrap();
    fs::write(out.join("basemap.bin"), "not ours").unwrap();
    let message = build(&check(&valid()).0, &out, "https://carte.example.org/")
        .unwrap()
        .to_string();
    assert!(message.contains("périmés retirés : 1"), "{message}");
    fs::remove_file(out.join("basemap.bin")).unwrap();
    assert_eq!(all_files(&out), first);
    assert_eq!(names(&out).len(), 12 + 2 * 15);
}
