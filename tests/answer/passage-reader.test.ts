import { expect, test, vi } from "vitest";
import { libraryOf } from "./library.ts";

test("a question reads no passage twice, whether feedback looks at it or it is shown", async () => {
  const kinds = ["oak", "elm", "ash", "fir"];
  const { answerer, ask } = await libraryOf(
    Object.fromEntries(
      Array.from({ length: 300 }, (_, number) => [
        `tree-${number}`,
        `# Tree ${number}\n\nThe ${kinds[number % 4]} of garden ${number} has leaves, roots and bark.`,
      ]),
    ),
  );
  const read = vi.spyOn(answerer.store, "passages");
  expect((await ask("oak leaves")).passages).toHaveLength(5);
  const keys = read.mock.calls.flatMap(([keys]) => keys);
  expect(read.mock.calls.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(keys.length);
});
