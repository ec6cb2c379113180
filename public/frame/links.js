// Links of a frame: those that leave it open a new tab, and say so. A sandbox that may not open any has none.

// In a sandbox without `allow-same-origin` nothing else tells what it forbids.
const isSandboxed = self.origin === "null";
const OWN = /^(#|\.\/(\?|#|$))/;

function leave(link, words) {
  if (isSandboxed) {
    if (link.matches(".control")) link.hidden = true;
    else link.removeAttribute("href");
    return;
  }
  link.target = "_blank";
  link.relList.add("noopener");
  const name = link.getAttribute("aria-label");
  if (name) {
    link.title = `${name} ${words.newTab}`;
  } else {
    const said = document.createElement("span");
    said.className = "new-tab";
    said.textContent = ` ${words.newTab}`;
    link.append(said);
  }
}

// `own`: what becomes of a link of the map to itself, as the locks have it.
function mark(link, words, own) {
  // Those of a picture are of the first view, which no frame shows.
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("data-reload") || link.dataset.out) return;
  const href = link.getAttribute("href");
  if (OWN.test(href) && link.target !== "_blank" && !own(link, href)) return;
  link.dataset.out = "1";
  leave(link, words);
}

// Marks those that are there, and those that come.
export function followLinks(words, own) {
  const all = (node) => (node.querySelectorAll ? [...(node.matches("a[href]") ? [node] : []), ...node.querySelectorAll("a[href]")] : []);
  const come = (changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => all(node).forEach((link) => mark(link, words, own))));
  new MutationObserver(come).observe(document.body, { childList: true, subtree: true });
  all(document.body).forEach((link) => mark(link, words, own));
  // Files and the clipboard are forbidden too.
  document.documentElement.toggleAttribute("data-sandboxed", isSandboxed);
}
