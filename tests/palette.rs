//! The colours of `public/style.css`, light and dark: levers are told apart by everyone, seen on the map, and text is read.
//!
//! Differences are ΔE2000 (CIE 142-2001), contrasts those of WCAG 2.1, colour blindness that of Machado, Oliveira and Fernandes,
//! "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at its strongest.

#![allow(clippy::expect_used, clippy::panic)]

use engine::CLASSES;
use model::domain::{Category, Lever};
use palette::color_difference::{Ciede2000, Wcag21RelativeContrast};
use palette::{FromColor, Lab, LinSrgb, Mix, Srgb};
use std::collections::BTreeMap;

const LEAST_DIFFERENCE: f64 = 15.0;
const LEAST_DIFFERENCE_OF_PALE: f64 = 10.0;
const LEAST_CONTRAST_OF_SHAPES: f64 = 3.0;
const LEAST_CONTRAST_OF_TEXT: f64 = 4.5;

/// A way of seeing: what becomes of linear red, green and blue.
type Sight = (&'static str, [[f64; 3]; 3]);

const SIGHTS: [Sight; 4] = [
    (
        "normal sight",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// The custom properties of a colour scheme that are plain colours, by name without `--`.
struct Scheme {
    name: &'static str,
    colours: BTreeMap<String, Srgb<f64>>,
}

impl Scheme {
    fn colour(&self, property: &str) -> Srgb<f64> {
        let colour = self.colours.get(property);
        *colour.unwrap_or_else(|| panic!("style.css has no colour --{property}"))
    }

    /// A line of the table of failures, when `seen` is under `least`.
    fn failure(&self, pair: &str, measure: &str, seen: f64, least: f64) -> Option<String> {
        let name = self.name;
        (seen < least).then(|| format!("{name:5}  {seen:6.2} < {least:4.1}  {measure:24}  {pair}"))
    }

    fn contrast_failures(&self, over: &[&str], under: &[&str], least: f64) -> Vec<String> {
        let pairs = over
            .iter()
            .flat_map(|over| under.iter().map(move |under| (*over, *under)));
        pairs
            .filter_map(|(over, under)| {
                let seen = self.colour(over).relative_contrast(self.colour(under));
                self.failure(&format!("--{over} on --{under}"), "contrast", seen, least)
            })
            .collect()
    }
}

/// The light scheme, and the dark one, which keeps what it does not say again.
fn schemes() -> [Scheme; 2] {
    let style = include_str!("../public/style.css");
    let (before, after) = style
        .split_once("@media screen and (prefers-color-scheme: dark)")
        .expect("a dark scheme");
    let light = colours(before);
    let mut dark = light.clone();
    dark.extend(colours(after));
    [
        Scheme {
            name: "light",
            colours: light,
        },
        Scheme {
            name: "dark",
            colours: dark,
        },
    ]
}

/// The colours of the first `:root` block. What is no `#rrggbb` is left out.
fn colours(style: &str) -> BTreeMap<String, Srgb<f64>> {
    let (_, after) = style.split_once(":root {").expect("a :root block");
    let (block, _) = after.split_once('}').expect("its end");
    let block = without_comments(block);
    let declarations = block.split(';').filter_map(|line| line.split_once(':'));
    declarations
        .filter_map(|(name, value)| {
            let name = name.trim().rsplit_once("--")?.1.to_owned();
            let colour: Srgb<u8> = value.trim().parse().ok()?;
            Some((name, colour.into_format()))
        })
        .collect()
}

fn without_comments(style: &str) -> String {
    let after = |part: &str| part.split_once("*/").map(|(_, after)| after.to_owned());
    let mut parts = style.split("/*");
    let first = parts.next().map(str::to_owned);
    first.into_iter().chain(parts.filter_map(after)).collect()
}

fn seen(colour: Srgb<f64>, matrix: &[[f64; 3]; 3]) -> Lab {
    let linear: LinSrgb<f64> = colour.into_linear();
    let [red, green, blue] = matrix
        .map(|[r, g, b]| (r * linear.red + g * linear.green + b * linear.blue).clamp(0.0, 1.0));
    Lab::from_color(LinSrgb::new(red, green, blue).into_format::<f32>())
}

fn assert_none(failures: Vec<String>) {
    let count = failures.len();
    assert!(
        failures.is_empty(),
        "{count} to correct in public/style.css:\n{}",
        failures.join("\n")
    );
}

/// The properties of the colours of layers: of categories, or of whole layers when there are several.
fn layer_colours() -> Vec<String> {
    (0..CLASSES)
        .map(|class| format!("colour-{class}"))
        .collect()
}

/// How colours that must differ look the same, in any way of seeing.
fn confusions(scheme: &Scheme, properties: &[String], least: f64) -> Vec<String> {
    let mut failures = Vec::new();
    for (sight, matrix) in &SIGHTS {
        let seen = |property: &String| seen(scheme.colour(property), matrix);
        for (index, first) in properties.iter().enumerate() {
            failures.extend(properties.iter().skip(index + 1).filter_map(|second| {
                let difference = seen(first).difference(seen(second));
                let measure = format!("ΔE2000, {sight}");
                let pair = format!("--{first} and --{second}");
                scheme.failure(&pair, &measure, difference.into(), least)
            }));
        }
    }
    failures
}

#[test]
fn any_two_levers_are_told_apart_by_everyone() {
    let levers = Lever::ALL
        .iter()
        .map(|lever| format!("lever-{}", lever.id()));
    let levers: Vec<String> = levers.collect();
    let failures = schemes().map(|scheme| confusions(&scheme, &levers, LEAST_DIFFERENCE));
    assert_none(failures.concat());
}

#[test]
fn any_two_colours_of_layers_are_told_apart_by_everyone() {
    let colours = layer_colours();
    let failures = schemes().map(|scheme| confusions(&scheme, &colours, LEAST_DIFFERENCE));
    assert_none(failures.concat());
}

/// Dots and swatches of layers stand on the map and on the paper of the legend.
#[test]
fn the_colours_of_layers_stand_out_from_the_map_and_from_paper() {
    let colours = layer_colours();
    let colours: Vec<&str> = colours.iter().map(String::as_str).collect();
    let under = ["paper", "land", "land-abroad", "sea"];
    let failures = schemes()
        .map(|scheme| scheme.contrast_failures(&colours, &under, LEAST_CONTRAST_OF_SHAPES));
    assert_none(failures.concat());
}

#[test]
fn markers_stand_out_from_the_map() {
    let levers: Vec<String> = Category::all()
        .map(|category| format!("lever-{}", category.id()))
        .collect();
    let levers: Vec<&str> = levers.iter().map(String::as_str).collect();
    let mut failures = Vec::new();
    for scheme in schemes() {
        let map = ["land", "land-abroad", "sea"];
        failures.extend(scheme.contrast_failures(&levers, &map, LEAST_CONTRAST_OF_SHAPES));
        let pictogram = scheme.contrast_failures(&["lever-ink"], &levers, LEAST_CONTRAST_OF_SHAPES);
        failures.extend(pictogram);
        // What the open sheet does not speak of.
        let dim = ["land", "land-abroad", "sea", "paper", "lever-ink"];
        failures.extend(scheme.contrast_failures(&["dim"], &dim, LEAST_CONTRAST_OF_SHAPES));
    }
    assert_none(failures);
}

/// In a ring, what is another actor's or only a wish is paler than what an authority used: told from it, from the disc inside the ring
/// and from the grey of nothing, by everyone. Which lever it is, the name of the ring says, and the marker closer.
#[test]
fn pale_arcs_are_told_from_full_ones_from_paper_and_from_grey() {
    let mut failures = Vec::new();
    for mut scheme in schemes() {
        let share = pale_share();
        let paper = scheme.colour("paper");
        for lever in Lever::ALL {
            let full = format!("lever-{}", lever.id());
            let mixed = format!("{full}-pale");
            let pale = paper.mix(scheme.colour(&full), share);
            scheme.colours.insert(mixed.clone(), pale);
            for other in [&full, "paper", "lever-aucun"] {
                let pair = [mixed.clone(), other.to_owned()];
                failures.extend(confusions(&scheme, &pair, LEAST_DIFFERENCE_OF_PALE));
            }
        }
    }
    assert_none(failures);
}

/// How much of its colour a pale arc keeps: `--pale`, and each lever's `-pale` is mixed so.
fn pale_share() -> f64 {
    let style = include_str!("../public/style.css");
    for lever in Lever::ALL {
        let id = lever.id();
        let mix = format!(
            "--lever-{id}-pale: color-mix(in srgb, var(--lever-{id}) var(--pale), var(--paper));"
        );
        assert!(style.contains(&mix), "{mix}");
    }
    let (_, after) = style.split_once("--pale: ").expect("--pale");
    let (percent, _) = after.split_once('%').expect("a percentage");
    percent.parse::<f64>().expect("a number") / 100.0
}

#[test]
fn text_is_read_on_every_paper() {
    let mut failures = Vec::new();
    for scheme in schemes() {
        let (inks, papers) = (
            ["ink", "ink-2", "accent"],
            ["paper", "paper-2", "hint-paper"],
        );
        failures.extend(scheme.contrast_failures(&inks, &papers, LEAST_CONTRAST_OF_TEXT));
        failures.extend(scheme.contrast_failures(
            &["ink"],
            &["danger-paper"],
            LEAST_CONTRAST_OF_TEXT,
        ));
        failures.extend(scheme.contrast_failures(
            &["accent-ink"],
            &["accent"],
            LEAST_CONTRAST_OF_TEXT,
        ));
    }
    assert_none(failures);
}

#[test]
fn a_row_of_points_is_as_tall_as_the_program_thinks() {
    let said = format!("--layer-row: {}px;", engine::rows::ROW_PX);
    assert!(
        include_str!("../public/style.css").contains(&said),
        "{said}"
    );
}
