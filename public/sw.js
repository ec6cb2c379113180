// Keeps the map for a visit without network, in editions that ask for it (docs/adr/0030). The tool fills KEPT in: what this edition is made
// of, or null, which takes away all that an earlier edition kept. This file keeps its name: it is how a browser learns either.
const KEPT = null;

const { clients, registration } = self;
const { scope } = registration;
// Two maps of one origin do not share what they keep.
const OURS = `carte ${scope} `;
const CURRENT = `${OURS}${KEPT?.edition}`;
const SEEN = `${OURS}seen`;
// Files with a hash in their name, and pages: so many of those that were seen are kept.
const MOST_SEEN = 300;
// How long a page may take before the one that is kept is shown, in milliseconds.
const LATE_MS = 5000;
const HASHED = /[-/][0-9a-f]{16}[./_]/;
const ANY = { ignoreVary: true };

const path = (url) => new URL(url).pathname.slice(new URL(scope).pathname.length);

async function digest(response) {
  const hash = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return [...new Uint8Array(hash)].slice(0, 8).map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// All of this edition, or nothing: a file of another one, which a server may still give, stops the installation, and what was there stays.
async function install() {
  const cache = await caches.open(CURRENT);
  try {
    await Promise.all(Object.entries(KEPT.files).map(async ([file, hash]) => {
      const url = new URL(file, scope).href;
      const response = await fetch(url, { cache: "no-cache" });
      if (!response.ok || response.redirected || (await digest(response.clone())) !== hash) throw new Error(`${file || "the page"} is not of this edition`);
      await cache.put(url, response);
    }));
  } catch (error) {
    await caches.delete(CURRENT);
    throw error;
  }
}

async function forget(kept) {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && !kept.includes(name)).map((name) => caches.delete(name)));
}

async function remember(request, response) {
  if (response.status !== 200 || response.type !== "basic" || response.redirected) return response;
  const isPage = /html/.test(response.headers.get("Content-Type"));
  // A page in place of a hashed file is an error of the host.
  if (isPage !== (request.mode === "navigate")) return response;
  const cache = await caches.open(SEEN);
  await cache.put(request.url, response.clone());
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST_SEEN)).map((old) => cache.delete(old)));
  return response;
}

const kept = async (url) => (await (await caches.open(CURRENT)).match(url, ANY)) ?? (await caches.open(SEEN)).match(url, ANY);

// What the network says, in time; otherwise what is kept. A server that fails is no network.
async function fresh(request, url, late) {
  const coming = fetch(request);
  coming.catch(() => {});
  const timeout = late && new Promise((resolve) => setTimeout(resolve, LATE_MS));
  const response = await Promise.race([coming, timeout].filter(Boolean)).catch(() => undefined);
  if (response && response.status < 500) return response;
  return (await kept(url)) ?? response ?? coming;
}

async function answer({ request, clientId }) {
  const client = clientId && (await clients.get(clientId));
  if (client?.frameType === "nested") return fetch(request);
  const [url] = request.url.split(/[?#]/);
  if (request.mode === "navigate") {
    if (["", "index.html"].includes(path(url))) return fresh(request, scope, true);
    return fresh(request, url, true).then((response) => remember(request, response));
  }
  if (HASHED.test(path(url))) return (await caches.match(url, ANY)) ?? fetch(request).then((response) => remember(request, response));
  return fresh(request, url, false);
}

if (KEPT) {
  addEventListener("install", (event) => event.waitUntil(install().then(() => self.skipWaiting())));
  // A page of the edition before may still be open: what it has seen stays, under names that tell its edition.
  addEventListener("activate", (event) => event.waitUntil(forget([CURRENT, SEEN]).then(() => clients.claim())));
  addEventListener("fetch", (event) => {
    const { request } = event;
    // Never in a frame: what is embedded stores nothing.
    if (request.method !== "GET" || !request.url.startsWith(scope) || request.destination === "iframe" || request.headers.has("Range")) return;
    event.respondWith(answer(event));
  });
} else {
  addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
  addEventListener("activate", (event) => event.waitUntil(forget([]).then(() => registration.unregister())));
}
