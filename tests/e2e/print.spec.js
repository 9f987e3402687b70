// The questions on paper, as a worksheet and as an answer key, and every other screen in print.
import { readFileSync } from "node:fs";
import { isAccessible } from "./axe.js";
import { expect, test } from "./site.js";
import { openQuiz, textOf } from "./quiz.js";

// A question of every kind, with two of one scenario, rich text and sources.
const TEA = { ...JSON.parse(readFileSync(new URL("../snapshots/bank.json", import.meta.url))), settings: { shuffle: "none" } };
const N = TEA.questions.length;
// `toResults` answers one rightly, and a reflection is never missed.
const N_MISSED = N - 2;
const RATIONALES = ["Black tea opens in boiling water.", "Every tea is leaves or buds", "Cold pots cool", "Tender leaves burn.", "Strong tea bears milk."];

const open = async (page, attributes = {}, options) => {
  const quiz = await openQuiz(page, attributes, { bank: TEA, ...options });
  await expect(quiz.heading.or(quiz.stem).first()).toBeVisible();
  return quiz;
};

const html = (quiz) => quiz.host.evaluate((element) => element.shadowRoot.innerHTML);
const snapshot = async (quiz) => JSON.stringify(await quiz.snapshot());
const sheet = (quiz) => quiz.part("sheet");
const asked = (quiz) => sheet(quiz).locator(".asked");
const about = (quiz, stem) => asked(quiz).filter({ hasText: stem });

// Answers some questions, right and not, and goes to the results.
async function toResults(quiz) {
  await quiz.call("start");
  await quiz.row("Boiling").click();
  await quiz.check.click();
  await quiz.goOn();
  for (const text of ["Leaves", "Sugar"]) await quiz.row(text).click();
  await quiz.check.click();
  await quiz.call("goTo", "pairs");
  await quiz.match("Black tea", "Boiling water");
  await quiz.match("Green tea", "Ice");
  await quiz.check.click();
  await quiz.call("finish");
  await expect(quiz.results).toBeVisible();
}

test("by mouse: a worksheet of the plan that would begin now, which tells nothing of what is right", async ({ page }) => {
  const quiz = await open(page);
  const before = await snapshot(quiz);
  await quiz.summary("Print").click();
  await isAccessible(page);
  await quiz.button("Worksheet").click();
  await expect(quiz.heading).toHaveText("Worksheet");
  await expect(quiz.heading).toBeFocused();
  await expect(quiz.host.getByRole("status")).toHaveText(`Worksheet, ${N} questions`);
  await expect(asked(quiz)).toHaveCount(N);
  await expect(sheet(quiz)).toContainText("Name");
  await expect(sheet(quiz).locator(".scenario")).toHaveCount(1);
  await expect(sheet(quiz).locator(".scenario")).toContainText("The situation: for questions 5 and 6");
  await expect(about(quiz, "How hot is the water for black tea?").locator(".round")).toHaveCount(3);
  await expect(about(quiz, "What grows on a tea plant?").locator(".box")).toHaveCount(4);
  await expect(about(quiz, "Put the steps in order").locator(".written")).toHaveText(["blank", "blank", "blank"]);
  await expect(about(quiz, "Which water does each need?").locator(".letter")).toHaveText(["A", "B", "C"]);
  await expect(about(quiz, "drunk with milk?").getByRole("table").locator(".box")).toHaveCount(9);
  await expect(about(quiz, "for green tea?").locator(".ruled")).toBeVisible();
  await expect(sheet(quiz).locator(".box svg")).toHaveCount(0);
  const shown = await html(quiz);
  for (const rationale of [...RATIONALES, "Right answer", "80 ± 5", "steep it"]) expect(shown).not.toContain(rationale);
  await isAccessible(page);

  await quiz.button("Back").click();
  await expect(quiz.button("Worksheet")).toBeFocused();
  await expect(sheet(quiz)).toBeHidden();
  expect(await snapshot(quiz)).toBe(before);
  expect(await quiz.get("phase")).toBe("ready");
});

test("by keyboard alone: the answer key is there when it is asked for, and gone after Escape", async ({ page }) => {
  const quiz = await open(page);
  const before = await snapshot(quiz);
  for (const words of ["Tender leaves burn.", "80 ± 5"]) expect(await html(quiz)).not.toContain(words);
  await quiz.tabTo(quiz.summary("Print"));
  await page.keyboard.press("Enter");
  await quiz.tabTo(quiz.button("Answer key"));
  await page.keyboard.press("Enter");
  await expect(quiz.heading).toHaveText("Answer key");
  await expect(quiz.heading).toBeFocused();
  await expect(quiz.host.getByRole("status")).toHaveText(`Answer key, ${N} questions`);
  const ticked = (stem) => about(quiz, stem).locator("li, tr").filter({ has: page.locator(".box svg") });
  await expect(ticked("How hot is the water for black tea?")).toContainText(["Boiling"]);
  await expect(ticked("What grows on a tea plant?")).toContainText(["Leaves", "Buds"]);
  await expect(ticked("Water boils at the same heat")).toContainText(["False", "Air presses less"]);
  await expect(ticked("drunk with milk?")).toContainText(["Chai", "Oolong", "White tea"]);
  await expect(about(quiz, "Which water does each need?").locator(".written")).toHaveText(["B", "A"]);
  const steps = about(quiz, "Put the steps in order").locator(".choices li");
  for (const [place, step] of ["Warm the pot.", "Then add the leaves.", "Pour the water"].entries()) {
    await expect(steps.filter({ hasText: step }).locator(".written")).toHaveText(String(place + 1));
  }
  await expect(about(quiz, "too long has a bitter taste")).toContainText("steep it or draw");
  await expect(about(quiz, "for green tea?")).toContainText("80 ± 5 °C");
  for (const rationale of RATIONALES) await expect(sheet(quiz).getByText(rationale)).toBeVisible();
  await isAccessible(page);

  await page.keyboard.press("Escape");
  await expect(quiz.button("Answer key")).toBeFocused();
  await expect(quiz.host.getByRole("status")).toHaveText("");
  for (const words of RATIONALES) expect(await html(quiz)).not.toContain(words);
  expect(await snapshot(quiz)).toBe(before);
  await quiz.tabTo(quiz.start, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(quiz.stem).toBeFocused();
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });

  test("both can be had from the results too, with the questions that were asked", async ({ page }) => {
    const quiz = await open(page, { count: 5 });
    await quiz.call("start");
    await quiz.call("finish");
    const before = await snapshot(quiz);
    for (const paper of ["Worksheet", "Answer key"]) {
      if (!(await quiz.button(paper).isVisible())) await quiz.summary("Print").tap();
      await quiz.button(paper).tap();
      await expect(quiz.heading).toHaveText(paper);
      await expect(asked(quiz)).toHaveCount(5);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await quiz.button("Back").tap();
      await expect(quiz.button(paper)).toBeFocused();
    }
    expect(await snapshot(quiz)).toBe(before);
    expect(await quiz.get("phase")).toBe("finished");
  });
});

test("the study sheet has what was missed and nothing else, by topic, with what was given and why", async ({ page }) => {
  const quiz = await open(page, { count: 3 });
  await quiz.call("start");
  const right = await quiz.answer("right");
  await quiz.goOn();
  const wrong = await quiz.answer("wrong");
  await quiz.goOn();
  await quiz.call("finish");
  await quiz.summary("Print").click();
  await quiz.button("Study sheet").click();
  await expect(quiz.heading).toHaveText("Study sheet");
  await expect(quiz.heading).toBeFocused();
  await expect(asked(quiz)).toHaveCount(2);
  await expect(sheet(quiz)).not.toContainText(textOf(right.question.stem));
  await expect(sheet(quiz).locator(".questions > li", { hasText: textOf(wrong.question.stem) })).toContainText("You:");
  const topics = await sheet(quiz).getByRole("heading", { level: 3 }).allTextContents();
  expect(new Set(topics).size).toBe(topics.length);
  await isAccessible(page);
  await quiz.button("Back").click();
  await expect(quiz.button("Study sheet")).toBeFocused();
  await quiz.button("Record of participation").click();
  await expect(quiz.heading).toHaveText("Record of participation");
  await expect(sheet(quiz)).toContainText("You answered 2 of 3 questions.");
  await expect(sheet(quiz)).toContainText(String(new Date().getFullYear()));
  await expect(sheet(quiz)).toContainText("This record is self-reported.");
  await isAccessible(page);
});

test("worksheet and key of one draw belong together: the same number, order and letters", async ({ page }) => {
  const quiz = await open(page, { shuffle: "all", seed: 12345 });
  // A passage says what may fill it on the worksheet only, and the key what to look for in a reflection.
  const ownWords = textOf(TEA.questions.find(({ kind }) => kind === "reflection").stem);
  const sorted = asked(quiz).filter({ hasNot: page.locator(".passage"), hasNotText: ownWords });
  const laid = async (paper) => {
    if (!(await quiz.button(paper).isVisible())) await quiz.summary("Print").click();
    await quiz.button(paper).click();
    await expect(sheet(quiz)).toContainText(`${N} questions, no. 12345`);
    const read = [await asked(quiz).locator(".stem").allTextContents(), await sorted.locator(".choices").allTextContents()];
    await quiz.button("Back").click();
    return read.flat().map((text) => text.replaceAll(/Right answer|blank|^\d|(?<=[.A-Z])[A-Z0-9](?=[A-Z])/g, ""));
  };
  const worksheet = await laid("Worksheet");
  const key = await laid("Answer key");
  expect(key.length).toBe(worksheet.length);
  expect(key.slice(0, N)).toEqual(worksheet.slice(0, N));
});

test("“Print” opens the browser's dialog, and the page can have the quiz begin meanwhile", async ({ page }) => {
  const quiz = await open(page);
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
  });
  await quiz.summary("Print").click();
  await quiz.button("Worksheet").click();
  await quiz.button("Print").click();
  expect(await page.evaluate(() => window.printed)).toBe(1);
  await expect(sheet(quiz)).toBeVisible();
  expect(await quiz.call("start")).toBe("answering");
  await expect(quiz.stem).toBeVisible();
  await expect(sheet(quiz)).toBeHidden();
});

test("a dialog of the page stays open when Escape puts the paper away", async ({ page }) => {
  const quiz = await open(page);
  await page.evaluate(() => {
    const dialog = document.createElement("dialog");
    document.querySelector("main").append(dialog);
    dialog.append(document.querySelector("self-check"));
    dialog.showModal();
  });
  await quiz.summary("Print").click();
  await quiz.button("Worksheet").click();
  await page.keyboard.press("Escape");
  await expect(quiz.button("Worksheet")).toBeFocused();
  expect(await page.evaluate(() => document.querySelector("dialog").open)).toBe(true);
});

// What is seen in print, whatever the page looks like.
const seenInPrint = (host) => {
  const isSeen = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  const base = host.shadowRoot.querySelector(".base");
  const texts = [...host.shadowRoot.querySelectorAll("p, li, h2, .stem, .option-text")].filter(isSeen);
  return {
    controls: [...host.shadowRoot.querySelectorAll("button, progress, .chip")].filter(isSeen).map((element) => element.textContent),
    closed: [...host.shadowRoot.querySelectorAll("details > :not(summary)")].filter((element) => !isSeen(element)).map((element) => element.textContent),
    background: getComputedStyle(base).backgroundColor,
    dark: [...new Set(texts.map((element) => getComputedStyle(element).color))].sort(),
    wide: texts.filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.textContent),
  };
};
const WHITE = { controls: [], closed: [], background: "rgb(255, 255, 255)", dark: ["rgb(0, 0, 0)", "rgb(51, 51, 51)"], wide: [] };
const DARK = "<style>:root { color-scheme: dark } body { background: black; color: white } self-check { --selfcheck-text: white; --selfcheck-surface: black }</style>";
const A4 = { width: 680, height: 960 };

test.describe("in print, on a dark page", () => {
  test.use({ colorScheme: "dark", viewport: A4 });

  for (const paper of ["Worksheet", "Answer key"]) {
    test(`the ${paper.toLowerCase()} is black on white, whole, and breaks between questions`, async ({ page }) => {
      const quiz = await open(page, {}, { head: DARK });
      await quiz.summary("Print").click();
      await quiz.button(paper).click();
      await page.emulateMedia({ media: "print" });
      expect(await quiz.host.evaluate(seenInPrint)).toEqual(WHITE);
      const breaks = await sheet(quiz).locator(".questions > li").evaluateAll((items) => items.map((item) => getComputedStyle(item).breakInside));
      expect(new Set(breaks)).toEqual(new Set(["avoid"]));
      await expect(sheet(quiz).getByText("Which cup does each want?")).toBeVisible();
      if (paper === "Answer key") await expect(sheet(quiz).getByText("tea.example/green")).toBeVisible();
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      expect(pdf.match(/\/Type ?\/Page\b/g).length).toBeGreaterThan(1);
    });
  }

  test("the results have everything open that is one tap away on the screen", async ({ page }) => {
    const quiz = await open(page, {}, { head: DARK });
    await toResults(quiz);
    await page.emulateMedia({ media: "print" });
    const seen = await quiz.host.evaluate(seenInPrint);
    expect({ ...seen, closed: seen.closed.filter((text) => !text.includes("On paper") && !/Worksheet|Answer key|Study sheet|Record of participation/.test(text)) }).toEqual(WHITE);
    await expect(quiz.part("topics").locator("svg")).toHaveCount(2);
    for (const words of ["It stays pale.", "Fresh water, just boiled:", "tea.example/green"]) {
      await expect(quiz.results.getByText(words).first()).toBeVisible();
    }
    const after = await quiz.results.locator('a[href^="mailto"]').evaluate((link) => getComputedStyle(link, "::after").content);
    expect(after).toContain("(mailto:tea@tea.example)");
  });

  test("a question and its feedback are without buttons, and a hint nobody opened stays unsaid", async ({ page }) => {
    const quiz = await open(page, { "no-start": true }, { head: DARK });
    await page.emulateMedia({ media: "print" });
    await expect(quiz.stem).toBeVisible();
    await expect(quiz.part("hint")).toBeHidden();
    await expect(quiz.check).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await quiz.row("Lukewarm").click();
    await quiz.check.click();
    await page.emulateMedia({ media: "print" });
    await expect(quiz.feedback.getByText("It stays ice.")).toBeVisible();
    const { controls, background } = await quiz.host.evaluate(seenInPrint);
    expect([controls, background]).toEqual([[], WHITE.background]);
    // Backgrounds are not printed, so what stands on one must be dark.
    await expect(quiz.options.locator(".badge").first()).toHaveCSS("color", "rgb(0, 0, 0)");
  });
});

test("the review tells in words what was given, what is right, and how it went", async ({ page }) => {
  const quiz = await open(page);
  await toResults(quiz);
  const item = (stem) => quiz.part("review").locator("li", { hasText: stem }).first();
  await expect(item("How hot is the water for black tea?").locator(".quiet").nth(1)).toHaveText("You: Boiling");
  const summary = (stem) => item(stem).locator(":scope > details > summary");
  const boxes = summary("What grows on a tea plant?");
  for (const words of ["Partly correct: 0.5 of 1 point", "You: Leaves; Sugar", "Right: Leaves; Buds"]) await expect(boxes).toContainText(words);
  const pairs = item("Which water does each need?");
  await expect(summary("Which water does each need?")).toContainText("You: 1 of 2 right");
  await summary("Which water does each need?").click();
  const rows = pairs.getByRole("row");
  await expect(rows.nth(1)).toContainText(/Black tea.*Boiling water.*Boiling water/);
  await expect(rows.nth(2)).toContainText(/Green tea.*Ice.*Warm water/);
  const order = summary("Put the steps in order");
  await expect(order).toContainText("Not answered");
  await expect(order).toContainText("Right: 1. Warm the pot. 2. Then add the leaves.");
  await expect(order.locator("svg")).toHaveCount(1);
});

test("“Missed” leaves out what earned everything, by keyboard too", async ({ page }) => {
  const quiz = await open(page);
  await toResults(quiz);
  const shown = quiz.part("review").locator(":scope > li:visible");
  await expect(shown).toHaveCount(N);
  await quiz.tabTo(quiz.host.getByRole("radio", { name: "All" }));
  await page.keyboard.press("ArrowRight");
  await expect(quiz.host.getByRole("radio", { name: `Missed (${N_MISSED})` })).toBeChecked();
  await expect(shown).toHaveCount(N_MISSED);
  await expect(shown.filter({ hasText: "How hot is the water for black tea?" })).toHaveCount(0);
  await quiz.host.locator(".chip", { hasText: "All" }).click();
  await expect(shown).toHaveCount(N);
});
