// <carte-leviers>: the map in another site's page. It makes an iframe of our origin and passes its attributes as parameters.
// One element, no other global; the host page needs no more than script-src and frame-src for our origin. See docs/EMBED.md.
(() => {
  "use strict";
  const NAME = "carte-leviers";
  const script = document.currentScript;
  // A classic script knows its address while it runs, and only then. An element of the host named « currentScript » is not it.
  if (customElements.get(NAME) || !(script instanceof HTMLScriptElement)) return;

  const home = new URL(".", script.src);
  const PARAMETERS = ["leviers", "themes", "types-collectivite", "territoire", "couche", "vue", "titre", "theme-couleur", "lang", "initiative", "collectivite", "levier", "theme", "recommandation", "latitude", "longitude", "zoom"];
  const HEIGHT = 600;
  // From the text room (scripts/finish-dist.mjs).
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
      this.frame = Object.assign(document.createElement("iframe"), { loading: "lazy", referrerPolicy: "strict-origin-when-cross-origin", src: address });
      Object.assign(this.frame.style, { display: "block", width: "100%", border: "0" });
      this.link = Object.assign(document.createElement("a"), { target: "_blank", rel: "noopener", href: address });
      this.replaceChildren(this.frame, this.link);
    }
  });
})();
