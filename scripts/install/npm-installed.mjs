// Ends well when node_modules holds exactly what package-lock.json asks for.
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

// An optional package is for another system or processor: npm skipped it rightly.
const missing = Object.keys(wanted).some((path) => path && !wanted[path].optional && here[path]?.integrity !== wanted[path].integrity);
process.exit(missing ? 1 : 0);
