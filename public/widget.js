// <carte-leviers>: the map in another site's page. It makes an iframe of our origin and passes its attributes as parameters.
// One element, no other global; the host page needs no more than script-src and frame-src for our origin. See docs/EMBED.md.
(() => {
  "use strict";
  const NAME = "carte-leviers";
  if (customElements.get(NAME)) return;

  // A classic script knows where it comes from while it runs, and only then.
  const home = new URL(".", document.currentScript.src);
  const PARAMETERS = ["leviers", "themes", "types-collectivite", "territoire", "couche", "vue", "titre", "theme-couleur", "lang", "initiative", "collectivite", "levier", "theme", "recommandation", "latitude", "longitude", "zoom"];
  const TITLE = "La carte des leviers";
  const LINK = "Ouvrir la carte en pleine page";
  const HEIGHT = 600;

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = [...PARAMETERS, "hauteur"];

    connectedCallback() {
      if (this.frame) return;
      this.frame = document.createElement("iframe");
      this.frame.loading = "lazy";
      this.frame.allow = "geolocation; clipboard-write; fullscreen";
      this.frame.referrerPolicy = "strict-origin-when-cross-origin";
      // Properties, not a style attribute: a strict policy of the host allows them.
      Object.assign(this.style, { display: "block" });
      Object.assign(this.frame.style, { display: "block", width: "100%", border: "0" });
      this.update();
      // What the host put inside (a link, for readers without scripts) gives way to the map and its own link.
      const link = document.createElement("a");
      link.textContent = LINK;
      link.target = "_blank";
      link.rel = "noopener";
      this.link = link;
      this.link.href = this.address();
      this.replaceChildren(this.frame, link);
    }

    attributeChangedCallback() {
      if (this.frame) this.update();
    }

    address() {
      const url = new URL(home);
      for (const name of PARAMETERS) {
        if (this.hasAttribute(name)) url.searchParams.set(name, this.getAttribute(name));
      }
      return url.href;
    }

    update() {
      const asked = Number.parseInt(this.getAttribute("hauteur"), 10);
      this.frame.style.height = `${asked >= 200 && asked <= 4000 ? asked : HEIGHT}px`;
      this.frame.title = this.getAttribute("titre") || TITLE;
      const address = this.address();
      if (this.frame.src !== address) this.frame.src = address;
      if (this.link) this.link.href = address;
    }
  });
})();
