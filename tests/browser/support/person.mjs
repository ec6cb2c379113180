// Acts on the page as a person does: by role and accessible name, as the browser computes them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { By, Key } from "selenium-webdriver";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PATIENCE = 10_000; // milliseconds

// Where elements of a role are looked for. The browser then says which role each really has.
const CANDIDATES = {
  alert: "[role=alert]",
  button: "button, summary",
  heading: "h1, h2, h3, h4",
  link: "a[href]",
  region: "section[aria-labelledby]",
  status: "[role=status]",
};

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

  // Every visible element of this role and name, within an element or the page.
  async all(role, name = /./, within = this.browser) {
    const found = [];
    for (const element of await within.findElements(By.css(CANDIDATES[role]))) {
      try {
        if (!(await element.isDisplayed())) continue;
        const own = role === "status" || role === "alert" ? await element.getText() : await element.getAccessibleName();
        if (fits(own, name)) found.push(element);
      } catch (error) {
        if (error.name !== "StaleElementReferenceError") throw error;
      }
    }
    return found;
  }

  // The first one; waits for it.
  async sees(role, name, within) {
    return this.browser.wait(async () => (await this.all(role, name, within))[0], PATIENCE, `no ${role} named ${name}`);
  }

  async seesNo(role, name) {
    await this.browser.wait(async () => (await this.all(role, name)).length === 0, PATIENCE, `still a ${role} named ${name}`);
  }

  async clicks(role, name, within) {
    const element = await this.sees(role, name, within);
    await element.click();
    return element;
  }

  async presses(...keys) {
    await this.browser.actions().sendKeys(...keys).perform();
  }

  // Tabs until what has the focus has this name.
  async tabsTo(name, most = 120) {
    for (let presses = 0; presses < most; presses++) {
      await this.presses(Key.TAB);
      const focused = await this.browser.switchTo().activeElement();
      if (fits(await nameOf(focused), name)) return focused;
    }
    assert.fail(`the keyboard does not reach ${name}`);
  }

  async focused() {
    return nameOf(await this.browser.switchTo().activeElement());
  }

  // The buttons on the map, by name.
  async markers() {
    return this.browser.executeScript("return [...document.querySelectorAll('.marker')].map((marker) => marker.getAttribute('aria-label'))");
  }

  // The same once the map rests: two looks that see the same names.
  async markersAtRest() {
    let before = "";
    return this.browser.wait(async () => {
      const names = await this.markers();
      const same = names.length > 0 && names.join() === before;
      before = names.join();
      return same && names;
    }, PATIENCE, "the markers keep changing");
  }

  async address() {
    return new URL(await this.browser.getCurrentUrl());
  }

  // Waits until the address meets a condition: it is written once the map rests.
  async addressIs(condition, what) {
    await this.browser.wait(async () => condition(await this.address()), PATIENCE, `the address never had ${what}`);
  }

  // « 14 initiatives affichées sur 36 » → [14, 36]
  async shown() {
    const status = await this.sees("status", /affichée/);
    const [shown, total] = (await status.getText()).match(/\d+/g).map(Number);
    return { shown, total };
  }

  // No violation of axe-core's rules in the page as it is now, once what moves or fades in has arrived. A frame is examined from inside,
  // in tests of its own.
  async isAccessible(state) {
    const arriving = "return document.getAnimations().some((one) => one.playState === 'running' && one.effect.getComputedTiming().endTime !== Infinity)";
    await this.browser.wait(async () => !(await this.browser.executeScript(arriving)), PATIENCE, "the page keeps moving");
    const violations = await this.browser.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      if (!window.axe) { ${AXE} }
      axe.run(document, { iframes: false, rules: { "label-content-name-mismatch": { enabled: true } } }).then(({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.target.join(" ") + " — " + node.failureSummary).join(" | "))));
    `);
    assert.deepEqual(violations, [], `axe-core, ${state}`);
  }
}
