// Acts on the page as a person does: by role and accessible name, as the browser computes them. The page answers late: every reading
// here waits for what it expects, none sleeps.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";
import { Key } from "selenium-webdriver";
import { isReady, until } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Where elements of a role are looked for. The browser then says which role each really has.
const CANDIDATES = {
  alert: "[role=alert]",
  button: "button, summary",
  checkbox: "input[type=checkbox]",
  frame: "iframe",
  heading: "h1, h2, h3, h4",
  link: "a[href]",
  region: "section[aria-labelledby]",
  status: "[role=status]",
  table: "table",
};
// Roles whose text counts, not their name.
const SPOKEN = new Set(["alert", "status"]);

const STILL_FRAMES = 3;
// The list of a layer follows the map after 120 ms.
const REST_MS = 200;
// A busy machine draws a frame a second.
const LONG_PATIENCE = 30_000;

// Which of these elements are seen, and what each says: one question for all of them.
const VISIBLE = `
  const [scope, selector] = arguments;
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  return [...(scope ?? document).querySelectorAll(selector)].filter(isSeen).map((element) => [element, (element.innerText ?? element.textContent).trim().replaceAll("\\u00a0", " ")]);`;

// Answers once nothing in the page changes, runs or navigates for so many frames and so long; after a while, says what keeps moving.
const REST = `
  const [frames, duration, done] = arguments;
  const end = performance.now() + 20000;
  let [calm, since, changed, address] = [0, performance.now(), "", location.href];
  const moves = (what) => { [calm, since, changed] = [0, performance.now(), what]; };
  const observer = new MutationObserver(([{ target }]) => moves(target.nodeName + "." + (target.className ?? "")));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const runs = (one) => one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity;
  const look = () => {
    const running = document.getAnimations().find(runs);
    if (running) moves(running.effect.target?.className ?? "an animation");
    if (address !== location.href) moves(address = location.href);
    const now = performance.now();
    const rests = calm++ >= frames && now - since >= duration;
    if (!rests && now < end) return requestAnimationFrame(look);
    observer.disconnect();
    done(rests ? "" : changed || "no frame is drawn");
  };
  requestAnimationFrame(look);`;

// Whether the browser makes a click of the next tap: at once when it does.
const CLICK_MS = 600;
const LISTEN = `
  const once = { capture: true, once: true };
  window.tapped = new Promise((hear) => {
    addEventListener("click", () => hear(true), once);
    addEventListener("pointerup", () => setTimeout(hear, arguments[0], false), once);
  });`;
const HEARD = "window.tapped.then(arguments[0]);";

// Answers once an element stays in place for so many frames.
const STILL = `
  const [element, frames, done] = arguments;
  const end = performance.now() + 9000;
  let [calm, before] = [0, ""];
  const look = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const now = [x, y, width, height].join();
    calm = now === before ? calm + 1 : 0;
    before = now;
    if (calm >= frames || performance.now() > end) done(calm >= frames);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);`;

// What passes the left or the right edge of the page, and cannot be reached by scrolling. The map's own stage is larger than the page.
const STICKING_OUT = `
  const scrolls = (element) => element && (/auto|scroll/.test(getComputedStyle(element).overflowX) && getComputedStyle(element).display === "flex" || scrolls(element.parentElement));
  const width = document.documentElement.clientWidth;
  const out = [...document.body.querySelectorAll("*")].filter((element) => {
    const { left, right, width: own, height } = element.getBoundingClientRect();
    return own > 1 && height > 1 && (left < -1 || right > width + 1) && element.checkVisibility({ visibilityProperty: true }) && !element.closest(".stage, .skip") && !scrolls(element.parentElement);
  });
  return out.map((element) => element.nodeName.toLowerCase() + "." + element.className);`;

const fits = (text, name) => (name instanceof RegExp ? name.test(text) : text === name);

// The accessible name of an element that the page may take away at any moment: then it has none.
async function nameOf(element) {
  try {
    return await element.getAccessibleName();
  } catch (error) {
    if (error.name !== "StaleElementReferenceError") throw error;
    return "";
  }
}

export class Person {
  constructor(browser) {
    this.browser = browser;
  }

  // Looks again until the answer is true, and returns it.
  until(look, what, patience) {
    return until(this.browser, look, what, patience);
  }

  // Looks again until the answer is the expected one; fails with both.
  async comesTo(expected, look, what) {
    let actual;
    try {
      await this.until(async () => isDeepStrictEqual((actual = await look()), expected), what);
    } catch (error) {
      if (error.name === "TimeoutError") assert.deepEqual(actual, expected, what);
      throw error;
    }
  }

  // The first visible element of this role and name, with what it is called. `within`: a role and a name, or the page.
  async first(role, name = /./, within = null) {
    const scope = within && (await this.first(...within))?.element;
    if (within && !scope) return undefined;
    for (const [element, said] of await this.browser.executeScript(VISIBLE, scope, CANDIDATES[role])) {
      const text = SPOKEN.has(role) ? said : await nameOf(element);
      if (fits(text, name)) return { element, text };
    }
    return undefined;
  }

  // Waits for it.
  async sees(role, name, within) {
    const { element } = await this.until(() => this.first(role, name, within), `no ${role} named ${name}`);
    return element;
  }

  async seesNo(role, name) {
    await this.until(async () => !(await this.first(role, name)), `still a ${role} named ${name}`);
  }

  // What it is called, or the text of a status or an alert.
  async reads(role, name, within) {
    const { text } = await this.until(() => this.first(role, name, within), `no ${role} named ${name}`);
    return text;
  }

  // Waits until the text of a part of the page has this in it.
  async readsIn(within, ...parts) {
    let text = "";
    const has = (part) => (part instanceof RegExp ? part.test(text) : text.includes(part));
    const look = async () => {
      text = (await (await this.first(...within))?.element.getText()) ?? "";
      return parts.every(has);
    };
    await this.until(look, () => `${within[1]} does not say ${parts.join(", ")}:\n${text}`);
  }

  // Clicks or focuses the first element of a selector once it is there, whatever lies over it.
  async calls(method, selector, options) {
    const call = "const element = document.querySelector(arguments[0]); element?.[arguments[1]](arguments[2]); return Boolean(element);";
    return this.until(() => this.browser.executeScript(call, selector, method, options), `no ${selector} to ${method}`);
  }

  // Once it no longer moves: a click on what moves lands beside it.
  async clicks(role, name, within) {
    return this.until(async () => {
      const { element } = (await this.first(role, name, within)) ?? {};
      if (!element || !(await this.browser.executeAsyncScript(STILL, element, STILL_FRAMES))) return false;
      try {
        await element.click();
      } catch (error) {
        // It lies under what stays in sight above a list that scrolls.
        if (error.name !== "ElementClickInterceptedError") throw error;
        await this.browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
        throw error;
      }
      return element;
    }, `no ${role} named ${name} to click`);
  }

  async presses(...keys) {
    await this.browser.actions().sendKeys(...keys).perform();
  }

  // Tabs until what has the focus has this name.
  async tabsTo(name, most = 120) {
    for (let presses = 0; presses < most; presses++) {
      await this.presses(Key.TAB);
      if (fits(await this.focused(), name)) return;
    }
    assert.fail(`the keyboard does not reach ${name}`);
  }

  // The page may take away what has the focus while the browser tells of it: then somebody else has it, and is looked for again.
  async focused() {
    let name;
    const look = async () => {
      name = await nameOf(await this.browser.executeScript("return document.activeElement ?? document.documentElement"));
      return true;
    };
    await this.until(look, "nothing keeps the focus");
    return name;
  }

  // The focus follows what opens and closes, a frame later.
  async focusIs(name) {
    let focused = "";
    const look = async () => fits((focused = await this.focused()), name);
    await this.until(look, () => `the focus never came to ${name}, it is on « ${focused} »`);
  }

  // The names of the buttons on the map.
  async markers() {
    return this.browser.executeScript("return [...document.querySelectorAll('.marker')].map((marker) => marker.getAttribute('aria-label'))");
  }

  async markersAtRest() {
    await this.until(async () => (await this.markers()).length > 0, "no marker");
    await this.rests();
    return this.markers();
  }

  // Waits for a marker whose name meets a condition; returns the name.
  async marker(condition, what) {
    return this.until(async () => (await this.markers()).find(condition), `no marker: ${what}`);
  }

  async address() {
    return new URL(await this.browser.getCurrentUrl());
  }

  // Waits until the address meets a condition: it is written once the map rests.
  async addressIs(condition, what) {
    let address;
    const look = async () => condition((address = await this.address()));
    await this.until(look, () => `the address never had ${what}: ${address}`);
  }

  // A finger taps there. The browser makes no click of it within 0.6 s of a swipe, nor when a busy machine takes so long between down and
  // up that it hears a long press: then once more. Chromium only.
  async taps(x, y) {
    await this.until(async () => {
      await this.browser.executeScript(LISTEN, CLICK_MS);
      await this.swipes([x, y]);
      return this.browser.executeAsyncScript(HEARD);
    }, "no tap is a click");
  }

  // A finger comes down there, goes from place to place, and leaves. Chromium only.
  async swipes(...places) {
    const touch = (type, ...points) => this.browser.sendDevToolsCommand("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
    await touch("touchStart", places[0]);
    for (const place of places.slice(1)) await touch("touchMove", place);
    await touch("touchEnd");
  }

  // A place of the map with neither a mark nor a panel near it, in pixels from the middle of the canvas: a click there is on the map alone.
  async bareMap() {
    await this.rests();
    return this.browser.executeScript(`
      const canvas = document.querySelector("canvas");
      const box = canvas.getBoundingClientRect();
      const middle = [box.left + box.width / 2, box.top + box.height / 2];
      const bare = (x, y) => [[0, 0], [12, 0], [-12, 0], [0, 12], [0, -12]].every(([dx, dy]) => document.elementFromPoint(x + dx, y + dy) === canvas);
      for (let y = box.bottom - 24; y > box.top + 24; y -= 16)
        for (let x = box.right - 24; x > box.left + 24; x -= 16)
          if (bare(x, y)) return { x: Math.round(x - middle[0]), y: Math.round(y - middle[1]) };
      throw new Error("the map has no bare place");`);
  }

  // Waits until the map stands where it was going and the page has followed: markers, list, address.
  async rests() {
    let moving;
    const look = async () => !(moving = await this.browser.executeAsyncScript(REST, STILL_FRAMES, REST_MS));
    await this.until(look, () => `the page does not rest: ${moving}`, LONG_PATIENCE);
  }

  // « 14 initiatives affichées sur 36 » → { shown: 14, total: 36 }, once these meet a condition.
  async shows(condition, what) {
    let counts;
    const look = async () => {
      const { text } = (await this.first("status", /affichée/)) ?? {};
      if (!text) return false;
      const [shown, total] = text.match(/\d+/g).map(Number);
      counts = { shown, total };
      return condition(counts) && counts;
    };
    return this.until(look, () => `never ${what}: ${JSON.stringify(counts)}`);
  }

  showsAll() {
    return this.shows(({ shown, total }) => shown === total && total > 0, "all of them");
  }

  showsSome() {
    return this.shows(({ shown, total }) => shown > 0 && shown < total, "some of them");
  }

  // Acts in the map of a frame, once it is there. The frame loads when it is near the screen.
  async inFrame(title, act) {
    const enter = async () => {
      await this.browser.switchTo().defaultContent();
      const { element } = (await this.first("frame", title)) ?? {};
      if (!element) return false;
      await this.browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
      await this.browser.switchTo().frame(element);
      return isReady(this.browser);
    };
    await this.until(enter, `no map in the frame ${title}`, LONG_PATIENCE);
    try {
      return await act();
    } finally {
      await this.browser.switchTo().defaultContent();
    }
  }

  // Nothing passes the edges of the page. The page itself cannot say so: it clips.
  async nothingSticksOut(state) {
    await this.comesTo([], () => this.browser.executeScript(STICKING_OUT), `${state}: nothing sticks out`);
  }

  // No violation of axe-core's rules in the page as it is now, once it rests. A frame is examined from inside, in tests of its own.
  async isAccessible(state) {
    await this.rests();
    const violations = await this.browser.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      if (!window.axe) { ${AXE} }
      axe.run(document, { iframes: false, rules: { "label-content-name-mismatch": { enabled: true } } }).then(({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.target.join(" ") + " — " + node.failureSummary).join(" | "))));
    `);
    assert.deepEqual(violations, [], `axe-core, ${state}`);
  }
}
