// Asks the browser to keep the map for a visit without network, once it is there. Only pages of editions that offer it load this file;
// never in a frame, where nothing is stored (docs/adr/0030).
const FILE = "sw.js";
async function keep() {
  const url = new URL(FILE, document.baseURI).href;
  const policy = globalThis.trustedTypes?.createPolicy("offline", { createScriptURL: () => url });
  await navigator.serviceWorker.register(policy ? policy.createScriptURL("") : url, { updateViaCache: "none" });
}
// Private windows and some settings refuse: the map works all the same.
const later = () => setTimeout(() => keep().catch(() => {}));
if (self === top && "serviceWorker" in navigator) {
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
}
