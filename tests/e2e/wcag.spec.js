// WCAG 2.2, levels A and AA, on every screen: in each language of LANGUAGES and each look of LOOKS. What each test
// stands for is told in docs/accessibility.md, line by line.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { axeFindings } from "./axe.js";
import { expect, test } from "./site.js";
import { accessibilityTree, forced, labels, largeText, nonText, readyToCheck, reflow, still, targets, textContrast, textSpacing, walkThrough } from "./wcag.js";
import { BANK, TOURS } from "./tour.js";
import { bankOf, openQuiz } from "./quiz.js";
import { middle } from "./hands.js";

const DIST = new URL("../../dist/", import.meta.url);
const filesOf = (folder, ending) => (existsSync(new URL(folder, DIST)) ? readdirSync(new URL(folder, DIST)).filter((name) => name.endsWith(ending)) : []);
const NAMES = new URL("accessibility-tree/", import.meta.url);

// English, and what is read from right to left where its words are there.
const RIGHT_TO_LEFT = ["ar"];
const LANGUAGES = [{ lang: "en", dir: "ltr" }, ...RIGHT_TO_LEFT.filter((lang) => filesOf("locales/", `${lang}.json`).length).map((lang) => ({ lang, dir: "rtl" }))];
const THEMES = filesOf("themes/", ".css");

const axe = (page) => axeFindings(page);
const inPage = (check) => (page) => page.evaluate(check);
const colours = { "contrast of text": inPage(textContrast), "contrast of controls": inPage(nonText) };

// Each look of a screen, with what is checked of it.
const LOOKS = {
  "1280 px": { width: 1280, checks: { axe, reflow: inPage(reflow), targets: inPage(targets), labels: inPage(labels), movement: inPage(still), ...colours } },
  "320 px": { checks: { reflow: inPage(reflow), targets: inPage(targets), "text spacing": textSpacing, "large text": largeText, keyboard: walkThrough } },
  dark: { colorScheme: "dark", checks: colours },
  "forced colours": { forcedColors: "active", checks: { axe, edges: inPage(forced), ...colours } },
  "right to left, 320 px": { dir: "rtl", checks: { reflow: inPage(reflow), targets: inPage(targets) } },
  "right to left, 1280 px": { dir: "rtl", width: 1280, checks: { axe, reflow: inPage(reflow), keyboard: walkThrough } },
  ...Object.fromEntries(
    THEMES.flatMap((theme) => ["light", "dark"].map((colorScheme) => [`${theme}, ${colorScheme}`, { theme, colorScheme, checks: colorScheme === "light" ? { axe, ...colours } : colours }])),
  ),
};

// In other languages colours are the same.
const IN_ALL_LANGUAGES = ["1280 px", "320 px"];

// Shows the screen so, and tells what the checks find.
async function look(page, { width = 320, dir, theme, colorScheme = "light", forcedColors = "none", checks }, own) {
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.setViewportSize({ width, height: 800 });
  const style = theme ? readFileSync(new URL(`themes/${theme}`, DIST), "utf8") : "";
  await page.evaluate(
    ([dir, style]) => {
      document.documentElement.dir = dir;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [sheet];
    },
    [dir ?? own, style],
  );
  const found = [];
  for (const [name, check] of Object.entries(checks)) found.push(...(await check(page)).map((finding) => `${name}: ${finding}`));
  return found;
}

for (const { lang, dir } of LANGUAGES) {
  for (const [mode, tour] of Object.entries(TOURS)) {
    test(`every screen of ${mode} in every look, ${lang}`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.clock.install({ time: new Date(2026, 2, 2, 10) });
      await readyToCheck(page);
      const [found, trees] = [[], []];
      await tour(
        page,
        async (screen, quiz, { fresh = false } = {}) => {
          if (!fresh && (await quiz.focused()) === null) found.push(`${screen}: the focus is lost`);
          const { outline, nameless } = await accessibilityTree(page);
          // How long it took differs.
          trees.push(`# ${screen}\n\n${outline.replace(/(\d+ minutes? )?\d+ seconds?/g, "some time")}\n`);
          found.push(...nameless.map((finding) => `${screen}: ${finding}`));
          for (const [name, how] of Object.entries(LOOKS).filter(([name]) => lang === "en" || IN_ALL_LANGUAGES.includes(name))) {
            found.push(...(await look(page, how, dir)).map((finding) => `${screen}, ${name}, ${finding}`));
          }
        },
        { lang, dir },
      );
      expect(found).toEqual([]);
      if (lang === "en") isAsBefore(`${mode}.txt`, trees.join("\n"));
    });
  }
}

// What screen readers are handed is written down, so that a change of it is seen. UPDATE_EXPECT=1 writes it anew:
// read the difference before you commit it.
function isAsBefore(name, text) {
  const file = new URL(name, NAMES);
  if (process.env.UPDATE_EXPECT) writeFileSync(file, text);
  expect(text, `UPDATE_EXPECT=1 rewrites ${name}`).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
}

test("a press is taken back by letting go elsewhere", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: bankOf("single-choice") });
  const state = () => quiz.host.evaluate((host) => [host.phase, host.shadowRoot.querySelectorAll(":checked").length]);
  for (const target of [quiz.start, quiz.options.first(), quiz.check]) {
    await target.waitFor();
    const before = await state();
    await target.scrollIntoViewIfNeeded();
    await page.mouse.move(...(await middle(target)));
    await page.mouse.down();
    await page.mouse.move(1, 1);
    await page.mouse.up();
    expect(await state()).toEqual(before);
    await target.click();
  }
});

test("a key chooses only while the focus is in the quiz", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice"), head: '<button id="own">Of the page</button>' });
  await expect(quiz.stem).toBeVisible();
  for (const leave of [() => page.locator("#own").focus(), () => page.evaluate(() => document.activeElement.blur())]) {
    await leave();
    for (const key of ["a", "1", "t"]) await page.keyboard.press(key);
    await expect(quiz.host.locator("input:checked")).toHaveCount(0);
  }
});

test("a quiz in another language than the page says so", async ({ page }) => {
  await openQuiz(page, { "no-start": true }, { bank: { ...bankOf("single-choice"), language: "es" } });
  await expect(page.locator("self-check .stem")).toBeVisible();
  // The question is in the language of its bank, the words of the interface in theirs.
  const languageOf = (selector) => page.locator(`self-check ${selector}`).first().evaluate((element) => (element.querySelector("[lang]") ?? element.closest("[lang]")).lang);
  expect(await Promise.all([".stem", ".option-text", "button"].map(languageOf))).toEqual(["es", "es", "en"]);
});

test("choosing, typing and being focused change nothing but the answer", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice", "fill-in") });
  await expect(quiz.stem).toBeVisible();
  const pages = page.context().pages().length;
  for (const how of ["right", "wrong"]) {
    const { stem } = await quiz.question();
    await quiz.choose(how);
    await page.keyboard.press("Tab");
    expect((await quiz.question()).stem).toEqual(stem);
    await expect(quiz.feedback).toBeHidden();
    await quiz.check.click();
    await quiz.goOn().catch(() => {});
    if (await quiz.results.isVisible()) break;
  }
  expect(page.context().pages().length).toBe(pages);
});

test("nothing appears because of a pointer that rests, and nothing has a tooltip", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: BANK });
  await expect(quiz.stem).toBeVisible();
  expect(await quiz.host.locator("[title]").count()).toBe(0);
  const shown = () => quiz.host.evaluate((host) => [...host.shadowRoot.querySelectorAll("*")].filter((element) => element.checkVisibility()).length);
  const before = await shown();
  for (const control of await quiz.host.locator("button, label, summary").all()) {
    await control.hover();
    expect(await shown()).toBe(before);
  }
});

test("on its side a small screen shows the same, and nothing covers it", async ({ page }) => {
  await readyToCheck(page);
  await page.setViewportSize({ width: 568, height: 320 });
  const quiz = await openQuiz(page, { "no-start": true }, { bank: BANK });
  await expect(quiz.stem).toBeVisible();
  await quiz.host.evaluate(() => (document.documentElement.dir = "ltr"));
  expect(await page.evaluate(reflow)).toEqual([]);
  await expect(quiz.check).toBeVisible();
});
