// What a checker of accessibility finds.
import axe from "axe-core";

// What axe finds in the quizzes of the page.
export async function axeFindings(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run("self-check", { resultTypes: ["violations"] });
    const place = ({ target, failureSummary }) => `${target.flat().at(-1)}: ${failureSummary}`;
    return violations.map(({ id, nodes }) => `${id} at ${nodes.map(place).join("; ")}`);
  });
}
