import { describe, expect, test, vi } from "vitest";
import { describeProgress, progressLine } from "../../src/build/progress.ts";

describe("progress", () => {
  test("tells only how far work is until there is a rate to speak of", () => {
    expect(describeProgress(3, 10, 100)).toBe("3 of 10");
    expect(describeProgress(0, 10, 60_000)).toBe("0 of 10");
  });

  test("tells the rate and the time left", () => {
    expect(describeProgress(300, 1000, 3000)).toBe("300 of 1000, 100 a second, 7 s left");
    expect(describeProgress(10, 1000, 4000)).toBe("10 of 1000, 2.5 a second, 6 min 36 s left");
    expect(describeProgress(1000, 1000, 4000)).toBe("1000 of 1000, 250 a second, 0 s left");
  });

  /** What a terminal of a width is sent, or a log. */
  function outputOf(columns?: number) {
    const written: string[] = [];
    const write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0;
    return { written, output: { write, ...(columns !== undefined && { isTTY: true, columns }) } };
  }

  test("names the file at work, a large one at once", () => {
    const { written, output } = outputOf(80);
    const progress = progressLine("reading articles", output);
    progress.update(0, 3, { path: "a.md", size: 10 });
    progress.update(1, 3, { path: "b.md", size: 10 });
    progress.update(2, 3, { path: "guide/c.md", size: 8_000_000 });
    progress.end();
    expect(written).toEqual([
      "\r\u001b[Kreading articles 0 of 3: a.md",
      "\r\u001b[Kreading articles 2 of 3: guide/c.md",
      "\r\u001b[K",
    ]);
  });

  test("keeps to one line of the terminal, whatever a file is called", () => {
    const { written, output } = outputOf(50);
    progressLine("reading articles", output).update(0, 3, { path: `${"d/".repeat(60)}last.md`, size: 0 });
    const [line = ""] = written;
    expect(line.replace("\r\u001b[K", "")).toHaveLength(49);
    expect(line).toMatch(/: ….*d\/last\.md$/);
    const forging = outputOf(80);
    progressLine("reading articles", forging.output).update(0, 3, {
      path: "a\n1 error\u001b[2J.md",
      size: 0,
    });
    expect(forging.written).toEqual(["\r\u001b[Kreading articles 0 of 3: a\\n1 error\\u001b[2J.md"]);
  });

  test("is a line now and then in a log", () => {
    const { written, output } = outputOf();
    const progress = progressLine("reading articles", output);
    vi.useFakeTimers({ toFake: ["performance"] });
    progress.update(0, 3, { path: "a.md", size: 8_000_000 });
    vi.advanceTimersByTime(15_000);
    progress.update(1, 3, { path: "b.md", size: 10 });
    progress.end();
    vi.useRealTimers();
    expect(written).toEqual(["reading articles 1 of 3, 0.1 a second, 30 s left: b.md\n"]);
  });
});
