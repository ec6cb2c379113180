// « Intégrer cette carte »: the form makes the code, and the preview is the map that the code makes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { By } from "selenium-webdriver";
import { complaints, elsewhere, resize } from "./support/browser.mjs";
import { browser, person, server, visited } from "./support/site.mjs";

visited();

const opens = (query = "") => browser.get(`${server.url}integrer/${query}`);
const type = async (name, text) => {
  const field = await browser.findElement(By.css(`[name="${name}"]`));
  await field.clear();
  await field.sendKeys(text);
};
const code = (form) => browser.executeScript("return document.getElementById('code-' + arguments[0]).value", form);
async function codeHas(form, text) {
  let now = "";
  await person.until(async () => (now = await code(form)).includes(text), () => `${now} has no ${text}`);
}
const previewed = (name, value) => person.until(() => browser.executeScript("const map = document.querySelector('#apercu carte-leviers'); return (map.getAttribute(arguments[0]) ?? '') === arguments[1]", name, value), `no ${name}=${value} in the preview`);

test("what the form asks for is in every code, and in the preview", async () => {
  await opens();
  await type("territoire", "morlaix");
  await codeHas("element", 'territoire="commune:29151"');
  await codeHas("cadre", "territoire=commune:29151");
  await previewed("territoire", "commune:29151");
  await person.calls("click", "[name=leviers][value=foncier]");
  await type("titre", "Nos « leviers »");
  await codeHas("element", 'leviers="foncier" titre="Nos « leviers »"');
  await previewed("titre", "Nos « leviers »");
  await person.isAccessible("the form of an embed");
});

test("a territory is written by name, by code, or not at all; another word is told", async () => {
  await opens();
  for (const [text, expected] of [["93066", "commune:93066"], ["Seine-Saint-Denis (département 93)", "departement:93"], ["departement:08", "departement:08"]]) {
    await type("territoire", text);
    await codeHas("lien", `territoire=${expected}`);
  }
  await type("territoire", "rien de ce nom");
  await person.until(() => browser.executeScript("return /Aucun territoire/.test(document.getElementById('territoire-aide').textContent)"), "no word on an unknown territory");
  assert.ok(!(await code("lien")).includes("territoire"));
});

test("the address of the map is the form's", async () => {
  await opens("?territoire=departement:93&leviers=scic,foncier&titre=Ici&vue=liste&lang=en&verrou=territoire");
  for (const part of ["territoire=departement:93", "leviers=foncier,scic", "titre=Ici", "vue=liste", "lang=en", "verrou=territoire"]) await codeHas("cadre", part);
  assert.equal(await browser.executeScript("return document.querySelector('[name=territoire]').value"), "Seine-Saint-Denis (département 93)");
});

test("a colour that cannot be read is corrected, and told", async () => {
  await opens();
  await type("theme-couleur", "#ffee88");
  await person.sees("status", /Trop peu de contraste/);
  await type("theme-couleur", "#0b6e4f");
  await person.sees("status", "Contraste suffisant.");
  await type("theme-couleur", "vert");
  await person.sees("status", /Une couleur s’écrit/);
});

test("it fits a phone", { skip: elsewhere }, async () => {
  await resize(browser, 390, 844);
  await opens();
  await person.nothingSticksOut("the form of an embed on a phone");
  await resize(browser, 1280, 800);
  assert.deepEqual(await complaints(browser), []);
});
