// A bad day: banks, wasm and network that fail. The learner is told, the page stays, and there is a
// way to try again.
import { expect, test } from "./site.js";
import { bankOf, CHOICE_KINDS, openPage, openQuiz, quizTag } from "./quiz.js";

const bank = bankOf(...CHOICE_KINDS);
const FALLBACK = "<p id=fallback>Ask your trainer for the questions on paper.</p>";

// The learner is told in the quiz's place, and the rest of the page is as it was.
async function isFailed(quiz, words) {
  await expect(quiz.failure).toBeVisible();
  await expect(quiz.failure).toContainText(words);
  await expect(quiz.host.getByRole("alert")).toHaveCount(1);
  await expect(quiz.page.locator("#fallback")).toBeVisible();
  await expect(quiz.page.getByRole("heading", { name: "A course" })).toBeVisible();
  expect(await quiz.get("phase")).toBe("failed");
}

const BAD_BANKS = [
  ["404", "http", "The questions are not where this page looks for them."],
  ["500", "http", "The server answered with an error (500)."],
  ["html", "bank", "could not be read"],
  ["half", "bank", "could not be read"],
  ["empty", "bank", "could not be read"],
  ["latin1", "bank", "could not be read"],
  ["huge", "bank", "could not be read"],
];
for (const [name, code, words] of BAD_BANKS) {
  test(`a bank that is ${name} is told to learner and page, and “Try again” goes on when it is mended`, async ({ page }) => {
    const quiz = await openQuiz(page, { src: `/bank/${name}` }, { fallback: FALLBACK });
    await isFailed(quiz, words);
    const detail = await quiz.hears("error");
    expect(Object.keys(detail).sort()).toEqual(["code", "message", "problems"]);
    expect(detail.code).toBe(code);
    expect(detail.message).toContain(code === "http" ? `/bank/${name}` : "problem");
    expect(detail.problems.length > 0).toBe(code === "bank");

    await page.route("**/bank/*", (route) => route.fulfill({ json: bank }));
    await quiz.button("Try again").click();
    await expect(quiz.start).toBeVisible();
    await expect(page.locator("#fallback")).toBeHidden();
    await quiz.hears("ready");
    expect((await quiz.heard()).map(([name]) => name)).toEqual(["error", "ready"]);
  });
}

test("a bank that never comes is given up after a while", async ({ page }) => {
  await page.addInitScript(() => {
    const timeout = AbortSignal.timeout;
    AbortSignal.timeout = (milliseconds) => ((window.patience = milliseconds), timeout.call(AbortSignal, 100));
  });
  const quiz = await openQuiz(page, { src: "/bank/hang" }, { fallback: FALLBACK });
  await isFailed(quiz, "The server took too long to answer.");
  expect((await quiz.hears("error")).code).toBe("timeout");
  expect(await page.evaluate(() => window.patience)).toBe(30_000);
});

test("without a network the learner is told, and goes on when it is back", async ({ page }) => {
  let isOffline = true;
  await page.route("**/banks/*", (route) => (isOffline ? route.abort("internetdisconnected") : route.continue()));
  const quiz = await openQuiz(page, {}, { fallback: FALLBACK });
  await isFailed(quiz, "No answer came. Check your connection, then try again.");
  expect((await quiz.hears("error")).code).toBe("network");
  await quiz.button("Try again").click();
  await isFailed(quiz, "No answer came.");
  isOffline = false;
  await quiz.button("Try again").click();
  await expect(quiz.start).toBeVisible();
});

test("a quiz that is loaded goes on without a network", async ({ page, context }) => {
  const quiz = await openQuiz(page, {}, { bank });
  await quiz.start.click();
  await context.setOffline(true);
  await quiz.play("right");
  await expect(quiz.part("score")).toContainText("3 of 3 points");
});

test("another src mends a failure without “Try again”", async ({ page }) => {
  const quiz = await openQuiz(page, { src: "/bank/404" }, { fallback: FALLBACK });
  await isFailed(quiz, "");
  await quiz.host.evaluate((element) => element.removeAttribute("src"));
  await expect(quiz.start).toBeVisible();
});

test("every problem of a bank is told, in the event and in the details", async ({ page }) => {
  const broken = {
    format: 1,
    id: "No Id",
    title: "Broken",
    topics: [{ id: "t", title: "T" }],
    questions: [
      { id: "q1", kind: "single-choice", topic: "t", stem: "?", options: [{ text: "A" }, { text: "B" }] },
      { id: "q2", kind: "riddle", topic: "t", stem: "?" },
      { id: "q3", kind: "single-choice", topic: "nowhere", stem: [["script", "alert(1)"]], options: 7 },
    ],
  };
  const quiz = await openQuiz(page, {}, { bank: broken, fallback: FALLBACK });
  await isFailed(quiz, "could not be read");
  const { code, problems } = await quiz.hears("error");
  expect(code).toBe("bank");
  for (const path of ["id", "q1", "q2", "q3"]) expect(problems.map(({ path }) => path).join("\n")).toContain(path);
  for (const problem of problems) {
    expect(problem).toEqual({
      rule: expect.stringMatching(/^[A-Z]\d+$/),
      path: expect.any(String),
      line: expect.any(Number),
      column: expect.any(Number),
      message: expect.stringMatching(/./),
      remedy: expect.stringMatching(/./),
    });
  }
  await expect(quiz.failure.getByRole("listitem").first()).toBeHidden();
  await quiz.summary("Details for the owner of this page").click();
  await expect(quiz.failure.getByRole("listitem")).toHaveCount(problems.length);
  await expect(quiz.failure.getByRole("listitem").first()).toContainText(problems[0].message);
});

test("an inline script that is no JSON is told with the place", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: '{"format": 1,\n "id": oops}', fallback: FALLBACK });
  await isFailed(quiz, "could not be read");
  expect((await quiz.hears("error")).problems).toEqual([expect.objectContaining({ line: 2 })]);
});

const DEEP = 10_000;
const NESTED = {
  "lists nested 10,000 deep": "[".repeat(DEEP),
  "lists nested 10,000 deep and closed": "[".repeat(DEEP) + "]".repeat(DEEP),
  "objects nested 10,000 deep": '{"format":'.repeat(DEEP),
  "a stem nested 10,000 deep": JSON.stringify({ ...bank, questions: [{ ...bank.questions[0], stem: "STEM" }] }).replace('"STEM"', '["em",'.repeat(DEEP) + '"x"' + "]".repeat(DEEP)),
  "bytes that are NUL": "\u0000".repeat(1000),
  "a number without end": `{"format": ${"9".repeat(100_000)}}`,
};
test("banks made to break a reader are told like any other, and the page lives on", async ({ page }) => {
  const quiz = await openPage(page, quizTag({ id: "evil" }, { bank: "{}", fallback: FALLBACK }) + quizTag({ id: "good" }, { bank }));
  quiz.bank = bank;
  const evil = quiz.at("#evil");
  const good = quiz.at("#good");
  await good.start.click();
  let n = 1;
  for (const [what, text] of Object.entries(NESTED)) {
    await test.step(what, async () => {
      await evil.host.evaluate((element, text) => (element.bank = text), text);
      n += 1;
      await expect.poll(async () => (await quiz.heard()).filter(([name]) => name === "error").length).toBe(n);
      expect((await quiz.hears("error")).code).toBe("bank");
    });
  }
  await good.play("right");
  await expect(good.part("score")).toContainText("3 of 3 points");
});

test("characters from everywhere, NUL included, are shown and do no harm", async ({ page }) => {
  const odd = "a\u0000b \u202Eright\u202C 🧑🏽‍🤝‍🧑🏿 \uFEFF z\u0301\u0301\u0301";
  const strange = { ...bank, questions: [{ ...bank.questions[0], stem: odd }] };
  const quiz = await openQuiz(page, { "no-start": true }, { bank: strange });
  await expect(quiz.stem).toContainText("🧑🏽‍🤝‍🧑🏿");
  await expect(quiz.stem).toContainText("z\u0301\u0301\u0301");
});

const BAD_ENGINES = {
  "wasm that is not there": ["**/*.wasm*", (route) => route.fulfill({ status: 404 })],
  "wasm that does not come": ["**/*.wasm*", (route) => route.abort()],
  "wasm that is something else": ["**/*.wasm*", (route) => route.fulfill({ contentType: "text/html", body: "<p>Welcome" })],
  "a script that is not there": ["**/selfcheck-widget.js*", (route) => route.fulfill({ status: 404 })],
  "a script that is cut off": ["**/selfcheck-widget.js*", (route) => route.fulfill({ contentType: "text/javascript", body: "export const a = {" })],
};
for (const [what, [address, answer]] of Object.entries(BAD_ENGINES)) {
  test(`with ${what} the fallback stays, and “Try again” goes on when it is mended`, async ({ page }) => {
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.route(address, answer);
    const quiz = await openQuiz(page, { "no-start": true }, { bank, fallback: FALLBACK });
    await isFailed(quiz, "The quiz could not start. The rest of this page is not affected.");
    const detail = await quiz.hears("error");
    expect(detail).toEqual({ code: "engine", message: expect.stringContaining("did not load"), problems: [] });
    await quiz.button("Try again").click();
    await expect.poll(async () => (await quiz.heard()).length).toBe(2);
    await isFailed(quiz, "The quiz could not start.");

    await page.unroute(address);
    await quiz.button("Try again").click();
    await quiz.isAt(1, 3);
    expect(errors).toEqual([]);
  });
}

test("a browser without WebAssembly keeps the fallback, and is not asked to try again", async ({ page }) => {
  await page.addInitScript(() => delete window.WebAssembly);
  const quiz = await openQuiz(page, {}, { bank, fallback: FALLBACK });
  await isFailed(quiz, "The quiz could not start.");
  expect((await quiz.hears("error")).code).toBe("no-webassembly");
  await expect(quiz.button("Try again")).toHaveCount(0);
});

// Has a function of the browser throw once, when the wasm calls it next.
const breakOnce = (page, owner, method, error) =>
  page.evaluate(
    ([owner, method, error]) => {
      const object = owner.split(".").reduce((object, name) => object[name], window);
      const original = object[method];
      object[method] = function (...args) {
        if (!new Error().stack.includes("selfcheck-widget")) return original.apply(this, args);
        object[method] = original;
        throw error === "RuntimeError" ? new WebAssembly.RuntimeError("unreachable") : new TypeError("broken by the test");
      };
    },
    [owner, method, error],
  );

const CRASHES = {
  "a panic": ["Node.prototype", "insertBefore", "TypeError"],
  "a trap": ["Date", "now", "RuntimeError"],
};
for (const [what, broken] of Object.entries(CRASHES)) {
  test(`after ${what} the fallback is shown, and “Try again” goes on with the attempt`, async ({ page }) => {
    const quiz = await openQuiz(page, { "no-start": true }, { bank, fallback: FALLBACK });
    await quiz.answer("right");
    await quiz.goOn();
    const { chosen } = await quiz.choose("partly");
    await breakOnce(page, ...broken);
    await quiz.check.click();
    await isFailed(quiz, "The quiz could not start.");
    expect((await quiz.hears("error")).code).toBe("crash");
    expect(await quiz.call("next"), "methods do nothing").toBe("failed");

    await quiz.button("Try again").click();
    await quiz.isAt(2, 3);
    await expect(quiz.row(chosen[0].text, "reason").locator("input")).toBeChecked();
    if (await quiz.check.isVisible()) await quiz.check.click();
    await expect(quiz.feedback).toHaveText(/^Partly correct/);
    await quiz.goOn();
    await quiz.play("right");
    await expect(quiz.part("score")).toContainText("2.5 of 3 points");
  });
}

test("after a panic every widget of the page says so once, and each can go on", async ({ page }) => {
  const quiz = await openPage(page, quizTag({ id: "one", "no-start": true }, { bank }) + quizTag({ id: "two", "no-start": true }, { bank }));
  quiz.bank = bank;
  const one = quiz.at("#one");
  const two = quiz.at("#two");
  await two.answer("right");
  await two.hears("answer");
  await one.choose("wrong");
  await breakOnce(page, "Node.prototype", "insertBefore", "TypeError");
  await one.check.click();
  for (const quiz of [one, two]) await expect(quiz.failure).toHaveCount(1);
  expect((await quiz.heard()).filter(([name]) => name === "error")).toHaveLength(2);
  await two.button("Try again").click();
  await expect(two.feedback).toHaveText(/^Correct/);
  await one.button("Try again").click();
  await one.isAt(1, 3);
});

test("the page's own errors are not taken for ours", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await expect(quiz.stem).toBeVisible();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("of somebody else");
    });
    return new Promise((resolve) => addEventListener("error", () => setTimeout(resolve)));
  });
  await quiz.isAt(1, 3);
  expect((await quiz.heard()).map(([name]) => name)).not.toContain("error");
});

test("a bank that cannot be put into words of JSON is told, and the page lives on", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank, fallback: FALLBACK });
  await expect(quiz.start).toBeVisible();
  await quiz.host.evaluate((element) => {
    const circle = {};
    circle.circle = circle;
    element.bank = circle;
  });
  await isFailed(quiz, "");
  expect((await quiz.hears("error")).code).toBe("bank");
});
