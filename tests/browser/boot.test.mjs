// boot.js reads the layers of an address as the map does. No browser: the function is taken from the file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

test("the layers of an address are those that the map will ask for", () => {
  const [source] = readFileSync("public/boot.js", "utf8").match(/^function layersOf\([^]*?^}/m);
  const layersOf = new Function(`${source}; return layersOf`)();
  const cases = readFileSync("tests/layers.txt", "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  assert.ok(cases.length > 10);
  for (const line of cases) {
    const [query, ids] = line.split("=>").map((part) => part.trim());
    assert.deepEqual(layersOf(query).join(" "), ids, line);
  }
});
