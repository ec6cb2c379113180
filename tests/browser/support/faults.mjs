// What may happen to a file on its way: how a server, or what stands before it, may answer otherwise than with the file.

const OCTETS = "application/octet-stream";
const LATE_MS = 20_000;

const sends = (status, type, body) => (response) => response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body(response));
const status = (code) => sends(code, "text/plain", () => `${code}\n`);

// A sound file of the same kind that belongs to another build.
function ofAnotherEdition(path, bytes) {
  if (path.endsWith(".wasm")) return Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  if (path.endsWith(".js")) return Buffer.from("export default () => { throw new Error('of another edition') };\nthrow new Error('of another edition');\n");
  if (path.endsWith(".css")) return Buffer.from("body { color: green }\n");
  const other = Buffer.from(bytes);
  other[4] = 99; // the version, after the four letters of the kind
  return other;
}

// Each answers a request for a file of this path, type and content.
export const FAULTS = {
  404: () => status(404),
  500: () => status(500),
  403: () => status(403),
  cut: ({ type, bytes }) => (response) => {
    response.writeHead(200, { "Content-Type": type, "Content-Length": bytes.length, "Cache-Control": "no-store" });
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
  },
  empty: ({ type }) => sends(200, type, () => ""),
  "of a wrong type": ({ type, bytes }) => sends(200, type === OCTETS ? "text/plain" : OCTETS, () => bytes),
  "HTML instead": () => sends(200, "text/html; charset=utf-8", () => "<!doctype html><title>404</title><p>Page introuvable"),
  "of another edition": ({ path, type, bytes }) => sends(200, type, () => ofAnotherEdition(path, bytes)),
  "20 s late": ({ type, bytes }) => (response) => {
    const timer = setTimeout(() => sends(200, type, () => bytes)(response), LATE_MS);
    response.on("close", () => clearTimeout(timer));
  },
  "without an answer": () => () => {},
};

export const TYPES = { js: "text/javascript", css: "text/css", wasm: "application/wasm", bin: OCTETS };
