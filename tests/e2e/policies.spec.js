// What a host may forbid: the policies that docs/hosting.md tells of are enough, and none of their parts
// could be left out.
import { hostPages } from "./server.mjs";
import { expect, test } from "./site.js";
import { Quiz } from "./quiz.js";

const QUIZ = `<script type="module" src="/selfcheck.js"></script><self-check count="1" no-start>The page's own words.</self-check>`;

// A page under these headers. What the browser refuses is written down.
async function openUnder(page, headers, body = QUIZ) {
  await page.addInitScript(() => {
    window.refused = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => window.refused.push(effectiveDirective));
  });
  const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${body}</html>`;
  hostPages.set("/policy.html", { html, headers });
  await page.goto("/policy.html");
  return new Quiz(page);
}

const refused = (page) => page.evaluate(() => [...new Set(window.refused)]);
const policy = (parts) => ({ "Content-Security-Policy": Object.entries(parts).map(([name, sources]) => `${name} ${sources}`).join("; ") });

// What a quiz needs, and the page's own icon.
const LEAST = { "default-src": "'none'", "script-src": "'self' 'wasm-unsafe-eval'", "connect-src": "'self'", "img-src": "data:" };

test("a policy of scripts and connections is enough", async ({ page }) => {
  const quiz = await openUnder(page, policy(LEAST));
  await quiz.answer("right");
  expect(await refused(page)).toEqual([]);
});

test("without a part of that policy there is the page's own content, and where there are scripts the reason", async ({ page }) => {
  const missing = [
    [{ "script-src": "'wasm-unsafe-eval'" }, "script-src-elem", false],
    [{ "script-src": "'self'" }, "script-src", true],
    [{ "connect-src": "'none'" }, "connect-src", true],
  ];
  for (const [change, directive, isTold] of missing) {
    const quiz = await openUnder(page, policy({ ...LEAST, ...change }));
    await expect(page.getByText("The page's own words."), directive).toBeVisible();
    if (isTold) await expect(quiz.failure, directive).toBeVisible();
    expect(await refused(page)).toContain(directive);
  }
});

test("a policy of nonces, with trust that goes on, is enough", async ({ page }) => {
  const parts = { ...LEAST, "script-src": "'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'" };
  const quiz = await openUnder(page, policy(parts), QUIZ.replace("<script", '<script nonce="abc"'));
  await quiz.answer("right");
  expect(await refused(page)).toEqual([]);
});

test("a page that is isolated from other origins may take the quiz from one", async ({ page, site }) => {
  const isolated = { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" };
  const quiz = await openUnder(page, isolated, QUIZ.replace("/selfcheck.js", `${site.other}/some/folder/selfcheck.js`));
  await quiz.answer("right");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test("WebAssembly that is sent as something else works, and the console says what would be faster", async ({ page }) => {
  const told = [];
  page.on("console", (message) => told.push(message.text()));
  await page.route("**/*.wasm*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  const quiz = await openUnder(page, {});
  await quiz.answer("right");
  // Of the second module too.
  await expect(quiz.part("option-rationale").first()).toBeVisible();
  expect(told.join()).toContain("application/wasm");
});

test("the service worker needs nothing more than scripts and connections from the same place", async ({ page }) => {
  const script = `<script defer src="/selfcheck-register.js"></script>`;
  const quiz = await openUnder(page, policy(LEAST), script + QUIZ);
  await quiz.answer("right");
  await page.evaluate(() => navigator.serviceWorker.ready);
  expect(await refused(page)).toEqual([]);
});
