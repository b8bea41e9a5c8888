import type { Answered } from "./session/source.ts";

/** What a reader left behind when following a citation, and finds again after Back. */
export interface KeptState {
  readonly question: string;
  readonly found: Answered;
  readonly isOpen: boolean;
  readonly thread: readonly string[];
}

const keyOf = (name: string): string => `footnote-state:${location.pathname}:${name}`;

/** Keeps the state of the widget of a name for this tab. */
export function keepState(name: string, state: KeptState): void {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(state));
  } catch {
    // A full or closed store keeps nothing.
  }
}

/** The state that the widget of a name was left in, where the reader came back to the page. It is given once. */
export function takeState(name: string): KeptState | undefined {
  const [navigation] = performance.getEntriesByType("navigation");
  const isBack = navigation !== undefined && "type" in navigation && navigation.type === "back_forward";
  try {
    const stored = sessionStorage.getItem(keyOf(name));
    sessionStorage.removeItem(keyOf(name));
    return isBack && stored !== null ? (JSON.parse(stored) as KeptState) : undefined;
  } catch {
    return undefined;
  }
}
