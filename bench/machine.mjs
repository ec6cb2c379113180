// The machine and the versions that the figures depend on.
import { readFileSync } from "node:fs";
import os from "node:os";
import { setTimeout } from "node:timers/promises";

export function machine() {
  const cpus = os.cpus();
  return { cores: cpus.length, model: cpus[0]?.model.trim() || "unknown", memory: os.totalmem(), load: os.loadavg()[0], system: `${os.type()} ${os.arch()}` };
}

export function versions(packages) {
  const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
  return Object.fromEntries([...new Set(packages)].map((name) => [name, version(name)]));
}

const REST = { busy: 0.05, sampleMs: 250, patienceMs: 10_000 };

// Milliseconds of all cores: busy, and in total.
function spent() {
  const times = os.cpus().map(({ times }) => times);
  const sum = (list) => list.reduce((total, ms) => total + ms, 0);
  const all = sum(times.flatMap(Object.values));
  return { work: all - sum(times.map(({ idle }) => idle)), all };
}

// Waits until the machine is nearly idle, or until patience runs out.
export async function atRest() {
  const until = Date.now() + REST.patienceMs;
  for (let before = spent(); Date.now() < until; ) {
    await setTimeout(REST.sampleMs);
    const now = spent();
    if (now.work - before.work < REST.busy * (now.all - before.all)) return;
    before = now;
  }
}
