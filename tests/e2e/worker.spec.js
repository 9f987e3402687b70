// The service worker: a page that was visited works without a network, a new version takes over whole, and
// nothing else of the host is touched.
import { execFileSync } from "node:child_process";
import { appendFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startSite } from "./server.mjs";
import { test as base, expect } from "./site.js";
import { Quiz } from "./quiz.js";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

// A copy of the build in a folder of a host that has a worker of its own, on a server that can go away.
const test = base.extend({
  host: async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), "selfcheck-"));
    const build = join(root, "widget");
    await cp(path("../../dist"), build, { recursive: true });
    await cp(join(build, "index.html"), join(root, "index.html"));
    await writeFile(join(root, "sw.js"), `self.selfcheck = { folder: "/widget/", keep: ["/course.html"] };\nimportScripts("/widget/selfcheck-sw.js");\n`);
    await writeFile(join(root, "course.html"), course("banks/ma-cps-ethics.json"));
    await writeFile(join(root, "other.html"), course("banks/getting-started.json"));
    await writeFile(join(root, "other.css"), "");
    const site = await startSite(root);
    let isGone = false;
    const goAway = async () => {
      if (!isGone) await site.close();
      isGone = true;
    };
    await use({ root, build, address: site.plain, goAway });
    await goAway();
    await rm(root, { recursive: true });
  },
});

const course = (bank) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Module 3</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/other.css">
<script defer src="/widget/selfcheck-register.js" data-worker="/sw.js"></script>
<script type="module" src="/widget/selfcheck.js"></script>
<h1>Module 3</h1><self-check src="/widget/${bank}" count="5" save-key="course"></self-check>`;

const kept = (page) => page.evaluate(async () => {
  const entries = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) entries.push(`${name.split(" ")[2]} ${new URL(url).pathname}`);
  }
  return entries.sort();
});

// Until the worker has what the page needed.
async function visit(page, host, name = "course.html") {
  await page.goto(`${host.address}/${name}`);
  await expect(new Quiz(page).start).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
}

test("a page that was visited works without a network, to the results", async ({ page, host }) => {
  await visit(page, host);
  const needed = ["build /widget/selfcheck-more.wasm", "used /course.html", "used /widget/banks/ma-cps-ethics.json", "used /widget/banks/ma-cps-ethics.rest.json"];
  await expect.poll(() => kept(page)).toEqual(expect.arrayContaining(needed));
  await host.goAway();
  await page.reload();
  const quiz = new Quiz(page);
  await quiz.start.click();
  await quiz.play("right", "wrong");
  await expect(quiz.part("score")).toContainText("of 5 points");
  // What the second files brought.
  await expect(quiz.part("review").getByText("Why not the others?").first()).toBeAttached();
});

test("nothing but the quiz and the pages that the host named is kept or answered", async ({ page, host }) => {
  await visit(page, host);
  await expect.poll(() => kept(page)).toContain("used /course.html");
  const answered = [];
  page.on("response", (response) => response.fromServiceWorker() && answered.push(new URL(response.url()).pathname));
  await page.goto(`${host.address}/other.html`);
  await expect(new Quiz(page).start).toBeVisible();
  await page.evaluate(() => fetch("/widget/selfcheck.js", { method: "POST" }).catch(() => {}));
  await expect.poll(() => kept(page)).toContain("used /widget/banks/getting-started.json");
  const ours = /^\/widget\/(selfcheck(-widget|-more)?(_bg)?\.(js|wasm)|banks\/)/;
  expect(answered.filter((name) => !ours.test(name))).toEqual([]);
  expect(answered).toContain("/widget/selfcheck.js");
  const others = (await kept(page)).filter((entry) => /other|index|icon/.test(entry));
  expect(others).toEqual([]);
  await host.goAway();
  await expect(page.reload()).rejects.toThrow("ERR_");
});

// What the host uploads next.
async function changeBuild(host) {
  await appendFile(join(host.build, "selfcheck.js"), "\n// The next build.\n");
}

const renew = (host) => execFileSync("node", [path("../../scripts/worker.mjs"), host.build]);

const script = (page) => page.evaluate(async () => (await (await fetch("/widget/selfcheck.js")).text()).includes("next build"));

const update = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const found = new Promise((done) => registration.addEventListener("updatefound", () => done(registration.installing), { once: true }));
  await registration.update();
  const worker = await found;
  return new Promise((done) => {
    const look = () => ["installed", "redundant", "activated"].includes(worker.state) && done(worker.state);
    worker.addEventListener("statechange", look);
    look();
  });
});

test("a new version takes over when the last page of the old one is closed, and leaves nothing of it", async ({ page, context, host }) => {
  await visit(page, host);
  await page.reload();
  await changeBuild(host);
  renew(host);
  expect(await update(page)).toBe("installed");
  expect(await script(page), "an open page keeps its version").toBe(false);
  await page.reload();
  await expect(new Quiz(page).start).toBeVisible();
  expect(await script(page)).toBe(false);

  // The browser may take a moment until it knows that the page is gone.
  let next = page;
  await expect(async () => {
    await next.close();
    next = await context.newPage();
    await visit(next, host);
    expect(await script(next)).toBe(true);
  }).toPass();
  expect(await next.evaluate(async () => (await caches.keys()).length)).toBe(2);
  await expect.poll(() => kept(next)).toContain("used /widget/banks/ma-cps-ethics.rest.json");
});

test("a version that is uploaded only in part does not take over", async ({ page, host }) => {
  await visit(page, host);
  await page.reload();
  await changeBuild(host);
  renew(host);
  await appendFile(join(host.build, "selfcheck-widget.js"), "\n// Of yet another build.\n");
  expect(await update(page)).toBe("redundant");
  await page.reload();
  const quiz = new Quiz(page);
  await quiz.start.click();
  await quiz.answer("right");
  expect(await script(page)).toBe(false);
});
