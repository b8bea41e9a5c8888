/** Writes one structured line to the Worker's log. Never pass what a reader typed: questions can be private, and logs are kept. */
export function logError(entry: Readonly<Record<string, string | number>>): void {
  // biome-ignore lint/suspicious/noConsole: in a Worker, the console is the log.
  console.error(JSON.stringify(entry));
}

/** As `logError`, for normal operation. */
export function logInformation(entry: Readonly<Record<string, string | number>>): void {
  // biome-ignore lint/suspicious/noConsole: in a Worker, the console is the log.
  console.info(JSON.stringify(entry));
}
