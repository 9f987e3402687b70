// Describes the iframe of each bank by oEmbed (https://oembed.com), as static files of a release build.
// Usage: node scripts/oembed.mjs [HOST [FOLDER]], where HOST is the address at which FOLDER (default: dist)
// will lie. Without it the files name a host to replace.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PLACEHOLDER = "https://your.host/selfcheck/";
const DEFAULT_BANK = "ma-cps-ethics";
// As wide as lines are long, and as high as most questions.
const SIZE = { width: 720, height: 640 };

const [given, folder = join(dirname(fileURLToPath(import.meta.url)), "..", "dist")] = process.argv.slice(2);
const host = addressOf(given || PLACEHOLDER);

const banks = readdirSync(join(folder, "banks")).filter((name) => /(?<!\.rest)\.json$/.test(name));
mkdirSync(join(folder, "oembed"), { recursive: true });
for (const name of banks) {
  const { title } = JSON.parse(readFileSync(join(folder, "banks", name)));
  write(join("oembed", name), description(title, `embed.html?src=banks/${name}`));
  if (name === `${DEFAULT_BANK}.json`) write("oembed.json", description(title, "embed.html"));
}

// Readers of oEmbed look for an absolute address in the page.
const page = join(folder, "embed.html");
const link = /(type="application\/json\+oembed" href=")[^"]*(")/;
const html = readFileSync(page, "utf8");
if (!link.test(html)) fail(`${page} has no link to its description`);
if (given) writeFileSync(page, html.replace(link, `$1${new URL("oembed.json", host)}$2`));

function description(title, address) {
  const source = new URL(address, host).href;
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "Selfcheck",
    provider_url: host.href,
    cache_age: 86_400,
    ...SIZE,
    html: `<iframe data-selfcheck src="${escape(source)}" title="${escape(title)}" width="${SIZE.width}" height="${SIZE.height}"></iframe>`,
  };
}

function write(name, value) {
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}

function addressOf(text) {
  try {
    const address = new URL(text.endsWith("/") ? text : `${text}/`);
    if (/^https?:$/.test(address.protocol)) return address;
  } catch {
    // Said below.
  }
  return fail(`HOST is the address of the folder on the web, such as ${PLACEHOLDER}, and not ${text}`);
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
