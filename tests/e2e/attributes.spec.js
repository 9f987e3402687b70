// Attributes of the element: what a host page decides in HTML.
import { expect, test } from "./site.js";
import { BANK, bankOf, CHOICE_KINDS, openPage, openQuiz, optionsOf, quizTag, textOf } from "./quiz.js";

const bank = bankOf(...CHOICE_KINDS);
const ids = (questions) => questions.map(({ id }) => id);

// The plan as the page can see it: questions and options in the order they are shown in.
const plan = async (quiz) =>
  (await quiz.snapshot()).questions.map(({ id, options }) => `${id}: ${options.join(" ")}`);

test("count decides how many questions are asked", async ({ page }) => {
  const quiz = await openQuiz(page, { count: 4, "no-start": true });
  await quiz.isAt(1, 4);
});

test("topics decides which, and an unknown one is passed over with a warning", async ({ page }) => {
  const [first, second] = BANK.topics;
  const warned = page.waitForEvent("console", (message) => message.type() === "warning" && message.text().includes("no-such"));
  const quiz = await openQuiz(page, { topics: `${first.id} no-such ${second.id}`, count: 100, "no-start": true });
  await warned;
  const wanted = BANK.questions.filter(({ topic }) => topic === first.id || topic === second.id);
  await quiz.isAt(1, wanted.length);
  const asked = (await quiz.snapshot()).questions.map(({ id }) => id);
  expect(asked.sort()).toEqual(ids(wanted).sort());
});

test("shuffle=none shows questions and options in the author's order", async ({ page }) => {
  const quiz = await openQuiz(page, { topics: BANK.topics[0].id, count: 3, shuffle: "none", "no-start": true });
  await expect(quiz.stem).toBeVisible();
  const authored = BANK.questions.filter(({ topic }) => topic === BANK.topics[0].id).slice(0, 3);
  expect(await plan(quiz)).toEqual(authored.map((question) => `${question.id}: ${ids(optionsOf(question)).join(" ")}`));
  await expect(quiz.stem).toHaveText(textOf(authored[0].stem));
  await expect(quiz.options.locator(".option-text")).toHaveText(optionsOf(authored[0]).map(({ text }) => text));
});

test("the same seed draws the same questions and options, another one others", async ({ page }) => {
  const body = [[7, "a"], [7, "b"], [8, "c"]].map(([seed, id]) => quizTag({ id, seed, count: 10, loading: "eager", "no-start": true })).join("");
  const quiz = await openPage(page, body);
  for (const id of "abc") await expect(quiz.at(`#${id}`).stem).toBeVisible();
  const [a, b, c] = await Promise.all([..."abc"].map((id) => plan(quiz.at(`#${id}`))));
  expect(a).toEqual(b);
  expect(a).not.toEqual(c);
  expect((await quiz.hears("start")).seed).toEqual(expect.any(Number));
});

test("without a seed every attempt is drawn anew", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true });
  await expect(quiz.stem).toBeVisible();
  const first = await plan(quiz);
  await quiz.call("restart");
  expect(await plan(quiz)).not.toEqual(first);
});

test("pass-mark tells whether the target was reached", async ({ page }) => {
  const quiz = await openQuiz(page, { "pass-mark": 50, "no-start": true }, { bank });
  await quiz.play("right", "wrong", "wrong");
  await expect(quiz.part("score")).toContainText("own target is 50%. You are on your way.");
  expect((await quiz.get("report")).passed).toBe(false);
  await quiz.call("restart");
  await quiz.play("right", "partly", "wrong");
  await expect(quiz.part("score")).toContainText("You reached it.");
  expect((await quiz.get("report")).passed).toBe(true);
});

test("without a pass-mark nothing is passed or failed", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice") });
  await quiz.play("right");
  expect((await quiz.get("report")).passed).toBeNull();
  await expect(quiz.part("score")).not.toContainText("target");
});

test("no-start leaves the start screen out", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await quiz.isAt(1, 3);
  await expect(quiz.start).toHaveCount(0);
});

test("the bank's settings count where the element says nothing", async ({ page }) => {
  const settings = { count: 2, "no-start": true, shuffle: "none" };
  const quiz = await openPage(page, quizTag({ id: "bank" }, { bank: { ...bank, settings } }) + quizTag({ id: "element", count: 1 }, { bank: { ...bank, settings } }));
  await quiz.at("#bank").isAt(1, 2);
  await quiz.at("#element").isAt(1, 1);
});

test("a widget far below fetches nothing until it comes near the viewport", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  const quiz = await openPage(page, `<div style="height: 5000px"></div>${quizTag({}, { fallback: "Please wait." })}`);
  await expect(quiz.host).toContainText("Please wait.");
  await page.waitForLoadState("networkidle");
  expect(fetched).toEqual(["/host.html", "/selfcheck.js"]);
  expect(await quiz.get("phase")).toBe("loading");
  await page.mouse.wheel(0, 5000);
  await expect(quiz.start).toBeVisible();
  expect(fetched).toContain("/selfcheck-widget_bg.wasm");
});

test("loading=eager fetches at once, also where it is set later", async ({ page }) => {
  const far = (tag) => `<div style="height: 5000px"></div>${tag}`;
  const quiz = await openPage(page, far(quizTag({ id: "eager", loading: "eager" })) + far(quizTag({ id: "later" })));
  await expect(quiz.at("#eager").start).toBeAttached();
  await expect(quiz.at("#later").start).not.toBeAttached();
  await quiz.at("#later").host.evaluate((element) => (element.loading = "eager"));
  await expect(quiz.at("#later").start).toBeAttached();
});

for (const loading of ["eager", "lazy"]) {
  test(`loading=${loading} fetches script, both parts of the wasm and both files of the bank once each`, async ({ page }) => {
    const fetched = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    const quiz = await openQuiz(page, { src: "/banks/ma-cps-ethics.json", loading, seed: 1 });
    await expect(quiz.start).toBeVisible();
    await expect.poll(() => fetched.length).toBeGreaterThan(6);
    expect(fetched.sort()).toEqual(["/banks/ma-cps-ethics.json", "/banks/ma-cps-ethics.rest.json", "/host.html", "/selfcheck-more.wasm", "/selfcheck-widget.js", "/selfcheck-widget_bg.wasm", "/selfcheck.js"]);
  });
}

test("unknown values fall back, and each warns once", async ({ page }) => {
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  const wrong = { count: "many", shuffle: "sometimes", seed: "-1", "pass-mark": "101", mode: "duel" };
  const quiz = await openQuiz(page, { ...wrong, loading: "whenever" }, { bank });
  await quiz.start.click();
  await quiz.isAt(1, 3);
  for (const [name, value] of Object.entries(wrong)) {
    expect(warnings.filter((text) => text.includes(`${name}="${value}"`)), name).toHaveLength(1);
  }
  await quiz.host.evaluate((element) => element.setAttribute("count", "2"));
  await quiz.call("restart");
  await expect(quiz.start).toBeVisible();
  for (const [name, value] of Object.entries(wrong)) {
    expect(warnings.filter((text) => text.includes(`${name}="${value}"`)), name).toHaveLength(1);
  }
});

test("a change before the start is followed at once, a change later by the next attempt", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank });
  await expect(quiz.host.getByText("3 questions", { exact: true })).toBeVisible();
  await quiz.host.evaluate((element) => (element.count = 2));
  await expect(quiz.host.getByText("2 questions", { exact: true })).toBeVisible();
  await quiz.start.click();
  await quiz.isAt(1, 2);
  await quiz.host.evaluate((element) => (element.count = 1));
  await quiz.isAt(1, 2);
  await quiz.call("restart");
  await expect(quiz.host.getByText("1 question", { exact: true })).toBeVisible();
});
