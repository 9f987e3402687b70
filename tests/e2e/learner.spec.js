// A learner practises: from the start screen through questions and feedback to the results.
import { expect, test } from "./site.js";
import { BANK, bankOf, CHOICE_KINDS, openQuiz, optionsOf, points, textOf } from "./quiz.js";

const VERDICTS = { right: /^Correct/, partly: /^Partly correct/, wrong: /^Not this time/ };

test("a whole practice session by mouse ends in results that add up", async ({ page }) => {
  const quiz = await openQuiz(page, { count: 10, seed: 4 });
  await quiz.start.click();
  await quiz.isAt(1, 10);
  const given = await quiz.play("right", "partly", "wrong");
  expect(given).toHaveLength(10);

  const earned = given.reduce((sum, answer) => sum + answer.earned, 0);
  await expect(quiz.part("score")).toContainText(`You earned ${points(earned)} of 10 points`);
  await expect(quiz.part("score")).toContainText(`(${Math.round(earned * 10)}%)`);
  for (const topic of BANK.topics) {
    const answers = given.filter(({ question }) => question.topic === topic.id);
    const row = quiz.part("topics").getByRole("listitem").filter({ hasText: topic.title });
    await expect(row).toHaveCount(answers.length ? 1 : 0);
    if (answers.length) {
      const share = `${points(answers.reduce((sum, answer) => sum + answer.earned, 0))} of ${answers.length} point`;
      await expect(row).toContainText(share);
    }
  }
});

test("“Practise what you missed” asks just the missed ones", async ({ page }) => {
  const quiz = await openQuiz(page, { count: 8, seed: 2, "no-start": true });
  const given = await quiz.play("wrong", "right", "partly");
  const missed = given.filter(({ earned }) => earned < 1).map(({ question }) => question.id);

  await quiz.button(`Practise what you missed (${missed.length})`).click();
  await quiz.isAt(1, missed.length);
  const again = await quiz.play("right");
  expect(again.map(({ question }) => question.id).sort()).toEqual(missed.sort());
  await expect(quiz.part("score")).toContainText(`${missed.length} of ${missed.length} points (100%)`);
  await expect(quiz.button(/Practise what you missed/)).toHaveCount(0);
});

test("“Try again” after the results leads back to the start screen", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: bankOf("single-choice") });
  await quiz.start.click();
  await quiz.play("right");
  await quiz.button("Try again").click();
  await expect(quiz.start).toBeVisible();
  await expect(quiz.results).toBeHidden();
});

test("the notes of a topic with missed points are one tap away in the results", async ({ page }) => {
  const bank = bankOf("single-choice");
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await quiz.play("wrong");
  const topic = bank.topics.find(({ id }) => id === bank.questions[0].topic);
  const beginning = textOf(topic.notes).slice(0, 40);
  const notes = quiz.results.getByText(beginning.slice(0, beginning.lastIndexOf(" ")));
  await expect(notes.first()).toBeHidden();
  await quiz.results.locator("summary", { hasText: topic.title }).click();
  await expect(notes.first()).toBeVisible();
});

test("the learner chooses topics and length on the start screen", async ({ page }) => {
  const quiz = await openQuiz(page, {});
  await quiz.summary("Topics").click();
  const [wanted, other] = [...BANK.topics].sort((one, two) => number(two) - number(one));
  for (const topic of [wanted, other]) {
    await quiz.host.getByRole("checkbox", { name: topic.title }).check();
  }
  const available = number(wanted) + number(other);
  await expect(quiz.summary("Topics")).toContainText(`2 of ${BANK.topics.length}`);
  await quiz.host.getByRole("radio", { name: `All ${available}` }).check();
  await expect(quiz.host.getByText(`${available} questions`, { exact: true })).toBeVisible();
  await quiz.host.getByRole("radio", { name: "5", exact: true }).check();
  await expect(quiz.host.getByText("5 questions", { exact: true })).toBeVisible();

  await quiz.start.click();
  await quiz.isAt(1, 5);
  const given = await quiz.play("right");
  expect(new Set(given.map(({ question }) => question.topic))).toEqual(new Set([wanted.id, other.id]));
});

const number = (topic) => BANK.questions.filter((question) => question.topic === topic.id).length;

for (const kind of CHOICE_KINDS) {
  const hows = kind === "single-choice" ? ["right", "wrong"] : ["right", "partly", "wrong"];
  const bank = bankOf(...hows.map(() => kind));

  test(`feedback to a ${kind} answer says how it went and marks what was chosen and what is right`, async ({ page }) => {
    const quiz = await openQuiz(page, { "no-start": true }, { bank });
    for (const how of hows) {
      const { question, chosen, verdict, earned } = await quiz.answer(how);
      await expect(quiz.feedback).toHaveText(VERDICTS[how]);
      await expect(quiz.feedback).toContainText(`${points(earned)} of 1 point`);

      const part = verdict === undefined ? "option" : "reason";
      const rows = optionsOf(question).map((option) => [option.text, part, chosen.some(({ id }) => id === option.id), option.isKey]);
      if (verdict !== undefined) {
        rows.push(["True", "option", verdict, question.key], ["False", "option", !verdict, !question.key]);
      }
      for (const [text, part, isChosen, isKey] of rows) {
        const row = quiz.row(text, part);
        const parts = (await row.getAttribute("part")).split(" ");
        const has = (state) => parts.includes(`${part}-${state}`);
        expect([has("chosen"), has("correct"), has("incorrect")], text).toEqual([isChosen, isKey, isChosen && !isKey]);
        if (isChosen) await expect(row).toContainText(isKey ? "Your answer: right" : "Your answer: not right");
        else if (isKey) await expect(row).toContainText("Right answer");
        await expect(row.locator("input")).toBeDisabled();
      }
      await quiz.goOn();
    }
  });

  test(`after a ${kind} answer the reasons of chosen and right options are open, the others one tap away`, async ({ page }) => {
    const quiz = await openQuiz(page, { "no-start": true }, { bank });
    for (const how of hows) {
      const { question, chosen } = await quiz.answer(how);
      const options = optionsOf(question);
      const isOpen = ({ id, isKey }) => isKey || chosen.some((option) => option.id === id);
      for (const option of options) {
        await expect(quiz.feedback.getByText(option.rationale)).toBeVisible({ visible: isOpen(option) });
      }
      if (!options.every(isOpen)) await quiz.feedback.locator("summary", { hasText: "Why not the others?" }).click();
      for (const option of options) await expect(quiz.feedback.getByText(option.rationale)).toBeVisible();
      await quiz.goOn();
    }
  });
}

test("“Check answer” with nothing chosen says so", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf(...CHOICE_KINDS) });
  const nudges = { "single-choice": "Choose an answer first.", "multiple-response": "Choose an answer first.", "true-false": "Choose true or false, and a reason." };
  for (const kind of CHOICE_KINDS) {
    await quiz.check.click();
    await expect(quiz.part("actions")).toContainText(nudges[kind]);
    await expect(quiz.feedback).toBeHidden();
    await quiz.choose("right");
    await expect(quiz.part("actions")).not.toContainText("Choose");
    await quiz.check.click();
    await quiz.goOn();
  }
});

test("“Check answer” with half an answer loses nothing of it", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("true-false") });
  await quiz.row("True").click();
  await quiz.check.click();
  await expect(quiz.part("actions")).toContainText("Choose true or false, and a reason.");
  await expect(quiz.row("True").locator("input")).toBeChecked();
});

test("a chosen option can be changed until the answer is checked", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice") });
  await quiz.choose("wrong");
  await quiz.choose("right");
  await expect(quiz.host.locator("input:checked")).toHaveCount(1);
  await quiz.check.click();
  await expect(quiz.feedback).toHaveText(VERDICTS.right);
});

test("a hint is one tap away", async ({ page }) => {
  const bank = bankOf("single-choice");
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  const hint = quiz.part("hint").getByText(textOf(bank.questions[0].hint));
  await expect(hint).toBeHidden();
  await quiz.summary("Hint").click();
  await expect(hint).toBeVisible();
});

test("nothing shown tells the key before the answer is checked", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf(...CHOICE_KINDS) });
  for (const how of ["wrong", "partly", "right"]) {
    const { question } = await quiz.choose(how);
    const html = await quiz.host.evaluate((element) => element.shadowRoot.innerHTML);
    expect(html).not.toMatch(/[ -](in)?correct\b|Right answer/);
    for (const option of optionsOf(question)) expect(html).not.toContain(option.rationale.slice(0, 30));
    await quiz.check.click();
    await quiz.goOn();
  }
});

for (const width of [320, 1280]) {
  test(`nothing from the primary button upwards moves when feedback appears, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf(...CHOICE_KINDS) });
    const above = quiz.host.locator('[part~="header"], [part~="stem"], [part~="option"], [part~="reason"], [part~="submit-button"], [part~="next-button"]');
    for (const how of ["wrong", "partly", "right"]) {
      await quiz.choose(how);
      const before = await quiz.places(above);
      await quiz.check.click();
      await expect(quiz.feedback).toBeVisible();
      expect(await quiz.places(above), `${how} answer`).toEqual(before);
      await quiz.goOn();
    }
  });
}

test("“Back” shows the question before with its feedback, and the way leads on", async ({ page }) => {
  const bank = bankOf(...CHOICE_KINDS);
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await expect(quiz.button("Back")).toHaveCount(0);
  await quiz.answer("wrong");
  await quiz.goOn();
  await quiz.choose("partly");
  await quiz.button("Back").click();
  await quiz.isAt(1, 3);
  await expect(quiz.feedback).toHaveText(VERDICTS.wrong);
  await quiz.goOn();
  await quiz.isAt(2, 3);
  await expect(quiz.host.locator("input:checked")).toHaveCount(2);
});

test("the review in the results holds every question with its explanation, one tap away", async ({ page }) => {
  const bank = bankOf(...CHOICE_KINDS);
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await quiz.play("right", "partly", "wrong");
  for (const [question, verdict] of bank.questions.map((question, index) => [question, ["Correct", "Partly correct", "Not right yet"][index]])) {
    const summary = quiz.part("review").locator("summary", { hasText: textOf(question.stem) });
    await expect(summary).toContainText(verdict);
    const rationale = quiz.part("review").getByText(textOf(question.rationale).slice(0, 40));
    await expect(rationale).toBeHidden();
    await summary.click();
    await expect(rationale).toBeVisible();
  }
});
