// What the server says with every file, and what each page says of itself. The one source of both: the project's servers send HEADERS,
// scripts/finish-app.mjs gives the policies to the app, whose pages carry them, scripts/deploy.mjs writes the configurations of web servers.
// docs/adr/0020 says why each is there.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

// The built page of the map: it holds its first script and its style, and names the site of streets, where the operator has one
// (content/site.toml).
export const PAGE = "dist/index.html";

// What allows the script or the style that a page holds: its hash. Nothing where it holds none.
const hashOf = (html, tag) => {
  const [, text] = html.match(new RegExp(`<${tag}>(.*?)</${tag}>`, "s")) ?? [];
  return text === undefined ? undefined : `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
};
const directive = (...sources) => sources.filter(Boolean).join(" ");

// The origin of the streets that a page names.
export const streetsOf = (html) => html.match(/<meta name="background"[^>]* data-origin="(https?:\/\/[^"\s;,]+)"/)?.[1];

// The map: its own files, what its page holds, a program in wasm, one maker of HTML (public/trusted.js), and the tiles of an origin, if any.
export const policyOfMap = (html, streets = streetsOf(html)) => [
  "default-src 'none'",
  directive("script-src 'self' 'wasm-unsafe-eval'", hashOf(html, "script")),
  directive("style-src 'self'", hashOf(html, "style")),
  directive("img-src 'self'", streets),
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // The second is that of editions that work without network (public/offline.js).
  "trusted-types leptos offline",
];
export const MAP = policyOfMap(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "");

// A static page runs no program, asks for nothing once it is there, and makes no HTML.
export const STATIC = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

// The workshop: a worker that runs its program, and the map beside it. It makes no HTML, and one address of code.
export const WORKSHOP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types atelier",
];

// What servers send with every file: what the map or the workshop may. Each page then says what it needs of that.
export const SENT = [...MAP.filter((one) => !one.startsWith("trusted-types")), "worker-src 'self'", "frame-src 'self'", "trusted-types leptos offline atelier"];

// A static page that runs a program and asks our server for files.
const PROGRAM = [...STATIC.map((one) => (one.startsWith("script-src") ? `${one} 'wasm-unsafe-eval'` : one)), "connect-src 'self'"];

// Pages of another policy, by the start of their path: the workshop; the preview of an embed, which shows the map as a host does; what asks
// our server how it answers; forms that find a territory by its name.
export const OTHERS = {
  "atelier/": WORKSHOP,
  "integrer/": [...PROGRAM, "frame-src 'self'"],
  "embed/verification/": PROGRAM,
  "contribuer/": PROGRAM,
};

// What no page of ours asks for. « Autour de moi » asks for the place of the visitor.
const REFUSED = ["accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"];

// Without `frame-ancestors`: any site may frame the map, and even « * » refuses a sandboxed page or a file.
export const headerOf = (policy) => policy.join("; ");

export const HEADERS = {
  "Content-Security-Policy": headerOf(SENT),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": ["geolocation=(self)", ...REFUSED.map((feature) => `${feature}=()`)].join(", "),
  // For the map as a page; a frame has no opener to lose.
  "Cross-Origin-Opener-Policy": "same-origin",
  // So that a page that sends `Cross-Origin-Embedder-Policy: require-corp` can embed the map and load widget.js.
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  // A frame with `sandbox="allow-scripts"` alone has an origin of its own, to which all of this is another site's. All of it is public.
  "Access-Control-Allow-Origin": "*",
};

// An address that carries a hash never changes its content (docs/adr/0016).
export const HASHED = "[-/][0-9a-f]{16}[./_]";
export const KEPT = "public, max-age=31536000, immutable";
export const ASKED_AGAIN = "no-cache";

export const caching = (path) => (new RegExp(HASHED).test(path) ? KEPT : ASKED_AGAIN);
