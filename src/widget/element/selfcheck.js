// The <self-check> element: lifecycle, attributes and methods. Everything else is in the
// WebAssembly module, which is fetched once for all widgets when the first comes near the viewport.

const TAG = "self-check";
const HERE = new URL("./", import.meta.url);

// The few words that are needed while there is no WebAssembly to bring the others.
const WORDS = {
  loading: "Loading the quiz…",
  failed: "The quiz could not start. The rest of this page is not affected.",
  retry: "Try again",
};

// How long a server may take to answer for a bank or the second module, in milliseconds.
const PATIENCE = 30_000;

const ATTRIBUTES = {
  src: String,
  mode: String,
  count: (text) => (text === "auto" ? text : Number(text)),
  topics: String,
  shuffle: String,
  seed: Number,
  "pass-mark": Number,
  "save-key": String,
  "no-start": Boolean,
  attempts: Number,
  "attempt-cost": Number,
  "hint-cost": Number,
  "time-limit": Number,
  certainty: Boolean,
  loading: String,
};

const camelCase = (name) => name.replace(/-./g, (match) => match[1].toUpperCase());

/** @type {Map<SelfCheck, (failure: Failure) => void>} Those that run on the engine, and how to tell them that it broke. */
const running = new Map();
let engine;
let sheet;
let attempts = 0;

class Failure extends Error {
  constructor(code, message, detail = {}) {
    super(message);
    Object.assign(this, { code, ...detail });
  }
}

/** The WebAssembly module, the same for every widget; a fresh one after it broke. */
function startEngine() {
  engine ??= (async () => {
    if (typeof WebAssembly !== "object") {
      throw new Failure("no-webassembly", "this browser cannot run WebAssembly");
    }
    // A module that failed once is not fetched again under the same address.
    const again = attempts++ ? `?attempt=${attempts}` : "";
    try {
      const wasm = fetch(new URL(`selfcheck-widget_bg.wasm${again}`, HERE));
      wasm.catch(() => {}); // Awaited below; this keeps an early failure from being reported twice.
      const module = await import(new URL(`selfcheck-widget.js${again}`, HERE).href);
      const response = await wasm;
      if (!response.ok) throw new Error(`the server answered ${response.status} for ${response.url}`);
      const exports = await module.default({ module_or_path: response });
      module.onPanic((message) => breakDown(message));
      sheet = new CSSStyleSheet();
      sheet.replaceSync(module.stylesheet());
      return { Widget: module.Widget, more: onceItWorks(() => linkMore(module, exports)) };
    } catch (error) {
      throw new Failure("engine", `the WebAssembly module did not load: ${error.message}`);
    }
  })();
  const starting = engine;
  starting.catch(() => engine === starting && (engine = undefined));
  return starting;
}

/** `make`, called once for everybody, and again only after it failed. */
function onceItWorks(make) {
  let made;
  return () => {
    made ??= make();
    made.catch(() => (made = undefined));
    return made;
  };
}

/** Fetches the second module, with what is not needed to begin, and links it to the first. */
async function linkMore(module, exports) {
  // The name of the build. A cache may hold the second module of another one, which must not be linked.
  const { build } = module;
  const wasm = await fetchFile(new URL(`selfcheck-more.wasm?check=${build}`, HERE));
  try {
    // It imports something by the name of its build, so that only the same build has it.
    await WebAssembly.instantiate(wasm, { __wasm_split: { ...exports, [build]: 0 } });
  } catch (error) {
    throw new Failure("engine", `selfcheck-more.wasm does not fit: ${error.message}`);
  }
  module.link();
  sheet.replaceSync(module.stylesheet());
}

/** After a panic the whole instance is of no use: every widget falls back and says so. */
function breakDown(message) {
  engine = undefined;
  for (const tell of [...running.values()]) tell(new Failure("crash", `the WebAssembly module stopped: ${message}`));
}

// A trap that is no panic (a stack overflow, no memory left) surfaces only here.
function watchForTraps(error) {
  if (typeof WebAssembly !== "object" || !(error instanceof WebAssembly.RuntimeError)) return;
  if (String(error.stack).includes(HERE.href)) breakDown(error.message);
}
addEventListener("error", ({ error }) => watchForTraps(error));
addEventListener("unhandledrejection", ({ reason }) => watchForTraps(reason));

/** What cannot be JSON becomes no JSON, so that it is told like any other bank with a mistake. */
function toJson(value) {
  try { return JSON.stringify(value); } catch { return ""; }
}

async function fetchFile(address) {
  let response;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const code = error.name === "TimeoutError" ? "timeout" : "network";
    throw new Failure(code, `${address}: ${error.message}`);
  }
  throw new Failure("http", `${address} answered ${response.status}`, { status: response.status });
}

/** What an attribute of the element says, or of the nearest one around it that has it; else nothing. */
function nearest(element, name) {
  for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
    if (node.getAttribute(name)) return node.getAttribute(name);
  }
}
const isEnglish = (tag) => /^en\b/i.test(tag || "en");

/** Has the learner save a file, without asking any server. */
function saveFile(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Once the browser has surely begun.
}

class SelfCheck extends HTMLElement {
  static observedAttributes = [...Object.keys(ATTRIBUTES), "lang"];

  #root = document.createElement("div"); // what the views are rendered into
  #widget; // the handle of the WebAssembly side, once there is one
  #mounting = false;
  #observer;
  #isNear = false;
  #bank; // the `bank` property
  #kept; // the attempt as JSON, so that neither a removal nor a crash loses it
  #said; // the words of another language than English, as selfcheck-locale.js gives them
  #language; // the bank's
  #early; // the bank on its way, fetched beside the WebAssembly
  #changes = new Set();

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(this.#root);
    this.#showFallback();
  }

  connectedCallback() {
    // Properties that were set before the element was defined hide its accessors.
    for (const name of [...SelfCheck.observedAttributes.map(camelCase), "bank"]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.#widget || this.#mounting) return; // Moved within the page.
    if (this.loading === "eager" || this.#isNear || !("IntersectionObserver" in window)) {
      this.#mount();
    } else {
      this.#observer = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) {
            this.#isNear = true;
            this.#observer?.disconnect();
            this.#mount();
          }
        },
        { rootMargin: "600px" },
      );
      this.#observer.observe(this);
    }
  }

  disconnectedCallback() {
    // A move is a removal followed by an insertion in the same task: wait for its end.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#observer?.disconnect();
      this.#unmount();
      this.#showFallback();
    });
  }

  attributeChangedCallback(name, before, after) { if (before !== after) this.#changed(name); }

  /** Several changes in one task cause one update. */
  #changed(name) {
    if (this.#changes.size === 0) {
      queueMicrotask(() => {
        const changes = new Set(this.#changes);
        this.#changes.clear();
        if (changes.size === 0) return; // The quiz began meanwhile, with all of them.
        if (changes.has("src") || changes.has("bank")) {
          this.#early = undefined;
          this.#widget?.reload();
        } else {
          this.#widget?.settingsChanged();
        }
        if (changes.has("lang")) this.#words().then((said) => this.#widget?.speak(said));
        if (changes.has("loading") && this.loading === "eager" && this.isConnected) this.#mount();
      });
    }
    this.#changes.add(name);
  }

  async #mount() {
    if (this.#widget || this.#mounting) return;
    this.#mounting = true;
    this.#changes.clear();
    this.#early = this.#load();
    this.#early.catch(() => {});
    const words = this.#words();
    try {
      const { Widget, more } = await startEngine();
      const said = await words;
      if (!this.isConnected) return;
      this.#showFallback(); // Without an earlier failure's words.
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.#widget = new Widget(this, this.#root, {
        load: () => {
          const bank = this.#early ?? this.#load();
          this.#early = undefined;
          return bank;
        },
        beside: (address) => fetchFile(this.#whole(address)),
        whole: (address) => this.#whole(address),
        more,
        words: (language) => this.#words(language),
        saveFile,
        readFile: async (input) => input.files[0]?.text(),
        keep: (json) => (this.#kept = json || undefined),
        kept: () => this.#kept,
      });
      this.#widget.speak(said);
      running.set(this, (failure) => {
        running.delete(this);
        this.#widget = undefined; // Never called again, not even to be freed.
        this.#fail(failure);
      });
    } catch (error) {
      await words;
      this.#fail(error);
    } finally {
      this.#mounting = false;
    }
  }

  /** What is said in another language than English: that of the page here, or else of the bank. */
  async #words(bank = this.#language) {
    this.#language = bank;
    const tag = nearest(this, "lang") ?? bank;
    const locale = isEnglish(tag) ? undefined : import(new URL("selfcheck-locale.js", HERE).href);
    const said = locale?.then(({ speak }) => speak(tag, nearest(this, "dir"), fetchFile, startEngine));
    return (this.#said = await said?.catch((error) => console.warn(`<self-check> speaks English: ${error.message}`)));
  }

  #unmount() {
    running.delete(this);
    const widget = this.#widget;
    this.#widget = undefined;
    widget?.unmount();
    widget?.free();
  }

  /** The bank's bytes: from the page itself, or fetched. */
  async #load() {
    const text = this.#inline();
    if (text === undefined) return fetchFile(this.#address());
    return new TextEncoder().encode(typeof text === "string" ? text : toJson(text));
  }

  /** The bank that the page brings: the property, or an inline script where there is no `src`. */
  #inline() {
    return this.#bank ?? (this.src ? undefined : this.querySelector(':scope > script[type="application/json"]')?.textContent);
  }

  /** Where the bank comes from: `src`, the page that brings it, or the folder of the bundled one. */
  #address() {
    if (this.#inline() !== undefined) return document.baseURI;
    return this.src ? new URL(this.src, document.baseURI) : new URL("banks/ma-cps-ethics.json", HERE);
  }

  /** An address that is relative to the bank's; as it is where that is none to be relative to. */
  #whole(address) {
    try {
      return new URL(address, this.#address()).href;
    } catch {
      return address;
    }
  }

  #fail(failure) {
    const message = document.createElement("p");
    message.setAttribute("part", "failure");
    message.setAttribute("role", "alert");
    const words = this.#said ?? WORDS;
    message.append(words.failed, " ");
    if (failure.code !== "no-webassembly") {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words.retry;
      button.setAttribute("part", "restart-button");
      button.style.cssText = "display:block;min-height:44px;margin-top:.5em;padding:0 1em;font:inherit";
      button.addEventListener("click", () => this.#mount());
      message.append(button);
    }
    this.#showFallback(message);
    const detail = { code: failure.code ?? "engine", message: failure.message, problems: [] };
    this.dispatchEvent(new CustomEvent("selfcheck-error", { bubbles: true, composed: true, detail }));
  }

  /** The page's own content inside the element, as long as there is no quiz to show. */
  #showFallback(...others) {
    const fresh = document.createElement("div");
    const slot = document.createElement("slot");
    const words = this.#said ?? (isEnglish(nearest(this, "lang")) ? WORDS : {});
    slot.textContent = others.length ? "" : words.loading;
    fresh.append(slot, ...others);
    this.#root.replaceWith(fresh);
    this.#root = fresh;
  }

  /** The question set: an object, or JSON text. */
  get bank() { return this.#bank; }
  set bank(value) {
    this.#bank = value ?? undefined;
    this.#changed("bank");
  }

  /** What the learner is doing. */
  get phase() {
    return this.#widget?.phase() ?? (this.shadowRoot.querySelector('[part~="failure"]') ? "failed" : "loading");
  }

  /** The results, or null before there are any. */
  get report() { return JSON.parse(this.#widget?.report() ?? "null"); }

  start() { this.#widget?.start(); }
  submit() { this.#widget?.submit(); }
  next() { this.#widget?.next(); }
  back() { this.#widget?.back(); }
  goTo(questionId) { this.#widget?.goTo(String(questionId)); }
  finish() { this.#widget?.finish(); }
  restart() { this.#widget?.restart(); }
  /** Erases what is stored under `save-key` and begins again. */
  forget() {
    this.#kept = undefined;
    this.#widget?.forget();
  }
  /** The attempt as a plain object that `restore` understands, or null before there is one. */
  snapshot() { return JSON.parse(this.#widget?.snapshot() ?? "null"); }
  /** Whether the attempt was restored. */
  restore(snapshot) { return this.#widget?.restore(toJson(snapshot) ?? "") ?? false; }
  focus(options) { if (!this.#widget?.focus()) super.focus(options); }
}

for (const [attribute, type] of Object.entries(ATTRIBUTES)) {
  Object.defineProperty(SelfCheck.prototype, camelCase(attribute), {
    configurable: true,
    enumerable: true,
    get() {
      if (type === Boolean) return this.hasAttribute(attribute);
      const text = this.getAttribute(attribute);
      return text === null || type === String ? text : type(text);
    },
    set(value) {
      if (value === null || value === undefined || value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? "" : value);
    },
  });
}

// A page may include the script twice.
if (!customElements.get(TAG)) customElements.define(TAG, SelfCheck);
