// Succeeds when node_modules holds what package-lock.json asks for: npm leaves there the list of what it installed.
import { readFileSync } from "node:fs";

const packages = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return {};
  }
};
const wanted = packages("package-lock.json");
const here = packages("node_modules/.package-lock.json");

// An optional package may be for another system or processor, and rightly skipped.
const missing = Object.keys(wanted).some((path) => path && !wanted[path].optional && here[path]?.integrity !== wanted[path].integrity);
process.exit(missing ? 1 : 0);
