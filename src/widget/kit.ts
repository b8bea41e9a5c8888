/*
 * What the widget's scripts have in common. It is in the first of them alone: in the bundles of the others, src/build/bundler.ts
 * puts in the place of this module one whose exports are empty until `take` fills them.
 */

export { directionOf } from "./direction.ts";
export { button, type Child, create, present } from "./dom.ts";
export { emit } from "./events.ts";
export { icon } from "./icons.ts";

/** What one script lends the next. */
export type Kit = Omit<typeof import("./kit.ts"), "take">;

/** Takes what another script lends. Where all is one program, it is there already. */
export function take(_lent: Kit): void {}
