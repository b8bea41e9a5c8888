import fc from "fast-check";
import { expect, test } from "vitest";
import { pack } from "../../src/build/engines/compiled/pack.ts";
import { inflate } from "../../src/shared/deflate.ts";

const contents = fc.uint8Array({ maxLength: 2_000, size: "max" });

test("what was packed in pieces is unpacked as a whole, whatever stood before it", async () => {
  await fc.assert(
    fc.asyncProperty(
      contents,
      fc.uniqueArray(fc.nat(2_100), { maxLength: 8 }),
      fc.option(fc.uint8Array({ minLength: 1, maxLength: 100 }), { nil: undefined }),
      async (content, cuts, before) => {
        const packed = pack(content, { cuts: cuts.sort((a, b) => a - b), before });
        expect(await inflate(packed, before)).toEqual(content);
      },
    ),
    { numRuns: 100 },
  );
});

test("pieces of other bytes are smaller apart", () => {
  const random = (at: number): number => (Math.imul(at + 1, 0x9e3779b1) >>> 0) / 2 ** 32;
  const digits = Uint8Array.from({ length: 3_000 }, (_, at) => 12 * random(at));
  const letters = Uint8Array.from({ length: 3_000 }, (_, at) => 97 + 20 * random(at * at));
  const content = Uint8Array.of(...digits, ...letters);
  expect(pack(content, { cuts: [digits.length] }).length).toBeLessThan(pack(content).length);
});
