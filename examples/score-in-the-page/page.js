// Shows in the page how it goes, from what the quiz tells.

const quiz = document.querySelector("self-check");
const scores = new Map(); // by question, so that a further attempt counts in place of the one before
let total = 0;

quiz.addEventListener("selfcheck-start", ({ detail }) => {
  total = detail.questionCount;
  begin();
});

quiz.addEventListener("selfcheck-answer", ({ detail }) => {
  // A text of one's own earns no points, and has no score.
  scores.set(detail.questionId, detail.score ?? { earned: 0, possible: 0 });
  show();
});

quiz.addEventListener("selfcheck-finish", ({ detail }) => {
  write("result", `${Math.round(detail.percent)} %`);
});

quiz.addEventListener("selfcheck-restart", begin);

function begin() {
  scores.clear();
  write("result", "–");
  show();
}

function show() {
  const sum = (key) => [...scores.values()].reduce((all, score) => all + score[key], 0);
  write("answered", `${scores.size} of ${total}`);
  write("points", `${round(sum("earned"))} of ${round(sum("possible"))}`);
}

function round(points) {
  return Math.round(points * 100) / 100;
}

function write(id, text) {
  document.getElementById(id).textContent = text;
}
