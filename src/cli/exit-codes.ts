/** What a command's exit code says. */
export const exitCodes = {
  /** Done; nothing is wrong. */
  done: 0,
  /** Done or tried, and something is wrong: with the articles, the answers or the site. Its lines say what and where. */
  faults: 1,
  /** Typed wrongly, or something that the command needs is missing. Nothing was changed. */
  usage: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a message for the user, who can do something about it. */
export class CommandError extends Error {
  override name = "CommandError";
  readonly exitCode: ExitCode;

  /** @param message what is wrong and what to do */
  constructor(message: string, exitCode: ExitCode = exitCodes.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}
