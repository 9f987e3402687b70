// Ends Playwright's report with one plain line for programs that count: `12 passed, 0 failed`.
export default class ClosingLine {
  onBegin(_config, suite) {
    this.tests = suite.allTests();
  }

  onEnd() {
    const count = (...outcomes) => this.tests.filter((test) => outcomes.includes(test.outcome())).length;
    console.log(`\n${count("expected", "flaky")} passed, ${count("unexpected")} failed, ${count("skipped")} skipped`);
  }
}
