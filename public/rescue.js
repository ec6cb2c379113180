// Helps a page that cannot show the map: reloads it once when its edition is gone, otherwise says why and shows the list of initiatives.
// It keeps its name and its address in every edition, so that a page whose other scripts are gone still finds it: what it expects of
// pages and of boot.js does not change (docs/adr/0016). Text only: nothing is ever parsed as HTML.

// From the text room (crates/site).
const WORDS = {};
const lang = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "fr";
const words = WORDS[lang];

// Whether the page that the server now gives names other files. Layers of points are of no edition.
async function isGone(path) {
  const [, hash] = (!path.includes("/points/") && /[-/]([0-9a-f]{16})[./_]/.exec(path)) || [];
  const response = await fetch(new URL("", document.baseURI), { cache: "no-cache" });
  const page = await response.text();
  return hash && response.ok && page.includes("data-wasm") && !page.includes(hash);
}

// Returns when a missing file is missing from the server's own edition too. When the edition of the page is gone, reloads the page, and
// does not return. A page that was itself reloaded says so instead: it cannot loop, and has nothing to remember.
// `main`: what `tell` shows.
export async function heal(path, main) {
  if (!(await isGone(path).catch(() => false))) return;
  const [navigation] = performance.getEntriesByType("navigation");
  if (navigation && navigation.type !== "reload") location.reload();
  else tell("outdated", main);
  await new Promise(() => {});
}

// Shows the list with a sentence and a button that reloads. `why`: a key of the sentences.
export function tell(why, main = document.querySelector("#app > main")) {
  const app = document.getElementById("app");
  const status = main?.querySelector("#etat");
  if (!app || !status) return;
  document.documentElement.lang = lang;
  main.querySelector("h1").textContent = words.title;
  main.querySelector(".late")?.remove();
  main.querySelector("a").textContent = words.link;
  status.setAttribute("role", "alert");
  status.textContent = `${words[why]} ${words.list}`;
  if (!main.querySelector("button")) {
    const button = document.createElement("button");
    button.className = "button";
    button.textContent = words.reload;
    button.addEventListener("click", () => location.reload());
    status.after(button);
  }
  app.dataset.failed = document.documentElement.dataset.noMap = "";
  app.replaceChildren(main);
}

// What a visitor asked for and did not get, said beside what asked, until something is pressed. The path of a script; the page reloads when
// its edition is gone.
const lacking = Object.assign(document.createElement("p"), { role: "alert", className: "notice", textContent: words.lack });
export async function lack(path, near) {
  await heal(path).catch(() => {});
  near.after(lacking);
  addEventListener("click", () => lacking.remove(), { capture: true, once: true });
}

// Once the page has loaded, boot.js runs, or did not come.
const { dataset, src } = document.querySelector("script[data-wasm]");
const loaded = () => "ran" in dataset || heal(src).then(() => tell("noDownload"));
if (document.readyState === "complete") loaded();
else addEventListener("load", loaded);
