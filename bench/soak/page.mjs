// The page, as the visitor and the observer see it. It returns values only, so that the page keeps nothing alive for the driver.
import { patiently } from "./patience.mjs";

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
