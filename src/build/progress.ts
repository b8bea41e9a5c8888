import type { AtWork } from "../corpus/load.ts";
import { shownName } from "../shared/shown-name.ts";

/** A progress line on stderr. */
export interface ProgressLine {
  /** @param at what the work goes on with */
  update(done: number, total: number, at?: AtWork): void;
  end(): void;
}

/** Where the line is written. */
type Output = Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean; readonly columns?: number };

/** Milliseconds between two updates of the line, and before a rate is meaningful. */
const interval = 100;
const settled = 2000;
/** Milliseconds between two lines where stderr is not a terminal. */
const logInterval = 15_000;
/** Bytes of a file that may take longer than an interval: it is named at once, so that the line never names one that is done with. */
const largeFile = 50_000;
/** Characters of a line where the width of the terminal is not known. */
const usualWidth = 80;

/**
 * Progress, rate and remaining time in words.
 *
 * @param elapsed milliseconds since the start
 */
export function describeProgress(done: number, total: number, elapsed: number): string {
  const text = `${done} of ${total}`;
  if (elapsed < settled || done === 0) return text;
  const rate = (1000 * done) / elapsed;
  const left = Math.ceil((total - done) / rate);
  const time = left < 60 ? `${left} s` : `${Math.floor(left / 60)} min ${left % 60} s`;
  return `${text}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second, ${time} left`;
}

/** What the work goes on with, after the rest of a line: the end of a path that is too long for it tells more than its beginning. */
function named(at: AtWork | undefined, room: number): string {
  const path = at && shownName(at.path);
  if (path === undefined || room < 8) return "";
  return `: ${path.length > room ? `…${path.slice(1 - room)}` : path}`;
}

/** A progress line that overwrites itself; where the output is no terminal, an occasional log line. */
export function progressLine(label: string, output: Output = process.stderr): ProgressLine {
  const isTerminal = output.isTTY === true;
  let started: number | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return {
    update(done, total, at) {
      const now = performance.now();
      if (started === undefined) {
        started = now;
        if (!isTerminal) last = now;
      }
      const isLarge = isTerminal && at !== undefined && at.size >= largeFile;
      if (now - last < (isTerminal ? interval : logInterval) && !isLarge) return;
      last = now;
      const text = `${label} ${describeProgress(done, total, now - started)}`;
      const room = isTerminal ? (output.columns ?? usualWidth) - text.length - 3 : Number.POSITIVE_INFINITY;
      output.write(isTerminal ? `\r\u001b[K${text}${named(at, room)}` : `${text}${named(at, room)}\n`);
    },
    end() {
      if (isTerminal) output.write("\r\u001b[K");
    },
  };
}
