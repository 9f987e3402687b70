// A quiz in an iframe: what its address may say, how high it is, and who hears what happens in it.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { isAccessible } from "./axe.js";
import { hostPages, STRICT_POLICY } from "./server.mjs";
import { expect, test } from "./site.js";
import { bankOf, CHOICE_KINDS, openPage, Quiz } from "./quiz.js";

const bank = bankOf(...CHOICE_KINDS);
const FOLDER = "/some/folder/";
const HELPER = `<script defer src="/selfcheck-embed.js"></script>`;

// Another site and not only another origin, so that the frame has a process of its own.
const elsewhere = (site) => site.other.replace("127.0.0.1", "localhost");

// A page with a quiz in a frame of another site; `helper` is the script beside it.
async function openFrame(page, site, query = "no-start&loading=eager", { helper = HELPER, attributes = "", ...options } = {}) {
  await page.route("**/tea.json", (route) => route.fulfill({ json: bank, headers: { "Access-Control-Allow-Origin": "*" } }));
  const address = `${elsewhere(site)}${FOLDER}embed.html?${query.includes("src=") ? "" : "src=tea.json&"}${query}`;
  const frame = `<iframe id="one" data-selfcheck title="Practice quiz" width="100%" height="400" src="${address.replaceAll("&", "&amp;")}" ${attributes}></iframe>`;
  await openPage(page, frame, { script: "", head: helper, ...options });
  return inFrame(page, "#one");
}

function inFrame(page, selector) {
  const quiz = new Quiz(page, page.frameLocator(selector).locator("self-check"));
  quiz.bank = bank;
  return quiz;
}

// Whether nothing of the frame is cut off, and nothing is left over.
async function fits(page, selector = "#one") {
  await expect.poll(async () => {
    const [outer, inner] = await Promise.all([
      page.locator(selector).evaluate((frame) => frame.clientHeight),
      page.frameLocator(selector).locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height)),
    ]);
    return outer - inner;
  }).toBe(0);
}

// The page keeps every message it gets, as any page can.
const EAVESDROP = `<script>window.messages = []; addEventListener("message", ({ data }) => window.messages.push(data))</script>`;

test("the frame is as high as the quiz on every screen, and the page hears every event on it", async ({ page, site }) => {
  const quiz = await openFrame(page, site, "loading=eager&seed=5&pass-mark=60");
  await expect(quiz.start).toBeVisible();
  await fits(page);
  await quiz.start.click();
  for (const how of ["right", "partly", "wrong"]) {
    await fits(page);
    await quiz.answer(how);
    await fits(page);
    await quiz.goOn();
  }
  await fits(page);
  const names = ["ready", "start", "move", "answer", "move", "answer", "move", "answer", "finish"];
  await expect.poll(async () => (await quiz.heard()).map(([name]) => name)).toEqual(names);
  expect(await page.evaluate(() => window.heard.every(({ target }) => target === "one"))).toBe(true);
  expect((await quiz.hears("finish")).answers).toHaveLength(3);
  await quiz.button("Try again").click();
  await fits(page);
  await quiz.hears("restart");
});

test("every attribute of the element is a parameter of the same name, and others are passed over with a warning", async ({ page, site }) => {
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  const query = "loading=eager&count=2&certainty&no-start=false&save-key=a%22b&colour=red&lang=es-MX&dir=rtl&scheme=dark&theme=../x";
  const quiz = await openFrame(page, site, query);
  await expect(quiz.button("Comenzar")).toBeVisible();
  const written = await quiz.host.evaluate((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
  expect(written).toEqual({ src: `${elsewhere(site)}${FOLDER}tea.json`, loading: "eager", count: "2", certainty: "", "save-key": 'a"b' });
  const root = page.frameLocator("#one").locator("html");
  await expect(root).toHaveAttribute("lang", "es-MX");
  await expect(root).toHaveAttribute("dir", "rtl");
  await expect(root).toHaveCSS("color-scheme", "dark");
  await expect.poll(() => warnings.filter((text) => text.startsWith("selfcheck: ")).sort()).toEqual([
    "selfcheck: the parameter theme cannot be “../x”",
    "selfcheck: there is no parameter “colour”, so it is passed over",
  ]);
});

test("a theme is one of those beside the page, and another one is told in the console", async ({ page }) => {
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  const accent = () => page.locator("self-check").evaluate((element) => getComputedStyle(element).getPropertyValue("--selfcheck-accent"));
  await page.goto("/embed.html?theme=warm");
  await expect.poll(accent).not.toBe("");
  await page.goto("/embed.html?theme=none-such");
  await expect.poll(() => warnings).toEqual(["selfcheck: there is no theme “none-such” here"]);
  expect(await accent()).toBe("");
});

test("no bank comes from an address that runs or is no web address, and no other quiz is shown instead", async ({ page }) => {
  for (const src of ["javascript:alert(1)", "data:application/json,{}", "blob:x", "http://", "file:///bank.json"]) {
    await page.goto(`/embed.html?src=${encodeURIComponent(src)}`);
    await expect(page.getByText("This quiz cannot be shown"), src).toBeVisible();
    await expect(page.locator("self-check")).toHaveCount(0);
  }
});

test("the helper weighs at most one kilobyte", async () => {
  const script = await readFile(new URL("../../dist/selfcheck-embed.js", import.meta.url));
  expect(script.length).toBeLessThanOrEqual(1000);
});

test("a bank may come from another address, and without one it is the bundled one", async ({ page, site }) => {
  const quiz = await openFrame(page, site, `loading=eager&src=${encodeURIComponent(`${site.plain}/banks/getting-started.json`)}`, {});
  // The plain server allows no other origin to read, which is the quiz's to say.
  await expect(quiz.failure).toBeVisible();
  await page.locator("#one").evaluate((frame) => (frame.src = frame.src.replace(/\?.*/, "?loading=eager")));
  await expect(quiz.start).toBeVisible();
  await fits(page);
});

test("a page that did not introduce itself hears how high the quiz is and nothing else", async ({ page, site }) => {
  const quiz = await openFrame(page, site, undefined, { helper: EAVESDROP });
  await quiz.play("right", "wrong");
  const messages = await page.evaluate(() => window.messages);
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) expect(message).toEqual({ version: 1, type: "selfcheck:height", height: expect.any(Number), asks: true });
  // Without the helper the frame keeps its height, and scrolls.
  expect((await page.locator("#one").boundingBox()).height).toBe(404);
});

test("a page that introduces itself late hears what happened before, once", async ({ page, site }) => {
  const quiz = await openFrame(page, site, undefined, { helper: "" });
  await quiz.answer("right");
  await page.addScriptTag({ url: "/selfcheck-embed.js" });
  await quiz.hears("answer");
  await page.addScriptTag({ url: "/selfcheck-embed.js" });
  await fits(page);
  await quiz.goOn();
  await expect.poll(async () => (await quiz.heard()).filter(([name]) => name === "ready" || name === "start")).toHaveLength(2);
});

test("a page without an origin, and one that embed.html does not name, hear nothing but the height", async ({ page, site }) => {
  await page.route("**/embed.html*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('name="selfcheck-parents" content=""', 'name="selfcheck-parents" content="https://course.example"');
    await route.fulfill({ response, body });
  });
  const quiz = await openFrame(page, site, undefined, { helper: EAVESDROP + HELPER });
  await quiz.answer("right");
  await fits(page);
  expect(await page.evaluate(() => [...new Set(window.messages.map(({ type }) => type))])).toEqual(["selfcheck:height"]);

  await page.unroute("**/embed.html*");
  const inner = `<script>addEventListener("message", ({ data }) => { top.postMessage(data, "*"); if (data.asks) frames[0].postMessage({ type: "selfcheck:hello", version: 1 }, "*") })</script><iframe height=600 src="${elsewhere(site)}${FOLDER}embed.html?no-start&amp;loading=eager&amp;src=tea.json"></iframe>`;
  await openPage(page, `<iframe id="two" sandbox="allow-scripts allow-forms" height="700" srcdoc="${inner.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`, { script: "", head: EAVESDROP });
  const nested = new Quiz(page, page.frameLocator("#two").frameLocator("iframe").locator("self-check"));
  nested.bank = bank;
  await nested.answer("right");
  const types = await page.evaluate(() => window.messages.map(({ type, asks }) => [type, asks]));
  expect(types.at(-1)).toEqual(["selfcheck:height", false]);
  expect(new Set(types.map(([type]) => type))).toEqual(new Set(["selfcheck:height"]));
});

test("the helper believes no other frame, no other origin, no other version and no strange height", async ({ page, site }) => {
  const quiz = await openFrame(page, site);
  await expect(quiz.stem).toBeVisible();
  await quiz.hears("move");
  await fits(page);
  const height = () => page.locator("#one").evaluate((frame) => frame.style.height);
  const before = await height();
  const lies = [
    { type: "selfcheck:height", version: 1, height: 7 },
    { type: "selfcheck:event", version: 1, name: "selfcheck-finish", detail: { percent: 100 } },
  ];
  // From the page itself, and from a frame that is none of ours.
  await page.evaluate((lies) => lies.forEach((lie) => postMessage(lie, "*")), lies);
  await page.evaluate((lies) => {
    const other = document.createElement("iframe");
    other.srcdoc = `<script>${JSON.stringify(lies)}.forEach((lie) => parent.postMessage(lie, "*")); parent.postMessage("sent", "*")</` + "script>";
    const sent = new Promise((done) => addEventListener("message", ({ data }) => data === "sent" && done()));
    document.body.append(other);
    return sent;
  }, lies);
  // From the right frame, but nonsense; and after it went to another origin.
  const frame = page.frame({ url: /embed\.html/ });
  for (const wrong of [{ height: 7, version: 2 }, { height: -1, version: 1 }, { height: "1e9", version: 1 }, { height: 1e9, version: 1 }, { version: 1 }, null, "x"]) {
    await frame.evaluate((wrong) => parent.postMessage(wrong && { type: "selfcheck:height", ...wrong }, "*"), wrong);
  }
  await frame.evaluate(() => parent.postMessage({ type: "selfcheck:event", version: 1, name: "click", detail: {} }, "*"));
  await frame.evaluate((address) => (location.href = address), `${site.plain}/pages/plain.html`);
  await expect.poll(() => page.frames().some((frame) => frame.url().endsWith("plain.html"))).toBe(true);
  await page.frames().find((frame) => frame.url().endsWith("plain.html")).evaluate((lies) => lies.forEach((lie) => parent.postMessage(lie, "*")), lies);
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  expect(await height()).toBe(before);
  expect((await quiz.heard()).map(([name]) => name)).toEqual(["ready", "start", "move"]);
});

test("several frames on a page have each their own height and events", async ({ page, site }) => {
  await page.route("**/tea.json", (route) => route.fulfill({ json: bank, headers: { "Access-Control-Allow-Origin": "*" } }));
  const frame = (id, query) => `<iframe id="${id}" data-selfcheck title="Quiz ${id}" src="${elsewhere(site)}${FOLDER}embed.html?src=tea.json&amp;loading=eager${query}"></iframe>`;
  await openPage(page, frame("one", "") + frame("two", "&amp;no-start"), { script: "", head: HELPER + "<style>* { box-sizing: border-box } iframe { width: 100% }</style>" });
  const [one, two] = [inFrame(page, "#one"), inFrame(page, "#two")];
  await expect(one.start).toBeVisible();
  await two.answer("right");
  await fits(page, "#one");
  await fits(page, "#two");
  await expect.poll(() => page.evaluate(() => window.heard.filter(({ type }) => type === "selfcheck-answer").map(({ target }) => target))).toEqual(["two"]);
  // One that comes later, and one that is loaded anew.
  await page.locator("#one").evaluate((frame) => frame.after(Object.assign(frame.cloneNode(), { id: "three" })));
  await expect(inFrame(page, "#three").start).toBeVisible();
  await fits(page, "#three");
  await page.locator("#two").evaluate((frame) => (frame.src += "&seed=3"));
  await expect.poll(() => page.evaluate(() => window.heard.filter(({ type, target }) => type === "selfcheck-ready" && target === "two").length)).toBe(2);
});

test("what is as high as the frame does not make it grow for ever", async ({ page, site }) => {
  const quiz = await openFrame(page, site, undefined, { helper: EAVESDROP + HELPER });
  await expect(quiz.stem).toBeVisible();
  await fits(page);
  const before = await page.evaluate(() => window.messages.length);
  const frame = page.frame({ url: /embed\.html/ });
  await frame.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("body { min-block-size: calc(100vh + 50px) }");
    document.adoptedStyleSheets = [sheet];
  });
  const settled = () => frame.evaluate(() => new Promise((done) => {
    let still = 0;
    let last = innerHeight;
    const look = () => {
      still = innerHeight === last ? still + 1 : 0;
      last = innerHeight;
      if (still > 20) done(last);
      else requestAnimationFrame(look);
    };
    look();
  }));
  await settled();
  const heights = await page.evaluate((before) => window.messages.slice(before).filter(({ type }) => type === "selfcheck:height"), before);
  expect(heights.length).toBeGreaterThan(1);
  expect(heights.length).toBeLessThan(7);
  // What the learner does is followed again.
  await frame.evaluate(() => (document.adoptedStyleSheets = []));
  await fits(page);
  await quiz.answer("wrong");
  await fits(page);
});

test("the next question comes into view and has the focus, however far the page is scrolled", async ({ page, site }) => {
  await page.setViewportSize({ width: 400, height: 500 });
  const quiz = await openFrame(page, site, "loading=eager", { attributes: `style="border: 0"` });
  await quiz.start.click();
  for (const how of ["wrong", "right"]) {
    await quiz.answer(how);
    await fits(page);
    await quiz.button("Next question").click();
    await expect(quiz.feedback).toBeHidden();
    await expect(quiz.stem).toBeInViewport();
    expect(await quiz.host.evaluate((element) => element.shadowRoot.activeElement?.getAttribute("tabindex"))).toBe("-1");
    await fits(page);
  }
});

test("by keyboard a learner goes through the frame and out of it again", async ({ page, site }) => {
  const quiz = await openFrame(page, site, "loading=eager");
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", `<button id="after">After</button>`));
  await expect(quiz.start).toBeVisible();
  await page.locator("body").press("Tab");
  for (let n = 0; n < 30 && !(await quiz.start.evaluate((button) => button.getRootNode().activeElement === button)); n += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await quiz.stem.waitFor();
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await expect(quiz.feedback).toBeVisible();
  for (let n = 0; n < 60 && (await page.evaluate(() => document.activeElement.id)) !== "after"; n += 1) await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.id)).toBe("after");
  await isAccessible(page.frame({ url: /embed\.html/ }));
});

test("in a frame with a sandbox, which has no origin, it works, grows and is heard", async ({ page, site }) => {
  const quiz = await openFrame(page, site, "no-start&loading=eager&save-key=course", { attributes: `sandbox="allow-scripts allow-forms"` });
  await quiz.answer("right");
  await fits(page);
  await expect(quiz.host).toContainText("does not let the quiz save your progress");
  expect((await quiz.hears("answer")).score).toEqual({ earned: 1, possible: 1 });
});

test("under a strict policy nothing is refused, neither in the frame nor on the page around it", async ({ page, site }) => {
  const html = `<!doctype html><html lang="en"><title>A page</title><script defer src="/selfcheck-embed.js"></script><h1>A page</h1>
    <iframe id="one" data-selfcheck title="Practice quiz" src="/embed.html?no-start&amp;loading=eager&amp;lang=en&amp;scheme=dark"></iframe>`;
  // A page has to allow frames.
  hostPages.set("/frame.html", { html, headers: { "Content-Security-Policy": `${STRICT_POLICY}; frame-src 'self'; report-uri /csp-report` } });
  await page.goto(`${site.strict}/frame.html`);
  const quiz = new Quiz(page, page.frameLocator("#one").locator("self-check"));
  await quiz.answer("right");
  await fits(page);
  expect(site.violations).toEqual([]);
});

test("a frame that requires trusted types has nothing to refuse", async ({ page }) => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types 'none'">`;
  await page.route("**/embed.html*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("<head>", `<head>${policy}`) });
  });
  await page.addInitScript(() => {
    window.refused = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => window.refused.push(effectiveDirective));
  });
  await page.goto("/embed.html?no-start&scheme=dark&lang=en");
  const quiz = new Quiz(page);
  await quiz.answer("right");
  expect(await page.evaluate(() => window.refused)).toEqual([]);
});

test("opened by itself it is a page with a title, and tells nobody anything", async ({ page }) => {
  await page.addInitScript(() => {
    window.messages = [];
    addEventListener("message", ({ data }) => window.messages.push(data));
  });
  await page.goto("/embed.html?no-start");
  const quiz = new Quiz(page);
  await quiz.answer("right");
  await expect(page).toHaveTitle(quiz.bank.title);
  expect(await page.evaluate(() => window.messages)).toEqual([]);
});

test("each bank has a description by oEmbed, with the address that the owner gives", async () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), "selfcheck-"));
  await cp(join(root, "dist"), folder, { recursive: true });
  const make = (host) => promisify(execFile)("node", [join(root, "scripts/oembed.mjs"), host, folder]);
  const read = async (name) => JSON.parse(await readFile(join(folder, name)));

  await make("https://course.example/quizzes");
  const names = { "oembed.json": "", "oembed/ma-cps-ethics.json": "?src=banks/ma-cps-ethics.json", "oembed/getting-started.json": "?src=banks/getting-started.json" };
  for (const [name, query] of Object.entries(names)) {
    const described = await read(name);
    const html = `<iframe data-selfcheck src="https://course.example/quizzes/embed.html${query}" title="${described.title}" width="720" height="640"></iframe>`;
    expect(described).toMatchObject({ version: "1.0", type: "rich", provider_name: "Selfcheck", width: 720, height: 640, html });
  }
  expect(await readFile(join(folder, "embed.html"), "utf8")).toContain('href="https://course.example/quizzes/oembed.json"');
  await expect(make("course.example")).rejects.toThrow("HOST is the address");
  await rm(folder, { recursive: true });
});
