//! Morton keys: two 32-bit coordinates interleaved into one 64-bit number, so that places near each other sort near
//! each other, and every square of a quadtree is one run of keys.
//!
//! Bit spreading: Warren, *Hacker's Delight*, 2nd ed., § 7-2 ("shuffling bits").

use super::Fixed;
use std::ops::RangeInclusive;

/// The deepest level of the quadtree: a square of one fixed-point unit.
pub const MAX_LEVEL: u8 = 32;

/// Interleaves: bit i of x goes to bit 2i, bit i of y to bit 2i + 1.
pub fn interleave(place: Fixed) -> u64 {
    spread(place.x) | (spread(place.y) << 1)
}

/// The inverse of [`interleave`].
pub fn deinterleave(key: u64) -> Fixed {
    Fixed {
        x: gather(key),
        y: gather(key >> 1),
    }
}

fn spread(value: u32) -> u64 {
    let v = u64::from(value);
    let v = (v | (v << 16)) & 0x0000_FFFF_0000_FFFF;
    let v = (v | (v << 8)) & 0x00FF_00FF_00FF_00FF;
    let v = (v | (v << 4)) & 0x0F0F_0F0F_0F0F_0F0F;
    let v = (v | (v << 2)) & 0x3333_3333_3333_3333;
    (v | (v << 1)) & 0x5555_5555_5555_5555
}

fn gather(key: u64) -> u32 {
    let v = key & 0x5555_5555_5555_5555;
    let v = (v | (v >> 1)) & 0x3333_3333_3333_3333;
    let v = (v | (v >> 2)) & 0x0F0F_0F0F_0F0F_0F0F;
    let v = (v | (v >> 4)) & 0x00FF_00FF_00FF_00FF;
    let v = (v | (v >> 8)) & 0x0000_FFFF_0000_FFFF;
    let v = (v | (v >> 16)) & 0x0000_0000_FFFF_FFFF;
    v as u32
}

/// A square of the quadtree: at level n the world is 2ⁿ × 2ⁿ squares, counted from the north-west.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Square {
    /// 0 is the world, [`MAX_LEVEL`] one unit.
    pub level: u8,
    /// Column.
    pub x: u32,
    /// Row.
    pub y: u32,
}

impl Square {
    /// The whole world.
    pub const WORLD: Self = Self {
        level: 0,
        x: 0,
        y: 0,
    };

    /// The square of a level that holds a key.
    pub fn holding(key: u64, level: u8) -> Self {
        let level = level.min(MAX_LEVEL);
        let Fixed { x, y } = deinterleave(key);
        let cut = |value: u32| value.checked_shr(32 - u32::from(level)).unwrap_or(0);
        Self {
            level,
            x: cut(x),
            y: cut(y),
        }
    }

    /// The run of keys inside.
    pub fn keys(self) -> RangeInclusive<u64> {
        let free = 64 - 2 * u32::from(self.level.min(MAX_LEVEL));
        let prefix = interleave(Fixed {
            x: self.x,
            y: self.y,
        });
        let first = prefix.checked_shl(free).unwrap_or(0);
        let inside = u64::MAX.checked_shr(64 - free).unwrap_or(0);
        first..=first | inside
    }

    /// Its four quarters, in the order of their keys. None at the deepest level.
    pub fn quarters(self) -> impl Iterator<Item = Self> {
        let parts = if self.level < MAX_LEVEL { 4 } else { 0 };
        (0..parts).map(move |part: u32| Self {
            level: self.level + 1,
            x: (self.x << 1) | (part & 1),
            y: (self.y << 1) | (part >> 1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn x_takes_the_even_bits() {
        assert_eq!(interleave(Fixed { x: 0b101, y: 0b011 }), 0b01_10_11);
        assert_eq!(
            interleave(Fixed { x: u32::MAX, y: 0 }),
            0x5555_5555_5555_5555
        );
    }

    #[test]
    fn the_world_holds_every_key_and_a_unit_one() {
        assert_eq!(Square::WORLD.keys(), 0..=u64::MAX);
        let unit = Square::holding(77, MAX_LEVEL);
        assert_eq!(unit.keys(), 77..=77);
        assert_eq!(unit.quarters().count(), 0);
    }

    proptest! {
        #[test]
        fn interleaving_and_back(x: u32, y: u32) {
            let place = Fixed { x, y };
            prop_assert_eq!(deinterleave(interleave(place)), place);
        }

        #[test]
        fn a_square_holds_its_keys_and_no_other(key: u64, other: u64, level in 0..=MAX_LEVEL) {
            let square = Square::holding(key, level);
            prop_assert!(square.keys().contains(&key));
            prop_assert_eq!(square.keys().contains(&other), Square::holding(other, level) == square);
        }

        #[test]
        fn quarters_follow_each_other(key: u64, level in 0..MAX_LEVEL) {
            let square = Square::holding(key, level);
            let mut next = Some(*square.keys().start());
            for quarter in square.quarters() {
                prop_assert_eq!(Some(*quarter.keys().start()), next);
                next = quarter.keys().end().checked_add(1);
            }
            prop_assert_eq!(next, square.keys().end().checked_add(1));
        }
    }
}
