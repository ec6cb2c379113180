// <carte-leviers>: the map in another site's page, in a frame of our origin (docs/EMBED.md, docs/adr/0028). Whatever loads this file, and
// when: its home is that of the link inside the element, then of this file, then of the build. One element, no other global.
(() => {
  "use strict";
  const NAME = "carte-leviers";
  if (customElements.get(NAME)) return;

  // From the text room (crates/site).
  const WORDS = {};
  const PARAMETERS = ["leviers", "themes", "types-collectivite", "etats", "tailles", "formes", "avancement", "periodes", "documents", "avec", "territoire", "couche", "vue", "titre", "theme-couleur", "lang", "initiative", "collectivite", "levier", "theme", "recommandation", "lieu", "latitude", "longitude", "zoom", "apparence", "hauteur", "verrou", "carnet"];
  // Old names of the first, and what asks for the page that verifies an embed.
  const OTHERS = ["territoires", "verification"];
  const CONTRACT = 2;
  const HEIGHT = "600px";
  // What the map reads only once: it is made anew.
  const ANEW = ["lang", "couche", "apparence", "hauteur"];
  const EVENTS = ["pret", "selection", "filtres"];

  // An element of the host hides what it is named after: <img name="currentScript"> stands for `document.currentScript`. It does not hide
  // what the prototype has.
  const { prototype } = Document;
  const own = (name) => Object.getOwnPropertyDescriptor(prototype, name).get.call(document);
  const all = (selector) => prototype.querySelectorAll.call(document, selector);
  const make = (name, properties) => Object.assign(prototype.createElement.call(document, name), properties);
  const isLoading = () => own("readyState") === "loading";

  // Inline and important: nothing of the host's style sheets stands above it, and strict policies allow it.
  const style = (element, properties) => Object.entries(properties).forEach(([name, value]) => element.style.setProperty(name, value, "important"));
  const SHOWN = { position: "absolute", "z-index": 1, inset: "0 auto auto 0", width: "auto", height: "auto", "clip-path": "none", padding: ".5em 1em", margin: 0, background: "Canvas" };
  const UNSEEN = { ...SHOWN, width: "1px", height: "1px", padding: 0, overflow: "hidden", "white-space": "nowrap", "clip-path": "inset(50%)" };
  // Not seen until the keyboard is on it: it takes no room from the map.
  function unseen(link) {
    style(link, UNSEEN);
    link.onfocus = () => style(link, SHOWN);
    link.onblur = () => style(link, UNSEEN);
  }

  // Where this file came from, as the engine says it: a <base> of the host changes the `src` of a script that has run. A bundle has
  // another name, and another home.
  const [told = ""] = /https?:[^\s()]+?(?=:\d+:\d+)/.exec(new Error().stack) ?? [];
  const script = [told, own("currentScript")?.src].find((address) => /\/widget\.js(\?|$)/.test(address)) ?? WORDS.home;

  let count = 0;

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = [...PARAMETERS, ...OTHERS];

    connectedCallback() {
      this.dataset.contrat = CONTRACT;
      style(this, { display: "block" });
      if (getComputedStyle(this).position === "static") this.style.position = "relative";
      this.resize();
      addEventListener("message", this);
      addEventListener("beforeprint", this);
      if (this.home) this.show(this.state);
      else if (isLoading() && !this.querySelector("a[href]")) this.wait();
      else this.start();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      removeEventListener("beforeprint", this);
      this.ready = false;
      this.frame?.remove();
    }

    // Where the browser can, the map is moved as it is.
    connectedMoveCallback() {}

    // The page is still parsed: the link may be about to come.
    wait() {
      const look = () => {
        if (this.home || (isLoading() && !this.querySelector("a[href]"))) return;
        observer.disconnect();
        this.start();
      };
      const observer = new MutationObserver(look);
      observer.observe(this, { childList: true, subtree: true });
      addEventListener("DOMContentLoaded", look, { once: true });
    }

    // The link of the host stays, after the frame; one of ours stands in for it.
    start() {
      if (!this.isConnected || this.home) return;
      this.link = this.querySelector("a[href]") ?? make("a", { target: "_blank", rel: "noopener" });
      const { protocol, href } = this.link;
      const given = /^https?:$/.test(protocol);
      this.home = new URL(".", given ? href : script);
      // What the link asks for, where the element asks for nothing else.
      this.base = new URLSearchParams(given ? new URL(href).search : "");
      this.isOwn = !this.contains(this.link);
      this.link.id ||= `${NAME}-${++count}`;
      if (this.link.parentNode !== this) this.append(this.link);
      this.resize();
      this.sent = this.query();
      const url = new URL(this.home);
      url.search = this.sent;
      this.show(url.href);
    }

    attributeChangedCallback() {
      // Once for all the attributes that a script of the host changes together.
      if (!this.home || this.late) return;
      this.late = true;
      queueMicrotask(() => {
        this.late = false;
        this.resize();
        this.name();
        this.ask();
      });
    }

    // A setting of the element, or of the link inside.
    setting(name) {
      return this.getAttribute(name) ?? this.base?.get(name);
    }

    // What the element asks for, and the link where the element does not.
    query() {
      const query = new URLSearchParams(this.base);
      for (const name of [...PARAMETERS, OTHERS[0]]) {
        if (this.hasAttribute(name)) query.set(name, this.getAttribute(name));
      }
      if (query.get("hauteur") !== "auto") query.delete("hauteur");
      return query;
    }

    // Asks the map, once it is there, for what changed since it was last asked.
    ask() {
      if (!this.ready) return;
      const [before, now] = [this.sent, (this.sent = this.query())];
      const changed = [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name));
      if (changed.length === 0) return;
      const reglages = Object.fromEntries(changed.map((name) => [name, now.get(name)]));
      if (changed.some((name) => ANEW.includes(name))) {
        const url = new URL(this.state);
        for (const name of changed) {
          if (reglages[name] === null) url.searchParams.delete(name);
          else url.searchParams.set(name, reglages[name]);
        }
        this.show(url.href);
        return;
      }
      const to = self.origin === "null" ? "*" : this.home.origin;
      this.frame.contentWindow.postMessage({ type: `${NAME}:reglages`, contrat: CONTRACT, reglages }, to);
    }

    // Reserves the height before anything has come. `pixels`: what the map asks for, where the host lets it.
    resize(pixels) {
      this.isAuto = this.setting("hauteur") === "auto";
      if (this.isAuto && this.tall && !pixels) return;
      const [, value, unit = "px"] = /^\s*(\d+(?:\.\d+)?)(px|r?em|d?vh)?\s*$/.exec(this.setting("hauteur")) ?? [];
      const isRight = value && (unit !== "px" || (value >= 200 && value <= 4000));
      this.tall = pixels ? `${pixels}px` : isRight ? value + unit : HEIGHT;
      style(this, { "min-height": this.tall });
      if (this.frame) style(this.frame, { height: this.tall });
    }

    name() {
      const lang = /^\s*en/i.test(this.setting("lang")) ? "en" : "fr";
      const words = WORDS[lang] ?? {};
      this.frame.title = this.setting("titre") || this.label || words.title;
      this.frame.lang = this.skip.lang = lang;
      this.skip.textContent = words.skip;
      if (this.isOwn) Object.assign(this.link, { textContent: words.link, lang });
    }

    // Makes a new frame for an address: to give another to the same one would add an entry to the host's history.
    show(address) {
      this.ready = false;
      this.keep(address);
      const src = this.hasAttribute(OTHERS[1]) ? new URL(`embed/verification/${new URL(address).search}`, this.home).href : address;
      const old = [this.frame, this.bar];
      this.frame = make("iframe", { loading: "lazy", referrerPolicy: "strict-origin-when-cross-origin" });
      style(this.frame, { display: "block", width: "100%", "max-width": "none", "min-width": 0, height: this.tall, border: 0, margin: 0, padding: 0 });
      this.skip = make("a", { href: `#${this.link.id}`, onclick: (event) => (event.preventDefault(), this.link.focus()) });
      unseen(this.skip);
      // The first link of the element stays the host's.
      this.bar = make("div");
      this.bar.append(this.skip);
      this.name();
      // Seen until something has come.
      style(this.link, SHOWN);
      old.forEach((element) => element?.remove());
      this.frame.src = src;
      this.prepend(this.bar, this.frame);
    }

    // The state of the map: what a frame that is made again shows, and the link leads to.
    keep(address) {
      const url = new URL(this.home);
      ({ search: url.search, hash: url.hash } = new URL(address, this.home));
      this.state = this.link.href = url.href;
    }

    handleEvent({ type, source, origin, data }) {
      if (type === "beforeprint") {
        if (this.frame) this.frame.loading = "eager";
        return;
      }
      const window = this.frame?.contentWindow;
      if (!window || source !== window || ![this.home.origin, "null"].includes(origin) || data?.contrat !== CONTRACT) return;
      const [, kind] = /^carte-leviers:(\w+)$/.exec(data.type) ?? [];
      if (kind === "arrive") {
        this.ready = false;
        unseen(this.link);
      }
      if (kind === "hauteur" && this.isAuto && data.hauteur >= 200 && data.hauteur <= 4000) this.resize(data.hauteur);
      try {
        if (typeof data.adresse === "string") this.keep(data.adresse);
      } catch {
        return;
      }
      if (kind === "verifier") source.postMessage({ type: `${NAME}:hote`, contrat: CONTRACT, titre: this.frame.title }, origin === "null" ? "*" : origin);
      if (!EVENTS.includes(kind)) return;
      const { selection, filtres } = data;
      this.dispatchEvent(new CustomEvent(data.type, { bubbles: true, composed: true, detail: { adresse: this.state, selection, filtres } }));
      if (kind !== "pret") return;
      this.ready = true;
      this.ask();
    }
  });

  // The forms that editors keep: a link, or a <div data-…>, of the class « carte-leviers ».
  function adopt(old) {
    if (old.closest(NAME)) return;
    const map = make(NAME);
    const place = make("span");
    for (const name of [...PARAMETERS, ...OTHERS]) {
      if (old.hasAttribute(`data-${name}`)) map.setAttribute(name, old.getAttribute(`data-${name}`));
    }
    const isLink = old.localName === "a";
    map.label = isLink && old.textContent.trim();
    old.replaceWith(place);
    map.append(...(isLink ? [old] : old.childNodes));
    place.replaceWith(map);
  }
  const adoptAll = () => all(`a.${NAME}[href],div.${NAME}`).forEach(adopt);
  function follow() {
    adoptAll();
    new MutationObserver(adoptAll).observe(own("documentElement"), { childList: true, subtree: true });
  }
  if (isLoading()) addEventListener("DOMContentLoaded", follow);
  else follow();
})();
