// What the audit measures in a page (docs/ACCESSIBILITY-AUDIT.md): questions asked inside it. Each answers with its faults by criterion of
// the RGAA, and with nothing where all is well.

// What the questions share. A colour is read as the browser paints it, over what lies behind.
const SHARED = `
  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const is = (element) => element.localName + (element.id ? "#" + element.id : "") + [...element.classList].map((name) => "." + name).join("") + " « " + (element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\\s+/g, " ").slice(0, 40) + " »";
  const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => seen(element) && !element.closest("[inert]"));
  const isHeard = (element) => !element.closest("[aria-hidden=true], [role=presentation], [role=none], [role=img] *");
  const named = (element) => {
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    const said = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    return (said || element.getAttribute("aria-label") || "").trim();
  };
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const painted = (colours) => {
    brush.fillStyle = "#fff";
    brush.fillRect(0, 0, 1, 1);
    for (const colour of colours) { brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1); }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)).reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (one, other) => { const [low, high] = [light(one), light(other)].sort((a, b) => a - b); return (high + 0.05) / (low + 0.05); };
  const behind = (element) => (element ? [...behind(element.parentElement), getComputedStyle(element).backgroundColor] : []);
  const paper = (element) => painted(behind(element));
  const over = (colour, element) => painted([...behind(element), colour]);
  const faults = {};
  const fault = (criterion, what) => (faults[criterion] ??= []).push(what);`;

// What each page and state must have, whatever it shows.
export const STRUCTURE = `${SHARED}
  for (const image of all("img, svg, canvas, [role=img]").filter(isHeard)) {
    const role = image.localName === "canvas" ? "group" : "img";
    if (image.localName === "img" ? !image.hasAttribute("alt") : image.getAttribute("role") !== role || !named(image)) fault("1.1", is(image));
  }
  for (const frame of all("iframe")) if (!frame.title.trim()) fault("2.1", is(frame));
  for (const table of all("table")) {
    if (!table.caption?.textContent.trim() && !named(table)) fault("5.4", is(table));
    for (const head of table.querySelectorAll("th")) if (!head.scope && !head.id) fault("5.7", is(head));
    if (!table.querySelector("th")) fault("5.6", is(table));
  }
  const VAGUE = /^(ici|lire|lien|cliquez ici|en savoir plus|lire la suite|plus|voir|here|more)\\.?$/i;
  for (const link of all("a[href]")) {
    const name = named(link) || link.textContent.trim() || link.querySelector("img")?.alt;
    if (!name) fault("6.2", is(link));
    else if (VAGUE.test(name)) fault("6.1", is(link));
  }
  if (!document.doctype) fault("8.1", "no doctype");
  if (!["fr", "en"].includes(document.documentElement.lang)) fault("8.3", document.documentElement.lang);
  if (document.title.trim().length < 4) fault("8.5", document.title);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) fault("8.2", "twice #" + id);
  for (const element of all("p:empty, blockquote:not(:has(*))")) if (element.matches("p:empty") && !element.role) fault("8.9", is(element));
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")].filter((element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }));
  if (!levels.some((heading) => heading.matches("h1"))) fault("9.1", "no h1");
  for (const [at, heading] of levels.entries()) {
    const level = (one) => Number(one?.getAttribute("aria-level") ?? one?.localName.slice(1) ?? 0);
    if (!heading.textContent.trim()) fault("9.1", "empty " + is(heading));
    if (level(heading) > level(levels[at - 1]) + 1) fault("9.1", is(heading));
  }
  const mains = all("main");
  if (mains.length !== 1) fault("9.2", mains.length + " main");
  for (const nav of all("nav")) if (all("nav").length > 1 && !named(nav)) fault("9.2", is(nav));
  for (const list of all("ul, ol")) for (const child of list.children) if (!child.matches("li, script, template, [role]")) fault("9.3", is(child));
  for (const field of all("input, select, textarea").filter((one) => one.type !== "hidden")) {
    if (!named(field) && !field.labels?.length && !field.title) fault("11.1", is(field));
    const label = [...(field.labels ?? [])].find(seen);
    if (!label && !named(field)) fault("11.2", is(field));
  }
  for (const group of all("fieldset")) if (!group.querySelector("legend")?.textContent.trim()) fault("11.6", is(group));
  for (const button of all("button, summary, [role=button]")) if (!named(button) && !button.textContent.trim() && !button.title) fault("11.9", is(button));
  for (const link of all("p a[href], dd a[href], li a[href]").filter((one) => getComputedStyle(one).display === "inline" && one.parentElement.textContent.trim().length > one.textContent.trim().length + 12)) {
    if (!getComputedStyle(link).textDecorationLine.includes("underline")) fault("10.6", is(link));
  }
  for (const link of all("a[target=_blank]")) if (!/nouvel onglet|new tab/i.test(link.title || named(link) || link.textContent)) fault("13.2", is(link));
  for (const figure of all("figure:has(figcaption)")) {
    const words = (text) => text.replace(/\\s+/g, " ").trim();
    if (figure.getAttribute("role") !== "figure" || words(named(figure)) !== words(figure.querySelector("figcaption").textContent)) fault("1.9", is(figure));
  }
  for (const late of document.querySelectorAll("meta[http-equiv=refresh], marquee, blink, audio, video, object, embed, applet")) fault("13.1", is(late));
  for (const odd of document.querySelectorAll("body [align], body [bgcolor], font, center, big, tt, strike")) fault("10.1", is(odd));
  return faults;`;

// Contrast of what is not text: fields, icons of buttons, and the ring of the focus, wherever it comes.
export const CONTRAST = `${SHARED}
  const LEAST = 3;
  const least = (criterion, seen, what) => { if (seen < LEAST) fault(criterion, what + " " + seen.toFixed(2)); };
  for (const field of all("input:not([type=checkbox], [type=radio], [type=file]), select, textarea")) {
    const style = getComputedStyle(field);
    const edge = over(style.borderTopColor, field.parentElement);
    least("3.3", Math.max(contrast(edge, paper(field.parentElement)), contrast(paper(field), paper(field.parentElement))), is(field));
  }
  for (const icon of all("button svg:not(.lever-icon), a svg:not(.lever-icon)").filter((one) => !one.closest(".marker, .mark, .tag, .row"))) {
    const { stroke, fill } = getComputedStyle(icon);
    least("3.3", contrast(over(stroke === "none" ? fill : stroke, icon.parentElement), paper(icon.parentElement)), is(icon.parentElement));
  }
  for (const mark of all(".marker, .mark")) {
    const { opacity } = getComputedStyle(mark.querySelector("svg, .ring, .tag-face") ?? mark);
    if (Number(opacity) < 1 && !mark.matches(".dimmed")) fault("3.3", is(mark));
  }
  const before = document.activeElement;
  window.focus();
  for (const stop of all("a[href], button, input, select, textarea, summary, [tabindex='0']").filter((one) => !one.disabled && one.tabIndex >= 0)) {
    stop.focus({ focusVisible: true, preventScroll: true });
    const shown = [stop, ...document.querySelectorAll(":focus-visible")].includes(document.activeElement) ? document.activeElement : stop;
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(shown);
    // « auto »: the browser draws its own, as the host of an embed may leave it.
    if (outlineStyle === "auto") continue;
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) fault("10.7", is(stop));
    else {
      const ground = parseFloat(outlineOffset) < 0 ? shown : shown.parentElement;
      const seen = shown.closest(".stage") ? contrast(painted([outlineColor]), painted([getComputedStyle(document.documentElement).getPropertyValue("--sea")])) : contrast(over(outlineColor, ground), paper(ground));
      least("10.7", seen, is(stop));
    }
  }
  before?.focus?.({ preventScroll: true });
  return faults;`;

// Text that something cuts, and controls that are out of reach or too small for a finger. A line that ends with « … » is short on purpose:
// what it begins is whole in the sheet that it leads to.
export const ROOM = `${SHARED}
  const scrolls = (style, axis) => /auto|scroll/.test(style["overflow" + axis]);
  const hides = (style, axis) => /hidden|clip/.test(style["overflow" + axis]);
  const short = ".row-lead, .row-name, .row-place, .row-where, .find label span, .attribution summary, .tag-title, .tag-face, .unseen, .skip";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const cut = new Set();
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    if (!node.data.trim() || !seen(element) || element.closest(short) || element.closest("script, style, svg, option, .markers")) continue;
    range.selectNodeContents(node);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    let [x, y] = [true, true];
    for (let box = element; box && box !== document.documentElement; box = box.parentElement) {
      const style = getComputedStyle(box);
      // What is said only, and a drawer that shows its first lines: its button shows the others.
      if (style.clipPath !== "none" || box.matches("[data-height=peek] .browse")) break;
      const edge = box.getBoundingClientRect();
      if (scrolls(style, "X")) x = false;
      if (scrolls(style, "Y")) y = false;
      if (x && hides(style, "X") && (left < edge.left - 2 || right > edge.right + 2)) cut.add(is(element) + " in " + is(box));
      if (y && hides(style, "Y") && (top < edge.top - 3 || bottom > edge.bottom + 3)) cut.add(is(element) + " in " + is(box));
      if (style.position === "fixed") break;
    }
  }
  for (const one of cut) fault("10.4", one);
  const inLine = (element) => getComputedStyle(element).display === "inline" && element.parentElement.textContent.trim().length > element.textContent.trim().length;
  // Smaller than 24 px, with another one closer than that.
  const controls = all("a[href], button, input, summary");
  const crowded = (control, { left, top, width, height }) => {
    const [x, y] = [left + width / 2, top + height / 2];
    const near = (box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) < 12;
    return controls.some((other) => other !== control && !control.contains(other) && !other.contains(control) && [...other.getClientRects()].some(near));
  };
  for (const control of all("a[href], button, input:not([type=hidden]), select, textarea, summary").filter((one) => !one.matches(".skip, .marker, [disabled]") && !one.closest(".skips, .unseen, .markers, .first"))) {
    const clipped = control.closest("*") && (() => { for (let box = control; box; box = box.parentElement) if (getComputedStyle(box).clipPath !== "none") return true; return false; })();
    if (clipped) continue;
    // The drawer of a phone lowers before the keyboard.
    control.focus({ focusVisible: true, preventScroll: true });
    control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = [...control.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height)[0];
    if (!box) continue;
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const inside = box.left + box.width / 2 >= 0 && box.left + box.width / 2 < innerWidth && box.top + box.height / 2 >= 0 && box.top + box.height / 2 < innerHeight;
    const hit = inside && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!hit || !(control.contains(hit) || hit.contains(control) || [...(control.labels ?? [])].some((label) => label.contains(hit)))) fault("10.11", is(control) + (hit ? " under " + is(hit) : " out of the window"));
    if ((box.width < 24 || box.height < 24) && !inLine(control) && !control.matches("[type=checkbox], [type=radio]") && crowded(control, box)) fault("2.5.8", is(control) + " " + Math.round(box.width) + "×" + Math.round(box.height));
  }
  return faults;`;

// Styles that a visitor may bring along: the spacing of WCAG 1.4.12, and letters of twice the size. No policy of a page refuses them.
export const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";
export const LARGE = ":root { font-size: 200% !important; }";
// Brings one, and returns what takes it away.
export async function styled(browser, css) {
  await browser.executeScript("const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];", css);
  return () => browser.executeScript("document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)");
}

// What is read with the style sheets and not without them. A drawing is no text.
export const UNSTYLED = `${SHARED}
  const read = () => [...document.querySelectorAll("h1, h2, h3, p, li, dt, dd, td, th, a[href], button, label, legend, summary")].filter((element) => seen(element) && element.textContent.trim() && !element.closest(".first, svg, [hidden], template"));
  const before = read();
  const sheets = [...document.styleSheets].filter((sheet) => !sheet.disabled);
  for (const sheet of sheets) sheet.disabled = true;
  const after = new Set(read());
  const lost = before.filter((element) => !after.has(element)).map(is);
  for (const sheet of sheets) sheet.disabled = false;
  return lost;`;
