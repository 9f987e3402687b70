// How the quiz looks on the example pages and in the themes, compared with the pictures in look/ by pixels.
// CONTRIBUTING.md says how to renew them.
import { readFileSync } from "node:fs";
import { bringFonts, useFonts } from "./fonts.js";
import { launch } from "./launch.js";
import { openPage, Quiz, quizTag } from "./quiz.js";
import { expect, test } from "./site.js";

// Every system draws letters and controls its own way, whatever the font.
test.skip(process.platform !== "linux", "The pictures were taken on Linux, so they are compared only there.");

// The headless shell draws them otherwise than the browser itself.
test.use({ launchOptions: launch(process.env.CHROMIUM) });

// Questions of its own: an edit in a bank changes no picture.
const BANK = readFileSync(new URL("pages/look.json", import.meta.url), "utf8");

// The page, its width and scheme, how far the learner is, and how many pixels of the page stand above the quiz.
const PICTURES = [
  ["blog", 1440, "light", "question", 220],
  ["blog", 768, "light", "results", 120],
  ["blog", 320, "light", "feedback", 20],
  ["documentation", 1440, "light", "feedback", 180],
  ["documentation", 1440, "dark", "question", 180],
  ["documentation", 320, "dark", "feedback", 64],
  ["course-portal", 1440, "dark", "feedback", 330],
  ["course-portal", 768, "dark", "start", 420],
  ["course-portal", 320, "dark", "question", 20],
  ["sidebar", 1440, "light", "feedback", 120],
  ["sidebar", 1440, "dark", "question", 120],
  ["sidebar", 320, "light", "results", 20],
  ["hostile", 768, "light", "question", 330],
  ["hostile", 320, "light", "feedback", 20],
  ["hostile", 768, "dark", "feedback", 120],
];

const STEPS = {
  async start() {},
  async question(quiz) {
    await quiz.start.click();
    await quiz.options.nth(1).click();
  },
  async feedback(quiz) {
    await STEPS.question(quiz);
    await quiz.check.click();
    await expect(quiz.feedback).toBeVisible();
  },
  async results(quiz) {
    await STEPS.feedback(quiz);
    await quiz.goOn();
    for (const place of [0, 1]) await quiz.options.nth(place).click();
    await quiz.check.click();
    await quiz.button("See results").click();
    await expect(quiz.results).toBeVisible();
  },
};

async function isAsPictured(page, name) {
  // No row is under the mouse.
  await page.mouse.move(0, 0);
  // Edges of letters may differ a little from one version of the browser to the next; a colour, a space or a
  // corner may not.
  await expect(page).toHaveScreenshot(`${name}.png`, { threshold: 0.05, maxDiffPixelRatio: 0.001 });
}

for (const [name, width, colorScheme, step, above] of PICTURES) {
  test.describe(() => {
    test.use({ colorScheme, viewport: { width, height: width > 1000 ? 720 : 800 } });

    test(`${name}, ${width} pixels, ${colorScheme}, ${step}`, async ({ page }) => {
      await bringFonts(page);
      await page.route("**/banks/*.json", async (route) => {
        const topic = await page.locator("self-check").getAttribute("topics");
        await route.fulfill({ body: BANK.replaceAll('"topic": "topic"', `"topic": "${topic}"`).replace('"id": "topic"', `"id": "${topic}"`) });
      });
      await page.goto(`/examples/${name}/`);
      await useFonts(page);
      const quiz = new Quiz(page);
      await quiz.host.scrollIntoViewIfNeeded();
      await expect(quiz.start).toBeVisible();
      // What comes with the second module.
      await expect(quiz.summary("Print")).toBeVisible();
      await STEPS[step](quiz);
      await quiz.host.evaluate((host, above) => scrollTo(0, host.getBoundingClientRect().top + scrollY - above), above);
      await isAsPictured(page, `${name}-${width}-${colorScheme}-${step}`);
    });
  });
}

// Each theme, light and dark beside each other.
for (const theme of ["default", "plain", "high-contrast", "warm"]) {
  test.describe(() => {
    test.use({ viewport: { width: 1000, height: 620 } });

    test(`theme ${theme}`, async ({ page }) => {
      await bringFonts(page);
      const link = theme === "default" ? "" : `<link rel="stylesheet" href="/themes/${theme}.css">`;
      const head = `${link}<style>
        body { display: grid; margin: 0; font-family: Roboto } h1 { display: none }
        main { display: grid; grid-template-columns: 1fr 1fr }
        div { box-sizing: border-box; min-height: 620px; padding: 24px; background: Canvas; color: CanvasText }
        .dark { color-scheme: dark }
      </style>`;
      const side = (scheme) => `<div class="${scheme}">${quizTag({ id: scheme, "no-start": true }, { bank: BANK })}</div>`;
      const both = await openPage(page, side("light") + side("dark"), { head });
      await useFonts(page);
      for (const scheme of ["light", "dark"]) {
        const quiz = both.at(`#${scheme}`);
        await quiz.options.nth(1).click();
        await quiz.check.click();
        await expect(quiz.feedback).toBeVisible();
      }
      await both.isThere();
      await page.evaluate(() => scrollTo(0, 0));
      await isAsPictured(page, `theme-${theme}`);
    });
  });
}
