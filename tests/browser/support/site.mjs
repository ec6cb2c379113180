// The built map, served, and a browser before it: what most files of tests begin with. Each file runs in a process of its own.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { elsewhere, open } from "./browser.mjs";
import { Person } from "./person.mjs";
import { serve } from "./server.mjs";

export let browser;
export let person;
export let server;

// A folder for the files of the tests, where Chromium saves too.
export let folder;

// All are there before the first test of the file, and go after the last. `window`: see `open`. `saves`: whether there is a folder.
export function visited(window, { saves = false } = {}) {
  before(async () => {
    server = await serve("dist");
    browser = await open(window);
    person = new Person(browser);
    if (saves) folder = mkdtempSync(join(tmpdir(), "saved-"));
    if (saves && !elsewhere) await browser.sendDevToolsCommand("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  });
  after(async () => {
    await browser?.quit();
    await server?.close();
    if (folder) rmSync(folder, { recursive: true });
  });
}

// What the browser saves under a name with such an ending, once it has: at first it is there and empty, beside what is on its way. It stays
// in the folder.
export async function saved(ending) {
  const look = () => {
    const names = readdirSync(folder);
    const name = names.find((name) => name.endsWith(ending));
    return name && !names.some((name) => name.endsWith(".crdownload")) && statSync(join(folder, name)).size > 0 && name;
  };
  const name = await person.until(look, `no file ${ending}`);
  const path = join(folder, name);
  return { name, path, bytes: readFileSync(path) };
}
