// What a page in TypeScript may write of the element, and what the compiler must refuse.
import { SelfCheck, banks } from "selfcheck-widget";
import type { AnswerDetail, LearnerResponse, Report, Snapshot } from "selfcheck-widget";

const quiz = document.createElement("self-check");
const found: SelfCheck | null = document.querySelector("self-check");
const isOne: boolean = found instanceof SelfCheck;

// Attributes, as properties.
quiz.src = banks["ma-cps-ethics"];
quiz.mode = "exam";
quiz.count = "auto";
quiz.count = 10;
quiz.topics = "a b";
quiz.shuffle = "none";
quiz.seed = 7;
quiz.passMark = null;
quiz.saveKey = "course-7";
quiz.noStart = true;
quiz.attempts = 3;
quiz.attemptCost = 10;
quiz.hintCost = 25;
quiz.timeLimit = 5400;
quiz.certainty = false;
quiz.loading = "eager";
// @ts-expect-error There is no such mode.
quiz.mode = "duel";
// @ts-expect-error
quiz.count = "many";
// @ts-expect-error
quiz.shuffle = "yes";
// @ts-expect-error
quiz.passMark = "70 %";
// @ts-expect-error
quiz.certainty = "quite";
// @ts-expect-error There is no such bank.
quiz.src = banks["tea"];

// Methods.
quiz.start();
quiz.submit();
quiz.next();
quiz.back();
quiz.goTo("q-1");
quiz.finish();
quiz.restart();
quiz.forget();
quiz.focus();
quiz.focus({ preventScroll: true });
const kept: Snapshot | null = quiz.snapshot();
const could: boolean = quiz.restore(kept ?? {});
// @ts-expect-error
quiz.goTo();
// @ts-expect-error It takes an object.
quiz.restore("{}");
// @ts-expect-error There is no such method.
quiz.pause();

switch (quiz.phase) {
  case "loading":
  case "paused":
    break;
  // @ts-expect-error There is no such phase.
  case "over":
}

// Events, with their details.
quiz.addEventListener("selfcheck-ready", ({ detail }) => `${detail.bankId satisfies string}: ${detail.questionCount satisfies number}`);
quiz.addEventListener("selfcheck-start", ({ detail }) => detail.mode satisfies "practice" | "exam" | "review" | "cards");
quiz.addEventListener("selfcheck-move", ({ detail }) => detail.position / detail.total);
quiz.addEventListener("selfcheck-finish", ({ detail }) => detail satisfies Report);
quiz.addEventListener("selfcheck-restart", () => {}, { once: true });
quiz.addEventListener("selfcheck-error", ({ detail }) => {
  if (detail.code === "bank") return detail.problems.map(({ path, remedy }) => `${path}: ${remedy}`);
  // @ts-expect-error There is no such code.
  return detail.code === "teapot";
});
quiz.addEventListener("click", ({ clientX }) => clientX);
quiz.removeEventListener("selfcheck-finish", () => {});
// They bubble.
document.addEventListener("selfcheck-answer", ({ detail }) => tell(detail));
document.body.addEventListener("selfcheck-finish", ({ detail }) => detail.percent);
// @ts-expect-error There is no such field.
quiz.addEventListener("selfcheck-finish", ({ detail }) => detail.grade);
quiz.addEventListener("selfcheck-finish", ({ detail }) => {
  // @ts-expect-error Nobody may have been told.
  detail.passed satisfies boolean;
  // @ts-expect-error Nobody may have answered.
  detail.answers[0]!.response.kind;
});

function tell({ questionId, score, certainty, hint, attempt, final, response }: AnswerDetail) {
  const earned: number = score?.earned ?? 0;
  // @ts-expect-error A reflection has none.
  score.earned;
  return [questionId, earned, certainty === "quite", hint, (attempt ?? 1) + 1, final, given(response)];
}

// Every kind of response has what it has, and nothing is left out.
function given(response: LearnerResponse): string | undefined {
  switch (response.kind) {
    case "single-choice":
      return response.option;
    case "multiple-response":
      return response.options.join();
    case "true-false":
      return `${response.verdict === true} ${response.reason ?? ""}`;
    case "ordering":
      return response.order.join();
    case "matching":
      return Object.values(response.pairs).join();
    case "grid":
      return Object.values(response.rows).join();
    case "cloze":
      return Object.values(response.gaps).join();
    case "fill-in":
    case "numeric":
      // @ts-expect-error It is text, as it was typed.
      response.option;
      return response.text;
    case "reflection":
      return response.text + response.checks.join();
    case "hotspot":
      return response.region;
    case "card":
      return response.rating;
    default:
      return response satisfies never;
  }
}

// @ts-expect-error It is read only.
quiz.phase = "ready";
// @ts-expect-error It is read only.
quiz.report = null;

export { could, isOne };
