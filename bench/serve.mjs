// The project's server, sending brotli; it records each request and its size in bytes. Its headers isolate the page from other origins,
// without which a browser does not measure the memory of the whole page.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { HEADERS } from "../scripts/headers.mjs";
import { serve } from "../tests/browser/support/server.mjs";

const BLANK = "/blank";

// For the peers, which make their HTML as they like.
const names = ["Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy"];
export const ISOLATED = Object.fromEntries(names.map((name) => [name, HEADERS[name]]));

export async function served(folder, headers = HEADERS) {
  let asked = [];
  const server = await serve(folder, {
    brotli: true,
    headers,
    touch(request, response) {
      const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
      if (path === BLANK) return response.writeHead(200, { "Content-Type": "text/html" }).end("<!DOCTYPE html><title>blank</title>"), true;
      asked.push(path);
      return false;
    },
  });
  const bytes = (path) => {
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const sent = [`${file}.br`, file].find((name) => existsSync(name));
    return sent ? statSync(sent).size : 0;
  };
  return {
    ...server,
    blank: new URL(BLANK, server.url).href,
    forget: () => (asked = []),
    asked: () => asked.map((path) => ({ path, bytes: bytes(path) })),
  };
}
