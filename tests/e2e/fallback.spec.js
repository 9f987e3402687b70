// A bank as static HTML inside its element, as `selfcheck render` writes it: for those without scripts, for
// search engines and for printers.
import { isAccessible } from "./axe.js";
import { expect, test } from "./site.js";

const PAGE = "/examples/fallback/index.html";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("every question can be read, and its answer is one tap away", async ({ page }) => {
    await page.goto(PAGE);
    const inside = page.locator("self-check");
    await expect(inside.getByRole("heading", { level: 2 })).toHaveText("Getting started with Selfcheck");
    await expect(inside.locator(":scope > div > ol > li")).toHaveCount(13);
    const first = inside.locator("li", { hasText: "What does Selfcheck open for you at once?" }).first();
    const why = first.getByText("Both stand open, so that you can compare them.");
    await expect(why).toBeHidden();
    await first.getByText("The answer", { exact: true }).click();
    await expect(why).toBeVisible();
  });

  test("it fits a narrow screen", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(PAGE);
    const wide = await page.locator("self-check :is(p, li, h2, h3, img)").evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.textContent),
    );
    expect(wide).toEqual([]);
  });

  test("its pictures are those of the built bank", async ({ page, request }) => {
    await page.goto(PAGE);
    const images = page.locator("self-check img");
    expect(await images.count()).toBeGreaterThan(0);
    for (const image of await images.all()) {
      const address = new URL(await image.getAttribute("src"), page.url());
      expect((await request.get(address.href)).status(), address.href).toBe(200);
    }
  });
});

test("once there is a quiz it is gone from the screen, from the tree that screen readers use, and from paper", async ({ page }) => {
  await page.goto(PAGE);
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
  const question = page.locator("self-check").getByText("What does Selfcheck open for you at once?").first();
  await expect(question).toBeHidden();
  await expect(page.getByRole("heading", { level: 3, name: "Putting it on a page" })).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(question).toBeHidden();
});

test("where the quiz cannot be loaded it stays, and axe finds nothing in it", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(PAGE);
  await expect(page.getByRole("alert")).toBeVisible();
  for (const details of await page.locator("self-check details").all()) {
    await details.evaluate((element) => (element.open = true));
  }
  await expect(page.getByText("Both stand open, so that you can compare them.")).toBeVisible();
  await isAccessible(page);
});
