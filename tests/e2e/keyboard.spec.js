// The quiz by keyboard: everything can be reached and done, and the focus is never lost.
import { expect, test } from "./site.js";
import { bankOf, CHOICE_KINDS, openQuiz, optionsOf, textOf } from "./quiz.js";

const isFocused = (quiz, row) => expect(row.locator("input")).toBeFocused();

test("a whole practice session by keyboard alone", async ({ page }) => {
  const bank = bankOf(...CHOICE_KINDS);
  const quiz = await openQuiz(page, {}, { bank });
  const press = (key) => page.keyboard.press(key);
  const [first, second, third] = bank.questions;

  await test.step("the start screen", async () => {
    await quiz.tabTo(quiz.summary("About this quiz"));
    await press("Enter");
    await expect(quiz.host.getByText(textOf(bank.disclaimer).slice(0, 20))).toBeVisible();
    await quiz.tabTo(quiz.start, "Shift+Tab");
    await press("Enter");
    await expect(quiz.stem).toBeFocused();
  });

  await test.step("a hint, and radio buttons by arrows", async () => {
    await quiz.tabTo(quiz.summary("Hint"));
    await press("Space");
    await expect(quiz.part("hint").getByText(textOf(first.hint))).toBeVisible();
    await quiz.tabTo(quiz.options.first().locator("input"), "Shift+Tab");
    await press("ArrowDown");
    await expect(quiz.options.nth(1).locator("input")).toBeChecked();
    await quiz.tabTo(quiz.check);
    await press("Space");
    await expect(quiz.feedback).toBeVisible();
    await expect(quiz.button("Next question")).toBeFocused();
  });

  await test.step("the feedback's details, and on", async () => {
    await quiz.tabTo(quiz.summary("Why not the others?"));
    await press("Enter");
    const others = optionsOf(first).filter(({ isKey }, index) => !isKey && index !== 1);
    await expect(quiz.feedback.getByText(others[0].rationale)).toBeVisible();
    await quiz.tabTo(quiz.button("Next question"), "Shift+Tab");
    await press("Enter");
    await expect(quiz.stem).toHaveText(textOf(second.stem));
    await expect(quiz.stem).toBeFocused();
  });

  await test.step("a verdict and a reason", async () => {
    await press("Tab");
    await press("Space");
    await expect(quiz.row("True").locator("input")).toBeChecked();
    await press("ArrowDown");
    await expect(quiz.row("False").locator("input")).toBeChecked();
    await press("Tab");
    await press("Space");
    await expect(quiz.reasons.first().locator("input")).toBeChecked();
    await press("Enter");
    await expect(quiz.feedback).toBeVisible();
    await press("Enter");
    await expect(quiz.stem).toHaveText(textOf(third.stem));
  });

  await test.step("check boxes by Space", async () => {
    for (const index of [0, 1]) {
      await press("Tab");
      await press("Space");
      await expect(quiz.options.nth(index).locator("input")).toBeChecked();
    }
    await press("Space");
    await expect(quiz.options.nth(1).locator("input")).not.toBeChecked();
    await press("Enter");
    await expect(quiz.button("See results")).toBeFocused();
    await press("Enter");
  });

  await test.step("the results", async () => {
    await expect(quiz.heading).toHaveText("Your results");
    await expect(quiz.heading).toBeFocused();
    const review = quiz.part("review").locator("summary").first();
    await quiz.tabTo(review);
    await press("Enter");
    await expect(quiz.part("review").getByText(textOf(first.rationale).slice(0, 40))).toBeVisible();
    await quiz.tabTo(quiz.button("Try again"), "Shift+Tab");
    await press("Enter");
    await expect(quiz.heading).toBeFocused();
    await expect(quiz.start).toBeVisible();
  });
});

test("topics and length are chosen by keyboard", async ({ page }) => {
  const quiz = await openQuiz(page, {});
  await quiz.tabTo(quiz.host.getByRole("radio", { name: "10", exact: true }));
  await page.keyboard.press("ArrowLeft");
  await expect(quiz.host.getByRole("radio", { name: "5", exact: true })).toBeChecked();
  await quiz.tabTo(quiz.summary("Topics"));
  await page.keyboard.press("Enter");
  const topic = quiz.host.getByRole("checkbox").first();
  await quiz.tabTo(topic);
  await page.keyboard.press("Space");
  await expect(topic).toBeChecked();
  await expect(topic).toBeFocused();
  await expect(quiz.summary("Topics")).toContainText(`1 of ${quiz.bank.topics.length}`);
});

test("number and letter keys choose the option they stand for", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice") });
  await expect(quiz.stem).toBeVisible();
  await quiz.host.evaluate((element) => element.focus());
  for (const [key, index] of [["2", 1], ["a", 0], ["C", 2], ["1", 0]]) {
    await page.keyboard.press(key);
    await expect(quiz.options.nth(index).locator("input")).toBeChecked();
    await isFocused(quiz, quiz.options.nth(index));
    await expect(quiz.host.locator("input:checked")).toHaveCount(1);
  }
});

test("the letter that stands beside an option is the one that chooses it", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true, seed: 3 }, { bank: { ...bankOf("single-choice"), settings: {} } });
  await expect(quiz.stem).toBeVisible();
  await quiz.call("focus");
  const n = await quiz.options.count();
  for (let index = 0; index < n; index += 1) {
    const row = quiz.options.nth(index);
    const letter = "ABCDEFGH"[index];
    await expect(row).toContainText(letter);
    await page.keyboard.press(letter.toLowerCase());
    await expect(row.locator("input")).toBeChecked();
  }
});

test("in a true-false question t and f give the verdict, letters the reason", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("true-false") });
  await expect(quiz.stem).toBeVisible();
  await quiz.call("focus");
  for (const [key, words] of [["t", "True"], ["f", "False"], ["1", "True"], ["2", "False"]]) {
    await page.keyboard.press(key);
    await expect(quiz.row(words).locator("input")).toBeChecked();
    await isFocused(quiz, quiz.row(words));
  }
  await page.keyboard.press("b");
  await expect(quiz.reasons.nth(1).locator("input")).toBeChecked();
  await expect(quiz.row("False").locator("input")).toBeChecked();
});

test("in a multiple response a key chooses and no longer chooses", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("multiple-response") });
  await expect(quiz.stem).toBeVisible();
  await quiz.call("focus");
  for (const key of ["1", "b"]) await page.keyboard.press(key);
  await expect(quiz.host.locator("input:checked")).toHaveCount(2);
  await page.keyboard.press("1");
  await expect(quiz.options.nth(0).locator("input")).not.toBeChecked();
  await expect(quiz.options.nth(1).locator("input")).toBeChecked();
});

test("keys with Ctrl, Alt or Meta are left to the browser, and none chooses after the answer", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice") });
  await expect(quiz.stem).toBeVisible();
  await quiz.call("focus");
  for (const key of ["Control+b", "Alt+b", "Meta+b"]) await page.keyboard.press(key);
  await page.keyboard.press("a");
  await expect(quiz.options.nth(0).locator("input")).toBeChecked();
  await expect(quiz.host.locator("input:checked")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(quiz.feedback).toBeVisible();
  await page.keyboard.press("b");
  await expect(quiz.options.nth(0).locator("input")).toBeChecked();
});

test("keys of the host page's own fields are no answers", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice"), head: '<input id="search">' });
  await expect(quiz.stem).toBeVisible();
  await page.locator("#search").pressSequentially("abc");
  await expect(page.locator("#search")).toHaveValue("abc");
  await expect(quiz.host.locator("input:checked")).toHaveCount(0);
});

test("Enter on an option checks the answer, and Enter goes on", async ({ page }) => {
  const bank = bankOf("single-choice", "single-choice");
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await quiz.choose("right");
  await page.keyboard.press("Enter");
  await expect(quiz.feedback).toBeVisible();
  await expect(quiz.button("Next question")).toBeFocused();
  await page.keyboard.press("Enter");
  await quiz.isAt(2, 2);
});

test("Enter on an option before one is chosen asks to choose, and loses nothing", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("multiple-response") });
  await quiz.tabTo(quiz.options.first().locator("input"));
  await page.keyboard.press("Enter");
  await expect(quiz.part("actions")).toContainText("Choose an answer first.");
  await expect(quiz.feedback).toBeHidden();
});

test("a double click on “Check answer” does not skip the feedback", async ({ page }) => {
  // So high that nothing scrolls: the second click hits the same button.
  await page.setViewportSize({ width: 800, height: 2000 });
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice", "single-choice") });
  await quiz.choose("right");
  await quiz.check.dblclick();
  await expect(quiz.feedback).toBeVisible();
  await quiz.isAt(1, 2);
});

test("holding Enter does not race through the quiz", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: bankOf(...CHOICE_KINDS) });
  const hold = async () => {
    for (let repeats = 0; repeats < 12; repeats += 1) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
  };
  await quiz.tabTo(quiz.start);
  await hold();
  await quiz.isAt(1, 3);
  await quiz.choose("right");
  await hold();
  await quiz.isAt(1, 3);
  await expect(quiz.feedback).toBeVisible();
  await hold();
  await quiz.isAt(2, 3);
  await expect(quiz.feedback).toBeHidden();
});

test("the focus goes to the stem after moving and is never lost", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: bankOf(...CHOICE_KINDS) });
  const isKept = async (what) => expect(await quiz.focused(), `the focus after ${what}`).not.toBeNull();

  await quiz.start.click();
  await expect(quiz.stem).toBeFocused();
  for (const how of ["wrong", "partly"]) {
    await quiz.check.click();
    await isKept("checking nothing");
    await quiz.choose(how);
    await isKept("choosing");
    await quiz.check.click();
    await expect(quiz.primary).toBeFocused();
    await quiz.goOn();
    await expect(quiz.stem).toBeFocused();
  }
  await quiz.button("Back").click();
  await expect(quiz.stem).toBeFocused();
  await quiz.goOn();
  await quiz.answer("wrong");
  await quiz.goOn();
  await expect(quiz.heading).toBeFocused();
  await quiz.button(/Practise what you missed/).click();
  await expect(quiz.stem).toBeFocused();
  await quiz.play("wrong");
  await expect(quiz.heading).toBeFocused();
  await quiz.button("Try again").click();
  await expect(quiz.heading).toBeFocused();
});

test("a quiz that loads or starts by itself does not take the focus from the page", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice"), head: '<input id="search" autofocus>' });
  await expect(quiz.stem).toBeVisible();
  await expect(page.locator("#search")).toBeFocused();
});

test("a new question is shown from its top", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("multiple-response", "single-choice") });
  await quiz.answer("wrong");
  await quiz.goOn();
  await expect(quiz.header).toBeInViewport();
});

test("feedback is in view after the answer, with the button", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf(...CHOICE_KINDS) });
  for (const how of ["right", "wrong", "partly"]) {
    await quiz.answer(how);
    await expect(quiz.feedback.getByRole("heading")).toBeInViewport({ ratio: 1 });
    await expect(quiz.primary).toBeInViewport({ ratio: 1 });
    await quiz.goOn();
  }
});
