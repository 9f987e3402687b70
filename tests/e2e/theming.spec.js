// At home on any page: the quiz takes the page's font and colour scheme, the colours of a theme, and no other
// style; and every example page works.
import { readdirSync } from "node:fs";
import { axeFindings } from "./axe.js";
import { bankOf, CHOICE_KINDS, openPage, openQuiz, Quiz, quizTag } from "./quiz.js";
import { expect, test } from "./site.js";

const DIST = new URL("../../dist/", import.meta.url);
const bank = bankOf(...CHOICE_KINDS);
const card = (quiz) => quiz.part("base").locator(".card");
const colour = (locator, property) => locator.evaluate((element, property) => getComputedStyle(element)[property], property);

// Light is the default's white surface, dark its dark one.
const LIGHT = "rgb(255, 255, 255)";
const DARK = "rgb(24, 29, 36)";
const is = async (quiz, surface) => expect(card(quiz)).toHaveCSS("background-color", surface);

const PAGES = ["blog", "documentation", "course-portal", "sidebar", "hostile"];

for (const name of PAGES) {
  test(`the example page ${name} works under a strict policy, with nothing from elsewhere`, async ({ page, site }) => {
    const elsewhere = [];
    const told = [];
    page.on("request", (request) => request.url().startsWith(site.strict) || elsewhere.push(request.url()));
    page.on("console", (message) => told.push(message.text()));
    page.on("pageerror", (error) => told.push(error.message));
    await page.goto(`${site.strict}/examples/${name}/`);
    const quiz = new Quiz(page);
    await quiz.host.scrollIntoViewIfNeeded();
    await quiz.start.click();
    await quiz.play("right", "wrong");
    await expect(quiz.part("score")).toBeVisible();
    expect({ elsewhere, told, violations: site.violations }).toEqual({ elsewhere: [], told: [], violations: [] });
  });

  test(`the example page ${name} fits every width, and axe finds nothing in its quiz`, async ({ page }) => {
    await page.goto(`/examples/${name}/`);
    const quiz = new Quiz(page);
    await quiz.host.scrollIntoViewIfNeeded();
    await quiz.start.click();
    await quiz.answer("wrong");
    for (const [width, colorScheme] of [[1440, "light"], [768, "dark"], [320, "light"]]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
      const box = await card(quiz).boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      // What the hostile page does to itself is its own affair.
      if (name !== "hostile") expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

test("the list of example pages has every one of them, and nothing that has to be built", async ({ page }) => {
  await page.goto("/examples/");
  const links = await page.locator("main a").evaluateAll((all) => all.map((link) => link.getAttribute("href").replace("/", "")));
  const folders = readdirSync(new URL("examples/", DIST), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(links.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  expect(links).toEqual(expect.arrayContaining(PAGES));
});

// All of what is computed, of all elements: a rule that gets through has its name in the message.
test("no rule of the hostile page gets through to the quiz", async ({ page }) => {
  const styles = async (quiz) => {
    await quiz.host.scrollIntoViewIfNeeded();
    await quiz.host.evaluate((element, bank) => (element.bank = bank), bank);
    await expect(quiz.start).toBeVisible();
    await quiz.start.click();
    await quiz.answer("wrong");
    await expect(quiz.part("option-rationale").first()).toBeVisible();
    return quiz.host.evaluate((host) =>
      [...host.shadowRoot.querySelectorAll(".base, .base *")].map((element) => {
        const style = getComputedStyle(element);
        // Custom properties are handed down, and do nothing there; where on the page things are is the page's.
        const names = [...style].filter((name) => !/^(--|top$|bottom$|inset-block)/.test(name));
        return [`${element.localName}.${element.getAttribute("class")}`, names.map((name) => `${name}: ${style.getPropertyValue(name)}`)];
      }),
    );
  };
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.goto("/examples/hostile/");
  const hostile = await styles(new Quiz(page));
  const head = "<style>body { margin: 0 } main { max-width: 720px; margin: auto; font-family: Verdana, 'DejaVu Sans', sans-serif } h1 { display: none }</style>";
  const calm = await styles(await openPage(page, quizTag(), { head }));
  expect(hostile.map(([name]) => name)).toEqual(calm.map(([name]) => name));
  const different = hostile.flatMap(([name, style], index) => style.filter((line) => !calm[index][1].includes(line)).map((line) => `${name} { ${line} }`));
  expect(different).toEqual([]);
});

test("the quiz takes the font of the page, or the one it is given", async ({ page }) => {
  // A custom property of the page's own is no business of the quiz.
  const head = "<style>:root { --font: fantasy } body { font-family: Georgia, serif } .given { --selfcheck-font: Verdana, sans-serif }</style>";
  const both = await openPage(page, `<div>${quizTag({ id: "page" }, { bank })}</div><div class="given">${quizTag({ id: "given" }, { bank })}</div>`, { head });
  await expect(both.at("#page").start).toHaveCSS("font-family", "Georgia, serif");
  await expect(both.at("#given").start).toHaveCSS("font-family", "Verdana, sans-serif");
});

test("the size of text follows the reader's, and a page's small root takes no width from the quiz", async ({ page }) => {
  const width = async (root) => {
    const quiz = await openQuiz(page, {}, { bank, head: `<style>html { font-size: ${root} }</style>` });
    await expect(quiz.start).toBeVisible();
    return [await colour(quiz.part("base"), "fontSize"), (await card(quiz).boundingBox()).width];
  };
  const usual = await width("100%");
  expect(usual).toEqual(["16px", 736]);
  expect(await width("62.5%")).toEqual(usual);
  expect((await width("125%"))[0]).toBe("20px");
});

for (const [layout, style] of Object.entries({
  "a flexible row": "main { display: flex }",
  "a flexible column that centres": "main { display: flex; flex-direction: column; align-items: center }",
  "a grid that centres": "main { display: grid; justify-items: center }",
  "a float": "self-check { float: left }",
  "an inline block": "self-check { display: inline-block }",
})) {
  test(`in ${layout} the quiz is neither squeezed nor wider than a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const quiz = await openQuiz(page, { "no-start": true }, { bank, head: `<style>${style} body { margin: 8px } h1 { display: none }</style>` });
    await expect(quiz.check).toBeVisible();
    const box = await card(quiz).boundingBox();
    expect(box.width).toBeGreaterThanOrEqual(280);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test.describe(() => {
  test.use({ colorScheme: "dark" });

  test("a page that says color-scheme is followed, anywhere above the quiz and whatever the reader's system has", async ({ page }) => {
    const side = (id, style) => `<div class="${id}">${quizTag({ id }, { bank })}</div><style>.${id} { ${style} }</style>`;
    const all = await openPage(page, side("dark", "color-scheme: dark") + side("light", "color-scheme: light") + side("both", "color-scheme: light dark") + side("none", "background: #111; color: #eee"));
    for (const id of ["dark", "light", "both", "none"]) await expect(all.at(`#${id}`).start).toBeVisible();
    await is(all.at("#dark"), DARK);
    await is(all.at("#light"), LIGHT);
    await is(all.at("#both"), DARK);
    // A page that is dark without saying so has a light quiz on it, which can be read: all its colours are its own.
    await is(all.at("#none"), LIGHT);
    await expect(all.at("#none").heading).toHaveCSS("color", "rgb(27, 36, 48)");
    expect(await axeFindings(page)).toEqual([]);
    // One line on the element is enough.
    await page.addStyleTag({ content: "#none { color-scheme: dark }" });
    await is(all.at("#none"), DARK);
  });
});

test("axe finds nothing in any theme, light or dark", async ({ page }) => {
  const themes = readdirSync(new URL("themes/", DIST));
  expect(themes.length).toBeGreaterThan(2);
  const quiz = await openQuiz(page, { "no-start": true }, { bank, head: "<style>body { background: Canvas; color: CanvasText }</style>" });
  await quiz.answer("wrong");
  for (const theme of themes) {
    const link = await page.addStyleTag({ url: `/themes/${theme}` });
    for (const scheme of ["light", "dark"]) {
      await page.evaluate((scheme) => (document.documentElement.style.colorScheme = scheme), scheme);
      expect(await axeFindings(page)).toEqual([]);
    }
    await link.evaluate((link) => link.remove());
  }
});
