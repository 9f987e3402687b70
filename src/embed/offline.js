// Starts the quiz of a page that has all of its files in itself: see scripts/offline.mjs, which makes it.
// The scripts of the quiz are handed what they ask for; nothing of the browser is replaced.

// An address that no file is fetched from.
const HERE = "https://offline.invalid/";
const TYPES = { json: "application/json", wasm: "application/wasm" };

/** Each file by its name: compressed by gzip, in base64. */
const files = JSON.parse(document.getElementById("files").textContent);

function unpack(name) {
  const packed = Uint8Array.from(atob(files[name]), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
}

function nameOf(address) {
  return String(address).slice(HERE.length).split("?")[0];
}

async function fetchFile(address) {
  const name = nameOf(address);
  if (!Object.hasOwn(files, name)) return new Response(null, { status: 404 });
  return new Response(await unpack(name).arrayBuffer(), { headers: { "Content-Type": TYPES[name.split(".").pop()] } });
}

/** Runs a script of the quiz. After a failure it is asked for under another address, and runs anew. */
async function load(address) {
  const text = await unpack(nameOf(address)).text();
  return import(`data:text/javascript;charset=utf-8,${encodeURIComponent(text)}#${new URL(address).search}`);
}

globalThis[Symbol.for("selfcheck-offline")] = { fetch: fetchFile, load };

// The language of the words around the questions: ?lang=es behind the name of the file, or this menu.
const languages = Object.keys(files).flatMap((name) => /^locales\/([\w-]+)\.json$/.exec(name)?.[1] ?? []);
const quiz = document.querySelector("self-check");
const asked = new URLSearchParams(location.search).get("lang");
if (asked) quiz.lang = asked;
if (languages.length > 0) {
  const menu = document.createElement("select");
  const label = document.createElement("label");
  for (const tag of ["en", ...languages.filter((tag) => tag !== "en")]) {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
    // Some languages write their names small.
    const option = new Option(name[0].toLocaleUpperCase(tag) + name.slice(1), tag, false, tag === (asked ?? document.documentElement.lang));
    option.lang = tag;
    menu.append(option);
  }
  menu.addEventListener("change", () => (quiz.lang = menu.value));
  label.append("Language ", menu);
  document.querySelector("header").append(label);
}

await load(`${HERE}selfcheck.js`);
