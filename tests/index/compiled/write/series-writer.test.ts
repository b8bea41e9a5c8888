import { expect, test } from "vitest";
import { checked } from "../../../../src/index/compiled/format/content-hash.ts";
import { addressAt, filePlace } from "../../../../src/index/compiled/format/index-format.ts";
import { SeriesWriter } from "../../../../src/index/compiled/write/series-writer.ts";

const contents = Array.from({ length: 300 }, (_, number) =>
  new TextEncoder().encode(`file number ${number}`),
);

/** Writes files as an index does. */
async function written(files: readonly Uint8Array[]) {
  const byName = new Map<string, Uint8Array>();
  const writer = new SeriesWriter("pages", (name, file) => void byName.set(name, file));
  for (const file of files) {
    writer.add(file);
    if (writer.ends) await writer.close();
  }
  await writer.close();
  const { counts } = writer;
  return { byName, addresses: counts.map((_, index) => addressAt(writer.addresses, index)), counts };
}

const kept = (before: ReadonlyMap<string, Uint8Array>, after: ReadonlyMap<string, Uint8Array>): string[] =>
  [...before.keys()].filter((name) => after.has(name));

test("files are named by the series that they are in, and hold what was given behind a check", async () => {
  const { byName, addresses, counts } = await written(contents);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(contents.length);
  expect(addresses.length).toBeLessThan(contents.length / 4);
  expect(Math.max(...counts)).toBeLessThanOrEqual(24);
  const names = addresses.flatMap((address, index) =>
    Array.from({ length: counts[index] ?? 0 }, (_, number) => `index/pages/${address}/${number}.bin`),
  );
  expect([...byName.keys()]).toEqual(names);
  const read = [...byName].map(([name, file]) =>
    checked(name, file, filePlace("pages", Number(/(\d+)\.bin$/.exec(name)?.[1]))),
  );
  expect(read).toEqual(contents);
});

test.each([
  ["changed", contents.with(150, new TextEncoder().encode("another"))],
  ["added", contents.toSpliced(150, 0, new TextEncoder().encode("another"))],
  ["taken away", contents.toSpliced(150, 1)],
])("a file that is %s changes the names of those around it and of no others", async (_, edited) => {
  const before = await written(contents);
  const after = await written(edited);
  const names = kept(before.byName, after.byName);
  expect(names.length).toBeGreaterThanOrEqual(contents.length - 2 * 24);
  expect(names.length).toBeLessThan(contents.length);
  for (const name of names) expect(after.byName.get(name)).toEqual(before.byName.get(name));
});
