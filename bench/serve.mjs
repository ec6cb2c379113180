// The project's server, sending brotli; it records each request and its size in bytes.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../tests/browser/support/server.mjs";

const BLANK = "/blank";

export async function served(folder) {
  let asked = [];
  const server = await serve(folder, {
    brotli: true,
    touch(request, response) {
      // Measuring memory requires a cross-origin isolated page.
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
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
