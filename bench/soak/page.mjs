// The page, as the visitor and the observer see it. It returns values only, so that the page keeps nothing alive for the driver.
import { patiently } from "./patience.mjs";

// What the browser answers when the page leaves meanwhile.
export const isLeaving = ({ message }) => /context|navigated|collected|detached|Cannot find/i.test(message);

async function ask(browser, expression) {
  const given = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await patiently(browser.sendAndGetDevToolsCommand("Runtime.evaluate", given));
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

export class Page {
  constructor(browser) {
    this.ask = (expression) => ask(browser, expression);
  }

  reach(selector, share) {
    return this.ask(`visitor.reach(${JSON.stringify(selector)}, ${share})`);
  }

  open(across, down) {
    return this.ask(`visitor.open(${across}, ${down})`);
  }

  atRest() {
    return this.ask("visitor.atRest()");
  }

  alerts() {
    return this.ask("visitor.alerts()");
  }

  // Returns what is still said in alerts once nothing is, or at the end of this patience.
  silent(patience) {
    return this.ask(`visitor.silent(${patience})`);
  }

  // Says how the picture of the map is not that of the screen, or nothing.
  blurred() {
    return this.ask("visitor.blurred()");
  }

  // What the page has come to, and which page it is: "carte" once the map is there, "failed" when it stopped.
  state() {
    return this.ask("({ ready: 'failed' in (document.getElementById('app')?.dataset ?? {}) ? 'failed' : (document.documentElement.dataset.ready ?? ''), born: performance.timeOrigin })");
  }

  // Travels within this visit's history only.
  travel(way) {
    return this.ask(`navigation.can${way === "back" ? "GoBack" : "GoForward"} && (history.${way}(), true)`);
  }

  look(address) {
    return this.ask(`location.replace(${JSON.stringify(address)})`);
  }

  has(selector) {
    return this.ask(`Boolean(document.querySelector(${JSON.stringify(selector)}))`);
  }

  place() {
    return this.ask("({ search: location.search, hash: location.hash })");
  }

  watch() {
    return this.ask("soak.watch()");
  }

  rest() {
    return this.ask("soak.rest()");
  }

  take() {
    return this.ask("soak.take()");
  }
}
