// One visit: acts, and notes what happens meanwhile. The last actions are kept, to report them beside a fault.
import { complaints } from "../../tests/browser/support/browser.mjs";
import { chance, inTurn } from "./chance.mjs";
import { Hand, pause } from "./hand.mjs";
import { Page, isLeaving } from "./page.mjs";
import { DENSITIES, SCREENS, setScheme, setScreen } from "./screens.mjs";

const KEPT = 20;
const ARRIVAL_MS = 30_000;
const MOST_RELOADS = 3;

export class Visit {
  gaps = [];
  late = [];
  noted = [];
  last = [];
  counts = {};
  actions = 0;
  size = SCREENS[0];
  density = DENSITIES[0];
  loads = 0; // how often the page was loaded again
  expected = () => false; // whether something noted is no fault now
  began = Date.now();

  constructor(browser, server, actions) {
    this.browser = browser;
    this.server = server;
    this.ordinary = actions.filter(({ troubles }) => !troubles);
    this.page = new Page(browser);
    this.hand = new Hand(browser);
    this.screen = { resize: (size, density) => this.resize(size, density), recolour: (dark) => setScheme(browser, dark) };
  }

  // Starts the clock and the counts.
  start() {
    Object.assign(this, { gaps: [], late: [], last: [], counts: {}, actions: 0, began: Date.now(), watching: true });
  }

  get at() {
    return (Date.now() - this.began) / 1000;
  }

  // Frames during a resize do not count.
  async resize(size, density = this.density) {
    await this.page.rest();
    await setScreen(this.browser, size, density);
    Object.assign(this, { size, density });
    await this.page.atRest();
    if (this.watching) await this.page.watch();
  }

  // Tries one action; returns whether it was possible.
  async act(action, luck) {
    if (action.loads) await this.beforeLoad?.();
    const did = await action.act({ ...this, visit: this, chance: luck });
    if (did === null) return false;
    this.actions += 1;
    this.counts[action.name] = (this.counts[action.name] ?? 0) + 1;
    this.last = [...this.last, `${this.at.toFixed(1)} s, ${this.size.width} px: ${did}`].slice(-KEPT);
    await this.look(did);
    return true;
  }

  // Some ordinary actions, one after the other, and where they lead.
  async few(count, luck) {
    for (let left = count; left > 0; left--) {
      try {
        for (const action of inTurn(this.ordinary, luck)) if (await this.act(action, luck)) break;
        await this.page.atRest();
      } catch (error) {
        if (!isLeaving(error)) throw error;
      }
      await this.arrive();
    }
  }

  // Waits for the map of a page that may have been loaded again, which a visitor does when it says that it stopped.
  async arrive() {
    for (let tries = 0; tries < MOST_RELOADS; tries++) {
      const { ready, born } = await this.settled();
      if (born !== this.born) Object.assign(this, { born, loads: this.loads + 1 });
      if (this.watching) await this.page.watch();
      if (ready === "carte") return;
      await this.browser.navigate().refresh();
    }
    throw new Error("the map did not come back");
  }

  // Returns the state of the page once it has one.
  async settled() {
    let state;
    const look = async () => {
      try {
        state = await this.page.state();
        return state.ready !== "";
      } catch (error) {
        if (!isLeaving(error)) throw error;
        return false;
      }
    };
    await this.browser.wait(look, ARRIVAL_MS, "no map, and no sentence that says why");
    return state;
  }

  async reload() {
    await this.browser.navigate().refresh();
    await this.arrive();
    await this.page.atRest();
  }

  // Acts, and takes what is expected meanwhile for no fault.
  async expecting(expected, act) {
    this.expected = expected;
    try {
      await act();
      await this.look("");
    } finally {
      this.expected = () => false;
    }
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
    if (this.expected(what)) return;
    if (this.noted.some((fault) => fault.what === what)) return;
    this.noted.push({ what, at: this.at, after: this.last });
  }
}
