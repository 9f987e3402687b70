// Everybody can use it: axe finds nothing on any screen, screen readers are told what happens, and
// it holds at 320 pixels, in forced colours and without motion.
import { axeFindings } from "./axe.js";
import { expect, test } from "./site.js";
import { bankOf, CHOICE_KINDS, openPage, openQuiz, optionsOf, quizTag, textOf } from "./quiz.js";
import { everyScreen } from "./screens.js";

const bank = bankOf(...CHOICE_KINDS);

// What reaches beyond the right edge, except within tables and code, which scroll by themselves.
const wideFindings = (host) => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return [...host.shadowRoot.querySelectorAll("*")]
    .filter((element) => !element.closest("pre, table"))
    .map((element) => [element, Math.round(element.getBoundingClientRect().right)])
    .filter(([, right]) => right > innerWidth)
    .map(([element, right]) => `${element.localName}.${element.className} ends at ${right}`)
    .concat(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []);
};

// What can be pressed and is less than 44 pixels high. A button in a line of text, like a link
// there, is as high as the line.
const smallFindings = (host) =>
  [...host.shadowRoot.querySelectorAll("button, summary, label")]
    .filter((element) => !element.closest("p") && element.checkVisibility())
    .map((element) => [element.textContent.trim().slice(0, 30), element.getBoundingClientRect().height])
    .filter(([, height]) => height < 43.9)
    .map(([text, height]) => `“${text}” is ${height} px high`);

test("no screen has a finding of axe, a sideways scroll or a small target, narrow or wide", async ({ page }) => {
  test.slow();
  const found = [];
  await everyScreen(page, async (name, quiz) => {
    // 320 pixels are also what is left of a laptop's 1280 at a zoom of 400 %.
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const findings = [await axeFindings(page), await quiz.host.evaluate(wideFindings), await quiz.host.evaluate(smallFindings)];
      found.push(...findings.flat().map((finding) => `${name}, ${width} px: ${finding}`));
    }
  });
  expect(found).toEqual([]);
});

test("the focus is visible on everything that takes it", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank });
  // The ring is round the control, or round the row (the chip) that it stands in.
  const hasRing = () =>
    page.evaluate(() => {
      let focused = document.activeElement;
      while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const isRing = ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      const row = focused.closest("label");
      return [focused.localName, isRing(getComputedStyle(focused)) || (row !== null && isRing(getComputedStyle(row)))];
    });
  const walk = async (last) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      const [name, isVisible] = await hasRing();
      if (name === "body" || name === "html") break;
      expect(isVisible, `${name} on the ${last}`).toBe(true);
    }
  };
  await expect(quiz.start).toBeVisible();
  await quiz.summary("Topics").count();
  await walk("start screen");
  await quiz.start.click();
  await walk("question");
  await quiz.answer("wrong");
  await walk("feedback");
  await quiz.goOn();
  await quiz.play("wrong");
  await walk("results");
});

test("the result is told once, politely, and the next question clears it", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  const live = quiz.host.getByRole("status");
  await expect(live).toHaveCount(1);
  await expect(live).toHaveText("");
  await quiz.host.evaluate((host) => {
    window.told = [];
    const region = host.shadowRoot.querySelector("[role=status]");
    new MutationObserver(() => window.told.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await quiz.check.click();
  await expect(live).toHaveText("Choose an answer first.");
  await quiz.answer("right");
  await expect(live).toHaveText("Correct. 1 of 1 point.");
  await quiz.goOn();
  await expect(live).toHaveText("");
  await quiz.answer("partly");
  await quiz.goOn();
  await quiz.answer("wrong");
  const told = (await page.evaluate(() => window.told)).filter(Boolean);
  expect(told).toEqual(["Choose an answer first.", "Correct. 1 of 1 point.", "Partly correct. 0.5 of 1 point.", "Not this time, here is why. Right about 0 of 6 options: 0 of 1 point."]);
});

test("options are a group named by the stem, and tell their text and how they turned out", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice") });
  const question = quiz.bank.questions[0];
  const group = quiz.host.getByRole("group", { name: textOf(question.stem) });
  await expect(group.getByRole("radio")).toHaveCount(question.options.length);
  for (const { text } of optionsOf(question)) await expect(group.getByRole("radio", { name: text, exact: true })).toHaveCount(1);
  const { chosen } = await quiz.answer("wrong");
  const key = optionsOf(question).find(({ isKey }) => isKey);
  await expect(group.getByRole("radio", { name: `${chosen[0].text} Your answer: not right` })).toHaveCount(1);
  await expect(group.getByRole("radio", { name: `${key.text} Right answer` })).toHaveCount(1);
});

test("headings and progress have names, and icons are silent", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await expect(quiz.host.getByRole("progressbar", { name: "Questions answered" })).toBeVisible();
  await quiz.answer("wrong");
  await expect(quiz.feedback.getByRole("heading", { name: /^Not this time/ })).toBeVisible();
  for (const icon of await quiz.host.locator("svg").all()) await expect(icon).toHaveAttribute("aria-hidden", "true");
});

test("in forced colours chosen and right options still differ from the others", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice") });
  const { chosen } = await quiz.choose("wrong");
  const looks = (row) => row.evaluate((element) => {
    const { outlineStyle, outlineColor, borderColor, borderWidth } = getComputedStyle(element);
    return [outlineStyle, outlineColor, borderColor, borderWidth].join(" ");
  });
  const other = optionsOf(quiz.bank.questions[0]).find(({ id, isKey }) => !isKey && id !== chosen[0].id);
  expect(await looks(quiz.row(chosen[0].text))).not.toBe(await looks(quiz.row(other.text)));
  await quiz.check.click();
  await expect(quiz.row(chosen[0].text).locator("svg")).toBeVisible();
  await expect(quiz.part("option-correct").locator("svg")).toBeVisible();
});

test("nothing moves by itself where motion is not wanted", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await quiz.answer("wrong");
  const moving = await quiz.host.evaluate((host) =>
    [...host.shadowRoot.querySelectorAll("*")]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return !/^(0s(, )?)+$/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
      })
      .map(({ localName }) => localName),
  );
  expect(moving).toEqual([]);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("lines are at most 65 characters long, however wide the page is", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  const quiz = await openQuiz(page, { "no-start": true }, { bank });
  await quiz.answer("wrong");
  const wide = await quiz.host.evaluate((host) =>
    [...host.shadowRoot.querySelectorAll("p, li, legend")]
      .filter((element) => element.textContent && element.checkVisibility())
      .filter((element) => element.children.length === 0)
      .filter((element) => element.getBoundingClientRect().width > 75 * 0.5 * parseFloat(getComputedStyle(element).fontSize))
      .map((element) => element.textContent.slice(0, 40)),
  );
  expect(wide).toEqual([]);
});

test("“Try again” after a failure does not lose the focus", async ({ page }) => {
  let isBroken = true;
  await page.route("**/bank.json", (route) => (isBroken ? route.abort() : route.fulfill({ json: bank })));
  const quiz = await openQuiz(page, { src: "/bank.json" });
  await quiz.tabTo(quiz.button("Try again"));
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await quiz.heard()).length).toBe(2);
  await expect.poll(() => quiz.focused()).not.toBeNull();
  isBroken = false;
  await quiz.tabTo(quiz.button("Try again"));
  await page.keyboard.press("Enter");
  await expect(quiz.start).toBeVisible();
  await expect(quiz.heading).toBeFocused();
});

test("two quizzes on one page do not mix their groups of radio buttons", async ({ page }) => {
  const quiz = await openPage(page, quizTag({ id: "one", "no-start": true }, { bank }) + quizTag({ id: "two", "no-start": true }, { bank }));
  quiz.bank = bank;
  await quiz.at("#one").choose("right");
  await quiz.at("#two").choose("wrong");
  for (const id of ["#one", "#two"]) await expect(quiz.at(id).host.locator("input:checked")).toHaveCount(1);
});
