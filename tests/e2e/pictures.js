// Takes a picture of every screen into tests/output/screens, for people to look at: `make screens`.
import { test } from "./site.js";
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
