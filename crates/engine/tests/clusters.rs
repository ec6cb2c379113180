//! The invariants of the clusters, against a naive reading of the same points.

#![allow(clippy::indexing_slicing)]

use engine::geo::{LonLat, World, WorldBounds, mercator};
use engine::{
    CLASSES, COARSE_RADIUS_PX, Camera, Cluster, ClusterKind, Clusterer, FINE_RADIUS_PX, Insets,
    Kinship, Matches, Point, PointSet, Px, Size, clusters, clusters_within, expansion_zoom,
    kinship, opening, order, parents, scene,
};
use proptest::prelude::*;
use std::collections::HashSet;

/// Those of the map.
const RADII: [f64; 2] = [FINE_RADIUS_PX, COARSE_RADIUS_PX];
const SCREEN: Size = Size {
    width: 1000.0,
    height: 700.0,
};

/// Points as initiatives are: crowded in towns, some at the very same place, some overseas and at the ends of the world.
fn points() -> impl Strategy<Value = Vec<Point>> {
    let towns = prop_oneof![
        Just((2.35, 48.85)),
        Just((2.26, 48.89)),
        Just((4.84, 45.76)),
        Just((5.37, 43.3)),
        Just((-4.49, 48.39)),
        Just((-61.53, 16.24)),
        Just((-52.33, 4.93)),
        Just((55.45, -20.88)),
        Just((45.23, -12.78)),
        Just((179.99, -16.5)),
        Just((-176.2, -13.3)),
    ];
    let near = prop_oneof![2 => Just(0.0), 4 => 0.0..0.01f64, 3 => 0.0..0.2, 1 => 0.0..3.0];
    let point = (towns, near, 0.0..6.3f64, 0..CLASSES as u8 + 2);
    prop::collection::vec(point, 0..250).prop_map(|points| {
        let place = |((lon, lat), near, turn, _): &((f64, f64), f64, f64, u8)| {
            LonLat::clamped(lon + near * turn.cos(), lat + near * turn.sin())
        };
        // Every third point is one more place of the item before.
        let item = |index: usize| (index - usize::from(index % 3 == 2)) as u32;
        points
            .iter()
            .enumerate()
            .map(|(index, point)| Point::at(place(point), point.3, item(index)))
            .collect()
    })
}

/// Points of every kind: as initiatives are, many at one place, and at the corners and the edges of the world.
fn all_sorts() -> impl Strategy<Value = Vec<Point>> {
    let edge = || {
        prop_oneof![
            Just(0.0),
            Just(0.5),
            Just(1.0 - 1e-12),
            Just(1.0),
            0.0..1.0f64
        ]
    };
    let extreme = (edge(), edge()).prop_map(|(x, y)| World { x, y });
    let pile = (prop::collection::vec(extreme, 0..12), 1..9usize).prop_map(|(places, times)| {
        let place = |index: usize| (places[index / times], index);
        (0..places.len() * times).map(place).collect::<Vec<_>>()
    });
    (points(), pile).prop_map(|(mut points, extremes)| {
        let point = |(at, index): (World, usize)| Point {
            at,
            class: (index % 8) as u8,
            item: index as u32,
        };
        points.extend(extremes.into_iter().map(point));
        points
    })
}

/// How many points of each class are of the mask and in these bounds: a reading of the list, with no key and no cluster.
fn counted(points: &[Point], mask: u8, bounds: WorldBounds) -> [u32; CLASSES] {
    let mut counts = [0; CLASSES];
    for point in points {
        let class = usize::from(point.class).min(CLASSES - 1);
        let there = point.at.to_fixed().to_world();
        counts[class] += u32::from(mask >> class & 1 == 1 && bounds.contains(there));
    }
    counts
}

fn summed<'a>(clusters: impl IntoIterator<Item = &'a Cluster>) -> [u32; CLASSES] {
    let mut sums = [0; CLASSES];
    for cluster in clusters {
        std::iter::zip(&mut sums, cluster.by_class).for_each(|(sum, count)| *sum += count);
    }
    sums
}

fn all_clusters(matches: &Matches, zoom: u8, radius: f64) -> Vec<Cluster> {
    clusters_within(matches, WorldBounds::WORLD, zoom, radius)
}

fn radius() -> impl Strategy<Value = f64> {
    prop::sample::select(&RADII[..])
}

fn positions(cluster: &Cluster) -> impl Iterator<Item = usize> {
    cluster.runs.iter().cloned().flatten()
}

fn place_of(matches: &Matches, position: usize) -> World {
    let mut places = matches.places(position..position + 1);
    places.next().unwrap_or_default()
}

/// The points of these classes, as if there were no others.
fn only(points: &[Point], mask: u8) -> Matches {
    let class = |point: &Point| usize::from(point.class).min(CLASSES - 1);
    let wanted = points.iter().filter(|point| mask >> class(point) & 1 == 1);
    PointSet::new(wanted.copied()).all()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_matching_point_is_in_one_cluster_at_every_zoom(points in points(), radius in radius(), kept: u64) {
        let wanted = |item: u32| kept >> (item % 64) & 1 == 1;
        let matches = PointSet::new(points.iter().copied()).matching(wanted);
        let mut expected: Vec<u32> = points.iter().map(|point| point.item).filter(|&item| wanted(item)).collect();
        expected.sort_unstable();
        for zoom in 4..=16 {
            let clusters = all_clusters(&matches, zoom, radius);
            let mut items: Vec<u32> = clusters.iter().flat_map(|cluster| cluster.items(&matches)).collect();
            items.sort_unstable();
            prop_assert_eq!(&items, &expected);
            let held: HashSet<usize> = clusters.iter().flat_map(positions).collect();
            prop_assert_eq!(held.len(), matches.len());
            let ids: HashSet<_> = clusters.iter().map(|cluster| cluster.id).collect();
            prop_assert_eq!(ids.len(), clusters.len(), "ids tell clusters apart");
        }
    }

    #[test]
    fn counts_classes_and_centres_are_those_of_the_points(points in points(), radius in radius(), zoom in 4..=16u8) {
        let matches = PointSet::new(points.iter().copied()).all();
        for cluster in all_clusters(&matches, zoom, radius) {
            prop_assert_eq!(cluster.count as usize, positions(&cluster).count());
            let places: Vec<World> = positions(&cluster).map(|position| place_of(&matches, position)).collect();
            let mean = |of: fn(&World) -> f64| places.iter().map(of).sum::<f64>() / places.len() as f64;
            let centre = World { x: mean(|place| place.x), y: mean(|place| place.y) };
            prop_assert!(centre.distance(cluster.centre) < 1e-9);
            prop_assert_eq!(cluster.by_class.iter().sum::<u32>(), cluster.count);
        }
        let mut total = [0; CLASSES];
        for cluster in all_clusters(&matches, zoom, radius) {
            std::iter::zip(&mut total, cluster.by_class).for_each(|(sum, count)| *sum += count);
        }
        let count = |class: usize| points.iter().filter(|point| usize::from(point.class).min(CLASSES - 1) == class).count() as u32;
        prop_assert_eq!(total, std::array::from_fn(count));
    }

    #[test]
    fn hidden_points_are_as_if_they_were_not_there(points in all_sorts(), radius in radius(), mask in 0..1u8 << CLASSES, zoom in 0..=19u8) {
        let (mut hiding, without) = (PointSet::new(points.iter().copied()).all(), only(&points, mask));
        hiding.show(mask);
        let found = all_clusters(&hiding, zoom, radius);
        let expected = all_clusters(&without, zoom, radius);
        prop_assert_eq!(found.len(), expected.len());
        for (found, expected) in std::iter::zip(found, expected) {
            prop_assert!(found.items(&hiding).eq(expected.items(&without)));
            prop_assert_eq!(found.bounds(&hiding), expected.bounds(&without));
            prop_assert_eq!(Cluster { runs: vec![], ..found }, Cluster { runs: vec![], ..expected });
        }
        prop_assert!(hiding.within(WorldBounds::WORLD).eq(without.within(WorldBounds::WORLD)));
    }

    #[test]
    fn views_side_by_side_share_out_the_points_of_a_filter(points in all_sorts(), radius in radius(), mask in 0..1u8 << CLASSES, zoom in 4..=16u8, x in 0.1..0.9f64, y in 0.1..0.9f64) {
        let matches = only(&points, mask);
        let cut = World { x, y };
        let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].map(|(x, y)| World { x, y });
        let views = corners.map(|corner| clusters_within(&matches, WorldBounds::between(cut, corner), zoom, radius));
        let mut all: Vec<Cluster> = views.into_iter().flatten().collect();
        all.sort_by_key(|cluster| cluster.id);
        all.dedup();
        prop_assert_eq!(summed(&all), counted(&points, mask, WorldBounds::WORLD));
    }

    #[test]
    fn a_view_counts_the_points_in_it_but_for_those_at_its_edge(points in all_sorts(), radius in radius(), mask in 0..1u8 << CLASSES, zoom in 4..=16u8, seen: prop::sample::Index, width in 0.0..2000.0f64, dx in -900.0..900.0f64) {
        prop_assume!(!points.is_empty());
        let matches = only(&points, mask);
        let (px, near) = (256.0 * f64::from(zoom).exp2(), points[seen.index(points.len())].at);
        let centre = World { x: near.x + dx / px, ..near };
        let view = WorldBounds::between(centre, centre).padded(width / px);
        let counts = summed(&clusters_within(&matches, view, zoom, radius));
        // A point is at most so far from the centre of its cluster.
        let reach = 4.0 * radius / px;
        let most = counted(&points, mask, view.padded(reach));
        let least = match width / px > reach {
            true => counted(&points, mask, view.padded(-reach)),
            false => [0; CLASSES],
        };
        for class in 0..CLASSES {
            prop_assert!((least[class]..=most[class]).contains(&counts[class]), "{class}: {counts:?}, {least:?} to {most:?}");
        }
    }

    #[test]
    fn moving_the_view_does_not_change_a_cluster(points in points(), radius in radius(), zoom in 4.0..16.0f64, seen: prop::sample::Index, dx in -900.0..900.0f64, dy in -600.0..600.0f64, width in 50.0..2000.0f64) {
        prop_assume!(!points.is_empty());
        let matches = PointSet::new(points.iter().copied()).all();
        let near = points[seen.index(points.len())].at;
        let camera = Camera::new(near, zoom, Size { width, height: 400.0 }).pan_by(dx, dy);
        let here = clusters(&matches, &camera, radius);
        let everywhere = all_clusters(&matches, camera.whole_zoom(), radius);
        let mut expected = everywhere.clone();
        let bounds = camera.bounds();
        expected.retain(|cluster| bounds.contains(cluster.centre));
        let mut found = here.clone();
        found.retain(|cluster| bounds.contains(cluster.centre));
        prop_assert_eq!(found, expected);
        prop_assert!(here.iter().all(|cluster| everywhere.contains(cluster)), "also those at the edge");
    }

    #[test]
    fn clusters_kept_are_those_made_anew(points in points(), radius in radius(), moves in prop::collection::vec((-300.0..300.0f64, -300.0..300.0f64, -0.7..0.7f64), 1..20)) {
        let matches = PointSet::new(points).all();
        let mut clusterer = Clusterer::new(matches, radius);
        let mut camera = Camera::new(mercator::project(LonLat::clamped(2.35, 48.85)), 9.0, SCREEN);
        for (dx, dy, zoom) in moves {
            camera = camera.pan_by(dx, dy).with_zoom(camera.zoom() + zoom);
            let seen: Vec<Cluster> = clusterer.seen(&camera).cloned().collect();
            prop_assert_eq!(seen, clusters(clusterer.matches(), &camera, radius));
        }
    }

    #[test]
    fn marks_do_not_crowd(points in points(), radius in radius(), zoom in 4..16u8) {
        let matches = PointSet::new(points).all();
        let clusters = all_clusters(&matches, zoom, radius);
        let px = 256.0 * f64::from(zoom).exp2();
        for (index, cluster) in clusters.iter().enumerate() {
            for other in &clusters[..index] {
                let apart = cluster.centre.distance(other.centre) * px;
                prop_assert!(apart > radius / 4.0, "{apart} px");
            }
        }
    }

    #[test]
    fn opening_a_cluster_shows_its_points_told_apart(points in points(), radius in radius(), zoom in 4..16u8) {
        let matches = PointSet::new(points).all();
        for cluster in all_clusters(&matches, zoom, radius) {
            let camera = Camera::new(cluster.centre, f64::from(zoom), SCREEN);
            match opening(&matches, &cluster, &camera, Insets::all(30.0), radius) {
                Some(opened) => {
                    let own: HashSet<usize> = positions(&cluster).collect();
                    let free = opened.size().inside(Insets::all(29.9));
                    for &position in &own {
                        prop_assert!(free.contains(opened.project(place_of(&matches, position))));
                    }
                    // A part with points of others may have its middle just off the screen, the more so the wider clusters are.
                    let around = opened.bounds().padded(radius / opened.scale());
                    let parts = clusters_within(&matches, around, opened.whole_zoom(), radius);
                    let parts: Vec<_> = parts.iter().filter(|part| positions(part).any(|position| own.contains(&position))).collect();
                    prop_assert!(parts.len() > 1);
                    let held: HashSet<usize> = parts.into_iter().flat_map(positions).collect();
                    prop_assert!(own.is_subset(&held));
                }
                None => {
                    prop_assert_eq!(expansion_zoom(&matches, &cluster, zoom, radius), None);
                    let closest = all_clusters(&matches, 16, radius);
                    let holder = closest.iter().filter(|part| part.runs.iter().any(|run| cluster.runs.iter().any(|own| own.contains(&run.start) || run.contains(&own.start))));
                    prop_assert_eq!(holder.count(), 1, "one mark to the end");
                }
            }
        }
    }

    #[test]
    fn every_part_has_a_parent(points in points(), radius in radius(), zoom in 4..16u8) {
        let matches = PointSet::new(points).all();
        let (wholes, parts) = (all_clusters(&matches, zoom, radius), all_clusters(&matches, zoom + 1, radius));
        for (part, parent) in parts.iter().zip(parents(&parts, &wholes)) {
            let parent = &wholes[parent.unwrap()];
            prop_assert!(positions(parent).any(|position| position == part.first()));
        }
        for (whole, child) in wholes.iter().zip(parents(&wholes, &parts)) {
            prop_assert!(positions(&parts[child.unwrap()]).any(|position| position == whole.first()));
        }
    }

    #[test]
    fn parts_come_out_of_larger_clusters_and_go_back_into_them(points in points(), radius in radius(), zoom in 4..16u8) {
        let matches = PointSet::new(points).all();
        let (wholes, parts) = (all_clusters(&matches, zoom, radius), all_clusters(&matches, zoom + 1, radius));
        let opened = kinship(&wholes, &parts);
        for (id, origin) in &opened.origins {
            let part = parts.iter().find(|part| part.id == *id).unwrap();
            let whole = wholes.iter().find(|whole| positions(whole).any(|position| position == part.first())).unwrap();
            prop_assert_eq!((whole.centre, whole.count > part.count), (*origin, true));
        }
        let closed = kinship(&parts, &wholes);
        prop_assert_eq!((closed.origins, closed.ends), (opened.ends, opened.origins));
        prop_assert_eq!(kinship(&parts, &parts), Kinship::default());
    }

    #[test]
    fn the_same_points_give_the_same_picture(points in points(), radius in radius(), zoom in 4..=16u8) {
        let there = PointSet::new(points.iter().copied()).all();
        let back = PointSet::new(points.into_iter().rev()).all();
        prop_assert_eq!(all_clusters(&there, zoom, radius), all_clusters(&back, zoom, radius));
    }

    #[test]
    fn reading_order_does_not_depend_on_the_view(points in points(), radius in radius(), zoom in 4.0..16.0f64, dx in -50.0..50.0f64, dy in -50.0..50.0f64) {
        let matches = PointSet::new(points).all();
        let camera = Camera::new(mercator::project(LonLat::clamped(2.35, 48.85)), zoom, SCREEN);
        let ids = |camera: &Camera| -> Vec<_> {
            let found = all_clusters(&matches, camera.whole_zoom(), radius);
            order::by_key(found, |cluster| scene::reading_order(cluster.centre, camera)).iter().map(|cluster| cluster.id).collect()
        };
        prop_assert_eq!(ids(&camera), ids(&camera.pan_by(dx, dy)));
    }
}

#[test]
fn points_at_one_place_are_a_pile_at_every_zoom() {
    let nanterre = LonLat::new(2.2066, 48.8924).unwrap();
    let set = PointSet::new((0..5).map(|item| Point::at(nanterre, item as u8, item)));
    for zoom in 4..=16 {
        let clusters = all_clusters(&set.all(), zoom, FINE_RADIUS_PX);
        let [pile] = &clusters[..] else {
            panic!("{clusters:?}")
        };
        assert_eq!(pile.kind, ClusterKind::Pile);
        assert_eq!(pile.by_class, [1, 1, 1, 1, 1, 0, 0]);
        assert_eq!(
            pile.id.to_string(),
            all_clusters(&set.all(), 4, FINE_RADIUS_PX)[0]
                .id
                .to_string()
        );
    }
    let alone = all_clusters(&set.matching(|item| item == 3), 10, FINE_RADIUS_PX);
    assert_eq!(alone[0].kind, ClusterKind::Point(3));
}

#[test]
fn at_the_closest_zoom_every_cluster_is_a_pile() {
    let near = |item: u32| {
        Point::at(
            LonLat::new(2.2066 + f64::from(item) * 2e-5, 48.8924).unwrap(),
            0,
            item,
        )
    };
    let matches = PointSet::new((0..4).map(near)).all();
    assert_eq!(
        all_clusters(&matches, 15, FINE_RADIUS_PX)[0].kind,
        ClusterKind::Cluster
    );
    assert_eq!(
        all_clusters(&matches, 16, FINE_RADIUS_PX)[0].kind,
        ClusterKind::Pile
    );
}

#[test]
fn an_item_with_several_places_is_counted_at_each() {
    let places = [(2.35, 48.85), (2.36, 48.86), (55.45, -20.88)];
    let point = |(lon, lat)| Point::at(LonLat::new(lon, lat).unwrap(), 1, 42);
    let matches = PointSet::new(places.map(point)).all();
    let clusters = all_clusters(&matches, 6, FINE_RADIUS_PX);
    let counts: Vec<u32> = clusters.iter().map(|cluster| cluster.count).collect();
    assert_eq!(counts.iter().sum::<u32>(), 3);
    assert_eq!(clusters.len(), 2);
    assert!(
        clusters
            .iter()
            .flat_map(|cluster| cluster.items(&matches))
            .all(|item| item == 42)
    );
}

#[test]
fn a_mark_half_seen_at_the_edge_is_there() {
    let at = World { x: 0.5, y: 0.4 };
    let matches = PointSet::new([Point {
        at,
        class: 0,
        item: 0,
    }])
    .all();
    let camera = Camera::new(at, 10.0, SCREEN);
    let edge = camera.pan_by(SCREEN.width / 2.0 + 10.0, 0.0);
    assert_eq!(
        edge.project(at),
        Px {
            x: 1010.0,
            y: 350.0
        }
    );
    assert_eq!(clusters(&matches, &edge, FINE_RADIUS_PX).len(), 1);
    assert_eq!(
        clusters(&matches, &camera.pan_by(560.0, 0.0), FINE_RADIUS_PX).len(),
        0
    );
}
