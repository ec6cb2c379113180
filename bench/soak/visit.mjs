// One visit: acts, and notes what happens meanwhile. The last actions are kept, to report them beside a fault.
import { complaints } from "../../tests/browser/support/browser.mjs";
import { chance, inTurn } from "./chance.mjs";
import { Hand, pause } from "./hand.mjs";
import { Page } from "./page.mjs";
import { SCREENS, setScheme, setScreen } from "./screens.mjs";

const KEPT = 20;

export class Visit {
  gaps = [];
  late = [];
  noted = [];
  last = [];
  counts = {};
  actions = 0;
  size = SCREENS[0];
  began = Date.now();

  constructor(browser, server) {
    this.browser = browser;
    this.server = server;
    this.page = new Page(browser);
    this.hand = new Hand(browser);
    this.screen = { resize: (size) => this.resize(size), recolour: (dark) => setScheme(browser, dark) };
  }

  // Starts the clock and the counts.
  start() {
    Object.assign(this, { gaps: [], late: [], last: [], counts: {}, actions: 0, began: Date.now(), watching: true });
  }

  get at() {
    return (Date.now() - this.began) / 1000;
  }

  // Frames during a resize do not count.
  async resize(size) {
    await this.page.rest();
    await setScreen(this.browser, size);
    this.size = size;
    await this.page.atRest();
    if (this.watching) await this.page.watch();
  }

  // Tries one action; returns whether it was possible.
  async act(action, luck) {
    const did = await action.act({ ...this, chance: luck });
    if (did === null) return false;
    this.actions += 1;
    this.counts[action.name] = (this.counts[action.name] ?? 0) + 1;
    this.last = [...this.last, `${this.at.toFixed(1)} s, ${this.size.width} px: ${did}`].slice(-KEPT);
    await this.look(did);
    return true;
  }

  // One turn: an action, then a visitor's pause.
  async turn(actions, seed, number) {
    const luck = chance(seed, number);
    for (const action of inTurn(actions, luck)) if (await this.act(action, luck)) break;
    const waits = chance(seed ^ 0x5bd1e995, number);
    if (waits.coin()) await this.page.atRest();
    await pause(waits.whole(30, 600));
    await this.look(this.last.at(-1)?.replace(/^[^:]*: /, "") ?? "");
  }

  // Collects what the frames, the console, the server and the page report since the last look.
  async look(doing) {
    const { gaps, late } = await this.page.take();
    if (this.watching) {
      for (const gap of gaps) this.gaps.push(gap);
      for (const one of late) this.late.push({ ...one, doing, width: this.size.width, at: this.at, after: this.last });
    }
    for (const message of await complaints(this.browser)) this.note(`in the console: ${message}`);
    for (const path of this.server.failed()) this.note(`request failed: ${path}`);
    for (const text of await this.page.alerts()) this.note(`an alert: ${text}`);
  }

  // Notes each fault once.
  note(what) {
    if (this.noted.some((fault) => fault.what === what)) return;
    this.noted.push({ what, at: this.at, after: this.last });
  }
}
