// The page under chance, as the driver sees it. LISTENER goes into each page before its own scripts.

export const LISTENER = `(() => {
  const seen = (window.fuzz = []);
  addEventListener("error", ({ message, error }) => message && seen.push("error: " + message + " " + (error?.stack ?? "")));
  addEventListener("unhandledrejection", ({ reason }) => seen.push("unhandled rejection: " + (reason?.stack ?? reason)));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => seen.push("refused by the policy: " + [effectiveDirective, blockedURI, sample].join(" ")));
})();`;

// What the page has come to: the map at work, or a sentence with the list of the initiatives. A map may say a sentence too.
export const STATE = `
  const app = document.getElementById("app");
  if (!app || document.readyState !== "complete") return null;
  const shown = (element) => Boolean(element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  // An address may ask for the list alone.
  const isMap = document.documentElement.dataset.ready === "carte" && [...document.querySelectorAll("canvas, .column")].some(shown);
  const failed = "failed" in app.dataset;
  const sentence = document.querySelector("[role=alert]")?.textContent.trim() ?? "";
  const list = failed ? [...app.querySelectorAll(".fallback a")].filter(shown).length : 0;
  return { isMap, failed, sentence, list, errors: window.fuzz ?? ["no listener"], executed: document.documentElement.dataset.executed !== undefined };`;

// Whether the page has come to something.
export const isSettled = (state) => Boolean(state && (state.failed || state.isMap));

// What is wrong with it.
export function faults(state) {
  if (!isSettled(state)) return ["neither a map nor a sentence"];
  const { failed, sentence, list, errors, executed } = state;
  return [
    ...errors,
    ...(executed ? ["a text of the address or of a file was executed"] : []),
    ...(failed && !sentence ? ["the map stopped, and no sentence says why"] : []),
    ...(failed && list === 0 ? [`the map stopped, the list is not there, only « ${sentence} »`] : []),
  ];
}
