// <self-check> in JSX, for React 19 or newer: `import "selfcheck-widget/react"`.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { SelfCheck, SelfCheckAttributes } from "./selfcheck.js";

export * from "./selfcheck.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "self-check": DetailedHTMLProps<HTMLAttributes<SelfCheck>, SelfCheck> & SelfCheckAttributes;
    }
  }
}
