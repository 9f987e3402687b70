// `test` with the site under test: import it in every spec instead of Playwright's own.
import { test as base } from "@playwright/test";
import { startSite } from "./server.mjs";

export { expect } from "@playwright/test";

export const test = base.extend({
  // One site for each worker, whose tests run one after another: `site.plain`, `site.strict` and
  // `site.other` are addresses, `site.violations` what the strict policy refused in this test.
  workerSite: [
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],
  site: async ({ workerSite }, use) => {
    workerSite.violations.length = 0;
    await use(workerSite);
  },
  // So that `page.goto("/")` is the demo page, `page.goto("/pages/….html")` a host page.
  baseURL: async ({ workerSite }, use) => use(workerSite.plain),
});
