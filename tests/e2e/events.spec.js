// Events: what a host page hears, in which order, with exactly which detail.
import { expect, test } from "./site.js";
import { bankOf, EVENTS, CHOICE_KINDS, openQuiz, optionsOf } from "./quiz.js";

const bank = bankOf(...CHOICE_KINDS);
const names = async (quiz) => (await quiz.heard()).map(([name]) => name);

// The response to a question as the page hears it.
function responseOf({ question, chosen, verdict }) {
  const [first] = chosen;
  const response = { "single-choice": { option: first.id }, "true-false": { verdict, reason: first.id }, "multiple-response": { options: chosen.map(({ id }) => id).sort() } };
  return { kind: question.kind, ...response[question.kind] };
}

test("a session tells everything in order, each with exactly its detail", async ({ page }) => {
  const quiz = await openQuiz(page, { seed: 5, "pass-mark": 60 }, { bank });
  expect(await quiz.hears("ready")).toEqual({ bankId: bank.id, title: bank.title, questionCount: 3 });
  await quiz.start.click();
  const given = await quiz.play("right", "partly", "wrong");

  const score = (earned) => ({ earned, possible: 1 });
  const expected = [
    ["ready", { bankId: bank.id, title: bank.title, questionCount: 3 }],
    ["start", { questionCount: 3, mode: "practice", seed: 5 }],
  ];
  const answers = given.map((answer) => ({ questionId: answer.question.id, response: responseOf(answer), score: score(answer.earned), certainty: null, hint: false }));
  answers.forEach((answer, index) => {
    expected.push(["move", { questionId: answer.questionId, position: index + 1, total: 3 }], ["answer", { ...answer, attempt: 1, final: true }]);
  });
  const earned = given.reduce((sum, answer) => sum + answer.earned, 0);
  const topics = bank.topics
    .map(({ id }) => [id, given.filter(({ question }) => question.topic === id)])
    .filter(([, answers]) => answers.length)
    .map(([id, answers]) => ({ id, earned: answers.reduce((sum, answer) => sum + answer.earned, 0), possible: answers.length }));
  const report = { earned, possible: 3, percent: expect.closeTo((100 * earned) / 3, 9), passed: earned / 3 >= 0.6, durationMs: expect.any(Number), topics, answers: answers.map((answer) => ({ ...answer, attempts: [{ response: answer.response, score: answer.score, certainty: null, hint: false }] })), certaintyMarks: null };
  expected.push(["finish", report]);

  const heard = await quiz.heard();
  expect(heard).toEqual(expected);
  expect(heard.map(([, detail]) => Object.keys(detail).sort())).toEqual(expected.map(([, detail]) => Object.keys(detail).sort()));
  expect(await quiz.get("report")).toEqual(heard.at(-1)[1]);
});

test("questions that were not answered are in the report with no response", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await quiz.choose("right"); // Not checked.
  await quiz.call("finish");
  const report = await quiz.hears("finish");
  expect(report.answers).toEqual(bank.questions.map(({ id }) => ({ questionId: id, response: null, score: { earned: 0, possible: 1 }, certainty: null, hint: false, attempts: [] })));
});

test("going on with a stored attempt tells where the learner is, and begins nothing", async ({ page }) => {
  const quiz = await openQuiz(page, { "save-key": "course", "no-start": true }, { bank });
  await quiz.answer("right");
  await quiz.goOn();
  await page.reload();
  await quiz.button("Continue").click();
  await quiz.hears("move");
  expect(await quiz.heard()).toEqual([
    ["ready", expect.anything()],
    ["move", { questionId: bank.questions[1].id, position: 2, total: 3 }],
  ]);
});

test("beginning again is told, by the learner, by the page and by “Practise what you missed”", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice") });
  await quiz.play("wrong");
  await quiz.button(/Practise what you missed/).click();
  await quiz.play("wrong");
  await quiz.button("Try again").click();
  await quiz.call("restart");
  const round = ["start", "move", "answer", "finish", "restart"];
  expect(await names(quiz)).toEqual(["ready", ...round, ...round, "start", "move", "restart", "start", "move"]);
  for (const [name, detail] of await quiz.heard()) if (name === "restart") expect(detail).toEqual({});
});

test("choosing tells nothing: only a checked answer does", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await quiz.choose("wrong");
  await quiz.choose("right");
  expect(await names(quiz)).toEqual(["ready", "start", "move"]);
  await quiz.check.click();
  expect(await names(quiz)).toEqual(["ready", "start", "move", "answer"]);
});

test("each event bubbles, crosses shadow roots, and brings plain data of its own", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice") });
  await quiz.hears("move");
  await page.evaluate((names) => {
    window.kinds = [];
    for (const name of names) {
      window.addEventListener(name, (event) => {
        window.kinds.push([event instanceof CustomEvent, event.bubbles, event.composed, event.cancelable, Object.getPrototypeOf(event.detail) === Object.prototype]);
        event.detail.answers?.splice(0);
      });
    }
  }, EVENTS);
  await quiz.play("right");
  await quiz.call("restart");
  const kinds = await page.evaluate(() => window.kinds);
  expect(kinds).toHaveLength(5);
  for (const kind of kinds) expect(kind).toEqual([true, true, true, false, true]);
  await quiz.call("finish");
  expect((await quiz.get("report")).answers).toHaveLength(1);
});

test("a listener may act on the element: the quiz can be driven by events alone", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank });
  await expect(quiz.start).toBeVisible();
  await quiz.host.evaluate((element) => {
    element.addEventListener("selfcheck-answer", () => element.next());
    element.addEventListener("selfcheck-finish", () => element.restart());
    element.addEventListener("selfcheck-restart", () => element.start());
    element.start();
  });
  for (const question of bank.questions) {
    await expect(quiz.stem).toHaveText(question.stem);
    await quiz.choose("right");
    await quiz.check.click();
  }
  await quiz.isAt(1, 3);
  expect(optionsOf(bank.questions[0]).length).toBe(await quiz.options.count());
  expect((await names(quiz)).slice(-5)).toEqual(["answer", "finish", "restart", "start", "move"]);
});

test("a listener that throws, or takes the element away, breaks nothing", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await expect(quiz.stem).toBeVisible();
  await quiz.host.evaluate((element) => {
    element.addEventListener("selfcheck-answer", () => {
      throw new Error("the page's own mistake");
    });
    element.addEventListener("selfcheck-finish", () => {
      element.remove();
      document.querySelector("main").append(element);
    });
  });
  await quiz.play("right");
  await expect(quiz.part("score")).toContainText("3 of 3 points");
});
