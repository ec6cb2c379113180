// The built map, served, and a browser before it: what most files of tests begin with. Each file runs in a process of its own.
import { after, before } from "node:test";
import { open } from "./browser.mjs";
import { Person } from "./person.mjs";
import { serve } from "./server.mjs";

export let browser;
export let person;
export let server;

// Both are there before the first test of the file, and go after the last. `window`: see `open`.
export function visited(window) {
  before(async () => {
    server = await serve("dist");
    browser = await open(window);
    person = new Person(browser);
  });
  after(async () => {
    await browser?.quit();
    await server?.close();
  });
}
