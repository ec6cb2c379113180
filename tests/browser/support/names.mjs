// What assistive technology is told of a page: role and name of everything it meets, in order. Chromium only.

// Parts without a name of their own, or whose text is that of what holds them.
const SILENT = new Set([
  "StaticText", "InlineTextBox", "LineBreak", "ListMarker", "LabelText", "Legend", "RootWebArea", "SvgRoot",
  "abbr", "code", "deletion", "emphasis", "generic", "insertion", "list", "listitem", "mark", "none", "paragraph", "strong", "subscript", "superscript", "time",
]);

// Those that say nothing without a name.
const NAMED = new Set(["button", "checkbox", "combobox", "DisclosureTriangle", "heading", "image", "link", "menuitem", "option", "radio", "searchbox", "slider", "switch", "tab", "textbox"]);

const spoken = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ").trim();

// A line each, « button  Subvention, 45 initiatives »; and the links: name and address.
export async function names(browser) {
  const { nodes } = await browser.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const links = [];
  const walk = (node) => {
    const role = node.role?.value ?? "";
    if (!node.ignored && !SILENT.has(role)) lines.push(`${role}  ${spoken(node.name?.value ?? "")}`.trimEnd());
    const url = node.properties?.find(({ name }) => name === "url")?.value.value;
    if (!node.ignored && role === "link" && url) links.push([spoken(node.name?.value ?? ""), url]);
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id));
  };
  walk(nodes[0]);
  return { lines, links };
}

// What should have a name and has none.
export const nameless = (lines) => lines.filter((line) => NAMED.has(line));

// A number alone is one of anything, « Subvention 45 », unless it is a rank.
export const bare = (lines) => lines.filter((line) => /^(button|checkbox|DisclosureTriangle)  .*\p{L} \d[\d ]*$/u.test(line) && !/(citation|source|ligne|page) \d+$/i.test(line));

// Links of one name that lead to several places.
export function ambiguous(links) {
  const places = new Map();
  for (const [name, url] of links) places.set(name, (places.get(name) ?? new Set()).add(url));
  return [...places].filter(([, urls]) => urls.size > 1).map(([name, urls]) => `${name}: ${[...urls].join(", ")}`);
}
