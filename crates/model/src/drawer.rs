//! The drawer of a narrow layout: filters, list and sheet, over the lower part of the map.

closed_list! {
    /// How tall the drawer is.
    DrawerHeight {
        /// Only its first lines.
        Peek = "peek",
        /// Half of the screen.
        Half = "half",
        /// Nearly all of it.
        Full = "full",
    }
}

impl DrawerHeight {
    /// A drag across more than this fraction of the page goes two heights further.
    const LONG: f64 = 0.5;

    /// The height at the start: half when a sheet is open, so that it is seen with the map above it.
    pub fn first(sheet_is_open: bool) -> Self {
        if sheet_is_open {
            Self::Half
        } else {
            Self::Peek
        }
    }

    /// The next taller height.
    pub fn taller(self) -> Self {
        if self == Self::Peek {
            Self::Half
        } else {
            Self::Full
        }
    }

    /// The next shorter height.
    pub fn shorter(self) -> Self {
        if self == Self::Full {
            Self::Half
        } else {
            Self::Peek
        }
    }

    /// The height that shows a sheet: this one, or half when only the first lines were seen.
    pub fn raised(self) -> Self {
        if self == Self::Peek { Self::Half } else { self }
    }

    /// The height after a tap on the bar: the next taller one, and from the tallest the smallest again.
    pub fn tapped(self) -> Self {
        if self == Self::Full {
            Self::Peek
        } else {
            self.taller()
        }
    }

    /// The height after a drag across a fraction of the page. Down is positive.
    pub fn dragged(self, fraction: f64) -> Self {
        let step = if fraction < 0.0 {
            Self::taller
        } else {
            Self::shorter
        };
        if fraction.abs() > Self::LONG {
            step(step(self))
        } else {
            step(self)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DrawerHeight::{self, Full, Half, Peek};

    #[test]
    fn heights_stop_at_both_ends() {
        let steps = DrawerHeight::ALL
            .iter()
            .map(|height| (height.shorter(), height.taller(), height.raised()));
        let expected = [(Peek, Half, Half), (Peek, Full, Half), (Half, Full, Full)];
        assert_eq!(steps.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_short_drag_goes_one_height_and_a_long_one_two() {
        for (from, fraction, to) in [
            (Peek, -0.1, Half),
            (Peek, -0.6, Full),
            (Half, -0.6, Full),
            (Full, 0.1, Half),
            (Full, 0.6, Peek),
            (Peek, 0.6, Peek),
        ] {
            assert_eq!(from.dragged(fraction), to, "{from:?} dragged by {fraction}");
        }
    }

    #[test]
    fn taps_go_round() {
        let round = [Peek, Half, Full, Peek];
        for pair in round.windows(2) {
            assert_eq!(pair[0].tapped(), pair[1]);
        }
    }

    #[test]
    fn a_link_to_a_sheet_shows_it() {
        assert_eq!(DrawerHeight::first(true), Half);
        assert_eq!(DrawerHeight::first(false), Peek);
    }
}
