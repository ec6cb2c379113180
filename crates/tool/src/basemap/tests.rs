use super::*;
use model::data::basemap::{ArcKind, LayerKind, PlaceKind};

/// Two départements in two régions, side by side between 0° and 2° east: the border between them is arc 1.
fn topology() -> Topology {
    let json = r#"{"type": "Topology",
      "arcs": [
        [[1,0],[0,0],[0,0.5],[0,1],[1,1]],
        [[1,1],[1,0]],
        [[1,1],[2,1],[2,0],[1,0]],
        [[5,5],[6,6]]
      ],
      "objects": {
        "departements": {"type": "GeometryCollection", "geometries": [
          {"type": "Polygon", "arcs": [[0,1]], "properties": {"code": "02", "name": "Ouest", "departement": "02"}},
          {"type": "MultiPolygon", "arcs": [[[2,-2]]], "properties": {"code": "01", "departement": "01"}},
          {"type": null, "properties": {"code": "03"}}
        ]},
        "coast": {"type": "GeometryCollection", "geometries": [{"type": "MultiLineString", "arcs": [[0],[2]]}]},
        "departement": {"type": "GeometryCollection", "geometries": [{"type": "LineString", "arcs": [1]}]},
        "region": {"type": "GeometryCollection", "geometries": [{"type": "LineString", "arcs": [-2], "properties": null}]},
        "river1": {"type": "GeometryCollection", "geometries": [{"type": "LineString", "arcs": [3]}]},
        "places": {"type": "GeometryCollection", "geometries": [
          {"type": "Point", "coordinates": [0.5,0.5], "properties":
            {"kind": "town", "code": "02001", "name": "Bourg", "population": 12, "departement": "02"}}
        ]}
      }}"#;
    Topology::parse(json.as_bytes()).unwrap()
}

#[test]
fn each_arc_has_the_strongest_of_its_kinds() {
    let map = compile(&topology(), 20, "").unwrap();
    let kinds: Vec<_> = map.arcs().map(|arc| arc.kind).collect();
    let expected = [
        ArcKind::Coast,
        ArcKind::Region,
        ArcKind::Coast,
        ArcKind::River1,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn areas_and_places_keep_who_they_are() {
    let map = compile(&topology(), 20, "Crédit").unwrap();
    let layer = map.layer(LayerKind::Departement).unwrap();
    let codes: Vec<_> = layer
        .features
        .iter()
        .map(|area| area.code.as_str())
        .collect();
    assert_eq!(codes, ["01", "02"]);
    assert_eq!(layer.feature("02").unwrap().name, "Ouest");
    let [bourg] = map.places() else {
        panic!("one place")
    };
    assert_eq!((bourg.kind, bourg.population), (PlaceKind::Town, 12));
    assert_eq!(map.credit(), "Crédit");
}

#[test]
fn a_file_of_communes_holds_one_departement() {
    let files = cut("communes", topology());
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["communes-01", "communes-02"]);
    let east = compile(&files[0].1, 20, "").unwrap();
    let kinds: Vec<_> = east.arcs().map(|arc| arc.kind).collect();
    assert_eq!(kinds, [ArcKind::Region, ArcKind::Coast]);
    assert!(east.places().is_empty());
    let area = &east.layer(LayerKind::Departement).unwrap().features[0];
    let outline: Vec<_> = east.outline(&area.rings[0]).collect();
    assert_eq!(outline.first(), outline.last());
}

#[test]
fn points_that_change_nothing_are_left_out() {
    let map = compile(&topology(), 20, "").unwrap();
    assert_eq!(
        map.arc(0).unwrap().points.len(),
        4,
        "0,0.5 lies between 0,0 and 0,1"
    );
    let spike = [[0.0, 0.0], [0.5, 0.0], [0.5, 0.0], [0.25, 0.0]];
    assert_eq!(
        straightened(spike.into_iter()),
        [[0.0, 0.0], [0.5, 0.0], [0.25, 0.0]]
    );
}

#[test]
fn unknown_names_are_refused() {
    let json = br#"{"arcs": [[[0,0],[1,1]]], "objects":
        {"motorway": {"geometries": [{"type": "LineString", "arcs": [0]}]}}}"#;
    let error = format!("{:#}", Topology::parse(json).unwrap_err());
    assert_eq!(error, "object \"motorway\": no such kind of line");
}
