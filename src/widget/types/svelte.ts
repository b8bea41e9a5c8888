/** The tag in Svelte's templates: `import type {} from "footnote-ask/widget/svelte"`. */
import type {} from "svelte/elements";
import type { FootnoteEventMap } from "../events.ts";
import type { Labels } from "../labels/labels.ts";
import type { FootnoteAskAttributes } from "./attributes.ts";

type Listeners = {
  readonly [Name in keyof FootnoteEventMap as `on${Name}`]?: (event: FootnoteEventMap[Name]) => void;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "footnote-ask": Omit<HTMLAttributes<HTMLElement>, keyof FootnoteAskAttributes> &
      FootnoteAskAttributes &
      Listeners & { readonly labels?: Partial<Labels> };
  }
}
