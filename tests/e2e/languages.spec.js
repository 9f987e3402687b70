// Languages: the interface speaks that of the page, or else that of the bank. English is built in; of any other
// one its catalogue is fetched, and nothing where it is not wanted.
import { readFileSync } from "node:fs";
import { isAccessible } from "./axe.js";
import { entry, daysAgo, remember, sitting } from "./record.js";
import { expect, test } from "./site.js";
import { bankOf, CHOICE_KINDS, openPage, openQuiz, quizTag, tea, why } from "./quiz.js";

const catalogue = (language) => JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url))).messages;
const ES = catalogue("es");
const FR = catalogue("fr");
const AR = catalogue("ar");
const common = bankOf(...CHOICE_KINDS);
const LOCALES = "**/locales/*.json";

// A message with values in its places.
const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const plural = (said, language, n, values = {}) =>
  say(said[new Intl.PluralRules(language).select(n)] ?? said.other, { n: new Intl.NumberFormat(language).format(n), ...values });

// What the console warned of, and what was fetched.
function listen(page) {
  const [warnings, fetched] = [[], []];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  return { warnings, fetched };
}

test("on a Spanish page everything is said in Spanish, and the bank says that it is English", async ({ page }) => {
  const { fetched, warnings } = listen(page);
  const quiz = await openQuiz(page, {}, { bank: common, lang: "es" });
  await quiz.button(ES.start).click();
  await expect(quiz.part("base")).toHaveAttribute("lang", "es");
  expect(await quiz.stem.locator("[lang]").first().getAttribute("lang")).toBe("en");
  await expect(quiz.header).toContainText(say(ES["question.of"], { place: 1, number: 3 }));
  await quiz.button(ES["check-answer"]).click();
  await expect(quiz.host.locator(".nudge")).toHaveText(ES["first.choose"]);
  const key = (await quiz.question()).options.find(({ correct }) => correct);
  await quiz.options.nth((await quiz.question()).options.indexOf(key)).click();
  await quiz.button(ES["check-answer"]).click();
  await expect(quiz.feedback).toContainText(ES.correct);
  await expect(quiz.feedback).toContainText(plural(ES.points, "es", 1, { earned: "1" }));
  await isAccessible(page);
  expect(fetched.filter((path) => path.includes("locale"))).toEqual(["/selfcheck-locale.js", "/locales/es.json"]);
  expect(warnings).toEqual([]);
});

test("nothing is said in English before Spanish is there, and the page's own words are shown meanwhile", async ({ page }) => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(LOCALES, async (route) => (await held, route.continue()));
  const texts = () => page.evaluate(() => window.texts);
  await page.addInitScript(() => {
    window.texts = [];
    const look = () => {
      const root = document.querySelector("self-check")?.shadowRoot;
      if (root) window.texts.push(root.textContent);
      requestAnimationFrame(look);
    };
    look();
  });
  const quiz = await openQuiz(page, { loading: "eager" }, { bank: common, lang: "es", isWhole: false });
  await page.waitForRequest(/selfcheck-more/);
  letGo();
  await expect(quiz.button(ES.start)).toBeVisible();
  for (const text of await texts()) expect(text).not.toMatch(/Loading|Start|About this quiz/);
});

test("an English page fetches no words", async ({ page }) => {
  const { fetched } = listen(page);
  for (const lang of ["en", "en-GB", ""]) {
    const quiz = await openQuiz(page, {}, { bank: common, lang });
    await expect(quiz.start).toBeVisible();
    await expect(quiz.part("base")).toHaveAttribute("lang", "en");
  }
  expect(fetched.filter((path) => path.includes("locale"))).toEqual([]);
});

test("where the page says no language, that of the bank is spoken", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: { ...common, language: "es" }, lang: "" });
  await expect(quiz.button(ES.start)).toBeVisible();
  await expect(quiz.part("base")).toHaveAttribute("lang", "es");
  await expect(quiz.host.locator("[dir=auto]")).toHaveCount(0);
});

test("two quizzes on a page speak two languages, and the nearest one that is said counts", async ({ page }) => {
  const one = quizTag({ id: "one", lang: "fr-CA", loading: "eager" }, { bank: common });
  const two = `<div lang="es-MX">${quizTag({ id: "two", loading: "eager" }, { bank: common })}</div>`;
  const three = quizTag({ id: "three", loading: "eager" }, { bank: common });
  const quiz = await openPage(page, one + two + three, { lang: "en" });
  await expect(quiz.at("#one").button(FR.start)).toBeVisible();
  await expect(quiz.at("#two").button(ES.start)).toBeVisible();
  await expect(quiz.at("#three").start).toBeVisible();
  // What one says does not change what another is said in.
  await quiz.at("#one").button(FR.start).click();
  await quiz.at("#three").start.click();
  await quiz.at("#three").check.click();
  await quiz.at("#one").button(FR["check-answer"]).click();
  await expect(quiz.at("#one").host.locator("[role=status].unseen")).toHaveText(FR["first.choose"]);
  await expect(quiz.at("#three").host.locator("[role=status].unseen")).toHaveText("Choose an answer first.");
});

test("a language is found through the shadow roots that the quiz is in", async ({ page }) => {
  const quiz = await openPage(page, '<div id="host" lang="es"></div>', { lang: "en" });
  await page.evaluate((bank) => {
    const inner = Object.assign(document.createElement("self-check"), { bank, loading: "eager" });
    document.querySelector("#host").attachShadow({ mode: "open" }).append(inner);
  }, common);
  await expect(quiz.at("#host self-check").button(ES.start)).toBeVisible();
});

test("another language is spoken as soon as the element says so, and nothing else changes", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: common });
  await quiz.choose("right");
  const lang = (lang) => quiz.host.evaluate((host, lang) => (host.lang = lang), lang);
  await lang("es");
  await expect(quiz.button(ES["check-answer"])).toBeVisible();
  await expect(quiz.host.locator("input:checked")).not.toHaveCount(0);
  await lang("fr");
  await expect(quiz.button(FR["check-answer"])).toBeVisible();
  await quiz.host.evaluate((host) => host.removeAttribute("lang"));
  await expect(quiz.check).toBeVisible();
});

test("a language that there is no catalogue of is English, without a warning", async ({ page }) => {
  const { fetched, warnings } = listen(page);
  for (const lang of ["de", "x-klingon", "not a language"]) {
    const quiz = await openQuiz(page, {}, { bank: common, lang });
    await expect(quiz.start).toBeVisible();
    await expect(quiz.part("base")).toHaveAttribute("lang", "en");
  }
  expect(fetched.filter((path) => path.includes("locales/"))).toEqual([]);
  expect(warnings).toEqual([]);
});

for (const [what, answer] of Object.entries({
  "is not there": (route) => route.fulfill({ status: 404 }),
  "does not come": (route) => route.abort("internetdisconnected"),
  "is a web page": (route) => route.fulfill({ body: "<!doctype html>" }),
  "is something else": (route) => route.fulfill({ json: { messages: { start: 5 } } }),
})) {
  test(`where a catalogue ${what} the quiz goes on in English`, async ({ page }) => {
    const { warnings } = listen(page);
    await page.route(LOCALES, answer);
    const quiz = await openQuiz(page, {}, { bank: common, lang: "es" });
    await quiz.start.click();
    await quiz.answer("right");
    await expect(quiz.feedback).toContainText("Correct");
    expect(warnings.length).toBe(what === "is something else" ? 0 : 1);
  });
}

test("where the second module does not come, a quiz on a Spanish page goes on in English", async ({ page }) => {
  await page.route("**/selfcheck-more.wasm*", (route) => route.abort("internetdisconnected"));
  const quiz = await openQuiz(page, {}, { bank: { ...common, language: "es" }, lang: "es" });
  await quiz.start.click();
  await quiz.answer("right");
  await expect(quiz.feedback).toContainText("Correct");
});

test("where the program does not come, that is told in the language of the page", async ({ page }) => {
  await page.route("**/selfcheck-widget_bg.wasm*", (route) => route.abort("internetdisconnected"));
  const quiz = await openQuiz(page, {}, { bank: common, lang: "es" });
  await expect(quiz.failure).toContainText(ES["engine.failed"]);
  await page.unroute("**/selfcheck-widget_bg.wasm*");
  await quiz.button(ES["try-again"]).click();
  await expect(quiz.button(ES.start)).toBeVisible();
});

test("a bank that does not come is told of in the language of the page", async ({ page }) => {
  const quiz = await openQuiz(page, { src: "/bank/none.json" }, { lang: "es" });
  await expect(quiz.failure).toContainText(ES["failure.missing"]);
  await expect(quiz.failure.locator("details [lang]")).toHaveAttribute("lang", "en");
});

test("numbers and plurals are those of the language", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { lang: "ar", dir: "rtl" });
  const number = (n) => new Intl.NumberFormat("ar").format(n);
  await expect(quiz.host.locator("legend + .chip, .chip").first()).toContainText(number(5));
  await quiz.part("start-button").click();
  await expect(quiz.header).toContainText(say(AR["question.of"], { place: number(1), number: number(10) }));
  for (const [n, category] of [[2, "two"], [3, "few"], [11, "many"]]) {
    expect(new Intl.PluralRules("ar").select(n)).toBe(category);
  }
});

test("days are told as the language tells them", async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 2, 2, 10) });
  const bank = tea([{ id: "q", kind: "single-choice", topic: "tea", stem: "?", options: [{ ...why("x"), correct: true }, why("y")] }], { settings: {} });
  await remember(page, [entry("days", bank, sitting(daysAgo(40, new Date(2026, 2, 2)), [["q", 1]]))]);
  const quiz = await openQuiz(page, { "save-key": "days" }, { bank, lang: "es" });
  await quiz.button(ES["stand.title"]).click();
  const day = new Intl.DateTimeFormat("es", { dateStyle: "medium", timeStyle: "short" }).format(daysAgo(40, new Date(2026, 2, 2)));
  await expect(quiz.host).toContainText(day);
});

test("a number is typed with the comma of the language, and read so", async ({ page }) => {
  const bank = tea([{ id: "q", kind: "numeric", topic: "tea", stem: "?", answers: [{ value: 2.5, correct: true, rationale: "So it is." }] }], { language: "es" });
  const quiz = await openQuiz(page, {}, { bank, lang: "es" });
  await quiz.host.getByRole("textbox", { name: ES.yours }).fill("2,5");
  await quiz.button(ES["check-answer"]).click();
  await expect(quiz.feedback).toContainText(ES.correct);
});

test("Arabic is written from right to left, whether the page says so or not", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const dir of ["rtl", ""]) {
    const quiz = await openPage(page, quizTag({ "no-start": true }, { bank: common }), { lang: "ar", dir });
    await expect(quiz.button(AR["check-answer"])).toBeVisible();
    await expect(quiz.part("base")).toHaveCSS("direction", "rtl");
    const [input, key] = await Promise.all(["input", ".key"].map((selector) => quiz.options.first().locator(selector).boundingBox()));
    expect(input.x).toBeGreaterThan(key.x);
    await isAccessible(page);
    await quiz.options.first().click();
    await quiz.button(AR["check-answer"]).click();
    await expect(quiz.feedback).toBeVisible();
    await isAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

test("a strict policy lets every language in", async ({ page, site }) => {
  await page.goto(`${site.strict}/pages/plain.html`);
  await page.locator("self-check").evaluate((quiz) => (quiz.lang = "vi"));
  await expect(page.getByRole("button", { name: catalogue("vi").start })).toBeVisible();
  expect(site.violations).toEqual([]);
});

for (const language of ["ar", "es", "fr", "ht", "pt", "vi", "zh"]) {
  test(`a quiz is played to its end by keyboard in ${language}`, async ({ page }) => {
    const { warnings } = listen(page);
    const said = catalogue(language);
    const quiz = await openQuiz(page, {}, { bank: common, lang: language });
    await quiz.button(said.start).focus();
    await page.keyboard.press("Enter");
    for (const question of common.questions) {
      await expect(quiz.stem).toBeFocused();
      await page.keyboard.press(question.kind === "true-false" ? "1" : "a");
      if (question.kind === "true-false") await page.keyboard.press("a");
      await quiz.primary.focus();
      await page.keyboard.press("Enter");
      await expect(quiz.feedback).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(quiz.feedback).toBeHidden();
    }
    await expect(quiz.results).toContainText(said["results.answers"]);
    await isAccessible(page);
    expect(warnings).toEqual([]);
  });
}
