/** A progress line on stderr. */
export interface ProgressLine {
  update(done: number, total: number): void;
  end(): void;
}

/** Milliseconds between two updates of the line, and before a rate is meaningful. */
const interval = 100;
const settled = 2000;
/** Milliseconds between two lines where stderr is not a terminal. */
const logInterval = 15_000;

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

/** A progress line that overwrites itself; where stderr is not a terminal, an occasional log line. */
export function progressLine(label: string): ProgressLine {
  const { stderr } = process;
  let started: number | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return {
    update(done, total) {
      const now = performance.now();
      if (started === undefined) {
        started = now;
        if (!stderr.isTTY) last = now;
      }
      if (now - last < (stderr.isTTY ? interval : logInterval)) return;
      last = now;
      const text = `${label} ${describeProgress(done, total, now - started)}`;
      stderr.write(stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end() {
      if (stderr.isTTY) stderr.write("\r\u001b[K");
    },
  };
}
