// WCAG 2.2, levels A and AA, on every screen: in each language of LANGUAGES and each look of LOOKS. What each test
// stands for is told in docs/accessibility.md, line by line.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { axeFindings } from "./axe.js";
import { expect, test } from "./site.js";
import { accessibilityTree, forced, labels, largeText, nonText, readyToCheck, reflow, still, targets, textSpacing, walkThrough } from "./wcag.js";
import { TOURS } from "./tour.js";

const DIST = new URL("../../dist/", import.meta.url);
const filesOf = (folder, ending) => (existsSync(new URL(folder, DIST)) ? readdirSync(new URL(folder, DIST)).filter((name) => name.endsWith(ending)) : []);
const NAMES = new URL("accessibility-tree/", import.meta.url);

// English, and what is read from right to left where its words are there.
const RIGHT_TO_LEFT = ["ar"];
const LANGUAGES = [{ lang: "en", dir: "ltr" }, ...RIGHT_TO_LEFT.filter((lang) => filesOf("locales/", `${lang}.json`).length).map((lang) => ({ lang, dir: "rtl" }))];
const THEMES = filesOf("themes/", ".css");

const axe = (page) => axeFindings(page);
const contrast = (page) => axeFindings(page, { runOnly: ["color-contrast"] });
const inPage = (check) => (page) => page.evaluate(check);

// Each look of a screen, with what is checked of it.
const LOOKS = {
  "1280 px": { width: 1280, checks: { axe, reflow: inPage(reflow), targets: inPage(targets), "contrast of controls": inPage(nonText), labels: inPage(labels), movement: inPage(still), "large text": largeText } },
  "320 px": { checks: { reflow: inPage(reflow), targets: inPage(targets), "text spacing": textSpacing, "large text": largeText, keyboard: walkThrough } },
  dark: { colorScheme: "dark", checks: { contrast, "contrast of controls": inPage(nonText) } },
  "forced colours": { forcedColors: "active", checks: { axe, edges: inPage(forced), "contrast of controls": inPage(nonText) } },
  "right to left, 320 px": { dir: "rtl", checks: { axe, reflow: inPage(reflow), targets: inPage(targets) } },
  "right to left, 1280 px": { dir: "rtl", width: 1280, checks: { reflow: inPage(reflow), keyboard: walkThrough } },
  ...Object.fromEntries(
    THEMES.flatMap((theme) => ["light", "dark"].map((colorScheme) => [`${theme}, ${colorScheme}`, { theme, colorScheme, checks: { contrast, "contrast of controls": inPage(nonText) } }])),
  ),
};

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
    test(`every screen of ${mode} meets what can be checked, in every look, ${lang}`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.clock.install({ time: new Date(2026, 2, 2, 10) });
      await readyToCheck(page);
      const [found, trees] = [[], []];
      await tour(
        page,
        async (screen, quiz, { fresh = false } = {}) => {
          if (!fresh && (await quiz.focused()) === null) found.push(`${screen}: the focus is lost`);
          const { outline, nameless } = await accessibilityTree(page);
          trees.push(`# ${screen}\n\n${outline}\n`);
          found.push(...nameless.map((finding) => `${screen}: ${finding}`));
          for (const [name, how] of Object.entries(LOOKS)) {
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
