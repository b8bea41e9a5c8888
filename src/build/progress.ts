/** A line on stderr that tells of work as it goes on. */
export interface ProgressLine {
  update(done: number, total: number): void;
  end(): void;
}

/** Milliseconds between two writings of a line, and from which on a rate says something. */
const interval = 100;
const settled = 2000;
/** Milliseconds between two lines of a log. */
const logInterval = 15_000;

/**
 * How far work is, how fast it goes and how long it will take.
 *
 * @param elapsed milliseconds since the beginning
 */
export function describeProgress(done: number, total: number, elapsed: number): string {
  const text = `${done} of ${total}`;
  if (elapsed < settled || done === 0) return text;
  const rate = (1000 * done) / elapsed;
  const left = Math.ceil((total - done) / rate);
  const time = left < 60 ? `${left} s` : `${Math.floor(left / 60)} min ${left % 60} s`;
  return `${text}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second, ${time} left`;
}

/** A progress line that is written over as work goes on; where stderr is not a terminal, a line of log now and then. */
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
