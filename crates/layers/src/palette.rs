//! The colours of layers.

use overlay::Palette;

/// The seven colours of layers, as the style sheet knows them.
pub static LAYERS: Palette = Palette {
    attribute: "data-colour",
    value: |class| {
        let class = usize::from(class);
        "0123456".get(class..=class).unwrap_or("6")
    },
    symbol: |_, _| "",
    style_attribute: "data-style",
    style: |_| "",
    colour: "--colour-",
};
