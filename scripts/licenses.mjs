// Writes whose work the WebAssembly of a release build contains and under which licences, with their texts,
// as those licences ask of everybody who passes it on. Usage: node scripts/licenses.mjs [FILE]
// (default: dist/licenses.txt)
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const file = process.argv[2] ?? join(root, "dist/licenses.txt");
const RULE = `\n${"-".repeat(80)}\n\n`;

// Where there is a choice, the first of these is taken: the text of the Apache License names nobody, so that
// it has to be told once only.
const TAKEN = ["Apache-2.0", "MIT", "Zlib", "Unicode-3.0"];

const uses = new Map(); // Who is under each text.
const crates = linked();
for (const { name, version, authors, repository, manifest_path, ...crate } of crates) {
  const license = crate.license ?? "a licence that it does not name";
  const use = `${name} ${version} (${license}) ${repository ?? authors.join(", ")}`;
  for (const part of license.replaceAll("/", " OR ").split(" AND ")) {
    const text = textOf(part.match(/[\w.-]+/g), name, dirname(manifest_path));
    uses.set(text, [...(uses.get(text) ?? []), use]);
  }
}
const sections = [...uses].map(([text, uses]) => `${uses.join("\n")}\n\n${text}\n`);
const head = `What is in the WebAssembly files beside Selfcheck itself, each with its licences, and the text of one of
them. The standard library of Rust (MIT OR Apache-2.0) https://github.com/rust-lang/rust stands under the
Apache License.
`;
writeFileSync(file, [head, ...sections].join(RULE));
console.log(`${file}: the licences of ${crates.length} crates`);

// The crates whose code is linked: not those that only run while it is compiled.
function linked() {
  const metadata = ["metadata", "--format-version=1", "--locked", "--features=split", "--filter-platform=wasm32-unknown-unknown"];
  const { packages, resolve } = JSON.parse(execFileSync("cargo", metadata, { cwd: root, maxBuffer: 2 ** 28 }));
  const inCompiler = (id) => packages.find((other) => other.id === id).targets.some(({ kind }) => kind.includes("proc-macro"));
  const found = new Set([resolve.root]);
  for (const id of found) {
    const { deps } = resolve.nodes.find((node) => node.id === id);
    for (const { pkg, dep_kinds } of deps) {
      if (dep_kinds.some(({ kind }) => kind === null) && !inCompiler(pkg)) found.add(pkg);
    }
  }
  return packages.filter(({ id }) => found.has(id) && id !== resolve.root).sort((one, other) => (one.name < other.name ? -1 : 1));
}

// The text of the one that is taken: of a crate that has several files, the one with its name.
function textOf(choices, name, folder) {
  const term = TAKEN.find((term) => choices.includes(term));
  const files = readdirSync(folder);
  const names = files.filter((name) => /^licen[cs]e/i.test(name));
  const own = names.length === 1 ? names[0] : names.find((name) => name.toUpperCase().endsWith(term?.split("-")[0].toUpperCase()));
  const path = term === "Apache-2.0" ? join(root, "LICENSE-APACHE") : own && join(folder, own);
  if (!term || !path) throw new Error(`${name} is under “${choices.join(" ")}”: see whether it may be passed on, and where its text is; then add it to scripts/licenses.mjs`);
  if (files.some((name) => /^notice/i.test(name))) throw new Error(`${name} has a NOTICE file, which scripts/licenses.mjs does not take along yet`);
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim();
}
