// What assistive technology is told of a page: role and name of everything it meets, in order. Chromium only.

// Parts without a name of their own, or whose text is that of what holds them.
const SILENT = new Set([
  "StaticText", "InlineTextBox", "LineBreak", "ListMarker", "LabelText", "Legend", "RootWebArea", "SvgRoot",
  "abbr", "code", "deletion", "emphasis", "generic", "insertion", "list", "listitem", "mark", "none", "paragraph", "strong", "subscript", "superscript", "time",
]);

// Those that say nothing without a name.
const NAMED = new Set(["button", "checkbox", "combobox", "DisclosureTriangle", "heading", "image", "link", "menuitem", "option", "radio", "searchbox", "slider", "switch", "tab", "textbox"]);

const spoken = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ").trim();

// « button  Subvention, 45 initiatives », a line each.
export async function names(browser) {
  const { nodes } = await browser.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node) => {
    const role = node.role?.value ?? "";
    if (!node.ignored && !SILENT.has(role)) lines.push(`${role}  ${spoken(node.name?.value ?? "")}`.trimEnd());
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id));
  };
  walk(nodes[0]);
  return lines;
}

// What should have a name and has none.
export const nameless = (lines) => lines.filter((line) => NAMED.has(line));

// A number alone is one of anything: « Subvention 45 ».
export const bare = (lines) => lines.filter((line) => /^(button|link|checkbox|DisclosureTriangle)  (?!.*(initiative|point|filtre|zoom)).* \(?\d[\d ]*\)?$/.test(line));
