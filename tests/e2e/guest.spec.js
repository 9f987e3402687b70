// A guest on somebody's page: no style, policy or script of the page breaks the quiz, and the quiz
// leaves the page as it was.
import { expect, test } from "./site.js";
import { BANK, bankOf, CHOICE_KINDS, openPage, openQuiz, Quiz, quizTag } from "./quiz.js";

const bank = bankOf(...CHOICE_KINDS);

// Through every screen with everything opened that can be.
async function visitEverything(quiz) {
  const openAll = async () => {
    for (const summary of await quiz.host.locator("summary").all()) await summary.click();
  };
  await openAll();
  await quiz.start.click();
  for (let n = 0; !(await quiz.hasEnded()); n += 1) {
    await openAll();
    await quiz.check.click();
    await quiz.answer(["right", "partly", "wrong"][n % 3]);
    await openAll();
    await quiz.goOn();
  }
  await openAll();
}

test("a hostile style sheet does not keep a learner from the results", async ({ page }) => {
  const hostile = `<style>
    * { all: unset; font: 40px cursive !important; display: inline !important; color: lime; text-align: right }
    * { letter-spacing: 9px !important; text-transform: uppercase; text-indent: 5em; white-space: nowrap }
    button, input, label { display: none !important; visibility: hidden }
    html { font-size: 40px }
  </style>`;
  const quiz = await openQuiz(page, {}, { bank, head: hostile });
  await expect(quiz.start).toBeVisible();
  await quiz.start.click();

  const size = (locator) => locator.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(await size(quiz.options.first())).toBeLessThanOrEqual(32);
  expect(await size(quiz.stem)).toBeLessThanOrEqual(44);
  const boxes = await Promise.all((await quiz.options.all()).map((row) => row.boundingBox()));
  boxes.slice(1).forEach((box, index) => {
    expect(box.x, "rows begin alike").toBe(boxes[index].x);
    expect(box.y, "rows stand one below the other").toBeGreaterThanOrEqual(boxes[index].y + boxes[index].height);
    expect(box.width).toBe(boxes[0].width);
  });
  expect(boxes[0].width).toBeGreaterThan(400);
  for (const box of boxes) expect(box.height).toBeGreaterThanOrEqual(44);
  for (const [property, value] of Object.entries({ "text-align": "start", "letter-spacing": "normal", "text-transform": "none", "text-indent": "0px", "white-space": "normal" })) {
    await expect(quiz.stem).toHaveCSS(property, value);
  }
  await expect(quiz.stem).not.toHaveCSS("color", "rgb(0, 255, 0)");

  await quiz.play("right", "partly", "wrong");
  await expect(quiz.part("score")).toContainText("1.5 of 3 points");
});

test("no screen breaks a strict content policy", async ({ page, site }) => {
  await page.goto(`${site.strict}/pages/plain.html`);
  const quiz = new Quiz(page);
  await expect(quiz.start).toBeVisible();
  await quiz.host.evaluate((element) => (element.count = 3));
  await expect(quiz.host.getByText("3 questions", { exact: true })).toBeVisible();
  await visitEverything(quiz);
  expect(site.violations).toEqual([]);
});

test("the failure screens break no strict content policy", async ({ page, site }) => {
  await page.route("**/banks/*", (route) => route.fulfill({ body: "{" }));
  await page.goto(`${site.strict}/pages/plain.html`);
  const quiz = new Quiz(page);
  await expect(quiz.failure).toBeVisible();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.reload();
  await expect(quiz.failure).toBeVisible();
  expect(site.violations).toEqual([]);
});

test("a page that requires trusted types has nothing to refuse", async ({ page }) => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types 'none'">
    <script>window.refused = []; addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective))</script>`;
  const quiz = await openQuiz(page, {}, { bank, head: policy });
  await visitEverything(quiz);
  expect(await page.evaluate(() => window.refused)).toEqual([]);
});

test("two lines of HTML work with the build on another origin, in a folder", async ({ page, site }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url().split("?")[0]));
  const folder = `${site.other}/some/folder`;
  const body = `<script type="module" src="${folder}/selfcheck.js"></script><self-check src="${folder}/banks/ma-cps-ethics.json"></self-check>`;
  const quiz = await openPage(page, body, { script: "" });
  await quiz.start.click();
  await quiz.answer("right");
  await expect(quiz.feedback).toBeVisible();
  const build = ["selfcheck.js", "selfcheck-widget.js", "selfcheck-widget_bg.wasm", "selfcheck-more.wasm", "banks/ma-cps-ethics.json", "banks/ma-cps-ethics.rest.json"];
  await expect.poll(() => fetched).toEqual(expect.arrayContaining(build.map((file) => `${folder}/${file}`)));
});

test("wasm and default bank are found beside the script, whatever the page's <base> is", async ({ page, site }) => {
  const quiz = await openPage(page, quizTag(), { head: `<base href="${site.plain}/elsewhere/">`, script: `${site.other}/some/folder/selfcheck.js` });
  expect((await quiz.hears("ready")).bankId).toBe(BANK.id);
});

test("the quiz works in a sandboxed frame, where there is no storage", async ({ page, site }) => {
  const inside = `<script type=module src=${site.other}/some/folder/selfcheck.js></script><self-check save-key=course loading=eager></self-check>`;
  await openPage(page, `<iframe sandbox="allow-scripts allow-forms" width=600 height=700 srcdoc="${inside}"></iframe>`);
  const quiz = new Quiz(page, page.frameLocator("iframe").locator("self-check"));
  await quiz.start.click();
  await quiz.choose("right");
  await quiz.check.click();
  await expect(quiz.feedback).toBeVisible();
  await expect(quiz.host).toContainText("does not let the quiz save your progress");
});

test("the page is left as it was: no globals, attributes, styles, storage or requests of ours", async ({ page, site }) => {
  const requests = [];
  const told = [];
  page.on("request", (request) => requests.push(new URL(request.url())));
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(error.message));
  const look = `<script>
    window.look = () => ({
      globals: Object.getOwnPropertyNames(window).sort(),
      prototypes: [Object, Array, String, Element, HTMLElement, Document, Event].map(({ prototype }) => Object.getOwnPropertyNames(prototype).length),
      attributes: [document.documentElement, document.head, document.body].map((element) => element.getAttributeNames()),
      sheets: [document.adoptedStyleSheets.length, document.styleSheets.length],
      elements: [...document.querySelectorAll("*")].map(({ localName }) => localName),
      title: document.title,
      cookie: document.cookie,
      history: history.length,
      url: location.href,
    });
    window.before = undefined;
  </script>`;
  // Looked at before modules run.
  const quiz = await openPage(page, `${quizTag({}, { bank })}<script>window.before = look()</script>`, { head: look });
  quiz.bank = bank;
  await visitEverything(quiz);
  const { before, after } = await page.evaluate(() => ({ before: window.before, after: window.look() }));
  expect(after).toEqual(before);
  expect(told).toEqual([]);
  expect(requests.filter(({ origin }) => origin !== site.plain)).toEqual([]);
  expect(requests.map(({ pathname }) => pathname)).toEqual(["/host.html", "/selfcheck.js", "/selfcheck-widget_bg.wasm", "/selfcheck-widget.js", "/selfcheck-more.wasm"]);
});

test("a page that adds to the prototypes of built-ins does no harm", async ({ page }) => {
  const old = `<script>
    Object.prototype.extend = function () {};
    Array.prototype.each = function () {};
    Array.prototype.toJSON = function () { return "[" + this.join() + "]"; };
    String.prototype.camelize = function () {};
  </script>`;
  const quiz = await openPage(page, quizTag({ count: 3 }), { head: old });
  await quiz.start.click();
  await quiz.play("right", "wrong");
  await expect(quiz.part("score")).toContainText("2 of 3 points");
});

test("what the page listens to with its own keys is left alone, except the keys that choose", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await expect(quiz.stem).toBeVisible();
  await page.evaluate(() => {
    window.pressed = [];
    addEventListener("keydown", (event) => window.pressed.push([event.key, event.defaultPrevented]));
  });
  await quiz.call("focus");
  for (const key of ["j", "Escape", "/", "a"]) await page.keyboard.press(key);
  expect(await page.evaluate(() => window.pressed)).toEqual([["j", false], ["Escape", false], ["/", false], ["a", true]]);
});

test("a form around the element is never sent by it", async ({ page }) => {
  const form = `<form action="/sent.html"><input name="course" value="1">${quizTag({ "no-start": true }, { bank })}</form>`;
  const quiz = await openPage(page, form);
  quiz.bank = bank;
  await quiz.choose("right");
  await page.keyboard.press("Enter");
  await quiz.goOn();
  await quiz.check.click();
  await quiz.isAt(2, 3);
  expect(new URL(page.url()).pathname).toBe("/host.html");
});

test("on a page written from right to left everything mirrors and nothing overlaps", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const quiz = await openQuiz(page, { "no-start": true }, { bank, dir: "rtl", lang: "he" });
  await quiz.answer("wrong");
  for (const row of await quiz.options.all()) {
    const [input, text, key] = await Promise.all(["input", ".option-text", ".key"].map((selector) => row.locator(selector).boundingBox()));
    expect(input.x).toBeGreaterThanOrEqual(text.x + text.width);
    expect(text.x).toBeGreaterThanOrEqual(key.x + key.width);
  }
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("the bank's language is told to screen readers where the page's is another one", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank, lang: "fr" });
  await expect(quiz.part("base")).toHaveAttribute("lang", "fr");
  await expect(quiz.stem.locator("[lang]")).toHaveAttribute("lang", "en");
});
