// The element among others on a page: many at once, included twice, styled, before and without the quiz.
import { expect, test } from "./site.js";
import { bankOf, CHOICE_KINDS, openPage, openQuiz, quizTag } from "./quiz.js";

const bank = bankOf(...CHOICE_KINDS);

test("ten widgets are independent and share one wasm", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  const tags = Array.from({ length: 10 }, (_, index) => quizTag({ id: `quiz-${index}`, loading: "eager" }, { bank }));
  const quiz = await openPage(page, tags.join("\n"));
  quiz.bank = bank;
  const quizzes = tags.map((_, index) => quiz.at(`#quiz-${index}`));
  for (const quiz of quizzes) await expect(quiz.start).toBeVisible();
  for (const name of ["selfcheck.js", "selfcheck-widget.js", "selfcheck-widget_bg.wasm", "selfcheck-more.wasm"]) {
    expect(fetched.filter((path) => path === `/${name}`), name).toHaveLength(1);
  }
  await quizzes[3].start.click();
  await quizzes[3].answer("right");
  await quizzes[7].start.click();
  await quizzes[7].choose("wrong");
  await quizzes[3].goOn();
  await quizzes[7].check.click();
  await quizzes[3].isAt(2, 3);
  await expect(quizzes[7].feedback).toBeVisible();
  const phases = await page.evaluate(() => [...document.querySelectorAll("self-check")].map(({ phase }) => phase));
  expect(phases).toEqual(phases.map((_, index) => ({ 3: "answering", 7: "feedback" })[index] ?? "ready"));
  const sheets = await page.evaluate(() => new Set([...document.querySelectorAll("self-check")].map((element) => element.shadowRoot.adoptedStyleSheets[0])).size);
  expect(sheets).toBe(1);
});

test("the script included twice, from two places, does no harm", async ({ page, site }) => {
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const again = `<script type="module" src="/selfcheck.js?again"></script><script type="module" src="${site.other}/some/folder/selfcheck.js"></script>`;
  const quiz = await openQuiz(page, {}, { bank, head: again });
  await quiz.start.click();
  await quiz.play("right");
  await expect(quiz.part("score")).toContainText("3 of 3 points");
  expect(errors).toEqual([]);
});

test("an element made by script works", async ({ page }) => {
  const quiz = await openPage(page, "");
  await page.evaluate((bank) => {
    const element = Object.assign(document.createElement("self-check"), { bank, noStart: true });
    document.querySelector("main").append(element);
  }, bank);
  await quiz.isAt(1, 3);
});

test("the element's content is its fallback: shown until there is a quiz, hidden then", async ({ page }) => {
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route("**/*.wasm", async (route) => (await held, route.continue()));
  const quiz = await openQuiz(page, {}, { fallback: "<p id=fallback>Here will be a quiz.</p>", isWhole: false });
  await page.waitForFunction(() => customElements.get("self-check"));
  await expect(page.locator("#fallback")).toBeVisible();
  answer();
  await expect(quiz.start).toBeVisible();
  await expect(page.locator("#fallback")).toBeHidden();
});

test("without the script the element's content is shown", async ({ page }) => {
  await openQuiz(page, {}, { script: "/no-such.js", fallback: "<p id=fallback>Here would be a quiz.</p>", isWhole: false });
  await expect(page.locator("#fallback")).toBeVisible();
});

test("custom properties and parts reach the inside", async ({ page }) => {
  const style = `<style>
    self-check { --selfcheck-accent: rgb(120, 0, 90); --selfcheck-font: monospace; --selfcheck-text: rgb(1, 2, 3) }
    self-check::part(stem) { letter-spacing: 3px }
    self-check::part(option-chosen) { font-style: italic }
  </style>`;
  const quiz = await openQuiz(page, { "no-start": true }, { bank, head: style });
  await quiz.choose("wrong");
  await expect(quiz.check).toHaveCSS("background-color", "rgb(120, 0, 90)");
  await expect(quiz.stem).toHaveCSS("font-family", "monospace");
  await expect(quiz.stem).toHaveCSS("color", "rgb(1, 2, 3)");
  await expect(quiz.stem).toHaveCSS("letter-spacing", "3px");
  await expect(quiz.part("option-chosen").first()).toHaveCSS("font-style", "italic");
});

test("light and dark follow the page's color-scheme", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank, head: "<style>:root { color-scheme: dark }</style>" });
  const background = () => quiz.host.locator(".card").evaluate((card) => getComputedStyle(card).backgroundColor);
  await expect(quiz.start).toBeVisible();
  const dark = await background();
  await page.evaluate(() => (document.documentElement.style.colorScheme = "light"));
  expect(await background()).not.toBe(dark);
});

test("events and focus cross a shadow root of the page", async ({ page }) => {
  const quiz = await openPage(page, "<div id=outer></div>");
  await page.evaluate((bank) => {
    const root = document.querySelector("#outer").attachShadow({ mode: "open" });
    const element = Object.assign(document.createElement("self-check"), { bank });
    root.append(element);
  }, bank);
  quiz.bank = bank;
  await quiz.start.click();
  await expect(quiz.stem).toBeFocused();
  await quiz.play("right");
  expect((await quiz.heard()).map(([name]) => name)).toEqual(["ready", "start", "move", "answer", "move", "answer", "move", "answer", "finish"]);
});
