import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** The message for a user about an error of the libraries; undefined when it is a fault of Footnote. */
export async function explainError(
  error: unknown,
): Promise<{ message: string; exitCode: ExitCode } | undefined> {
  const [store, corpus, sets, wrangler, reports, folders, engines, output] = await Promise.all([
    import("../index/store.ts"),
    import("../build/read-corpus.ts"),
    import("../evaluation/read-lines.ts"),
    import("../build/wrangler.ts"),
    import("../build/questions/report-file.ts"),
    import("../build/static/static-folder.ts"),
    import("../build/engines/index.ts"),
    import("../build/folders.ts"),
  ]);
  const missing = [
    store.IndexUnavailableError,
    sets.JudgedSetError,
    wrangler.MissingWranglerError,
    reports.ReportError,
    folders.StaticFolderError,
  ];
  if (error instanceof Error && missing.some((kind) => error instanceof kind)) {
    return { message: error.message, exitCode: exitCodes.usage };
  }
  const message =
    error instanceof corpus.CorpusChangedError || error instanceof output.OutputError
      ? error.message
      : engines.explainEngineError(error);
  return message === undefined ? undefined : { message, exitCode: exitCodes.faults };
}
