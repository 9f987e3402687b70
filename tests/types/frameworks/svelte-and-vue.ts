// What templates of Svelte and Vue are checked against.
import type { SvelteHTMLElements } from "svelte/elements";
import type { GlobalComponents } from "vue";
import type { Report } from "selfcheck-widget";
import type {} from "selfcheck-widget/svelte";
import type {} from "selfcheck-widget/vue";

export const svelte: SvelteHTMLElements["self-check"] = {
  "pass-mark": 70,
  "onselfcheck-finish": ({ detail }) => detail satisfies Report,
};
// @ts-expect-error There is no such mode.
svelte.mode = "duel";

type Props = InstanceType<GlobalComponents["self-check"]>["$props"];
export const vue: Props = { "pass-mark": 70, onSelfcheckFinish: ({ detail }) => detail satisfies Report };
// @ts-expect-error There is no such mode.
export const duel: Props = { mode: "duel" };
