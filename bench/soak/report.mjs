// Turns results into docs/SOAK.md. No disk, no clock: the same results give the same page.
import { grouped, isBusy, machineLine, table } from "../markdown.mjs";
import { BOUND, LATE_MS, faults, frameFigures, growth } from "./verdict.mjs";

const SHOWN = 20; // late frames listed one by one

const FREE = "the page's thread was free: the browser or the machine was late";

const mb = (value) => `${grouped(value / 1e6, 2)} MB`;
const ms = (value) => (value === null ? "—" : `${grouped(value, value < 100 ? 1 : 0)} ms`);
const percent = (part) => `${part < 0 ? "−" : "+"}${grouped(Math.abs(part) * 100, 1)} %`;
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

// Says where the time of a late frame went.
export function cause({ busy, tasks, drawing, layout, forced, scripts }) {
  if (!busy) return FREE;
  const parts = [["events and tasks", tasks], ["drawing", drawing], ["of which forced layout", forced], ["style, layout, paint", layout]];
  const told = parts.filter(([, spent]) => spent >= 1).map(([what, spent]) => `${what} ${ms(spent)}`);
  const who = scripts.length ? `; ${scripts.map((script) => `${script.who} ${ms(script.ms)}`).join(", ")}` : "";
  return `${told.join(", ")}${who}`;
}

function verdictSection(results) {
  const found = faults(results);
  if (!found.length) return [`**Nothing to say**: memory came back, the console stayed silent, no frame lasted over ${LATE_MS} ms.`, ""];
  return [`**${found.length} fault${found.length > 1 ? "s" : ""}:**`, "", ...found.map(({ what, at }) => `- at ${clock(at)}: ${what.split("\n")[0]}`), ""];
}

function memorySection({ weighings, firstView }) {
  const row = (name, one) => [name, mb(one.heap), mb(one.wasm), mb(one.heap + one.wasm), grouped(one.nodes), grouped(one.listeners)];
  const rows = [row("First view", firstView), row("After the warm-up", weighings[0]), ...weighings.slice(1).map((one) => row(`At ${clock(one.at)}`, one))];
  const compared = growth(weighings).map(({ words, from, to, part, within, bytes }) => {
    const written = bytes ? mb : grouped;
    return [words, written(from), written(to), percent(part), within ? "met" : "**not met**"];
  });
  return [
    "## Memory",
    "",
    ...table(["", "JavaScript heap", "Wasm", "Together", "Nodes", "Listeners"], rows),
    "",
    ...table([`At most ${percent(BOUND)}`, "after the warm-up", "at the end", "change", ""], compared),
    "",
  ];
}

function frameSection({ gaps, late }) {
  const { count, p50, p95, p99, max, late: many } = frameFigures(gaps);
  const figures = [[grouped(count), ms(p50), ms(p95), ms(p99), ms(max), grouped(many)]];
  const worst = [...late].sort((a, b) => b.gap - a.gap).slice(0, SHOWN);
  const free = late.filter(({ busy }) => !busy).length;
  const told = worst.length
    ? [
        "",
        `Frames longer than ${LATE_MS} ms${late.length > SHOWN ? `: the ${SHOWN} longest` : ""}. In ${free} of ${late.length} the page's thread was free.`,
        "",
        ...table(["during", "window", "at", "time", "where it went"], worst.map((one) => [one.doing, `${one.width} px`, clock(one.at), ms(one.gap), cause(one)])),
      ]
    : [];
  return ["## Frames", "", ...table(["frames", "p50", "p95", "p99", "longest", `over ${LATE_MS} ms`], figures), ...told, ""];
}

const HOW = `## What happens, and how it is measured

- **The visitor** acts at random; the same seed repeats the same choices: drags, thrown or held, wheel, trackpad, double clicks, keys,
  boxes, markers and clusters, rows, links and folds of sheets, filters, overseas shortcuts, hovering over rows, Tab, back and forward,
  three windows (1280, 768 and 360 pixels wide), dark and light, three densities of screen. Half of the time the next action does not wait for the map to rest. How
  far a glide has gone when it is caught depends on the machine, and so does what lies under the pointer then.
- **What happens to the visitor**: the network goes during some actions and comes back; another edition is published under the page,
  then the first again. Meanwhile what the browser writes of requests refused or files gone is no fault, nor what the map says of it.
  Ten seconds after a cut, an alert is a fault. Once the page was loaded again, the map must be there within thirty seconds.
- **Warm-up**, before the clock starts: views of communes all over France, then every kind of action in every window. The app keeps the
  basemap files that it has read, of which there is a fixed number; the wasm memory grows to the most it has ever needed and never
  shrinks; the browser compiles what is used. After that, nothing has a reason to grow.
- **Memory**: every minute the visitor returns to the same state, the whole of France without sheet or filter at 1280 × 720. Then, after
  garbage collection, the soak reads the JavaScript heap with its buffers, the wasm memory, and \`Nodes\` and \`JSEventListeners\` of the
  DevTools protocol. It
  compares the last weighing with the first one after the warm-up; a page that is about to be loaded again is weighed before, and of
  several pages the heaviest counts.
- **Frames**: the time between two calls of \`requestAnimationFrame\`, during actions and the pauses between them. Excluded: the page
  load and the warm-up; each resize, until the map rests; each weighing, from the garbage collection to its end, though not the way back
  to the first view. Included: the browser's own garbage collections, changes of colours, back and forward.
- **Where the time went** comes from the browser's long animation frames: tasks before the frame, drawing, then style, layout and paint.
- Any error or warning in the console, any response of 400 or above and any text in an alert is a fault.
`;

export function report(results) {
  const { date, seed, minutes, machine, browser, actions, counts, layer } = results;
  return [
    "# Soak",
    "",
    `Written by \`make soak\` on ${date}: ${minutes} minute${minutes === 1 ? "" : "s"} of random use, ${grouped(actions)} actions, in one headless Chromium.`,
    "",
    machineLine(machine, "load average before"),
    `- ${browser}, software graphics; layer: ${layer ?? "none"}`,
    `- To repeat: \`make soak SEED=${seed} MINUTES=${minutes}${layer ? ` LAYER=${layer}` : ""}\`, on an otherwise idle machine`,
    ...(isBusy(machine) ? ["- **The machine was busy with something else: the times are provisional.**"] : []),
    "",
    ...verdictSection(results),
    ...memorySection(results),
    ...frameSection(results),
    "## Actions",
    "",
    ...table(["action", "times"], Object.entries(counts).sort(([a], [b]) => a.localeCompare(b))),
    "",
    HOW,
  ].join("\n");
}
