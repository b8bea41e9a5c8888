/** A line on stderr that tells of work as it goes on. */
export interface ProgressLine {
  update(done: number, total: number): void;
  end(): void;
}

/** Milliseconds between two writings of a line, and from which on a rate says something. */
const interval = 100;
const settled = 2000;

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

/** A progress line that is written over as work goes on; silent when stderr is not a terminal. */
export function progressLine(label: string): ProgressLine {
  const { stderr } = process;
  const started = performance.now();
  let last = Number.NEGATIVE_INFINITY;
  return {
    update(done, total) {
      const now = performance.now();
      if (!stderr.isTTY || (now - last < interval && done < total)) return;
      last = now;
      stderr.write(`\r\u001b[K${label} ${describeProgress(done, total, now - started)}`);
    },
    end() {
      if (stderr.isTTY) stderr.write("\r\u001b[K");
    },
  };
}
