// From a file to a map that is published: the workshop reads it, its zip is decompressed in `data/points/` of the folder that a real web
// server serves, and the points are there by name, in the map and in the frame whose code the workshop gave.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { complaints, until } from "../browser/support/browser.mjs";
import { browser, folder, person, saved, visited } from "../browser/support/site.mjs";
import { names, start } from "./support/servers.mjs";

const TABLE = "nom;code insee;type\nÉpicerie « Le Fil »;15014;Commerce\nRessourcerie;99999;Atelier\nJardin <b>partagé</b>;13055;Jardin\n";
const POINTS = ["Épicerie « Le Fil »", "Jardin <b>partagé</b>"];
const LONG = 60_000; // a busy machine

visited({}, { saves: true });

const layerShown = () => until(browser, () => browser.executeScript("return document.documentElement.dataset.layer === 'ready'"), "the layer is not shown", LONG);

for (const name of names) {
  describe(name, () => {
    let server, table;
    before(async () => {
      server = await start(name);
      table = join(folder, `${name}.csv`);
      writeFileSync(table, TABLE);
    });
    after(async () => {
      // A page that still asks for something would complain in the next test.
      await browser.get("about:blank");
      await server?.stop();
    });

    async function namesOfPoints(url) {
      await browser.get(url);
      await layerShown();
      for (const point of POINTS) await person.sees("button", new RegExp(point.replace(/[«»<>/]/g, ".")));
    }

    test("what the workshop gives is shown by the edition that it is put in", async () => {
      await browser.get(`${server.url}/atelier/`);
      await until(browser, () => browser.executeScript("return document.querySelector('#deposer input[type=file]')"), "no field for a file");
      await (await browser.executeScript("return document.querySelector('#deposer input[type=file]')")).sendKeys(table);
      await person.until(() => person.first("status", /^3 lignes lues = 2 placées/), "the table is not read", LONG);
      const code = await browser.executeScript("return document.querySelector('#emporter textarea').value");
      await person.clicks("button", "Couche de points (ZIP)");
      const zip = await saved(`${name}-couche.zip`);
      server.add((www) => execFileSync("python3", ["-m", "zipfile", "-e", zip.path, join(www, "data", "points")]));
      const [, frame] = code.match(/<iframe src="([^"]*)"/);
      await namesOfPoints(frame.replaceAll("&amp;", "&"));
      assert.deepEqual(await complaints(browser), []);
    });

    test("what the command writes is shown too, with the same points", async () => {
      const out = mkdtempSync(join(tmpdir(), "layer-"));
      try {
        const ends = () => execFileSync("./leviers", ["import", table, "--layer", "par-commande", "--title", name, "--credit", "Nous", "--out", out], { stdio: "pipe" });
        assert.throws(ends, ({ status }) => status === 1); // a row is set aside
        server.add((www) => execFileSync("cp", ["-r", join(out, "par-commande"), join(www, "data", "points")]));
        await namesOfPoints(`${server.url}/carte/?couche=par-commande`);
        assert.deepEqual(await complaints(browser), []);
      } finally {
        rmSync(out, { recursive: true });
      }
    });
  });
}
