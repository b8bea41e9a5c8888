import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { commonText } from "../../../../src/index/compiled/write/common-text.ts";
import { inflate } from "../../../../src/shared/deflate.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const files = Array.from({ length: 40 }, (_, number) =>
  encode(
    `{"language":"en","address":"/gardens/${number}"} The gardener of garden ${number} waters strawberries, raspberries and gooseberries.`,
  ),
);

test("files packed with what they have in common are smaller, and come back as they were", async () => {
  const before = encode(commonText(files));
  expect(new TextDecoder().decode(before)).toContain("strawberries");
  for (const file of files) {
    const packed = deflateRawSync(file, { dictionary: before });
    expect(packed.length).toBeLessThan(0.5 * deflateRawSync(file).length);
    expect(await inflate(packed, before)).toEqual(file);
  }
});

test.each([
  ["nothing", []],
  ["files that have nothing in common", [encode("one"), encode("two")]],
  ["an empty file", [new Uint8Array()]],
  [
    "texts of other scripts",
    [encode("園丁は庭に水をやる。"), encode("園丁は庭に水をやる。"), encode("園丁は🌱")],
  ],
  ["bytes that are no text", [Uint8Array.of(0xff, 0xfe, 0x80, 0x81)]],
])("%s can be packed so as well", async (_, few) => {
  const before = encode(commonText(few));
  for (const file of few) {
    const packed = deflateRawSync(file, { dictionary: before });
    expect(await inflate(packed, before)).toEqual(file);
  }
});

test("of many words those that save most are chosen, and no more than a page can load", () => {
  const many = Array.from({ length: 60 }, (_, number) =>
    encode(Array.from({ length: 200 }, (_, word) => `${word % (number + 1)}word${word}`).join(" ")),
  );
  expect(commonText(many).length).toBeLessThanOrEqual(1_524);
});
