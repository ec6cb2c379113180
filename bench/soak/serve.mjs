// The project's server, of an edition and of another one made from it; it records each request, and each failed response.
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { anotherEdition } from "../../tests/browser/support/editions.mjs";
import { serve } from "../../tests/browser/support/server.mjs";

export async function served(folder) {
  const asked = new Set();
  let failed = [];
  const parent = mkdtempSync(join(tmpdir(), "soak-"));
  const site = join(parent, "site");
  const own = resolve(folder);
  const { folder: other, remove } = anotherEdition({ folder, id: "mundo-gusto", from: "Mundo Gusto", to: "Mundo Nuevo" });
  // As a host does that replaces the folder.
  const publish = (edition) => {
    rmSync(site, { force: true });
    symlinkSync(edition, site);
  };
  publish(own);
  const server = await serve(site, {
    touch(request, response) {
      const { url } = request;
      asked.add(url);
      response.once("finish", () => response.statusCode >= 400 && failed.push(`${response.statusCode} ${url}`));
      return false;
    },
  });
  return {
    url: server.url,
    own,
    other,
    publish,
    async close() {
      await server.close();
      remove();
      rmSync(parent, { recursive: true });
    },
    asked: () => asked,
    failed() {
      const since = failed;
      failed = [];
      return since;
    },
  };
}
