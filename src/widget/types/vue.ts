/** The tag in Vue's templates: `import type {} from "footnote-ask/widget/vue"`. */
import type { DefineComponent } from "vue";
import type { Labels } from "../labels/labels.ts";
import type { FootnoteAskAttributes } from "./attributes.ts";

declare module "vue" {
  interface GlobalComponents {
    "footnote-ask": DefineComponent<FootnoteAskAttributes & { readonly labels?: Partial<Labels> }>;
  }
}
