// The map stops in the middle of a visit: the crash page says so, in the language of the page, with a button and the list.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { firstView, open } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";

let browser;
let person;
let server;

before(async () => {
  browser = await open();
  person = new Person(browser);
});
after(() => browser?.quit());
afterEach(() => server?.close());

// Nothing published can make the map panic. Here the server puts one more script in the page, which keeps what the program exports and, when
// asked, asks it for more memory than there is: that ends in the same trap as a panic. The script is the page's own: what a driver runs is
// not, in Firefox.
const SPY = `let program;
const panic = () => program.__wbindgen_malloc(-8, 4);
addEventListener("panic-in-a-task", () => setTimeout(panic));
addEventListener("panic-in-a-promise", () => Promise.resolve().then(panic));
// Errors that are none of the map's. The page says once both were heard and it had a frame to speak.
addEventListener("errors-of-others", () => {
  const heard = (name) => new Promise((resolve) => addEventListener(name, resolve, { once: true }));
  Promise.all([heard("error"), heard("unhandledrejection")]).then(() => requestAnimationFrame(() => requestAnimationFrame(() => (document.title = "heard"))));
  setTimeout(() => { throw new Error("of another"); });
  Promise.reject(new Error("of another"));
});
for (const name of ["instantiate", "instantiateStreaming"]) {
  const instantiate = WebAssembly[name];
  WebAssembly[name] = async (...all) => {
    const made = await instantiate.apply(WebAssembly, all);
    program = (made.instance ?? made).exports;
    return made;
  };
}`;
async function visit(query) {
  const page = readFileSync("dist/index.html", "utf8").replace("<head>", '<head><script src="spy.js"></script>');
  const made = { "/": ["text/html; charset=utf-8", page], "/spy.js": ["text/javascript", SPY] };
  server = await serve("dist", {
    touch(request, response) {
      const [type, body] = made[request.url.split("?")[0]] ?? [];
      return Boolean(type) && (response.writeHead(200, { "Content-Type": type }).end(body), true);
    },
  });
  await firstView(browser, `${server.url}?${query}`);
}
const list = () => person.sees("link", "Mundo Gusto");

const panics = (where) => browser.executeScript("dispatchEvent(new Event(arguments[0]))", where);
for (const where of ["panic-in-a-task", "panic-in-a-promise"]) {
  test(`${where}: the crash page, in French`, async () => {
    await visit("leviers=foncier");
    await panics(where);
    await person.sees("alert", "Une erreur a arrêté la carte. Rechargez la page ; si cela se reproduit, signalez-le-nous. Voici les initiatives.");
    await person.sees("heading", "La carte des leviers");
    await list();
    await person.isAccessible(where);
    await person.clicks("button", "Recharger la page");
    await browser.wait(() => browser.executeScript("return document.documentElement.dataset.ready === 'carte'"), 30_000, "the map did not come back");
    assert.equal((await person.address()).searchParams.get("leviers"), "foncier");
  });
}

test("a panic, in English: the crash page in English, its list in French", async () => {
  await visit("lang=en");
  await panics("panic-in-a-task");
  await person.sees("alert", "An error stopped the map. Reload the page; if it happens again, let us know. Here are the initiatives.");
  await person.sees("heading", "The lever map");
  await person.sees("link", "The list with places and levers (in French)");
  await person.sees("button", "Reload the page");
  assert.equal(await browser.executeScript("return document.querySelector('.fallback').lang"), "fr");
  await list();
  await person.isAccessible("panic, English");
});

test("what the browser throws while the map draws stops the map too, and says so", async () => {
  await visit("lang=fr");
  await browser.executeScript("CanvasRenderingContext2D.prototype.setTransform = CanvasRenderingContext2D.prototype.fillRect = CanvasRenderingContext2D.prototype.drawImage = () => { throw new Error('no memory') }");
  await person.calls("focus", "canvas");
  await person.presses(Key.ARROW_RIGHT, Key.ARROW_RIGHT, "+");
  await person.sees("alert", /Une erreur a arrêté la carte/);
  await list();
});

test("an error of another script of the page does not stop the map", async () => {
  await visit("lang=fr");
  await browser.executeScript("dispatchEvent(new Event('errors-of-others'))");
  await browser.wait(async () => (await browser.getTitle()) === "heard", 10_000, "the errors were not heard");
  assert.equal(await person.first("alert"), undefined);
  await person.clicks("link", /^Mundo Gusto/);
  await person.sees("region", "Mundo Gusto");
});
