// Properties and methods of the element: what a host page does by script.
import { expect, test } from "./site.js";
import { bankOf, CHOICE_KINDS, openPage, openQuiz, quizTag } from "./quiz.js";

const bank = bankOf(...CHOICE_KINDS);

const PROPERTIES = {
  src: ["src", "/banks/ma-cps-ethics.json", "/banks/ma-cps-ethics.json"],
  mode: ["mode", "practice", "practice"],
  count: ["count", 5, "5"],
  topics: ["topics", "a b", "a b"],
  shuffle: ["shuffle", "none", "none"],
  seed: ["seed", 12, "12"],
  passMark: ["pass-mark", 80, "80"],
  saveKey: ["save-key", "course", "course"],
  noStart: ["no-start", true, ""],
  loading: ["loading", "eager", "eager"],
};

test("each attribute has a property in camelCase, both ways", async ({ page }) => {
  await openPage(page, "");
  await page.waitForFunction(() => customElements.get("self-check"));
  for (const [property, [attribute, value, text]] of Object.entries(PROPERTIES)) {
    const seen = await page.evaluate(
      ([property, attribute, value, text]) => {
        const element = document.createElement("self-check");
        const empty = element[property];
        element[property] = value;
        const written = element.getAttribute(attribute);
        element[property] = null;
        const removed = !element.hasAttribute(attribute);
        element.setAttribute(attribute, text);
        return { empty, written, removed, read: element[property] };
      },
      [property, attribute, value, text],
    );
    expect(seen, property).toEqual({ empty: value === true ? false : null, written: text, removed: true, read: value });
  }
});

test("properties set before the element is defined count", async ({ page }) => {
  const early = `<script>
    Object.assign(document.querySelector("self-check"), { count: 2, noStart: true, shuffle: "none", bank: ${JSON.stringify(bank).replaceAll("<", "\\u003c")} });
  </script>`;
  const quiz = await openPage(page, quizTag() + early);
  quiz.bank = bank;
  await quiz.isAt(1, 2);
  expect(await quiz.host.evaluate((element) => [element.getAttribute("count"), Object.keys(element)])).toEqual(["2", []]);
});

test("several changes in one task cause one update", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => request.url().includes("/bank-") && fetched.push(new URL(request.url()).pathname));
  await page.route("**/bank-*", (route) => route.fulfill({ json: bank }));
  const quiz = await openQuiz(page, { src: "/bank-1.json" }, {});
  await expect(quiz.start).toBeVisible();
  await quiz.host.evaluate((element) => {
    element.src = "/bank-2.json";
    element.count = 1;
    element.src = "/bank-3.json";
  });
  await expect(quiz.host.getByText("1 question", { exact: true })).toBeVisible();
  expect(fetched).toEqual(["/bank-1.json", "/bank-3.json"]);
  expect((await quiz.heard()).map(([name]) => name)).toEqual(["ready", "ready"]);
});

test("phase and report tell how far the learner is", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank });
  await expect(quiz.start).toBeVisible();
  expect([await quiz.get("phase"), await quiz.get("report")]).toEqual(["ready", null]);
  await quiz.start.click();
  expect([await quiz.get("phase"), await quiz.get("report")]).toEqual(["answering", null]);
  await quiz.answer("right");
  expect([await quiz.get("phase"), await quiz.get("report")]).toEqual(["feedback", null]);
  await quiz.goOn();
  await quiz.play("right");
  expect(await quiz.get("phase")).toBe("finished");
  expect((await quiz.get("report")).percent).toBe(100);
});

test("each method does its work at once: phase and report are right in the next line", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank });
  await expect(quiz.start).toBeVisible();
  expect(await quiz.call("start")).toBe("answering");
  await quiz.choose("right");
  expect(await quiz.call("submit")).toBe("feedback");
  expect(await quiz.call("next")).toBe("answering");
  expect(await quiz.call("back")).toBe("feedback");
  expect(await quiz.call("goTo", bank.questions[2].id)).toBe("answering");
  await quiz.isAt(3, 3);
  const report = await quiz.host.evaluate((element) => (element.finish(), element.report));
  expect([report.earned, report.possible]).toEqual([1, 3]);
  expect(await quiz.call("restart")).toBe("ready");
  expect(await quiz.get("report")).toBeNull();
});

test("a method that makes no sense now does nothing", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank });
  await expect(quiz.start).toBeVisible();
  for (const method of ["submit", "next", "back", "finish", "restart"]) expect(await quiz.call(method), method).toBe("ready");
  await quiz.call("start");
  for (const method of ["start", "submit", "next", "back"]) expect(await quiz.call(method), method).toBe("answering");
  for (const id of ["no-such", "", null, undefined, {}, bank.questions[0].id, "a".repeat(1000)]) {
    expect(await quiz.call("goTo", id), String(id)).toBe("answering");
  }
  await quiz.isAt(1, 3);
  await quiz.call("finish");
  for (const method of ["start", "submit", "next", "back", "finish"]) expect(await quiz.call(method), method).toBe("finished");
  expect((await quiz.heard()).map(([name]) => name)).toEqual(["ready", "start", "move", "finish"]);
});

test("every method can be called before there is a quiz", async ({ page }) => {
  await page.route("**/*.wasm", () => {}); // On its way for ever.
  const quiz = await openQuiz(page, {}, { isWhole: false });
  await page.waitForFunction(() => customElements.get("self-check"));
  for (const method of ["start", "submit", "next", "back", "finish", "restart", "forget", "focus"]) {
    expect(await quiz.callNow(method), method).toBe("loading");
  }
  expect(await quiz.host.evaluate((element) => [element.snapshot(), element.restore({}), element.report])).toEqual([null, false, null]);
});

test("focus() leads to what is to be read or pressed next", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank });
  await expect(quiz.start).toBeVisible();
  await quiz.call("focus");
  await expect(quiz.heading).toBeFocused();
  await quiz.call("start");
  await expect(quiz.stem).toBeVisible();
  await quiz.call("focus");
  await expect(quiz.stem).toBeFocused();
});
