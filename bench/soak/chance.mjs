// Repeatable chance: the same seed and turn give the same numbers, whatever earlier turns drew.
export function chance(seed, turn) {
  let state = (Math.imul(seed, 0x85ebca6b) ^ Math.imul(turn + 1, 0x9e3779b9)) >>> 0;
  // Mulberry32.
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low, high) => low + share() * (high - low);
  const whole = (low, high) => Math.floor(between(low, high + 1));
  return { share, between, whole, coin: (part = 0.5) => share() < part, pick: (list) => list[whole(0, list.length - 1)] };
}

// Returns all the things in random order, heavier ones likelier to come first: if one is impossible, try the next.
export function inTurn(things, { share }) {
  const drawn = things.map((thing) => ({ thing, rank: share() ** (1 / thing.weight) }));
  return drawn.sort((a, b) => b.rank - a.rank).map(({ thing }) => thing);
}
