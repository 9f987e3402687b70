// Tells the service worker of a release build which files belong to it.
// Usage: node scripts/worker.mjs [FOLDER], where FOLDER is the release build (default: dist).
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..", "dist");
const WORKER = "selfcheck-sw.js";
const PLACE = /FILES_OF_THE_BUILD|\{build:"[^"]*",files:\{[^}]*\}\}/;

// What a quiz runs on. Banks, catalogues of words and themes are kept as they are used.
const isOfProgram = (name) => /^(selfcheck.*\.(js|wasm)|embed\.(html|css|js))$/.test(name) && ![WORKER, "selfcheck-register.js"].includes(name);

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("base64");
const names = readdirSync(folder).filter(isOfProgram).sort();
const files = names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(sha256(readFileSync(join(folder, name))))}`).join();

const text = readFileSync(join(folder, WORKER), "utf8");
if (!PLACE.test(text)) {
  console.error(`error: ${WORKER} has no place for the files of the build`);
  process.exit(1);
}
writeFileSync(join(folder, WORKER), text.replace(PLACE, `{build:${JSON.stringify(sha256(files).slice(0, 16))},files:{${files}}}`));
