// Circles between the files of a crate: a file that needs another, which needs the first, directly or by others. Prints them and fails.
// scripts/circles.mjs [FOLDER…] reads these `src` folders, otherwise those of all crates and of the app.
//
// A file needs those that define what its `use` lines and paths name (`crate::`, `super::`, `self::`, its own modules). What a module
// hands on with `pub use` is looked up where it is defined: a module that only hands on needs nothing. Tests are not read.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const folders = process.argv.length > 2 ? process.argv.slice(2) : [...readdirSync("crates").map((crate) => join("crates", crate, "src")), "src"];

// The code of a file, without comments, texts and what is compiled for tests alone.
function code(path) {
  const text = readFileSync(path, "utf8").split(/^#\[cfg\(test\)\]\nmod \w+ \{/m)[0];
  return text
    .replace(/#\[cfg\(test\)\]\s*mod \w+;/g, "")
    .replace(/\/\/.*$/gm, "")
    .replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

// `a::{b, c::d as e}` → [[a, b], [a, c, d]] with the names under which they are known.
function branches(tree, prefix = []) {
  const open = tree.indexOf("{");
  if (open < 0) {
    const [path, name] = tree.trim().split(/\s+as\s+/);
    const whole = [...prefix, ...path.split("::").map((part) => part.trim())].filter((part, at, all) => part && !(part === "self" && at === all.length - 1 && at > 0));
    return [{ path: whole, name: name ?? whole.at(-1) }];
  }
  const before = [...prefix, ...tree.slice(0, open).split("::").map((part) => part.trim()).filter(Boolean)];
  const inside = tree.slice(open + 1, tree.lastIndexOf("}"));
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= inside.length; at++) {
    if (inside[at] === "{") depth += 1;
    if (inside[at] === "}") depth -= 1;
    if (at === inside.length || (inside[at] === "," && depth === 0)) {
      if (inside.slice(from, at).trim()) parts.push(inside.slice(from, at));
      from = at + 1;
    }
  }
  return parts.flatMap((part) => branches(part, before));
}

// Every module with a file, by its path in the crate: "" is the root.
function modules(folder) {
  const found = new Map();
  const add = (name, path, home) => {
    const text = code(path);
    const uses = [...text.matchAll(/(?:^|\n)\s*(pub(?:\([^)]*\))?\s+)?use\s+([^;]+);/g)].flatMap(([, visible, tree]) => branches(tree).map((branch) => ({ ...branch, visible: Boolean(visible) })));
    const children = [...text.matchAll(/(?:^|\n)\s*(?:pub(?:\([^)]*\))?\s+)?mod (\w+);/g)].map(([, child]) => child);
    found.set(name, { path, uses, children, rest: text.replace(/(?:^|\n)\s*(?:pub(?:\([^)]*\))?\s+)?use\s+[^;]+;/g, "") });
    for (const child of children) {
      const file = [join(home, `${child}.rs`), join(home, child, "mod.rs")].find(existsSync);
      if (file) add(name ? `${name}::${child}` : child, file, join(home, child));
    }
  };
  const root = ["lib.rs", "main.rs"].map((file) => join(folder, file)).find(existsSync);
  if (root) add("", root, dirname(root));
  return found;
}

// The module that defines what a path names, seen from a module; none outside the crate.
function definer(all, from, path, depth = 0) {
  const parts = from ? from.split("::") : [];
  const rest = [...path];
  if (rest[0] === "crate") {
    parts.length = 0;
    rest.shift();
  } else if (rest[0] === "super" || rest[0] === "self") {
    while (rest[0] === "super" || rest[0] === "self") if (rest.shift() === "super") parts.pop();
  } else if (!all.get(from).children.includes(rest[0])) return undefined;
  let here = parts.join("::");
  while (rest.length) {
    const module = all.get(here);
    if (module?.children.includes(rest[0])) {
      here = here ? `${here}::${rest.shift()}` : rest.shift();
      if (!all.has(here)) return undefined;
      continue;
    }
    const handed = module?.uses.find(({ name }) => name === rest[0]);
    return handed && depth < 9 ? definer(all, here, [...handed.path, ...rest.slice(1)], depth + 1) : here;
  }
  return here;
}

function needs(all, name) {
  const { uses, children, rest } = all.get(name);
  const paths = uses.filter(({ visible }) => !visible).flatMap(({ path, name: known }) => {
    if (known === "*") return [path.slice(0, -1)];
    // `use crate::build;` needs what is then named by `build::`.
    const through = [...rest.matchAll(new RegExp(`(?<!::)\\b${known}((?:::\\w+)+)`, "g"))].map(([, after]) => [...path, ...after.split("::").slice(1)]);
    const isModule = definer(all, name, path)?.split("::").at(-1) === path.at(-1);
    return isModule && through.length ? through : [path];
  });
  for (const [path] of rest.matchAll(/\b(?:crate|super|self)(?:::\w+)+/g)) paths.push(path.split("::"));
  for (const child of children) for (const [path] of rest.matchAll(new RegExp(`(?<!::)\\b${child}(?:::\\w+)+`, "g"))) paths.push(path.split("::"));
  const found = new Set(paths.map((path) => definer(all, name, path)).filter((found) => found !== undefined));
  // A module's files may need what the module itself defines.
  const isAround = (other) => other === "" || name === other || name.startsWith(`${other}::`);
  return new Set([...found].filter((other) => !isAround(other)));
}

// Groups of modules that reach one another (Tarjan, SIAM Journal on Computing 1, 1972).
function circles(graph) {
  const found = [];
  const stack = [];
  const index = new Map();
  const low = new Map();
  const visit = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const next of graph.get(node)) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) < index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) found.push(group);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

let count = 0;
for (const folder of folders.filter(existsSync)) {
  const all = modules(folder);
  const graph = new Map([...all.keys()].map((name) => [name, needs(all, name)]));
  const path = (name) => relative(".", all.get(name).path);
  for (const group of circles(graph)) {
    count += 1;
    console.error(`error: a circle of ${group.length} files:`);
    for (const name of group.sort()) console.error(`  ${path(name)} needs ${[...graph.get(name)].filter((next) => group.includes(next)).map((next) => relative(folder, path(next))).join(", ")}`);
  }
}
process.exitCode = count ? 1 : 0;
