// Takes a picture of every screen into tests/output/screens, for people to look at: `make screens`.
import { openQuiz } from "./quiz.js";
import { expect, test } from "./site.js";
import { everyScreen } from "./screens.js";

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 768, 1440]) {
    test.describe(() => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test(`every screen, ${colorScheme}, ${width} px`, async ({ page }) => {
        test.slow();
        await everyScreen(page, async (name) => {
          const file = `${width}-${colorScheme} ${name}.png`.replace(/[ ,]+/g, "-");
          await page.screenshot({ path: `../output/screens/${file}`, fullPage: true });
        });
      });
    });
  }
}

// The pictures of the README: one of each mode.
test.describe(() => {
  test.use({ viewport: { width: 760, height: 900 }, colorScheme: "light" });
  const STYLE = "<style>:root { color-scheme: light } body { font-family: system-ui, sans-serif } h1 { display: none }</style>";

  test("each mode, for the README", async ({ page }) => {
    test.slow();
    const open = async (attributes) => {
      const quiz = await openQuiz(page, { seed: 5, "save-key": "readme", ...attributes }, { head: STYLE });
      await expect(quiz.start.or(quiz.results)).toBeVisible();
      if (await quiz.results.isVisible()) await quiz.button("Try again").click();
      await expect(quiz.start).toBeVisible();
      return quiz;
    };
    // As much of it as there is room for, from its beginning or from something in it.
    const picture = async (quiz, name, { height = 640, from = quiz.part("base") } = {}) => {
      await page.evaluate(() => scrollTo(0, 0));
      const [box, { y }] = [await quiz.part("base").boundingBox(), await from.boundingBox()];
      const clip = { ...box, y: Math.max(y - 20, 0), height: Math.min(box.y + box.height - y + 20, height) };
      await page.screenshot({ path: `../../src/demo/${name}.png`, fullPage: true, clip });
    };

    await page.clock.install({ time: new Date("2026-03-02T10:00:00") });
    const exam = await open({ mode: "exam", count: 12, "time-limit": 1800 });
    await exam.start.click();
    for (const step of [1, 2, 3, 4]) {
      if (step !== 2) await exam.choose("right");
      if (step === 3) await exam.part("flag-button").click();
      await exam.primary.click();
    }
    await exam.summary("All questions").click();
    await page.clock.runFor(300_000);
    await picture(exam, "exam");

    // Some days of practice, so that there is something to show.
    for (let day = 0; day < 4; day += 1) {
      const practice = await open({ count: 20, certainty: true, seed: 10 + day });
      await practice.start.click();
      for (let n = 0; n < 20; n += 1) {
        await practice.choose(["right", "right", "wrong", "right"][(n + day) % 4]);
        const sure = practice.host.getByRole("radio", { name: ["Quite sure", "Fairly sure", "Not sure"][n % 3] });
        if (await sure.count()) await sure.check();
        await practice.check.click();
        await practice.goOn();
      }
      if (day === 3) await picture(practice, "certainty", { from: practice.host.getByRole("heading", { name: "How sure you were" }), height: 420 });
      await page.clock.fastForward("26:00:00");
    }
    await picture(await open({ mode: "review", seed: 5 }), "review");
    const standing = await open({});
    await standing.button("Where you stand").click();
    await picture(standing, "standing", { height: 1000 });
    const cards = await open({ mode: "cards" });
    await cards.start.click();
    await cards.button("Turn the card").click();
    await picture(cards, "cards", { from: cards.host.getByText("The answer", { exact: true }) });
  });
});
