// Every screen of the quiz, one after the other, for what is to be checked or seen on each.
import { expect } from "./site.js";
import { bankOf, EVERY_KIND, openQuiz } from "./quiz.js";

const bank = bankOf(...EVERY_KIND);
const FALLBACK = "<p>Ask your trainer for the questions on paper.</p>";
// The page says its colours, as pages do.
const STYLE = "<style>:root { color-scheme: light dark } body { background: Canvas; color: CanvasText; font-family: sans-serif }</style>";

// Calls back on each with its name.
export async function everyScreen(page, visit) {
  const open = (attributes, options) => openQuiz(page, attributes, { head: STYLE, ...options });
  const openAll = async (quiz) => {
    await quiz.host.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
  };

  const quiz = await open({ "pass-mark": 60, "save-key": "screens" });
  await expect(quiz.start).toBeVisible();
  await visit("start", quiz);
  await openAll(quiz);
  await visit("start, all open", quiz);

  for (const how of ["right", "partly", "wrong"]) {
    const quiz = await open({ "pass-mark": 60, "no-start": true, "save-key": how }, { bank });
    for (const kind of EVERY_KIND) {
      if (how === "right") await visit(`${kind} question`, quiz);
      if (how === "wrong") {
        await quiz.check.click();
        await openAll(quiz);
        await visit(`${kind} question, nudge and hint`, quiz);
      }
      await quiz.choose(how);
      if (how === "partly") await visit(`${kind} question, answered`, quiz);
      await quiz.check.click();
      await openAll(quiz);
      await visit(`${kind} feedback, ${how}`, quiz);
      if (how === "partly" && kind === EVERY_KIND[0]) {
        await page.reload();
        await expect(quiz.button("Continue")).toBeVisible();
        await visit("resume prompt", quiz);
        await quiz.button("Continue").click();
      }
      await quiz.goOn();
    }
    await openAll(quiz);
    await visit(`results, ${how}`, quiz);
    if (how === "partly") {
      for (const paper of ["Worksheet", "Answer key"]) {
        await openAll(quiz);
        await quiz.button(paper).click();
        await visit(paper.toLowerCase(), quiz);
        await quiz.button("Back").click();
      }
    }
  }

  await page.evaluate(() => localStorage.setItem("selfcheck:notice:ma-cps-ethics", "rubbish"));
  const noticed = await open({ "save-key": "notice" }, { bank });
  await expect(noticed.start).toBeVisible();
  await visit("notice", noticed);

  const failed = await open({}, { bank: '{"format": 1}', fallback: FALLBACK });
  await expect(failed.failure).toBeVisible();
  await openAll(failed);
  await visit("failure of the bank", failed);
  await page.route("**/*.wasm*", (route) => route.abort());
  const broken = await open({}, { bank, fallback: FALLBACK });
  await expect(broken.failure).toBeVisible();
  await visit("failure of the engine", broken);
  await page.unroute("**/*.wasm*");
}
