import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeHint, firstPassages, hintAt } from "../../../../src/index/compiled/format/hints.ts";

const passages = fc.array(
  fc.record({ isFirst: fc.boolean(), start: fc.nat(30_000), opens: fc.boolean(), mayRepeat: fc.boolean() }),
  { minLength: 1, maxLength: 50 },
);

test("a hint tells what was written, and never a start behind the passage's", () => {
  fc.assert(
    fc.property(passages, (all) => {
      const hints = all.map(encodeHint).join("");
      expect(hints).toHaveLength(all.length);
      for (const [number, { start, ...others }] of all.entries()) {
        const hint = hintAt(hints, number);
        expect(hint).toMatchObject(others);
        expect(hint.start).toBeLessThanOrEqual(start);
        if (!others.isFirst && start >= 15_000) expect(hint.start).toBe(15_000);
      }
      const first = all.flatMap(({ isFirst }, number) => (isFirst ? [number] : []));
      expect([...firstPassages(hints, first.length)]).toEqual([...first, all.length]);
    }),
  );
});
