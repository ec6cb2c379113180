// <carte-leviers>: the map in another site's page. It makes an iframe of our origin and passes its attributes as parameters.
// One element, no other global; the host page needs no more than script-src and frame-src for our origin. See docs/EMBED.md.
(() => {
  "use strict";
  const NAME = "carte-leviers";
  if (customElements.get(NAME)) return;

  // An element of the host hides what it is named after: <img name="currentScript"> stands for `document.currentScript`. It does not hide
  // what the prototype has.
  const { prototype } = Document;
  const make = (name, properties) => Object.assign(prototype.createElement.call(document, name), properties);

  // Where this file came from, as the engine says it: a <base> of the host changes the `src` of a script that has run. Only an engine that
  // tells nothing, or another name of this file, asks the script's own element.
  const [told = ""] = /https?:[^\s()]+?(?=:\d+:\d+)/.exec(new Error().stack) ?? [];
  const own = Object.getOwnPropertyDescriptor(prototype, "currentScript").get.call(document)?.src;
  const from = /\/widget\.js(\?|$)/.test(told) ? told : own;
  if (!from) return;

  const home = new URL(".", from);
  const PARAMETERS = ["leviers", "themes", "types-collectivite", "etats", "territoire", "couche", "vue", "titre", "theme-couleur", "lang", "initiative", "collectivite", "levier", "theme", "recommandation", "latitude", "longitude", "zoom"];
  const HEIGHT = 600;
  // From the text room (crates/site).
  const WORDS = {};

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = [...PARAMETERS, "hauteur"];

    connectedCallback() {
      // Properties, not a style attribute: a strict policy of the host allows them.
      this.style.display = "block";
      if (!this.frame) this.update();
    }

    attributeChangedCallback() {
      // Once for all the attributes that a script of the host changes together.
      if (!this.frame || this.late) return;
      this.late = true;
      queueMicrotask(() => {
        this.late = false;
        this.update();
      });
    }

    address() {
      const url = new URL(home);
      for (const name of PARAMETERS) {
        if (this.hasAttribute(name)) url.searchParams.set(name, this.getAttribute(name));
      }
      return url.href;
    }

    update() {
      const words = this.getAttribute("lang") === "en" ? WORDS.en : WORDS.fr;
      const address = this.address();
      if (this.frame?.src !== address) this.show(address);
      const asked = Number.parseInt(this.getAttribute("hauteur"), 10);
      this.frame.style.height = `${asked >= 200 && asked <= 4000 ? asked : HEIGHT}px`;
      this.frame.title = this.getAttribute("titre") || words.title;
      this.link.textContent = words.link;
    }

    // Makes a new iframe for each address: to give another to the same one would add an entry to the host's history. What the host put
    // inside (a link, for readers without scripts) gives way to the map and its own link.
    show(address) {
      this.frame = make("iframe", { loading: "lazy", referrerPolicy: "strict-origin-when-cross-origin", src: address });
      Object.assign(this.frame.style, { display: "block", width: "100%", border: "0" });
      this.link = make("a", { target: "_blank", rel: "noopener", href: address });
      this.replaceChildren(this.frame, this.link);
    }
  });
})();
