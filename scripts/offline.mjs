// Makes one page of a release build that has everything in itself: scripts, WebAssembly, style, words in
// all languages and a bank. It works from a memory stick, by file://.
// Usage: node scripts/offline.mjs BANK.json PAGE.html [FOLDER], where BANK.json was built with --inline and
// FOLDER is the release build (default: dist).
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [bankFile, page, folder = join(root, "dist")] = process.argv.slice(2);
const read = (...path) => readFileSync(join(...path));

const bank = JSON.parse(readFileSync(bankFile));
const files = { "banks/ma-cps-ethics.json": JSON.stringify(bank) }; // where a quiz without `src` looks
for (const name of readdirSync(folder)) {
  if (/^selfcheck.*\.wasm$/.test(name)) files[name] = read(folder, name);
  if (/^selfcheck(-widget|-locale)?\.js$/.test(name)) files[name] = adapted(name);
}
if (existsSync(join(folder, "locales"))) {
  for (const name of readdirSync(join(folder, "locales"))) files[`locales/${name}`] = read(folder, "locales", name);
}

const packed = Object.entries(files).map(([name, content]) => [name, gzipSync(content, { level: 9 }).toString("base64")]);
const style = read(folder, "demo.css").toString();
const script = read(root, "src/embed/offline.js").toString();
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const parts = {
  language: bank.language ?? "en",
  title: escape(bank.title),
  style,
  script,
  // For who reads the source: the licences ask that their texts go along.
  licenses: escape(read(folder, "licenses.txt").toString()),
  files: JSON.stringify(Object.fromEntries(packed)),
  // `connect-src` is missing, so the browser itself sees to it that nothing leaves the page.
  policy: `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval' data:; style-src ${hash(style)}; img-src data: blob:; media-src data: blob:`,
};
const html = read(root, "src/embed/offline.html").toString().replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);
writeFileSync(page, html);
console.log(`${page}: ${Math.ceil(html.length / 1000)} kB, with ${bank.questions.length} questions`);

/** A script that asks the page for what it would ask a server for. */
function adapted(name) {
  const text = read(folder, name).toString();
  if (/(^|[;}\s])import\s*["'{*\w]/m.test(text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, ""))) {
    console.error(`error: ${name} has a static import, which a page of one file cannot serve: make it an import()`);
    process.exit(1);
  }
  const prelude = 'const __offline=globalThis[Symbol.for("selfcheck-offline")];';
  return prelude + text
    .replace(/\bimport\.meta\.url\b/g, JSON.stringify(`https://offline.invalid/${name}`))
    .replace(/(?<![.\w$])(import|fetch)\(/g, (_, called) => `__offline.${called === "import" ? "load" : called}(`);
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
