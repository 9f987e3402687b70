// <self-check> in templates of Vue 3: `import "selfcheck-widget/vue"`.
import type { DefineComponent } from "vue";
import type { SelfCheckAttributes } from "./selfcheck.js";

export * from "./selfcheck.js";

type Capitals<Name> = Name extends `onselfcheck-${infer Rest}` ? `onSelfcheck${Capitalize<Rest>}` : Name;

/** Vue names listeners in camel case: `@selfcheck-finish` is `onSelfcheckFinish`. */
type VueAttributes = { [Name in keyof SelfCheckAttributes as Capitals<Name>]: SelfCheckAttributes[Name] };

declare module "vue" {
  interface GlobalComponents {
    "self-check": DefineComponent<VueAttributes>;
  }
}
