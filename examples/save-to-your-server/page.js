// Sends the result to a server of yours, if the learner says so.

// Yours. It answers to POST with any 2xx. On another origin it must allow this one, and `content-type`.
const ENDPOINT = "/results";

const quiz = document.querySelector("self-check");
const consent = document.querySelector("#consent");
const state = document.querySelector("#state");
const again = document.querySelector("#again");

let result; // what was not sent yet
let isOnItsWay = false;

quiz.addEventListener("selfcheck-finish", ({ detail }) => {
  const { earned, possible, durationMs } = detail;
  // `detail.answers` has every answer. Send it only if you need it, and then say so above.
  result = { lesson: "lesson-3", earned, possible, durationMs, at: new Date().toISOString() };
  send();
});

consent.addEventListener("change", send);
again.addEventListener("click", send);

async function send() {
  if (!consent.checked || !result || isOnItsWay) return;
  const sending = result;
  isOnItsWay = true;
  again.hidden = true;
  state.textContent = "Sending your result…";
  try {
    const response = await fetch(ENDPOINT, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(sending),
      keepalive: true, // It arrives though the page is left meanwhile.
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    if (result === sending) result = undefined;
    state.textContent = "Your result was sent. Thank you.";
  } catch (error) {
    console.warn("The result was not sent:", error);
    state.textContent = "Your result could not be sent. It is still here.";
    again.hidden = false;
  } finally {
    isOnItsWay = false;
  }
}

// A last try where the one before failed. A beacon outlives the page, and tells nobody whether it arrived.
addEventListener("pagehide", () => {
  if (consent.checked && result && !isOnItsWay) navigator.sendBeacon(ENDPOINT, JSON.stringify(result));
});
