// Serves a built folder as production does: right types, the headers of scripts/headers.mjs, 404 for what is not there.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { HEADERS, caching } from "../../../scripts/headers.mjs";

// `base` puts the folder under a path, as on a site that holds other things. `port` 0 takes any free one.
// `touch(request, response)` may answer in place of the server, by returning true: to play a failure.
// `brotli`: where a file has a compressed twin (`app.js.br`), that is what is sent.
// `headers`: what goes with every answer; {} is a host that sends none.
export async function serve(folder, { port = 0, base = "/", brotli = false, touch = () => false, headers = HEADERS } = {}) {
  const files = sirv(folder, {
    dev: true, // reads the disk at each request: a rebuilt folder is served at once
    brotli,
    setHeaders: (response, path) => response.setHeader("Cache-Control", caching(path)),
  });
  const absent = join(folder, "404.html");
  function answer(request, response) {
    const missing = () => response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end(existsSync(absent) ? readFileSync(absent) : "404\n");
    if (!request.url.startsWith(base)) return missing();
    request.url = request.url.slice(base.length - 1);
    files(request, response, missing);
  }
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!touch(request, response)) answer(request, response);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    answer, // what `touch` kept back
    close: () => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))),
  };
}
