/* What a session lends the script of answers, as `../kit.ts` does. */

export { placeNear } from "./placement.ts";
export { wrapped } from "./wrapped.ts";

/** What a session lends. */
export type SessionKit = Omit<typeof import("./kit.ts"), "take">;

/** Takes what a session lends. Where all is one program, it is there already. */
export function take(_lent: SessionKit): void {}
