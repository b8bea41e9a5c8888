/** The tag in TSX, for React 19: `import type {} from "footnote-ask/widget/react"`. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { FootnoteAsk } from "../element.ts";
import type { FootnoteEventMap } from "../events.ts";
import type { Labels } from "../labels/labels.ts";
import type { FootnoteAskAttributes } from "./attributes.ts";

/** React listens to an event of a custom element by its name after `on`. */
type Listeners = {
  readonly [Name in keyof FootnoteEventMap as `on${Name}`]?: (event: FootnoteEventMap[Name]) => void;
};

/** What React gives every element. Named here: in the augmentation these names are private to React's own types. */
type ElementProps = DetailedHTMLProps<HTMLAttributes<FootnoteAsk>, FootnoteAsk>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "footnote-ask": Omit<ElementProps, keyof FootnoteAskAttributes> &
        FootnoteAskAttributes &
        Listeners & { readonly labels?: Partial<Labels> };
    }
  }
}
