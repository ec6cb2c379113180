// What a browser may withhold from a map in another site's page: storage, and sight.
import assert from "node:assert/strict";
import { test } from "node:test";
import { elsewhere } from "./support/browser.mjs";
import { browser, hosted, map, person, run, visit } from "./support/host.mjs";

hosted({ width: 1100, height: 900, keepsNothing: true });

const script = () => `<script src="${map.url}widget.js"></script>`;
const element = '<carte-leviers titre="Carte" leviers="foncier"></carte-leviers>';

// Why the page may not keep something; nothing when it may.
const refusal = () => run("try { localStorage.setItem('a', 'b'); return '' } catch (error) { return error.name }");

test("a browser that keeps nothing for any site shows the map, its sheets and what one takes away", async () => {
  await visit(script() + element);
  assert.equal(await refusal(), "SecurityError", "the browser keeps things");
  await person.inFrame("Carte", async () => {
    assert.equal(await refusal(), "SecurityError", "the browser keeps things for the frame");
    await person.showsSome();
    await person.clicks("link", /^Lieux collectifs/);
    await person.sees("region", /^Lieux collectifs/);
  });
  await browser.get(map.url);
  await person.showsAll();
  await person.clicks("button", "Partager, télécharger");
  await person.sees("button", "Copier le lien");
});

test("a map that loads in a window nobody sees is there once the window is shown", { skip: elsewhere }, async () => {
  const { windowId } = await browser.sendAndGetDevToolsCommand("Browser.getWindowForTarget", {});
  const window = (windowState) => browser.sendDevToolsCommand("Browser.setWindowBounds", { windowId, bounds: { windowState } });
  const loads = async (load, look) => {
    await window("minimized");
    await load();
    assert.equal(await run("return document.visibilityState"), "hidden");
    await window("normal");
    await look();
  };
  await loads(() => visit(script() + element), () => person.inFrame("Carte", () => person.showsSome()));
  await loads(() => browser.get(`${map.url}?leviers=foncier`), () => person.showsSome());
});
