import fc from "fast-check";

/** Any character but half of a surrogate pair. */
const character = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800));

/**
 * Texts of any characters, most of which no script has. `fc.string({ unit: "binary" })` makes the same, and a list of the million of
 * them first, which takes a second and a half in each process.
 */
export const anyText = (constraints: fc.ArrayConstraints = {}): fc.Arbitrary<string> =>
  fc.array(character, constraints).map((characters) => characters.join(""));
