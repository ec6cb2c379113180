// Serves a built folder as production does: right types, strict content security policy, caching by name, 404 for what is not there.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import sirv from "sirv";

// Written once, in Trunk.toml.
const POLICY = /^Content-Security-Policy = "(.*)"$/m.exec(readFileSync(new URL("../../../Trunk.toml", import.meta.url), "utf8"))[1];

// An address that carries a hash never changes its content (docs/EMBED.md).
const HASHED = /[-/][0-9a-f]{16}[./_]/;

// `base` puts the folder under a path, as on a site that holds other things. `port` 0 takes any free one.
// `touch(request, response)` may answer in place of the server, by returning true: to play a failure.
// `brotli`: where a file has a compressed twin (`app.js.br`), that is what is sent.
export async function serve(folder, { port = 0, base = "/", brotli = false, touch = () => false } = {}) {
  const files = sirv(folder, {
    dev: true, // reads the disk at each request: a rebuilt folder is served at once
    brotli,
    setHeaders(response, path) {
      response.setHeader("Content-Security-Policy", POLICY);
      response.setHeader("Cache-Control", HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  function answer(request, response) {
    const missing = () => response.writeHead(404, { "Content-Type": "text/plain" }).end("404\n");
    if (!request.url.startsWith(base)) return missing();
    request.url = request.url.slice(base.length - 1);
    files(request, response, missing);
  }
  const server = createServer((request, response) => touch(request, response) || answer(request, response));
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    answer, // what `touch` kept back
    close: () => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))),
  };
}
