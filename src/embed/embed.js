// The page embed.html: puts a quiz where its address asks for one, tells the page around it how high it
// is, and tells what happens in it to a page that introduced itself. docs/embedding.md has the protocol.
import "./selfcheck.js";

const VERSION = 1;
const EVENTS = ["ready", "start", "move", "answer", "finish", "restart", "error"];

// How often in a row the frame may have grown only because it had grown.
const PATIENCE = 3;

const parameters = new URLSearchParams(location.search);
const quiz = document.createElement("self-check");

const warn = (message) => console.warn(`selfcheck: ${message}`);

/** What an address may say beside the attributes of the element: gives false where the value is none. */
const OF_THE_PAGE = {
  lang: (value) => /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(value) && setRoot("lang", value),
  dir: (value) => /^(ltr|rtl)$/.test(value) && setRoot("dir", value),
  scheme: (value) => /^(light|dark)$/.test(value) && setRoot("data-scheme", value),
  theme(value) {
    if (!/^[a-z]+(-[a-z]+)*$/.test(value)) return false;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(`themes/${value}.css`, import.meta.url).href;
    link.addEventListener("error", () => warn(`there is no theme “${value}” here`));
    document.head.append(link);
    return true;
  },
  src(value) {
    let address;
    try {
      address = new URL(value, location.href);
    } catch {
      return false;
    }
    if (!/^https?:$/.test(address.protocol)) return false;
    quiz.src = address.href;
    return true;
  },
};

function setRoot(attribute, value) {
  document.documentElement.setAttribute(attribute, value);
  return true;
}

/** An attribute of the element by the same name; those that have no value are left out by “false” and “0”. */
function setAttribute(name, value) {
  const isBoolean = quiz[name.replace(/-./g, (match) => match[1].toUpperCase())] === false;
  if (!isBoolean) quiz.setAttribute(name, value);
  else if (!/^(false|0)$/.test(value)) quiz.setAttribute(name, "");
}

/** Instead of a quiz that nobody asked for. */
function refusal() {
  const text = document.createElement("p");
  text.textContent = "This quiz cannot be shown: the address of its questions must begin with http:// or https://, or be relative to this page.";
  return text;
}

let refused;
const attributes = customElements.get("self-check").observedAttributes;
for (const [name, value] of parameters) {
  if (Object.hasOwn(OF_THE_PAGE, name)) {
    if (OF_THE_PAGE[name](value)) continue;
    warn(`the parameter ${name} cannot be “${value}”`);
    if (name === "src") refused = refusal();
  } else if (attributes.includes(name)) setAttribute(name, value);
  else warn(`there is no parameter “${name}”, so it is passed over`);
}

// Who may hear: one that introduced itself, of those that this page names where it names any.
const named = document.querySelector('meta[name="selfcheck-parents"]')?.content.split(/\s+/).filter(Boolean) ?? [];
let listener; // its origin
let early = []; // what happened before anybody introduced themselves
let isGreeted = false; // so that nobody need be asked for it again
let told = 0; // the height
let echoes = 0;
let seen = [innerWidth, innerHeight]; // the frame, when what is in it was laid out

function tell(message, origin) {
  // A frame that stands alone has itself as its parent.
  if (parent !== window) parent.postMessage({ version: VERSION, ...message }, origin);
}

for (const name of EVENTS.map((event) => `selfcheck-${event}`)) {
  quiz.addEventListener(name, ({ detail }) => {
    if (name === "selfcheck-ready") document.title = detail.title;
    const message = { type: "selfcheck:event", name, detail };
    if (listener) tell(message, listener);
    else early?.push(message);
  });
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || parent === window || data?.type !== "selfcheck:hello" || data.version !== VERSION) return;
  // The same page may say hello again. No page without an origin of its own can be told apart from others.
  const isWelcome = origin !== "null" && (named.length === 0 || named.includes(origin));
  if (!isWelcome) {
    warn(`the page around this quiz (${origin}) may not hear how it goes`);
    early = undefined;
  } else {
    listener = origin;
    for (const message of early ?? []) tell(message, listener);
    early = undefined;
  }
  isGreeted = true;
  tellHeight();
});

/**
 * Tells how high the quiz is, to whoever is around: the only thing an unknown page hears.
 *
 * Something in it may be as high as the frame. Then it grows because the frame has grown, and so on for ever:
 * so that is followed a few times only, until it grows for another reason.
 */
function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  const isEcho = innerHeight > seen[1] && innerWidth === seen[0];
  seen = [innerWidth, innerHeight];
  if (height > told) {
    if (!isEcho) echoes = 0;
    else if (++echoes > PATIENCE) return;
  }
  told = height;
  tell({ type: "selfcheck:height", height, asks: !isGreeted }, "*");
}

// Where nothing in it followed the frame, its next growth is no echo. By then the frame may be higher still.
addEventListener("resize", () => {
  const size = [innerWidth, innerHeight];
  requestAnimationFrame(() => requestAnimationFrame(() => (seen = size)));
});

document.querySelector("main").append(refused ?? quiz);
new ResizeObserver(tellHeight).observe(document.body);
