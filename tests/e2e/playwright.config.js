// How Playwright runs the end-to-end tests. `make test STEPS=e2e` runs them all; for some of them,
// in this folder: ../../scripts/browser.sh npx playwright test smoke
import { defineConfig } from "@playwright/test";
import { launch } from "./launch.js";

if (!process.env.HEADLESS_SHELL) {
  throw new Error("$HEADLESS_SHELL is not set. Run the tests through scripts/browser.sh, which finds the browser.");
}

export default defineConfig({
  testDir: ".",
  // What look.spec.js compares with.
  snapshotPathTemplate: "{testDir}/look/{arg}{ext}",
  // Other pictures are for people to look at, and not compared: `make screens`.
  testMatch: process.env.PICTURES ? "pictures.js" : process.env.FRAMEWORKS ? "frameworks.js" : "*.spec.js",
  outputDir: "../output",
  workers: 2,
  fullyParallel: true,
  // A test that passes at the second try has found something.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  reporter: [["list"], ["./closing-line.js"]],
  use: {
    browserName: "chromium",
    // What people look at comes from the browser that they have.
    launchOptions: launch(process.env.PICTURES ? process.env.CHROMIUM : process.env.HEADLESS_SHELL),
    // Nothing waits for a movement to end. A trace of every test would take a third of the time: for
    // a test that fails, add --trace=on.
    reducedMotion: "reduce",
  },
});
