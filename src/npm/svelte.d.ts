// <self-check> in Svelte 5 components: `import "selfcheck-widget/svelte"`.
import type { HTMLAttributes } from "svelte/elements";
import type { SelfCheck, SelfCheckAttributes } from "./selfcheck.js";

export * from "./selfcheck.js";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "self-check": HTMLAttributes<SelfCheck> & SelfCheckAttributes;
  }
}
