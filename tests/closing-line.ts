import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one plain line that a script can read: `N passed, N failed`. A file that cannot run counts as failed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandledErrors.length;
    const count = (state: string) => states.filter((value) => value === state).length;
    const skipped = count("skipped");
    process.stdout.write(
      `${count("passed")} passed, ${count("failed") + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
    );
  }
}
