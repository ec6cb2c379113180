// One case: an address, and which kinds of files are damaged. The same seed and number give the same case, whatever came before.
import { chance } from "../../bench/soak/chance.mjs";
import { address } from "./addresses.mjs";
import { KINDS, damaged } from "./damage.mjs";

export function make(seed, number) {
  const luck = chance(seed, number);
  // An address alone, files alone, or both.
  const files = luck.coin(0.6) ? KINDS.filter(() => luck.coin(0.3)) : [];
  const must = Object.assign({}, ...files.map(({ must }) => must));
  const plain = files.length > 0 && luck.coin(0.5);
  const query = new URLSearchParams(must).toString();
  return { seed, number, files, address: plain ? `${query && "?"}${query}` : address(luck, must) };
}

// Says which of the case's files a path is, and what is answered for it: the same for each request of it.
export function answer({ seed, number, files }, path, bytes) {
  const index = files.findIndex(({ path: pattern }) => pattern.test(path));
  if (index < 0) return null;
  return damaged(bytes, chance(seed ^ (index + 1), number));
}
