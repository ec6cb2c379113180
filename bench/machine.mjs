// What the figures depend on.
import { readFileSync } from "node:fs";
import os from "node:os";

export function machine() {
  const cpus = os.cpus();
  return { cores: cpus.length, model: cpus[0]?.model.trim() || "unknown", memory: os.totalmem(), load: os.loadavg()[0], system: `${os.type()} ${os.arch()}` };
}

export function versions(packages) {
  const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
  return Object.fromEntries([...new Set(packages)].map((name) => [name, version(name)]));
}
