import type { KeptState } from "../kept-state.ts";
import { take } from "../kit.ts";
import type { Session, Shell } from "../shell.ts";
import { WidgetSession } from "./session.ts";

/**
 * Starts what a reader does with a widget: the build makes a script of its own of this file and what it imports.
 * @param kept what the reader left behind in this tab
 */
export function startSession(shell: Shell, kept: KeptState | undefined): Session {
  take(shell.kit);
  return new WidgetSession(shell, kept);
}
