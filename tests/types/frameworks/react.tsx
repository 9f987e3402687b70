// The element in JSX.
import type { Report } from "selfcheck-widget/react";

export const quiz = (
  <self-check src="/bank.json" mode="exam" count="auto" pass-mark={70} no-start className="mine" onselfcheck-finish={({ detail }) => detail satisfies Report} />
);
// @ts-expect-error There is no such mode.
export const duel = <self-check mode="duel" />;
// @ts-expect-error That event has another detail.
export const wrong = <self-check onselfcheck-move={({ detail }) => detail.percent} />;
