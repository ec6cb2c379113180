//! Sentences of layers of points, in English.

use super::super::en::{FILES, plural};
use super::super::numbers::grouped;
use super::LayerTexts;

/// The English sentences of layers.
pub static TEXTS: LayerTexts = LayerTexts {
    files: &FILES,
    cancel: "Cancel",
    remove: "Remove this layer",
    loading: |percent| format!("Loading points: {percent}%"),
    synthetic: "Synthetic points: made up for testing, they are no real organisation.",
    in_view: |count| format!("{} in view", plural(count, "point", "points")),
    most: |count| {
        format!(
            "The first {} are listed; zoom in to see the others.",
            grouped(count as f64, ',', '.')
        )
    },
    skip: "Skip the list of points",
    point: |item| format!("Point {}", item + 1),
    cluster: |count, town| {
        let around = town
            .map(|town| format!(" around {town}"))
            .unwrap_or_default();
        format!("{}{around}", plural(count, "point", "points"))
    },
    markers: "Points on the map",
    no_such_layer: |id| {
        format!("No layer of points is called “{id}”. The map is shown without it.")
    },
    names_failed: "The names of some points could not be read: they are shown by their number.",
    too_large: |points, needed, there| {
        format!(
            "This layer of {} needs {needed} MB of memory; this browser can give {there}. It was not downloaded. Try another device, or ask for a layer of your territory only.",
            plural(points, "point", "points")
        )
    },
    other: "Other",
    close_point: "Close the point",
    count: |count| grouped(count as f64, ',', '.'),
};
