// Prints the size of everything a page downloads, and fails where what comes before the first question
// is above a ceiling, or where README.md says otherwise.
// Usage: node scripts/size.mjs [FOLDER], where FOLDER is a release build (default: dist).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

// Bytes after brotli 11, which static hosts use for files they compress once.
const CEILINGS = { program: 125_000, bank: 45_000, requests: 4 };

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = process.argv[2] ?? join(root, "dist");
const program = ["selfcheck.js", "selfcheck-widget.js", "selfcheck-widget_bg.wasm", ...snippets()];
const bank = "banks/ma-cps-ethics.json";
// Fetched beside the first screen: the second module, and what explains.
const later = ["selfcheck-more.wasm", "banks/ma-cps-ethics.rest.json"];

const missing = [...program, bank, ...later].filter((name) => !existsSync(join(folder, name)));
if (missing.length > 0) {
  console.error(`error: ${folder} has no ${missing.join(", no ")}. Run \`make dist\` first.`);
  process.exit(1);
}

const programSizes = program.map(measure);
const bankSize = measure(bank);
const laterSizes = later.map(measure);
const requests = program.length + 1;

printRow("", "raw", "gzip -9", "brotli 11", "ceiling");
for (const size of programSizes) printSize(size);
const programTotal = total("wasm and scripts", programSizes);
printSize(programTotal, CEILINGS.program);
printSize(bankSize, CEILINGS.bank);
printSize(total("before the first question", [...programSizes, bankSize]));
printRow("requests", requests, "", "", number(CEILINGS.requests));
for (const size of laterSizes) printSize(size);
printSize(total("after the first question", laterSizes));
printSize(total("everything", [...programSizes, bankSize, ...laterSizes]));

const over = [
  excess("wasm and scripts", programTotal.brotli, CEILINGS.program, " bytes after brotli"),
  excess("the bank", bankSize.brotli, CEILINGS.bank, " bytes after brotli"),
  excess("the number of requests", requests, CEILINGS.requests, ""),
];
const readme = readFileSync(join(root, "README.md"), "utf8").split("\n");
const wrong = [
  claim("WebAssembly (first module)", programTotal),
  claim("the bundled bank", bankSize),
  claim("`selfcheck-more.wasm`", laterSizes[0]),
  claim("the rest of the bank", laterSizes[1]),
];
const errors = [...over, ...wrong].filter(Boolean);
for (const line of errors) console.error(`error: ${line}`);
process.exitCode = errors.length > 0 ? 1 : 0;

// A row of the tables in README.md, in kB. Another version of the compiler may make a little more or less.
function claim(row, { brotli }) {
  const said = readme.find((line) => line.startsWith(`| ${row}`))?.match(/\| ([\d.]+) \|/)?.[1];
  if (Math.abs(said - brotli / 1000) <= 1) return undefined;
  return `README.md says ${said} kB in the row “${row} …”, and it is ${(brotli / 1000).toFixed(1)}`;
}

// Scripts that Rust code brings along: each is a request of its own, and easily overlooked.
function snippets() {
  const found = [];
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) visit(child);
      else if (entry.name.endsWith(".js")) found.push(relative(folder, child));
    }
  };
  if (existsSync(join(folder, "snippets"))) visit(join(folder, "snippets"));
  return found;
}

function measure(name) {
  const bytes = readFileSync(join(folder, name));
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

function total(name, sizes) {
  const sum = (key) => sizes.reduce((all, size) => all + size[key], 0);
  return { name, raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };
}

function excess(what, value, ceiling, unit) {
  if (value <= ceiling) return null;
  return `${what}: ${number(value)}${unit}, ${number(value - ceiling)} over the ceiling of ${number(ceiling)}`;
}

function printSize(size, ceiling) {
  printRow(size.name, size.raw, size.gzip, size.brotli, ceiling === undefined ? "" : number(ceiling));
}

function printRow(name, ...cells) {
  const columns = cells.map((cell) => (typeof cell === "number" ? number(cell) : cell).padStart(11));
  console.log(name.padEnd(28) + columns.join(""));
}

function number(value) {
  return value.toLocaleString("en");
}
