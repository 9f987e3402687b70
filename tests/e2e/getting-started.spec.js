// The bank that comes first, which has every kind of question, can be finished by keyboard alone and
// by touch alone. Whatever is asked, what to do follows from the control that one has come to.
import { readFileSync } from "node:fs";
import { expect, test } from "./site.js";
import { openQuiz } from "./quiz.js";

const BANK = JSON.parse(readFileSync(new URL("../../dist/banks/getting-started.json", import.meta.url)));
const ATTRIBUTES = { src: "/banks/getting-started.json", "no-start": true };
const NUMBER = "0.75";

// The kind of a control, and whether something is still to be done with it.
const asks = (element) => {
  const { type, name } = element;
  const part = element.part?.value ?? "";
  if (part.includes("move-button")) return { type: "move", isEmpty: element.getAttribute("aria-disabled") !== "true" && !element.disabled };
  if (part.includes("submit-button")) return { type: "submit", isEmpty: true };
  const group = [...element.getRootNode().querySelectorAll("input")].filter((input) => input.name === name);
  const isEmpty = {
    radio: () => !group.some(({ checked }) => checked),
    checkbox: () => !element.checked,
    "select-one": () => element.selectedIndex === 0,
  }[type] ?? (() => element.value === "");
  return { type, isEmpty: isEmpty() };
};

// `answer` checks an answer, `press` presses a button.
async function playThrough(quiz, answer, press) {
  for (const position of BANK.questions.keys()) {
    await quiz.isAt(position + 1, BANK.questions.length);
    await answer();
    await expect(quiz.feedback, BANK.questions[position].id).toBeVisible();
    await press(quiz.primary);
  }
  await expect(quiz.results).toBeVisible();
  await expect(quiz.results).not.toContainText("Not answered");
}

test("every kind of question stands in the first bank", async () => {
  const kinds = new Set(BANK.questions.map(({ kind }) => kind));
  const named = readFileSync(new URL("../../src/quiz/question.rs", import.meta.url), "utf8").match(/NAMES: &\[&str\] = &\[([^\]]*)\]/)[1];
  expect([...kinds].sort()).toEqual([...named.matchAll(/"([^"]+)"/g)].map(([, name]) => name).sort());
});

test("the first bank can be finished by keyboard alone", async ({ page }) => {
  test.slow();
  const quiz = await openQuiz(page, ATTRIBUTES);
  const press = (key) => page.keyboard.press(key);
  await expect(quiz.stem).toBeVisible();
  const answer = async () => {
    let hasMoved = false;
    for (let presses = 0; presses < 80; presses += 1) {
      await press("Tab");
      const focused = await page.evaluateHandle(() => {
        let focused = document.activeElement;
        while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        return focused;
      });
      const { type, isEmpty } = await focused.evaluate(asks);
      if (type === "submit") return press("Enter");
      if (!isEmpty || (type === "move" && hasMoved)) continue;
      if (type === "move") await press("Enter").then(() => (hasMoved = true));
      if (type === "radio" || type === "checkbox") await press("Space");
      if (type === "select-one") await press("ArrowDown");
      if (type === "text" || type === "textarea") await page.keyboard.type(NUMBER);
    }
    throw new Error("80 times Tab do not lead to the button that checks");
  };
  await playThrough(quiz, answer, async (button) => {
    await expect(button).toBeFocused();
    await press("Enter");
  });
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 700 } });

  test("the first bank can be finished by touch alone", async ({ page }) => {
    test.slow();
    const quiz = await openQuiz(page, ATTRIBUTES);
    await expect(quiz.stem).toBeVisible();
    const answer = async () => {
      let hasMoved = false;
      for (const control of await quiz.part("options").locator("input, select, textarea, button").all()) {
        const { type, isEmpty } = await control.evaluate(asks);
        if (!isEmpty || (type === "move" && hasMoved)) continue;
        if (type === "move") await control.tap().then(() => (hasMoved = true));
        // A finger taps the row or the label, and not the little circle in it.
        if (type === "radio" || type === "checkbox") await control.locator("xpath=ancestor::label").tap();
        // The list itself is the browser's; it opens outside of the page.
        if (type === "select-one") await control.selectOption({ index: 1 });
        if (type === "text" || type === "textarea") await control.tap().then(() => page.keyboard.insertText(NUMBER));
      }
      await quiz.primary.tap();
    };
    await playThrough(quiz, answer, async (button) => {
      // Two quick taps on one button are taken for one; whoever reads in between makes two.
      await quiz.feedback.locator("h2").tap();
      await button.tap();
    });
  });
});
