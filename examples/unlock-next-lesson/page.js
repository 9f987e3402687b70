// Opens the next lesson once the target was reached, and remembers it on this device.
//
// This guides learners and keeps nobody out: who knows the address of lesson 4 can go there.

const NEXT = "../score-in-the-page/";
const REMEMBERED = "lesson-3-passed";
const QUESTIONS = 5;

const quiz = document.querySelector("self-check");
const next = document.querySelector("#next");

quiz.addEventListener("selfcheck-finish", ({ detail }) => {
  // Learners may ask fewer questions, and practise those that they missed.
  if (detail.answers.length < QUESTIONS) return;
  if (!detail.passed) {
    next.textContent = `That was ${Math.round(detail.percent)} %. Lesson 4 opens with 60 % or more.`;
    return;
  }
  remember();
  open();
});

if (isRemembered()) open();

function open() {
  const link = document.createElement("a");
  link.href = NEXT;
  link.textContent = "Go to lesson 4";
  next.replaceChildren(link);
}

// A browser may refuse storage. Then the lesson is open until the page is closed.
function remember() {
  try {
    localStorage.setItem(REMEMBERED, "yes");
  } catch {}
}

function isRemembered() {
  try {
    return localStorage.getItem(REMEMBERED) === "yes";
  } catch {
    return false;
  }
}
