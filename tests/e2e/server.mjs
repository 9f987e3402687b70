// Serves the release build to the end-to-end tests: as it is, under a strict content policy, from
// another origin, and with banks that go wrong. By hand: node server.mjs [FOLDER]
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const DIST = join(here, "../../dist");
const BANK = "banks/ma-cps-ethics.json";

// Host pages that a test made, by path: `/host.html` → HTML, or `{html, headers}`. They come from the server like any other,
// because the browser keeps pages that come from nowhere away from this machine.
export const hostPages = new Map();

// What comes beside the first question comes this much later, in milliseconds. With SLOW=500 every test
// finds out whether it, or the quiz, counts on a fast network.
const SLOW = Number(process.env.SLOW ?? 0);
const LATER = /\/(selfcheck-more\.wasm|locales\/.*|.*\.rest\.json)$/;

// What pages sent to `/results`, as text.
export const results = [];

export const STRICT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

// Starts three servers on free ports and answers with their addresses (no slash at the end):
//   plain   /, /pages/ (the host pages beside this file) and /bank/ (banks that go wrong)
//   strict  the same under STRICT_POLICY; what it refuses is recorded in `violations`
//   other   another origin that allows to be read, with the build in /some/folder/
export async function startSite(dist = DIST) {
  await stat(join(dist, "index.html")).catch(() => {
    throw new Error(`There is no ${join(dist, "index.html")}. Run \`make dist\` first.`);
  });
  const violations = [];
  const servers = await Promise.all([
    listen((request, response, path) => servePlain(dist, request, response, path)),
    listen((request, response, path) => {
      if (path === "/csp-report") return recordViolation(violations, request, response);
      response.setHeader("Content-Security-Policy", `${STRICT_POLICY}; report-uri /csp-report`);
      return servePlain(dist, request, response, path);
    }),
    listen((request, response, path) => {
      response.setHeader("Access-Control-Allow-Origin", "*");
      if (path.startsWith("/some/folder/")) return sendFile(response, dist, path.slice("/some/folder".length));
      if (path.startsWith("/bank/")) return serveBadBank(dist, response, path.slice("/bank/".length));
      return send(response, 404, "text/plain", "not found\n");
    }),
  ]);
  const [plain, strict, other] = servers.map((server) => `http://127.0.0.1:${server.address().port}`);
  return {
    plain,
    strict,
    other,
    violations,
    async close() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    },
  };
}

function servePlain(dist, request, response, path) {
  if (path === "/results") return receive(request, response);
  if (hostPages.has(path)) return sendHostPage(response, hostPages.get(path));
  if (path.startsWith("/bank/")) return serveBadBank(dist, response, path.slice("/bank/".length));
  if (path.startsWith("/pages/")) return sendFile(response, join(here, "pages"), path.slice("/pages".length));
  return sendFile(response, dist, path);
}

function sendHostPage(response, page) {
  const { html = page, headers = {} } = page;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return send(response, 200, TYPES[".html"], html);
}

// Banks as they arrive on a bad day.
async function serveBadBank(dist, response, name) {
  const json = TYPES[".json"];
  switch (name) {
    case "500":
      return send(response, 500, "text/plain", "the server is on fire\n");
    case "html": // A host that answers every address with its front page.
      return send(response, 200, TYPES[".html"], "<!doctype html><title>Welcome</title><p>Welcome.</p>\n");
    case "half": {
      const bank = await readFile(join(dist, BANK));
      return send(response, 200, json, bank.subarray(0, bank.length / 2));
    }
    case "empty":
      return send(response, 200, json, "");
    case "latin1":
      return send(response, 200, json, Buffer.from('{"format": 1, "id": "cafe", "title": "Café"}', "latin1"));
    case "huge":
      return send(response, 200, json, Buffer.alloc(50_000_000, " "));
    case "hang": // Never answers; the connection ends with the page or with the server.
      return undefined;
    default: // Also "404".
      return send(response, 404, "text/plain", "not found\n");
  }
}

async function sendFile(response, folder, path) {
  if (SLOW && LATER.test(path)) await sleep(SLOW);
  const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
  const found = await stat(file).catch(() => null);
  if (!file.startsWith(folder + sep) || !found?.isFile()) return send(response, 404, "text/plain", "not found\n");
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": found.size,
    "Cache-Control": "no-store",
  });
  // A test may end, and take its folder with it, in the middle of a file.
  createReadStream(file)
    .on("error", () => response.destroy())
    .pipe(response);
}

async function receive(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  if (request.method === "POST") results.push(Buffer.concat(chunks).toString());
  response.writeHead(request.method === "POST" ? 204 : 405).end();
}

async function recordViolation(violations, request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  violations.push(JSON.parse(Buffer.concat(chunks).toString())["csp-report"]);
  response.writeHead(204).end();
}

function send(response, status, type, body) {
  response.writeHead(status, { "Content-Type": type, "Content-Length": Buffer.byteLength(body) }).end(body);
}

function listen(handle) {
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
      await handle(request, response, path);
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => done(server));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { plain, strict, other } = await startSite(process.argv[2]);
  console.log(`plain:  ${plain}/\nstrict: ${strict}/\nother:  ${other}/some/folder/`);
}
