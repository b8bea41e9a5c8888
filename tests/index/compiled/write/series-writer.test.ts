import { expect, test } from "vitest";
import { checked } from "../../../../src/index/compiled/format/content-hash.ts";
import { addressAt, filePlace } from "../../../../src/index/compiled/format/index-format.ts";
import { SeriesWriter } from "../../../../src/index/compiled/write/series-writer.ts";

/** A file that begins with its name. */
const fileOf = (name: string, rest = "") => ({ name, content: new TextEncoder().encode(name + rest) });
type File = ReturnType<typeof fileOf>;

const files = Array.from({ length: 300 }, (_, number) => fileOf(`file number ${number}`));

/** Writes files as an index does. */
async function written(files: readonly File[]) {
  const byName = new Map<string, Uint8Array>();
  const writer = new SeriesWriter("pages", (name, file) => void byName.set(name, file));
  for (const { name, content } of files) {
    writer.add(content, name);
    if (writer.ends) await writer.close();
  }
  await writer.close();
  const { counts } = writer;
  return { byName, addresses: counts.map((_, index) => addressAt(writer.addresses, index)), counts };
}

const kept = (before: ReadonlyMap<string, Uint8Array>, after: ReadonlyMap<string, Uint8Array>): string[] =>
  [...before.keys()].filter((name) => after.has(name));

test("files are named by the series that they are in, and hold what was given behind a check", async () => {
  const { byName, addresses, counts } = await written(files);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(files.length);
  expect(addresses.length).toBeLessThan(files.length / 4);
  expect(Math.max(...counts)).toBeLessThanOrEqual(24);
  const names = addresses.flatMap((address, index) =>
    Array.from({ length: counts[index] ?? 0 }, (_, number) => `index/pages/${address}/${number}.bin`),
  );
  expect([...byName.keys()]).toEqual(names);
  const read = [...byName].map(([name, file]) =>
    checked(name, file, filePlace("pages", Number(/(\d+)\.bin$/.exec(name)?.[1]))),
  );
  expect(read).toEqual(files.map(({ content }) => content));
});

test.each([
  ["changed", files.with(150, fileOf("another"))],
  ["added", files.toSpliced(150, 0, fileOf("another"))],
  ["taken away", files.toSpliced(150, 1)],
])("a file that is %s changes the names of those around it and of no others", async (_, edited) => {
  const before = await written(files);
  const after = await written(edited);
  const names = kept(before.byName, after.byName);
  expect(names.length).toBeGreaterThanOrEqual(files.length - 2 * 24);
  expect(names.length).toBeLessThan(files.length);
  for (const name of names) expect(after.byName.get(name)).toEqual(before.byName.get(name));
});

test("an edit within a file, whichever, changes what no other file holds", async () => {
  const before = await written(files);
  for (const [number, { name }] of files.entries()) {
    const after = await written(files.with(number, fileOf(name, ", edited")));
    const held = [...before.byName.values()];
    const differing = [...after.byName.values()].filter(
      (file, index) => !Buffer.from(file).equals(held[index] ?? new Uint8Array()),
    );
    expect(differing).toHaveLength(1);
  }
});
