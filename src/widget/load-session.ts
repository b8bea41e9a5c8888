import type { KeptState } from "./kept-state.ts";
import type { Session, Shell } from "./shell.ts";

/** The module of a session. */
interface SessionModule {
  startSession(shell: Shell, kept: KeptState | undefined): Session;
}

/** Loads the session's module. The script of a page has another way, which finds it anew after a failure: see src/build/bundler.ts. */
export const loadSession = (): Promise<SessionModule> => import("./session/index.ts");
