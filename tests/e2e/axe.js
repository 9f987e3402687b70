// What a checker of accessibility finds.
import axe from "axe-core";
import { expect } from "./site.js";

// What axe finds in the quizzes of the page, by all of its rules or as `options` tell it.
export async function axeFindings(page, options = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run("self-check", { resultTypes: ["violations"], ...options });
    const place = ({ target, failureSummary }) => `${target.flat().at(-1)}: ${failureSummary}`;
    return violations.map(({ id, nodes }) => `${id} at ${nodes.map(place).join("; ")}`);
  }, options);
}

// By all of its rules it finds nothing.
export const isAccessible = async (page) => expect(await axeFindings(page)).toEqual([]);
