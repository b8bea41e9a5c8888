/** A line on stderr that is written over as work goes on; silent when stderr is not a terminal. */
export function progressLine(label: string): { update(done: number, total: number): void; end(): void } {
  const { stderr } = process;
  let last = 0;
  return {
    update(done, total) {
      const now = performance.now();
      if (!stderr.isTTY || (now - last < 100 && done < total)) return;
      last = now;
      stderr.write(`\r\u001b[K${label} ${done} of ${total}`);
    },
    end() {
      if (stderr.isTTY) stderr.write("\r\u001b[K");
    },
  };
}
