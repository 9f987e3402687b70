// A course page with a quiz and nothing else: the bank from a file, the score back on the page.
import "selfcheck-widget";
import "./style.css";
import bank from "./bank.json";

const quiz = document.querySelector("self-check");
const score = document.querySelector("#score");

quiz.bank = bank;
quiz.addEventListener("selfcheck-finish", ({ detail }) => {
  score.textContent = `Lesson 3: ${detail.earned} of ${detail.possible} points.`;
  score.hidden = false;
});
