// Makes of selfcheck.js the script for bundlers. These follow `new URL("./file", import.meta.url)` only
// where it stands so, and give files other names; selfcheck.js makes up addresses as it goes.

// What stands before a script: where each file is, as the bundler says.
const HEAD = (files) => `// Made by scripts/bundled.mjs, with the address of every file written out, so that each is found under the
// name that a bundler gives it.

const FILES = {
${files.map((name) => `  "${name}": new URL("./${name}", import.meta.url),`).join("\n")}
};

// Vite's development server puts packages together elsewhere and leaves their other files where they are.
for (const name of Object.keys(FILES)) {
  FILES[name] = new URL(FILES[name].href.replace("/.vite/deps/", "/selfcheck-widget/"));
}

/** Where a file of this package is; a query stays. */
function at(name) {
  const [file, query] = name.split("?");
  const address = FILES[file] ?? new URL(file, Object.values(FILES)[0]);
  return query ? new URL(\`?\${query}\`, address) : address;
}
`;

// What goes with that in the script of the element.
const BANKS = (files) => `
// What a bundled bank has beside itself, by where it would be if nothing had been renamed.
const RENAMED = new Map();
for (const [name, address] of Object.entries(FILES)) {
  const bank = FILES[name.replace(/^(banks\\/[^.]+)\\..*$/, "$1.json")];
  if (!name.startsWith("banks/") || bank.protocol === "data:") continue;
  RENAMED.set(new URL(name.slice("banks/".length), bank).href, address.href);
}
const renamed = ({ origin, pathname, search, href }) => {
  const address = RENAMED.get(origin + pathname);
  return address ? new URL(search, address).href : href;
};

/** The addresses of the banks that come with the widget, by their ids. */
const banks = {
${files
  .map((name) => /^banks\/([^.]+)\.json$/.exec(name)?.[1])
  .filter(Boolean)
  .map((id) => `  "${id}": FILES["banks/${id}.json"].href,`)
  .join("\n")}
};
`;

// In every script. Scripts that need no fresh copy of themselves are the bundler's to name.
const ALWAYS = [
  ['const HERE = new URL("./", import.meta.url);\n', () => ""],
  [/import\(new URL\("selfcheck-([\w-]+)\.js", HERE\)\.href\)/g, (_, part) => `import("./${part}.js")`],
  // A bundler would look for what it cannot know.
  [/import\(new URL\(((?:[^()]|\([^()]*\))*), HERE\)\.href\)/g, (_, name) => `import(/* webpackIgnore: true */ /* @vite-ignore */ at(${name}).href)`],
  [/new URL\(((?:[^()]|\([^()]*\))*), HERE\)/g, (_, name) => `at(${name})`],
];

// In the script of the element. Each must be there, so that a change to it is noticed here.
const IN_ELEMENT = [
  ["String(error.stack).includes(HERE.href)", () => "Object.values(FILES).some(({ href }) => String(error.stack).includes(href))"],
  ["return new URL(address, this.#address()).href;", () => "return renamed(new URL(address, this.#address()));"],
];

/**
 * The script of the element for bundlers, of the source of selfcheck.js and the names of the files that are
 * to be found. It is not made smaller: the bundler does that, and needs the comments.
 */
export function bundled(source, files) {
  let script = source;
  for (const [from, to] of IN_ELEMENT) {
    const changed = script.replace(from, to);
    if (changed === script) throw new Error(`selfcheck.js has no ${from} any more: change scripts/bundled.mjs with it`);
    script = changed;
  }
  const [written, needed] = writtenOut(script, files, ["banks/"]);
  return `${HEAD(needed)}${BANKS(needed)}\n${written}\nexport { SelfCheck, banks };\n`;
}

/** Another script that selfcheck.js imports when it is wanted, the same way. */
export function bundledPart(source, files) {
  const [written, needed] = writtenOut(source, files, []);
  return `${HEAD(needed)}\n${written}`;
}

/** The names of the parts that selfcheck.js imports so: selfcheck-….js. */
export const partsOf = (source) => [...source.matchAll(ALWAYS[1][0])].map(([, part]) => part);

// A script that asks `at` for addresses, and which files it may ask for.
function writtenOut(source, files, others) {
  const script = ALWAYS.reduce((script, [from, to]) => script.replace(from, to), source);
  const left = script.split("\n").find((line) => /\bHERE\b|import\.meta/.test(line));
  if (left) throw new Error(`scripts/bundled.mjs does not know what to do with this line of a script: ${left}`);
  const wanted = [...script.matchAll(/\bat\([`"]([^`"$?]+)/g)].map(([, name]) => name);
  const lacking = wanted.find((name) => !files.some((file) => file.startsWith(name)));
  if (lacking) throw new Error(`a script wants ${lacking}, which is not there`);
  return [script, files.filter((file) => [...wanted, ...others].some((name) => file.startsWith(name)))];
}
