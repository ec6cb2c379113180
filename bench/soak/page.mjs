// The page as the visitor's eye and the observer have it. It answers by value: nothing in it is kept for us.
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

  // Through the places of this visit only.
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
