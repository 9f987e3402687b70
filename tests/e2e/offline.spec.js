// Without a network: the page that has everything in itself.
import { expect, test } from "./site.js";
import { Quiz } from "./quiz.js";

const dist = (path) => new URL(`../../dist/${path}`, import.meta.url);
const PAGE = dist("selfcheck-offline.html");

// Opens it as from a memory stick, and writes down whatever it asks for and whatever goes wrong.
async function openFile(page, query = "") {
  const noted = [];
  page.on("request", (request) => /^(data|blob):/.test(request.url()) || noted.push(request.url()));
  page.on("console", (message) => noted.push(message.text()));
  page.on("pageerror", (error) => noted.push(error.message));
  await page.context().setOffline(true);
  await page.goto(PAGE.href + query);
  return { quiz: new Quiz(page), noted };
}

test("one file, opened from a folder with the network off, is the whole quiz", async ({ page }) => {
  const { quiz, noted } = await openFile(page);
  await quiz.host.evaluate((element) => (element.count = 5));
  await expect(quiz.host.getByText("5 questions", { exact: true })).toBeVisible();
  await quiz.start.click();
  await quiz.play("right", "wrong");
  await expect(quiz.part("score")).toBeVisible();
  await expect(quiz.part("review").first()).toBeAttached();
  // Nothing was asked for but the file, and the page's own policy refused nothing.
  expect(noted).toEqual([PAGE.href]);
});

test("an ordinary page opened as a file shows its fallback, as browsers let no file load another", async ({ page }) => {
  await page.goto(dist("index.html").href);
  await expect(page.getByText("This quiz needs JavaScript").first()).toBeVisible();
});

test("the file keeps an attempt that was left", async ({ page }) => {
  const { quiz } = await openFile(page);
  await quiz.host.evaluate((element) => element.count = 5);
  await quiz.start.click();
  await quiz.answer("right");
  await page.reload();
  await expect(quiz.button("Continue")).toBeVisible();
});

test("the file starts anew after its WebAssembly failed", async ({ page }) => {
  await page.addInitScript(() => {
    const { instantiateStreaming } = WebAssembly;
    let calls = 0;
    WebAssembly.instantiateStreaming = (...given) => (calls++ ? instantiateStreaming(...given) : Promise.reject(new Error("no memory")));
  });
  const { quiz } = await openFile(page);
  await quiz.button("Try again").click();
  await expect(quiz.start).toBeVisible();
});

test("the file speaks the languages there are", async ({ page }) => {
  const { quiz } = await openFile(page, "?lang=es");
  await expect(quiz.button("Comenzar")).toBeVisible();
  await page.getByLabel("Language").selectOption("en");
  await expect(quiz.start).toBeVisible();
  await page.getByLabel("Language").selectOption("es");
  await expect(quiz.button("Comenzar")).toBeVisible();
});
