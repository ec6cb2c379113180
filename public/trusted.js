// The one maker of HTML in the page, and its Trusted Types policy (docs/adr/0020). Leptos parses the fixed parts of its views, which are
// constants of the program: they have their place in its memory, between the stack and whatever it makes of files and addresses.
// scripts/finish-app.mjs puts this into boot.js, around the only `innerHTML` there, with the place of the constants.

const rules = {
  // `at`: where the program keeps it.
  createHTML(html, at) {
    if (!(at >= CONSTANTS_START && at < CONSTANTS_END)) throw new TypeError("HTML that is not of the program");
    return html;
  },
};

export const trusted = globalThis.trustedTypes?.createPolicy("leptos", rules) ?? rules;
