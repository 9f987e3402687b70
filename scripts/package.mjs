// Makes of a release build what others take it from: a folder for CDNs, an npm package, and the hashes of all
// files. The last thing that `make dist` does. Usage: node scripts/package.mjs [FOLDER] (default: dist)
import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundled, bundledPart, partsOf } from "./bundled.mjs";
import { manifest } from "./manifest.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = process.argv[2] ?? join(root, "dist");
const read = (path) => readFileSync(join(root, path), "utf8");
const inCargo = (field) => new RegExp(`^${field} = "(.*)"$`, "m").exec(read("Cargo.toml"))[1];
const version = inCargo("version");

// What is no part of the widget: the demo page, what others are to copy, pages that hold all in themselves,
// descriptions with an address of their own, and what this script makes.
const NOT_OURS = /^(index\.html|demo\.css|icon\.svg|examples|.*-offline\.html|oembed.*|npm|integrity\.json|v\d.*)$/;

for (const old of readdirSync(dist).filter((name) => /^(npm|v\d.*|integrity\.json)$/.test(name))) {
  rmSync(join(dist, old), { recursive: true });
}
const ours = readdirSync(dist).filter((name) => !NOT_OURS.test(name));

// A folder whose files never change, so that a host may have them kept for ever.
const versioned = `v${version}`;
for (const name of ours) cpSync(join(dist, name), join(dist, versioned, name), { recursive: true });
const files = filesIn(join(dist, versioned));

makePackage(join(dist, "npm"));
tellHashes();

function makePackage(folder) {
  // What only a page without a bundler has a use for, such as a page to put into a frame, is left out.
  const inPackage = (name) => /^((banks|locales|themes)\/.*|selfcheck(-widget|-more|-locale)?(_bg)?\.(js|wasm)|licenses\.txt)$/.test(name);
  const taken = files.filter(inPackage);
  for (const name of taken) cpSync(join(dist, name), join(folder, name));
  const write = (name, text) => writeFileSync(join(folder, name), text);

  const source = read("src/widget/element/selfcheck.js");
  write("index.js", bundled(source, taken));
  for (const part of partsOf(source)) write(`${part}.js`, bundledPart(read(`src/widget/element/selfcheck-${part}.js`), taken));
  const element = join(root, "src/widget/element");
  for (const name of ["selfcheck.d.ts", "bank.d.ts"]) cpSync(join(element, name), join(folder, name));
  cpSync(join(root, "src/npm"), folder, { recursive: true });
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(join(root, name), join(folder, name));
  const types = read("src/widget/element/selfcheck.d.ts");
  const documents = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].map(read);
  write("custom-elements.json", json(manifest(types, documents)));

  const banks = taken.filter((name) => /^banks\/[^.]+\.json$/.test(name)).map((name) => ({ name, ...JSON.parse(readFileSync(join(dist, name))) }));
  write("banks/README.md", aboutBanks(banks));
  write("package.json", json(packageJson(banks, folder)));
}

function packageJson(banks, folder) {
  const licences = new Set(banks.map(({ license }) => license));
  const framework = (name) => ({ types: `./${name}.d.ts`, browser: "./index.js", node: "./node.js", default: "./index.js" });
  return {
    name: "selfcheck-widget",
    version,
    description: "A practice quiz for a course page: a custom element that runs wholly in the learner’s browser.",
    keywords: ["quiz", "education", "custom-element", "web-component", "wasm"],
    license: `(${inCargo("license")}) AND ${[...licences].join(" AND ")}`,
    type: "module",
    types: "./selfcheck.d.ts",
    exports: {
      ".": framework("selfcheck"),
      "./react": framework("react"),
      "./svelte": framework("svelte"),
      "./vue": framework("vue"),
      "./*": "./*",
    },
    unpkg: "selfcheck.js",
    jsdelivr: "selfcheck.js",
    customElements: "custom-elements.json",
    // They define the element.
    sideEffects: ["./index.js", "./selfcheck.js"],
    files: readdirSync(folder).filter((name) => name !== "package.json").sort(),
  };
}

function aboutBanks(banks) {
  const rows = banks.map(({ name, id, title, version, license }) => {
    const parts = files.filter((file) => file.startsWith(name.replace(/json$/, "")));
    return `| \`${id}\` | ${title} | ${version} | [${license}](https://spdx.org/licenses/${license}.html) | ${parts.map((part) => `\`${part.slice("banks/".length)}\``).join(", ")} |`;
  });
  return `# The banks and their licences

Each bank says in itself what it is, what it is not and under which licence: \`title\`, \`disclaimer\` and \`license\` at the top of its first file. Made of \`content/\` of Selfcheck ${version} by \`selfcheck build --split\`.

| Bank | Title | Version | Licence of its texts | Files |
|---|---|---|---|---|
${rows.join("\n")}
`;
}

// Hashes for `integrity`, which a browser asks of a script of another host: docs/embedding.md.
function tellHashes() {
  const hashes = Object.fromEntries(
    files.map((name) => [name, `sha384-${createHash("sha384").update(readFileSync(join(dist, name))).digest("base64")}`]),
  );
  writeFileSync(join(dist, "integrity.json"), json({ version, files: hashes }));
  console.log(`Subresource integrity of ${versioned}, as in integrity.json:`);
  for (const name of files.filter((file) => file.endsWith(".js"))) console.log(`  ${name.padEnd(22)} ${hashes[name]}`);
}

// Their paths below a folder, in order.
function filesIn(folder) {
  const all = readdirSync(folder, { withFileTypes: true, recursive: true });
  const inFolder = (entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1).replaceAll("\\", "/");
  return all.filter((entry) => entry.isFile()).map(inFolder).sort();
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
