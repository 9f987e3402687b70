// The release build arrives, and in the form that a strict host accepts.
import { expect, test } from "./site.js";

test("the demo page is there and has no inline script or style", async ({ page, site }) => {
  const response = await page.goto("/");
  expect(response.status()).toBe(200);

  const html = await response.text();
  expect(html).toContain("<self-check");
  expect(html).toMatch(/<script[^>]* src="?\.\/selfcheck\.js"?/);
  expect(html).not.toMatch(/<script(?![^>]* src=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  // The wasm is fetched when a widget comes near, not before.
  expect(html).not.toMatch(/preload/);
  expect(site.violations).toEqual([]);
});

test("the demo page breaks no strict content policy", async ({ page, site }) => {
  await page.goto(site.strict);
  await page.waitForLoadState("networkidle");
  expect(site.violations).toEqual([]);
});

test("the strict policy is in force and reports", async ({ page, site }) => {
  await page.goto(site.strict);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.head.append(script);
  });
  await expect.poll(() => site.violations.map((violation) => violation["violated-directive"])).toEqual(["script-src-elem"]);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

test("the build can be read from another origin", async ({ page, site }) => {
  await page.goto("/");
  const status = await page.evaluate(
    async (address) => (await fetch(address)).status,
    `${site.other}/some/folder/selfcheck.js`,
  );
  expect(status).toBe(200);
});
